/** What the next tokens begin: a relation, a name, a word, a factor. */
import type { Relation } from '../expression';
import type { Token } from '../lexer';
import { ACCENTS, BARS, CLOSING, FONTS, GREEK, OPENING, RELATIONS } from '../tables';
import { closing } from './brackets';
import { type Cursor, peek } from './cursor';

export function relationAt(token: Token | undefined): Relation | undefined {
  if (!token || token.kind === 'text') return undefined;
  const name = RELATIONS.get(token.text);
  return name ? { name, tex: token.text, span: token.span } : undefined;
}

export function startsFactor(c: Cursor, token: Token): boolean {
  if (token.kind === 'letter' || token.kind === 'number' || token.kind === 'open' || token.kind === 'begin' || token.kind === 'text') return true;
  if (BARS.has(token.text)) return c.bars.at(-1) !== BARS.get(token.text);
  if (OPENING.has(token.text)) return true;
  if (token.kind !== 'command') return false;
  return !CLOSING.has(token.text) && !RELATIONS.has(token.text);
}

/** `\underbrace{- b}_{…}` and `{- b}` go on a sum. */
export function startsSignedGroup(c: Cursor): boolean {
  const open = peek(c)?.kind === 'open' ? 0 : /^\\(?:under|over)brace$/.test(peek(c)?.text ?? '') ? 1 : -1;
  return open >= 0 && peek(c, open)?.kind === 'open' && /^[+-]$/.test(peek(c, open + 1)?.text ?? '');
}

export const isNameToken = (token: Token | undefined): boolean => !!token && (token.kind === 'letter' || GREEK.has(token.text) || ACCENTS.has(token.text) || FONTS.has(token.text));

/** A function's word in adjacent plain letters (`max`) or in an upright font (`\mathrm{Var}`), and `\mathbb{V}[X]` for a variance. */
export function wordAt(c: Cursor): { text: string; length: number } | undefined {
  const token = peek(c);
  if (!token) return undefined;
  const font = FONTS.get(token.text);
  if (font === 'blackboard') return varianceAt(c);
  if (font === 'roman' || font === 'sans' || font === 'bold') {
    const close = peek(c, 1)?.kind === 'open' ? closing(c, c.at + 1) : -1;
    if (close < 0) return undefined;
    const inner = c.tokens.slice(c.at + 2, close);
    return inner.length > 1 && inner.every((t) => t.kind === 'letter') ? { text: inner.map((t) => t.text).join(''), length: close - c.at + 1 } : undefined;
  }
  if (token.kind !== 'letter') return undefined;
  let text = token.text;
  let length = 1;
  for (let next = peek(c, length); next?.kind === 'letter' && adjacent(c.tokens[c.at + length - 1], next); next = peek(c, ++length)) text += next.text;
  return length > 1 ? { text, length } : undefined;
}

function varianceAt(c: Cursor): { text: string; length: number } | undefined {
  const length = peek(c, 1)?.kind === 'open' ? 4 : 2;
  return peek(c, length >> 1)?.text === 'V' && /^[([_]$/.test(peek(c, length)?.text ?? '') ? { text: 'Var', length } : undefined;
}

/** Letters and signs side by side, with nothing between them. */
export const adjacent = (a: Token, b: Token): boolean =>
  a.span === b.span ? a.within !== undefined && b.within === a.within + a.text.length : a.span.end === b.span.start;

/** `naive-softmax` in a script or an upright font is one label: nobody takes a product of so many letters from another. */
export function hyphenated(tokens: readonly Token[]): string | undefined {
  const text = tokens.every((token) => token.kind === 'letter' || token.text === '-') ? tokens.map((token) => token.text).join('') : '';
  return /^[A-Za-z]{2,}(?:-[A-Za-z]{2,})+$/.test(text) && /[A-Za-z]{3}/.test(text) ? text : undefined;
}
