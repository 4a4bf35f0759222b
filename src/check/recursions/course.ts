/** Claims along the course of a recursion: `L(w_{t+1}) \le L(w_t)`, `\|x_k - x^*\| \le q^k \|x_0 - x^*\|`. The document's own rule is run on its own function, from points of every sort. */
import { type DocumentMeaning, exprsOf, isEquation, linksBefore, type LinkSyntax } from '../../meaning/document';
import { isSaidWith } from '../../meaning/conditions';
import { symbolsIn } from '../../meaning/world';
import * as build from '../../notation/build';
import { DIRECTION, type Expr, find, headOf, isBareLetter, isBracketed, isSymbol, replace } from '../../notation/expression';
import { print } from '../../notation/print';
import { ShapeError, sizeOf, range } from '../../tensor';
import { HOLDS, type Holds, LEAST_POINTS } from '../compare';
import { type Evaluation, evaluate } from '../evaluate';
import { readClaim, seedText } from '../readings';
import { type Leaf, POINTS } from '../sample';
import { isPlain } from '../verify';
import { slotOf } from '../updates/slots';
import { momentOf, numberedStep, numberedSteps, type Recursion, stepped, stepsOf } from './recursion';
import { isKnown, type Rate, rateOf } from './rates';
import { extremesIn, extremesOf } from './spectrum';

export type Course =
  | { kind: 'holds'; steps: number }
  /** The step at which it first fails, and a point from which it does. */
  | { kind: 'fails'; step: number; rate?: number; left: number; right: number; /** It was read without a convention, and no shape was guessed but that of numbers. */ isPlain: boolean }
  /** It holds for small rates only, and the text does not say for which. */
  | { kind: 'open'; rate: string }
  /** It does not hold everywhere, and the text says where the quantity lies. */
  | { kind: 'restricted' }
  | { kind: 'unknown' };

const UNKNOWN: Course = { kind: 'unknown' };
/** Steps that are written out. */
const STEPS = 3;

/** What the recursion's course says of the line; unknown where it cannot be run. */
export function alongCourse(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): Course {
  const holds = HOLDS[link.relation.name];
  const rate = rateOf(document, link, recursion);
  if (!holds) return UNKNOWN;
  const general = tried(document, link, rate, holds, instancesOf(link, recursion));
  if (general.kind !== 'fails') return general;
  // A tolerance or a constant that the rule does not know may be anything.
  const own = withoutSteps(link, recursion);
  if (!own.every((side) => isKnown(document, link, side, [recursion.counting.letter, ...(rate ? [print(rate.expr)] : [])]))) return UNKNOWN;
  // From the start that the exercise gives it may hold all the same.
  const start = startIn(document, link, recursion);
  if (start === 'restricted') return { kind: 'restricted' };
  const found = start ? tried(document, link, rate, holds, instancesOf(link, recursion, start)) : general;
  return found.kind === 'fails' && rate?.size === 'any' && link.relation.name !== 'equal' ? { kind: 'open', rate: print(rate.expr) } : found;
}

/** Both sides without the quantity at its steps. */
const withoutSteps = (link: LinkSyntax, recursion: Recursion): Expr[] => exprsOf(link).map((expr) => replace(expr, (e) => (numberedStep(e, recursion) !== undefined || slotOf(e, recursion.counting)?.name === recursion.name ? build.number(1, e.span) : undefined)));

function tried(document: DocumentMeaning, link: LinkSyntax, rate: Rate | undefined, holds: Holds, instances: readonly Instance[]): Course {
  let steps = 0;
  for (const instance of instances) {
    const run = sampled(document, link, rate, instance);
    if (!run) return steps > 1 ? { kind: 'holds', steps } : UNKNOWN;
    const broken = firstBroken(run, holds);
    if (broken === 'unknown') return UNKNOWN;
    if (broken) return { kind: 'fails', step: instance.step, isPlain: run.isPlain, ...broken };
    steps++;
  }
  return steps > 0 ? { kind: 'holds', steps } : UNKNOWN;
}

// ── the line at certain steps ──

interface Instance { lhs: Expr; rhs: Expr; step: number }

/** Where a course begins. */
interface Start { step: number; value: Expr }

/** Two neighbouring steps from any point; or the steps after a first one that the line names, or that is given. */
function instancesOf(link: LinkSyntax, recursion: Recursion, start?: Start): Instance[] {
  const sides = exprsOf(link);
  const steps = sides.flatMap((side) => stepsOf(side, recursion.name, recursion.counting));
  const named = Math.min(...sides.flatMap((side) => numberedSteps(side, recursion)));
  if (steps.length === 0) return [];
  const at = (k: number, from: number): Instance | undefined => {
    const [lhs, rhs] = sides.map((side) => unrolled(side, recursion, k, { step: from, value: start?.value ?? freeStart(recursion) }));
    return lhs && rhs && { lhs, rhs, step: k + Math.max(...steps) };
  };
  const first = start?.step ?? named;
  if (Number.isFinite(first)) return range(STEPS).map((n) => first + n + 1 - Math.max(...steps)).flatMap((k) => at(k, first) ?? []);
  return new Set(steps).size > 1 ? [at(1 - Math.min(...steps), 1)].flatMap((one) => one ?? []) : [];
}

/** The value that the exercise gives the first step; or that it says something else of where the quantity lies. */
function startIn(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): Start | 'restricted' | undefined {
  const own = linksBefore(document, link);
  const isAbout = (expr: Expr): boolean => numberedSteps(expr, recursion).length > 0 || stepsOf(expr, recursion.name, recursion.counting).length > 0;
  if (own.some((other) => other.relation.name in DIRECTION && exprsOf(other).some(isAbout))) return 'restricted';
  if (document.declarations.restricted.some((d) => d.unit === link.unit && d.base === recursion.name)) return 'restricted';
  return own.filter(isEquation).flatMap(({ lhs, rhs }): Start[] => { const step = numberedStep(lhs.expr, recursion); return step === undefined ? [] : [{ step, value: rhs.expr }]; }).at(0);
}

/** A side at step k of the counting letter, with the quantity by its value at the step `from`; undefined where it stands before that. */
function unrolled(side: Expr, recursion: Recursion, k: number, start: Start): Expr | undefined {
  const { counting } = recursion;
  const known = new Map<number, Expr | undefined>();
  const valueAt = (step: number): Expr | undefined => {
    if (step === start.step) return start.value;
    if (step < start.step || step > start.step + STEPS) return undefined;
    if (!known.has(step)) { const old = valueAt(step - 1); known.set(step, old && stepped(recursion.sides[recursion.sides.length - 1], recursion, step, bracketed(old))); }
    return known.get(step);
  };
  let isWhole = true;
  const take = (value: Expr | undefined, part: Expr): Expr => { if (!value) isWhole = false; return value ? bracketed(value) : part; };
  const result = replace(side, (part) => {
    const numbered = numberedStep(part, recursion);
    if (numbered !== undefined) return take(valueAt(numbered), part);
    const moment = momentOf(part, recursion);
    if (moment !== undefined) return take(valueAt(k + moment), part);
    return isBareLetter(part, counting.letter) ? build.number(k, part.span) : undefined;
  });
  return isWhole ? unbracketed(result) : undefined;
}

const bracketed = (expr: Expr): Expr => (isSymbol(expr) ? expr : build.group(expr));

/** `f((x))` is `f(x)`. */
const unbracketed = (expr: Expr): Expr => replace(expr, (part) => {
  if (!isBracketed(part, '(')) return undefined;
  const [inner] = part.contents;
  return isBracketed(inner, '(') ? unbracketed(inner) : undefined;
});

/** A step that no document names: the quantity's value there is free. */
export const START_AT = 10007;
export function freeStart({ link }: Recursion): Expr {
  const left = link.lhs.expr;
  const base = headOf(left);
  return build.scripted(base, [build.number(START_AT, left.span)], [], left.span);
}

// ── points ──

/** Both sides at every point, and the rate there. */
interface Run { left: Float64Array; right: Float64Array; size: number; isNumber: boolean; isPlain: boolean; rates?: Float64Array }

/** The share of its bound that a rate has. */
export const SHARE = '\\gradlens-share';
const SMALL = 1e-4;

function sampled(document: DocumentMeaning, link: LinkSyntax, rate: Rate | undefined, instance: Instance): Run | undefined {
  const ready = prepared(document, link, rate, instance);
  if (!ready) return undefined;
  const { evaluation, inputs, isPlain } = ready;
  const { values: [left, right] } = evaluation.program.run(inputs, POINTS);
  const isFree = rate?.size === 'small' || rate?.size === 'any';
  return { left: left.slice(), right: right.slice(), size: sizeOf(evaluation.shape), isNumber: evaluation.leaves.length === 0, isPlain, ...(isFree ? { rates: inputs.get(SHARE) } : {}) };
}

export interface Prepared { evaluation: Evaluation; inputs: Map<string, Float64Array>; isPlain: boolean }

/** Two sides as a program, with the points that they are run at; the rate is a share of its bound. */
export function prepared(document: DocumentMeaning, link: LinkSyntax, rate: Rate | undefined, { lhs, rhs }: { lhs: Expr; rhs: Expr }): Prepared | undefined {
  const share: Expr = build.name(SHARE, lhs.span);
  const value = rate?.size === 'given' ? rate.bound : rate?.bound ? product(bracketed(rate.bound), share) : rate && share;
  const put = (side: Expr): Expr => (rate && value ? replace(side, (e) => (print(e) === print(rate.expr) ? bracketed(value) : undefined)) : side);
  const seed = seedText(link);
  for (const claim of readClaim(document, link, put(lhs), put(rhs), { values: true })) {
    if (!claim.ok || claim.reading.local) continue;
    const [sides] = claim.alternatives;
    // A number that was said of something else proves nothing.
    if (symbolsIn(sides.world).some(({ binding }) => binding?.isValue && !isSaidWith(document, binding.at, link))) return undefined;
    const evaluation = attempted(() => evaluate(sides, { seed }));
    if (!evaluation || evaluation.arbitrary.some((side) => side.size > 0)) continue;
    const written = new Map(symbolsIn(sides.world).map(({ key, use }) => [key, use.tex]));
    const inputs = settled(document, link, evaluation, written, rate);
    const isGuessed = ({ name, shape }: Leaf): boolean => shape.length > 0 && sides.world.guesses.has(sides.world.symbols.get(name)?.use.base ?? '');
    if (inputs) return { evaluation, inputs, isPlain: isPlain(claim.reading) && !evaluation.leaves.some(isGuessed) };
  }
  return undefined;
}

/** Shapes that a reading left open may turn out not to fit. */
function attempted<T>(run: () => T): T | undefined {
  try { return run(); } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

const product = (...factors: Expr[]): Expr => build.product(factors, factors[0].span);

/** The sampled points, with shares of the rate, extreme eigenvalues as the matrix has them, and constants of the bound positive. */
function settled(document: DocumentMeaning, link: LinkSyntax, { leaves, inputs }: Evaluation, written: ReadonlyMap<string, string>, rate: Rate | undefined): Map<string, Float64Array> | undefined {
  const next = new Map(inputs);
  const extremes = extremesIn(document, link);
  const matrix = leaves.find(({ shape, domain }) => shape.length === 2 && shape[0] === shape[1] && typeof domain === 'string' && /definite|symmetric/.test(domain));
  for (const { name, shape, domain } of leaves) {
    const values = inputs.get(name) as Float64Array;
    const extreme = extremes.get(written.get(name) ?? name);
    if (name === SHARE && shape.length > 0) return undefined;
    if (name === SHARE) next.set(name, sharesOf(rate));
    else if (extreme && shape.length === 0) {
      if (!matrix) return undefined;
      const [n] = matrix.shape;
      const entries = inputs.get(matrix.name) as Float64Array;
      next.set(name, Float64Array.from({ length: POINTS }, (_, p) => extremesOf(entries.slice(p * n * n, (p + 1) * n * n), n)[extreme]));
    } else if (shape.length === 0 && !domain && rate?.bound && find(rate.bound, (e) => print(e) === (written.get(name) ?? name))) next.set(name, values.map((x) => Math.abs(x) + 1e-3));
  }
  return next;
}

function sharesOf(rate: Rate | undefined): Float64Array {
  if (rate?.size === 'bounded') return Float64Array.from({ length: POINTS }, (_, p) => (p === POINTS - 1 && rate.reaches ? 1 : (p + 1) / (POINTS + 1)));
  const largest = rate?.size === 'small' ? SMALL : 4;
  return Float64Array.from({ length: POINTS }, (_, p) => (largest * (p + 1)) / POINTS);
}

/** Relative to the larger side. */
const ROUNDING = 1e-9;

function firstBroken({ left, right, size, isNumber, rates }: Run, holds: Holds): { left: number; right: number; rate?: number } | 'unknown' | undefined {
  let counted = 0;
  for (let i = 0; i < left.length; i++) {
    if (!Number.isFinite(left[i]) || !Number.isFinite(right[i])) continue;
    const scale = Math.max(Math.abs(left[i]), Math.abs(right[i]));
    if (scale > 1e-9) counted++;
    if (!holds(left[i], right[i], ROUNDING * scale + 1e-15)) return { left: left[i], right: right[i], ...(rates ? { rate: rates[Math.floor(i / size)] } : {}) };
  }
  return counted < (isNumber ? 1 : LEAST_POINTS) ? 'unknown' : undefined;
}
