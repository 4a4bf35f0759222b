// Products of matrices in plain arrays: strided loops for small ones, packed blocks for large ones.
import type { SimdMemory } from './simd';

/** A matrix in an array: where it starts, and how far the next row and the next column are. */
export interface MatrixAt {
  data: Float64Array;
  offset: number;
  row: number;
  column: number;
}

/** out = a · b, or out += a · b, for an m × k and a k × n matrix. */
export type Gemm = (out: MatrixAt, a: MatrixAt, b: MatrixAt, m: number, n: number, k: number, adds: boolean) => void;

/** The two inner loops of a blocked product. */
export interface Kernel {
  /** Packs rows of a matrix, four by four, from `from` on along the depth, into the left or the right block. */
  pack(side: 'left' | 'right', matrix: MatrixAt, row: number, rows: number, from: number, depth: number): void;
  /** out = or += the product of the packed rows with a packed panel of up to four columns. `out` starts at that place. */
  multiply(out: MatrixAt, panel: number, rows: number, columns: number, depth: number, adds: boolean): void;
}

/** Rows (of `a`, or columns of `b`) and depth of a block: packed blocks stay in the second-level cache, a panel in the first. */
export const ROWS = 128;
export const DEPTH = 400;

/** Fewer multiplications than this are not worth packing. */
const SMALL = 4096;

/** The product in blocks; the kernel is made when first needed. */
export function createGemm(createKernel: () => Kernel): Gemm {
  let blocked: Gemm | undefined;
  return (out, a, b, m, n, k, adds) => {
    blocked ??= blockedGemm(createKernel());
    blocked(out, a, b, m, n, k, adds);
  };
}

/** Whether packing does not pay. */
export const isSmall = (m: number, n: number, k: number): boolean => m * n * k < SMALL || m < 4 || n < 2;

/** So many products in a row, and where the matrices of each start. */
export interface Products { m: number; n: number; k: number; rows: number; outAt: Int32Array; aAt: Int32Array; bAt: Int32Array; adds: boolean }

/** Many small products by strided loops: for each of them a call would be dear. */
export function stridedProducts({ data: C, row: cr, column: cc }: MatrixAt, { data: A, row: ar, column: ac }: MatrixAt, { data: B, row: br, column: bc }: MatrixAt, { m, n, k, rows, outAt, aAt, bAt, adds }: Products): void {
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let p = aAt[r] + i * ar;
        let q = bAt[r] + j * bc;
        let sum = 0;
        for (let l = 0; l < k; l++, p += ac, q += br) sum += A[p] * B[q];
        const at = outAt[r] + i * cr + j * cc;
        C[at] = adds ? C[at] + sum : sum;
      }
    }
  }
}

/** The product in blocks of ROWS × DEPTH of both matrices; rows of the result are to be contiguous rather than columns. */
export function blockedGemm(kernel: Kernel): Gemm {
  const product: Gemm = (out, a, b, m, n, k, adds) => {
    if (out.column !== 1 && out.row === 1) return product(transposed(out), transposed(b), transposed(a), n, m, k, adds);
    const columnsOfB = transposed(b);
    for (let l = 0; l < k; l += DEPTH) {
      const depth = Math.min(DEPTH, k - l);
      for (let j = 0; j < n; j += ROWS) {
        const columns = Math.min(ROWS, n - j);
        kernel.pack('right', columnsOfB, j, columns, l, depth);
        for (let i = 0; i < m; i += ROWS) {
          const rows = Math.min(ROWS, m - i);
          kernel.pack('left', a, i, rows, l, depth);
          multiplyBlock(kernel, { ...out, offset: out.offset + i * out.row + j * out.column }, rows, columns, depth, adds || l > 0);
        }
      }
    }
  };
  return product;
}

function transposed({ data, offset, row, column }: MatrixAt): MatrixAt {
  return { data, offset, row: column, column: row };
}

function multiplyBlock(kernel: Kernel, out: MatrixAt, rows: number, columns: number, depth: number, adds: boolean): void {
  for (let c = 0; c < columns; c += 4, out.offset += 4 * out.column) kernel.multiply(out, c >> 2, rows, Math.min(4, columns - c), depth, adds);
}

/** What both kernels are made of: packed blocks, and tiles of 4 × 4 results one below the other. */
interface Blocks {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly out: Float64Array;
}

/** The kernel in plain JavaScript. */
export function plainKernel(): Kernel {
  const blocks = { left: new Float64Array(ROWS * DEPTH), right: new Float64Array(ROWS * DEPTH), out: new Float64Array(4 * ROWS) };
  return {
    pack: (side, matrix, row, rows, from, depth) => packRows(blocks[side], matrix, row, rows, from, depth),
    multiply(out, panel, rows, columns, depth, adds) {
      const { left, right } = blocks;
      for (let tile = 0; 4 * tile < rows; tile++) multiplyTile(left, 4 * tile * depth, right, 4 * panel * depth, 4 * (panel + 1) * depth, blocks.out, 16 * tile);
      moveTiles(out, blocks.out, 0, rows, columns, adds);
    },
  };
}

/** Doubles that the SIMD kernel needs for its blocks. */
export const BLOCKS = 2 * ROWS * DEPTH + 4 * ROWS;

/**
 * The SIMD kernel, its blocks in the last part of a memory. Matrices that lie in the same memory are read and
 * written in place; others are packed and unpacked here.
 */
export function simdKernel({ values, multiply, pack }: SimdMemory): Kernel {
  const start = values.length - BLOCKS;
  const part = (from: number, length: number): Float64Array => values.subarray(start + from, start + from + length);
  const blocks: Blocks = { left: part(0, ROWS * DEPTH), right: part(ROWS * DEPTH, ROWS * DEPTH), out: part(2 * ROWS * DEPTH, 4 * ROWS) };
  const { left: { byteOffset: left }, right: { byteOffset: right }, out: { byteOffset: tiles } } = blocks;
  const inside = ({ data }: MatrixAt): boolean => data.buffer === values.buffer;
  const addressOf = ({ data, offset }: MatrixAt): number => data.byteOffset + 8 * offset;
  return {
    pack(side, matrix, row, rows, from, depth) {
      const whole = inside(matrix) ? rows >> 2 : 0;
      if (whole > 0) pack(blocks[side].byteOffset, addressOf(matrix) + 8 * (row * matrix.row + from * matrix.column), 8 * matrix.row, 8 * matrix.column, whole, depth);
      packRows(blocks[side].subarray(4 * whole * depth), matrix, row + 4 * whole, rows - 4 * whole, from, depth);
    },
    multiply(out, panel, rows, columns, depth, adds) {
      const whole = inside(out) && columns === 4 && out.column === 1 ? rows >> 2 : 0;
      const [strip, rest] = [right + 32 * panel * depth, ((rows + 3) >> 2) - whole];
      if (whole > 0) multiply(left, strip, addressOf(out), whole, depth, 8 * out.row, adds ? 1 : 0);
      if (rest > 0) multiply(left + 32 * whole * depth, strip, tiles, rest, depth, 32, 0);
      moveTiles(out, blocks.out, 4 * whole, rows, columns, adds);
    },
  };
}

/** Packs rows from `row` on, four by four, at the given depth. */
function packRows(target: Float64Array, { data, offset, row: stride, column }: MatrixAt, row: number, rows: number, from: number, depth: number): void {
  for (let r = 0; r < rows; r += 4) pack(target, r * depth, data, offset + (row + r) * stride + from * column, stride, column, rows - r, depth);
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

/** Puts or adds the tiles to the rows from `row` on. */
function moveTiles({ data, offset, row: stride, column }: MatrixAt, tiles: Float64Array, row: number, rows: number, columns: number, adds: boolean): void {
  for (let r = row, t = 0; r < rows; r++, t += 4) {
    for (let c = 0, at = offset + r * stride; c < columns; c++, at += column) data[at] = adds ? data[at] + tiles[t + c] : tiles[t + c];
  }
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
