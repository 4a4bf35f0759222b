/** Total and partial derivatives of one function by one variable in one line: the partial one holds what the others are taken by. */
import { type Derivative, everyPart, type Expr, replace } from '../notation/expression';
import { print } from '../notation/print';
import type { LinkSyntax } from './document';

/** Sides in which the `\frac{\partial f}{\partial t}` of `\frac{df}{dt} = \frac{\partial f}{\partial t} + \frac{\partial f}{\partial x} \frac{dx}{dt}` holds x. */
export function withPathsHeld({ statement: { members } }: Pick<LinkSyntax, 'statement'>, sides: readonly [Expr, Expr]): readonly [Expr, Expr] {
  const all = [...members.map(({ expr }) => expr), ...sides].flatMap(everyPart).filter(isSlope);
  const totals = new Set(all.filter(({ total }) => total).map(print));
  const partials = all.filter(({ total }) => !total);
  if (totals.size === 0 || partials.length === 0) return sides;
  const heldIn = (e: Derivative): Expr[] => partials.filter(({ of, by: [by] }) => print(of) === print(e.of) && print(by.expr) !== print(e.by[0].expr)).map(({ by: [by] }) => by.expr);
  const held = (e: Expr): Expr | undefined => (isSlope(e) && !e.total && totals.has(print({ ...e, total: true })) && heldIn(e).length > 0 ? { ...e, held: heldIn(e) } : undefined);
  return [replace(sides[0], held), replace(sides[1], held)];
}

const isSlope = (e: Expr): e is Derivative => e.kind === 'derivative' && e.by.length === 1 && e.by[0].order === 1;
