/** A place in a list of tokens, what stands there, and the grammar that reads on from it. */
import * as build from '../build';
import type { Span } from '../../text/region';
import type { Delimiter, Expr, Problem } from '../expression';
import type { Token } from '../lexer';

/** A place in a token list; `end` is exclusive. */
export interface Cursor { tokens: Token[]; at: number; end: number; depth: number; problems: Problem[]; bars: Delimiter[]; lower?: boolean; grammar: Grammar }

/** The rules that brackets, scripts and operators come back to. They come with the cursor, so that no part imports what imports it. */
export interface Grammar {
  /** All up to the end of the cursor. */
  expression(c: Cursor): Expr;
  /** The rest of the product: what a big operator or a derivative operator acts on. */
  product(c: Cursor): Expr;
  /** An atom with its scripts, or an operator with what it takes. */
  factor(c: Cursor): Expr;
  atom(c: Cursor): Expr;
}

export const peek = (c: Cursor, ahead = 0): Token | undefined => (c.at + ahead < c.end ? c.tokens[c.at + ahead] : undefined);
export const at = (c: Cursor, text: string): boolean => peek(c)?.text === text && peek(c)?.kind !== 'text';

/** What stands before a token, from behind the one here on, where bars that are open outside close nothing. */
export const within = (c: Cursor, end: number, at = c.at + 1): Cursor => ({ ...c, at, end, bars: [] });

export function unread(c: Cursor, what: string): Expr {
  const token = c.tokens[Math.min(c.at, c.tokens.length - 1)];
  return build.unread(what, token?.span ?? { start: 0, end: 0 });
}

export const join = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** From the first of several to the last. */
export const across = (parts: readonly { span: Span }[]): Span => join(parts[0].span, parts[parts.length - 1].span);
