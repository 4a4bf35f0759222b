/** Words and formulas beside a line that say under what it holds. */
import { sentenceBefore } from '../../meaning/premises';
import { indexConditions } from '../../meaning/provisos';
import { wordsAfter } from '../../meaning/wording';
import { statementsAround } from '../../meaning/document';
import { type Expr, hasPart, isChain, isGroup, isName, isProduct } from '../../notation/expression';
import type { Differing } from './differing';

/** `\text{since } \mu = …` behind a line says more than is read of it; "for all i" says nothing. */
export const isSaid = (condition: Expr): boolean => (condition.kind === 'words' ? /(?<![a-zß-ё])(?:if|when\w*|where|since|because|as|by|using|with|assum\w+|provided|given|unless|weil|da|denn|wegen|mit|car|puisque|porque|pues|con|avec|так как|因为|由于)(?![a-zß-ё])/i.test(condition.text) : isChain(condition) && !['in', 'to'].includes(condition.relations[0].name));

/** `\text{with} \mu = …` in words that are not known, behind the line. */
export function isExplainedBeside({ document, link }: Pick<Differing, 'document' | 'link'>): boolean {
  const { after: next } = statementsAround(document, link);
  if (!next) return false;
  const { members: [{ expr: head }], relations, label } = next;
  if (relations.length === 0) return (/\p{L}/u.test(label) || (isProduct(head) && isWord(head.factors[0]))) && hasPart(head, isInterval);
  return isProduct(head) && isWord(head.factors[0]);
}

/** `(0, 1)` after words such as "on". */
const isInterval = (e: Expr): boolean => isGroup(e) && (e.open === '(' || e.open === '[') && e.items.length === 2;

const isWord = (e: Expr): boolean => e.kind === 'words' || (isName(e) && e.font === 'roman' && /^\p{Ll}{2,}$/u.test(e.letter));

/** "On the diagonal", "where the indices agree": words that say of which entries a line with two indices is, and nothing that is read does. */
export const isOfSomeEntries = ({ document, link, evaluation: { labels } }: Differing): boolean =>
  indexConditions(document, link).length === 0 && labels.length > 1 && SOME_ENTRIES.test(`${sentenceBefore(document, link)} ${wordsAfter(document.wording, link.region, 60)}`);
const SOME_ENTRIES = /\bdiagonal|\b(?:same|equal|identical|matching|different|distinct|other) (?:ind(?:ex|ices)|entr(?:y|ies)|class(?:es)?|units?|components?)\b|\bindices (?:agree|coincide|match|differ)|gleiche[nr]? Ind(?:ex|izes)|Diagonal|对角|対角/i;
