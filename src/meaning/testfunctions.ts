/** Functions of two numbers that optimisation knows by their names, and homework differentiates without writing them down. */
import { tokenize } from '../notation/lexer';
import { cursor, parseExpression } from '../notation/parser';
import type { Traces } from './traces';
import type { SymbolUse } from './symbols';
import type { Binding } from './world';

/** The formulas in x and y (Surjanovic and Bingham, Virtual Library of Simulation Experiments). */
const TEST_FUNCTIONS: readonly { names: RegExp; formula(x: string, y: string): string }[] = [
  { names: /\bBeale\b/, formula: (x, y) => `(1.5 - ${x} + ${x} ${y})^2 + (2.25 - ${x} + ${x} ${y}^2)^2 + (2.625 - ${x} + ${x} ${y}^3)^2` },
  { names: /\bRosenbrock\b|\bbanana function/i, formula: (x, y) => `(1 - ${x})^2 + 100 (${y} - ${x}^2)^2` },
  { names: /\bHimmelblau\b/, formula: (x, y) => `(${x}^2 + ${y} - 11)^2 + (${x} + ${y}^2 - 7)^2` },
  { names: /\bBooth(?:'s)? function/, formula: (x, y) => `(${x} + 2 ${y} - 7)^2 + (2 ${x} + ${y} - 5)^2` },
  { names: /\bMatyas\b/, formula: (x, y) => `0.26 (${x}^2 + ${y}^2) - 0.48 ${x} ${y}` },
];

/** What each name is differentiated by, and where. */
type DerivedBy = ReadonlyMap<string, readonly { by: SymbolUse; unit: number; at: number }[]>;

/** Bindings of the names that an exercise which speaks of such a function differentiates by two variables. */
export function namedFunctions(text: string, traces: Traces, derivatives: DerivedBy): Binding[] {
  return TEST_FUNCTIONS.flatMap(({ names, formula }) => {
    const place = names.exec(text)?.index;
    return place === undefined ? [] : [...derivatives].flatMap(([base, by]) => bindingOf(base, by.filter((d) => d.unit === traces.unitAt(place) && d.at > place), place, formula));
  });
}

function bindingOf(base: string, own: readonly { by: SymbolUse; unit: number; at: number }[], place: number, formula: (x: string, y: string) => string): Binding[] {
  const [x, y, more] = [...new Set(own.map(({ by }) => by.tex))].sort();
  if (!y || more) return [];
  return [bound(base, formula(x, y), place, own[0].unit)];
}

/** A name with a formula that nobody wrote down. */
export function bound(base: string, tex: string, at: number, unit: number): Binding {
  return { base, slots: [], params: [], expr: parseExpression(cursor(tokenize(tex, at).tokens)), at, unit, block: 0, recursive: false, own: false, isValue: false, tex: base };
}
