/** Decides whether a delimiter that can close a display does: `$$` opens as well, and a forgotten one must not shift all that follow. */

import { isProse } from './plausible';
import { endOfLine, indexFrom } from './scan';

interface Display {
  contentStart: number;
  close: string;
}

/** Whether the delimiter at `at` closes this display. Only `$$` can be mistaken: it also opens. */
export function closes(text: string, opening: Display, at: number, afterBlank: boolean): boolean {
  const content = text.slice(opening.contentStart, at);
  if (afterBlank && (content.trim() === '' || content.split(/\n[ \t\r\f>]*\n/).some(isProse))) return false;
  if (opening.close !== '$$') return true;
  return afterBlank ? closesAfterBlank(text, at) : !opensOnItsLine(text, content, at);
}

/** The paragraph that holds a closing `$$` has one without partner; with an even number its displays are its own. */
function closesAfterBlank(text: string, at: number): boolean {
  const from = paragraphStart(text, at);
  const paragraph = text.slice(from, paragraphEnd(text, at));
  if (count(paragraph, '$$') % 2 === 0) return false;
  return text.slice(from, at).trim() !== '' || looksClosing(paragraph.slice(at + 2 - from));
}

/** Whether what stands behind a `$$` that starts its paragraph goes on as prose does. */
function looksClosing(rest: string): boolean {
  const line = rest.slice(0, endOfLine(rest, 0));
  return line.trim() === '' ? rest.trim() === '' || isProse(rest) : /^[\s.,;:]/.test(line);
}

/** `$$a = b` forgotten to close, and on the next line `$$c = d$$`. */
function opensOnItsLine(text: string, content: string, at: number): boolean {
  const firstLine = content.slice(0, endOfLine(content, 0));
  const lastLine = content.slice(content.lastIndexOf('\n') + 1);
  if (firstLine.length === content.length || firstLine.trim() === '' || /[^\s>]/.test(lastLine)) return false;
  const rest = text.slice(at + 2, endOfLine(text, at));
  return /^[^\s.,;:)]/.test(rest) && rest.includes('$$');
}

function paragraphStart(text: string, at: number): number {
  for (let line = text.lastIndexOf('\n', at - 1); line >= 0; line = text.lastIndexOf('\n', line - 1)) {
    const before = text.lastIndexOf('\n', line - 1);
    if (line === 0 || /^[\s>]*$/.test(text.slice(before + 1, line))) return line + 1;
  }
  return 0;
}

const BLANK = /\n[ \t\r\f>]*(?:\n|$)/g;

const paragraphEnd = (text: string, at: number): number => indexFrom(BLANK, text, at);

const count = (text: string, word: string): number => text.split(word).length - 1;
