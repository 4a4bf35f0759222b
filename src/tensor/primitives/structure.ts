// Primitives that move entries without computing on them: rearrange (transpose, sum, broadcast, diagonal), reshape, gather, concat.
import { apply, constantValues, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { type Loop, nestOf } from '../nest';
import { axisOf, broadcastShapes, range, sameShape, type Shape, ShapeError, sizeOf, stridesOf } from '../shape';

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
  name: 'rearrange',
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

/** A repeated label walks a diagonal: its strides add up. */
function labelStrides(labels: readonly number[], strides: readonly number[], count: number): number[] {
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
  if (new Set(permutation).size !== x.shape.length) throw new ShapeError('transpose', x.shape, permutation);
  return rearrange(x, { from: range(x.shape.length), to: permutation.map((axis) => axisOf(axis, x.shape.length)), sizes: x.shape });
}

/** NumPy broadcasting to a given shape. Throws ShapeError if x does not broadcast to exactly that. */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes('broadcastTo', x.shape, shape), shape)) throw new ShapeError('broadcastTo', x.shape, shape);
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
  if (from.length !== x.shape.length) throw new ShapeError(`einsum ${from}`, x.shape, []);
  const sizes = names.map((name) => x.shape[from.indexOf(name)]);
  from.forEach((name, axis) => {
    if (x.shape[axis] !== sizes[names.indexOf(name)]) throw new ShapeError(`einsum ${from}`, x.shape, sizes);
  });
  if (to.some((name) => !names.includes(name))) throw new ShapeError(`einsum ${from} to ${to}`, x.shape, []);
  return rearrange(x, { from: from.map((name) => names.indexOf(name)), to: to.map((name) => names.indexOf(name)), sizes });
}

/** Entries with equal indices on the two axes (the last two by default); the diagonal becomes the last axis. Throws ShapeError unless square. */
export function diagonal(x: Tensor, first = -2, second = -1): Tensor {
  const rank = x.shape.length;
  const [p, q] = [axisOf(first, rank), axisOf(second, rank)];
  if (x.shape[p] !== x.shape[q]) throw new ShapeError('diagonal', [x.shape[p]], [x.shape[q]]);
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

const reshapeRow: Row<{ shape: Shape }> = {
  name: 'reshape',
  key: ({ shape }) => shape.join(),
  shape: ([from], { shape }) => {
    if (sizeOf(from) !== sizeOf(shape)) throw new ShapeError('reshape', from, shape);
    return shape;
  },
  kernel: 'alias',
  derivative: {
    jvp: (node, _, tangent) => reshape(tangent, [...tangent.shape.slice(0, tangent.shape.length - node.inputs[0].shape.length), ...node.shape]),
    vjp: (node, _, cotangent) => reshape(cotangent, [...cotangent.shape.slice(0, cotangent.shape.length - node.shape.length), ...node.inputs[0].shape]),
  },
  rounding: copyErrors,
  kink: 'smooth',
  cost: () => 0,
};

function copyErrors(step: RoundingStep): void {
  step.error.set(step.errors[0]);
}

/** The same entries in row-major order under another shape. Throws ShapeError if the sizes differ. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const source = x.row === (reshapeRow as Row) ? x.inputs[0] : x;
  return sameShape(source.shape, shape) ? source : apply(reshapeRow, [source], { shape: [...shape] });
}

const barrierRow: Row<{ tag: string }> = {
  name: 'barrier',
  key: ({ tag }) => tag,
  shape: ([shape]) => shape,
  kernel: 'alias',
  derivative: { jvp: (_, __, tangent) => tangent, vjp: (_, __, cotangent) => cotangent },
  rounding: copyErrors,
  kink: 'smooth',
  cost: () => 0,
};

/** The identity, as a node of its own for every tag: a place where derivatives can be cut. */
export function barrier(x: Tensor, tag: string): Tensor {
  return apply(barrierRow, [x], { tag });
}

const stopRow: Row<{ tag: string }> = { ...barrierRow, name: 'stop', derivative: 'none' };

/** The identity with derivative zero. */
export function stopGradient(x: Tensor): Tensor {
  return apply(stopRow, [x], { tag: '' });
}

/** Axis counted from the end, so that additional leading axes do not move it. */
interface Selection {
  readonly axis: number;
  readonly indices: readonly number[];
  /** Size of the axis in the larger tensor. */
  readonly size: number;
}

const selectionKey = ({ axis, indices, size }: Selection): string => `${axis}/${size}:${indices}`;

const gatherRow: Row<Selection> = {
  name: 'gather',
  key: selectionKey,
  shape: ([shape], { axis, indices }) => withAxis(shape, axis, indices.length),
  kernel: (step) => selectionKernel(step, step.inputs[0].buffer, step.output.buffer, true),
  derivative: {
    jvp: (node, _, tangent) => apply(gatherRow, [tangent], node.params),
    vjp: (node, _, cotangent) => apply(scatterRow, [cotangent], node.params),
  },
  rounding: (step) => selectionKernel(step, { data: step.errors[0] }, { data: step.error }, true)(),
  kink: 'smooth',
  cost: (node) => sizeOf(node.shape),
};

const scatterRow: Row<Selection> = {
  name: 'scatter',
  key: selectionKey,
  shape: ([shape], { axis, size }) => withAxis(shape, axis, size),
  kernel: (step) => selectionKernel(step, step.inputs[0].buffer, step.output.buffer, false),
  derivative: {
    jvp: (node, _, tangent) => apply(scatterRow, [tangent], node.params),
    vjp: (node, _, cotangent) => apply(gatherRow, [cotangent], node.params),
  },
  rounding: roundScatter,
  kink: 'smooth',
  cost: (node) => sizeOf(node.shape),
};

function withAxis(shape: Shape, axis: number, size: number): Shape {
  return shape.map((n, i) => (i === shape.length + axis ? size : n));
}

/** Copies blocks between the small tensor (one entry per index) and the large one, adding where indices repeat. */
function selectionKernel(step: Step<Selection>, source: { data: Float64Array }, target: { data: Float64Array }, gathers: boolean): () => void {
  const { axis, indices, size } = step.params;
  const shape = step.output.shape;
  const inner = sizeOf(shape.slice(shape.length + axis + 1));
  const outer = step.samples * sizeOf(shape.slice(0, shape.length + axis));
  return () => {
    const [small, large] = gathers ? [target.data, source.data] : [source.data, target.data];
    if (!gathers) target.data.fill(0);
    for (let o = 0, p = 0; o < outer; o++) {
      for (const index of indices) {
        const q = (o * size + index) * inner;
        if (gathers) for (let i = 0; i < inner; i++) small[p++] = large[q + i];
        else for (let i = 0; i < inner; i++) large[q + i] += small[p++];
      }
    }
  };
}

function roundScatter(step: RoundingStep<Selection>): void {
  selectionKernel(step, { data: step.errors[0] }, { data: step.error }, false)();
  const repeats = step.params.indices.length - new Set(step.params.indices).size;
  const values = step.output.buffer.data;
  for (let i = 0; i < step.error.length; i++) step.error[i] += repeats * UNIT_ROUNDOFF * Math.abs(values[i]);
}

/** Entries at the given places of one axis, in that order. Throws RangeError for an index outside. */
export function gather(x: Tensor, axis: number, indices: readonly number[]): Tensor {
  const at = axisOf(axis, x.shape.length);
  const size = x.shape[at];
  if (indices.some((i) => !Number.isInteger(i) || i < 0 || i >= size)) throw new RangeError(`indices ${indices} of an axis of size ${size}`);
  if (indices.length === size && indices.every((index, i) => index === i)) return x;
  return apply(gatherRow, [x], { axis: at - x.shape.length, indices: [...indices], size });
}

/** The entries at one place of an axis; the axis is dropped. */
export function slice(x: Tensor, axis: number, index: number): Tensor {
  const at = axisOf(axis, x.shape.length);
  return reshape(gather(x, at, [index < 0 ? index + x.shape[at] : index]), x.shape.filter((_, i) => i !== at));
}

/** The entries at places `from ≤ i < to` of an axis. */
export function sliceRange(x: Tensor, axis: number, from: number, to: number): Tensor {
  return gather(x, axis, range(to - from, from));
}

const concatRow: Row<{ axis: number }> = {
  name: 'concat',
  key: ({ axis }) => `${axis}`,
  shape: (shapes, { axis }) => {
    for (const shape of shapes) {
      if (!sameShape(withAxis(shape, axis, 0), withAxis(shapes[0], axis, 0))) throw new ShapeError('concat', shapes[0], shape);
    }
    return withAxis(shapes[0], axis, shapes.reduce((n, shape) => n + shape[shape.length + axis], 0));
  },
  kernel: (step) => concatKernel(step, step.inputs.map((x) => x.buffer), step.output.buffer),
  derivative: {
    jvp: (node, k, tangent) => apply(scatterRow, [tangent], partOf(node, k)),
    vjp: (node, k, cotangent) => apply(gatherRow, [cotangent], partOf(node, k)),
  },
  rounding: (step) => concatKernel(step, step.errors.map((data) => ({ data })), { data: step.error })(),
  kink: 'smooth',
  cost: (node) => sizeOf(node.shape),
};

/** Where input k lies in the result. */
function partOf(node: Tensor<{ axis: number }>, k: number): Selection {
  const { axis } = node.params;
  const at = node.shape.length + axis;
  const from = node.inputs.slice(0, k).reduce((n, x) => n + x.shape[at], 0);
  return { axis, indices: range(node.inputs[k].shape[at], from), size: node.shape[at] };
}

function concatKernel(step: Step<{ axis: number }>, sources: readonly { data: Float64Array }[], target: { data: Float64Array }): () => void {
  const { shape } = step.output;
  const outer = step.samples * sizeOf(shape.slice(0, shape.length + step.params.axis));
  const parts = step.inputs.map((x) => x.size / sizeOf(x.shape.slice(0, x.shape.length + step.params.axis)) || 0);
  const perSample = outer / step.samples;
  return () => {
    let q = 0;
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < sources.length; k++) {
        const from = (step.inputs[k].varying ? o : o % perSample) * parts[k];
        for (let i = 0; i < parts[k]; i++) target.data[q++] = sources[k].data[from + i];
      }
    }
  };
}

/** Tensors one after the other along an axis. Throws ShapeError unless the other axes agree. */
export function concat(tensors: readonly Tensor[], axis: number): Tensor {
  const rank = tensors[0].shape.length;
  return tensors.length === 1 ? tensors[0] : apply(concatRow, tensors, { axis: axisOf(axis, rank) - rank });
}

/** Tensors of one shape as the places of a new axis. Throws ShapeError. */
export function stack(tensors: readonly Tensor[], axis: number): Tensor {
  const at = axisOf(axis, tensors[0].shape.length + 1);
  return concat(tensors.map((x) => reshape(x, [...x.shape.slice(0, at), 1, ...x.shape.slice(at)])), at);
}

/** The rows of this file. */
export const structureRows = { rearrange: rearrangeRow, reshape: reshapeRow, barrier: barrierRow, stop: stopRow, gather: gatherRow, scatter: scatterRow, concat: concatRow };
