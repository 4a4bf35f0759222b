/** The state of reading a LaTeX document, and the few things that all its readers do. */

import type { ItemSign } from '../items';
import type { Mark } from '../marks';
import { finder, indexFrom, type Find } from '../scan';
import type { Shorthands } from './shorthands';

export interface Reader {
  readonly text: string;
  readonly marks: Mark[];
  /** Whether the preamble is over. Before, only definitions and comments count. */
  body: boolean;
  ended: boolean;
  /** The item sign before. */
  sign: ItemSign | null;
  /** Where the title that is being read ends; -1 outside of titles. */
  titleEnd: number;
  /** End of the paragraph looked at last. */
  paragraphEnd: number;
  /** Open `parts` environments: in them `\part` is an item. */
  parts: number;
  readonly find: Find;
  readonly shorthands: Shorthands;
}

/** Reads what starts at an offset with a command or sign, and tells where to go on. */
export type Read = (reader: Reader, at: number, word: string) => number;

export function reader(text: string): Reader {
  return {
    text, marks: [], body: false, ended: false, sign: null, titleEnd: -1, paragraphEnd: -1, parts: 0, find: finder(text), shorthands: new Map(),
  };
}

/** All marks go through here, so that the end of a title is cut out of the prose in its place. */
export function push(state: Reader, mark: Mark, at: number): void {
  endTitle(state, at);
  state.marks.push(mark);
}

export function endTitle(state: Reader, at: number): void {
  const { titleEnd } = state;
  if (titleEnd < 0 || titleEnd > at) return;
  state.titleEnd = -1;
  state.marks.push({ type: 'opaque', span: { start: titleEnd - 1, end: titleEnd } });
}

/** Takes a stretch out of the prose. */
export function cut(state: Reader, start: number, end: number): number {
  push(state, { type: 'opaque', span: { start, end } }, start);
  return end;
}

const BLANK_LINE = /\n[ \t\r\f]*\n/g;

export function endOfParagraph(state: Reader, at: number): number {
  if (at >= state.paragraphEnd) state.paragraphEnd = indexFrom(BLANK_LINE, state.text, at);
  return state.paragraphEnd;
}
