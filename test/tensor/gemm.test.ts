// Products of matrices: the plain and the SIMD kernel against strided loops.
import assert from 'node:assert/strict';
import { stream } from '../../src/tensor';
import { blockedGemm, DEPTH, type Gemm, type MatrixAt, plainTiles, ROWS, stridedGemm } from '../../src/tensor/gemm';
import { simdTiles } from '../../src/tensor/simd';

const SIZES = [[1, 1, 1], [4, 4, 4], [5, 7, 3], [130, 9, 258], [3, 2, 600], [129, 4, 1], [64, 64, 64], [8, 0, 4], [140, 133, 3]];

/** A matrix inside a larger array, by rows or by columns. */
function place(rows: number, columns: number, byColumns: boolean): MatrixAt {
  const data = stream(`${rows} ${columns}`).normals(rows * columns + 3);
  return { data, offset: 3, row: byColumns ? 1 : columns, column: byColumns ? rows : 1 };
}

function product(gemm: Gemm, m: number, n: number, k: number, layout: number): Float64Array {
  const out = place(m, n, (layout & 4) > 0);
  gemm(out, place(m, k, (layout & 1) > 0), place(k, n, (layout & 2) > 0), m, n, k, (layout & 8) > 0);
  return out.data;
}

describe('products of matrices', () => {
  const simd = simdTiles(ROWS, DEPTH);
  it('have a SIMD kernel here', () => assert.ok(simd));
  for (const [name, tiles] of [['plain', plainTiles()], ['SIMD', simd ?? plainTiles()]] as const) {
    it(`${name} blocks agree with loops in every layout`, () => {
      for (const [m, n, k] of SIZES) {
        for (let layout = 0; layout < 16; layout++) {
          const expected = product(stridedGemm, m, n, k, layout);
          product(blockedGemm(tiles), m, n, k, layout).forEach((value, i) => {
            assert.ok(Math.abs(value - expected[i]) <= 1e-12 * (1 + Math.abs(expected[i])), `${m} × ${k} × ${n}, layout ${layout}`);
          });
        }
      }
    });
  }

  it('are the same to the last bit in both kernels', () => {
    const both = [plainTiles(), simd ?? plainTiles()].map((tiles) => product(blockedGemm(tiles), 37, 21, 300, 0));
    assert.deepEqual(both[0], both[1]);
  });
});
