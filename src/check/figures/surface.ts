/** Functions to step on: the document's own of one or two numbers, or a standard one. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import type { Binding } from '../../meaning/world';
import type { Expr } from '../../notation/expression';
import { type Objective, type Vector, vector } from '../../optimizers';
import * as engine from '../../tensor';
import { type Evaluation, evaluate } from '../evaluate';
import { ifRunnable } from '../lower';
import { readClaim } from '../readings';
import { plain } from './words';

export interface Surface {
  /** How the function is called in a sentence. */
  name: string;
  /** Names of its arguments, one or two. */
  names: string[];
  start: Vector;
  /** Values at points that lie one after the other. */
  values(points: Float64Array): Float64Array;
  gradient(point: Vector): Vector;
}

/** The document's function of so many numbers that lies nearest before a line, those named in the line first; else a standard one. */
export function surfaceFor(document: DocumentMeaning, link: LinkSyntax, fields: ReadonlySet<string>, size: 1 | 2): Surface {
  const before = [...document.bindings.values()].flat().filter((b) => b.at < link.lhs.span.start && !b.isValue && !b.recursive && !b.time).sort((a, b) => rank(b) - rank(a));
  function rank(b: Binding): number { return b.at + (b.unit === link.unit ? 1e7 : 0) + (fields.has(b.base) ? 1e8 : 0); }
  for (const binding of before.slice(0, 12)) {
    const found = ifRunnable(() => surfaceOf(document, link, binding, size));
    if (found) return found;
  }
  return size === 2 ? QUADRATIC : SQUARE_ROOT;
}

const ZERO: Expr = { kind: 'num', value: 0, text: '0', digits: 0, span: { start: 0, end: 0 } };

function surfaceOf(document: DocumentMeaning, link: LinkSyntax, binding: Binding, size: 1 | 2): Surface | undefined {
  const wanted = binding.params.length ? binding.params.map((p) => p.base) : [...new Set((document.derivatives.get(binding.base) ?? []).filter((d) => d.unit === binding.unit).map((d) => d.by.base))];
  if (wanted.length !== size) return undefined;
  for (const claim of readClaim(document, link, binding.expr, ZERO, { values: true })) {
    if (!claim.ok) continue;
    const evaluation = evaluate(claim.alternatives[0], { seed: `surface ${binding.tex}` });
    if (!evaluation || evaluation.arbitrary[0].size > 0 || evaluation.shape.length > 0) continue;
    const places = wanted.map((name) => evaluation.leaves.findIndex((leaf) => leaf.name === name && leaf.shape.length === 0));
    if (!places.includes(-1)) return onGraph(binding, wanted, evaluation);
  }
  return undefined;
}

/** All but the arguments stays as it is at the first sampled point. */
function onGraph(binding: Binding, names: string[], evaluation: Evaluation): Surface | undefined {
  const { leaves, inputs, program, lowering, output } = evaluation;
  const slope = engine.compile(engine.gradients(output, names.map((name) => lowering.graph.input(name, []))));
  const at = (points: Float64Array): { given: Map<string, Float64Array>; count: number } => {
    const count = points.length / names.length;
    const given = new Map(leaves.map((leaf): [string, Float64Array] => {
      const size = engine.sizeOf(leaf.shape);
      const place = names.indexOf(leaf.name);
      const first = (inputs.get(leaf.name) as Float64Array).subarray(0, size);
      return [leaf.name, Float64Array.from({ length: count * size }, (_, i) => (place < 0 ? first[i % size] : points[i * names.length + place]))];
    }));
    return { given, count };
  };
  const run = (of: engine.Program, points: Float64Array): Float64Array[] => { const { given, count } = at(points); return of.run(given, count).values; };
  const surface = { name: plain(binding.tex), names, values: (points: Float64Array) => run(program, points)[0], gradient: (point: Vector) => vector(run(slope, point).map(([x]) => x)) };
  const start = startOn(surface);
  return start && { ...surface, start };
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
    gradient, residual: unknown, jacobian: unknown, project: (x) => x,
    hessian: (x) => { const columns = Array.from(x, (_, j) => column(x, j)); return { n: x.length, entries: Float64Array.from({ length: x.length ** 2 }, (_, k) => columns[k % x.length][Math.floor(k / x.length)]) }; },
    derivative: (x, order) => (order === 0 ? values(x) : order === 1 ? gradient(x) : column(x, 0)),
  };
}

const moved = (x: Vector, j: number, by: number): Vector => x.map((entry, i) => (i === j ? entry + by : entry));
