/** The check that a claim is put to, by its kind. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import type { LinkKind } from '../../report';
import { judgeInequality } from '../inequality';
import { judgeNumbers, showsDecimals } from '../numbers';
import type { Judgement } from '../judgement';
import type { RankSearch } from '../readings';
import { judge } from '../verify';

/** `search` bounds the readings that an equality is tried under. */
export function judgeAs(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind, search?: RankSearch): Judgement {
  if (kind === 'inequality') return judgeInequality(document, link);
  return link.relation.name === 'approx' || kind === 'numeric' || showsDecimals(link) ? judgeNumbers(document, link) : judge(document, link, search ? { search } : {});
}
