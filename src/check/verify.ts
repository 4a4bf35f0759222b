/** Is a claim true? Under its readings in turn, then under what the document assumes around it. */
import type { Domain } from '../meaning/declarations';
import { rootOf } from '../meaning/dims';
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import { antiderivatives } from '../meaning/integrals';
import { reaches } from '../meaning/names';
import { jointlySaid } from '../meaning/premises';
import { optimumOf } from '../meaning/stationarity';
import { type Reading, type Unreadable, type World, symbolsIn } from '../meaning/world';
import { type Expr, isClosed, isZero } from '../notation/expression';
import type { Counterexample } from '../report';
import { ShapeError } from '../tensor';
import { standsAlone } from './alone';
import { assumptionsOf, isLiteral, mentionsDerivative, underAssumptions } from './assumed';
import { filled, lastFirst } from './branches';
import { doubtAbout, maySlip } from './doubt';
import { withinLimits } from './doubt/domains';
import { existentials } from './doubt/existentials';
import { type Evaluation, evaluate, type Options, termsOf } from './evaluate';
import { judgeExistence } from './existence';
import { type Failure, type Judgement, leftOpen, notRead, type Reason, refutedBy, unreadable, verifiedBy } from './judgement';
import { readOtherwise, type Tried, type Variant } from './otherwise';
import { missingPath } from './paths';
import { asMeasured } from './measured';
import { loweredArray, normedNumber } from './normed';
import { onlyAtSolution } from './nothing';
import { type AlignedSides, newSearch, type ReadClaim, readClaim, seedText } from './readings';
import { counterexample } from './shrink';
import { valuesTaken } from './taken';

/** Judges an equality. `lhs` and `rhs` stand for the link's own members when a variant of the line is tried. */
export const judge = (document: DocumentMeaning, link: LinkSyntax, variant: Variant = {}): Judgement =>
  asMeasured(document, link, (names) => judgeVariant(document, link, names.length === 0 ? variant : { ...variant, fixed: { ...variant.fixed, held: new Set([...names, ...(variant.fixed?.held ?? [])]) } }));

function judgeVariant(document: DocumentMeaning, link: LinkSyntax, variant: Variant): Judgement {
  const read = judgeReadings(document, link, variant);
  const judged = restsOnOthers(read, variant) && isAlone(document, link) ? judgeReadings(document, link, { ...variant, fixed: { ...variant.fixed, local: true } }) : read;
  const again: Tried['again'] = (change) => judgeReadings(document, link, { ...variant, ...change, fixed: { ...variant.fixed, ...change.fixed } });
  const judgement = readOtherwise({ document, link, variant, again }, judged);
  const path = judgement.verdict === 'verified' ? missingPath(document, link) : undefined;
  if (path) return notRead(`whether a path through ${path} counts as well`);
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

/** Cases whose order counts, or that leave points without a value which the other side has. */
function amongCases(document: DocumentMeaning, link: LinkSyntax, { lhs = link.lhs.expr, rhs = link.rhs.expr, ...rest }: Variant, verdict: Judgement['verdict']): Judgement | undefined {
  const [turned, complete] = [lastFirst, filled].map((change) => ({ lhs: change(lhs), rhs: change(rhs) }));
  const isSame = (other: Pick<Variant, 'lhs' | 'rhs'>): boolean => (!other.lhs && !other.rhs) || judgeReadings(document, link, { lhs, rhs, ...rest, ...defined(other) }).verdict === verdict;
  if (!isSame(turned)) return notRead('which of the cases that overlap counts');
  if (verdict === 'refuted' || (isSame({ lhs: complete.lhs }) && isSame({ rhs: complete.rhs }))) return undefined;
  return leftOpen({ code: 'conditional', what: 'one of the cases applies' });
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
      const proviso = pinned && (pinned.elsewhere ?? provisoOf(document, link, claim.reading, sides.world) ?? onlyAtSolution(link, sides));
      if (proviso) { doubt ??= { code: 'conditional', what: proviso }; continue; }
      if (judged.verdict === 'verified' && isReadAnew(document, link, claim.reading)) { doubt ??= unreadable('a name of another shape than in the step before'); continue; }
      if (judged.verdict === 'verified') { judged.assumptions.push(...(pinned?.assumed ?? [])); if (!claim.reading.stacked && !sides.world.guessed) uphold(document, link, claim.reading, sides.world); return judged; }
      if (judged.verdict === 'refuted') { if (plain) failures.push(judged); else if (!claim.reading.independent) bent.push(sides); }
      // Without the definition that tells how it depends on its variable a derivative says nothing.
      else if (claim.reading.lawful && !((claim.reading.local || claim.reading.values) && judged.reason.code === 'independent')) doubt ??= judged.reason;
    }
  }
  // Plainly it does not fit, or what is differentiated rests on nothing.
  const isBent = (): boolean => bent.length > 0 && failures.length === 0 && !search.incomplete && (!doubt || doubt.code === 'independent') && (unread ? unread.error.sort === 'misfit' : doubt !== undefined);
  let atPoint: Judgement | undefined;
  for (const sides of distinct(readable)) {
    const judged = tryReading(() => underAssumptions(document, link, sides, solved));
    if (judged?.verdict === 'verified' && isZero(rhs) && independence(sides, judged.evaluation, rhs)) continue;
    // What a change of signs or numbers makes true everywhere is wrong at an optimum as well.
    if (judged?.verdict === 'undecided' && AT_OPTIMUM.has(judged.reason.code) && failures.length > 0 && !doubt && !search.incomplete) return { ...judged, doubted: failures[0] };
    if (judged && judged.verdict !== 'refuted') return judged;
    atPoint = judged;
  }
  // A reading that could not be decided might hold: then nothing is refuted.
  if (failures.length === 0 || doubt) return { verdict: 'undecided', reason: doubt ?? (unread ? reasonOf(unread.error) : { code: 'no-points' }), ...(unread ? { world: unread.world } : {}), ...(isBent() ? { bent: bent.map((sides) => failureOf(link, sides, rhs)) } : {}) };
  if (search.incomplete) return leftOpen({ code: 'ambiguous' }, failures[0].sides.world);
  if (!reasons && existentials(document, failures[0].sides).length === 0) return leftOpen({ code: 'no-points' }, failures[0].sides.world);
  const found = doubtAbout(document, link, failures[0]);
  const doubted = found?.code === 'premise' && lhs === link.lhs.expr && isConcluded(document, link) ? undefined : found;
  const [point, ...others] = doubted?.code === 'existential' ? doubted.symbols : [];
  for (const { sides } of point && others.length === 0 ? failures : []) {
    const solved = judgeExistence(document, link, sides, point);
    if (solved) return solved;
  }
  // What an optimum is, the point where the derivative vanishes says.
  if (doubted && !(atPoint && isOfOptima(document, doubted))) return { verdict: 'undecided', reason: doubted, world: failures[0].sides.world, ...(maySlip(doubted) ? { doubted: failures[0] } : {}) };
  const [{ evaluation, sides }] = failures;
  return atPoint ?? refutedBy(evaluation, sides, assumptionsOf(sides, evaluation), exampleWithin(document, link, sides));
}

/** Nothing found of where a derivative vanishes, or of which such point is meant. */
const AT_OPTIMUM: ReadonlySet<Reason['code']> = new Set(['unsolved', 'unread']);

/** What a line that holds under a reading takes for granted, and nothing says. */
function provisoOf(document: DocumentMeaning, link: LinkSyntax, reading: Reading, world: World): string | undefined {
  if (reading.independent && !(jointlySaid(document, link) === 'independent' || (document.said.independent && !document.said.dependent))) return 'the random variables are independent';
  if (world.proviso) return world.proviso;
  const normed = normedNumber(document, link, reading);
  if (normed) return `${normed} is a number`;
  return loweredArray(document, link, reading, world);
}

/** What is shown of a difference satisfies the inequalities that are given. */
function exampleWithin(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Counterexample | undefined {
  const within = withinLimits(document, link, sides);
  const evaluation = within && evaluate(within, { seed: seedText(link) });
  return within && evaluation?.outcome === 'differ' ? counterexample(within, evaluation) : undefined;
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
  const against = (other: Expr, reasons: boolean): Judgement['verdict'] => judge(apart, link, { lhs: first, rhs: other, reasons }).verdict;
  return against(rhs.expr, false) === 'verified' && against(link.lhs.expr, true) === 'refuted';
}

/** Readings that lay shapes over each other more freely, or leave definitions out, may save a line but never refute one. */
export const isPlain = (reading: Reading): boolean => !reading.local && reading.products === 'matrix' && !reading.broadcast && !reading.loose && !reading.independent && reading.lawful && reading.applied && !reading.usual && !reading.stacked && reading.reach === 'next';

/** What a claim before it in the formula held with is no guess any more, though what other items settled is left out. */
const isReadAnew = ({ alike }: DocumentMeaning, { region }: LinkSyntax, { local, ranks }: Reading): boolean =>
  local && [...ranks].some(([base, rank]) => (alike.get(`${region} ${base}`) ?? rank) !== rank);

/** What holds by what the document says tells how its names are meant. A name has one shape in the whole exercise: the one it looks like, once a claim was verified with it. */
function uphold(document: DocumentMeaning, link: LinkSyntax, reading: Reading, world: World): void {
  document.upheld.add(link);
  if (reading.ranks.size > 0 || reading.products !== 'matrix' || reading.broadcast || reading.open.size > 0) return;
  for (const { use: { base }, axes } of symbolsIn(world)) if (!document.alike.has(`${link.region} ${base}`)) document.alike.set(`${link.region} ${base}`, axes.length);
  const ranks = [...world.guesses].map(([base, options]): [string, number] => [base, options[0]]);
  for (const [base, rank] of ranks.filter(([base]) => !document.traces.seen.has(`slots ${base}`))) if (!document.settled.has(`${link.unit} ${base}`)) document.settled.set(`${link.unit} ${base}`, { rank, at: link.lhs.span.start });
}

/** Readings that come to the same terms over the same definitions are one. */
function isNew(known: AlignedSides[], sides: AlignedSides): boolean {
  const id = known.length > 0 && idOf(sides);
  return !known.some((other) => idOf(other) === id);
}

const ids = new WeakMap<AlignedSides, string>();

function idOf(sides: AlignedSides): string {
  const { left, right, world } = sides;
  const id = ids.get(sides) ?? termsOf([left, right], world.definitions) + JSON.stringify([world.dims.clashes, symbolsIn(world).map((s) => [s.key, s.axes.map((axis) => rootOf(world.dims, axis)), s.dependsOn])]);
  ids.set(sides, id);
  return id;
}

/** The plainest reading that can be read at all is what assumptions are tried on. */
const distinct = (sides: AlignedSides[]): AlignedSides[] => sides.slice(0, 1);

function worse(known: { error: Unreadable; world: World } | undefined, claim: Extract<ReadClaim, { ok: false }>): { error: Unreadable; world: World } {
  return known && !(known.error.sort === 'misfit' && claim.error.sort !== 'misfit') ? known : { error: claim.error, world: claim.world };
}

export function reasonOf(error: Unreadable): Reason {
  if (error.sort === 'misfit') return { code: 'misfit', what: error.what, ofTransposes: error.ofTransposes };
  if (error.sort === 'undefined') return { code: 'undefined', what: error.what };
  return { code: 'unread', what: error.what, ...(error.span ? { span: error.span } : {}) };
}

/** Shapes that a reading left open may turn out not to fit only when they have sizes. */
export function tryReading<T extends Judgement | undefined>(run: () => T): T | Judgement {
  try { return run(); } catch (error) {
    if (error instanceof ShapeError) return leftOpen({ code: 'misfit', what: `sizes ${error.left.join('×')} and ${error.right.join('×')}`, ofTransposes: false });
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
  const seed = seedText(link);
  const evaluation = evaluateFreely(sides, { seed, brief }, rhs);
  if (!evaluation) return leftOpen({ code: 'too-large' });
  if (evaluation.outcome === 'undefined') return leftOpen({ code: 'no-points' });
  const loose = independence(sides, evaluation, rhs);
  if (loose) return leftOpen(loose);
  if (evaluation.outcome === 'differ') return refutedBy(evaluation, sides);
  const clash = sides.world.dims.clashes[0];
  if (clash) return leftOpen({ code: 'shape-clash', ...clash });
  // A second choice of sizes, so that no identity rests on one number.
  if (evaluation.vacuous && !isLiteral(rhs) && !isClosed(rhs)) return leftOpen({ code: 'no-points' });
  const again = otherSizes(sides, seed, evaluation);
  if (again?.outcome === 'differ') return refutedBy(again, sides);
  return verifiedBy(evaluation, sides, assumptionsOf(sides, evaluation));
}

/** Where the next choices leave one side without a value, as an inverse of a wide `X^T X` is, one that is as tall or wide by another number. */
function otherSizes(sides: AlignedSides, seed: string, { choice }: Evaluation): Evaluation | undefined {
  const run = (by: number): Evaluation | undefined => evaluate(sides, { seed: `${seed} again`, choice: choice + by, points: 16 });
  const next = run(1);
  return next && next.outcome !== 'undefined' ? next : run(3);
}

/** Only the claim that such a derivative is zero can be told to be true. */
function independence(sides: AlignedSides, evaluation: Evaluation, rhs: Expr): Reason | undefined {
  const [first] = evaluation.independent;
  if (!first) return undefined;
  const keys = first.split(' by ');
  const uses = keys.map((key) => sides.world.symbols.get(key)?.use ?? { base: key, tex: key });
  const [of, by] = uses.map(({ tex }) => tex);
  // `\pi_\theta` is a function of \theta, whatever its arguments, and so is a policy, and what is called elsewhere.
  const labelled = sides.world.isFunction(uses[0].base, sides.at) || [...sides.world.symbols.keys(), ...evaluation.arbitrary.flatMap((side) => [...side])].some((key) => key.includes(`_${by}`) || key === 'function \\pi');
  // Upside down it is none of what it divides by.
  if (evaluation.outcome === 'agree' && isZero(rhs) && !labelled && !reaches(sides.world, keys[1], keys[0])) return undefined;
  return { code: 'independent', of, by };
}

// ── assumptions of the document ──
