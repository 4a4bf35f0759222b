/** Functions of which only smoothness is known: the same wherever they are named. */
import { type Expr, isName, replace } from '../../notation/expression';
import { print } from '../../notation/print';
import { features, near } from '../traces';
import { keysIn, reaches, symbolInfo } from '../names';
import { withParity } from '../parity';
import { keyOf, type SymbolUse, plainUse } from '../symbols';
import { rank, scalar, type Term, type Value, symbolTerm } from '../term';
import { addSymbol, freshLike, isDummy, misfit, type Scope, variedBy, type World } from '../world';
import { isParametric, LABELLED } from './functions';

/** A function without a definition: arbitrary, smooth, the same wherever it is named. */
export function smooth(world: World, scope: Scope, use: SymbolUse, name: string, written: Value[], order: number): Value {
  const parameters = parametersOf(world, scope, use, written);
  const values = order ? written : [...written, ...parameters];
  const ofVector = values.length === 1 && rank(values[0]) > 0 && (ENTRYWISE.has(use.base) || near(world.traces, `activation ${use.base}`, scope.at));
  if (order === 0 && !ofVector && near(world.traces, features(use.family), scope.at)) return featuresOf(world, use, name, values);
  const entrywise = ofVector || (values.length === 1 && rank(values[0]) === 0);
  if (entrywise) return { ...values[0], term: asSaid(world, scope, use, { op: 'smooth', name, args: [{ term: values[0].term, over: [] }], order, out: [] }), literal: false };
  if (order) misfit(`the prime of ${use.tex} with several arguments`);
  return scalar(asSaid(world, scope, use, { op: 'smooth', name, args: values.map((v) => ({ term: v.term, over: v.layout })), order: 0, out: [] }));
}

/** The f(y) of `\theta^T f(y)`: a vector, whose entries are functions. */
function featuresOf(world: World, use: SymbolUse, name: string, values: Value[]): Value {
  const entry = freshLike(world, `${features(use.family)}.0`);
  const args = [...values, scalar({ op: 'index', index: entry })].map((v) => ({ term: v.term, over: v.layout }));
  return { term: { op: 'smooth', name, args, order: 0, out: [] }, layout: [entry], stance: 'column' };
}

const ENTRYWISE = new Set(['\\sigma', '\\phi', '\\psi', 'g', 'h', '\\rho']);

/**
 * The name of an undefined function, which the claim is known to rest on. Laws are told apart by what they are of, and functions by how many
 * arguments they have: `p(x)` and `p(y \mid x)` are not one function at two places. The first goes by the name alone.
 */
export function calledAs(world: World, scope: Scope, use: SymbolUse, args: Expr[], given?: number): string {
  const calls = `calls of ${keyOf(use)}`;
  const known = world.calls.get(calls) ?? [];
  const kind = /^(?:[pqP]|\\pi)(?:_|$)/.test(use.base) ? args.map((arg, i) => (i === given ? '| ' : '') + print(withoutBound(scope, arg))).join(', ') : String(args.length);
  if (!known.includes(kind)) world.calls.set(calls, [...known, kind]);
  const name = known.length === 0 || known[0] === kind ? keyOf(use) : `${keyOf(use)} of ${kind}`;
  addSymbol(world, `function ${name}`, use);
  return name;
}

/** What a sum or an integral runs over, by whatever letter. */
const withoutBound = (scope: Scope, arg: Expr): Expr => replace(arg, (e) => (isName(e) && (scope.bound.has(e.letter) || isDummy(e.letter)) ? { ...e, letter: '·' } : undefined));

/** What a function without a definition is differentiated by though it is not of it, such as the parameter of `\pi_\theta(a)`: it rests on that too. `f(t)` is no other function beside `\nabla f(x)`. */
export function parametersOf(world: World, scope: Scope, use: SymbolUse, values: Value[]): Value[] {
  const [, label = ''] = LABELLED.exec(use.base) ?? [];
  const written: SymbolUse[] = isParametric(world, scope, use) ? [plainUse(label)] : [];
  const others = variedBy(world, use.base, use.time, scope.at).filter(({ tex }) => !near(world.traces, `call ${use.tex} ${tex}`, scope.at)).map((by): SymbolUse => ({ ...by, slots: [], modifiers: [] }));
  const all = [...written, ...others].filter((by, i, list) => list.findIndex((other) => keyOf(other) === keyOf(by)) === i).map((by) => symbolInfo(world, scope, by));
  const known = values.flatMap(({ term }) => [...keysIn(term)]);
  return all.filter(({ key, size }) => !size && !known.some((name) => name === key || reaches(world, name, key))).map(({ key, axes }): Value => {
    const layout = axes.map((axis) => freshLike(world, axis));
    return { term: symbolTerm(key, layout), layout, stance: 'column' };
  });
}

/** Odd, even or symmetric, where the document says so. */
function asSaid(world: World, scope: Scope, use: SymbolUse, term: Extract<Term, { op: 'smooth' }>): Term {
  const parity = world.declarations.parity(use.base, scope.at);
  if (!parity) return term;
  world.premises.add(`${use.tex} is ${parity}`);
  return withParity(term, parity);
}
