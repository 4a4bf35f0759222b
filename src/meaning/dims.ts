/** Sizes of indices: classes of indices that must run over the same range, with the names and numbers known for them. */
import type { Index } from './term';

/** A clash between two sizes that the document tells apart. */
export interface SizeClash { first: string; second: string }

export interface Dims {
  parent: Map<string, string>;
  names: Map<string, string>;
  fixed: Map<string, number>;
  least: Map<string, number>;
  /** Classes whose size is that of others together: lists of blocks. A class that got two of them must satisfy both. */
  sums: Map<string, Index[][]>;
  /** Classes whose size is that of others multiplied: all pairs of two. */
  products: Map<string, Index[][]>;
  clashes: SizeClash[];
}

export const createDims = (): Dims => ({ parent: new Map(), names: new Map(), fixed: new Map(), least: new Map(), sums: new Map(), products: new Map(), clashes: [] });

export function copyDims({ parent, names, fixed, least, sums, products, clashes }: Dims): Dims {
  return { parent: new Map(parent), names: new Map(names), fixed: new Map(fixed), least: new Map(least), sums: new Map(sums), products: new Map(products), clashes: [...clashes] };
}

/** Representative of an index's class. */
export function rootOf(dims: Dims, index: Index): string {
  let at = index;
  for (let next = dims.parent.get(at); next !== undefined && next !== at; next = dims.parent.get(at)) at = next;
  return at;
}

/** Whether any index runs over the size of this name; what runs over something is over what it runs over. */
export function areOver(dims: Dims, name: Index): boolean {
  if (!name.startsWith('size ')) return true;
  const root = rootOf(dims, name);
  return [...dims.parent.keys()].some((index) => index !== name && !index.startsWith('size ') && rootOf(dims, index) === root) || (root !== name && !root.startsWith('size '));
}

/** The two run over the same range, or over as many. */
export function areAlike(dims: Dims, a: Index, b: Index): boolean {
  const [first, second] = [rootOf(dims, a), rootOf(dims, b)];
  return first === second || (dims.fixed.has(first) && dims.fixed.get(first) === dims.fixed.get(second));
}

/** The two indices run over the same range from now on. Differing names or numbers are recorded as a clash. */
export function unify(dims: Dims, a: Index, b: Index): void {
  const first = rootOf(dims, a);
  const second = rootOf(dims, b);
  if (first === second) return;
  noteClash(dims, first, second);
  dims.parent.set(second, first);
  merge(dims.names, first, second);
  merge(dims.fixed, first, second);
  dims.least.set(first, Math.max(dims.least.get(first) ?? 1, dims.least.get(second) ?? 1));
  mergeLists(dims, dims.sums, first, second);
  mergeLists(dims, dims.products, first, second);
}

/** Lists of as many blocks, and of as many factors, conform one by one, unless the document tells their sizes apart. */
function mergeLists(dims: Dims, lists: Dims['sums'], first: string, second: string): void {
  const [of, other] = [lists.get(first) ?? [], lists.get(second) ?? []];
  lists.delete(second);
  if (of.length + other.length > 0) lists.set(first, [...of, ...other]);
  if (of.length === 0 || other.length === 0 || of[0].length !== other[0].length) return;
  of[0].forEach((part, i) => { if (!tellsApart(dims, part, other[0][i])) unify(dims, part, other[0][i]); });
}

export function tellsApart(dims: Dims, a: Index, b: Index): boolean {
  const known = ({ names, fixed }: Dims, index: Index) => names.get(rootOf(dims, index)) ?? fixed.get(rootOf(dims, index));
  const [x, y] = [known(dims, a), known(dims, b)];
  return x !== undefined && y !== undefined && x !== y;
}

function merge<V>(map: Map<string, V>, first: string, second: string): void {
  const value = map.get(second);
  if (value !== undefined && map.get(first) === undefined) map.set(first, value);
}

function noteClash(dims: Dims, first: string, second: string): void {
  const names = [dims.names.get(first), dims.names.get(second)];
  const sizes = [dims.fixed.get(first), dims.fixed.get(second)];
  if (names[0] && names[1] && names[0] !== names[1]) dims.clashes.push({ first: names[0], second: names[1] });
  else if (sizes[0] !== undefined && sizes[1] !== undefined && sizes[0] !== sizes[1]) dims.clashes.push({ first: String(sizes[0]), second: String(sizes[1]) });
}

/** The class of `index` has this name (`N`) in the document. Classes of one name are one class. */
export function nameSize(dims: Dims, index: Index, name: string): void {
  unify(dims, `size ${name}`, index);
  dims.names.set(rootOf(dims, index), dims.names.get(rootOf(dims, index)) ?? name);
}

export function fixSize(dims: Dims, index: Index, size: number): void {
  const root = rootOf(dims, index);
  const known = dims.fixed.get(root);
  if (known !== undefined && known !== size) dims.clashes.push({ first: String(known), second: String(size) });
  else dims.fixed.set(root, size);
}

export function atLeast(dims: Dims, index: Index, size: number): void {
  const root = rootOf(dims, index);
  dims.least.set(root, Math.max(dims.least.get(root) ?? 1, size));
}

/** The class of `index` has as many values as the parts together. */
export function sumSizes(dims: Dims, index: Index, parts: Index[]): void {
  const root = rootOf(dims, index);
  dims.sums.set(root, [...(dims.sums.get(root) ?? []), parts]);
}

/** The class of `index` has as many values as the parts have together in all combinations; what is made of others itself counts by its own parts. */
export function multiplySizes(dims: Dims, index: Index, parts: Index[]): void {
  const root = rootOf(dims, index);
  const all = parts.flatMap((part) => dims.products.get(rootOf(dims, part))?.[0] ?? [part]);
  dims.products.set(root, [...(dims.products.get(root) ?? []), all]);
}
