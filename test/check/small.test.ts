import assert from 'node:assert/strict';
import fc from 'fast-check';
import { smallValues } from '../../src/check/small';
import { stream } from '../../src/tensor';

/** Whether the values of one draw are in the domain; `n` is the length of the last axis. */
const HOLDS = {
  symmetric: (v: number[], n: number) => v.every((x, at) => Number.isInteger(x) && x === v[(at % n) * n + Math.floor(at / n)]),
  diagonal: (v: number[], n: number) => v.every((x, at) => Number.isInteger(x) && (x === 0 || at % (n + 1) === 0)),
  orthogonal: (v: number[], n: number) => gram(v, n).every((x, at) => x === Number(at % (n + 1) === 0)),
  'positive definite': (v: number[], n: number) => v.every(Number.isInteger) && pivots(v, n).every((pivot) => pivot > 0),
  simplex: (v: number[]) => v.every((x) => x > 0) && v.reduce((sum, x) => sum + x, 0) === 1,
  'one-hot': (v: number[]) => v.filter((x) => x === 1).length === 1 && v.every((x) => x === 0 || x === 1),
} as const;

const gram = (v: number[], n: number): number[] => v.map((_, at) => Array.from({ length: n }, (_, k) => v[Math.floor(at / n) * n + k] * v[(at % n) * n + k]).reduce((sum, x) => sum + x, 0));

/** Of Gaussian elimination: all positive where a symmetric matrix is positive definite. */
function pivots(v: number[], n: number): number[] {
  const rows = Array.from({ length: n }, (_, i) => v.slice(i * n, (i + 1) * n));
  return rows.map((row, i) => {
    for (const below of rows.slice(i + 1)) { const factor = below[i] / row[i]; below.forEach((_, j) => { below[j] -= factor * row[j]; }); }
    return row[i];
  });
}

describe('small values', () => {
  for (const domain of Object.keys(HOLDS) as (keyof typeof HOLDS)[]) {
    it(`are in their domain: ${domain}`, () => {
      fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(119), fc.string(), (n, point, seed) => {
        const size = ['simplex', 'one-hot'].includes(domain) ? n : n * n;
        return HOLDS[domain](smallValues(domain, size, { n, point, random: stream(seed) }), n);
      }));
    });
  }

  it('fill a stack of vectors', () => {
    const values = smallValues('simplex', 6, { n: 2, point: 0, random: stream('stack') });
    assert.deepEqual([0, 2, 4].map((at) => values[at] + values[at + 1]), [1, 1, 1]);
  });
});
