/** What a student could say of the names of an undecided line, as a comment that the document then reads. */
import { rootOf } from '../meaning/dims';
import { type SymbolInfo, type World, symbolsIn } from '../meaning/world';
import type { Judgement, Reason } from './judgement';

/** The items of a comment, such as `A in R^{n x n}; k is real`; undefined where no comment settles it. */
export function missingDeclaration(judgement: Judgement | undefined): string | undefined {
  if (judgement?.verdict !== 'undecided') return undefined;
  const { reason, world } = judgement;
  if (reason.code === 'symmetric') return reason.symbols.map(({ tex }) => `${tex} is symmetric`).join('; ');
  return world && (shapeItems(world, unsettled(reason, world)).join('; ') || undefined);
}

/** The names that the line waits for. */
function unsettled(reason: Reason, world: World): SymbolInfo[] {
  if (reason.code === 'ambiguous') return infosOf(world, world.guesses.keys());
  if (reason.code === 'unrelated' || reason.code === 'unconfirmed') return infosOf(world, reason.symbols.map(({ base }) => base));
  return reason.code === 'unknown-symbol' && !reason.arbitrary ? infosOf(world, reason.symbols.map(({ base }) => base)) : [];
}

function infosOf(world: World, bases: Iterable<string>): SymbolInfo[] {
  const wanted = new Set(bases);
  return symbolsIn(world).filter(({ use }) => wanted.has(use.base));
}

function shapeItems(world: World, infos: SymbolInfo[]): string[] {
  const sizes = sizeNames(world);
  return [...new Set(infos.map(({ use, axes }) => (axes.length === 0 ? `${use.tex} is real` : `${use.tex} in R^{${axes.map(sizes).join(' x ')}}`)))];
}

const SIZE_LETTERS = ['n', 'm', 'd', 'p', 'q', 'r', 's', 't'];

/** The document's own names of sizes, and letters that the line does not use for the others. */
function sizeNames(world: World): (axis: string) => string {
  const given = new Map([...world.dims.names, ...[...world.dims.fixed].map(([root, size]): [string, string] => [root, String(size)])]);
  const used = new Set([...given.values(), ...symbolsIn(world).map(({ use }) => use.base)]);
  const free = SIZE_LETTERS.filter((letter) => !used.has(letter));
  return (axis) => {
    const root = rootOf(world.dims, axis);
    const name = given.get(root) ?? free.shift() ?? 'n';
    given.set(root, name);
    return name;
  };
}
