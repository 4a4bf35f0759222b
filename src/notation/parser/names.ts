/** Letters and words that make a name, and the accents, fonts and signs that belong to it. */
import type { Span } from '../../text/region';
import * as build from '../build';
import { type Expr, type Font, isLetter, isName, isNumeral, isScriptedName, type Name } from '../expression';
import type { Token } from '../lexer';
import { ACRONYMS, FUNCTIONS, isDifferential } from '../tables';
import { closing } from './brackets';
import { parseApply } from './calls';
import { at, type Cursor, join, peek } from './cursor';
import { parseArgument } from './groups';
import { adjacent, wordAt } from './lookahead';
import { parseScripts } from './scripted';

/** An acronym or a word of the field such as RSS and net is one name; other letters are names of their own. */
export function parseLetters(c: Cursor, token: Token): Expr {
  const word = wordAt(c);
  if (word && ACRONYMS.has(word.text)) {
    const end = c.tokens[c.at + word.length - 1].span;
    c.at += word.length;
    return build.name(word.text, join(token.span, end));
  }
  const next = peek(c, 1);
  if (next && isDifferential(`${token.text}${next.text}`) && adjacent(token, next)) { c.at += 2; return build.name(`d${next.text}`, join(token.span, next.span)); }
  c.at++;
  return build.name(token.text, token.span);
}

/** Upright words of one name (`LeakyReLU`), or prose. A word of letters before a prime or parenthesis is a name. */
export function parseWords(c: Cursor, token: Token): Expr {
  const text = token.text.trim();
  const primes = /'+$/.exec(text)?.[0].length ?? 0;
  const word = text.replace(/'+$/, '');
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(word)) return build.words(text, token.span);
  const fn = FUNCTIONS.get(word);
  if (fn && (at(c, '(') || at(c, '[') || (at(c, '_') && isMoment(fn)) || primes)) return parseApply(c, primes ? `${fn}${"'".repeat(primes)}` : fn, token.span);
  const name: Name = build.name(word, token.span, 'roman');
  return primes ? build.scripted(name, [], [], token.span, primes) : name;
}

const isMoment = (fn: string): boolean => fn === 'var' || fn === 'cov';

/** `\Delta w` is one name. */
export function parseDelta(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const base = c.grammar.atom(c);
  const name: Expr = isName(base) ? { ...base, letter: `\\Delta ${base.letter}`, span: join(start, base.span) } : base;
  return parseScripts(c, name);
}

export function accented(c: Cursor, accent: string, start: Span): Expr {
  const body = parseArgument(c);
  const span = join(start, body.span);
  if (isName(body)) return { ...body, accents: [...body.accents, accent], span };
  if (isScriptedName(body)) return { ...body, base: { ...body.base, accents: [...body.base.accents, accent] }, span };
  return build.unread(`\\${accent} over more than one letter`, span);
}

/** A font over one letter marks the name; over several letters it makes one name of them. */
export function fonted(c: Cursor, font: Font, start: Span): Expr {
  if (peek(c)?.kind === 'open') {
    const close = closing(c, c.at);
    const inner = close < 0 ? [] : c.tokens.slice(c.at + 1, close);
    if (inner.length > 1 && inner.every((t) => t.kind === 'letter' || t.kind === 'number')) {
      c.at = close + 1;
      const letter = inner.map((t) => t.text).join('');
      // A matrix and a vector in one pair of braces: `\mathbf{W x}`.
      if (font === 'bold' && /^[A-Z][a-z]$/.test(letter) && !FUNCTIONS.has(letter) && !/^(?:Id|Im|Pr|Re)$/.test(letter)) return build.product(inner.map((t) => build.name(t.text, t.span, font)), join(start, c.tokens[close].span));
      return build.name(letter, join(start, c.tokens[close].span), font);
    }
  }
  const body = parseArgument(c);
  const span = join(start, body.span);
  if (isNumeral(body) && body.text === '1' && font !== 'roman') return build.name(body.text, span, font);
  const next = font === 'roman' && isLetter(body, 'd') ? peek(c) : undefined;
  if (next && isDifferential(`d${next.text}`)) { c.at++; return build.name(`d${next.text}`, join(span, next.span)); }
  if (isName(body)) return { ...body, font, span };
  if (isScriptedName(body)) return { ...body, base: { ...body.base, font }, span };
  return body;
}
