/** Lines that can be compared under a convention alone, or without what other items say, and differ there: wrong where one change makes them hold under the same reading. */
import { isOfLayout } from '../meaning/conventions';
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import type { Reading } from '../meaning/world';
import type { Finding } from './finding';
import { refutedBy } from './judgement';
import { doubtAbout } from './doubt';
import { withDoubtedError } from './doubted';
import type { Proposal } from './repair';
import { editedLink } from './repair/edited';
import { judgeAs } from './repair/judge';

/** A change of shapes says nothing of the rest: the convention may be another one, under which the line holds as it stands. One of signs and numbers is none that a layout makes up for. */
export function withBentError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link, kind } = finding;
  if (!repair || repair.trait === 'shapes' || judgement?.verdict !== 'undecided' || !judgement.bent) return finding;
  const edited = editedLink(document, link, repair.edits);
  if (!edited || (repair.trait !== 'plain' && isOfShapes(link, edited))) return finding;
  const held = judgeAs(apartFrom(document), edited, kind);
  const isPlain = repair.trait === 'plain';
  const failure = held.verdict === 'verified' ? judgement.bent.find(({ sides }) => (isPlain || !sides.convention.some(isOfLayout)) && conventionOf(sides.world.reading.plain) === conventionOf(held.sides.world.reading.plain)) : undefined;
  const reason = failure && doubtAbout(document, link, failure);
  if (!failure || (reason && !isPlain)) return finding;
  if (!reason) return { ...finding, verdict: 'refuted', code: 'differs', judgement: refutedBy(failure.evaluation, failure.sides) };
  const doubted = withDoubtedError(document, { ...finding, judgement: { verdict: 'undecided', reason, doubted: failure } }, repair);
  return doubted.verdict === 'refuted' ? doubted : finding;
}

/** The same symbols in another order, with other transposes or signs of multiplication. */
const isOfShapes = (a: LinkSyntax, b: LinkSyntax): boolean => symbolsOf(a) === symbolsOf(b);
const symbolsOf = ({ lhs, rhs }: LinkSyntax): string => [...`${lhs.tex} = ${rhs.tex}`.replace(/\^\{?(?:T|\\top|\\intercal|\\mathsf\{?T\}?)\}?|\\(?:cdot|odot|times|circ|left|right)(?![a-zA-Z])|[\s{}()[\]']/g, '')].sort().join('');

const conventionOf = ({ layout, products, broadcast, loose, local, ranks }: Reading): string => JSON.stringify([layout, products, broadcast, loose, local, [...ranks]]);
