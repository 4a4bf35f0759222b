/** Integrals over an interval, the whole line, or whatever is meant, by a variable that stands for nothing outside of them. */
import * as build from '../notation/build';
import { type Expr, find, hasPart, type Integral, isGroup, isLetter, isMark, isName, isOpenIntegral, isProduct, isScripted, isSum, replace } from '../notation/expression';
import { print } from '../notation/print';
import { isDivergence, isMeanOver } from './distributions';
import { useOf } from './names';
import { type AverageRule, type IntegralBound, map, rank, type Term, type Value } from './term';
import { addSymbol, dummyFor, misfit, type Scope, unreadable, type World } from './world';
import { plainUse } from './symbols';

export function integral(world: World, scope: Scope, expr: Integral): Value {
  const read = isOpenIntegral(expr) ? OVER_ANYTHING : boundsOf(world, scope, expr);
  const isBackwards = read.kind === 'integral' && (read.from === '∞' || read.to === '-∞');
  const rule = isBackwards ? { ...read, from: read.to, to: read.from } : read;
  const isWhole = rule.kind === 'measure' || (rule.from === '-∞' && rule.to === '∞');
  const variable = dummyOf(world, scope, expr.by, isWhole);
  const body = world.read(scope, replace(expr.body, (e) => (print(e) === print(expr.by) ? variable : undefined)));
  const term: Term = { op: 'average', key: variable.letter, axes: [], rule, body: body.term };
  return { ...body, term: isBackwards ? map('neg', term) : term, literal: false };
}

/** A number that no name of the document is; over a whole space it may be a vector, for which this throws. */
export function dummyOf(world: World, scope: Scope, by: Expr, overAll: boolean): Extract<Expr, { kind: 'name' }> {
  const use = useOf(world, scope, by);
  if (!use || use.modifiers.length || use.slots.some((slot) => slot.kind === 'index')) unreadable(`the integral by ${print(by)}`, by.span);
  const isBold = isName(by) && by.font === 'bold';
  if (isBold || (overAll && (world.declarations.shape(use.base, scope.at)?.length || world.declarations.rank(use.base, scope.at)))) unreadable(`an integral by the vector ${use.tex}`, by.span);
  // No letter that a superscript could count.
  const key = dummyFor(world, use.family);
  addSymbol(world, key, plainUse(key, use.tex));
  return build.name(key, by.span);
}

/** What holds for every weighted sum holds for the integral that is meant. */
const OVER_ANYTHING = { kind: 'measure' } as const;

function boundsOf(world: World, scope: Scope, { from, to, span }: Integral): Extract<AverageRule, { kind: 'integral' }> {
  if (from && !to && isLetter(from, 'R', 'blackboard')) return { kind: 'integral', from: '-∞', to: '∞' };
  if (!from || !to) unreadable(from ? `the integral over ${print(from)}` : 'an integral with one bound', span);
  const ends = [from, to].map((end) => bound(world, scope, end));
  if (ends[0] === ends[1]) unreadable('an integral from infinity to infinity', span);
  return { kind: 'integral', from: ends[0], to: ends[1] };
}

function bound(world: World, scope: Scope, expr: Expr): IntegralBound {
  const signed = isSum(expr) && expr.terms.length === 1 ? expr.terms[0] : undefined;
  const sign = signed?.sign ?? 1;
  const inner = signed?.expr ?? expr;
  if (isMark(inner, 'infinity')) return sign < 0 ? '-∞' : '∞';
  const value = world.read(scope, expr);
  if (rank(value)) misfit(`the bound ${print(expr)}`, expr.span);
  return value.term;
}

// ── antiderivatives ──

/** `\int f(x) dx = F(x) + C` says that both sides have the same derivative; undefined for all else. A side that is free of x, as in `\int p(x) dx = 1`, means an integral over everything. */
export function antiderivatives(lhs: Expr, rhs: Expr): { lhs: Expr; rhs: Expr; by: Expr } | undefined {
  const by = [lhs, rhs].map((side) => find(side, isOpenIntegral)).find((e) => e?.kind === 'integral');
  if (by?.kind !== 'integral') return undefined;
  const variable = print(by.by);
  const outside = [lhs, rhs].some((side) => find(withoutIntegrals(side), (e) => print(e) === variable));
  if (!outside) return undefined;
  const sides = [lhs, rhs].map((side) => differentiated(side, by.by));
  return sides[0] && sides[1] ? { lhs: sides[0], rhs: sides[1], by: by.by } : undefined;
}

/** Expectations and divergences bind letters as well. */
const withoutIntegrals = (expr: Expr): Expr => replace(expr, (e) => (isOpenIntegral(e) || (isProduct(e) && e.factors.some((head, i) => { const body = e.factors[i + 1]; return isMeanOver(head) || (isGroup(body) && isDivergence(head, body)); })) ? build.number(0, e.span) : undefined));

/** The derivative of a sum in which integrals stand as terms, with plain numbers as factors. */
function differentiated(expr: Expr, by: Expr): Expr | undefined {
  const terms = isSum(expr) ? expr.terms : [{ sign: 1 as const, expr }];
  const integrands = terms.map((term) => ({ ...term, expr: integrandOf(term.expr, by) }));
  const rest = terms.filter((term, i) => !integrands[i].expr && !isConstant(term.expr));
  if (rest.some((term) => find(term.expr, isOpenIntegral))) return undefined;
  const slope: Expr = { kind: 'derivative', of: { kind: 'sum', terms: rest, span: expr.span }, by: [{ expr: by, order: 1 }], total: true, span: expr.span };
  const found = integrands.flatMap(({ sign, expr: body }) => (body ? [{ sign, expr: body }] : []));
  return { kind: 'sum', terms: [...found, ...(rest.length ? [{ sign: 1 as const, expr: slope }] : [])], span: expr.span };
}

/** The constant of integration. */
const isConstant = (expr: Expr): boolean => (isScripted(expr) ? isConstant(expr.base) : isLetter(expr, /^(?:C|c|K|const)$/));

/** The integrand of `\int f dx` or `c \int f dx` with the factor. */
function integrandOf(expr: Expr, by: Expr): Expr | undefined {
  if (isOpenIntegral(expr)) return print(expr.by) === print(by) ? expr.body : undefined;
  if (!isProduct(expr)) return undefined;
  const last = expr.factors[expr.factors.length - 1];
  const isFree = expr.factors.slice(0, -1).every((factor) => !hasPart(factor, (e) => print(e) === print(by) || isOpenIntegral(e)));
  return isOpenIntegral(last) && isFree && print(last.by) === print(by) ? { ...expr, factors: [...expr.factors.slice(0, -1), last.body] } : undefined;
}

