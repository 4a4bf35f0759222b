// What a program does for one number of samples: where each node's values lie, and the steps that compute them.
import type { Gemm } from './gemm';
import { constantValues, inputName, type Step, type Tensor, type View } from './graph';
import { createHeap } from './heap';
import { createRoom } from './room';
import { sizeOf } from './shape';

export interface RunResult {
  /** For every output `samples × size` values. */
  readonly values: Float64Array[];
  /** Bounds of the absolute rounding errors, in the same layout; empty unless asked for. */
  readonly rounding: Float64Array[];
  /** For every sample 1 when something was evaluated at or very near a kink or a jump. */
  readonly kink: Uint8Array;
}

/** Is shown what every node came to from sample `first` on: so many times `size` values, or `size` that are the same at every point. Only with `rounding`, for which all are kept. */
export type Inspect = (node: Tensor, values: Float64Array, first: number) => void;

export interface Plan {
  fits(varying: readonly boolean[], samples: number): boolean;
  run(inputs: ReadonlyMap<string, Float64Array>, transient: boolean, inspect?: Inspect): RunResult;
}

interface PlanRequest {
  readonly nodes: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly samples: number;
  readonly rounding: boolean;
  /** For every input node, in order. */
  readonly varying: readonly boolean[];
  /** Flops of the heaviest step for all samples. */
  readonly heaviest: number;
}

export function createPlan(request: PlanRequest): Plan {
  const { nodes, outputs, varying, samples, rounding } = request;
  const views = createViews(request);
  const constants = constantNodes(nodes);
  const gemm = placeBuffers(request, views, constants);
  const leaves = nodes.filter(isInput).map((node) => ({ name: inputName(node) as string, view: viewOf(views, node) }));
  const steps = nodes.map((node) => stepOf(node, views, samples, gemm));
  const bound = bindSteps(nodes, steps, constants);
  return {
    fits: (v, s) => s === samples && v.every((value, i) => value === varying[i]),
    run(inputs, transient, inspect) {
      for (const { name, view } of leaves) view.buffer.data = inputs.get(name) as Float64Array;
      const kink = new Uint8Array(samples);
      for (const step of bound) step(kink);
      if (inspect && rounding) for (const node of nodes) inspect(node, viewOf(views, node).buffer.data, 0);
      const values = outputs.map((node) => read(viewOf(views, node), viewOf(views, node).buffer.data, samples, transient));
      return { values, rounding: rounding ? boundErrors(request, steps) : [], kink };
    },
  };
}

export function isInput(node: Tensor): boolean {
  return node.row.kernel === 'input';
}

const isLeaf = ({ row }: Tensor): boolean => row.kernel === 'input' || row.kernel === 'constant';

function isComputed(node: Tensor): boolean {
  return typeof node.row.kernel === 'function';
}

/** By the id of the node. */
type Views = readonly View[];

function viewOf(views: Views, node: Tensor): View {
  return views[node.id];
}

/** A place for every node, by its id; ids grow along the list. */
function byId<T>(nodes: readonly Tensor[]): T[] {
  return new Array<T>(nodes.length ? nodes[nodes.length - 1].id + 1 : 0);
}

/** A node varies if one of its inputs does; an alias shares the buffer of what it is an alias of. */
function createViews({ nodes, varying }: PlanRequest): Views {
  const views = byId<View>(nodes);
  let inputs = 0;
  for (const node of nodes) {
    const varies = isInput(node) ? varying[inputs++] : node.inputs.some((input) => viewOf(views, input).varying);
    const buffer = node.row.kernel === 'alias' ? viewOf(views, node.inputs[0]).buffer : { data: constantValues(node) ?? NOTHING };
    views[node.id] = { shape: node.shape, size: sizeOf(node.shape), varying: varies, buffer };
  }
  return views;
}

const NOTHING = new Float64Array(0);

/**
 * Gives every computed node a place; unless error bounds need all values, a place is used again when its last reader
 * is done. Constants come first, in a place that is theirs alone.
 */
function placeBuffers(request: PlanRequest, views: Views, constants: Constants): Gemm {
  const heap = createHeap();
  const expiring = request.rounding ? new Map<Tensor, View['buffer'][]>() : lastReaders(request, views, constants);
  for (const node of request.nodes) if (constants[node.id] && isComputed(node)) heap.keep(viewOf(views, node).buffer, viewOf(views, node).size);
  for (const node of request.nodes) {
    const view = viewOf(views, node);
    if (isComputed(node) && !constants[node.id]) heap.place(view.buffer, view.varying ? view.size * request.samples : view.size);
    for (const buffer of expiring.get(node) ?? []) heap.release(buffer);
  }
  return heap.commit(request.heaviest);
}

/** The buffers whose last reader a node is; outputs and what is computed only once are kept. */
function lastReaders({ nodes, outputs }: PlanRequest, views: Views, constants: Constants): Map<Tensor, View['buffer'][]> {
  const last = new Map<View['buffer'], Tensor>();
  for (const node of nodes) for (const input of node.inputs) last.set(viewOf(views, input).buffer, node);
  for (const node of nodes) if (constants[node.id]) last.delete(viewOf(views, node).buffer);
  for (const node of outputs) last.delete(viewOf(views, node).buffer);
  const expiring = new Map<Tensor, View['buffer'][]>();
  for (const [buffer, node] of last) {
    const others = expiring.get(node);
    if (others) others.push(buffer);
    else expiring.set(node, [buffer]);
  }
  return expiring;
}

/** The nodes that no input reaches: computed when the plan is made, never again. */
function constantNodes(nodes: readonly Tensor[]): Constants {
  const constants = byId<boolean>(nodes);
  for (const node of nodes) constants[node.id] = !isInput(node) && node.inputs.every((input) => constants[input.id]);
  return constants;
}

type Constants = readonly boolean[];

/** Computes one node, and marks the samples at which it stands on a kink while its inputs are still in place. */
type BoundStep = (kink: Uint8Array) => void;

function bindSteps(nodes: readonly Tensor[], steps: readonly Step[], constants: Constants): readonly BoundStep[] {
  const bound: BoundStep[] = [];
  for (const [i, node] of nodes.entries()) {
    const { row } = node;
    if (typeof row.kernel !== 'function') continue;
    const run = row.kernel(steps[i]);
    if (constants[node.id]) run();
    else bound.push(run);
    if (row.kink !== 'smooth' && !constants[node.id]) bound.push(kinkMarker(row.kink, steps[i]));
  }
  return bound;
}

function stepOf(node: Tensor, views: Views, samples: number, gemm: Gemm): Step {
  const output = viewOf(views, node);
  return { params: node.params, inputs: node.inputs.map((input) => viewOf(views, input)), output, samples: output.varying ? samples : 1, gemm };
}

/** What lies at a kink and does not vary spoils every sample. */
function kinkMarker(mark: (step: Step, flags: Uint8Array) => void, step: Step): (kink: Uint8Array) => void {
  if (step.output.varying) return (kink) => mark(step, kink);
  const flag = new Uint8Array(1);
  return (kink) => {
    flag[0] = 0;
    mark(step, flag);
    if (flag[0]) kink.fill(1);
  };
}

function read(view: View, data: Float64Array, samples: number, transient: boolean): Float64Array {
  if (view.varying || samples === 1) return transient ? data : data.slice();
  const values = new Float64Array(samples * view.size);
  for (let s = 0; s < samples; s++) values.set(data, s * view.size);
  return values;
}

/** Carries error bounds through the steps, from exact inputs and constants. */
function boundErrors({ nodes, outputs, samples }: PlanRequest, steps: readonly Step[]): Float64Array[] {
  const lengths = steps.map(({ samples, output }) => samples * output.size);
  const all = room(nodes.reduce((total, { row }, i) => (typeof row.rounding === 'function' ? total + lengths[i] : total), 0)).fill(0);
  const errors = byId<Float64Array>(nodes);
  let end = all.byteOffset;
  for (const [i, node] of nodes.entries()) {
    const { rounding } = node.row;
    if (rounding === 'none') errors[node.id] = zeros(lengths[i]);
    else if (rounding === 'inherited') errors[node.id] = errors[node.inputs[0].id];
    else {
      const error = new Float64Array(all.buffer, end, lengths[i]);
      end += error.byteLength;
      const { params, inputs, output, samples: count, gemm } = steps[i];
      rounding({ params, inputs, output, samples: count, gemm, errors: node.inputs.map((input) => errors[input.id]), exact: node.inputs.map(isLeaf), error });
      errors[node.id] = error;
    }
  }
  return outputs.map((node) => read(steps[nodes.indexOf(node)].output, errors[node.id], samples, false));
}

const room = createRoom();

/** Errors of what is exact: nobody writes to them, so that they stay zero. */
const zeros = createRoom();
