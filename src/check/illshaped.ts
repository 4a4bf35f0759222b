/** Lines whose shapes do not fit, whatever the conventions: wrong where every shape is known and one change of shape makes the line hold. */
import { type DocumentMeaning, type LinkSyntax, exprsOf, startOf } from '../meaning/document';
import { near } from '../meaning/traces';
import { type World, symbolsIn } from '../meaning/world';
import { type Expr, hasPart, isDerivative, isName, isProduct, isScripted, isTransposed } from '../notation/expression';
import { isDifferential } from '../notation/tables';
import type { Finding } from './finding';
import { isMisfit } from './readings';

/** `repaired`: an edit of shapes alone was found under which the line is verified. Other edits may rest on what a line leaves out. */
export function withShapeErrors(document: DocumentMeaning, finding: Finding, repaired: boolean): Finding {
  const { judgement, link } = finding;
  if (!repaired || judgement?.verdict !== 'undecided' || judgement.reason.code !== 'misfit' || !judgement.world) return finding;
  if (hasGradientNames(judgement.world) || exprsOf(link).some((expr) => hasPart(expr, isTurnedRow)) || !isMisfitAnyway(document, link, judgement.world)) return finding;
  return { ...finding, verdict: 'refuted', code: 'ill-shaped', judgement: undefined, note: `The shapes do not fit: ${judgement.reason.what}. With one change they do.` };
}

/** In `a_{i:}^\top x` row i is a column. */
const isTurnedRow = (e: Expr): boolean => isScripted(e) && isTransposed(e) && e.sub[1]?.kind === 'mark';

/** How `dW` is laid out, and whether it is of one example or of all, is the habit of a course. */
const hasGradientNames = (world: World): boolean => symbolsIn(world).some(({ use }) => isDifferential(use.family));

/** No shape is guessed, save that what is only differentiated is a number. */
export const areShapesKnown = (world: World): boolean => [...world.guesses].every((guess) => isOnlyDifferentiated(world, guess));

function isOnlyDifferentiated(world: World, [base, [likeliest]]: [string, number[]]): boolean {
  return likeliest === 0 && symbolsIn(world).some(({ use, dependsOn }) => use.base === base && dependsOn.length > 0);
}

/** More names whose shapes are guessed are not all tried. */
const OPEN = 3;

/** It fits nowhere, whether the names with guessed shapes are numbers, vectors or matrices. Where nothing is derived, the a of `a X + b` may be a row there alone. */
function isMisfitAnyway(document: DocumentMeaning, link: LinkSyntax, world: World): boolean {
  if (!exprsOf(link).some((expr) => hasPart(expr, isDerivative)) && symbolsIn(world).some(({ binding, use }) => !binding && near(document.traces, `row ${use.family}`, startOf(link)))) return false;
  const open = [...world.guesses].filter((guess) => !isOnlyDifferentiated(world, guess)).map(([base]) => base);
  if (open.length > OPEN) return false;
  const all = open.reduce<Map<string, number>[]>((known, base) => known.flatMap((ranks) => [0, 1, 2].map((rank) => new Map([...ranks, [base, rank]]))), [new Map()]);
  // A line that holds for vectors holds for numbers too, so that one such line may have settled what is a vector in this one.
  const numbers = symbolsIn(world).map(({ use }) => use.base).filter((base) => !open.includes(base) && document.settled.get(`${link.unit} ${base}`)?.rank === 0);
  const others = numbers.flatMap((base) => all.map((ranks) => new Map([...ranks, [base, 1]])));
  return [...(open.length ? all : []), ...others].every((ranks) => isMisfit(document, link, ranks)) && (showsColumns(document, link) || all.every((ranks) => isMisfit(document, link, ranks, [{ rows: true }])));
}

/** `W x`, `w^T x` or `w^T W` elsewhere: vectors are columns. Else `x x^T` may be of a row. */
function showsColumns({ links }: DocumentMeaning, link: LinkSyntax): boolean {
  const isOfColumn = (one: Expr, next: Expr): boolean => (isVector(next) && (isMatrix(one) || isTransposed(one))) || (isMatrix(next) && isTransposed(one) && !isMatrix(one));
  const isColumn = (e: Expr): boolean => isProduct(e) && e.factors.some((factor, i) => i > 0 && e.signs[i - 1] === 'implicit' && isOfColumn(e.factors[i - 1], factor));
  return links.some((other) => other.statement !== link.statement && exprsOf(other).some((expr) => hasPart(expr, isColumn)));
}
const isMatrix = (e: Expr): boolean => (isScripted(e) ? isMatrix(e.base) : isName(e) && /^[A-Z]/.test(e.letter));
const isVector = (e: Expr): boolean => (isScripted(e) ? !isTransposed(e) && isVector(e.base) : isName(e) && !isMatrix(e));
