/** Reads definitions of macros, and notes those that stand for structure. */

import { definitionAt, type Definition } from '../macros';
import { cut, push, type Reader } from './reader';
import { shorthand } from './shorthands';

export function definition(state: Reader, at: number, word: string): number {
  const found = definitionAt(state.text, at);
  if (!found) return at + word.length;
  addMacro(state, found, at);
  return cut(state, at, found.end);
}

export function addMacro(state: Reader, { macro }: Definition, at: number): void {
  if (!macro) return;
  push(state, { type: 'macro', macro }, at);
  shorthand(state.shorthands, macro);
}
