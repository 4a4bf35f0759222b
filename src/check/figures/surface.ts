/** Functions to step on: the document's own of one or two numbers, or a standard one. */
import { allBindings, type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import { rootOf } from '../../meaning/dims';
import { type Binding, type World, symbolsIn } from '../../meaning/world';
import * as build from '../../notation/build';
import { type Expr, NOWHERE } from '../../notation/expression';
import { type Objective, type Vector, vector } from '../../optimizers';
import * as engine from '../../tensor';
import { range } from '../../tensor';
import { type Evaluation, evaluate, type Sides } from '../evaluate';
import { ifRunnable } from '../lower/unrunnable';
import { readClaim } from '../readings';
import { type Leaf, POINTS } from '../sample';
import { plain, shown } from './words';

export interface Surface {
  /** How the function is called in a sentence. */
  name: string;
  /** Names of its arguments, one or two numbers. */
  names: string[];
  /** What it rests on beside them that the document leaves open, with the values that it is drawn with where they are few. */
  example?: { text: string; isWhole: boolean };
  start: Vector;
  /** Values at points that lie one after the other. */
  values(points: Float64Array): Float64Array;
  gradient(point: Vector): Vector;
}

/** The document's function of so many numbers that lies nearest before a line, those named in the line first; else a standard one. */
export function surfaceFor(document: DocumentMeaning, link: LinkSyntax, fields: ReadonlySet<string>, size: 1 | 2): Surface {
  const before = allBindings(document).filter((b) => b.at < startOf(link) && !b.isValue && !b.recursive && !b.time).sort((a, b) => rank(b) - rank(a));
  function rank(b: Binding): number { return b.at + (b.unit === link.unit ? 1e7 : 0) + (fields.has(b.base) ? 1e8 : 0); }
  for (const binding of before.slice(0, 12)) {
    const found = ifRunnable(() => surfaceOf(document, link, binding, size));
    if (found) return found;
  }
  return size === 2 ? QUADRATIC : SQUARE_ROOT;
}

const ZERO: Expr = build.number(0, NOWHERE);

function surfaceOf(document: DocumentMeaning, link: LinkSyntax, binding: Binding, size: 1 | 2): Surface | undefined {
  const wanted = binding.params.length ? binding.params.map((p) => p.base) : [...new Set((document.derivatives.get(binding.base) ?? []).filter((d) => d.unit === binding.unit).map((d) => d.by.base))];
  if (wanted.length !== size && wanted.length !== 1) return undefined;
  for (const claim of readClaim(document, link, binding.expr, ZERO, { values: true })) {
    if (!claim.ok) continue;
    const [sides] = claim.alternatives;
    const shape: number[] = wanted.length < size ? [size] : [];
    const evaluation: Evaluation | undefined = shape.length ? withSize(sides, wanted[0], size) : evaluate(sides, { seed: SEED });
    if (!evaluation || evaluation.arbitrary[0].size > 0 || evaluation.shape.length > 0) continue;
    if (wanted.every((name) => evaluation.leaves.some((leaf) => leaf.name === name && String(leaf.shape) === String(shape)))) return onGraph(binding, { names: wanted, shape, written: writtenIn(sides.world) }, evaluation);
  }
  return undefined;
}

const SEED = 'surface';

/** Run with so many entries of a vector, where the document leaves their number open; the other sizes are as they would be. */
function withSize(sides: Sides, name: string, size: number): Evaluation | undefined {
  const isSo = (evaluation: Evaluation | undefined): boolean => evaluation?.leaves.find((leaf) => leaf.name === name)?.shape.join() === String(size);
  const small = evaluate(sides, { seed: SEED, sizes: new Map([['*', size]]) });
  const [axis] = sides.world.symbols.get(name)?.axes ?? [];
  if (!isSo(small) || axis === undefined) return undefined;
  const roomy = evaluate(sides, { seed: SEED, sizes: new Map([[rootOf(sides.world.dims, axis), size]]), roots: true });
  return isSo(roomy) ? roomy : small;
}

const writtenIn = (world: World): Map<string, string> => new Map(symbolsIn(world).map(({ key, use }) => [key, plain(use.tex)]));

/** One vector, or numbers. */
interface Arguments { names: string[]; shape: number[]; written: ReadonlyMap<string, string> }

/** All but the arguments stays as it is at one of the sampled points. */
function onGraph(binding: Binding, { names, shape, written }: Arguments, evaluation: Evaluation): Surface | undefined {
  const { leaves, inputs, program, lowering, output } = evaluation;
  const slope = engine.compile(engine.gradients(output, names.map((name) => lowering.graph.input(name, shape))));
  const each = engine.sizeOf(shape) * names.length;
  const others = leaves.filter((leaf) => !names.includes(leaf.name));
  const valuesAt = (sample: number, { name, shape: own }: Leaf): Float64Array => { const size = engine.sizeOf(own); return (inputs.get(name) as Float64Array).subarray(sample * size, (sample + 1) * size); };
  const letter = written.get(names[0]) ?? names[0];
  const surfaceAt = (sample: number): Omit<Surface, 'start'> => {
    const run = (of: engine.Program, points: Float64Array): Float64Array[] => {
      const count = points.length / each;
      const given = new Map(others.map((leaf): [string, Float64Array] => { const own = valuesAt(sample, leaf); return [leaf.name, Float64Array.from({ length: count * own.length }, (_, i) => own[i % own.length])]; }));
      names.forEach((name, place) => given.set(name, shape.length ? points : Float64Array.from({ length: count }, (_, i) => points[i * each + place])));
      return of.run(given, count).values;
    };
    const example = { text: others.map((leaf) => valued(written.get(leaf.name) ?? leaf.name, leaf.shape, valuesAt(sample, leaf))).join(', '), isWhole: others.every((leaf) => engine.sizeOf(leaf.shape) <= FEW) };
    return {
      name: plain(binding.tex), names: shape.length ? range(each).map((i) => `${letter}_${i + 1}`) : names, ...(others.length ? { example } : {}),
      values: (points) => run(program, points)[0], gradient: (point) => vector(run(slope, point).flatMap((g) => [...g])),
    };
  };
  const samples = range(others.length ? POINTS : 1);
  const steps = samples.flatMap((sample): Surface[] => { const surface = surfaceAt(sample); const start = startOn(surface); return start ? [{ ...surface, start }] : []; });
  return steps.find(isBowl) ?? steps[0];
}

/** It curves upwards where the way begins, in one direction more than in another but not by far. */
function isBowl(surface: Surface): boolean {
  const { n, entries } = objectiveOn(surface).hessian(surface.start);
  const { values } = engine.symmetricEigen(entries.map((x, k) => (x + entries[(k % n) * n + Math.floor(k / n)]) / 2), n);
  const [least, most] = [values[0], values[values.length - 1]];
  return least > 0.05 * most && (n === 1 || least < 0.5 * most) && most > 0.2 && most < 200;
}

const FEW = 4;

/** A few numbers as they are, many by their name alone. */
function valued(name: string, shape: readonly number[], values: Float64Array): string {
  if (values.length > FEW) return name;
  const row = (list: Float64Array): string => `[${[...list].map(shown).join(', ')}]`;
  if (shape.length === 0) return `${name} = ${shown(values[0])}`;
  return `${name} = ${shape.length === 1 ? row(values) : `[${range(shape[0]).map((i) => row(values.subarray(i * shape[1], (i + 1) * shape[1]))).join(', ')}]`}`;
}

/** A point not too near to a stationary one. */
function startOn({ names, values, gradient }: Omit<Surface, 'start'>): Vector | undefined {
  const tries = (names.length === 1 ? [[2], [1], [-1.5], [0.5]] : [[-1.5, 1], [1.5, 1], [1, 1], [0.5, -0.5]]).map(vector);
  return tries.find((point) => Number.isFinite(values(point)[0]) && gradient(point).every(Number.isFinite) && Math.hypot(...gradient(point)) > 0.05);
}

const standard = (name: string, names: string[], start: number[], value: (x: Vector) => number, gradient: (x: Vector) => number[]): Surface => ({
  name, names, start: vector(start), gradient: (x) => vector(gradient(x)),
  values: (points) => Float64Array.from({ length: points.length / names.length }, (_, i) => value(points.subarray(i * names.length, (i + 1) * names.length))),
});

const QUADRATIC = standard('½(x² + 10y²)', ['x', 'y'], [-1.5, 1], ([x, y]) => (x * x + 10 * y * y) / 2, ([x, y]) => [x, 10 * y]);
const SQUARE_ROOT = standard('x² − 2', ['x'], [2], ([x]) => x * x - 2, ([x]) => [2 * x]);

/** What a rule may ask, from values and gradients; curvature by differences of gradients. */
export function objectiveOn(surface: Surface): Objective {
  const { gradient, values } = surface;
  const column = (x: Vector, j: number): Vector => {
    const h = 1e-5 * Math.max(1, Math.abs(x[j]));
    const [up, down] = [gradient(moved(x, j, h)), gradient(moved(x, j, -h))];
    return up.map((g, i) => (g - down[i]) / (2 * h));
  };
  const unknown = (): never => { throw new Error('a least-squares problem'); };
  return {
    gradient, residual: unknown, jacobian: unknown, project: (x) => x, mirror: (x) => x, unmirror: (y) => y,
    hessian: (x) => { const columns = Array.from(x, (_, j) => column(x, j)); return { n: x.length, entries: Float64Array.from({ length: x.length ** 2 }, (_, k) => columns[k % x.length][Math.floor(k / x.length)]) }; },
    derivative: (x, order) => (order === 0 ? values(x) : order === 1 ? gradient(x) : column(x, 0)),
  };
}

const moved = (x: Vector, j: number, by: number): Vector => x.map((entry, i) => (i === j ? entry + by : entry));
