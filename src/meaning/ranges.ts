/** Sets with a name that sums run over: `w \in V`, `w \in Vocab`. */
import { type Expr, isName, isProduct, isScripted } from '../notation/expression';
import { print } from '../notation/print';
import type { Index } from './term';

/** The name of a set: a capital, with labels or without, or a word, whose letters stand side by side. */
export function setName(expr: Expr): string | undefined {
  if (isProduct(expr)) return spelledWord(expr.factors, expr.signs);
  const name = isScripted(expr) && expr.sup.length === 0 && expr.primes === 0 && expr.sub.every(isLabel) ? expr.base : expr;
  return isName(name) && name.accents.length === 0 && name.font !== 'blackboard' && /^(?:[A-Z]|\\Omega$|\\Theta$|[a-z]{2})/.test(name.letter) ? print(expr) : undefined;
}

/** The class of all indices that run over a set. */
export const rangeOf = (set: string): Index => `range ${set}`;

const isLabel = (sub: Expr): boolean => sub.kind === 'words' || (isName(sub) && sub.letter.length > 1 && !sub.letter.startsWith('\\'));

function spelledWord(factors: Expr[], signs: readonly string[]): string | undefined {
  if (!signs.every((sign) => sign === 'implicit') || !factors.every((factor) => isName(factor) && factor.accents.length === 0)) return undefined;
  const word = factors.map((factor) => (isName(factor) ? factor.letter : '')).join('');
  return /^[A-Za-z]{3,}$/.test(word) ? word : undefined;
}
