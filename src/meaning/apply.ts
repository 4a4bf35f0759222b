/** Functions applied: those the notation names, those the document defines, and those of which only smoothness is known. */
import type { Apply, Derivative, Expr, Group } from '../notation/expression';
import { print } from '../notation/print';
import { unify } from './dims';
import { determinant, diagonal, trace, vectorized } from './matrices';
import { near } from './evidence';
import { LAWS } from './distributions';
import { covariance } from './expectations';
import { keysIn, reaches, symbolInfo, useOf } from './names';
import { withParity } from './parity';
import { isMinusOne, isVariance, type SymbolUse, keyOf, visitSymbols } from './symbols';
import { type ElementwiseName, type Index, type Term, type Value, map, num, scalar } from './term';
import { elementwise, relabel, renameIndex, together } from './values';
import { type Binding, type Scope, type SymbolInfo, type World, Unreadable, boundTo, freshIndex, variedBy } from './world';

/** A function entry by entry. */
export function applyTo(world: World, fn: ElementwiseName, value: Value): Value {
  noteMatrix(world, fn, value);
  return { ...value, term: map(fn, value.term), literal: false };
}

// ── functions with a meaning of their own ──

const one = num(1);
const half = num(0.5);
const positive = (x: Term): Term => map('less', num(0), x);
const select = (condition: Term, yes: Term, no: Term): Term => map('select', condition, yes, no);

/** Γ(x + 1). */
const factorial = (x: Term): Term => map('gamma', map('add', x, one));

/** The slope of \log\Gamma. */
function digamma(x: Term): Term {
  const key = 'argument of digamma';
  return { op: 'let', key, axes: [], value: x, body: map('log', map('gamma', { op: 'symbol', key, at: [] })), by: [{ at: [] }] };
}

/** Element-wise functions by name, as terms. Formulas are the usual definitions. */
const ELEMENTWISE: Record<string, (x: Term) => Term> = {
  ln: (x) => map('log', x), log: (x) => map('log', x), exp: (x) => map('exp', x),
  log10: (x) => map('div', map('log', x), num(Math.LN10)),
  sin: (x) => map('sin', x), cos: (x) => map('cos', x), tan: (x) => map('tan', x),
  sec: (x) => map('div', one, map('cos', x)), csc: (x) => map('div', one, map('sin', x)), cot: (x) => map('div', map('cos', x), map('sin', x)),
  sech: (x) => map('div', one, map('cosh', x)), csch: (x) => map('div', one, map('sinh', x)), coth: (x) => map('div', map('cosh', x), map('sinh', x)),
  factorial,
  asin: (x) => map('asin', x), acos: (x) => map('acos', x), atan: (x) => map('atan', x),
  sinh: (x) => map('sinh', x), cosh: (x) => map('cosh', x), tanh: (x) => map('tanh', x),
  sigmoid: (x) => map('sigmoid', x), softplus: (x) => map('softplus', x), relu: (x) => map('relu', x), erf: (x) => map('erf', x), sign: (x) => map('sign', x),
  gelu: (x) => map('mul', x, map('mul', half, map('add', one, map('erf', map('div', x, num(Math.SQRT2)))))),
  silu: (x) => map('mul', x, map('sigmoid', x)), swish: (x) => map('mul', x, map('sigmoid', x)),
  normalcdf: (x) => map('mul', half, map('add', one, map('erf', map('div', x, num(Math.SQRT2))))),
  normalpdf: (x) => map('div', map('exp', map('neg', map('div', map('mul', x, x), num(2)))), num(Math.sqrt(2 * Math.PI))),
  gamma: (x) => map('gamma', x), digamma,
  softsign: (x) => map('div', x, map('add', one, map('abs', x))),
};

/** A function's name without case, dots and dashes: LeakyReLU, leaky-relu. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Slope of the leaky rectifier: the document's α, else 0.01. */
function leaky(world: World, scope: Scope, x: Term): Term {
  const alpha = { base: '\\alpha', family: '\\alpha', slots: [], modifiers: [], tex: '\\alpha' };
  const known = world.evidence.seen.has('bare \\alpha');
  const slope: Term = known ? { op: 'symbol', key: symbolInfo(world, scope, alpha).key, at: [] } : num(0.01);
  return select(positive(x), x, map('mul', slope, x));
}

type Builtin = (world: World, args: Value[], expr: Apply) => Value;
const BUILTINS: Record<string, Builtin> = {
  softmax: (world, [v], expr) => softmax(world, v, expr),
  logsumexp: (world, [v]) => ({ ...overAll('sum', world, { ...v, term: map('exp', v.term) }, (t) => map('log', t)) }),
  binom: (world, args, expr) => binomial(world, args, expr),
  tr: (world, [m]) => trace(world, m),
  det: (world, [m]) => determinant(world, m, false),
  diag: (world, [v]) => diagonal(world, v),
  vec: (world, [m]) => vectorized(world, m),
  max: (world, args) => extremum(world, args, 'maximum'),
  min: (world, args) => extremum(world, args, 'minimum'),
};

function softmax(world: World, v: Value, { arg }: Apply): Value {
  const rows = v.layout.length === 2 && (world.declarations.rowwise || isScores(world, arg));
  // `softmax(z_i)` of numbers z_i is entry i of the softmax of all.
  const entry = v.layout.length === 0 && v.term.op === 'symbol' && v.term.at.length === 1 ? v.term.at[0] : undefined;
  if (rows) world.conventions.add('softmax is taken of each row');
  else if (v.layout.length !== 1 && entry === undefined) throw new Unreadable('softmax of something that is no vector', undefined, 'misfit');
  const bound = freshIndex(world, 's');
  const along = entry ?? v.layout[v.layout.length - 1];
  unify(world.dims, bound, along);
  const denominator: Term = { op: 'reduce', fn: 'sum', over: [bound], body: map('exp', renameIndex(v.term, along, bound)) };
  return { ...v, term: map('div', map('exp', v.term), denominator), literal: false };
}

/** `QK^\top`, also divided, or a name for it: scores of rows against rows. */
function isScores(world: World, arg: Expr): boolean {
  if (arg.kind === 'group') return arg.items.length === 1 && isScores(world, arg.items[0]);
  if (arg.kind === 'fraction') return isScores(world, arg.over);
  if (arg.kind === 'name') { const named = world.lookup(arg.letter, undefined, arg.span.start, false); return named !== undefined && named.expr.kind !== 'name' && isScores(world, named.expr); }
  if (arg.kind !== 'product' || arg.factors.length < 2) return false;
  const turned = (e: Expr): boolean => e.kind === 'scripted' && e.sup.some((sup) => /^(?:T|\\top)$/.test(print(sup)));
  return turned(arg.factors[arg.factors.length - 1]) && !turned(arg.factors[0]);
}

function binomial(world: World, [n, k]: Value[], expr: Apply): Value {
  for (const value of [n, k]) countsWhole(world, value);
  if (n.layout.length || k.layout.length) throw new Unreadable(print(expr), expr.span, 'misfit');
  return scalar(map('div', factorial(n.term), map('mul', factorial(k.term), factorial(map('sub', n.term, k.term)))));
}

function overAll(fn: 'sum' | 'max' | 'min', _world: World, v: Value, after: (t: Term) => Term = (t) => t): Value {
  return scalar(after(v.layout.length ? { op: 'reduce', fn, over: v.layout, body: v.term } : v.term));
}

function extremum(world: World, args: Value[], fn: 'maximum' | 'minimum'): Value {
  if (args.length === 1) return overAll(fn === 'maximum' ? 'max' : 'min', world, args[0]);
  return args.reduce((a, b) => { const [x, y] = together(world, literally(a), literally(b), 'beside'); return { ...x, term: map(fn, x.term, y.term), literal: false }; });
}
const literally = (v: Value): Value => (v.layout.length === 0 ? { ...v, literal: true } : v);

/** A function named by the notation, or by `head` where the document names it. */
export function applyNamed(world: World, scope: Scope, expr: Apply, head?: Expr): Value {
  if (head) return applyHead(world, scope, head, argumentsOf(expr.arg), expr);
  const primes = /'*$/.exec(expr.fn)?.[0].length ?? 0;
  const name = expr.fn.slice(0, expr.fn.length - primes);
  if (expr.power && isMinusOne(expr.power)) return inverseOf(world, scope, expr, name);
  const split = productAfter(world, scope, expr);
  if (split) return elementwise(world, 'mul', applyNamed(world, scope, { ...expr, arg: split[0] }), world.read(scope, split[1]));
  if (name === 'var' || name === 'cov') return covariance(world, scope, expr.arg, name);
  const args = argumentsOf(expr.arg).map((arg) => world.read(scope, arg));
  if (args.length === 0) throw new Unreadable(`${name} of nothing`, expr.span);
  if (name === 'log' && expr.sub.length === 1) return logarithm(world, scope, expr.sub[0], args[0]);
  const value = primes ? primed(world, args[0], (x) => elementTerm(world, scope, name, x, expr), primes) : call(world, scope, name, args, expr);
  return expr.power ? { ...value, term: map('pow', value.term, world.read(scope, expr.power).term) } : value;
}

/** `\sin^{-1} x` is the inverse function, and no power. */
function inverseOf(world: World, scope: Scope, { power: _, ...expr }: Apply, name: string): Value {
  const inverse = INVERSES[name];
  if (!inverse) throw new Unreadable(`the inverse of ${name}`, expr.span);
  return applyNamed(world, scope, { ...expr, fn: inverse });
}
const INVERSES: Record<string, string> = { sin: 'asin', cos: 'acos', tan: 'atan' };

/** `\log x (1 + y)`: parentheses after a name that is no function are a factor beside the logarithm. */
function productAfter(world: World, scope: Scope, expr: Apply): [Expr, Expr] | undefined {
  const { arg } = expr;
  if (arg.kind !== 'product' || arg.factors.length !== 2 || arg.factors[1].kind !== 'group' || arg.factors[1].open !== '(') return undefined;
  if (isFunctionName(world, scope, arg.factors[0], arg.factors[1]) || isNormalDensity(arg.factors[0], arg.factors[1])) return undefined;
  if (isPolicy(arg.factors[0], arg.factors[1]) || isLaw(arg.factors[0], arg.factors[1])) throw new Unreadable(`whether ${print(arg.factors[0])} is applied or multiplied`, arg.span);
  if (world.reading.reach === 'all') { world.conventions.add(`${expr.fn} is of all that follows it`); return undefined; }
  return [arg.factors[0], arg.factors[1]];
}

/** `p(x, y)`, `q_\phi(z \mid x)`: a chance or density, where no number stands in the parentheses. */
function isLaw(head: Expr, body: Group): boolean {
  const name = head.kind === 'scripted' ? head.base : head;
  return name.kind === 'name' && /^[pqP]$/.test(name.letter) && body.items.every((item) => item.kind === 'name' || item.kind === 'scripted' || item.kind === 'chain');
}

/** `\mathcal{N}(x; \mu, \sigma^2)`. */
export const isNormalDensity = (head: Expr, body: Group): boolean => head.kind === 'name' && head.letter === 'N' && head.font === 'calligraphic' && body.open === '(' && body.items.length === 3;

/** The density of a number under the normal law, with the variance last. */
export function normalDensity(world: World, scope: Scope, body: Group): Value {
  const last = body.items[2];
  if (last.kind === 'name' && LAWS.normal.unclear?.test(last.letter)) throw new Unreadable(`which parameter of the law ${last.letter} is`, last.span);
  const [x, mean, variance] = body.items.map((item) => world.read(scope, item));
  if (variance.layout.length === 2) return world.read(scope, vectorDensity(body));
  if ([x, mean, variance].some(({ layout }) => layout.length > 0)) throw new Unreadable('the density of a normal vector', body.span, 'misfit');
  const gap = map('sub', x.term, mean.term);
  const exponent = map('neg', map('div', map('mul', gap, gap), map('mul', num(2), variance.term)));
  return scalar(map('div', map('exp', exponent), map('sqrt', map('mul', num(2 * Math.PI), variance.term))));
}

/** `e^{-\frac12 (x - \mu)^T \Sigma^{-1} (x - \mu)} / \sqrt{\det(2 \pi \Sigma)}`. */
function vectorDensity({ items: [x, mean, variance], span }: Group): Expr {
  const grouped = (expr: Expr): Group => ({ kind: 'group', open: '(', items: [expr], span });
  const number = (value: number): Expr => ({ kind: 'num', value, text: String(value), digits: 0, span });
  const times = (...factors: Expr[]): Expr => ({ kind: 'product', factors, signs: factors.slice(1).map(() => 'implicit'), span });
  const raised = (base: Expr, sup: Expr): Expr => ({ kind: 'scripted', base: grouped(base), sub: [], sup: [sup], primes: 0, span });
  const apply = (fn: string, arg: Expr): Expr => ({ kind: 'apply', fn, arg: grouped(arg), sub: [], span });
  const gap: Expr = { kind: 'sum', terms: [{ sign: 1, expr: x }, { sign: -1, expr: mean }], span };
  const minusOne: Expr = { kind: 'sum', terms: [{ sign: -1, expr: number(1) }], span };
  const form = times(raised(gap, { kind: 'mark', mark: 'transpose', span }), raised(variance, minusOne), grouped(gap));
  const spread = apply('det', times(number(2 * Math.PI), grouped(variance)));
  return { kind: 'fraction', over: apply('exp', { kind: 'sum', terms: [{ sign: -1, expr: { kind: 'fraction', over: form, under: number(2), span } }], span }), under: { kind: 'root', body: spread, span }, span };
}

/** The policy of reinforcement learning has the same letter as the number. */
export const isPolicy = (head: Expr, body: Group): boolean => head.kind === 'name' && head.letter === '\\pi' && body.items.every((item) => item.kind === 'name' || item.kind === 'scripted');

const argumentsOf = (arg: Expr): Expr[] => (arg.kind === 'group' && !arg.items.some((item) => item.kind === 'dots') && arg.open !== '|' && arg.open !== '‖' && arg.open !== '⟨' ? arg.items : [arg]);

function logarithm(world: World, scope: Scope, base: Expr, x: Value): Value {
  return { ...x, term: map('div', map('log', x.term), map('log', world.read(scope, base).term)), literal: false };
}

function call(world: World, scope: Scope, name: string, args: Value[], expr: Apply): Value {
  const builtin = BUILTINS[name];
  if (builtin) return builtin(world, args, expr);
  if (args.length !== 1) throw new Unreadable(`${name} of ${args.length} arguments`, expr.span);
  if (name === 'factorial') countsWhole(world, args[0]);
  if (name === 'log' && args[0].layout.length === 0 && isDeterminant(args[0].term)) return scalar(logDeterminant(args[0].term));
  noteMatrix(world, name, args[0]);
  return { ...args[0], term: elementTerm(world, scope, name, args[0].term, expr), literal: false };
}

/** Factorials are of whole numbers. */
function countsWhole(world: World, { term }: Value): void {
  const info = term.op === 'symbol' ? world.symbols.get(term.key) : undefined;
  if (info && !info.binding) info.whole = true;
}

/** The exponential of a square matrix and the like are something else than those of its entries. */
function noteMatrix(world: World, fn: string, { layout }: Value): void {
  if (OF_MATRICES.has(fn) && layout.length === 2) world.matrixArguments.push(layout);
}
const OF_MATRICES = new Set(['exp', 'log', 'ln', 'sin', 'cos', 'sinh', 'cosh']);

const isDeterminant = (t: Term): t is Extract<Term, { op: 'det' }> => t.op === 'det' && !t.log;
const logDeterminant = (t: Term): Term => (t.op === 'det' ? { ...t, log: true } : t);

function elementTerm(world: World, scope: Scope, name: string, x: Term, expr: Apply): Term {
  const key = plain(name);
  if (key === 'leakyrelu' || key === 'lrelu') return leaky(world, scope, x);
  if (key === 'log10' && world.reading.logBase === 2) return toBase(world, map('log', x), '\\lg');
  const fn = ELEMENTWISE[key];
  if (!fn) throw new Unreadable(name === '∂' ? 'a differential on its own' : `the function ${name}`, expr.span);
  return key === 'log' ? toBase(world, fn(x)) : fn(x);
}

function toBase(world: World, natural: Term, name = '\\log'): Term {
  const { logBase } = world.reading;
  if (logBase === Math.E) return natural;
  world.conventions.add(`${name} to the base ${logBase}`);
  return map('div', natural, num(Math.log(logBase)));
}

/** `f'(x)` entry by entry: the derivative of `fn` at the place of the argument. */
function primed(world: World, arg: Value, fn: (x: Term) => Term, order: number): Value {
  const key = `argument ${freshIndex(world)}`;
  const body = fn({ op: 'symbol', key, at: [] });
  return { ...arg, term: { op: 'let', key, axes: [], value: arg.term, body, by: Array.from({ length: order }, () => ({ at: [] })) }, literal: false };
}

// ── functions that the document names ──

/** Whether a name before parentheses is applied to them; else it is multiplied by them. */
export function isFunctionName(world: World, scope: Scope, head: Expr, body: Group): boolean {
  if (body.open !== '(' && body.open !== '[' && body.open !== '{') return false;
  if (isIndicator(head, body)) return true;
  if (head.kind !== 'name' && !(head.kind === 'scripted' && head.base.kind === 'name')) return false;
  const name = head.kind === 'name' ? head : head.base;
  if (name.kind !== 'name') return false;
  if (head.kind === 'scripted' && head.primes > 0) return !useOf(world, scope, head)?.modifiers.some(({ kind }) => kind === 'transpose');
  if (body.open !== '(') return false;
  const use = useOf(world, scope, head);
  if (!use || use.modifiers.length > 0) return false;
  // A family of functions is not read yet, which `applyHead` says.
  if (use.slots.length > 0) return near(world.evidence, `family ${use.base}`, scope.at);
  const binding = world.lookup(use.base, use.time, scope.at, false);
  if (binding) return binding.params.length > 0;
  if (name.font === 'roman' && name.letter.length > 1) return true;
  if (isParametric(world, scope, use) && isLaw({ ...name, letter: 'p' }, body)) return true;
  return use.base === '\\sigma' || specialName(world, use.base, scope.at) !== undefined || world.declarations.functionName(use.base, scope.at) !== undefined || world.isFunction(use.base, scope.at);
}

/** \Gamma that is always applied is the gamma function, and \psi beside it the slope of its logarithm. */
function specialName({ evidence }: World, base: string, at: number): string | undefined {
  const name = SPECIAL[base];
  if (!name || !near(evidence, 'applied \\Gamma', at)) return undefined;
  const [applied, written] = ['applied \\Gamma', 'bare \\Gamma'].map((topic) => (evidence.seen.get(topic) ?? []).filter(({ unit }) => unit === evidence.unitAt(at)).length);
  return applied >= written ? name : undefined;
}
const SPECIAL: Record<string, string> = { '\\Gamma': 'gamma', '\\psi': 'digamma' };

/** `p_\theta`, where something is differentiated by \theta. */
function isParametric(world: World, scope: Scope, { base }: SymbolUse): boolean {
  const [, label] = LABELLED.exec(base) ?? [];
  return label !== undefined && near(world.evidence, `varied ${label}`, scope.at);
}
const LABELLED = /^[^_]+_(\\?[A-Za-z]+)$/;

function isIndicator(head: Expr, body: Group): boolean {
  const letter = head.kind === 'name' ? head.letter : head.kind === 'num' ? head.text : '';
  return (letter === 'I' || letter === '1' || letter === '\\chi') && body.items.length === 1 && body.items[0].kind === 'chain';
}

function applyHead(world: World, scope: Scope, head: Expr, args: Expr[], expr: Apply): Value {
  if (expr.arg.kind === 'group' && isIndicator(head, expr.arg)) return world.read(scope, expr.arg.items[0]);
  const order = head.kind === 'scripted' ? head.primes : 0;
  const unprimed: Expr = head.kind === 'scripted' ? { ...head, primes: 0 } : head;
  const name = unprimed.kind === 'name' ? unprimed : unprimed.kind === 'scripted' && !unprimed.sub.length && !unprimed.sup.length ? unprimed.base : undefined;
  const use = useOf(world, scope, name ?? unprimed);
  if (!use) throw new Unreadable(print(head), head.span);
  if (use.slots.length) throw new Unreadable('a family of functions', head.span);
  const values = args.map((arg) => world.read(scope, arg));
  const binding = boundTo(world, use.base, use.time, scope.at);
  if (binding?.params.some((param) => countsWith(world, binding, param))) throw new Unreadable(`${use.tex} of an index`, head.span);
  if (binding?.params.length) return defined(world, scope, use, binding.params, values, order);
  const known = world.declarations.functionName(use.base, scope.at) ?? (use.base === '\\sigma' ? world.reading.activation : (specialName(world, use.base, scope.at) ?? knownFunction(use.base)));
  if (known) return order ? primed(world, values[0], (x) => elementTerm(world, scope, known, x, expr), order) : call(world, scope, known, values, expr);
  noteCall(world, scope, use, args, head);
  return smooth(world, scope, use, values, order);
}

/** Laws are told apart by what they are of, and functions by how many arguments they have: `p(x)` and `p(y \mid x)` are not one function at two places. */
function noteCall(world: World, scope: Scope, use: SymbolUse, args: Expr[], head: Expr): void {
  const key = `calls of ${keyOf(use)}`;
  const written = /^(?:[pqP]|\\pi)(?:_|$)/.test(use.base) ? args.map((arg) => (arg.kind === 'name' && scope.bound.has(arg.letter) ? ANY : print(arg))).join(', ') : String(args.length);
  const known = world.calls.get(key) ?? written;
  if (known !== written) throw new Unreadable(`${use.tex} of different things`, head.span);
  world.calls.set(key, written);
}

/** `\pi(a) = e^{\theta_a} / \dots`: the argument is an index. */
function countsWith(world: World, binding: Binding, { base }: SymbolUse): boolean {
  let counts = false;
  visitSymbols(binding.expr, { evidence: world.evidence, bound: new Set(), shifts: new Map() }, (use) => { counts ||= use.slots.some((slot) => slot.kind === 'index' && slot.letter === base); });
  return counts;
}

/** What a sum runs over, by whatever letter. */
const ANY = '·';

function knownFunction(base: string): string | undefined {
  const key = plain(base);
  return base.length > 1 && (key in ELEMENTWISE || key in BUILTINS || key === 'leakyrelu' || key === 'lrelu') ? key : undefined;
}

/** `f(u)` of a defined f: the definition with its parameters replaced, all at once. */
function defined(world: World, scope: Scope, use: SymbolUse, params: SymbolUse[], args: Value[], order: number): Value {
  const info = symbolInfo(world, scope, use);
  if (args.length !== params.length) throw new Unreadable(`${use.tex} takes ${params.length} arguments, not ${args.length}`, undefined);
  if (order && params.some(isVariance)) throw new Unreadable(`the prime of ${use.tex}`, undefined);
  const values = args.map((arg, i) => (isVariance(params[i]) ? applyTo(world, 'sqrt', arg) : arg));
  if (order && isBoundApart(world, scope, info, params[0])) throw new Unreadable(`how ${use.tex} depends on ${params[0].tex}`, undefined);
  if (isEntrywise(world, scope, params, values, info)) {
    world.conventions.add(`${use.tex} is applied entry by entry`);
    const [value] = values;
    return { ...value, term: substitute(world, scope, params, [{ ...value, layout: [] }], { op: 'symbol', key: info.key, at: [] }, order), literal: false };
  }
  const layout = info.axes.map((axis) => { const index = freshIndex(world); unify(world.dims, index, axis); return index; });
  const body: Term = { op: 'symbol', key: info.key, at: layout };
  return { term: substitute(world, scope, params, values, body, order), layout, stance: info.stance };
}

/** `\eta = \log(1 - \phi)` and `a(\eta) = \log\frac{1 - \phi}{\phi}`: the parameter is bound to something, and what the function is does not mention it. */
function isBoundApart(world: World, scope: Scope, info: SymbolInfo, param: SymbolUse): boolean {
  const definition = world.definitions.get(info.key);
  return definition !== undefined && !keysIn(definition.term).has(keyOf(param)) && boundTo(world, param.base, param.time, scope.at) !== undefined;
}

/** A function of a number with a number as its value, given an array. */
const isEntrywise = (world: World, scope: Scope, params: SymbolUse[], values: Value[], info: SymbolInfo): boolean =>
  params.length === 1 && info.axes.length === 0 && values[0].layout.length > 0 && symbolInfo(world, scope, params[0]).axes.length === 0;

export function substitute(world: World, scope: Scope, params: SymbolUse[], values: Value[], body: Term, order = 0, by: Index[][] = []): Term {
  const stands = params.map(() => `argument ${freshIndex(world)}`);
  let term = body;
  params.forEach((param, i) => {
    const info = symbolInfo(world, scope, param);
    if (info.axes.length !== values[i].layout.length) throw new Unreadable(`the argument of ${param.tex} has another shape`, undefined, 'misfit');
    if (order && info.axes.length) throw new Unreadable('the prime of a function of a vector', undefined, 'misfit');
    const axes = info.axes.map(() => freshIndex(world));
    axes.forEach((axis, k) => { unify(world.dims, axis, info.axes[k]); });
    const steps = i === 0 ? [...Array.from({ length: order }, () => ({ at: [] as Index[] })), ...by.map((at) => ({ at }))] : [];
    term = { op: 'let', key: keyOf(param), axes, value: { op: 'symbol', key: stands[i], at: axes }, body: term, ...(steps.length ? { by: steps } : {}) };
  });
  params.forEach((param, i) => {
    const axes = symbolInfo(world, scope, param).axes.map(() => freshIndex(world));
    // The argument is as long as the parameter.
    axes.forEach((axis, k) => { unify(world.dims, axis, symbolInfo(world, scope, param).axes[k]); unify(world.dims, axis, values[i].layout[k]); });
    const value = relabel(world, values[i], axes);
    term = { op: 'let', key: stands[i], axes, value: value.term, body: term };
  });
  return term;
}

const ENTRYWISE = new Set(['\\sigma', '\\phi', '\\psi', 'g', 'h', '\\rho']);

/** The name of an undefined function, which the claim is known to rest on. */
function registered(world: World, use: SymbolUse): string {
  const name = keyOf(use);
  world.symbols.set(`function ${name}`, { key: `function ${name}`, use, axes: [], stance: 'column', dependsOn: [] });
  return name;
}

/** What a function without a definition is differentiated by though its arguments do not rest on it, such as the parameter of `\pi_\theta(a)`: it rests on that too. */
function parametersOf(world: World, scope: Scope, use: SymbolUse, values: Value[]): Value[] {
  const [, label = ''] = LABELLED.exec(use.base) ?? [];
  const written: SymbolUse[] = isParametric(world, scope, use) ? [{ base: label, family: label, slots: [], modifiers: [], tex: label }] : [];
  const others = variedBy(world, use.base, use.time, scope.at).map((by): SymbolUse => ({ ...by, slots: [], modifiers: [] }));
  const all = [...written, ...others].filter((by, i, list) => list.findIndex((other) => keyOf(other) === keyOf(by)) === i).map((by) => symbolInfo(world, scope, by));
  const known = values.flatMap(({ term }) => [...keysIn(term)]);
  return all.filter(({ key, size }) => !size && !known.some((name) => name === key || reaches(world, name, key))).map(({ key, axes }): Value => {
    const layout = axes.map((axis) => { const index = freshIndex(world); unify(world.dims, index, axis); return index; });
    return { term: { op: 'symbol', key, at: layout }, layout, stance: 'column' };
  });
}

/** A function without a definition: arbitrary, smooth, the same wherever it is named. */
function smooth(world: World, scope: Scope, use: SymbolUse, written: Value[], order: number): Value {
  const name = registered(world, use);
  const parameters = parametersOf(world, scope, use, written);
  const values = order ? written : [...written, ...parameters];
  const entrywise = values.length === 1 && (values[0].layout.length === 0 || ENTRYWISE.has(use.base));
  if (entrywise) return { ...values[0], term: asSaid(world, scope, use, { op: 'smooth', name, args: [{ term: values[0].term, over: [] }], order, out: [] }), literal: false };
  if (order) throw new Unreadable(`the prime of ${use.tex} with several arguments`, undefined, 'misfit');
  return scalar({ op: 'smooth', name, args: values.map((v) => ({ term: v.term, over: v.layout })), order: 0, out: [] });
}

/** Odd or even, where the document says so. */
function asSaid(world: World, scope: Scope, use: SymbolUse, term: Extract<Term, { op: 'smooth' }>): Term {
  const parity = world.declarations.parity(use.base, scope.at);
  if (!parity) return term;
  world.premises.add(`${use.tex} is ${parity}`);
  return withParity(term, parity);
}

/** The gradient of a function at its argument, `\nabla f(u)`, or with `order` 2 its Hessian. */
export function gradientOfCall(world: World, scope: Scope, head: Expr, body: Group, order = 1): Value {
  const use = useOf(world, scope, head);
  if (!use) throw new Unreadable(print(head), head.span);
  if (body.items.length === 0) throw new Unreadable(`${use.tex} of nothing`, head.span);
  const values = body.items.map((item) => world.read(scope, item));
  const binding = boundTo(world, use.base, use.time, scope.at);
  if (binding?.params.length && binding.params.length !== values.length) throw new Unreadable(`${use.tex} takes ${binding.params.length} arguments, not ${values.length}`, head.span);
  if (order > 1 && values.length > 1) throw new Unreadable('second derivatives by several arguments', head.span);
  const parts = values.map((_, which) => partial(world, scope, use, binding?.params ?? [], values, which, order));
  if (parts.length === 1) return parts[0];
  if (parts.some((part) => part.layout.length)) throw new Unreadable('the gradient by several vectors', head.span);
  const index = freshIndex(world);
  world.dims.fixed.set(index, parts.length);
  return { term: { op: 'stack', index, items: parts.map((part) => part.term) }, layout: [index], stance: 'either' };
}

/** `\frac{\partial f}{\partial x}(a, b)`: the derivative of a function of several arguments, taken at a point. */
export function partialAt(world: World, scope: Scope, whole: Derivative, point: Group): Value | undefined {
  const { of, by } = whole;
  const use = useOf(world, scope, of);
  const variable = by.length === 1 && by[0].order === 1 ? useOf(world, scope, by[0].expr) : undefined;
  const params = (use && boundTo(world, use.base, use.time, scope.at)?.params) ?? [];
  const which = params.findIndex((param) => variable && keyOf(param) === keyOf(variable));
  if (!use || which < 0 || params.length !== point.items.length) return undefined;
  if (params.length === 1) return atOne(world, scope, whole, params[0], point.items[0]);
  return partial(world, scope, use, params, point.items.map((item) => world.read(scope, item)), which, 1);
}

/** `\frac{df}{dx}(x)` is the derivative itself. At a number or another name it may be taken there, or be multiplied by it. */
function atOne(world: World, scope: Scope, whole: Derivative, param: SymbolUse, point: Expr): Value | undefined {
  const use = useOf(world, scope, point);
  if (use && keyOf(use) === keyOf(param)) return world.read(scope, whole);
  if (point.kind === 'num' || use) throw new Unreadable(`whether the derivative of ${print(whole.of)} is taken at ${print(point)} or multiplied by it`, point.span);
  return undefined;
}

function partial(world: World, scope: Scope, use: SymbolUse, params: SymbolUse[], values: Value[], which: number, order: number): Value {
  if (params.some(isVariance)) throw new Unreadable(`the gradient of ${use.tex}`, undefined);
  const steps = Array.from({ length: order }, () => values[which].layout.map((axis) => { const index = freshIndex(world); unify(world.dims, index, axis); return index; }));
  const layout = steps.flat();
  const stance = layout.length === 1 ? 'either' : 'column';
  if (params.length) {
    const first = [which, ...params.map((_, i) => i).filter((i) => i !== which)];
    const body: Term = { op: 'symbol', key: symbolInfo(world, scope, use).key, at: [] };
    return { term: substitute(world, scope, first.map((i) => params[i]), first.map((i) => values[i]), body, 0, steps), layout, stance };
  }
  const key = `argument ${freshIndex(world)}`;
  const axes = values[which].layout.map((axis) => { const index = freshIndex(world); unify(world.dims, index, axis); return index; });
  const inner = axes.map((axis) => { const index = freshIndex(world); unify(world.dims, index, axis); return index; });
  const parameters = parametersOf(world, scope, use, values).map((v) => ({ term: v.term, over: v.layout }));
  const args = [...values.map((v, i) => (i === which ? { term: { op: 'symbol', key, at: inner } as Term, over: inner } : { term: v.term, over: v.layout })), ...parameters];
  const body: Term = { op: 'smooth', name: registered(world, use), args, order: 0, out: [] };
  const value = relabel(world, values[which], axes);
  return { term: { op: 'let', key, axes, value: value.term, body, by: steps.map((at) => ({ at })) }, layout, stance };
}

