/** Lines that differ, but for what is not known of names: wrong where another sign or number makes them hold whatever these are. */
import { apartFrom, type DocumentMeaning } from '../meaning/document';
import { namesInDoubt } from './doubt';
import type { Finding } from './finding';
import { bindingsOf, isOfCaseBefore } from './otherwise';
import type { Proposal } from './repair';

/** `repair` is of signs and numbers, and neither takes away nor puts in one of the names in doubt; nothing but names is in doubt, and none of what they are was found in another case. */
export function withDoubtedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link } = finding;
  if (!repair || judgement?.verdict !== 'undecided' || !judgement.doubted) return finding;
  if (bindingsOf(judgement.doubted.sides.world).some((binding) => isOfCaseBefore(document, link, binding))) return finding;
  const names = namesInDoubt(apartFrom(document), link, judgement.doubted);
  if (!names || names.some(({ tex }) => repair.edits.some(({ span, text }) => `${document.text.slice(span.start, span.end)} ${text}`.includes(tex)))) return finding;
  return { ...finding, verdict: 'refuted', code: 'differs', judgement: { verdict: 'refuted', ...judgement.doubted, assumptions: [] } };
}
