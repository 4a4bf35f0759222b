/** `\tanh x = x - \frac{x^3}{3} + O(x^5)`: whether what is left out is of the order that is stated. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { type OrderTerm, withoutOrders } from '../meaning/orderterms';
import { contextOf, keyOf } from '../meaning/symbols';
import { evaluate } from './evaluate';
import { type Judgement, refutedBy, verifiedBy } from './judgement';
import { type Orders, ordersNear, plainSides, SHORT, VANISHES } from './orders';
import { seedText } from './readings';

/** Undefined where no order is stated, or where it cannot be told. */
export function judgeRemainder(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const [left, right] = exprsOf(link).map((expr) => withoutOrders(expr, contextOf(document)));
  const [first, ...others] = [...left.terms, ...right.terms];
  if (!first || others.some((other) => !other || keyOf(other.use) !== keyOf(first.use)) || document.bindings.has('O') || isFarOut(document, link)) return undefined;
  // Of several orders the lowest is what is left.
  const stated = [first, ...others].reduce<OrderTerm>((least, term) => (term && term.degree < least.degree ? term : least), first);
  const sides = plainSides(document, link, left.rest, right.rest);
  const found = sides && ordersNear(link, sides, keyOf(stated.use));
  if (!sides || !found) return undefined;
  const held = upholds(stated, found);
  if (held) return verifiedBy({ ...found.near, points: found.orders.length }, sides, [], `to the order of what is left out, for small ${stated.use.tex}`);
  // Where the name is small there is little to see of a difference.
  const evaluation = held === false ? evaluate(sides, { seed: seedText(link) }) : undefined;
  return evaluation?.outcome === 'differ' ? refutedBy(evaluation, sides) : undefined;
}

/** A line that leaves something out. */
export const statesOrder = (document: DocumentMeaning, link: LinkSyntax): boolean => exprsOf(link).some((expr) => withoutOrders(expr, contextOf(document)).terms.length > 0);

function upholds({ degree, strict }: OrderTerm, { orders }: Orders): boolean | undefined {
  if (orders.every((order) => order > degree + (strict ? SHORT : -SHORT))) return true;
  const isShort = (order: number): boolean => order > VANISHES && order < degree + (strict ? SHORT : -SHORT);
  return orders.every(isShort) ? false : undefined;
}

/** Words of what is large: there the highest power counts. */
function isFarOut({ text, parts: { regions } }: DocumentMeaning, { region }: LinkSyntax): boolean {
  const { span } = regions[region];
  return /\\infty|∞|\b(?:infinity|large|asymptot\w+|complexity|groß\w*|unendlich)\b/i.test(text.slice(Math.max(0, span.start - AROUND), span.end + AROUND));
}
const AROUND = 150;
