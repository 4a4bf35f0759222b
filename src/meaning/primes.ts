/** What a prime says: the derivative of a function, the transpose of an array, or another name. Seen in how the exercise uses primes. */
import { children, type Expr, isGroup, isLetter, isName, isProduct, isScripted, type Scripted, type Statement, visit } from '../notation/expression';
import { print } from '../notation/print';
import { type Traces, observe } from './traces';

/** The exercise writes transposes with primes. */
export const TRANSPOSING = 'transposing';
/** `h'` is the state after h. */
export const successor = (letter: string): string => `successor ${letter}`;

export function observePrimes(traces: Traces, { members }: Statement): void {
  const exprs = members.map((member) => member.expr);
  for (const expr of exprs) visit(expr, (e) => { if (isProduct(e) && isForm(e)) observe(traces, TRANSPOSING, e); });
  if (exprs.some((a) => exprs.some((b) => isReversed(a, b)))) observe(traces, TRANSPOSING, exprs[0]);
  const [head, ...rest] = exprs;
  if (rest.length && isScripted(head) && head.primes > 0 && isName(head.base) && rest.some(hasHadamard)) observe(traces, successor(head.base.letter), head);
}

/** `X'X`, `(y - X\beta)'(y - X\beta)`: what is multiplied by its own transpose. */
function isForm({ factors, signs }: Extract<Expr, { kind: 'product' }>): boolean {
  return factors.some((factor, i) => {
    const next = factors[i + 1];
    if (!next || signs[i] !== 'implicit' || !isScripted(factor) || factor.primes !== 1) return false;
    const isArray = isGroup(factor.base) || isMatrixName(factor.base);
    return isArray && print(unprimed(factor)) === print(next);
  });
}

/** `(AB)'` beside `B'A'`. */
function isReversed(whole: Expr, parts: Expr): boolean {
  if (!isScripted(whole) || whole.primes !== 1 || !isGroup(whole.base) || !isProduct(whole.base.contents[0]) || !isProduct(parts)) return false;
  const { factors } = whole.base.contents[0];
  return factors.length > 1 && factors.every(isMatrixName) && print({ ...parts, factors: [...parts.factors].reverse() }).replaceAll("'", '') === print(whole.base.contents[0]) && parts.factors.every((factor) => isScripted(factor) && factor.primes === 1);
}

const unprimed = (expr: Scripted): Expr => (expr.sub.length || expr.sup.length ? { ...expr, primes: 0 } : expr.base);
/** Capitals that are no functions. */
const isMatrixName = (e: Expr): boolean => (isScripted(e) ? isMatrixName(e.base) : isLetter(e, /^\\?[A-EH-Z]/));
const hasHadamard = (expr: Expr): boolean => (isProduct(expr) && expr.signs.includes('odot')) || children(expr).some(hasHadamard);
