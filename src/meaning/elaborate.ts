/** From what is written to what it says: an expression to a laid-out term, in a world and under its reading. The cases come back to it by `world.read`. */
import type { Expr } from '../notation/expression';
import { print } from '../notation/print';
import { applyNamed } from './apply';
import { bigOperator } from './binders';
import { derivative, gradient } from './calculus';
import { differential } from './differentials';
import { fraction, root } from './elaborate/fractions';
import { group } from './elaborate/groups';
import { named } from './elaborate/named';
import { product } from './elaborate/products';
import { scripted } from './elaborate/scripted';
import { sum } from './elaborate/sums';
import { evaluated } from './evaluated';
import { near } from './traces';
import { indexLetters } from './free';
import { integral } from './integrals';
import { lawsIn } from './laws';
import { namesSince } from './names';
import { casesValue, chainValue, matrixValue } from './structures';
import { literal, type Value } from './term';
import { createWorld, type Reading, type Scope, type Surroundings, Unreadable, unreadable, type World } from './world';

/** A world for a claim at a place, under a reading. */
export function readingWorld(surroundings: Surroundings, reading: Reading, claimAt: number, claim: readonly Expr[] = []): World {
  return createWorld(surroundings, reading, claimAt, indicesOf(surroundings, claim), lawsIn(surroundings, claim), elaborate);
}

/** Letters that index a name of the claim, and that nothing binds. */
function indicesOf({ traces, lookup }: Surroundings, claim: readonly Expr[]): Set<string> {
  const [first] = claim;
  return new Set(claim.flatMap((expr) => indexLetters(traces, expr)).filter((letter) => !(near(traces, `size ${letter}`, first.span.start) || lookup(letter, undefined, first.span.start, false))));
}

/** Throws Unreadable, with the construct named; of a misfit also the names that stand where it shows. */
function elaborate(world: World, scope: Scope, expr: Expr): Value {
  const from = world.mentioned.keys.length;
  try {
    return byKind(world, scope, expr);
  } catch (error) {
    if (error instanceof Unreadable && error.sort === 'misfit') error.restsOn ??= namesSince(world, from);
    throw error;
  }
}

function byKind(world: World, scope: Scope, expr: Expr): Value {
  switch (expr.kind) {
    case 'num': return literal(expr.value);
    case 'name': return named(world, scope, expr);
    case 'scripted': return scripted(world, scope, expr);
    case 'group': return group(world, scope, expr);
    case 'sum': return sum(world, scope, expr);
    case 'product': return product(world, scope, expr);
    case 'fraction': return fraction(world, scope, expr);
    case 'root': return root(world, scope, expr);
    case 'big': return bigOperator(world, scope, expr);
    case 'integral': return integral(world, scope, expr);
    case 'evaluated': return evaluated(world, scope, expr);
    case 'apply': return expr.fn === 'd' ? differential(world, scope, expr.arg) : applyNamed(world, scope, expr);
    case 'derivative': return derivative(world, scope, expr);
    case 'nabla': return gradient(world, scope, expr);
    case 'matrix': return matrixValue(world, scope, expr);
    case 'cases': return casesValue(world, scope, expr);
    case 'chain': return chainValue(world, scope, expr);
    case 'words': return unreadable(`the words “${expr.text}”`, expr.span);
    case 'dots': return unreadable('dots', expr.span);
    case 'mark': return unreadable(expr.mark === 'infinity' ? 'infinity as a number' : `a lone ${print(expr)}`, expr.span);
    case 'unread': return unreadable(expr.what, expr.span);
  }
}
