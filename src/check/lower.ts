/** Terms over named indices to graphs of the tensor engine: every node carries the indices of its axes. */
import { rootOf } from '../meaning/dims';
import { keysIn, reaches } from '../meaning/names';
import { type AverageRule, type Block, type ElementwiseName, type Index, map, num, type Term } from '../meaning/term';
import { Unreadable, type World } from '../meaning/world';
import * as engine from '../tensor';
import { type Graph, ShapeError, type Tensor } from '../tensor';
import { integralRule, type IntegralRange, limitRule, normalGrid, wholeGrid } from './quadrature';

/** A tensor with the index of each axis, all different. */
export interface Labelled { node: Tensor; labels: Index[] }

/** What a claim becomes for one choice of sizes. Child lowerings share all but the values of replaced symbols. */
export interface Lowering {
  world: World;
  graph: Graph;
  sizes: Sizes;
  /** Symbols whose value is given: replaced, or already lowered. */
  values: Map<string, Labelled>;
  replaced: Map<string, Labelled>;
  /** Leaves that samples must be given for: name to its index classes. */
  inputs: Map<string, Index[]>;
  /** Keys of symbols and functions of which only smoothness is known. */
  arbitrary: Set<string>;
  /** Named things differentiated by a symbol that they do not depend on: `y by x`. */
  independent: Set<string>;
  fresh: { next: number };
  /** Quadrature with one node less, to see whether it has converged. */
  coarse: boolean;
  /** Definitions being lowered, to notice circles. */
  busy: Set<string>;
}

export interface Sizes {
  of(index: Index): number;
  /** Whether any index runs over the size of this name. */
  attached(name: Index): boolean;
  chosen: Map<string, number>;
}

/** The claim cannot be run: it needs more numbers at once than a check is worth, its definitions go round in a circle, or no sizes suit its blocks. */
export class Unrunnable extends Error {
  constructor(readonly code: 'too-large' | 'circular' | 'sizes') { super(code); }
}

/** The result; undefined where what is written cannot be read or run. Faults of ours are thrown on. */
export function ifRunnable<T>(run: () => T): T | undefined {
  try { return run(); } catch (error) {
    if (error instanceof Unreadable || error instanceof Unrunnable || error instanceof ShapeError) return undefined;
    throw error;
  }
}

/** What integrals and limits are tagged with in the graph: they reach to where values overflow and vanish. */
export const FAR_PLACES = 'far places';

/** Sizes for classes of indices in the order in which they are asked for. Matrices that are tall under one choice are wide under another. */
const CHOICES = [[3, 2, 5, 4, 7, 6, 8, 9], [2, 4, 3, 5, 6, 7, 9, 8], [2, 5, 3, 6, 4, 7, 8, 9]];
const ENTRY_LIMIT = 250_000;

/** Sizes on demand: those fixed, those given by name, else one for each class that no other class has. */
export function sizesFor(world: World, given: ReadonlyMap<string, number>, choice = 0): Sizes {
  const choices = CHOICES[choice % CHOICES.length];
  const chosen = new Map<string, number>();
  const { dims } = world;
  const open = new Set<string>();
  const together = (root: string, sums: Index[][]): number => {
    if (open.has(root)) throw new Unrunnable('circular');
    open.add(root);
    const [size, ...others] = sums.map((parts) => parts.reduce((total, part) => total + sizes.of(part), 0));
    open.delete(root);
    if ([...others, dims.fixed.get(root) ?? size].some((other) => other !== size)) throw new Unrunnable('sizes');
    return size;
  };
  const pick = (root: string): number => {
    const sums = dims.sums.get(root);
    if (sums) return together(root, sums);
    const named = given.get(dims.names.get(root) ?? '');
    const all = given.get('*');
    const least = dims.least.get(root) ?? 1;
    const entries = least > 1 && !dims.names.has(root) ? least : undefined;
    const size = named ?? dims.fixed.get(root) ?? entries ?? all ?? choices.find((p) => p >= least && ![...chosen.values()].includes(p)) ?? least;
    return Math.max(size, named === undefined ? least : 1);
  };
  const sizes: Sizes = {
    chosen,
    of(index) {
      const root = rootOf(dims, index);
      const known = chosen.get(root) ?? pick(root);
      chosen.set(root, known);
      return known;
    },
    attached(name) {
      const root = rootOf(dims, name);
      return [...dims.parent.keys()].some((index) => index !== name && !index.startsWith('size ') && rootOf(dims, index) === root) || (root !== name && !root.startsWith('size '));
    },
  };
  return sizes;
}

/** The sizes of an earlier evaluation, class by class. */
export function givenSizes(world: World, chosen: ReadonlyMap<string, number>): Sizes {
  const sizes = sizesFor(world, new Map());
  for (const [root, size] of chosen) sizes.chosen.set(root, size);
  return sizes;
}

export function createLowering(world: World, sizes: Sizes, coarse = false): Lowering {
  return { world, graph: engine.createGraph(), sizes, values: new Map(), replaced: new Map(), inputs: new Map(), arbitrary: new Set(), independent: new Set(), fresh: { next: 0 }, coarse, busy: new Set() };
}

/** The term as a tensor over its free indices. Throws Unrunnable. */
export function lower(l: Lowering, term: Term): Labelled {
  const result = lowerTerm(l, term);
  if (engine.sizeOf(result.node.shape) > ENTRY_LIMIT) throw new Unrunnable('too-large');
  return result;
}

function lowerTerm(l: Lowering, term: Term): Labelled {
  switch (term.op) {
    case 'num': return { node: l.graph.constant(term.value), labels: [] };
    case 'symbol': return entry(l, symbolTensor(l, term.key), axesOf(l, term.key), term.at);
    case 'index': return { node: l.graph.constant(Float64Array.from({ length: l.sizes.of(term.index) }, (_, i) => i + 1)), labels: [term.index] };
    case 'size': return sizeTensor(l, term.index);
    case 'map': return lowerMap(l, term.fn, term.args);
    case 'reduce': return reduce(l, term);
    case 'at': return pick(lower(l, term.body), term.index, term.value);
    case 'derivative': return derivative(l, term);
    case 'let': return replaceSymbol(l, term);
    case 'inverse': return inverse(l, term);
    case 'det': return determinant(l, term);
    case 'stack': return stack(l, term.index, term.items);
    case 'join': return join(l, term.index, term.blocks);
    case 'smooth': return smoothFunction(l, term);
    case 'average': return average(l, term);
  }
}

// ── labels ──

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

const union = (values: Labelled[]): Index[] => (values.length === 1 ? values[0].labels : [...new Set(values.flatMap((value) => value.labels))]);

/** Ready for NumPy broadcasting: all labels in order, with length 1 where the tensor has none. */
function aligned(l: Lowering, value: Labelled, labels: Index[]): Tensor {
  const kept = labels.filter((label) => value.labels.includes(label));
  const first = labels.findIndex((label) => value.labels.includes(label));
  const shape = labels.slice(Math.max(first, 0)).map((label) => (value.labels.includes(label) ? l.sizes.of(label) : 1));
  const node = permute(value, kept);
  return kept.length === 0 || shape.length === kept.length ? node : engine.reshape(node, shape);
}

/** Takes diagonals where a label occurs twice. */
function merged(node: Tensor, labels: Index[]): Labelled {
  const unique = [...new Set(labels)];
  return unique.length === labels.length ? { node, labels } : { node: engine.einsum([node], [labels], unique), labels: unique };
}

function pick(value: Labelled, index: Index, place: number): Labelled {
  const axis = value.labels.indexOf(index);
  if (axis < 0) return value;
  if (place > value.node.shape[axis]) throw new Unrunnable('too-large');
  return { node: engine.slice(value.node, axis, place - 1), labels: value.labels.filter((label) => label !== index) };
}

// ── symbols ──

const axesOf = (l: Lowering, key: string): Index[] => l.world.definitions.get(key)?.axes ?? l.world.symbols.get(key)?.axes ?? l.replaced.get(key)?.labels ?? [];

function entry(l: Lowering, value: Labelled, axes: Index[], at: Index[]): Labelled {
  const labels = value.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : (at[axis] ?? label); });
  void l;
  return merged(value.node, labels);
}

/** The value of a symbol over its axes: replaced, defined, arbitrary, or a leaf. */
function symbolTensor(l: Lowering, key: string): Labelled {
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
  const value = lower(l, definition.term);
  l.busy.delete(key);
  const extra = value.labels.filter((label) => !definition.axes.includes(label));
  const whole = arrange(l, value, [...definition.axes, ...extra]);
  return { node: engine.barrier(whole.node, key), labels: whole.labels };
}

function leaf(l: Lowering, key: string): Labelled {
  const axes = axesOf(l, key);
  l.inputs.set(key, axes);
  return { node: l.graph.input(key, axes.map((axis) => l.sizes.of(axis))), labels: axes };
}

/** A size counts what its indices run over; where nothing does, it is a positive number. */
function sizeTensor(l: Lowering, index: Index): Labelled {
  if (l.sizes.attached(index)) return { node: l.graph.constant(l.sizes.of(index)), labels: [] };
  l.inputs.set(index, []);
  return { node: l.graph.input(index, []), labels: [] };
}

// ── element-wise operations and reductions ──

type Operation = (...args: Tensor[]) => Tensor;
const OPERATIONS: Record<ElementwiseName, Operation> = {
  add: (a, b) => engine.add(a, b), sub: (a, b) => engine.sub(a, b), mul: (a, b) => engine.mul(a, b), div: (a, b) => engine.div(a, b), neg: (a) => engine.neg(a),
  pow: (a, b) => engine.pow(a, b), exp: (a) => engine.exp(a), log: (a) => engine.log(a), sqrt: (a) => engine.sqrt(a), abs: (a) => engine.abs(a), sign: (a) => engine.sign(a), floor: (a) => engine.floor(a),
  sin: (a) => engine.sin(a), cos: (a) => engine.cos(a), tan: (a) => engine.tan(a), asin: (a) => engine.asin(a), acos: (a) => engine.acos(a), atan: (a) => engine.atan(a),
  sinh: (a) => engine.sinh(a), cosh: (a) => engine.cosh(a), tanh: (a) => engine.tanh(a),
  sigmoid: (a) => engine.sigmoid(a), softplus: (a) => engine.softplus(a), relu: (a) => engine.relu(a), erf: (a) => engine.erf(a), gamma: (a) => engine.gamma(a),
  maximum: (a, b) => engine.maximum(a, b), minimum: (a, b) => engine.minimum(a, b),
  less: (a, b) => engine.less(a, b), lessEqual: (a, b) => engine.lessEqual(a, b), equal: (a, b) => engine.equal(a, b), notEqual: (a, b) => engine.notEqual(a, b),
  and: (a, b) => engine.and(a, b), or: (a, b) => engine.or(a, b), select: (c, a, b) => engine.select(c, a, b),
};

/** A whole number as written, for powers that are exact and defined for negative bases. */
function wholeNumber(term: Term | undefined): number | undefined {
  const sign = term?.op === 'map' && term.fn === 'neg' ? -1 : 1;
  const inner = term?.op === 'map' && term.fn === 'neg' ? term.args[0] : term;
  return inner?.op === 'num' && Number.isInteger(inner.value) && Math.abs(inner.value) <= 64 ? sign * inner.value : undefined;
}

function lowerMap(l: Lowering, fn: ElementwiseName, args: Term[]): Labelled {
  const exponent = fn === 'pow' ? wholeNumber(args[1]) : undefined;
  if (exponent !== undefined) { const base = lower(l, args[0]); return { node: engine.powInt(base.node, exponent), labels: base.labels }; }
  const values = args.map((arg) => lower(l, arg));
  const labels = union(values);
  const sized = labels.reduce((product, label) => product * l.sizes.of(label), 1);
  if (sized > ENTRY_LIMIT) throw new Unrunnable('too-large');
  return { node: OPERATIONS[fn](...values.map((value) => aligned(l, value, labels))), labels };
}

type Reduce = Extract<Term, { op: 'reduce' }>;
function reduce(l: Lowering, term: Reduce): Labelled {
  if (term.fn === 'sum' && !term.where) return contraction(l, term);
  const body = lower(l, term.body);
  const where = term.where && lower(l, term.where);
  const labels = [...new Set([...body.labels, ...(where?.labels ?? []), ...term.over])];
  const kept = labels.filter((label) => !term.over.includes(label));
  const whole = arrange(l, body, labels).node;
  const node = where ? engine.select(arrange(l, where, labels).node, whole, l.graph.constant(NEUTRAL[term.fn])) : whole;
  const axes = term.over.map((index) => labels.indexOf(index));
  return { node: REDUCTIONS[term.fn](node, axes), labels: kept };
}

const NEUTRAL = { sum: 0, prod: 1, max: -Infinity, min: Infinity };
const REDUCTIONS = {
  sum: (x: Tensor, axes: number[]) => engine.sum(x, axes), prod: (x: Tensor, axes: number[]) => engine.prod(x, axes),
  max: (x: Tensor, axes: number[]) => engine.max(x, axes), min: (x: Tensor, axes: number[]) => engine.min(x, axes),
};

/** A sum of products is one contraction. */
function contraction(l: Lowering, term: Reduce): Labelled {
  const over = [...term.over];
  let body = term.body;
  while (body.op === 'reduce' && body.fn === 'sum' && !body.where) { over.push(...body.over); body = body.body; }
  const factors = factorsOf(body).map((factor) => lower(l, factor));
  const present = union(factors);
  const output = present.filter((label) => !over.includes(label));
  const repeated = over.filter((label) => !present.includes(label)).reduce((product, label) => product * l.sizes.of(label), 1);
  const node = engine.einsum(factors.map((f) => f.node), factors.map((f) => f.labels), output);
  return { node: repeated === 1 ? node : engine.mul(node, l.graph.constant(repeated)), labels: output };
}

function factorsOf(term: Term): Term[] {
  return term.op === 'map' && term.fn === 'mul' ? term.args.flatMap(factorsOf) : [term];
}

function stack(l: Lowering, index: Index, items: Term[]): Labelled {
  const values = items.map((item) => lower(l, item));
  const labels = union(values);
  return { node: engine.stack(values.map((value) => arrange(l, value, labels).node), 0), labels: [index, ...labels] };
}

function join(l: Lowering, index: Index, blocks: Block[]): Labelled {
  const values = blocks.map((block) => lower(l, block.term));
  const labels = union(values).filter((label) => !blocks.some(({ over }) => over === label));
  return { node: engine.concat(values.map((value, i) => arrange(l, value, [blocks[i].over, ...labels]).node), 0), labels: [index, ...labels] };
}

function inverse(l: Lowering, term: Extract<Term, { op: 'inverse' }>): Labelled {
  const body = lower(l, term.body);
  const extra = body.labels.filter((label) => label !== term.rows && label !== term.columns);
  const node = engine.inverse(arrange(l, body, [...extra, term.rows, term.columns]).node);
  return merged(node, [...extra, ...term.at]);
}

function determinant(l: Lowering, term: Extract<Term, { op: 'det' }>): Labelled {
  const body = lower(l, term.body);
  const extra = body.labels.filter((label) => label !== term.rows && label !== term.columns);
  const matrix = arrange(l, body, [...extra, term.rows, term.columns]).node;
  return { node: term.log ? engine.logdet(matrix) : engine.det(matrix), labels: extra };
}

// ── derivatives and replacement ──

function derivative(l: Lowering, term: Extract<Term, { op: 'derivative' }>): Labelled {
  const x = symbolTensor(l, term.key);
  const y = lower(l, term.of);
  noteIndependence(l, term.of, term.key, x.node);
  const axes = axesOf(l, term.key);
  const by = x.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : term.at[axis]; });
  return jacobian(l, y, x.node, by);
}

/** A derivative of a named thing by something that it is not known to depend on says nothing: it is reported. */
function noteIndependence(l: Lowering, of: Term, key: string, x: Tensor): void {
  let inner = of;
  while (inner.op === 'derivative' || inner.op === 'at') inner = inner.op === 'at' ? inner.body : inner.of;
  const named = inner.op === 'symbol' ? inner.key : [...keysIn(inner)].find((k) => k !== key && !l.world.definitions.has(k));
  if (named && !engine.dependsOn(inner.op === 'symbol' ? symbolTensor(l, named).node : lower(l, inner).node, x)) l.independent.add(`${named} by ${key}`);
}

function jacobian(l: Lowering, y: Labelled, x: Tensor, by: Index[]): Labelled {
  if (engine.sizeOf(y.node.shape) * engine.sizeOf(x.shape) > ENTRY_LIMIT) throw new Unrunnable('too-large');
  void l;
  return merged(engine.jacobian(y.node, x), [...y.labels, ...by]);
}

/** The body with a symbol's value replaced, differentiated by that value as often as asked. */
function replaceSymbol(l: Lowering, term: Extract<Term, { op: 'let' }>): Labelled {
  const value = lower(l, term.value);
  const extra = value.labels.filter((label) => !term.axes.includes(label));
  const whole = arrange(l, value, [...term.axes, ...extra]);
  const own = axesOf(l, term.key);
  const labels = [...(own.length === term.axes.length ? own : term.axes), ...extra];
  const node = engine.barrier(whole.node, `${term.key} ${l.fresh.next++}`);
  const child = replacing(l, term.key, { node, labels });
  const body = lower(child, term.body);
  return (term.by ?? []).reduce((y, by) => jacobian(l, y, node, [...by.at, ...extra]), body);
}

function replacing(l: Lowering, key: string, value: Labelled): Lowering {
  return { ...l, values: new Map(), replaced: new Map([...l.replaced, [key, value]]) };
}

// ── arbitrary smooth functions ──

/** How many waves an arbitrary function is made of. */
const WAVES = 3;

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

function smoothFunction(l: Lowering, term: Extract<Term, { op: 'smooth' }>): Labelled {
  l.arbitrary.add(`function ${term.name}`);
  const args = term.args.map((arg) => ({ value: lower(l, arg.term), over: arg.over }));
  if (args.length === 1 && args[0].over.length === 0) return { node: engine.smooth(args[0].value.node, seedOf(term.name), term.order), labels: args[0].value.labels };
  return ridge(l, `function ${term.name}`, args, term.out);
}

/** Σ_r f_r(w_r · x + c_r) with random directions: smooth, not separable, with mixed derivatives that do not vanish. */
function ridge(l: Lowering, name: string, args: { value: Labelled; over: Index[] }[], out: Index[]): Labelled {
  const random = engine.stream(name);
  const outShape = out.map((index) => l.sizes.of(index));
  const waves = Array.from({ length: WAVES }, (_, r) => {
    const directions = args.map(({ value, over }) => project(l, value, over, out, outShape, () => random.uniform(0.4, 1.1) * (random.uniform(0, 1) < 0.4 ? -1 : 1)));
    const labels = union(directions);
    const total = directions.map((d) => aligned(l, d, labels)).reduce((a, b) => engine.add(a, b));
    return { node: engine.smooth(total, seedOf(`${name} ${r}`), 0), labels };
  });
  return { node: waves.map((w) => w.node).reduce((a, b) => engine.add(a, b)), labels: waves[0].labels };
}

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

// ── expectations, limits and integrals ──

function average(l: Lowering, term: Extract<Term, { op: 'average' }>): Labelled {
  if (term.rule.kind === 'integral') return integral(l, term, intervalOf(term.rule));
  if (term.rule.kind === 'normal' && term.axes.length === 0) return integral(l, term, normalOf(term.rule));
  const label = `q${l.fresh.next++}`;
  const { nodes, weights } = nodesOf(l, term.rule, term.axes, label);
  const body = lower(replacing(l, term.key, placed(l, nodes, label, `${term.key} ${label}`)), term.body);
  if (!body.labels.includes(label)) return body;
  const mean = weighted(l, body, weights, label);
  if (term.rule.kind === 'normal') return mean;
  const { rule } = term;
  if (rule.kind !== 'limit') return { ...mean, node: engine.barrier(mean.node, FAR_PLACES) };
  const value = Number.isFinite(rule.to) ? mean.node : withoutRest(l, mean.node);
  return { ...mean, node: engine.barrier(engine.add(value, whereReached(l, rule.to, body, mean.node, label)), FAR_PLACES) };
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

/** Nodes as the value of a symbol, over an index of their own. */
function placed(l: Lowering, nodes: Labelled, label: Index, tag: string): Labelled {
  l.sizes.chosen.set(label, nodes.node.shape[nodes.labels.indexOf(label)]);
  return { ...nodes, node: engine.barrier(nodes.node, tag) };
}

/** The weighted sum over a label. */
function weighted(l: Lowering, body: Labelled, weights: ArrayLike<number>, label: Index): Labelled {
  const kept = body.labels.filter((other) => other !== label);
  const weight = l.graph.constant(Float64Array.from(weights), [weights.length]);
  return { node: engine.einsum([weight, body.node], [[label], body.labels], kept), labels: kept };
}

function nodesOf(l: Lowering, rule: Exclude<AverageRule, { kind: 'integral' }>, axes: Index[], label: Index): { nodes: Labelled; weights: ArrayLike<number> } {
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
  const [mean, variance] = [rule.mean, rule.variance].map((term) => lower(l, term));
  if ([...mean.labels, ...variance.labels].some((label) => !base.labels.includes(label))) throw new Unrunnable('too-large');
  const spread = engine.mul(aligned(l, { ...variance, node: engine.sqrt(variance.node) }, base.labels), base.node);
  return { ...base, node: engine.add(aligned(l, mean, base.labels), spread) };
}

const constants = (l: Lowering, values: ArrayLike<number>, label: Index): Labelled => ({ node: l.graph.constant(Float64Array.from(values), [values.length]), labels: [label] });

/** How a variable, and what it is weighted with, come from one that runs over a range which is the same for all integrals of its sort. */
interface Substitution { place: Term; weight?: Term; range: IntegralRange }

const unitOf = (key: string): Term => ({ op: 'symbol', key, at: [] });

/** By a double exponential rule at two steps; where these do not agree the integral is not a number. */
function integral(l: Lowering, { key, body }: Extract<Term, { op: 'average' }>, substitute: (unit: Term) => Substitution): Labelled {
  const [label, unit] = [`q${l.fresh.next++}`, `unit ${l.fresh.next++}`];
  const { place, weight, range } = substitute(unitOf(unit));
  const { places, weights, coarse } = integralRule(range);
  const within = replacing(l, unit, placed(l, constants(l, places, label), label, unit));
  const at = lower(within, place);
  const value = lower(replacing(within, key, placed(l, at, label, `${key} ${label}`)), weight ? map('mul', weight, body) : body);
  const whole = arrange(l, value, [...new Set([...value.labels, label])]);
  const squares = { ...whole, node: engine.mul(whole.node, whole.node) };
  const [fine, rough] = [weights, coarse].map((w) => weighted(l, whole, w, label));
  const [size, rest] = [weights, weights.map((w, i) => (i === 0 || i === weights.length - 1 ? w / CUT_OFF : 0))].map((w) => weighted(l, squares, w.map((x) => x * x), label));
  const apart = engine.sub(fine.node, rough.node);
  const error = engine.add(engine.mul(engine.mul(apart, apart), l.graph.constant(CONVERGED ** -2)), rest.node);
  return { ...fine, node: engine.barrier(engine.add(fine.node, whereBelow(l, error, size.node)), FAR_PLACES) };
}

/** The error of the finer step is about the square of the gap between the two. */
const CONVERGED = 1e-6;
/** What the outermost places may add. */
const CUT_OFF = 1e-10;

/** Zero where an error is below what is allowed, else not a number, also where both are zero; without a comparison, which would count as a kink. */
function whereBelow(l: Lowering, error: Tensor, allowed: Tensor): Tensor {
  const rest = engine.sub(l.graph.constant(1), engine.div(error, allowed));
  return engine.mul(l.graph.constant(0), engine.stopGradient(engine.sqrt(rest)));
}

function intervalOf({ from, to }: Extract<AverageRule, { kind: 'integral' }>): (unit: Term) => Substitution {
  if (from === '-∞' && to === '∞') return (unit) => ({ place: unit, range: 'line' });
  if (to === '∞' && typeof from !== 'string') return (unit) => ({ place: map('add', from, unit), range: 'half' });
  if (from === '-∞' && typeof to !== 'string') return (unit) => ({ place: map('sub', to, unit), range: 'half' });
  if (typeof from === 'string' || typeof to === 'string') throw new Unreadable('an integral that runs backwards from infinity', undefined);
  const width = map('sub', to, from);
  return (unit) => ({ place: map('add', from, map('mul', width, unit)), weight: width, range: 'interval' });
}

/** A normal variable by a standard one, with its density. */
function normalOf({ mean, variance }: Extract<AverageRule, { kind: 'normal' }>): (unit: Term) => Substitution {
  return (unit) => ({ place: map('add', mean, map('mul', map('sqrt', variance), unit)), weight: map('div', map('exp', map('neg', map('div', map('mul', unit, unit), num(2)))), num(Math.sqrt(2 * Math.PI))), range: 'normal' });
}
