/** A document to the verdicts of its update lines. */
import { judgeUpdates, type UpdateFinding } from '../../src/check/updates';
import { classifyAll } from '../../src/meaning/classify';
import { readMeaning } from '../../src/meaning/meaning';

export interface Judged { tex: string; finding: UpdateFinding }

export function judged(text: string): Judged[] {
  const document = readMeaning(text, 'markdown');
  const findings = judgeUpdates(document, classifyAll(document));
  return [...findings].map(([link, finding]) => ({ tex: `${link.lhs.tex} ${link.relation.tex} ${link.rhs.tex}`, finding }));
}

/** The finding that says most: a refutation, else the one that names the rule. */
export function main(text: string): Judged | undefined {
  const all = judged(text);
  return all.find((j) => j.finding.verdict === 'refuted') ?? all.find((j) => j.finding.code === 'published' || j.finding.code === 'variant') ?? all[0];
}
