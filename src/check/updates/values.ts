/** Numbers, vectors and matrices as students multiply them: vectors with vectors entry by entry, matrices as matrices. */
import * as algebra from '../../optimizers';
import type { Matrix, Vector } from '../../optimizers';
import { combineTables, multiplyTables, sumOver, type Table, transposeTable } from './tables';
import { unrun } from './unrun';

export { attempt, unrun } from './unrun';

export type Value = number | Vector | Matrix | Row | Table | Ones;
/** A transposed vector. */
export interface Row { row: Vector }
/** `1_n` times a number: of any length, but one label has one in all lines. */
export interface Ones { ones: string; isRow: boolean; factor: number; lengths: Map<string, number> }
export type Side = 'rows' | 'columns';

export const isVector = (x: Value): x is Vector => x instanceof Float64Array;
export const isMatrix = (x: Value): x is Matrix => typeof x === 'object' && 'n' in x;
const isRow = (x: Value): x is Row => typeof x === 'object' && 'row' in x;
const isOnes = (x: Value): x is Ones => typeof x === 'object' && 'ones' in x;
export const isTable = (x: Value): x is Table => typeof x === 'object' && 'columns' in x;
/** Both are numbers or tables, and not both numbers. */
const areTables = (pair: [Value, Value]): pair is [Table | number, Table | number] => pair.some(isTable) && pair.every((x) => typeof x === 'number' || isTable(x));

export function map(x: Value, f: (entry: number) => number): Value {
  if (typeof x === 'number') return f(x);
  if (isVector(x)) return x.map(f);
  if (isTable(x)) return { ...x, entries: x.entries.map(f) };
  unrun(); // a function of a matrix
}

/** Entry by entry; a number stands for a vector of its kind. */
export function combine(a: Value, b: Value, f: (x: number, y: number) => number): Value {
  if (typeof a === 'number' && typeof b === 'number') return f(a, b);
  if (typeof a === 'number' && isVector(b)) return b.map((y) => f(a, y));
  if (isVector(a) && typeof b === 'number') return a.map((x) => f(x, b));
  if (isVector(a) && isVector(b)) return a.map((x, i) => f(x, b[i]));
  const pair: [Value, Value] = [a, b];
  if (areTables(pair)) return combineTables(...pair, f);
  unrun();
}

export function add(a: Value, b: Value, sign: number): Value {
  if (isMatrix(a) && isMatrix(b)) return algebra.plus(a, b, sign);
  return combine(a, b, (x, y) => x + sign * y);
}

export function multiply(a: Value, b: Value): Value {
  const pair: [Value, Value] = [a, b];
  if (areTables(pair)) return multiplyTables(...pair);
  if (isOnes(a) || isOnes(b)) return withOnes(a, b);
  if (isMatrix(a)) return typeof b === 'number' ? scale(a, b) : isMatrix(b) ? algebra.times(a, b) : isVector(b) ? algebra.apply(a, b) : misfit();
  if (isMatrix(b)) return typeof a === 'number' ? scale(b, a) : isRow(a) ? { row: algebra.apply(algebra.transpose(b), a.row) } : misfit();
  if (isRow(a)) return typeof b === 'number' ? { row: a.row.map((x) => x * b) } : isVector(b) ? algebra.sum(a.row.map((x, i) => x * b[i])) : misfit();
  if (isRow(b)) return typeof a === 'number' ? { row: b.row.map((x) => x * a) } : isVector(a) ? algebra.matrix(a.length, (i, j) => a[i] * b.row[j]) : misfit();
  return combine(a, b, (x, y) => x * y);
}

/** `A 1_m` are the sums of the rows, `1_n^T A` those of the columns; a scaled `1_n 1_m^T` is added to every entry. */
function withOnes(a: Value, b: Value): Value {
  if (isOnes(a) && isOnes(b)) return !a.isRow && b.isRow ? a.factor * b.factor : misfit();
  const [ones, other] = isOnes(a) ? [a, b] : [b as Ones, a];
  if (typeof other === 'number') return { ...ones, factor: other * ones.factor };
  if (isTable(other)) return ones.isRow === isOnes(a) ? summed(ones, other[ones.isRow ? 'rows' : 'columns'], sumOver(other, ones.isRow ? 'rows' : 'columns')) : misfit();
  return isVector(other) && ones.isRow && isOnes(a) ? summed(ones, other.length, algebra.sum(other)) : misfit();
}

function summed({ ones, lengths, factor }: Ones, length: number, sums: Value): Value {
  if ((lengths.get(ones) ?? length) !== length) misfit();
  lengths.set(ones, length);
  return multiply(factor, sums);
}

const numberIn = (x: Table): Value => (x.entries.length === 1 ? x.entries[0] : x);

const scale = (A: Matrix, factor: number): Matrix => ({ n: A.n, entries: A.entries.map((x) => x * factor) });
const misfit = (): never => unrun();

export function divide(a: Value, b: Value): Value {
  if (isMatrix(a) && typeof b === 'number') return scale(a, 1 / b);
  return combine(a, b, (x, y) => x / y);
}

export function power(a: Value, exponent: Value): Value {
  if (!isMatrix(a)) return combine(a, exponent, (x, y) => x ** y);
  if (exponent === -1) return algebra.inverse(a);
  if (exponent === 2) return algebra.times(a, a);
  unrun(); // a power of a matrix
}

export function transpose(a: Value): Value {
  if (isMatrix(a)) return algebra.transpose(a);
  if (isVector(a)) return { row: a };
  if (isTable(a)) return transposeTable(a);
  if (isOnes(a)) return { ...a, isRow: !a.isRow };
  return isRow(a) ? a.row : a;
}

export const norm = (a: Value): Value => (isVector(a) ? algebra.norm(a) : isTable(a) ? algebra.norm(a.entries) : typeof a === 'number' ? Math.abs(a) : misfit());
/** Over the entries; of a table over the side that the letter counts. */
export const total = (a: Value, side: Side): Value => (isVector(a) ? algebra.sum(a) : isTable(a) ? numberIn(sumOver(a, side)) : misfit());
/** How many entries that is. */
export const countOf = (a: Value, side: Side): number => (isVector(a) ? a.length : isTable(a) ? a[side] : misfit());
/** The root of the mean of the squares. */
export const rootMeanSquare = (a: Value): Value => { const { length } = isTable(a) ? a.entries : isVector(a) ? a : misfit(); return (norm(a) as number) / Math.sqrt(length); };

/** The matrix with all but the diagonal left out, or with a vector for its diagonal. */
export function diagonalOf(a: Value): Value {
  if (isMatrix(a)) return algebra.diagonal(a.n, (i) => algebra.at(a, i, i));
  return isVector(a) ? algebra.diagonal(a.length, (i) => a[i]) : misfit();
}
