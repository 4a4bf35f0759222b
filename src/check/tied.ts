/** Lines that hold where one of their names is tied to others, as N to n_1 + n_2 or q to 1 - p: what ties them may be said where it is not read. */
import { map } from '../meaning/term';
import { range, sizeOf } from '../tensor';
import type { Evaluation } from './evaluate';
import { lower } from './lower';
import { ifRunnable } from './lower/unrunnable';
import type { AlignedSides } from './readings';
import { isSize, type Leaf } from './sample';
import { solve } from './stationary/solver';

type Inputs = Map<string, Float64Array>;

/** Whether the sides agree for some value of a name that rests on some of the others and not on all. */
export function holdsWhereTied(sides: AlignedSides, evaluation: Evaluation): boolean {
  const names = evaluation.leaves.filter(({ name }) => !isSize(name));
  return names.length > 2 && names.some((leaf) => ifRunnable(() => isTied(sides, evaluation, leaf, names)));
}

function isTied(sides: AlignedSides, { lowering, inputs, leaves, program }: Evaluation, { name, shape }: Leaf, names: readonly Leaf[]): boolean {
  const points: Inputs = new Map(leaves.map((leaf) => [leaf.name, (inputs.get(leaf.name) as Float64Array).slice(0, POINTS * sizeOf(leaf.shape))]));
  const gap = lower(lowering, map('sub', sides.left, sides.right)).node;
  const unknown = { name, node: lowering.graph.input(name, shape), size: sizeOf(shape), admits: () => true };
  if (!solve(lowering, [gap], [unknown], points, POINTS)) return false;
  const valuesAt = (values: Inputs): Float64Array[] => program.run(values, POINTS).values;
  const [solved] = valuesAt(points).map((side) => side.slice());
  const others = names.filter((leaf) => leaf.name !== name);
  // That two names are one and the same, nobody leaves unsaid.
  if (others.some((leaf) => areClose(points.get(name), points.get(leaf.name)))) return false;
  const isSame = (a: Float64Array, b: Float64Array, at: number): boolean => { const width = a.length / POINTS; return a.subarray(at * width, (at + 1) * width).every((x, i) => isNear(x, b[at * width + i])); };
  const turns = others.map((leaf) => valuesAt(new Map([...points, [leaf.name, turned(points.get(leaf.name) as Float64Array, sizeOf(leaf.shape))]])).map((side) => side.slice()));
  const isFree = ([left, right]: Float64Array[]): boolean => range(POINTS).filter((at) => isSame(left, right, at) && !isSame(left, solved, at)).length >= POINTS / 4;
  const isTie = ([left, right]: Float64Array[]): boolean => range(POINTS).filter((at) => !isSame(left, right, at)).length >= POINTS / 2;
  return turns.some(isFree) && turns.some((turn) => isTie(turn) && !isFree(turn));
}

const areClose = (a: Float64Array | undefined, b: Float64Array | undefined): boolean => a !== undefined && a.length === b?.length && a.filter((x, i) => isNear(x, b[i])).length > a.length / 2;

/** Each point has the values of the next. */
const turned = (values: Float64Array, width: number): Float64Array => Float64Array.from(range(values.length), (i) => values[(i + width) % values.length]);

const isNear = (x: number, y: number): boolean => Math.abs(x - y) <= SAME * Math.max(1, Math.abs(x));

const POINTS = 16;
/** What the solver leaves over is less. */
const SAME = 1e-6;
