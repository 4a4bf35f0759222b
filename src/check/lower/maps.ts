/** Operations entry by entry. */
import type { ElementwiseName, Term } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import { aligned, union } from './labels';
import { ENTRY_LIMIT, type Labelled, type Lowering } from './lowering';
import { Unrunnable } from './unrunnable';

export function lowerMap(l: Lowering, fn: ElementwiseName, args: Term[]): Labelled {
  const exponent = fn === 'pow' ? wholeNumber(args[1]) : undefined;
  if (exponent !== undefined) { const base = l.lower(l, args[0]); return { node: engine.powInt(base.node, exponent), labels: base.labels }; }
  const values = args.map((arg) => l.lower(l, arg));
  const labels = union(values);
  const sized = labels.reduce((product, label) => product * l.sizes.of(label), 1);
  if (sized > ENTRY_LIMIT) throw new Unrunnable('too-large');
  return { node: OPERATIONS[fn](...values.map((value) => aligned(l, value, labels))), labels };
}

type Operation = (...args: Tensor[]) => Tensor;
const OPERATIONS: Record<ElementwiseName, Operation> = {
  add: (a, b) => engine.add(a, b), sub: (a, b) => engine.sub(a, b), mul: (a, b) => engine.mul(a, b), div: (a, b) => engine.div(a, b), neg: (a) => engine.neg(a),
  pow: (a, b) => engine.pow(a, b), exp: (a) => engine.exp(a), log: (a) => engine.log(a), sqrt: (a) => engine.sqrt(a), abs: (a) => engine.abs(a), sign: (a) => engine.sign(a), floor: (a) => engine.floor(a),
  sin: (a) => engine.sin(a), cos: (a) => engine.cos(a), tan: (a) => engine.tan(a), asin: (a) => engine.asin(a), acos: (a) => engine.acos(a), atan: (a) => engine.atan(a),
  sinh: (a) => engine.sinh(a), cosh: (a) => engine.cosh(a), tanh: (a) => engine.tanh(a),
  sigmoid: (a) => engine.sigmoid(a), softplus: (a) => engine.softplus(a), relu: (a) => engine.relu(a), erf: (a) => engine.erf(a), gamma: (a) => engine.gamma(a),
  maximum: (a, b) => engine.maximum(a, b), minimum: (a, b) => engine.minimum(a, b),
  less: (a, b) => engine.less(a, b), lessEqual: (a, b) => engine.lessEqual(a, b), equal: (a, b) => engine.equal(a, b), notEqual: (a, b) => engine.notEqual(a, b),
  and: (a, b) => engine.and(a, b), or: (a, b) => engine.or(a, b), select: (c, a, b) => engine.select(c, a, b),
};

/** A whole number as written, for powers that are exact and defined for negative bases. */
function wholeNumber(term: Term | undefined): number | undefined {
  const sign = term?.op === 'map' && term.fn === 'neg' ? -1 : 1;
  const inner = term?.op === 'map' && term.fn === 'neg' ? term.args[0] : term;
  return inner?.op === 'num' && Number.isInteger(inner.value) && Math.abs(inner.value) <= 64 ? sign * inner.value : undefined;
}
