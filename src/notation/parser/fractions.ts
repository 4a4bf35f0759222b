/** Fractions that a command makes. */
import * as build from '../build';
import type { Expr } from '../expression';
import type { Token } from '../lexer';
import { closing } from './brackets';
import { type Cursor, join, peek, within } from './cursor';
import { derivativeFraction } from './derivatives';
import { firstDigit, parseScriptToken } from './scripts';

export function fraction(c: Cursor, token: Token): Expr {
  const top = range(c);
  const bottom = range(c);
  const span = join(token.span, c.tokens[Math.max(c.at - 1, 0)].span);
  if (!top || !bottom) return build.unread('\\frac without two arguments', span);
  const derivative = derivativeFraction(c, top, bottom, span);
  if (derivative) return derivative;
  return build.fraction(top.grammar.expression(top), bottom.grammar.expression(bottom), span);
}

/** The tokens of a braced argument, or of the one token that stands for it. */
function range(c: Cursor): Cursor | undefined {
  const token = peek(c);
  if (!token) return undefined;
  if (token.kind !== 'open') {
    if (token.kind === 'number' && token.text.length > 1) { firstDigit(c, token); return within(c, c.at, c.at - 1); }
    const start = c.at;
    parseScriptToken(c, token);
    return within(c, c.at, start);
  }
  const close = closing(c, c.at);
  if (close < 0) return undefined;
  const inner = within(c, close);
  c.at = close + 1;
  // `{{\partial f}}` is `{\partial f}`.
  while (peek(inner)?.kind === 'open' && closing(inner, inner.at) === inner.end - 1) { inner.at++; inner.end--; }
  return inner;
}
