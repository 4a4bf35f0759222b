/** What stands in a subscript or a superscript: a mark such as the transpose, a label, indices. */
import type { Span } from '../../text/region';
import * as build from '../build';
import type { Expr } from '../expression';
import type { Token } from '../lexer';
import { BIG_WORDS, FONTS, FUNCTIONS, MARKS } from '../tables';
import { closing, splitTopLevel } from './brackets';
import { across, at, type Cursor, join, peek, unread, within } from './cursor';
import { hyphenated } from './lookahead';

export function parseScript(c: Cursor): Expr[] {
  const token = peek(c);
  if (!token) return [unread(c, 'nothing in a script')];
  if (token.kind !== 'open') return [parseScriptToken(c, token)];
  const close = closing(c, c.at);
  if (close < 0) { const rest = unread(c, 'an unclosed brace'); c.at = c.end; return [rest]; }
  const inner: Cursor = { ...within(c, close), lower: c.tokens[c.at - 1].text === '_' };
  const contents = parseScriptItems(inner);
  c.at = close + 1;
  return contents;
}

/** A script without braces is one token, or one command with its arguments. */
export function parseScriptToken(c: Cursor, token: Token): Expr {
  const mark = scriptMark(token);
  if (mark) { c.at++; return mark; }
  if (token.text === '\\prime' || token.text === "'") { c.at++; return build.name("'", token.span); }
  if (token.kind === 'number' && token.text.length > 1 && (!token.text.includes('.') || /^\d0\./.test(token.text))) return firstDigit(c, token);
  if (token.kind === 'letter') { c.at++; return build.name(token.text, token.span); }
  const label = labelOf(token);
  if (label) c.at++;
  return label ?? c.grammar.atom(c);
}

/** The name of an operator alone in a script says which one: `\lambda_{\max}`, `x^\min`. */
function labelOf(token: Token): Expr | undefined {
  return /^\\[a-z]+$/.test(token.text) && (BIG_WORDS.has(token.text.slice(1)) || FUNCTIONS.has(token.text)) ? build.name(token.text.slice(1), token.span, 'roman') : undefined;
}

/** `x_12` is x with subscript 1, then 2; `0.3^20.7` is 0.3² · 0.7. */
export function firstDigit(c: Cursor, token: Token): Expr {
  const span = { start: token.span.start, end: token.span.start + 1 };
  c.tokens = [...c.tokens.slice(0, c.at), { ...token, text: token.text[0], span }, { ...token, text: token.text.slice(1), span: { start: span.end, end: token.span.end } }, ...c.tokens.slice(c.at + 1)];
  c.end++;
  return c.grammar.atom(c);
}

function scriptMark(token: Token): Expr | undefined {
  const mark = token.kind === 'text' ? undefined : MARKS.get(token.text);
  return mark ? build.mark(mark, token.span) : undefined;
}

function parseScriptItems(c: Cursor): Expr[] {
  if (c.at >= c.end) return [];
  const only = c.end - c.at === 1 ? scriptMark(c.tokens[c.at]) : undefined;
  if (only) return [only];
  const transposed = upright(c);
  if (transposed) return [build.mark('transpose', transposed)];
  if (c.tokens.slice(c.at, c.end).every((t) => t.text === '\\prime' || t.text === "'")) return c.tokens.slice(c.at, c.end).map((t): Expr => build.name("'", t.span));
  if (c.tokens[c.at].text === '\\substack') { c.at++; return substack(c); }
  const label = labelIn(c);
  if (label) return [label];
  return rowOrColumn(c) ?? splitTopLevel(c, [',', ';', '\\atop']).map((part) => parseScriptItem(part));
}

/** `neg-sample` and `max` are words, and the `k|k-1` or `t+h|t` of an estimate says by what it was made. */
function labelIn(c: Cursor): Expr | undefined {
  const tokens = c.tokens.slice(c.at, c.end);
  const text = tokens.map((token) => token.text.replace(/^\\(?:mid|vert)$/, '|')).join('');
  const letter = BIG_WORDS.has(text) || STEPS.test(text) ? text : hyphenated(tokens);
  return letter === undefined ? undefined : build.name(letter, across(tokens), 'roman');
}
const STEPS = /^([a-z])(?:[+-][a-z\d])?\|(?:\1(?:[+-]\d)?|[A-Z])$/;

/** `i \cdot` and `i :` in a subscript are row i, `\cdot j` and `: j` column j. */
function rowOrColumn(c: Cursor): Expr[] | undefined {
  if (c.end - c.at !== 2) return undefined;
  const places = [c.tokens[c.at], c.tokens[c.at + 1]].map((token) => (token.text === '\\cdot' || token.text === ':' ? 'all' : token.kind === 'letter' || token.kind === 'number' ? 'one' : 'other'));
  if (places.includes('other') || places[0] === places[1]) return undefined;
  return places.map((place, i): Expr => (place === 'all' ? build.mark('colon', c.tokens[c.at + i].span) : c.grammar.atom({ ...c, at: c.at + i, end: c.at + i + 1 })));
}

/** `\mathsf{T}`, `\mathrm T`, `\text{T}` in a superscript. */
function upright(c: Cursor): Span | undefined {
  const letters = c.tokens.slice(c.at, c.end).filter((t) => t.kind !== 'open' && t.kind !== 'close');
  if (letters.length === 1 && letters[0].kind === 'text' && /^\s*(?:T|tr|t)\s*$/.test(letters[0].text)) return letters[0].span;
  return letters.length === 2 && FONTS.has(letters[0].text) && letters[1].text === 'T' ? letters[1].span : undefined;
}

function substack(c: Cursor): Expr[] {
  const close = peek(c)?.kind === 'open' ? closing(c, c.at) : -1;
  if (close < 0) return [unread(c, '\\substack')];
  const inner = within(c, close);
  return splitTopLevel(inner, ['\\\\', ',']).map((part) => parseScriptItem(part));
}

function parseScriptItem(c: Cursor): Expr {
  if (c.end - c.at === 1) { const mark = scriptMark(c.tokens[c.at]) ?? labelOf(c.tokens[c.at]); if (mark) { c.at++; return mark; } }
  if (c.end - c.at === 2 && c.tokens[c.at].kind !== 'number' && MARKS.get(c.tokens[c.at + 1].text) === 'star') {
    const base = c.grammar.atom({ ...c, end: c.at + 1 });
    return build.power(base, build.mark('star', c.tokens[c.at + 1].span));
  }
  const last = c.end - c.at > 1 && c.tokens[c.end - 2].text !== '^' ? scriptMark(c.tokens[c.end - 1]) : undefined;
  if (last?.kind === 'mark' && last.mark === 'transpose' && c.end - c.at === 2 && at(c, '-')) return build.negative(build.name('T', last.span), join(c.tokens[c.at].span, last.span));
  if (last?.kind === 'mark' && last.mark === 'transpose') {
    const label = c.grammar.expression({ ...c, end: c.end - 1, bars: [] });
    return build.product([label, last], join(label.span, last.span));
  }
  return c.grammar.expression({ ...c, bars: [] });
}
