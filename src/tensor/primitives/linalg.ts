// Linear algebra on the last two axes: inverse, solve, determinants, Cholesky, eigenvalues, singular values.
import { choleskyFactor, frobenius, identityMatrix, luDeterminant, luFactor, luLogDeterminant, luSolve, singularValues, symmetricEigen, symmetricPart } from '../dense';
import { apply, type Derivative, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { broadcastShapes, range, type Shape, ShapeError, sizeOf } from '../shape';
import { add, div, sub } from './arithmetic';
import { matmul } from './contraction';
import { mul, neg } from './elementwise';
import { broadcastTo, concat, diagonal, diagonalMatrix, reshape, slice, sliceRange, trace, transpose } from './structure';

/** What a decomposition does with one matrix: `visit(inputs, output, place)` gets the blocks of one sample and batch entry. */
type Visit = (blocks: readonly Float64Array[], output: Float64Array, at: number) => void;

/** Walks the matrices of all samples and leading axes. */
function eachMatrix({ inputs, output, samples }: Step, sizes: readonly number[], outputSize: number, visit: Visit): void {
  const perSample = output.size / outputSize;
  for (let at = 0; at < samples * perSample; at++) {
    const blocks = inputs.map(({ buffer, varying }, k) => {
      const place = (varying ? at : at % perSample) * sizes[k];
      return buffer.data.subarray(place, place + sizes[k]);
    });
    visit(blocks, output.buffer.data.subarray(at * outputSize, (at + 1) * outputSize), at);
  }
}

interface Decomposition {
  /** Shape of the result for one m × n matrix. */
  readonly shape: (m: number, n: number) => Shape;
  readonly square: boolean;
  readonly compute: (A: Float64Array, output: Float64Array, m: number, n: number) => void;
  readonly derivative: Derivative<null>;
  /** Bound on all errors of the result for a perturbation of A of the given norm. */
  readonly sensitivity: Sensitivity;
  /** The factor by which that overrates the first entry of each row, the value of a packed value and its vectors. */
  readonly overrated?: (result: Float64Array, m: number, n: number) => number;
  readonly kink?: (result: Float64Array, m: number, n: number) => boolean;
}

type Sensitivity = (A: Float64Array, result: Float64Array, perturbation: number, m: number, n: number) => number;

function decomposition(name: string, { shape, square, compute, derivative, sensitivity, overrated, kink }: Decomposition): Row<null> {
  const matrixOf = (step: Step): [number, number] => step.inputs[0].shape.slice(-2) as [number, number];
  const each = (step: Step, visit: (A: Float64Array, out: Float64Array, m: number, n: number, at: number) => void): void => {
    const [m, n] = matrixOf(step);
    eachMatrix(step, [m * n], sizeOf(shape(m, n)), ([A], out, at) => visit(A, out, m, n, at));
  };
  return {
    name,
    key: () => '',
    shape: ([input]) => {
      const [m, n] = input.slice(-2);
      if (input.length < 2 || (square && m !== n)) throw new ShapeError(name, input, [n, n]);
      return [...input.slice(0, -2), ...shape(m, n)];
    },
    kernel: (step) => () => each(step, compute),
    derivative,
    rounding: (step) => roundMatrices(step, each, sensitivity, overrated),
    kink: kink ? (step, flags) => each(step, (_, out, m, n, at) => {
      if (kink(out, m, n)) flags[Math.floor((at * sizeOf(shape(m, n))) / step.output.size)] = 1;
    }) : 'smooth',
    cost: ({ inputs: [x] }) => 4 * sizeOf(x.shape) * (x.shape[x.shape.length - 1] ?? 1),
  };
}

type EachMatrix = (step: Step, visit: (A: Float64Array, out: Float64Array, m: number, n: number, at: number) => void) => void;

/** Backward stable algorithms answer exactly for a matrix perturbed by some n u ‖A‖. */
function roundMatrices(step: RoundingStep<null>, each: EachMatrix, sensitivity: Sensitivity, overrated?: Decomposition['overrated']): void {
  each(step, (A, out, m, n, at) => {
    const inherited = frobenius(step.errors[0].subarray(at * m * n, (at + 1) * m * n));
    const error = sensitivity(A, out, inherited + 4 * Math.max(m, n) * UNIT_ROUNDOFF * frobenius(A), m, n);
    const errors = step.error.subarray(at * out.length, (at + 1) * out.length).fill(Number.isNaN(error) ? Infinity : error);
    if (!overrated) return;
    const [factor, width] = [overrated(out, m, n), out.length / Math.min(m, n)];
    for (let first = 0; first < errors.length; first += width) errors[first] /= factor;
  });
}

/** Swaps the last two axes. */
export function matrixTranspose(x: Tensor): Tensor {
  const rank = x.shape.length;
  return transpose(x, [...range(rank - 2), rank - 1, rank - 2]);
}

const T = matrixTranspose;

function symmetrize(x: Tensor): Tensor {
  return mul(x.graph.constant(0.5), add(x, T(x)));
}

/** Adds axes of size 1 behind, so that scalars multiply matrices. */
function asScalars(x: Tensor): Tensor {
  return reshape(x, [...x.shape, 1, 1]);
}

function invert(A: Float64Array, n: number): Float64Array {
  const X = identityMatrix(n);
  luSolve(luFactor(A, n), X, n);
  return X;
}

const inverseRow: Row<null> = decomposition('inverse', {
  shape: (m, n) => [m, n],
  square: true,
  compute: (A, out, n) => out.set(invert(A, n)),
  derivative: {
    jvp: (X, _, tangent) => neg(matmul(matmul(X, tangent), X)),
    vjp: (X, _, cotangent) => neg(matmul(matmul(T(X), cotangent), T(X))),
  },
  sensitivity: (_, X, perturbation) => frobenius(X) ** 2 * perturbation,
});

const detRow: Row<null> = decomposition('det', {
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

const logdetRow: Row<null> = decomposition('logdet', {
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

const choleskyRow: Row<null> = decomposition('cholesky', {
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
  const n = x.shape[x.shape.length - 1];
  const mask = Float64Array.from({ length: n * n }, (_, at) => (at % n < Math.floor(at / n) ? 1 : at % n === Math.floor(at / n) ? 0.5 : 0));
  return mul(x, x.graph.constant(mask, [n, n]));
}

/** Row i: eigenvalue i, then its eigenvector. The symmetric part of the matrix is decomposed. */
const eighRow: Row<null> = decomposition('eigh', {
  shape: (m, n) => [m, n + 1],
  square: true,
  compute: (A, out, n) => {
    const { values, vectors } = symmetricEigen(symmetricPart(A, n), n);
    packRows(out, [values, vectors], [1, n], n);
  },
  derivative: { jvp: eighJvp, vjp: eighVjp },
  sensitivity: (_, result, perturbation, n) => perturbation * gapFactor(smallestGap(result, n + 1, n)),
  overrated: (result, n) => gapFactor(smallestGap(result, n + 1, n)),
  kink: (result, n) => smallestGap(result, n + 1, n) <= 1e-9 * Math.max(Math.abs(result[0]), Math.abs(result[(n - 1) * (n + 1)])),
});

/** How much more than the values the vectors move; values move by no more than the perturbation (Weyl). */
function gapFactor(gap: number): number {
  return Math.min(1 / Number.EPSILON, Math.max(1, 1 / gap));
}

function packRows(out: Float64Array, parts: readonly Float64Array[], widths: readonly number[], rows: number): void {
  let at = 0;
  for (let i = 0; i < rows; i++) {
    parts.forEach((part, k) => {
      for (let j = 0; j < widths[k]; j++) out[at++] = part[i * widths[k] + j];
    });
  }
}

function smallestGap(packed: Float64Array, width: number, rows: number): number {
  let gap = Infinity;
  for (let i = 1; i < rows; i++) gap = Math.min(gap, Math.abs(packed[i * width] - packed[(i - 1) * width]));
  return gap;
}

/** Eigenvalues [..., n] and eigenvectors as columns [..., n, n] of a packed result. */
function unpackEigh(packed: Tensor): { values: Tensor; vectors: Tensor } {
  const n = packed.shape[packed.shape.length - 2];
  return { values: slice(packed, -1, 0), vectors: T(sliceRange(packed, -1, 1, n + 1)) };
}

/** 1/(xⱼ − xᵢ) beside the diagonal, 0 on it. */
function inverseGaps(x: Tensor): Tensor {
  const n = x.shape[x.shape.length - 1];
  const eye = x.graph.constant(identityMatrix(n), [n, n]);
  const gaps = sub(reshape(x, [...x.shape.slice(0, -1), 1, n]), reshape(x, [...x.shape, 1]));
  return div(sub(x.graph.constant(1), eye), add(gaps, eye));
}

/** dλ = diag(Vᵀ dA V), dV = V (F ∘ Vᵀ dA V), see Giles, An extended collection of matrix derivative results, §3.1. */
function eighJvp(node: Tensor, _: number, tangent: Tensor): Tensor {
  const { values, vectors: V } = unpackEigh(node);
  const P = matmul(matmul(T(V), symmetrize(tangent)), V);
  const dV = matmul(V, mul(inverseGaps(values), P));
  const dValues = diagonal(P);
  return concat([reshape(dValues, [...dValues.shape, 1]), T(dV)], -1);
}

function eighVjp(node: Tensor, _: number, cotangent: Tensor): Tensor {
  const { values, vectors: V } = unpackEigh(node);
  const bar = unpackEigh(cotangent);
  const core = add(diagonalMatrix(bar.values), mul(inverseGaps(values), matmul(T(V), bar.vectors)));
  return symmetrize(matmul(matmul(V, core), T(V)));
}

/** Row i: singular value i, its left and its right vector. */
const svdRow: Row<null> = decomposition('svd', {
  shape: (m, n) => [Math.min(m, n), 1 + m + n],
  square: false,
  compute: (A, out, m, n) => {
    const { values, left, right } = singularValues(A, m, n);
    packRows(out, [values, left, right], [1, m, n], values.length);
  },
  derivative: { jvp: svdJvp, vjp: svdVjp },
  sensitivity: (_, result, perturbation, m, n) => perturbation * gapFactor(svdGap(result, m, n)),
  overrated: (result, m, n) => gapFactor(svdGap(result, m, n)),
  kink: (result, m, n) => svdGap(result, m, n) <= 1e-9 * result[0],
});

/** Distance of the singular values from each other and, because vectors divide by them, from zero. */
function svdGap(result: Float64Array, m: number, n: number): number {
  const rows = Math.min(m, n);
  return Math.min(smallestGap(result, 1 + m + n, rows), result[(rows - 1) * (1 + m + n)]);
}

interface SvdParts {
  readonly values: Tensor;
  readonly U: Tensor;
  readonly V: Tensor;
}

function unpackSvd(packed: Tensor, m: number, n: number): SvdParts {
  return { values: slice(packed, -1, 0), U: T(sliceRange(packed, -1, 1, 1 + m)), V: T(sliceRange(packed, -1, 1 + m, 1 + m + n)) };
}

/** Factors of the columns, of the rows. */
const asRow = (x: Tensor): Tensor => reshape(x, [...x.shape.slice(0, -1), 1, x.shape[x.shape.length - 1]]);
const asColumn = (x: Tensor): Tensor => reshape(x, [...x.shape, 1]);

/** dU = U (F ∘ (P S + S Pᵀ)) + (I − U Uᵀ) dA V S⁻¹ with P = Uᵀ dA V, and likewise dV (Townsend, Differentiating the singular value decomposition, 2016). */
function svdJvp(node: Tensor, _: number, tangent: Tensor): Tensor {
  const [m, n] = node.inputs[0].shape.slice(-2);
  const { values: s, U, V } = unpackSvd(node, m, n);
  const F = inverseGaps(mul(s, s));
  const P = matmul(matmul(T(U), tangent), V);
  const dU = add(matmul(U, mul(F, add(mul(P, asRow(s)), mul(asColumn(s), T(P))))), outside(U, div(matmul(tangent, V), asRow(s))));
  const dV = add(matmul(V, mul(F, add(mul(asColumn(s), P), mul(T(P), asRow(s))))), outside(V, div(matmul(T(tangent), U), asRow(s))));
  return concat([asColumn(diagonal(P)), T(dU), T(dV)], -1);
}

/** (I − U Uᵀ) x: exactly zero where U is square. */
function outside(U: Tensor, x: Tensor): Tensor {
  const [m, k] = U.shape.slice(-2);
  return m === k ? x.graph.constant(0, x.shape) : sub(x, matmul(U, matmul(T(U), x)));
}

function svdVjp(node: Tensor, _: number, cotangent: Tensor): Tensor {
  const [m, n] = node.inputs[0].shape.slice(-2);
  const { values: s, U, V } = unpackSvd(node, m, n);
  const bar = unpackSvd(cotangent, m, n);
  const F = inverseGaps(mul(s, s));
  const G = mul(F, matmul(T(U), bar.U));
  const H = mul(F, matmul(T(V), bar.V));
  const core = add(diagonalMatrix(bar.values), add(mul(add(G, T(G)), asRow(s)), mul(asColumn(s), add(H, T(H)))));
  const inside = matmul(matmul(U, core), T(V));
  const left = matmul(outside(U, div(bar.U, asRow(s))), T(V));
  const right = matmul(U, T(outside(V, div(bar.V, asRow(s)))));
  return add(inside, add(left, right));
}

const solveRow: Row<null> = {
  name: 'solve',
  key: () => '',
  shape: ([A, B]) => {
    if (A.length < 2 || A[A.length - 1] !== A[A.length - 2] || B[B.length - 2] !== A[A.length - 1]) throw new ShapeError('solve', A, B);
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
  cost: ({ inputs: [A, B] }) => sizeOf(A.shape) * A.shape[A.shape.length - 1] + 2 * sizeOf(B.shape) * A.shape[A.shape.length - 1],
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
  if (B.shape.length === 1) return reshape(solve(A, reshape(B, [...B.shape, 1])), [...A.shape.slice(0, -2), ...B.shape]);
  const lead = broadcastShapes('solve', A.shape.slice(0, -2), B.shape.slice(0, -2));
  return apply(solveRow, [broadcastTo(A, [...lead, ...A.shape.slice(-2)]), broadcastTo(B, [...lead, ...B.shape.slice(-2)])], null);
}

/** Lower triangular L with L Lᵀ = (A + Aᵀ)/2; NaN where that is not positive definite. */
export function cholesky(A: Tensor): Tensor {
  return apply(choleskyRow, [A], null);
}

/** Ascending eigenvalues and orthonormal eigenvectors (columns, largest entry positive) of (A + Aᵀ)/2. */
export function eigh(A: Tensor): { values: Tensor; vectors: Tensor } {
  return unpackEigh(apply(eighRow, [A], null));
}

/** A = U diag(s) Vᵀ with descending s: U is [..., m, k], V is [..., n, k], k the smaller of m and n. */
export function svd(A: Tensor): { U: Tensor; values: Tensor; V: Tensor } {
  const [m, n] = A.shape.slice(-2);
  return unpackSvd(apply(svdRow, [A], null), m, n);
}

/** A to an integer power, also a negative one. */
export function matrixPower(A: Tensor, n: number): Tensor {
  const size = A.shape[A.shape.length - 1];
  if (n < 0) return matrixPower(inverse(A), -n);
  if (n === 0) return broadcastTo(A.graph.constant(identityMatrix(size), [size, size]), A.shape);
  if (n === 1) return A;
  const half = matrixPower(A, n >> 1);
  return n % 2 ? matmul(matmul(half, half), A) : matmul(half, half);
}

/** The rows of this file. */
export const linalgRows = { inverse: inverseRow, det: detRow, logdet: logdetRow, cholesky: choleskyRow, eigh: eighRow, svd: svdRow, solve: solveRow };
