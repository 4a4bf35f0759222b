// Eigenvalues of symmetric matrices and singular values, each packed with its vectors into the rows of one result.
import { identityMatrix, singularValues, symmetricEigen, symmetricPart } from '../dense';
import { apply, type Row, type Tensor } from '../graph';
import { lastOf } from '../shape';
import { add, div, sub } from './arithmetic';
import { matmul } from './contraction';
import { mul } from './elementwise';
import { decomposition, matrixTranspose as T, symmetrize } from './matrices';
import { diagonal, diagonalMatrix } from './rearrange';
import { concat, slice, sliceRange } from './selection';
import { asColumn, reshape } from './structure';

/** Row i: eigenvalue i, then its eigenvector. The symmetric part of the matrix is decomposed. */
const eighRow: Row<null> = decomposition({
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
  const n = lastOf(x.shape);
  const eye = x.graph.constant(identityMatrix(n), [n, n]);
  const gaps = sub(reshape(x, [...x.shape.slice(0, -1), 1, n]), asColumn(x));
  return div(sub(x.graph.constant(1), eye), add(gaps, eye));
}

/** dλ = diag(Vᵀ dA V), dV = V (F ∘ Vᵀ dA V), see Giles, An extended collection of matrix derivative results, §3.1. */
function eighJvp(node: Tensor, _: number, tangent: Tensor): Tensor {
  const { values, vectors: V } = unpackEigh(node);
  const P = matmul(matmul(T(V), symmetrize(tangent)), V);
  const dV = matmul(V, mul(inverseGaps(values), P));
  const dValues = diagonal(P);
  return concat([asColumn(dValues), T(dV)], -1);
}

function eighVjp(node: Tensor, _: number, cotangent: Tensor): Tensor {
  const { values, vectors: V } = unpackEigh(node);
  const bar = unpackEigh(cotangent);
  const core = add(diagonalMatrix(bar.values), mul(inverseGaps(values), matmul(T(V), bar.vectors)));
  return symmetrize(matmul(matmul(V, core), T(V)));
}

/** Row i: singular value i, its left and its right vector. */
const svdRow: Row<null> = decomposition({
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

/** Factors of the columns; those of the rows are a column. */
const asRow = (x: Tensor): Tensor => reshape(x, [...x.shape.slice(0, -1), 1, lastOf(x.shape)]);

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

/** Ascending eigenvalues and orthonormal eigenvectors (columns, largest entry positive) of (A + Aᵀ)/2. */
export function eigh(A: Tensor): { values: Tensor; vectors: Tensor } {
  return unpackEigh(apply(eighRow, [A], null));
}

/** A = U diag(s) Vᵀ with descending s: U is [..., m, k], V is [..., n, k], k the smaller of m and n. */
export function svd(A: Tensor): { U: Tensor; values: Tensor; V: Tensor } {
  const [m, n] = A.shape.slice(-2);
  return unpackSvd(apply(svdRow, [A], null), m, n);
}

/** The rows of this file. */
export const spectralRows = { eigh: eighRow, svd: svdRow };
