/** From what is written to what it says: an expression to a laid-out term, in a world and under its reading. */
import { type Big, children, type Derivative, type Expr, type Product, type Scripted, type Sum } from '../notation/expression';
import { print } from '../notation/print';
import { applyNamed, applyTo, isFunctionName, isNormalDensity, isPolicy, normalDensity, partialAt } from './apply';
import { bigOperator } from './binders';
import { expectation, isExpectation } from './expectations';
import { DIVIDES_ALL } from './conventions';
import { near } from './evidence';
import { freeLetters, sumLetters } from './free';
import { derivative, gradient } from './calculus';
import { integral } from './integrals';
import { setSize, spectralValue, symbolInfo, symbolValue, useOf } from './names';
import { TRANSPOSING } from './primes';
import { contextOf, familyOf, isExponential, isMinusOne, type Modifier, partialBy, type SymbolUse, symbolUse, visitSymbols } from './symbols';
import { casesValue, chainValue, matrixValue, tupleValue } from './structures';
import { type Value, map, num, scalar } from './term';
import { unify } from './dims';
import { add, elementwise, multiply, negate, renameIndex, transpose } from './values';
import { determinant, inverse, norm, power } from './matrices';
import { type Reading, type Scope, type Surroundings, type World, Unreadable, createWorld, freshIndex } from './world';

/** A world for a claim at a place, under a reading. */
export function readingWorld(surroundings: Surroundings, reading: Reading, claimAt: number, claim: readonly Expr[] = []): World {
  return createWorld(surroundings, reading, claimAt, indexLetters(surroundings, claim), elaborate);
}

/** Letters that index a name of the claim, and that nothing binds. */
function indexLetters({ evidence, lookup }: Surroundings, claim: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const expr of claim) {
    const free = freeLetters(expr);
    visitSymbols(expr, contextOf({ evidence }), ({ slots }) => { for (const slot of slots) if (slot.kind === 'index' && slot.shift === 0 && free.has(slot.letter)) found.add(slot.letter); });
  }
  const [first] = claim;
  for (const letter of found) if (near(evidence, `size ${letter}`, first.span.start) || lookup(letter, undefined, first.span.start, false)) found.delete(letter);
  return found;
}

/** Throws Unreadable, with the construct named. */
function elaborate(world: World, scope: Scope, expr: Expr): Value {
  switch (expr.kind) {
    case 'num': return { ...scalar(num(expr.value)), literal: true };
    case 'name': return named(world, scope, expr);
    case 'scripted': return scripted(world, scope, expr);
    case 'group': return group(world, scope, expr);
    case 'sum': return sum(world, scope, expr);
    case 'product': return product(world, scope, expr);
    case 'fraction': return fraction(world, scope, expr.over, expr.under);
    case 'root': return root(world, scope, expr);
    case 'big': return bigOperator(world, scope, overItsIndex(scope, expr));
    case 'integral': return integral(world, scope, expr);
    case 'apply': return applyNamed(world, scope, expr);
    case 'derivative': return derivative(world, scope, expr);
    case 'nabla': return gradient(world, scope, expr);
    case 'matrix': return matrixValue(world, scope, expr);
    case 'cases': return casesValue(world, scope, expr);
    case 'chain': return chainValue(world, scope, expr);
    case 'words': throw new Unreadable(`the words “${expr.text}”`, expr.span);
    case 'dots': throw new Unreadable('dots', expr.span);
    case 'mark': throw new Unreadable(expr.mark === 'infinity' ? 'infinity as a number' : `a lone ${print(expr)}`, expr.span);
    case 'unread': throw new Unreadable(expr.what, expr.span);
  }
}

/** A sum without a range runs over the one index in it, if nothing else has that index. */
function overItsIndex(scope: Scope, big: Big): Big {
  if (big.op !== 'sum' || big.below.length || big.above) return big;
  const letters = [...freeLetters(big.body)].filter((letter) => /^[i-n]$/.test(letter));
  if (letters.length !== 1 || scope.outer.has(letters[0]) || scope.bound.has(letters[0])) return big;
  return { ...big, below: [{ kind: 'name', letter: letters[0], accents: [], span: big.span }] };
}

const CONSTANTS: Record<string, number> = { e: Math.E, '\\pi': Math.PI };

function named(world: World, scope: Scope, expr: Expr): Value {
  if (expr.kind === 'name' && (expr.letter === '1' || expr.letter === '0')) return constantVector(world, expr.letter);
  const use = useOf(world, scope, expr);
  if (!use) throw new Unreadable(print(expr), expr.span);
  const index = scope.bound.get(use.base);
  if (index) return scalar({ op: 'index', index });
  if (scope.at === world.claimAt && world.indices.has(use.base) && !use.time) return scalar({ op: 'index', index: use.base });
  if (/^[ij]$/.test(use.base) && !boundBare(world, scope, use.base) && !near(world.evidence, `varied ${use.base}`, scope.at)) throw new Unreadable(`${use.base} as a number`, expr.span);
  if (use.base in CONSTANTS && !boundBare(world, scope, use.base) && !isVaried(world, scope, use.base)) return { ...scalar(num(CONSTANTS[use.base])), literal: true };
  if (use.base === 'I' && !world.lookup('I', undefined, scope.at, false)) return identity(world);
  const shift = scope.shifts.get(use.base);
  const value = symbolValue(world, scope, use);
  return shift ? { ...value, term: map('add', value.term, num(shift)) } : value;
}

/** What a function is of, what is differentiated by, and what lies in a set is a variable, whatever it is called. */
const isVaried = (world: World, scope: Scope, base: string): boolean =>
  near(world.evidence, `parameter ${base}`, scope.at) || near(world.evidence, `varied ${base}`, scope.at) || world.declarations.domain(base, scope.at) !== undefined || world.declarations.rank(base, scope.at) !== undefined;

/** A bold 1 is the vector of ones of whatever size fits, a bold 0 zero of any shape. */
function constantVector(world: World, letter: string, size?: Expr): Value {
  if (letter === '0') return { ...scalar(num(0)), literal: true };
  const index = freshIndex(world);
  if (size) setSize(world, index, size);
  else world.hasUnsizedOnes = true;
  // The size of the vector is that of its index, so the index must occur in the term.
  const term = map('add', num(1), map('mul', num(0), { op: 'index', index }));
  return { term, layout: [index], stance: 'column' };
}

/** I is the identity of whatever size fits. */
function identity(world: World): Value {
  const [a, b] = [`~${world.counter.next++}`, `~${world.counter.next++}`];
  world.dims.parent.set(b, a);
  return { term: map('equal', { op: 'index', index: a }, { op: 'index', index: b }), layout: [a, b], stance: 'column' };
}

/** `I_n`, `I_{3}`, `I_{d \times d}`: a subscript that is a size, of a name that nothing defines. */
function isSizedIdentity(world: World, scope: Scope, { base, sub: [size, ...more] }: Scripted): boolean {
  if (base.kind !== 'name' || base.letter !== 'I' || base.accents.length || !size || more.length) return false;
  const isSize = size.kind === 'name' ? !scope.bound.has(size.letter) && (near(world.evidence, `size ${size.letter}`, scope.at) || (/^[A-Zdmnp]$/.test(size.letter) && !near(world.evidence, `sum ${size.letter}`, scope.at))) : size.kind === 'num' || (size.kind === 'product' && size.signs[0] === 'times');
  return isSize && !world.lookup('I', undefined, scope.at, false) && !world.lookup(`I_${print(size)}`, undefined, scope.at, false);
}

function sizedIdentity(world: World, { sub: [size] }: Scripted): Value {
  const value = identity(world);
  setSize(world, value.layout[0], size.kind === 'product' ? size.factors[0] : size);
  return value;
}

// ── scripts ──

function scripted(world: World, scope: Scope, expr: Scripted): Value {
  if (expr.base.kind === 'group' && (expr.base.open === '‖' || expr.base.open === '|') && expr.sub.length === 1) return labelledNorm(world, scope, expr, expr.base);
  if (expr.base.kind === 'name' && (expr.base.letter === '1' || expr.base.letter === '0')) return scriptedOne(world, scope, expr, expr.base.letter);
  const entry = expr.base.kind === 'group' || expr.base.kind === 'product' || expr.base.kind === 'apply' ? entryOf(world, scope, expr) : undefined;
  if (entry) return entry;
  if (isKronecker(world, scope, expr)) return kronecker(world, scope, expr);
  if (isExponential(expr) || isEuler(world, scope, expr)) return applyTo(world, 'exp', world.read(scope, expr.sup[0]));
  const partial = partialBy(expr, (family) => world.lookup(family, undefined, scope.at, false)?.params);
  if (partial) return derivative(world, scope, ofCall(world, scope, expr, partial));
  const use = useOf(world, scope, expr);
  if (isSizedIdentity(world, scope, expr)) return superscripts(world, scope, { ...expr, sub: [] }, sizedIdentity(world, expr));
  if (use && isPrimedArray(world, scope, use)) throw new Unreadable(`whether ${use.tex} is a transpose`, expr.span);
  const spectral = use && spectralValue(world, scope, use);
  if (spectral) return spectral;
  if (use) return modifiedSymbol(world, scope, turnedEntry(world, scope, use), expr);
  if (expr.sub.length) throw new Unreadable(print(expr), expr.span);
  return superscripts(world, scope, expr, world.read(scope, expr.base));
}

/** `X'` beside a matrix X that the document declares, which itself is nowhere defined. */
function isPrimedArray(world: World, scope: Scope, { base, time }: SymbolUse): boolean {
  const stem = base.replace(/'+$/, '');
  return stem !== base && /^[A-Z]$/.test(stem) && (world.declarations.shape(stem, scope.at)?.length ?? 0) > 1 && !world.declarations.shape(base, scope.at) && !world.lookup(base, time, scope.at, false);
}

const modifiedSymbol = (world: World, scope: Scope, use: SymbolUse, expr: Scripted): Value =>
  use.modifiers.reduce((value, modifier) => modified(world, scope, value, modifier, expr), constantOr(world, scope, expr, () => symbolValue(world, scope, use)));

/** `D^T_{ij}` is entry i, j of the transpose, and not the transpose of an entry. */
function turnedEntry(world: World, scope: Scope, use: SymbolUse): SymbolUse {
  if (use.slots.length !== 2 || !use.modifiers.some(({ kind }) => kind === 'transpose') || symbolInfo(world, scope, use).axes.length !== 2 || use.slots.some(({ kind }) => kind === 'all')) return use;
  const first = use.modifiers.findIndex(({ kind }) => kind === 'transpose');
  return { ...use, slots: [...use.slots].reverse(), modifiers: use.modifiers.filter((_, i) => i !== first) };
}

/** `f_{xy}` as the derivative of `f(x, y)`. */
function ofCall(world: World, scope: Scope, { base, span }: Scripted, by: Expr[]): Derivative {
  const params = base.kind === 'name' ? (world.lookup(familyOf(base), undefined, scope.at, false)?.params ?? []) : [];
  const items = params.map((param): Expr => ({ kind: 'name', letter: param.base, accents: [], span }));
  const call: Product = { kind: 'product', factors: [base, { kind: 'group', open: '(', items, span }], signs: ['implicit'], span };
  return { kind: 'derivative', of: call, by: by.map((expr) => ({ expr, order: 1 })), total: false, span };
}

/** `\|x\|_1`, `\|A\|_F`, `\|x\|_\infty`, with powers. */
function labelledNorm(world: World, scope: Scope, expr: Scripted, base: Extract<Expr, { kind: 'group' }>): Value {
  const label = print(expr.sub[0]);
  const value = world.read(scope, base.items[0]);
  const kind = NORMS[label];
  if (!kind || base.items.length !== 1) throw new Unreadable(`the norm ${print(expr)}`, expr.span);
  if (kind === '2' && value.layout.length === 2) throw new Unreadable('the spectral norm of a matrix', expr.span);
  return superscripts(world, scope, { ...expr, sub: [] }, norm(world, value, kind === 'F' ? '2' : kind));
}
const NORMS: Record<string, '1' | '2' | 'F' | 'max'> = { '1': '1', '2': '2', F: 'F', '\\infty': 'max', '\\mathrm{F}': 'F', '\\text{F}': 'F' };

/** `\mathbf{1}_n` has a size, `\mathbb{1}_{x > 0}` is an indicator. */
function scriptedOne(world: World, scope: Scope, expr: Scripted, letter: string): Value {
  const [sub] = expr.sub;
  const value = sub?.kind === 'chain' || sub?.kind === 'group' ? world.read(scope, sub) : constantVector(world, letter, sub);
  return superscripts(world, scope, { ...expr, sub: [] }, value);
}

function constantOr(world: World, scope: Scope, expr: Scripted, otherwise: () => Value): Value {
  const plain = expr.sub.length === 0 && expr.base.kind === 'name' && !expr.base.accents.length && (expr.base.letter in CONSTANTS || scope.bound.has(expr.base.letter) || expr.base.letter === 'I');
  return plain ? named(world, scope, expr.base) : otherwise();
}

const isEuler = (world: World, scope: Scope, expr: Scripted): boolean =>
  expr.base.kind === 'name' && expr.base.letter === 'e' && !expr.base.accents.length && expr.sub.length === 0 && expr.sup.length === 1 && !boundBare(world, scope, 'e') && !isVaried(world, scope, 'e');

/** A family of indexed names such as `e_i` leaves the bare letter its usual meaning. */
function boundBare(world: World, scope: Scope, base: string): boolean {
  const binding = world.lookup(base, undefined, scope.at, false);
  return binding !== undefined ? binding.slots.length === 0 : base in CONSTANTS && isDeclared(world, scope, base);
}

/** `e \in \mathbb{R}^n`, "let e be an eigenvector". */
const isDeclared = ({ declarations }: World, { at }: Scope, base: string): boolean =>
  declarations.shape(base, at) !== undefined || declarations.domain(base, at) !== undefined || declarations.isIntroduced(base, at);

/** `\delta_{ij}`, `\delta_{i,j}`: two indices and no definition as anything else. */
function isKronecker(world: World, scope: Scope, expr: Scripted): boolean {
  if (expr.base.kind !== 'name' || expr.base.letter !== '\\delta' || expr.base.accents.length || expr.sup.length) return false;
  return kroneckerLetters(expr).length === 2 && !world.lookup('\\delta', undefined, scope.at, true)?.params.length;
}

function kroneckerLetters(expr: Scripted): Expr[] {
  const items = expr.sub.flatMap((item) => (item.kind === 'product' ? item.factors : [item]));
  return items.every((item) => item.kind === 'name' || item.kind === 'num') ? items : [];
}

function kronecker(world: World, scope: Scope, expr: Scripted): Value {
  const [a, b] = kroneckerLetters(expr).map((item) => indexTerm(world, scope, item));
  if (a.term.op === 'index' && b.term.op === 'index') unify(world.dims, a.term.index, b.term.index);
  return scalar(map('equal', a.term, b.term));
}

function indexTerm(world: World, scope: Scope, item: Expr): Value {
  if (item.kind === 'name') return scalar({ op: 'index', index: scope.bound.get(item.letter) ?? item.letter });
  return world.read(scope, item);
}

function modified(world: World, scope: Scope, value: Value, modifier: Modifier, expr: Scripted): Value {
  switch (modifier.kind) {
    case 'transpose': return transpose(value);
    case 'inverse': return inverse(world, value);
    case 'inverseTranspose': return transpose(inverse(world, value));
    case 'power': return power(world, value, world.read(scope, modifier.exponent), modifier.exponent);
    case 'prime': throw new Unreadable(`the prime of ${print(expr)}`, expr.span);
  }
}

function superscripts(world: World, scope: Scope, expr: Scripted, base: Value): Value {
  if (expr.primes) return superscripts(world, scope, { ...expr, primes: 0 }, primedGroup(world, scope, expr, base));
  return expr.sup.reduce((value, sup) => {
    const probe = symbolUse({ ...expr, base: { kind: 'name', letter: '□', accents: [], span: expr.span }, sub: [], sup: [sup] }, { evidence: world.evidence, bound: scope.bound, shifts: scope.shifts });
    const modifier: Modifier = probe?.modifiers[0] ?? { kind: 'power', exponent: sup };
    return modified(world, scope, value, modifier, expr);
  }, base);
}

/** `(AB)'` where the exercise writes transposes so. */
function primedGroup(world: World, scope: Scope, expr: Scripted, value: Value): Value {
  if (expr.base.kind !== 'group' || !near(world.evidence, TRANSPOSING, scope.at)) throw new Unreadable(`the prime of ${print(expr)}`, expr.span);
  return expr.primes % 2 ? transpose(value) : value;
}

/** `(A x)_i`, `[H]_{ij}`: entries of what stands in the brackets. */
function entryOf(world: World, scope: Scope, expr: Scripted): Value | undefined {
  if (expr.sub.length === 0 || expr.primes) return undefined;
  const letters = kroneckerLetters(expr);
  if (letters.length === 0 || letters.some((l) => l.kind !== 'name')) return undefined;
  const inner = superscripts(world, scope, { ...expr, sub: [] }, world.read(scope, expr.base));
  if (inner.layout.length !== letters.length) throw new Unreadable(`entry ${print({ ...expr, base: { kind: 'name', letter: '', accents: [], span: expr.span } })} of something with ${inner.layout.length} axes`, expr.span, 'misfit');
  return select(world, scope, inner, letters);
}

/** `\sigma(z)_i` is an entry of the value. */
function entriesOf(world: World, scope: Scope, expr: Scripted, value: Value): Value {
  const letters = kroneckerLetters(expr);
  if (letters.length !== value.layout.length || letters.some((l) => l.kind !== 'name')) throw new Unreadable(`an entry of ${print(expr.base)}`, expr.span, 'misfit');
  return select(world, scope, value, letters);
}

function select(world: World, scope: Scope, value: Value, letters: Expr[]): Value {
  let term = value.term;
  value.layout.forEach((from, i) => {
    const letter = letters[i];
    const to = letter.kind === 'name' ? scope.bound.get(letter.letter) ?? letter.letter : '';
    unify(world.dims, to, from);
    term = renameIndex(term, from, to);
  });
  return scalar(term);
}

// ── grouping, sums, products ──

function group(world: World, scope: Scope, expr: Extract<Expr, { kind: 'group' }>): Value {
  if (expr.open === '|' && expr.items.length === 1) return bars(world, world.read(scope, expr.items[0]));
  if (expr.open === '‖' && expr.items.length === 1) return norm(world, world.read(scope, expr.items[0]), '2');
  if (expr.open === '⟨' && expr.items.length === 2) return inner(world, scope, expr.items);
  if (expr.open === '⟨' && expr.items.length === 1) return expectation(world, scope, expr, expr);
  if (expr.open === '⌊' && expr.items.length === 1) return applyTo(world, 'floor', world.read(scope, expr.items[0]));
  if (expr.open === '⌈' && expr.items.length === 1) return negate(applyTo(world, 'floor', negate(world.read(scope, expr.items[0]))));
  if (expr.items.length > 1) return tupleValue(world, scope, expr);
  if (expr.items.length === 0) throw new Unreadable('empty parentheses', expr.span);
  const value = world.read(scope, expr.items[0]);
  return { ...value, literal: value.literal && value.layout.length === 0 };
}

/** `|A|` of a matrix is its determinant. */
const bars = (world: World, value: Value): Value => (value.layout.length === 2 && world.reading.products === 'matrix' ? determinant(world, value, false) : norm(world, value, 'abs'));

function inner(world: World, scope: Scope, items: Expr[]): Value {
  const [a, b] = items.map((item) => world.read(scope, item));
  const product = elementwise(world, 'mul', { ...a, stance: 'column' }, { ...b, stance: 'column' });
  return product.layout.length ? scalar({ op: 'reduce', fn: 'sum', over: product.layout, body: product.term }) : product;
}

function sum(world: World, scope: Scope, expr: Sum): Value {
  const [first, ...rest] = reach(scope, expr);
  const start = world.read(scope, first.expr);
  const signed = first.sign < 0 ? negate(start) : start;
  return rest.reduce((total, term) => add(world, total, world.read(scope, term.expr), term.sign), signed);
}

/** A sum sign reaches over later terms that use its index, when nothing else binds that index. */
function reach(scope: Scope, expr: Sum): Sum['terms'] {
  const terms: Sum['terms'] = [];
  for (const term of expr.terms) {
    const last = terms[terms.length - 1];
    const big = last && trailingBig(last.expr);
    if (last && big && sumLetters(big).some((l) => freeLetters(term.expr).has(l)) && !sumLetters(big).some((l) => scope.outer.has(l) || scope.bound.has(l))) {
      terms[terms.length - 1] = { sign: last.sign, expr: extend(last.expr, big, term) };
    } else terms.push(term);
  }
  return terms;
}

function trailingBig(expr: Expr): Extract<Expr, { kind: 'big' }> | undefined {
  if (expr.kind === 'big') return expr.op === 'sum' ? (trailingBig(expr.body) ?? expr) : undefined;
  return expr.kind === 'product' ? trailingBig(expr.factors[expr.factors.length - 1]) : undefined;
}

function extend(expr: Expr, big: Expr, term: Sum['terms'][number]): Expr {
  if (expr === big && expr.kind === 'big') return { ...expr, body: { kind: 'sum', terms: [{ sign: 1, expr: expr.body }, term], span: expr.span } };
  if (expr.kind === 'big') return { ...expr, body: extend(expr.body, big, term) };
  if (expr.kind === 'product') return { ...expr, factors: [...expr.factors.slice(0, -1), extend(expr.factors[expr.factors.length - 1], big, term)] };
  return expr;
}

function product(world: World, scope: Scope, expr: Product): Value {
  const divided = dividedByAll(world, expr);
  if (divided) return world.read(scope, divided);
  const parts = applications(world, scope, expr);
  // A wedge of element-wise products binds what its neighbours multiply as matrices: `W^T d \odot m` is `(W^T d) \odot m`.
  const runs: { value: Value; sign: string }[] = [];
  for (const part of parts) {
    const last = runs[runs.length - 1];
    if (last && part.sign === 'otimes' && last.value.layout.length + part.value.layout.length > 2) throw new Unreadable('the Kronecker product', expr.span);
    if (last && part.sign !== 'odot') last.value = multiply(world, last.value, part.value, part.sign);
    else runs.push({ ...part });
  }
  return runs.map((run) => run.value).reduce((a, b) => elementwise(world, 'mul', a, b));
}

/** `x / 2 \sigma^2` where it is meant as `x / (2 \sigma^2)`. */
function dividedByAll(world: World, { factors, signs, span }: Product): Expr | undefined {
  const at = factors.findIndex((factor, i) => factor.kind === 'fraction' && factor.slash && isFollowed(i));
  const quotient = factors[at];
  if (quotient?.kind !== 'fraction' || world.reading.reach === 'next') return undefined;
  world.conventions.add(DIVIDES_ALL);
  let end = at;
  while (isFollowed(end)) end++;
  const under: Product = { kind: 'product', factors: [quotient.under, ...factors.slice(at + 1, end + 1)], signs: signs.slice(at, end), span: quotient.under.span };
  const whole: Expr = { ...quotient, under, slash: undefined };
  return at === 0 && end === factors.length - 1 ? whole : { kind: 'product', factors: [...factors.slice(0, at), whole, ...factors.slice(end + 1)], signs: [...signs.slice(0, at), ...signs.slice(end)], span };

  function isFollowed(i: number): boolean {
    return signs[i] === 'implicit' && /^(?:name|scripted|num|root|group)$/.test(factors[i + 1]?.kind ?? '');
  }
}

/** Factors with functions applied to the parentheses that follow them. */
function applications(world: World, scope: Scope, expr: Product): { value: Value; sign: string }[] {
  const out: { value: Value; sign: string }[] = [];
  for (let i = 0; i < expr.factors.length; i++) {
    const factor = expr.factors[i];
    const next = expr.signs[i] === 'implicit' ? expr.factors[i + 1] : undefined;
    const sign = i === 0 ? 'implicit' : expr.signs[i - 1] === 'circ' ? 'odot' : expr.signs[i - 1];
    if (expr.signs[i] === 'circ' && isFunctionLike(world, scope, factor)) throw new Unreadable('a composition of functions', factor.span);
    if (isBareExpectation(factor, next)) {
      const reach = expectedFactors(world, scope, expr, i + 1);
      out.push({ value: expectation(world, scope, factor, bracketed(expr, i + 1, reach)), sign });
      i = reach - 1;
      continue;
    }
    const call = next && application(world, scope, factor, next);
    if (call) i++;
    out.push({ value: call ?? world.read(scope, factor), sign });
  }
  return out;
}

/** `\mathbb{E} X^2`: an expectation of what follows it without brackets. */
const isBareExpectation = (factor: Expr, next: Expr | undefined): boolean => next !== undefined && isBlackboardE(factor) && !(next.kind === 'group' && next.open !== '|' && next.open !== '‖') && !(next.kind === 'scripted' && next.base.kind === 'group');
const isBlackboardE = (e: Expr): boolean => (e.kind === 'scripted' ? isBlackboardE(e.base) : e.kind === 'name' && e.letter === 'E' && e.font === 'blackboard');

/** Where the factors end that an expectation without brackets is taken of: at the next sign or expectation. Brackets that multiply leave it open. */
function expectedFactors(world: World, scope: Scope, { factors, signs }: Product, from: number): number {
  let end = from + 1;
  while (end < factors.length && signs[end - 1] === 'implicit' && !isBlackboardE(factors[end])) end++;
  const stray = factors.slice(from, end).find((factor, i) => factor.kind === 'group' && factor.open !== '|' && factor.open !== '‖' && !(i > 0 && isFunctionName(world, scope, factors[from + i - 1], factor)));
  if (stray) throw new Unreadable('how far an expectation without brackets reaches', stray.span);
  return end;
}

function bracketed({ factors, signs, span }: Product, from: number, to: number): Extract<Expr, { kind: 'group' }> {
  const inner: Expr = to - from === 1 ? factors[from] : { kind: 'product', factors: factors.slice(from, to), signs: signs.slice(from, to - 1), span };
  return { kind: 'group', open: '[', items: [inner], span };
}

function isFunctionLike(world: World, scope: Scope, factor: Expr): boolean {
  const use = factor.kind === 'name' ? useOf(world, scope, factor) : undefined;
  return !!use && (world.isFunction(use.base, scope.at) || !!world.lookup(use.base, use.time, scope.at, false)?.params.length);
}

function application(world: World, scope: Scope, head: Expr, next: Expr): Value | undefined {
  const body = next.kind === 'scripted' && next.base.kind === 'group' ? next.base : next;
  if (body.kind !== 'group') return undefined;
  if (head.kind === 'name' && /^[Oo]$/.test(head.letter) && body.open === '(' && !world.lookup(head.letter, undefined, scope.at, false) && !near(world.evidence, `varied ${head.letter}`, scope.at)) throw new Unreadable(`the order term ${print(head)}${print(body)}`, head.span);
  if (next === body && isNormalDensity(head, body)) return normalDensity(world, scope, body);
  if (body.open === '(' && isProbability(world, scope, head, body)) throw new Unreadable(`what stands in the parentheses after ${print(head)}`, head.span);
  if (isPolicy(head, body) && !isFunctionName(world, scope, head, body)) throw new Unreadable('whether \\pi is applied or multiplied', head.span);
  if (head.kind === 'derivative') return body.open === '(' ? partialAt(world, scope, head, body) : undefined;
  if (head.kind === 'scripted' && head.sup.length === 1 && isMinusOne(head.sup[0]) && isFunctionName(world, scope, { ...head, sup: [] }, body)) throw new Unreadable(`the inverse of ${print(head.base)}`, head.span);
  if (body.open === '(' && standsAlone(head, body) && isFunctionName(world, scope, head, body)) throw new Unreadable(`whether ${print(head)} is applied or multiplied`, head.span);
  if (isPowerOfFunction(world, scope, head, body)) return superscripts(world, scope, head, application(world, scope, { ...head, sup: [] }, next) as Value);
  const named = namedCall(world, scope, head, body);
  if (named) return next.kind === 'scripted' ? superscripts(world, scope, next, named) : named;
  const result = isExpectation(head, body) ? expectation(world, scope, head, body) : isFunctionName(world, scope, head, body) ? applyFunctionOf(world, scope, head, body) : undefined;
  if (!result || next.kind !== 'scripted') return result;
  return superscripts(world, scope, { ...next, sub: [] }, next.sub.length ? entriesOf(world, scope, next, result) : result);
}

/** `\sigma^2(z)` as `\tanh^2(z)` is written, of a name that the document calls a function. */
function isPowerOfFunction(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): head is Scripted {
  if (head.kind !== 'scripted' || head.sub.length || head.primes || head.sup.length !== 1 || head.sup[0].kind !== 'num') return false;
  const bare: Expr = { ...head, sup: [] };
  const use = useOf(world, scope, bare);
  return !!use && (world.isFunction(use.base, scope.at) || world.declarations.functionName(use.base, scope.at) !== undefined) && isFunctionName(world, scope, bare, body);
}

/** `\sigma(1 - \sigma)`: inside the parentheses the name stands for its value. */
function standsAlone(head: Expr, body: Extract<Expr, { kind: 'group' }>): boolean {
  const name = print(head);
  const alone = (e: Expr, next?: Expr): boolean => {
    if (print(e) === name && (e.kind === 'name' || e.kind === 'scripted')) return next?.kind !== 'group';
    // Its derivative is applied as well: `f(x - f'(x))`.
    if (e.kind === 'scripted' && e.primes > 0 && print(e.base) === name) return next?.kind !== 'group';
    if (e.kind === 'product') return e.factors.some((factor, i) => alone(factor, e.factors[i + 1]));
    return children(e).some((child) => alone(child));
  };
  return body.items.some((item) => alone(item));
}

/** `p(z = k \mid x)`, `p(x; \theta)`: a relation, or several things where the name is no function, in the parentheses after a name. */
function isProbability(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): boolean {
  if (head.kind !== 'name' && head.kind !== 'scripted') return false;
  const relates = body.items.some((item) => item.kind === 'chain');
  return relates ? !isFunctionName(world, scope, head, { ...body, open: '[' }) : body.items.length > 1 && body.items.some((item) => item.kind !== 'num') && !isFunctionName(world, scope, head, body);
}

/** `J(\nabla y)` that the document defines as a whole. */
function namedCall(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): Value | undefined {
  if (body.items.length !== 1 || body.items[0].kind !== 'nabla') return undefined;
  const use = useOf(world, scope, head);
  const base = use && `${use.base}(${print(body.items[0])})`;
  if (!use || !base || !world.lookup(base, undefined, scope.at, false)) return undefined;
  return symbolValue(world, scope, { ...use, base, tex: `${use.tex}(${print(body.items[0])})` });
}

function applyFunctionOf(world: World, scope: Scope, head: Expr, body: Extract<Expr, { kind: 'group' }>): Value {
  return applyNamed(world, scope, { kind: 'apply', fn: '', arg: body, sub: [], span: head.span }, head);
}

function fraction(world: World, scope: Scope, over: Expr, under: Expr): Value {
  const [a, b] = [world.read(scope, over), world.read(scope, under)];
  if (b.layout.length > 1 && a.layout.length !== b.layout.length) throw new Unreadable('a matrix as a denominator', under.span, 'misfit');
  if (b.layout.length && world.reading.products === 'matrix') throw new Unreadable('a vector as a denominator', under.span, 'misfit');
  const result = elementwise(world, 'div', a, b);
  return { ...result, literal: !!(a.literal && b.literal) };
}

function root(world: World, scope: Scope, expr: Extract<Expr, { kind: 'root' }>): Value {
  const body = world.read(scope, expr.body);
  if (!expr.degree) return applyTo(world, 'sqrt', body);
  const degree = world.read(scope, expr.degree);
  return { ...body, term: map('pow', body.term, map('div', num(1), degree.term)) };
}
