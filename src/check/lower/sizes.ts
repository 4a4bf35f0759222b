/** How many entries an index has: sizes are chosen as they are asked for. */
import { rootOf } from '../../meaning/dims';
import type { Index } from '../../meaning/term';
import type { World } from '../../meaning/world';
import { Unrunnable } from './unrunnable';

export interface Sizes {
  of(index: Index): number;
  /** Given by its name, or from an earlier evaluation. */
  isGiven(index: Index): boolean;
  chosen: Map<string, number>;
}

/** Sizes for classes of indices in the order in which they are asked for. Matrices that are tall under one choice are wide under another, and by different numbers under two. */
const CHOICES = [[3, 2, 5, 4, 7, 6, 8, 9], [2, 4, 3, 5, 6, 7, 9, 8], [2, 5, 3, 6, 4, 7, 8, 9], [5, 2, 7, 3, 8, 4, 9, 6]];

/** Sizes on demand: those fixed, those given by name, else one for each class that no other class has. */
export function sizesFor(world: World, given: ReadonlyMap<string, number>, choice = 0): Sizes {
  const choices = CHOICES[choice % CHOICES.length];
  const chosen = new Map<string, number>();
  const { dims } = world;
  const open = new Set<string>();
  const together = (root: string, lists: Index[][], join: (a: number, b: number) => number): number => {
    if (open.has(root)) throw new Unrunnable('circular');
    open.add(root);
    const [size, ...others] = lists.map((parts) => parts.map((part) => sizes.of(part)).reduce(join));
    open.delete(root);
    if ([...others, dims.fixed.get(root) ?? size].some((other) => other !== size)) throw new Unrunnable('sizes');
    return size;
  };
  const pick = (root: string): number => {
    const sums = dims.sums.get(root);
    const products = dims.products.get(root);
    if (sums && products) throw new Unrunnable('sizes');
    if (sums) return together(root, sums, (a, b) => a + b);
    if (products) return together(root, products, (a, b) => a * b);
    const named = given.get(dims.names.get(root) ?? '');
    const all = given.get('*');
    const least = dims.least.get(root) ?? 1;
    const entries = least > 1 && !dims.names.has(root) ? least : undefined;
    const size = named ?? dims.fixed.get(root) ?? entries ?? all ?? choices.find((p) => p >= least && ![...chosen.values()].includes(p)) ?? least;
    return Math.max(size, named === undefined ? least : 1);
  };
  const sizes: Sizes = {
    chosen,
    isGiven(index) {
      const root = rootOf(dims, index);
      return given.has(root) || given.has(dims.names.get(root) ?? '');
    },
    of(index) {
      const root = rootOf(dims, index);
      const known = chosen.get(root) ?? pick(root);
      chosen.set(root, known);
      return known;
    },
  };
  return sizes;
}

/** The sizes of an earlier evaluation, class by class. */
export function givenSizes(world: World, chosen: ReadonlyMap<string, number>): Sizes {
  const sizes = sizesFor(world, chosen);
  for (const [root, size] of chosen) sizes.chosen.set(root, size);
  return sizes;
}
