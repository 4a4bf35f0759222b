/** Points to test at: seeded, at mixed scales and signs, inside the domains that the document declares. */
import { boundsOf, type Domain, type Interval, type NamedDomain } from '../meaning/declarations';
import { type Random, sizeOf, stream } from '../tensor';

export const POINTS = 40;
const SCALES = [1, 1, 0.3, 3, 1, 10, 1, 0.1];

export interface Leaf { name: string; shape: number[]; domain: Domain | undefined; /** It counts. */ whole?: boolean; /** What conditions compare it with. */ compared?: number[] }

/** Of a leaf that is the size of an index. */
export const isSize = (name: string): boolean => name.startsWith('size ');

/** Values of every leaf at every point, sample by sample; gentle ones lie between −1/2 and 1/2. */
export function samplePoints(leaves: Leaf[], seed: string, points = POINTS, gentle = false): Map<string, Float64Array> {
  const values = new Map<string, Float64Array>();
  for (const leaf of leaves) {
    const all = drawn(leaf, seed, points);
    const isReal = (leaf.domain ?? 'real') === 'real';
    const { compared } = leaf;
    values.set(leaf.name, leaf.whole ? asWhole(leaf, all) : compared && isReal ? all.map((x) => among(compared, x)) : gentle && isReal ? all.map(calm) : all.slice());
  }
  return values;
}

/** What was drawn last: a line is tried under several readings at the same points. */
const latest = new Map<string, Float64Array>();
const KEPT = 128;

function drawn(leaf: Leaf, seed: string, points: number): Float64Array {
  const key = JSON.stringify([seed, points, leaf]);
  const known = latest.get(key);
  if (known) return known;
  const random = stream(`${seed} ${leaf.name}`);
  const size = sizeOf(leaf.shape);
  const all = new Float64Array(points * size);
  for (let point = 0; point < points; point++) all.set(valueAt(leaf, size, point, random), point * size);
  if (latest.size >= KEPT) latest.clear();
  latest.set(key, all);
  return all;
}

/** Whole numbers within the domain, of those without one from 0 on; wide apart, since one may have to be above another. */
export function asWhole({ domain }: Leaf, values: Float64Array): Float64Array {
  const { from, to } = (domain && boundsOf(domain)) ?? { from: 0, to: Infinity };
  return values.map((x) => Math.min(Math.floor(to), Math.max(Math.ceil(from), Math.abs(Math.round(3 * x)))));
}

/** One of the numbers, or one apart from them. */
const among = (values: readonly number[], x: number): number => values[Math.floor(Math.abs(x) * 1000) % (values.length + 1)] ?? x;

/** Draws large values in, so that chains of exponentials do not saturate. */
const calm = (x: number): number => 0.5 * Math.tanh(x);

type Draw = (size: number, random: Random, point: number, shape: number[]) => ArrayLike<number>;
const each = (draw: (random: Random, point: number) => number): Draw => (size, random, point) => {
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = draw(random, point);
  return values;
};
const square = (draw: (random: Random, n: number) => Float64Array): Draw => (size, random, point, shape) => (shape.length === 2 && shape[0] === shape[1] ? draw(random, shape[0]) : DRAW.real(size, random, point, shape));
const last = (draw: (random: Random, n: number) => Float64Array): Draw => (size, random, _point, shape) => {
  const n = shape.at(-1) ?? 1;
  const out = new Float64Array(size);
  for (let i = 0; i < size; i += n) out.set(draw(random, n), i);
  return out;
};

/** One row for each domain. Real leaves follow the plan of scales and signs. */
const DRAW: Record<NamedDomain, Draw> = {
  real: each(plannedReal),
  positive: each((random, point) => Math.abs(plannedReal(random, point)) + 1e-3),
  nonnegative: each((random, point) => Math.abs(plannedReal(random, point))),
  sign: each((random) => 2 * random.integer(0, 1) - 1),
  binary: each((random) => random.integer(0, 1)),
  'unit': each((random) => random.uniform(0.02, 0.98)),
  integer: each((random) => random.integer(1, 9)),
  'one-hot': last((random, n) => random.oneHot(n)),
  simplex: last((random, n) => random.simplex(n)),
  'unit vector': last((random, n) => unitVector(random, n)),
  symmetric: square((random, n) => random.symmetric(n)),
  orthogonal: square((random, n) => random.orthogonal(n)),
  projection: square((random, n) => gram(random.orthogonal(n), n, n, random.integer(0, n - 1))),
  diagonal: square((random, n) => random.diagonal(n)),
  'positive semidefinite': square((random, n) => semidefinite(random, n)),
  'positive definite': square((random, n) => random.positiveDefinite(n)),
};

function unitVector(random: Random, n: number): Float64Array {
  const v = random.normals(n);
  const length = Math.hypot(...v);
  return v.map((x) => x / length);
}

/** B Bᵀ with B of a random number of columns, so that it is often singular. */
function semidefinite(random: Random, n: number): Float64Array {
  const rank = random.integer(1, n);
  return gram(random.normals(n * rank), n, rank, rank);
}

/** B Bᵀ with the first columns of B. */
const gram = (B: Float64Array, n: number, width: number, columns: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => { let sum = 0; for (let c = 0; c < columns; c++) sum += B[Math.floor(at / n) * width + c] * B[(at % n) * width + c]; return sum; });

const valueAt = (leaf: Leaf, size: number, point: number, random: Random): ArrayLike<number> => drawOf(leaf.domain ?? 'real')(size, random, point, leaf.shape);

export const isInterval = (domain: Domain): domain is Interval => !(domain in DRAW);
const drawOf = (domain: Domain): Draw => (isInterval(domain) ? each((random, point) => drawBetween(domain, random, point)) : DRAW[domain]);

/** Evenly between two ends, or away from the one that there is at the scales of the plan. */
function drawBetween(domain: Interval, random: Random, point: number): number {
  const { from, to } = boundsOf(domain) ?? { from: 0, to: 1 };
  if (from > -Infinity && to < Infinity) return from + (to - from) * random.uniform(0.02, 0.98);
  const away = Math.abs(plannedReal(random, point)) + 1e-3;
  return from > -Infinity ? from + away : to - away;
}

/** Signed and positive blocks in turn, every fifth point in (0.02, 0.98), at the scales of the plan. */
function plannedReal(random: Random, point: number): number {
  if (point % 5 === 4) return random.uniform(0.02, 0.98);
  const scale = SCALES[point % SCALES.length];
  const positive = Math.floor(point / SCALES.length) % 2 === 1;
  const value = random.normal() * scale;
  return positive ? Math.abs(value) + 0.05 * scale : value;
}
