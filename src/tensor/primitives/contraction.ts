// The contraction of two tensors over named axes, and what is written with it: einsum, products of matrices, outer and Kronecker products.
import { isSmall, type MatrixAt, stridedProducts } from '../gemm';
import { apply, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { collapse, type Loop, offsetsOf } from '../nest';
import { createRoom, type Room } from '../room';
import { range, type Shape, ShapeError, sizeOf, stridesOf } from '../shape';
import { mul } from './elementwise';
import { broadcastTo, labelStrides, relabel } from './rearrange';
import { reshape } from './structure';

/**
 * Labels of the axes of both operands and of the result. No label repeats within one of the three, and each occurs
 * in at least two of them; so the derivative by an operand is again a contraction, with the roles exchanged.
 */
interface Contraction {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly out: readonly number[];
}

const contractRow: Row<Contraction> = {
  key: ({ left, right, out }) => `${left};${right};${out}`,
  shape: (shapes, params) => {
    const sizes = labelSizes(shapes, params);
    return params.out.map((label) => sizes[label]);
  },
  kernel: (step) => {
    const contract = contractKernel(step);
    return () => contract(step.inputs[0].buffer.data, step.inputs[1].buffer.data, step.output.buffer.data);
  },
  derivative: {
    jvp: (node, k, tangent) => inPlaceOf(node, k, tangent, node.params[SIDES[k]], node.params.out),
    vjp: (node, k, cotangent) => inPlaceOf(node, k, cotangent, node.params.out, node.params[SIDES[k]]),
  },
  rounding: roundContraction,
  kink: 'smooth',
  cost: (node) => 2 * sizeOf(labelSizes(node.inputs.map((x) => x.shape), node.params)),
};

function labelSizes([left, right]: readonly Shape[], params: Contraction): number[] {
  const sizes: number[] = [];
  params.left.forEach((label, axis) => {
    sizes[label] = left[axis];
  });
  params.right.forEach((label, axis) => {
    if (sizes[label] !== undefined && sizes[label] !== right[axis]) throw new ShapeError(left, right);
    sizes[label] = right[axis];
  });
  return sizes;
}

const SIDES = ['left', 'right'] as const;

/** The contraction with another tensor for operand k, of these labels, to those: a tangent has the labels of the operand, a cotangent those of the result. Its additional leading axes stay in front. */
function inPlaceOf({ inputs, params }: Tensor<Contraction>, k: number, x: Tensor, own: readonly number[], out: readonly number[]): Tensor {
  const extra = range(x.shape.length - own.length, 1 + Math.max(-1, ...params.left, ...params.right));
  return apply(contractRow, inputs.map((input, i) => (i === k ? x : input)), { ...params, [SIDES[k]]: [...extra, ...own], out: [...extra, ...out] });
}

type Contract = (left: Float64Array, right: Float64Array, target: Float64Array) => void;

/** Picks the largest axes of each kind as the rows, columns and depth of a product of matrices; the others are walked. */
function contractKernel(step: Step<Contraction>): Contract {
  const loops = contractionLoops(step);
  const row = largest(loops, ([a, b, o]) => a !== 0 && b === 0 && o !== 0);
  const column = largest(loops, ([a, b, o]) => a === 0 && b !== 0 && o !== 0);
  const depth = largest(loops, ([a, b, o]) => a !== 0 && b !== 0 && o === 0);
  const rest = loops.filter((loop) => loop !== row && loop !== column && loop !== depth);
  const { rows, offsets: [p, q, t] } = offsetsOf(rest, 3);
  const [m, n, k] = [row, column, depth].map((loop) => loop?.size ?? 1);
  const [A, B, C] = [matrixOf(0, row, depth), matrixOf(1, depth, column), matrixOf(2, row, column)];
  const adds = rest.some((loop) => loop.strides[2] === 0);
  const products = { m, n, k, rows, outAt: t, aAt: p, bAt: q, adds };
  return (left, right, target) => {
    A.data = left;
    B.data = right;
    C.data = target;
    if (adds || k === 0) target.fill(0);
    if (isSmall(m, n, k)) return stridedProducts(C, A, B, products);
    for (let r = 0; r < rows; r++) {
      A.offset = p[r];
      B.offset = q[r];
      C.offset = t[r];
      step.gemm(C, A, B, m, n, k, adds);
    }
  };
}

function matrixOf(array: number, row: Loop | undefined, column: Loop | undefined): MatrixAt {
  return { data: NOTHING, offset: 0, row: row?.strides[array] ?? 0, column: column?.strides[array] ?? 0 };
}

const NOTHING = new Float64Array(0);

function largest(loops: readonly Loop[], matches: (strides: readonly number[]) => boolean): Loop | undefined {
  let best: Loop | undefined;
  for (const loop of loops) if (matches(loop.strides) && loop.size > (best?.size ?? 0)) best = loop;
  return best;
}

function contractionLoops({ params, inputs: [x, y], output, samples }: Step<Contraction>): Loop[] {
  const sizes = labelSizes([x.shape, y.shape], params);
  const strides = [[params.left, x.shape], [params.right, y.shape], [params.out, output.shape]].map(([labels, shape]) => labelStrides(labels, stridesOf(shape), sizes.length));
  const order = [...new Set([...params.out, ...params.left, ...params.right])];
  const loops = order.map((label) => ({ size: sizes[label], strides: strides.map((s) => s[label]) }));
  return collapse([{ size: samples, strides: [x.varying ? x.size : 0, y.varying ? y.size : 0, output.size] }, ...loops]);
}

/** |fl(xᵀy) − xᵀy| ≤ n u |x|ᵀ|y|, see Higham, Accuracy and Stability of Numerical Algorithms, §3.1. */
function roundContraction(step: RoundingStep<Contraction>): void {
  const { error, errors: [fromLeft, fromRight], exact: [isLeftExact, isRightExact], inputs: [left, right] } = step;
  const [x, y] = [absolute(left.buffer.data, LEFT), absolute(right.buffer.data, RIGHT)];
  const terms = sizeOf(labelSizes(step.inputs.map((input) => input.shape), step.params).filter((_, label) => !step.params.out.includes(label)));
  const contract = contractKernel(step);
  const part = PART(error.length);
  contract(x, y, error);
  for (let i = 0; i < error.length; i++) error[i] *= terms * UNIT_ROUNDOFF;
  const add = (a: Float64Array, b: Float64Array): void => {
    contract(a, b, part);
    for (let i = 0; i < error.length; i++) error[i] += part[i];
  };
  if (!isLeftExact) add(fromLeft, y);
  if (!isLeftExact && !isRightExact) for (let i = 0; i < fromLeft.length; i++) x[i] += fromLeft[i];
  if (!isRightExact) add(x, fromRight);
}

const [LEFT, RIGHT, PART] = [createRoom(), createRoom(), createRoom()];

function absolute(values: Float64Array, room: Room): Float64Array {
  const sizes = room(values.length);
  for (let i = 0; i < values.length; i++) sizes[i] = Math.abs(values[i]);
  return sizes;
}

/**
 * Contraction over named axes: a label that repeats in one operand is a diagonal, one that the output lacks is summed,
 * one that repeats in the output places a diagonal. Throws ShapeError where one label has two sizes.
 */
export function einsum(operands: readonly Tensor[], labels: readonly (readonly string[])[], output: readonly string[]): Tensor {
  let terms = operands.map((x, i) => ({ x, labels: labels[i] }));
  while (terms.length > 1) {
    const [i, j] = cheapestPair(terms, output);
    const rest = terms.filter((_, at) => at !== i && at !== j);
    const needed = new Set([...output, ...rest.flatMap((term) => term.labels)]);
    terms = [...rest, contractPair(terms[i], terms[j], needed)];
  }
  return relabel(terms[0].x, terms[0].labels, output);
}

interface Term {
  readonly x: Tensor;
  readonly labels: readonly string[];
}

/** The pair whose product is smallest. */
function cheapestPair(terms: readonly Term[], output: readonly string[]): [number, number] {
  let best: [number, number] = [0, 1];
  if (terms.length === 2) return best;
  let least = Infinity;
  for (let i = 0; i < terms.length; i++) {
    for (let j = i + 1; j < terms.length; j++) {
      const size = productSize(terms, i, j, output);
      if (size < least) [least, best] = [size, [i, j]];
    }
  }
  return best;
}

function productSize(terms: readonly Term[], i: number, j: number, output: readonly string[]): number {
  const needed = new Set([...output, ...terms.flatMap((term, at) => (at === i || at === j ? [] : term.labels))]);
  const sizes = new Map([terms[i], terms[j]].flatMap((term) => term.labels.map((label, axis): [string, number] => [label, term.x.shape[axis]])));
  return sizeOf([...sizes].filter(([label]) => needed.has(label)).map(([, size]) => size));
}

function contractPair(first: Term, second: Term, needed: ReadonlySet<string>): Term {
  const left = reduceTo(first, (label) => needed.has(label) || second.labels.includes(label));
  const right = reduceTo(second, (label) => needed.has(label) || first.labels.includes(label));
  const names = [...new Set([...left.labels, ...right.labels])];
  const out = names.filter((label) => needed.has(label));
  const number = (label: string): number => names.indexOf(label);
  const params = { left: left.labels.map(number), right: right.labels.map(number), out: out.map(number) };
  return { x: apply(contractRow, [left.x, right.x], params), labels: out };
}

/** Takes diagonals where labels repeat and sums labels that nothing else needs. */
function reduceTo({ x, labels }: Term, keeps: (label: string) => boolean): Term {
  const kept = [...new Set(labels)].filter(keeps);
  return { x: relabel(x, labels, kept), labels: kept };
}

/** Product of matrices in the last two axes; leading axes broadcast. Throws ShapeError. */
export function matmul(x: Tensor, y: Tensor): Tensor {
  const [p, q] = [x.shape.length - 2, y.shape.length - 2];
  const rank = Math.max(p, q);
  const lead = (shape: Shape, own: number): string[] => range(own, rank - own).map((axis, i) => (shape[i] === 1 ? `single${own}-${axis}` : `${axis}`));
  const [xs, ys] = [lead(x.shape, p), lead(y.shape, q)];
  const shape = range(rank).map((axis) => Math.max(x.shape[axis - rank + p] ?? 1, y.shape[axis - rank + q] ?? 1));
  const out = range(rank).map((axis) => `${axis}`).filter((label) => xs.includes(label) || ys.includes(label));
  const product = einsum([x, y], [[...xs, 'row', 'inner'], [...ys, 'inner', 'column']], [...out, 'row', 'column']);
  return reshape(product, [...shape, x.shape[p], y.shape[q + 1]]);
}

/** x ⊗ y: shape [...x.shape, ...y.shape]. */
export function outer(x: Tensor, y: Tensor): Tensor {
  const rank = x.shape.length + y.shape.length;
  return mul(reshape(x, [...x.shape, ...new Array<number>(y.shape.length).fill(1)]), reshape(y, [...new Array<number>(rank - y.shape.length).fill(1), ...y.shape]));
}

/** Kronecker product of two matrices. */
export function kron(x: Tensor, y: Tensor): Tensor {
  const [[m, n], [p, q]] = [x.shape, y.shape];
  const blocks = mul(broadcastTo(reshape(x, [m, 1, n, 1]), [m, p, n, q]), reshape(y, [1, p, 1, q]));
  return reshape(blocks, [m * p, n * q]);
}

/** The rows of this file. */
export const contractionRows = { contract: contractRow };
