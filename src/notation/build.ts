/** Expressions that are put together, and not read: `build.product([a, b], span)`. */
import type { Apply, Chain, Delimiter, Expr, Font, Fraction, Group, Mark, Name, Product, ProductSign, Scripted, Span, Sum } from './expression';

export const number = (value: number, span: Span): Expr => ({ kind: 'num', value, text: String(value), digits: 0, span });

export const name = (letter: string, span: Span, font?: Font): Name => ({ kind: 'name', letter, accents: [], ...(font ? { font } : {}), span });

export const mark = (sign: Mark['mark'], span: Span): Mark => ({ kind: 'mark', mark: sign, span });

export const words = (text: string, span: Span): Expr => ({ kind: 'words', text, span });

export const unread = (what: string, span: Span): Expr => ({ kind: 'unread', what, span });

export const group = (expr: Expr, span: Span = expr.span, open?: Delimiter): Group => list([expr], span, open);

export const list = (contents: Expr[], span: Span, open: Delimiter = '('): Group => ({ kind: 'group', open, contents, span });

/** Factors beside each other, unless there are other signs between them. */
export const product = (factors: Expr[], span: Span, signs: ProductSign[] = factors.slice(1).map(() => 'implicit')): Product => ({ kind: 'product', factors, signs, span });

export const fraction = (over: Expr, under: Expr, span: Span): Fraction => ({ kind: 'fraction', over, under, span });

export const sum = (terms: Sum['terms'], span: Span): Sum => ({ kind: 'sum', terms, span });

export const negative = (expr: Expr, span: Span = expr.span): Sum => sum([{ sign: -1, expr }], span);

export const scripted = (base: Expr, sub: Expr[], sup: Expr[], span: Span, primes = 0): Scripted => ({ kind: 'scripted', base, sub, sup, primes, span });

export const power = (base: Expr, by: Expr, span: Span = base.span): Scripted => scripted(base, [], [by], span);

export const apply = (fn: string, arg: Expr, span: Span = arg.span): Apply => ({ kind: 'apply', fn, arg, sub: [], span });

export const difference = (a: Expr, b: Expr, span: Span = a.span): Sum => sum([{ sign: 1, expr: a }, { sign: -1, expr: b }], span);

/** `a \ne b`. */
export const unequal = (a: Expr, b: Expr): Chain => ({ kind: 'chain', members: [a, b], relations: [{ name: 'notEqual', tex: '\\ne', span: a.span }], span: a.span });
