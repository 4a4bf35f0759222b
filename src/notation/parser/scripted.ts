/** Atoms with the scripts, primes and stars after them. */
import type { Span } from '../../text/region';
import * as build from '../build';
import { type Expr, isGroup, isLetter, isName, isScripted, isTransposed, pairOf } from '../expression';
import type { Token } from '../lexer';
import { at, type Cursor, join, peek, unread } from './cursor';
import { GREEK } from '../tables';
import { adjacent, relationAt, startsFactor } from './lookahead';
import { parseScript } from './scripts';

/** An atom with its scripts. */
export const parseScripted = (c: Cursor): Expr => parseScripts(c, c.grammar.atom(c));

/** Scripts and primes after an atom; `x^{a}_{b}'` in any order. `w*` without a caret is a star as well. */
export function parseScripts(c: Cursor, base: Expr, loose = true): Expr {
  let sub: Expr[] = [];
  let sup: Expr[] = [];
  let primes = 0;
  let end = base.span;
  for (let token = peek(c); token; token = peek(c)) {
    if (token.text === '!' && token.kind === 'sign') { c.at++; return parseScripts(c, build.apply('factorial', scriptedOf(base, sub, sup, primes, end), join(base.span, token.span)), false); }
    if (token.kind === 'number' && sub.length + sup.length + primes === 0 && !c.lower && isNumbered(c, base, token)) { sub = [c.grammar.atom(c)]; end = token.span; continue; }
    if (token.text === "'" ) { primes += 1; end = token.span; c.at++; continue; }
    if (token.text === '*' && loose && isName(base) && isPostfixStar(c)) { sup = [build.mark('star', token.span)]; c.at++; continue; }
    if ((token.text !== '_' && token.text !== '^') || token.kind === 'text') break;
    c.at++;
    const script = parseScript(c);
    if (script.length) end = join(end, script[script.length - 1].span);
    const marks = script.filter(isPrimeMark);
    if (marks.length) { primes += marks.length; continue; }
    if (token.text === '_') sub = [...sub, ...script];
    else sup = [...sup, ...script];
  }
  return scriptedOf(base, sub, sup, primes, end);
}

function scriptedOf(base: Expr, sub: Expr[], sup: Expr[], primes: number, end: Span): Expr {
  if (!sub.length && !sup.length && !primes) return base;
  const span = join(base.span, end);
  // `\widehat{v_t}^{max}`: what the accent is over takes the script.
  if (isScripted(base) && isName(base.base) && base.base.accents.length && !base.sup.length && !sub.length) return build.scripted(base.base, base.sub, sup, span, base.primes + primes);
  // The k of `\mathbf{W x}_k` is of the vector.
  const [matrix, vector] = sub.length && !sup.length ? pairOf(base, 'implicit') : [];
  return matrix && vector && !isGroup(vector) ? build.product([matrix, build.scripted(vector, sub, [], join(vector.span, end), primes)], span) : build.scripted(base, sub, sup, span, primes);
}

/** The 1 of `w1` and `\delta 1`, as programs write it: nobody writes a product so, but for `\lambda 2 w`, `\lambda 2^k` and the `e^{\lambda 0}` of a start. In a subscript they are two indices. */
function isNumbered(c: Cursor, base: Expr, { text, span }: Token): boolean {
  const next = peek(c, 1);
  const isLast = isName(base) && GREEK.has(base.letter) && base.letter !== '\\pi' && text !== '0' && next?.text !== '^' && !(next && startsFactor(c, next));
  return isName(base) && /^\d\d?$/.test(text) && (isLast || (base.span.end === span.start && /^(?:d?[A-Za-z]|\\(?!pi$)\w+)$/.test(base.letter)));
}

const isPrimeMark = (expr: Expr): boolean => isLetter(expr, "'");

/** `w* = …`: a star right after a letter with nothing to multiply after it. */
function isPostfixStar(c: Cursor): boolean {
  const next = peek(c, 1);
  const before = c.tokens[c.at - 1];
  return adjacent(before, c.tokens[c.at]) && (!next || relationAt(next) !== undefined || next.text === ')' || next.text === ',');
}

export function parseScriptPair(c: Cursor): { sub: Expr[]; sup: Expr[] } {
  let sub: Expr[] = [];
  let sup: Expr[] = [];
  for (;;) {
    if (at(c, '_')) { c.at++; sub = parseScript(c); }
    else if (at(c, '^')) { c.at++; sup = parseScript(c); }
    else return { sub, sup };
  }
}

export function parsePrimes(c: Cursor): number {
  let primes = 0;
  while (at(c, "'")) { primes++; c.at++; }
  return primes;
}

/** Whether a transpose is all that stands over what was read last. */
export function transposeAt(c: Cursor): boolean {
  if (!at(c, '^')) return false;
  const script = parseScripts({ ...c }, unread(c, ''));
  return isTransposed(script) && isScripted(script) && script.sup.length === 1 && !script.sub.length;
}
