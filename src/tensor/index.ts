// The tensor engine: the only file of this folder that others import.
export { dependsOn, grad, gradients, hessian, jacobian, jvp, vjp } from './autodiff';
export { symmetricEigen } from './dense';
export { createGraph, type Graph, type Tensor } from './graph';
export { compile, type Program, type RunOptions, type RunResult } from './program';
export { broadcastShapes, type Shape, ShapeError, range, sizeOf } from './shape';
export { gaussHermite, gaussLegendre, type Quadrature } from './quadrature';
export { type Random, stream } from './random';
export * from './primitives';
