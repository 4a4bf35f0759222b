/** `\ln(1 + x) \approx x - \frac{x^2}{2}`: whether what is left over is of a higher order than the last term. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { contextOf, hasSymbol, keyOf, symbolUse, type SymbolUse, visitSymbols } from '../meaning/symbols';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import { callsIn, type Expr, hasPart, isBracketed, isDots, isFraction, isGroup, isNumeral, isProduct, isSum, type Product, withoutPrimes } from '../notation/expression';
import { type Judgement, refutedBy, verifiedBy } from './judgement';
import { ordersNear, plainSides, SHORT, VANISHES } from './orders';

/** A name that is taken to be small, and the highest power of it on the right. */
interface Expansion { use: SymbolUse; degree: number }

/** `f(x + h) = f(x) + h f'(x) + \dots`: dots behind the terms say no more than that the rest is smaller. Undefined where there are none, or where it cannot be told. */
export function judgeSeries(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const [left, right] = [link.lhs, link.rhs].map((member) => ({ ...member, expr: withoutDots(member.expr) }));
  if (left.expr === link.lhs.expr && right.expr === link.rhs.expr) return undefined;
  return judgeExpansion(document, right.expr === link.rhs.expr ? { ...link, lhs: right, rhs: left } : { ...link, lhs: left, rhs: right });
}

/** A line that goes on with dots. */
export const isSeries = (link: LinkSyntax): boolean => exprsOf(link).some((expr) => withoutDots(expr) !== expr);

function withoutDots(expr: Expr): Expr {
  const last = isSum(expr) ? expr.terms.at(-1) : undefined;
  return isSum(expr) && expr.terms.length > 2 && isDots(last?.expr) ? { ...expr, terms: expr.terms.slice(0, -1) } : expr;
}

/** Undefined where the right side is no polynomial in one name of the left, or where it cannot be told. */
export function judgeExpansion(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const expansion = expansionIn(document, link);
  const sides = expansion && plainSides(document, link, link.lhs.expr, link.rhs.expr);
  if (!expansion || !sides) return undefined;
  const { use, degree } = expansion;
  const found = ordersNear(link, sides, keyOf(use));
  if (!found) return undefined;
  const { near, orders } = found;
  if (orders.every((order) => order > degree + BEYOND)) return verifiedBy({ ...near, points: orders.length }, sides, [], `to order ${degree} in ${use.tex}`);
  const isWrong = near.outcome === 'differ' && isSpokenOf(document, link) && isPure(link.rhs.expr, use, document) && orders.every((order) => order > VANISHES && order < degree + SHORT);
  return isWrong ? refutedBy(near, sides) : undefined;
}

/** The gap is of a higher order than the last term where it is beyond its degree by this. */
const BEYOND = 0.5;

const WORDS = /\b(?:Taylor|Maclaurin|expan\w+|series|(?:first|second|third|leading)[- ]order|small|linear(?:i[sz]\w+)?|Entwicklung|développement|expansión|expansão|desarrollo)\b|بسط|تیلور|展开|разлож/i;
const isSpokenOf = ({ wording }: DocumentMeaning, { region }: LinkSyntax): boolean => WORDS.test(`${wordsBefore(wording, region, 200)} ${wordsAfter(wording, region, 80)}`);

function expansionIn(document: DocumentMeaning, { lhs, rhs }: LinkSyntax): Expansion | undefined {
  const uses = new Map<string, SymbolUse>();
  visitSymbols(lhs.expr, contextOf(document), (use) => { if (!use.slots.length) uses.set(keyOf(use), { ...use, modifiers: [] }); });
  const found = [...uses.values()].flatMap((use): Expansion[] => {
    const degree = degreeIn(rhs.expr, use, document);
    return degree ? [{ use, degree }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The highest power of a name; undefined where it stands within something else than sums, products and powers. */
function degreeIn(expr: Expr, name: SymbolUse, document: DocumentMeaning): number | undefined {
  const use = symbolUse(expr, contextOf(document));
  if (use && keyOf(use) === keyOf(name)) {
    const [modifier, ...more] = use.modifiers;
    if (!modifier || modifier.kind === 'transpose') return 1;
    return modifier.kind === 'power' && isNumeral(modifier.exponent) && more.length === 0 ? modifier.exponent.value : undefined;
  }
  const all = (parts: readonly Expr[]): number[] | undefined => {
    const degrees = parts.map((part) => degreeIn(part, name, document));
    return degrees.every((degree) => degree !== undefined) ? degrees : undefined;
  };
  if (isSum(expr)) { const degrees = all(expr.terms.map((term) => term.expr)); return degrees && Math.max(...degrees); }
  if (isProduct(expr)) return isCallOf(expr, name, document) ? undefined : all(expr.factors)?.reduce((a, b) => a + b, 0);
  if (isFraction(expr)) return mentions(expr.under, name, document) ? undefined : degreeIn(expr.over, name, document);
  if (isBracketed(expr, '(')) return degreeIn(expr.contents[0], name, document);
  return mentions(expr, name, document) ? undefined : 0;
}

/** `f(x)` and `f'(x)` are no powers of x. */
function isCallOf(product: Product, name: SymbolUse, document: DocumentMeaning): boolean {
  return callsIn(product).some(({ head, body }) => {
    const use = symbolUse(withoutPrimes(head), contextOf(document));
    return isGroup(body, '(') && mentions(body, name, document) && use !== undefined && document.surroundings.isFunction(use.base, head.span.start);
  });
}

/** A sum of powers, and not of powers of `x - a`. */
const isPure = (expr: Expr, name: SymbolUse, document: DocumentMeaning): boolean =>
  !hasPart(expr, (e) => isGroup(e) && e.contents.some((item) => isSum(item) && mentions(item, name, document)));

const mentions = (expr: Expr, name: SymbolUse, document: DocumentMeaning): boolean => hasSymbol(expr, contextOf(document), (use) => keyOf(use) === keyOf(name));
