/** Values of an expression at a point of one of its names, and what it gains between two. */
import type { Evaluated, Expr } from '../notation/expression';
import { print } from '../notation/print';
import { substitute } from './apply/defined';
import { placeOf } from './binders';
import { keysIn, reaches, useOf } from './names';
import { keyOf } from './symbols';
import type { Value } from './term';
import { add, negate } from './values';
import { type Scope, unreadable, type World } from './world';

export function evaluated(world: World, scope: Scope, { of, by, from, to, span }: Evaluated): Value {
  const use = by && useOf(world, scope, by);
  const key = use && keyOf(use);
  const at = (point: Expr): Value => {
    const body = world.read(scope, of);
    if (!use || !key || use.modifiers.length || ![...keysIn(body.term)].some((other) => other === key || reaches(world, other, key))) unreadable(`of what the value of ${print(of)} is taken`, span);
    const far = placeOf(point);
    const isFar = far === Infinity || far === -Infinity;
    world.reachesFar ||= isFar;
    return { ...body, term: isFar ? { op: 'average', key, axes: [], rule: { kind: 'limit', to: far }, body: body.term } : substitute(world, scope, [use], [world.read(scope, point)], body.term), literal: false };
  };
  return from ? add(world, at(to), negate(at(from)), 1) : at(to);
}
