/** The likely slip behind a wrong line: the first small edit of the student's TeX after which the same check verifies it. */
import { conditionsAt } from '../meaning/conditions';
import { isOfLayout } from '../meaning/conventions';
import { apartFrom, type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { indexConditions } from '../meaning/provisos';
import { usesIn } from '../meaning/symbols';
import type { Reading } from '../meaning/world';
import { type Expr, hasPart, isBracketed, isDerivative, isProduct, isSum, isSymbol, type Member, variablesOf } from '../notation/expression';
import { print } from '../notation/print';
import type { LinkKind } from '../report';
import { doubtAbout, maySlip } from './doubt';
import { existentials } from './doubt/existentials';
import { matters } from './doubt/gaps';
import { areShapesKnown } from './illshaped';
import { ifRunnable } from './lower/unrunnable';
import { judgeAs } from './repair/judge';
import { editedLink, keepsNames } from './repair/edited';
import { turnedDerivative } from './repair/factors';
import { createGlancer, type Glance, type Glancer, type Place } from './repair/glance';
import { type Setting, settingOf, type Site, sitesOf, TRANSPOSE } from './repair/setting';
import { otherForm } from './repair/names';
import { INEQUALITY_SLIPS, MISNAMED_SLIPS, ORDER_SLIPS, type Slip, SLIPS } from './repair/slips';
import { squash, type TextEdit } from './repair/source';
import { strayNames } from './repair/stray';
import { recomputed } from './repair/values';
import { isSeries } from './expansions';
import { statesOrder } from './remainders';
import { type Failure, isMisordered, type Judgement, type Reason } from './judgement';
import { isMisfit, newSearch, PLAIN } from './readings';
import { isSize } from './sample';

export interface Proposal { message: string; edits: TextEdit[]; trait?: Slip['trait'] }

/** A link of a region with what was found of it; those of one region are repaired together, since one slip can spoil two links. */
export interface Judged { link: LinkSyntax; kind: LinkKind; judgement?: Judgement }

/** How many edits are looked at, which are read and compared at a few points, how many of these are then judged whole, and how many readings one of these judgements and all together may try. */
interface Limits { glances: number; judged: number; each: number; readings: number }
/** What holds does so within a few readings of those of the line. */
const LIMITS: Limits = { glances: 600, judged: 60, each: 10, readings: 120 };
/** Of lines that differ by names in doubt: edits that hold are among the first, and hold within a few readings. */
const DOUBTED: Limits = { ...LIMITS, glances: 60, judged: 4, readings: 20 };
/** A line whose shapes do not fit has no reading of its own. */
const MISFIT: Limits = { ...LIMITS, each: 25 };
/** Few lines that fit plainly and say nothing so have a repair. */
const BENT: Limits = { ...MISFIT, glances: 50 };
/** A name has few other forms. */
const MISNAMED: Limits = { ...MISFIT, glances: 60, judged: 8, readings: 60 };
/** Looked at after an edit that holds with a convention more, or with other names, for one that needs none and keeps them. */
const BEYOND = 300;
/** Of those whose shapes do not fit as the names were read. */
const MISFITS = 12;
/** Edits of signs and numbers that are judged whole where nothing else holds. */
const PLAIN_EDITS = 6;

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
export function proposeRepair(document: DocumentMeaning, { doubted, ...found }: Judged & { doubted?: boolean }, before?: Judged & { repair?: Proposal }): Proposal | undefined {
  const { judgement, link } = found;
  const inDoubt = judgement?.verdict === 'undecided' && judgement.doubted ? proposeRepair(document, { ...found, judgement: { verdict: 'refuted', assumptions: [], ...judgement.doubted }, doubted: true }, before) : undefined;
  if (inDoubt) return inDoubt;
  if (!judgement || judgement.verdict === 'verified') return undefined;
  // A point that exists somewhere is solved for, which is too dear for each of many edits.
  if (judgement.verdict === 'refuted' && existentials(document, judgement.sides).length > 0) return undefined;
  // Verified variants settle what is known of names: that must not reach the document.
  const own = apartFrom(document);
  const same = before?.repair && sameCause(own, found, before.repair);
  const slips = doubted && judgement.verdict === 'refuted' ? doubtedSlips(judgement) : slipsFor(own, link, judgement);
  if (same || slips.length === 0) return same;
  const trusted = before?.judgement?.verdict === 'verified';
  const looks = judgement.verdict === 'refuted' ? looksAtPlaces(own, link, judgement) : looksAtShapes(own, link, judgement);
  const search: Search = { document: own, found, looks, isSure: judgement.verdict === 'refuted' && !doubted, glances: 0, judged: 0, limits: doubted ? DOUBTED : limitsOf(judgement), readings: 0, seen: new Set([textOf(link)]) };
  const setting = settingOf(own, link, judgement.verdict === 'refuted' ? judgement.sides.world : undefined);
  return firstVerified(search, doubted ? slipsIn(setting, slips, trusted) : candidates(setting, found, slips, trusted));
}

/**
 * Of signs and numbers, by which one side may lose its names but gets none of the other's; where one side has no name that the other does
 * not know, also of the form of a name, such as a lost hat: no letter of it can stand for something else.
 */
function doubtedSlips({ evaluation }: Failure): readonly Slip[] {
  const [left, right] = evaluation.leavesOf;
  const apart = [[left, right], [right, left]].map(([some, all]) => [...some].filter((key) => !all.has(key)));
  const isNested = apart.some((keys) => keys.length === 0);
  const mayFit = apart.some((keys) => !keys.some((key) => !isSize(key) && matters(evaluation, key)));
  return SLIPS.filter(({ trait, propose }) => (mayFit && trait === 'plain') || (isNested && propose === otherForm));
}

/** Of lines that could not be decided, those with a name that nothing leads to, those that differ under conventions, and those whose factors do not fit each other; sides that do not fit may be a matter of layout, or of a shape that was guessed. */
function slipsFor(document: DocumentMeaning, link: LinkSyntax, judgement: Judgement): readonly Slip[] {
  if (judgement.verdict === 'verified') return [];
  if (judgement.verdict === 'refuted') return SLIPS;
  const { reason, world, bent = [] } = judgement;
  const telling = bent.flatMap((failure) => bentSlips(document, link, failure));
  const isWrong = reason.code === 'misfit' && (reason.ofTransposes || (world !== undefined && areShapesKnown(world)));
  const isMisnamed = reason.code === 'independent' || reason.code === 'unknown-symbol' || reason.code === 'misfit';
  if (isMisordered(reason)) return ORDER_SLIPS;
  return [...SLIPS.filter((slip) => telling.includes(slip)), ...(isWrong ? SLIPS.filter(({ trait }) => trait === 'shapes') : []), ...(isMisnamed ? MISNAMED_SLIPS : [])];
}

/** What shows that a line is wrong which differs under a convention (`withBentError`): nothing of shapes; where it may differ for its layout or its names, what is of signs and numbers. */
function bentSlips(document: DocumentMeaning, link: LinkSyntax, failure: Failure): readonly Slip[] {
  const reason = doubtAbout(document, link, failure);
  if (reason && !maySlip(reason)) return [];
  return reason || failure.sides.convention.some(isOfLayout) ? doubtedSlips(failure) : SLIPS.filter(({ trait }) => trait !== 'shapes');
}

/** The edit of the link before, where it was the member between them that was wrong. */
function sameCause(document: DocumentMeaning, found: Judged, { edits, message }: Proposal): Proposal | undefined {
  const { span } = found.link.lhs;
  if (!edits.some((edit) => edit.span.start >= span.start && edit.span.end <= span.end)) return undefined;
  const edited = editedLink(document, found.link, edits);
  if (!edited || judgeAs(document, edited, found.kind, { reasons: false }).verdict !== 'verified') return undefined;
  return { edits, message: `As in the step before: ${message.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}` };
}

// ── candidates ──

function* candidates(setting: Setting, { judgement, kind }: Judged, slips: readonly Slip[], trusted: boolean): Generator<Proposal> {
  if (kind === 'inequality') return yield* slipsIn(setting, INEQUALITY_SLIPS, true);
  if (judgement?.verdict === 'refuted') yield* recomputed(setting, judgement);
  yield* slipsIn(setting, slips, trusted, judgement?.verdict === 'undecided' ? strangeNames(setting, judgement.reason) : undefined);
}

/** Names that nothing leads to, as they are printed; undefined where it may be any. */
function strangeNames({ document, link }: Setting, reason: Reason): Set<string> | undefined {
  const stray = strayNames(document, link).map(({ tex }) => tex);
  if (reason.code === 'independent') return new Set([reason.of, reason.by, ...stray]);
  return stray.length > 0 ? new Set(stray) : reason.code === 'unknown-symbol' ? new Set(reason.symbols.map(({ tex }) => tex)) : undefined;
}

/** Slips of the right member first; of a trusted left member none. */
function* slipsIn(setting: Setting, slips: readonly Slip[], trusted: boolean, suspects?: ReadonlySet<string>): Generator<Proposal> {
  const { document, link } = setting;
  const right = sitesOf(document, link.rhs);
  const left = trusted ? [] : sitesOf(document, link.lhs);
  for (const slip of slips) yield* proposals(slip, slip.trait === 'eitherSide' ? [...left, ...right] : right, setting, suspects);
  for (const slip of slips) if (slip.trait !== 'eitherSide') yield* proposals(slip, left, setting, suspects);
}

function* proposals(slip: Slip, sites: readonly Site[], setting: Setting, suspects?: ReadonlySet<string>): Generator<Proposal> {
  const isSuspect = ({ expr }: Site): boolean => slip.trait !== 'misnamed' || slip.propose === turnedDerivative || !suspects || usesIn(setting.document, expr, ...variablesOf(expr)).some(({ tex }) => suspects.has(tex));
  for (const site of sites) if (isSuspect(site)) for (const candidate of slip.propose(site, setting)) yield { ...candidate, trait: slip.trait };
}

// ── the search ──

interface Search { document: DocumentMeaning; found: Judged; looks: readonly Glancer[]; /** It differs plainly, and not in doubt. */ isSure: boolean; glances: number; judged: number; readings: number; limits: Limits; seen: Set<string> }

/** `at` counts the edits that were looked at before. */
interface Verified { proposal: Proposal; weakness: number; at: number }

/** The first repair that needs no more conventions than the line itself; else the one that needs the fewest. */
function firstVerified(search: Search, all: Iterable<Proposal>): Proposal | undefined {
  const misfits: Edited[] = [];
  const plain: Edited[] = [];
  let best: Verified | undefined;
  const strangeness = (line: LinkSyntax): number => (exprsOf(line).some(isDerivative) || keepsNames(search.document, search.found.link, line) ? 0 : 1);
  const judged = ({ line, proposal }: Edited): boolean => {
    search.judged++;
    const needed = ifRunnable(() => weaknessOf(search.found, judgedWithin(search, line)));
    const weakness = needed === undefined ? undefined : needed + strangeness(line);
    if (weakness !== undefined && !(best && best.weakness <= weakness)) best = { proposal, weakness, at: search.glances };
    return best?.weakness === 0;
  };
  for (const proposal of all) {
    if (isSpent(search) || (best && search.glances > best.at + BEYOND)) break;
    const line = newLine(search, proposal.edits);
    const isNoBetter = line && best && strangeness(line) >= best.weakness;
    if (isNoBetter) search.glances += search.looks.length;
    const look = line && !isNoBetter ? glanceAt(search, line) : undefined;
    if (line && look === 'misfit') misfits.push({ line, proposal });
    if (line && look === 'differs' && proposal.trait === 'plain' && search.isSure) plain.push({ line, proposal });
    if (line && look === 'may hold' && judged({ line, proposal })) break;
  }
  // Only where nothing else holds: the shapes that the names were read with may themselves rest on the slip, and the line may be meant under another reading.
  for (const others of [misfits.slice(0, MISFITS), plain.slice(0, PLAIN_EDITS)]) if (!best) for (const edited of others) if (search.readings >= search.limits.readings || judged(edited)) break;
  return best?.proposal;
}

interface Edited { line: LinkSyntax; proposal: Proposal }

const isSpent = ({ glances, judged, readings, limits }: Search): boolean => readings >= limits.readings || glances >= limits.glances || judged >= limits.judged;

function limitsOf(judgement: Judgement): Limits {
  if (judgement.verdict !== 'undecided') return LIMITS;
  if (judgement.reason.code !== 'misfit') return judgement.bent ? BENT : MISNAMED;
  return judgement.bent ? MISFIT : { ...MISFIT, judged: MISFITS };
}

function judgedWithin(search: Search, line: LinkSyntax): Judgement {
  const budget = Math.min(search.limits.each, search.limits.readings - search.readings);
  const ranks = newSearch(budget);
  const judgement = judgeAs(search.document, line, search.found.kind, { search: ranks, reasons: false, ...stepsOf(search.found.judgement), ...(isSolved(search.found.judgement) ? {} : { solved: false }) });
  search.readings += budget - ranks.budget;
  return judgement;
}

/** Of a sequence as it was read. */
function stepsOf(judgement: Judgement | undefined): { fixed?: Partial<Reading> } {
  const { steps, held } = judgement?.verdict === 'refuted' ? judgement.sides.world.reading.plain : {};
  return steps ? { fixed: { steps, ...(held ? { held } : {}) } } : {};
}

/** At a stationary point. What is wrong without one is not mended by one. */
const isSolved = (of: Judgement | undefined): boolean => of !== undefined && of.verdict !== 'undecided' && of.assumptions.some(({ kind }) => kind === 'stationary');

/** The edited link when it was not tried before and says something. */
function newLine(search: Search, edits: readonly TextEdit[]): LinkSyntax | undefined {
  const edited = editedLink(search.document, search.found.link, edits);
  if (!edited || isTrivial(edited, search.found.link) || (exprsOf(edited).some(cancelsOut) && !exprsOf(search.found.link).some(cancelsOut)) || edits.some((edit) => writesOtherSide(edit, search.found.link))) return undefined;
  const text = textOf(edited);
  if (search.seen.has(text)) return undefined;
  search.seen.add(text);
  return edited;
}

const textOf = (link: LinkSyntax): string => `${squash(link.lhs.tex)} ${link.relation.tex} ${squash(link.rhs.tex)}`;

/** Both sides the same text, or one the same as another member of the chain: then it says again what stands there. */
function isTrivial(edited: LinkSyntax, { statement, position, lhs, rhs }: LinkSyntax): boolean {
  const said = ({ tex }: Member): string => squash(tex.split(TRANSPOSE).join('^T'));
  const others = statement.members.filter((_, i) => i !== position && i !== position + 1).map(said);
  const [left, right] = [said(edited.lhs), said(edited.rhs)];
  return left === right || (rhs !== edited.rhs && others.includes(right)) || (lhs !== edited.lhs && others.includes(left));
}

/** `(y - y) x` is zero whatever x is. */
const cancelsOut = (side: Expr): boolean => hasPart(side, (e) => isProduct(e) && e.factors.some(isNothing));
const isNothing = (factor: Expr): boolean => isBracketed(factor) && isSum(factor.contents[0]) && factor.contents[0].terms.some((one, i, all) => all.some((other, k) => k > i && other.sign !== one.sign && print(other.expr) === print(one.expr)));

/** `x = a` holds as `x = x`, and `x = b + x` where b is small: an edit that writes the name on the other side says nothing. */
function writesOtherSide({ span, text }: TextEdit, { lhs, rhs }: LinkSyntax): boolean {
  const { expr, tex } = span.start >= rhs.span.start ? lhs : rhs;
  if (!isSymbol(expr) && expr.kind !== 'derivative') return false;
  const name = squash(tex).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9\\\\])${name}(?![A-Za-z0-9_^'(])`).test(squash(text));
}

/** Under the readings that failed, where the line is an equality without conditions. */
function glanceAt(search: Search, edited: LinkSyntax): Glance {
  const { found: { kind }, looks } = search;
  const isExact = kind !== 'inequality' && kind !== 'numeric' && edited.relation.name !== 'approx' && !isSeries(edited) && !statesOrder(search.document, edited);
  let seen: Glance = isExact ? 'misfit' : 'may hold';
  for (const look of looks) {
    if (seen === 'may hold') break;
    search.glances++;
    seen = better(seen, look(edited));
  }
  return seen;
}

const better = (a: Glance, b: Glance): Glance => (['may hold', 'differs', 'misfit'] as const).find((glance) => glance === a || glance === b) as Glance;

/** Under the reading that failed; then where the text may mean the line: with a size that it gives, under a condition on indices, at the stationary point, without what other items say, of independent variables. */
function looksAtPlaces(document: DocumentMeaning, link: LinkSyntax, { sides: { world }, evaluation, assumptions }: Extract<Judgement, { verdict: 'refuted' }>): Glancer[] {
  const sizes = conditionsAt(document, link).filter(({ inForce }) => inForce).map(({ condition: { name, value } }): Place => ({ given: new Map([[name, value]]) }));
  const indices = indexConditions(document, link).map((condition): Place => ({ condition }));
  const solved: Place[] = assumptions.some(({ kind }) => kind === 'stationary') ? [{ solved: evaluation }] : [];
  const readings = (['local', /* @__KEY__ */ 'independent', /* @__KEY__ */ 'usual'] as const).filter((part) => world.consulted.has(part)).map((part): Place => ({ reading: { [part]: true } }));
  return [{}, ...sizes, ...indices, ...solved, ...readings].map((place) => createGlancer(document, link, world, place));
}

/** What fits plainly, where the line does not, may hold; and what holds under a convention that the line itself fits under. */
function looksAtShapes(document: DocumentMeaning, link: LinkSyntax, { reason, bent = [] }: Extract<Judgement, { verdict: 'undecided' }>): Glancer[] {
  const plain: Glancer = (edited) => (isMisfit(document, edited, new Map(), PLAIN) ? 'misfit' : 'may hold');
  return [...(reason.code === 'misfit' || bent.length === 0 ? [plain] : []), ...bent.slice(0, CONVENTIONS).map(({ sides }) => createGlancer(document, link, sides.world))];
}
const CONVENTIONS = 3;

/** What a repaired line needs beyond what is written. Undefined when it does not hold, or only where everything does. */
function weaknessOf({ judgement: wrong }: Judged, judgement: Judgement): number | undefined {
  if (judgement.verdict !== 'verified' || (isSolved(judgement) && !isSolved(wrong))) return undefined;
  const known = wrong?.verdict === 'refuted' ? needsOf(wrong) : wrong?.verdict === 'undecided' ? (wrong.bent ?? []).flatMap(({ sides }) => sides.convention) : [];
  return needsOf(judgement).filter((need) => !known.includes(need)).length;
}

/** Domains are the document's, and no weakness of a repair. */
const needsOf = ({ sides, assumptions }: Exclude<Judgement, { verdict: 'undecided' }>): string[] => [...sides.convention, ...assumptions.filter(({ kind }) => kind !== 'domain').map(({ text }) => text)];
