/** Expressions that are put together, and not read: `build.product([a, b], span)`. */
import type { Apply, Chain, Expr, Group, Name, Product, Scripted, Span, Sum } from './expression';

export const number = (value: number, span: Span): Expr => ({ kind: 'num', value, text: String(value), digits: 0, span });

export const name = (letter: string, span: Span): Name => ({ kind: 'name', letter, accents: [], span });

export const group = (expr: Expr, span: Span = expr.span): Group => ({ kind: 'group', open: '(', items: [expr], span });

/** Factors beside each other. */
export const product = (factors: Expr[], span: Span): Product => ({ kind: 'product', factors, signs: factors.slice(1).map(() => 'implicit'), span });

export const negative = (expr: Expr, span: Span = expr.span): Sum => ({ kind: 'sum', terms: [{ sign: -1, expr }], span });

export const power = (base: Expr, by: Expr, span: Span = base.span): Scripted => ({ kind: 'scripted', base, sub: [], sup: [by], primes: 0, span });

export const apply = (fn: string, arg: Expr, span: Span = arg.span): Apply => ({ kind: 'apply', fn, arg, sub: [], span });

export const difference = (a: Expr, b: Expr, span: Span = a.span): Sum => ({ kind: 'sum', terms: [{ sign: 1, expr: a }, { sign: -1, expr: b }], span });

/** `a \ne b`. */
export const unequal = (a: Expr, b: Expr, span: Span = a.span): Chain => ({ kind: 'chain', members: [a, b], relations: [{ name: 'notEqual', tex: '\\ne', span }], span });
