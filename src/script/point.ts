/** What a script is written from. */
import type { Term } from '../meaning/term';
import type { World } from '../meaning/world';

/** Two sides, and values for all that they rest on: plain data, as they are found in one thread and written down in another. */
export interface ScriptPoint {
  /** The line as written. */
  title: string;
  /** What Gradlens itself found. */
  found: string;
  world: Pick<World, 'definitions' | 'symbols' | 'dims'>;
  left: Term;
  right: Term;
  /** By class of indices. */
  sizes: ReadonlyMap<string, number>;
  /** By key: the entries, and the index class of each axis. */
  values: { key: string; axes: string[]; shape: number[]; entries: number[] }[];
}

/** `problem` says in a sentence why there is no point. */
export type PointOrNone = ScriptPoint | { problem: string };
