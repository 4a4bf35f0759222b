// Reductions: means, products, extremes, log-sum-exp, softmax, norms.
import { apply, type Derivative, type Row, type Step, type Tensor } from '../graph';
import { axisOf, lastOf, range, type Shape, sizeOf } from '../shape';
import { abs, add, div, equal, powInt, sub } from './arithmetic';
import { exp, log, sqrt } from './analytic';
import { mul, neg } from './elementwise';
import { diagonalMatrix, sum, transpose } from './rearrange';
import { slice, sliceRange } from './selection';
import { asColumn, reshape } from './structure';

type Axes = readonly number[];

/** Mean over the given axes, all by default. */
export function mean(x: Tensor, axes: Axes = range(x.shape.length)): Tensor {
  return div(sum(x, axes), x.graph.constant(countOf(x, axes)));
}

/** Mean squared deviation over the given axes, all by default; `correction` 1 divides by n − 1. */
export function variance(x: Tensor, axes: Axes = range(x.shape.length), correction = 0): Tensor {
  const deviation = sub(x, keepAxes(mean(x, axes), x.shape, axes));
  return div(sum(powInt(deviation, 2), axes), x.graph.constant(countOf(x, axes) - correction));
}

function countOf(x: Tensor, axes: Axes): number {
  return sizeOf(axes.map((axis) => x.shape[axisOf(axis, x.shape.length)]));
}

/** Puts axes of size 1 where axes of `shape` were reduced, so that the result broadcasts against it. */
export function keepAxes(reduced: Tensor, shape: Shape, axes: Axes): Tensor {
  const dropped = new Set(axes.map((axis) => axisOf(axis, shape.length)));
  return reshape(reduced, shape.map((n, axis) => (dropped.has(axis) ? 1 : n)));
}

/** Product over the given axes by halving, so that derivatives stay exact where factors are zero. */
export function prod(x: Tensor, axes: Axes = range(x.shape.length)): Tensor {
  const flat = gatherAxes(x, axes);
  return productOfLast(flat);
}

function productOfLast(x: Tensor): Tensor {
  const n = lastOf(x.shape);
  if (n === 0) return x.graph.constant(1, x.shape.slice(0, -1));
  if (n === 1) return reshape(x, x.shape.slice(0, -1));
  const half = n >> 1;
  const halves = mul(sliceRange(x, -1, 0, half), sliceRange(x, -1, half, 2 * half));
  return n % 2 ? mul(productOfLast(halves), slice(x, -1, n - 1)) : productOfLast(halves);
}

/** The reduced axes together as the last one. */
function gatherAxes(x: Tensor, axes: Axes): Tensor {
  const rank = x.shape.length;
  const reduced = axes.map((axis) => axisOf(axis, rank));
  const kept = range(rank).filter((axis) => !reduced.includes(axis));
  const moved = transpose(x, [...kept, ...reduced]);
  return reshape(moved, [...kept.map((axis) => x.shape[axis]), countOf(x, reduced)]);
}

/** A reduction of the last axis by a function of the entries from `from` to `to`. */
type Reduce = (data: Float64Array, from: number, to: number) => number;

/** Ties are kinks, and the place of the largest entry is exact, unless said otherwise. */
function reduction(reduce: Reduce, rest: Partial<Row<null>> = {}): Row<null> {
  return {
    key: () => '',
    shape: ([shape]) => shape.slice(0, -1),
    kernel: (step) => () => reduceLast(step, reduce, step.inputs[0].buffer.data, step.output.buffer.data),
    derivative: 'none',
    rounding: (step) => step.error.fill(0),
    kink: markTies,
    cost: (node) => sizeOf(node.inputs[0].shape),
    ...rest,
  };
}

function reduceLast(step: Step, reduce: Reduce, source: Float64Array, target: Float64Array): void {
  const n = lastOf(step.inputs[0].shape);
  const count = step.samples * step.output.size;
  for (let i = 0; i < count; i++) target[i] = reduce(source, i * n, (i + 1) * n);
}

const largest: Reduce = (data, from, to) => {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) if (data[i] > best || Number.isNaN(data[i])) best = data[i];
  return best;
};

/** The first place of the largest value; NaN if any value is. */
const placeOfLargest: Reduce = (data, from, to) => {
  let best = from;
  for (let i = from; i < to; i++) {
    if (Number.isNaN(data[i])) return data[i];
    if (data[i] > data[best]) best = i;
  }
  return best - from;
};

const finiteLargest: Reduce = (data, from, to) => {
  const best = largest(data, from, to);
  return Number.isFinite(best) ? best : 0;
};

const maxDerivative: Derivative<null> = {
  jvp: (node, _, tangent) => sum(mul(tangent, winner(node.inputs[0])), [-1]),
  vjp: (node, _, cotangent) => mul(asColumn(cotangent), winner(node.inputs[0])),
};

/** 1 at the first largest entry along the last axis, else 0. */
function winner(x: Tensor): Tensor {
  const place = apply(argmaxRow, [x], null);
  return equal(asColumn(place), iota(x, lastOf(x.shape)));
}

function markTies(step: Step, flags: Uint8Array): void {
  const [{ shape, buffer: { data } }] = step.inputs;
  const n = lastOf(shape);
  for (let i = 0; i < step.samples * step.output.size; i++) {
    const from = i * n;
    const top = largest(data, from, from + n);
    let near = 0;
    for (let j = from; j < from + n; j++) if (top - data[j] <= 1e-12 * Math.max(1, Math.abs(top))) near++;
    if (near > 1) flags[Math.floor(i / step.output.size)] = 1;
  }
}

const maxRow: Row<null> = reduction(largest, {
  derivative: maxDerivative,
  rounding: (step) => reduceLast(step, largest, step.errors[0], step.error),
});
const argmaxRow: Row<null> = reduction(placeOfLargest);
/** The largest value as a mere shift that cancels: no derivative, no kink, no error, and none where it would not cancel. */
const peakRow: Row<null> = reduction(finiteLargest, { kink: 'smooth' });

/** Largest entry over the given axes, all by default. */
export function max(x: Tensor, axes: Axes = range(x.shape.length)): Tensor {
  return apply(maxRow, [gatherAxes(x, axes)], null);
}

/** Smallest entry over the given axes, all by default. */
export function min(x: Tensor, axes: Axes = range(x.shape.length)): Tensor {
  return neg(max(neg(x), axes));
}

/** First place of the largest entry along an axis. */
export function argmax(x: Tensor, axis = -1): Tensor {
  return apply(argmaxRow, [gatherAxes(x, [axis])], null);
}

/** First place of the smallest entry along an axis. */
export function argmin(x: Tensor, axis = -1): Tensor {
  return argmax(neg(x), axis);
}

/** log Σ exp(x), shifted by the largest entry so that nothing overflows. */
export function logSumExp(x: Tensor, axes: Axes = range(x.shape.length)): Tensor {
  const flat = gatherAxes(x, axes);
  const shift = apply(peakRow, [flat], null);
  const shifted = sub(flat, asColumn(shift));
  return add(shift, log(sum(exp(shifted), [-1])));
}

/** exp(x) / Σ exp(x) along an axis. */
export function softmax(x: Tensor, axis = -1): Tensor {
  const shift = keepAxes(apply(peakRow, [gatherAxes(x, [axis])], null), x.shape, [axis]);
  const powers = exp(sub(x, shift));
  return div(powers, keepAxes(sum(powers, [axis]), x.shape, [axis]));
}

/** log softmax(x), exact also where the softmax underflows. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  return sub(x, keepAxes(logSumExp(x, [axis]), x.shape, [axis]));
}

/** The p-norm over all entries or the given axes; p may be Infinity. */
export function norm(x: Tensor, p = 2, axes: Axes = range(x.shape.length)): Tensor {
  if (p === Infinity) return max(abs(x), axes);
  if (p === 1) return sum(abs(x), axes);
  if (p === 2) return sqrt(sum(powInt(x, 2), axes));
  return exp(div(log(sum(exp(mul(x.graph.constant(p), log(abs(x)))), axes)), x.graph.constant(p)));
}

/** The constant 0, 1, …, n − 1 in the graph of another tensor. */
export function iota(like: Tensor, n: number): Tensor {
  return like.graph.constant(range(n));
}

/** The n × n identity matrix in the graph of another tensor. */
export function eye(like: Tensor, n: number): Tensor {
  return diagonalMatrix(like.graph.constant(1, [n]));
}

/** 1 where the last, new axis equals the index, else 0. */
export function oneHot(index: Tensor, n: number): Tensor {
  return equal(asColumn(index), iota(index, n));
}


/** The rows of this file. */
export const reductionRows = { max: maxRow, argmax: argmaxRow, peak: peakRow };
