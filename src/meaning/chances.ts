/** Where a formula speaks of chances: calls that name them, expectations and divergences. */
import { children, type Expr, type Group, headOf, isLetter, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { isDivergence, isMeanOver } from './distributions';

/** `p(x)`, `q_\phi(z \mid x)`, `\pi(a \mid s)` among the factors of a product. */
export function callsIn(expr: Expr): { head: Expr; body: Group }[] {
  return expr.kind !== 'product' ? [] : expr.factors.flatMap((head, i) => { const body = expr.factors[i + 1]; return body && isCall(head, body) ? [{ head, body }] : []; });
}

export const isCall = (head: Expr, body: Expr): body is Group => body.kind === 'group' && body.open === '(' && isLaw(head);

const isLaw = (head: Expr): boolean => isLetter(headOf(head), /^(?:[pqP]|\\pi)$/) && (head.kind === 'name' || (head.kind === 'scripted' && head.sup.length === 0));

/** That this name is a law: p and q are where one of them is. */
export const lawTopic = (head: Expr): string => `law ${print(headOf(head)).replace('q', 'p')}`;

/** What a formula shows to be laws: what has a bar in its call, is averaged over, is in a divergence, or is a factor of a logarithm of it. A `\log p(t)` alone may be of a price. */
export function lawsShown(expr: Expr): Expr[] {
  if (expr.kind !== 'product') return [];
  const ofLog = expr.factors.flatMap((factor) => (factor.kind === 'apply' && /^(?:log|ln)$/.test(factor.fn) ? [factor.arg, ...children(factor.arg)].flatMap(callsIn) : []));
  return expr.factors.flatMap((head, i) => {
    const body = expr.factors[i + 1];
    if (body?.kind !== 'group') return [];
    if (isMeanOver(head) && head.kind === 'scripted') return head.sub.slice(-1).map((sub) => pairOf(sub.kind === 'chain' ? sub.members[1] : sub)[0] ?? (sub.kind === 'chain' ? sub.members[1] : sub));
    if (isDivergence(head, body)) return body.items.map((item) => pairOf(item)[0] ?? item);
    return isCall(head, body) && (body.given !== undefined || ofLog.some((call) => print(call.head) === print(head))) ? [head] : [];
  }).filter(isLaw);
}

/** What the values of a letter of a law are called as the range of an index. */
export const valuesOf = (letter: string): string => `values of ${letter}`;

/** The names that `\mathbb{E}_{x \sim p}` and `\mathbb{E}_{q(z)}` average over. */
export function drawnLetters(expr: Expr): string[] {
  const heads = expr.kind === 'product' ? expr.factors.filter(isMeanOver) : [];
  const subs = heads.flatMap((head) => (head.kind === 'scripted' ? head.sub : []));
  return subs.flatMap((sub) => (sub.kind === 'chain' ? [sub.members[0]] : sub.kind === 'name' ? [sub] : callsIn(sub).flatMap(({ body }) => body.items.slice(0, body.given)))).flatMap((item) => (item.kind === 'name' ? [item.letter] : []));
}
