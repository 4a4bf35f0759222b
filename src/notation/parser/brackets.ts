/** Which tokens enclose which: where a bracket closes, and what stands outside all of them. */
import type { Token } from '../lexer';
import { CLOSING, OPENING } from '../tables';
import type { Cursor } from './cursor';

/** +1 where a token opens a bracket of any sort, -1 where it closes one. */
export function nesting(token: Token): number {
  if (token.kind === 'open' || token.kind === 'begin') return 1;
  if (token.kind === 'close' || token.kind === 'end') return -1;
  if (token.kind === 'text' || token.kind === 'letter' || token.kind === 'number') return 0;
  if (OPENING.has(token.text)) return 1;
  return CLOSING.has(token.text) ? -1 : 0;
}

/** Index of the token that closes the brace at `open`, or -1. */
export function closing(c: Cursor, open: number): number {
  let depth = 0;
  for (let i = open; i < c.end; i++) {
    if (c.tokens[i].kind === 'open') depth++;
    else if (c.tokens[i].kind === 'close' && --depth === 0) return i;
  }
  return -1;
}

export function closingBracket(c: Cursor): number {
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    depth += nesting(c.tokens[i]);
    if (depth === 0) return i;
  }
  return -1;
}

/** The parts of a cursor's range between separators that stand outside all brackets; those that are not empty. */
export const splitTopLevel = (c: Cursor, separators: string[]): Cursor[] => splitAt(c, ({ kind, text }) => kind !== 'text' && separators.includes(text)).filter((part) => part.at < part.end);

/** The parts of a cursor's range between tokens that stand outside all brackets; empty ones count. */
export function splitAt(c: Cursor, isSeparator: (token: Token, at: number) => boolean): Cursor[] {
  const parts: Cursor[] = [];
  let depth = 0;
  let start = c.at;
  for (let i = c.at; i < c.end; i++) {
    depth += nesting(c.tokens[i]);
    if (depth === 0 && isSeparator(c.tokens[i], i)) { parts.push({ ...c, at: start, end: i }); start = i + 1; }
  }
  return [...parts, { ...c, at: start, end: c.end }];
}
