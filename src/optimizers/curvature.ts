/** Newton's method and its kin. */
import { descend } from './descent';
import type { Recursion, Row } from './rule';
import { apply, at, diagonal, each, inverse, type Matrix, plus, times, transpose } from './vectors';

const newton = (H: (x: Matrix, λ: number) => Matrix): Recursion => ({ θ }, { gradient, hessian }, { η = 1, λ = 0 }, t) => ({ θ: descend(θ, η, apply(inverse(H(hessian(θ), λ)), gradient(θ, t))) });
const root: Recursion = ({ θ }, { derivative }) => ({ θ: each((x, f, slope) => x - f / slope, θ, derivative(θ, 0), derivative(θ, 1)) });
const extremum: Recursion = ({ θ }, { derivative }, { η = 1 }) => ({ θ: each((x, slope, curvature) => x - (η * slope) / curvature, θ, derivative(θ, 1), derivative(θ, 2)) });

const identity = (n: number): Matrix => diagonal(n, () => 1);
/** (Jᵀ J + λ D)⁻¹ Jᵀ r */
const leastSquares = (damping: (N: Matrix) => Matrix): Recursion => ({ θ }, { residual, jacobian }, { η = 1, λ = 0 }) => {
  const J = jacobian(θ);
  const N = times(transpose(J), J);
  return { θ: descend(θ, η, apply(inverse(plus(N, damping(N), λ)), apply(transpose(J), residual(θ)))) };
};
const byIdentity = leastSquares((N) => identity(N.n));
const byDiagonal = leastSquares((N) => diagonal(N.n, (i) => at(N, i, i)));

const SHORTER = 'shorter steps, safe far from the minimum';

export const CURVATURE: readonly Row[] = [
  {
    id: 'newton', name: 'Newton’s method', likely: true, names: /(?:damped\s+)?Newton(?:['’]s|[\s-]+Raphson)?(?:\s+(?:method|step|iteration|update))?/i, state: [], constants: {},
    source: 'Nocedal and Wright 2006, Section 2.2', step: newton((H) => H),
    variants: [
      { name: 'for an extremum of a function of one variable', effect: 'it looks for a zero of the derivative', step: extremum },
      { name: 'for a root', effect: 'it looks for a zero of the function', step: root },
      { name: 'damped by a step size', effect: `${SHORTER} (Nocedal and Wright 2006, Section 3.3)`, step: newton((H) => H), constants: { η: 0.5 } },
      { name: 'one variable, damped by a step size', effect: SHORTER, step: extremum, constants: { η: 0.5 } },
      { name: 'a multiple of the identity added', effect: 'between Newton’s step and the gradient’s', step: newton((H, λ) => plus(H, identity(H.n), λ)), constants: { λ: 0.1 } },
    ],
  },
  {
    id: 'gauss-newton', name: 'Gauss–Newton', names: /Gauss[\s–-]+Newton(?:\s+(?:method|step|iteration|update))?/i, state: [], constants: {},
    source: 'Nocedal and Wright 2006, Section 10.3', step: byIdentity,
    variants: [{ name: 'damped by a step size', effect: SHORTER, step: byIdentity, constants: { η: 0.5 } }],
  },
  {
    id: 'levenberg-marquardt', name: 'Levenberg–Marquardt', names: /Levenberg(?:[\s–-]+Marquardt)?(?:\s+(?:method|step|iteration|update|algorithm))?/i, state: [], constants: { λ: 1e-3 },
    source: 'Levenberg 1944; Nocedal and Wright 2006, Section 10.3', step: byIdentity,
    variants: [{ name: 'the diagonal of JᵀJ as damping', effect: 'the damping does not depend on the units of the parameters (Marquardt 1963)', step: byDiagonal }],
  },
];
