/** Functions that need no parentheses, such as the logarithm, with the argument that they take. */
import type { Span } from '../../text/region';
import * as build from '../build';
import { type Expr, hasPart, headOf, isFraction, isGroup, isLetter, isName, isNumeral, isScripted, isSymbol, isTransposed, type Name, type ProductSign } from '../expression';
import type { Token } from '../lexer';
import { BARS, BIGS, FUNCTIONS, OPENING } from '../tables';
import { across, at, type Cursor, join, peek } from './cursor';
import { isNameToken, startsFactor, wordAt } from './lookahead';
import { parsePrimes, parseScripted, parseScriptPair, parseScripts } from './scripted';

export function parseApply(c: Cursor, fn: string, start: Span): Expr {
  const primes = parsePrimes(c);
  const { sub, sup } = parseScriptPair(c);
  if (c.at >= c.end || !peek(c) || !(startsFactor(c, peek(c) as Token) || at(c, '-'))) {
    const name: Name = build.name(fn, start, 'roman');
    return sub.length || sup.length || primes ? build.scripted(name, sub, sup, start, primes) : name;
  }
  const arg = fn === 'exp' && at(c, '-') ? parseNegated(c) : parseFunctionArgument(c, /^(?:log|ln)$/.test(fn));
  const power = sup[0];
  const named = primes ? `${fn}${"'".repeat(primes)}` : fn;
  const call: Expr = { kind: 'apply', fn: named, arg, sub, ...(power ? { power } : {}), span: join(start, arg.span) };
  // Scripts after the parentheses belong to the value: `\tanh(z)^2`, `\operatorname{softmax}(z)_i`.
  return isGroup(arg) ? parseScripts(c, call, false) : call;
}

/** What is multiplied, with the sign before it: `\exp -\frac12 x^2`, `\sum_i -2 x_i`. */
export function parseNegated(c: Cursor): Expr {
  const { span } = c.tokens[c.at++];
  const expr = c.grammar.product(c);
  return build.negative(expr, join(span, expr.span));
}

/** `\ln(…)` takes the parentheses; `\ln x y` takes plain factors up to the next function, operator or parenthesis. */
function parseFunctionArgument(c: Cursor, isLog: boolean): Expr {
  const token = peek(c) as Token;
  if (OPENING.has(token.text) || token.kind === 'open' || BARS.has(token.text) || token.kind === 'begin') return isLog ? withFactorial(c, c.grammar.atom(c)) : c.grammar.atom(c);
  const factors = [c.grammar.factor(c)];
  const signs: ProductSign[] = [];
  while (continuesArgument(c, factors[factors.length - 1]) || (isLog && isDensity(c, factors))) {
    const from = c.at;
    const factor = c.grammar.factor(c);
    // `\cos y \frac{dy}{dx}` is the chain rule.
    if (factor.kind === 'derivative') { c.at = from; break; }
    factors.push(factor);
    signs.push('implicit');
  }
  if (factors.length === 1 && (at(c, '(') || (isLetter(headOf(factors[0]), 'E', 'blackboard') && at(c, '['))) && isSymbol(factors[0])) { factors.push(parseScripted(c)); signs.push('implicit'); }
  for (let more = nextPower(c, factors); more; more = nextPower(c, factors)) { factors.push(...more); signs.push(...more.map((): ProductSign => 'implicit')); }
  if (factors.length === 1) return factors[0];
  return build.product(factors, across(factors), signs);
}

/** `\ln(n - k)!` is of the factorial: a logarithm has none. */
function withFactorial(c: Cursor, arg: Expr): Expr {
  const token = peek(c);
  if (token?.text !== '!' || token.kind !== 'sign') return arg;
  c.at++;
  return parseScripts(c, build.apply('factorial', arg, join(arg.span, token.span)), false);
}

/** In `\log p^y (1-p)^{1-y}` the powers after the first one belong to the argument: nobody multiplies a logarithm by such a power. */
function nextPower(c: Cursor, factors: Expr[]): Expr[] | undefined {
  const token = peek(c);
  if (!token || !isLettered(factors[factors.length - 1]) || !(OPENING.has(token.text) || isNameToken(token))) return undefined;
  const from = c.at;
  const first = parseScripted(c);
  const more = isLettered(first) || !at(c, '(') ? [first] : [first, parseScripted(c)];
  if (isLettered(more[more.length - 1])) return more;
  c.at = from;
  return undefined;
}

/** `\log \frac{1}{\sqrt{2\pi} \sigma} \exp(…)`: what is normalised belongs to the logarithm of its factor. */
const isDensity = (c: Cursor, [first, ...more]: Expr[]): boolean => more.every(({ kind }) => kind === 'fraction') && isFraction(first) && isNumeral(first.over) && (peek(c)?.text === '\\exp' || wordAt(c)?.text === 'exp');

/** A power with letters in its exponent. */
const isLettered = (expr: Expr): boolean => isScripted(expr) && expr.sup.length === 1 && !isTransposed(expr) && (isGroup(expr.base) || !isGroup(expr.sup[0])) && hasPart(expr.sup[0], isName);

function continuesArgument(c: Cursor, last: Expr): boolean {
  const token = peek(c);
  if (!token || last.kind === 'unread') return false;
  const word = wordAt(c);
  if (FUNCTIONS.has(token.text) || BIGS.has(token.text) || (word && FUNCTIONS.has(word.text))) return false;
  return token.kind === 'letter' || token.kind === 'number' || isNameToken(token) || token.text === '\\frac';
}
