/** Arguments of TeX commands: `{…}` and `[…]`. */

import { matchAt } from './scan';

export interface Group {
  body: string;
  /** Offset behind the closing bracket. */
  end: number;
}

const BRACES = /\\[\s\S]|[{}]|%[^\n]*/g;

/** The `{…}` at an offset, after blanks. The search for its end is given up where `stop` matches; `null` when there is none. */
export function groupAt(text: string, at: number, stop?: RegExp): Group | null {
  const start = skipBlanks(text, at);
  if (text[start] !== '{') return null;
  let depth = 0;
  BRACES.lastIndex = start;
  for (let token = BRACES.exec(text); token; token = BRACES.exec(text)) {
    if (token[0] === '{') depth++;
    else if (token[0] === '}' && --depth === 0) return { body: text.slice(start + 1, token.index), end: token.index + 1 };
    else if (stop && token[0][0] === '\\' && matchAt(stop, text, token.index)) return null;
  }
  return null;
}

const BRACKETS = /\s*\[((?:[^[\]{}]|\{[^{}]*\}){0,200})\]/y;

/** The `[…]` at an offset, after blanks. */
export function optionalAt(text: string, at: number): Group | null {
  const match = matchAt(BRACKETS, text, at);
  return match && { body: match[1], end: at + match[0].length };
}

function skipBlanks(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at])) at++;
  return at;
}
