// Products of matrices: the plain and the SIMD kernel against strided loops.
import assert from 'node:assert/strict';
import { stream } from '../../src/tensor';
import { BLOCKS, blockedGemm, type Gemm, type MatrixAt, plainKernel, simdKernel, stridedProducts } from '../../src/tensor/gemm';
import { simdAllocator } from '../../src/tensor/simd';

const SIZES = [[1, 1, 1], [4, 4, 4], [5, 7, 3], [130, 9, 258], [3, 2, 600], [129, 4, 1], [64, 64, 64], [8, 0, 4], [140, 133, 3]];

/** A matrix inside a larger array, by rows or by columns. */
function place(rows: number, columns: number, byColumns: boolean): MatrixAt {
  const data = stream(`${rows} ${columns}`).normals(rows * columns + 3);
  return { data, offset: 3, row: byColumns ? 1 : columns, column: byColumns ? rows : 1 };
}

const loops: Gemm = (out, a, b, m, n, k, adds) => stridedProducts(out, a, b, { m, n, k, rows: 1, outAt: Int32Array.of(out.offset), aAt: Int32Array.of(a.offset), bAt: Int32Array.of(b.offset), adds });

function product(gemm: Gemm, m: number, n: number, k: number, layout: number): Float64Array {
  const out = place(m, n, (layout & 4) > 0);
  gemm(out, place(m, k, (layout & 1) > 0), place(k, n, (layout & 2) > 0), m, n, k, (layout & 8) > 0);
  return out.data;
}

describe('products of matrices', () => {
  const memory = simdAllocator()(200_000 + BLOCKS);
  assert.ok(memory, 'SIMD is there in every engine these tests run in');
  const [plain, simd] = [plainKernel(), simdKernel(memory)].map(blockedGemm);

  /** The same, with the matrices in the kernel's own memory. */
  const inPlace: Gemm = (out, a, b, ...rest) => {
    let end = 0;
    const [C, A, B] = [out, a, b].map((matrix) => {
      const data = memory.values.subarray(end, end + matrix.data.length);
      end += matrix.data.length;
      data.set(matrix.data);
      return { ...matrix, data };
    });
    simd(C, A, B, ...rest);
    out.data.set(C.data);
  };

  for (const [name, gemm] of Object.entries({ 'in plain JavaScript': plain, 'in SIMD': simd, 'in SIMD in place': inPlace })) {
    it(`${name} agree with loops in every layout`, () => {
      for (const [m, n, k] of SIZES) {
        for (let layout = 0; layout < 16; layout++) {
          const expected = product(loops, m, n, k, layout);
          product(gemm, m, n, k, layout).forEach((value, i) => {
            assert.ok(Math.abs(value - expected[i]) <= 1e-12 * (1 + Math.abs(expected[i])), `${m} × ${k} × ${n}, layout ${layout}`);
          });
        }
      }
    });
  }

  it('are the same to the last bit in both kernels', () => {
    assert.deepEqual(product(plain, 37, 21, 600, 0), product(simd, 37, 21, 600, 0));
  });

  it('do without SIMD where there is none', () => {
    const { Memory } = WebAssembly;
    try {
      WebAssembly.Memory = undefined as unknown as typeof Memory;
      assert.equal(simdAllocator()(1), undefined);
    } finally {
      WebAssembly.Memory = Memory;
    }
  });
});
