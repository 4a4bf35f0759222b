/** What is defined of functions, such as the entropy `H(p) = -\sum_x p(x) \log p(x)`. */
import { type Expr, hasPart, headOf, isBig, isGroup, isLetter, isName, isProduct, isSymbol, replace } from '../../notation/expression';
import { print } from '../../notation/print';
import { useOf } from '../names';
import { keyOf, type SymbolUse } from '../symbols';
import type { Value } from '../term';
import { type Binding, type Scope, unreadable, type World } from '../world';
import { isFunctionName } from './functions';

/** `H(q)`: the definition with these names in place of its own, all at once. Undefined where they are its own, and where it applies none of its parameters to anything. */
export function ofOtherFunctions(world: World, scope: Scope, use: SymbolUse, { expr, at }: Binding, params: readonly SymbolUse[], args: readonly Expr[]): Value | undefined {
  const inside: Scope = { at, bound: new Map(), shifts: new Map(), outer: new Set() };
  const isParam = (name: Expr, { base }: SymbolUse): boolean => isSymbol(name) && useOf(world, scope, name)?.base === base;
  const isCall = (head: Expr, next: Expr | undefined): boolean => { const body = next && headOf(next); return isGroup(body) && isFunctionName(world, inside, head, body); };
  const isApplied = (param: SymbolUse): boolean => hasPart(expr, (part) => isProduct(part) && part.factors.some((head, i) => isParam(head, param) && isCall(head, part.factors[i + 1])));
  const isItself = (arg: Expr, i: number): boolean => plainKey(world, scope, arg) === keyOf(params[i]);
  if (args.length !== params.length || !params.some(isApplied) || args.every(isItself)) return undefined;
  const isBound = (letter: string): boolean => hasPart(expr, (part) => isBig(part) && part.below.some((below) => hasPart(below, (name) => isLetter(name, letter))));
  const strange = args.find((arg) => plainKey(world, scope, arg) === undefined || (isName(arg) && isBound(arg.letter)));
  if (strange) unreadable(`${use.tex} of ${print(strange)}`);
  const renamed = replace(expr, (part) => args[params.findIndex((param) => isParam(part, param))]);
  return world.read(inside, renamed);
}

/** Of a name alone; `P^T` is none. */
function plainKey(world: World, scope: Scope, arg: Expr): string | undefined {
  const use = isSymbol(arg) ? useOf(world, scope, arg) : undefined;
  return use && use.modifiers.length === 0 ? keyOf(use) : undefined;
}
