/** Expectations and limits: weighted sums over places. */
import type { AverageRule, Index, Term } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import { ANY_MEASURE, limitRule, normalGrid, wholeGrid } from '../quadrature';
import { integral } from './integrals';
import { aligned } from './labels';
import { FAR_PLACES, type Labelled, type Lowering, replacing } from './lowering';
import { constants, CONVERGED, placed, weighted, whereBelow } from './places';
import { Unrunnable } from './unrunnable';

export function average(l: Lowering, term: Extract<Term, { op: 'average' }>): Labelled {
  if (term.rule.kind === 'integral' || (term.rule.kind === 'normal' && term.axes.length === 0)) return integral(l, { ...term, rule: term.rule });
  const label = `q${l.fresh.next++}`;
  const { nodes, weights } = nodesOf(l, term.rule, term.axes, label);
  const body = l.lower(replacing(l, term.key, placed(l, nodes, label, `${term.key} ${label}`)), term.body);
  if (!body.labels.includes(label)) return body;
  const mean = weighted(l, body, weights, label);
  if (term.rule.kind === 'normal' || term.rule.kind === 'measure') return mean;
  const { rule } = term;
  if (rule.kind !== 'limit') return { ...mean, node: engine.barrier(mean.node, FAR_PLACES) };
  const value = Number.isFinite(rule.to) ? mean.node : withoutRest(l, mean.node);
  return { ...mean, node: engine.barrier(engine.add(value, whereReached(l, rule.to, body, mean.node, label)), FAR_PLACES) };
}

function nodesOf(l: Lowering, rule: Exclude<AverageRule, { kind: 'integral' }>, axes: Index[], label: Index): { nodes: Labelled; weights: ArrayLike<number> } {
  if (rule.kind === 'measure') return { nodes: constants(l, ANY_MEASURE.places, label), weights: ANY_MEASURE.weights };
  if (rule.kind === 'limit') { const { places, weights } = limitRule(rule.to, l.coarse); return { nodes: constants(l, places, label), weights }; }
  const count = axes.reduce((product, axis) => product * l.sizes.of(axis), 1);
  const grid = rule.kind === 'values' ? wholeGrid(rule.upTo, count) : normalGrid(count, l.coarse);
  if (!grid) throw new Unrunnable('too-large');
  const labels = [label, ...axes];
  const base = l.graph.constant(Float64Array.from(grid.places), [grid.weights.length, ...axes.map((axis) => l.sizes.of(axis))]);
  return { nodes: rule.kind === 'values' ? { node: base, labels } : normalNodes(l, rule, { node: base, labels }), weights: grid.weights };
}

/** μ + σ z, entry by entry. */
function normalNodes(l: Lowering, rule: Extract<AverageRule, { kind: 'normal' }>, base: Labelled): Labelled {
  const [mean, variance] = [rule.mean, rule.variance].map((term) => l.lower(l, term));
  if ([...mean.labels, ...variance.labels].some((label) => !base.labels.includes(label))) throw new Unrunnable('too-large');
  const spread = engine.mul(aligned(l, { ...variance, node: engine.sqrt(variance.node) }, base.labels), base.node);
  return { ...base, node: engine.add(aligned(l, mean, base.labels), spread) };
}

/** Zero where a limit comes the same without one of its places, else not a number: poles and jumps that lie evenly around it cancel only together. */
function whereReached(l: Lowering, to: number, body: Labelled, limit: Tensor, label: Index): Tensor {
  const { rough, places } = limitRule(to, l.coarse);
  const apart = engine.sub(limit, weighted(l, body, rough, label).node);
  const size = weighted(l, { ...body, node: engine.mul(body.node, body.node) }, places.map(() => 1), label).node;
  return whereBelow(l, engine.mul(engine.mul(apart, apart), l.graph.constant(CONVERGED ** -2)), engine.add(size, l.graph.constant(NOTHING_FAR)));
}

/** The square of what is nothing far out, beside the square of what the places may be apart. */
const NOTHING_FAR = 1e-18;

/** What is left of exponentials far out is below the last digits of ordinary numbers, and is rounded away. */
function withoutRest(l: Lowering, x: Tensor): Tensor {
  const large = l.graph.constant(2 ** 10);
  return engine.sub(engine.add(x, large), large);
}
