/** Fractions and roots. */
import { type Expr, type Fraction, isApply, isGroup } from '../../notation/expression';
import { applyTo } from '../apply/elementwise';
import { type Value, map, num, rank } from '../term';
import { ofAllThatFollows } from '../conventions';
import { elementwise } from '../values';
import { misfit, type Scope, type World } from '../world';

export function fraction(world: World, scope: Scope, expr: Fraction): Value {
  const { over, under } = expr;
  if (expr.slash && isApply(over) && !isGroup(over.arg) && world.reading.reach === 'all') {
    world.conventions.add(ofAllThatFollows(over));
    return world.read(scope, { ...over, arg: { ...expr, over: over.arg }, span: expr.span });
  }
  const [a, b] = [world.read(scope, over), world.read(scope, under)];
  if (rank(b) > 1 && rank(a) !== rank(b)) misfit('a matrix as a denominator', under.span);
  if (rank(b) && world.reading.products === 'matrix') misfit('a vector as a denominator', under.span);
  const result = elementwise(world, 'div', a, b);
  return { ...result, literal: !!(a.literal && b.literal) };
}

export function root(world: World, scope: Scope, expr: Extract<Expr, { kind: 'root' }>): Value {
  const body = world.read(scope, expr.body);
  if (!expr.degree) return applyTo(world, 'sqrt', body);
  const degree = world.read(scope, expr.degree);
  return { ...body, term: map('pow', body.term, map('div', num(1), degree.term)) };
}
