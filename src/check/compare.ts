/** Two sides at many points: do they agree, differ, or can it not be told? */
import type { RelationName } from '../notation/expression';
import type { RunResult } from '../tensor';

/** Relative gap below which two values are the same number computed in two ways. */
export const TOLERANCE = 1e-9;
/** A gap counts only when it exceeds the rounding error this many times. */
const ROUNDING_FACTOR = 64;
/** What ordinary numbers leave over when they cancel. */
const NOTHING = 1e-11;
/** An entry whose bound is this large beside it has lost its digits, and the bound, which is linear, means little. */
const LOST = 1e-3;
/** Fewer valid points decide nothing. */
export const LEAST_POINTS = 8;

export type Holds = (left: number, right: number, slack?: number) => boolean;

/** Whether two numbers stand in a relation, up to some slack; a strict claim breaks at equality. */
export const HOLDS: Readonly<Partial<Record<RelationName, Holds>>> = {
  equal: (a, b, slack = 0) => Math.abs(a - b) <= slack,
  less: (a, b) => a < b, lessEqual: (a, b, slack = 0) => a <= b + slack,
  greater: (a, b) => a > b, greaterEqual: (a, b, slack = 0) => a >= b - slack,
};

export interface Comparison {
  outcome: 'agree' | 'differ' | 'undefined';
  points: number;
  /** Largest relative error among agreeing points. */
  maxError: number;
  /** First point and entry at which the sides differ. */
  point: number;
  entry: number;
  left: number;
  right: number;
  /** Both sides were zero, within rounding, wherever they were compared. */
  vacuous: boolean;
  /** Points at which they differ, of those that count. */
  differing: number;
  /** Those at which they differ and that do not count. */
  atKinks: number;
}

/** How well points are known that a solver has moved, and relative to the sides what they are themselves known to. */
export interface Precision { accuracy?: number; haze?: number }

/** `result` holds the left side, the right side, and their rounding errors. Unsound points do not count. */
export function compareSides(result: RunResult, samples: number, unsound?: Uint8Array, precision: Precision = {}): Comparison {
  const [left] = result.values;
  const size = left.length / samples;
  const found: Comparison = { outcome: 'undefined', points: 0, maxError: 0, point: -1, entry: -1, left: NaN, right: NaN, differing: 0, atKinks: 0, vacuous: true };
  for (let point = 0; point < samples; point++) if (!unsound?.[point]) comparePoint(found, result, point, size, precision);
  if (found.differing > 0) found.outcome = 'differ';
  // What lies at a kink nearly everywhere, as `|b| \le b`, is not right for the few other points.
  else if (found.points >= Math.max(LEAST_POINTS, found.atKinks)) found.outcome = 'agree';
  return found;
}

function comparePoint(found: Comparison, result: RunResult, point: number, size: number, { accuracy = 0, haze = 0 }: Precision): void {
  const isKink = result.kink[point] > 0;
  const [left, right] = result.values;
  let worst = 0;
  let where = -1;
  let doubtful = false;
  for (let i = point * size; i < (point + 1) * size; i++) {
    const gap = relativeGap(left[i], right[i]);
    if (Math.max(Math.abs(left[i]), Math.abs(right[i])) > Math.max(NOTHING, accuracy) && !isKink) found.vacuous = false;
    if (Number.isNaN(gap)) return;
    if (gap <= TOLERANCE || Math.abs(left[i] - right[i]) <= accuracy) { worst = Math.max(worst, Math.min(gap, Math.abs(left[i] - right[i]))); continue; }
    if (gap <= haze) { doubtful = true; continue; }
    const error = roundingError(result, i);
    if (Math.abs(left[i] - right[i]) <= error) doubtful ||= error > TOLERANCE;
    else if (error > LOST * Math.max(Math.abs(left[i]), Math.abs(right[i]))) doubtful = true;
    else if (where < 0) where = i;
  }
  if (isKink) { if (where >= 0) found.atKinks++; return; }
  if (where >= 0) return differ(found, point, where - point * size, left[where], right[where]);
  if (doubtful) return;
  found.points++;
  found.maxError = Math.max(found.maxError, worst);
}

function differ(found: Comparison, point: number, entry: number, left: number, right: number): void {
  found.points++;
  found.differing++;
  if (found.differing === 1) Object.assign(found, { point, entry, left, right });
}

/** |a − b| over the larger of the two; NaN where a side is undefined or infinite. */
function relativeGap(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return NaN;
  const scale = Math.max(Math.abs(a), Math.abs(b));
  return scale === 0 ? 0 : Math.abs(a - b) / scale;
}

/** Gaps up to this are rounding. Where it is small beside ordinary numbers they are agreement, else nothing can be told. */
function roundingError(result: RunResult, i: number): number {
  const [leftError, rightError] = result.rounding;
  if (!leftError || !rightError) return -1;
  const error = ROUNDING_FACTOR * (leftError[i] + rightError[i]);
  return Number.isFinite(error) ? error : Infinity;
}
