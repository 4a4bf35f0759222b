/** Derivatives, and terms in which a symbol has another value. */
import { keysIn } from '../../meaning/names';
import type { Index, Term } from '../../meaning/term';
import * as engine from '../../tensor';
import type { Tensor } from '../../tensor';
import { arrange, merged } from './labels';
import { ENTRY_LIMIT, type Labelled, type Lowering, replacing } from './lowering';
import { axesOf, symbolTensor } from './symbols';
import { Unrunnable } from './unrunnable';

export function derivative(l: Lowering, term: Extract<Term, { op: 'derivative' }>): Labelled {
  const x = symbolTensor(l, term.key);
  const y = l.lower(l, term.of);
  noteIndependence(l, term.of, term.key, x.node);
  const axes = axesOf(l, term.key);
  const by = x.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : term.at[axis]; });
  return jacobian(y, x.node, by);
}

/** A derivative of a named thing by something that it is not known to depend on says nothing: it is reported. What has a definition may depend on another with one, as `\log f` of s does on `v = s^2`. */
function noteIndependence(l: Lowering, of: Term, key: string, x: Tensor): void {
  let inner = of;
  while (inner.op === 'derivative' || inner.op === 'at') inner = inner.op === 'at' ? inner.body : inner.of;
  const named = inner.op === 'symbol' ? inner.key : [...keysIn(inner)].find((k) => k !== key && (!l.world.definitions.has(k) || l.world.definitions.has(key)));
  if (named && !engine.dependsOn(inner.op === 'symbol' ? symbolTensor(l, named).node : l.lower(l, inner).node, x)) l.independent.add(`${named} by ${key}`);
}

/** The body with a symbol's value replaced, differentiated by that value as often as asked. */
export function replaceSymbol(l: Lowering, term: Extract<Term, { op: 'let' }>): Labelled {
  const value = l.lower(l, term.value);
  const extra = value.labels.filter((label) => !term.axes.includes(label));
  const whole = arrange(l, value, [...term.axes, ...extra]);
  const own = axesOf(l, term.key);
  const labels = [...(own.length === term.axes.length ? own : term.axes), ...extra];
  const node = term.held ? engine.stopGradient(whole.node) : engine.barrier(whole.node, `${term.key} ${l.fresh.next++}`);
  const child = replacing(l, term.key, { node, labels });
  const body = child.lower(child, term.body);
  return (term.by ?? []).reduce((y, by) => jacobian(y, node, [...by.at, ...extra]), body);
}

function jacobian(y: Labelled, x: Tensor, by: Index[]): Labelled {
  if (engine.sizeOf(y.node.shape) * engine.sizeOf(x.shape) > ENTRY_LIMIT) throw new Unrunnable('too-large');
  return merged(engine.jacobian(y.node, x), [...y.labels, ...by]);
}
