// Where the buffers of a plan live: one array, in which the places of values no longer needed are used again.
import { gemm } from './gemm';
import type { Gemm, View } from './graph';

export interface Heap {
  readonly gemm: Gemm;
  /** Gives a buffer a place of its own, of which it gets hold at `commit`. */
  place(buffer: View['buffer'], length: number): void;
  /** The place may be given to another buffer from now on. */
  release(buffer: View['buffer']): void;
  commit(): void;
}

/** A heap of plain arrays. */
export function plainHeap(): Heap {
  return { gemm, ...arena((length) => new Float64Array(length)) };
}

function arena(allocate: (length: number) => Float64Array): Omit<Heap, 'gemm'> {
  const places = new Map<View['buffer'], { offset: number; length: number }>();
  const free = new Map<number, number[]>();
  let end = 0;
  return {
    place(buffer, length) {
      const offset = free.get(length)?.pop() ?? end;
      if (offset === end) end += length;
      places.set(buffer, { offset, length });
    },
    release(buffer) {
      const place = places.get(buffer);
      if (place) free.set(place.length, [...(free.get(place.length) ?? []), place.offset]);
    },
    commit() {
      const all = allocate(end);
      for (const [buffer, { offset, length }] of places) buffer.data = all.subarray(offset, offset + length);
    },
  };
}
