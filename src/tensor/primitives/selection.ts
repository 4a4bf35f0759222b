// Primitives that pick and join along one axis: gather, its transpose scatter, concat, and slices and stacks with them.
import { apply, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { axisOf, range, sameShape, type Shape, ShapeError, sizeOf } from '../shape';
import { reshape } from './structure';

/** Axis counted from the end, so that additional leading axes do not move it. */
interface Selection {
  readonly axis: number;
  readonly indices: readonly number[];
  /** Size of the axis in the larger tensor. */
  readonly size: number;
}

const gatherRow: Row<Selection> = selection(true, {
  shape: ([shape], { axis, indices }) => withAxis(shape, axis, indices.length),
  derivative: {
    jvp: (node, _, tangent) => apply(gatherRow, [tangent], node.params),
    vjp: (node, _, cotangent) => apply(scatterRow, [cotangent], node.params),
  },
});

const scatterRow: Row<Selection> = selection(false, {
  shape: ([shape], { axis, size }) => withAxis(shape, axis, size),
  derivative: {
    jvp: (node, _, tangent) => apply(scatterRow, [tangent], node.params),
    vjp: (node, _, cotangent) => apply(gatherRow, [cotangent], node.params),
  },
});

function selection(gathers: boolean, own: Pick<Row<Selection>, 'shape' | 'derivative'>): Row<Selection> {
  return {
    ...own,
    key: ({ axis, indices, size }) => `${axis}/${size}:${indices}`,
    kernel: (step) => selectionKernel(step, step.inputs[0].buffer, step.output.buffer, gathers),
    rounding: (step) => roundSelection(step, gathers),
    kink: 'smooth',
    cost: (node) => sizeOf(node.shape),
  };
}

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

/** Where indices repeat, entries are added. */
function roundSelection(step: RoundingStep<Selection>, gathers: boolean): void {
  selectionKernel(step, { data: step.errors[0] }, { data: step.error }, gathers)();
  if (gathers) return;
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
  key: ({ axis }) => `${axis}`,
  shape: (shapes, { axis }) => {
    for (const shape of shapes) {
      if (!sameShape(withAxis(shape, axis, 0), withAxis(shapes[0], axis, 0))) throw new ShapeError(shapes[0], shape);
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
  const { axis } = step.params;
  const perSample = sizeOf(step.output.shape.slice(0, step.output.shape.length + axis));
  const parts = step.inputs.map(({ shape }) => sizeOf(shape.slice(shape.length + axis)));
  return () => {
    let q = 0;
    for (let o = 0; o < step.samples * perSample; o++) {
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
export const selectionRows = { gather: gatherRow, scatter: scatterRow, concat: concatRow };
