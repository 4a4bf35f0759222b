// What must hold whatever the values: identities of linear algebra and of functions, and stability at extremes.
import assert from 'node:assert/strict';
import * as t from '../../src/tensor';
import type { Tensor } from '../../src/tensor';
import { close } from './check-grad';

/** Value of an expression in constants. */
function evaluate(build: (graph: t.Graph) => Tensor): number[] {
  return [...t.compile([build(t.createGraph())]).run(new Map(), 1).values[0]];
}

function matrix(graph: t.Graph, values: Float64Array, m: number): Tensor {
  return graph.constant(values, [m, values.length / m]);
}

function near(actual: number[], expected: number[], tolerance: number): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) => {
    close(value, expected[i], tolerance, `entry ${i}`);
  });
}

const T = t.matrixTranspose;
const scaleColumns = (U: Tensor, s: Tensor): Tensor => t.mul(U, t.reshape(s, [1, ...s.shape]));
const identity = (n: number): number[] => Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0));

describe('identities', () => {
  for (const n of [1, 2, 5, 8]) {
    const random = t.stream(n);
    const [A, S, P, B] = [random.invertible(n), random.symmetric(n), random.positiveDefinite(n), random.normals(3 * n)];
    const on = (values: Float64Array, build: (A: Tensor) => Tensor): number[] => evaluate((g) => build(matrix(g, values, n)));
    it(`of ${n} × ${n} matrices`, () => {
      near(on(A, (x) => t.matmul(x, t.inverse(x))), identity(n), 1e-13);
      near(on(A, (x) => t.matmul(x, t.solve(x, x.graph.constant(B, [n, 3])))), [...B], 1e-13);
      near(on(A, (x) => t.matmul(t.matrixPower(x, 3), t.matrixPower(x, -3))), identity(n), 1e-12);
      near(on(P, (x) => t.matmul(t.cholesky(x), T(t.cholesky(x)))), [...P], 1e-14);
      near(on(S, (x) => t.matmul(scaleColumns(t.eigh(x).vectors, t.eigh(x).values), T(t.eigh(x).vectors))), [...S], 1e-13);
      near(on(S, (x) => t.matmul(T(t.eigh(x).vectors), t.eigh(x).vectors)), identity(n), 1e-13);
      near(on(A, (x) => t.matmul(scaleColumns(t.svd(x).U, t.svd(x).values), T(t.svd(x).V))), [...A], 1e-13);
      near(on(P, (x) => t.log(t.det(x))), on(P, t.logdet), 1e-13);
      near(on(S, (x) => t.det(x)), on(S, (x) => t.prod(t.eigh(x).values)), 1e-12);
      near(on(A, (x) => t.powInt(t.det(x), 2)), on(A, (x) => t.powInt(t.prod(t.svd(x).values), 2)), 1e-13);
      near(on(random.orthogonal(n), (x) => t.matmul(T(x), x)), identity(n), 1e-14);
    });
  }

  it('of tall and wide matrices', () => {
    for (const [m, n] of [[5, 2], [2, 5], [4, 1], [1, 4]]) {
      const values = t.stream(m).normals(m * n);
      const rebuilt = evaluate((g) => {
        const { U, values: s, V } = t.svd(matrix(g, values, m));
        return t.matmul(scaleColumns(U, s), T(V));
      });
      near(rebuilt, [...values], 1e-14);
    }
  });

  it('of singular matrices: the determinant is zero, its logarithm −∞', () => {
    const singular = Float64Array.of(1, 2, 2, 4);
    assert.deepEqual(evaluate((g) => t.det(matrix(g, singular, 2))), [0]);
    assert.deepEqual(evaluate((g) => t.logdet(matrix(g, singular, 2))), [-Infinity]);
    assert.deepEqual(evaluate((g) => t.logdet(matrix(g, Float64Array.of(0, 1, 1, 0), 2))), [Number.NaN]);
    assert.ok(Number.isNaN(evaluate((g) => t.cholesky(matrix(g, Float64Array.of(1, 2, 2, 1), 2)))[3]));
  });

  it('of functions', () => {
    const x = t.stream('x').normals(50);
    const zero = (build: (x: Tensor) => Tensor, tolerance = 1e-13): void => near(evaluate((g) => build(g.constant(x))), [...x].fill(0), tolerance);
    const one = (y: Tensor): Tensor => y.graph.constant(1);
    zero((y) => t.sub(t.add(t.powInt(t.sin(y), 2), t.powInt(t.cos(y), 2)), one(y)));
    zero((y) => t.sub(t.add(t.erf(y), t.erfc(y)), one(y)));
    zero((y) => t.sub(t.add(t.sigmoid(y), t.sigmoid(t.neg(y))), one(y)));
    zero((y) => t.sub(t.log1p(t.expm1(y)), y));
    zero((y) => t.sub(t.sub(t.lgamma(t.add(t.abs(y), one(y))), t.lgamma(t.abs(y))), t.log(t.abs(y))), 1e-12);
    zero((y) => t.sub(t.div(t.gamma(t.add(y, one(y))), t.gamma(y)), y), 1e-12);
    zero((y) => t.sub(t.sub(t.digamma(t.add(y, one(y))), t.digamma(y)), t.div(one(y), y)), 1e-11);
    near(evaluate((g) => t.sum(t.softmax(g.constant(x)))), [1], 1e-14);
    near(evaluate((g) => t.sub(t.log(t.softmax(g.constant(x))), t.logSoftmax(g.constant(x)))), [...x].fill(0), 1e-13);
  });

  it('of the trigamma function: Σ 1/(x+k)², summed in exact fractions', () => {
    near(evaluate((g) => t.polygamma(1, g.constant([0.02, 0.3, 4.2]))), [2501.598118191868, 12.245364546107732, 0.2686649407314008], 1e-15);
  });

  it('of factorials and binomials, which are exact', () => {
    assert.deepEqual(evaluate((g) => t.factorial(g.constant([0, 1, 5, 20]))), [1, 1, 120, 2432902008176640000]);
    assert.deepEqual(evaluate((g) => t.binomial(g.constant([5, 10]), g.constant([2, 5]))), [10, 252]);
  });
});

/** What a function and its derivative are far out, where the plain formula over- or underflows. */
const EXTREMES: [string, (x: Tensor) => Tensor, [number, number, number][]][] = [
  ['sigmoid', t.sigmoid, [[800, 1, 0], [-800, 0, 0], [-745, Math.exp(-745), Math.exp(-745)], [40, 1, Math.exp(-40)], [0, 0.5, 0.25]]],
  ['softplus', t.softplus, [[1000, 1000, 1], [-1000, 0, 0], [-40, Math.exp(-40), Math.exp(-40)], [0, Math.LN2, 0.5]]],
  ['log1p', t.log1p, [[1e-300, 1e-300, 1], [5e-324, 5e-324, 1]]],
  ['expm1', t.expm1, [[1e-300, 1e-300, 1], [-800, -1, 0]]],
  ['tanh', t.tanh, [[400, 1, 0], [-1000, -1, 0], [1e-310, 1e-310, 1]]],
  ['sqrt of subnormals', t.sqrt, [[1e-310, Math.sqrt(1e-310), 0.5 / Math.sqrt(1e-310)]]],
  ['erf', t.erf, [[30, 1, 0], [-30, -1, 0], [1e-300, 2e-300 / Math.sqrt(Math.PI), 2 / Math.sqrt(Math.PI)]]],
  ['log-sum-exp', (x) => t.logSumExp(t.stack([x, t.neg(x)], 0)), [[1000, 1000, 1], [-1000, 1000, -1], [0, Math.LN2, 0]]],
  ['log-softmax', (x) => t.slice(t.logSoftmax(t.stack([x, x.graph.constant(0)], 0)), 0, 0), [[-1000, -1000, 1], [1000, 0, 0]]],
];

describe('extremes', () => {
  it('log-sum-exp and softmax of infinities', () => {
    assert.deepEqual(evaluate((g) => t.logSumExp(g.constant([[-Infinity, 2], [-Infinity, -Infinity], [Infinity, 0]].flat(), [3, 2]), [1])), [2, -Infinity, Infinity]);
    assert.deepEqual(evaluate((g) => t.softmax(g.constant([-Infinity, 2]))), [0, 1]);
  });

  for (const [name, build, rows] of EXTREMES) {
    it(name, () => {
      for (const [at, value, slope] of rows) {
        const graph = t.createGraph();
        const x = graph.input('x', []);
        const y = build(x);
        const { values } = t.compile([y, t.grad(y, x)]).run(new Map([['x', Float64Array.of(at)]]), 1);
        const exact = (actual: number, expected: number): void => assert.ok(actual === expected || Math.abs(actual / expected - 1) < 1e-14, `${name}(${at}): ${actual} is not ${expected}`);
        exact(values[0][0], value);
        exact(values[1][0], slope);
      }
    });
  }
});
