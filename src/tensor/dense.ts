// Decompositions of one small dense matrix, row by row in a plain array.

/** LU with partial pivoting: L below the diagonal (unit), U above, the row taken at each step, the sign of the permutation. */
export interface Lu {
  readonly n: number;
  readonly factors: Float64Array;
  readonly pivots: Int32Array;
  readonly sign: number;
}

/** Factors a copy of an n × n matrix; a singular one has a zero on the diagonal of U. */
export function luFactor(A: Float64Array, n: number): Lu {
  const factors = A.slice(0, n * n);
  const pivots = new Int32Array(n);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    pivots[k] = pivotRow(factors, n, k);
    if (pivots[k] !== k) {
      swapRows(factors, n, k, pivots[k]);
      sign = -sign;
    }
    eliminateBelow(factors, n, k);
  }
  return { n, factors, pivots, sign };
}

function pivotRow(A: Float64Array, n: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]) > Math.abs(A[best * n + k])) best = i;
  return best;
}

function swapRows(A: Float64Array, width: number, i: number, j: number): void {
  for (let k = 0; k < width; k++) {
    const entry = A[i * width + k];
    A[i * width + k] = A[j * width + k];
    A[j * width + k] = entry;
  }
}

function eliminateBelow(A: Float64Array, n: number, k: number): void {
  for (let i = k + 1; i < n; i++) {
    const factor = A[i * n + k] / A[k * n + k];
    A[i * n + k] = factor;
    for (let j = k + 1; j < n; j++) A[i * n + j] -= factor * A[k * n + j];
  }
}

/** The determinant of a factored matrix. */
export function luDeterminant({ n, factors, sign }: Lu): number {
  let det = sign;
  for (let k = 0; k < n; k++) {
    if (factors[k * n + k] === 0) return 0;
    det *= factors[k * n + k];
  }
  return det;
}

/** log det; NaN where the determinant is negative, −∞ where it is zero. */
export function luLogDeterminant({ n, factors, sign }: Lu): number {
  let negative = sign < 0;
  let total = 0;
  for (let k = 0; k < n; k++) {
    const pivot = factors[k * n + k];
    if (pivot === 0) return Number.NEGATIVE_INFINITY;
    if (pivot < 0) negative = !negative;
    total += Math.log(Math.abs(pivot));
  }
  return negative ? Number.NaN : total;
}

/** Replaces the n × columns matrix B by the solution of A X = B. */
export function luSolve({ n, factors, pivots }: Lu, B: Float64Array, columns: number): void {
  for (let k = 0; k < n; k++) if (pivots[k] !== k) swapRows(B, columns, k, pivots[k]);
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) subtractRow(B, columns, i, factors[i * n + k], k);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(B, columns, i, factors[i * n + k], k);
    for (let j = 0; j < columns; j++) B[i * columns + j] /= factors[i * n + i];
  }
}

function subtractRow(B: Float64Array, width: number, i: number, factor: number, k: number): void {
  for (let j = 0; j < width; j++) B[i * width + j] -= factor * B[k * width + j];
}

export function identityMatrix(n: number): Float64Array {
  const I = new Float64Array(n * n);
  for (let i = 0; i < n; i++) I[i * n + i] = 1;
  return I;
}

/** (A + Aᵀ)/2. */
export function symmetricPart(A: Float64Array, n: number): Float64Array {
  const S = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) S[i * n + j] = (A[i * n + j] + A[j * n + i]) / 2;
  return S;
}

/** Lower triangle L with L Lᵀ = A for a symmetric A; NaN where A is not positive definite. */
export function choleskyFactor(A: Float64Array, n: number): Float64Array {
  const L = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let entry = A[i * n + j];
      for (let k = 0; k < j; k++) entry -= L[i * n + k] * L[j * n + k];
      L[i * n + j] = i === j ? (entry > 0 ? Math.sqrt(entry) : Number.NaN) : entry / L[j * n + j];
    }
  }
  return L;
}

/** Eigenvalues in ascending order; row i of `vectors` is the unit eigenvector of value i, its largest entry positive. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/** Cyclic Jacobi rotations on a symmetric matrix (Golub and Van Loan, Matrix Computations, §8.5). */
export function symmetricEigen(A: Float64Array, n: number): Eigen {
  const D = A.slice(0, n * n);
  const V = identityMatrix(n);
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(D, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotateSymmetric(D, V, n, p, q);
  }
  return sorted(Float64Array.from({ length: n }, (_, i) => D[i * n + i]), V, n);
}

/** Sum of what does not yet vanish beside the diagonal. */
function offDiagonal(D: Float64Array, n: number): number {
  let total = 0;
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) total += Math.abs(D[p * n + q]);
  return total;
}

function rotateSymmetric(D: Float64Array, V: Float64Array, n: number, p: number, q: number): void {
  const apq = D[p * n + q];
  const scale = Math.abs(D[p * n + p]) + Math.abs(D[q * n + q]);
  if (apq === 0) return;
  if (scale + Math.abs(apq) * 0.01 === scale) {
    D[p * n + q] = D[q * n + p] = 0;
    return;
  }
  const [c, s] = rotation(D[p * n + p], D[q * n + q], apq);
  for (let k = 0; k < n; k++) rotatePair(D, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) rotatePair(D, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) rotatePair(V, p * n + k, q * n + k, c, s);
  D[p * n + q] = D[q * n + p] = 0;
}

/** Cosine and sine that make [[a, b], [b, d]] diagonal, by the smaller angle. */
function rotation(a: number, d: number, b: number): [number, number] {
  const tau = (d - a) / (2 * b);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  return [c, t * c];
}

function rotatePair(A: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = A[i];
  const y = A[j];
  A[i] = c * x - s * y;
  A[j] = s * x + c * y;
}

function sorted(values: Float64Array, V: Float64Array, n: number): Eigen {
  const order = Array.from(values.keys()).sort((i, j) => values[i] - values[j]);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    const row = V.subarray(from * n, (from + 1) * n);
    const sign = signOfLargest(row);
    row.forEach((entry, k) => {
      vectors[to * n + k] = sign * entry;
    });
  });
  return { values: Float64Array.from(order, (i) => values[i]), vectors };
}

function signOfLargest(v: Float64Array): number {
  let best = 0;
  for (const entry of v) if (Math.abs(entry) > Math.abs(best)) best = entry;
  return best < 0 ? -1 : 1;
}

/** Thin singular value decomposition: values descending, row i of `left` and of `right` the singular vectors of value i. */
export interface Singular {
  readonly values: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** One-sided Jacobi rotations (Golub and Van Loan, Matrix Computations, §8.6.3) on the longer side. */
export function singularValues(A: Float64Array, m: number, n: number): Singular {
  const wide = m < n;
  const [k, length] = wide ? [m, n] : [n, m];
  const W = wide ? A.slice(0, m * n) : transposed(A, m, n);
  const V = identityMatrix(k);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) if (!orthogonalizeRows(W, V, k, length)) break;
  const found = collectSingular(W, V, k, length);
  return wide ? { values: found.values, left: found.right, right: found.left } : found;
}

function transposed(A: Float64Array, m: number, n: number): Float64Array {
  const T = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) T[j * m + i] = A[i * n + j];
  return T;
}

/** One sweep over all pairs of rows; false when all were orthogonal already. */
function orthogonalizeRows(W: Float64Array, V: Float64Array, k: number, length: number): boolean {
  let rotated = false;
  for (let p = 0; p < k; p++) {
    for (let q = p + 1; q < k; q++) {
      const [a, d, b] = [dotRows(W, length, p, p), dotRows(W, length, q, q), dotRows(W, length, p, q)];
      if (!(Math.abs(b) > 1e-16 * Math.sqrt(a * d))) continue;
      rotated = true;
      const [c, s] = rotation(a, d, b);
      for (let i = 0; i < length; i++) rotatePair(W, p * length + i, q * length + i, c, s);
      for (let i = 0; i < k; i++) rotatePair(V, p * k + i, q * k + i, c, s);
    }
  }
  return rotated;
}

function dotRows(W: Float64Array, length: number, p: number, q: number): number {
  let total = 0;
  for (let i = 0; i < length; i++) total += W[p * length + i] * W[q * length + i];
  return total;
}

function collectSingular(W: Float64Array, V: Float64Array, k: number, length: number): Singular {
  const norms = Array.from({ length: k }, (_, i) => Math.sqrt(dotRows(W, length, i, i)));
  const order = norms.map((_, i) => i).sort((i, j) => norms[j] - norms[i]);
  const left = new Float64Array(k * length);
  const right = new Float64Array(k * k);
  order.forEach((from, to) => {
    const sign = signOfLargest(V.subarray(from * k, (from + 1) * k));
    for (let i = 0; i < length; i++) left[to * length + i] = (sign * W[from * length + i]) / norms[from];
    for (let i = 0; i < k; i++) right[to * k + i] = sign * V[from * k + i];
  });
  return { values: Float64Array.from(order, (i) => norms[i]), left, right };
}

/** Frobenius norm. */
export function frobenius(A: Float64Array): number {
  let total = 0;
  for (const entry of A) total += entry * entry;
  return Math.sqrt(total);
}
