// Where the buffers of a plan live: one array, in which the places of values no longer needed are used again.
import type { View } from './graph';

export interface Heap {
  /** Gives a buffer a place of its own, of which it gets hold at `commit`. */
  place(buffer: View['buffer'], length: number): void;
  /** The place may be given to another buffer of the same length from now on. */
  release(buffer: View['buffer']): void;
  commit(): void;
}

export function createHeap(): Heap {
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
      const others = place && free.get(place.length);
      if (others) others.push(place.offset);
      else if (place) free.set(place.length, [place.offset]);
    },
    commit() {
      const all = new Float64Array(end);
      for (const [buffer, { offset, length }] of places) buffer.data = all.subarray(offset, offset + length);
    },
  };
}
