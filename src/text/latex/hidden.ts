/** Steps over what is not read in LaTeX: comments, code, addresses. */

import { endOfLine, matchAt } from '../scan';
import { cut, push, type Reader } from './reader';

const DIRECTIVE = /%+\s*gradlens:([^\n]*)/y;

export function comment(state: Reader, at: number): number {
  const end = endOfLine(state.text, at);
  const directive = matchAt(DIRECTIVE, state.text, at);
  if (!directive) return cut(state, at, end);
  push(state, { type: 'directive', span: { start: at, end }, text: directive[1].trim() }, at);
  return end;
}

/** An environment that is not closed hides its first line only. */
export function verbatim(state: Reader, at: number, after: number, name: string): number {
  const close = `\\end{${name}}`;
  const stop = state.find(close, after);
  return cut(state, at, stop < 0 ? after : stop + close.length);
}

export function hiddenTo(state: Reader, at: number, word: string): number {
  const stop = state.find(word, at + word.length);
  return stop < 0 ? at + 1 : cut(state, at, stop + word.length);
}

/** What a sticky expression matches is code or an address; else the command stands alone. */
const hidden = (sign: RegExp) => (state: Reader, at: number, word: string): number => {
  const match = matchAt(sign, state.text, at);
  return match ? cut(state, at, at + match[0].length) : at + word.length;
};

export const verb = hidden(/\\(?:verb\*?|lstinline(?:\[[^\]\n]{0,300}\])?|mintinline(?:\[[^\]\n]{0,300}\])?\{[^{}\n]*\})(?:([^a-zA-Z\s{])(?:(?!\1)[^\n]){0,1000}\1|\{[^{}\n]*\})/y);

export const address = hidden(/\\url\s*\{[^{}\n]*\}/y);
