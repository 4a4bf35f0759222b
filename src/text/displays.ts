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
const TOKENS = String.raw`\\begin\s*\{[a-zA-Z]+\*?\}|\\end\s*\{[a-zA-Z]+\*?\}|\\(?:(?:sub)*section|chapter|item|question)\b|\\[^]|\$\$|\n(?=[ \t\r\f>]*(?:\n|$))|\n(?= {0,3}(?:#{1,6}[ \t]|${'`'}{3}|~~~))`;
const MARKDOWN_TOKENS = new RegExp(TOKENS, 'g');
const TEX_TOKENS = new RegExp(`${TOKENS}|%[^\\n]*`, 'g');

/** An unclosed display must not swallow a document, so beyond a blank line it is looked for only this far. */
const FAR = 4000;
const MOST_BLANK_LINES = 12;

/**
 * Where the display ends: at its closing delimiter, or, unclosed, before the next blank line, heading or opening.
 * Each search stops at the latest where the next display opens, which keeps a whole document linear.
 */
export function closeOf(text: string, opening: Opening, comments: boolean): Closing {
  const near = comments ? null : closeNearby(text, opening);
  if (near) return near;
  const tokens = closingTokens(opening, comments);
  tokens.lastIndex = opening.inner ? opening.contentStart + 6 : opening.contentStart;
  let blankLines = 0;
  let firstBlank = -1;
  let depth = 0;
  const unclosed = (at: number): Closing => {
    const end = firstBlank >= 0 ? firstBlank : at;
    return { contentEnd: end, end, closed: false };
  };
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const at = token.index;
    const word = token[0];
    if (squeeze(word) === opening.close || word === opening.alias) {
      if (depth-- > 0) continue;
      if (!closes(text, opening, at, firstBlank >= 0)) return unclosed(at);
      const end = at + word.length;
      return { contentEnd: opening.inner ? end : at, end, closed: true };
    }
    if (word[0] === '\n') {
      if (!isBlankLine(text, at)) return unclosed(at);
      if (firstBlank < 0) firstBlank = at;
      if (++blankLines > MOST_BLANK_LINES || at - opening.contentStart > FAR) return unclosed(at);
    } else if (opening.inner && isBeginOf(word, opening.close)) {
      if (++depth > 20) return unclosed(at);
    } else if (opensAnother(word, opening)) return unclosed(at);
  }
  return unclosed(text.length);
}

/** Most displays are a `$$…$$` on one line without anything that could make the second `$$` mean another thing. */
function closeNearby(text: string, { close, contentStart }: Opening): Closing | null {
  if (close !== '$$') return null;
  const at = text.indexOf('$$', contentStart);
  if (at < 0 || text[at - 1] === '\\') return null;
  const content = text.slice(contentStart, at);
  return content.includes('\n') || content.includes('\\[') ? null : { contentEnd: at, end: at + 2, closed: true };
}

function closingTokens({ alias }: Opening, comments: boolean): RegExp {
  if (alias) return new RegExp(`\\${alias}(?![a-zA-Z])|${TEX_TOKENS.source}`, 'g');
  return comments ? TEX_TOKENS : MARKDOWN_TOKENS;
}

function squeeze(word: string): string {
  return word.startsWith('\\end') ? word.replace(/\s+/, '') : word;
}

function isBeginOf(word: string, close: string): boolean {
  return word.startsWith('\\begin') && close === `\\end${word.slice(word.indexOf('{'))}`;
}

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
