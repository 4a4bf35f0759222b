/** Is a claim true? Under its readings in turn, then under what the document assumes around it. */
import { rootOf } from '../meaning/dims';
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { conditionsAt, indexConditions } from '../meaning/document';
import type { Expr } from '../notation/expression';
import { isHypothetical } from '../meaning/premises';
import { type SymbolUse, visitSymbols } from '../meaning/symbols';
import { map, num, visitTerm } from '../meaning/term';
import { type Reading, Unreadable, type World } from '../meaning/world';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import { print } from '../notation/print';
import type { Counterexample } from '../report';
import { TOLERANCE } from './compare';
import { type Evaluation, evaluate } from './evaluate';
import { type AlignedSides, type ReadClaim, newSearch, readClaim, scopeOf } from './readings';
import { stationaryPoints } from './stationary';

/** `extent`: how far the line was tested, where that is less than equality at every point. */
export type Judgement =
  | { verdict: 'verified'; evaluation: Evaluation; sides: AlignedSides; assumptions: Assumption[]; extent?: string }
  | { verdict: 'refuted'; evaluation: Evaluation; sides: AlignedSides; assumptions: Assumption[]; example?: Counterexample }
  | { verdict: 'undecided'; reason: Reason; world?: World };

/** What must hold for the claim and is said elsewhere. */
export interface Assumption { kind: 'domain' | 'condition' | 'stationary' | 'independence'; text: string }

export type Reason =
  | { code: 'unread'; what: string; span?: { start: number; end: number } }
  | { code: 'misfit'; what: string; inProduct: boolean }
  | { code: 'undefined'; what: string }
  | { code: 'unknown-symbol'; symbols: SymbolUse[]; arbitrary: boolean }
  /** A derivative of something that is not known to depend on its variable. */
  | { code: 'independent'; of: string; by: string }
  /** What the document says of these is not read, and may make the line true. */
  | { code: 'restricted'; symbols: SymbolUse[] }
  | { code: 'restated'; tex: string }
  | { code: 'existential'; symbols: SymbolUse[] }
  /** Says what its names are to be. */
  | { code: 'premise' }
  /** Nothing but undefined functions: what it says is how they are. */
  | { code: 'property' }
  | { code: 'too-large' }
  | { code: 'no-points' }
  | { code: 'shape-clash'; first: string; second: string };

interface Failure { evaluation: Evaluation; sides: AlignedSides }

/** Other members in the link's place, or parts of the reading that are fixed. */
export interface Variant { lhs?: Expr; rhs?: Expr; fixed?: Partial<Reading> }

/** Judges an equality. `lhs` and `rhs` stand for the link's own members when a variant of the line is tried. */
export function judge(document: DocumentMeaning, link: LinkSyntax, { lhs = link.lhs.expr, rhs = link.rhs.expr, fixed = {} }: Variant = {}): Judgement {
  const failures: Failure[] = [];
  let unread: { error: Unreadable; world: World } | undefined;
  let doubt: Reason | undefined;
  const readable: AlignedSides[] = [];
  const seen = new Set<string>();
  const search = newSearch();
  for (const claim of readClaim(document, link, lhs, rhs, fixed, search)) {
    if (!claim.ok) { unread = worse(unread, claim); continue; }

    for (const sides of claim.alternatives) {
      if (!isNew(seen, sides)) continue;
      readable.push(sides);
      const judged = tryReading(link, sides, rhs);
      if (judged.verdict === 'verified') { settle(document, link, claim.reading, sides.world); return judged; }
      if (judged.verdict === 'refuted') { if (isPlain(claim.reading)) failures.push(judged); }
      else if (!claim.reading.local || !doubt) doubt ??= judged.reason;
    }
  }
  for (const sides of distinct(readable)) {
    const judged = underAssumptions(document, link, sides, !fixed.branches);
    if (judged) return judged;
  }
  // A reading that could not be decided might hold: then nothing is refuted.
  if (failures.length === 0 || doubt) return { verdict: 'undecided', reason: doubt ?? (unread ? reasonOf(unread.error) : { code: 'no-points' }), ...(unread ? { world: unread.world } : {}) };
  if (search.incomplete) return { verdict: 'undecided', reason: { code: 'misfit', what: 'too many shapes are possible: declare them', inProduct: false }, world: failures[0].sides.world };
  return doubted(document, link, failures[0]) ?? { verdict: 'refuted', ...failures[0], assumptions: assumptionsOf(failures[0].sides, failures[0].evaluation) };
}

/** Readings that lay shapes over each other more freely, or leave definitions out, may save a line but never refute one. */
const isPlain = (reading: Reading): boolean => !reading.local && reading.products === 'matrix' && !reading.broadcast && !reading.loose;

/** A name has one shape in the whole exercise: the one it looks like, once a claim was verified with it. */
function settle(document: DocumentMeaning, link: LinkSyntax, reading: Reading, world: World): void {
  if (reading.ranks.size > 0 || reading.products !== 'matrix' || reading.broadcast) return;
  const ranks = [...world.guesses].map(([base, options]): [string, number] => [base, options[0]]);
  for (const [base, rank] of ranks.filter(([base]) => !document.evidence.seen.has(`slots ${base}`))) if (!document.settled.has(`${link.unit} ${base}`)) document.settled.set(`${link.unit} ${base}`, rank);
}

/** Readings that come to the same terms over the same definitions are one. */
function isNew(seen: Set<string>, { left, right, world }: AlignedSides): boolean {
  const id = JSON.stringify([left, right, [...world.definitions], [...world.symbols.values()].map((s) => [s.key, s.axes.map((axis) => rootOf(world.dims, axis)), s.dependsOn])]);
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

/** The plainest reading that can be read at all is what assumptions are tried on. */
const distinct = (sides: AlignedSides[]): AlignedSides[] => sides.slice(0, 1);

function worse(known: { error: Unreadable; world: World } | undefined, claim: Extract<ReadClaim, { ok: false }>): { error: Unreadable; world: World } {
  return known && !(known.error.sort === 'misfit' && claim.error.sort !== 'misfit') ? known : { error: claim.error, world: claim.world };
}

export function reasonOf(error: Unreadable): Reason {
  if (error.sort === 'misfit') return { code: 'misfit', what: error.what, inProduct: error.inProduct };
  if (error.sort === 'undefined') return { code: 'undefined', what: error.what };
  return { code: 'unread', what: error.what, ...(error.span ? { span: error.span } : {}) };
}

export const seedText = (lhs: string, relation: string, rhs: string): string => `${lhs} ${relation} ${rhs}`.replace(/\s+/g, ' ');

function tryReading(link: LinkSyntax, sides: AlignedSides, rhs: Expr): Judgement {
  const seed = seedText(link.lhs.tex, link.relation.tex, link.rhs.tex);
  const evaluation = evaluate(sides, { seed });
  if (!evaluation) return { verdict: 'undecided', reason: { code: 'too-large' } };
  if (evaluation.outcome === 'undefined') return { verdict: 'undecided', reason: { code: 'no-points' } };
  const loose = independence(sides, evaluation, rhs);
  if (loose) return { verdict: 'undecided', reason: loose };
  if (evaluation.outcome === 'differ') return { verdict: 'refuted', evaluation, sides, assumptions: [] };
  const clash = sides.world.dims.clashes[0];
  if (clash) return { verdict: 'undecided', reason: { code: 'shape-clash', ...clash } };
  // A second choice of sizes, so that no identity rests on one number.
  if (evaluation.vacuous && !isLiteral(rhs)) return { verdict: 'undecided', reason: { code: 'no-points' } };
  const again = evaluate(sides, { seed: `${seed} again`, otherSizes: true, points: 16 });
  if (again?.outcome === 'differ') return { verdict: 'refuted', evaluation: again, sides, assumptions: [] };
  return { verdict: 'verified', evaluation, sides, assumptions: assumptionsOf(sides, evaluation) };
}

const isLiteral = (expr: Expr): boolean => expr.kind === 'num' || (expr.kind === 'name' && expr.letter === '0');

/** Only the claim that such a derivative is zero can be told to be true. */
function independence(sides: AlignedSides, evaluation: Evaluation, rhs: Expr): Reason | undefined {
  const [first] = evaluation.independent;
  if (!first || (evaluation.outcome === 'agree' && rhs.kind === 'num' && rhs.value === 0)) return undefined;
  const [of, by] = first.split(' by ').map((key) => sides.world.symbols.get(key)?.use.tex ?? key);
  return { code: 'independent', of, by };
}

// ── assumptions of the document ──

/** The claim where sizes are as the text says, or at the stationary point that was set before. */
function underAssumptions(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, solved: boolean): Judgement | undefined {
  const seed = seedText(link.lhs.tex, link.relation.tex, link.rhs.tex);
  for (const condition of conditionsAt(document, link.lhs.span.start)) {
    const evaluation = evaluate(sides, { seed, sizes: new Map([[condition.name, condition.value]]) });
    if (evaluation?.outcome === 'agree') return { verdict: 'verified', evaluation, sides, assumptions: [{ kind: 'condition', text: `${condition.name} = ${condition.value}` }, ...assumptionsOf(sides, evaluation)] };
  }
  for (const condition of indexConditions(document, link)) {
    const masked = where(link, sides, condition);
    const evaluation = masked && evaluate(masked, { seed });
    if (masked && evaluation?.outcome === 'agree') return { verdict: 'verified', evaluation, sides: masked, assumptions: [{ kind: 'condition', text: print(condition) }, ...assumptionsOf(masked, evaluation)] };
  }
  // Where the gradient is zero every multiple of it is: derivatives are not tested there.
  const projection = solved && !mentionsDerivative(sides) ? stationaryPoints(document, link, sides) : undefined;
  const evaluation = projection && evaluate(sides, { seed, project: projection });
  if (evaluation && evaluation.outcome === 'agree' && !evaluation.vacuous) return { verdict: 'verified', evaluation, sides, assumptions: [{ kind: 'stationary', text: 'at the stationary point' }, ...assumptionsOf(sides, evaluation)] };
  return undefined;
}

function mentionsDerivative(sides: AlignedSides): boolean {
  let found = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { found ||= t.op === 'derivative'; });
  return found;
}

/** Both sides only where a condition on their indices holds. */
function where(link: LinkSyntax, sides: AlignedSides, condition: Expr): AlignedSides | undefined {
  try {
    const test = sides.world.read(scopeOf(link, condition), condition).term;
    return { ...sides, left: map('select', test, sides.left, num(0)), right: map('select', test, sides.right, num(0)) };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Domains that the points were drawn from, as far as the document declares them. */
function assumptionsOf({ world }: AlignedSides, evaluation: Evaluation): Assumption[] {
  const narrowed = evaluation.leaves.filter((leaf) => leaf.domain && leaf.domain !== 'real' && leaf.domain !== 'integer');
  const domains = narrowed.map((leaf): Assumption => ({ kind: 'domain', text: `${world.symbols.get(leaf.name)?.use.tex ?? leaf.name} is ${leaf.domain}` }));
  return world.independence ? [...domains, { kind: 'independence', text: 'the random variables are independent' }] : domains;
}

// ── when a difference proves nothing ──

/** A side that rests on something never defined, which the other side does not know, says nothing about the line. */
function doubted(document: DocumentMeaning, link: LinkSyntax, failure: Failure): Judgement | undefined {
  const { evaluation, sides } = failure;
  const existing = existentials(document, sides);
  if (existing.length) return { verdict: 'undecided', reason: { code: 'existential', symbols: existing }, world: sides.world };
  const [leftArbitrary, rightArbitrary] = evaluation.arbitrary;
  if (!converged(link, evaluation, sides)) return { verdict: 'undecided', reason: { code: 'unread', what: 'an expectation that has no exact sum' }, world: sides.world };
  const later = evaluate(sides, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex), laterDomains: true });
  if (later?.outcome === 'agree') return { verdict: 'undecided', reason: { code: 'unread', what: 'that it rests on what is only said later' }, world: sides.world };
  const held = [...sides.world.symbols.values()].filter((info) => !info.binding && document.declarations.restricted.some((d) => d.base === info.use.base && d.unit === document.evidence.unitAt(sides.at))).map((info) => info.use);
  if (held.length) return { verdict: 'undecided', reason: { code: 'restricted', symbols: held }, world: sides.world };
  if (/Einstein (?:sum|notation|conv)|summation (?:convention|notation|symbol)|repeated[- ]ind/i.test(document.text)) return { verdict: 'undecided', reason: { code: 'unread', what: 'the summation convention' }, world: sides.world };
  if (isHypothetical(document, link)) return { verdict: 'undecided', reason: { code: 'unread', what: 'a supposition' }, world: sides.world };
  if (isConstraint(link, evaluation, sides)) return { verdict: 'undecided', reason: { code: 'premise' }, world: sides.world };
  const both = letterAndCapital(evaluation, sides);
  if (both) return { verdict: 'undecided', reason: { code: 'unread', what: `how ${both[0].tex} relates to ${both[1].tex}` }, world: sides.world };
  const hot = hotEntry(document, link, sides);
  if (hot) return { verdict: 'undecided', reason: { code: 'unread', what: `which entry of ${hot.tex} is 1` }, world: sides.world };
  if (isProperty(evaluation, sides)) return { verdict: 'undecided', reason: { code: 'property' }, world: sides.world };
  const lone = [...difference(leftArbitrary, rightArbitrary), ...difference(rightArbitrary, leftArbitrary)];
  const symbols = lone.map((key) => sides.world.symbols.get(key)?.use).filter((u): u is SymbolUse => !!u);
  if (lone.length) return { verdict: 'undecided', reason: { code: 'unknown-symbol', symbols, arbitrary: true }, world: sides.world };
  const [left, right] = evaluation.leavesOf;
  const strangers = [...difference(left, right), ...difference(right, left)].map((key) => sides.world.symbols.get(key)?.use).filter((u): u is SymbolUse => !!u && !isKnown(document, u, sides.at));
  if (strangers.length) return { verdict: 'undecided', reason: { code: 'unknown-symbol', symbols: strangers, arbitrary: false }, world: sides.world };
  return undefined;
}

/** Whether the expectations in a claim come out the same by a coarser rule. */
function converged(link: LinkSyntax, evaluation: Evaluation, sides: AlignedSides): boolean {
  let average = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { average ||= t.op === 'average'; });
  const coarse = average ? evaluate(sides, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex), coarse: true }) : undefined;
  if (coarse?.outcome !== 'differ') return true;
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  return same(coarse.left, evaluation.left) && same(coarse.right, evaluation.right);
}

/** `\sum_i p_i = 1`, `\frac{n + 2p - k}{s} = 28`: names without a definition against a number say what these are, or rest on values in words. */
function isConstraint(link: LinkSyntax, evaluation: Evaluation, sides: AlignedSides): boolean {
  const { expr } = link.rhs;
  const number = evaluation.leavesOf[1].size === 0 && evaluation.arbitrary[1].size === 0 && !(expr.kind === 'num' && expr.value === 0);
  let derived = false;
  visitTerm(sides.left, (t) => { derived ||= t.op === 'derivative' || t.op === 'average'; });
  return number && evaluation.leavesOf[0].size > 0 && !derived;
}

/** Free names that differ in case only, such as x_i beside a matrix X, are likely parts of one another. */
function letterAndCapital(evaluation: Evaluation, sides: AlignedSides): [SymbolUse, SymbolUse] | undefined {
  const uses = [...evaluation.lowering.inputs.keys()].map((key) => sides.world.symbols.get(key)?.use).filter((u): u is SymbolUse => !!u);
  for (const small of uses) {
    const capital = /^[a-z]$/.test(small.base) ? uses.find((u) => u.base === small.base.toUpperCase()) : undefined;
    if (capital && (sides.world.symbols.get(capital.base)?.axes.length ?? 0) > 1) return [small, capital];
  }
  return undefined;
}

/** An entry of a one-hot vector, written with a letter: the text may say that it is the hot one. */
function hotEntry(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): SymbolUse | undefined {
  let hot: SymbolUse | undefined;
  for (const { expr } of [link.lhs, link.rhs]) visitSymbols(expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() }, (use) => {
    if (use.slots.some((slot) => slot.kind === 'index' && isNamedClass(document, slot.letter, link.unit)) && sides.world.declarations.domain(use.base, sides.at) === 'one-hot') hot = use;
  });
  return hot;
}

/** A letter that stands alone in the text beside words for the true class. */
function isNamedClass(document: DocumentMeaning, letter: string, unit: number): boolean {
  return document.parts.regions.some(({ tex, span }, region) => tex.trim() === letter && document.evidence.unitAt(span.start) === unit && /\b(?:true|correct|actual|target|hot|gold|class|label|dimension)\b/i.test(`${wordsBefore(document.wording, region, 60)} ${wordsAfter(document.wording, region, 40)}`));
}

/** Equations between undefined functions alone say how these are: `g(-x) = -g(x)`, `g' = g(1 - g)`. */
function isProperty(evaluation: Evaluation, sides: AlignedSides): boolean {
  if (sides.world.definitions.size > 0 || !evaluation.arbitrary.every((side) => [...side].some((key) => key.startsWith('function ')))) return false;
  let calculus = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { if (t.op === 'derivative' || t.op === 'average') calculus = true; });
  return !calculus;
}

/** Symbols of a claim of which only existence is said. */
export function existentials(document: DocumentMeaning, sides: AlignedSides): SymbolUse[] {
  return [...sides.world.symbols.values()].filter((info) => !info.binding && isExistential(document, info.use, sides.at)).map((info) => info.use);
}

/** Said to exist somewhere in the exercise, or named as intermediate points are. */
function isExistential(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  return use.family === '\\xi' || document.declarations.existential.some((d) => d.base === use.base && d.unit === document.evidence.unitAt(at));
}

const difference = (a: Set<string>, b: Set<string>): string[] => [...a].filter((x) => !b.has(x));

/** Seen in another equation of the exercise (and no increment, which its own relation would have to tie, nor a name that a definition not in force here binds), so that the document has said something of it. */
function isKnown(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  if (use.family.includes('\\Delta ') || document.bindings.has(use.base)) return false;
  const topics = [`bare ${use.family}`, `slots ${use.family}`];
  const unit = document.evidence.unitAt(at);
  return topics.some((topic) => (document.evidence.seen.get(topic) ?? []).some((o) => o.unit === unit && !sameStatement(document, o.at, at)));
}

function sameStatement(document: DocumentMeaning, a: number, b: number): boolean {
  const region = document.parts.regions.find((r) => b >= r.span.start && b < r.span.end);
  return !!region && a >= region.span.start && a < region.span.end;
}
