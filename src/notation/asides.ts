/** Relations that stand within a statement and are none of its links: beside it, as in "for i ≠ k", or inside its brackets, as in `f(x = 2)`. */
import { type Chain, children, type EquationSyntax, type Expr, isBig, isChain, isGroup, isName, isProduct, isScripted } from './expression';

export function asidesOf({ statements }: EquationSyntax): Chain[] {
  return statements.flatMap(({ members, conditions }) => [...members.flatMap(({ expr }) => bracketed(expr)), ...conditions.filter(isChain)]);
}

/** Chains in round brackets, save the events of probabilities and indicators. */
function bracketed(expr: Expr): Chain[] {
  if (isProduct(expr)) return expr.factors.flatMap((factor, i) => (i > 0 && TAKES_EVENTS.test(nameOf(expr.factors[i - 1])) ? [] : bracketed(factor)));
  const own = isGroup(expr, '(') ? expr.contents.filter(isChain) : [];
  return [...own, ...(isBig(expr) ? bracketed(expr.body) : expr.kind === 'cases' || isChain(expr) ? [] : children(expr).flatMap(bracketed))];
}

const TAKES_EVENTS = /^(?:[pPqQI1E]|Pr|Var|Cov|\\delta|\\chi)$/;

const nameOf = (expr: Expr): string => (isName(expr) ? expr.letter : isScripted(expr) ? nameOf(expr.base) : '');
