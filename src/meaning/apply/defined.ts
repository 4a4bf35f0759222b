/** Functions that the document defines. */
import { unify } from '../dims';
import { keysIn, symbolInfo, symbolValue } from '../names';
import { isVariance, keyOf, type SymbolUse } from '../symbols';
import { rank, symbolTerm, type Index, type Term, type Value } from '../term';
import { relabel } from '../values';
import { boundTo, freshIndex, freshLike, misfit, type Scope, type SymbolInfo, unreadable, type World } from '../world';
import { applyTo } from './elementwise';

/** `f(u)` of a defined f: the definition with its parameters replaced, all at once. */
export function defined(world: World, scope: Scope, use: SymbolUse, params: SymbolUse[], args: Value[], order: number): Value {
  const info = symbolInfo(world, scope, use);
  if (args.length !== params.length) unreadable(`${use.tex} takes ${params.length} arguments, not ${args.length}`);
  if (order && params.some(isVariance)) unreadable(`the prime of ${use.tex}`);
  const values = args.map((arg, i) => (isVariance(params[i]) ? applyTo(world, 'sqrt', arg) : arg));
  if (order && isBoundApart(world, scope, info, params[0])) unreadable(`how ${use.tex} depends on ${params[0].tex}`);
  if (isEntrywise(world, scope, params, values, info)) {
    world.conventions.add(`${use.tex} is applied entry by entry`);
    const [value] = values;
    return { ...value, term: substitute(world, scope, params, [{ ...value, layout: [] }], symbolTerm(info.key), order), literal: false };
  }
  const body = use.slots.length ? symbolValue(world, scope, use) : whole(world, info);
  return { ...body, term: substitute(world, scope, params, values, body.term, order) };
}

function whole(world: World, info: SymbolInfo): Value {
  const layout = info.axes.map((axis) => freshLike(world, axis));
  return { term: symbolTerm(info.key, layout), layout, stance: info.stance };
}

/** `\eta = \log(1 - \phi)` and `a(\eta) = \log\frac{1 - \phi}{\phi}`: the parameter is bound to something, and what the function is does not mention it. */
function isBoundApart(world: World, scope: Scope, info: SymbolInfo, param: SymbolUse): boolean {
  const definition = world.definitions.get(info.key);
  return definition !== undefined && !keysIn(definition.term).has(keyOf(param)) && boundTo(world, param.base, param.time, scope.at) !== undefined;
}

/** A function of a number with a number as its value, given an array. */
const isEntrywise = (world: World, scope: Scope, params: SymbolUse[], values: Value[], info: SymbolInfo): boolean =>
  params.length === 1 && info.axes.length === 0 && rank(values[0]) > 0 && symbolInfo(world, scope, params[0]).axes.length === 0;

export function substitute(world: World, scope: Scope, params: SymbolUse[], values: Value[], body: Term, order = 0, by: Index[][] = []): Term {
  const stands = params.map(() => `argument ${freshIndex(world)}`);
  let term = body;
  params.forEach((param, i) => {
    const info = symbolInfo(world, scope, param);
    if (info.axes.length !== rank(values[i])) misfit(`the argument of ${param.tex} has another shape`);
    if (order && info.axes.length) misfit('the prime of a function of a vector');
    const axes = info.axes.map(() => freshIndex(world));
    axes.forEach((axis, k) => { unify(world.dims, axis, info.axes[k]); });
    const steps = i === 0 ? [...Array.from({ length: order }, () => ({ at: [] as Index[] })), ...by.map((at) => ({ at }))] : [];
    term = { op: 'let', key: keyOf(param), axes, value: symbolTerm(stands[i], axes), body: term, ...(steps.length ? { by: steps } : {}) };
  });
  params.forEach((param, i) => {
    const axes = symbolInfo(world, scope, param).axes.map(() => freshIndex(world));
    // The argument is as long as the parameter.
    axes.forEach((axis, k) => { unify(world.dims, axis, symbolInfo(world, scope, param).axes[k]); unify(world.dims, axis, values[i].layout[k]); });
    const value = relabel(world, values[i], axes);
    term = { op: 'let', key: stands[i], axes, value: value.term, body: term };
  });
  return term;
}
