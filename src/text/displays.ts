/** Displayed mathematics: what opens it and where it ends, in Markdown and LaTeX alike. */

import { INLINE, INNER, WITH_ARGUMENT, baseName, isDisplay } from './environments';
import { closes } from './pairing';
import { matchAt } from './scan';

export interface Opening {
  start: number;
  contentStart: number;
  /** The delimiter that closes it, to the letter. */
  close: string;
  display: boolean;
  /** Without star. */
  environment?: string;
  /** An environment that belongs inside of mathematics: its own `\begin` and `\end` are part of the content. */
  inner?: boolean;
  /** A macro of the document's own that stands for the closing delimiter. */
  alias?: string;
}

export interface Closing {
  contentEnd: number;
  end: number;
  closed: boolean;
}

export const BEGIN = /\\begin\s*\{([a-zA-Z]+\*?)\}/y;
const ARGUMENT = /\s*\{[^{}\n]*\}/y;

/** The display that opens at an offset, if one does. `inner` allows environments that belong inside of mathematics. */
export function openingAt(text: string, start: number, inner: boolean): Opening | null {
  if (text.startsWith('$$', start)) return { start, contentStart: start + 2, close: '$$', display: true };
  if (text.startsWith('\\[', start)) return { start, contentStart: start + 2, close: '\\]', display: true };
  return environmentAt(text, start, inner);
}

function environmentAt(text: string, start: number, inner: boolean): Opening | null {
  const begin = matchAt(BEGIN, text, start);
  if (!begin) return null;
  const name = begin[1];
  const base = baseName(name);
  const close = `\\end{${name}}`;
  if (inner && INNER.has(base)) return { start, contentStart: start, close, display: true, inner: true };
  if (!isDisplay(name) && !INLINE.has(base)) return null;
  const after = start + begin[0].length;
  const argument = WITH_ARGUMENT.has(base) ? matchAt(ARGUMENT, text, after) : null;
  return { start, contentStart: after + (argument?.[0].length ?? 0), close, display: !INLINE.has(base), environment: base };
}

/** Text that the search for a closing delimiter has to look at; all else is stepped over. */
const TOKENS = String.raw`\\begin\s*\{[a-zA-Z]+\*?\}|\\end\s*\{[a-zA-Z]+\*?\}|\\(?:(?:sub)*section|chapter|item|question)\b|\\[\s\S]|\$\$|\n(?=[ \t\r\f>]*(?:\n|$))|\n(?= {0,3}(?:#{1,6}[ \t]|${'`'}{3}|~~~))`;
const MARKDOWN_TOKENS = new RegExp(TOKENS, 'g');
const TEX_TOKENS = new RegExp(`${TOKENS}|%[^\\n]*`, 'g');

/** An unclosed display must not swallow a document, so beyond a blank line it is looked for only this far. */
const FAR = 4000;
const MOST_BLANK_LINES = 12;
/** Inner environments nested deeper than this are damage. */
const DEEP = 20;

/**
 * Where the display ends: at its closing delimiter, or, unclosed, before the next blank line, heading or opening.
 * Each search stops at the latest where the next display opens, which keeps a whole document linear.
 */
export function closeOf(text: string, opening: Opening, comments: boolean): Closing {
  return closeNearby(text, opening, comments) ?? search(text, opening, closingTokens(opening, comments));
}

interface Search {
  /** Offset of the first blank line, -1 before it. */
  firstBlank: number;
  blankLines: number;
  /** Inner environments of the same name that are open. */
  depth: number;
}

function search(text: string, opening: Opening, tokens: RegExp): Closing {
  const state: Search = { firstBlank: -1, blankLines: 0, depth: 0 };
  tokens.lastIndex = opening.inner ? opening.contentStart + '\\begin'.length : opening.contentStart;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const { 0: word, index: at } = token;
    const verdict = judge(state, text, opening, at, word);
    if (verdict === 'stop') return unclosed(state, at);
    if (verdict === 'close') return { contentEnd: opening.inner ? at + word.length : at, end: at + word.length, closed: true };
  }
  return unclosed(state, text.length);
}

function unclosed({ firstBlank }: Search, at: number): Closing {
  const end = firstBlank >= 0 ? firstBlank : at;
  return { contentEnd: end, end, closed: false };
}

/** What a token says about the display that is open. */
function judge(state: Search, text: string, opening: Opening, at: number, word: string): 'close' | 'stop' | 'go on' {
  if (squeeze(word) === opening.close || word === opening.alias) {
    if (state.depth-- > 0) return 'go on';
    return closes(text, opening, at, state.firstBlank >= 0) ? 'close' : 'stop';
  }
  if (word[0] === '\n') return isBlankLine(text, at) && isNear(state, opening, at) ? 'go on' : 'stop';
  if (opening.inner && isBeginOf(word, opening.close)) return ++state.depth > DEEP ? 'stop' : 'go on';
  return opensAnother(word, opening) ? 'stop' : 'go on';
}

/** Notes a blank line; whether the search may go on behind it. */
function isNear(state: Search, { contentStart }: Opening, at: number): boolean {
  if (state.firstBlank < 0) state.firstBlank = at;
  return ++state.blankLines <= MOST_BLANK_LINES && at - contentStart <= FAR;
}

/** Most displays are a `$$…$$` on one line without anything that could make the second `$$` mean another thing. */
function closeNearby(text: string, { close, contentStart }: Opening, comments: boolean): Closing | null {
  if (close !== '$$') return null;
  const at = text.indexOf('$$', contentStart);
  if (at < 0 || text[at - 1] === '\\') return null;
  const content = text.slice(contentStart, at);
  const isPlain = !content.includes('\n') && !content.includes('\\[') && !(comments && content.includes('%'));
  return isPlain ? { contentEnd: at, end: at + 2, closed: true } : null;
}

function closingTokens({ alias }: Opening, comments: boolean): RegExp {
  if (alias) return new RegExp(`\\${alias}(?![a-zA-Z])|${TEX_TOKENS.source}`, 'g');
  return comments ? TEX_TOKENS : MARKDOWN_TOKENS;
}

const squeeze = (word: string): string => (word.startsWith('\\end') ? word.replace(/\s+/, '') : word);

const isBeginOf = (word: string, close: string): boolean => word.startsWith('\\begin') && close === `\\end${word.slice(word.indexOf('{'))}`;

/** Sections and items never stand in mathematics; environments inside of `$$` and `\[` are part of them. */
function opensAnother(word: string, opening: Opening): boolean {
  if (word === '$$' || word === '\\[') return true;
  if (word.startsWith('\\begin')) return isBeginOf(word, opening.close);
  return /^\\(?:(?:sub)*section|chapter|item|question)$/.test(word);
}

const BLANK_LINE = /\n[ \t\r\f>]*(?:\n|$)/y;

function isBlankLine(text: string, at: number): boolean {
  BLANK_LINE.lastIndex = at;
  return BLANK_LINE.test(text);
}
