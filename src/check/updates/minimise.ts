/** The point at which a quadratic model is least, as steps are stated in optimisation: `\arg\min_x \nabla f(x_k)^T (x - x_k) + \frac{1}{2\eta} \|x - x_k\|^2`. */
import { apply, inverse, matrix, type Vector } from '../../optimizers';
import { range } from '../../tensor';
import { unrun } from './values';

/** The point of a set at which a quadratic that is as steep in every direction is least: the set's point nearest to where it is least at all. Throws Unrun for other functions. */
export function projectedMinimum(model: (x: Vector) => number, around: Vector, project: (x: Vector) => Vector): Vector {
  const least = minimise(model, around);
  const rise = (...along: number[]): number => (model(least.map((x, i) => x + Number(along.includes(i)))) - model(least)) / along.length;
  const rises = Array.from(least, (_, i) => Array.from(least, (__, j) => (i === j ? rise(i) : rise(i, j)))).flat();
  if (!rises.every((x) => Math.abs(x - rises[0]) <= 1e-6 * Math.abs(rises[0]))) unrun(); // a least value over a set
  return project(least);
}

/** Found from values around a point: exact for a quadratic. Throws Unrun for any other function, and where there is no least value. */
export function minimise(model: (x: Vector) => number, around: Vector): Vector {
  const n = around.length;
  // As far away as the point is large: what a model adds then hides nothing.
  const reach = 1 + Math.max(...around.map(Math.abs));
  const at = (...steps: number[]): number => model(around.map((x, i) => x + reach * (steps[i] ?? 0)));
  const unit = (...which: number[]): number[] => range(n).map((i) => which.filter((k) => k === i).length);
  const level = at();
  const single = range(n).map((i) => at(...unit(i)));
  const H = matrix(n, (i, j) => at(...unit(i, j)) - single[i] - single[j] + level);
  const slope = Float64Array.from({ length: n }, (_, i) => single[i] - level - H.entries[i * n + i] / 2);
  if (!range(n).map((i) => H.entries[i * n + i]).every((curvature) => curvature > 0)) unrun(); // a model without a least value
  const probe = range(n).map((i) => 0.7 - 1.9 * i);
  const expected = probe.reduce((sum, p, i) => sum + p * slope[i] + (p * probe.reduce((total, q, j) => total + H.entries[i * n + j] * q, 0)) / 2, level);
  if (!(Math.abs(at(...probe) - expected) <= 1e-9 * (Math.abs(expected) + Math.abs(level) + Math.max(...single.map(Math.abs))))) unrun(); // a model that is not quadratic
  return apply(inverse(H), slope).map((step, i) => around[i] - reach * step);
}
