/** Derivatives of functions at their arguments: `\nabla f(u)`, `\frac{\partial f}{\partial x}(a, b)`. */
import { type Derivative, type Expr, type Group, isNumeral } from '../../notation/expression';
import { print } from '../../notation/print';
import { bindingFor, symbolInfo, symbolValue, useOf } from '../names';
import { stacked } from '../structures';
import { isVariance, keyOf, type SymbolUse } from '../symbols';
import { symbolTerm, type Term, type Value } from '../term';
import { relabel } from '../values';
import { freshIndex, freshLike, type Scope, unreadable, type World } from '../world';
import { substitute } from './defined';
import { paramsOf, placesOf } from './functions';
import { calledAs, parametersOf } from './smooth';

/** The gradient of a function at its argument, `\nabla f(u)`, or with `order` 2 its Hessian. */
export function gradientOfCall(world: World, scope: Scope, head: Expr, body: Group, order = 1): Value {
  const use = useOf(world, scope, head);
  if (!use) unreadable(print(head), head.span);
  if (body.contents.length === 0) unreadable(`${use.tex} of nothing`, head.span);
  const values = body.contents.map((item) => world.read(scope, item));
  const binding = bindingFor(world, use, scope.at);
  const params = binding ? paramsOf(world, scope, use, binding, body.contents) : [];
  if (params.length && params.length !== values.length) unreadable(`${use.tex} takes ${params.length} arguments, not ${values.length}`, head.span);
  if (order > 1 && values.length > 1) unreadable('second derivatives by several arguments', head.span);
  const name = params.length ? '' : calledAs(world, scope, use, body.contents, body.given);
  const places = params.length ? [] : placesOf(scope, use);
  const parts = values.map((_, which) => partial(world, scope, { use, name, params }, [...values, ...places], which, order));
  return stacked(world, parts);
}

/** `\frac{\partial f}{\partial x}(a, b)`: the derivative of a function of several arguments, taken at a point. */
export function partialAt(world: World, scope: Scope, whole: Derivative, point: Group): Value | undefined {
  const { of, by } = whole;
  const use = useOf(world, scope, of);
  const variable = by.length === 1 && by[0].order === 1 ? useOf(world, scope, by[0].expr) : undefined;
  const params = (use && bindingFor(world, use, scope.at)?.params) ?? [];
  const which = params.findIndex((param) => variable && keyOf(param) === keyOf(variable));
  if (!use || which < 0 || params.length !== point.contents.length) return undefined;
  if (params.length === 1) return atOne(world, scope, whole, params[0], point.contents[0]);
  return partial(world, scope, { use, name: '', params }, point.contents.map((item) => world.read(scope, item)), which, 1);
}

/** `\frac{df}{dx}(x)` is the derivative itself. At a number or another name it may be taken there, or be multiplied by it. */
function atOne(world: World, scope: Scope, whole: Derivative, param: SymbolUse, point: Expr): Value | undefined {
  const use = useOf(world, scope, point);
  if (use && keyOf(use) === keyOf(param)) return world.read(scope, whole);
  if (isNumeral(point) || use) unreadable(`whether the derivative of ${print(whole.of)} is taken at ${print(point)} or multiplied by it`, point.span);
  return undefined;
}

/** A function with its parameters, or one without a definition by its name. */
interface Called { use: SymbolUse; name: string; params: SymbolUse[] }

function partial(world: World, scope: Scope, { use, name, params }: Called, values: Value[], which: number, order: number): Value {
  if (params.some(isVariance)) unreadable(`the gradient of ${use.tex}`);
  const steps = Array.from({ length: order }, () => values[which].layout.map((axis) => freshLike(world, axis)));
  const layout = steps.flat();
  const stance = layout.length === 1 ? 'either' : 'column';
  if (params.length) {
    const first = [which, ...params.map((_, i) => i).filter((i) => i !== which)];
    const body = use.slots.length ? symbolValue(world, scope, use).term : symbolTerm(symbolInfo(world, scope, use).key);
    return { term: substitute(world, scope, first.map((i) => params[i]), first.map((i) => values[i]), body, 0, steps), layout, stance };
  }
  const key = `argument ${freshIndex(world)}`;
  const axes = values[which].layout.map((axis) => freshLike(world, axis));
  const inner = axes.map((axis) => freshLike(world, axis));
  const parameters = parametersOf(world, scope, use, values).map((v) => ({ term: v.term, over: v.layout }));
  const args = [...values.map((v, i) => (i === which ? { term: symbolTerm(key, inner), over: inner } : { term: v.term, over: v.layout })), ...parameters];
  const body: Term = { op: 'smooth', name, args, order: 0, out: [] };
  const value = relabel(world, values[which], axes);
  return { term: { op: 'let', key, axes, value: value.term, body, by: steps.map((at) => ({ at })) }, layout, stance };
}
