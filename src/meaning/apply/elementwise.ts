/** Functions that are applied entry by entry. */
import type { Apply } from '../../notation/expression';
import { symbolInfo } from '../names';
import { plainUse } from '../symbols';
import { type ElementwiseName, map, num, type Term, type Value, symbolTerm } from '../term';
import { freshIndex, type Scope, unreadable, type World } from '../world';

/** Functions applied: those the notation names, those the document defines, and those of which only smoothness is known. */
/** A function entry by entry. */
export function applyTo(world: World, fn: ElementwiseName, value: Value): Value {
  noteMatrix(world, fn, value);
  return { ...value, term: map(fn, value.term), literal: false };
}

const one = num(1);
const half = num(0.5);
const positive = (x: Term): Term => map('less', num(0), x);
const select = (condition: Term, yes: Term, no: Term): Term => map('select', condition, yes, no);

/** Γ(x + 1). */
export const factorial = (x: Term): Term => map('gamma', map('add', x, one));

/** The slope of \log\Gamma. */
function digamma(x: Term): Term {
  const key = 'argument of digamma';
  return { op: 'let', key, axes: [], value: x, body: map('log', map('gamma', symbolTerm(key))), by: [{ at: [] }] };
}

/** Element-wise functions by name, as terms. Formulas are the usual definitions. */
export const ELEMENTWISE: Record<string, (x: Term) => Term> = {
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

export function elementTerm(world: World, scope: Scope, name: string, x: Term, expr: Apply): Term {
  const key = plain(name);
  if (key === 'leakyrelu' || key === 'lrelu') return leaky(world, scope, x);
  if (key === 'log10' && world.reading.logBase === 2) return toBase(world, map('log', x), '\\lg');
  const fn = ELEMENTWISE[key];
  if (!fn) unreadable(name === '∂' ? 'a differential on its own' : `the function ${name}`, expr.span);
  return key === 'log' ? toBase(world, fn(x)) : fn(x);
}

/** Slope of the leaky rectifier: the document's α, else 0.01. */
function leaky(world: World, scope: Scope, x: Term): Term {
  const alpha = plainUse('\\alpha');
  const known = world.traces.seen.has('bare \\alpha');
  const slope: Term = known ? symbolTerm(symbolInfo(world, scope, alpha).key) : num(0.01);
  return select(positive(x), x, map('mul', slope, x));
}

function toBase(world: World, natural: Term, name = '\\log'): Term {
  const { logBase } = world.reading;
  if (logBase === Math.E) return natural;
  world.conventions.add(`${name} to the base ${logBase}`);
  return map('div', natural, num(Math.log(logBase)));
}

/** A function's name without case, dots and dashes: LeakyReLU, leaky-relu. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** `f'(x)` entry by entry: the derivative of `fn` at the place of the argument. */
export function primed(world: World, arg: Value, fn: (x: Term) => Term, order: number): Value {
  const key = `argument ${freshIndex(world)}`;
  const body = fn(symbolTerm(key));
  return { ...arg, term: { op: 'let', key, axes: [], value: arg.term, body, by: Array.from({ length: order }, () => ({ at: [] })) }, literal: false };
}

/** The exponential of a square matrix and the like are something else than those of its entries. */
export function noteMatrix(world: World, fn: string, { layout }: Value): void {
  if (OF_MATRICES.has(fn) && layout.length === 2) world.matrixArguments.push(layout);
}
const OF_MATRICES = new Set(['exp', 'log', 'ln', 'sin', 'cos', 'sinh', 'cosh']);
