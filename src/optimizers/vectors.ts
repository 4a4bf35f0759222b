/** The little algebra that the published rules are written in: vectors, entry by entry, and small dense matrices. */

export type Vector = Float64Array;
/** Square, row by row. */
export interface Matrix { n: number; entries: Float64Array }

export const vector = (entries: ArrayLike<number>): Vector => Float64Array.from(entries);
export const zeros = (n: number): Vector => new Float64Array(n);

/** The function of the entries at each place; all vectors have the length of the first. */
export function each(f: (...entries: number[]) => number, ...vectors: Vector[]): Vector {
  const [a, b = a, c = a, d = a, e = a] = vectors;
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = f(a[i], b[i], c[i], d[i], e[i]);
  return out;
}

/** β a + (1 − β) b: an exponentially weighted mean. */
export const mean = (β: number, a: Vector, b: Vector): Vector => each((x, y) => β * x + (1 - β) * y, a, b);
export const square = (a: Vector): Vector => each((x) => x * x, a);
export const sum = (a: Vector): number => a.reduce((total, x) => total + x, 0);
export const norm = (a: Vector): number => Math.sqrt(sum(square(a)));

export const matrix = (n: number, entry: (row: number, column: number) => number): Matrix => ({ n, entries: Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n)) });
export const at = (A: Matrix, row: number, column: number): number => A.entries[row * A.n + column];
export const transpose = (A: Matrix): Matrix => matrix(A.n, (i, j) => at(A, j, i));
export const plus = (A: Matrix, B: Matrix, factor = 1): Matrix => matrix(A.n, (i, j) => at(A, i, j) + factor * at(B, i, j));
export const diagonal = (n: number, entry: (i: number) => number): Matrix => matrix(n, (i, j) => (i === j ? entry(i) : 0));

export function times(A: Matrix, B: Matrix): Matrix {
  return matrix(A.n, (i, j) => { let total = 0; for (let k = 0; k < A.n; k++) total += at(A, i, k) * at(B, k, j); return total; });
}

export function apply(A: Matrix, x: Vector): Vector {
  return Float64Array.from({ length: A.n }, (_, i) => { let total = 0; for (let k = 0; k < A.n; k++) total += at(A, i, k) * x[k]; return total; });
}

/** A⁻¹ by Gauss–Jordan elimination with row exchanges; entries are not finite where A is singular. */
export function inverse(A: Matrix): Matrix {
  const { n } = A;
  const rows = Array.from({ length: n }, (_, i) => [...Array.from({ length: n }, (__, j) => at(A, i, j)), ...Array.from({ length: n }, (__, j) => Number(i === j))]);
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce((best, row, i) => (i >= k && Math.abs(row[k]) > Math.abs(rows[best][k]) ? i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    rows[k] = rows[k].map((x) => x / rows[k][k]);
    rows.forEach((row, i) => { if (i !== k) rows[i] = row.map((x, j) => x - row[k] * rows[k][j]); });
  }
  return matrix(n, (i, j) => rows[i][n + j]);
}
