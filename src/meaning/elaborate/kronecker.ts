/** Kronecker's delta. */
import { type Expr, type Scripted, factorsOf, isBareLetter, isName, isNumeral } from '../../notation/expression';
import { print } from '../../notation/print';
import { isClassAt } from '../classes';
import { unify } from '../dims';
import { type Index, map, scalar, sumOver, type Term, type Value } from '../term';
import { asPlace, noteCompared } from '../structures';
import { freshIndex, type Scope, type World } from '../world';

/** `\delta_{ij}`, `\delta_{i,j}`: two indices and no definition as anything else. */
export function isKronecker(world: World, scope: Scope, expr: Scripted): boolean {
  if (!isBareLetter(expr.base, '\\delta') || expr.sup.length) return false;
  const letters = kroneckerLetters(expr, world, scope);
  const isOfStep = (letter: Expr): boolean => isName(letter) && world.lookup('\\delta', { letter: letter.letter, shift: 0 }, scope.at, true) !== undefined;
  return letters.length === 2 && !isUnit(scope, letters) && !letters.some(isOfStep) && !world.lookup('\\delta', undefined, scope.at, true)?.params.length;
}

/** The `o1` of `\delta_{o1}` is the first unit of the output: a letter that is no index, and its number. */
const isUnit = ({ bound }: Scope, [letter, number]: Expr[]): boolean => isNumeral(number) && isName(letter) && !/^[i-nr-t]$/.test(letter.letter) && !bound.has(letter.letter);

export function kroneckerLetters(expr: Scripted, { traces }: World, { at }: Scope): Expr[] {
  const contents = expr.sub.flatMap(factorsOf);
  return contents.every((item) => isName(item) || isNumeral(item) || isClassAt(traces, item, at)) ? contents : [];
}

export function kronecker(world: World, scope: Scope, expr: Scripted): Value {
  const letters = kroneckerLetters(expr, world, scope);
  const sides = letters.map((item) => indexTerm(world, scope, item));
  const [a, b] = sides.map((side, i) => asPlace(world, scope, side, letters[1 - i], sides[1 - i]));
  if (a.term.op === 'index' && b.term.op === 'index') unify(world.dims, a.term.index, b.term.index);
  noteCompared(world, a.term, b.term);
  return scalar(map('equal', a.term, b.term));
}

function indexTerm(world: World, scope: Scope, item: Expr): Value {
  if (isName(item)) return scalar({ op: 'index', index: scope.bound.get(item.letter) ?? item.letter });
  return world.read(scope, item);
}

/** `e_y`, `\mathbf{1}_y`, `onehot(y)` of a class: one in its place, and zero elsewhere. */
export function unitVector(world: World, scope: Scope, which: Expr): Value | undefined {
  if (!isClassAt(world.traces, which, scope.at)) return undefined;
  const place = freshIndex(world);
  return { term: isClass(world, scope, place, which), layout: [place], stance: 'column' };
}

/** Whether a place is that of a class: of a letter any place, of the class of an example its value. */
export function isClass(world: World, scope: Scope, place: Index, which: Expr): Term {
  const { term } = indexTerm(world, scope, which);
  if (term.op === 'index') unify(world.dims, place, term.index);
  else noteCompared(world, term, { op: 'index', index: place });
  return map('equal', { op: 'index', index: place }, term);
}

/** What is at the class of an example, the `f_{y_i}` of any f_k, is the mean over the k that are y_i: undefined where it is the number of no class. */
export function atClass(world: World, scope: Scope, which: Expr, read: (scope: Scope) => Value): Value {
  const place = freshIndex(world);
  const value = read({ ...scope, bound: new Map([...scope.bound, [print(which), place]]) });
  const isThere = isClass(world, scope, place, which);
  return { ...value, term: map('div', sumOver([place], map('mul', value.term, isThere)), sumOver([place], isThere)) };
}
