// Graphs of tensors: immutable nodes, hash-consed, each carrying the row of its primitive.
import type { Gemm } from './gemm';
import { sameShape, type Shape, ShapeError, sizeOf } from './shape';

/** A node: a primitive applied to earlier nodes. Ids grow along every path, so their order is topological. */
export interface Tensor<P = unknown> {
  readonly id: number;
  readonly shape: Shape;
  readonly row: Row;
  readonly inputs: readonly Tensor[];
  readonly params: P;
  readonly graph: Graph;
}

/** Everything the machinery knows of a primitive. A rule left out does not compile; one that does not exist is declared so. */
export interface Row<P = unknown> {
  /** Distinguishes nodes on the same inputs; '' where there are no parameters. */
  key(params: P): string;
  /** Shape of the result. Throws ShapeError. */
  shape(inputs: readonly Shape[], params: P): Shape;
  /** Binds buffers and returns what computes the output for all samples. `'alias'`: the output is the data of input 0. */
  readonly kernel: Kernel<P> | 'alias' | 'input' | 'constant';
  /** Tangents and cotangents may have additional leading axes; the result has them too. */
  readonly derivative: Derivative<P> | 'none';
  /** Fills `step.error` with bounds of the rounding error, from those of the inputs. `'none'`: exact; `'inherited'`: those of input 0. */
  readonly rounding: Rounding<P> | 'none' | 'inherited';
  /** Marks the samples that lie at or next to a kink or jump; `'smooth'` where there is none. */
  readonly kink: KinkMarker<P> | 'smooth';
  /** Rough number of flops for one sample. */
  cost(node: Tensor<P>): number;
}

/** Taken from methods, so that rows with parameters fit where a row of unknown parameters is read. */
export type Kernel<P = unknown> = { bind(step: Step<P>): () => void }['bind'];
export type Rounding<P = unknown> = { bound(step: RoundingStep<P>): void }['bound'];
export type KinkMarker<P = unknown> = { mark(step: Step<P>, flags: Uint8Array): void }['mark'];

export interface Derivative<P = unknown> {
  /** What the tangent of input `k` adds to the tangent of the node. */
  jvp(node: Tensor<P>, k: number, tangent: Tensor): Tensor;
  /** What the cotangent of the node adds to that of input `k`. */
  vjp(node: Tensor<P>, k: number, cotangent: Tensor): Tensor;
}

/** The place of a node's values: `samples × size` numbers if it varies with the sample, `size` otherwise. */
export interface View {
  readonly shape: Shape;
  readonly size: number;
  readonly varying: boolean;
  readonly buffer: { data: Float64Array };
}

export interface Step<P = unknown> {
  readonly params: P;
  readonly inputs: readonly View[];
  readonly output: View;
  /** Samples the output has: 1 when it does not vary. */
  readonly samples: number;
  /** The product of matrices that is fastest where this program's buffers live. */
  readonly gemm: Gemm;
}

/** Values (in the views) and error bounds of one primitive application, in the same layout. */
export interface RoundingStep<P = unknown> extends Step<P> {
  readonly errors: readonly Float64Array[];
  /** For every input whether its errors are all zero, as those of leaves are. */
  readonly exact: readonly boolean[];
  readonly error: Float64Array;
}

export interface Graph {
  /** A leaf: one value per sample point, or one for all. The same name is the same leaf. */
  input(name: string, shape: Shape): Tensor;
  /** Given a number, every entry has that value. Throws ShapeError if the values do not fill the shape. */
  constant(value: number | ArrayLike<number>, shape?: Shape): Tensor;
}

/** Rounding errors are measured in these: 2⁻⁵³. */
export const UNIT_ROUNDOFF = 2 ** -53;

/** A new, empty graph. Nodes of different graphs must not meet. */
export function createGraph(): Graph {
  return new HashConsedGraph();
}

/** The node of `row` on `inputs`: the one that exists, or a new one. */
export function apply<P>(row: Row<P>, inputs: readonly Tensor[], params: P): Tensor {
  const graph = inputs[0].graph as HashConsedGraph;
  return graph.node(row, inputs, params);
}

const leafRow = <P extends { key: string; shape: Shape }>(kernel: 'input' | 'constant'): Row<P> => ({
  key: (params) => params.key,
  shape: (_, params) => params.shape,
  kernel,
  derivative: 'none',
  rounding: 'none',
  kink: 'smooth',
  cost: () => 0,
});
/** The key of an input is its name. */
const inputRow = leafRow<{ key: string; shape: Shape }>('input');
const constantRow = leafRow<{ key: string; shape: Shape; values: Float64Array }>('constant');

/** The nodes that the given ones need, themselves included, in the order of their ids; the inputs of `leaves` are left out. */
export function ancestors(nodes: readonly Tensor[], leaves: readonly Tensor[] = []): Tensor[] {
  const found = new Array<Tensor | undefined>(1 + nodes.reduce((last, { id }) => Math.max(last, id), 0));
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (found[node.id]) continue;
    found[node.id] = node;
    if (!leaves.includes(node)) for (const input of node.inputs) waiting.push(input);
  }
  return found.filter((node) => node !== undefined);
}

/** The values of a constant node, else undefined. */
export function constantValues(x: Tensor): Float64Array | undefined {
  return x.row.kernel === 'constant' ? (x as Tensor<{ values: Float64Array }>).params.values : undefined;
}

/** The name of an input node, else undefined. */
export function inputName(x: Tensor): string | undefined {
  return x.row.kernel === 'input' ? (x as Tensor<{ key: string }>).params.key : undefined;
}

class HashConsedGraph implements Graph {
  #next = 0;
  readonly #nodes = new Map<Row, Map<string | number, Tensor>>();

  input(name: string, shape: Shape): Tensor {
    const leaf = this.node(inputRow, [], { key: name, shape });
    if (!sameShape(leaf.shape, shape)) throw new ShapeError(leaf.shape, shape);
    return leaf;
  }

  constant(value: number | ArrayLike<number>, shape?: Shape): Tensor {
    if (typeof value === 'number') return this.#filled(value, shape ?? []);
    const values = Float64Array.from(value);
    const full = shape ?? [values.length];
    if (sizeOf(full) !== values.length) throw new ShapeError([values.length], full);
    return this.node(constantRow, [], { values, shape: full, key: this.#keyOf(values, full) });
  }

  /** A number for every sequence of bits of a shape: a hash, counted on while other values have it. */
  #keyOf(values: Float64Array, shape: Shape): string {
    for (let hash = hashOf(values); ; hash++) {
      const key = `${shape}#${hash}`;
      const known = this.#nodes.get(constantRow as Row)?.get(`${key}|`) as Tensor<{ values: Float64Array }> | undefined;
      if (!known || known.params.values.every((value, i) => Object.is(value, values[i]))) return key;
    }
  }

  #filled(value: number, shape: Shape): Tensor {
    const values = new Float64Array(sizeOf(shape)).fill(value);
    return this.node(constantRow, [], { values, shape, key: `${shape}=${Object.is(value, -0) ? '-0' : value}` });
  }

  node<P>(row: Row<P>, inputs: readonly Tensor[], params: P): Tensor {
    const table = this.#table(row as Row);
    const key = keyOf(row, inputs, params);
    const known = table.get(key);
    if (known) return known;
    const shape = row.shape(inputs.map((x) => x.shape), params);
    const fresh: Tensor = { id: this.#next++, shape, row: row as Row, inputs, params, graph: this };
    table.set(key, fresh);
    return fresh;
  }

  #table(row: Row): Map<string | number, Tensor> {
    const table = this.#nodes.get(row) ?? new Map<string | number, Tensor>();
    if (table.size === 0) this.#nodes.set(row, table);
    return table;
  }
}

/** Numbers where they suffice, because they are much faster to look up than strings. */
function keyOf<P>(row: Row<P>, inputs: readonly Tensor[], params: P): string | number {
  const key = row.key(params);
  if (inputs.length === 1) return key ? `${key}|${inputs[0].id}` : inputs[0].id;
  if (inputs.length === 2 && !key) return inputs[0].id * 2 ** 26 + inputs[1].id;
  return `${key}|${inputs.map((x) => x.id).join()}`;
}

function hashOf(values: Float64Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  let hash = 0;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 0;
}
