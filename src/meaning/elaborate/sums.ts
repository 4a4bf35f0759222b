/** Sums, and how far a sum sign in them reaches. */
import * as build from '../../notation/build';
import { type Expr, hasPart, isBig, isLetter, isProduct, isScripted, type Product, replace, type Sum } from '../../notation/expression';
import { print } from '../../notation/print';
import { ofAllThatFollows } from '../conventions';
import { freeLetters, sumLetters } from '../free';
import type { Value } from '../term';
import { add, negate } from '../values';
import type { Scope, World } from '../world';

export function sum(world: World, scope: Scope, expr: Sum): Value {
  const [first, ...rest] = reach(world, scope, expr);
  const start = world.read(scope, first.expr);
  const signed = first.sign < 0 ? negate(start) : start;
  return rest.reduce((total, term) => add(world, total, world.read(scope, term.expr), term.sign), signed);
}

/** A sum sign reaches over later terms that use its index, when nothing else binds that index; in `\sum_i x_i^2 - 2 x_i m + m^2` it may reach over what follows those too. */
function reach(world: World, scope: Scope, expr: Sum): Sum['terms'] {
  const terms: Sum['terms'] = [];
  let isFar = false;
  for (const term of expr.terms) {
    const last = terms.at(-1);
    const big = last && trailingBig(last.expr);
    const isOf = big && sumLetters(big).some((l) => freeLetters(term.expr).has(l));
    isFar &&= isOf || world.reading.reach === 'all';
    if (last && big && (isOf || isFar) && !sumLetters(big).some((l) => scope.outer.has(l) || scope.bound.has(l))) {
      terms[terms.length - 1] = { sign: last.sign, expr: extend(last.expr, big, term) };
      isFar = true;
      if (!isOf) world.conventions.add(ofAllThatFollows({ fn: '\\sum' }));
    } else terms.push(term);
  }
  return terms;
}

function trailingBig(expr: Expr): Extract<Expr, { kind: 'big' }> | undefined {
  if (isBig(expr)) return expr.op === 'sum' ? (trailingBig(expr.body) ?? expr) : undefined;
  return isProduct(expr) ? trailingBig(expr.factors[expr.factors.length - 1]) : undefined;
}

function extend(expr: Expr, big: Expr, term: Sum['terms'][number]): Expr {
  if (expr === big && isBig(expr)) return { ...expr, body: { kind: 'sum', terms: [{ sign: 1, expr: expr.body }, term], span: expr.span } };
  if (isBig(expr)) return { ...expr, body: extend(expr.body, big, term) };
  if (isProduct(expr)) return { ...expr, factors: [...expr.factors.slice(0, -1), extend(expr.factors[expr.factors.length - 1], big, term)] };
  return expr;
}

/** Braces that are not printed end no sum: in `{\sum_i a_i} b_i` it reaches over what has its index, when nothing else binds that. */
export function reachOver(scope: Scope, { factors, signs, span }: Product): Expr | undefined {
  const at = factors.findIndex((factor) => isBig(factor) && factor.op === 'sum');
  const big = factors[at];
  if (!isBig(big) || at === factors.length - 1) return undefined;
  const rest = factors.slice(at + 1);
  const letters = sumLetters(big);
  const isOpen = letters.every((letter) => !scope.outer.has(letter) && !scope.bound.has(letter)) && letters.some((letter) => rest.some((factor) => hasPart(factor, (e) => spells(e, letter))));
  if (!isOpen) return undefined;
  const named = (expr: Expr): Expr => replace(expr, (e) => { const letter = letters.find((l) => spells(e, l)); return letter && isScripted(e) ? build.name(letter, e.span) : undefined; });
  const whole: Expr = { ...big, body: { kind: 'product', factors: [big.body, ...rest.map(named)], signs: signs.slice(at), span: big.body.span } };
  return at === 0 ? whole : { kind: 'product', factors: [...factors.slice(0, at), whole], signs: signs.slice(0, at), span };
}

/** The letter itself, with its primes where it has some. */
const spells = (e: Expr, letter: string): boolean => isLetter(e, letter) || (isScripted(e) && e.primes > 0 && e.sub.length + e.sup.length === 0 && print(e) === letter);
