// The family of primitives on matrices in the last two axes: what one matrix becomes, and how sensitive that is, makes a row.
import { frobenius } from '../dense';
import { type Derivative, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { lastOf, range, type Shape, ShapeError, sizeOf } from '../shape';
import { add } from './arithmetic';
import { mul } from './elementwise';
import { transpose } from './rearrange';
import { reshape } from './structure';

/** What a decomposition does with one matrix: `visit(inputs, output, place)` gets the blocks of one sample and batch entry. */
type Visit = (blocks: readonly Float64Array[], output: Float64Array, at: number) => void;

/** Walks the matrices of all samples and leading axes. */
export function eachMatrix({ inputs, output, samples }: Step, sizes: readonly number[], outputSize: number, visit: Visit): void {
  const perSample = output.size / outputSize;
  for (let at = 0; at < samples * perSample; at++) {
    const blocks = inputs.map(({ buffer, varying }, k) => {
      const place = (varying ? at : at % perSample) * sizes[k];
      return buffer.data.subarray(place, place + sizes[k]);
    });
    visit(blocks, output.buffer.data.subarray(at * outputSize, (at + 1) * outputSize), at);
  }
}

export interface Decomposition {
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

export function decomposition({ shape, square, compute, derivative, sensitivity, overrated, kink }: Decomposition): Row<null> {
  const matrixOf = (step: Step): [number, number] => step.inputs[0].shape.slice(-2) as [number, number];
  const each = (step: Step, visit: (A: Float64Array, out: Float64Array, m: number, n: number, at: number) => void): void => {
    const [m, n] = matrixOf(step);
    eachMatrix(step, [m * n], sizeOf(shape(m, n)), ([A], out, at) => visit(A, out, m, n, at));
  };
  return {
    key: () => '',
    shape: ([input]) => {
      const [m, n] = input.slice(-2);
      if (input.length < 2 || (square && m !== n)) throw new ShapeError(input, [n, n]);
      return [...input.slice(0, -2), ...shape(m, n)];
    },
    kernel: (step) => () => each(step, compute),
    derivative,
    rounding: (step) => roundMatrices(step, each, sensitivity, overrated),
    kink: kink ? (step, flags) => each(step, (_, out, m, n, at) => {
      if (kink(out, m, n)) flags[Math.floor((at * sizeOf(shape(m, n))) / step.output.size)] = 1;
    }) : 'smooth',
    cost: ({ inputs: [x] }) => 4 * sizeOf(x.shape) * lastOf(x.shape),
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

/** (x + xᵀ)/2. */
export function symmetrize(x: Tensor): Tensor {
  return mul(x.graph.constant(0.5), add(x, matrixTranspose(x)));
}

/** Adds axes of size 1 behind, so that scalars multiply matrices. */
export function asScalars(x: Tensor): Tensor {
  return reshape(x, [...x.shape, 1, 1]);
}

