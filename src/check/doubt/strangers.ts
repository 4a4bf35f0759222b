/** Names that one side alone knows. */
import { type DocumentMeaning, exprsOf } from '../../meaning/document';
import { contextOf, keyOf, type SymbolUse, visitSymbols } from '../../meaning/symbols';
import type { Expr } from '../../notation/expression';
import type { AlignedSides } from '../readings';
import { derivativesIn } from './derivatives';
import { type Differing, usesOf } from './differing';
import { matters } from './gaps';
import { isKnown } from './known';

/** A side that rests on an undefined function which the other side does not know says nothing about the line. */
export const loneFunctions = ({ evaluation: { arbitrary }, sides }: Differing): SymbolUse[] => usesOf(sides, onOneSide(arbitrary));

export const strangers = (differing: Differing): SymbolUse[] =>
  usesOf(differing.sides, onOneSide(differing.evaluation.leavesOf).filter((key) => isDifferentiated(differing.sides, key) || matters(differing.evaluation, key))).filter((use) => !isKnown(differing.document, use, differing.sides.at) && !comesWithWritten(differing, use));

/** The definition that brings it, of another exercise, is made of names that the line itself writes; beside `w^{(k)}` a bare w is another thing. */
function comesWithWritten({ document, link, sides }: Differing, stranger: SymbolUse): boolean {
  const written = usesIn(document, exprsOf(link));
  const isOwn = written.some((use) => keyOf(use) === keyOf(stranger));
  if (!isOwn && written.some(({ base }) => base === stranger.base)) return false;
  return [...sides.world.symbols.values()].some(({ binding }) => {
    const inner = binding && binding.unit !== link.unit ? usesIn(document, [binding.expr]) : [];
    return inner.some(({ base }) => base === stranger.base) && inner.some(({ base }) => written.some((use) => use.base === base));
  });
}

function usesIn(document: DocumentMeaning, exprs: Expr[]): SymbolUse[] {
  const uses: SymbolUse[] = [];
  for (const expr of exprs) visitSymbols(expr, contextOf(document), (use) => { uses.push(use); });
  return uses;
}

/** What a derivative is of may be a function of anything. */
const isDifferentiated = (sides: AlignedSides, key: string): boolean => [sides.left, sides.right].some((side) => derivativesIn(sides.world, side).some(({ of }) => of === key));

const onOneSide = ([left, right]: [Set<string>, Set<string>]): string[] => [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];
