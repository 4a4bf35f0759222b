/** Whether a difference is a mistake: a line that is wrong under a wrong reading is right, and no one change makes it hold; a slip of the pen is one change from what holds. */
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import { type Expr, find } from '../notation/expression';
import { existentials } from './doubt/existentials';
import type { Finding } from './finding';
import type { Judgement } from './judgement';
import type { Proposal } from './repair';
import { counterexample } from './shrink';
import { judge } from './verify';

/** A difference that nothing confirms refutes nothing. */
export function withConfirmedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link, kind } = finding;
  if (repair || judgement?.verdict !== 'refuted' || isConfirmed(document, link, judgement)) return finding;
  const example = judgement.example ?? counterexample(judgement.sides, judgement.evaluation);
  const reason = { code: 'unconfirmed', ...(example ? { example } : {}) } as const;
  return { link, kind, verdict: 'undecided', code: reason.code, judgement: { verdict: 'undecided', reason, world: judgement.sides.world } };
}

/** Numbers alone have one reading; what exists nowhere was looked for; and where a chain holds without one of its members, that one is wrong. */
function isConfirmed(document: DocumentMeaning, link: LinkSyntax, { sides }: Extract<Judgement, { verdict: 'refuted' }>): boolean {
  return [link.lhs, link.rhs].every(({ expr }) => isOfNumbers(expr)) || existentials(document, sides).length > 0 || holdsWithout(document, link);
}

const isOfNumbers = (expr: Expr): boolean => !find(expr, (e) => (e.kind === 'name' && !/^(?:e|\\pi|\\sigma)$/.test(e.letter)) || e.kind === 'unread' || e.kind === 'words');

/** In `a = b = c = d`, `b = c` is wrong where `a = c` or `b = d` holds. */
function holdsWithout(document: DocumentMeaning, { ...link }: LinkSyntax): boolean {
  const { statement: { members, relations }, position } = link;
  const isChain = relations.every(({ name }) => name === 'equal');
  const holds = (lhs: Expr | undefined, rhs: Expr | undefined): boolean => lhs !== undefined && rhs !== undefined && judge(apartFrom(document), link, { lhs, rhs, reasons: false }).verdict === 'verified';
  return isChain && (holds(members[position - 1]?.expr, link.rhs.expr) || holds(link.lhs.expr, members[position + 2]?.expr));
}
