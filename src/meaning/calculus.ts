/** Derivatives of every order and layout: quotients, operators, gradients. */
import * as build from '../notation/build';
import { type Derivative, type Expr, type Group, hasPart, isApply, isGroup, isLetter, isNumeral, isProduct, isScripted, type Nabla, pairOf, replace, unbracketed, type Variable, withPair } from '../notation/expression';
import { print } from '../notation/print';
import { isFunctionName } from './apply/functions';
import { gradientOfCall } from './apply/gradients';
import { atLeast, unify } from './dims';
import { atClass } from './elaborate/kronecker';
import { freeLetters } from './free';
import { flattened } from './matrices';
import { bindingFor, keysIn, reaches, symbolInfo, useOf, variableIn } from './names';
import { stacked } from './structures';
import { isVariance, type SymbolUse, plainUse, isPlainUse, usesIn } from './symbols';
import { type Index, map, num, scalar, symbolTerm, type Term, type Value, rank } from './term';
import { addSymbol, freshIndex, freshLike, misfit, type Scope, type SymbolInfo, unreadable, type World } from './world';

export function derivative(world: World, scope: Scope, expr: Derivative): Value {
  const [{ expr: by, order }] = expr.by;
  if (expr.by.length === 1 && order === 1 && isProduct(by) && !vectorizedIn(by) && by.factors.length === 2 && isGroup(by.factors[1])) return byValue(world, scope, unbracketed(expr.of), by);
  if (isSecondSlip(expr)) unreadable(`the derivative by ${print(by)}`, by.span);
  // In `\partial E / \partial a_k = \sum_k \partial f(a_k) / \partial a_k` one k is counted and one is not.
  const letter = scope.at === world.claimAt && hasPart(expr.of, (e) => print(withoutSup(e)) === print(by)) ? [...freeLetters(by)].find((l) => scope.bound.has(l) && scope.outer.has(l)) : undefined;
  if (letter) unreadable(`which ${letter} is meant`, by.span);
  const read = world.read(scope, unbracketed(expr.of));
  const value = { ...read, term: (expr.held ?? []).reduce((body, name) => holding(world, scope, body, name), read.term) };
  return expr.by.flatMap(repeat).reduceRight((of, variable) => differentiate(world, scope, of, variable), value);
}

/** What rests on a name as if the name did not change. */
function holding(world: World, scope: Scope, body: Term, name: Expr): Term {
  const { info } = variableIn(world, scope, variableOf(world, scope, name), body);
  const axes = info.axes.map((axis) => freshLike(world, axis));
  return { op: 'let', key: info.key, axes, value: symbolTerm(info.key, axes), body, held: true };
}

const withoutSup = (e: Expr): Expr => (isScripted(e) && e.sup.length ? { ...e, sup: [] } : e);

/** `\frac{df^2}{dx^2}` may be meant for a second derivative. */
const isSecondSlip = ({ of, by: [{ expr: by }] }: Derivative): boolean => isScripted(of) && isScripted(by) && isNumeral(of.sup[0]) && of.sup.map(print).join() === by.sup.map(print).join();

const repeat = (variable: Variable): Expr[] => Array.from({ length: variable.order }, () => variable.expr);
/** `\frac{\partial \log \sigma(a)}{\partial \sigma(a)}`: the value of the function stands for a variable wherever it is written. */
function byValue(world: World, scope: Scope, of: Expr, by: Expr): Value {
  const letter = `argument ${freshIndex(world)}`;
  const stand: Expr = build.name(letter, by.span);
  const written = print(by);
  const body = replace(of, (part) => (print(part) === written ? stand : calledWithin(part, written, stand)));
  const occurs = hasPart(body, (e) => isLetter(e, letter));
  const value = world.read(scope, by);
  addSymbol(world, letter, plainUse(letter, written));
  const term = world.read(scope, body).term;
  const rest = keysIn(term);
  const isFree = occurs && rank(value) === 0 && ![...keysIn(value.term)].some((key) => [...rest].some((other) => other === key || reaches(world, other, key)));
  if (!isFree) unreadable(`the derivative by ${written}`, by.span);
  return scalar({ op: 'let', key: letter, axes: [], value: value.term, body: term, by: [{ at: [] }] });
}

/** A call among other factors of a product. */
function calledWithin(part: Expr, written: string, stand: Expr): Expr | undefined {
  if (!isProduct(part)) return undefined;
  const place = part.factors.findIndex((factor, i) => part.signs[i] === 'implicit' && print({ ...part, factors: [factor, part.factors[i + 1]], signs: ['implicit'] }) === written);
  if (place < 0) return undefined;
  return withPair(part, place, stand);
}

function differentiate(world: World, scope: Scope, of: Value, by: Expr): Value {
  const matrix = vectorizedIn(by);
  if (matrix) return byVectorized(world, scope, of, matrix);
  const power = powerOf(world, scope, unbracketed(by));
  if (power) return byPower(world, scope, of, power);
  const { info, use } = variableIn(world, scope, variableOf(world, scope, by), of.term);
  const chosen = use.slots.find((slot) => slot.kind === 'chosen');
  if (chosen && !scope.bound.has(print(chosen.by))) return atClass(world, scope, chosen.by, (inner) => differentiate(world, inner, of, by));
  // The s of `u_{w_s}` may be summed over.
  if (!use.slots.length && isScripted(by) && isScripted(by.sub[0])) unreadable(print(by));
  const { at, layout, entries } = placesOf(world, scope, info, use, by);
  const both = rank(of) > 0 && layout.length > 0;
  const places = !both || world.reading.layout === 'numerator' ? [...of.layout, ...layout] : [...layout, ...of.layout];
  const free = both ? 'jacobian' : layout.length === 2 ? 'matrixGradient' : of.free;
  const whole: Term = { op: 'derivative', of: of.term, key: info.key, at };
  const term = entries.reduce<Term>((body, entry) => ({ op: 'at', body, ...entry }), whole);
  return { term, layout: places, stance: layout.length === 1 && !rank(of) ? 'either' : rank(of) ? of.stance : 'column', ...(free ? { free } : {}) };
}

/** The X of `\operatorname{vec}(X)`. */
function vectorizedIn(by: Expr): Expr | undefined {
  if (isApply(by)) return by.fn === 'vec' ? by.arg : undefined;
  const [head, body] = pairOf(by);
  return isLetter(head, 'vec') ? body : undefined;
}

/** The places of a matrix as one, column by column. */
function byVectorized(world: World, scope: Scope, of: Value, by: Expr): Value {
  const whole = differentiate(world, scope, of, unbracketed(by));
  if (rank(whole) !== rank(of) + 2) return whole;
  const at = rank(of) > 0 && world.reading.layout === 'denominator' ? 0 : rank(of);
  const [rows, columns] = whole.layout.slice(at, at + 2);
  const { term, index } = flattened(world, whole.term, [columns, rows], 'columns');
  const { free, ...value } = whole;
  return { ...value, term, layout: [...whole.layout.slice(0, at), index, ...whole.layout.slice(at + 2)], ...(rank(of) > 0 ? { free } : { stance: 'either' }) };
}

interface Power { base: Expr; exponent: number; value: Value }

/** The variance `\sigma^2`, `\sigma_k^2`: a power of a number that has no definition of its own. */
function powerOf(world: World, scope: Scope, by: Expr): Power | undefined {
  const use = useOf(world, scope, by);
  const [modifier, ...others] = use?.modifiers ?? [];
  if (!isScripted(by) || !use || !isVariance({ ...use, slots: [] }) || modifier?.kind !== 'power' || others.length > 0 || !isNumeral(modifier.exponent)) return undefined;
  const base: Expr = by.sub.length === 0 && by.primes === 0 ? by.base : { ...by, sup: [] };
  const value = world.read(scope, base);
  return rank(value) === 0 ? { base, exponent: modifier.exponent.value, value } : undefined;
}

/** `\frac{df}{d(s^n)} = \frac{df}{ds} / n s^{n-1}`. */
function byPower(world: World, scope: Scope, of: Value, { base, exponent, value }: Power): Value {
  const slope = differentiate(world, scope, of, base);
  return { ...slope, term: map('div', slope.term, map('mul', num(exponent), map('pow', value.term, num(exponent - 1)))) };
}

function variableOf(world: World, scope: Scope, by: Expr): SymbolUse {
  const use = useOf(world, scope, unbracketed(by));
  if (!use) unreadable(`the derivative by ${print(by)}`, by.span);
  const transposed = use.modifiers.filter((m) => m.kind !== 'transpose');
  if (transposed.length) unreadable(`the derivative by ${print(by)}`, by.span);
  return use;
}

/** Indices of the variable's axes: those written, else places of the result. */
function placesOf(world: World, scope: Scope, info: SymbolInfo, use: SymbolUse, by: Expr): { at: Index[]; layout: Index[]; entries: { index: Index; value: number }[] } {
  const layout: Index[] = [];
  const entries: { index: Index; value: number }[] = [];
  if (info.size) unreadable(`the derivative by the size ${use.tex}`, by.span);
  if (use.slots.length > info.axes.length) misfit(`${use.tex} has more indices than ${info.use.tex}`, by.span);
  const at = info.axes.map((axis, i) => {
    const slot = use.slots[i];
    if (slot?.kind === 'index' && slot.shift !== 0) unreadable(`the derivative by ${print(by)}`, by.span);
    const letter = slot?.kind === 'index' ? slot.letter : slot?.kind === 'chosen' ? print(slot.by) : undefined;
    const index = letter === undefined ? freshIndex(world) : (scope.bound.get(letter) ?? letter);
    unify(world.dims, index, axis);
    if (!slot || slot.kind === 'all') layout.push(index);
    if (slot?.kind === 'entry') { atLeast(world.dims, index, slot.value); entries.push({ index, value: slot.value }); }
    return index;
  });
  // `\nabla_{A^T}` is laid out as A^T is.
  const isTurned = use.modifiers.filter(({ kind }) => kind === 'transpose').length % 2 === 1;
  return { at, layout: isTurned && layout.length === 2 ? [...layout].reverse() : layout, entries };
}

// ── nabla ──

export function gradient(world: World, scope: Scope, expr: Nabla): Value {
  if (expr.order === 2) return hessian(world, scope, expr);
  if (expr.order !== 1) unreadable(print(expr), expr.span);
  if (expr.by.length === 1) return byNamed(world, scope, expr.by[0], expr.of);
  if (expr.by.length > 1) return stacked(world, expr.by.map((by) => byNamed(world, scope, by, expr.of)));
  return plainGradient(world, scope, expr.of);
}

function byNamed(world: World, scope: Scope, by: Expr, of: Expr): Value {
  const value = derivative(world, scope, { kind: 'derivative', of, by: [{ expr: by, order: 1 }], total: false, span: of.span });
  return value;
}

/** `\nabla f` by the function's own variables, `\nabla f(u)` at u. */
function plainGradient(world: World, scope: Scope, of: Expr): Value {
  if (isCall(world, scope, of)) return gradientOfCall(world, scope, of.factors[0], of.factors[1]);
  const variables = ownVariables(world, scope, of);
  if (variables.length === 0) unreadable(`the variables of ${print(of)}`, of.span, 'undefined');
  const value = world.read(scope, of);
  return stacked(world, variables.map((use) => bySymbol(world, value, use, scope)));
}

type Call = Extract<Expr, { kind: 'product' }> & { factors: [Expr, Extract<Expr, { kind: 'group' }>] };
function isCall(world: World, scope: Scope, of: Expr): of is Call {
  const [head, body] = pairOf(of);
  return isGroup(body) && isFunctionName(world, scope, head, body);
}

function bySymbol(world: World, of: Value, use: SymbolUse, scope: Scope): Value {
  const info = symbolInfo(world, scope, { ...use, slots: [], modifiers: [] });
  const layout = info.axes.map((axis) => freshLike(world, axis));
  return { term: { op: 'derivative', of: of.term, key: info.key, at: layout }, layout: [...of.layout, ...layout], stance: 'either' };
}

/** Parameters of a defined function, or what an undefined one is differentiated by in the document. */
function ownVariables(world: World, scope: Scope, of: Expr): SymbolUse[] {
  const use = useOf(world, scope, of);
  if (!use) return usualVariable(world, print(of), usesIn(world, of).map((each) => ({ ...each, modifiers: [] })).filter(isPlainUse), 'x');
  const binding = bindingFor(world, use, scope.at);
  if (binding?.params.some(isVariance)) unreadable(`the gradient of ${use.tex}`, of.span);
  if (binding?.params.length) return binding.params;
  const info = symbolInfo(world, scope, use);
  const isOpen = ({ key }: SymbolInfo): boolean => !world.definitions.has(key) && reaches(world, info.key, key);
  return binding ? usualVariable(world, use.tex, [...world.symbols.values()].filter(isOpen).map((open) => open.use), 'b') : info.dependsOn.flatMap((key) => world.symbols.get(key)?.use ?? []);
}

/** The w of `\nabla J` where `J = \|X w - y\|^2`, and the x of `\nabla (b^T x)`: the only name of a parameter, or of what is no datum, that it rests on. */
function usualVariable(world: World, tex: string, among: readonly SymbolUse[], letter: string): SymbolUse[] {
  const isUsual = new RegExp(`^(?:[wW${letter}]|\\\\(?:theta|beta|phi))$`);
  const [parameter, ...others] = new Map(among.flatMap((use) => (isUsual.test(use.base) ? [[use.base, use]] : []))).values();
  if (!parameter || others.length > 0) return [];
  world.premises.add(`\\nabla ${tex} is by ${parameter.tex}`);
  world.guessed = `what ${tex} is differentiated by`;
  return [parameter];
}

/** Second derivatives by one vector, or by the function's own scalar variables. */
function hessian(world: World, scope: Scope, expr: Nabla): Value {
  if (expr.by.length === 1) return derivative(world, scope, { kind: 'derivative', of: expr.of, by: [{ expr: expr.by[0], order: 2 }], total: false, span: expr.span });
  const names = isCall(world, scope, expr.of) ? namesOf(world, scope, expr.of.factors[1]) : ownVariables(world, scope, expr.of);
  if (isCall(world, scope, expr.of) && names.length < 2) return gradientOfCall(world, scope, expr.of.factors[0], expr.of.factors[1], 2);
  const value = names.length > 0 ? world.read(scope, expr.of) : undefined;
  if (!value || (names.length > 1 && rank(value) > 0)) unreadable(print(expr), expr.span);
  const second = (row: SymbolUse, column: SymbolUse): Value => bySymbol(world, bySymbol(world, value, row, scope), column, scope);
  if (names.length === 1) return second(names[0], names[0]);
  if (names.some((name) => symbolInfo(world, scope, name).axes.length > 0)) unreadable('second derivatives by several vectors', expr.span);
  const [down, across] = names.slice(0, 2).map(() => { const index = freshIndex(world); world.dims.fixed.set(index, names.length); return index; });
  const rows = names.map((row): Term => ({ op: 'stack', index: across, contents: names.map((column) => second(row, column).term) }));
  return { term: { op: 'stack', index: down, contents: rows }, layout: [down, across], stance: 'column' };
}

/** The names that a function is written with, `f(x, y)`; none where an argument is no name. */
function namesOf(world: World, scope: Scope, { contents }: Group): SymbolUse[] {
  const uses = contents.flatMap((item) => useOf(world, scope, item) ?? []);
  return uses.length === contents.length && uses.every(isPlainUse) ? uses : [];
}

