// A slow and obvious evaluator: every operation is a formula for one entry, tabulated with loops over indices.
import type { Shape } from '../../src/tensor';

export type Index = readonly number[];

/** An array as a function of its indices. */
export interface Table {
  readonly shape: Shape;
  at(index: Index): number;
}

export function indices(shape: Shape): number[][] {
  return shape.reduce<number[][]>((found, n) => found.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i])), [[]]);
}

export function tabulate(shape: Shape, entry: (index: Index) => number): Table {
  const entries = new Map(indices(shape).map((index) => [index.join(), entry(index)]));
  return { shape, at: (index) => entries.get(index.join()) as number };
}

export function toArray(table: Table): number[] {
  return indices(table.shape).map((index) => table.at(index));
}

export function fromArray(values: ArrayLike<number>, shape: Shape): Table {
  let next = 0;
  return tabulate(shape, () => values[next++]);
}

/** The entry that broadcasting puts at an index. */
function broadcastAt(x: Table, index: Index): number {
  const own = index.slice(index.length - x.shape.length);
  return x.at(own.map((i, axis) => (x.shape[axis] === 1 ? 0 : i)));
}

export function mapEntries(f: (...values: number[]) => number, ...tables: Table[]): Table {
  const rank = Math.max(...tables.map((x) => x.shape.length));
  const shape = Array.from({ length: rank }, (_, axis) => {
    const sizes = tables.map((x) => x.shape[axis - rank + x.shape.length] ?? 1);
    return sizes.find((n) => n !== 1) ?? 1;
  });
  return tabulate(shape, (index) => f(...tables.map((x) => broadcastAt(x, index))));
}

/** Folds an axis with a function of the entries along it; the axis is dropped. */
export function foldAxis(x: Table, axis: number, fold: (values: number[]) => number): Table {
  const shape = x.shape.filter((_, i) => i !== axis);
  return tabulate(shape, (index) => fold(Array.from({ length: x.shape[axis] }, (_, i) => x.at([...index.slice(0, axis), i, ...index.slice(axis)]))));
}

/** Sums a product over every label that the output lacks, and puts zero where repeated labels of the output differ. */
export function einsum(tables: readonly Table[], labels: readonly (readonly string[])[], output: readonly string[]): Table {
  const sizes = new Map(tables.flatMap((x, k) => x.shape.map((n, axis): [string, number] => [labels[k][axis], n])));
  const summed = [...sizes.keys()].filter((label) => !output.includes(label));
  return tabulate(output.map((label) => sizes.get(label) as number), (index) => {
    if (output.some((label, i) => index[output.indexOf(label)] !== index[i])) return 0;
    let total = 0;
    for (const inner of indices(summed.map((label) => sizes.get(label) as number))) {
      const value = (label: string): number => (output.includes(label) ? index[output.indexOf(label)] : inner[summed.indexOf(label)]);
      total += tables.reduce((product, x, k) => product * x.at(labels[k].map(value)), 1);
    }
    return total;
  });
}

export function transpose(x: Table, permutation: readonly number[]): Table {
  return tabulate(permutation.map((axis) => x.shape[axis]), (index) => x.at(permutation.map((_, axis) => index[permutation.indexOf(axis)])));
}

export function gather(x: Table, axis: number, places: readonly number[]): Table {
  return tabulate(x.shape.map((n, i) => (i === axis ? places.length : n)), (index) => x.at(index.map((i, at) => (at === axis ? places[i] : i))));
}

export function concat(x: Table, y: Table, axis: number): Table {
  const first = x.shape[axis];
  return tabulate(x.shape.map((n, i) => (i === axis ? n + y.shape[axis] : n)), (index) => (index[axis] < first ? x.at(index) : y.at(index.map((i, at) => (at === axis ? i - first : i)))));
}
