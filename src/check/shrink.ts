/** A counterexample of human size: the smallest shapes and whole numbers at which the two sides still differ. */
import type { Counterexample, PlainValue } from '../report';
import * as engine from '../tensor';
import { range } from '../tensor';
import { asWhole } from './sample';
import { smallValues } from './small';
import { compareSides } from './compare';
import { changes } from './doubt/gaps';
import { type Evaluation, evaluate } from './evaluate';
import type { AlignedSides } from './readings';

const TRIES = 120;

export function counterexample(sides: AlignedSides, failure: Evaluation): Counterexample | undefined {
  const { from, inputs, at, samples } = smallestFailure(sides, failure);
  return show(sides, from, inputs, at, samples, idleLeaves(failure));
}

/** Names that are read and come to nothing, such as the p of `H(p)` where H is a sum over a function p(x). */
const idleLeaves = (failure: Evaluation): ReadonlySet<string> =>
  new Set(failure.leaves.flatMap(({ name }) => (changes(failure, name, (left) => left) || changes(failure, name, (_, right) => right) ? [] : [name])));

/** Where two sides differ: one of many samples, in the evaluation that they were drawn for. */
interface Failing { from: Evaluation; inputs: Map<string, Float64Array>; at: number; samples: number }

const smallest = new WeakMap<Evaluation, Failing>();

/** The sampled failure, or a simpler one where one is found. */
export function smallestFailure(sides: AlignedSides, failure: Evaluation): Failing {
  const found = smallest.get(failure) ?? simplified(sides, failure);
  smallest.set(failure, found);
  return found;
}

function simplified(sides: AlignedSides, failure: Evaluation): Failing {
  const sizes = [new Map([['*', 1]]), new Map([['*', 2]]), new Map<string, number>()];
  for (const given of sizes) {
    const evaluation = evaluate(sides, { seed: 'shrink', sizes: given, points: 1 });
    const simple = evaluation && simplest(evaluation);
    if (evaluation && simple) return { from: evaluation, inputs: simple.inputs, at: simple.point, samples: TRIES };
  }
  return { from: failure, inputs: failure.inputs, at: failure.point, samples: pointsOf(failure) };
}

/** The values at a point that was found otherwise, such as one that breaks an inequality, with both sides there. */
export function showPoint(sides: AlignedSides, broken: Evaluation): Counterexample | undefined {
  const evaluation = evaluate(sides, { seed: 'point', sizes: new Map([...broken.lowering.sizes.chosen]), points: 1, roots: true });
  if (!evaluation) return undefined;
  const inputs = new Map(evaluation.leaves.map((leaf): [string, Float64Array] => {
    const size = engine.sizeOf(leaf.shape);
    const all = broken.inputs.get(leaf.name) ?? new Float64Array(size);
    return [leaf.name, all.slice(broken.point * size, (broken.point + 1) * size)];
  }));
  return show(sides, evaluation, inputs, 0, 1);
}

function pointsOf(evaluation: Evaluation): number {
  const leaf = evaluation.leaves[0];
  if (!leaf) return 1;
  return (evaluation.inputs.get(leaf.name) as Float64Array).length / Math.max(1, engine.sizeOf(leaf.shape));
}

/** The differing point with the smallest numbers, among points of small whole numbers in the domains. */
function simplest(evaluation: Evaluation): { inputs: Map<string, Float64Array>; point: number } | undefined {
  const inputs = wholeNumbers(evaluation);
  const plain = evaluation.program.run(inputs, TRIES);
  const points = range(TRIES).filter((point) => differsAt(plain, TRIES, point, evaluation.haze));
  const byWeight = points.map((point) => ({ point, weight: weightOf(evaluation, inputs, point) })).sort((a, b) => a.weight - b.weight);
  // Bounds of the rounding are dear, and the first few points mostly do.
  for (let from = 0; from < byWeight.length; from += BOUNDED) {
    const some = byWeight.slice(from, from + BOUNDED);
    const result = evaluation.program.run(pick(inputs, TRIES, some.map(({ point }) => point)), some.length, { rounding: true });
    const found = some.find((_, i) => differsAt(result, some.length, i, evaluation.haze));
    if (found) return { inputs, point: found.point };
  }
  return undefined;
}

const BOUNDED = 6;

function differsAt(result: engine.RunResult, samples: number, point: number, haze: number): boolean {
  const size = result.values[0].length / samples;
  const slice = (a: Float64Array) => a.subarray(point * size, (point + 1) * size);
  return compareSides({ values: result.values.map(slice), rounding: result.rounding.map(slice), kink: result.kink.subarray(point, point + 1) }, 1, undefined, { haze }).outcome === 'differ';
}

/** Some of the points. */
export function pick(inputs: ReadonlyMap<string, Float64Array>, samples: number, points: readonly number[]): Map<string, Float64Array> {
  return new Map([...inputs].map(([name, values]): [string, Float64Array] => {
    const size = values.length / samples;
    const picked = new Float64Array(points.length * size);
    points.forEach((point, i) => { picked.set(values.subarray(point * size, (point + 1) * size), i * size); });
    return [name, picked];
  }));
}

function weightOf(evaluation: Evaluation, inputs: Map<string, Float64Array>, point: number): number {
  return evaluation.leaves.reduce((sum, leaf) => {
    const size = engine.sizeOf(leaf.shape);
    return sum + (inputs.get(leaf.name) as Float64Array).subarray(point * size, (point + 1) * size).reduce((s, x) => s + Math.abs(x) + (x === 0 ? 0.5 : 0) + (Number.isInteger(x) ? 0 : 1), 0);
  }, 0);
}

function wholeNumbers(evaluation: Evaluation): Map<string, Float64Array> {
  return new Map(evaluation.leaves.map((leaf): [string, Float64Array] => {
    const random = engine.stream(`shrink ${leaf.name}`);
    const size = engine.sizeOf(leaf.shape);
    const values = new Float64Array(size * TRIES);
    const n = leaf.shape.at(-1) ?? 1;
    for (let point = 0; point < TRIES; point++) values.set(smallValues(leaf.domain, size, { n, point, random }), point * size);
    return [leaf.name, leaf.whole ? asWhole(leaf, values) : values];
  }));
}

// ── showing ──

function show(sides: AlignedSides, evaluation: Evaluation, inputs: Map<string, Float64Array>, point: number, samples: number, idle: ReadonlySet<string> = new Set()): Counterexample | undefined {
  if (point < 0) return undefined;
  const { values } = evaluation.program.run(inputs, samples);
  const size = values[0].length / samples;
  const side = (k: number): PlainValue => nested(values[k].subarray(point * size, (point + 1) * size), evaluation.shape);
  const shown: Record<string, PlainValue> = {};
  for (const [name, value] of evaluation.sizes) if (!name.includes(' ')) shown[name] = value; // `n - k + 1` would not follow from n and k
  for (const leaf of evaluation.leaves) {
    const length = engine.sizeOf(leaf.shape);
    if (length > MOST_SHOWN || idle.has(leaf.name)) continue;
    shown[sides.world.symbols.get(leaf.name)?.use.tex ?? leaf.name.replace(/^size /, '')] = nested((inputs.get(leaf.name) as Float64Array).subarray(point * length, (point + 1) * length), leaf.shape);
  }
  const entry = firstDifference(values[0].subarray(point * size, (point + 1) * size), values[1].subarray(point * size, (point + 1) * size), evaluation.shape);
  return { values: shown, left: side(0), right: side(1), ...(entry ? { entry } : {}) };
}

/** Nobody follows more numbers than these by hand. */
const MOST_SHOWN = 64;

/** Six digits are enough to follow by hand. */
const rounded = (x: number): number => (Number.isFinite(x) ? Number(x.toPrecision(6)) : x);

export function nested(flat: ArrayLike<number>, shape: number[]): PlainValue {
  if (shape.length === 0) return rounded(flat[0]);
  const [length, ...rest] = shape;
  const step = engine.sizeOf(rest);
  return range(length).map((i) => nested(Array.prototype.slice.call(flat, i * step, (i + 1) * step), rest));
}

function firstDifference(left: Float64Array, right: Float64Array, shape: number[]): number[] | undefined {
  if (shape.length === 0) return undefined;
  const at = left.findIndex((x, i) => Math.abs(x - right[i]) > 1e-9 * Math.max(Math.abs(x), Math.abs(right[i])));
  if (at < 0) return undefined;
  const entry: number[] = [];
  let rest = at;
  for (let k = shape.length - 1; k >= 0; k--) { entry.unshift((rest % shape[k]) + 1); rest = Math.floor(rest / shape[k]); }
  return entry;
}
