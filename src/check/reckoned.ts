/** Numbers worked out by hand: where the exercise gives each name one number, and one that is worked out from them holds, a line that comes out otherwise is wrong. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { contextOf, keyOf, symbolUse } from '../meaning/symbols';
import { isWorkedOut, type SymbolInfo, symbolsIn } from '../meaning/world';
import { isClosed } from '../notation/expression';
import { print } from '../notation/print';
import { mentionsDerivative } from './assumed';
import { type Judgement, refutedBy } from './judgement';
import { numbersOf } from './numbers';
import { valuesTaken } from './taken';

/** What the given numbers refute, beyond what rounding on the way would explain. */
export function reckonedOtherwise(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  if (link.relation.name !== 'equal' || !isClosed(link.rhs.expr)) return undefined;
  const [found, ...others] = numbersOf(document, link);
  if (!found || [found, ...others].some(({ values }) => areNear(values))) return undefined;
  const { assumed, elsewhere } = valuesTaken(document, link, found.sides);
  const names = symbolsIn(found.sides.world).filter(({ binding }) => binding?.unit === link.unit);
  const given = names.filter(({ binding }) => binding?.isValue);
  if (elsewhere || given.length === 0 || !given.every((name) => hasOneValue(document, name))) return undefined;
  // What is worked out has lost how it depends on the others.
  if (mentionsDerivative(found.sides) && names.some(({ use, binding }) => binding && isWorkedOut(binding) && (!binding.isValue || document.bindings.get(use.base)?.some((other) => !isWorkedOut(other))))) return undefined;
  const workedOut = names.filter((name) => !given.includes(name)).flatMap((name) => valuesShown(document, link, name));
  return workedOut.length > 0 && workedOut.every((holds) => holds) ? refutedBy(found.evaluation, found.sides, assumed) : undefined;
}

/** Rounded numbers on the way change a result by less. */
const ROUNDED_ON_THE_WAY = 0.05;

const areNear = ([left, right]: Float64Array[]): boolean =>
  left.every((value, i) => !Number.isFinite(value) || Math.abs(value - right[i]) <= ROUNDED_ON_THE_WAY * Math.max(Math.abs(value), Math.abs(right[i])));

const hasOneValue = ({ bindings }: DocumentMeaning, { use, binding }: SymbolInfo): boolean =>
  new Set((bindings.get(use.base) ?? []).filter((other) => other.isValue && other.unit === binding?.unit).map(({ expr }) => print(expr))).size === 1;

/** For each number that the exercise works out for a name, whether the given numbers come to it. */
function valuesShown(document: DocumentMeaning, link: LinkSyntax, { key }: SymbolInfo): boolean[] {
  const others = document.links.filter((other) => other.statement !== link.statement && other.unit === link.unit && other.relation.name === 'equal' && isClosed(other.rhs.expr));
  return others.flatMap((other) => {
    const [{ expr: head }] = other.statement.members;
    const use = symbolUse(head, contextOf(document));
    if (!use || use.modifiers.length > 0 || keyOf(use) !== key) return [];
    const [found] = numbersOf(document, other, head, other.rhs.expr);
    return found ? [areNear(found.values)] : [];
  });
}
