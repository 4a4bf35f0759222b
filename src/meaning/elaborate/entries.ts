/** Entries of what is no name: of brackets, and of what a function gives. */
import * as build from '../../notation/build';
import { type Expr, isName, isNumeral, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { tellsApart, unify } from '../dims';
import { type Index, scalar, type Value, rank } from '../term';
import { renameIndex } from '../values';
import { misfit, type Scope, type World } from '../world';
import { kroneckerLetters } from './kronecker';
import { superscripts } from './superscripts';

/** `(A x)_i`, `[H]_{ij}`: entries of what stands in the brackets; `(A - B)_{ij}^2` is the power of an entry. */
export function entryOf(world: World, scope: Scope, expr: Scripted): Value | undefined {
  if (expr.sub.length === 0 || expr.primes) return undefined;
  const letters = kroneckerLetters(expr, world, scope);
  if (letters.length === 0 || letters.some((l) => !isName(l))) return undefined;
  const raised = (value: Value): Value => superscripts(world, scope, { ...expr, sub: [] }, value);
  const isOfEntry = expr.sup.length > 0 && expr.sup.every((sup) => isNumeral(sup) && sup.span.start > letters[0].span.start);
  const inner = isOfEntry ? world.read(scope, expr.base) : raised(world.read(scope, expr.base));
  if (rank(inner) !== letters.length) misfit(`entry ${print({ ...expr, base: build.name('', expr.span) })} of something with ${rank(inner)} axes`, expr.span);
  const entry = select(world, scope, inner, letters);
  if (isOfEntry) return raised(entry);
  guessPower(world, expr, inner.layout);
  return entry;
}

/** `P^2_{ij}` may be an entry of the square, where that has one. */
export function guessPower(world: World, { sub, sup: [power] }: Scripted, [rows, columns]: Index[]): void {
  if (sub.length > 0 && power && isNumeral(power) && power.span.start < sub[0].span.start && columns && !tellsApart(world.dims, rows, columns)) world.guessed = 'what is raised to the power';
}

/** `\sigma(z)_i` is an entry of the value. */
export function entriesOf(world: World, scope: Scope, expr: Scripted, value: Value): Value {
  const letters = kroneckerLetters(expr, world, scope);
  if (letters.length !== value.layout.length || letters.some((l) => !isName(l))) misfit(`an entry of ${print(expr.base)}`, expr.span);
  return select(world, scope, value, letters);
}

function select(world: World, scope: Scope, value: Value, letters: Expr[]): Value {
  let term = value.term;
  value.layout.forEach((from, i) => {
    const letter = letters[i];
    const to = isName(letter) ? scope.bound.get(letter.letter) ?? letter.letter : '';
    unify(world.dims, to, from);
    term = renameIndex(term, from, to);
  });
  return scalar(term);
}
