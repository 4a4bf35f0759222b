// Products of matrices in plain arrays: a strided loop for small ones, packed 4×4 blocks for large ones.
import type { Gemm, MatrixAt } from './graph';

/** Fewer multiplications than this are not worth packing. */
const SMALL = 4096;

/** out += a · b. */
export const gemm: Gemm = (out, a, b, m, n, k) => {
  if (m * n * k < SMALL || m < 4 || n < 4 || k < 4) stridedGemm(out, a, b, m, n, k);
  else packedGemm(out, a, b, m, n, k);
};

const stridedGemm: Gemm = (out, a, b, m, n, k) => {
  const { data: A, row: ar, column: ac } = a;
  const { data: B, row: br, column: bc } = b;
  const { data: C, row: cr, column: cc } = out;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let p = a.offset + i * ar;
      let q = b.offset + j * bc;
      let sum = 0;
      for (let l = 0; l < k; l++, p += ac, q += br) sum += A[p] * B[q];
      C[out.offset + i * cr + j * cc] += sum;
    }
  }
};

const BLOCK = 256;

function packedGemm(out: MatrixAt, a: MatrixAt, b: MatrixAt, m: number, n: number, k: number): void {
  const left = new Float64Array(4 * Math.ceil(m / 4) * Math.min(k, BLOCK));
  const right = new Float64Array(4 * Math.min(k, BLOCK));
  for (let from = 0; from < k; from += BLOCK) {
    const depth = Math.min(BLOCK, k - from);
    for (let i = 0; i < m; i += 4) pack(left, i * depth, a.data, a.offset + i * a.row + from * a.column, a.row, a.column, Math.min(4, m - i), depth);
    for (let j = 0; j < n; j += 4) {
      pack(right, 0, b.data, b.offset + j * b.column + from * b.row, b.column, b.row, Math.min(4, n - j), depth);
      for (let i = 0; i < m; i += 4) multiplyTile(out, i, j, Math.min(4, m - i), Math.min(4, n - j), left, i * depth, right, depth);
    }
  }
}

/** Lays four rows (or columns) side by side, zeros for those beyond the edge. */
function pack(target: Float64Array, t: number, source: Float64Array, s: number, across: number, along: number, count: number, depth: number): void {
  for (let l = 0; l < depth; l++, s += along, t += 4) {
    target[t] = source[s];
    target[t + 1] = count > 1 ? source[s + across] : 0;
    target[t + 2] = count > 2 ? source[s + 2 * across] : 0;
    target[t + 3] = count > 3 ? source[s + 3 * across] : 0;
  }
}

const tile = new Float64Array(16);

function multiplyTile(out: MatrixAt, i: number, j: number, rows: number, columns: number, left: Float64Array, p: number, right: Float64Array, depth: number): void {
  tileProduct(left, p, right, depth);
  for (let r = 0; r < rows; r++) {
    let at = out.offset + (i + r) * out.row + j * out.column;
    for (let c = 0; c < columns; c++, at += out.column) out.data[at] += tile[4 * r + c];
  }
}

/** Sixteen sums in registers, two columns at a time: more would not fit. */
function tileProduct(left: Float64Array, p: number, right: Float64Array, depth: number): void {
  for (let c = 0; c < 4; c += 2) {
    let s00 = 0, s01 = 0, s10 = 0, s11 = 0, s20 = 0, s21 = 0, s30 = 0, s31 = 0;
    for (let l = 0, a = p, b = c; l < depth; l++, a += 4, b += 4) {
      const x = right[b], y = right[b + 1];
      s00 += left[a] * x; s01 += left[a] * y;
      s10 += left[a + 1] * x; s11 += left[a + 1] * y;
      s20 += left[a + 2] * x; s21 += left[a + 2] * y;
      s30 += left[a + 3] * x; s31 += left[a + 3] * y;
    }
    tile[c] = s00; tile[c + 1] = s01; tile[4 + c] = s10; tile[5 + c] = s11;
    tile[8 + c] = s20; tile[9 + c] = s21; tile[12 + c] = s30; tile[13 + c] = s31;
  }
}
