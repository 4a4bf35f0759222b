/** The rules of the table against PyTorch's own optimizers, 50 steps of float64. */
import assert from 'node:assert/strict';
import { type Objective, RULES, type State, vector, zeros } from '../../src/optimizers';
import goldens from '../oracle/optimizers.json';

const unused = () => assert.fail('the gradients are given');
const objective: Objective = { gradient: (_, t) => vector(goldens.gradients[t - 1]), hessian: unused, residual: unused, jacobian: unused, derivative: unused, project: unused, mirror: unused, unmirror: unused };

function trajectory(id: string, variantName: string, constants: Record<string, number>): number[][] {
  const rule = RULES.find((r) => r.id === id);
  const variant = rule?.variants.find((v) => v.name === variantName);
  const step = variantName ? variant?.step : rule?.step;
  assert(rule && step, `${id}, ${variantName}`);
  let state: State = { ...Object.fromEntries((variant?.state ?? rule.state).map((name) => [name, zeros(goldens.start.length)])), θ: vector(goldens.start) };
  const points: number[][] = [];
  for (let t = 1; t <= goldens.gradients.length; t++) {
    state = step(state, objective, constants, t);
    points.push([...state.θ]);
  }
  return goldens.steps.map((t) => points[t - 1]);
}

describe('published rules and PyTorch', () => {
  for (const { rule, variant, constants, points } of goldens.cases) {
    it(`${rule}${variant ? ` with ${variant}` : ''}`, () => {
      const ours = trajectory(rule, variant, constants as unknown as Record<string, number>);
      const worst = Math.max(...ours.flatMap((point, k) => point.map((x, i) => Math.abs(x - points[k][i]) / Math.max(Math.abs(points[k][i]), 1e-300))));
      assert(worst <= 1e-12, `largest relative error ${worst}`);
    });
  }
});
