/** Whether a step goes in a direction. */
import type { DocumentMeaning } from '../../meaning/document';
import { symbolsIn } from '../../meaning/world';
import * as build from '../../notation/build';
import type { Derivative, Expr } from '../../notation/expression';
import { newSearch } from '../readings';
import { judge } from '../verify';
import type { Step } from './step';

/** ∂of/∂by. */
export const gradient = (of: Expr, by: Expr): Derivative => ({ kind: 'derivative', of, by: [{ expr: by, order: 1 }], total: false, span: by.span });

/** Whether the right side is the old value and the rate times a direction. */
export const isStep = (...against: Parameters<typeof compared>): boolean => compared(...against) === 'same';

/** `unrelated`: shapes do not fit, or the direction is zero whatever the names stand for; then its sign makes no difference. */
export function compared(document: DocumentMeaning, { link, variable, nexts }: Step, direction: Expr, rate: Expr, sign: 1 | -1, by: Expr[] = [], ranks: ReadonlyMap<string, number> = new Map()): 'same' | 'other' | 'unrelated' {
  let isRelated = false;
  for (const next of nexts) {
    // Where the derivative vanishes any multiple of it is the step.
    const judgement = judge(document, link, { lhs: next, rhs: moved(variable, direction, rate, sign, by), reasons: false, solved: false, search: newSearch(READINGS, ranks) });
    if (judgement.verdict === 'verified') return symbolsIn(judgement.sides.world).every(({ use, axes }) => (ranks.get(use.base) ?? axes.length) === axes.length) ? 'same' : 'unrelated';
    isRelated ||= judgement.verdict === 'refuted' || (judgement.reason.code !== 'misfit' && judgement.reason.code !== 'independent');
  }
  return isRelated ? 'other' : 'unrelated';
}

/** Readings of one comparison: where shapes fit, one of the first holds. */
const READINGS = 30;

export function moved(variable: Expr, direction: Expr, rate: Expr, sign: 1 | -1, by: Expr[] = []): Expr {
  const factors = [rate, ...by, direction];
  return build.sum([{ sign: 1, expr: variable }, { sign, expr: build.product(factors, variable.span) }], variable.span);
}
