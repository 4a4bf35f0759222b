// Every function that builds nodes.
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
