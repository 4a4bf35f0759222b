/** Words and formulas beside a line that say under what it holds. */
import { type Expr, hasPart } from '../../notation/expression';
import type { Differing } from './differing';

/** `\text{since } \mu = …` behind a line says more than is read of it; "for all i" says nothing. */
export const isSaid = (condition: Expr): boolean => (condition.kind === 'words' ? /(?<!\p{L})(?:if|when\w*|where|since|because|as|by|using|with|assum\w+|provided|given|unless|weil|da|denn|wegen|mit|car|puisque|porque|pues|con|avec|так как|因为|由于)(?!\p{L})/iu.test(condition.text) : condition.kind === 'chain' && !['in', 'to'].includes(condition.relations[0].name));

/** `\text{with} \mu = …` in words that are not known, behind the line. */
export function isExplainedBeside({ document, link }: Pick<Differing, 'document' | 'link'>): boolean {
  const { statements } = document.equations[link.region];
  const next = statements[statements.indexOf(link.statement) + 1];
  if (!next) return false;
  const { members: [{ expr: head }], relations, label } = next;
  if (relations.length === 0) return (/\p{L}/u.test(label) || (head.kind === 'product' && isWord(head.factors[0]))) && hasPart(head, isInterval);
  return head.kind === 'product' && isWord(head.factors[0]);
}

/** `(0, 1)` after words such as "on". */
const isInterval = (e: Expr): boolean => e.kind === 'group' && (e.open === '(' || e.open === '[') && e.items.length === 2;

const isWord = (e: Expr): boolean => e.kind === 'words' || (e.kind === 'name' && e.font === 'roman' && /^\p{Ll}{2,}$/u.test(e.letter));
