/** Where a formula speaks of chances: calls that name them, expectations and divergences. */
import { callsIn, children, type Expr, type Group, headOf, isChain, isGroup, isLetter, isLog, isNabla, isName, isProduct, isScripted, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { isDivergence, isMeanOver } from './distributions';

/** `p(x)`, `q_\phi(z \mid x)`, `\pi(a \mid s)` among the factors of a product. */
export const chancesIn = (expr: Expr): { head: Expr; body: Group }[] => callsIn(expr).filter(({ head, body }) => isChance(head, body));

export const isChance = (head: Expr, body: Expr): body is Group => isGroup(body, '(') && isLaw(head);

const isLaw = (head: Expr): boolean => isLetter(headOf(head), /^(?:[pqP]|\\pi)$/) && (isName(head) || (isScripted(head) && head.sup.length === 0));

/** That this name is a law: p and q are where one of them is. */
export const lawTopic = (head: Expr): string => `law ${print(headOf(head)).replace('q', 'p')}`;

/** What a formula shows to be laws: what has a bar in its call, is averaged over, is in a divergence, or is a factor of a logarithm of it. A `\log p(t)` alone may be of a price. */
export function lawsShown(expr: Expr): Expr[] {
  const logs = (isProduct(expr) ? expr.factors : []).map((factor) => (isNabla(factor) ? factor.of : factor)).filter(isLog);
  const ofLog = logs.flatMap(children).flatMap((arg) => [arg, ...children(arg)].flatMap(chancesIn));
  return callsIn(expr).flatMap(({ head, body }) => {
    if (isMeanOver(head) && isScripted(head)) return head.sub.slice(-1).map((sub) => (isChain(sub) ? sub.members[1] : sub)).map(calledIn);
    if (isDivergence(head, body)) return body.contents.map(calledIn);
    return isChance(head, body) && (body.given !== undefined || ofLog.some((call) => print(call.head) === print(head))) ? [head] : [];
  }).filter(isLaw);
}

/** The p of `p(x)`, and of p. */
const calledIn = (expr: Expr): Expr => pairOf(expr)[0] ?? expr;

/** What the values of a letter of a law are called as the range of an index. */
export const valuesOf = (letter: string): string => `values of ${letter}`;

/** The names that `\mathbb{E}_{x \sim p}` and `\mathbb{E}_{q(z)}` average over. */
export function drawnLetters(expr: Expr): string[] {
  const subs = isProduct(expr) ? expr.factors.filter(isMeanOver).flatMap((head) => (isScripted(head) ? head.sub : [])) : [];
  return subs.flatMap((sub) => (isChain(sub) ? [sub.members[0]] : isName(sub) ? [sub] : chancesIn(sub).flatMap(({ body }) => body.contents.slice(0, body.given)))).flatMap((item) => (isName(item) ? [item.letter] : []));
}
