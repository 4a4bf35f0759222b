/** A name without scripts: an index, a constant, or a symbol. */
import { type Expr, isName } from '../../notation/expression';
import { print } from '../../notation/print';
import { prepareDifferential } from '../differentials';
import { near } from '../traces';
import { symbolValue, useOf } from '../names';
import { literal, map, num, scalar, type Value } from '../term';
import { type Scope, unreadable, type World } from '../world';
import { boundBare, CONSTANTS, constantVector, identity, isOfCircle, isOtherI, isVaried } from './constants';

export function named(world: World, scope: Scope, expr: Expr): Value {
  if (isName(expr) && (expr.letter === '1' || expr.letter === '0')) return constantVector(world, expr.letter, world.declarations.shape(expr.letter, scope.at)?.[0]);
  const use = useOf(world, scope, expr);
  if (!use) unreadable(print(expr), expr.span);
  if (use.base === 'd' && near(world.traces, 'differentials', scope.at) && !near(world.traces, 'size d', scope.at)) unreadable('a differential on its own', expr.span);
  const { steps } = world.reading;
  if (steps?.last === use.base) return literal((steps.first ?? 1) + steps.count - 1);
  const index = scope.bound.get(use.base);
  if (index) return scalar({ op: 'index', index });
  if (scope.at === world.claimAt && world.indices.has(use.base) && !use.time) return scalar({ op: 'index', index: use.base });
  if (/^[ij]$/.test(use.base) && !boundBare(world, scope, use.base) && !near(world.traces, `varied ${use.base}`, scope.at)) unreadable(`${use.base} as a number`, expr.span);
  if (use.base in CONSTANTS && (isOfCircle(world, scope, use.base) || (!boundBare(world, scope, use.base) && !isVaried(world, scope, use.base)))) return literal(CONSTANTS[use.base]);
  if (use.base === 'I' && !isOtherI(world, scope)) return identity(world);
  prepareDifferential(world, scope, use);
  const shift = scope.shifts.get(use.base);
  const value = symbolValue(world, scope, use);
  return shift ? { ...value, term: map('add', value.term, num(shift)) } : value;
}
