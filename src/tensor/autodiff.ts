// Derivatives as graphs: forward and reverse mode over the rules of the rows, to any order.
import { identityMatrix } from './dense';
import { ancestors, type Tensor } from './graph';
import { add } from './primitives/arithmetic';
import { transpose } from './primitives/rearrange';
import { reshape } from './primitives/structure';
import { range, sameShape, type Shape, ShapeError, sizeOf } from './shape';

/** Whether some path leads from x to y. */
export function dependsOn(y: Tensor, x: Tensor): boolean {
  return pathNodes([x], y).includes(y);
}

/** The nodes on paths from xs to y, and the xs, in topological order; paths do not go on behind an x. */
function pathNodes(xs: readonly Tensor[], y: Tensor): Tensor[] {
  const found = new Set(xs);
  for (const node of ancestors([y], xs)) if (node.inputs.some((input) => found.has(input)) && !found.has(node)) found.add(node);
  return [...found].sort((a, b) => a.id - b.id);
}

function zeros(x: Tensor, extra: Shape): Tensor {
  return x.graph.constant(0, [...extra, ...x.shape]);
}

/** Leading axes of a tangent that its primal value does not have. Throws ShapeError if the others differ. */
function extraAxes(primal: Tensor, tangent: Tensor): Shape {
  const count = tangent.shape.length - primal.shape.length;
  if (count < 0 || !sameShape(tangent.shape.slice(count), primal.shape)) throw new ShapeError(primal.shape, tangent.shape);
  return tangent.shape.slice(0, count);
}

function accumulate(sums: Map<Tensor, Tensor>, node: Tensor, term: Tensor): void {
  const before = sums.get(node);
  sums.set(node, before ? add(before, term) : term);
}

/**
 * Forward mode: Σ ∂y/∂xᵢ · tangentᵢ. Tangents may share additional leading axes, which the result then has.
 * The xs may be any nodes; y is taken as a function of them alone. Throws ShapeError.
 */
export function jvp(y: Tensor, xs: readonly Tensor[], tangents: readonly Tensor[]): Tensor {
  const extra = extraAxes(xs[0], tangents[0]);
  const sums = new Map<Tensor, Tensor>();
  xs.forEach((x, i) => {
    accumulate(sums, x, tangents[i]);
  });
  for (const node of pathNodes(xs, y)) if (!xs.includes(node)) pushInto(sums, node);
  return sums.get(y) ?? zeros(y, extra);
}

function pushInto(sums: Map<Tensor, Tensor>, node: Tensor): void {
  const { derivative } = node.row;
  if (derivative === 'none') return;
  node.inputs.forEach((input, k) => {
    const tangent = sums.get(input);
    if (tangent) accumulate(sums, node, derivative.jvp(node, k, tangent));
  });
}

/**
 * Reverse mode: cotangent · ∂y/∂xᵢ for every x. The cotangent may have additional leading axes, which the results
 * then have. The xs may be any nodes; y is taken as a function of them alone. Throws ShapeError.
 */
export function vjp(y: Tensor, xs: readonly Tensor[], cotangent: Tensor): Tensor[] {
  const extra = extraAxes(y, cotangent);
  const nodes = pathNodes(xs, y);
  const onPath = new Set(nodes);
  const sums = new Map<Tensor, Tensor>([[y, cotangent]]);
  for (const node of nodes.reverse()) if (!xs.includes(node)) pullFrom(sums, node, onPath);
  return xs.map((x) => sums.get(x) ?? zeros(x, extra));
}

function pullFrom(sums: Map<Tensor, Tensor>, node: Tensor, onPath: ReadonlySet<Tensor>): void {
  const { derivative } = node.row;
  const cotangent = sums.get(node);
  if (derivative === 'none' || !cotangent) return;
  node.inputs.forEach((input, k) => {
    if (onPath.has(input)) accumulate(sums, input, derivative.vjp(node, k, cotangent));
  });
}

/** The gradient of a scalar: shape of x. Throws ShapeError if y is not a scalar. */
export function grad(y: Tensor, x: Tensor): Tensor {
  return gradients(y, [x])[0];
}

/** The gradients of a scalar by several tensors in one pass. */
export function gradients(y: Tensor, xs: readonly Tensor[]): Tensor[] {
  if (sizeOf(y.shape) !== 1) throw new ShapeError(y.shape, []);
  return vjp(y, xs, y.graph.constant(1, y.shape));
}

/** ∂y/∂x of shape [...y.shape, ...x.shape], by whichever mode has fewer directions; zeros where no path leads from x to y. */
export function jacobian(y: Tensor, x: Tensor): Tensor {
  if (sizeOf(y.shape) <= sizeOf(x.shape)) return vjp(y, [x], identity(y))[0];
  const columns = jvp(y, [x], [identity(x)]);
  const [p, q] = [x.shape.length, y.shape.length];
  return transpose(columns, [...range(q, p), ...range(p)]);
}

/** Every unit tensor of a shape: [...shape, ...shape]. */
function identity(x: Tensor): Tensor {
  const size = sizeOf(x.shape);
  return reshape(x.graph.constant(identityMatrix(size), [size, size]), [...x.shape, ...x.shape]);
}

/** The second derivatives of a scalar: forward over reverse, shape [...x.shape, ...x.shape]. */
export function hessian(y: Tensor, x: Tensor): Tensor {
  return jvp(grad(y, x), [x], [identity(x)]);
}
