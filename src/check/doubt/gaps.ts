/** The gap between the sides: what it depends on. */
import { evaluate, type Evaluation } from '../evaluate';
import type { AlignedSides } from '../readings';
import type { Leaf } from '../sample';
import { range, sizeOf } from '../../tensor';

/** Whether each entry of the sides differs by the same number at every point, whatever the sizes: then no values of its names can make the line true. */
export function isFixedGap(sides: AlignedSides, evaluation: Evaluation): boolean {
  if (evaluation.arbitrary.some((side) => side.size > 0)) return false;
  const again = evaluate(sides, { seed: 'gap', choice: evaluation.choice + 1 });
  return again !== undefined && [evaluation, again].every(hasFixedGap);
}

function hasFixedGap({ program, inputs, leaves }: Evaluation): boolean {
  const points = pointsOf(inputs, leaves);
  const { values: [left, right] } = program.run(inputs, points);
  const gaps = Array.from(left, (x, i) => x - right[i]);
  const entries = gaps.length / points;
  return entries > 0 && gaps.every((gap, i) => Math.abs(gap - gaps[i % entries]) <= SAME * Math.max(1, Math.abs(gap))) && gaps.slice(0, entries).some((gap) => Math.abs(gap) > SAME);
}

/** Whether the gap between the sides is another where a name has other values: else nothing that the name is makes up for it. */
export const matters = (evaluation: Evaluation, key: string): boolean => changes(evaluation, key, (left, right) => left - right);

/** Whether what two values come to is another where a name has other values. */
export function changes(evaluation: Evaluation, key: string, of: Gap): boolean {
  const { inputs, leaves } = evaluation;
  const own = inputs.get(key);
  if (!own) return true;
  const width = own.length / pointsOf(inputs, leaves);
  const [before, after] = [inputs, new Map([...inputs, [key, own.map((_, i) => own[(i + width) % own.length])]])].map((values) => gapsOf(evaluation, of, values));
  return before.some((gap, i) => Number.isFinite(gap) && Number.isFinite(after[i]) && Math.abs(gap - after[i]) > SAME * Math.max(1, Math.abs(gap)));
}

/** What the values of the sides come to, entry by entry. */
export type Gap = (left: number, right: number) => number;

export function gapsOf({ program, inputs, leaves }: Evaluation, of: Gap, values: ReadonlyMap<string, Float64Array> = inputs): Float64Array {
  const { values: [left, right] } = program.run(values, pointsOf(inputs, leaves));
  return left.map((x, i) => of(x, right[i]));
}

/** Whether every entry differs somewhere: else the line may be meant of the others. */
export function differsEverywhere(evaluation: Evaluation): boolean {
  const entries = sizeOf(evaluation.shape);
  const gaps = gapsOf(evaluation, (left, right) => left - right);
  return range(entries).every((entry) => gaps.some((gap, i) => i % entries === entry && Math.abs(gap) > SAME));
}

/** Whether some entry is the same on both sides somewhere. */
export const agreesSomewhere = (evaluation: Evaluation): boolean => gapsOf(evaluation, (left, right) => left - right).some((gap) => Math.abs(gap) <= SAME);

const SAME = 1e-9;

function pointsOf(inputs: ReadonlyMap<string, Float64Array>, [leaf]: readonly Leaf[]): number {
  return leaf ? (inputs.get(leaf.name)?.length ?? 1) / sizeOf(leaf.shape) : 1;
}
