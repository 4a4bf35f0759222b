// Loop nests: several arrays walked together, with a stride for every axis, as rows of one inner loop.

/** One axis of a walk: its size and, for every array, how far one step moves. */
export interface Loop {
  size: number;
  strides: number[];
}

/** The rows of a walk: `offsets[array][row]` is where the inner loop starts. */
export interface Nest {
  readonly rows: number;
  readonly inner: Loop;
  readonly offsets: readonly Int32Array[];
}

/** Merges axes that every array walks as if they were one, and drops those of size 1. Outermost first. */
export function collapse(loops: readonly Loop[]): Loop[] {
  const merged: Loop[] = [];
  for (const loop of loops) {
    if (loop.size === 1) continue;
    const outer = merged[merged.length - 1];
    if (outer && continues(outer, loop)) {
      outer.size *= loop.size;
      outer.strides = loop.strides;
    } else merged.push({ size: loop.size, strides: loop.strides });
  }
  return merged;
}

function continues(outer: Loop, inner: Loop): boolean {
  for (let i = 0; i < inner.strides.length; i++) if (outer.strides[i] !== inner.strides[i] * inner.size) return false;
  return true;
}

/** The last axis becomes the inner loop, the others a table of offsets. */
export function nestOf(loops: readonly Loop[], arrays: number): Nest {
  const merged = collapse(loops);
  const inner = merged.pop() ?? { size: 1, strides: new Array<number>(arrays).fill(0) };
  return { inner, ...offsetsOf(merged, arrays) };
}

/** Where every array stands at each step of the given axes. */
export function offsetsOf(loops: readonly Loop[], arrays: number): { rows: number; offsets: Int32Array[] } {
  let rows = 1;
  for (const loop of loops) rows *= loop.size;
  const offsets: Int32Array[] = [];
  for (let array = 0; array < arrays; array++) offsets.push(offsetsOfArray(loops, array, rows));
  return { rows, offsets };
}

const START = new Int32Array(1);

function offsetsOfArray(loops: readonly Loop[], array: number, rows: number): Int32Array {
  if (loops.length === 0) return START;
  const offsets = new Int32Array(rows);
  let filled = rows && 1;
  for (let axis = loops.length - 1; axis >= 0; axis--) {
    const { size, strides } = loops[axis];
    const stride = strides[array];
    for (let step = 1; step < size; step++) for (let i = 0; i < filled; i++) offsets[step * filled + i] = offsets[i] + step * stride;
    filled *= size;
  }
  return offsets;
}
