/** The d of a derivative or an integral. */
import type { Expr } from '../expression';
import { FONTS } from '../tables';
import { type Cursor, peek } from './cursor';

/** Length of the differential sign at a place: `\partial`, `d`, `\mathrm{d}`; 0 where none stands. */
export function differentialSign(c: Cursor): number {
  const token = peek(c);
  if (!token) return 0;
  if (token.text === '\\partial' || (token.kind === 'letter' && token.text === 'd')) return 1;
  const upright = FONTS.get(token.text) === 'roman';
  if (!upright) return 0;
  if (peek(c, 1)?.text === 'd') return 2;
  return peek(c, 1)?.kind === 'open' && peek(c, 2)?.text === 'd' && peek(c, 3)?.kind === 'close' ? 4 : 0;
}

/** Many write a small delta for the sign of a derivative: one that stands before a name, without indices of its own. */
export const isDelta = (c: Cursor): boolean => peek(c)?.text === '\\delta' && !['_', "'"].includes(peek(c, 1)?.text ?? '');

/** `x \, dt` as x and t. */
export function withoutDifferential(expr: Expr): { rest: Expr; by: Expr } | undefined {
  const one: Expr = { kind: 'num', value: 1, text: '1', digits: 0, span: expr.span };
  if (expr.kind === 'name' && /^d[A-Za-z]$/.test(expr.letter)) return { rest: one, by: { kind: 'name', letter: expr.letter[1], accents: [], span: expr.span } };
  if (expr.kind !== 'product') return undefined;
  const d = expr.factors.length - 2;
  const sign = expr.factors[d];
  if (expr.signs[d] !== 'implicit' || sign.kind !== 'name' || sign.letter !== 'd' || sign.accents.length) return undefined;
  const rest: Expr = d === 0 ? one : d === 1 ? expr.factors[0] : { ...expr, factors: expr.factors.slice(0, d), signs: expr.signs.slice(0, d - 1) };
  return { rest, by: expr.factors[d + 1] };
}
