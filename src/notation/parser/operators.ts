/** Factors that begin with an operator or a function, which takes what follows. */
import type { BigName, Expr } from '../expression';
import { BIGS, BIG_WORDS, FONTS, FUNCTIONS } from '../tables';
import { BIG_LETTERS, hasRange, parseArg, parseBig, parseUnderset } from './bigs';
import { parseApply } from './calls';
import { type Cursor, peek } from './cursor';
import { parseNabla, parsePartial } from './gradients';
import { parseIntegral } from './integrals';
import { isNameToken, wordAt } from './lookahead';
import { parseDelta } from './names';

export function parseOperator(c: Cursor): Expr | undefined {
  const token = peek(c);
  if (!token || token.kind === 'text') return undefined;
  const word = wordAt(c);
  if (token.text === '\\arg' || (word?.text === 'arg')) return parseArg(c, word?.length ?? 1);
  const length = BIGS.has(token.text) || FUNCTIONS.has(token.text) ? 1 : (word?.length ?? 1);
  const big = BIGS.get(token.text) ?? (word && BIG_WORDS.get(word.text));
  if (big) { c.at += length; return parseBig(c, big, token.span); }
  const fn = FUNCTIONS.get(token.text) ?? (word && FUNCTIONS.get(word.text));
  if (fn) { c.at += length; return parseApply(c, fn, token.span); }
  if (token.text === '\\int') return parseIntegral(c);
  if (token.text === '\\nabla') return parseNabla(c);
  // `\vec\nabla`, `\boldsymbol{\nabla}`.
  if (FONTS.has(token.text) || token.text === '\\overrightarrow') {
    if (peek(c, 1)?.text === '\\nabla') { c.at++; return parseNabla(c); }
    if (peek(c, 1)?.kind === 'open' && peek(c, 2)?.text === '\\nabla' && peek(c, 3)?.kind === 'close') { c.at += 3; return parseNabla(c); }
  }
  if (BIG_LETTERS.has(token.text) && hasRange(c)) { c.at++; return parseBig(c, BIG_LETTERS.get(token.text) as BigName, token.span); }
  if (token.text === '\\partial') return parsePartial(c);
  if (token.text === '\\Delta' && isNameToken(peek(c, 1))) return parseDelta(c);
  if (token.text === '\\underset' || token.text === '\\overset') return parseUnderset(c);
  return undefined;
}
