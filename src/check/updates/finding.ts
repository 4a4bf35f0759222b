/** What is said of one line of an update rule. */
import type { Span } from '../../notation/expression';
import type { Counterexample, Verdict } from '../../report';
import type { Group } from './gather';
import type { Match } from './match';

export interface UpdateFinding {
  verdict: Verdict;
  /** One short sentence in the student's words. */
  message: string;
  code: 'published' | 'variant' | 'part' | 'not-published' | 'own-gradient' | 'consequence' | 'unknown-rule' | 'internal';
  counterexample?: Counterexample;
  /** What was run beside the lines: for pictures. */
  run?: { group: Group; match: Match };
  /** A change of the document after which the rule is the published one. Positions are offsets. */
  repair?: { message: string; edits: { span: Span; text: string }[] };
}
