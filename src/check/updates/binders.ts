/** Lines that bind a quantity of an update rule. */
import { type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import * as build from '../../notation/build';
import { equates, type Expr, hasPart, isBracketed, isLetter, isNabla, isName, isPair, isProduct, isScripted, isSymbol } from '../../notation/expression';
import { print } from '../../notation/print';
import { type Counting, countingLetter, numberLetter, slotOf, uses } from './slots';

export interface Binder {
  link: LinkSyntax;
  /** Where it begins. */
  at: number;
  /** The quantity, and what gives it. */
  left: Expr;
  right: Expr;
  /** The letter that counts its steps, if it shows one. */
  letter?: string;
  /** A script of the quantity that its line calculates with, as in `\alpha_k = \alpha_0 / k`: it may count steps. */
  number?: string;
}

/** Counts the steps where nothing shows a letter. */
export const DEFAULT_LETTER = 't';

export function bindersOf(document: DocumentMeaning): Binder[] {
  return document.links.filter((link) => link.position === 0 && equates(link.relation)).flatMap((link): Binder[] => {
    const { left, right } = solved(link) ?? mirrored(link) ?? { left: link.lhs.expr, right: link.rhs.expr };
    return isBindable(left) ? [{ link, at: startOf(link), left, right, letter: countingLetter(left, right), number: numberLetter(left, right) }] : [];
  });
}

const isBindable = (expr: Expr): boolean => isSymbol(expr) || isPair(expr, 'implicit');

/** `\nabla\psi(x_{t+1}) = \nabla\psi(x_t) - \eta g_t` gives its point: `x_{t+1} = \nabla\psi^*(…)`. */
function mirrored({ lhs: { expr }, rhs, relation }: LinkSyntax): { left: Expr; right: Expr } | undefined {
  if (relation.name !== 'equal' || !isNabla(expr) || expr.order !== 1 || !isPair(expr.of)) return undefined;
  const [of, point] = expr.of.factors;
  if (!isName(of) || !isBracketed(point, '(') || !isScripted(point.contents[0])) return undefined;
  const isSame = (e: Expr): boolean => isNabla(e) && e.order === 1 && isProduct(e.of) && print(e.of.factors[0]) === print(of);
  if (!hasPart(rhs.expr, isSame)) return undefined;
  const dual: Expr = build.power(of, build.mark('star', of.span));
  const { span } = rhs.expr;
  return { left: point.contents[0], right: { ...expr, of: { ...expr.of, factors: [dual, build.group(rhs.expr, span)], span }, span } };
}

/** `\nabla^2 f(x_k) d_k = -\nabla f(x_k)` and `(J^T J + \lambda I) \delta = -J^T r` give their last factor. */
function solved({ lhs: { expr }, rhs, relation }: LinkSyntax): { left: Expr; right: Expr } | undefined {
  if (!isProduct(expr) || relation.name !== 'equal') return undefined;
  const [rest, last] = [expr.factors.slice(0, -1), expr.factors.at(-1)];
  if (!isSymbol(last) || isCurved(last) || !rest.every(isCurved)) return undefined;
  const { span } = expr;
  const matrix: Expr = build.group(rest.length === 1 ? rest[0] : { ...expr, factors: rest, signs: expr.signs.slice(0, -1) }, span);
  const inverse: Expr = build.power(matrix, build.negative(build.number(1, span), span), span);
  return { left: last, right: build.product([inverse, build.group(rhs.expr, rhs.span)], span) };
}

/** A Hessian, a Jacobian, or made of such. */
export const isCurved = (expr: Expr): boolean => hasPart(expr, (e) => (isNabla(e) && e.order === 2) || isLetter(e, /^[HJ]$/));

/** Worth a closer look: it counts steps, or the quantity stands on both sides. */
export function isLikely({ left, right, letter, number }: Binder): boolean {
  if (letter ?? number) return true;
  const counting: Counting = { letter: DEFAULT_LETTER, isLabel: () => false };
  const own = slotOf(left, counting);
  return own !== undefined && !own.power && (own.moment !== undefined || uses(right, own.name, counting));
}
