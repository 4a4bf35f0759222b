/** What binds a letter: sums, products, extrema over an index, limits. */
import * as build from '../notation/build';
import { type Big, type Chain, children, type Expr, hasPart, isBareLetter, isBig, isBracketed, isChain, isGroup, isLetter, isMark, isName, isNum, isNumeral, isProduct, isScripted, isScriptedName, isSum, NOWHERE, relatedBy, replace } from '../notation/expression';
import { print } from '../notation/print';
import { isSumOfSizes } from './counts';
import { setSize } from './names';
import { valuesOf } from './chances';
import { nameSize, fixSize, rootOf, unify } from './dims';
import { freeLetters, sumLetters } from './free';
import { symbolInfo, useOf } from './names';
import { type Running, runningTo } from './running';
import { rangeOf, setName } from './ranges';
import { isPlainUse } from './symbols';
import { type Index, type Term, type Value, map, num, scalar, rank } from './term';
import { add, elementwise } from './values';
import { freshIndex, type Scope, type Steps, unreadable, type World } from './world';

export function bigOperator(world: World, scope: Scope, expr: Big): Value {
  if (expr.op === 'lim') return limit(world, scope, expr);
  if (expr.op === 'argmax' || expr.op === 'argmin' || expr.op === 'sup' || expr.op === 'inf') unreadable(`\\${expr.op}`, expr.span);
  const first = expr.op === 'sum' || expr.op === 'prod' ? firstApart(expr) : undefined;
  if (first) return expr.op === 'sum' ? add(world, world.read(scope, first.first), world.read(scope, first.rest), 1) : elementwise(world, 'mul', world.read(scope, first.first), world.read(scope, first.rest));
  const { steps } = world.reading;
  if (steps && expr.op === 'sum' && sumLetters(expr).join() === steps.letter) return overSteps(world, scope, expr, steps);
  const running = expr.op === 'sum' || expr.op === 'prod' ? runningTo(world, scope, expr) : undefined;
  if (running) return runOn(world, scope, expr.op, running);
  return reduction(world, scope, expr, expr.op);
}

/** Step by step, so that what has run to one step is told from what has run to another. How many steps there are is then no number. */
function runOn(world: World, scope: Scope, op: Big['op'], { letter, before, last }: Running): Value {
  world.steps.add(letter);
  const join = (a: Value, b: Value): Value => (op === 'sum' ? add(world, a, b, 1) : elementwise(world, 'mul', a, b));
  return last.map((expr) => world.read(scope, expr)).reduce(join, reduction(world, scope, before, op === 'sum' ? 'sum' : 'prod'));
}

/** `\sum_{t=1}^T \delta_t h_{t-1}^T` of a recurrence: its first steps, one by one, with what it begins with given. */
function overSteps(world: World, scope: Scope, { body }: Big, { letter, from, count }: Steps): Value {
  return Array.from({ length: count }, (_, i) => world.read({ ...scope, shifts: new Map([...scope.shifts, [letter, from + i]]) }, body)).reduce((a, b) => add(world, a, b, 1));
}

/** `\sum_{k=0}^n f(k)` is f(0) and a sum from 1, where k counts and is no index. */
function firstApart(expr: Big): { first: Expr; rest: Expr } | undefined {
  const [chain, ...more] = expr.below;
  const [letter, lower] = relatedBy(chain, 'equal');
  if (more.length || !isChain(chain) || !isName(letter) || !isNumeral(lower) || lower.value !== 0 || isIndexIn(expr.body, letter.letter)) return undefined;
  const one: Expr = { ...lower, value: 1, text: '1' };
  return { first: replace(expr.body, (e) => (isBareLetter(e, letter.letter) ? lower : undefined)), rest: { ...expr, below: [{ ...chain, members: [letter, one] }] } };
}

const isIndexIn = (body: Expr, letter: string): boolean =>
  hasPart(body, (e) => (isScripted(e) && e.sub.some((sub) => hasPart(sub, (inner) => isLetter(inner, letter)))) || (isScripted(e) && e.sup.some((sup) => isGroup(sup) && hasPart(sup, (inner) => isLetter(inner, letter)))) || (isBig(e) && sumLetters(e).includes(letter)));

// ── sums over indices ──

/** In `\sum_i e^2` with `e = t_i - p_i` the name stands for one of each. */
const isMadeOf = (world: World, scope: Scope, name: Extract<Expr, { kind: 'name' }>, letters: readonly string[]): boolean => {
  const binding = world.lookup(name.letter, undefined, scope.at, false);
  return binding !== undefined && letters.some((letter) => freeLetters(binding.expr).has(letter));
};

function reduction(world: World, scope: Scope, expr: Big, fn: 'sum' | 'prod' | 'max' | 'min'): Value {
  const letters = binderLetters(scope, expr);
  if ((fn === 'max' || fn === 'min') && letters.length && !letters.every((l) => freeLetters(expr.body).has(l))) unreadable(`\\${fn} over the variable ${letters.join(', ')}`, expr.span);
  if (letters.length === 0) return wholeReduction(world, scope, expr, fn);
  // `\sum_{b,i} \frac{\partial L}{\partial Q}` runs over places that are not written.
  if (fn === 'sum' && !expr.above && expr.below.every(isName) && !hasPart(expr.body, (e) => (isScripted(e) && e.sub.length > 0) || (isName(e) && (letters.includes(e.letter) || isMadeOf(world, scope, e, letters))))) unreadable(`what \\sum over ${letters.join(', ')} adds up`, expr.span);
  if (letters.length > 1 && expr.below.some((item) => relatedBy(item, 'notEqual').length > 0)) world.conventions.add(`the sum runs over ${letters.join(' and ')}`);
  const bound = new Map(scope.bound);
  const over = letters.map((letter): Index => { const index = freshIndex(world, letter); bound.set(letter, index); return index; });
  const inner: Scope = { ...scope, bound };
  const series = fn === 'sum' && isSeries(expr) && letters.length === 1 ? over[0] : undefined;
  world.ranges.push(...over.map((index, i) => ({ index, letter: letters[i], set: setOf(expr, letters[i]) })));
  const where = conditions(world, inner, expr, over, letters);
  const body = world.read(inner, expr.body);
  over.forEach((index, i) => {
    if ([...world.laws.values()].some(({ by, letters: own }) => by === 'sum' && own.includes(letters[i])) && world.reading.lawful) unify(world.dims, valuesOf(letters[i]), index);
    else if (isAlone(world, index)) unify(world.dims, UNSAID, index);
  });
  const term: Term = { op: 'reduce', fn, over, body: body.term, ...(where ? { where } : {}) };
  return { ...body, term: series ? converged(term, { op: 'at', body: body.term, index: series, value: TERMS }) : term, literal: false };
}

/** `\sum_a \pi(a)` beside `\sum_b \pi(b)`: sums of which nothing tells what they run over run over the same. */
export const UNSAID = 'range';
const isAlone = ({ dims }: World, index: Index): boolean => !dims.parent.has(index) && !dims.fixed.has(index) && ![...dims.parent.values()].includes(index);

/** So many terms stand for all. */
const TERMS = 200;

const isSeries = ({ above, below }: Big): boolean => isMark(above, 'infinity') && below.length === 1;

/** No number where the last term still counts. */
const converged = (sum: Term, last: Term): Term => map('add', sum, map('mul', num(0), map('sqrt', map('sub', map('mul', num(REST ** 2), map('mul', sum, sum)), map('mul', last, last)))));
const REST = 1e-14;

/** In `\sum_{j \ne i}` i is bound outside when anything there binds it or leaves it free. */
function binderLetters(scope: Scope, expr: Big): string[] {
  const all = [...new Set(sumLetters(expr))];
  const strict = expr.below.some((item) => isChain(item) && ['less', 'lessEqual', 'notEqual'].includes(item.relations[0].name) && item.members.length === 2);
  return strict ? all.filter((letter, i) => i === 0 || !(scope.bound.has(letter) || scope.outer.has(letter))) : all;
}

function wholeReduction(world: World, scope: Scope, expr: Big, fn: 'sum' | 'prod' | 'max' | 'min'): Value {
  const body = world.read(scope, expr.body);
  if (expr.below.length || rank(body) === 0) unreadable(`what \\${expr.op} runs over`, expr.span);
  return scalar({ op: 'reduce', fn, over: body.layout, body: body.term });
}

function conditions(world: World, scope: Scope, expr: Big, over: Index[], letters: string[]): Term | undefined {
  const [first, ...more] = expr.below;
  const isBare = isName(first) && more.length === 0;
  const tests = isBare ? range(world, scope, expr, first, FROM_ONE, over, letters) : expr.below.flatMap((item) => (isChain(item) ? chainTests(world, scope, expr, item, over, letters) : []));
  return tests.length ? tests.reduce((a, b) => map('and', a, b)) : undefined;
}

/** `\sum_i^n` */
const FROM_ONE = build.number(1, NOWHERE);

function chainTests(world: World, scope: Scope, expr: Big, chain: Chain, over: Index[], letters: string[]): Term[] {
  const relation = chain.relations[0].name;
  if (chain.members.length === 2 && relation === 'equal') return range(world, scope, expr, chain.members[0], chain.members[1], over, letters);
  if (relation === 'in') return setRange(world, chain, over, letters);
  if (relation === 'notEqual' || relation === 'less' || relation === 'lessEqual') return [world.read(scope, chain).term];
  unreadable(`the range ${print(chain)}`, chain.span);
}

/** `i = 1` below and `N` above: the size of the index. Other bounds become conditions. */
function range(world: World, scope: Scope, expr: Big, variable: Expr, lower: Expr, over: Index[], letters: string[]): Term[] {
  const index = over[isName(variable) ? Math.max(letters.indexOf(variable.letter), 0) : 0];
  if (isNum(lower, 0) && countsFromZero(world, scope, expr, index, letters)) return [];
  if (!isNumeral(lower) || lower.value < 1 || !Number.isInteger(lower.value)) unreadable(`a sum from ${print(lower)}`, lower.span);
  const tests: Term[] = lower.value > 1 ? [map('lessEqual', num(lower.value), { op: 'index', index })] : [];
  const upper = expr.above;
  if (upper && hasPart(upper, (e) => isName(e) && letters.includes(e.letter))) unreadable('a sum up to its own letter', upper.span);
  if (!upper || (upper.kind === 'mark' && upper.mark !== 'infinity')) return tests;
  if (upper.kind === 'mark') { if (letters.length > 1 || isIndexIn(expr.body, letters[0])) unreadable('a sum up to \\infty', upper.span); fixSize(world.dims, index, TERMS); return tests; }
  if (isNumeral(upper)) fixSize(world.dims, index, upper.value);
  else if (isName(upper) && scope.bound.has(upper.letter)) return [...tests, upToIndex(world, index, scope.bound.get(upper.letter) as Index)];
  else if (isName(upper) && scope.shifts.get(upper.letter)) unreadable(`a sum up to ${upper.letter} of another step`, upper.span);
  else if (isName(upper)) nameSize(world.dims, index, upper.letter);
  else if (isScriptedName(upper) && !upper.primes) nameSize(world.dims, index, print(upper));
  else if (isSumOfSizes(upper) && world.declarations.isCount(print(upper), scope.at)) setSize(world, index, upper);
  else if (isShiftedSize(upper)) return shifted(world, upper, index, tests);
  else unreadable(`a sum up to ${print(upper)}`, upper.span);
  return tests;
}

/** `\sum_{k=0}^{n-1} a_k` has n terms, and `\sum_{k=0}^n a_k` one more, where k tells which and is no number. */
function countsFromZero(world: World, scope: Scope, { above, body }: Big, index: Index, letters: string[]): boolean {
  if (letters.length !== 1 || !above || isNumberIn(body, letters[0])) return false;
  if (isShiftedSize(above) && isSum(above) && isName(above.terms[0].expr) && isNum(above.terms[1].expr, 1)) { nameSize(world.dims, index, above.terms[0].expr.letter); return true; }
  if (!isName(above) || scope.bound.has(above.letter)) return false;
  nameSize(world.dims, index, `${above.letter}+1`);
  world.steps.add(above.letter);
  return true;
}

/** Whether the letter stands anywhere but in scripts by itself. */
const isNumberIn = (body: Expr, letter: string): boolean => {
  if (isName(body)) return body.letter === letter;
  const parts = isScripted(body) ? [body.base, ...[...body.sub, ...body.sup].filter((script) => !isScriptOf(script, letter))] : children(body);
  return parts.some((part) => isNumberIn(part, letter));
};
const isScriptOf = (script: Expr, letter: string): boolean => isLetter(script, letter) || (isSum(script) && script.terms.some(({ expr }) => isLetter(expr, letter))) || (isBracketed(script) && isScriptOf(script.contents[0], letter)) || (isProduct(script) && script.factors.every(isName));

/** `\sum_{i=1}^n \sum_{j=1}^i`: the inner index runs as far as the outer one has come. */
function upToIndex(world: World, index: Index, outer: Index): Term {
  unify(world.dims, index, outer);
  return map('lessEqual', { op: 'index', index }, { op: 'index', index: outer });
}

const isShiftedSize = (e: Expr): boolean => isSum(e) && e.terms.length === 2 && isName(e.terms[0].expr) && isNumeral(e.terms[1].expr) && e.terms[1].sign < 0;

/** `\sum_{i=1}^{n-1}`: up to the size less a number. */
function shifted(world: World, upper: Expr, index: Index, tests: Term[]): Term[] {
  if (!isSum(upper) || !isName(upper.terms[0].expr) || !isNumeral(upper.terms[1].expr)) return tests;
  nameSize(world.dims, index, upper.terms[0].expr.letter);
  return [...tests, map('lessEqual', { op: 'index', index }, map('sub', { op: 'size', index }, num(upper.terms[1].expr.value)))];
}

/** `i \in \{1, …, N\}`: the last element names the size. Of a set with a name it is what all of the letter are in. */
function setRange(world: World, chain: Chain, over: Index[], letters: string[]): Term[] {
  const set = chain.members[1];
  const variable = chain.members[0];
  const index = over[isName(variable) ? Math.max(letters.indexOf(variable.letter), 0) : 0];
  const name = isName(variable) ? setName(set) : undefined;
  if (name) { unify(world.dims, rangeOf(name), index); world.conventions.add(`${name} is all that is summed over`); return []; }
  const last = isGroup(set) && (set.open === '{' || set.open === '[') ? set.contents.at(-1) : undefined;
  if (!last) unreadable(`the range ${print(chain)}`, chain.span);
  if (isName(last)) nameSize(world.dims, index, last.letter);
  else if (isNumeral(last)) fixSize(world.dims, index, last.value);
  return [];
}

/** The set that a letter of a sum is said to lie in. What is counted from 0 is no set that is counted from 1. */
function setOf({ below }: Big, letter: string): string | undefined {
  const isFromZero = (item: Expr): boolean => isChain(item) && item.relations[0].name === 'equal' && isLetter(item.members[0], letter) && isNum(item.members[1], 0);
  if (below.some(isFromZero)) return 'the range from 0';
  const chain = below.find((item): item is Chain => isChain(item) && item.relations[0].name === 'in' && isLetter(item.members[0], letter));
  return chain && setName(chain.members[1]);
}

/** Sums over one range tell of it alike: one over a part and one over all differ. A letter that does not count, as the w of words does, has one range wherever it stands. */
export function checkRanges({ ranges, dims, steps, symbols }: World): void {
  for (const { use, size } of symbols.values()) if (size && steps.has(use.base)) unreadable(`${use.tex} as a number beside a sum up to it`);
  for (const { set, letter, index } of ranges) {
    if (set === undefined) continue;
    const other = ranges.find((range) => range.set !== set && rootOf(dims, range.index) === rootOf(dims, index) && !(range.set === undefined && range.letter === letter && !COUNTS.test(letter)));
    if (other) unreadable(`whether ${set} is all of ${other.set ?? 'them'}`);
  }
}
export const COUNTS = /^[i-n]$/;

// ── limits ──

function limit(world: World, scope: Scope, expr: Big): Value {
  const chain = expr.below[0];
  const to = isChain(chain) && chain.relations[0].name === 'to' ? placeOf(chain.members[1]) : undefined;
  if (!isChain(chain) || to === undefined) unreadable(`the limit ${expr.below.map(print).join(', ')}`, expr.span);
  const variable = isSum(chain.members[0]) && chain.members[0].terms.length === 1 ? chain.members[0].terms[0].expr : chain.members[0];
  const use = useOf(world, scope, variable);
  if (!use || !isPlainUse(use)) unreadable(`the limit in ${print(chain.members[0])}`, chain.span);
  const info = symbolInfo(world, scope, use);
  if (info.size) unreadable(`the limit in the size ${use.tex}`, chain.span);
  if (freeLetters(expr.body).has(use.base)) unreadable(`the limit in the index ${use.tex}`, chain.span);
  const body = world.read(scope, expr.body);
  world.reachesFar ||= !Number.isFinite(to);
  return { ...body, term: { op: 'average', key: info.key, axes: [], rule: { kind: 'limit', to }, body: body.term }, literal: false };
}

/** A number, or an infinity of either sign. */
export function placeOf(expr: Expr): number | undefined {
  if (isSum(expr) && expr.terms.length === 1) { const inner = placeOf(expr.terms[0].expr); return inner === undefined ? undefined : expr.terms[0].sign * inner; }
  if (isMark(expr, 'infinity')) return Infinity;
  return isNumeral(expr) ? expr.value : undefined;
}
