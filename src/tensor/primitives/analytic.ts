// Exponentials, logarithms, real powers, trigonometric and hyperbolic functions, sigmoid and softplus.
import { apply, type Row, type Tensor } from '../graph';
import { broadcastShapes } from '../shape';
import { add, div, powInt, sub, unary } from './arithmetic';
import { elementwise, isFilled, mul, neg, type UnaryLoop } from './elementwise';
import { broadcastTo } from './rearrange';

/** A row of a function of one variable, its slope given at the argument and at the node. */
function smooth(scalar: (x: number) => number, slope: (x: Tensor, node: Tensor) => Tensor, unaryLoop?: UnaryLoop): Row<null> {
  return elementwise({ scalar: () => scalar, partials: [(node) => slope(node.inputs[0], node)], ulps: 2, flops: 10, unaryLoop });
}

const expRow: Row<null> = smooth(Math.exp, (_, node) => node, (n, out, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.exp(a[i]);
});
const expm1Row: Row<null> = smooth(Math.expm1, (x) => exp(x));
const logRow: Row<null> = smooth(Math.log, reciprocal, (n, out, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.log(a[i]);
});
const log1pRow: Row<null> = smooth(Math.log1p, (x) => reciprocal(plus(1, x)));
const sqrtRow: Row<null> = smooth(Math.sqrt, (_, node) => div(constant(node, 0.5), node));
const sinRow: Row<null> = smooth(Math.sin, (x) => cos(x));
const cosRow: Row<null> = smooth(Math.cos, (x) => neg(sin(x)));
const tanRow: Row<null> = smooth(Math.tan, (_, node) => plus(1, powInt(node, 2)));
const asinRow: Row<null> = smooth(Math.asin, (x) => reciprocal(sqrt(oneMinusSquare(x))));
const acosRow: Row<null> = smooth(Math.acos, (x) => neg(reciprocal(sqrt(oneMinusSquare(x)))));
const atanRow: Row<null> = smooth(Math.atan, (x) => reciprocal(plus(1, powInt(x, 2))));
const sinhRow: Row<null> = smooth(Math.sinh, (x) => cosh(x));
const coshRow: Row<null> = smooth(Math.cosh, (x) => sinh(x));
const tanhRow: Row<null> = smooth(Math.tanh, (x) => powInt(reciprocal(cosh(x)), 2));
const asinhRow: Row<null> = smooth(Math.asinh, (x) => reciprocal(sqrt(plus(1, powInt(x, 2)))));
const acoshRow: Row<null> = smooth(Math.acosh, (x) => reciprocal(sqrt(mul(plus(-1, x), plus(1, x)))));
const atanhRow: Row<null> = smooth(Math.atanh, (x) => reciprocal(oneMinusSquare(x)));

/** The slope of σ at x, given also σ(x), which spares it most of its exponentials; as a function it is one of x alone. */
const sigmoidSlopeRow: Row<null> = elementwise({
  scalar: () => logisticSlope,
  partials: [(node) => neg(mul(node, tanh(mul(constant(node, 0.5), node.inputs[0])))), (node) => constant(node, 0)],
  ulps: 12,
  flops: 4,
  loop: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = logisticSlope(a[i], b[i]);
  },
});

function sigmoidSlope(x: Tensor, value: Tensor): Tensor {
  return apply(sigmoidSlopeRow, [x, value], null);
}

const sigmoidRow: Row<null> = smooth(logistic, sigmoidSlope, (n, out, a) => {
  for (let i = 0; i < n; i++) out[i] = logistic(a[i]);
});
const softplusRow: Row<null> = smooth((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), (x) => sigmoid(x));

/** σ(x) (1 − σ(x)); where that would lose its digits, σ(x) σ(−x). */
function logisticSlope(x: number, value: number): number {
  if (value < 0.9) return value * (1 - value);
  const power = Math.exp(-x);
  return power / ((1 + power) * (1 + power));
}

/** e⁻ˣ overflows to ∞ below −709 where the value is e^x itself. */
function logistic(x: number): number {
  return x > -700 ? 1 / (1 + Math.exp(-x)) : Math.exp(x);
}

export const exp = unary(expRow);
export const expm1 = unary(expm1Row);
/** The natural logarithm. */
export const log = unary(logRow);
export const log1p = unary(log1pRow);
export const sqrt = unary(sqrtRow);
export const sin = unary(sinRow);
export const cos = unary(cosRow);
export const tan = unary(tanRow);
export const asin = unary(asinRow);
export const acos = unary(acosRow);
export const atan = unary(atanRow);
export const sinh = unary(sinhRow);
export const cosh = unary(coshRow);
export const tanh = unary(tanhRow);
export const asinh = unary(asinhRow);
export const acosh = unary(acoshRow);
export const atanh = unary(atanhRow);
export const sigmoid = unary(sigmoidRow);
/** log(1 + eˣ) without overflow. */
export const softplus = unary(softplusRow);

const powRow: Row<null> = elementwise({
  scalar: () => (x, y) => x ** y,
  partials: [
    ({ inputs: [x, y] }) => mul(y, pow(x, plus(-1, y))),
    (node) => mul(node, log(node.inputs[0])),
  ],
  ulps: 3,
  flops: 20,
});

/** x to a real power; NaN for a negative x unless the power is an integer. */
export function pow(x: Tensor, y: Tensor): Tensor {
  if (isFilled(y, 1)) return broadcastTo(x, broadcastShapes(x.shape, y.shape));
  return apply(powRow, [x, y], null);
}

const atan2Row: Row<null> = elementwise({
  scalar: () => Math.atan2,
  partials: [({ inputs: [y, x] }) => div(x, add(powInt(x, 2), powInt(y, 2))), ({ inputs: [y, x] }) => neg(div(y, add(powInt(x, 2), powInt(y, 2))))],
  ulps: 2,
  flops: 20,
});

/** The angle of the point (x, y). */
export function atan2(y: Tensor, x: Tensor): Tensor {
  return apply(atan2Row, [y, x], null);
}

function constant(x: Tensor, value: number): Tensor {
  return x.graph.constant(value);
}

function plus(value: number, x: Tensor): Tensor {
  return value < 0 ? sub(x, constant(x, -value)) : add(constant(x, value), x);
}

function reciprocal(x: Tensor): Tensor {
  return div(constant(x, 1), x);
}

/** (1−x)(1+x) keeps the digits that 1−x² loses near ±1. */
function oneMinusSquare(x: Tensor): Tensor {
  return mul(sub(constant(x, 1), x), plus(1, x));
}

/** The rows of this file. */
export const analyticRows = {
  exp: expRow, expm1: expm1Row, log: logRow, log1p: log1pRow, sqrt: sqrtRow, pow: powRow,
  sin: sinRow, cos: cosRow, tan: tanRow, asin: asinRow, acos: acosRow, atan: atanRow, atan2: atan2Row,
  sinh: sinhRow, cosh: coshRow, tanh: tanhRow, asinh: asinhRow, acosh: acoshRow, atanh: atanhRow,
  sigmoid: sigmoidRow, sigmoidSlope: sigmoidSlopeRow, softplus: softplusRow,
};
