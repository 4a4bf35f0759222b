/** Kronecker's delta. */
import { type Expr, type Scripted, factorsOf } from '../../notation/expression';
import { unify } from '../dims';
import { map, scalar, type Value } from '../term';
import type { Scope, World } from '../world';

/** `\delta_{ij}`, `\delta_{i,j}`: two indices and no definition as anything else. */
export function isKronecker(world: World, scope: Scope, expr: Scripted): boolean {
  if (expr.base.kind !== 'name' || expr.base.letter !== '\\delta' || expr.base.accents.length || expr.sup.length) return false;
  const letters = kroneckerLetters(expr);
  return letters.length === 2 && !isUnit(scope, letters) && !world.lookup('\\delta', undefined, scope.at, true)?.params.length;
}

/** The `o1` of `\delta_{o1}` is the first unit of the output: a letter that is no index, and its number. */
const isUnit = ({ bound }: Scope, [letter, number]: Expr[]): boolean => number.kind === 'num' && letter.kind === 'name' && !/^[i-nr-t]$/.test(letter.letter) && !bound.has(letter.letter);

export function kroneckerLetters(expr: Scripted): Expr[] {
  const items = expr.sub.flatMap(factorsOf);
  return items.every((item) => item.kind === 'name' || item.kind === 'num') ? items : [];
}

export function kronecker(world: World, scope: Scope, expr: Scripted): Value {
  const [a, b] = kroneckerLetters(expr).map((item) => indexTerm(world, scope, item));
  if (a.term.op === 'index' && b.term.op === 'index') unify(world.dims, a.term.index, b.term.index);
  return scalar(map('equal', a.term, b.term));
}

function indexTerm(world: World, scope: Scope, item: Expr): Value {
  if (item.kind === 'name') return scalar({ op: 'index', index: scope.bound.get(item.letter) ?? item.letter });
  return world.read(scope, item);
}
