/** `\ln(1 + x) \approx x - \frac{x^2}{2}`: whether what is left over is of a higher order than the last term. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { contextOf, keyOf, symbolUse, type SymbolUse, visitSymbols } from '../meaning/symbols';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import type { Expr, Product } from '../notation/expression';
import { find } from '../notation/expression';
import { type Evaluation, evaluate, type Projection } from './evaluate';
import type { Judgement } from './judgement';
import { type AlignedSides, PLAIN, readClaim, seedText } from './readings';

/** A name that is taken to be small, and the highest power of it on the right. */
interface Expansion { use: SymbolUse; degree: number }

/** Undefined where the right side is no polynomial in one name of the left, or where it cannot be told. */
export function judgeExpansion(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const expansion = expansionIn(document, link);
  const sides = expansion && plainSides(document, link);
  if (!expansion || !sides) return undefined;
  const { use, degree } = expansion;
  const [far, near, nearest] = STEPS.map((step) => at(link, sides, keyOf(use), step));
  if (!far || !near || !nearest) return undefined;
  const orders = ordersOf([far, near, nearest].map(gapsOf));
  if (orders.length < LEAST) return undefined;
  if (orders.every((order) => order > degree + BEYOND)) return { verdict: 'verified', evaluation: near, sides, assumptions: [], extent: `to order ${degree} in ${use.tex}` };
  const isWrong = near.outcome === 'differ' && isSpokenOf(document, link) && isPure(link.rhs.expr, use, document) && orders.every((order) => order > VANISHES && order < degree + SHORT);
  return isWrong ? { verdict: 'refuted', evaluation: near, sides, assumptions: [] } : undefined;
}

const STEPS = [0.1, 0.05, 0.025];
const LEAST = 8;
/** Orders are estimated: where the next term counts they come out a little off. */
const BEYOND = 0.5;
const SHORT = 0.3;
/** The sides agree where the name is zero. */
const VANISHES = 0.5;
/** Gaps below this are rounding. */
const NOTHING = 1e-13;

const WORDS = /\b(?:Taylor|Maclaurin|expan\w+|series|(?:first|second|third|leading)[- ]order|small|linear(?:i[sz]\w+)?|Entwicklung|développement|expansión|expansão|desarrollo)\b|بسط|تیلور|展开|разлож/i;
const isSpokenOf = ({ wording }: DocumentMeaning, { region }: LinkSyntax): boolean => WORDS.test(`${wordsBefore(wording, region, 200)} ${wordsAfter(wording, region, 80)}`);

function plainSides(document: DocumentMeaning, link: LinkSyntax): AlignedSides | undefined {
  for (const claim of readClaim(document, link, undefined, undefined, PLAIN[0])) if (claim.ok) return claim.alternatives[0];
  return undefined;
}

/** The sides where the name is as small as this. */
function at(link: LinkSyntax, sides: AlignedSides, key: string, step: number): Evaluation | undefined {
  const project: Projection = (_, inputs) => {
    const values = inputs.get(key);
    if (!values) return false;
    values.forEach((x, i) => { values[i] = step * Math.sign(x || 1) * (0.5 + Math.abs(Math.tanh(x)) / 2); });
    return true;
  };
  return evaluate(sides, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex), project });
}

function gapsOf({ program, inputs, leaves: [leaf] }: Evaluation): Float64Array {
  const points = leaf ? (inputs.get(leaf.name)?.length ?? 1) / leaf.shape.reduce((a, b) => a * b, 1) : 1;
  const { values: [left, right] } = program.run(inputs, points);
  return left.map((x, i) => Math.abs(x - right[i]) / Math.max(1, Math.abs(x)));
}

/** By which power of the step the gap shrinks, at points where both halvings say the same. */
function ordersOf([far, near, nearest]: Float64Array[]): number[] {
  const orders: number[] = [];
  nearest.forEach((gap, i) => {
    const [first, second] = [Math.log2(far[i] / near[i]), Math.log2(near[i] / gap)];
    if (gap > NOTHING && Number.isFinite(first) && Math.abs(first - second) < SHORT) orders.push(second);
  });
  return orders;
}

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
    return modifier.kind === 'power' && modifier.exponent.kind === 'num' && more.length === 0 ? modifier.exponent.value : undefined;
  }
  const all = (parts: readonly Expr[]): number[] | undefined => {
    const degrees = parts.map((part) => degreeIn(part, name, document));
    return degrees.every((degree) => degree !== undefined) ? degrees : undefined;
  };
  if (expr.kind === 'sum') { const degrees = all(expr.terms.map((term) => term.expr)); return degrees && Math.max(...degrees); }
  if (expr.kind === 'product') return isCallOf(expr, name, document) ? undefined : all(expr.factors)?.reduce((a, b) => a + b, 0);
  if (expr.kind === 'fraction') return mentions(expr.under, name, document) ? undefined : degreeIn(expr.over, name, document);
  if (expr.kind === 'group' && expr.items.length === 1 && expr.open === '(') return degreeIn(expr.items[0], name, document);
  return mentions(expr, name, document) ? undefined : 0;
}

/** `f(x)` and `f'(x)` are no powers of x. */
function isCallOf({ factors }: Product, name: SymbolUse, document: DocumentMeaning): boolean {
  return factors.some((head, i) => {
    const body = factors[i + 1];
    const use = symbolUse(head.kind === 'scripted' ? { ...head, primes: 0 } : head, contextOf(document));
    return body?.kind === 'group' && body.open === '(' && mentions(body, name, document) && use !== undefined && document.surroundings.isFunction(use.base, head.span.start);
  });
}

/** A sum of powers, and not of powers of `x - a`. */
const isPure = (expr: Expr, name: SymbolUse, document: DocumentMeaning): boolean =>
  !find(expr, (e) => e.kind === 'group' && e.items.some((item) => item.kind === 'sum' && mentions(item, name, document)));

function mentions(expr: Expr, name: SymbolUse, document: DocumentMeaning): boolean {
  let found = false;
  visitSymbols(expr, contextOf(document), (use) => { found ||= keyOf(use) === keyOf(name); });
  return found;
}
