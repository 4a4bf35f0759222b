/** Differentials: `dX` is any increment of X, and `df` what it adds to f to first order. In backpropagation `dW` is a name for the gradient by W; then nothing is read as a differential. */
import type { Expr } from '../notation/expression';
import { print } from '../notation/print';
import { unify } from './dims';
import { type Traces, near } from './traces';
import { keysIn, reaches, symbolInfo } from './names';
import { incremented, keyOf, type SymbolUse } from './symbols';
import { map, sumOver, type Term, type Value, symbolTerm } from './term';
import { boundTo, freshIndex, type Scope, type SymbolInfo, unreadable, type World } from './world';

/** `df`, `d(X^{-1})`. */
export function differential(world: World, scope: Scope, of: Expr): Value {
  const value = world.read(scope, of);
  const term = increment(world, scope, value.term);
  if (!term) unreadable(`the differential of ${print(of)}`, of.span);
  return { ...value, term, literal: false };
}

/** The `dR` of an R that is made of what has increments is what these add to it. */
export function prepareDifferential(world: World, scope: Scope, use: SymbolUse): void {
  const stem = incremented(use);
  const key = keyOf(use);
  if (!stem || world.symbols.has(key) || boundTo(world, use.base, use.time, scope.at)) return;
  if (!speaksOfDifferentials(world.traces, scope.at)) return;
  const of = symbolInfo(world, scope, stem);
  const term = of.binding && increment(world, scope, symbolTerm(of.key, of.axes), of.key);
  if (!term) return;
  world.symbols.set(key, { key, use, axes: of.axes, stance: of.stance, dependsOn: [] });
  world.definitions.set(key, { axes: of.axes, term });
}

/** Something stands there that only differentials are written in: `d(X Y)`, `\operatorname{tr}(A\,dX)`. */
export const speaksOfDifferentials = (traces: Traces, at: number): boolean => near(traces, 'differential', at);

/** The derivative by each name that has an increment in the statement, times that. */
function increment(world: World, scope: Scope, of: Term, except?: string): Term | undefined {
  const varied = speaksOfDifferentials(world.traces, scope.at) ? variedIn(world, of).filter(({ key }) => key !== except) : [];
  if (varied.some(({ use }) => boundTo(world, `d${use.base}`, use.time, scope.at))) return undefined;
  const parts = varied.map(({ key, use, axes }): Term => {
    const by = symbolInfo(world, scope, { ...use, base: `d${use.base}`, family: `d${use.family}`, tex: `d${use.tex}`, slots: [], modifiers: [] });
    const at = axes.map((axis, i) => { const index = freshIndex(world, 'v'); unify(world.dims, index, axis); unify(world.dims, index, by.axes[i]); return index; });
    return sumOver(at, map('mul', { op: 'derivative', of, key, at }, symbolTerm(by.key, at)));
  });
  return parts.length > 0 ? parts.reduce((a, b) => map('add', a, b)) : undefined;
}

/** Names that a term rests on and whose increments stand in the statement of the claim, save those that are made of others of them. */
function variedIn(world: World, term: Term): SymbolInfo[] {
  const { symbols, definitions, traces, claimAt } = world;
  const found = keysIn(term);
  for (const key of found) { const definition = definitions.get(key); if (definition) for (const inner of keysIn(definition.term)) found.add(inner); }
  const isVaried = ({ use }: SymbolInfo): boolean => traces.seen.get(`increment d${use.family}`)?.some((o) => claimAt >= o.at && claimAt < o.at + o.value) ?? false;
  const varied = [...found].flatMap((key) => symbols.get(key) ?? []).filter(isVaried);
  return varied.filter(({ key }) => !varied.some((other) => other.key !== key && reaches(world, key, other.key)));
}
