/** A name and the parentheses after it: whether it is applied, and how. */
import * as build from '../../notation/build';
import { type Expr, hasPart, isChain, isGroup, isLetter, isName, isNumeral, isScripted, isScriptedName, isSymbol, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { applyNamed } from '../apply';
import { isNormalDensity, isPolicy, normalDensity } from '../apply/densities';
import { isFunctionName } from '../apply/functions';
import { partialAt } from '../apply/gradients';
import { divergence } from '../divergences';
import { near } from '../traces';
import { expectation, isBarred, isExpectation, isOfPower } from '../expectations';
import { chance } from '../laws';
import { symbolValue, useOf } from '../names';
import { wholeName } from '../premises';
import { isMinusOne } from '../symbols';
import type { Value } from '../term';
import { isInItself, isOfItself } from '../within';
import { type Scope, unreadable, type World } from '../world';
import { entriesOf } from './entries';
import { superscripts } from './superscripts';

export function application(world: World, scope: Scope, head: Expr, written: Expr): Value | undefined {
  const next = bracketed(head, written);
  const body = isScripted(next) && isGroup(next.base) ? next.base : next;
  if (!isGroup(body)) return undefined;
  if (isLetter(head, /^[Oo]$/) && body.open === '(' && !world.lookup(head.letter, undefined, scope.at, false) && !near(world.traces, `varied ${head.letter}`, scope.at)) unreadable(`the order term ${print(head)}${print(body)}`, head.span);
  if (next === body && isNormalDensity(head, body)) return normalDensity(world, scope, body);
  const between = next === body ? divergence(world, scope, head, body) : undefined;
  if (between) return between;
  const drawn = chance(world, scope, head, body);
  if (drawn) return isScripted(next) ? superscripts(world, scope, next, drawn) : drawn;
  const whole = namedCall(world, scope, head, body);
  if (whole) return isScripted(next) ? superscripts(world, scope, next, whole) : whole;
  if (body.open === '(' && isProbability(world, scope, head, body)) unreadable(`what stands in the parentheses after ${print(head)}`, head.span);
  if (isPolicy(head, body) && !isFunctionName(world, scope, head, body)) unreadable('whether \\pi is applied or multiplied', head.span);
  if (head.kind === 'derivative') return body.open === '(' ? partialAt(world, scope, head, body) : undefined;
  if (isScripted(head) && head.sup.length === 1 && isMinusOne(head.sup[0]) && isFunctionName(world, scope, { ...head, sup: [] }, body)) unreadable(`the inverse of ${print(head.base)}`, head.span);
  if (body.open === '(' && isOfItself(head, body)) return undefined;
  if (body.open === '(' && isInItself(head, body) && isFunctionName(world, scope, head, body)) unreadable(`whether ${print(head)} is applied or multiplied`, head.span);
  if (isPowerOfFunction(world, scope, head, body)) return superscripts(world, scope, head, application(world, scope, { ...head, sup: [] }, next) as Value);
  const isMean = isExpectation(world, scope, head, body);
  if (isMean && (isBarred(body) || isOfPower(world, body, next))) return expectation(world, scope, head, build.group(next));
  const result = isMean ? expectation(world, scope, head, body) : isFunctionName(world, scope, head, body) ? applyFunctionOf(world, scope, head, body) : undefined;
  if (!result && body.open === '[' && isOperator(world, scope, head)) unreadable(`${print(head)} of ${print(body)}`, head.span);
  if (!result || !isScripted(next)) return result;
  return superscripts(world, scope, { ...next, sub: [] }, next.sub.length ? entriesOf(world, scope, next, result) : result);
}

/** `\text{bias}[\hat\theta]`, `D[a X]` where `D[X]` stands as well: nobody sets brackets around what is one factor. */
function isOperator(world: World, scope: Scope, head: Expr): boolean {
  const name = isScriptedName(head) ? head.base : head;
  return isName(name) && !world.lookup(name.letter, undefined, scope.at, false) && ((name.font === 'roman' && name.letter.length > 1) || name.font === 'blackboard' || near(world.traces, `operator ${print(head)}`, scope.at));
}

/** The brackets of a matrix are those of the function before it: `ReLU \begin{pmatrix} … \end{pmatrix}`. */
const bracketed = (head: Expr, next: Expr): Expr => (next.kind === 'matrix' && isName(head) && head.font === 'roman' && head.letter.length > 1 ? build.group(next) : next);

/** `\sigma^2(z)` as `\tanh^2(z)` is written, of a name that the document calls a function; the \sigma that is applied nowhere else is a deviation. */
function isPowerOfFunction(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): head is Scripted {
  if (!isScripted(head) || head.sub.length || head.primes || head.sup.length !== 1 || !isNumeral(head.sup[0])) return false;
  const bare: Expr = { ...head, sup: [] };
  const use = useOf(world, scope, bare);
  if (use?.base === '\\sigma' && !near(world.traces, 'applied \\sigma', scope.at)) return false;
  return !!use && (world.isFunction(use.base, scope.at) || world.declarations.functionName(use.base, scope.at) !== undefined) && isFunctionName(world, scope, bare, body);
}

/** `p(z = k \mid x)`, `p(x; \theta)`: a relation, or several things where the name is no function, in the parentheses after a name. */
function isProbability(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): boolean {
  if (!isSymbol(head)) return false;
  const relates = body.contents.some(isChain);
  return relates ? !isFunctionName(world, scope, head, { ...body, open: '[' }) : body.contents.length > 1 && body.contents.some((item) => !isNumeral(item)) && !isFunctionName(world, scope, head, body);
}

/** `J(\nabla y)` or `P(y = 1)` that the document defines as a whole. */
function namedCall(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): Value | undefined {
  const use = useOf(world, scope, head);
  // In `\sum_k P(X = k)` it is another for each k.
  const base = use && !hasPart(body, (e) => isName(e) && scope.bound.has(e.letter)) ? wholeName(use.base, head, body) : undefined;
  if (!use || !base || !world.lookup(base, undefined, scope.at, false)) return undefined;
  return symbolValue(world, scope, { ...use, base, tex: `${use.tex}${print(body)}` });
}

function applyFunctionOf(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): Value {
  return applyNamed(world, scope, build.apply('', body, head.span), head);
}

export function isFunctionLike(world: World, scope: Scope, factor: Expr): boolean {
  const use = isName(factor) ? useOf(world, scope, factor) : undefined;
  if (!use) return false;
  const binding = world.lookup(use.base, use.time, scope.at, false);
  return binding ? binding.params.length > 0 || near(world.traces, `call ${use.base}`, scope.at) : world.isFunction(use.base, scope.at);
}
