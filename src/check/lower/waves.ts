/** Functions of which only smoothness is known, as sums of random waves. */
import type { Index, Term } from '../../meaning/term';
import * as engine from '../../tensor';
import { range } from '../../tensor';
import { aligned, union } from './labels';
import type { Labelled, Lowering } from './lowering';

export function smoothFunction(l: Lowering, term: Extract<Term, { op: 'smooth' }>): Labelled {
  l.arbitrary.add(`function ${term.name}`);
  const args = term.args.map((arg) => ({ value: l.lower(l, arg.term), over: arg.over }));
  const isOfNumber = args.length === 1 && args[0].over.length === 0;
  const wave = isOfNumber ? { node: engine.smooth(args[0].value.node, seedOf(term.name), term.order), labels: args[0].value.labels } : ridge(l, `function ${term.name}`, args, term.out);
  return l.gentle && term.order === 0 ? { ...wave, node: engine.add(wave.node, l.graph.constant(RAISED)) } : wave;
}

/** So much is added to a function where its values are to be positive: more than it falls below zero near the origin. */
const RAISED = 16;

/** Σ_r f_r(w_r · x + c_r) with random directions: smooth, not separable, with mixed derivatives that do not vanish. */
export function ridge(l: Lowering, name: string, args: { value: Labelled; over: Index[] }[], out: Index[]): Labelled {
  const random = engine.stream(name);
  const outShape = out.map((index) => l.sizes.of(index));
  const waves = range(WAVES).map((r) => {
    const directions = args.map(({ value, over }) => project(l, value, over, out, outShape, () => random.uniform(0.4, 1.1) * (random.uniform(0, 1) < 0.4 ? -1 : 1)));
    const labels = union(directions);
    const total = directions.map((d) => aligned(l, d, labels)).reduce((a, b) => engine.add(a, b));
    return { node: engine.smooth(total, seedOf(`${name} ${r}`), 0), labels };
  });
  return { node: waves.map((w) => w.node).reduce((a, b) => engine.add(a, b)), labels: waves[0].labels };
}

/** How many waves an arbitrary function is made of. */
const WAVES = 3;

function project(l: Lowering, value: Labelled, over: Index[], out: Index[], outShape: number[], draw: () => number): Labelled {
  const inner = over.filter((label) => value.labels.includes(label)).map((label, i) => ({ label, name: `^${i}` }));
  const shape = [...outShape, ...inner.map(({ label }) => l.sizes.of(label))];
  const weights = l.graph.constant(Float64Array.from({ length: engine.sizeOf(shape) }, draw), shape);
  const names = value.labels.map((label) => inner.find((i) => i.label === label)?.name ?? label);
  const free = names.filter((label) => !label.startsWith('^'));
  return { node: engine.einsum([weights, value.node], [[...out, ...inner.map((i) => i.name)], names], [...new Set([...out, ...free])]), labels: [...new Set([...out, ...free])] };
}

/** A stable whole number for a name (FNV-1a). */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
