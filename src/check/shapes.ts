/** Shapes that a definition itself makes clear: guessed ranks under which its right side fits together. */
import type { DocumentMeaning } from '../meaning/document';
import { readingWorld } from '../meaning/elaborate';
import { symbolInfo } from '../meaning/names';
import { plainUse } from '../meaning/symbols';
import { type Binding, PLAIN_READING, type Reading, Unreadable, type World, symbolsIn } from '../meaning/world';

const TRIES = 40;

/** Where the usual guesses do not fit, the first that do hold for the exercise. */
export function settleShapes(document: DocumentMeaning, binding: Binding): void {
  const queue: Reading[] = [PLAIN_READING];
  const tried = new Set<string>();
  for (let n = 0; queue.length > 0 && n < TRIES; n++) {
    const reading = queue.shift() as Reading;
    const { world, error } = attempt(document, binding, reading);
    if (!error) return holdsMatrix(world) ? settle(document, binding, reading) : undefined;
    if (error.sort !== 'misfit') return;
    for (const ranks of alternatives(world, error, reading, tried)) queue.push({ ...reading, ranks });
  }
}

function settle(document: DocumentMeaning, binding: Binding, reading: Reading): void {
  for (const [base, rank] of reading.ranks) if (!document.settled.has(`${binding.unit} ${base}`)) document.settled.set(`${binding.unit} ${base}`, { rank, at: binding.at });
}

/** Only a matrix makes the shapes around it clear; a number beside a vector may be either. */
const holdsMatrix = (world: World): boolean => symbolsIn(world).some((info) => info.axes.length === 2);

function attempt(document: DocumentMeaning, binding: Binding, reading: Reading): { world: World; error?: Unreadable } {
  const world = readingWorld(document.surroundings, reading, binding.at);
  try {
    symbolInfo(world, { at: binding.at, bound: new Map(), shifts: new Map(), outer: new Set() }, { ...plainUse(binding.base, binding.tex), time: binding.time });
    return { world };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { world, error };
  }
}

/** One more guess changed, of the names that can have to do with the misfit; what looks least like anything first. */
export function alternatives(world: World, { restsOn }: Unreadable, reading: Reading, tried: Set<string>): ReadonlyMap<string, number>[] {
  // Entry by entry only what looks like a vector is multiplied.
  const fixed = (base: string): boolean => reading.products === 'element-wise' && /^\\?[A-Z]/.test(base);
  const guesses = [...world.guesses].filter(([base]) => !reading.ranks.has(base) && !fixed(base) && (!restsOn || restsOn.has(base))).sort(([, a], [, b]) => a[0] - b[0]);
  return guesses.flatMap(([base, options]) => options.slice(1).map((rank) => new Map([...reading.ranks, [base, rank]]))).filter((ranks) => {
    const id = JSON.stringify([...ranks].sort());
    if (tried.has(id)) return false;
    tried.add(id);
    return true;
  });
}
