/** Values of an expression at a point of one of its names, and what it gains between two. */
import * as build from '../notation/build';
import type { Evaluated, Expr } from '../notation/expression';
import { print } from '../notation/print';
import { substitute } from './apply/defined';
import { keysIn, reaches, useOf } from './names';
import { keyOf, type SymbolUse } from './symbols';
import type { Value } from './term';
import { add, negate } from './values';
import { type Scope, Unreadable, type World } from './world';

export function evaluated(world: World, scope: Scope, { of, by, from, to, span }: Evaluated): Value {
  const variable = by && useOf(world, scope, by);
  if (!by || !variable || variable.modifiers.length || variable.slots.some((slot) => slot.kind === 'index')) throw new Unreadable(`of what the value of ${print(of)} at ${print(to)} is taken`, span);
  const [end, start] = [to, from].map((point) => point && at(world, scope, of, { expr: by, use: variable }, point));
  return start ? add(world, end as Value, negate(start), 1) : (end as Value);
}

function at(world: World, scope: Scope, of: Expr, by: { expr: Expr; use: SymbolUse }, point: Expr): Value {
  if (isInfinite(point)) return world.read(scope, { kind: 'big', op: 'lim', below: [{ kind: 'chain', members: [by.expr, point], relations: [{ name: 'to', tex: '\\to', span: point.span }], span: point.span }], body: build.group(of), span: of.span });
  const body = world.read(scope, of);
  const key = keyOf(by.use);
  if (![...keysIn(body.term)].some((other) => other === key || reaches(world, other, key))) throw new Unreadable(`how ${print(of)} depends on ${by.use.tex}`, of.span);
  return { ...body, term: substitute(world, scope, [by.use], [world.read(scope, point)], body.term), literal: false };
}

const isInfinite = (point: Expr): boolean => (point.kind === 'sum' && point.terms.length === 1 ? isInfinite(point.terms[0].expr) : point.kind === 'mark' && point.mark === 'infinity');
