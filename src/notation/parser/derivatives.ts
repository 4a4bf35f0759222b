/** Fractions of differentials. */
import type { Span } from '../../text/region';
import * as build from '../build';
import { type Expr, isNumeral, isScripted, type Variable } from '../expression';
import { OPENING } from '../tables';
import { at, type Cursor, join, peek, unread } from './cursor';
import { differentialSign, isDelta } from './differentials';
import { parseApplied } from './gradients';
import { adjacent, isNameToken, startsFactor } from './lookahead';
import { parseScripted, parseScriptPair } from './scripted';

export function derivativeFraction(c: Cursor, top: Cursor, bottom: Cursor, span: Span): Expr | undefined {
  if (isDelta(top) && isDelta(bottom) && isNameAfter(bottom)) return derivativeFraction(c, withSign(top), withSign(bottom), span) ?? build.unread('a quotient of deltas', span);
  const above = differentialSign(top);
  const below = differentialSign(bottom);
  if (!above || !below || bottom.end - bottom.at <= below) return undefined;
  const total = top.tokens[top.at].text !== '\\partial';
  const over: Cursor = { ...top, at: top.at + above };
  const { sup } = parseScriptPair(over);
  // In `\frac{d^T p}{d^T d}` the d is a name.
  if (sup.length && !isNumeral(sup[0]) && peek(bottom, below)?.text !== '^') return bottom.tokens.slice(bottom.at, bottom.end).some(({ text }) => text === '^') ? build.unread(NO_ORDER, span) : undefined;
  const order = isNumeral(sup[0]) ? sup[0].value : 1;
  // In `\partial^2 \ell / \partial \mu \partial \sigma^2` the 2 of \sigma belongs to the name.
  const [counted, named] = [order, 1].map((most) => derivativeVariables({ ...bottom }, most));
  const by = counted && orderOf(counted) !== order && named && orderOf(named) === order ? named : counted;
  if (!by) return undefined;
  if (orderOf(by) !== order) return build.unread(MISORDERED, span);
  const of = over.at < over.end ? over.grammar.expression(over) : operand(c);
  return { kind: 'derivative', of, by, total, span: join(span, of.span) };
}

const NO_ORDER = 'a derivative whose order is no number';

/** `\frac{\partial y}{\partial u \partial v}`. */
export const MISORDERED = 'a derivative of another order than its variables have';

const orderOf = (by: Variable[]): number => by.reduce((sum, variable) => sum + variable.order, 0);

/** `dy/dx`, `\partial^2 f/\partial x\partial y` and `d/dx (...)` within a line: two signs of differentials, each before what it belongs to. */
export function slashedDerivative(c: Cursor): Expr | undefined {
  const [sign, over] = [peek(c), { ...c, at: c.at + differentialSign(c) }];
  if (!sign || over.at === c.at || over.at >= over.end) return undefined;
  const { sup } = parseScriptPair(over);
  const order = isNumeral(sup[0]) ? sup[0].value : 1;
  const token = peek(over);
  const of = token && startsFactor(over, token) ? parseApplied(over) : undefined;
  if (!at(over, '/')) return undefined;
  const under: Cursor = { ...over, at: over.at + 1 };
  const by = slashedVariables(under, order, of === undefined);
  if (!by) return undefined;
  c.at = under.at;
  const whole = of ?? operand(c);
  const span = join(sign.span, c.tokens[c.at - 1].span);
  return sup.length && !isNumeral(sup[0]) ? build.unread(NO_ORDER, span) : { kind: 'derivative', of: whole, by, total: sign.text !== '\\partial', span };
}

/** As many as the order says, each behind a sign of its own; a letter that follows at once makes it a word. The d of `d / d k` is a name where a space parts it from the next. */
function slashedVariables(c: Cursor, order: number, tight: boolean): Variable[] | undefined {
  const by: Variable[] = [];
  for (let left = order; left > 0; left -= by[by.length - 1].order) {
    const sign = peek(c);
    const length = differentialSign(c);
    c.at += length;
    if (!length || !sign || !isNameToken(peek(c)) || (tight && sign.kind === 'letter' && !adjacent(sign, c.tokens[c.at]))) return undefined;
    by.push(ordered(parseScripted(c), order));
    const next = peek(c);
    if (next?.kind === 'letter' && next.text !== 'd' && adjacent(c.tokens[c.at - 1], next)) return undefined;
  }
  return by;
}

/** `\frac{\delta E}{\delta w}`: nothing else has a quotient of two deltas. */
const withSign = (c: Cursor): Cursor => ({ ...c, tokens: c.tokens.map((token, i) => (i >= c.at && i < c.end && isDelta({ ...c, at: i }) ? { ...token, text: '\\partial' } : token)) });

const isNameAfter = (c: Cursor): boolean => isNameToken(peek(c, 1)) || peek(c, 1)?.kind === 'open';

/** What a derivative operator without a numerator acts on: the brackets right after it, else the rest of the product, which `(a - b)^T C (a - b)` is too. */
function operand(c: Cursor): Expr {
  const token = peek(c);
  if (!token || !startsFactor(c, token)) return unread(c, 'a derivative operator with nothing after it');
  return OPENING.has(token.text) ? parseApplied(c) : c.grammar.product(c);
}

function derivativeVariables(c: Cursor, order: number): Variable[] | undefined {
  const by: Variable[] = [];
  while (c.at < c.end) {
    const sign = differentialSign(c);
    // `\partial\theta_k\theta_j`: the second sign is often left out.
    if (!sign && (by.length === 0 || orderOf(by) >= order)) return undefined;
    c.at += sign;
    // `\partial^2 x` for `\partial x^2`.
    const [twice] = at(c, '^') && [1, 2].some((next) => peek(c, next)?.kind === 'number') ? parseScriptPair(c).sup : [];
    if (c.at >= c.end) return undefined;
    const variable = ordered(calledVariable(c, parseScripted(c)), order);
    by.push(isNumeral(twice) ? { ...variable, order: twice.value } : variable);
  }
  return by;
}

/** In `\partial \sigma(a)` the value of the function is what varies. */
function calledVariable(c: Cursor, head: Expr): Expr {
  if (!at(c, '(')) return head;
  const body = c.grammar.atom(c);
  return build.product([head, body], join(head.span, body.span));
}

/** In `\partial x^2` of a second derivative the 2 counts, in a first derivative it belongs to the name. */
function ordered(expr: Expr, total: number): Variable {
  if (total < 2 || !isScripted(expr) || expr.sup.length !== 1 || !isNumeral(expr.sup[0])) return { expr, order: 1 };
  const rest: Expr = expr.sub.length || expr.primes ? { ...expr, sup: [] } : expr.base;
  return { expr: rest, order: expr.sup[0].value };
}
