/** Sizes of indices: classes of indices that must run over the same range, with the names and numbers known for them. */
import type { Index } from './term';

/** A clash between two sizes that the document tells apart. */
export interface SizeClash { first: string; second: string }

export interface Dims {
  parent: Map<string, string>;
  names: Map<string, string>;
  fixed: Map<string, number>;
  least: Map<string, number>;
  clashes: SizeClash[];
}

export function createDims(): Dims {
  return { parent: new Map(), names: new Map(), fixed: new Map(), least: new Map(), clashes: [] };
}

/** Representative of an index's class. */
export function rootOf(dims: Dims, index: Index): string {
  let at = index;
  for (let next = dims.parent.get(at); next !== undefined && next !== at; next = dims.parent.get(at)) at = next;
  return at;
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

const SIZES = [3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** Concrete sizes: those fixed, else one of its own for each class in order of `indices`; `overrides` by size name. */
export function concrete(dims: Dims, indices: Iterable<Index>, overrides: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const sizes = new Map<string, number>();
  const used = new Set<number>();
  for (const index of indices) {
    const root = rootOf(dims, index);
    if (sizes.has(root)) continue;
    const least = dims.least.get(root) ?? 1;
    const given = overrides.get(dims.names.get(root) ?? '') ?? overrides.get('*') ?? dims.fixed.get(root);
    const size = given ?? SIZES.find((s) => s >= least && !used.has(s)) ?? least + used.size;
    used.add(size);
    sizes.set(root, Math.max(size, 1));
  }
  return sizes;
}
