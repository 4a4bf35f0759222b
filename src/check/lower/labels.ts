/** Tensors whose axes have the names of indices, and how their axes are laid out. */
import type { Index } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import type { Labelled, Lowering } from './lowering';
import { Unrunnable } from './unrunnable';

/** The tensor over exactly these labels in this order; labels it lacks are spread over. */
export function arrange(l: Lowering, value: Labelled, labels: Index[]): Labelled {
  const missing = labels.filter((label) => !value.labels.includes(label));
  const kept = labels.filter((label) => value.labels.includes(label));
  const ordered = permute(value, kept);
  if (missing.length === 0) return { node: ordered, labels };
  const shape = labels.map((label) => (missing.includes(label) ? 1 : l.sizes.of(label)));
  return { node: engine.broadcastTo(engine.reshape(ordered, shape), labels.map((label) => l.sizes.of(label))), labels };
}

function permute(value: Labelled, labels: Index[]): Tensor {
  const order = labels.map((label) => value.labels.indexOf(label));
  return order.every((from, to) => from === to) ? value.node : engine.transpose(value.node, order);
}

export function union([first, ...others]: Labelled[]): Index[] {
  if (others.length === 0) return first.labels;
  const all = new Set(first.labels);
  for (const { labels } of others) for (const label of labels) all.add(label);
  return [...all];
}

/** Ready for NumPy broadcasting: all labels in order, with length 1 where the tensor has none. */
export function aligned(l: Lowering, value: Labelled, labels: Index[]): Tensor {
  const kept = labels.filter((label) => value.labels.includes(label));
  const first = labels.findIndex((label) => value.labels.includes(label));
  const shape = labels.slice(Math.max(first, 0)).map((label) => (value.labels.includes(label) ? l.sizes.of(label) : 1));
  const node = permute(value, kept);
  return kept.length === 0 || shape.length === kept.length ? node : engine.reshape(node, shape);
}

/** Takes diagonals where a label occurs twice. */
export function merged(node: Tensor, labels: Index[]): Labelled {
  const unique = [...new Set(labels)];
  return unique.length === labels.length ? { node, labels } : { node: engine.einsum([node], [labels], unique), labels: unique };
}

export function pick(value: Labelled, index: Index, place: number): Labelled {
  const axis = value.labels.indexOf(index);
  if (axis < 0) return value;
  if (place > value.node.shape[axis]) throw new Unrunnable('too-large');
  return { node: engine.slice(value.node, axis, place - 1), labels: value.labels.filter((label) => label !== index) };
}
