/** Sums, products and extrema over indices. */
import type { Term } from '../../meaning/term';
import * as engine from '../../tensor';
import { arrange, union } from './labels';
import type { Labelled, Lowering } from './lowering';

type Reduce = Extract<Term, { op: 'reduce' }>;
export function reduce(l: Lowering, term: Reduce): Labelled {
  if (term.fn === 'sum' && !term.where) return contraction(l, term);
  const body = l.lower(l, term.body);
  const where = term.where && l.lower(l, term.where);
  const labels = [...new Set([...body.labels, ...(where?.labels ?? []), ...term.over])];
  const kept = labels.filter((label) => !term.over.includes(label));
  const whole = arrange(l, body, labels).node;
  const node = where ? engine.select(arrange(l, where, labels).node, whole, l.graph.constant(NEUTRAL[term.fn])) : whole;
  const axes = term.over.map((index) => labels.indexOf(index));
  return { node: REDUCTIONS[term.fn](node, axes), labels: kept };
}

const NEUTRAL = { sum: 0, prod: 1, max: -Infinity, min: Infinity };
const REDUCTIONS = { sum: engine.sum, prod: engine.prod, max: engine.max, min: engine.min };

/** A sum of products is one contraction. */
function contraction(l: Lowering, term: Reduce): Labelled {
  const over = [...term.over];
  let body = term.body;
  while (body.op === 'reduce' && body.fn === 'sum' && !body.where) { over.push(...body.over); body = body.body; }
  const factors = factorsOf(body).map((factor) => l.lower(l, factor));
  const present = union(factors);
  const output = present.filter((label) => !over.includes(label));
  const repeated = over.filter((label) => !present.includes(label)).reduce((product, label) => product * l.sizes.of(label), 1);
  const node = engine.einsum(factors.map((f) => f.node), factors.map((f) => f.labels), output);
  return { node: repeated === 1 ? node : engine.mul(node, l.graph.constant(repeated)), labels: output };
}

const factorsOf = (term: Term): Term[] => (term.op === 'map' && term.fn === 'mul' ? term.args.flatMap(factorsOf) : [term]);
