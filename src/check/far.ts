/** Bounds that break only far out: `\sigma(x) \le 0.9999`, `(1 + 1/n)^n \le 2.7`. */
import { boundsOf } from '../meaning/declarations';
import { type Evaluation, runSoundly } from './evaluate';
import { asWhole, type Leaf, POINTS } from './sample';

const FACTORS = [10, 100, 1e3, 1e4, 1e6, 1e8];
/** Dearer programs are not looked at. */
const COSTLY = 1e4;
/** A slack below zero by less is no break so far out, where much is lost to rounding, nor is one within so many times the bound of that. */
const CLEARLY = 1e-6;
const ROUNDING_FACTOR = 1e4;

/** A point at which the slack is clearly negative, and at twice the distance too, so that no digits that were lost can make it so. */
export function brokenFarOut(evaluation: Evaluation): Evaluation | undefined {
  const open = evaluation.leaves.filter(isOpen);
  if (open.length === 0 || evaluation.program.cost > COSTLY) return undefined;
  for (const moved of [open, ...(open.length > 1 && open.length <= 4 ? open.map((leaf) => [leaf]) : [])]) {
    for (const factor of FACTORS) {
      const [at, beyond] = [factor, 2 * factor].map((by) => lowSlacks(evaluation, movedOut(evaluation, moved, by)));
      const entry = at.slack.findIndex((slack, i) => slack < 0 && beyond.slack[i] < 0);
      if (entry < 0) continue;
      const size = at.slack.length / POINTS;
      return { ...evaluation, inputs: at.inputs, outcome: 'differ', point: Math.floor(entry / size), entry: entry % size, left: at.slack[entry], right: 0, points: POINTS, differing: 1 };
    }
  }
  return undefined;
}

/** It may be as large as one likes. */
function isOpen({ domain }: Leaf): boolean {
  if (!domain || domain === 'real' || domain === 'integer') return true;
  const bounds = boundsOf(domain);
  return bounds !== undefined && (bounds.from === -Infinity || bounds.to === Infinity);
}

function movedOut({ leaves, inputs }: Evaluation, moved: Leaf[], factor: number): Map<string, Float64Array> {
  return new Map(leaves.map((leaf): [string, Float64Array] => {
    const values = inputs.get(leaf.name) as Float64Array;
    const out = moved.includes(leaf) ? values.map(away(leaf, factor)) : values;
    return [leaf.name, leaf.whole ? asWhole(leaf, out) : out];
  }));
}

function away({ domain }: Leaf, factor: number): (x: number) => number {
  const { from, to } = (domain && boundsOf(domain)) ?? { from: -Infinity, to: Infinity };
  const end = from > -Infinity ? from : to < Infinity ? to : 0;
  // Whole numbers stay whole.
  return domain === 'integer' ? (x) => x * factor : (x) => end + (x - end) * factor;
}

/** Slacks that are clearly negative, zero for all others. */
function lowSlacks({ program, output }: Evaluation, inputs: Map<string, Float64Array>): { inputs: Map<string, Float64Array>; slack: Float64Array } {
  const plain = program.run(inputs, POINTS).values[0].slice();
  if (!plain.some((x) => x < -CLEARLY)) return { inputs, slack: plain.map(() => 0) };
  const { values: [slack], rounding: [bounds], kink, unsound } = runSoundly(program, [output], inputs, POINTS);
  const size = slack.length / POINTS;
  return { inputs, slack: slack.map((x, i) => { const point = Math.floor(i / size); return !unsound[point] && !kink[point] && x < -Math.max(CLEARLY, ROUNDING_FACTOR * bounds[i]) ? x : 0; }) };
}
