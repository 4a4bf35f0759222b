/** Places at which a variable is set, their weights, and when a sum over them has settled. */
import type { Index } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import type { Labelled, Lowering } from './lowering';

/** Nodes as the value of a symbol, over an index of their own. */
export function placed(l: Lowering, nodes: Labelled, label: Index, tag: string): Labelled {
  l.sizes.chosen.set(label, nodes.node.shape[nodes.labels.indexOf(label)]);
  return { ...nodes, node: engine.barrier(nodes.node, tag) };
}

/** The weighted sum over a label. */
export function weighted(l: Lowering, body: Labelled, weights: ArrayLike<number>, label: Index): Labelled {
  const kept = body.labels.filter((other) => other !== label);
  const weight = l.graph.constant(Float64Array.from(weights), [weights.length]);
  return { node: engine.einsum([weight, body.node], [[label], body.labels], kept), labels: kept };
}

export const constants = (l: Lowering, values: ArrayLike<number>, label: Index): Labelled => ({ node: l.graph.constant(Float64Array.from(values), [values.length]), labels: [label] });

/** Zero where an error is below what is allowed, else not a number, also where both are zero; without a comparison, which would count as a kink. */
export function whereBelow(l: Lowering, error: Tensor, allowed: Tensor): Tensor {
  const rest = engine.sub(l.graph.constant(1), engine.div(error, allowed));
  return engine.mul(l.graph.constant(0), engine.stopGradient(engine.sqrt(rest)));
}

/** The error of the finer step is about the square of the gap between the two. */
export const CONVERGED = 1e-6;
