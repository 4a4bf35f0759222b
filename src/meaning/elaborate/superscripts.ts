/** Powers, transposes and inverses of a value. */
import * as build from '../../notation/build';
import { isGroup, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { near } from '../evidence';
import { inverse, power } from '../matrices';
import { TRANSPOSING } from '../primes';
import { type Modifier, symbolUse } from '../symbols';
import type { Value } from '../term';
import { transpose } from '../values';
import { type Scope, unreadable, type World } from '../world';

export function superscripts(world: World, scope: Scope, expr: Scripted, base: Value): Value {
  if (expr.primes) return superscripts(world, scope, { ...expr, primes: 0 }, primedGroup(world, scope, expr, base));
  return expr.sup.reduce((value, sup) => {
    const probe = symbolUse({ ...expr, base: build.name('□', expr.span), sub: [], sup: [sup] }, { evidence: world.evidence, bound: scope.bound, shifts: scope.shifts });
    const modifier: Modifier = probe?.modifiers[0] ?? { kind: 'power', exponent: sup };
    return modified(world, scope, value, modifier, expr);
  }, base);
}

export function modified(world: World, scope: Scope, value: Value, modifier: Modifier, expr: Scripted): Value {
  switch (modifier.kind) {
    case 'transpose': return transpose(value);
    case 'inverse': return inverse(world, value);
    case 'inverseTranspose': return transpose(inverse(world, value));
    case 'power': return power(world, value, world.read(scope, modifier.exponent), modifier.exponent, { isWrittenOut: expr.base.kind === 'matrix', byEntries: scope.byEntries });
    case 'prime': return unreadable(`the prime of ${print(expr)}`, expr.span);
  }
}

/** `(AB)'` where the exercise writes transposes so. */
function primedGroup(world: World, scope: Scope, expr: Scripted, value: Value): Value {
  if (!isGroup(expr.base) || !near(world.evidence, TRANSPOSING, scope.at)) unreadable(`the prime of ${print(expr)}`, expr.span);
  return expr.primes % 2 ? transpose(value) : value;
}
