/** Integrals by a double exponential rule, over whichever range. */
import { ELEMENTWISE } from '../../meaning/apply/elementwise';
import { type AverageRule, map, type Term, symbolTerm } from '../../meaning/term';
import * as engine from '../../tensor';
import { type IntegralRange, integralRule } from '../quadrature';
import { arrange } from './labels';
import { isKinked, splitAtZero, writtenOut } from './kinks';
import { FAR_PLACES, type Labelled, type Lowering, replacing } from './lowering';
import { constants, CONVERGED, placed, weighted, whereBelow } from './places';

/** How a variable, and what it is weighted with, come from one that runs over a range which is the same for all integrals of its sort. */
interface Substitution { place: Term; weight?: Term; range: IntegralRange }

/** By a double exponential rule at two steps; where these do not agree the integral is not a number. */
export function integral(l: Lowering, term: Extract<Term, { op: 'average' }>, substitute: (unit: Term) => Substitution): Labelled {
  const plain = { ...term, body: writtenOut(term.body, l.world.definitions) };
  const halves = splitAtZero(plain);
  if (halves) return l.lower(l, halves);
  const { key, body } = term;
  const [label, unit] = [`q${l.fresh.next++}`, `unit ${l.fresh.next++}`];
  const { place, weight, range } = substitute(unitOf(unit));
  const { places, weights, coarse } = integralRule(range);
  const within = replacing(l, unit, placed(l, constants(l, places, label), label, unit));
  const at = within.lower(within, place);
  const value = within.lower(replacing(within, key, placed(l, at, label, `${key} ${label}`)), weight ? map('mul', weight, body) : body);
  const whole = arrange(l, value, [...new Set([...value.labels, label])]);
  const squares = { ...whole, node: engine.mul(whole.node, whole.node) };
  const [fine, rough] = [weights, coarse].map((w) => weighted(l, whole, w, label));
  const [size, rest] = [weights, weights.map((w, i) => (i === 0 || i === weights.length - 1 ? w / CUT_OFF : 0))].map((w) => weighted(l, squares, w.map((x) => x * x), label));
  const apart = engine.sub(fine.node, rough.node);
  const error = engine.add(engine.mul(engine.mul(apart, apart), l.graph.constant((isKinked(plain) ? SETTLED : CONVERGED) ** -2)), rest.node);
  return { ...fine, node: engine.barrier(engine.add(fine.node, whereBelow(l, error, size.node)), FAR_PLACES) };
}

/** Beside a kink the error of the finer step is about as large as the gap between the two. */
const SETTLED = 1e-11;

/** What the outermost places may add. */
const CUT_OFF = 1e-10;

const unitOf = (key: string): Term => symbolTerm(key);

/** No bounds are the wrong way round at infinity: such an integral is read as minus another. */
export function intervalOf({ from, to }: Extract<AverageRule, { kind: 'integral' }>): (unit: Term) => Substitution {
  if (typeof from === 'string') return (unit) => (typeof to === 'string' ? { place: unit, range: 'line' } : { place: map('sub', to, unit), range: 'half' });
  if (typeof to === 'string') return (unit) => ({ place: map('add', from, unit), range: 'half' });
  const width = map('sub', to, from);
  return (unit) => ({ place: map('add', from, map('mul', width, unit)), weight: width, range: 'interval' });
}

/** A normal variable by a standard one, with its density. */
export function normalOf({ mean, variance }: Extract<AverageRule, { kind: 'normal' }>): (unit: Term) => Substitution {
  return (unit) => ({ place: map('add', mean, map('mul', map('sqrt', variance), unit)), weight: ELEMENTWISE.normalpdf(unit), range: 'normal' });
}
