/** The chain rule along some of the paths that the document names: the others may count as well. */
import { type DocumentMeaning, type LinkSyntax, exprsOf, unitOf } from '../meaning/document';
import { MARK } from '../meaning/wording';
import { type Derivative, everyPart, type Expr, isGroup, isPair, pairOf } from '../notation/expression';
import { print } from '../notation/print';

/** What a name rests on; `through`: the words say that the paths lead to the variable. */
interface Paths { of: string; names: string[]; through: boolean }

/** A name on which what is differentiated rests too, and along which the line does not differentiate. */
export function missingPath(document: DocumentMeaning, link: LinkSyntax): string | undefined {
  const [lhs, rhs] = exprsOf(link);
  return beside(document, link, lhs, rhs) ?? beside(document, link, rhs, lhs);
}

function beside(document: DocumentMeaning, link: LinkSyntax, whole: Expr, other: Expr): string | undefined {
  if (whole.kind !== 'derivative' || whole.by.length !== 1 || whole.by[0].order !== 1) return undefined;
  const of = print(whole.of);
  const inner = derivativesOf(other, of);
  const shown = new Set(inner.map(({ by }) => print(by[0].expr)));
  if (shown.size === 0) return undefined;
  const all = [...namedByWords(document, link), ...namedByCalls(document, link)].filter((paths) => paths.of === of && paths.names.some((name) => shown.has(name)));
  const counts = all.filter(({ through }) => through || (whole.total && inner.some(({ total }) => !total)));
  // The labels beside a prediction are data.
  return counts.flatMap(({ names }) => names.filter((name) => !shown.has(name) && !names.some((near) => near !== name && near.includes(name)))).at(0);
}

const derivativesOf = (expr: Expr, of: string): Derivative[] => everyPart(expr).filter((e) => e.kind === 'derivative').filter((e) => e.by.length === 1 && print(e.of) === of);

const LIST = `${MARK}(?:\\s*,?\\s*(?:and|und|y|et|,)?\\s*${MARK})*`;
/** "L depends on a through u and v", "z is a function of x and y". */
const THROUGH = new RegExp(`(?:${MARK})?[^.;:!?⟦⟧]{0,40}\\b(?:depends?|h[äa]ngt)\\b[^.;:!?⟦⟧]{0,20}${MARK}[^.;:!?⟦⟧]{0,20}\\b(?:through|via|über)\\s+(?:both\\s+)?${LIST}`, 'g');
const FUNCTION = new RegExp(`${MARK}\\s+(?:is|be|depends|ist)\\s+(?:an?\\s+|eine\\s+)?(?:[a-z]+\\s+)?(?:function\\s+of|on|Funktion\\s+von)\\s+(?:both\\s+)?${LIST}(?<leads>,?\\s*(?:which|that|both|and|each)[^.;:!?⟦⟧]{0,20}\\bdepend)?`, 'g');

/** What words tell of paths: all of their formulas, that of the name where they begin with one, and those of the names that it rests on. */
interface Told { regions: number[]; whole?: number; listed: number[]; through: boolean }

const told = new WeakMap<DocumentMeaning['wording'], Told[]>();

/** Found once for a document. */
function pathsTold({ wording }: DocumentMeaning): Told[] {
  const known = told.get(wording) ?? [...Array.from(wording.text.matchAll(THROUGH), (match) => toldBy(wording, match, true)), ...Array.from(wording.text.matchAll(FUNCTION), (match) => toldBy(wording, match, false))];
  told.set(wording, known);
  return known;
}

/** "Through" tells the variable before the names. */
function toldBy({ marks }: DocumentMeaning['wording'], { index, 0: words, groups }: RegExpExecArray, isThrough: boolean): Told {
  const regions = marks.flatMap((mark, region) => (mark >= index && mark < index + words.length ? [region] : []));
  const isLed = words.startsWith(MARK);
  return { regions, ...(isLed ? { whole: regions[0] } : {}), listed: regions.slice(Number(isLed) + Number(isThrough)), through: isThrough || groups?.leads !== undefined };
}

function namedByWords(document: DocumentMeaning, link: LinkSyntax): Paths[] {
  const isOwn = ({ regions }: Told): boolean => regions.some((region) => unitOf(document, region) === link.unit);
  return pathsTold(document).filter(isOwn).flatMap(({ whole, listed, through }) => (whole === undefined ? lossesOf(link) : namesIn(document, [whole])).map((of): Paths => ({ of, names: namesIn(document, listed), through })));
}

/** "The loss" is what the line differentiates. */
const lossesOf = ({ lhs, rhs }: LinkSyntax): string[] => [lhs.expr, rhs.expr].flatMap((expr) => (expr.kind === 'derivative' ? [print(expr.of)] : []));

const namesIn = (document: DocumentMeaning, regions: number[]): string[] =>
  regions.flatMap((region) => document.equations[region].statements).flatMap(({ members: [first] }) => (first ? namesOf(first.expr) : []));

/** `u, v`, and the u of `u(a)`. */
const namesOf = (expr: Expr): string[] => (isGroup(pairOf(expr)[1]) ? [print(pairOf(expr)[0])] : isGroup(expr) ? expr.contents.map(print) : [print(expr)]);

/** `z = z(x, y)`, `L = f(u, v)`, or `L(u, v)` alone: a value of a function that is nowhere defined. */
function namedByCalls({ equations, parts: { regions }, bindings, traces }: DocumentMeaning, link: LinkSyntax): Paths[] {
  const isDefined = (head: string): boolean => bindings.get(head)?.some(({ unit, params }) => unit === link.unit && params.length > 0) ?? false;
  return equations.flatMap(({ statements }, region) => (traces.unitAt(regions[region].span.start) === link.unit ? statements : [])).flatMap(({ members }): Paths[] => {
    const { expr } = members.at(-1) ?? {};
    if (members.length > 2 || !isPair(expr) || !isGroup(expr.factors[1]) || expr.factors[1].contents.length < 2 || isDefined(print(expr.factors[0]))) return [];
    return [{ of: print(members.length === 2 ? members[0].expr : expr.factors[0]), names: expr.factors[1].contents.flatMap(namesOf), through: false }];
  });
}
