// The primitive that moves entries between named axes – transpose, sum, broadcast, diagonal – and what is written with it.
import { apply, constantValues, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { type Loop, nestOf } from '../nest';
import { axisOf, broadcastShapes, range, sameShape, type Shape, ShapeError, stridesOf, sizeOf } from '../shape';
import { reshape } from './structure';

/**
 * Axes are named by labels: a label of the input that the output lacks is summed, one that only the output has is
 * broadcast, one that repeats is a diagonal (of the output: all else is zero). The transpose is the same with `from` and `to` swapped.
 */
interface Rearrangement {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Size of every label. */
  readonly sizes: readonly number[];
}

const rearrangeRow: Row<Rearrangement> = {
  key: ({ from, to, sizes }) => `${from}>${to}:${sizes}`,
  shape: (_, { to, sizes }) => to.map((label) => sizes[label]),
  kernel: (step) => moveKernel(step, step.inputs[0].buffer, step.output.buffer),
  derivative: {
    jvp: (node, _, tangent) => rearrange(tangent, withExtra(node.params, tangent.shape.length - node.inputs[0].shape.length, tangent.shape)),
    vjp: (node, _, cotangent) => {
      const { from, to, sizes } = node.params;
      return rearrange(cotangent, withExtra({ from: to, to: from, sizes }, cotangent.shape.length - node.shape.length, cotangent.shape));
    },
  },
  rounding: roundRearrange,
  kink: 'smooth',
  cost: (node) => sizeOf(node.params.sizes),
};

/** Adds labels for the additional leading axes of a tangent. */
function withExtra({ from, to, sizes }: Rearrangement, extra: number, shape: Shape): Rearrangement {
  const labels = range(extra, sizes.length);
  return { from: [...labels, ...from], to: [...labels, ...to], sizes: [...sizes, ...shape.slice(0, extra)] };
}

function rearrange(x: Tensor, params: Rearrangement): Tensor {
  const { from, to } = params;
  if (from.length === to.length && from.every((label, i) => label === to[i]) && new Set(from).size === from.length) return x;
  return apply(rearrangeRow, [x], params);
}

function moveKernel(step: Step<Rearrangement>, source: { data: Float64Array }, target: { data: Float64Array }): () => void {
  const loops = moveLoops(step);
  const { rows, inner, offsets } = nestOf(loops, 2);
  const [from, to] = offsets;
  const [fromStride, toStride] = inner.strides;
  const { size } = inner;
  const sums = loops.some((loop) => loop.strides[1] === 0 && loop.size !== 1);
  const move = !sums ? copyRow : toStride === 0 ? sumRow : addRow;
  const clears = sums || new Set(step.params.to).size < step.params.to.length;
  return () => {
    if (clears) target.data.fill(0);
    for (let r = 0; r < rows; r++) move(source.data, from[r], fromStride, target.data, to[r], toStride, size);
  };
}

type MoveRow = (source: Float64Array, p: number, ps: number, target: Float64Array, q: number, qs: number, n: number) => void;

const copyRow: MoveRow = (source, p, ps, target, q, qs, n) => {
  for (let i = 0; i < n; i++, p += ps, q += qs) target[q] = source[p];
};
const addRow: MoveRow = (source, p, ps, target, q, qs, n) => {
  for (let i = 0; i < n; i++, p += ps, q += qs) target[q] += source[p];
};
const sumRow: MoveRow = (source, p, ps, target, q, _, n) => {
  let sum = 0;
  for (let i = 0; i < n; i++, p += ps) sum += source[p];
  target[q] += sum;
};

/** The axes of the walk: samples, then the output's, then the summed ones. */
function moveLoops({ params: { from, to, sizes }, inputs: [input], output, samples }: Step<Rearrangement>): Loop[] {
  const fromStrides = labelStrides(from, stridesOf(input.shape), sizes.length);
  const toStrides = labelStrides(to, stridesOf(output.shape), sizes.length);
  const order = [...new Set([...to, ...from])];
  const loops = order.map((label) => ({ size: sizes[label], strides: [fromStrides[label], toStrides[label]] }));
  return [{ size: samples, strides: [input.varying ? input.size : 0, output.size] }, ...loops];
}

/** The stride of every label, zero where it is no axis. A repeated one walks a diagonal: its strides add up. */
export function labelStrides(labels: readonly number[], strides: readonly number[], count: number): number[] {
  const total = new Array<number>(count).fill(0);
  labels.forEach((label, axis) => {
    total[label] += strides[axis];
  });
  return total;
}

/** |fl(Σx) − Σx| ≤ (n−1) u Σ|x|, see Higham, Accuracy and Stability of Numerical Algorithms, §4.2. */
function roundRearrange(step: RoundingStep<Rearrangement>): void {
  moveKernel(step, { data: step.errors[0] }, { data: step.error })();
  const { from, to, sizes } = step.params;
  const terms = sizes.reduce((n, size, label) => (from.includes(label) && !to.includes(label) ? n * size : n), 1);
  if (terms <= 1) return;
  const magnitude = { data: new Float64Array(step.error.length) };
  moveKernel(step, { data: step.inputs[0].buffer.data.map(Math.abs) }, magnitude)();
  for (let i = 0; i < step.error.length; i++) step.error[i] += (terms - 1) * UNIT_ROUNDOFF * magnitude.data[i];
}

/** Sums over the given axes, all by default. */
export function sum(x: Tensor, axes: readonly number[] = range(x.shape.length)): Tensor {
  const dropped = new Set(axes.map((axis) => axisOf(axis, x.shape.length)));
  const from = range(x.shape.length);
  return rearrange(x, { from, to: from.filter((axis) => !dropped.has(axis)), sizes: x.shape });
}

/** Axis i of the result is axis `permutation[i]` of x; by default the axes are reversed. */
export function transpose(x: Tensor, permutation: readonly number[] = range(x.shape.length).reverse()): Tensor {
  if (new Set(permutation).size !== x.shape.length) throw new ShapeError(x.shape, permutation);
  return rearrange(x, { from: range(x.shape.length), to: permutation.map((axis) => axisOf(axis, x.shape.length)), sizes: x.shape });
}

/** NumPy broadcasting to a given shape. Throws ShapeError if x does not broadcast to exactly that. */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes(x.shape, shape), shape)) throw new ShapeError(x.shape, shape);
  const values = constantValues(x);
  if (values?.length === 1) return x.graph.constant(values[0], shape);
  const lead = shape.length - x.shape.length;
  const to = range(shape.length);
  const kept = to.slice(lead).filter((axis) => x.shape[axis - lead] === shape[axis]);
  return rearrange(reshape(x, kept.map((axis) => shape[axis])), { from: kept, to, sizes: shape });
}

/** The transpose of broadcasting: sums a tensor of shape [...extra, ...broadcast shape] down to [...extra, ...shape]. */
export function unbroadcast(x: Tensor, extra: number, shape: Shape): Tensor {
  const lead = x.shape.length - extra - shape.length;
  const summed = range(x.shape.length - extra, extra).filter((axis) => axis < extra + lead || (shape[axis - extra - lead] === 1 && x.shape[axis] !== 1));
  return summed.length === 0 ? x : reshape(sum(x, summed), [...x.shape.slice(0, extra), ...shape]);
}

/** Relabels axes, as `einsum` of one operand: sums what `to` lacks, takes or makes diagonals where labels repeat. */
export function relabel(x: Tensor, from: readonly string[], to: readonly string[]): Tensor {
  const names = [...new Set(from)];
  if (from.length !== x.shape.length) throw new ShapeError(x.shape, []);
  const sizes = names.map((name) => x.shape[from.indexOf(name)]);
  from.forEach((name, axis) => {
    if (x.shape[axis] !== sizes[names.indexOf(name)]) throw new ShapeError(x.shape, sizes);
  });
  if (to.some((name) => !names.includes(name))) throw new ShapeError(x.shape, []);
  return rearrange(x, { from: from.map((name) => names.indexOf(name)), to: to.map((name) => names.indexOf(name)), sizes });
}

/** Entries with equal indices on the two axes (the last two by default); the diagonal becomes the last axis. Throws ShapeError unless square. */
export function diagonal(x: Tensor, first = -2, second = -1): Tensor {
  const rank = x.shape.length;
  const [p, q] = [axisOf(first, rank), axisOf(second, rank)];
  if (x.shape[p] !== x.shape[q]) throw new ShapeError([x.shape[p]], [x.shape[q]]);
  const from = range(rank).map((axis) => (axis === q ? p : axis));
  return rearrange(x, { from, to: [...from.filter((label) => label !== p), p], sizes: x.shape });
}

/** The matrix with the last axis of x on its diagonal and zeros elsewhere. */
export function diagonalMatrix(x: Tensor): Tensor {
  const from = range(x.shape.length);
  return rearrange(x, { from, to: [...from, x.shape.length - 1], sizes: x.shape });
}

/** The trace of the last two axes. Throws ShapeError unless square. */
export function trace(x: Tensor): Tensor {
  return sum(diagonal(x), [-1]);
}

/** The rows of this file. */
export const rearrangeRows = { rearrange: rearrangeRow };
