/** What brackets make of what they hold: norms, determinants, inner products, tuples. */
import type { Expr } from '../../notation/expression';
import { applyTo } from '../apply/elementwise';
import { FROBENIUS } from '../conventions';
import { expectation } from '../expectations';
import { determinant, norm } from '../matrices';
import { symbolInfo, useOf } from '../names';
import { tupleValue } from '../structures';
import { scalar, sumOver, type Value, rank } from '../term';
import { elementwise, negate } from '../values';
import { type Scope, unreadable, type World } from '../world';

export function group(world: World, scope: Scope, expr: Extract<Expr, { kind: 'group' }>): Value {
  if (expr.open === '|' && expr.contents.length === 1) return bars(world, world.read(scope, expr.contents[0]));
  if ((expr.open === '‖' || expr.open === '⟨') && expr.contents.some((item) => isWholeFunction(world, scope, item))) unreadable('a norm or an inner product of functions', expr.span);
  if (expr.open === '‖' && expr.contents.length === 1) {
    const value = world.read(scope, expr.contents[0]);
    if (rank(value) === 2) world.conventions.add(FROBENIUS);
    return norm(world, value, '2');
  }
  if (expr.open === '⟨' && expr.contents.length === 2) return inner(world, scope, expr.contents);
  if (expr.open === '⟨' && expr.contents.length === 1) return expectation(world, scope, expr, expr);
  if (expr.open === '⌊' && expr.contents.length === 1) return applyTo(world, 'floor', world.read(scope, expr.contents[0]));
  if (expr.open === '⌈' && expr.contents.length === 1) return negate(applyTo(world, 'floor', negate(world.read(scope, expr.contents[0]))));
  if (expr.contents.length > 1) return tupleValue(world, scope, expr);
  if (expr.contents.length === 0) unreadable('empty parentheses', expr.span);
  const value = world.read(scope, expr.contents[0]);
  return { ...value, literal: value.literal && rank(value) === 0 };
}

/** `|A|` of a matrix is its determinant. */
const bars = (world: World, value: Value): Value => (rank(value) === 2 && world.reading.products === 'matrix' ? determinant(world, value, false) : norm(world, value, 'abs'));

/** The f of `f(x) = x^2` without its argument: what its norm is, the values at one x do not say. Where the values are vectors, these are meant. */
function isWholeFunction(world: World, scope: Scope, expr: Expr): boolean {
  const use = useOf(world, scope, expr);
  const params = use?.slots.length === 0 ? symbolInfo(world, scope, use).binding?.params : undefined;
  return params !== undefined && params.length > 0 && rank(world.read(scope, expr)) === 0;
}

function inner(world: World, scope: Scope, contents: Expr[]): Value {
  const [a, b] = contents.map((item) => world.read(scope, item));
  const product = elementwise(world, 'mul', { ...a, stance: 'column' }, { ...b, stance: 'column' });
  return rank(product) ? scalar(sumOver(product.layout, product.term)) : product;
}
