/** Names that one side alone knows. */
import { exprsOf } from '../../meaning/document';
import { rootOf } from '../../meaning/dims';
import { COUNTS } from '../../meaning/distributions';
import { keyOf, type SymbolUse, usesIn } from '../../meaning/symbols';
import { symbolsIn } from '../../meaning/world';
import { isDerivative } from '../../notation/expression';
import type { AlignedSides } from '../readings';
import { derivativesIn } from './derivatives';
import { contains, type Differing, usesOf } from './differing';
import { matters } from './gaps';
import { isKnown } from './known';

/** A side that rests on an undefined function which the other side does not know says nothing about the line. */
export const loneFunctions = ({ evaluation: { arbitrary }, sides }: Differing): SymbolUse[] => usesOf(sides, onOneSide(arbitrary));

export const strangers = (differing: Differing): SymbolUse[] =>
  [...usesOf(differing.sides, onOneSide(differing.evaluation.leavesOf).filter((key) => isDifferentiated(differing.sides, key) || matters(differing.evaluation, key))), ...strangeEntries(differing)].filter((use) => !isKnown(differing.document, use, differing.sides.at) && !comesWithWritten(differing, use));

/** The d of a divergence between laws, or of the mean of a vector `q^T k`: nothing but custom links it to the number of their entries. */
export function unsaidCounts({ sides, evaluation }: Differing): SymbolUse[] {
  const { world } = sides;
  const all = symbolsIn(world);
  const linked = new Set(all.flatMap(({ axes }) => axes.map((axis) => world.dims.names.get(rootOf(world.dims, axis)))));
  if (!world.betweenLaws) return contains(sides, 'average') && linked.has(undefined) ? all.flatMap(({ key, axes, binding, use }) => (COUNTS.includes(use.base) && axes.length === 0 && !binding && matters(evaluation, key) ? [use] : [])) : [];
  const { by } = world.betweenLaws;
  const [left, right] = evaluation.leavesOf;
  return all.filter(({ key, axes, size, use }) => axes.length === 0 && (size || left.has(key) !== right.has(key)) && (!linked.has(use.base) || use.base === by)).map(({ use }) => use);
}

/** `\frac34 p_1 + \frac14 p_2 = p_1`: where a line writes single entries alone of what nothing defines, each is a name of its own. */
function strangeEntries({ document, link, sides }: Differing): SymbolUse[] {
  if (sides.world.definitions.size > 0 || exprsOf(link).some(isDerivative)) return [];
  const [left, right] = exprsOf(link).map((expr) => usesIn(document, expr));
  const isEntry = ({ slots }: SymbolUse): boolean => slots.length > 0 && slots.every(({ kind }) => kind === 'entry');
  const isByEntries = ({ base }: SymbolUse): boolean => [...left, ...right].every((use) => use.base !== base || isEntry(use));
  const missing = (some: SymbolUse[], others: SymbolUse[]): SymbolUse[] => some.filter((use) => isByEntries(use) && isEntry(use) && !others.some(({ tex }) => tex === use.tex));
  return left.some(isEntry) && right.some(isEntry) ? [...missing(left, right), ...missing(right, left)] : [];
}

/** The definition that brings it, of another exercise, is made of names that the line itself writes; beside `w^{(k)}` a bare w is another thing. */
function comesWithWritten({ document, link, sides }: Differing, stranger: SymbolUse): boolean {
  const written = usesIn(document, ...exprsOf(link));
  const isOwn = written.some((use) => keyOf(use) === keyOf(stranger));
  if (!isOwn && written.some(({ base }) => base === stranger.base)) return false;
  return symbolsIn(sides.world).some(({ binding }) => {
    const inner = binding && binding.unit !== link.unit ? usesIn(document, binding.expr) : [];
    return inner.some(({ base }) => base === stranger.base) && inner.some(({ base }) => written.some((use) => use.base === base));
  });
}

/** What a derivative is of may be a function of anything. */
const isDifferentiated = (sides: AlignedSides, key: string): boolean => [sides.left, sides.right].some((side) => derivativesIn(sides.world, side).some(({ of }) => of === key));

const onOneSide = ([left, right]: [Set<string>, Set<string>]): string[] => [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];
