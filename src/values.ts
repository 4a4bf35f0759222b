/** Values of counterexamples: numbers, rows, and rows of rows, and where two of them differ. */
import type { PlainValue } from './report';

/** A value as rows of numbers; undefined for what has more axes than a matrix. A vector is one row. */
export function rowsOf(value: PlainValue): number[][] | undefined {
  if (!Array.isArray(value)) return [[value]];
  const rows = value.some(Array.isArray) ? value : [value];
  return rows.every((row) => Array.isArray(row) && row.every((entry) => typeof entry === 'number')) ? (rows as number[][]) : undefined;
}

/** Tells for each place of the rows whether the other value has another number there. */
export function differences(value: PlainValue, other: PlainValue): (row: number, column: number) => boolean {
  const [rows, others] = [rowsOf(value), rowsOf(other)];
  return (row, column) => rows !== undefined && others !== undefined && rows[row]?.[column] !== others[row]?.[column];
}
