/** Lines that hold where a derivative vanishes, though no words that are understood say so. */
import { exprsOf, type LinkSyntax, startOf } from '../../meaning/document';
import { possibleConditions } from '../../meaning/stationarity';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { isDerivative, isZero } from '../../notation/expression';
import { print } from '../../notation/print';
import type { Reason } from '../judgement';
import { atStationary } from '../stationary';
import { contains, type Differing, undisturbed } from './differing';

/** It holds where a derivative vanishes that was stated before, or where something is least: words that say so may not have been understood. Of the derivative that was stated last none are needed, nor after one that was set to zero. */
export function atUnsaidOptimum({ document, link, sides }: Differing): Reason | undefined {
  if (contains(sides, 'derivative') || exprsOf(link).some(isDerivative) || isFormOfDerivative(link)) return undefined;
  const conditions = possibleConditions(document, link);
  // Where a Lagrangian is stationary, so it is by its multipliers.
  const isWritten = document.stationary.some(({ unit, at }) => unit === link.unit && at < startOf(link));
  const spoken = isWritten || OPTIMAL.test(`${wordsBefore(document.wording, link.region, 400)} ${wordsAfter(document.wording, link.region, 100)}`);
  const optimum = conditions.slice(0, spoken ? undefined : 1).find((condition) => {
    const found = undisturbed(sides.world, () => atStationary(link, sides, condition, { brief: true }));
    const evaluation = found !== 'unread' && found?.evaluation;
    return evaluation && evaluation.outcome === 'agree' && !evaluation.vacuous;
  });
  return optimum && { code: 'conditional', what: optimum.map(({ expr }) => `${print(expr)} = 0`).join(', ') };
}

/** `\frac{dL}{dw} = a = b` says what the derivative is wherever it is taken. */
const isFormOfDerivative = ({ statement: { members }, position }: LinkSyntax): boolean => isDerivative(members[0].expr) && !members.slice(0, position + 2).some(({ expr }) => isZero(expr));

const OPTIMAL = /\b(?:zero|vanish\w*|optim\w+|minim\w+|maxim\w+|extrem\w+|stationar\w+|critical|saddle|solv\w+|solution|normal equations?|simplif\w+|rearrang\w+|giv(?:es|ing)|yield\w*|set|setting|closed[- ]form|best|KKT|first[- ]order)\b|(?<![.\d])0(?![.\d])/i;
