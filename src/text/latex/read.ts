/** Reads LaTeX into marks: one pass over the few tokens that say where mathematics, scopes and prose are. */

import { ITEM, SECTION } from '../environments';
import { DEFINING } from '../macros';
import type { Mark } from '../marks';
import { definition } from './definitions';
import { address, comment, hiddenTo, verb } from './hidden';
import { displayAt, dollar, ensured, parenthesis } from './mathematics';
import { endTitle, reader, type Read, type Reader } from './reader';
import { begin, end, expanded, item, paragraphBreak, part, section, startBody } from './structure';

export function readLatex(source: string): Mark[] {
  const state = reader(source.replace(/\r(?!\n)/g, '\n'));
  if (!source.includes('\\begin{document}')) startBody(state, 0);
  readTokens(state);
  endTitle(state, source.length);
  return state.marks;
}

const TOKEN = /\\(?:[a-zA-Z@]+|[\s\S])|\$\$?|%|\n[ \t\r\f]*\n\s*/g;

function readTokens(state: Reader): void {
  const tokens = new RegExp(TOKEN);
  for (let token = tokens.exec(state.text); token && !state.ended; token = tokens.exec(state.text)) {
    const read = readerOf(state, token[0]);
    if (read) tokens.lastIndex = read(state, token.index, token[0]);
  }
}

function readerOf(state: Reader, word: string): Read | undefined {
  if (word[0] === '\n') return paragraphBreak;
  const read = anywhere.get(word);
  if (read || !state.body) return read;
  return inBody.get(word) ?? (state.shorthands.has(word) ? expanded : undefined);
}

const each = (names: Iterable<string>, read: Read): [string, Read][] => Array.from(names, (name) => [`\\${name}`, read]);

const anywhere = new Map<string, Read>([
  ['%', comment],
  ['\\begin', begin],
  ['\\end', end],
  ['\\url', address],
  ['\\iffalse', (state, at) => hiddenTo(state, at, '\\fi')],
  ...each(['verb', 'lstinline', 'mintinline'], verb),
  ...each(DEFINING, definition),
]);

const inBody = new Map<string, Read>([
  ['$', dollar],
  ['$$', displayAt],
  ['\\[', displayAt],
  ['\\(', parenthesis],
  ['\\ensuremath', ensured],
  ...each(Object.keys(SECTION), section),
  ...each(ITEM, item),
  ['\\part', part],
]);
