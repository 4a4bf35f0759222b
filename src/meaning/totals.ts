/** Total and partial derivatives of one function by one variable in one line: the partial one holds what the others are taken by. */
import { type Derivative, everyPart, type Expr, isSum, replace } from '../notation/expression';
import { print } from '../notation/print';
import type { LinkSyntax } from './document';

/**
 * Sides in which the `\frac{\partial f}{\partial t}` of `\frac{df}{dt} = \frac{\partial f}{\partial t} + \frac{\partial f}{\partial x} \frac{dx}{dt}` holds x:
 * beside a total derivative, or a summand that goes the way through x.
 */
export function withPathsHeld({ statement: { members } }: Pick<LinkSyntax, 'statement'>, sides: readonly [Expr, Expr]): readonly [Expr, Expr] {
  const parts = [...members.map(({ expr }) => expr), ...sides].flatMap(everyPart);
  const all = parts.filter(isSlope);
  const totals = new Set(all.filter(({ total }) => total).map(print));
  const partials = all.filter(({ total }) => !total);
  if (partials.length < 2) return sides;
  const isSummand = (e: Derivative): boolean => parts.some((part) => isSum(part) && part.terms.some((own) => own.expr === e && part.terms.some(({ sign, expr }) => sign === own.sign && isWay(expr, e))));
  const heldIn = (e: Derivative): Expr[] => partials.filter(({ of, by: [by] }) => print(of) === print(e.of) && print(by.expr) !== print(e.by[0].expr)).map(({ by: [by] }) => by.expr);
  const held = (e: Expr): Expr | undefined => (isSlope(e) && !e.total && (totals.has(print({ ...e, total: true })) || isSummand(e)) && heldIn(e).length > 0 ? { ...e, held: heldIn(e) } : undefined);
  return [replace(sides[0], held), replace(sides[1], held)];
}

/** `\frac{\partial f}{\partial x} \frac{\partial x}{\partial t}` beside `\frac{\partial f}{\partial t}`. */
function isWay(expr: Expr, { of, by }: Derivative): boolean {
  const slopes = everyPart(expr).filter(isSlope);
  return slopes.some((first) => print(first.of) === print(of) && slopes.some((last) => print(last.of) === print(first.by[0].expr) && print(last.by[0].expr) === print(by[0].expr)));
}

const isSlope = (e: Expr): e is Derivative => e.kind === 'derivative' && e.by.length === 1 && e.by[0].order === 1;
