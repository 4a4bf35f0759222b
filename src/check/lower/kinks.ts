/** Integrands with a kink: a rule converges too slowly beside one to be trusted, and well up to it. */
import { ELEMENTWISE } from '../../meaning/apply/elementwise';
import { type AverageRule, type ElementwiseName, hasTerm, type IntegralBound, map, num, rewriteTerm, symbolTerm, type Term, visitTerm } from '../../meaning/term';
import type { World } from '../../meaning/world';

type Average = Extract<Term, { op: 'average' }>;
/** Over an interval, or under a normal law. */
export type Integral = Average & { rule: Extract<AverageRule, { kind: 'integral' | 'normal' }> };
type OverInterval = Average & { rule: Extract<AverageRule, { kind: 'integral' }> };

const KINKED: ReadonlySet<ElementwiseName> = new Set(['abs', 'sign', 'floor', 'relu', 'maximum', 'minimum', 'less', 'lessEqual', 'select']);

/** Whether the integrand bends or jumps somewhere as its variable moves. */
export function isKinked({ key, body }: Integral): boolean {
  const moving = new Set([key]);
  visitTerm(body, (term) => { if (term.op === 'let') moving.add(term.key); });
  return hasTerm(body, (term) => term.op === 'map' && KINKED.has(term.fn) && hasTerm(term, (part) => part.op === 'symbol' && moving.has(part.key)));
}

/** A term with the definitions of numbers written out, and with what functions are of. */
export function writtenOut(term: Term, definitions: World['definitions']): Term {
  return rewriteTerm(term, (part) => {
    if (part.op === 'let' && !part.by && part.axes.length === 0) {
      const [value, body] = [writtenOut(part.value, definitions), writtenOut(part.body, definitions)];
      const isWhole = !hasTerm(body, ({ op, ...rest }) => op === 'symbol' && 'key' in rest && rest.key !== part.key && definitions.has(rest.key));
      return isWhole ? rewriteTerm(body, (inner) => (inner.op === 'symbol' && inner.key === part.key ? value : undefined)) : { ...part, value, body };
    }
    const definition = part.op === 'symbol' && part.at.length === 0 ? definitions.get(part.key) : undefined;
    return definition?.axes.length === 0 ? writtenOut(definition.term, definitions) : undefined;
  });
}

/** \ln(a e^u) as \ln a + u: far out the exponential is too small to have a logarithm. */
export const withLogs = (term: Term): Term => rewriteTerm(term, (part) => (part.op === 'map' && part.fn === 'log' && diesAway(part.args[0]) ? logOf(withLogs(part.args[0])) : undefined));

function logOf(x: Term): Term {
  if (x.op !== 'map' || !diesAway(x)) return map('log', x);
  const [first, second] = x.args;
  return x.fn === 'exp' ? first : map(x.fn === 'mul' ? 'add' : 'sub', logOf(first), logOf(second));
}

const diesAway = (x: Term): boolean => x.op === 'map' && (x.fn === 'exp' || ((x.fn === 'mul' || x.fn === 'div') && x.args.some(diesAway)));

/** What bends or jumps where `of` is zero, and what it is at a distance from there, if `of` changes by `slope` on the way. */
interface Kink { of: Term; beyond(slope: Term, distance: Term): Term }

const rise = (slope: Term, distance: Term): Term => map('mul', map('relu', slope), distance);
const step = ([a, b]: Term[]): Kink => ({ of: map('sub', b, a), beyond: (slope) => map('less', num(0), slope) });

const KINKS: Partial<Record<ElementwiseName, (args: Term[]) => Kink>> = {
  abs: ([x]) => ({ of: x, beyond: (slope, distance) => map('mul', map('abs', slope), distance) }),
  relu: ([x]) => ({ of: x, beyond: rise }),
  maximum: ([a, b]) => ({ of: map('sub', a, b), beyond: (slope, distance) => map('add', b, rise(slope, distance)) }),
  minimum: ([a, b]) => ({ of: map('sub', b, a), beyond: (slope, distance) => map('sub', b, rise(slope, distance)) }),
  sign: ([x]) => ({ of: x, beyond: (slope) => map('sign', slope) }),
  less: step, lessEqual: step,
};

/** An integral with kinks where a x + b is zero as several: up to there, and from there. */
export function splitAtKinks(term: Integral): Integral[] {
  const kinked = firstKink(term);
  if (!kinked) return [term];
  const { key, rule, ...rest } = term;
  if (rule.kind === 'normal') return splitAtKinks(standardized(term, rule));
  const { written, kink: { of, beyond } } = kinked;
  const { from, to } = rule;
  const ofAt = (value: Term): Term => putIn(of, key, value);
  const slope = map('sub', ofAt(num(1)), ofAt(num(0)));
  const zero = map('neg', map('div', ofAt(num(0)), slope));
  const way = typeof from === 'string' || typeof to === 'string' ? num(1) : map('sign', map('sub', to, from));
  const part = (bounds: { from: IntegralBound; to: IntegralBound }, sign: Term): OverInterval => {
    const there = beyond(map('mul', sign, slope), map('mul', sign, map('sub', symbolTerm(key), zero)));
    return { ...rest, key, rule: { ...rule, ...bounds }, body: rewriteTerm(term.body, (each) => (JSON.stringify(each) === written ? there : undefined)) };
  };
  const middle = within(zero, from, to);
  return [part({ from, to: middle }, map('neg', way)), part({ from: middle, to }, way)].flatMap(splitAtKinks);
}

function firstKink({ key, body }: Integral): { written: string; kink: Kink } | undefined {
  let found: { written: string; kink: Kink } | undefined;
  visitTerm(body, (part) => {
    const kink = part.op === 'map' && !found ? KINKS[part.fn]?.(part.args) : undefined;
    if (kink && mentions(kink.of, key) && isLinear(kink.of, key)) found = { written: JSON.stringify(part), kink };
  });
  return found;
}

/** The mean under a normal law as an integral over a standard variable. */
function standardized(term: Integral, { mean, variance }: Extract<AverageRule, { kind: 'normal' }>): OverInterval {
  const unit = symbolTerm(term.key);
  const body = putIn(term.body, term.key, map('add', mean, map('mul', map('sqrt', variance), unit)));
  return { ...term, rule: { kind: 'integral', from: '-∞', to: '∞' }, body: map('mul', ELEMENTWISE.normalpdf(unit), body) };
}

/** The point, or the bound that it lies beyond. */
function within(point: Term, from: IntegralBound, to: IntegralBound): Term {
  if (typeof from === 'string') return typeof to === 'string' ? point : map('minimum', to, point);
  if (typeof to === 'string') return map('maximum', from, point);
  return map('maximum', map('minimum', from, to), map('minimum', map('maximum', from, to), point));
}

const putIn = (term: Term, key: string, value: Term): Term => rewriteTerm(term, (part) => (part.op === 'symbol' && part.key === key ? value : undefined));

const mentions = (term: Term, key: string): boolean => hasTerm(term, (part) => part.op === 'symbol' && part.key === key);

function isLinear(term: Term, key: string): boolean {
  if (!mentions(term, key) || term.op === 'symbol') return true;
  if (term.op !== 'map') return false;
  const [first, second] = term.args;
  switch (term.fn) {
    case 'add': case 'sub': case 'neg': return term.args.every((arg) => isLinear(arg, key));
    case 'mul': return term.args.filter((arg) => mentions(arg, key)).length === 1 && term.args.every((arg) => isLinear(arg, key));
    case 'div': return isLinear(first, key) && !mentions(second, key);
    default: return false;
  }
}
