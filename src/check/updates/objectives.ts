/** What rules are run on: gradients of every sort, given one by one or as the field of a function. */
import { at, diagonal, type Matrix, matrix, type Objective, plus, type Vector, vector } from '../../optimizers';
import { range } from '../../tensor';

/** Entries of the parameter. */
export const SIZE = 3;
export const STEPS = 6;
/** For what changes seldom. */
export const LONG = 40;

export const START: Vector = vector([0.8, 1.7, 0.45]);

/** A matrix of parameters, row by row; its first entries are those of the vector. */
export const MATRIX_START: Vector = vector([...START, 1.2, 0.65, 2.1]);

/** A fixed sequence of numbers that look random, between 0 and 1. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

/** The same between −1 and 1, and not near 0. */
function signedNumbers(seed: number): () => number {
  const next = numbers(seed);
  return () => { const x = 2 * next() - 1; return x < 0 ? x - 0.05 : x + 0.05; };
}

const A = matrix(SIZE, (i, j) => (i === j ? 1.5 + 0.4 * i : 0.3 - 0.1 * Math.abs(i - j)));
const B = matrix(SIZE, (i, j) => (i === j ? 1.2 : 0.25 * (i - 2 * j) - 0.1));
const CENTRE = [0.3, -0.6, 1.1];

/** The slope of arctan: where a huge gradient leads, curvature hardly changes, and what is lost to rounding does not grow from step to step. */
const bend = (x: number): number => 1 / (1 + x * x);

/** Mx + arctan x − c, and its derivative. */
const pull = (M: Matrix) => (x: Vector): Vector => vector(Array.from(x, (xi, i) => x.reduce((total, xj, j) => total + at(M, i, j) * xj, Math.atan(xi) - CENTRE[i])));
const slope = (M: Matrix) => (x: Vector): Matrix => plus(M, diagonal(SIZE, (i) => bend(x[i])));

/** Gradient and Hessian of ½ xᵀAx − cᵀx + Σ (x_i arctan x_i − ½ ln(1 + x_i²)), and a least-squares problem r = Bx + arctan x − c. */
const field: Objective = {
  gradient: pull(A), hessian: slope(A), residual: pull(B), jacobian: slope(B),
  derivative: (x, order) => x.map((xi) => Math.exp(xi / 2) / 2 ** order + [xi * xi, 2 * xi, 2][order] + Math.sin(xi + (order * Math.PI) / 2)),
  project: (x) => x.map((xi) => xi / (1 + Math.abs(xi))),
  mirror: (x) => x.map(Math.sinh),
  unmirror: (y) => y.map(Math.asinh),
};
/** The function times a number. */
const scaled = (factor: number): Objective => ({
  ...field,
  gradient: (x, t) => field.gradient(x, t).map((g) => factor * g),
  hessian: (x) => { const H = field.hessian(x); return plus(H, H, factor - 1); },
});
/** One coordinate has no gradient at all. */
const sparseField: Objective = { ...field, gradient: (x, t) => field.gradient(x, t).map((g, i) => (i === 1 ? 0 : g)) };

/** Random, sparse, constant, alternating, tiny and huge gradients of so many entries. */
function sequences(size: number): Objective[] {
  const sequence = (entry: (t: number, i: number) => number): Objective => {
    const gradients = range(LONG + 3).map((t) => vector(Array.from({ length: size }, (__, i) => entry(t, i))));
    return { ...field, gradient: (_, t) => gradients[t - 1] };
  };
  const random = (seed: number, scale = 1): Objective => { const next = signedNumbers(seed); return sequence(() => scale * next()); };
  const other = signedNumbers(11);
  return [random(1), sequence((t, i) => (t % size === i ? 0 : other())), sequence((_, i) => 0.7 - 0.5 * i), sequence((t, i) => (t % 2 ? -1 : 1) * (0.4 + 0.3 * i)), random(5, 1e-4), random(6, 1e4), random(21), random(34)];
}
const SEQUENCES: readonly Objective[] = sequences(SIZE);
const MATRICES: readonly Objective[] = sequences(MATRIX_START.length);
const FIELDS: readonly Objective[] = [field, sparseField, scaled(1e-4), scaled(5)];
/** A function of one variable for each entry: its gradient is its first derivative. */
const SINGLE: readonly Objective[] = [{ ...field, gradient: (x) => field.derivative(x, 1) }];

export type Sort = 'sequence' | 'field' | 'single' | 'matrix';

const ALL: Record<Sort, readonly Objective[]> = { sequence: SEQUENCES, field: FIELDS, single: SINGLE, matrix: MATRICES };

export const objectives = (sort: Sort): readonly Objective[] => ALL[sort];
