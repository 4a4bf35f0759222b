/** Equalities between numbers, to the digits shown. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import type { Expr } from '../notation/expression';
import { visit } from '../notation/expression';
import { evaluate } from './evaluate';
import { readClaim } from './readings';
import { type Judgement, judge, seedText } from './verify';

/** Decimals to which numbers that are meant exactly agree, such as sin π and 0. */
const EXACT = 13;

/** A value agrees with a decimal when it rounds to it: half a unit of the last digit shown. */
export function judgeNumbers(document: DocumentMeaning, link: LinkSyntax): Judgement {
  const exact = judge(document, link);
  if (exact.verdict === 'verified') return exact;
  const shown = shownDigits(link.rhs.expr) ?? shownDigits(link.lhs.expr);
  const about = link.relation.name === 'approx';
  // A whole number is exact unless the sign says about.
  const digits = shown === 0 && !about ? EXACT : shown;
  if (digits === undefined) return link.relation.name === 'approx' ? { verdict: 'undecided', reason: { code: 'unread', what: 'an approximation without a stated order' } } : exact;
  for (const claim of readClaim(document, link, undefined, undefined, { values: true })) {
    if (!claim.ok) continue;
    for (const sides of claim.alternatives) {
      const evaluation = evaluate(sides, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex) });
      if (!evaluation || evaluation.leaves.length > 0) continue;
      const { values } = evaluation.program.run(evaluation.inputs, 1);
      if (shows(values, digits, about)) return { verdict: 'verified', evaluation, sides, assumptions: [], ...(digits === EXACT ? {} : { extent: `to the ${digits} decimals shown` }) };
    }
  }
  return link.relation.name === 'approx' && exact.verdict === 'refuted' && exact.evaluation.leaves.length > 0 ? { verdict: 'undecided', reason: { code: 'unread', what: 'an approximation without a stated order' } } : exact;
}

/** Every value rounds to the decimals shown, or, where the sign says about, is cut off to them. */
function shows([left, right]: Float64Array[], digits: number, about: boolean): boolean {
  const unit = 10 ** -digits;
  return left.every((value, i) => {
    const beyond = (Math.abs(value) - Math.abs(right[i])) / unit;
    return Math.abs(value - right[i]) <= 0.5000001 * unit || (about && beyond >= 0 && beyond < 1 && value * right[i] > 0);
  });
}

/** Decimals of a side that is made of plain numbers: the fewest shown by any. Undefined when it is not. */
function shownDigits(expr: Expr): number | undefined {
  let digits: number | undefined;
  let plain = true;
  visit(expr, (e) => {
    if (e.kind === 'num') digits = Math.min(digits ?? Infinity, e.digits);
    else if (!['group', 'matrix', 'sum'].includes(e.kind)) plain = false;
  });
  return plain ? digits : undefined;
}
