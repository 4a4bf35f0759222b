// One helper for every derivative: forward and reverse mode against each other and against differences, to second order.
import assert from 'node:assert/strict';
import { compile, createGraph, dependsOn, jacobian, jvp, type Shape, sizeOf, stream, sum, mul, type Tensor, vjp } from '../../src/tensor';

export interface Case {
  readonly shapes: readonly Shape[];
  readonly build: (...xs: Tensor[]) => Tensor;
  /** Where the operands are drawn from, by default [-2, 2]. */
  readonly from?: number;
  readonly to?: number;
  /** Replaces the random operands, for those with structure. */
  readonly draw?: (seed: number) => Float64Array[];
  /** Relative tolerance of differences, by default 1e-8. */
  readonly tolerance?: number;
}

const SAMPLES = 3;
const STEP = 1e-3;

/** Forward against reverse to 1e-11, and both against differences along random directions, for y and for its first derivative. */
export function checkGrad(testCase: Case): void {
  const { shapes, build } = testCase;
  const graph = createGraph();
  const xs = shapes.map((shape, i) => graph.input(`x${i}`, shape));
  const y = build(...xs);
  const random = stream('directions');
  const [v, w] = [0, 1].map(() => shapes.map((shape) => graph.constant(random.normals(sizeOf(shape)), shape)));
  const first = jvp(y, xs, v);
  agree(graph.constant(random.normals(sizeOf(y.shape)), y.shape), y, xs, v, testCase);
  differences(y, first, xs, v, testCase);
  const second = jvp(first, xs, w);
  differences(first, second, xs, w, testCase);
  agree(graph.constant(random.normals(sizeOf(y.shape)), y.shape), first, xs, w, testCase);
  for (const x of xs) bothJacobians(y, x, testCase);
}

/** Whether all the operands of a row have a Jacobian of zeros, as those of a row without derivative do. */
export function hasNoDerivative({ shapes, build }: Case): boolean {
  const graph = createGraph();
  const xs = shapes.map((shape, i) => graph.input(`x${i}`, shape));
  const y = build(...xs);
  return xs.every((x, i) => {
    const tangent = graph.input(`t${i}`, x.shape);
    return !dependsOn(jvp(y, [x], [tangent]), tangent);
  });
}

export function pointsOf({ shapes, from = -2, to = 2, draw }: Case, samples = SAMPLES): Map<string, Float64Array> {
  const random = stream('points');
  const drawn = Array.from({ length: samples }, (_, s) => draw?.(s) ?? shapes.map((shape) => Float64Array.from({ length: sizeOf(shape) }, () => random.uniform(from, to))));
  return new Map(shapes.map((shape, i) => {
    const values = new Float64Array(samples * sizeOf(shape));
    drawn.forEach((point, s) => {
      values.set(point[i], s * sizeOf(shape));
    });
    return [`x${i}`, values];
  }));
}

/** ⟨c, J v⟩ = ⟨Jᵀ c, v⟩. */
function agree(c: Tensor, y: Tensor, xs: Tensor[], v: Tensor[], testCase: Case): void {
  const forward = sum(mul(c, jvp(y, xs, v)));
  const reverse = vjp(y, xs, c).map((bar, i) => sum(mul(bar, v[i])));
  const { values: [f, ...r] } = compile([forward, ...reverse]).run(pointsOf(testCase), SAMPLES);
  f.forEach((value, s) => {
    const other = r.reduce((total, part) => total + part[s], 0);
    close(other, value, 1e-10, 'reverse against forward');
  });
}

/** Fourth-order central differences of y along v. */
function differences(y: Tensor, derivative: Tensor, xs: Tensor[], v: Tensor[], testCase: Case): void {
  const at = pointsOf(testCase);
  const program = compile([y]);
  const directions = compile(v).run(new Map(), 1).values;
  const along = (h: number): Float64Array => program.run(new Map(xs.map((_, i) => [`x${i}`, (at.get(`x${i}`) as Float64Array).map((x, k) => x + h * directions[i][k % directions[i].length])])), SAMPLES).values[0];
  const [a, b, c, d] = [along(-2 * STEP), along(-STEP), along(STEP), along(2 * STEP)];
  const exact = compile([derivative]).run(at, SAMPLES).values[0];
  exact.forEach((value, i) => {
    close((a[i] - 8 * b[i] + 8 * c[i] - d[i]) / (12 * STEP), value, testCase.tolerance ?? 1e-8, 'differences');
  });
}

function bothJacobians(y: Tensor, x: Tensor, testCase: Case): void {
  const J = jacobian(y, x);
  assert.deepEqual(J.shape, [...y.shape, ...x.shape]);
  const graph = x.graph;
  const [m, n] = [sizeOf(y.shape), sizeOf(x.shape)];
  const unit = (size: number, shape: Shape, i: number): Tensor => graph.constant(Float64Array.from({ length: size }, (_, k) => Number(k === i)), shape);
  const columns = Array.from({ length: n }, (_, i) => jvp(y, [x], [unit(n, x.shape, i)]));
  const { values: [whole, ...parts] } = compile([J, ...columns]).run(pointsOf(testCase), SAMPLES);
  parts.forEach((part, j) => {
    part.forEach((value, at) => {
      close(whole[at * n + j], value, 1e-10, `Jacobian of ${m} by ${n}`);
    });
  });
}

export function close(actual: number, expected: number, tolerance: number, what = ''): void {
  if (Object.is(actual, expected)) return;
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${what}: ${actual} is not ${expected}, off by ${error}`);
}
