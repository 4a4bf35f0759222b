/** `y = X\beta + \epsilon` tells how y came about. What is derived is derived with y as it was measured; what is computed may use how it came about. */
import { allBindings, type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { keysIn } from '../meaning/names';
import { hasTerm, type Term } from '../meaning/term';
import { isDerivative } from '../notation/expression';
import { mentionsBase } from '../meaning/classify/mentions';
import { type Judgement, notRead } from './judgement';
import type { AlignedSides } from './readings';

/** `judgeWith` judges the line with these names as they are, without their definitions. */
export function asMeasured(document: DocumentMeaning, link: LinkSyntax, judgeWith: (held: readonly string[]) => Judgement): Judgement {
  const data = allBindings(document).filter((binding) => binding.noise !== undefined && binding.unit === link.unit);
  if (data.length === 0) return judgeWith([]);
  const measured = [...new Set(data.map(({ base }) => base))];
  const held = judgeWith(measured);
  if (held.verdict === 'verified') return held;
  const through = judgeWith([]);
  const isDerived = exprsOf(link).some(isDerivative) || isAtOptimum(through) || (through.verdict === 'verified' && rests(through.sides, 'derivative'));
  if (!isDerived) return through;
  const isOfNoise = data.some(({ noise }) => exprsOf(link).some((expr) => mentionsBase(expr, noise, document)));
  return through.verdict === held.verdict && !isOfNoise ? held : notRead(`whether ${measured.join(', ')} is held fixed`);
}

/** Where a derivative vanishes, and not where something is given, the parameters are estimates, and no longer those that the data came about by. */
const isAtOptimum = (judgement: Judgement): boolean => judgement.verdict !== 'undecided' && judgement.assumptions.some(({ kind, text }) => kind === 'stationary' && !text.startsWith('where '));

/** Whether a term with such an operation is in the sides, or in a definition behind them. */
function rests({ world, left, right }: AlignedSides, operation: Term['op']): boolean {
  const keys = new Set([left, right].flatMap((side) => [...keysIn(side)]));
  const terms = [left, right];
  for (const key of keys) {
    const definition = world.definitions.get(key);
    if (!definition) continue;
    terms.push(definition.term);
    for (const inner of keysIn(definition.term)) keys.add(inner);
  }
  return terms.some((term) => hasTerm(term, ({ op }) => op === operation));
}
