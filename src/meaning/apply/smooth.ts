/** Functions of which only smoothness is known: the same wherever they are named. */
import { keysIn, reaches, symbolInfo } from '../names';
import { withParity } from '../parity';
import { keyOf, type SymbolUse } from '../symbols';
import { scalar, type Term, type Value, symbolTerm } from '../term';
import { type Scope, Unreadable, variedBy, type World, freshLike } from '../world';
import { isParametric, LABELLED } from './functions';

/** A function without a definition: arbitrary, smooth, the same wherever it is named. */
export function smooth(world: World, scope: Scope, use: SymbolUse, written: Value[], order: number): Value {
  const name = registered(world, use);
  const parameters = parametersOf(world, scope, use, written);
  const values = order ? written : [...written, ...parameters];
  const entrywise = values.length === 1 && (values[0].layout.length === 0 || ENTRYWISE.has(use.base));
  if (entrywise) return { ...values[0], term: asSaid(world, scope, use, { op: 'smooth', name, args: [{ term: values[0].term, over: [] }], order, out: [] }), literal: false };
  if (order) throw new Unreadable(`the prime of ${use.tex} with several arguments`, undefined, 'misfit');
  return scalar({ op: 'smooth', name, args: values.map((v) => ({ term: v.term, over: v.layout })), order: 0, out: [] });
}

const ENTRYWISE = new Set(['\\sigma', '\\phi', '\\psi', 'g', 'h', '\\rho']);

/** The name of an undefined function, which the claim is known to rest on. */
export function registered(world: World, use: SymbolUse): string {
  const name = keyOf(use);
  world.symbols.set(`function ${name}`, { key: `function ${name}`, use, axes: [], stance: 'column', dependsOn: [] });
  return name;
}

/** What a function without a definition is differentiated by though its arguments do not rest on it, such as the parameter of `\pi_\theta(a)`: it rests on that too. */
export function parametersOf(world: World, scope: Scope, use: SymbolUse, values: Value[]): Value[] {
  const [, label = ''] = LABELLED.exec(use.base) ?? [];
  const written: SymbolUse[] = isParametric(world, scope, use) ? [{ base: label, family: label, slots: [], modifiers: [], tex: label }] : [];
  const others = variedBy(world, use.base, use.time, scope.at).map((by): SymbolUse => ({ ...by, slots: [], modifiers: [] }));
  const all = [...written, ...others].filter((by, i, list) => list.findIndex((other) => keyOf(other) === keyOf(by)) === i).map((by) => symbolInfo(world, scope, by));
  const known = values.flatMap(({ term }) => [...keysIn(term)]);
  return all.filter(({ key, size }) => !size && !known.some((name) => name === key || reaches(world, name, key))).map(({ key, axes }): Value => {
    const layout = axes.map((axis) => freshLike(world, axis));
    return { term: symbolTerm(key, layout), layout, stance: 'column' };
  });
}

/** Odd or even, where the document says so. */
function asSaid(world: World, scope: Scope, use: SymbolUse, term: Extract<Term, { op: 'smooth' }>): Term {
  const parity = world.declarations.parity(use.base, scope.at);
  if (!parity) return term;
  world.premises.add(`${use.tex} is ${parity}`);
  return withParity(term, parity);
}
