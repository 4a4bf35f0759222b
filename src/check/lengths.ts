/** Equations that say how long a vector is. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { contextOf, symbolUse } from '../meaning/symbols';
import { type Expr, isBracketed, isName, isNum, isScripted, pairOf } from '../notation/expression';
import { print } from '../notation/print';

/** The v of `\|v\| = 1` and `v^T v = 1`. */
export function unitVector(document: DocumentMeaning, { lhs, rhs }: LinkSyntax): string | undefined {
  if (!isNum(rhs.expr, 1)) return undefined;
  const isTwo = (script: Expr): boolean => isNum(script, 2);
  const whole = isScripted(lhs.expr) && [...lhs.expr.sub, ...lhs.expr.sup].every(isTwo) ? lhs.expr.base : lhs.expr;
  const [first, second] = pairOf(lhs.expr);
  const name = isBracketed(whole, '‖') ? whole.contents[0] : isScripted(first) && first.sup.length === 1 && /^(?:T|\\top)$/.test(print(first.sup[0])) && print({ ...first, sup: [] }) === print(second) ? second : undefined;
  const use = isName(name) ? symbolUse(name, contextOf(document)) : undefined;
  return use && /^\\?[a-z]|^bold/.test(use.base) ? use.base : undefined;
}
