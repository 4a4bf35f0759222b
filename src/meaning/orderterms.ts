/** `+ O(h^2)`: what a line leaves out, by its order in a name that is small. */
import * as build from '../notation/build';
import { type Expr, isBracketed, isGroup, isLetter, isNumeral, isPair, isProduct, isScripted, isSum } from '../notation/expression';
import { type SymbolContext, symbolUse, type SymbolUse } from './symbols';

/** What is left out is at most of the power `degree` of the name, and of a higher one where it is `strict`, as `o` says. */
export interface OrderTerm { use: SymbolUse; degree: number; strict: boolean }

/** An expression without its order terms, and what these say: undefined for one that cannot be told. */
export interface Rounded { rest: Expr; terms: (OrderTerm | undefined)[] }

export function withoutOrders(expr: Expr, context: SymbolContext): Rounded {
  const terms = isSum(expr) ? expr.terms : [{ sign: 1 as const, expr }];
  const kept = terms.filter((term) => !isOrder(term.expr));
  if (kept.length === terms.length) return { rest: expr, terms: [] };
  const left = terms.filter((term) => isOrder(term.expr)).map((term) => orderOf(term.expr, context));
  if (kept.length === 0) return { rest: build.number(0, expr.span), terms: left };
  return { rest: kept.length === 1 && kept[0].sign === 1 ? kept[0].expr : { kind: 'sum', terms: kept, span: expr.span }, terms: left };
}

function isOrder(expr: Expr): expr is Extract<Expr, { kind: 'product' }> {
  if (!isPair(expr)) return false;
  const [head, body] = expr.factors;
  return isLetter(head, /^[Oo]$/) && isBracketed(body, '(');
}

function orderOf(expr: Expr, context: SymbolContext): OrderTerm | undefined {
  if (!isProduct(expr)) return undefined;
  const [head, body] = expr.factors;
  const power = isGroup(body) ? powerIn(body.contents[0], context) : undefined;
  return power && !GROWS.test(power.use.family) ? { ...power, strict: isLetter(head, 'o') } : undefined;
}

/** Counts, which are large and not small. */
const GROWS = /^(?:[i-n]|[A-Z]|d)$/;

/** `h^2`, `\|h\|^2`, `|h|`. */
function powerIn(expr: Expr, context: SymbolContext): Pick<OrderTerm, 'use' | 'degree'> | undefined {
  const isPower = isScripted(expr) && isGroup(expr.base) && expr.sub.length === 0 && expr.primes === 0 && expr.sup.length === 1;
  const [base, exponent] = isPower ? [expr.base, expr.sup[0]] : [expr, undefined];
  if (isGroup(base) && /^[|‖]$/.test(base.open) && base.contents.length === 1) {
    const inner = powerIn(base.contents[0], context);
    const degree = exponent ? (isNumeral(exponent) ? exponent.value : 0) : 1;
    return inner && degree > 0 ? { use: inner.use, degree: inner.degree * degree } : undefined;
  }
  const use = symbolUse(expr, context);
  const [modifier, ...more] = use?.modifiers ?? [];
  if (!use || more.length > 0 || use.slots.length > 0) return undefined;
  if (!modifier) return { use, degree: 1 };
  return modifier.kind === 'power' && isNumeral(modifier.exponent) && modifier.exponent.value > 0 ? { use: { ...use, modifiers: [] }, degree: modifier.exponent.value } : undefined;
}
