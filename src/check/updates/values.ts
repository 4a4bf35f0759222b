/** Numbers, vectors and matrices as students multiply them: vectors with vectors entry by entry, matrices as matrices. */
import * as algebra from '../../optimizers';
import type { Matrix, Vector } from '../../optimizers';

export type Value = number | Vector | Matrix | Row;
/** A transposed vector. */
export interface Row { row: Vector }

/** The line cannot be run: a construct that is not known here, or shapes that do not fit. Thrown often, and so without a stack. */
export class Unrun { constructor(readonly what: string) {} }

/** What is made, or undefined where it cannot be run. */
export function attempt<T>(make: () => T): T | undefined {
  try { return make(); } catch (error) {
    if (error instanceof Unrun) return undefined;
    throw error;
  }
}

export const isVector = (x: Value): x is Vector => x instanceof Float64Array;
export const isMatrix = (x: Value): x is Matrix => typeof x === 'object' && 'n' in x;
const isRow = (x: Value): x is Row => typeof x === 'object' && 'row' in x;

export function map(x: Value, f: (entry: number) => number): Value {
  if (typeof x === 'number') return f(x);
  if (isVector(x)) return x.map(f);
  throw new Unrun('a function of a matrix');
}

/** Entry by entry; a number stands for a vector of its kind. */
export function combine(a: Value, b: Value, f: (x: number, y: number) => number): Value {
  if (typeof a === 'number' && typeof b === 'number') return f(a, b);
  if (typeof a === 'number' && isVector(b)) return b.map((y) => f(a, y));
  if (isVector(a) && typeof b === 'number') return a.map((x) => f(x, b));
  if (isVector(a) && isVector(b)) return a.map((x, i) => f(x, b[i]));
  throw new Unrun('shapes that do not fit');
}

export function add(a: Value, b: Value, sign: number): Value {
  if (isMatrix(a) && isMatrix(b)) return algebra.plus(a, b, sign);
  return combine(a, b, (x, y) => x + sign * y);
}

export function multiply(a: Value, b: Value): Value {
  if (isMatrix(a)) return typeof b === 'number' ? scale(a, b) : isMatrix(b) ? algebra.times(a, b) : isVector(b) ? algebra.apply(a, b) : misfit();
  if (isMatrix(b)) return typeof a === 'number' ? scale(b, a) : isRow(a) ? { row: algebra.apply(algebra.transpose(b), a.row) } : misfit();
  if (isRow(a)) return typeof b === 'number' ? { row: a.row.map((x) => x * b) } : isVector(b) ? algebra.sum(a.row.map((x, i) => x * b[i])) : misfit();
  if (isRow(b)) return typeof a === 'number' ? { row: b.row.map((x) => x * a) } : isVector(a) ? algebra.matrix(a.length, (i, j) => a[i] * b.row[j]) : misfit();
  return combine(a, b, (x, y) => x * y);
}

const scale = (A: Matrix, factor: number): Matrix => ({ n: A.n, entries: A.entries.map((x) => x * factor) });
const misfit = (): never => { throw new Unrun('shapes that do not fit'); };

export function divide(a: Value, b: Value): Value {
  if (isMatrix(a) && typeof b === 'number') return scale(a, 1 / b);
  return combine(a, b, (x, y) => x / y);
}

export function power(a: Value, exponent: Value): Value {
  if (!isMatrix(a)) return combine(a, exponent, (x, y) => x ** y);
  if (exponent === -1) return algebra.inverse(a);
  if (exponent === 2) return algebra.times(a, a);
  throw new Unrun('a power of a matrix');
}

export function transpose(a: Value): Value {
  if (isMatrix(a)) return algebra.transpose(a);
  if (isVector(a)) return { row: a };
  return isRow(a) ? a.row : a;
}

export const norm = (a: Value): Value => (isVector(a) ? algebra.norm(a) : typeof a === 'number' ? Math.abs(a) : misfit());
export const total = (a: Value): Value => (isVector(a) ? algebra.sum(a) : misfit());

/** The matrix with all but the diagonal left out, or with a vector for its diagonal. */
export function diagonalOf(a: Value): Value {
  if (isMatrix(a)) return algebra.diagonal(a.n, (i) => algebra.at(a, i, i));
  return isVector(a) ? algebra.diagonal(a.length, (i) => a[i]) : misfit();
}
