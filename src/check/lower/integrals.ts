/** Integrals by a double exponential rule, over whichever range. */
import { ELEMENTWISE } from '../../meaning/apply/elementwise';
import { type AverageRule, map, type Term, symbolTerm } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import { type IntegralRange, integralRule } from '../quadrature';
import { type Integral, isKinked, splitAtKinks, withLogs, writtenOut } from './kinks';
import { aligned, arrange, union } from './labels';
import { FAR_PLACES, type Labelled, type Lowering, replacing } from './lowering';
import { constants, CONVERGED, placed, weighted, whereBelow } from './places';

/** How a variable, and what it is weighted with, come from one that runs over a range which is the same for all integrals of its sort. */
interface Substitution { place: Term; weight?: Term; range: IntegralRange }

/** By a double exponential rule at two steps, kinks apart; where these do not agree the integral is not a number. */
export function integral(l: Lowering, term: Integral): Labelled {
  const parts = splitAtKinks({ ...term, body: withLogs(writtenOut(term.body, l.world.definitions)) }).map((part) => measured(l, part));
  const labels = union(parts.map(({ value }) => value));
  const total = (of: (part: Measured) => Tensor): Tensor => parts.map((part) => aligned(l, { ...part.value, node: of(part) }, labels)).reduce((a, b) => engine.add(a, b));
  const settled = whereBelow(l, total(({ error }) => error), total(({ size }) => size));
  return { labels, node: engine.barrier(engine.add(total(({ value }) => value.node), settled), FAR_PLACES) };
}

/** An integral with the squares of its error, as a multiple of what is allowed, and of its size. */
interface Measured { value: Labelled; error: Tensor; size: Tensor }

function measured(l: Lowering, term: Integral): Measured {
  const { key, body } = term;
  const [label, unit] = [`q${l.fresh.next++}`, `unit ${l.fresh.next++}`];
  const { place, weight, range } = substitutionOf(term.rule, symbolTerm(unit));
  const { places, weights, coarse } = integralRule(range);
  const inside = replacing(l, unit, placed(l, constants(l, places, label), label, unit));
  const at = inside.lower(inside, place);
  const value = inside.lower(replacing(inside, key, placed(l, at, label, `${key} ${label}`)), weight ? map('mul', weight, body) : body);
  const whole = arrange(l, value, [...new Set([...value.labels, label])]);
  const squares = { ...whole, node: engine.mul(whole.node, whole.node) };
  const [fine, rough] = [weights, coarse].map((w) => weighted(l, whole, w, label));
  const [size, rest] = [weights, weights.map((w, i) => (i === 0 || i === weights.length - 1 ? w / CUT_OFF : 0))].map((w) => weighted(l, squares, w.map((x) => x * x), label));
  const apart = engine.sub(fine.node, rough.node);
  return { value: fine, error: engine.add(engine.mul(engine.mul(apart, apart), l.graph.constant((isKinked(term) ? SETTLED : CONVERGED) ** -2)), rest.node), size: size.node };
}

/** Beside a kink the error of the finer step is about as large as the gap between the two. */
const SETTLED = 1e-11;

/** What the outermost places may add. */
const CUT_OFF = 1e-10;

function substitutionOf(rule: Integral['rule'], unit: Term): Substitution {
  return rule.kind === 'normal' ? ofNormal(rule, unit) : ofInterval(rule, unit);
}

/** No bounds are the wrong way round at infinity: such an integral is read as minus another. */
function ofInterval({ from, to }: Extract<AverageRule, { kind: 'integral' }>, unit: Term): Substitution {
  if (typeof from === 'string') return typeof to === 'string' ? { place: unit, range: 'line' } : { place: map('sub', to, unit), range: 'half' };
  if (typeof to === 'string') return { place: map('add', from, unit), range: 'half' };
  const width = map('sub', to, from);
  return { place: map('add', from, map('mul', width, unit)), weight: width, range: 'interval' };
}

/** A normal variable by a standard one, with its density. */
const ofNormal = ({ mean, variance }: Extract<AverageRule, { kind: 'normal' }>, unit: Term): Substitution =>
  ({ place: map('add', mean, map('mul', map('sqrt', variance), unit)), weight: ELEMENTWISE.normalpdf(unit), range: 'normal' });
