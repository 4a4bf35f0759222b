// Graphs, derivatives and programs as such: sharing, cutting, orders, shapes, errors, kinks and rounding bounds.
import assert from 'node:assert/strict';
import * as t from '../../src/tensor';
import type { Graph, Tensor } from '../../src/tensor';
import { close } from './check-grad';

type Values = Record<string, number[]>;

function run(outputs: Tensor[], values: Values = {}, samples = 1, options?: t.RunOptions): t.RunResult {
  return t.compile(outputs).run(new Map(Object.entries(values).map(([name, entries]) => [name, Float64Array.from(entries)])), samples, options);
}

const first = (y: Tensor, values: Values = {}): number[] => [...run([y], values).values[0]];

function scalar(name = 'x'): { graph: Graph; x: Tensor } {
  const graph = t.createGraph();
  return { graph, x: graph.input(name, []) };
}

describe('graphs', () => {
  it('share equal nodes', () => {
    const { graph, x } = scalar();
    assert.equal(t.add(x, t.exp(x)), t.add(t.exp(x), x));
    assert.equal(graph.constant([1, 2]), graph.constant([1, 2]));
    assert.notEqual(graph.constant(0), graph.constant(-0));
    assert.notEqual(graph.constant([0, 1]), graph.constant([-0, 1]));
    assert.equal(t.barrier(x, 'a'), t.barrier(x, 'a'));
    assert.notEqual(t.barrier(x, 'a'), t.barrier(x, 'b'));
  });

  it('drop what changes no value', () => {
    const { graph, x } = scalar();
    const [zero, one] = [graph.constant(0), graph.constant(1)];
    for (const same of [t.add(x, zero), t.sub(x, zero), t.mul(one, x), t.div(x, one), t.neg(t.neg(x)), t.powInt(x, 1), t.pow(x, one)]) assert.equal(same, x);
    assert.deepEqual(first(t.mul(zero, x), { x: [Number.NaN] }), [Number.NaN]);
  });

  it('refuse shapes that do not fit, naming both', () => {
    const graph = t.createGraph();
    const [a, b] = [graph.input('a', [2, 3]), graph.input('b', [4])];
    assert.throws(() => t.add(a, b), (error) => error instanceof t.ShapeError && `${error.left}/${error.right}` === '2,3/4');
    for (const wrong of [() => t.matmul(a, a), () => t.inverse(a), () => t.reshape(a, [5]), () => t.grad(a, b), () => graph.input('a', [2]), () => graph.constant([1, 2], [3]), () => t.broadcastTo(a, [2, 1]), () => t.concat([a, b], 0), () => t.einsum([a, b], [['i', 'j'], ['i']], ['j']), () => t.einsum([a], [['i', 'j']], ['k'])]) {
      assert.throws(wrong, t.ShapeError);
    }
    for (const wrong of [() => t.slice(a, 1, 3), () => t.sum(a, [2]), () => t.powInt(a, 0.5)]) assert.throws(wrong, RangeError);
  });
});

describe('derivatives', () => {
  it('by an intermediate, which is a leaf then', () => {
    const { graph, x } = scalar();
    const z = t.mul(x, x);
    const y = t.add(t.mul(z, x), t.exp(z));
    assert.deepEqual(first(t.grad(y, z), { x: [0.5] }), [0.5 + Math.exp(0.25)]);
    assert.deepEqual(run(t.vjp(y, [z, x], graph.constant(1)), { x: [0.5] }).values.map(([v]) => v), [0.5 + Math.exp(0.25), 0.25]);
    assert.deepEqual(first(t.jacobian(y, y), { x: [3] }), [1]);
  });

  it('cut at a barrier, and through it', () => {
    const { x } = scalar();
    const [a, b] = [t.barrier(x, 'a'), t.barrier(x, 'b')];
    const y = t.mul(a, t.powInt(b, 2));
    assert.deepEqual(run([t.grad(y, a), t.grad(y, b), t.grad(y, x)], { x: [3] }).values.map(([v]) => v), [9, 18, 27]);
  });

  it('are zeros where no path leads', () => {
    const { graph, x } = scalar();
    const other = graph.input('v', [2]);
    assert.deepEqual(t.jacobian(t.mul(other, other), x).shape, [2]);
    assert.deepEqual(first(t.jacobian(t.mul(other, other), t.reshape(x, [1, 1])), { v: [1, 2] }), [0, 0]);
    assert.equal(t.dependsOn(t.exp(x), x), true);
    assert.equal(t.dependsOn(t.exp(x), other), false);
    assert.equal(t.dependsOn(t.floor(x), x), true);
  });

  it('of any order', () => {
    const { x } = scalar();
    let y = t.mul(t.sin(x), t.exp(x));
    for (let order = 0; order < 8; order++) y = order % 2 ? t.grad(y, x) : t.jvp(y, [x], [x.graph.constant(1)]);
    close(first(y, { x: [0.3] })[0], 16 * Math.sin(0.3) * Math.exp(0.3), 1e-13);
  });

  it('mixed partials commute, and Hessians agree whichever way they are taken', () => {
    const graph = t.createGraph();
    const [u, v] = [graph.input('u', [2]), graph.input('v', [3])];
    const y = t.smoothMany([u, v], 9);
    const [uv, vu] = run([t.jacobian(t.grad(y, u), v), t.transpose(t.jacobian(t.grad(y, v), u))], { u: [0.1, 0.5], v: [1, -1, 0.3] }).values;
    uv.forEach((value, i) => {
      close(vu[i], value, 1e-14);
      assert.ok(Math.abs(value) > 1e-3, 'arbitrary functions are not separable');
    });
    const [a, b] = run([t.hessian(y, v), t.jacobian(t.grad(y, v), v)], { u: [0.1, 0.5], v: [1, -1, 0.3] }).values;
    a.forEach((value, i) => {
      close(b[i], value, 1e-13);
    });
  });

  it('of arbitrary functions are the arbitrary functions of the next order', () => {
    const { x } = scalar();
    assert.equal(t.grad(t.smooth(x, 3), x), t.smooth(x, 3, 1));
    assert.equal(t.grad(t.grad(t.smooth(x, 3), x), x), t.smooth(x, 3, 2));
  });

  it('of a branch not taken do not count', () => {
    const { graph, x } = scalar();
    const y = t.select(t.less(graph.constant(0), x), t.log(x), t.sqrt(t.neg(x)));
    const slope = t.jvp(y, [x], [graph.constant(1)]);
    assert.deepEqual([...run([t.grad(y, x)], { x: [2, -4] }, 2).values[0]], [0.5, -0.25]);
    assert.deepEqual([...run([slope], { x: [2, -4] }, 2).values[0]], [0.5, -0.25]);
  });

  it('of chains of thousands of nodes', () => {
    const { x } = scalar();
    let y = x;
    for (let i = 0; i < 20000; i++) y = t.sin(y);
    assert.ok(first(t.grad(y, x), { x: [0.5] })[0] > 0);
  });

  it('of products with zeros among the factors', () => {
    const graph = t.createGraph();
    const x = graph.input('x', [3]);
    assert.deepEqual(first(t.grad(t.prod(x), x), { x: [0, 2, 3] }), [6, 0, 0]);
  });
});

describe('programs', () => {
  it('take inputs for each sample or for all', () => {
    const graph = t.createGraph();
    const [a, b] = [graph.input('a', [2]), graph.input('b', [])];
    const program = t.compile([t.mul(a, b), t.neg(b), t.exp(graph.constant(0))]);
    const go = (a: number[], b: number[], samples: number): number[][] => program.run(new Map([['a', Float64Array.from(a)], ['b', Float64Array.from(b)]]), samples).values.map((v) => [...v]);
    assert.deepEqual(go([1, 2], [3, 4], 2), [[3, 6, 4, 8], [-3, -4], [1, 1]]);
    assert.deepEqual(go([1, 2, 5, 6], [3], 2), [[3, 6, 15, 18], [-3, -3], [1, 1]]);
    assert.deepEqual(go([1, 2], [3], 1), [[3, 6], [-3], [1]]);
    assert.throws(() => go([1, 2, 3], [3], 2), /input a: 3 values for 2 samples of size 2/);
    assert.throws(() => t.compile([a]).run(new Map(), 1), /input a: no values/);
  });

  it('of every number of samples give what single samples give', () => {
    const graph = t.createGraph();
    const [A, x] = [graph.input('A', [3, 3]), graph.input('x', [3])];
    const y = t.add(t.einsum([A, x], [['i', 'j'], ['j']], ['i']), t.solve(A, t.tanh(x)));
    const outputs = [y, t.jacobian(y, x), t.det(A), t.max(y), t.concat([x, graph.constant([1])], 0)];
    const [As, xs] = [t.stream(1).normals(9 * 7), t.stream(2).normals(3 * 7)];
    const together = t.compile(outputs).run(new Map([['A', As], ['x', xs]]), 7).values;
    for (let s = 0; s < 7; s++) {
      const alone = t.compile(outputs).run(new Map([['A', As.slice(9 * s, 9 * s + 9)], ['x', xs.slice(3 * s, 3 * s + 3)]]), 1).values;
      alone.forEach((values, k) => assert.deepEqual([...together[k].slice(s * values.length, (s + 1) * values.length)], [...values]));
    }
  });

  it('say nothing of what is undefined', () => {
    const { graph, x } = scalar();
    const one = graph.constant(1);
    for (const y of [t.less(x, one), t.equal(x, one), t.not(x), t.and(one, x), t.or(one, x), t.maximum(x, one), t.relu(x), t.select(x, one, one), t.oneHot(x, 1), t.max(t.stack([x, one], 0)), t.max(t.stack([one, x], 0)), t.argmax(t.stack([one, x], 0))]) assert.ok(Number.isNaN(first(y, { x: [Number.NaN] })[0]));
    assert.deepEqual(first(t.less(x, graph.constant(Infinity)), { x: [-Infinity] }), [1]);
    assert.deepEqual(first(t.eye(x, 2)), [1, 0, 0, 1]);
  });

  it('keep earlier results', () => {
    const { x } = scalar();
    const program = t.compile([t.exp(x)]);
    const before = program.run(new Map([['x', Float64Array.of(0)]]), 1).values[0];
    program.run(new Map([['x', Float64Array.of(1)]]), 1);
    assert.equal(before[0], 1);
  });

  it('mark kinks, also next to them, and only them', () => {
    const graph = t.createGraph();
    const x = graph.input('x', [2]);
    const kinks = (y: Tensor, ...at: number[]): number[] => [...run([y], { x: at }, at.length / 2).kink];
    assert.deepEqual(kinks(t.abs(x), 1, 2, 1, 0, 1e-13, 1), [0, 1, 1]);
    assert.deepEqual(kinks(t.relu(x), 1, 2, 0, 2), [0, 1]);
    for (const f of [t.relu, t.abs]) assert.deepEqual(kinks(t.jvp(f(x), [x], [graph.constant([1, 1])]), 1, 2, 0, 2), [0, 1], 'slopes have the kinks of their functions');
    assert.deepEqual(kinks(t.grad(t.max(x), x), 1, 2, 2, 2), [0, 1]);
    assert.deepEqual(kinks(t.jvp(t.maximum(x, graph.constant([1, 1])), [x], [graph.constant([1, 1])]), 0, 2, 1, 2), [0, 1]);
    assert.deepEqual(kinks(t.floor(x), 1.5, 2.5, 1, 0.5), [0, 1]);
    assert.deepEqual(kinks(t.max(x), 1, 2, 2, 2, 2, 2 + 1e-14), [0, 1, 1]);
    assert.deepEqual(kinks(t.argmax(x), 1, 2, 2, 2), [0, 1]);
    assert.deepEqual(kinks(t.less(x, graph.constant([1, 1])), 0, 2, 1, 2), [0, 1]);
    assert.deepEqual(kinks(t.equal(x, graph.constant([1, 1])), 1, 2, 1 + 1e-14, 2), [0, 1], 'labels are equal on purpose');
    assert.deepEqual(kinks(t.less(x, graph.constant(Infinity)), 1, 2), [0], 'infinity is far');
    assert.deepEqual(kinks(t.softmax(x), 1, 1), [0], 'the shift inside is no kink');
    assert.deepEqual([...run([t.add(x, t.abs(graph.input('b', [])))], { x: [1, 2, 3, 4], b: [0] }, 2).kink], [1, 1]);
  });

  it('bound rounding errors from above, and not by much', () => {
    const { graph, x } = scalar();
    const one = graph.constant(1);
    const rows: [Tensor, number, number][] = [
      [t.sub(t.add(one, x), one), 1e-9, 1e-9],
      [t.log(t.add(one, x)), 1e-9, Math.log1p(1e-9)],
      [t.sub(t.exp(x), one), 1e-9, Math.expm1(1e-9)],
      [t.div(t.sub(one, t.cos(x)), t.powInt(x, 2)), 1e-4, 0.5 - 1e-8 / 24],
      [t.sum(t.mul(x, graph.constant([1e16, 1, -1e16]))), 3, 3],
      [t.sigmoid(t.mul(x, x)), 2, 1 / (1 + Math.exp(-4))],
    ];
    for (const [y, at, exact] of rows) {
      const { values, rounding } = run([y], { x: [at] }, 1, { rounding: true });
      const error = Math.abs(values[0][0] - exact);
      assert.ok(error <= rounding[0][0], `${error} exceeds ${rounding[0][0]}`);
      assert.ok(rounding[0][0] <= Math.max(2e-15, 40 * error), `${rounding[0][0]} is far above ${error}`);
    }
    assert.deepEqual(run([x], { x: [3] }).rounding, []);
  });

  it('bound what is left of a product of nothing but rounding errors', () => {
    const { graph, x } = scalar();
    const lost = t.sub(t.add(x, graph.constant(1e17)), graph.constant(1e17));
    for (const product of [t.mul(lost, t.add(lost, lost)), t.einsum([t.reshape(lost, [1]), t.reshape(lost, [1])], [['i'], ['i']], [])]) {
      const { values, rounding } = run([product], { x: [1] }, 1, { rounding: true });
      assert.ok(Math.abs(values[0][0] - 1) <= rounding[0][0]);
    }
  });

  it('of eigenvalues do not suffer from small gaps, those of eigenvectors do', () => {
    const graph = t.createGraph();
    const { values, vectors } = t.eigh(graph.constant([1, 1e-9, 1e-9, 1 + 1e-8], [2, 2]));
    const { rounding } = run([values, vectors], {}, 1, { rounding: true });
    assert.ok(rounding[0][0] < 1e-14);
    assert.ok(rounding[1][0] > 1e-9);
  });

  it('of ill-conditioned matrices say so', () => {
    const graph = t.createGraph();
    const A = graph.constant([1, 1, 1, 1 + 1e-12], [2, 2]);
    const { values, rounding } = run([t.inverse(A), t.inverse(graph.constant([2, 1, 1, 1], [2, 2]))], {}, 1, { rounding: true });
    assert.ok(rounding[0][0] / Math.abs(values[0][0]) > 1e-6);
    assert.ok(rounding[1][0] < 1e-13);
  });

  it('compile and run a hundred nodes well within a millisecond', () => {
    const build = (): Tensor => {
      const { x } = scalar();
      let y = x;
      for (let i = 0; i < 50; i++) y = t.add(t.sin(y), x.graph.constant(i));
      return y;
    };
    const once = (): number => {
      const y = build();
      const start = performance.now();
      t.compile([y]).run(new Map([['x', new Float64Array(40)]]), 40);
      return performance.now() - start;
    };
    const times = Array.from({ length: 200 }, once).sort((a, b) => a - b);
    assert.ok(times[50] < 1, `${times[50]} ms`);
  });
});
