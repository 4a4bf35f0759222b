/** Functions of one of a family: `h(x_i)` of `h(x) = w^T x`. */
import * as build from '../../notation/build';
import { type Expr, hasPart, isBig, isName, isSymbol, replace } from '../../notation/expression';
import { freeLetters } from '../free';
import { useOf } from '../names';
import type { SymbolUse } from '../symbols';
import type { Index, Value } from '../term';
import type { Binding, Scope, World } from '../world';

/**
 * The definition with the arguments in place of its parameters, because the x_i that it is applied to need be no entry of its x.
 * Undefined where no argument is of a parameter's name, where the definition takes entries of such a parameter, and where a letter of an argument means something else in it.
 */
export function ofEach(world: World, scope: Scope, use: SymbolUse, { expr, slots, at }: Binding, formal: readonly SymbolUse[], given: readonly Expr[]): Value | undefined {
  if (use.time || given.length !== formal.length) return undefined;
  const isItself = (arg: Expr, { base }: SymbolUse): boolean => { const own = isName(arg) ? useOf(world, scope, arg) : undefined; return own?.base === base; };
  const [params, args] = [formal.filter((param, i) => !isItself(given[i], param)), given.filter((arg, i) => !isItself(arg, formal[i]))];
  const paramOf = (part: Expr): { use: SymbolUse; which: number } | undefined => {
    const found = isSymbol(part) ? useOf(world, scope, part) : undefined;
    return found && { use: found, which: params.findIndex(({ base }) => base === found.base) };
  };
  const isOneOf = (part: Expr): boolean => { const found = paramOf(part); return found !== undefined && found.which >= 0 && found.use.slots.length > 0; };
  if (params.some(({ base, family }) => base !== family) || !args.some((arg) => hasPart(arg, isOneOf)) || hasPart(expr, isOneOf)) return undefined;
  const bound = new Map<string, Index>(slots.map((letter, i) => { const slot = use.slots[i]; const own = slot?.kind === 'index' ? slot.letter : ''; return [letter, scope.bound.get(own) ?? own]; }));
  for (const letter of args.flatMap((arg) => [...freeLetters(arg)])) {
    const index = scope.bound.get(letter);
    if (bound.has(letter) ? bound.get(letter) !== (index ?? letter) : hasPart(expr, (part) => isBig(part) && part.below.some((below) => freeLetters(below).has(letter)))) return undefined;
    if (index !== undefined) bound.set(letter, index);
  }
  const placed = replace(expr, (part) => {
    const found = paramOf(part);
    // Another name that begins alike, as `x_{\max}`.
    if (found && found.which < 0) return part;
    return found && isName(part) ? build.group(args[found.which]) : undefined;
  });
  return world.read({ at, bound, shifts: new Map(), outer: new Set(slots) }, placed);
}
