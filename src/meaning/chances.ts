/** Where a formula speaks of chances: calls that name them, expectations and divergences. */
import { callsIn, children, type Expr, type Group, headOf, isApply, isChain, isGroup, isName, isProduct, isScripted } from '../notation/expression';
import { isDivergence, isMeanOver } from './distributions';

/** `p(x)`, `q_\phi(z \mid x)`, `\pi(a \mid s)` among the factors of a product. */
export const chancesIn = (expr: Expr): { head: Expr; body: Group }[] => callsIn(expr).filter(({ head, body }) => isChance(head, body));

export const isChance = (head: Expr, body: Expr): body is Group => {
  const name = headOf(head);
  return isGroup(body, '(') && isName(name) && /^(?:[pqP]|\\pi)$/.test(name.letter) && (isName(head) || (isScripted(head) && head.sup.length === 0));
};

/** Whether the exercise speaks of chances here. */
export const speaksOfChances = (expr: Expr): boolean =>
  chancesIn(expr).some(({ body }) => body.given !== undefined) ||
  callsIn(expr).some(({ head, body }) => isMeanOver(head) || isDivergence(head, body)) ||
  (isApply(expr) && (expr.fn === 'log' || expr.fn === 'ln') && [expr.arg, ...children(expr.arg)].some((part) => chancesIn(part).length > 0));

/** The names that `\mathbb{E}_{x \sim p}` and `\mathbb{E}_{q(z)}` average over. */
export function drawnLetters(expr: Expr): string[] {
  const heads = isProduct(expr) ? expr.factors.filter(isMeanOver) : [];
  const subs = heads.flatMap((head) => (isScripted(head) ? head.sub : []));
  return subs.flatMap((sub) => (isChain(sub) ? [sub.members[0]] : isName(sub) ? [sub] : chancesIn(sub).flatMap(({ body }) => body.items.slice(0, body.given)))).flatMap((item) => (isName(item) ? [item.letter] : []));
}
