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
  add: engine.add, sub: engine.sub, mul: engine.mul, div: engine.div, neg: engine.neg,
  pow: engine.pow, exp: engine.exp, log: engine.log, sqrt: engine.sqrt, abs: engine.abs, sign: engine.sign, floor: engine.floor,
  sin: engine.sin, cos: engine.cos, tan: engine.tan, asin: engine.asin, acos: engine.acos, atan: engine.atan,
  sinh: engine.sinh, cosh: engine.cosh, tanh: engine.tanh,
  sigmoid: engine.sigmoid, softplus: engine.softplus, relu: engine.relu, erf: engine.erf, gamma: engine.gamma,
  maximum: engine.maximum, minimum: engine.minimum,
  less: engine.less, lessEqual: engine.lessEqual, equal: engine.equal, notEqual: engine.notEqual,
  and: engine.and, or: engine.or, select: engine.select,
};

/** A whole number as written, for powers that are exact and defined for negative bases. */
function wholeNumber(term: Term | undefined): number | undefined {
  const sign = term?.op === 'map' && term.fn === 'neg' ? -1 : 1;
  const inner = term?.op === 'map' && term.fn === 'neg' ? term.args[0] : term;
  return inner?.op === 'num' && Number.isInteger(inner.value) && Math.abs(inner.value) <= 64 ? sign * inner.value : undefined;
}
