/** Is a claim true? Under its readings in turn, then under what the document assumes around it. */
import { type Domain, domainWords } from '../meaning/declarations';
import { rootOf } from '../meaning/dims';
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import { conditionsAt, isSaidWith } from '../meaning/conditions';
import { casesLeft, indexConditions, isBound } from '../meaning/provisos';
import { children, type Expr, find, isDerivative, isZero, visit } from '../notation/expression';
import { freeLetters } from '../meaning/free';
import { antiderivatives } from '../meaning/integrals';
import { reaches } from '../meaning/names';
import { optimumOf } from '../meaning/stationarity';
import { contextOf, keyOf, type SymbolUse, symbolUse, visitSymbols } from '../meaning/symbols';
import { visitTerm } from '../meaning/term';
import { IN_GENERAL, wordsBefore, wordsBetween } from '../meaning/wording';
import type { Binding, Reading, SymbolInfo, Unreadable, World } from '../meaning/world';
import { print } from '../notation/print';
import { standsAlone } from './alone';
import { filled, lastFirst } from './branches';
import { doubtAbout, isOfNames } from './doubt';
import { existentials } from './doubt/existentials';
import { heldAt } from './doubt/held';
import { type Evaluation, evaluate, type Options, termsOf } from './evaluate';
import { judgeExistence } from './existence';
import type { Counterexample } from '../report';
import type { Assumption, Failure, Judgement, Reason } from './judgement';
import { missingPath } from './paths';
import { type AlignedSides, type RankSearch, type ReadClaim, newSearch, readClaim, seedText, where } from './readings';
import { showPoint } from './shrink';
import { ShapeError } from '../tensor';
import { atStationary } from './stationary';

/** Other members in the link's place, or parts of the reading that are fixed. Where only what is verified counts, no reasons are looked for why a line that differs may still be right. `solved`: also where derivatives vanish. */
export interface Variant { lhs?: Expr; rhs?: Expr; fixed?: Partial<Reading>; search?: RankSearch; reasons?: boolean; solved?: boolean }

/** Judges an equality. `lhs` and `rhs` stand for the link's own members when a variant of the line is tried. */
export function judge(document: DocumentMeaning, link: LinkSyntax, variant: Variant = {}): Judgement {
  const read = judgeReadings(document, link, variant);
  const judged = restsOnOthers(read, variant) && isAlone(document, link) ? judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, local: true } }) : read;
  const judgement = [withHeld, byPart, withStateFixed, amongDefinitions, ofNumber, underActivation, besideCases].reduce((found, other) => other(document, link, variant, found), judged);
  const path = judgement.verdict === 'verified' ? missingPath(document, link) : undefined;
  if (path) return { verdict: 'undecided', reason: { code: 'unread', what: `whether a path through ${path} counts as well` } };
  return judgement.verdict === 'undecided' ? judgement : (amongCases(document, link, variant, judgement.verdict) ?? judgement);
}

/** It holds by what other items say, or other exercises. */
const restsOnOthers = (judgement: Judgement, { fixed = {} }: Variant): boolean =>
  judgement.verdict === 'verified' && fixed.local === undefined && !judgement.sides.world.reading.plain.local && judgement.sides.world.consulted.has('local');

function isAlone(document: DocumentMeaning, link: LinkSyntax): boolean {
  return standsAlone(document, link, (other, local) => judge(apartFrom(document), other, { fixed: { local }, reasons: false, ...(local ? { search: newSearch(READINGS_ALONE) } : {}) }).verdict);
}

/** What holds without what the other items say holds in one of the first readings: none of its names has lost its shape. */
const READINGS_ALONE = 40;

/** Where words hold names fixed, what is derived is derived with these as they are. A name that a sum runs to, here or in a definition, is a size of any value, whatever it is bound to elsewhere. */
function withHeld(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  const isOpen = judgement.verdict !== 'verified' && !variant.fixed?.held;
  const held = isOpen ? heldAt(document, link) : [];
  const defining = judgement.verdict === 'refuted' ? [...judgement.sides.world.symbols.values()].flatMap(({ binding }) => (binding ? [binding.expr] : [])) : [];
  const [sizes, inner] = [[link.lhs.expr, link.rhs.expr], defining].map((exprs) => (isOpen ? sizesIn(exprs).filter((name) => document.bindings.has(name)) : []));
  if (held.length + sizes.length + inner.length === 0) return judgement;
  const fixed = judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, held: new Set([...held, ...sizes, ...inner]) } });
  if (fixed.verdict !== 'verified') return judgement.verdict === 'refuted' && held.length + sizes.length > 0 ? fixed : judgement;
  return { ...fixed, assumptions: [...fixed.assumptions, ...held.map((base): Assumption => ({ kind: 'condition', text: `${base} held fixed` }))] };
}

/** `\partial \hat x_i / \partial x_i` of `\hat x_i = (x_i - \mu) / s`, where \mu and s depend on x as well: a partial derivative may hold them fixed. */
function byPart(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'refuted' || variant.fixed?.held) return judgement;
  const held = new Set(besideVariables(document, link, judgement.sides.world));
  const isMeant = held.size > 0 && judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, held }, reasons: false }).verdict === 'verified';
  return isMeant ? { verdict: 'undecided', reason: { code: 'unread', what: 'what is held fixed' } } : judgement;
}

/** `\partial L / \partial b = \partial L / \partial z_t` of a recursion: the derivative of one step holds what the step before has left. */
function withStateFixed(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'refuted' || variant.fixed?.held || ![link.lhs, link.rhs].some(({ expr }) => isDerivative(expr))) return judgement;
  const { world } = judgement.sides;
  const held = new Set([...world.symbols.values()].flatMap(({ key, use }) => (use.time && use.time.letter !== '' && use.time.shift < 0 && world.definitions.has(key) ? [key] : [])));
  const isMeant = held.size > 0 && judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, held }, reasons: false }).verdict === 'verified';
  return isMeant ? { verdict: 'undecided', reason: { code: 'unread', what: 'what is held fixed' } } : judgement;
}

/** `\sigma'(x) = \sigma(x)(1 - \sigma(x))` beside the vectors `x_t` of a sequence: the x of an identity may be any number; a capital hardly. */
function ofNumber(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  const leaves = judgement.verdict === 'refuted' ? judgement.evaluation.leaves : [];
  const use = judgement.verdict === 'refuted' && leaves.length === 1 ? judgement.sides.world.symbols.get(leaves[0].name)?.use : undefined;
  if (!use || leaves[0].shape.length === 0 || /^[A-Z]/.test(use.family) || variant.search || document.surroundings.declarations.shape(use.base, link.lhs.span.start) || ![link.lhs, link.rhs].some(({ expr }) => isDerivative(expr))) return judgement;
  const isMeant = judgeReadings(document, link, { ...variant, search: { ...newSearch(), found: new Map([[use.base, 0]]) }, reasons: false }).verdict === 'verified';
  return isMeant ? { verdict: 'undecided', reason: { code: 'unread', what: `whether ${use.tex} is a number` } } : judgement;
}

/** Names without the variable's index that stand beside it in the definition of what is differentiated, and depend on it. */
function besideVariables(document: DocumentMeaning, { lhs, rhs }: LinkSyntax, world: World): string[] {
  const context = contextOf(document);
  const infoOf = (expr: Expr): SymbolInfo | undefined => { const use = symbolUse(expr, context); return use && world.symbols.get(keyOf(use)); };
  const found: string[] = [];
  for (const { expr } of [lhs, rhs]) visit(expr, (e) => {
    const [of, by] = e.kind === 'derivative' && !e.total ? [infoOf(e.of), infoOf(e.by[0].expr)] : [];
    if (!of?.binding || !by) return;
    const beside: SymbolUse[] = [];
    visitSymbols(of.binding.expr, context, (use) => { beside.push(use); });
    const variable = beside.find((use) => keyOf(use) === by.key);
    if (variable) found.push(...beside.filter((use) => use.slots.length < variable.slots.length && reaches(world, keyOf(use), by.key)).map(({ base }) => base));
  });
  return found;
}

/** What is false by the last definition of a name, and true by one before it, may mean that one. */
function amongDefinitions(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'refuted' || variant.fixed?.branches) return judgement;
  for (const { binding, use } of judgement.sides.world.symbols.values()) {
    if (!binding || binding.pieces) continue;
    const earlier = document.bindings.get(binding.base)?.filter((b) => b.unit === link.unit && b.at < binding.at && keyOf(b) === keyOf(binding)).slice(-DEFINITIONS);
    const isMeant = earlier?.some((b) => judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, branches: new Map([[keyOf(b), b]]) }, reasons: false }).verdict === 'verified');
    if (isMeant) return { verdict: 'undecided', reason: { code: 'unread', what: `which definition of ${use.tex} is meant` } };
  }
  return judgement;
}
/** So many earlier ones are tried. */
const DEFINITIONS = 3;

/** Where nothing says what `\sigma` is, it may be another activation than the sigmoid. */
function underActivation(document: DocumentMeaning, link: LinkSyntax, variant: Variant, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'refuted' || variant.fixed?.activation || !judgement.sides.world.consulted.has('activation')) return judgement;
  const words = wordsBefore(document.wording, link.region, 1500);
  const meant = ACTIVATIONS.filter((activation) => !SIGMOID.test(words) || words.toLowerCase().includes(activation)).find((activation) => judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, activation }, reasons: false }).verdict === 'verified');
  return meant ? { verdict: 'undecided', reason: { code: 'conditional', what: `\\sigma is the ${meant}` } } : judgement;
}
const ACTIVATIONS = ['tanh', 'relu', 'softplus'];
const SIGMOID = /sigmo|logisti|сигмои|逻辑|シグモイド|시그모이드/i;

/** It holds but for the case that the next formulas turn to. */
function besideCases(document: DocumentMeaning, link: LinkSyntax, _variant: Variant, judgement: Judgement): Judgement {
  const left = judgement.verdict === 'refuted' ? casesLeft(document, link) : [];
  for (const condition of left) {
    const masked = judgement.verdict === 'refuted' && where(link, judgement.sides, condition);
    const evaluation = masked && evaluate(masked, { seed: seedText(link.lhs.tex, link.relation.tex, link.rhs.tex) });
    if (evaluation && evaluation.outcome === 'agree' && !evaluation.vacuous) return { verdict: 'undecided', reason: { code: 'conditional', what: print(condition) } };
  }
  return judgement;
}

/** Names that sums run to. */
function sizesIn(exprs: Expr[]): string[] {
  const found: string[] = [];
  for (const expr of exprs) visit(expr, (e) => { if (e.kind === 'big' && e.above?.kind === 'name') found.push(e.above.letter); });
  return found;
}

/** Cases whose order counts, or that leave points without a value which the other side has. */
function amongCases(document: DocumentMeaning, link: LinkSyntax, { lhs = link.lhs.expr, rhs = link.rhs.expr, ...rest }: Variant, verdict: Judgement['verdict']): Judgement | undefined {
  const [turned, complete] = [lastFirst, filled].map((change) => ({ lhs: change(lhs), rhs: change(rhs) }));
  const isSame = (other: Pick<Variant, 'lhs' | 'rhs'>): boolean => (!other.lhs && !other.rhs) || judgeReadings(document, link, { lhs, rhs, ...rest, ...defined(other) }).verdict === verdict;
  if (!isSame(turned)) return { verdict: 'undecided', reason: { code: 'unread', what: 'which of the cases that overlap counts' } };
  if (verdict === 'refuted' || (isSame({ lhs: complete.lhs }) && isSame({ rhs: complete.rhs }))) return undefined;
  return { verdict: 'undecided', reason: { code: 'conditional', what: 'one of the cases applies' } };
}

const defined = ({ lhs, rhs }: Pick<Variant, 'lhs' | 'rhs'>): Pick<Variant, 'lhs' | 'rhs'> => ({ ...(lhs ? { lhs } : {}), ...(rhs ? { rhs } : {}) });

function judgeReadings(document: DocumentMeaning, link: LinkSyntax, { lhs = link.lhs.expr, rhs = link.rhs.expr, fixed = {}, search = newSearch(), reasons = true, solved = !fixed.branches }: Variant = {}): Judgement {
  const slopes = antiderivatives(lhs, rhs);
  if (slopes) return upToConstant(judge(document, link, { lhs: slopes.lhs, rhs: slopes.rhs, fixed, search, reasons }));
  const failures: Failure[] = [];
  const bent: AlignedSides[] = [];
  let unread: { error: Unreadable; world: World } | undefined;
  let doubt: Reason | undefined;
  const readable: AlignedSides[] = [];
  for (const claim of readClaim(document, link, lhs, rhs, fixed, search)) {
    if (!claim.ok) { unread = worse(unread, claim); continue; }

    for (const sides of claim.alternatives) {
      if (!isNew(readable, sides)) continue;
      readable.push(sides);
      const plain = isPlain({ ...claim.reading, local: claim.reading.local && !fixed.local });
      const counts = plain && (reasons || existentials(document, sides).length > 0);
      const judged = tryReading(() => runReading(link, sides, rhs, !counts));
      const pinned = judged.verdict === 'verified' ? valuesTaken(document, link, sides) : undefined;
      if (judged.verdict === 'verified' && claim.reading.independent && !document.said.independent) { doubt ??= { code: 'conditional', what: 'the random variables are independent' }; continue; }
      if (judged.verdict === 'verified' && sides.world.entrywise) { doubt ??= { code: 'conditional', what: 'the power is of each entry' }; continue; }
      if (judged.verdict === 'verified' && pinned?.elsewhere) { doubt ??= { code: 'conditional', what: pinned.elsewhere }; continue; }
      if (judged.verdict === 'verified') { judged.assumptions.push(...(pinned?.assumed ?? [])); document.upheld.add(link); settle(document, link, claim.reading, sides.world); return judged; }
      if (judged.verdict === 'refuted') { if (plain) failures.push(judged); else if (!claim.reading.independent) bent.push(sides); }
      // Without the definition that tells how it depends on its variable a derivative says nothing.
      else if (!(claim.reading.local && judged.reason.code === 'independent')) doubt ??= judged.reason;
    }
  }
  // Plainly it does not fit, or what is differentiated rests on nothing.
  const isBent = (): boolean => bent.length > 0 && failures.length === 0 && !search.incomplete && (!doubt || doubt.code === 'independent') && (unread ? unread.error.sort === 'misfit' : doubt !== undefined);
  let atPoint: Judgement | undefined;
  for (const sides of distinct(readable)) {
    const judged = underAssumptions(document, link, sides, solved);
    if (judged && judged.verdict !== 'refuted') return judged;
    atPoint = judged;
  }
  // A reading that could not be decided might hold: then nothing is refuted.
  if (failures.length === 0 || doubt) return { verdict: 'undecided', reason: doubt ?? (unread ? reasonOf(unread.error) : { code: 'no-points' }), ...(unread ? { world: unread.world } : {}), ...(isBent() ? { bent: bent.map((sides) => failureOf(link, sides, rhs)) } : {}) };
  if (search.incomplete) return { verdict: 'undecided', reason: { code: 'ambiguous' }, world: failures[0].sides.world };
  if (!reasons && existentials(document, failures[0].sides).length === 0) return { verdict: 'undecided', reason: { code: 'no-points' }, world: failures[0].sides.world };
  const found = doubtAbout(document, link, failures[0]);
  const doubted = found?.code === 'premise' && lhs === link.lhs.expr && isConcluded(document, link) ? undefined : found;
  const [point, ...others] = doubted?.code === 'existential' ? doubted.symbols : [];
  for (const { sides } of point && others.length === 0 ? failures : []) {
    const solved = judgeExistence(document, link, sides, point);
    if (solved) return solved;
  }
  // What an optimum is, the point where the derivative vanishes says.
  if (doubted && !(atPoint && isOfOptima(document, doubted))) return { verdict: 'undecided', reason: doubted, world: failures[0].sides.world, ...(isOfNames(doubted) ? { doubted: failures[0] } : {}) };
  return atPoint ?? { verdict: 'refuted', ...failures[0], assumptions: assumptionsOf(failures[0].sides, failures[0].evaluation) };
}

/** All that is not known are optima of variables by which a derivative was set to zero. */
const isOfOptima = ({ stationary }: DocumentMeaning, doubt: Reason): boolean =>
  doubt.code === 'unknown-symbol' && doubt.symbols.every((use) => stationary.some(({ variables }) => variables.some(({ base }) => base === optimumOf(use.base))));

function upToConstant(judgement: Judgement): Judgement {
  return judgement.verdict === 'verified' ? { ...judgement, extent: 'up to a constant: both sides have the same derivative' } : judgement;
}

/** In `a = b = c`, where `a = c` holds and `a = b` does not, `b = c` is no condition on the names of b. */
function isConcluded(document: DocumentMeaning, link: LinkSyntax): boolean {
  const { statement, position, rhs } = link;
  if (position === 0 || statement.relations.slice(0, position + 1).some(({ name }) => name !== 'equal')) return false;
  const apart = apartFrom(document);
  const [{ expr: first }] = statement.members;
  const against = (other: Expr): Judgement['verdict'] => judge(apart, link, { lhs: first, rhs: other }).verdict;
  return against(rhs.expr) === 'verified' && against(link.lhs.expr) === 'refuted';
}

/** Numbers that names stood for: those said with the line are assumed, and in a line whose one side is a number all are; elsewhere they prove nothing. */
function valuesTaken(document: DocumentMeaning, link: LinkSyntax, { world }: AlignedSides): { assumed: Assumption[]; elsewhere?: string } {
  const pinned = [...world.symbols.values()].flatMap(({ binding, use }) => (binding?.isValue ? [{ binding, use, text: `${use.tex} = ${print(binding.expr)}` }] : []));
  const assumed = pinned.map(({ text }): Assumption => ({ kind: 'condition', text }));
  const past = pinned.find(({ binding }) => isOver(document, binding, link));
  if (past) return { assumed, elsewhere: past.text };
  if ([link.lhs.expr, link.rhs.expr].some(isClosed)) return { assumed };
  const stray = pinned.filter(({ binding }) => !isCaseBefore(document, binding, link)).find(({ binding, use }) => mentionsName(link, use.tex) || !isSaidWith(document, binding.at, link));
  return stray ? { assumed, elsewhere: stray.text } : { assumed };
}

/** A number that words say for a case, or for an example, holds no longer where others speak of all, nor that of a case in another paragraph. */
function isOver({ text, parts: { regions, blocks }, wording }: DocumentMeaning, { at }: Binding, link: LinkSyntax): boolean {
  const { start } = regions[link.region].span;
  if (start <= at) return false;
  const between = wordsBetween(text, regions, at, start);
  if (IN_GENERAL.test(between)) return true;
  const before = wordsBefore(wording, regions.findIndex(({ span }) => at >= span.start && at < span.end), 60);
  if (OF_A_CASE.test(before)) return /[.!?]\s*\n\s*\n/.test(between);
  return blocks.some(({ kind, title, span }) => kind === 'section' && EXAMPLE.test(title) && at >= span.start && at < span.end && start >= span.end);
}

/** "For t = 1 ⟦⟧": said of this line. */
function isCaseBefore({ parts: { regions }, wording }: DocumentMeaning, { at }: Binding, { region }: LinkSyntax): boolean {
  const said = regions.findIndex(({ span }) => at >= span.start && at < span.end);
  return said === region - 1 && CASE.test(wordsBefore(wording, said, 20)) && !/[.?!;\n]/.test(wordsBefore(wording, region, 30).replace(/^[^]*⟦⟧/, ''));
}
const CASE = /\b(?:for|when|if|at|with|für|bei|mit|wenn|para|si|con|pour)\s+$/i;
const OF_A_CASE = /\b(?:when|whenever|if|at|where|wenn|falls|si|cuando)\s+(?:⟦⟧\s*(?:,|and|or)\s*)*$/i;
const EXAMPLE = /\b(?:examples?|instance|beispiel|exemple|ejemplo)\b|例/i;

const mentionsName = ({ lhs, rhs }: LinkSyntax, tex: string): boolean => [lhs, rhs].some(({ expr }) => find(expr, (e) => (e.kind === 'name' || e.kind === 'scripted') && print(e) === tex) !== undefined);

/** No name stands in it save constants. */
const isClosed = (expr: Expr): boolean => !find(expr, (e) => e.kind === 'name' && !/^(?:e|\\pi|0|1)$/.test(e.letter));

/** Readings that lay shapes over each other more freely, or leave definitions out, may save a line but never refute one. */
const isPlain = (reading: Reading): boolean => !reading.local && reading.products === 'matrix' && !reading.broadcast && !reading.loose && !reading.independent && reading.reach === 'next';

/** A name has one shape in the whole exercise: the one it looks like, once a claim was verified with it. */
function settle(document: DocumentMeaning, link: LinkSyntax, reading: Reading, world: World): void {
  if (reading.ranks.size > 0 || reading.products !== 'matrix' || reading.broadcast) return;
  const ranks = [...world.guesses].map(([base, options]): [string, number] => [base, options[0]]);
  for (const [base, rank] of ranks.filter(([base]) => !document.evidence.seen.has(`slots ${base}`))) if (!document.settled.has(`${link.unit} ${base}`)) document.settled.set(`${link.unit} ${base}`, rank);
}

/** Readings that come to the same terms over the same definitions are one. */
function isNew(known: AlignedSides[], sides: AlignedSides): boolean {
  const id = known.length > 0 && idOf(sides);
  return !known.some((other) => idOf(other) === id);
}

const ids = new WeakMap<AlignedSides, string>();

function idOf(sides: AlignedSides): string {
  const { left, right, world } = sides;
  const id = ids.get(sides) ?? termsOf([left, right], world.definitions) + JSON.stringify([...world.symbols.values()].map((s) => [s.key, s.axes.map((axis) => rootOf(world.dims, axis)), s.dependsOn]));
  ids.set(sides, id);
  return id;
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

/** Shapes that a reading left open may turn out not to fit only when they have sizes. */
export function tryReading(run: () => Judgement): Judgement {
  try { return run(); } catch (error) {
    if (error instanceof ShapeError) return { verdict: 'undecided', reason: { code: 'misfit', what: `sizes ${error.left.join('×')} and ${error.right.join('×')}`, inProduct: false } };
    throw error;
  }
}

/** Where both sides vanish on all unit vectors, as the derivative of a constraint does, the line is tried without that restriction. */
function evaluateFreely(sides: AlignedSides, options: Pick<Options, 'seed' | 'brief'>, rhs: Expr): Evaluation | undefined {
  const evaluation = evaluate(sides, options);
  const restricted = evaluation?.vacuous ? evaluation.leaves.filter(({ domain }) => domain === 'unit vector') : [];
  const free = restricted.length ? evaluate(sides, { ...options, domains: new Map(restricted.map(({ name }): [string, Domain] => [name, 'real'])) }) : evaluation;
  // That something is zero may be true of unit vectors alone.
  return isZero(rhs) && free?.outcome === 'differ' && !mentionsDerivative(sides) ? evaluation : free;
}

/** Where the sides of a reading differ that refutes nothing by itself, how they do is found out when it is asked for. */
function failureOf(link: LinkSyntax, sides: AlignedSides, rhs: Expr): Failure {
  let known: Judgement | undefined;
  return {
    sides,
    get evaluation() {
      known ??= runReading(link, sides, rhs);
      if (known.verdict !== 'refuted') throw new Error('what differed in passing agrees in full');
      return known.evaluation;
    },
  };
}

/** `brief`: of sides that differ only that they do. */
function runReading(link: LinkSyntax, sides: AlignedSides, rhs: Expr, brief = false): Judgement {
  const seed = seedText(link.lhs.tex, link.relation.tex, link.rhs.tex);
  const evaluation = evaluateFreely(sides, { seed, brief }, rhs);
  if (!evaluation) return { verdict: 'undecided', reason: { code: 'too-large' } };
  if (evaluation.outcome === 'undefined') return { verdict: 'undecided', reason: { code: 'no-points' } };
  const loose = independence(sides, evaluation, rhs);
  if (loose) return { verdict: 'undecided', reason: loose };
  if (evaluation.outcome === 'differ') return { verdict: 'refuted', evaluation, sides, assumptions: [] };
  const clash = sides.world.dims.clashes[0];
  if (clash) return { verdict: 'undecided', reason: { code: 'shape-clash', ...clash } };
  // A second choice of sizes, so that no identity rests on one number.
  if (evaluation.vacuous && !isLiteral(rhs)) return { verdict: 'undecided', reason: { code: 'no-points' } };
  const again = evaluate(sides, { seed: `${seed} again`, choice: evaluation.choice + 1, points: 16 });
  if (again?.outcome === 'differ') return { verdict: 'refuted', evaluation: again, sides, assumptions: [] };
  return { verdict: 'verified', evaluation, sides, assumptions: assumptionsOf(sides, evaluation) };
}

/** A number, or an array of zeros. */
const isLiteral = (expr: Expr): boolean => expr.kind === 'num' || isZero(expr) || (expr.kind === 'scripted' && expr.base.kind !== 'name' && isLiteral(expr.base)) || ((expr.kind === 'group' || expr.kind === 'matrix') && children(expr).every(isZero));

/** Only the claim that such a derivative is zero can be told to be true. */
function independence(sides: AlignedSides, evaluation: Evaluation, rhs: Expr): Reason | undefined {
  const [first] = evaluation.independent;
  if (!first) return undefined;
  const [of, by] = first.split(' by ').map((key) => sides.world.symbols.get(key)?.use.tex ?? key);
  // `\pi_\theta` is a function of \theta, whatever its arguments, and so is a policy.
  const labelled = [...sides.world.symbols.keys(), ...evaluation.arbitrary.flatMap((side) => [...side])].some((key) => key.includes(`_${by}`) || key === 'function \\pi');
  if (evaluation.outcome === 'agree' && isZero(rhs) && !labelled) return undefined;
  return { code: 'independent', of, by };
}

// ── assumptions of the document ──

/** The claim where sizes are as the text says, or at the stationary point that was set before. */
function underAssumptions(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, solved: boolean): Judgement | undefined {
  const seed = seedText(link.lhs.tex, link.relation.tex, link.rhs.tex);
  let elsewhere: string | undefined;
  for (const { condition: { name, value, lasts }, inForce, past } of conditionsAt(document, link)) {
    const evaluation = evaluate(sides, { seed, sizes: new Map([[name, value]]) });
    if (lasts && inForce && evaluation?.outcome === 'differ') return { verdict: 'refuted', evaluation, sides, assumptions: [{ kind: 'condition', text: `${name} = ${value}` }], ...exampleOf(sides, evaluation) };
    // Where both sides vanish, much else would hold as well.
    if (evaluation?.outcome !== 'agree' || (evaluation.vacuous && !comesToNothing(link))) continue;
    if (inForce) return { verdict: 'verified', evaluation, sides, assumptions: [{ kind: 'condition', text: `${name} = ${value}` }, ...assumptionsOf(sides, evaluation)] };
    // Where the size itself stands in the line, the line speaks of any, unless it comes to a number.
    if (!mentionsName(link, name) || (!past && [link.lhs.expr, link.rhs.expr].some(isClosed))) elsewhere ??= `${name} = ${value}`;
  }
  const apart = particulars(sides);
  const said = indexConditions(document, link);
  for (const conditions of [...said.map((condition) => [condition]), ...(apart.length ? [apart, ...said.map((condition) => [condition, ...apart])] : [])]) {
    const masked = conditions.reduce<AlignedSides | undefined>((some, condition) => some && where(link, some, condition), sides);
    const evaluation = masked && evaluate(masked, { seed });
    if (!masked || !evaluation) continue;
    const assumptions: Assumption[] = [...conditions.map((condition): Assumption => ({ kind: 'condition', text: print(condition) })), ...assumptionsOf(masked, evaluation)];
    const isNothing = evaluation.vacuous && (conditions.some(isBound) || !comesToNothing(link));
    if (evaluation.outcome === 'agree' && !isNothing) return { verdict: 'verified', evaluation, sides: masked, assumptions };
    if (evaluation.outcome === 'differ' && conditions.every(isBound)) return { verdict: 'refuted', evaluation, sides: masked, assumptions };
  }
  const stationary = solved && !mentionsDerivative(sides) && ![link.lhs.expr, link.rhs.expr].some(isDerivative) ? atStationaryPoints(document, link, sides) : undefined;
  return stationary?.verdict !== 'verified' && elsewhere ? { verdict: 'undecided', reason: { code: 'conditional', what: elsewhere }, world: sides.world } : stationary;
}

/** It or its chain says so. */
const comesToNothing = ({ rhs, statement }: LinkSyntax): boolean => isLiteral(rhs.expr) || statement.members.some(({ expr }) => isZero(expr));

/** Of `L = -\log \sigma(s_i - s_j)`, which has no index itself, i and j are two of many. */
function particulars({ world }: AlignedSides): Expr[] {
  const { dims, symbols } = world;
  return [...symbols.values()].flatMap(({ binding, use }) => {
    if (!binding || use.slots.length || binding.slots.length) return [];
    const letters = [...freeLetters(binding.expr)].filter((letter) => /^[a-z]$/.test(letter));
    return letters.flatMap((a, i) => letters.slice(i + 1).filter((b) => rootOf(dims, a) === rootOf(dims, b)).map((b) => differ(a, b, binding.expr.span)));
  });
}

function differ(a: string, b: string, span: Expr['span']): Expr {
  const name = (letter: string): Expr => ({ kind: 'name', letter, accents: [], span });
  return { kind: 'chain', members: [name(a), name(b)], relations: [{ name: 'notEqual', tex: '\\ne', span }], span };
}

/** Where the gradient is zero every multiple of it is: derivatives, and sides that both vanish there, are not tested; save that something is zero. */
function atStationaryPoints(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Judgement | undefined {
  const found = atStationary(link, sides, [...document.stationary, ...document.given]);
  if (!found) return undefined;
  const { evaluation, open, said } = found === 'unread' ? { evaluation: undefined, open: [], said: [] } : found;
  if (!evaluation || evaluation.outcome === 'undefined') return { verdict: 'undecided', reason: { code: 'unsolved' }, world: sides.world };
  if (evaluation.outcome === 'agree' && evaluation.vacuous && ![link.lhs, link.rhs].some(({ expr }) => isZero(expr))) return undefined;
  const assumptions: Assumption[] = [...said.map((text): Assumption => ({ kind: 'stationary', text })), ...assumptionsOf(sides, evaluation)];
  if (evaluation.outcome === 'agree') return { verdict: 'verified', evaluation, sides, assumptions };
  if (open.length > 0) return { verdict: 'undecided', reason: { code: 'undefined', what: `the function ${open.join(', ')}` }, world: sides.world };
  // Of several such points the line may mean the one at which it holds.
  if (evaluation.differing < evaluation.points) return { verdict: 'undecided', reason: { code: 'unread', what: 'which of the points where the derivative vanishes is meant' }, world: sides.world };
  return { verdict: 'refuted', evaluation, sides, assumptions, ...exampleOf(sides, evaluation) };
}

function exampleOf(sides: AlignedSides, evaluation: Evaluation): { example?: Counterexample } {
  const example = showPoint(sides, evaluation);
  return example ? { example } : {};
}

export function mentionsDerivative(sides: AlignedSides): boolean {
  let found = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { found ||= t.op === 'derivative'; });
  return found;
}

/** Domains that the points were drawn from, as far as the document declares them. */
function assumptionsOf({ world }: AlignedSides, evaluation: Evaluation): Assumption[] {
  const narrowed = evaluation.leaves.filter((leaf) => leaf.domain && leaf.domain !== 'real' && leaf.domain !== 'integer' && !world.symbols.get(leaf.name)?.domain);
  const domains = narrowed.map((leaf): Assumption => ({ kind: 'domain', text: `${world.symbols.get(leaf.name)?.use.tex ?? leaf.name} is ${domainWords(leaf.domain ?? 'real')}` }));
  const said = [...world.premises].map((text): Assumption => ({ kind: 'condition', text }));
  return world.independence ? [...domains, ...said, { kind: 'independence', text: 'the random variables are independent' }] : [...domains, ...said];
}
