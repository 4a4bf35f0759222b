/** Reads the structure of LaTeX: paragraphs, sections, items, environments. */

import { openingAt } from '../displays';
import { LIST, SCOPE, SECTION, VERBATIM, baseName } from '../environments';
import { groupAt, optionalAt } from '../groups';
import { itemSign } from '../items';
import { matchAt } from '../scan';
import { plainTitle } from '../title';
import { verbatim } from './hidden';
import { display } from './mathematics';
import { cut, push, type Reader } from './reader';

export function startBody(state: Reader, at: number): void {
  state.body = true;
  push(state, { type: 'paragraph', span: { start: at, end: state.text.length } }, at);
}

export function paragraphBreak(state: Reader, at: number, word: string): number {
  const end = cut(state, at, at + word.length);
  const sign = state.body ? itemSign(state.text, end, state.sign) : null;
  if (!sign) return end;
  state.sign = sign;
  push(state, { type: 'item', at: end, style: sign.style, title: sign.label }, end);
  return cut(state, end, sign.end);
}

const ENVIRONMENT = /\\(?:begin|end)\s*\{([a-zA-Z]+\*?)\}/y;

export function begin(state: Reader, at: number, word: string): number {
  const match = matchAt(ENVIRONMENT, state.text, at);
  if (!match) return at + word.length;
  const after = at + match[0].length;
  const name = match[1];
  if (VERBATIM.has(baseName(name))) return verbatim(state, at, after, name);
  if (name === 'document') {
    startBody(state, after);
    return after;
  }
  if (!state.body) return after;
  const opening = openingAt(state.text, at, false);
  return opening ? display(state, opening) : enter(state, at, after, name);
}

function enter(state: Reader, at: number, after: number, name: string): number {
  if (name === 'parts') state.parts++;
  if (LIST.has(name)) push(state, { type: 'fence', at, title: name }, at);
  else if (SCOPE.has(baseName(name))) push(state, { type: 'enter', at, kind: 'environment', title: name }, at);
  return cut(state, at, optionalAt(state.text, after)?.end ?? after);
}

export function end(state: Reader, at: number, word: string): number {
  const match = matchAt(ENVIRONMENT, state.text, at);
  if (!match) return at + word.length;
  const [all, name] = match;
  if (name === 'document') return endBody(state, at);
  if (name === 'parts' && state.parts > 0) state.parts--;
  cut(state, at, at + all.length);
  if (LIST.has(name) || SCOPE.has(baseName(name))) push(state, { type: 'leave', at: at + all.length, title: name }, at);
  return at + all.length;
}

function endBody(state: Reader, at: number): number {
  state.ended = true;
  return cut(state, at, state.text.length);
}

export const section = (state: Reader, at: number, word: string): number => titled(state, at, at + word.length, SECTION[word.slice(1)]);

/** A title that holds another heading is not closed. */
const HEADING = new RegExp(String.raw`\\(?:${Object.keys(SECTION).join('|')})(?![a-zA-Z])`, 'y');

/** A heading with its title from the group that follows. The title is read on as prose of the new section. */
function titled(state: Reader, at: number, after: number, level: number): number {
  const { text } = state;
  const named = text[after] === '*' ? after + 1 : after;
  const short = optionalAt(text, named)?.end ?? named;
  const group = groupAt(text, short, HEADING);
  push(state, { type: 'heading', at, level, title: plainTitle(group?.body ?? ''), everything: true }, at);
  state.parts = 0;
  if (group) state.titleEnd = group.end;
  return cut(state, at, group ? group.end - 1 - group.body.length : short);
}

export const part = (state: Reader, at: number, word: string): number => (state.parts > 0 ? item(state, at, word) : section(state, at, word));

export function item(state: Reader, at: number, word: string): number {
  push(state, { type: 'item', at, style: word, title: '' }, at);
  return cut(state, at, at + word.length);
}

/** A macro of the document's own that stands for a heading or for the start of a display. */
export function expanded(state: Reader, at: number, word: string): number {
  const meaning = state.shorthands.get(word);
  const after = at + word.length;
  if (meaning?.type === 'section') return titled(state, at, after, meaning.level);
  if (meaning?.type !== 'begin') return after;
  const { environment, name } = meaning;
  return display(state, { start: at, contentStart: after, close: `\\end{${name}}`, display: true, environment, alias: meaning.close });
}
