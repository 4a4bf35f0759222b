/** Numbers worked out by hand: where the exercise gives each name one number, and either another line that works one out holds or words put the numbers in, a line that comes out otherwise is wrong. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { contextOf, keyOf, type SymbolUse, symbolUse, usesIn } from '../meaning/symbols';
import { regionAt, sentenceEnd, wordsBetween } from '../meaning/wording';
import { type Binding, isWorkedOut, symbolsIn } from '../meaning/world';
import { headOf, isClosed, isGroup, isNumeral, isZero } from '../notation/expression';
import { print } from '../notation/print';
import { mentionsDerivative } from './assumed';
import { takesUp } from './contradicted';
import { type Judgement, refutedBy } from './judgement';
import { numbersOf } from './numbers';
import { valuesTaken } from './taken';

/** What the given numbers refute, beyond what rounding on the way would explain: in an exercise that works others out, or where they are put in. */
export function reckonedOtherwise(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const found = reckon(document, link);
  return found && (found.shown > 0 || (!isZero(link.rhs.expr) && arePutIn(document, link, found))) ? found.judgement : undefined;
}

/** `z = 3` after `z = w x + b` and a number for each of these, the first that is worked out for z. */
export function workedOutOtherwise(document: DocumentMeaning, link: LinkSyntax, { base }: Binding): Judgement | undefined {
  const isFirst = !document.links.some((other) => other !== link && other.unit === link.unit && startOf(other) < startOf(link) && isClosed(other.rhs.expr) && symbolUse(other.lhs.expr, contextOf(document))?.base === base);
  const found = isFirst ? reckon(document, link) : undefined;
  return found && arePutIn(document, link, found) ? found.judgement : undefined;
}

/** Nothing but words such as "we get" stands between the numbers and the line. A bare number in their list may be given as they are. */
function arePutIn(document: DocumentMeaning, link: LinkSyntax, { givenAt }: Reckoned): boolean {
  const { text, parts: { regions } } = document;
  const words = wordsBetween(text, regions, givenAt, startOf(link));
  const isApart = regions[link.region].display && !regions[regionAt(regions, givenAt)].display;
  const isListed = isNumeral(link.rhs.expr) && !isApart && !CONCLUDES.test(words);
  return !isListed && takesUp(document, link, words.replace(AT_NUMBERS, ''));
}
const CONCLUDES = /:\s|(?<![a-z])(?:then|so|thus|hence|therefore|we|gives?|yields?|is|dann|also|wir|ergibt|donc|on|donne|entonces|da|então|所以|得)(?![a-z])/i;
const AT_NUMBERS = /(?<![a-zß-ё])(?:given|gives?|for|at|when|plugging in|substituting|find|determin\w+|comput\w+|calculat\w+|evaluat\w+|(?:the )?forward (?:pass|propagation)|numerically|solutions?|answers?|für|bei|gegeben|lösung|pour|para|dado|en)(?![a-zß-ё])/gi;

/** A line that comes out otherwise, where the last number was given, and how many other lines work out numbers. */
interface Reckoned { judgement: Judgement; givenAt: number; shown: number }

/** Undefined where a number that is worked out elsewhere does not hold. */
function reckon(document: DocumentMeaning, link: LinkSyntax): Reckoned | undefined {
  if (link.relation.name !== 'equal' || !isClosed(link.rhs.expr)) return undefined;
  const [found, ...others] = numbersOf(document, link);
  // Cut off or rounded up at the last digit that is shown.
  const unit = isNumeral(link.rhs.expr) ? 10 ** -link.rhs.expr.digits : 0;
  if (!found || [found, ...others].some(({ values }) => areNear(values, unit))) return undefined;
  const { assumed, elsewhere } = valuesTaken(document, link, found.sides);
  const names = symbolsIn(found.sides.world).filter(({ binding }) => binding?.unit === link.unit);
  const given = names.flatMap(({ use, binding }) => (binding && isGiven(binding) ? [{ use, binding }] : []));
  if (elsewhere || given.length === 0 || !given.every((name) => hasOneValue(document, link, name) && !hasNewValue(document, link, name))) return undefined;
  // What is worked out has lost how it depends on the others.
  if (mentionsDerivative(found.sides) && names.some(({ use, binding }) => binding && isWorkedOut(binding) && (!binding.isValue || document.bindings.get(use.base)?.some((other) => !isWorkedOut(other))))) return undefined;
  const workedOut = names.filter(({ binding }) => !binding || !isGiven(binding)).flatMap(({ key }) => valuesShown(document, link, key));
  return workedOut.every((holds) => holds) ? { judgement: { ...refutedBy(found.evaluation, found.sides, assumed), plainly: true }, givenAt: Math.max(...given.map(({ binding }) => binding.at)), shown: workedOut.length } : undefined;
}

/** A number, or an array of numbers. */
const isGiven = ({ isValue, params, expr }: Binding): boolean => isValue || (params.length === 0 && isClosed(expr) && (headOf(expr).kind === 'matrix' || isGroup(headOf(expr), '(')));

interface Given { use: SymbolUse; binding: Binding }

/** Rounded numbers on the way change a result by less, and small entries of an array by less than this part of its largest. */
const ROUNDED_ON_THE_WAY = 0.05;
const OF_LARGEST = 0.005;

function areNear([left, right]: Float64Array[], unit = 0): boolean {
  const largest = left.length > 1 ? right.reduce((most, x) => Math.max(most, Math.abs(x)), 0) : 0;
  return left.every((value, i) => !Number.isFinite(value) || Math.abs(value - right[i]) < unit || Math.abs(value - right[i]) <= Math.max(OF_LARGEST * largest, ROUNDED_ON_THE_WAY * Math.max(Math.abs(value), Math.abs(right[i]))));
}

/** Up to the end of the sentence. */
function hasOneValue({ bindings, text, parts: { regions } }: DocumentMeaning, { region }: LinkSyntax, { use, binding }: Given): boolean {
  const end = sentenceEnd(text, regions, region);
  return new Set((bindings.get(use.base) ?? []).filter((other) => isGiven(other) && other.unit === binding.unit && other.at < end).map(({ expr }) => print(expr))).size === 1;
}

/** Since it was given its number, a step of the name or another with its letter, such as `w_{new}`, has come up. */
function hasNewValue(document: DocumentMeaning, link: LinkSyntax, { use, binding }: Given): boolean {
  const own = document.links.filter((other) => other.unit === link.unit && startOf(other) <= startOf(link));
  const [before, since] = [own.filter((other) => startOf(other) <= binding.at), own.filter((other) => startOf(other) > binding.at)];
  const known = new Set(before.flatMap((other) => usesIn(document, ...exprsOf(other)).map(keyOf)));
  const isStepped = (other: LinkSyntax): boolean => other.relation.name === 'assign' && symbolUse(other.lhs.expr, contextOf(document))?.base === use.base;
  return since.some((other) => isStepped(other) || usesIn(document, ...exprsOf(other)).some((each) => each.family === use.family && !known.has(keyOf(each))));
}

/** For each number that the exercise works out for a name, whether the given numbers come to it. */
function valuesShown(document: DocumentMeaning, link: LinkSyntax, key: string): boolean[] {
  const others = document.links.filter((other) => other.statement !== link.statement && other.unit === link.unit && other.relation.name === 'equal' && isClosed(other.rhs.expr));
  return others.flatMap((other) => {
    const [{ expr: head }] = other.statement.members;
    const use = symbolUse(head, contextOf(document));
    if (!use || use.modifiers.length > 0 || keyOf(use) !== key) return [];
    const [found] = numbersOf(document, other, head, other.rhs.expr);
    return found ? [areNear(found.values)] : [];
  });
}
