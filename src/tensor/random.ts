// Seeded streams of random numbers, vectors and matrices.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { identityMatrix } from './dense';

/** Matrices are n × n, row by row. The same seed gives the same numbers. */
export interface Random {
  /** In [from, to). */
  uniform(from?: number, to?: number): number;
  normal(mean?: number, deviation?: number): number;
  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number;
  normals(n: number): Float64Array;
  /** Uniform among positive numbers that sum to 1. */
  simplex(n: number): Float64Array;
  oneHot(n: number): Float64Array;
  symmetric(n: number): Float64Array;
  /** Eigenvalues between 1/2 and 2. */
  positiveDefinite(n: number): Float64Array;
  orthogonal(n: number): Float64Array;
  diagonal(n: number): Float64Array;
  /** Singular values between 1/2 and 2. */
  invertible(n: number): Float64Array;
}

/** The stream of a seed; streams of different seeds are independent of each other. */
export function stream(seed: number | string): Random {
  const generator = xoroshiro128plusFromState(stateOf(`${seed}`));
  const uniform = (from = 0, to = 1): number => from + (to - from) * uniformFloat64(generator);
  const integer = (from: number, to: number): number => from + below(to - from + 1, () => generator.next() + 2 ** 31);
  const normal = (mean = 0, deviation = 1): number => mean + deviation * boxMuller(1 - uniform(), uniform());
  const vector = (n: number, entry: () => number): Float64Array => Float64Array.from({ length: n }, entry);
  const normals = (n: number): Float64Array => vector(n, () => normal());
  const orthogonal = (n: number): Float64Array => orthonormalize(normals(n * n), n);
  const between = (n: number): Float64Array => vector(n, () => 2 ** uniform(-1, 1));
  return {
    uniform, integer, normal, normals, orthogonal,
    simplex: (n) => {
      const parts = vector(n, () => -Math.log(1 - uniform()));
      const total = parts.reduce((a, b) => a + b, 0);
      return parts.map((part) => part / total);
    },
    oneHot: (n) => {
      const hot = integer(0, n - 1);
      return Float64Array.from({ length: n }, (_, i) => Number(i === hot));
    },
    symmetric: (n) => symmetrized(normals(n * n), n),
    positiveDefinite: (n) => {
      const Q = orthogonal(n);
      return symmetrized(sandwich(Q, between(n), Q, n), n);
    },
    diagonal: (n) => sandwich(identityMatrix(n), normals(n), identityMatrix(n), n),
    invertible: (n) => sandwich(orthogonal(n), between(n), orthogonal(n), n),
  };
}

/** Four words of FNV-1a, each of the text with another prefix. */
function stateOf(text: string): number[] {
  return [1, 2, 3, 4].map((word) => {
    let hash = 0x811c9dc5 ^ word;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) | 0;
  });
}

/** Each number below `count` as often as the others: of 2³² words those behind the last multiple of it are not taken. */
function below(count: number, word: () => number): number {
  for (;;) {
    const drawn = word();
    if (drawn < 2 ** 32 - (2 ** 32 % count)) return drawn % count;
  }
}

function boxMuller(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

function symmetrized(A: Float64Array, n: number): Float64Array {
  return A.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return (A[i * n + j] + A[j * n + i]) / 2;
  });
}

/** Pᵀ diag(d) Q. */
function sandwich(P: Float64Array, d: Float64Array, Q: Float64Array, n: number): Float64Array {
  return P.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return d.reduce((total, entry, k) => total + P[k * n + i] * entry * Q[k * n + j], 0);
  });
}

/** Gram and Schmidt on the rows, twice, which is enough (Kahan, Parlett). */
function orthonormalize(A: Float64Array, n: number): Float64Array {
  const Q = A.slice();
  for (let i = 0; i < n; i++) {
    const row = Q.subarray(i * n, (i + 1) * n);
    for (let again = 0; again < 2; again++) for (let j = 0; j < i; j++) removePart(row, Q.subarray(j * n, (j + 1) * n));
    const length = Math.hypot(...row);
    for (let k = 0; k < n; k++) row[k] /= length;
  }
  return Q;
}

function removePart(row: Float64Array, unit: Float64Array): void {
  const part = row.reduce((total, entry, k) => total + entry * unit[k], 0);
  for (let k = 0; k < row.length; k++) row[k] -= part * unit[k];
}
