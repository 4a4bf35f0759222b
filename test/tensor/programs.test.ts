// Thousands of random programs, compiled, against the slow evaluator; failures replay from the seed fast-check prints.
import assert from 'node:assert/strict';
import fc from '../seeded';
import * as t from '../../src/tensor';
import type { Shape, Tensor } from '../../src/tensor';
import * as slow from './reference';
import type { Table } from './reference';

/** A value of the program under test and, for every sample, of the reference. */
interface Pair {
  readonly node: Tensor;
  readonly tables: readonly Table[];
  /** Largest sum of absolute terms behind an entry: what the reference itself rounds relative to. */
  readonly terms?: number;
}

const SAMPLES = 3;

/** Draws from a list of numbers, zeros when it runs out, so that fast-check can shrink it. */
type Choose = (below: number) => number;

function chooser(numbers: readonly number[]): Choose {
  let at = 0;
  return (below) => (below <= 1 ? 0 : (numbers[at++] ?? 0) % below);
}

const UNARY: [(x: Tensor) => Tensor, (x: number) => number][] = [
  [t.neg, (x) => -x], [t.sin, Math.sin], [t.cos, Math.cos], [t.tanh, Math.tanh], [t.sigmoid, (x) => 1 / (1 + Math.exp(-x))], [t.abs, Math.abs], [t.relu, (x) => (x > 0 ? x : 0)],
  [(x) => t.powInt(x, 2), (x) => x ** 2], [(x) => t.powInt(x, 3), (x) => x ** 3], [(x) => t.exp(t.tanh(x)), (x) => Math.exp(Math.tanh(x))], [t.softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))], [t.sign, Math.sign], [t.floor, Math.floor],
  [(x) => t.sqrt(t.abs(x)), (x) => Math.sqrt(Math.abs(x))], [(x) => t.barrier(x, 'b'), (x) => x],
];
const BINARY: [(x: Tensor, y: Tensor) => Tensor, (x: number, y: number) => number][] = [
  [t.add, (x, y) => x + y], [t.sub, (x, y) => x - y], [t.mul, (x, y) => x * y], [(x, y) => t.div(x, t.add(t.powInt(y, 2), y.graph.constant(1))), (x, y) => x / (y * y + 1)],
  [t.maximum, Math.max], [t.minimum, Math.min], [t.less, (x, y) => Number(x < y)], [t.equal, (x, y) => Number(x === y)], [(x, y) => t.select(t.less(x, y), x, t.mul(y, y)), (x, y) => (x < y ? x : y * y)],
];

type Step = (pool: Pair[], choose: Choose) => Pair | undefined;

const pick = (pool: Pair[], choose: Choose): Pair => pool[choose(pool.length)];
const each = (x: Pair, build: (node: Tensor) => Tensor, table: (x: Table) => Table): Pair => ({ node: build(x.node), tables: x.tables.map(table) });
const each2 = (x: Pair, y: Pair, build: (x: Tensor, y: Tensor) => Tensor, table: (x: Table, y: Table) => Table): Pair => ({ node: build(x.node, y.node), tables: x.tables.map((a, s) => table(a, y.tables[s])) });

function broadcasts(a: Shape, b: Shape): boolean {
  return a.every((n, i) => {
    const m = b[b.length - a.length + i] ?? 1;
    return n === m || n === 1 || m === 1;
  });
}

const total = (values: number[]): number => values.reduce((a, b) => a + b, 0);
/** Shifted, too: the reference must not round worse than what it judges. */
const logTotal = (values: number[]): number => Math.max(...values) + Math.log(total(values.map((v) => Math.exp(v - Math.max(...values)))));

const FOLDS: [(x: Tensor, axis: number) => Tensor, (values: number[]) => number, boolean][] = [
  [(x, axis) => t.sum(x, [axis]), total, true],
  [(x, axis) => t.prod(x, [axis]), (values) => values.reduce((a, b) => a * b, 1), true],
  [(x, axis) => t.mean(x, [axis]), (values) => total(values) / values.length, false],
  [(x, axis) => t.max(x, [axis]), (values) => Math.max(...values), false],
  [(x, axis) => t.argmax(x, axis), (values) => values.indexOf(Math.max(...values)), false],
  [(x, axis) => t.logSumExp(x, [axis]), logTotal, false],
  [(x, axis) => t.norm(x, 2, [axis]), (values) => Math.sqrt(total(values.map((v) => v * v))), true],
];

const STEPS: Step[] = [
  (pool, choose) => {
    const [build, f] = UNARY[choose(UNARY.length)];
    return each(pick(pool, choose), build, (x) => slow.mapEntries(f, x));
  },
  (pool, choose) => {
    const [build, f] = BINARY[choose(BINARY.length)];
    const [x, y] = [pick(pool, choose), pick(pool, choose)];
    return broadcasts(x.node.shape, y.node.shape) ? each2(x, y, build, (a, b) => slow.mapEntries(f, a, b)) : undefined;
  },
  (pool, choose) => {
    const x = pick(pool, choose);
    const axis = choose(x.node.shape.length);
    const [build, fold, empty] = FOLDS[choose(FOLDS.length)];
    if (x.node.shape.length === 0 || (!empty && x.node.shape[axis] === 0)) return undefined;
    return each(x, (node) => build(node, axis), (table) => slow.foldAxis(table, axis, fold));
  },
  (pool, choose) => {
    const x = pick(pool, choose);
    const permutation = x.node.shape.map((_, axis) => axis).sort((a, b) => ((a * 7 + choose(5)) % 5) - ((b * 7 + choose(5)) % 5));
    return each(x, (node) => t.transpose(node, permutation), (table) => slow.transpose(table, permutation));
  },
  (pool, choose) => {
    const x = pick(pool, choose);
    const flat = [t.sizeOf(x.node.shape)];
    return each(x, (node) => t.reshape(node, flat), (table) => slow.fromArray(slow.toArray(table), flat));
  },
  (pool, choose) => {
    const x = pick(pool, choose);
    const axis = choose(x.node.shape.length);
    const n = x.node.shape[axis];
    if (!n) return undefined;
    const places = Array.from({ length: 1 + choose(3) }, () => choose(n));
    return each(x, (node) => t.gather(node, axis, places), (table) => slow.gather(table, axis, places));
  },
  (pool, choose) => {
    const [x, y] = [pick(pool, choose), pick(pool, choose)];
    const axis = choose(x.node.shape.length);
    const fits = x.node.shape.length > 0 && x.node.shape.length === y.node.shape.length && x.node.shape.every((n, i) => i === axis || n === y.node.shape[i]);
    return fits ? each2(x, y, (a, b) => t.concat([a, b], axis), (a, b) => slow.concat(a, b, axis)) : undefined;
  },
  contractRandomly,
  contractRandomly,
];

/** Labels drawn so that sizes agree; the output keeps some of them, now and then one twice. */
function contractRandomly(pool: Pair[], choose: Choose): Pair | undefined {
  const operands = Array.from({ length: 1 + choose(3) }, () => pick(pool, choose));
  const sizes = new Map<string, number>();
  const labels = operands.map(({ node }) => node.shape.map((n) => {
    const fitting = [...sizes].filter(([, size]) => size === n).map(([label]) => label);
    const label = choose(3) && fitting.length ? fitting[choose(fitting.length)] : `l${sizes.size}`;
    sizes.set(label, n);
    return label;
  }));
  const kept = [...sizes.keys()].filter(() => choose(2));
  const output = choose(4) || kept.length === 0 ? kept : [...kept, kept[choose(kept.length)]];
  if ([...sizes.values()].reduce((a, b) => a * b, 1) > 2000 || output.length > 4) return undefined;
  return {
    node: t.einsum(operands.map((x) => x.node), labels, output),
    tables: operands[0].tables.map((_, s) => slow.einsum(operands.map((x) => x.tables[s]), labels, output)),
    terms: Math.max(0, ...operands[0].tables.flatMap((_, s) => slow.toArray(slow.einsum(operands.map((x) => slow.mapEntries(Math.abs, x.tables[s])), labels, output)))),
  };
}

const SHAPES: Shape[] = [[], [2], [3], [2, 3], [3, 2], [3, 3], [1], [1, 2], [0], [2, 0], [2, 2, 3]];

function buildRandom(numbers: readonly number[]): { outputs: Pair[]; inputs: Map<string, Float64Array>; slack: number } {
  const choose = chooser(numbers);
  const graph = t.createGraph();
  const random = t.stream(choose(1000));
  const inputs = new Map<string, Float64Array>();
  const pool = Array.from({ length: 3 }, (_, i): Pair => {
    const shape = SHAPES[choose(SHAPES.length)];
    const varies = choose(3) > 0;
    const values = random.normals(t.sizeOf(shape) * (varies ? SAMPLES : 1));
    inputs.set(`x${i}`, values);
    const size = t.sizeOf(shape);
    const tables = Array.from({ length: SAMPLES }, (_, s) => slow.fromArray(varies ? values.subarray(s * size, (s + 1) * size) : values, shape));
    return { node: i === 2 ? (varies ? graph.input('x2', shape) : graph.constant(values, shape)) : graph.input(`x${i}`, shape), tables };
  });
  for (let step = 0; step < 8; step++) {
    const next = STEPS[choose(STEPS.length)](pool, choose);
    if (next && t.sizeOf(next.node.shape) <= 400) pool.push(next);
  }
  const magnitudes = pool.flatMap(({ tables, terms = 0 }) => [terms, ...tables.flatMap(slow.toArray).map(Math.abs)]);
  return { outputs: pool.slice(-3), inputs, slack: 2 ** -48 * Math.max(...magnitudes.filter(Number.isFinite), 1) };
}

describe('random programs', () => {
  it('compiled values are those of the slow evaluator, within the rounding bounds', function () {
    this.timeout(60_000);
    fc.assert(fc.property(fc.array(fc.nat(9999), { minLength: 20, maxLength: 60 }), (numbers) => {
      const { outputs, inputs, slack } = buildRandom(numbers);
      const program = t.compile(outputs.map(({ node }) => node));
      const plain = program.run(inputs, SAMPLES);
      const bounded = program.run(inputs, SAMPLES, { rounding: true });
      assert.deepEqual(plain.values, bounded.values);
      outputs.forEach(({ tables }, k) => {
        const expected = tables.flatMap(slow.toArray);
        compare(expected, plain.values[k], bounded.rounding[k].map((bound) => 4 * bound + slack), plain.kink);
      });
    }), { numRuns: 3000, seed: 7 });
  });

  it('their gradients agree between the modes', function () {
    this.timeout(60_000);
    fc.assert(fc.property(fc.array(fc.nat(9999), { minLength: 20, maxLength: 60 }), (numbers) => {
      const { outputs, inputs } = buildRandom(numbers);
      const y = outputs[0].node;
      const leaves = [...inputs.keys()].slice(0, 2).map((name) => y.graph.input(name, shapeOf(y.graph, name, inputs)));
      const [c, v] = ['c', 'v'].map((seed, i) => t.stream(seed).normals(i === 0 ? t.sizeOf(y.shape) : t.sizeOf(leaves[0].shape)));
      const forward = t.sum(t.mul(y.graph.constant(c, y.shape), t.jvp(y, [leaves[0]], [y.graph.constant(v, leaves[0].shape)])));
      const reverse = t.sum(t.mul(t.vjp(y, [leaves[0]], y.graph.constant(c, y.shape))[0], y.graph.constant(v, leaves[0].shape)));
      const { values: [f, r], rounding } = t.compile([forward, reverse]).run(inputs, SAMPLES, { rounding: true });
      f.forEach((value, s) => {
        if (Number.isFinite(value)) assert.ok(Math.abs(value - r[s]) <= 16 * (rounding[0][s] + rounding[1][s]) + 1e-12, `${value} and ${r[s]}`);
      });
    }), { numRuns: 1000, seed: 8 });
  });
});

/** Inputs are leaves of known shape: found again by name in the graph. */
function shapeOf(graph: t.Graph, name: string, inputs: Map<string, Float64Array>): Shape {
  const size = (inputs.get(name) as Float64Array).length;
  for (const shape of SHAPES) {
    if (t.sizeOf(shape) !== size && t.sizeOf(shape) * SAMPLES !== size) continue;
    try {
      return graph.input(name, shape).shape;
    } catch {
      // The leaf has another shape of that size.
    }
  }
  throw new Error(`no leaf ${name}`);
}

function compare(expected: number[], actual: Float64Array, bounds: Float64Array, kink: Uint8Array): void {
  const perSample = expected.length / SAMPLES;
  expected.forEach((value, i) => {
    if (Object.is(actual[i], value) || kink[Math.floor(i / perSample)]) return;
    assert.ok(Math.abs(actual[i] - value) <= bounds[i], `entry ${i}: ${actual[i]} is not ${value}, allowed ${bounds[i]}`);
  });
}
