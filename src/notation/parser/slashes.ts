/** Fractions that a slash makes. */
import * as build from '../build';
import { type Expr, isGroup, isName, isScripted, isScriptedName, type Product, type ProductSign } from '../expression';
import { join } from './cursor';

/** `a / b c` divides by the next factor alone, which `f'(x)` is one of. */
export function slashes(product: Product): Expr {
  const factors: Expr[] = [product.factors[0]];
  const signs: ProductSign[] = [];
  for (let i = 0; i < product.signs.length; i++) {
    const sign = product.signs[i];
    const last = factors[factors.length - 1];
    const call = sign === 'slash' ? primedCall(product, i + 1) : undefined;
    const next = call ?? product.factors[i + 1];
    if (call) i++;
    if (sign !== 'slash') { signs.push(sign); factors.push(next); continue; }
    const over = callBefore(factors, signs) ?? last;
    factors[factors.length - 1] = { kind: 'fraction', over, under: next, slash: true, span: join(over.span, next.span) };
  }
  return factors.length === 1 ? factors[0] : { ...product, factors, signs };
}

/** The name and parentheses at the end, taken out as one: divided together they are the same product, and a call stays whole. */
function callBefore(factors: Expr[], signs: ProductSign[]): Expr | undefined {
  const [head, body] = factors.slice(-2);
  const isHead = isName(head) || isScriptedName(head);
  if (factors.length < 2 || signs[signs.length - 1] !== 'implicit' || !isHead || !isGroup(body, '(')) return undefined;
  factors.splice(-2, 2, body);
  signs.pop();
  return build.product([head, body], join(head.span, body.span));
}

/** A name with primes and the parentheses after it. */
function primedCall({ factors, signs }: Product, at: number): Expr | undefined {
  const [head, body] = [factors[at], factors[at + 1]];
  if (!isScripted(head) || head.primes === 0 || signs[at] !== 'implicit' || !isGroup(body, '(')) return undefined;
  return build.product([head, body], join(head.span, body.span));
}
