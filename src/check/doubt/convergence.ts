/** Whether expectations and limits are computed well enough to tell the sides apart. */
import { evaluate } from '../evaluate';
import { seedText } from '../readings';
import { contains, type Differing } from './differing';

/** Whether the expectations and limits in a claim come out the same by a coarser rule. */
export function converges({ link, evaluation, sides }: Differing): boolean {
  const coarse = contains(sides, 'average') ? evaluate(sides, { seed: seedText(link), coarse: true }) : undefined;
  if (!coarse) return true;
  if (coarse.outcome !== 'differ') return false;
  const gap = Math.abs(evaluation.left - evaluation.right);
  return Math.abs(coarse.left - evaluation.left) + Math.abs(coarse.right - evaluation.right) <= SETTLED * gap;
}

/** By how much of the gap between the sides a coarser rule may move them. */
const SETTLED = 1e-5;
