/** Lines with a name that nothing leads to: wrong where a form of it that the exercise knows makes them hold, or the derivative the other way up. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { type SymbolUse, usesIn } from '../meaning/symbols';
import type { Finding } from './finding';
import { isWayBack } from './inverse';
import { isMisordered, type Reason } from './judgement';
import type { Proposal } from './repair';
import { editedLink } from './repair/edited';
import { strayNames } from './repair/stray';

/** `repair` puts a name that is known in the place of one that is nowhere else, of one that is differentiated by what it does not depend on, or of one that does not fit. */
export function withMisnamed(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link } = finding;
  if (!repair || judgement?.verdict !== 'undecided') return finding;
  const edited = editedLink(document, link, repair.edits);
  if (!edited) return finding;
  const note = ofStray(document, link, edited) ?? ofKnown(document, link, judgement.reason, edited, repair);
  return note ? { ...finding, verdict: 'refuted', code: 'misnamed', judgement: undefined, note: `${note}. With one change the line holds.` } : finding;
}

/** In the place of `z^{[3]}`, which is nowhere else, stands `z^{[2]}`. */
export function ofStray(document: DocumentMeaning, link: LinkSyntax, edited: LinkSyntax): string | undefined {
  const lost = onlyIn(document, link, edited);
  const put = onlyIn(document, edited, link);
  const strays = put.length > 0 ? strayNames(document, link) : [];
  const stray = strays.find((use) => lost.some(({ base }) => base === use.base) && put.some((other) => numbered(other) === numbered(use)));
  return stray && `Nothing says what ${stray.tex} is`;
}

/** Of a derivative with the names that it should have. */
function formError(document: DocumentMeaning, link: LinkSyntax, reason: Reason, { edits }: Proposal): string | undefined {
  // What is turned has two edits; scripts of a name more or less may be a habit of writing.
  if (reason.code === 'independent') return edits.length < 2 || isWayBack(document, link, reason) ? undefined : 'A derivative is upside down';
  return isMisordered(reason) ? 'The order of a derivative is not that of its variables' : undefined;
}

/** Of a name that is known, and does not lead there or does not fit there. */
function ofKnown(document: DocumentMeaning, link: LinkSyntax, reason: Reason, edited: LinkSyntax, repair: Proposal): string | undefined {
  const lost = onlyIn(document, link, edited);
  if (lost.length === 0) return repair.trait === 'misnamed' ? formError(document, link, reason, repair) : undefined;
  const put = onlyIn(document, edited, link);
  // An index more or less may be a habit of writing.
  const inPlace = lost.map((use) => put.find((other) => numbered(other) === numbered(use) || bare(other) === bare(use)));
  if (inPlace.includes(undefined)) return undefined;
  const isOf = (tex: string): boolean => lost.some((use) => use.tex === tex);
  if (reason.code === 'independent') return isOf(reason.of) || isOf(reason.by) ? `${reason.of} does not depend on ${reason.by}` : undefined;
  // Two names that are both defined are two things.
  const areKnown = [...lost, ...inPlace].every((use) => use && document.bindings.has(use.base));
  return reason.code === 'misfit' && areKnown ? `The shapes do not fit: ${reason.what}` : undefined;
}

/** `z^{[#]}` of `z^{[2]}`. */
const numbered = ({ tex }: SymbolUse): string => tex.replace(/\d+/g, '#');
/** `y_{n}` of `\hat{y}_{n}`. */
const bare = ({ tex }: SymbolUse): string => tex.replace(/\\(?:hat|widehat|tilde|bar)\b|[{}\s]/g, '');

/** Names of a line that another has not, or less often. */
function onlyIn(document: DocumentMeaning, link: LinkSyntax, other: LinkSyntax): SymbolUse[] {
  const there = usesIn(document, ...exprsOf(other)).map(({ base }) => base);
  return usesIn(document, ...exprsOf(link)).filter(({ base }) => !there.includes(base) || there.splice(there.indexOf(base), 1).length === 0);
}
