/** Values of symbols: given, defined, functions of what they depend on, or leaves that points are drawn for. */
import { areOver } from '../../meaning/dims';
import { reaches } from '../../meaning/names';
import type { Index } from '../../meaning/term';
import * as engine from '../../tensor';
import { arrange, merged } from './labels';
import type { Labelled, Lowering } from './lowering';
import { Unrunnable } from './unrunnable';
import { ridge } from './waves';

/** The value of a symbol over its axes: replaced, defined, arbitrary, or a leaf. */
export function symbolTensor(l: Lowering, key: string): Labelled {
  const known = l.replaced.get(key) ?? l.values.get(key);
  if (known) return known;
  const value = definedTensor(l, key) ?? arbitraryTensor(l, key) ?? leaf(l, key);
  l.values.set(key, value);
  return value;
}

function definedTensor(l: Lowering, key: string): Labelled | undefined {
  const definition = l.world.definitions.get(key);
  if (!definition) return undefined;
  if (l.busy.has(key)) throw new Unrunnable('circular');
  l.busy.add(key);
  const value = l.lower(l, definition.term);
  l.busy.delete(key);
  const extra = value.labels.filter((label) => !definition.axes.includes(label));
  const whole = arrange(l, value, [...definition.axes, ...extra]);
  return { node: engine.barrier(whole.node, key), labels: whole.labels };
}

/** A symbol of which only what it depends on is known: a smooth function of that, of its own for each entry. */
function arbitraryTensor(l: Lowering, key: string): Labelled | undefined {
  const info = l.world.symbols.get(key);
  if (!info || info.dependsOn.every((other) => reaches(l.world, other, key))) return undefined;
  l.arbitrary.add(key);
  // While its dependencies are lowered the symbol itself counts as a leaf, which ends circles.
  l.values.set(key, { node: l.graph.constant(0), labels: [] });
  // What rests on the symbol itself cannot be what it depends on.
  const args = info.dependsOn.filter((other) => !reaches(l.world, other, key)).map((other) => { const value = symbolTensor(l, other); return { value, over: axesOf(l, other) }; });
  const wave = ridge(l, `symbol ${key}`, args, info.axes);
  return { node: engine.barrier(wave.node, key), labels: wave.labels };
}

function leaf(l: Lowering, key: string): Labelled {
  const axes = axesOf(l, key);
  l.inputs.set(key, axes);
  return { node: l.graph.input(key, axes.map((axis) => l.sizes.of(axis))), labels: axes };
}

/** A size counts what its indices run over; where nothing does, it is the number that it is given, or any positive one. */
export function sizeTensor(l: Lowering, index: Index): Labelled {
  if (areOver(l.world.dims, index) || l.sizes.isGiven(index)) return { node: l.graph.constant(l.sizes.of(index)), labels: [] };
  l.inputs.set(index, []);
  return { node: l.graph.input(index, []), labels: [] };
}

export function entry(value: Labelled, axes: Index[], at: Index[]): Labelled {
  const labels = value.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : (at[axis] ?? label); });
  return merged(value.node, labels);
}

export const axesOf = (l: Lowering, key: string): Index[] => l.world.definitions.get(key)?.axes ?? l.world.symbols.get(key)?.axes ?? l.replaced.get(key)?.labels ?? [];
