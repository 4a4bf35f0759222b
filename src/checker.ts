/** The façade over plain data: what stands in a document, and what is true of it. */
import { beginAnew, correct } from './check/corrected';
import { checkRegion } from './check/document';
import { asUpdate, type Finding } from './check/finding';
import { type Aftermath, carryOver, watchChecks } from './meaning/aftermath';
import type { Role } from './meaning/classify/role';
import { missingDeclaration } from './check/declare';
import { conventionsOf, messageOf, readingTable } from './check/explain';
import { type Proposal, proposeRepairs } from './check/repair';
import { pointOf } from './check/point';
import { withoutConvention } from './check/repair/layout';
import { counterexample } from './check/shrink';
import { figureFor } from './check/figures';
import { withBentError } from './check/bent';
import { withConfirmedError } from './check/confirmed';
import { withoutDenied } from './check/denied';
import { withDoubtedError } from './check/doubted';
import { withMisnamed } from './check/misnamed';
import { withShapeErrors } from './check/illshaped';
import { stepsOf } from './check/steps';
import { strength } from './check/strength';
import { judgeConsequence, recursionsOf } from './check/recursions';
import { judgeUpdates, type UpdateFinding } from './check/updates';
import { createSearch, type Search } from './check/updates/search';
import { bind, type DocumentMeaning, type LinkSyntax, unbind } from './meaning/document';
import { createMemory, type Memory } from './memory';
import { type Basis, createPieces, type Pieces, type Placed } from './pieces';
import { moved, movedEquation } from './places';
import { remark } from './remark';
import type { Judgement } from './check/judgement';
import { asidesOf } from './notation/asides';
import type { Chain, Expr } from './notation/expression';
import type { Counterexample, Equation, Figured, Link, Outline, OutlineItem, Range, Repair, Source } from './report';
import type { PointOrNone } from './script';
import { lineIndex, type LineIndex } from './text';

export interface CheckOptions {
  /** Only these equations are reported, in this order; the ones before them are still checked, because later lines rest on earlier ones. */
  only?: readonly number[];
  /** Verified links say how many altered versions of them the same check catches: slow. */
  strength?: boolean;
}

interface ShowOptions extends Pick<CheckOptions, 'strength'> { language: Source['language'] }

export interface CheckedEquation { index: number; equation: Equation; held: Held<Equation> }

/** What stays the same object as long as only the lines before it change: its own lines count from a line of the document. */
export interface Held<T> { value: T; line: number }

/** What the syntax shows of a piece of the document. */
export type OutlinePart = Held<readonly OutlineItem[]>;

export interface Checker {
  /** Where the mathematics is, from the syntax alone. */
  outline(source: Source): Outline;
  /** The same piece by piece; `piece` is left at 0. */
  parts(source: Source): { parts: OutlinePart[]; macros: Outline['macros'] };
  /** The equations of the outline with their verdicts, in order. */
  check(source: Source, options?: CheckOptions): Generator<CheckedEquation>;
  /** Those of them that are known from checks before, and cost no time. */
  known(source: Source): CheckedEquation[];
  /** What there is to draw for the equations on a line, counted from zero. */
  figure(source: Source, line: number): Figured;
  /** Both sides of one link at the counterexample, or at a point that it was tested at; or in a sentence why there is no such point. */
  point(source: Source, place: LinkPlace): PointOrNone;
}

/** A link by its equation and its number there. */
export interface LinkPlace { equation: number; link: number }

/** What is kept from check to check: the published rules that were found, and the verdicts of pieces of documents. */
interface Kept {
  search: Search;
  piecesOf(source: Source): Pieces;
  verdicts: Memory;
  /** What the checks of a piece changed, for those that rest on it. */
  aftermaths: Memory;
}

/** Outcomes of claims at their points that are kept; an equation needs about two. */
const OUTCOMES = 12_000;
/** Pieces whose verdicts are kept, more where a document has more. */
const PIECES = 200;

/** `search` finds the published rules. */
export function createChecker(search: Search = createSearch()): Checker {
  const room = { size: PIECES };
  const kept: Kept = { search, piecesOf: createPieces(createMemory(OUTCOMES), room), verdicts: createMemory(room), aftermaths: createMemory(room) };
  return {
    outline: (source) => outlineOf(kept.piecesOf(source)),
    parts: (source) => { const { pieces, macros } = kept.piecesOf(source); return { parts: pieces.map(partOf), macros: bodiesOf(macros) }; },
    check: (source, options) => check(kept, source, options),
    known: (source) => kept.piecesOf(source).pieces.flatMap((piece) => (piece.isTied ? knownIn(kept, piece, source) : [])),
    figure: (source, line) => figure(kept, source, line),
    point: (source, place) => point(kept, source, place),
  };
}

const RELATES = /=|<|>|\\(?:le|ge|leq|geq|ne|neq|approx|equiv|in|sim|to|rightarrow|Rightarrow|implies|coloneqq|triangleq|leqslant|geqslant|propto)(?![a-zA-Z])|[≤≥≠≈≡∈→⇒]/;

function outlineOf({ pieces, macros }: Pieces): Outline {
  return {
    items: pieces.flatMap((part, piece) => partOf(part).value.map((item) => ({ ...item, piece, range: moved(item.range, part.line) }))),
    macros: bodiesOf(macros),
  };
}

const bodiesOf = (macros: Pieces['macros']): Outline['macros'] => Object.fromEntries([...macros].map(([name, macro]) => [name, macro.body]));

const parts = new WeakMap<object, readonly OutlineItem[]>();

function partOf({ self, formulas, line }: Placed): OutlinePart {
  const value = parts.get(self) ?? formulas.map(({ range, region: { tex, display } }): OutlineItem => ({ piece: 0, range, tex, display, claims: RELATES.test(tex) }));
  parts.set(self, value);
  return { value, line };
}

function* check(kept: Kept, source: Source, { only, strength: isStrengthAsked }: CheckOptions = {}): Generator<CheckedEquation> {
  const { pieces } = kept.piecesOf(source);
  const options = { language: source.language, strength: isStrengthAsked };
  const count = pieces.reduce((sum, piece) => sum + piece.count, 0);
  let piece: Placed | undefined;
  let verdicts: Verdicts | undefined;
  for (const index of only ?? Array(count).keys()) {
    if (!piece || !verdicts || !holds(piece, index)) {
      piece = pieces.find((each) => holds(each, index));
      verdicts = piece && (isStrengthAsked ? verdictsOf : keptVerdicts)(kept, piece, options);
    }
    if (piece && verdicts) yield verdicts.at(index, piece);
  }
}

const holds = ({ first, count }: Placed, index: number): boolean => index >= first && index < first + count;

function knownIn(kept: Kept, piece: Placed, { language }: Source): CheckedEquation[] {
  const verdicts = keptVerdicts(kept, piece, { language });
  return Array.from({ length: verdicts.known() }, (_, i) => verdicts.at(piece.first + i, piece));
}

const keptVerdicts = (kept: Kept, piece: Placed, options: ShowOptions): Verdicts => kept.verdicts(piece.basis.key, () => verdictsOf(kept, piece, options));

/** The equations of a piece in their places. They are made in order, as far as they are asked for. */
interface Verdicts {
  at(index: number, place: Placed): CheckedEquation;
  /** How many are there already. */
  known(): number;
}

function verdictsOf(kept: Kept, { basis, count }: Placed, options: ShowOptions): Verdicts {
  const known: Equation[] = [];
  let local: { shift: string; equations: Equation[] } = { shift: '', equations: [] };
  let placed: { line: number; equations: Equation[] } = { line: 0, equations: [] };
  let rest: Generator<Equation> | undefined;
  const find = (index: number): Equation => {
    if (index < known.length) return known[index];
    // After a fault of ours all begins anew.
    if (!rest) known.length = 0;
    const equations = rest ?? equationsOf(kept, basis, options);
    rest = undefined;
    for (let next = equations.next(); !next.done; next = equations.next()) {
      known.push(next.value);
      if (index < known.length && known.length < count) { rest = equations; break; }
    }
    return known[index];
  };
  return {
    known: () => known.length,
    at(index, { first, line, shift, lineOf }) {
      const i = index - first;
      if (local.shift !== shift) { local = { shift, equations: [] }; placed = { line, equations: [] }; }
      if (placed.line !== line) placed = { line, equations: [] };
      local.equations[i] ??= movedEquation(find(i), lineOf);
      placed.equations[i] ??= movedEquation(local.equations[i], (own) => own + line);
      return { index, equation: placed.equations[i], held: { value: local.equations[i], line } };
    },
  };
}

function* equationsOf(kept: Kept, basis: Basis, options: ShowOptions): Generator<Equation> {
  const { document, lines, findings, aftermath } = readClaims(kept, basis);
  for (const [index, found] of findings) yield safely(found, (checked) => equationOf(document, index, checked, lines, options));
  kept.aftermaths(basis.key, aftermath);
}

/** What the checks of a piece change, in the order of its links. */
function aftermathOf(kept: Kept, basis: Basis): Aftermath {
  return kept.aftermaths(basis.key, () => {
    const { findings, aftermath } = readClaims(kept, basis);
    Array.from(findings);
    return aftermath();
  });
}

/** The text that a piece rests on, and the findings of its equations in order, each made when it is asked for. */
function readClaims(kept: Kept, { text, from, sources, read }: Basis) {
  const { document, roles } = read();
  const aftermath = watchChecks(document);
  if (sources) carryOver(document, aftermathOf(kept, sources));
  const updates = updatesOf(document, roles, kept.search);
  let recursions = recursionsOf(document);
  const consequence = (found: Finding): UpdateFinding | undefined => {
    const said = found.verdict === 'verified' ? undefined : judgeConsequence(document, found.link, recursions);
    const role = roles.get(found.link);
    // What contradicts the recursion defines nothing.
    if (said?.verdict === 'refuted' && role?.role === 'definition') unbind(document, role.binding);
    return said;
  };
  const judged = (link: LinkSyntax, own: Finding): Finding => {
    const found = asUpdate(own, updates.get(link) ?? consequence(own));
    const role = roles.get(link);
    // A step that is right is what the name is from here on.
    if (own.code === 'restated' && found.verdict === 'verified' && role?.role === 'restatement') bind(document, role.binding);
    correct(document, found);
    // Of what a wrong line gives nothing follows.
    if (found.verdict === 'refuted') recursions = recursions.filter((recursion) => recursion.link.statement !== link.statement);
    return found;
  };
  const byRegion = groupByRegion(document.links);
  function* each(): Generator<[index: number, findings: Finding[]]> {
    for (let index = from; index < document.parts.regions.length; index++) {
      yield [index, (byRegion.get(index) ?? []).flatMap((link) => guarded(link, () => { beginAnew(document, updates.get(link)); return checkRegion(document, roles, [link]).map((found) => judged(link, found)); }))];
    }
  }
  return { document, updates, lines: lineIndex(text), findings: each(), aftermath };
}

// ── one equation ──

function point(kept: Kept, source: Source, { equation, link }: LinkPlace): PointOrNone {
  const piece = kept.piecesOf(source).pieces.find(({ first, count }) => equation >= first && equation < first + count);
  for (const [index, findings] of piece ? readClaims(kept, piece.basis).findings : []) {
    if (!piece || index - piece.basis.from !== equation - piece.first) continue;
    try { return findings[link] ? pointAt(findings[link]) : NO_LINK; } catch (error) { return { problem: `Gradlens failed on it (${reason(error)}).` }; }
  }
  return NO_LINK;
}

const NO_LINK: PointOrNone = { problem: 'There is no relation here.' };

function pointAt({ link, judgement, update }: Finding): PointOrNone {
  if (update) return { problem: 'Update rules are compared step by step: that cannot be written as a script yet.' };
  if (!judgement || judgement.verdict === 'undecided') return { problem: 'Nothing was checked here, so there is no check to copy.' };
  const there = pointOf(judgement);
  if (!there) return { problem: 'There is no point at which both sides are defined.' };
  const { world: { definitions, symbols, dims }, left, right, sizes: { chosen }, values, results } = there;
  return {
    title: `${link.lhs.tex} ${link.relation.tex} ${link.rhs.tex}`,
    found: `Gradlens: ${shown(results[0])} on the left, ${shown(results[1])} on the right.`,
    world: { definitions, symbols, dims }, left, right, sizes: chosen, values,
  };
}

const shown = (entries: number[]): string => (entries.length === 1 ? String(entries[0]) : `[${entries.join(', ')}]`);

function figure(kept: Kept, source: Source, inDocument: number): Figured {
  const piece = kept.piecesOf(source).pieces.findLast((each) => each.line <= inDocument);
  return piece ? figureOn(kept, piece.basis, inDocument - piece.line + piece.own) : NOTHING_HERE;
}

const NOTHING_HERE: Figured = { problem: 'there is no equation on this line' };

function figureOn(kept: Kept, basis: Basis, line: number): Figured {
  const { document, updates, lines, findings } = readClaims(kept, basis);
  let isThere = false;
  for (const [index, found] of findings) {
    const { start, end } = rangeOf(lines, document.parts.regions[index].span);
    if (end.line < line) continue;
    if (start.line > line) break;
    isThere = true;
    try {
      const there = found.filter(({ link }) => lines.positionAt(link.lhs.span.start).line <= line && lines.positionAt(link.rhs.span.end).line >= line);
      const drawn = figureFor(document, there.length ? there : found, updates);
      if (drawn) return { figure: drawn };
    } catch (error) {
      return { problem: `Gradlens failed on it (${reason(error)})` };
    }
  }
  return isThere ? { problem: 'only update rules that are known, and tested lines with a number that can be moved, have a picture' } : NOTHING_HERE;
}

/** A bug of ours in the update rules costs what they would have said of the document's steps, and nothing else. */
function updatesOf(document: DocumentMeaning, roles: ReadonlyMap<LinkSyntax, Role>, search: Search): ReadonlyMap<LinkSyntax, UpdateFinding> {
  try {
    return judgeUpdates(document, roles, search);
  } catch (error) {
    const message = `Not compared with the published rules: Gradlens failed on it (${reason(error)}).`;
    return new Map([...roles].filter(([, { role }]) => role === 'step').map(([link]) => [link, { verdict: 'undecided', code: 'internal', message }]));
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is said of a link whose check broke off. */
function brokenOff(link: LinkSyntax, kind: Finding['kind'], error: unknown): Finding {
  if (isStackSpent(error)) return { link, kind, verdict: 'undecided', code: 'too-large', note: 'Not checked: it is too long, or nested too deep. In parts it can be checked.' };
  return { link, kind, verdict: 'undecided', code: 'internal', note: `Not checked: Gradlens failed on it (${reason(error)}).` };
}

/** Engines of JavaScript name it differently. */
const isStackSpent = (error: unknown): boolean => error instanceof Error && /call stack|too much recursion/.test(error.message);

/** A bug of ours costs the link it shows in and no other; the verdict names it. */
function guarded(link: LinkSyntax, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    return [brokenOff(link, 'claim', error)];
  }
}

/** The equation with its findings; where one of them cannot be shown, with that said instead. */
function safely(findings: Finding[], show: (findings: Finding[]) => Equation): Equation {
  try {
    return show(findings);
  } catch (error) {
    return show(findings.map(({ link, kind }) => brokenOff(link, kind, error)));
  }
}

function groupByRegion(links: LinkSyntax[]): Map<number, LinkSyntax[]> {
  const groups = new Map<number, LinkSyntax[]>();
  for (const link of links) { const group = groups.get(link.region) ?? []; group.push(link); groups.set(link.region, group); }
  return groups;
}

const rangeOf = (lines: LineIndex, span: { start: number; end: number }): Range => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) });

function equationOf(document: DocumentMeaning, index: number, findings: Finding[], lines: LineIndex, options: ShowOptions): Equation {
  const region = document.parts.regions[index];
  const repairs = proposeRepairs(document, findings);
  const shown = (found: Finding): Link => {
    const proposed = repairs.get(found.link);
    const finding = refuted(document, found, proposed);
    const repair = isInDoubt(finding, proposed) ? undefined : proposed;
    return withStrength(document, finding, linkOf(document, finding, lines, options.language, { repair, rewrite: withoutConvention(document, finding) }), options);
  };
  const asides = asidesOf(document.equations[index]).flatMap((chain) => asideLinks(document.text, chain, lines));
  return { range: rangeOf(lines, region.span), tex: region.tex, display: region.display, links: [...findings.map(shown), ...asides] };
}

/** An edit of a line that is left open may spoil what is right, but where its factors do not fit each other. */
const isInDoubt = ({ judgement, code }: Finding, proposed: Proposal | undefined): boolean =>
  judgement?.verdict === 'undecided' && (code === 'unconfirmed' || judgement.doubted !== undefined || (judgement.bent !== undefined && proposed?.trait !== 'shapes'));

/** What a repair that was found, or not, says of the line. */
function refuted(document: DocumentMeaning, found: Finding, repair: Proposal | undefined): Finding {
  const finding = withMisnamed(document, withDoubtedError(document, withBentError(document, found, repair), repair), repair);
  return withoutDenied(document, withConfirmedError(document, withShapeErrors(document, finding, repair?.trait === 'shapes'), repair));
}

/** What stands beside or inside a formula is taken as it is said. */
function asideLinks(text: string, { members, relations }: Chain, lines: LineIndex): Link[] {
  const written = ({ span }: Expr): string => text.slice(span.start, span.end);
  return relations.map((relation, i): Link => ({
    range: rangeOf(lines, { start: members[i].span.start, end: members[i + 1].span.end }), lhs: written(members[i]), relation: relation.tex, rhs: written(members[i + 1]),
    kind: 'notation', verdict: 'assumption', message: 'Taken as given where it stands.', code: 'aside', assumptions: [], reading: [],
  }));
}

/** The counterexample with its steps. */
function followed(document: DocumentMeaning, link: LinkSyntax, judgement: Extract<Judgement, { verdict: 'refuted' }>): Counterexample | undefined {
  const example = judgement.example ?? counterexample(judgement.sides, judgement.evaluation);
  const point = example && pointOf(judgement);
  const steps = point ? stepsOf(document, link, point) : [];
  return example && steps.length > 0 ? { ...example, steps } : example;
}

/** Edits that were themselves verified. */
interface Offers { repair: Proposal | undefined; rewrite: Proposal | undefined }

function linkOf(document: DocumentMeaning, finding: Finding, lines: LineIndex, language: Source['language'], offers: Offers): Link {
  const { link, judgement, update } = finding;
  const repair = update?.repair ?? offers.repair;
  const example = judgement?.verdict === 'refuted' ? followed(document, link, judgement) : update?.counterexample;
  const missing = missingDeclaration(judgement);
  const world = judgement?.verdict === 'undecided' ? judgement.world : judgement?.sides.world;
  const convention = judgement?.verdict === 'verified' ? conventionsOf(judgement).join('; ') : '';
  return {
    range: rangeOf(lines, { start: startOf(document, link), end: link.rhs.span.end }),
    lhs: link.lhs.tex, relation: link.relation.tex, rhs: link.rhs.tex, kind: finding.kind, verdict: finding.verdict,
    message: messageOf(finding, example), code: finding.code,
    assumptions: judgement && judgement.verdict !== 'undecided' ? judgement.assumptions.map(({ text }) => text) : [],
    ...(convention ? { convention } : {}),
    reading: world ? readingTable(world, link.lhs.span.start, (offset) => lines.positionAt(offset).line) : [],
    ...(judgement && judgement.verdict !== 'undecided' ? { evidence: evidenceOf(judgement.evaluation) } : {}),
    ...(example ? { counterexample: example } : {}),
    ...(repair ? { repair: shownEdits(lines, repair) } : {}),
    ...(offers.rewrite ? { rewrite: shownEdits(lines, offers.rewrite) } : {}),
    ...(missing ? { declare: remark(language, missing) } : {}),
  };
}

/** A link begins with its left member, or with its relation where that member stands in the display before. */
const startOf = ({ parts }: DocumentMeaning, { region, lhs, relation }: LinkSyntax): number => (lhs.span.start < parts.regions[region].span.start ? relation.span.start : lhs.span.start);

const shownEdits = (lines: LineIndex, { message, edits }: Proposal): Repair => ({ message, edits: edits.map(({ span, text }) => ({ range: rangeOf(lines, span), text })) });

function withStrength(document: DocumentMeaning, { link, kind, verdict }: Finding, said: Link, options: Pick<CheckOptions, 'strength'>): Link {
  const found = options.strength && verdict === 'verified' ? strength(document, link, kind) : undefined;
  return found && said.evidence ? { ...said, evidence: { ...said.evidence, strength: found } } : said;
}

function evidenceOf(evaluation: { points: number; maxError: number; sizes: Map<string, number>; seed: number }) {
  return { seed: evaluation.seed, points: evaluation.points, maxError: evaluation.maxError, sizes: Object.fromEntries(evaluation.sizes) };
}
