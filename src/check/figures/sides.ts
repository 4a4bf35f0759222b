/** Left against right: both sides of a line as curves, while one of its numbers goes through its domain. */
import type { Domain } from '../../meaning/declarations';
import type { LinkSyntax } from '../../meaning/document';
import type { Curve, Figure } from '../../report';
import { range } from '../../tensor';
import { evaluate, type Evaluation } from '../evaluate';
import type { Judgement } from '../judgement';
import { pointOf } from '../point';
import { plain, shown } from './words';

const STEPS = 121;

/** Where a number may go, by its domain; other domains cannot be gone through. */
const RANGES: Partial<Record<Domain, [from: number, to: number]>> = { real: [-3, 3], positive: [0.05, 3], nonnegative: [0, 3], 'unit': [0.02, 0.98] };

/** Undefined where nothing can be moved, or where the line is meant for some points only. */
export function sidesFigure(link: LinkSyntax, judgement: Judgement): Figure | undefined {
  if (judgement.verdict === 'undecided' || judgement.assumptions.some(({ kind }) => kind === 'stationary' || kind === 'condition')) return undefined;
  const point = pointOf(judgement);
  const evaluation = point && evaluate(judgement.sides, { seed: 'point', sizes: point.sizes.chosen, points: 1, roots: true });
  if (!evaluation) return undefined;
  const at = new Map(point.values.map(({ key, entries }) => [key, entries]));
  const ways = evaluation.leaves.flatMap(({ name, shape, domain }) => {
    const range = RANGES[domain ?? 'real'];
    return range ? [{ name, isNumber: shape.length === 0, range }] : [];
  });
  for (const way of ways.sort((a, b) => Number(b.isNumber) - Number(a.isNumber))) {
    const walk = walkAlong(evaluation, at, way);
    if (walk) return figureOf(link, judgement.verdict, walk, labelOf(judgement, way));
  }
  return undefined;
}

interface Way { name: string; isNumber: boolean; range: [number, number] }
type Pair = [x: number, left: number, right: number];

/** The first entry is moved, all else stays where it is; undefined where the sides do not move with it. */
function walkAlong({ leaves, program }: Evaluation, at: ReadonlyMap<string, number[]>, { name, range: [from, to] }: Way): Pair[] | undefined {
  const xs = range(STEPS).map((k) => from + ((to - from) * k) / (STEPS - 1));
  const inputs = new Map(leaves.map((leaf) => {
    const entries = at.get(leaf.name) ?? [];
    return [leaf.name, Float64Array.from(xs.flatMap((x) => (leaf.name === name ? [x, ...entries.slice(1)] : entries)))];
  }));
  const [left, right] = program.run(inputs, STEPS).values;
  const size = left.length / STEPS;
  const walks = range(size).map((entry) => xs.map((x, k): Pair => [x, left[k * size + entry], right[k * size + entry]]).filter((pair) => pair.every(Number.isFinite)));
  return walks.map(withoutPoles).filter((walk) => walk.length > STEPS / 2 && isMoving(walk)).sort((a, b) => largestGap(b) - largestGap(a))[0];
}

const isMoving = (walk: Pair[]): boolean => walk.some(([, left, right]) => Math.abs(left - walk[0][1]) > 1e-9 * Math.abs(left) || Math.abs(right - walk[0][2]) > 1e-9 * Math.abs(right));

/** Near a pole everything else would be flat. */
function withoutPoles(walk: Pair[]): Pair[] {
  const sizes = walk.map(([, left, right]) => Math.max(Math.abs(left), Math.abs(right))).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length * 0.8)] || 1;
  return walk.filter(([, left, right]) => Math.max(Math.abs(left), Math.abs(right)) <= 20 * usual);
}

const gap = ([, left, right]: Pair): number => Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right), 1e-300);
const largestGap = (walk: Pair[]): number => Math.max(...walk.map(gap));

function labelOf({ sides: { world } }: Extract<Judgement, { verdict: 'verified' | 'refuted' }>, { name, isNumber }: Way): string {
  const tex = plain(world.symbols.get(name)?.use.tex ?? name);
  return isNumber ? tex : `first entry of ${tex}`;
}

function figureOf({ lhs, rhs, relation }: LinkSyntax, verdict: 'verified' | 'refuted', walk: Pair[], label: string): Figure {
  const curve = (name: string, role: Curve['role'], side: 1 | 2): Curve => ({ name, role, points: walk.map((pair) => [pair[0], pair[side]]) });
  const [from, to] = [walk[0][0], walk[walk.length - 1][0]];
  return {
    title: `Left and right of ${plain(`${lhs.tex} ${relation.tex} ${rhs.tex}`)}`,
    summary: `${compared(walk, label)} Everything else stays as it is at one point that was tested. The line is ${verdict}.`,
    charts: [{
      title: `Both sides as ${label} goes from ${shown(from)} to ${shown(to)}`, x: { label, scale: 'linear' }, y: { label: 'value', scale: 'linear' },
      curves: [curve('left side', 'published', 1), curve('right side', 'written', 2)],
    }],
  };
}

function compared(walk: Pair[], label: string): string {
  const [x, left, right] = walk.reduce((most, pair) => (Math.abs(pair[1] - pair[2]) > Math.abs(most[1] - most[2]) ? pair : most));
  if (largestGap(walk) < 1e-6) return 'The curves lie on each other.';
  return `The curves are furthest apart at ${label} = ${shown(x)}: ${shown(left)} on the left, ${shown(right)} on the right.`;
}
