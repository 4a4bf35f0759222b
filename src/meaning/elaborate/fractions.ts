/** Fractions and roots. */
import type { Expr, Fraction } from '../../notation/expression';
import { applyTo } from '../apply/elementwise';
import { ofAllThatFollows } from '../conventions';
import { map, num, type Value } from '../term';
import { elementwise } from '../values';
import { type Scope, Unreadable, type World } from '../world';

export function fraction(world: World, scope: Scope, expr: Fraction): Value {
  const { over, under } = expr;
  if (expr.slash && over.kind === 'apply' && over.arg.kind !== 'group' && world.reading.reach === 'all') {
    world.conventions.add(ofAllThatFollows(over));
    return world.read(scope, { ...over, arg: { ...expr, over: over.arg }, span: expr.span });
  }
  const [a, b] = [world.read(scope, over), world.read(scope, under)];
  if (b.layout.length > 1 && a.layout.length !== b.layout.length) throw new Unreadable('a matrix as a denominator', under.span, 'misfit');
  if (b.layout.length && world.reading.products === 'matrix') throw new Unreadable('a vector as a denominator', under.span, 'misfit');
  const result = elementwise(world, 'div', a, b);
  return { ...result, literal: !!(a.literal && b.literal) };
}

export function root(world: World, scope: Scope, expr: Extract<Expr, { kind: 'root' }>): Value {
  const body = world.read(scope, expr.body);
  if (!expr.degree) return applyTo(world, 'sqrt', body);
  const degree = world.read(scope, expr.degree);
  return { ...body, term: map('pow', body.term, map('div', num(1), degree.term)) };
}
