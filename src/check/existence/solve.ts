/** Solves both sides of a claim for a point in an interval, at many samples of all else. */
import type { Term } from '../../meaning/term';
import * as engine from '../../tensor';
import { range, type Program } from '../../tensor';
import { createLowering, lower } from '../lower';
import { sizesFor } from '../lower/sizes';
import { Unrunnable } from '../lower/unrunnable';
import type { AlignedSides } from '../readings';
import { POINTS, samplePoints } from '../sample';
import { isCoefficient, WEIGHT } from './functions';

/** `key` is solved for between the least and the greatest of `ends`; `args` are the arguments of the functions. */
export interface Equation { sides: AlignedSides; key: string; ends: Term[]; args: Term[]; seed: string }

export interface Solved {
  /** Where it was found, by sample. */
  found: Map<number, number>;
  /** Samples without a solution. */
  missing: number[];
  /** Samples that may have one. */
  unclear: number;
  /** The middle of the interval at each sample. */
  middle: Float64Array;
  /** Where there is no solution, the two sides are as far apart wherever the point lies. */
  isFlat: boolean;
  course: Course;
}

/** Both sides as a program, and with the ends and arguments beside them. */
interface Course { sides: Program; program: Program; inputs: Inputs; key: string; ends: number; leaves: string[] }
type Inputs = ReadonlyMap<string, Float64Array>;

/** Throws Unrunnable. */
export function solvePoints(equation: Equation): Solved {
  const course = courseOf(equation);
  const { low, high } = interval(course, course.inputs);
  const place = (u: number): Float64Array => low.map((x, i) => x + u * (high[i] - x));
  const scan = GRID.map((u) => gapAt(course, course.inputs, place(u)));
  const remainder = remainderAt(course, course.inputs, place(0.5));
  const solved: Solved = { found: new Map(), missing: [], unclear: 0, middle: place(0.5), isFlat: true, course };
  const cells: Cell[] = [];
  for (let point = 0; point < POINTS; point++) {
    const gaps = scan.map(({ gap }) => gap[point]);
    const size = Math.max(...scan.map(({ size: s }) => s[point]), Number.isFinite(remainder[point]) ? remainder[point] : 0);
    const outcome = gaps.every(Number.isFinite) ? outcomeOf(gaps, size, remainder[point]) : undefined;
    if (outcome === 'anywhere') solved.found.set(point, solved.middle[point]);
    else if (outcome === 'nowhere' || outcome === 'never') { solved.missing.push(point); solved.isFlat &&= outcome === 'never'; }
    else if (outcome === 'unclear') solved.unclear++;
    else if (typeof outcome === 'number') cells.push({ point, from: place(GRID[outcome - 1])[point], to: place(GRID[outcome])[point], largest: Math.max(...gaps.map(Math.abs)) });
  }
  bisect(solved, cells);
  return solved;
}

const GRID = range(65).map((i) => i / 64);

function courseOf({ sides, key, ends, args, seed }: Equation): Course {
  const lowering = createLowering(sides.world, sizesFor(sides.world, new Map([['*', 1]])));
  const nodes = [sides.left, sides.right, ...ends, ...args].map((term) => {
    const { node } = lower(lowering, term);
    if (engine.sizeOf(node.shape) !== 1) throw new Unrunnable('too-large');
    return engine.reshape(node, [1]);
  });
  // Entries, as those of x in `f(x_1) + f(x_2)`, are numbers of a vector.
  if (lowering.arbitrary.size || !lowering.inputs.has(key) || [...lowering.inputs.values()].some((axes) => axes.some((axis) => lowering.sizes.of(axis) !== 1))) throw new Unrunnable('too-large');
  const { world, at } = sides;
  const leaves = [...lowering.inputs.keys()].map((name) => { const info = world.symbols.get(name); return { name, shape: [1], domain: info && world.declarations.domain(info.use.base, at) }; });
  const inputs = samplePoints(leaves, seed, POINTS);
  inputs.set(WEIGHT, new Float64Array(POINTS).fill(1));
  return { sides: engine.compile(nodes.slice(0, 2)), program: engine.compile(nodes), inputs, key, ends: ends.length, leaves: leaves.map(({ name }) => name).filter((name) => name !== key && name !== WEIGHT && !isCoefficient(name)) };
}

function interval({ program, ends }: Course, inputs: Inputs): { low: Float64Array; high: Float64Array } {
  const values = program.run(inputs, POINTS).values.slice(2, 2 + ends);
  return { low: least(values), high: greatest(values) };
}

const argumentsAt = ({ program, key, ends }: Course, inputs: Inputs, place: Float64Array): Float64Array[] => program.run(new Map([...inputs, [key, place]]), POINTS).values.slice(2 + ends);

const least = (all: Float64Array[]): Float64Array => all[0].map((_, i) => Math.min(...all.map((values) => values[i])));
const greatest = (all: Float64Array[]): Float64Array => all[0].map((_, i) => Math.max(...all.map((values) => values[i])));

interface Gap { /** Left − right at each sample. */ gap: Float64Array; /** The larger of the two. */ size: Float64Array; left: Float64Array; right: Float64Array }

function gapAt({ sides, key }: Course, inputs: Inputs, place: Float64Array): Gap {
  const [left, right] = sides.run(new Map([...inputs, [key, place]]), POINTS).values;
  const [gap, size] = [new Float64Array(POINTS), new Float64Array(POINTS)];
  for (let i = 0; i < POINTS; i++) {
    gap[i] = left[i] - right[i];
    size[i] = Math.max(Math.abs(left[i]), Math.abs(right[i]));
  }
  return { gap, size, left, right };
}

/** How far the derivatives at the point move either side; what has none is all about the point. */
function remainderAt(course: Course, inputs: Inputs, place: Float64Array): Float64Array {
  const whole = gapAt(course, inputs, place);
  const without = gapAt(course, new Map([...inputs, [WEIGHT, new Float64Array(POINTS)]]), place);
  const parts = whole.gap.map((_, i) => Math.max(Math.abs(whole.left[i] - without.left[i]), Math.abs(whole.right[i] - without.right[i])));
  return parts.some((part) => part > 0) ? parts : parts.fill(Number.POSITIVE_INFINITY);
}

/** Gaps below this beside the sides are rounding. */
const ROUNDING = 1e-11;
/** A remainder that is smaller beside the sides tells nothing. */
const TELLING = 1e-5;
/** Of the remainder: gaps up to this are none, and from this on one. */
const NONE = 1e-7;
const SOME = 1e-5;

/** The cell of the grid in which the gap changes its sign; or that the point may be anywhere, nowhere in the interval, or nowhere at all. */
function outcomeOf(gaps: readonly number[], size: number, remainder: number): number | 'anywhere' | 'nowhere' | 'never' | 'unclear' | undefined {
  if (remainder < TELLING * size) return undefined;
  const [low, high] = [Math.min(...gaps), Math.max(...gaps)];
  const nearest = Math.min(...gaps.map(Math.abs));
  const scale = Math.min(remainder, size);
  if (high - low <= ROUNDING * size) return nearest <= ROUNDING * size + NONE * scale ? 'anywhere' : nearest > SOME * scale && nearest > 100 * ROUNDING * size ? 'never' : 'unclear';
  // What lies between two ends is none of them.
  if ([gaps[0], gaps[gaps.length - 1]].some((gap) => Math.abs(gap) <= ROUNDING * size)) return 'unclear';
  const cell = gaps.findIndex((gap, i) => i > 0 && Math.sign(gap) !== Math.sign(gaps[i - 1]));
  if (cell > 0) return cell;
  const steepest = Math.max(...gaps.slice(1).map((gap, i) => Math.abs(gap - gaps[i])));
  return nearest > 2 * steepest && nearest > SOME * scale ? 'nowhere' : 'unclear';
}

interface Cell { point: number; from: number; to: number; /** The largest gap in the interval. */ largest: number }

/** All cells at once. A change of sign at which the gap does not vanish is a pole. */
function bisect(solved: Solved, cells: readonly Cell[]): void {
  const { course } = solved;
  const place = solved.middle.slice();
  const ends = cells.map((cell) => ({ ...cell }));
  for (const { point, from } of ends) place[point] = from;
  const signs = gapAt(course, course.inputs, place).gap.map(Math.sign);
  for (let n = 0; n < HALVINGS; n++) {
    for (const cell of ends) place[cell.point] = (cell.from + cell.to) / 2;
    const { gap } = gapAt(course, course.inputs, place);
    for (const cell of ends) { if (Math.sign(gap[cell.point]) === signs[cell.point]) cell.from = place[cell.point]; else cell.to = place[cell.point]; }
  }
  for (const { point, to } of ends) place[point] = to;
  const { gap } = gapAt(course, course.inputs, place);
  for (const { point, to, largest } of ends) { if (Math.abs(gap[point]) <= 1e-6 * largest) solved.found.set(point, to); else solved.unclear++; }
}

const HALVINGS = 60;

// ── near each other ──

/** Distances of the arguments, of what they are. */
const NEAR = 0.1;
const NEARER = 0.02;

/** Whether both sides come closer than the remainder is small when the arguments draw together; undefined where these are not brought together by moving one value. */
export function holdsToLeadingOrder({ course }: Solved): boolean | undefined {
  const move = moveOf(course);
  if (!move) return undefined;
  const gapOfRemainder = (by: number): Float64Array => {
    const inputs = moved(course, move, by);
    const { low, high } = interval(course, inputs);
    const place = low.map((x, i) => (x + high[i]) / 2);
    const { gap } = gapAt(course, inputs, place);
    return remainderAt(course, inputs, place).map((remainder, i) => Math.abs(gap[i]) / remainder);
  };
  const growth = medianRatio(gapOfRemainder(NEARER), gapOfRemainder(NEAR));
  return growth === undefined ? undefined : growth < 0.5;
}

/** By how much left / right grows when the arguments come five times nearer, with the factor `key` of the right side at 1; undefined where it is no such factor. */
export function growthOf(equation: Equation): { growth: number; values: Record<string, number>; left: number; right: number } | undefined {
  const course = courseOf(equation);
  const move = moveOf(course);
  if (!move) return undefined;
  const at = (by: number, factor: number): Gap => gapAt(course, moved(course, move, by), new Float64Array(POINTS).fill(factor));
  const [near, nearer, doubled] = [at(NEAR, 1), at(NEARER, 1), at(NEARER, 2)];
  if (!nearer.left.every((x, i) => x === doubled.left[i] && Math.abs(doubled.right[i] - 2 * nearer.right[i]) <= ROUNDING * Math.abs(doubled.right[i]))) return undefined;
  // A constant is meant to be positive.
  if (nearer.left.some((x, i) => x > 0 && nearer.right[i] < 0)) return undefined;
  const growth = medianRatio(nearer.left.map((x, i) => x / nearer.right[i]), near.left.map((x, i) => x / near.right[i]));
  const inputs = moved(course, move, NEARER);
  const shown = Object.fromEntries([move.leaf, ...(move.other ? [move.other] : [])].map((leaf) => [leaf, (inputs.get(leaf) as Float64Array)[0]]));
  return growth === undefined ? undefined : { growth, values: shown, left: nearer.left[0], right: nearer.right[0] };
}

function medianRatio(above: Float64Array, below: Float64Array): number | undefined {
  const ratios = [...above].map((x, i) => x / below[i]).filter(Number.isFinite).sort((a, b) => a - b);
  return ratios.length < POINTS / 4 ? undefined : ratios[ratios.length >> 1];
}

/** The one value that brings the arguments together. */
function moveOf(course: Course): Move | undefined {
  return course.leaves.flatMap((leaf) => [undefined, ...course.leaves.filter((other) => other !== leaf)].map((other) => ({ leaf, other }))).find((candidate) => drawsTogether(course, candidate));
}

interface Move { leaf: string; other: string | undefined }

/** The leaf by a factor nearer to the other, or to zero. */
function moved({ inputs }: Course, { leaf, other }: Move, by: number): Inputs {
  const to = other === undefined ? undefined : inputs.get(other);
  return new Map([...inputs, [leaf, (inputs.get(leaf) as Float64Array).map((x, i) => { const end = to ? to[i] : 0; return end + by * (x - end); })]]);
}

/** The distances of all arguments shrink by as much as the leaf comes nearer. */
function drawsTogether(course: Course, move: Move): boolean {
  const [far, close] = [1, NEARER].map((by) => {
    const inputs = moved(course, move, by);
    const { low, high } = interval(course, inputs);
    const args = argumentsAt(course, inputs, low.map((x, i) => (x + high[i]) / 2));
    const [from, to] = [least(args), greatest(args)];
    return from.map((x, i) => to[i] - x);
  });
  return close.every((width, i) => far[i] > 0 && width <= 1.5 * NEARER * far[i]);
}
