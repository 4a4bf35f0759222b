/** What a link is about, as its syntax shows it. */
import { callsIn, type Expr, hasPart, isBig, isLetter, isNabla, isName, isNumeral, isScripted, isSum } from '../../notation/expression';
import type { LinkKind } from '../../report';
import type { LinkSyntax } from '../document';
import type { SymbolUse } from '../symbols';

export function kindOf({ lhs, rhs }: LinkSyntax): LinkKind {
  const has = (isOne: (e: Expr) => boolean): boolean => [lhs.expr, rhs.expr].some((side) => hasPart(side, isOne));
  if (has(isExpectation)) return 'expectation';
  if (has((e) => isBig(e) && e.op === 'lim')) return 'limit';
  if (has((e) => e.kind === 'derivative' || isNabla(e) || (isScripted(e) && e.primes > 0))) return 'derivative';
  return has((e) => isName(e) && e.letter !== '\\pi' && e.letter !== 'e') ? 'claim' : 'numeric';
}

const isExpectation = (expr: Expr): boolean => callsIn(expr).some(({ head }) => isLetter(head, 'E'));

export const stepKind = ({ time }: SymbolUse, kind: LinkKind): LinkKind => (time && time.shift > 0 ? 'update-rule' : kind);

export const isValue = (expr: Expr): boolean => isNumeral(expr) || (isSum(expr) && expr.terms.length === 1 && isNumeral(expr.terms[0].expr));
