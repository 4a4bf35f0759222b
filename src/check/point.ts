/** The point at which a verdict can be followed by hand: the counterexample, or for what holds one of the points that it was tested at. */
import type { Term } from '../meaning/term';
import type { World } from '../meaning/world';
import * as engine from '../tensor';
import { evaluate } from './evaluate';
import type { Sizes } from './lower/sizes';
import { smallestFailure } from './shrink';
import type { Judgement } from './judgement';

export interface Point {
  world: World;
  left: Term;
  right: Term;
  sizes: Sizes;
  values: { key: string; axes: string[]; shape: number[]; entries: number[] }[];
  /** What both sides come to, entry by entry. */
  results: [number[], number[]];
}

/** Undefined where there are no two sides, or no point at which both are defined. */
export function pointOf(judgement: Judgement): Point | undefined {
  if (judgement.verdict === 'undecided') return undefined;
  const { sides, evaluation } = judgement;
  const isShrunk = judgement.verdict === 'refuted' && !judgement.example;
  const { from, inputs, at } = isShrunk ? smallestFailure(sides, evaluation) : { from: evaluation, inputs: evaluation.inputs, at: evaluation.point };
  const again = evaluate(sides, { seed: 'point', sizes: from.lowering.sizes.chosen, points: 1, roots: true });
  if (!again) return undefined;
  for (const start of judgement.verdict === 'refuted' ? [at] : TAME) {
    const values = new Map(again.leaves.map(({ name, shape }) => [name, entriesAt(inputs.get(name), shape, start)]));
    const results = again.program.run(values, 1).values;
    if (!results.every((side) => side.every(Number.isFinite))) continue;
    return {
      world: sides.world, left: sides.left, right: sides.right, sizes: again.lowering.sizes, results: [[...results[0]], [...results[1]]],
      values: again.leaves.map(({ name, shape }) => ({ key: name, axes: again.lowering.inputs.get(name) ?? [], shape, entries: [...(values.get(name) as Float64Array)] })),
    };
  }
  return undefined;
}

/** Points with all values between 0 and 1, where logarithms and roots are defined on the way as well, and then any. */
const TAME = [4, 9, 0, 1, 2, 5];

function entriesAt(all: Float64Array | undefined, shape: number[], point: number): Float64Array {
  const size = engine.sizeOf(shape);
  return all?.slice(point * size, (point + 1) * size) ?? new Float64Array(size);
}
