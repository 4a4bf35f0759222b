// Where the buffers of a plan live: one array for all plans, in which the places of values no longer needed are used again.
import { BLOCKS, createGemm, type Gemm, plainKernel, simdKernel } from './gemm';
import type { View } from './graph';
import { createRoom } from './room';
import { simdAllocator } from './simd';

export interface Heap {
  /** Gives a buffer a place of its own, of which it gets hold at `commit`. */
  place(buffer: View['buffer'], length: number): void;
  /** The same for what is computed once: no other plan overwrites it. Comes before all other places. */
  keep(buffer: View['buffer'], length: number): void;
  /** The place may be given to another buffer of the same length from now on. */
  release(buffer: View['buffer']): void;
  /** Allocates; a program with a step of many flops lives in a WebAssembly memory, if there is one. Returns the product of matrices for it. */
  commit(heaviest: number): Gemm;
}

/** Steps of fewer flops are done before a memory is made. */
const HEAVY = 2e5;

const allocateSimd = simdAllocator();

/** Runs do not overlap, and read their results out, so that all plans may compute in the same memory. */
const room = createRoom();

/** Products outside of heavy programs, in plain arrays. */
const plainGemm = createGemm(plainKernel);

export function createHeap(): Heap {
  const places = new Map<View['buffer'], { offset: number; length: number }>();
  const free = new Map<number, number[]>();
  let kept = 0;
  let end = 0;
  return {
    keep(buffer, length) {
      places.set(buffer, { offset: end, length });
      kept = end += length;
    },
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
    commit(heaviest) {
      const simd = heaviest < HEAVY ? undefined : allocateSimd(end + BLOCKS);
      const own = simd?.values ?? new Float64Array(kept);
      const shared = simd ? simd.values.subarray(kept) : room(end - kept);
      for (const [buffer, { offset, length }] of places) {
        const [whole, from] = offset < kept ? [own, offset] : [shared, offset - kept];
        buffer.data = new Float64Array(whole.buffer, whole.byteOffset + 8 * from, length);
      }
      return simd ? createGemm(() => simdKernel(simd)) : plainGemm;
    },
  };
}
