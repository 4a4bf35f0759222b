// The family of element-wise primitives: a scalar function and its partial derivatives make a row.
import { apply, constantValues, type Row, type RoundingStep, type Step, type Tensor, UNIT_ROUNDOFF } from '../graph';
import { type Loop, nestOf } from '../nest';
import { createRoom } from '../room';
import { broadcastShapes, type Shape, sizeOf, stridesOf } from '../shape';
import { broadcastTo, unbroadcast } from './rearrange';
import { reshape } from './structure';

export type Scalar = (x: number, y: number, z: number) => number;

/** A tight loop for a primitive whose scalar function costs less than calling it. */
export type BinaryLoop = (n: number, out: Float64Array, a: Float64Array, b: Float64Array) => void;
export type UnaryLoop = (n: number, out: Float64Array, a: Float64Array) => void;

export interface Elementwise<P> {
  readonly scalar: (params: P) => Scalar;
  /** ∂/∂input k as a node (of the primitive's own node where that is shorter), or that there is none. */
  readonly partials: readonly ((node: Tensor<P>) => Tensor)[] | 'none';
  /** Error of the scalar function itself, in units of 2⁻⁵³ relative to the value. */
  readonly ulps?: number;
  /** Size of the terms behind a value, where they may cancel: the error is relative to that. */
  readonly terms?: (x: number) => number;
  /** Linear in each operand, whose errors then enter as they are, or times the other operand. */
  readonly linear?: 'sum' | 'product';
  /** True at and next to a kink or jump. */
  readonly kink?: Nearness;
  readonly loop?: BinaryLoop;
  readonly unaryLoop?: UnaryLoop;
  readonly key?: (params: P) => string;
  readonly flops?: number;
}
type Nearness = (x: number, y: number) => boolean;

/** The row of an element-wise primitive with NumPy broadcasting. */
export function elementwise<P = null>(definition: Elementwise<P>): Row<P> {
  const { partials, kink } = definition;
  return {
    key: definition.key ?? (() => ''),
    shape: (shapes) => shapes.reduce((a, b) => broadcastShapes(a, b)),
    kernel: (step) => kernelOf(definition, step),
    derivative: partials === 'none' ? 'none' : {
      jvp: (node, k, tangent) => pushForward(node, k, tangent, partials[k](node)),
      vjp: (node, k, cotangent) => pullBack(node, k, cotangent, partials[k](node)),
    },
    rounding: (step) => round(definition, definition.scalar(step.params), step),
    kink: kink ? (step, flags) => markKinks(kink, step, flags) : 'smooth',
    cost: (node) => sizeOf(node.shape) * (definition.flops ?? 1),
  };
}

function pushForward(node: Tensor, k: number, tangent: Tensor, partial: Tensor): Tensor {
  const { shape } = node.inputs[k];
  const extra = tangent.shape.slice(0, tangent.shape.length - shape.length);
  const ones = new Array<number>(node.shape.length - shape.length).fill(1);
  return broadcastTo(chain(reshape(tangent, [...extra, ...ones, ...shape]), partial), [...extra, ...node.shape]);
}

function pullBack(node: Tensor, k: number, cotangent: Tensor, partial: Tensor): Tensor {
  if (isFilled(partial, 0)) return node.graph.constant(0, [...cotangent.shape.slice(0, cotangent.shape.length - node.shape.length), ...node.inputs[k].shape]);
  return unbroadcast(chain(cotangent, partial), cotangent.shape.length - node.shape.length, node.inputs[k].shape);
}

function kernelOf<P>(definition: Elementwise<P>, step: Step<P>): () => void {
  const { scalar, loop, unaryLoop } = definition;
  if (unaryLoop) return unaryKernel(unaryLoop, step);
  return loop ? binaryKernel(loop, step) : generalKernel(scalar(step.params), step);
}

function unaryKernel(loop: UnaryLoop, { inputs: [{ buffer }], output, samples }: Step): () => void {
  const n = samples * output.size;
  return () => loop(n, output.buffer.data, buffer.data);
}

function binaryKernel(loop: BinaryLoop, step: Step): () => void {
  const [a, b] = step.inputs.map((_, k) => expanded(step, k));
  const out = step.output.buffer;
  const n = step.samples * step.output.size;
  return () => loop(n, out.data, a(), b());
}

/** An operand, or other data laid out like it, in the layout of the output: as it is, or each time copied to where broadcasting puts it. */
function expanded(step: Step, k: number, room = OPERANDS[k], other?: Float64Array): () => Float64Array {
  const { buffer, size, varying } = step.inputs[k];
  if (size === step.output.size && varying === step.output.varying) return () => other ?? buffer.data;
  const { rows, inner: { size: n, strides: [stride] }, offsets: [starts] } = nestOf(broadcastLoops(step, k), 1);
  const copy = room(step.samples * step.output.size);
  return () => {
    for (let r = 0, o = 0; r < rows; r++) o = copyRow(copy, o, other ?? buffer.data, starts[r], stride, n);
    return copy;
  };
}

/** The copies of a step's operands, and of their errors, are read before the next step makes its own. */
const OPERANDS = [createRoom(), createRoom(), createRoom()];
const ERRORS = createRoom();

function copyRow(target: Float64Array, o: number, source: Float64Array, p: number, stride: number, n: number): number {
  for (let i = 0; i < n; i++, p += stride) target[o++] = source[p];
  return o;
}

function generalKernel(f: Scalar, step: Step): () => void {
  const operands = step.inputs.map((_, k) => expanded(step, k));
  const out = step.output.buffer;
  return () => {
    const [x, y = x, z = x] = operands.map((operand) => operand());
    for (let i = 0; i < x.length; i++) out.data[i] = f(x[i], y[i], z[i]);
  };
}

/** How the walk over the output moves in an operand. */
function broadcastLoops({ inputs, output, samples }: Step, k: number): Loop[] {
  const { shape, size, varying } = inputs[k];
  const strides = broadcastStrides(shape, output.shape);
  return [{ size: samples, strides: [varying ? size : 0] }, ...strides.map((stride, axis) => ({ size: output.shape[axis], strides: [stride] }))];
}

function broadcastStrides(shape: Shape, target: Shape): number[] {
  const strides = stridesOf(shape);
  const lead = target.length - shape.length;
  return target.map((_, axis) => (axis < lead || shape[axis - lead] === 1 ? 0 : strides[axis - lead]));
}

/** How much larger than the error the step is at which slopes are measured. */
const STEP = 1024;

/**
 * Error of f at inexact operands: its own, plus that of every operand times the slope, measured by stepping
 * to both sides; a side where f is undefined counts as unbounded only if the other is, too.
 */
function round<P>({ ulps = 1, terms, linear }: Elementwise<P>, f: Scalar, step: RoundingStep): void {
  const values = step.output.buffer.data;
  const operands = step.inputs.map((_, k) => expanded(step, k)());
  // Sums and products of whole numbers are exact: what compares indices must not jump.
  const isExact = (i: number): boolean => Number.isSafeInteger(values[i]) && operands.every((each) => Number.isSafeInteger(each[i]));
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    step.error[i] = linear && isExact(i) ? 0 : ulps * UNIT_ROUNDOFF * (terms ? Math.max(size, terms(operands[0][i])) : size);
  }
  for (let k = 0; k < operands.length; k++) {
    if (step.exact[k]) continue;
    const errors = expanded(step, k, ERRORS, step.errors[k])();
    if (linear === 'sum') addErrors(errors, step.error);
    else if (linear === 'product') addScaledErrors(errors, operands[1 - k], step.error);
    else addOperandErrors(f, k, operands, errors, step);
  }
  // Of two operands that are nothing but error the product of the errors is left.
  if (linear === 'product') addScaledErrors(expanded(step, 0, ERRORS, step.errors[0])(), expanded(step, 1, OPERANDS[2], step.errors[1])(), step.error);
}

function addErrors(errors: Float64Array, total: Float64Array): void {
  for (let i = 0; i < errors.length; i++) total[i] += errors[i];
}

/** What is exact has no error, whatever it is multiplied by. */
function addScaledErrors(errors: Float64Array, other: Float64Array, total: Float64Array): void {
  for (let i = 0; i < errors.length; i++) if (errors[i] !== 0) total[i] += errors[i] * Math.abs(other[i]);
}

function addOperandErrors(f: Scalar, k: number, [x, y = x, z = x]: readonly Float64Array[], errors: Float64Array, step: RoundingStep): void {
  const values = step.output.buffer.data;
  const [dx, dy, dz] = [0, 1, 2].map((j) => (j === k ? STEP : 0));
  for (let i = 0; i < errors.length; i++) {
    const h = errors[i];
    if (h !== 0) step.error[i] += spread(values[i], f(x[i] + dx * h, y[i] + dy * h, z[i] + dz * h), f(x[i] - dx * h, y[i] - dy * h, z[i] - dz * h));
  }
}

function spread(value: number, above: number, below: number): number {
  const up = Math.abs(above - value);
  const down = Math.abs(below - value);
  if (Number.isNaN(up)) return Number.isNaN(down) ? Infinity : down / STEP;
  return (Number.isNaN(down) ? up : Math.max(up, down)) / STEP;
}

function markKinks(kink: Nearness, step: Step, flags: Uint8Array): void {
  const [x, y = x] = step.inputs.map((_, k) => expanded(step, k)());
  for (let i = 0; i < x.length; i++) if (kink(x[i], y[i])) flags[Math.floor(i / step.output.size)] = 1;
}

/**
 * The product of the chain rule: like multiplication, but zero times NaN is zero (zero times ∞ is not), so that the
 * branch a `select` did not take cannot spoil the one it took. What is undefined shows in the value itself.
 */
export const chainRow: Row<null> = elementwise({
  scalar: () => chainProduct,
  linear: 'product',
  partials: [(node) => node.inputs[1], (node) => node.inputs[0]],
  loop: (n, out, a, b) => {
    let check = 0;
    for (let i = 0; i < n; i++) {
      const product = a[i] * b[i];
      out[i] = product;
      check += product - product;
    }
    if (check !== 0) for (let i = 0; i < n; i++) out[i] = chainProduct(a[i], b[i]); // something is NaN or infinite
  },
});

function chainProduct(x: number, y: number): number {
  return (x === 0 && Number.isNaN(y)) || (y === 0 && Number.isNaN(x)) ? 0 : x * y;
}

function chain(x: Tensor, slope: Tensor): Tensor {
  return simplerProduct(x, slope) ?? apply(chainRow, [x, slope], null);
}

export const mulRow = elementwise({
  scalar: () => (x, y) => x * y,
  linear: 'product',
  partials: [(node) => node.inputs[1], (node) => node.inputs[0]],
  loop: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
  },
});

/** Element-wise product. Throws ShapeError. */
export function mul(x: Tensor, y: Tensor): Tensor {
  return simplerProduct(x, y) ?? apply(mulRow, x.id <= y.id ? [x, y] : [y, x], null);
}

/** A product with ±1. */
function simplerProduct(x: Tensor, y: Tensor): Tensor | undefined {
  if (constantValues(x) === undefined && constantValues(y) === undefined) return undefined;
  const shape = broadcastShapes(x.shape, y.shape);
  if (isFilled(y, 1)) return broadcastTo(x, shape);
  if (isFilled(x, 1)) return broadcastTo(y, shape);
  if (isFilled(y, -1)) return broadcastTo(neg(x), shape);
  return isFilled(x, -1) ? broadcastTo(neg(y), shape) : undefined;
}

export const negRow: Row<null> = elementwise({
  scalar: () => (x) => -x,
  partials: [(node) => node.graph.constant(-1)],
  ulps: 0,
  linear: 'sum',
  unaryLoop: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = -a[i];
  },
});

export function neg(x: Tensor): Tensor {
  return x.row === negRow ? x.inputs[0] : apply(negRow, [x], null);
}

/** Whether a node is a constant with one value everywhere. */
export function isFilled(x: Tensor, value: number): boolean {
  const values = constantValues(x);
  if (!values) return false;
  for (let i = 0; i < values.length; i++) if (values[i] !== value) return false;
  return values.length > 0;
}
