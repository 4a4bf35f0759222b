/** Products: factors that are a call, a mean or one name together, and all others. */
import { type Expr, hasPart, headOf, isBig, isBracketed, isChain, isFraction, isGroup, isLetter, isName, isNum, isScripted, isSymbol, type Product } from '../../../notation/expression';
import { print, printName } from '../../../notation/print';
import type { Code } from '../frame';
import { onesOf, pairAt, slotOf } from '../slots';
import { divide, multiply, rootMeanSquare, unrun } from '../values';
import { fieldCode } from './gradients';
import { inverseMirror } from './mirrors';
import { slotCode } from './names';
import { binary, fieldIn, type Of, type Scope, unary, vectorOf } from './scope';
import { history, meanOfEntries } from './sums';
import { hasField } from '../fields';

export function product(expr: Product, scope: Scope): Code {
  const codes: Code[] = [];
  for (let i = 0; i < expr.factors.length; i++) {
    const factor = expr.factors[i];
    const together = twoAsOne(expr, i, scope);
    if (together) i++;
    codes.push(together ?? scope.compile(factor, scope));
  }
  return codes.reduce((a, b) => binary(multiply, a, b));
}

/** A factor with the one behind it, where the two are one thing. */
function twoAsOne(expr: Product, i: number, scope: Scope): Code | undefined {
  const [factor, second] = expr.factors.slice(i, i + 2);
  const next = expr.signs[i] === 'implicit' ? second : undefined;
  const code = (next && (inverseMirror(factor, next, scope) ?? call(factor, next, scope))) ?? meanOf(factor, second, scope) ?? (next && overSum(factor, next, scope));
  if (code) return code;
  if (next && isArgumentOf(factor, next)) unrun(); // a matrix at another point
  const pair = pairAt(expr, i);
  const slot = pair && slotOf(pair, scope.counting);
  const field = pair && fieldIn(pair, scope);
  return field ? fieldCode(field, scope) : slot && slotCode(slot, scope);
}

/** What is left of `H(x_0)` where the point is not that of the step. */
function isArgumentOf(head: Expr, body: Expr): boolean {
  const point = headOf(body);
  return isLetter(headOf(head), /^[JH]$/) && isBracketed(point, '(') && isSymbol(point.contents[0]);
}

/** `C / 1^T R`: a row of ones alone divides nothing. */
function overSum(first: Expr, next: Expr, scope: Scope): Code | undefined {
  if (!isFraction(first) || !onesOf(first.under)?.isRow) return undefined;
  return binary(divide, scope.compile(first.over, scope), binary(multiply, scope.compile(first.under, scope), scope.compile(next, scope)));
}

const PROJECTION = /^(?:\\Pi|P|\\text\{(?:proj|Proj|prox|Prox|clip|Clip)\}|proj|prox|Proj|Prox|\\mathcal\{P\})/;

/** `f'(x_n)`, and `\Pi_C(…)`. */
function call(head: Expr, body: Expr, scope: Scope): Code | undefined {
  if (!isBracketed(body, '(')) return undefined;
  const [argument] = body.contents;
  const primes = isScripted(head) ? head.primes : 0;
  const bare = headOf(head);
  if (!isName(bare)) return undefined;
  const name = printName({ ...bare, font: undefined });
  if (bare.letter === 'RMS') return unary(rootMeanSquare, scope.compile(argument, scope));
  if (PROJECTION.test(name) || isLetter(bare, /^(?:proj|prox)$/i)) {
    const at = vectorOf(scope.compile(argument, scope));
    return (frame) => frame.run.objective.project(at(frame));
  }
  if (!/^(?:f|g|h|F|J|L|E|\\phi|\\ell)$/.test(name) || (isScripted(head) && (head.sup.length > 0 || head.sub.length > 0))) return undefined;
  if (primes === 0 && !hasPart(argument, (e) => slotOf(e, scope.counting)?.name === scope.sink)) return undefined;
  scope.leaves.fields.add(name);
  scope.leaves.hasPoint = true;
  scope.leaves.isSingle = true;
  const at = vectorOf(scope.compile(argument, scope));
  return (frame) => frame.run.objective.derivative(at(frame), primes);
}

/** `\frac{1}{m} \sum_{i=1}^{m}` of gradients of the examples is the gradient; so is `\frac{\eta}{m} \sum_{i \in B}` times the rate. */
function meanOf(first: Expr, second: Expr | undefined, scope: Scope): Code | undefined {
  if (!isFraction(first) || !isBig(second) || second.op !== 'sum' || !isNumberOf(first.under, second)) return undefined;
  const body = hasField(second.body, scope.counting) ? scope.compile(second.body, scope) : second.above && !history(second, scope) ? meanOfEntries(second, scope) : undefined;
  return body && (isNum(first.over, 1) ? body : binary(multiply, scope.compile(first.over, scope), body));
}

/** How many terms a sum has: its end, or the size of its set. */
function isNumberOf(expr: Expr, { above, below }: Of<'big'>): boolean {
  if (above) return print(above) === print(expr);
  if (below.length === 1 && !isChain(below[0])) return true;
  return isSymbol(expr) || isGroup(expr, '|');
}
