/** How hard a verified line was to pass: of altered versions of it, how many the same check does not verify. */
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import type { LinkKind } from '../report';
import { range } from '../tensor';
import { ifRunnable } from './lower/unrunnable';
import { judgeAs } from './repair/judge';
import { editedLink } from './repair/edited';
import { type Candidate, settingOf, type Site, sitesOf } from './repair/setting';
import { INEQUALITY_SLIPS, type Slip, SLIPS } from './repair/slips';
import { squash } from './repair/source';
import { judge } from './verify';

export interface Strength { altered: number; caught: number }

/** Altered versions that are judged; more say little more. */
const VERSIONS = 16;
/** Of one slip, so that the versions differ in kind. */
const OF_ONE_SLIP = 3;

/** Undefined where no slip of the table alters the line. Versions that come to the same as the line, or cannot be run, are not counted. */
export function strength(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Strength | undefined {
  const own = apartFrom(document);
  const found: Strength = { altered: 0, caught: 0 };
  for (const altered of alterations(own, link, kind)) {
    if (found.altered >= VERSIONS) break;
    const passed = ifRunnable(() => judgeAs(own, altered, kind, { reasons: false }).verdict === 'verified');
    if (passed === undefined) continue;
    if (passed && kind !== 'inequality' && comesToTheSame(own, link, altered)) continue;
    found.altered++;
    found.caught += passed ? 0 : 1;
  }
  return found.altered > 0 ? found : undefined;
}

function* alterations(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Generator<LinkSyntax> {
  const setting = settingOf(document, link);
  const sites = sitesOf(document, link.rhs);
  const seen = new Set([squash(link.rhs.tex)]);
  for (const slip of kind === 'inequality' ? INEQUALITY_SLIPS : SLIPS) {
    let taken = 0;
    for (const { edits } of spread(slip, sites, setting)) {
      if (taken >= OF_ONE_SLIP) break;
      const altered = editedLink(document, link, edits);
      const text = altered && `${altered.relation.name} ${squash(altered.rhs.tex)}`;
      if (!altered || !text || seen.has(text)) continue;
      seen.add(text);
      taken++;
      yield altered;
    }
  }
}

/** One edit of each part of the line before a second one of any. */
function spread(slip: Slip, sites: readonly Site[], setting: Parameters<Slip['propose']>[1]): Candidate[] {
  const each = sites.map((site) => slip.propose(site, setting));
  const longest = Math.max(0, ...each.map((list) => list.length));
  return range(longest).flatMap((i) => each.flatMap((list) => list.slice(i, i + 1)));
}

/** `b + a` for `a + b` is no alteration. */
function comesToTheSame(document: DocumentMeaning, link: LinkSyntax, altered: LinkSyntax): boolean {
  return judge(document, link, { lhs: link.rhs.expr, rhs: altered.rhs.expr, reasons: false }).verdict === 'verified';
}
