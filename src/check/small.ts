/** Small values in a domain: whole numbers where it has any, else short ones. */
import { boundsOf, type Domain, type Interval, type NamedDomain } from '../meaning/declarations';
import { type Random, range } from '../tensor';
import { isInterval } from './sample';

/** `n` is the length of the last axis; values of later points may be larger. */
interface Draw { n: number; point: number; random: Random }

/** So many values; those of the last axes are in the domain together where it is one of vectors or matrices. */
export function smallValues(domain: Domain | undefined, size: number, draw: Draw): number[] {
  const part = domain && isInterval(domain) ? (d: Draw) => [within(domain, d.random.integer(1, reachOf(d) + 1))] : SMALL[domain ?? 'real'];
  const values: number[] = [];
  while (values.length < size) values.push(...part(draw));
  return values.slice(0, size);
}

const reachOf = ({ point }: Draw): number => 1 + Math.floor(point / 30);

/** The number at a place of an interval, counted from an end that it has; between two ends, the whole or half ones first. */
function within(domain: Interval, place: number): number {
  const { from, to } = boundsOf(domain) ?? { from: 0, to: 1 };
  if (to === Infinity) return Math.floor(from) + place;
  if (from === -Infinity) return Math.ceil(to) - place;
  const whole = Math.floor(from) + place;
  return whole < to ? whole : from + (to - from) / (place + 1);
}

const oneOf = ({ random }: Draw, values: readonly number[]): number => values[random.integer(0, values.length - 1)];
const whole = (draw: Draw): number => draw.random.integer(-reachOf(draw), reachOf(draw));
const counting = (draw: Draw): number => draw.random.integer(1, reachOf(draw) + 1);
const vector = ({ n }: Draw, entry: (i: number) => number): number[] => range(n).map(entry);
const matrix = ({ n }: Draw, entry: (i: number, j: number) => number): number[] => range(n * n).map((at) => entry(Math.floor(at / n), at % n));

function symmetric(draw: Draw): number[] {
  const upper = matrix(draw, () => whole(draw));
  return matrix(draw, (i, j) => upper[Math.min(i, j) * draw.n + Math.max(i, j)]);
}

/** L L^T of a lower triangle with ones and twos on its diagonal. */
function positiveDefinite(draw: Draw): number[] {
  const lower = matrix(draw, (i, j) => (i === j ? draw.random.integer(1, 2) : i > j ? draw.random.integer(-1, 1) : 0));
  return matrix(draw, (i, j) => vector(draw, (k) => lower[i * draw.n + k] * lower[j * draw.n + k]).reduce((sum, x) => sum + x, 0));
}

/** The axes in another order, some of them turned round. */
function orthogonal(draw: Draw): number[] {
  const order = vector(draw, () => draw.random.uniform()).map((key, i) => ({ key, i })).sort((a, b) => a.key - b.key).map(({ i }) => i);
  const signs = vector(draw, () => oneOf(draw, [1, -1]));
  return matrix(draw, (i, j) => (order[i] === j ? signs[i] : 0));
}

/** Halves, quarters, eighths: one unit for each, the others by chance. */
function simplex(draw: Draw): number[] {
  const units = 2 ** Math.ceil(Math.log2(2 * draw.n));
  const held = vector(draw, () => 1);
  for (let left = units - draw.n; left > 0; left--) held[draw.random.integer(0, draw.n - 1)]++;
  return held.map((count) => count / units);
}

const SMALL: Record<NamedDomain, (draw: Draw) => number[]> = {
  'one-hot': (draw) => vector(draw, (i) => Number(i === draw.point % draw.n)),
  'unit vector': (draw) => vector(draw, (i) => (i === draw.point % draw.n ? (draw.point % 2 ? 1 : -1) : 0)),
  simplex, symmetric, orthogonal,
  projection: (draw) => matrix(draw, (i, j) => (i === j ? draw.random.integer(0, 1) : 0)),
  diagonal: (draw) => matrix(draw, (i, j) => (i === j ? whole(draw) : 0)),
  'positive definite': positiveDefinite,
  'positive semidefinite': (draw) => matrix(draw, () => 1),
  sign: (draw) => [oneOf(draw, [1, -1])],
  binary: (draw) => [draw.random.integer(0, 1)],
  'unit': (draw) => [oneOf(draw, [0.5, 0.25, 0.2, 0.8])],
  positive: (draw) => [counting(draw)],
  integer: (draw) => [counting(draw)],
  nonnegative: (draw) => [counting(draw)],
  real: (draw) => [draw.point % 4 === 3 ? oneOf(draw, [0.5, 0.25, 0.75]) : whole(draw)],
};
