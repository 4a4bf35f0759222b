// Scalar derivatives against the symbolic ones of mathjs.
import { derivative, parse } from 'mathjs';
import * as t from '../../src/tensor';
import type { Tensor } from '../../src/tensor';
import { close } from './check-grad';

const c = (x: Tensor, value: number): Tensor => x.graph.constant(value);

/** The same function for mathjs and for us; points are in (0.1, 0.9). */
const FUNCTIONS: [string, (x: Tensor, y: Tensor) => Tensor][] = [
  ['x^3 * sin(y)', (x, y) => t.mul(t.powInt(x, 3), t.sin(y))],
  ['x^y', t.pow],
  ['exp(x * y) / (1 + x^2)', (x, y) => t.div(t.exp(t.mul(x, y)), t.add(c(x, 1), t.powInt(x, 2)))],
  ['log(x + sqrt(y))', (x, y) => t.log(t.add(x, t.sqrt(y)))],
  ['tan(x) * tanh(y) - x / y', (x, y) => t.sub(t.mul(t.tan(x), t.tanh(y)), t.div(x, y))],
  ['asin(x) + acos(y) * atan(x * y)', (x, y) => t.add(t.asin(x), t.mul(t.acos(y), t.atan(t.mul(x, y))))],
  ['sinh(x) * cosh(y)', (x, y) => t.mul(t.sinh(x), t.cosh(y))],
  ['asinh(x) + acosh(1 + y) + atanh(x * y)', (x, y) => t.add(t.asinh(x), t.add(t.acosh(t.add(c(x, 1), y)), t.atanh(t.mul(x, y))))],
  ['1 / (1 + exp(-(x * y + 0.5)))', (x, y) => t.sigmoid(t.add(t.mul(x, y), c(x, 0.5)))],
  ['log(1 + exp(x - y))', (x, y) => t.softplus(t.sub(x, y))],
  ['-(y * log(x) + (1 - y) * log(1 - x))', (x, y) => t.neg(t.add(t.mul(y, t.log(x)), t.mul(t.sub(c(x, 1), y), t.log(t.sub(c(x, 1), x)))))],
  ['(x - y)^2 / (2 * y^2) + log(y)', (x, y) => t.add(t.div(t.powInt(t.sub(x, y), 2), t.mul(c(x, 2), t.powInt(y, 2))), t.log(y))],
  ['exp(x) / (exp(x) + exp(y))', (x, y) => t.slice(t.softmax(t.stack([x, y], 0)), 0, 0)],
  ['sqrt(x^2 + y^2)', (x, y) => t.norm(t.stack([x, y], 0))],
  ['abs(x - 2) * cos(y)^2', (x, y) => t.mul(t.abs(t.sub(x, c(x, 2))), t.powInt(t.cos(y), 2))],
  ['x * y * (x + y) * exp(y)', (x, y) => t.prod(t.stack([x, y, t.add(x, y), t.exp(y)], 0))],
];

const POINTS = t.stream('mathjs');
const at = Array.from({ length: 6 }, () => ({ x: POINTS.uniform(0.1, 0.9), y: POINTS.uniform(0.1, 0.9) }));

describe('mathjs', () => {
  for (const [text, build] of FUNCTIONS) {
    it(text, () => {
      const graph = t.createGraph();
      const [x, y] = [graph.input('x', []), graph.input('y', [])];
      const f = build(x, y);
      const [fx, fy] = [t.grad(f, x), t.grad(f, y)];
      const { values } = t.compile([f, fx, fy, t.grad(fx, x), t.grad(fx, y)]).run(new Map([['x', Float64Array.from(at, (p) => p.x)], ['y', Float64Array.from(at, (p) => p.y)]]), at.length);
      const [mx, my] = [derivative(text, 'x'), derivative(text, 'y')];
      [parse(text), mx, my, derivative(mx, 'x'), derivative(mx, 'y')].forEach((expected, k) => {
        at.forEach((point, s) => {
          close(values[k][s], Number(expected.evaluate({ ...point })), 1e-12, `${expected}`);
        });
      });
    });
  }
});
