/** Is there such a point? "For some \xi between a and b" is solved for on random polynomials; it is refuted where the derivative at that point is the same wherever it lies, and the line still does not hold. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { keysIn } from '../meaning/names';
import { keyOf, type SymbolUse } from '../meaning/symbols';
import { type Term, hasTerm } from '../meaning/term';
import { print } from '../notation/print';
import { otherDoubts } from './doubt';
import { type Evaluation, evaluate } from './evaluate';
import { isCoefficient, type Root, rootsBefore, type Smooth, smoothTerms, termsOf, withPolynomials, withWeight } from './existence/functions';
import { intervalOf } from './existence/interval';
import { growthOf, holdsToLeadingOrder, type Solved, solvePoints } from './existence/solve';
import { type Assumption, type Judgement, leftOpen, type Reason, refutedBy, verifiedBy } from './judgement';
import { ifRunnable } from './lower/unrunnable';
import { type AlignedSides, scopeOf, seedText } from './readings';
import { POINTS } from './sample';
import { shown } from './shown';
import { showPoint } from './shrink';

/** What a claim says to exist, and where. */
interface Claim { sides: AlignedSides; smooth: Smooth[]; key: string; ends: Term[]; /** In the student's words; absent where nothing says where the point lies. */ between?: string; seed: string }

/** Undefined where it cannot be told. `sides` differ when the point is anywhere. */
export function judgeExistence(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, use: SymbolUse): Judgement | undefined {
  const claim = claimOf(document, link, sides, use);
  const roots = claim && rootsOf(document, claim);
  if (!claim || !roots) return undefined;
  const last = roots.filter(({ of }, i) => roots.findLastIndex((other) => other.of === of) === i);
  const anywhere = roots.length ? verified(claim, [], solve(claim, [], 0)) : undefined;
  if (anywhere) return anywhere;
  const solved = solve(claim, last, 0);
  // A function with several points at which it is known is tested with the last, which proves nothing against the line.
  return verified(claim, last, solved) ?? (last.length === roots.length ? refuted(document, link, claim, roots, solved) : undefined);
}

// ── bounds ──

/** From this growth on a ratio is not bounded, and up to that it is. */
const UNBOUNDED = 3;
const BOUNDED = 2;

/** "There is a constant C such that `|e_{n+1}| \le C |e_n|^2`": the ratio must stay where it is when the points come nearer to each other. */
export function judgeBound(document: DocumentMeaning, sides: AlignedSides, use: SymbolUse, seed: string): Judgement | undefined {
  const key = keyOf(use);
  const smooth = smoothTerms(sides) ?? [];
  if (smooth.length === 0 || termsOf(sides).some(hasSum)) return undefined;
  const claim: Claim = { sides, smooth, key, ends: [], seed };
  const roots = rootsOf(document, claim);
  if (!roots) return undefined;
  const points = [...smooth.map(({ args }) => args[0].term), ...roots.map(({ point }) => point)];
  const polynomials = asPolynomials(claim, roots, RICH);
  const found = ifRunnable(() => growthOf({ sides: polynomials, key, ends: points, args: points, seed }));
  const evaluation = found && evaluate(polynomials, { seed, sizes: new Map([['*', 1]]) });
  const near = new Set([key, ...points.flatMap((point) => [...keysIn(point)])]);
  // What lies elsewhere stays where it is when the points come nearer.
  if (!found || !evaluation?.leaves.every(({ name }) => near.has(name) || isCoefficient(name)) || (found.growth > BOUNDED && found.growth < UNBOUNDED)) return undefined;
  const { left, right } = found;
  const values = Object.fromEntries(Object.entries(found.values).map(([name, x]) => [sides.world.symbols.get(name)?.use.tex ?? name, shown(x)]));
  if (found.growth >= UNBOUNDED) return refutedBy({ ...evaluation, outcome: 'differ', left, right }, polynomials, assumptionsOf(roots), { values: { [use.tex]: 1, ...values }, left: shown(left), right: shown(right) });
  return verifiedBy({ ...evaluation, outcome: 'agree', points: POINTS, maxError: 0 }, polynomials, assumptionsOf(roots), 'the ratio of both sides stays bounded as the points come nearer to each other');
}

// ── the claim ──

/** Undefined where nothing bounds the point, or the claim is about more than numbers. */
function claimOf(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, use: SymbolUse): Claim | undefined {
  const key = keyOf(use);
  const smooth = smoothTerms(sides);
  if (!smooth || termsOf(sides).some(hasSum)) return undefined;
  const stated = intervalOf(document, use, sides.at);
  const ends = stated ? ifRunnable(() => stated.map((end) => sides.world.read(scopeOf(link, end), end).term)) : smooth.map(({ args }) => args[0].term).filter((term) => !keysIn(term).has(key));
  if (!ends || new Set(ends.map((end) => JSON.stringify(end))).size < 2 || ends.some((end) => keysIn(end).has(key))) return undefined;
  return { sides, smooth, key, ends, ...(stated ? { between: `${use.tex} between ${stated.map(print).join(' and ')}` } : {}), seed: seedText(link) };
}

const hasSum = (term: Term): boolean => hasTerm(term, (t) => t.op === 'reduce' || t.op === 'average');

/** Roots of the functions in the claim; undefined where a point of the claim is the root of a function that is defined, which is not solved for. */
function rootsOf(document: DocumentMeaning, { sides, smooth }: Claim): Root[] | undefined {
  const roots = rootsBefore(document, sides.world, sides.at);
  const names = new Set(smooth.map(({ name }) => name));
  const keys = new Set(termsOf(sides).flatMap((term) => [...keysIn(term)]));
  const bearing = roots.filter(({ point }) => [...keysIn(point)].some((key) => keys.has(key)));
  return bearing.every(({ of }) => names.has(of)) ? bearing : undefined;
}

/** As many derivatives as the claim takes at the point, and `more`: with none more, that derivative is the same everywhere. */
function asPolynomials({ sides, smooth, key }: Claim, roots: readonly Root[], more: number, weighted = false): AlignedSides {
  const degree = (name: string): number => {
    const own = smooth.filter((term) => term.name === name);
    const there = own.filter(({ args }) => keysIn(args[0].term).has(key));
    return Math.max(...(there.length ? there : own).map(({ order }) => order)) + (there.length ? more : more + 1);
  };
  return smooth.length ? withPolynomials(weighted ? withWeight(sides, key) : sides, degree, roots) : sides;
}

const RICH = 3;
/** More points than this must have a solution, and all of those that can be told. */
const LEAST = 8;

function verified(claim: Claim, roots: readonly Root[], plain: Solved | undefined): Judgement | undefined {
  if (!isSolved(plain)) return undefined;
  const rich = solve(claim, roots, RICH);
  if (!isSolved(rich)) return undefined;
  const sides = asPolynomials(claim, roots, RICH);
  const evaluation = evaluated(claim, sides, rich, RICH);
  if (evaluation?.outcome !== 'agree') return undefined;
  return verifiedBy(evaluation, sides, assumptionsOf(roots), `solved for ${claim.between ?? 'the point between the others'}`);
}

const isSolved = (solved: Solved | undefined): solved is Solved => !!solved && solved.missing.length === 0 && solved.found.size >= LEAST && solved.unclear * LEAST <= solved.found.size;

const assumptionsOf = (roots: readonly Root[]): Assumption[] => roots.map(({ tex }) => ({ kind: 'condition', text: tex }));

const seedOf = ({ seed }: Claim, more: number): string => `${seed} ${more}`;

function solve(claim: Claim, roots: readonly Root[], more: number): Solved | undefined {
  const { key, ends, smooth } = claim;
  return ifRunnable(() => solvePoints({ sides: asPolynomials(claim, roots, more, true), key, ends, args: [...smooth.map(({ args }) => args[0].term), ...roots.map(({ point }) => point)], seed: seedOf(claim, more) }));
}

/** The sides with the point where it was found; where it was not, in the middle if `anywhere`. */
function evaluated(claim: Claim, sides: AlignedSides, { found, middle }: Solved, more: number, anywhere = false): Evaluation | undefined {
  return evaluate(sides, {
    seed: seedOf(claim, more), sizes: new Map([['*', 1]]),
    project(_, inputs) { inputs.set(claim.key, middle.map((x, point) => found.get(point) ?? (anywhere ? x : Number.NaN))); return inputs.size > 0; },
  });
}

/** Points without a solution that refute. */
const REFUTING = 3;

function refuted(document: DocumentMeaning, link: LinkSyntax, claim: Claim, roots: readonly Root[], solved: Solved | undefined): Judgement | undefined {
  const sides = asPolynomials(claim, roots, 0);
  if (!solved || solved.missing.length < REFUTING || !(solved.isFlat || claim.between)) return undefined;
  const leading = claim.smooth.length ? holdsToLeadingOrder(solved) : false;
  if (leading === undefined) return undefined;
  if (leading) return leftOpen({ code: 'conditional', what: 'the points are close to each other' }, sides.world);
  const evaluation = evaluated(claim, sides, solved, 0, true);
  if (evaluation?.outcome !== 'differ') return undefined;
  // The points that the functions are taken at may stand on one side alone: what they are is said by that.
  const points = new Set([claim.key, ...[...claim.ends, ...claim.smooth.map(({ args }) => args[0].term)].flatMap((term) => [...keysIn(term)])]);
  const leavesOf = evaluation.leavesOf.map((side) => new Set([...side].filter((key) => !points.has(key)))) as [Set<string>, Set<string>];
  const doubt = loneFunctions(claim) ?? otherDoubts(document, link, { sides, evaluation: { ...evaluation, leavesOf } });
  if (doubt) return leftOpen(doubt, sides.world);
  const example = solved.isFlat ? undefined : showPoint(sides, evaluation);
  return refutedBy(evaluation, sides, assumptionsOf(roots), example);
}

/** Where both sides are about functions, one that only one of them knows says nothing about the line. */
function loneFunctions({ sides: { left, right, ...rest } }: Claim): Reason | undefined {
  const on = (side: Term): Set<string> => new Set((smoothTerms({ ...rest, left: side, right: side }) ?? []).map(({ name }) => name));
  const [a, b] = [on(left), on(right)];
  const lone = a.size && b.size ? [...a, ...b].filter((name) => !(a.has(name) && b.has(name))) : [];
  const symbols = lone.flatMap((name) => rest.world.symbols.get(`function ${name}`)?.use ?? []);
  return symbols.length ? { code: 'unknown-symbol', symbols, arbitrary: true } : undefined;
}
