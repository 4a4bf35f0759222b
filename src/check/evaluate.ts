/** One reading of a claim, run: both sides lowered, sampled and compared. */
import type { Domain } from '../meaning/declarations';
import { copyDims, type Dims } from '../meaning/dims';
import type { Index, Term } from '../meaning/term';
import type { Definition, World } from '../meaning/world';
import * as engine from '../tensor';
import { compile, type Program, type Tensor } from '../tensor';
import { type Comparison, compareSides, type Precision } from './compare';
import { createLowering, lower } from './lower';
import { arrange } from './lower/labels';
import { FAR_PLACES, type Labelled, type Lowering } from './lower/lowering';
import { givenSizes, sizesFor } from './lower/sizes';
import { Unrunnable } from './lower/unrunnable';
import { seedOf } from './lower/waves';
import { type Leaf, POINTS, samplePoints } from './sample';

/** Two terms to be equal for every choice of their free indices. */
export interface Sides { world: World; left: Term; right: Term; at: number }

export interface Evaluation extends Outcome, Running {}

/** What a run comes to: plain data. */
interface Outcome extends Comparison {
  /** Gaps up to this, relative to the sides, tell nothing. */
  haze: number;
  /** Number of the stream that the points were drawn from. */
  seed: number;
  sizes: Map<string, number>;
  /** The choice of sizes that it was run with. */
  choice: number;
  labels: Index[];
  shape: number[];
  leaves: Leaf[];
  /** Arbitrary functions and symbols on each side. */
  arbitrary: [Set<string>, Set<string>];
  leavesOf: [Set<string>, Set<string>];
  independent: Set<string>;
}

/** What it was run with. */
interface Running {
  lowering: Lowering;
  inputs: Map<string, Float64Array>;
  program: Program;
  /** The left side's node. */
  output: Tensor;
}

export interface Options {
  seed: string;
  /** Sizes by name, `*` for all that are not fixed. */
  sizes?: ReadonlyMap<string, number>;
  /** `sizes` are by class of index, not by name. */
  roots?: boolean;
  /** Which choice of the sizes that are free. */
  choice?: number;
  points?: number;
  /** Domains that are declared under later headings count as well. */
  laterDomains?: boolean;
  /** Domains that are tried in place of those declared, by leaf. */
  domains?: ReadonlyMap<string, Domain>;
  /** Expectations by a coarser rule. */
  coarse?: boolean;
  /** Small values, and positive ones of functions, where ordinary ones overflow, cancel or are not defined. */
  gentle?: boolean;
  /** Only whether the sides agree is asked: where they differ at the first points, no other is looked at. */
  brief?: boolean;
  /** Moves sampled points onto the set where these terms are zero, by changing the named leaves. */
  project?: Projection;
  /** All that these moves rest on beside the world, as text; without it the outcome is not kept. */
  projectedBy?: string;
}

export type Projection = (lowering: Lowering, inputs: Map<string, Float64Array>, samples: number) => boolean;

/** Flops beyond which a claim is not worth a check. */
const COST_LIMIT = 3e7;

/** Undefined when the claim cannot be run. Outcomes are kept; what they were run with is made again when it is asked for. */
export function evaluate(sides: Sides, options: Options): Evaluation | undefined {
  const key = keyOf(sides, options);
  if (key === undefined) return decided(sides, options)?.evaluation;
  let fresh: Attempt | undefined;
  const anew = (): Remembered => {
    fresh = decided(sides, options);
    return { found: fresh && { outcome: outcomeOf(fresh.evaluation), tried: { choice: fresh.options.choice, gentle: fresh.options.gentle } }, brief: options.brief === true };
  };
  const known = sides.world.memory(key, anew);
  // A difference that was found in passing is looked at in full when it counts.
  if (known.brief && !options.brief && known.found?.outcome.outcome === 'differ') Object.assign(known, anew());
  const { found } = known;
  if (fresh || !found) return fresh?.evaluation;
  const dims = copyDims(sides.world.dims);
  return recalled(found.outcome, () => withDims(sides.world, dims, () => run(sides, { ...options, ...found.tried })));
}

/** Sizes as they were: what is read of a world later may make names longer. */
function withDims<T>(world: World, dims: Dims, make: () => T): T {
  const now = world.dims;
  world.dims = dims;
  try { return make(); } finally { world.dims = now; }
}

/** What is kept of an evaluation, and how it was tried in the end. */
interface Remembered { found: { outcome: Outcome; tried: Pick<Options, 'choice' | 'gentle'> } | undefined; brief: boolean }

/** All that a run rests on. Undefined where that has no text of its own: moves of the points that none is given for, numbers that are not finite. */
function keyOf({ world, left, right, at }: Sides, options: Options): string | undefined {
  if (options.project && options.projectedBy === undefined) return undefined;
  const { dims, symbols, definitions, declarations } = world;
  const known = [...symbols.values()].map(({ key, use, axes, dependsOn, domain, whole = false, compared = [] }) => [key, axes, dependsOn, whole, compared, domain ?? declarations.domain(use.base, at, options.laterDomains) ?? '']);
  const { seed, sizes, roots = false, choice = 0, points = POINTS, domains, coarse = false, gentle = false, projectedBy = '' } = options;
  const text = termsOf([left, right], definitions) + JSON.stringify([
    known, [...dims.parent], [...dims.names], [...dims.fixed], [...dims.least], [...dims.sums], [...dims.products],
    { seed, sizes: sizes && [...sizes], roots, choice, points, domains: domains && [...domains], coarse, gentle, projectedBy },
  ]);
  return text.includes('null') ? undefined : text;
}

/** Text of terms and of the definitions that they rest on. */
export function termsOf(terms: readonly Term[], definitions: World['definitions']): string {
  return `${terms.map(textOf).join()} ${[...definitions].map(([key, definition]) => `${JSON.stringify(key)}:${textOf(definition)}`).join()} `;
}

/** A line is evaluated several times, and most of its definitions are those of the line before. */
const texts = new WeakMap<object, string>();

function textOf(part: Term | Definition): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
}

const outcomeOf = ({ lowering, inputs, program, output, ...outcome }: Evaluation): Outcome => outcome;

function recalled(outcome: Outcome, again: () => Running): Evaluation {
  let running: Running | undefined;
  const made = (): Running => { running ??= again(); return running; };
  return { ...outcome, get lowering() { return made().lowering; }, get inputs() { return made().inputs; }, get program() { return made().program; }, get output() { return made().output; } };
}

/** An evaluation, and how it was tried in the end. */
interface Attempt { evaluation: Evaluation; options: Options }

/** Where ordinary points decide nothing, gentle ones are tried, then other sizes; so are these where no point was solved for: the columns of a wide matrix are never orthonormal. */
function decided(sides: Sides, options: Options): Attempt | undefined {
  const first = attempt(sides, options);
  if (first ? first.evaluation.outcome !== 'undefined' : !options.project) return first;
  const gentle = options.project ? undefined : attempt(sides, { ...options, gentle: true });
  if (gentle && gentle.evaluation.outcome !== 'undefined') return gentle;
  const resized = options.sizes ? undefined : attempt(sides, { ...options, choice: (options.choice ?? 0) + 1 });
  return resized ?? gentle ?? first;
}

function attempt(sides: Sides, options: Options): Attempt | undefined {
  try { return { evaluation: run(sides, options), options }; } catch (error) {
    if (error instanceof Unrunnable) return undefined;
    throw error;
  }
}

function run(sides: Sides, options: Options): Evaluation {
  const { world } = sides;
  const lowering = createLowering(world, options.roots ? givenSizes(world, options.sizes ?? new Map()) : sizesFor(world, options.sizes ?? new Map(), options.choice), options.coarse, options.gentle);
  const left = side(lowering, sides.left);
  const right = side(lowering, sides.right);
  const labels = [...new Set([...left.value.labels, ...right.value.labels])];
  const outputs = [arrange(lowering, left.value, labels).node, arrange(lowering, right.value, labels).node];
  const program = compile(outputs);
  const points = options.points ?? POINTS;
  if (program.cost * points > COST_LIMIT) throw new Unrunnable('too-large');
  const leaves = [...lowering.inputs].map(([name, axes]) => leafOf(sides, options, lowering, name, axes));
  const sampled = (some: number): Map<string, Float64Array> => samplePoints(leaves, options.seed, some, options.gentle);
  const haze = world.reachesFar ? HAZE : options.project ? SOLVED_HAZE : 0;
  const precision = { accuracy: options.project ? SOLVED_TO : 0, haze };
  const passing = options.brief && !options.project ? differing(compared(program, outputs, sampled(BRIEF), BRIEF, precision)) : undefined;
  const inputs = sampled(passing ? BRIEF : points);
  if (options.project && !options.project(lowering, inputs, points)) throw new Unrunnable('too-large');
  const comparison = passing ?? compared(program, outputs, inputs, points, precision);
  return {
    ...comparison, haze, choice: options.choice ?? 0, seed: seedOf(options.seed), sizes: namedSizes(world, lowering), labels, shape: outputs[0].shape.slice(), lowering, inputs, leaves, program, output: outputs[0],
    arbitrary: [left.arbitrary, right.arbitrary], leavesOf: [left.leaves, right.leaves], independent: lowering.independent,
  };
}

/** Rounding is bounded, and overflow on the way looked for, only where the plain comparison finds a difference: both can only take it back. */
function compared(program: Program, outputs: Tensor[], inputs: Map<string, Float64Array>, points: number, precision: Precision): Comparison {
  const plain = compareSides(program.run(inputs, points), points, undefined, precision);
  if (plain.outcome !== 'differ') return plain;
  // Where the sides differ nearly everywhere, some of the points show it.
  const first = points > FEW && plain.differing > NEARLY_ALL * points ? bounded(program, outputs, new Map([...inputs].map(([name, values]) => [name, values.subarray(0, (values.length / points) * FEW)])), FEW, precision) : undefined;
  return first?.outcome === 'differ' ? first : bounded(program, outputs, inputs, points, precision);
}

function bounded(program: Program, outputs: Tensor[], inputs: Map<string, Float64Array>, points: number, precision: Precision): Comparison {
  const result = runSoundly(program, outputs, inputs, points);
  return compareSides(result, points, result.unsound, precision);
}

/** A difference that more points would not take back. */
const differing = (found: Comparison): Comparison | undefined => (found.outcome === 'differ' && !found.vacuous ? found : undefined);

/** What the extrapolation of a limit leaves over. */
const HAZE = 1e-4;

/** What the solver leaves over at points that it has moved. */
const SOLVED_TO = 1e-8;
/** Far out a gradient is nearly zero where other things are not yet equal: gaps as small as this, beside the sides, tell nothing there. */
const SOLVED_HAZE = 1e-5;

const NEARLY_ALL = 0.8;
const FEW = 8;
/** One may lie at a kink. */
const BRIEF = 2;

/** Beyond these magnitudes squares overflow or vanish, and a derivative may be lost without a trace. */
const LARGEST = 1e150;
const SMALLEST = 1e-150;

/** A run with bounds of the rounding, and the points that do not count. */
export function runSoundly(program: Program, outputs: Tensor[], inputs: Map<string, Float64Array>, points: number): engine.RunResult & { unsound: Uint8Array } {
  const ways = waysTo(outputs);
  const unsound = new Uint8Array(points);
  const inspect = (node: Tensor, values: Float64Array, first: number): void => { if (ways.has(node)) markUnsound(unsound, values, engine.sizeOf(node.shape), first); };
  return { ...program.run(inputs, points, { rounding: true, inspect }), unsound };
}

/** What leads to the sides. Whether integrals and limits converge does not rest on what stands far out. */
function waysTo(outputs: Tensor[]): ReadonlySet<Tensor> {
  const nodes = new Set(outputs);
  for (const node of nodes) if (!engine.isTagged(node, FAR_PLACES)) for (const input of node.inputs) nodes.add(input);
  return nodes;
}

/** Points at which something on the way to the sides is infinite, undefined, or too large or small to square. */
function markUnsound(unsound: Uint8Array, values: Float64Array, size: number, first: number): void {
  for (let i = 0; i < values.length; i++) {
    if (isSound(values[i])) continue;
    if (values.length === size) unsound.fill(1);
    else unsound[first + Math.floor(i / size)] = 1;
  }
}

function isSound(x: number): boolean {
  const size = Math.abs(x);
  return size <= LARGEST && (size === 0 || size >= SMALLEST);
}

interface Side { value: Labelled; arbitrary: Set<string>; leaves: Set<string> }

/** One side with the leaves and arbitrary functions that it alone needs. */
function side(lowering: Lowering, term: Term): Side {
  const own = { ...lowering, arbitrary: new Set<string>(), inputs: new Map<string, Index[]>(), values: new Map() };
  const value = lower(own, term);
  own.inputs.forEach((axes, name) => lowering.inputs.set(name, axes));
  own.arbitrary.forEach((name) => lowering.arbitrary.add(name));
  return { value, arbitrary: own.arbitrary, leaves: new Set(own.inputs.keys()) };
}

function leafOf({ world, at }: Sides, options: Options, lowering: Lowering, name: string, axes: Index[]): Leaf {
  const info = world.symbols.get(name);
  const shape = axes.map((axis) => lowering.sizes.of(axis));
  if (name.startsWith('size ')) return { name, shape, domain: 'integer' };
  return { name, shape, ...(info?.whole ? { whole: true } : {}), ...(info?.compared ? { compared: info.compared } : {}), domain: options.domains?.get(name) ?? info?.domain ?? (info && world.declarations.domain(info.use.base, at, options.laterDomains)) };
}

function namedSizes(world: World, lowering: Lowering): Map<string, number> {
  const named = new Map<string, number>();
  for (const [root, size] of lowering.sizes.chosen) { const name = world.dims.names.get(root); if (name) named.set(name, size); }
  return named;
}
