/** Numbers that were worked out wrong: the written ones replaced by what the other side comes to. */
import { type Expr, isGroup, isNumeral, isSum, visit } from '../../notation/expression';
import type { Judgement } from '../judgement';
import type { Candidate, Setting } from './setting';

/** Each decimal of the right side as the left side gives it, to the digits shown. Only where both sides are plain numbers. */
export function recomputed({ link }: Setting, judgement: Extract<Judgement, { verdict: 'refuted' }>): Candidate[] {
  const { evaluation } = judgement;
  const written = numbersOf(link.rhs.expr);
  if (evaluation.leaves.length > 0 || !written) return [];
  const [values] = evaluation.program.run(evaluation.inputs, 1).values;
  if (values.length !== written.length || values.some((value) => !Number.isFinite(value))) return [];
  if (written.some(({ digits, sign }, i) => digits === 0 && !isWhole(sign * values[i]))) return [];
  const edits = written.flatMap(({ span, digits, text, sign }, i) => {
    const value = sign * values[i];
    const shown = digits > 0 ? value.toFixed(digits) : String(Math.round(value));
    return shown === text || Number(shown) === Number(text) ? [] : [{ span, text: shown }];
  });
  if (edits.length === 0) return [];
  return [{ edits, message: `It comes to ${edits.map((edit) => edit.text).join(', ')}` }];
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value));

interface Written { span: { start: number; end: number }; digits: number; text: string; sign: number }

/** The numbers of a side made of nothing else, in order. */
function numbersOf(expr: Expr): Written[] | undefined {
  const found: Written[] = [];
  let plain = true;
  const negative = new Set<Expr>();
  visit(expr, (e) => {
    if (isSum(e)) { if (e.terms.length > 1) plain = false; else if (e.terms[0].sign < 0) negative.add(e.terms[0].expr); }
    else if (isNumeral(e)) found.push({ span: e.span, digits: e.digits, text: e.text, sign: negative.has(e) ? -1 : 1 });
    else if (!isGroup(e) && e.kind !== 'matrix') plain = false;
  });
  return plain && found.length > 0 ? found : undefined;
}
