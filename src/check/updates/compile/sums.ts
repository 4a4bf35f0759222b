/** Sums over steps and over entries, and least points. */
import * as build from '../../../notation/build';
import { shifted } from '../../../meaning/symbols';
import { type Expr, hasPart, isChain, isLetter, isName, isNumeral, unbracketed } from '../../../notation/expression';
import { backwards } from '../backwards';
import type { Code } from '../frame';
import { minimise, projectedMinimum } from '../minimise';
import { slotOf, slotsOf } from '../slots';
import { add, countOf, divide, type Side, total, unrun, type Value } from '../values';
import { divergenceIn, mirrorPoint } from './mirrors';
import { fieldIn, here, numberOf, type Of, type Scope, unary } from './scope';
import { hasField } from '../fields';

/** What stands below, without where it lies or begins. */
const letterOf = ({ below: [below] }: Of<'big'>): Expr => (isChain(below) ? below.members[0] : below);

/** `\arg\min_x` of a quadratic model; what does not depend on x changes nothing. */
export function leastPoint(expr: Of<'big'>, scope: Scope): Code {
  const letter = letterOf(expr);
  const variable = letter && slotOf(letter, scope.counting);
  if (!variable || variable.moment !== undefined || variable.power) unrun();
  const [body, inner] = [unbracketed(expr.body), { ...scope, variable: variable.name }];
  const divergence = divergenceIn(body);
  if (divergence) return mirrorPoint(body, divergence, isConstrained(expr.below[0]), inner);
  const terms = body.kind === 'sum' ? body.terms : [{ sign: 1 as const, expr: body }];
  const own = terms.filter((term) => slotsOf(term.expr, scope.counting).some(({ slot }) => slot.name === variable.name && slot.moment === undefined));
  if (own.length === 0) unrun(); // the least value of a constant
  const model = numberOf(scope.compile(build.sum(own, body.span), inner));
  const least = isConstrained(expr.below[0]) ? projectedMinimum : minimise;
  return (frame) => least((point) => model({ ...frame, point }), here(frame), frame.run.objective.project);
}

/** `x \in C`; any `\mathbb{R}^n` is no constraint. */
const isConstrained = (below: Expr): boolean => isChain(below) && below.relations[0].name === 'in' && !hasPart(below.members[1], (e) => isLetter(e, 'R', 'blackboard'));

/** `\sum_{\tau=1}^{t}`: over the steps so far. */
export function history(expr: Of<'big'>, scope: Scope): Code | undefined {
  const [below] = expr.below;
  const end = expr.above && shifted(expr.above);
  const outer = scope.counting.letter;
  if (!isChain(below) || !isName(below.members[0]) || !isNumeral(below.members[1]) || end?.letter !== outer) return undefined;
  const [{ letter }, { value: from }] = [below.members[0], below.members[1]];
  const back = backwards(expr.body, letter, outer);
  const body = scope.compile(back ?? expr.body, { ...scope, counting: { ...scope.counting, letter }, outer });
  scope.leaves.usesStep = true;
  return ({ run, t: now }) => {
    let value: Value = 0;
    for (let t = back ? from : Math.max(from, run.setting.first); t <= now + end.shift; t++) value = add(value, body({ t: back ? now - t : t, run, outer: now }), 1);
    return value;
  };
}

/** `\sum_j` over the entries of a vector. */
export function entries(expr: Of<'big'>, scope: Scope): Code {
  const side = sideOf(expr, scope);
  // Summed over examples they are the gradient of the sum.
  if (fieldIn(expr.body, scope)) return scope.compile(expr.body, scope);
  if (hasField(expr.body, scope.counting)) unrun(); // a sum of gradients
  return unary((x) => total(x, side), scope.compile(expr.body, scope));
}

/** Which entries of a matrix the letter counts. */
function sideOf(expr: Of<'big'>, { counting }: Scope): Side {
  const letter = letterOf(expr);
  if (!isLetter(letter, /^[ijk]$/) || letter.letter === counting.letter) unrun();
  return letter.letter === 'j' ? 'columns' : 'rows';
}

/** `\frac{1}{m} \sum_{j=1}^{m}` of entries. */
export function meanOfEntries(expr: Of<'big'>, scope: Scope): Code {
  const [sum, body, side] = [entries(expr, scope), scope.compile(expr.body, scope), sideOf(expr, scope)];
  return (frame) => divide(sum(frame), countOf(body(frame), side));
}
