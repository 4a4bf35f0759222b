/** Matrices of weights and what is made of them, entry by entry: rows, columns and numbers are tables too, and what has one row or column stands for all of them. */
import type { Vector } from '../../optimizers';
import { range } from '../../tensor';
import { unrun } from './unrun';

export interface Table { rows: number; columns: number; entries: Float64Array }

export const table = (rows: number, columns: number, entry: (i: number, j: number) => number): Table => ({ rows, columns, entries: Float64Array.from({ length: rows * columns }, (_, k) => entry(Math.floor(k / columns), k % columns)) });
export const tableOf = (entries: Vector, columns: number): Table => ({ rows: entries.length / columns, columns, entries });

const entry = ({ rows, columns, entries }: Table, i: number, j: number): number => entries[(rows === 1 ? 0 : i) * columns + (columns === 1 ? 0 : j)];
const common = (a: number, b: number): number => { if (a !== b && a !== 1 && b !== 1) unrun(); return Math.max(a, b); };

export function combineTables(a: Table | number, b: Table | number, f: (x: number, y: number) => number): Table {
  const [x, y] = [a, b].map((one) => (typeof one === 'number' ? table(1, 1, () => one) : one));
  return table(common(x.rows, y.rows), common(x.columns, y.columns), (i, j) => f(entry(x, i, j), entry(y, i, j)));
}

/** A row with a column is their inner product; anything else entry by entry, so that a column with a row is the outer one. */
export function multiplyTables(a: Table | number, b: Table | number): Table {
  const isInner = typeof a === 'object' && typeof b === 'object' && a.rows === 1 && b.columns === 1 && a.columns === b.rows;
  return isInner ? sumOver(combineTables(transposeTable(a), b, (x, y) => x * y), 'rows') : combineTables(a, b, (x, y) => x * y);
}

export const transposeTable = (a: Table): Table => table(a.columns, a.rows, (i, j) => entry(a, j, i));

/** Summed over its rows it has one row. */
export function sumOver(a: Table, axis: 'rows' | 'columns'): Table {
  const total = (n: number, at: (k: number) => number): number => range(n).map((k) => at(k)).reduce((sum, x) => sum + x, 0);
  return axis === 'rows' ? table(1, a.columns, (_, j) => total(a.rows, (i) => entry(a, i, j))) : table(a.rows, 1, (i) => total(a.columns, (j) => entry(a, i, j)));
}
