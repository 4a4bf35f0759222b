/** Names that one side alone knows. */
import { type SymbolUse, visitSymbols } from '../../meaning/symbols';
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

/** The definition that brings it, of another exercise, is made of names that the line itself writes. */
function comesWithWritten({ document, link, sides }: Differing, { base }: SymbolUse): boolean {
  const context = { evidence: document.evidence, bound: new Set<string>(), shifts: new Map<string, number>() };
  const basesIn = (exprs: Expr[]): Set<string> => { const bases = new Set<string>(); for (const expr of exprs) visitSymbols(expr, context, (use) => { bases.add(use.base); }); return bases; };
  const written = basesIn([link.lhs.expr, link.rhs.expr]);
  return [...sides.world.symbols.values()].some(({ binding }) => {
    const inner = binding ? basesIn([binding.expr]) : new Set<string>();
    return inner.has(base) && [...inner].some((other) => written.has(other));
  });
}

/** What a derivative is of may be a function of anything. */
const isDifferentiated = (sides: AlignedSides, key: string): boolean => [sides.left, sides.right].some((side) => derivativesIn(sides.world, side).some(({ of }) => of === key));

const onOneSide = ([left, right]: [Set<string>, Set<string>]): string[] => [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];
