// Linear algebra on the last two axes: inverse, solve, determinants, Cholesky, powers.
import { choleskyFactor, frobenius, identityMatrix, luDeterminant, luFactor, luLogDeterminant, luSolve, symmetricPart } from '../dense';
import { apply, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { broadcastShapes, lastOf, ShapeError, sizeOf } from '../shape';
import { matmul } from './contraction';
import { mul, neg } from './elementwise';
import { asScalars, decomposition, eachMatrix, matrixTranspose as T, symmetrize } from './matrices';
import { broadcastTo, trace } from './rearrange';
import { asColumn, reshape } from './structure';

function invert(A: Float64Array, n: number): Float64Array {
  const X = identityMatrix(n);
  luSolve(luFactor(A, n), X, n);
  return X;
}

const inverseRow: Row<null> = decomposition({
  shape: (m, n) => [m, n],
  square: true,
  compute: (A, out, n) => out.set(invert(A, n)),
  derivative: {
    jvp: (X, _, tangent) => neg(matmul(matmul(X, tangent), X)),
    vjp: (X, _, cotangent) => neg(matmul(matmul(T(X), cotangent), T(X))),
  },
  sensitivity: (_, X, perturbation) => frobenius(X) ** 2 * perturbation,
});

const detRow: Row<null> = decomposition({
  shape: () => [],
  square: true,
  compute: (A, out, n) => {
    out[0] = luDeterminant(luFactor(A, n));
  },
  derivative: {
    jvp: (node, _, tangent) => mul(node, trace(matmul(inverse(node.inputs[0]), tangent))),
    vjp: (node, _, cotangent) => mul(asScalars(mul(cotangent, node)), T(inverse(node.inputs[0]))),
  },
  sensitivity: (A, [det], perturbation, n) => Math.abs(det) * frobenius(invert(A, n)) * perturbation,
});

const logdetRow: Row<null> = decomposition({
  shape: () => [],
  square: true,
  compute: (A, out, n) => {
    out[0] = luLogDeterminant(luFactor(A, n));
  },
  derivative: {
    jvp: ({ inputs: [A] }, _, tangent) => trace(matmul(inverse(A), tangent)),
    vjp: ({ inputs: [A] }, _, cotangent) => mul(asScalars(cotangent), T(inverse(A))),
  },
  sensitivity: (A, [value], perturbation, n) => frobenius(invert(A, n)) * perturbation + n * UNIT_ROUNDOFF * Math.abs(value),
});

const choleskyRow: Row<null> = decomposition({
  shape: (m, n) => [m, n],
  square: true,
  compute: (A, out, n) => out.set(choleskyFactor(symmetricPart(A, n), n)),
  derivative: {
    jvp: (L, _, tangent) => matmul(L, lowerHalf(matmul(matmul(inverse(L), symmetrize(tangent)), T(inverse(L))))),
    vjp: (L, _, cotangent) => symmetrize(matmul(matmul(T(inverse(L)), lowerHalf(matmul(T(L), cotangent))), inverse(L))),
  },
  sensitivity: (A, L, perturbation, n) => frobenius(L) * frobenius(invert(A, n)) * perturbation,
});

/** Keeps the lower triangle and half of the diagonal (Murray, Differentiation of the Cholesky decomposition, 2016). */
function lowerHalf(x: Tensor): Tensor {
  const n = lastOf(x.shape);
  const mask = Float64Array.from({ length: n * n }, (_, at) => (at % n < Math.floor(at / n) ? 1 : at % n === Math.floor(at / n) ? 0.5 : 0));
  return mul(x, x.graph.constant(mask, [n, n]));
}

const solveRow: Row<null> = {
  key: () => '',
  shape: ([A, B]) => {
    if (A.length < 2 || lastOf(A) !== A[A.length - 2] || B[B.length - 2] !== lastOf(A)) throw new ShapeError(A, B);
    return B;
  },
  kernel: (step) => () => eachSystem(step, (A, B, out, n, columns) => {
    out.set(B);
    luSolve(luFactor(A, n), out, columns);
  }),
  derivative: {
    jvp: (X, k, tangent) => (k === 0 ? neg(solve(X.inputs[0], matmul(tangent, X))) : solve(X.inputs[0], tangent)),
    vjp: (X, k, cotangent) => {
      const B = solve(T(X.inputs[0]), cotangent);
      return k === 0 ? neg(matmul(B, T(X))) : B;
    },
  },
  rounding: roundSystems,
  kink: 'smooth',
  cost: ({ inputs: [A, B] }) => sizeOf(A.shape) * lastOf(A.shape) + 2 * sizeOf(B.shape) * lastOf(A.shape),
};

function eachSystem(step: Step, visit: (A: Float64Array, B: Float64Array, out: Float64Array, n: number, columns: number, at: number) => void): void {
  const [n, columns] = step.output.shape.slice(-2);
  eachMatrix(step, [n * n, n * columns], n * columns, ([A, B], out, at) => visit(A, B, out, n, columns, at));
}

/** ‖ΔX‖ ≤ ‖A⁻¹‖ (‖ΔA‖ ‖X‖ + ‖ΔB‖) to first order. */
function roundSystems(step: RoundingStep<null>): void {
  const perSample = step.output.size / Math.max(1, sizeOf(step.output.shape.slice(-2)));
  eachSystem(step, (A, B, X, n, columns, at) => {
    const errorOf = (k: number, size: number): Float64Array => {
      const place = (step.inputs[k].varying ? at : at % perSample) * size;
      return step.errors[k].subarray(place, place + size);
    };
    const dA = frobenius(errorOf(0, A.length)) + 4 * n * UNIT_ROUNDOFF * frobenius(A);
    const error = frobenius(invert(A, n)) * (dA * frobenius(X) + frobenius(errorOf(1, B.length)));
    step.error.fill(Number.isNaN(error) ? Infinity : error, at * n * columns, (at + 1) * n * columns);
  });
}

/** A⁻¹. Throws ShapeError unless square; the values of a singular matrix are not finite. */
export function inverse(A: Tensor): Tensor {
  return apply(inverseRow, [A], null);
}

export function det(A: Tensor): Tensor {
  return apply(detRow, [A], null);
}

/** log det A; NaN where the determinant is negative. */
export function logdet(A: Tensor): Tensor {
  return apply(logdetRow, [A], null);
}

/** The X with A X = B, for a matrix B with leading axes that broadcast against A's, or a vector B. Throws ShapeError. */
export function solve(A: Tensor, B: Tensor): Tensor {
  if (B.shape.length === 1) return reshape(solve(A, asColumn(B)), [...A.shape.slice(0, -2), ...B.shape]);
  const lead = broadcastShapes(A.shape.slice(0, -2), B.shape.slice(0, -2));
  return apply(solveRow, [broadcastTo(A, [...lead, ...A.shape.slice(-2)]), broadcastTo(B, [...lead, ...B.shape.slice(-2)])], null);
}

/** Lower triangular L with L Lᵀ = (A + Aᵀ)/2; NaN where that is not positive definite. */
export function cholesky(A: Tensor): Tensor {
  return apply(choleskyRow, [A], null);
}

/** A to an integer power, also a negative one. */
export function matrixPower(A: Tensor, n: number): Tensor {
  const size = lastOf(A.shape);
  if (n < 0) return matrixPower(inverse(A), -n);
  if (n === 0) return broadcastTo(A.graph.constant(identityMatrix(size), [size, size]), A.shape);
  if (n === 1) return A;
  const half = matrixPower(A, n >> 1);
  return n % 2 ? matmul(matmul(half, half), A) : matmul(half, half);
}

/** The rows of this file. */
export const linalgRows = { inverse: inverseRow, det: detRow, logdet: logdetRow, cholesky: choleskyRow, solve: solveRow };
