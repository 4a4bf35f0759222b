// Every primitive, in one table the compiler completes: derivatives to second order over a grid of shapes.
import assert from 'node:assert/strict';
import * as t from '../../src/tensor';
import type { Shape, Tensor } from '../../src/tensor';
import { primitiveRows, type Primitive } from '../../src/tensor/primitives/table';
import { type Case, checkGrad, hasNoDerivative } from './check-grad';

const SHAPES: Shape[] = [[], [1], [3], [0], [2, 3], [2, 1, 2], [3, 0, 2]];
const PAIRS: [Shape, Shape][] = [[[], []], [[3], []], [[], [2, 2]], [[2, 3], [3]], [[2, 1], [1, 3]], [[1], [4]], [[2, 3], [2, 3]], [[0], [1]], [[3, 1, 2], [2, 1]]];

const unary = (build: (x: Tensor) => Tensor, from = -2, to = 2): Case[] => SHAPES.map((shape) => ({ shapes: [shape], build, from, to }));
const binary = (build: (x: Tensor, y: Tensor) => Tensor, from = -2, to = 2): Case[] => PAIRS.map(([a, b]) => ({ shapes: [a, b], build, from, to }));
const one = (shape: Shape, build: (x: Tensor) => Tensor, more: Partial<Case> = {}): Case => ({ shapes: [shape], build, ...more });
const two = (a: Shape, b: Shape, build: (x: Tensor, y: Tensor) => Tensor, more: Partial<Case> = {}): Case => ({ shapes: [a, b], build, ...more });

const definite = (n: number, batch = 1) => (seed: number): Float64Array[] => [Float64Array.from(Array.from({ length: batch }, (_, b) => [...t.stream(seed * 9 + b).positiveDefinite(n)]).flat())];
const invertible = (n: number) => (seed: number): Float64Array[] => [t.stream(seed + 5).invertible(n)];
const spread = (m: number, n: number) => (seed: number): Float64Array[] => {
  const random = t.stream(seed + 7);
  return [Float64Array.from({ length: m * n }, (_, at) => random.normal() * 0.2 + (Math.floor(at / n) === at % n ? 1 + (at % n) : 0))];
};
const labels = (x: Tensor, ...names: string[]): [Tensor, string[]] => [x, names];
const contract = (out: string, ...terms: [Tensor, string[]][]): Tensor => t.einsum(terms.map(([x]) => x), terms.map(([, names]) => names), [...out]);

/** Every use of the primitive that its rules can tell apart. A primitive without a row here does not compile. */
const TABLE: Record<Primitive, Case[]> = {
  rearrange: [
    one([2, 3], (x) => t.transpose(x)), one([2, 3, 2], (x) => t.transpose(x, [1, 2, 0])), one([2, 3, 2], (x) => t.sum(x, [1])), one([2, 3], (x) => t.sum(x)),
    one([0, 3], (x) => t.sum(x, [0])), one([1, 3], (x) => t.broadcastTo(x, [4, 2, 3])), one([3, 3], (x) => t.diagonal(x)), one([3, 2, 3], (x) => t.diagonal(x, 0, 2)),
    one([4, 4], (x) => t.trace(x)), one([2, 3], (x) => t.diagonalMatrix(x)), one([3, 3, 3], (x) => contract('i', labels(x, 'i', 'i', 'i'))), one([2, 1], (x) => t.sum(t.mul(x, x), [-1])),
  ],
  reshape: [one([2, 3], (x) => t.reshape(x, [3, 2])), one([], (x) => t.reshape(x, [1, 1])), one([0, 2], (x) => t.reshape(x, [0]))],
  barrier: [one([2], (x) => t.mul(t.barrier(x, 'here'), x))],
  stop: [one([2], (x) => t.stopGradient(x))],
  gather: [one([2, 3], (x) => t.slice(x, 1, -1)), one([4, 2], (x) => t.gather(x, 0, [3, 1, 1])), one([3, 2], (x) => t.sliceRange(x, 0, 1, 3)), one([3], (x) => t.sliceRange(x, 0, 2, 2))],
  scatter: [one([4, 2], (x) => t.mul(t.grad(t.sum(t.powInt(t.gather(x, 0, [3, 1, 1]), 3)), x), x))],
  concat: [two([2, 3], [2, 1], (x, y) => t.concat([x, y, x], 1)), two([3], [3], (x, y) => t.stack([x, y], 1)), two([], [], (x, y) => t.stack([x, y], 0)), one([2], (x) => t.concat([x, x.graph.constant([1, 2])], 0))],
  mul: binary(t.mul),
  chain: [two([2], [2], (x, y) => t.jvp(t.exp(x), [x], [y]))],
  neg: unary(t.neg),
  add: binary(t.add),
  sub: binary(t.sub),
  div: binary(t.div, 0.5, 2),
  powInt: [-3, -2, -1, 0, 1, 2, 3, 4, 5].flatMap((n) => unary((x) => t.powInt(x, n), -2, -0.5)),
  abs: unary(t.abs, 0.2, 2).concat(unary(t.abs, -2, -0.2)),
  sign: unary(t.sign),
  floor: unary(t.floor, 0.1, 0.9),
  relu: unary(t.relu, 0.2, 2).concat(unary(t.relu, -2, -0.2)),
  positive: unary((x) => t.jvp(t.relu(x), [x], [x.graph.constant(1, x.shape)])),
  maximum: binary((x, y) => t.maximum(t.powInt(x, 2), t.sub(y, x.graph.constant(9)))).concat(binary((x, y) => t.minimum(t.powInt(x, 2), t.sub(y, x.graph.constant(9))))),
  wins: binary((x, y) => t.vjp(t.maximum(x, y), [x], x.graph.constant(1, t.broadcastShapes(x.shape, y.shape)))[0]),
  less: binary(t.less), lessEqual: binary(t.lessEqual), equal: binary(t.equal), notEqual: binary(t.notEqual),
  and: binary(t.and), or: binary(t.or), not: unary(t.not),
  select: [
    two([2, 3], [3], (x, y) => t.select(t.less(x.graph.constant([0, 1, 0]), x.graph.constant(0.5)), t.mul(x, y), t.exp(y))),
    one([3], (x) => t.select(t.less(x.graph.constant(0), x), t.sqrt(x), t.sqrt(t.neg(x))), { from: 0.5, to: 2 }),
    one([3], (x) => t.select(t.less(x.graph.constant(0), x), t.sqrt(x), t.sqrt(t.neg(x))), { from: -2, to: -0.5 }),
  ],
  exp: unary(t.exp), expm1: unary(t.expm1), log: unary(t.log, 0.5, 3), log1p: unary(t.log1p, -0.5, 3), sqrt: unary(t.sqrt, 0.5, 3),
  pow: binary(t.pow, 0.5, 2),
  sin: unary(t.sin), cos: unary(t.cos), tan: unary(t.tan, -1, 1), asin: unary(t.asin, -0.7, 0.7), acos: unary(t.acos, -0.7, 0.7), atan: unary(t.atan),
  atan2: binary(t.atan2, 0.3, 2),
  sinh: unary(t.sinh), cosh: unary(t.cosh), tanh: unary(t.tanh), asinh: unary(t.asinh), acosh: unary(t.acosh, 1.5, 3), atanh: unary(t.atanh, -0.7, 0.7),
  sigmoid: unary(t.sigmoid), sigmoidSlope: unary((x) => t.jvp(t.sigmoid(x), [x], [x.graph.constant(1, x.shape)])), softplus: unary(t.softplus),
  max: [one([4], (x) => t.max(x), { from: -9, to: 9 }), one([2, 3], (x) => t.max(x, [0]), { from: -9, to: 9 }), one([2, 3], (x) => t.min(x, [1]), { from: -9, to: 9 })],
  argmax: [one([2, 3], (x) => t.argmax(x, 0)), one([3], (x) => t.argmin(x)), one([3], (x) => t.jvp(t.max(x), [x], [x.graph.constant(1, [3])]))],
  peak: [one([4], (x) => t.logSumExp(x)), one([2, 3], (x) => t.softmax(x, 0)), one([2, 3], (x) => t.logSoftmax(x)), one([2, 1], (x) => t.softmax(x))],
  contract: [
    two([2, 3], [3, 4], (x, y) => t.matmul(x, y)), two([2, 2, 3], [3, 4], (x, y) => t.matmul(x, y)), two([2, 1, 2, 3], [3, 3, 2], (x, y) => t.matmul(x, y)), two([2, 0], [0, 3], (x, y) => t.matmul(x, y)),
    two([3], [3], (x, y) => contract('', labels(x, 'i'), labels(y, 'i'))), two([3, 3], [3], (x, y) => contract('i', labels(x, 'i', 'i'), labels(y, 'i'))),
    two([3, 3], [3], (x, y) => contract('', labels(x, 'i', 'j'), labels(y, 'i'), labels(y, 'j'))), two([2, 3], [4], (x, y) => contract('jj', labels(x, 'i', 'j'), labels(y, 'k'))),
    two([2], [3], t.outer), two([2, 2], [1, 3], t.kron), one([3, 3], (x) => t.matrixPower(x, 3)), one([3, 2], (x) => contract('ik', labels(x, 'i', 'j'), labels(x, 'k', 'j'))),
  ],
  inverse: [one([3, 3], t.inverse, { draw: invertible(3) }), one([1, 1], t.inverse, { from: 1, to: 2 }), one([2, 2], (x) => t.matrixPower(x, -2), { draw: invertible(2), tolerance: 1e-7 })],
  det: [one([3, 3], t.det), one([1, 1], t.det), one([2, 2, 2], t.det)],
  logdet: [one([3, 3], t.logdet, { draw: definite(3) }), one([2, 2, 2], t.logdet, { draw: definite(2, 2) })],
  cholesky: [one([3, 3], t.cholesky, { draw: definite(3) }), one([2, 2, 2], t.cholesky, { draw: definite(2, 2) })],
  eigh: [
    one([3, 3], (x) => t.eigh(x).values, { draw: spread(3, 3), tolerance: 1e-7 }), one([3, 3], (x) => t.eigh(x).vectors, { draw: spread(3, 3), tolerance: 1e-7 }),
    one([1, 1], (x) => t.eigh(x).values),
  ],
  svd: [
    one([3, 3], (x) => t.svd(x).values, { draw: spread(3, 3), tolerance: 1e-7 }), one([3, 2], (x) => t.svd(x).U, { draw: spread(3, 2), tolerance: 1e-7 }), one([2, 3], (x) => t.svd(x).V, { draw: spread(2, 3), tolerance: 1e-7 }),
    one([3, 2], (x) => t.svd(x).V, { draw: spread(3, 2), tolerance: 1e-7 }), one([3, 3], (x) => t.svd(x).U, { draw: spread(3, 3), tolerance: 1e-7 }),
  ],
  solve: [
    two([3, 3], [3, 2], t.solve, { draw: (s) => [t.stream(s).invertible(3), t.stream(s + 50).normals(6)] }), two([2, 2], [2], t.solve, { draw: (s) => [t.stream(s).invertible(2), t.stream(s + 50).normals(2)] }),
    two([2, 2], [3, 2, 1], t.solve, { draw: (s) => [t.stream(s).invertible(2), t.stream(s + 50).normals(6)] }),
  ],
  erf: unary(t.erf), erfc: unary(t.erfc), gamma: unary(t.gamma, 0.5, 4), lgamma: unary(t.lgamma, 0.5, 4),
  polygamma: unary(t.digamma, 0.5, 4).concat(unary((x) => t.polygamma(2, x), 1, 4)),
  smooth: unary((x) => t.smooth(x, 4)).concat([two([2], [3], (x, y) => t.smoothMany([x, y], 5))]),
};

/** Composed functions, checked like primitives. */
const COMPOSED: Record<string, Case[]> = {
  mean: [one([2, 3], (x) => t.mean(t.powInt(x, 2), [0]))],
  variance: [one([2, 3], (x) => t.variance(x, [1])), one([4], (x) => t.variance(x, [0], 1))],
  prod: [one([5], (x) => t.prod(x)), one([2, 3], (x) => t.prod(x, [0])), one([0], (x) => t.prod(x)), one([4], (x) => t.prod(t.mul(x, x.graph.constant([0, 1, 0, 1]))))],
  norm: [one([3], (x) => t.norm(x)), one([2, 3], (x) => t.norm(x, 2, [1])), one([3], (x) => t.norm(x, 3), { from: 0.5, to: 2 }), one([3], (x) => t.norm(x, Infinity), { from: -9, to: 9 })],
  binomial: [two([2], [2], (x, y) => t.binomial(t.add(x, x.graph.constant(4)), y), { from: 0.5, to: 2 })],
};

describe('derivatives of every primitive', () => {
  for (const [name, cases] of Object.entries({ ...TABLE, ...COMPOSED })) {
    const row = primitiveRows[name as Primitive];
    const none = row?.derivative === 'none' && name !== 'peak' && name !== 'positive' && name !== 'wins';
    it(`${name}: ${none ? 'none, as declared' : `${cases.length} cases to second order`}`, () => {
      for (const testCase of cases) none ? assert.ok(hasNoDerivative(testCase)) : checkGrad(testCase);
    });
  }
});
