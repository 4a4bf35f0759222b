/** The operators ∇ and ∂, and how far what they act on goes. */
import * as build from '../build';
import { type Expr, find, headOf, isChain, isFraction, isGroup, isLetter, isNabla, isName, isNumeral, isProduct, isScripted, isTransposed, pairOf, type ProductSign } from '../expression';
import type { Token } from '../lexer';
import { BARS, OPENING } from '../tables';
import { at, type Cursor, join, peek, unread } from './cursor';
import { startsFactor } from './lookahead';
import { parseScripted, parseScriptPair, parseScripts, transposeAt } from './scripted';

export function parseNabla(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const order = isNumeral(sup[0]) ? sup[0].value : 1;
  const of = c.at < c.end && peek(c) && startsFactor(c, peek(c) as Token) ? parseApplied(c) : unread(c, 'nothing after \\nabla');
  const span = join(start, of.span);
  // `\nabla\nabla f`
  const nabla: Expr = isNabla(of) && sub.length + sup.length + of.by.length === 0 ? { ...of, order: of.order + 1, span } : { kind: 'nabla', by: sub.map(asNumbered), order, of, span };
  return isProduct(of) && transposeAt(c) ? parseScripts(c, nabla, false) : nabla;
}

/** The `z2` of `\nabla_{z2}` is no two indices. */
function asNumbered(by: Expr): Expr {
  const [name, number] = pairOf(by, 'implicit');
  return isName(name) && isNumeral(number) ? build.scripted(name, [number], [], by.span) : by;
}

/** `\partial_W E`, or the bare differential `\partial f` of an inline fraction. */
export function parsePartial(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const of = c.at < c.end && startsFactor(c, peek(c) as Token) ? parseApplied(c) : unread(c, 'nothing after \\partial');
  const span = join(start, of.span);
  if (sub.length === 1 && isLetter(sub[0], /^[i-n]$/)) return build.unread(`\\partial_${sub[0].letter}`, span);
  if (sub.length === 0) return { kind: 'apply', fn: '∂', arg: of, sub: [], ...(sup[0] ? { power: sup[0] } : {}), span };
  return { kind: 'derivative', of, by: [{ expr: sub[0], order: 1 }], total: false, span };
}

/** `\mathbb{E}`, `E_{x \sim p}`. */
const isMean = (head: Expr): boolean => isLetter(headOf(head), 'E', 'blackboard') || (isScripted(head) && isLetter(head.base, 'E') && head.sub.some(isChain));

/** What ∇ acts on: one factor with the parentheses that follow it, `J(\theta)`; the whole product where that begins with a number, a transpose, `x^T A x`, or the weight of a norm, `\lambda \|w\|^2`. */
export function parseApplied(c: Cursor): Expr {
  const from = c.at;
  const head = c.grammar.factor(c);
  if (isNumeral(head) || (isFraction(head) && isNumeral(head.over)) || isTransposed(head) || ((isFraction(head) || isLetter(head, '\\lambda')) && isBeforeNorm(c))) { c.at = from; return c.grammar.product(c); }
  if (isBracketed(head)) return parseBrackets(c, head);
  if (!at(c, '(') && !(isMean(head) && at(c, '['))) return head;
  const factors: Expr[] = [head];
  const signs: ProductSign[] = [];
  const point = c.grammar.atom(c);
  // In `\nabla f(w)^\top d` the gradient is transposed.
  factors.push(transposeAt(c) ? point : parseScripts(c, point));
  signs.push('implicit');
  return build.product(factors, join(head.span, factors[1].span), signs);
}

/** Before `\|`, `\lVert` or `||`. */
function isBeforeNorm(c: Cursor): boolean {
  const [bar, next] = [0, 1].map((i) => peek(c, i)?.text ?? '');
  return (bar === '|' ? next === bar : [BARS, OPENING].some((table) => table.get(bar) === '‖')) && startsFactor(c, c.tokens[c.at]);
}

const isBracketed = (expr: Expr): boolean => isGroup(expr) || (isScripted(expr) && isGroup(expr.base));

/** `(y - Xw)^T (y - Xw)` after an operator is differentiated whole; brackets that hold a derivative themselves, as in the chain rule, are a factor of the result. */
export function parseBrackets(c: Cursor, first: Expr): Expr {
  const factors = [first];
  for (let next = peek(c); next && OPENING.has(next.text); next = peek(c)) {
    const from = c.at;
    const factor = parseScripted(c);
    if (find(factor, (e) => e.kind === 'derivative' || isNabla(e))) { c.at = from; break; }
    factors.push(factor);
  }
  if (factors.length === 1) return first;
  return build.product(factors, join(first.span, factors[factors.length - 1].span));
}
