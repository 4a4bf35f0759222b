/** The right side of an update line as a function of the step: evaluated directly, over small vectors and matrices. */
import { isMinusOne, shifted } from '../../meaning/symbols';
import * as build from '../../notation/build';
import { type Expr, find, hasPart, headOf, isBig, isBracketed, isChain, isFraction, isGroup, isLetter, isMark, isNabla, isName, isNum, isNumeral, isPair, isProduct, isScripted, isSum, isSymbol, type Product, replace, type Scripted, unbracketed } from '../../notation/expression';
import { print, printName } from '../../notation/print';
import { diagonal, type Vector } from '../../optimizers';
import { backwards } from './backwards';
import { type FieldUse, fieldUse, isConjugate } from './fields';
import type { Code, Frame, Leaves, Line } from './frame';
import { minimise, projectedMinimum } from './minimise';
import { type Counting, onesOf, pairAt, type Slot, slotOf, slotsOf } from './slots';
import { add, combine, countOf, diagonalOf, divide, isVector, map, multiply, norm, power, rootMeanSquare, type Side, total, transpose, unrun, type Value } from './values';
import { HOLDS } from '../compare';

export interface Scope {
  counting: Counting;
  sink: string;
  owner: Line;
  leaves: Leaves;
  /** The letter that counts around a sum over steps. */
  outer?: string;
  /** What a least value is looked for over. */
  variable?: string;
  /** A function whose gradient maps points to where mirror descent steps. */
  potential?: string;
  line(name: string): Line | undefined;
  need(name: string): void;
}

/** Throws Unrun for what is not known here. */
export function compile(expr: Expr, scope: Scope): Code {
  const mapped = mirrorCode(expr, scope);
  if (mapped) return mapped;
  const field = fieldUse(expr, scope.counting, scope.sink);
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
    case 'fraction': return binary(divide, compile(expr.over, scope), compile(expr.under, scope));
    case 'root': return root(expr, scope);
    case 'scripted': return scripted(expr, scope);
    case 'apply': return apply(expr, scope);
    case 'big': return big(expr, scope);
    case 'cases': return cases(expr, scope);
    default: return unrun();
  }
}

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;
const binary = (f: (a: Value, b: Value) => Value, a: Code, b: Code): Code => (frame) => f(a(frame), b(frame));
const unary = (f: (a: Value) => Value, a: Code): Code => (frame) => f(a(frame));

function constant(value: number, { leaves }: Scope): Code {
  if (value > 0 && value !== 1) leaves.numerals.add(value);
  return () => value;
}

function sum(expr: Of<'sum'>, scope: Scope): Code {
  const [{ expr: head }, ...tail] = expr.terms;
  if (isBig(head) && head.op === 'argmin') return leastPoint({ ...head, body: { ...expr, terms: [{ sign: 1, expr: head.body }, ...tail] } }, scope);
  const [first, ...rest] = expr.terms.map((term) => ({ sign: term.sign, code: compile(term.expr, scope) }));
  const start: Code = first.sign < 0 ? unary((x) => multiply(-1, x), first.code) : first.code;
  return rest.reduce<Code>((left, { sign, code }) => (frame) => add(left(frame), code(frame), sign), start);
}

function group(expr: Of<'group'>, scope: Scope): Code {
  if (expr.open === '⟨' && expr.items.length === 2) { const [a, b] = expr.items.map((item) => compile(item, scope)); return binary((x, y) => multiply(transpose(x), y), a, b); }
  if (expr.items.length !== 1) unrun(); // a list
  const body = compile(expr.items[0], scope);
  switch (expr.open) {
    case '|': return unary((x) => map(x, Math.abs), body);
    case '‖': return unary(norm, body);
    case '⌊': return unary((x) => map(x, Math.floor), body);
    case '⌈': return unary((x) => map(x, Math.ceil), body);
    case '⟨': return unrun(); // angle brackets
    default: return body;
  }
}

function root(expr: Of<'root'>, scope: Scope): Code {
  const degree = expr.degree ? compile(expr.degree, scope) : undefined;
  const body = compile(expr.body, scope);
  return degree ? binary((a, n) => power(a, combine(1, n, (x, y) => x / y)), body, degree) : unary((x) => map(x, Math.sqrt), body);
}

// ── mirrors ──

/** `\nabla\psi^*(y)` leads back from where `\nabla\psi(x)` leads. */
function mirrorCode(expr: Expr, scope: Scope): Code | undefined {
  const call = gradientCall(expr);
  if (!call) return undefined;
  const { of, isDual, argument } = call;
  if (!isDual && of !== scope.potential) return undefined;
  const at = compile(argument, isDual ? { ...scope, potential: of } : scope);
  return (frame) => (isDual ? frame.run.objective.unmirror(needVector(at(frame))) : frame.run.objective.mirror(needVector(at(frame))));
}

/** `\nabla f(x)`, `\nabla f^*(y)`. */
function gradientCall(expr: Expr): { of: string; isDual: boolean; argument: Expr } | undefined {
  if (!isNabla(expr) || expr.order !== 1 || !isPair(expr.of)) return undefined;
  const [head, body] = expr.of.factors;
  if (!isBracketed(body, '(')) return undefined;
  const isDual = isConjugate(head);
  return { of: print(isDual && isScripted(head) ? head.base : head), isDual, argument: body.items[0] };
}

/** `(\nabla\psi)^{-1}(y)`. */
function inverseMirror(head: Expr, body: Expr, scope: Scope): Code | undefined {
  if (!isScripted(head) || head.sub.length || head.sup.length !== 1 || !isMinusOne(head.sup[0]) || !isBracketed(body)) return undefined;
  const inner = isBracketed(head.base) ? head.base.items[0] : head.base;
  if (!isNabla(inner) || inner.order !== 1 || !isName(inner.of)) return undefined;
  const at = compile(body.items[0], { ...scope, potential: print(inner.of) });
  return (frame) => frame.run.objective.unmirror(needVector(at(frame)));
}

// ── products and calls ──

function product(expr: Product, scope: Scope): Code {
  const codes: Code[] = [];
  for (let i = 0; i < expr.factors.length; i++) {
    const factor = expr.factors[i];
    const next = expr.signs[i] === 'implicit' ? expr.factors[i + 1] : undefined;
    const called = next && (inverseMirror(factor, next, scope) ?? call(factor, next, scope));
    if (called) { codes.push(called); i++; continue; }
    const averaged = meanOf(factor, expr.factors[i + 1], scope) ?? (next && overSum(factor, next, scope));
    if (averaged) { codes.push(averaged); i++; continue; }
    if (next && isArgumentOf(factor, next)) unrun(); // a matrix at another point
    const together = pairAt(expr, i);
    const pair = together && slotOf(together, scope.counting);
    if (pair) { codes.push(slotCode(pair, scope)); i++; continue; }
    codes.push(compile(factor, scope));
  }
  return codes.reduce((a, b) => binary(multiply, a, b));
}

/** What is left of `H(x_0)` where the point is not that of the step. */
function isArgumentOf(head: Expr, body: Expr): boolean {
  const name = headOf(head);
  const point = headOf(body);
  return isLetter(name, /^[JH]$/) && isBracketed(point, '(') && isSymbol(point.items[0]);
}

const PROJECTION = /^(?:\\Pi|P|\\text\{(?:proj|Proj|prox|Prox|clip|Clip)\}|proj|prox|Proj|Prox|\\mathcal\{P\})/;

/** `C / 1^T R`: a row of ones alone divides nothing. */
function overSum(first: Expr, next: Expr, scope: Scope): Code | undefined {
  if (!isFraction(first) || !onesOf(first.under)?.isRow) return undefined;
  return binary(divide, compile(first.over, scope), binary(multiply, compile(first.under, scope), compile(next, scope)));
}

/** `f'(x_n)`, and `\Pi_C(…)`. */
function call(head: Expr, body: Expr, scope: Scope): Code | undefined {
  if (!isBracketed(body, '(')) return undefined;
  const primes = isScripted(head) ? head.primes : 0;
  const bare = headOf(head);
  if (!isName(bare)) return undefined;
  const name = printName({ ...bare, font: undefined });
  if (bare.letter === 'RMS') return unary(rootMeanSquare, compile(body.items[0], scope));
  if (PROJECTION.test(name) || isLetter(bare, /^(?:proj|prox)$/i)) return projection(compile(body.items[0], scope));
  if (!/^(?:f|g|h|F|J|L|E|\\phi|\\ell)$/.test(name) || (isScripted(head) && (head.sup.length > 0 || head.sub.length > 0))) return undefined;
  if (primes === 0 && !hasPart(body.items[0], (e) => slotOf(e, scope.counting)?.name === scope.sink)) return undefined;
  scope.leaves.fields.add(name);
  scope.leaves.hasPoint = true;
  scope.leaves.isSingle = true;
  const at = compile(body.items[0], scope);
  return (frame) => frame.run.objective.derivative(needVector(at(frame)), primes);
}

const projection = (at: Code): Code => (frame) => frame.run.objective.project(needVector(at(frame)));
const needVector = (x: Value) => { if (!isVector(x)) unrun(); return x; };

/** `\frac{1}{m} \sum_{i=1}^{m}` of gradients of the examples is the gradient; so is `\frac{\eta}{m} \sum_{i \in B}` times the rate. */
function meanOf(first: Expr, second: Expr | undefined, scope: Scope): Code | undefined {
  if (!isFraction(first) || !isBig(second) || second.op !== 'sum') return undefined;
  if (!isNumberOf(first.under, second)) return undefined;
  const body = find(second.body, (e) => !!fieldUse(e, scope.counting, scope.sink)) ? compile(second.body, scope) : second.above && !history(second, scope) ? meanOfEntries(second, scope) : undefined;
  if (!body) return undefined;
  return isNum(first.over, 1) ? body : binary(multiply, compile(first.over, scope), body);
}

/** `\begin{cases}` by the number of the step: the first row whose condition holds. */
function cases(expr: Of<'cases'>, scope: Scope): Code {
  const rows = expr.rows.map(({ value, condition }) => ({ value: compile(value, scope), holds: conditionCode(condition, scope) }));
  return (frame) => {
    const row = rows.find(({ holds }) => holds(frame));
    if (!row) unrun(); // a step that no case is about
    return row.value(frame);
  };
}

function conditionCode(condition: Expr | undefined, scope: Scope): (frame: Frame) => boolean {
  if (!condition || condition.kind === 'words') return () => true;
  if (!isChain(condition)) unrun(); // a condition
  const members = condition.members.map((member) => compile(member, scope));
  const relations = condition.relations.map(({ name }) => HOLDS[name] ?? unrun());
  return (frame) => relations.every((holds, i) => holds(needNumber(members[i](frame)), needNumber(members[i + 1](frame))));
}

/** How many terms a sum has: its end, or the size of its set. */
function isNumberOf(expr: Expr, { above, below }: Of<'big'>): boolean {
  if (above) return print(above) === print(expr);
  if (below.length === 1 && !isChain(below[0])) return true;
  return isSymbol(expr) || isGroup(expr, '|');
}

const FUNCTIONS: Record<string, (x: number) => number> = { exp: Math.exp, sign: Math.sign, ln: Math.log, log: Math.log, cos: Math.cos, sin: Math.sin, tanh: Math.tanh };

function apply(expr: Of<'apply'>, scope: Scope): Code {
  if (expr.sub.length || expr.power) unrun();
  if (expr.fn === 'max' || expr.fn === 'min') return extremum(expr.fn, expr.arg, scope);
  if (expr.fn === 'diag') return unary(diagonalOf, compile(expr.arg, scope));
  const f = FUNCTIONS[expr.fn];
  if (!f) unrun();
  return unary((x) => map(x, f), compile(expr.arg, scope));
}

function extremum(fn: 'max' | 'min', body: Expr, scope: Scope): Code {
  if (!isGroup(body) || body.items.length < 2) unrun();
  const f = fn === 'max' ? Math.max : Math.min;
  return body.items.map((item) => compile(item, scope)).reduce((a, b) => binary((x, y) => combine(x, y, f), a, b));
}

/** `(…)^2`, `\left(…\right)^{-1}`, `[…]^T`. Names with powers are read as slots. */
function scripted(expr: Scripted, scope: Scope): Code {
  // ‖x‖₂ is ‖x‖.
  const isEuclidean = isGroup(expr.base, '‖') && expr.sub.every((script) => isNum(script, 2));
  if ((expr.sub.length && !isEuclidean) || expr.primes || expr.sup.length > 1) unrun();
  if (expr.sup.length === 0) return compile(expr.base, scope);
  return raised(compile(expr.base, scope), expr.sup[0], scope);
}

function raised(base: Code, exponent: Expr, scope: Scope): Code {
  if (isMark(exponent, 'transpose')) return unary(transpose, base);
  if (isLetter(exponent, 'T') && scope.counting.letter !== 'T') return unary(transpose, base);
  const entrywise = isPair(exponent) ? exponent.factors.find(isNumeral) : undefined;
  return binary(power, base, compile(entrywise ?? exponent, scope));
}

// ── sums ──

function big(expr: Of<'big'>, scope: Scope): Code {
  if (expr.op === 'argmin') return leastPoint(expr, scope);
  if (expr.op === 'max' || expr.op === 'min') return extremum(expr.op, expr.below.length ? { ...expr, kind: 'dots' } : expr.body, scope);
  if (expr.op !== 'sum' || expr.below.length !== 1) unrun();
  return history(expr, scope) ?? entries(expr, scope);
}

/** `\arg\min_x` of a quadratic model; what does not depend on x changes nothing. */
function leastPoint(expr: Of<'big'>, scope: Scope): Code {
  const [below] = expr.below;
  const letter = isChain(below) ? below.members[0] : below;
  const variable = letter && slotOf(letter, scope.counting);
  if (!variable || variable.moment !== undefined || variable.power) unrun(); // a least value
  const body = unbracketed(expr.body);
  const divergence = divergenceOf(body);
  if (divergence) return mirrorPoint(body, divergence, variable.name, isConstrained(below), scope);
  const terms = isSum(body) ? body.terms : [{ sign: 1 as const, expr: body }];
  const own = terms.filter((term) => slotsOf(term.expr, scope.counting).some(({ slot }) => slot.name === variable.name && slot.moment === undefined));
  if (own.length === 0) unrun(); // a least value of a constant
  const model = compile({ kind: 'sum', terms: own, span: body.span }, { ...scope, variable: variable.name });
  const least = isConstrained(below) ? projectedMinimum : minimise;
  return (frame) => least((point) => needNumber(model({ ...frame, point })), frame.run.current(frame.t), frame.run.objective.project);
}

/** `x \in C`; any `\mathbb{R}^n` is no constraint. */
const isConstrained = (below: Expr): boolean => isChain(below) && below.relations[0].name === 'in' && !hasPart(below.members[1], (e) => isLetter(e, 'R', 'blackboard'));

/** `D_\psi(x, x_t)`: how far a point is from another by a potential. */
function divergenceOf(body: Expr): { whole: Product; from: Expr } | undefined {
  const found = find(body, (e) => isProduct(e) && e.factors.some((_, i) => isDivergence(e.factors[i], e.factors[i + 1])));
  if (!isProduct(found)) return undefined;
  const i = found.factors.findIndex((factor, k) => isDivergence(factor, found.factors[k + 1]));
  const args = found.factors[i + 1];
  return isGroup(args) ? { whole: found, from: args.items[1] } : undefined;
}
const isDivergence = (head: Expr, args: Expr | undefined): boolean => isScripted(head) && isLetter(head.base, /^[DBV]$/) && head.sub.length === 1 && head.sup.length === 0 && isGroup(args, '(') && args.items.length === 2;

/** Where a linear function with so much of a divergence is least: a step in the mirror. */
function mirrorPoint(body: Expr, { whole, from }: { whole: Product; from: Expr }, variable: string, isConstrainedTo: boolean, scope: Scope): Code {
  const at = (value: number): Code => {
    const number: Expr = build.number(value, whole.span);
    const rest: Expr[] = [...whole.factors.flatMap((factor, i) => (isDivergence(factor, whole.factors[i + 1]) ? [number] : i > 0 && isDivergence(whole.factors[i - 1], factor) ? [] : [factor]))];
    return compile(replace(body, (e) => (e === whole ? productOf(rest, whole) : undefined)), { ...scope, variable });
  };
  const [without, withIt, start] = [at(0), at(1), compile(from, scope)];
  return (frame) => {
    const centre = needVector(start(frame));
    const value = (code: Code, ...steps: number[]): number => needNumber(code({ ...frame, point: centre.map((x, i) => x + (steps[i] ?? 0)) }));
    const unit = (i: number, size = 1): number[] => Array.from(centre, (_, k) => (k === i ? size : 0));
    const level = value(without);
    const weight = value(withIt) - level;
    const slope = centre.map((_, i) => value(without, ...unit(i)) - level);
    if (!(weight > 0) || slope.some((s, i) => Math.abs(value(without, ...unit(i, -2)) - level + 2 * s) > 1e-9 * (1 + Math.abs(level) + Math.abs(s)))) unrun(); // a model that is not linear
    const mirror = frame.run.objective.mirror(centre);
    const next = frame.run.objective.unmirror(mirror.map((y, i) => y - slope[i] / weight));
    return isConstrainedTo ? frame.run.objective.project(next) : next;
  };
}
const productOf = (factors: Expr[], { span }: Expr): Expr => (factors.length === 1 ? factors[0] : build.product(factors, span));

const needNumber = (x: Value): number => { if (typeof x !== 'number') unrun(); return x; };

/** `\sum_{\tau=1}^{t}`: over the steps so far. */
function history(expr: Of<'big'>, scope: Scope): Code | undefined {
  const [below] = expr.below;
  const end = expr.above && shifted(expr.above);
  if (!isChain(below) || !isName(below.members[0]) || !isNumeral(below.members[1]) || end?.letter !== scope.counting.letter) return undefined;
  const { letter } = below.members[0];
  const from = below.members[1].value;
  const inner = { ...scope, counting: { ...scope.counting, letter }, outer: scope.counting.letter };
  const back = backwards(expr.body, letter, scope.counting.letter);
  const body = compile(back ?? expr.body, inner);
  scope.leaves.usesStep = true;
  return (frame) => {
    let value: Value = 0;
    for (let t = Math.max(from, back ? from : frame.run.setting.first); t <= frame.t + end.shift; t++) value = add(value, body({ t: back ? frame.t - t : t, run: frame.run, outer: frame.t }), 1);
    return value;
  };
}

/** `\sum_j` over the entries of a vector. */
function entries(expr: Of<'big'>, scope: Scope): Code {
  const [below] = expr.below;
  const letter = isChain(below) ? below.members[0] : below;
  if (!isLetter(letter, /^[ijk]$/) || letter.letter === scope.counting.letter) unrun(); // a sum
  // Summed over examples they are the gradient of the sum.
  if (fieldUse(expr.body, scope.counting, scope.sink)) return compile(expr.body, scope);
  if (find(expr.body, (e) => !!fieldUse(e, scope.counting, scope.sink))) unrun(); // a sum of gradients
  const side = SIDES[letter.letter] ?? 'rows';
  return unary((x) => total(x, side), compile(expr.body, scope));
}

/** Which entries of a matrix a letter counts. */
const SIDES: Record<string, Side> = { i: 'rows', j: 'columns' };

/** `\frac{1}{m} \sum_{j=1}^{m}` of entries. */
function meanOfEntries(expr: Of<'big'>, scope: Scope): Code {
  const sum = entries(expr, scope);
  const body = compile(expr.body, scope);
  const letter = isChain(expr.below[0]) ? expr.below[0].members[0] : expr.below[0];
  const side = (isName(letter) && SIDES[letter.letter]) || 'rows';
  return (frame) => divide(sum(frame), countOf(body(frame), side));
}

// ── names ──

/** Names of undefined quantities that stand for a gradient. */
const GRADIENT = /^(?:g|G|\\text\{grad\}|d\S.*|\\hat\{g\}|\\tilde\{g\}|\\bar\{g\}|\\Delta J)(?:_\{.*\})?$/;
/** Of the residuals. */
const JACOBIAN = /^J(?:_\{r\})?$/;
/** Rates, decays and other numbers with a step: taken to be the same at every step. */
const RATE = /^(?:\\(?!theta|omega|Delta)[a-z]+|c|s|T|lr)(?:_\{.*\})?$/;

function slotCode(slot: Slot, scope: Scope): Code {
  const base = slot.name === scope.variable && slot.moment === undefined ? (frame: Frame) => frame.point as Vector : slot.moment === undefined ? constantOf(slot, scope) ?? named(slot, scope) : named(slot, scope);
  return slot.power ? raised(base, slot.power, scope) : base;
}

function constantOf({ name }: Slot, scope: Scope): Code | undefined {
  if (name === scope.counting.letter) { scope.leaves.usesStep = true; return (frame) => frame.t; }
  if (name === scope.outer) return (frame) => frame.outer as number;
  if (name === 'e' && !scope.line('e')) return () => Math.E;
  if (name === '\\pi') return () => Math.PI;
  if (name === 'I' || name === '\\text{I}') return (frame) => diagonal(frame.run.size, () => 1);
  return undefined;
}

function named(slot: Slot, scope: Scope): Code {
  if (isSinceRestart(slot)) { scope.leaves.usesStep = true; return (frame) => frame.t; }
  const line = isOwnConstant(slot, scope) ? undefined : scope.line(slot.name);
  if (line) return reference(slot, line, scope);
  const analogue = squareRooted(slot, scope);
  if (analogue) return analogue;
  if (GRADIENT.test(slot.name)) return sequence(slot, scope);
  if (slot.name === 'H') return (frame) => frame.run.objective.hessian(frame.run.current(frame.t));
  if (JACOBIAN.test(slot.name)) { scope.leaves.fields.add('J'); return (frame) => frame.run.objective.jacobian(frame.run.current(frame.t)); }
  if (slot.name === 'r' && find(scope.owner.rhs, (e) => JACOBIAN.test(slotOf(e, scope.counting)?.name ?? ''))) return (frame) => frame.run.objective.residual(frame.run.current(frame.t));
  if ((slot.moment !== undefined && !RATE.test(slot.name)) || isAveraged(slot, scope)) { scope.leaves.hasStranger = true; return sequence(slot, scope); }
  if (slot.moment !== undefined) scope.leaves.steady.add(slot.name);
  return leaf(slot.name, scope);
}

/** `T_{cur}` of a schedule with restarts counts the steps since the last one (Loshchilov and Hutter 2017). */
const isSinceRestart = ({ name, moment }: Slot): boolean => name === 'T' && moment === 'old';

/** `\bar w \leftarrow \beta \bar w + (1 - \beta) w`: the letter without its accent or label is another quantity that moves. */
const isAveraged = ({ name, moment }: Slot, { owner, sink }: Scope): boolean => moment === undefined && !owner.timed && owner.name === sink && name !== sink && bareLetter(sink) === name;
const bareLetter = (name: string): string => name.replace(/^\\(?:bar|hat|tilde|overline)\{(.*?)\}/, '$1').replace(/[_^]\{.*\}$/, '');

/** In `\alpha_t = \alpha \sqrt{…}` the bare letter is the constant that the rate is made of. */
const isOwnConstant = ({ name, moment }: Slot, { owner }: Scope): boolean => moment === undefined && owner.timed && name === owner.name && RATE.test(name);

function leaf(name: string, { leaves }: Scope): Code {
  if (!leaves.constants.includes(name)) leaves.constants.push(name);
  return (frame) => frame.run.constants.get(name) as number;
}

function reference(slot: Slot, line: Line, scope: Scope): Code {
  scope.need(line.name);
  const { name } = line;
  if (typeof slot.moment === 'number') {
    const shift = slot.moment;
    noteShift(name, shift, scope);
    if (isAhead(shift, scope)) scope.leaves.isAhead = true;
    return (frame) => frame.run.value(name, frame.t + shift);
  }
  // `\hat m = m_{t+1} / (1 - \beta^{t+1})` has no step of its own: it is short for its right side.
  if (slot.moment === undefined && isShort(line, scope.counting)) return (frame) => frame.run.value(name, frame.t);
  const here = scope.owner.shift;
  if (slot.moment === 'new') return (frame) => frame.run.value(name, frame.t + here);
  if (slot.moment === 'old' || name === scope.owner.name) return (frame) => frame.run.value(name, frame.t + here - 1);
  const isBelow = line.at > scope.owner.at;
  return (frame) => frame.run.value(name, frame.t + here - (isBelow && frame.run.setting.order === 'written' ? 1 : 0));
}

function isShort({ name, timed, rhs }: Line, counting: Counting): boolean {
  if (timed) return false;
  const used = slotsOf(rhs, counting).map(({ slot }) => slot);
  return used.some(({ moment }) => typeof moment === 'number') && used.every((slot) => slot.name !== name);
}

/** A quantity at two steps in one line, as in y_{t+1} + μ (y_{t+1} − y_t). */
function noteShift(name: string, shift: number, { owner, sink, leaves }: Scope): void {
  const key = `${owner.name} ${name}`;
  const known = leaves.shifts.get(key) ?? shift;
  leaves.shifts.set(key, known);
  if (known !== shift && name !== sink && name !== owner.name) leaves.usesOlder = true;
}

function sequence(slot: Slot, scope: Scope): Code {
  scope.leaves.fields.add(slot.name);
  scope.leaves.isNamed = true;
  const shift = typeof slot.moment === 'number' ? slot.moment : slot.moment === 'old' ? -1 : 0;
  if (isAhead(shift, scope) || (scope.owner.timed && isAtOther(slot, scope))) scope.leaves.isElsewhere = true;
  return (frame) => frame.run.sequence(frame.t + shift);
}

/** A line that uses a later step than its own is no step of a rule. */
const isAhead = (shift: number, { owner, outer }: Scope): boolean => owner.timed && outer === undefined && shift > owner.shift;

/** `g_v`, `g_k` beside steps that t counts, and no gradient by what is stepped. */
const isAtOther = ({ name, moment }: Slot, { sink }: Scope): boolean => {
  const label = /^(?:g|G|\\hat\{g\})_\{([a-z])\}$/.exec(name)?.[1];
  return moment === undefined && label !== undefined && label !== sink;
};

/** `RMS[x]_t` is √(E[x²]_t + ε), where the document gives the mean and not the root (Zeiler 2012, eq. 9). */
function squareRooted(slot: Slot, scope: Scope): Code | undefined {
  const body = /^RMS\[(.*)\]$/.exec(slot.name)?.[1];
  if (body === undefined) return undefined;
  const mean = scope.line(`E[${body}^2]`);
  if (!mean) return undefined;
  const code = reference({ ...slot, name: mean.name, power: undefined }, mean, scope);
  const ε = leaf('\\epsilon', scope);
  return (frame) => map(add(code(frame), ε(frame), 1), Math.sqrt);
}

function fieldCode(field: FieldUse, scope: Scope): Code {
  const { leaves } = scope;
  leaves.fields.add(field.of);
  if (field.by) leaves.by.add(field.by);
  const base = fieldValue(field, scope);
  return field.power ? raised(base, field.power, scope) : base;
}

function fieldValue(field: FieldUse, scope: Scope): Code {
  const point = field.point ?? boundPoint(field.elsewhere, scope);
  const at = point && compile(point, scope);
  if (field.elsewhere && !at) scope.leaves.isElsewhere = true;
  if (at) scope.leaves.hasPoint = true;
  if (field.atOwnPoint) scope.leaves.atOwnPoint = true;
  if (isResult(field.point, scope)) scope.leaves.isImplicit = true;
  if (field.point && !slotOf(field.point, scope.counting)) scope.leaves.hasComposite = true;
  if (field.order === 2) return (frame) => frame.run.objective.hessian(at ? needVector(at(frame)) : frame.run.current(frame.t));
  const { shift = 0 } = field;
  return (frame) => {
    const { run, t } = frame;
    return run.setting.gradients !== 'field' ? run.sequence(t + shift) : run.objective.gradient(at ? needVector(at(frame)) : run.current(t), 1);
  };
}

/** A point without a step of its own is one of the rule where a line without steps gives it. */
function boundPoint(point: Expr | undefined, scope: Scope): Expr | undefined {
  const slot = point && slotOf(point, scope.counting);
  return slot && scope.line(slot.name)?.timed === false ? point : undefined;
}

/** `x_{t+1} = x_t - \eta \nabla f(x_{t+1})`. */
function isResult(point: Expr | undefined, { counting, sink, owner }: Scope): boolean {
  const slot = point && slotOf(point, counting);
  return owner.name === sink && slot?.name === sink && typeof slot.moment === 'number' && slot.moment >= owner.shift;
}
