/** Powers, transposes and inverses of a value. */
import * as build from '../../notation/build';
import { type Expr, isGroup, isName, isScripted, isSymbol, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { near } from '../traces';
import { inverse, power } from '../matrices';
import { useOf } from '../names';
import { TRANSPOSING } from '../primes';
import { type Modifier, symbolUse, usesIn } from '../symbols';
import { rank, type Value } from '../term';
import { transpose } from '../values';
import { type Scope, unreadable, type World } from '../world';
import { CONSTANTS } from './constants';

export function superscripts(world: World, scope: Scope, expr: Scripted, base: Value): Value {
  if (expr.primes) return superscripts(world, scope, { ...expr, primes: 0 }, primedGroup(world, scope, expr, base));
  return expr.sup.reduce((value, sup) => {
    const probe = symbolUse({ ...expr, base: build.name(VALUE, expr.span), sub: [], sup: [sup] }, { traces: world.traces, bound: scope.bound, shifts: scope.shifts });
    // A value has no labels: `2^{(3)^2}` is a power.
    const [modifier = { kind: 'power', exponent: sup }]: Modifier[] = probe?.base === VALUE ? probe.modifiers : [];
    return modified(world, scope, value, modifier, expr);
  }, base);
}

/** Stands for a value as if it had a name. */
const VALUE = '□';

export function modified(world: World, scope: Scope, value: Value, modifier: Modifier, expr: Scripted): Value {
  switch (modifier.kind) {
    case 'transpose': return transpose(value);
    case 'inverse': return rank(value) === 0 && isFunction(world, scope, expr) ? unreadable(`the inverse of ${print(expr.base)}`, expr.span) : inverse(world, value);
    case 'inverseTranspose': return transpose(inverse(world, value));
    case 'power': return power(world, value, world.read(scope, modifier.exponent), modifier.exponent, { isWrittenOut: expr.base.kind === 'matrix', byEntries: scope.byEntries });
    case 'prime': return unreadable(`the prime of ${print(expr)}`, expr.span);
  }
}

/** `g = f^{-1}` of a function is no number. */
function isFunction(world: World, scope: Scope, { base }: Scripted): boolean {
  const use = isName(base) ? useOf(world, scope, base) : undefined;
  return !!use && (near(world.traces, `call ${use.base}`, scope.at) || !!world.lookup(use.base, use.time, scope.at, false)?.params.length);
}

/** `(AB)'` where the exercise writes transposes so, and `(x_i - \mu)'` of vectors that are no functions, else `(x e^x)'`. */
function primedGroup(world: World, scope: Scope, expr: Scripted, value: Value): Value {
  const isConstant = (): boolean => rank(value) > 0 && !usesIn(world, expr).some(({ base }) => world.isFunction(base, scope.at));
  if (isGroup(expr.base) && (near(world.traces, TRANSPOSING, scope.at) || isConstant())) return expr.primes % 2 ? transpose(value) : value;
  const [variable, ...others] = isGroup(expr.base) && !isBare(expr.base.contents[0]) && rank(value) === 0 ? numbersIn(world, scope, expr.base) : [];
  if (!variable || others.length > 0) unreadable(`the prime of ${print(expr)}`, expr.span);
  return world.read(scope, { kind: 'derivative', of: expr.base, by: [{ expr: build.name(variable, expr.span), order: expr.primes }], total: true, span: expr.span });
}

/** `(x)'` is another x. */
const isBare = (item: Expr): boolean => isSymbol(item) && !(isScripted(item) && item.sup.length > 0);

/** The names in an expression that are neither functions nor constants. */
const numbersIn = (world: World, scope: Scope, expr: Expr): string[] =>
  [...new Set(usesIn(world, expr).map(({ base }) => base))].filter((base) => !(base in CONSTANTS) && !world.isFunction(base, scope.at));
