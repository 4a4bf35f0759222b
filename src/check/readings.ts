/** The reasonable ways to read a claim, likeliest first: few, and each one named when it is the one that holds. */
import { type DocumentMeaning, type LinkSyntax, startOf } from '../meaning/document';
import { DIAGONAL, UP_TO_TRANSPOSE } from '../meaning/conventions';
import { checkRanges } from '../meaning/binders';
import { readingWorld } from '../meaning/elaborate';
import { rootOf } from '../meaning/dims';
import { countIndices } from '../meaning/names';
import type { Expr } from '../notation/expression';
import { freeLetters } from '../meaning/free';
import { jointlySaid } from '../meaning/premises';
import { withPathsHeld } from '../meaning/totals';
import { hasTerm, type Value, map, num, rank } from '../meaning/term';
import { copy } from '../meaning/matrices';
import { EQUAL, relabel, renameIndex, together } from '../meaning/values';
import { PLAIN_READING, type Reading, type Scope, type World, Unreadable, ifReadable } from '../meaning/world';
import type { Sides } from './evaluate';
import { squash } from './repair/source';
import { alternatives } from './shapes';

/** A claim under one reading: its sides, or why it has none. */
export type ReadClaim =
  | { ok: true; reading: Reading; consulted: ReadonlySet<keyof Reading>; alternatives: AlignedSides[] }
  | { ok: false; reading: Reading; consulted: ReadonlySet<keyof Reading>; error: Unreadable; world: World };

/** Sides laid over each other in one way. */
export interface AlignedSides extends Sides { convention: string[] }

const READINGS: Partial<Reading>[] = [
  {}, { values: true }, { layout: 'denominator' }, { products: 'element-wise' }, { products: 'element-wise', layout: 'denominator' }, { broadcast: true }, { broadcast: true, products: 'element-wise' }, { loose: true }, { loose: true, values: true }, { loose: true, layout: 'denominator' }, { independent: true }, { reach: 'all' }, { lawful: false }, { applied: false }, { usual: true }, { reach: 'all', values: true },
];

export const PLAIN: readonly Partial<Reading>[] = [{}];

/** More combinations of guessed ranks than this are not tried. */
const RANK_LIMIT = 60;

/** All readings of a link that can be read at all; when none can, the failure of the plainest. */
export function* readClaim(document: DocumentMeaning, link: LinkSyntax, lhs: Expr = link.lhs.expr, rhs: Expr = link.rhs.expr, fixed: Partial<Reading> = {}, search: RankSearch = newSearch()): Generator<ReadClaim> {
  const attempts: ReadClaim[] = [];
  const sides = withPathsHeld(link, [lhs, rhs]);
  const attempt = (reading: Reading): ReadClaim => {
    const known = attempts.find((earlier) => comesToTheSame(earlier, reading));
    if (known) return { ...known, reading };
    attempts.push(attemptReading(document, link, sides, reading));
    return attempts[attempts.length - 1];
  };
  for (const local of [false, true]) {
    for (const partial of READINGS) if (matters(partial, local, search) && !(partial.independent && document.said.dependent && !document.said.uncorrelated && !jointlySaid(document, link))) yield* withRanks(attempt, { ...PLAIN_READING, ...partial, local, ...fixed }, search);
  }
}

/** It rests on an integral of which the range is not told: what holds whatever that is is right, but a difference or a bound may be a matter of it. */
export const isOverAnything = ({ left, right, world }: AlignedSides): boolean =>
  [left, right, ...[...world.definitions.values()].map(({ term }) => term)].some((side) => hasTerm(side, (term) => term.op === 'average' && term.rule.kind === 'measure' && !term.rule.ofLaw));

/** Whether an attempt asked for nothing that is otherwise in another reading. */
function comesToTheSame({ reading, consulted }: ReadClaim, other: Reading): boolean {
  for (const key of consulted) if (key === /* @__KEY__ */ 'ranks' ? !sameRanks(reading.ranks, other.ranks) : reading[key] !== other[key]) return false;
  return true;
}

const sameRanks = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean => a.size === b.size && [...a].every(([base, rank]) => b.get(base) === rank);

/** A convention that no reading before has asked for changes nothing. */
function matters(partial: Partial<Reading>, local: boolean, { consulted }: RankSearch): boolean {
  const keys = Object.keys(partial) as (keyof Reading)[];
  return keys.every((key) => consulted.has(key)) && (!local || consulted.has('local'));
}

/** The reading with the guessed ranks. Where these do not fit, others: then every assignment that fits is a reading of its own. */
function* withRanks(attemptAt: (reading: Reading) => ReadClaim, reading: Reading, search: RankSearch): Generator<ReadClaim> {
  const tried = new Set<string>();
  const queue: Reading[] = [{ ...reading, ranks: search.found }, ...(search.found.size ? [reading] : [])];
  const limit = search.found.size ? RANK_LIMIT / 4 : RANK_LIMIT;
  for (let n = 0; queue.length > 0 && n < limit && search.budget-- > 0; n++) {
    const next = queue.shift() as Reading;
    const attempt = attemptAt(next);
    for (const key of attempt.consulted) search.consulted.add(key);
    yield attempt;
    if (attempt.ok && search.found.size === 0) search.found = next.ranks;
    if ((attempt.ok && next.ranks.size === 0) || (!attempt.ok && attempt.error.sort !== 'misfit')) return;
    for (const ranks of attempt.ok ? [] : alternatives(attempt.world, attempt.error, next, tried)) queue.push({ ...next, ranks });
  }
  if (queue.length > 0 && search.found.size > 0) search.incomplete = true;
}

/** What the search for fitting ranks has come to: the first that fit, and whether some were left untried. */
export interface RankSearch { found: ReadonlyMap<string, number>; incomplete: boolean; budget: number; consulted: Set<keyof Reading> }

/** Readings that are tried of one claim. */
export const READING_LIMIT = 150;

export const newSearch = (budget = READING_LIMIT, found: ReadonlyMap<string, number> = new Map()): RankSearch => ({ found, incomplete: false, budget, consulted: new Set() });

function attemptReading(document: DocumentMeaning, link: LinkSyntax, [lhs, rhs]: readonly [Expr, Expr], reading: Reading): ReadClaim {
  const world = readingWorld(document.surroundings, reading, startOf(link), [lhs, rhs]);
  try {
    const left = world.read(scopeOf(link, rhs), lhs);
    const right = world.read(scopeOf(link, lhs), rhs);
    countIndices(world);
    checkRanges(world);
    return { ok: true, reading, consulted: world.consulted, alternatives: overlay(world, left, right, startOf(link)) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reading, consulted: world.consulted, error, world };
    throw error;
  }
}

/** Whether the shapes of a link fit under none of these conventions, with these numbers of axes. */
export function isMisfit(document: DocumentMeaning, link: LinkSyntax, ranks: ReadonlyMap<string, number>, conventions: readonly Partial<Reading>[] = READINGS): boolean {
  const sides = withPathsHeld(link, [link.lhs.expr, link.rhs.expr]);
  return conventions.every((partial) => {
    const attempt = attemptReading(document, link, sides, { ...PLAIN_READING, ...partial, ranks });
    return !attempt.ok && attempt.error.sort === 'misfit';
  });
}

/** Where a side stands; `other` tells which letters are free beside it. */
export const scopeOf = (link: LinkSyntax, other: Expr): Scope => ({ at: startOf(link), bound: new Map(), shifts: new Map(), outer: freeLetters(other) });

/** What the points of a claim are drawn by: its text, in which white space and sizes say nothing. */
export const seedText = ({ lhs, relation, rhs }: LinkSyntax): string => [lhs, relation, rhs].map(({ tex }) => squash(tex)).join(' ');

// ── laying one side over the other ──

/** The ways in which two values can be laid over each other. Throws Unreadable when there is none. */
export function overlay(world: World, left: Value, right: Value, at: number): AlignedSides[] {
  const conventions = () => [...world.conventions];
  const diagonal = jacobianDiagonal(world, left, right) ?? jacobianDiagonal(world, right, left);
  if (diagonal) return [{ world, left: diagonal.matrix, right: diagonal.spread, at, convention: [DIAGONAL] }];
  const turned = crossed(world, left, right);
  if (turned) return [{ world, left: left.term, right: relabel(world, turned, left.layout).term, at, convention: [...conventions(), UP_TO_TRANSPOSE] }];
  const [a, b] = together(world, left, right, EQUAL);
  const plain: AlignedSides = { world, left: a.term, right: b.term, at, convention: conventions() };
  if (rank(a) !== 2 || !isFree(left, right)) return [plain];
  return flipped(world, left, right, at, plain);
}

/** One side may be laid out the other way; of two gradients by matrices both are, which changes nothing. */
const isFree = (left: Value, right: Value): boolean => (left.free ?? right.free) !== undefined && !(left.free === 'matrixGradient' && right.free === 'matrixGradient');

/** The right side transposed, where only that fits the sizes and the layout of a derivative is free. */
function crossed(world: World, left: Value, right: Value): Value | undefined {
  if (rank(left) !== 2 || rank(right) !== 2 || !isFree(left, right)) return undefined;
  const [a, b] = left.layout.map((i) => rootOf(world.dims, i));
  const [c, d] = right.layout.map((i) => rootOf(world.dims, i));
  return a !== b && a === d && b === c ? { ...right, layout: [...right.layout].reverse() } : undefined;
}

/** The transpose of a Jacobian or of a gradient by a matrix is the same derivative in the other layout. */
function flipped(world: World, left: Value, right: Value, at: number, plain: AlignedSides): AlignedSides[] {
  const [rows, columns] = left.layout;
  if (rootOf(world.dims, rows) !== rootOf(world.dims, columns)) return [plain];
  const other = copy(world, right);
  if (rank(other) !== 2) return [plain];
  const turned = relabel(world, { ...other, layout: [...other.layout].reverse() }, left.layout);
  return [plain, { world, left: left.term, right: turned.term, at, convention: [...plain.convention, UP_TO_TRANSPOSE] }];
}

/** A Jacobian beside a vector: equal when it is diagonal with that vector on it. */
function jacobianDiagonal(world: World, jacobian: Value, vector: Value): { matrix: Value['term']; spread: Value['term'] } | undefined {
  if (jacobian.free !== 'jacobian' || rank(jacobian) !== 2 || rank(vector) !== 1) return undefined;
  const [rows, columns] = jacobian.layout;
  if (rootOf(world.dims, rows) !== rootOf(world.dims, columns)) return undefined;
  const laid = renameIndex(relabel(world, copy(world, vector), [rows]).term, rows, rows);
  const equal = map('equal', { op: 'index', index: rows }, { op: 'index', index: columns });
  return { matrix: jacobian.term, spread: map('select', equal, laid, num(0)) };
}

/** Both sides only where a condition on their indices holds. */
export function where(link: LinkSyntax, sides: AlignedSides, condition: Expr): AlignedSides | undefined {
  const letters = [...sides.world.dims.parent].flat().filter((index) => /^[a-z]$/.test(index));
  const scope: Scope = { ...scopeOf(link, condition), bound: new Map(letters.map((letter) => [letter, letter])) };
  const test = ifReadable(() => sides.world.read(scope, condition))?.term;
  return test && { ...sides, left: map('select', test, sides.left, num(0)), right: map('select', test, sides.right, num(0)) };
}
