/** A line whose sides differ, and what is asked of it time and again. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import type { SymbolUse } from '../../meaning/symbols';
import { hasTerm } from '../../meaning/term';
import type { World } from '../../meaning/world';
import { evaluate, type Evaluation } from '../evaluate';
import type { Failure } from '../judgement';
import { type AlignedSides, seedText } from '../readings';

export interface Differing extends Failure { document: DocumentMeaning; link: LinkSyntax }

export function contains(sides: AlignedSides, ...operations: string[]): boolean {
  return [sides.left, sides.right].some((side) => hasTerm(side, (t) => operations.includes(t.op)));
}

/** How the line comes out by other definitions. */
export const evaluateBy = ({ link, sides, evaluation: { choice } }: Differing, definitions: World['definitions']): Evaluation | undefined =>
  evaluate({ ...sides, world: { ...sides.world, definitions } }, { seed: seedText(link), choice, brief: true });

export const usesOf = (sides: AlignedSides, keys: Iterable<string>): SymbolUse[] => [...new Map([...keys].flatMap((key) => sides.world.symbols.get(key)?.use ?? []).map((use) => [use.tex, use])).values()];
export const baseOf = ({ world }: AlignedSides, key: string): string | undefined => world.symbols.get(key)?.use.base;
export const texOf = (sides: AlignedSides, key: string): string => sides.world.symbols.get(key)?.use.tex ?? key;

/** Names that are read on the way are none of the line's, nor is what is guessed of them, unless what was found there counts. */
export function undisturbed<T>(world: World, look: () => T, counts: (found: T) => boolean = () => false): T {
  const { symbols, definitions, matrixArguments, guessed } = world;
  const own = new Set(symbols.keys());
  const ofMatrices = matrixArguments.length;
  const found = look();
  if (counts(found)) return found;
  world.guessed = guessed;
  matrixArguments.length = ofMatrices;
  for (const key of [...symbols.keys()]) if (!own.has(key)) { symbols.delete(key); definitions.delete(key); }
  return found;
}
