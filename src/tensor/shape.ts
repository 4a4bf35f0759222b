// Shapes of dense arrays: sizes, strides and NumPy broadcasting.

/** Sizes of the axes, outermost first; a scalar is `[]`. */
export type Shape = readonly number[];

/** Shapes that do not fit together: a mistake of the caller, who is expected to compare shapes first. */
export class ShapeError extends Error {
  constructor(readonly left: Shape, readonly right: Shape) {
    super(`shapes [${left}] and [${right}] do not fit`);
  }
}

/** Number of entries. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const n of shape) size *= n;
  return size;
}

/** Size of the last axis. */
export const lastOf = (shape: Shape): number => shape[shape.length - 1];

/** Row-major strides. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The shape both broadcast to. Throws ShapeError. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  return range(rank).map((i) => {
    const m = a[a.length - rank + i] ?? 1;
    const n = b[b.length - rank + i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) throw new ShapeError(a, b);
    return m === 1 ? n : m;
  });
}

/** A negative axis counts from the end. */
export function axisOf(axis: number, rank: number): number {
  const positive = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(positive) || positive < 0 || positive >= rank) throw new RangeError(`axis ${axis} of a tensor of rank ${rank}`);
  return positive;
}

export function range(n: number, from = 0): number[] {
  const all: number[] = [];
  for (let i = 0; i < n; i++) all.push(from + i);
  return all;
}
