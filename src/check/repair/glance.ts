/** A quick look at an edited line: most wrong edits differ at the first few points. What the line rests on is read and lowered once for all its edits. */
import { copyDims, rootOf } from '../../meaning/dims';
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../../meaning/document';
import { readingWorld } from '../../meaning/elaborate';
import type { Index, Value } from '../../meaning/term';
import { type Reading, Unreadable, type World } from '../../meaning/world';
import type { Expr } from '../../notation/expression';
import { compile, type RunResult, sizeOf, range } from '../../tensor';
import { compareSides } from '../compare';
import type { Evaluation } from '../evaluate';
import { createLowering, lower } from '../lower';
import { arrange } from '../lower/labels';
import type { Labelled, Lowering } from '../lower/lowering';
import { sizesFor } from '../lower/sizes';
import { ifRunnable } from '../lower/unrunnable';
import { type AlignedSides, newSearch, overlay, type ReadClaim, readClaim, scopeOf, where } from '../readings';
import { type Leaf, samplePoints } from '../sample';

const POINTS = 6;

export type Glance = 'may hold' | 'differs' | 'misfit';
export type Glancer = (edited: LinkSyntax) => Glance;

/** Where a line is looked at: with named sizes as given, where a condition on its indices holds, at points that were solved for, under another reading. */
export interface Place { given?: ReadonlyMap<string, number>; condition?: Expr; solved?: Evaluation; reading?: Partial<Reading> }

/** Looks at edits of one line under the reading that it failed with, or as the place reads it. */
export function createGlancer(document: DocumentMeaning, link: LinkSyntax, failed: World, place: Place = {}): Glancer {
  const world = place.reading ? readAt(document, link, failed, place) : failed;
  const [keptLeft, keptRight] = [[link.lhs, link.rhs], [link.rhs, link.lhs]].map(([side, other]) => world && keep(document, world, link, side.expr, other.expr, place));
  return (edited) => guarded(() => {
    const kept = edited.lhs === link.lhs ? keptLeft : edited.rhs === link.rhs ? keptRight : undefined;
    const ways = kept ? beside(document, kept, edited, kept === keptLeft) : afresh(document, edited, failed, place);
    return ways.some((sides) => compared(edited, sides, place, kept) === 'may hold') ? 'may hold' : 'differs';
  });
}

function guarded(look: () => Glance): Glance {
  return ifRunnable(() => {
    try { return look(); } catch (error) {
      if (error instanceof Unreadable && error.sort === 'misfit') return 'misfit';
      throw error;
    }
  }) ?? 'differs';
}

// ── the side that stays as it is ──

interface Kept { value: Value; lowering: Lowering; lowered: Labelled; /** Its values by itself, once they were asked for. */ result?: RunResult }

/** One side read and lowered; undefined where it cannot be. */
function keep(document: DocumentMeaning, failed: World, link: LinkSyntax, expr: Expr, other: Expr, place: Place): Kept | undefined {
  return ifRunnable(() => {
    const world = copyOf(document, failed);
    const value = world.read(scopeOf(link, other), expr);
    const lowering = loweringIn(world, place);
    return { value, lowering, lowered: lower(lowering, value.term) };
  });
}

const loweringIn = (world: World, { given = new Map(), solved }: Place): Lowering => createLowering(world, solved ? solvedSizes(world, solved) : sizesFor(world, given));

/** A world that knows the same and learns on its own. */
function copyOf(document: DocumentMeaning, world: World): World {
  return Object.assign(readingWorld(document.surroundings, world.reading, world.claimAt), {
    dims: copyDims(world.dims),
    symbols: new Map(world.symbols), definitions: new Map(world.definitions), guesses: new Map(world.guesses), laws: world.laws, counter: { ...world.counter },
  });
}

/** The edited side beside the kept one. */
function beside(document: DocumentMeaning, kept: Kept, edited: LinkSyntax, isLeft: boolean): AlignedSides[] {
  const world = copyOf(document, kept.lowering.world);
  const [lhs, rhs] = exprsOf(edited);
  const read = isLeft ? world.read(scopeOf(edited, lhs), rhs) : world.read(scopeOf(edited, rhs), lhs);
  return overlay(world, isLeft ? kept.value : read, isLeft ? read : kept.value, startOf(edited));
}

/** What the kept side was lowered with; undefined where an edit makes two of its sizes one. */
function loweringBeside({ lowering }: Kept, world: World): Lowering | undefined {
  const sizes = sizesFor(world, new Map());
  for (const [root, size] of lowering.sizes.chosen) {
    const now = rootOf(world.dims, root);
    if ((sizes.chosen.get(now) ?? world.dims.fixed.get(now) ?? size) !== size) return undefined;
    sizes.chosen.set(now, size);
  }
  return { ...lowering, world, sizes, inputs: new Map(lowering.inputs), values: new Map(lowering.values), busy: new Set() };
}

function pointsOf(world: World, at: number, lowering: Lowering): Map<string, Float64Array> {
  const leaves = [...lowering.inputs].map(([name, axes]): Leaf => ({ name, shape: axes.map((axis: Index) => lowering.sizes.of(axis)), domain: name.startsWith('size ') ? 'integer' : domainOf(world, name, at) }));
  return samplePoints(leaves, 'glance', POINTS);
}

/** Each name has the shape that it was solved for with. */
function solvedSizes(world: World, { leaves }: Evaluation): Lowering['sizes'] {
  const sizes = sizesFor(world, new Map());
  for (const { name, shape } of leaves) world.symbols.get(name)?.axes.forEach((axis, i) => sizes.chosen.set(rootOf(world.dims, axis), shape[i]));
  return sizes;
}

/** The first of the points that were solved for, as far as their names are those of the edited line. */
function solvedPoints(points: Map<string, Float64Array>, { inputs, leaves }: Evaluation): Map<string, Float64Array> {
  const widths = new Map(leaves.map(({ name, shape }) => [name, sizeOf(shape)]));
  const samples = Math.max(0, ...leaves.map(({ name }) => (inputs.get(name)?.length ?? 0) / (widths.get(name) ?? 1)));
  const valuesAt = (all: Float64Array, at: number): Float64Array => all.subarray((at * all.length) / samples, ((at + 1) * all.length) / samples);
  const sound = range(samples).filter((at) => [...inputs.values()].every((all) => valuesAt(all, at).every(Number.isFinite)));
  for (const [name, drawn] of points) {
    const all = inputs.get(name);
    if (all?.length !== (drawn.length / POINTS) * samples || sound.length === 0) continue;
    for (let i = 0; i < POINTS; i++) drawn.set(valuesAt(all, sound[i % sound.length]), (i * drawn.length) / POINTS);
  }
  return points;
}

function domainOf(world: World, name: string, at: number): Leaf['domain'] {
  const info = world.symbols.get(name);
  return info?.domain ?? (info && world.declarations.domain(info.use.base, at));
}

/** Whether the sides agree at half of the points or more; where they cannot be told apart, they may. */
function verdict(result: RunResult): Glance {
  const { points, differing } = compareSides(result, POINTS, undefined, { accuracy: NEAR });
  return points === 0 || 2 * differing <= points ? 'may hold' : 'differs';
}

/** Rounding is not followed here. */
const NEAR = 1e-9;

// ── both sides anew ──

function afresh(document: DocumentMeaning, edited: LinkSyntax, failed: World, place: Place): AlignedSides[] {
  const claim = readFirst(document, edited, failed, place);
  if (!claim.ok) throw claim.error;
  return claim.alternatives;
}

/** What the line itself is read with there. */
function readAt(document: DocumentMeaning, link: LinkSyntax, failed: World, place: Place): World | undefined {
  const claim = readFirst(document, link, failed, place);
  return claim.ok ? claim.alternatives[0].world : undefined;
}

function readFirst(document: DocumentMeaning, link: LinkSyntax, { reading }: World, place: Place): ReadClaim {
  const [claim] = readClaim(document, link, undefined, undefined, { ...reading.plain, ...place.reading }, { ...newSearch(), found: reading.ranks });
  return claim;
}

function compared(edited: LinkSyntax, sides: AlignedSides, place: Place, kept: Kept | undefined): Glance {
  const { condition, solved } = place;
  const masked = condition ? where(edited, sides, condition) : sides;
  if (!masked) return 'differs';
  const { world, left, right, at } = masked;
  const shared = kept && loweringBeside(kept, world);
  const lowering = shared ?? loweringIn(world, place);
  const lowered = [left, right].map((term) => (shared && term === kept?.value.term ? kept.lowered : lower(lowering, term)));
  // As the kept side has them.
  const labels = [...new Set([kept?.lowered, ...lowered].flatMap((side) => (side && lowered.includes(side) ? side.labels : [])))];
  const drawn = pointsOf(world, at, lowering);
  const points = solved ? solvedPoints(drawn, solved) : drawn;
  const [a, b] = lowered.map((side) => {
    const own = side === kept?.lowered && side.labels.join() === labels.join() ? kept : undefined;
    const result = own?.result ?? compile([arrange(lowering, side, labels).node]).run(points, POINTS);
    if (own) own.result = result;
    return result;
  });
  return verdict({ values: [a.values[0], b.values[0]], rounding: [], kink: a.kink.map((flag, i) => flag | b.kink[i]) });
}
