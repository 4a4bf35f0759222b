/** What steps of gradient descent do to any function of a class: smooth, convex, strongly convex, or with the inequality of Polyak and Łojasiewicz.
 * A claim is wrong where a function of the class breaks it, and right where the published bounds imply it; else nothing is said of it. */
import { type DocumentMeaning, isEquation, linksAround, linksBefore, type LinkSyntax, exprsOf, writtenIn } from '../../meaning/document';
import { wordsBefore } from '../../meaning/wording';
import { DIRECTION, everyPart, type Expr, hasPart, isName, isPair } from '../../notation/expression';
import { print } from '../../notation/print';
import { attempt } from '../updates/values';
import { type Bounds, boundsAfter, type Curve, type CurveClass, curves } from './curves';
import { type Rate, rateOf } from './rates';
import { numberedSteps, type Recursion, stepsOf } from './recursion';
import { fieldName, type Place, type Reader, numberOf } from './scalars';
import { extremesIn } from './spectrum';

export type OnClass =
  | { kind: 'holds'; of: CurveClass }
  | { kind: 'fails'; of: CurveClass; values: Record<string, number>; left: number; right: number }
  /** It holds for small rates only, and the text does not say for which. */
  | { kind: 'open'; rate: string };

const SLACK = 1e-9;

/** Nothing where the line is no inequality of that sort, or nothing can be shown. */
export function onEveryFunction(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): OnClass | undefined {
  const sign = DIRECTION[link.relation.name];
  const side = recursion.sides[recursion.sides.length - 1];
  const field = fieldName(side);
  const found = sign && field !== undefined && !isGiven(document, link, field) ? classOf(document, link, field, recursion) : undefined;
  if (!sign || field === undefined || !found) return undefined;
  const rate = rateOf(document, link, recursion);
  const reader: Reader = { field, recursion, constants: found.constants, given: givenIn(document, link) };
  const sides: [Expr, Expr] = sign > 0 ? exprsOf(link) : [link.rhs.expr, link.lhs.expr];
  const trials = trialsOf(found.of, rate, sides, reader);
  const seen = attempt(() => trials.map((trial) => ({ trial, ...compared(sides, found.of, reader, trial) })));
  if (!seen?.length || seen.every(({ low, high }) => Math.abs(low) + Math.abs(high) < SLACK)) return undefined;
  const isOver = (low: number, high: number): boolean => low > high + SLACK * (1 + Math.abs(low) + Math.abs(high));
  const [broken] = seen.filter(({ low, high }) => isOver(low, high)).sort((a, b) => plainness(b) - plainness(a));
  if (broken) {
    if (rate?.size === 'any' || rate?.size === 'small') return seen.every(({ low, high }) => isOver(low, high)) ? undefined : { kind: 'open', rate: print(rate.expr) };
    const { curve, place } = broken.trial;
    const values = { ...Object.fromEntries([...found.constants].map(([name, of]) => [name, of(curve)])), ...Object.fromEntries(place.rates) };
    return { kind: 'fails', of: found.of, values, left: sign > 0 ? broken.low : broken.high, right: sign > 0 ? broken.high : broken.low };
  }
  return seen.every(({ low, most, more, high }) => most >= low - SLACK && more > most && !isOver(most, high)) ? { kind: 'holds', of: found.of } : undefined;
}

/** An example is plain where neither side is next to nothing. */
const plainness = ({ low, high }: { low: number; high: number }): number => Math.min(Math.abs(low), Math.abs(high));

/** The document has a formula for it: then the claim is about that one. */
const isGiven = (document: DocumentMeaning, link: LinkSyntax, field: string): boolean => linksAround(document, link).filter(isEquation).some(({ lhs: { expr } }) => isPair(expr) && print(expr.factors[0]) === field);

// ── the class ──

const WORDS = 1500;
const STRONG = /strong(?:ly)?[\s-]+convex/i;
const CONVEX = /(?<!non-?|not |strongly[\s-]|not necessarily )\bconvex\b/i;
const PL = /\bPL\b|Polyak/;
/** Said of some functions or rates that are not told here. */
const MORE = /\b(?:locally|near|neighbou?rhood|eventually|large enough|sufficiently|stochastic|expect\w*|noisy|noise|self-concordant|lower bound|worst)\b/i;

interface Found { of: CurveClass; constants: Map<string, (curve: Curve) => number> }

function classOf(document: DocumentMeaning, link: LinkSyntax, field: string, recursion: Recursion): Found | undefined {
  const words = wordsBefore(document.wording, link.region, WORDS);
  const extremes = [...extremesIn(document, link)];
  if (MORE.test(words) || !extremes.some(([name, extreme]) => extreme === 'largest' && isIn(document, link, name))) return undefined;
  const constants = new Map<string, (curve: Curve) => number>(extremes.filter(([name]) => isIn(document, link, name)).map(([name, extreme]) => [name, (curve) => ({ largest: curve.smoothness, least: curve.growth, condition: curve.smoothness / curve.growth })[extreme]]));
  const isStrong = STRONG.test(words) && extremes.some(([name, extreme]) => extreme !== 'largest' && isIn(document, link, name));
  if (isStrong) return { of: 'strongly convex', constants };
  if (PL.test(words)) { const growth = growthIn(document, link, { field, recursion, constants }); return growth && { of: 'PL', constants: new Map([...constants, growth]) }; }
  return { of: CONVEX.test(words) ? 'convex' : 'smooth', constants };
}

/** Names with a formula, before the line. */
const givenIn = (document: DocumentMeaning, link: LinkSyntax): Map<string, Expr> => new Map(linksBefore(document, link).filter((other) => isEquation(other) && isName(other.lhs.expr)).map(({ lhs, rhs }) => [print(lhs.expr), rhs.expr]));

/** Names that are said of this exercise. */
const isIn = (document: DocumentMeaning, link: LinkSyntax, name: string): boolean => writtenIn(document, link).some((expr) => hasPart(expr, (e) => print(e) === name));

/** Which multiple of the constant a name is, by the inequality that introduces it: `\frac12 \|\nabla f(x)\|^2 \ge \mu (f(x) - f^*)`. */
function growthIn(document: DocumentMeaning, link: LinkSyntax, reader: Reader): [string, (curve: Curve) => number] | undefined {
  const [curve] = curves('PL');
  const place: Place = { curve, course: [2.3], first: 0, rates: new Map() };
  for (const { lhs, rhs } of linksBefore(document, link).filter(({ relation }) => relation.name in DIRECTION)) {
    const name = [lhs.expr, rhs.expr].flatMap((side) => namesIn(side)).find((one) => GROWTH.test(one) && !reader.constants.has(one));
    if (!name) continue;
    const sides = (value: number) => attempt(() => [lhs.expr, rhs.expr].map((side) => numberOf(side, reader, { ...place, rates: new Map([[name, value]]) })));
    const [one, two] = [sides(1), sides(2)];
    if (!one || !two) continue;
    // One side is proportional to it.
    const [fixed, per] = one[0] === two[0] ? [one[0], one[1]] : [one[1], one[0]];
    const local = curve.slope(2.3) ** 2 / (2 * (curve.value(2.3) - curve.least));
    return [name, ({ growth }) => (fixed / per / local) * growth];
  }
  return undefined;
}
const GROWTH = /^(?:\\(?:mu|lambda|tau|nu|kappa|gamma|alpha|sigma)|m|c)$/;
const namesIn = (expr: Expr): string[] => everyPart(expr).filter(isName).map(print);

// ── trials ──

interface Trial { curve: Curve; place: Place }

/** Steps after the first one, where the claim goes back to it. */
const STEPS = [1, 2, 3, 6];
const STARTS = [0.9, -2.3, 5.1];

function trialsOf(of: CurveClass, rate: Rate | undefined, sides: readonly Expr[], reader: Reader): Trial[] {
  const { recursion } = reader;
  const shifts = sides.flatMap((expr) => stepsOf(expr, recursion.name, recursion.counting));
  const numbered = sides.flatMap((expr) => numberedSteps(expr, recursion));
  if (shifts.length === 0 || new Set(numbered).size > 1 || (numbered.length === 0 && new Set(shifts).size !== 2)) return [];
  const [first, last] = [numbered[0] ?? Math.min(...shifts), Math.max(...shifts)];
  const counts = numbered.length ? STEPS : [1];
  const shares = rate?.size === 'bounded' ? [0.05, 0.4, 0.75, rate.reaches ? 1 : 0.98] : [0.03, 0.3, 0.9, 1.4, 1.9, 2.6];
  return curves(of).flatMap((curve, i) => STARTS.flatMap((start, k) => counts.flatMap((count): Trial[] => {
    const rates = rateAt(rate, shares[(i + k) % shares.length], reader, curve);
    const course = [start];
    const place: Place = { curve, course, first, rates, ...(numbered.length ? { letter: first + count - last } : {}) };
    for (let n = 0; n < count; n++) course.push(after(course[n], reader, place));
    return [{ curve, place }];
  })));
}

/** The rate as the text gives it, as a share of its bound, or of 1/L. */
function rateAt(rate: Rate | undefined, share: number, reader: Reader, curve: Curve): Map<string, number> {
  if (!rate) return new Map();
  const bound = rate.bound ? numberOf(rate.bound, reader, { curve, course: [], first: 0, rates: new Map() }) : 1 / curve.smoothness;
  return new Map([[print(rate.expr), rate.size === 'given' ? bound : share * bound]]);
}

/** One step of the document's rule. */
function after(x: number, reader: Reader, { curve, rates }: Place): number {
  const { sides, shift } = reader.recursion;
  return numberOf(sides[sides.length - 1], reader, { curve, course: [x], first: shift - 1, rates });
}

/** The length of its step, which is the same everywhere: else it is not gradient descent. */
function stepLength(reader: Reader, place: Place): number {
  const sloped: Place = { ...place, curve: { ...place.curve, slope: (x) => 2 * x + 1 } };
  const [length, ...others] = [0.7, -1.9, 4.4].map((x) => (x - after(x, reader, sloped)) / (2 * x + 1));
  return others.every((other) => Math.abs(other - length) < 1e-9 * (1 + Math.abs(length))) ? length : NaN;
}

/** Both sides; and the smaller one with what is proved of the last iterate, and with a little more. */
function compared([below, above]: readonly [Expr, Expr], of: CurveClass, reader: Reader, { curve, place }: Trial): { low: number; high: number; most: number; more: number } {
  const { course } = place;
  const bounds = boundsAfter(of, curve, course[0], stepLength(reader, place), course.length - 1);
  const at = (by: Bounds | undefined): number => numberOf(below, reader, by ? { ...place, bounds: by } : place);
  return { low: at(undefined), high: numberOf(above, reader, place), most: at(bounds), more: at({ gap: bounds.gap + 1, distance: bounds.distance + 1, slope: bounds.slope + 1 }) };
}
