/** What was found of one link, by itself and as a line of an update rule. */
import type { LinkSyntax } from '../meaning/document';
import type { Code, LinkKind, Verdict } from '../report';
import type { Judgement } from './judgement';
import type { UpdateFinding } from './updates/finding';

/** What is said of one link; `judgement` is there for claims. */
export interface Finding {
  link: LinkSyntax;
  kind: LinkKind;
  verdict: Verdict;
  code: Code;
  judgement?: Judgement;
  /** For links that claim nothing. */
  note?: string;
  /** What was found of it as a line of an update rule. */
  update?: UpdateFinding;
}

/** The finding of a line that belongs to a known update rule; what was verified by itself stays as it is. */
export function asUpdate(found: Finding, update: UpdateFinding | undefined): Finding {
  if (!update || found.verdict === 'verified') return found;
  // What is said of two steps of a rule holds for the rates that the text speaks of, and need not hold for others.
  if (found.verdict === 'refuted' && update.verdict !== 'refuted' && update.code !== 'consequence') return found;
  return { link: found.link, kind: 'update-rule', verdict: update.verdict, code: update.code, note: update.message, update };
}
