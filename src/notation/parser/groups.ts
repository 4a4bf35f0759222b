/** What stands in braces, brackets or bars, and the arguments of commands. */
import * as build from '../build';
import { type Delimiter, type Expr, headOf, isChain, isGroup, isLetter } from '../expression';
import type { Token } from '../lexer';
import { BARS } from '../tables';
import { closing, closingBracket, nesting, splitTopLevel } from './brackets';
import { type Cursor, join, peek, within } from './cursor';
import { adjacent } from './lookahead';
import { parseScriptToken } from './scripts';

export const parseArgument = (c: Cursor): Expr => (peek(c)?.kind === 'open' ? parseBraces(c) : parseScriptToken(c, peek(c) ?? c.tokens[c.end - 1]));

export function parseBraces(c: Cursor): Expr {
  const close = closing(c, c.at);
  const start = c.tokens[c.at].span;
  if (close < 0) { c.at = c.end; return build.unread('an unclosed brace', start); }
  const inner = within(c, close);
  c.at = close + 1;
  if (inner.at >= inner.end) return build.mark('empty', start);
  return inner.grammar.expression(inner);
}

export function parseBars(c: Cursor, sign: Delimiter): Expr {
  const double = sign === '|' && peek(c, 1)?.text === '|' && adjacent(c.tokens[c.at], c.tokens[c.at + 1]);
  const start = c.tokens[c.at].span;
  const open = c.tokens[c.at].text;
  c.at += double ? 2 : 1;
  const close = closingBar(c, open, double);
  if (close < 0) return build.unread(`an unclosed ${open}`, start);
  const inner: Cursor = { ...c, end: close, bars: [...c.bars, sign] };
  const body = inner.grammar.expression(inner);
  c.at = close + (double ? 2 : 1);
  return build.group(body, join(start, c.tokens[c.at - 1].span), double || sign === '‖' ? '‖' : '|');
}

function closingBar(c: Cursor, open: string, double: boolean): number {
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    if (depth === 0 && c.tokens[i].text === open && i > c.at && (!double || c.tokens[i + 1]?.text === open)) return i;
    depth += nesting(c.tokens[i]);
    if (depth < 0) return -1;
  }
  return -1;
}

export function parseGroup(c: Cursor, open: Delimiter): Expr {
  const start = c.tokens[c.at].span;
  const close = closingBracket(c);
  if (close < 0) { const what = `an unclosed ${c.tokens[c.at].text}`; c.at = c.end; return build.unread(what, start); }
  const inner = within(c, close);
  const parts = numbersApart(inner) ?? splitTopLevel(inner, [',', ';', '\\mid', ...loneBars(inner)]);
  const contents = parts.map((part) => part.grammar.expression({ ...part, bars: [] }));
  const isBar = (at: number): boolean => BARS.get(c.tokens[at].text) === '|';
  const given = parts.findIndex((part, i) => i > 0 && isBar(part.at - 1) && !isBar(part.at - 2));
  const end = c.tokens[close].span;
  c.at = close + 1;
  if (contents.length > 0 && [inner.at, inner.end - 1].some((i) => isComma(c.tokens[i]))) return build.unread('a list with an empty entry', join(start, end));
  return { kind: 'group', open, contents, ...(given > 0 ? { given } : {}), span: join(start, end) };
}

/** `P\{X \le x\}` and `P[A \mid B]` are of an event, whatever the brackets. */
export function roundEvents(factors: Expr[]): void {
  factors.forEach((body, i) => {
    if (i > 0 && isGroup(body) && /^[[{]$/.test(body.open) && isLetter(headOf(factors[i - 1]), /^Pr?$/) && (body.given !== undefined || body.contents.some(isChain))) factors[i] = { ...body, open: '(' };
  });
}

/** `(0 \; 1 \; -2)` lists its numbers. */
function numbersApart({ tokens, ...c }: Cursor): Cursor[] | undefined {
  const isSign = (i: number): boolean => tokens[i].text === '-' && i + 1 < c.end && adjacent(tokens[i], tokens[i + 1]) && (i === c.at || tokens[i].span.start > tokens[i - 1].span.end + 1);
  const starts: number[] = [];
  for (let i = c.at; i < c.end; i++) {
    if (isSign(i) || (tokens[i].kind === 'number' && (i === c.at || !isSign(i - 1)))) starts.push(i);
    else if (tokens[i].kind !== 'number') return undefined;
  }
  return starts.map((at, i) => ({ ...c, tokens, at, end: starts[i + 1] ?? c.end }));
}

const isComma = (token: Token): boolean => token.kind !== 'text' && token.text === ',';

/** A single bar in brackets parts what is given, `p(o|c)`, and a double one two distributions, `D(p \| q)`, `D(p || q)`. */
function loneBars(c: Cursor): string[] {
  const found = new Map<string, number[]>();
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    const { kind, text } = c.tokens[i];
    depth += nesting(c.tokens[i]);
    if (depth === 0 && kind !== 'text' && (BARS.has(text) || text === '\\parallel')) found.set(text, [...(found.get(text) ?? []), i]);
  }
  const isOne = ([first, second, ...more]: number[]): boolean => second === undefined || (second === first + 1 && more.length === 0);
  return [...found].filter(([, places]) => isOne(places)).map(([bar]) => bar);
}
