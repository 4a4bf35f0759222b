/** Reads the mathematics of LaTeX. */

import { closeOf, openingAt, type Opening } from '../displays';
import { closingDollar } from '../dollars';
import { groupAt } from '../groups';
import { definitionsIn, mayDefine } from '../macros';
import { isProse } from '../plausible';
import { unclosed } from '../problems';
import type { Span } from '../region';
import { lineOr } from '../scan';
import { addMacro } from './definitions';
import { cut, endOfParagraph, push, type Reader } from './reader';

/** `$$` and `\[`. */
export function displayAt(state: Reader, at: number): number {
  const opening = openingAt(state.text, at, false);
  return opening ? display(state, opening) : at + 2;
}

interface Found {
  span: Span;
  content: Span;
  display: boolean;
  environment?: string;
  problem?: string;
}

/** Adds mathematics, with the definitions and directives that stand in it; nothing for mere blanks. */
function math(state: Reader, found: Found): number {
  const { text } = state;
  const { start, end: stop } = found.content;
  const tex = text.slice(start, stop);
  if (tex.trim() === '') return cut(state, found.span.start, found.span.end);
  push(state, { type: 'math', ...found }, found.span.start);
  if (mayDefine(tex)) for (const each of definitionsIn(tex)) addMacro(state, each, start);
  if (tex.includes('gradlens:')) innerDirectives(state, start, tex);
  return found.span.end;
}

function innerDirectives(state: Reader, offset: number, tex: string): void {
  for (const match of tex.matchAll(/(?<!\\)%+\s*gradlens:([^\n]*)/g)) {
    const start = offset + match.index;
    push(state, { type: 'directive', span: { start, end: start + match[0].length }, text: match[1].trim() }, start);
  }
}

export function display(state: Reader, opening: Opening): number {
  const { text } = state;
  const { start, contentStart, environment } = opening;
  const { contentEnd, end: stop, closed } = closeOf(text, opening, true);
  const found: Found = { span: { start, end: stop }, content: { start: contentStart, end: contentEnd }, display: opening.display };
  if (environment) found.environment = environment;
  return math(state, closed ? found : open(text, found));
}

/** The same without closing delimiter: it ends with the last thing that is not blank. */
function open(text: string, found: Found): Found {
  const { start, end: stop } = found.content;
  const last = start + text.slice(start, stop).trimEnd().length;
  const opening = text.slice(found.span.start, start).trim().replace(/\}\s*\{[\s\S]*/, '}');
  return { ...found, span: { start: found.span.start, end: last }, content: { start, end: last }, problem: unclosed(opening) };
}

function inline(start: number, contentStart: number, contentEnd: number, stop: number): Found {
  return { span: { start, end: stop }, content: { start: contentStart, end: contentEnd }, display: false };
}

export function dollar(state: Reader, at: number): number {
  const { text } = state;
  const limit = endOfParagraph(state, at);
  const close = closingDollar(text, at + 1, limit, true);
  if (close >= 0 && !isBroken(text.slice(at + 1, close))) return math(state, inline(at, at + 1, close, close + 1));
  const next = text.indexOf('$', at + 1);
  const stop = lineOr(text, at, next < 0 ? limit : Math.min(limit, next));
  return math(state, open(text, inline(at, at + 1, stop, stop)));
}

/** A sentence between two dollars of which the first was not closed and the second opens. */
const isBroken = (tex: string): boolean => /\s$/.test(tex) && isProse(tex);

export function parenthesis(state: Reader, at: number): number {
  const { text } = state;
  const limit = endOfParagraph(state, at);
  const close = state.find('\\)', at + 2);
  if (close >= 0 && close < limit) return math(state, inline(at, at + 2, close, close + 2));
  const stop = lineOr(text, at, limit);
  return math(state, open(text, inline(at, at + 2, stop, stop)));
}

const ENSURED = /\\ensuremath(?![a-zA-Z])/y;

export function ensured(state: Reader, at: number, word: string): number {
  const group = groupAt(state.text, at + word.length, ENSURED);
  if (!group) return at + word.length;
  return math(state, inline(at, group.end - 1 - group.body.length, group.end - 1, group.end));
}
