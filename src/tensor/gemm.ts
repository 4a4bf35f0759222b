// Products of matrices in plain arrays: strided loops for small ones, packed blocks for large ones.
import { simdTiles } from './simd';

/** A matrix in an array: where it starts, and how far the next row and the next column are. */
export interface MatrixAt {
  data: Float64Array;
  offset: number;
  row: number;
  column: number;
}

/** out = a · b, or out += a · b, for an m × k and a k × n matrix. */
export type Gemm = (out: MatrixAt, a: MatrixAt, b: MatrixAt, m: number, n: number, k: number, adds: boolean) => void;

/**
 * The innermost kernel of a blocked product. `left` holds tiles of 4 rows and `right` panels of 4 columns, both with the
 * four entries of one depth side by side; `multiply` puts the 4 × 4 products of all tiles with one panel into `out`.
 */
export interface Tiles {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly out: Float64Array;
  multiply(panel: number, tiles: number, depth: number): void;
}

/** Rows (of `a`, or columns of `b`) and depth of a block: packed blocks stay in the second-level cache, a panel in the first. */
export const ROWS = 128;
export const DEPTH = 256;

/** Fewer multiplications than this are not worth packing. */
const SMALL = 4096;

/** The product by whatever is fastest for its size; WebAssembly SIMD where the engine has it. */
export const gemm: Gemm = createGemm();

function createGemm(): Gemm {
  let blocked: Gemm | undefined;
  return (out, a, b, m, n, k, adds) => {
    if (m * n * k < SMALL || m < 4 || n < 2) return stridedGemm(out, a, b, m, n, k, adds);
    blocked ??= blockedGemm(simdTiles(ROWS, DEPTH) ?? plainTiles());
    blocked(out, a, b, m, n, k, adds);
  };
}

export const stridedGemm: Gemm = (out, a, b, m, n, k, adds) => {
  const { data: A, row: ar, column: ac } = a;
  const { data: B, row: br, column: bc } = b;
  const { data: C, row: cr, column: cc } = out;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let p = a.offset + i * ar;
      let q = b.offset + j * bc;
      let sum = 0;
      for (let l = 0; l < k; l++, p += ac, q += br) sum += A[p] * B[q];
      const at = out.offset + i * cr + j * cc;
      C[at] = adds ? C[at] + sum : sum;
    }
  }
};

/** The product in blocks of ROWS × DEPTH of both matrices. */
export function blockedGemm(tiles: Tiles): Gemm {
  return (out, a, b, m, n, k, adds) => {
    const columnsOfA = { data: a.data, offset: a.offset, row: a.row, column: a.column };
    const rowsOfB = { data: b.data, offset: b.offset, row: b.column, column: b.row };
    for (let l = 0; l < k; l += DEPTH) {
      const depth = Math.min(DEPTH, k - l);
      for (let j = 0; j < n; j += ROWS) {
        packBlock(tiles.right, rowsOfB, j, Math.min(ROWS, n - j), l, depth);
        for (let i = 0; i < m; i += ROWS) {
          packBlock(tiles.left, columnsOfA, i, Math.min(ROWS, m - i), l, depth);
          multiplyBlock(tiles, out, { i, j, rows: Math.min(ROWS, m - i), columns: Math.min(ROWS, n - j), depth, adds: adds || l > 0 });
        }
      }
    }
  };
}

interface Block {
  readonly i: number;
  readonly j: number;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly adds: boolean;
}

function multiplyBlock(tiles: Tiles, out: MatrixAt, { i, j, rows, columns, depth, adds }: Block): void {
  for (let c = 0; c < columns; c += 4) {
    tiles.multiply(c >> 2, (rows + 3) >> 2, depth);
    const at = out.offset + i * out.row + (j + c) * out.column;
    if (adds) addTiles(out, at, tiles.out, rows, Math.min(4, columns - c));
    else copyTiles(out, at, tiles.out, rows, Math.min(4, columns - c));
  }
}

/** Packs rows from `i` on, four by four, at the given depth. */
function packBlock(target: Float64Array, { data, offset, row, column }: MatrixAt, i: number, rows: number, from: number, depth: number): void {
  for (let r = 0; r < rows; r += 4) pack(target, r * depth, data, offset + (i + r) * row + from * column, row, column, rows - r, depth);
}

/** Lays four rows (or columns) side by side, with zeros for those beyond the edge. */
function pack(target: Float64Array, t: number, source: Float64Array, s: number, across: number, along: number, count: number, depth: number): void {
  if (count < 4) return packEdge(target, t, source, s, across, along, count, depth);
  for (let l = 0; l < depth; l++, s += along, t += 4) {
    target[t] = source[s];
    target[t + 1] = source[s + across];
    target[t + 2] = source[s + 2 * across];
    target[t + 3] = source[s + 3 * across];
  }
}

function packEdge(target: Float64Array, t: number, source: Float64Array, s: number, across: number, along: number, count: number, depth: number): void {
  for (let l = 0; l < depth; l++, s += along) {
    for (let c = 0; c < 4; c++, t++) target[t] = c < count ? source[s + c * across] : 0;
  }
}

function addTiles({ data, row, column }: MatrixAt, at: number, sums: Float64Array, rows: number, columns: number): void {
  for (let r = 0; r < rows; r++, at += row) {
    for (let c = 0, q = at; c < columns; c++, q += column) data[q] += sums[4 * r + c];
  }
}

function copyTiles({ data, row, column }: MatrixAt, at: number, sums: Float64Array, rows: number, columns: number): void {
  for (let r = 0; r < rows; r++, at += row) {
    for (let c = 0, q = at; c < columns; c++, q += column) data[q] = sums[4 * r + c];
  }
}

/** The kernel in plain JavaScript. */
export function plainTiles(): Tiles {
  const left = new Float64Array(ROWS * DEPTH);
  const right = new Float64Array(ROWS * DEPTH);
  const out = new Float64Array(4 * ROWS);
  const multiply = (panel: number, tiles: number, depth: number): void => {
    for (let tile = 0; tile < tiles; tile++) multiplyTile(left, 4 * tile * depth, right, 4 * panel * depth, 4 * (panel + 1) * depth, out, 16 * tile);
  };
  return { left, right, out, multiply };
}

function multiplyTile(left: Float64Array, p: number, right: Float64Array, from: number, end: number, out: Float64Array, o: number): void {
  for (let r = 0; r < 4; r += 2, p += 2, o += 8) {
    let s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
    for (let q = from, a = p; q < end; q += 4, a += 4) {
      const x = left[a], y = left[a + 1];
      const b0 = right[q], b1 = right[q + 1], b2 = right[q + 2], b3 = right[q + 3];
      s00 += x * b0; s01 += x * b1; s02 += x * b2; s03 += x * b3;
      s10 += y * b0; s11 += y * b1; s12 += y * b2; s13 += y * b3;
    }
    out[o] = s00; out[o + 1] = s01; out[o + 2] = s02; out[o + 3] = s03;
    out[o + 4] = s10; out[o + 5] = s11; out[o + 6] = s12; out[o + 7] = s13;
  }
}
