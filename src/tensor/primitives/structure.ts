// Primitives that hand on their input's data: reshape, and the places where derivatives are cut or stopped.
import { apply, type Row, type Tensor } from '../graph';
import { sameShape, type Shape, ShapeError, sizeOf } from '../shape';

const reshapeRow: Row<{ shape: Shape }> = {
  key: ({ shape }) => shape.join(),
  shape: ([from], { shape }) => {
    if (sizeOf(from) !== sizeOf(shape)) throw new ShapeError(from, shape);
    return shape;
  },
  kernel: 'alias',
  derivative: {
    jvp: (node, _, tangent) => reshape(tangent, [...tangent.shape.slice(0, tangent.shape.length - node.inputs[0].shape.length), ...node.shape]),
    vjp: (node, _, cotangent) => reshape(cotangent, [...cotangent.shape.slice(0, cotangent.shape.length - node.shape.length), ...node.inputs[0].shape]),
  },
  rounding: 'inherited',
  kink: 'smooth',
  cost: () => 0,
};

/** The same entries in row-major order under another shape. Throws ShapeError if the sizes differ. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const source = x.row === (reshapeRow as Row) ? x.inputs[0] : x;
  return sameShape(source.shape, shape) ? source : apply(reshapeRow, [source], { shape: [...shape] });
}

/** With an axis of size 1 behind the others. */
export const asColumn = (x: Tensor): Tensor => reshape(x, [...x.shape, 1]);

const barrierRow: Row<{ tag: string }> = {
  key: ({ tag }) => tag,
  shape: ([shape]) => shape,
  kernel: 'alias',
  derivative: { jvp: (_, __, tangent) => tangent, vjp: (_, __, cotangent) => cotangent },
  rounding: 'inherited',
  kink: 'smooth',
  cost: () => 0,
};

/** The identity, as a node of its own for every tag: a place where derivatives can be cut. */
export function barrier(x: Tensor, tag: string): Tensor {
  return apply(barrierRow, [x], { tag });
}

/** Whether a node is such a place of this tag. */
export function isTagged(x: Tensor, tag: string): boolean {
  return x.row === (barrierRow as Row) && (x.params as { tag: string }).tag === tag;
}

const stopRow: Row<{ tag: string }> = { ...barrierRow, derivative: 'none' };

/** The identity with derivative zero. */
export function stopGradient(x: Tensor): Tensor {
  return apply(stopRow, [x], { tag: '' });
}

/** The rows of this file. */
export const structureRows = { reshape: reshapeRow, barrier: barrierRow, stop: stopRow };
