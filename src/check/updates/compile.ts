/** The right side of an update line as a function of the step: evaluated directly, over small vectors and matrices. */
import { type Delimiter, type Expr, isBig, isChain, isGroup, type Scripted } from '../../notation/expression';
import { HOLDS } from '../compare';
import { fieldCode } from './compile/gradients';
import { mirrorCode } from './compile/mirrors';
import { slotCode } from './compile/names';
import { product } from './compile/products';
import { binary, entrywise, fieldIn, numberOf, type Of, raised, type Scope, unary } from './compile/scope';
import { entries, history, leastPoint } from './compile/sums';
import type { Code, Frame } from './frame';
import { onesOf, powerIn, slotOf } from './slots';
import { add, combine, diagonalOf, divide, multiply, norm, power, transpose, unrun, type Value } from './values';

/** Throws Unrun for what is not known here. */
export const compile = (expr: Expr, scope: Omit<Scope, 'compile'>): Code => codeOf(expr, { ...scope, compile: codeOf });

function codeOf(expr: Expr, scope: Scope): Code {
  const mapped = mirrorCode(expr, scope);
  if (mapped) return mapped;
  const field = fieldIn(expr, scope);
  if (field) return fieldCode(field, scope);
  const ones = onesOf(expr);
  if (ones) return ({ run: { lengths } }) => ({ ...ones, factor: 1, lengths });
  const slot = slotOf(expr, scope.counting);
  if (slot) return slotCode(slot, scope);
  switch (expr.kind) {
    case 'num': return constant(expr.value, scope);
    case 'group': return group(expr, scope);
    case 'sum': return sum(expr, scope);
    case 'product': return product(expr, scope);
    case 'fraction': return binary(divide, codeOf(expr.over, scope), codeOf(expr.under, scope));
    case 'root': return root(expr, scope);
    case 'scripted': return scripted(expr, scope);
    case 'apply': return apply(expr, scope);
    case 'big': return big(expr, scope);
    case 'cases': return cases(expr, scope);
    default: return unrun();
  }
}

function constant(value: number, { leaves }: Scope): Code {
  if (value > 0 && value !== 1) leaves.numerals.add(value);
  return () => value;
}

function sum(expr: Of<'sum'>, scope: Scope): Code {
  const [{ expr: head }, ...tail] = expr.terms;
  if (isBig(head) && head.op === 'argmin') return leastPoint({ ...head, body: { ...expr, terms: [{ sign: 1, expr: head.body }, ...tail] } }, scope);
  const [first, ...rest] = expr.terms.map((term) => ({ sign: term.sign, code: codeOf(term.expr, scope) }));
  const start: Code = first.sign < 0 ? unary((x) => multiply(-1, x), first.code) : first.code;
  return rest.reduce<Code>((left, { sign, code }) => (frame) => add(left(frame), code(frame), sign), start);
}

const BRACKETS: Partial<Record<Delimiter, (inside: Code) => Code>> = {
  '|': (inside) => entrywise(Math.abs, inside), '⌊': (inside) => entrywise(Math.floor, inside), '⌈': (inside) => entrywise(Math.ceil, inside),
  '‖': (inside) => unary(norm, inside), '⟨': () => unrun(),
};

function group({ open, contents }: Of<'group'>, scope: Scope): Code {
  if (open === '⟨' && contents.length === 2) { const [a, b] = contents.map((item) => codeOf(item, scope)); return binary((x, y) => multiply(transpose(x), y), a, b); }
  if (contents.length !== 1) unrun(); // a list
  const inside = codeOf(contents[0], scope);
  return BRACKETS[open]?.(inside) ?? inside;
}

function root(expr: Of<'root'>, scope: Scope): Code {
  const degree = expr.degree ? codeOf(expr.degree, scope) : undefined;
  const body = codeOf(expr.body, scope);
  return degree ? binary((a, n) => power(a, combine(1, n, (x, y) => x / y)), body, degree) : entrywise(Math.sqrt, body);
}

/** `\begin{cases}` by the number of the step: the first row whose condition holds. */
function cases(expr: Of<'cases'>, scope: Scope): Code {
  const rows = expr.rows.map(({ value, condition }) => ({ value: codeOf(value, scope), holds: conditionCode(condition, scope) }));
  return (frame) => {
    const row = rows.find(({ holds }) => holds(frame));
    return row ? row.value(frame) : unrun(); // a step that no case is about
  };
}

function conditionCode(condition: Expr | undefined, scope: Scope): (frame: Frame) => boolean {
  if (!condition || condition.kind === 'words') return () => true;
  if (!isChain(condition)) unrun();
  const members = condition.members.map((member) => numberOf(codeOf(member, scope)));
  const relations = condition.relations.map(({ name }) => HOLDS[name] ?? unrun());
  return (frame) => relations.every((holds, i) => holds(members[i](frame), members[i + 1](frame)));
}

const FUNCTIONS: Record<string, (x: number) => number> = { exp: Math.exp, sign: Math.sign, ln: Math.log, log: Math.log, cos: Math.cos, sin: Math.sin, tanh: Math.tanh };

function apply({ fn, arg, sub, power: exponent }: Of<'apply'>, scope: Scope): Code {
  if (sub.length || exponent) unrun();
  if (fn === 'max' || fn === 'min') return extremum(fn, arg, scope);
  if (fn === 'diag') return unary(diagonalOf, codeOf(arg, scope));
  return entrywise(FUNCTIONS[fn] ?? unrun(), codeOf(arg, scope));
}

function extremum(fn: 'max' | 'min', body: Expr, scope: Scope): Code {
  if (!isGroup(body) || body.contents.length < 2) unrun();
  const extreme = (a: Value, b: Value): Value => combine(a, b, Math[fn]);
  return body.contents.map((item) => codeOf(item, scope)).reduce((a, b) => binary(extreme, a, b));
}

/** `(…)^2`, `\left(…\right)^{-1}`, `[…]^T`. Names with powers are read as slots. */
function scripted(expr: Scripted, scope: Scope): Code {
  const above = powerIn(expr);
  const code = codeOf(expr.base, scope);
  return above ? raised(code, above, scope) : code;
}

function big(expr: Of<'big'>, scope: Scope): Code {
  if (expr.op === 'argmin') return leastPoint(expr, scope);
  if ((expr.op === 'max' || expr.op === 'min') && expr.below.length === 0) return extremum(expr.op, expr.body, scope);
  if (expr.op !== 'sum' || expr.below.length !== 1) unrun();
  return history(expr, scope) ?? entries(expr, scope);
}
