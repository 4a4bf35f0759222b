/** The check that a claim is put to, by its kind. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import type { LinkKind } from '../../report';
import { judgeSeries } from '../expansions';
import { judgeInequality } from '../inequality';
import { judgeNumbers, showsDecimals } from '../numbers';
import { judgeRemainder } from '../remainders';
import type { Judgement } from '../judgement';
import type { Variant } from '../otherwise';
import { throughRestatement } from '../restated';
import { judge } from '../verify';

/** The options are those of an equality. */
export function judgeAs(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind, options: Pick<Variant, 'search' | 'reasons' | 'fixed'> = {}): Judgement {
  if (kind === 'inequality') return judgeInequality(document, link);
  const remainder = judgeRemainder(document, link) ?? judgeSeries(document, link);
  if (remainder) return remainder;
  const isOfNumbers = link.relation.name === 'approx' || kind === 'numeric' || showsDecimals(link);
  return isOfNumbers ? judgeNumbers(document, link) : throughRestatement(document, link, judge(document, link, options), options);
}
