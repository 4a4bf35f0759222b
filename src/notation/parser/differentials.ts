/** The d of a derivative or an integral. */
import * as build from '../build';
import { children, everyPart, type Expr, headOf, isApply, isBareLetter, isName, isPair, isProduct, isSymbol, type Name, replace, withPair } from '../expression';
import { FONTS, isDifferential } from '../tables';
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

/** Beside a `dX` the d of `df` and `d(X Y)` is that sign too. */
export function withDifferentials(expr: Expr): Expr {
  return replace(expr, (part) => {
    const at = isProduct(part) ? part.factors.findIndex((factor, i) => isSign(factor) && part.signs[i] === 'implicit' && /^(?:name|scripted|group|apply)$/.test(part.factors[i + 1]?.kind ?? '')) : -1;
    if (!isProduct(part) || at < 0) return undefined;
    const [sign, of] = part.factors.slice(at, at + 2).map((factor) => withDifferentials(factor));
    const whole: Expr = build.apply('d', of, { start: sign.span.start, end: of.span.end });
    return withDifferentials(part.factors.length === 2 ? whole : withPair(part, at, whole));
  });
}
/** `df = 2 x \,dx`: every d stands right before a name, on the left side and on the right. */
export function isTotal([head, ...others]: readonly Expr[]): boolean {
  if (!head || others.length === 0) return false;
  let [signs, lone] = [0, 0];
  const look = (expr: Expr): void => {
    if (isSign(expr)) lone++;
    if (isProduct(expr)) expr.factors.forEach((factor, i) => { const next = expr.factors[i + 1]; if (isSign(factor) && expr.signs[i] === 'implicit' && isSymbol(next) && factor.span.end === next.span.start) signs++; });
    for (const child of children(expr)) look(child);
  };
  look(head);
  if (signs !== 1 || !isPair(head)) return false;
  for (const other of others) look(other);
  return signs > 1 && lone === signs;
}

const isSign = (expr: Expr): boolean => isBareLetter(expr, 'd');

/** The names that a d is applied to. */
export const differentiatedIn = (expr: Expr): Name[] => everyPart(expr).flatMap((e) => (isApply(e) && e.fn === 'd' ? [headOf(e.arg)] : [])).filter(isName);

export const hasDifferential = (expr: Expr): boolean => differentialsIn(expr).length > 0;

export const differentialsIn = (expr: Expr): Name[] => everyPart(expr).filter(isName).filter((name) => isDifferential(name.letter));

/** `x \, dt` as x and t. */
export function withoutDifferential(expr: Expr): { rest: Expr; by: Expr } | undefined {
  const one: Expr = build.number(1, expr.span);
  if (isName(expr) && isDifferential(expr.letter)) return { rest: one, by: { ...expr, letter: expr.letter[1] } };
  if (!isProduct(expr)) return undefined;
  const d = expr.factors.length - 2;
  const sign = expr.factors[d];
  if (expr.signs[d] !== 'implicit' || !isBareLetter(sign, 'd')) return undefined;
  const rest: Expr = d === 0 ? one : d === 1 ? expr.factors[0] : { ...expr, factors: expr.factors.slice(0, d), signs: expr.signs.slice(0, d - 1) };
  return { rest, by: expr.factors[d + 1] };
}
