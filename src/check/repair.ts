/** The likely slip behind a wrong line: the first small edit of the student's TeX after which the same check verifies it. */
import { conditionsAt, type DocumentMeaning, indexConditions, type LinkSyntax } from '../meaning/document';
import type { LinkKind } from '../report';
import { evaluate } from './evaluate';
import { judgeInequality } from './inequality';
import { judgeNumbers } from './numbers';
import { newSearch, readClaim } from './readings';
import { editedLink } from './repair/edited';
import { type Candidate, type Setting, settingOf, type Site, sitesOf } from './repair/setting';
import { type Slip, SLIPS } from './repair/slips';
import { squash, type TextEdit } from './repair/source';
import { recomputed } from './repair/values';
import { type Judgement, judge, seedText } from './verify';

export interface Proposal { message: string; edits: TextEdit[] }

/** A link of a region with what was found of it; those of one region are repaired together, since one slip can spoil two links. */
export interface Judged { link: LinkSyntax; kind: LinkKind; judgement?: Judgement }

/** Edits that are read and compared at a few points, and those that are then judged whole. */
const GLANCES = 260;
const JUDGED = 60;
/** A last resort for lines that are long to check; the limits above come first. */
const MILLISECONDS = 150;

/** Repairs of the wrong links of one region, in order. */
export function proposeRepairs(document: DocumentMeaning, findings: readonly Judged[]): Map<LinkSyntax, Proposal> {
  const repairs = new Map<LinkSyntax, Proposal>();
  findings.forEach((found, i) => {
    const before = i > 0 && findings[i - 1].link.statement === found.link.statement ? findings[i - 1] : undefined;
    const repair = proposeRepair(document, found, before && { ...before, repair: repairs.get(before.link) });
    if (repair) repairs.set(found.link, repair);
  });
  return repairs;
}

/** `before` is the link whose right member is this one's left member. */
export function proposeRepair(document: DocumentMeaning, found: Judged, before?: Judged & { repair?: Proposal }): Proposal | undefined {
  const { judgement, link } = found;
  if (!judgement || !isRepairable(judgement)) return undefined;
  // Verified variants settle what is known of names: that must not reach the document.
  const own: DocumentMeaning = { ...document, settled: new Map(document.settled) };
  const same = before?.repair && sameCause(own, found, before.repair);
  if (same) return same;
  const trusted = before?.judgement?.verdict === 'verified';
  const search: Search = { document: own, found, deadline: Date.now() + MILLISECONDS, glances: 0, judged: 0, seen: new Set([textOf(link)]) };
  return firstVerified(search, candidates(own, found, trusted));
}

const isRepairable = (judgement: Judgement): boolean => judgement.verdict === 'refuted' || (judgement.verdict === 'undecided' && (judgement.reason.code === 'misfit' || judgement.reason.code === 'shape-clash'));

/** The edit of the link before, where it was the member between them that was wrong. */
function sameCause(document: DocumentMeaning, found: Judged, { edits, message }: Proposal): Proposal | undefined {
  const { span } = found.link.lhs;
  if (!edits.some((edit) => edit.span.start >= span.start && edit.span.end <= span.end)) return undefined;
  const edited = editedLink(document, found.link, edits);
  if (!edited || judgeAs(document, edited, found.kind).verdict !== 'verified') return undefined;
  return { edits, message: `As in the step before: ${message.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}` };
}

// ── candidates ──

function* candidates(document: DocumentMeaning, { link, judgement, kind }: Judged, trusted: boolean): Generator<Candidate> {
  const setting = settingOf(document, link);
  const right = sitesOf(document, link.rhs);
  const left = trusted ? [] : sitesOf(document, link.lhs);
  if (judgement?.verdict === 'refuted') yield* recomputed(setting, judgement, kind);
  for (const slip of SLIPS) yield* proposals(slip, slip.eitherSide ? [...left, ...right] : right, setting);
  for (const slip of SLIPS) if (!slip.eitherSide) yield* proposals(slip, left, setting);
}

function* proposals(slip: Slip, sites: readonly Site[], setting: Setting): Generator<Candidate> {
  for (const site of sites) yield* slip.propose(site, setting);
}

// ── the search ──

interface Search { document: DocumentMeaning; found: Judged; deadline: number; glances: number; judged: number; seen: Set<string> }

interface Verified { proposal: Proposal; weakness: number }

/** The first repair that needs no more conventions than the line itself; else the one that needs the fewest. */
function firstVerified(search: Search, all: Iterable<Candidate>): Proposal | undefined {
  let best: Verified | undefined;
  for (const { edits, message } of all) {
    if (search.glances >= GLANCES || search.judged >= JUDGED || Date.now() > search.deadline) break;
    const edited = newLine(search, edits);
    if (!edited || !couldHold(search, edited)) continue;
    search.judged++;
    const weakness = weaknessOf(search.found, judgeAs(search.document, edited, search.found.kind));
    if (weakness === undefined || (best && best.weakness <= weakness)) continue;
    best = { proposal: { message, edits }, weakness };
    if (weakness === 0) break;
  }
  return best?.proposal;
}

/** The edited link when it was not tried before and says something. */
function newLine(search: Search, edits: readonly TextEdit[]): LinkSyntax | undefined {
  const edited = editedLink(search.document, search.found.link, edits);
  if (!edited || isTrivial(edited, search.found.link)) return undefined;
  const text = textOf(edited);
  if (search.seen.has(text)) return undefined;
  search.seen.add(text);
  return edited;
}

const textOf = (link: LinkSyntax): string => `${squash(link.lhs.tex)} ${link.relation.tex} ${squash(link.rhs.tex)}`;

/** Both sides the same text, or a member the same as its other neighbour in the chain. */
function isTrivial(edited: LinkSyntax, { statement, position, lhs, rhs }: LinkSyntax): boolean {
  const [before, after] = [statement.members[position - 1], statement.members[position + 2]];
  const [left, right] = [squash(edited.lhs.tex), squash(edited.rhs.tex)];
  return left === right || (after && rhs !== edited.rhs && right === squash(after.tex)) || (before && lhs !== edited.lhs && left === squash(before.tex));
}

/** A glance at few points under the reading that failed, which most wrong edits fail as well. */
function couldHold(search: Search, edited: LinkSyntax): boolean {
  const { document, found } = search;
  search.glances++;
  const reading = found.judgement?.verdict === 'refuted' ? found.judgement.sides.world.reading : undefined;
  if (!reading || found.kind === 'inequality' || isConditional(document, edited)) return true;
  for (const claim of readClaim(document, edited, undefined, undefined, reading, { ...newSearch(), found: reading.ranks })) {
    if (!claim.ok) return claim.error.sort === 'misfit';
    return claim.alternatives.some((sides) => evaluate(sides, { seed: seedText(edited.lhs.tex, '=', edited.rhs.tex), points: 10 })?.outcome !== 'differ');
  }
  return false;
}

/** What holds under the document's conditions on sizes and indices only is not seen at a glance. */
const isConditional = (document: DocumentMeaning, link: LinkSyntax): boolean => conditionsAt(document, link.lhs.span.start).length > 0 || indexConditions(document, link).length > 0;

/** What a repaired line needs beyond what is written. Undefined when it does not hold, or only where everything does. */
function weaknessOf({ judgement: wrong }: Judged, judgement: Judgement): number | undefined {
  if (judgement.verdict !== 'verified' || judgement.assumptions.includes('at the stationary point')) return undefined;
  const known = wrong?.verdict === 'refuted' ? [...wrong.sides.convention, ...wrong.assumptions] : [];
  return [...judgement.sides.convention, ...judgement.assumptions].filter((note) => !known.includes(note) && !isDomain(note)).length;
}

const isDomain = (note: string): boolean => / is (?:one-hot|binary|a |an |in |between|positive|symmetric|orthogonal|diagonal|unit|simplex|nonneg|probab)/.test(note) || /no point that breaks it/.test(note) || /rounded to/.test(note);

/** The check that the link itself was put to. */
export function judgeAs(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Judgement {
  if (kind === 'inequality') return judgeInequality(document, link);
  return link.relation.name === 'approx' || kind === 'numeric' ? judgeNumbers(document, link) : judge(document, link);
}
