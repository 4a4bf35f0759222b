/** By which power of a small name the gap between the sides of a line shrinks. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import type { Expr } from '../notation/expression';
import { sizeOf } from '../tensor';
import { type Evaluation, evaluate, type Projection } from './evaluate';
import { type AlignedSides, PLAIN, readClaim, seedText } from './readings';

/** The sides where the name is small, and the orders at the points that tell one. */
export interface Orders { near: Evaluation; orders: number[] }

/** Undefined where too few points tell. */
export function ordersNear(link: LinkSyntax, sides: AlignedSides, key: string): Orders | undefined {
  const [far, near, nearest] = STEPS.map((step) => at(link, sides, key, step));
  if (!far || !near || !nearest) return undefined;
  const orders = ordersOf([far, near, nearest].map(gapsOf));
  return orders.length < LEAST ? undefined : { near, orders };
}

const STEPS = [0.1, 0.05, 0.025];
const LEAST = 8;
/** Orders are estimated: where the next term counts they come out a little off. */
export const SHORT = 0.3;
/** The sides agree where the name is zero. */
export const VANISHES = 0.5;
/** Gaps below this are rounding. */
const NOTHING = 1e-13;

/** Under the first reading that fits. */
export function plainSides(document: DocumentMeaning, link: LinkSyntax, lhs?: Expr, rhs?: Expr): AlignedSides | undefined {
  for (const claim of readClaim(document, link, lhs, rhs, PLAIN[0])) if (claim.ok) return claim.alternatives[0];
  return undefined;
}

/** The sides where the name is as small as this. */
function at(link: LinkSyntax, sides: AlignedSides, key: string, step: number): Evaluation | undefined {
  const project: Projection = (_, inputs) => {
    const values = inputs.get(key);
    if (!values) return false;
    values.forEach((x, i) => { values[i] = step * Math.sign(x || 1) * (0.5 + Math.abs(Math.tanh(x)) / 2); });
    return true;
  };
  return evaluate(sides, { seed: seedText(link), project });
}

function gapsOf({ program, inputs, leaves: [leaf] }: Evaluation): Float64Array {
  const points = leaf ? (inputs.get(leaf.name)?.length ?? 1) / sizeOf(leaf.shape) : 1;
  const { values: [left, right] } = program.run(inputs, points);
  return left.map((x, i) => Math.abs(x - right[i]) / Math.max(1, Math.abs(x)));
}

/** By which power of the step the gap shrinks, at points where both halvings say the same. */
function ordersOf([far, near, nearest]: Float64Array[]): number[] {
  const orders: number[] = [];
  nearest.forEach((gap, i) => {
    const [first, second] = [Math.log2(far[i] / near[i]), Math.log2(near[i] / gap)];
    if (gap > NOTHING && Number.isFinite(first) && Math.abs(first - second) < SHORT) orders.push(second);
  });
  return orders;
}
