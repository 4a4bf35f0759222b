// The table of all primitives, and every function that builds nodes.
import type { Row } from '../graph';
import { analyticRows } from './analytic';
import { arithmeticRows } from './arithmetic';
import { contractionRows } from './contraction';
import { linalgRows } from './linalg';
import { rearrangeRows } from './rearrange';
import { reductionRows } from './reduction';
import { selectionRows } from './selection';
import { specialRows } from './special';
import { spectralRows } from './spectral';
import { structureRows } from './structure';

export { acos, acosh, asin, asinh, atan, atan2, atanh, cos, cosh, exp, expm1, log, log1p, pow, sigmoid, sin, sinh, softplus, sqrt, tan, tanh } from './analytic';
export { abs, add, and, ceil, div, equal, floor, less, lessEqual, maximum, minimum, not, notEqual, or, powInt, relu, select, sign, sub } from './arithmetic';
export { einsum, kron, matmul, outer } from './contraction';
export { mul, neg } from './elementwise';
export { cholesky, det, inverse, logdet, matrixPower, solve } from './linalg';
export { matrixTranspose } from './matrices';
export { broadcastTo, diagonal, diagonalMatrix, sum, trace, transpose } from './rearrange';
export { argmax, argmin, eye, iota, keepAxes, logSoftmax, logSumExp, max, mean, min, norm, oneHot, prod, softmax, variance } from './reduction';
export { concat, gather, slice, sliceRange, stack } from './selection';
export { binomial, digamma, erf, erfc, factorial, gamma, lgamma, polygamma, smooth, smoothMany } from './special';
export { eigh, svd } from './spectral';
export { barrier, isTagged, reshape, stopGradient } from './structure';

/** Every primitive by name. */
export const primitives = {
  ...structureRows, ...rearrangeRows, ...selectionRows, ...arithmeticRows, ...analyticRows, ...reductionRows,
  ...contractionRows, ...linalgRows, ...spectralRows, ...specialRows,
};

export type Primitive = keyof typeof primitives;

/** The table as the machinery and the tests read it. */
export const primitiveRows: Readonly<Record<Primitive, Row>> = primitives;
