/** Names within their own parentheses, which are multiplied by them. */
import { children, type Expr, type Group, hasPart, isGroup, isName, isProduct, isScripted, isSymbol } from '../notation/expression';
import { print } from '../notation/print';

/** `\sigma(1 - \sigma)`, `n(n - 1)`: inside the parentheses the name stands for its value. */
export function isInItself(head: Expr, body: Group): boolean {
  const name = print(head);
  const alone = (e: Expr, next?: Expr): boolean => {
    if (print(e) === name && isSymbol(e)) return !isGroup(next);
    // Its derivative is applied as well: `f(x - f'(x))`.
    if (isScripted(e) && e.primes > 0 && print(e.base) === name) return !isGroup(next);
    if (isScripted(e)) return (e.sub.length === 0 && alone(e.base, next)) || e.sup.some((sup) => alone(sup));
    if (isProduct(e)) return e.factors.some((factor, i) => alone(factor, e.factors[i + 1]));
    return children(e).some((child) => alone(child));
  };
  return body.contents.some((item) => alone(item));
}

/** `\sigma(1 - \sigma)`: of nothing but numbers beside itself no function is taken. */
export const isOfItself = (head: Expr, body: Group): boolean => isInItself(head, body) && !hasPart(body, (e) => isName(e) && !hasPart(head, (own) => print(own) === print(e)));
