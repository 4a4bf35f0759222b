/** What a claim becomes for one choice of sizes, as far as it is lowered. */
import type { Index, Term } from '../../meaning/term';
import type { World } from '../../meaning/world';
import type { Graph, Tensor } from '../../tensor';
import type { Sizes } from './sizes';

/** A tensor with the index of each axis, all different. */
export interface Labelled { node: Tensor; labels: Index[] }

/** What a claim becomes for one choice of sizes. Child lowerings share all but the values of replaced symbols. */
export interface Lowering {
  world: World;
  graph: Graph;
  sizes: Sizes;
  /** Symbols whose value is given: replaced, or already lowered. */
  values: Map<string, Labelled>;
  replaced: Map<string, Labelled>;
  /** Leaves that samples must be given for: name to its index classes. */
  inputs: Map<string, Index[]>;
  /** Keys of symbols and functions of which only smoothness is known. */
  arbitrary: Set<string>;
  /** Named things differentiated by a symbol that they do not depend on: `y by x`. */
  independent: Set<string>;
  fresh: { next: number };
  /** Quadrature with one node less, to see whether it has converged. */
  coarse: boolean;
  /** Functions of which only smoothness is known are positive near the origin, so that logarithms and roots of them are defined. */
  gentle: boolean;
  /** Definitions being lowered, to notice circles. */
  busy: Set<string>;
  /** `lower` itself, for the parts of a term: its cases come back to it by this, and not by an import. */
  lower(l: Lowering, term: Term): Labelled;
}

export const replacing = (l: Lowering, key: string, value: Labelled): Lowering => ({ ...l, values: new Map(), replaced: new Map([...l.replaced, [key, value]]) });

/** What integrals and limits are tagged with in the graph: they reach to where values overflow and vanish. */
export const FAR_PLACES = 'far places';

export const ENTRY_LIMIT = 250_000;
