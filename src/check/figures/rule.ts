/** A rule as written beside the published one: where both go, how the loss falls, and how their steps compare. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { COLUMNS, isDecay, type Constants, type Objective, type Vector } from '../../optimizers';
import type { Chart, Contours, Curve, Figure } from '../../report';
import type { UpdateFinding } from '../updates';
import { resolve } from '../updates/constants';
import { type Match, published } from '../updates/match';
import { objectives } from '../updates/objectives';
import { runProgram } from '../updates/program';
import { attempt } from '../updates/values';
import { objectiveOn, type Surface, surfaceFor } from './surface';
import { plain, shown } from './words';

type Run = NonNullable<UpdateFinding['run']>;

const STEPS = 60;
/** Rules of one variable, such as Newton’s, are there after fewer. */
const FEW = 8;

/** Undefined where the lines cannot be run on a function. */
export function ruleFigure(document: DocumentMeaning, link: LinkSyntax, run: Run): Figure | undefined {
  if (run.match.observable !== 'θ') return quantityFigure(run);
  const surface = surfaceFor(document, link, run.group.program.leaves.fields, run.group.program.leaves.isSingle ? 1 : 2);
  const course = attempt(() => coursesOn(surface, run));
  if (!course) return undefined;
  const name = nameOf(run.match);
  const isSame = sameCourse(course);
  return {
    title: `${name} on ${surface.name}`,
    summary: `${isSame ? `The rule as written takes the same steps as ${name}.` : `The rule as written parts from ${name} at step ${partingOf(course)}.`} ${stepsOn(surface)} steps from ${point(surface.start)} with ${constantsIn(course.constants)}; ${surface.name} goes from ${shown(surface.values(surface.start)[0])} to ${shown(last(losses(surface, course.published)))} as published${isSame ? '' : ` and to ${shown(last(losses(surface, course.written)))} as written`}.${surface.example ? ` What the document leaves open is drawn at random: ${surface.example.text}.` : ''}`,
    charts: [surface.names.length === 2 ? wayChart(surface, course) : graphChart(surface, course), fallChart(surface, course), ...(isSame ? [] : [ratioChart(course)])].filter(({ curves }) => curves.some(({ points }) => points.length > 1)),
  };
}

interface Course { written: Vector[]; published: Vector[]; constants: ReadonlyMap<string, number> }

/** Learning rates that are tried; the one with which the published rule comes lowest is taken. */
const RATES = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001];

function coursesOn(surface: Surface, { group, match }: Run): Course {
  const objective = objectiveOn(surface);
  const steps = stepsOn(surface);
  const course = (rate: number): Course => {
    const constants = valuesFor(group.program.leaves.constants, match, rate);
    const setting = { ...match.setting, gradients: match.setting.gradients === 'sequence' ? 'followed' as const : match.setting.gradients };
    return {
      constants,
      published: [surface.start, ...published(match.known, objective, resolve(match.matching, constants), steps, surface.start).map((state) => state.θ)],
      written: [surface.start, ...runProgram(group.program, objective, constants, setting, surface.start, steps, match.known.rule.kind === 'matrix-step' ? COLUMNS : undefined)],
    };
  };
  const hasRate = group.program.leaves.constants.some((name) => rateOf(match, name));
  const all = (hasRate ? RATES : [1]).map(course);
  const height = ({ published: way }: Course): number => { const end = last(losses(surface, way)); return Number.isFinite(end) ? end : Infinity; };
  return all.reduce((best, next) => (height(next) < height(best) ? next : best));
}

/** The usual values of the published constants, under the student's names. */
function valuesFor(names: readonly string[], match: Match, rate: number): Map<string, number> {
  const usual: Constants = { ...match.known.constants };
  return new Map(names.map((name) => {
    const found = Object.entries(match.matching).find(([, choice]) => 'name' in choice && choice.name === name);
    if (!found) return [name, 0.5];
    const [constant, choice] = found;
    const value = constant === 'η' ? rate : isDecay(constant) ? Math.min(usual[constant], 0.99) : usual[constant];
    return [name, 'isComplement' in choice && choice.isComplement ? 1 - value : value];
  }));
}

const rateOf = (match: Match, name: string): boolean => Object.entries(match.matching).some(([constant, choice]) => constant === 'η' && 'name' in choice && choice.name === name);

// ── charts ──

type Points = Curve['points'];

/** A curve for the published way and one for the written. */
const twoCurves = (points: (way: Vector[]) => Points, { published: way, written }: Pick<Course, 'published' | 'written'>, dotted?: Pick<Curve, 'dotted'>): Curve[] =>
  [{ name: 'as published', role: 'published', points: points(way), ...dotted }, { name: 'as written', role: 'written', points: points(written), ...dotted }];

const linear = (label: string): Chart['x'] => ({ label, scale: 'linear' });
const STEP: Chart['x'] = { label: 'step', scale: 'count' };

function wayChart(surface: Surface, course: Course): Chart {
  const box = boxAround(course);
  const far = 20 * Math.max(box.x[1] - box.x[0], box.y[1] - box.y[0]);
  const onPaper = (way: Vector[]): Points => { const end = way.findIndex((p) => !p.every((x) => Math.abs(x) < far)); return (end < 0 ? way : way.slice(0, end)).map(([x, y]) => [x, y]); };
  return {
    title: whereOn(surface), x: linear(plain(surface.names[0])), y: linear(plain(surface.names[1])),
    curves: twoCurves(onPaper, course, { dotted: true }),
    contours: contoursOf(surface, box),
  };
}

const GRID = 64;

interface Box { x: [number, number]; y: [number, number] }

/** Around the published way, and the written one as far as it stays near. */
function boxAround({ written, published: way }: Course): Box {
  const side = (axis: 0 | 1): [number, number] => {
    const own = way.map((p) => p[axis]).filter(Number.isFinite);
    const [low, high] = [Math.min(...own), Math.max(...own)];
    const span = Math.max(high - low, 0.5);
    const near = written.map((p) => p[axis]).filter((x) => x > low - span && x < high + span);
    const [from, to] = [Math.min(low, ...near), Math.max(high, ...near)];
    return [from - 0.25 * span, to + 0.25 * span];
  };
  return { x: side(0), y: side(1) };
}

function contoursOf(surface: Surface, { x, y }: Box): Contours {
  const points = Float64Array.from({ length: 2 * GRID * GRID }, (_, k) => { const cell = Math.floor(k / 2); return k % 2 ? y[0] + ((y[1] - y[0]) * Math.floor(cell / GRID)) / (GRID - 1) : x[0] + ((x[1] - x[0]) * (cell % GRID)) / (GRID - 1); });
  return { x, y, columns: GRID, rows: GRID, values: [...surface.values(points)] };
}

/** A function of one number with the points on it. */
function graphChart(surface: Surface, course: Course): Chart {
  const all = [...course.published, ...course.written].map(([x]) => x).filter((x) => Number.isFinite(x) && Math.abs(x) < 50);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(high - low, 0.5);
  const grid = Float64Array.from({ length: 121 }, (_, i) => low - 0.2 * span + (1.4 * span * i) / 120);
  const heights = surface.values(grid);
  const on = (way: Vector[]): Points => { const xs = Float64Array.from(way.map(([x]) => x)); const ys = surface.values(xs); return [...xs].map((x, i): [number, number] => [x, ys[i]]).filter(([x]) => x >= grid[0] && x <= grid[120]); };
  return {
    title: whereOn(surface), x: linear(plain(surface.names[0])), y: linear(surface.name),
    curves: [{ name: surface.name, role: 'first', points: [...grid].map((x, i) => [x, heights[i]]) }, ...twoCurves(on, course, { dotted: true })],
  };
}

/** Above the lowest value that either of them comes to; of one variable, which need not go downhill, how far from where the published one ends. */
function fallChart(surface: Surface, course: Course): Chart {
  const [end] = last(course.published);
  const isSingle = surface.names.length === 1;
  const heights = new Map([course.published, course.written].map((way) => [way, losses(surface, way)]));
  const lowest = Math.min(...[...heights.values()].flat().filter(Number.isFinite));
  const fall = (way: Vector[]): number[] => (isSingle ? way.map(([x]) => Math.abs(x - end)) : (heights.get(way) ?? []).map((value) => value - lowest));
  const least = 1e-13 * Math.max(1, Math.abs(isSingle ? end : fall(course.published)[0]));
  const points = (way: Vector[]): Points => fall(way).flatMap((value, n): Points => (value > least && value < 1e12 ? [[n, value]] : []));
  const [title, label] = isSingle ? [`Distance from ${shown(end)}`, 'distance'] : [`${surface.name} above the lowest value reached`, `${surface.name} − lowest`];
  return { title, x: STEP, y: { label, scale: 'log' }, curves: twoCurves(points, course) };
}

function ratioChart({ written, published: way }: Course): Chart {
  const length = (points: Vector[], n: number) => Math.hypot(...points[n + 1].map((x, i) => x - points[n][i]));
  const points = Array.from({ length: way.length - 1 }, (_, n): [number, number] => [n + 1, length(written, n) / length(way, n)]).filter(([, ratio]) => ratio > 1e-12 && ratio < 1e12);
  return { title: 'Length of the step as written over that of the published one', x: STEP, y: { label: 'ratio of the steps', scale: 'log' }, curves: [{ name: 'as written / as published', role: 'written', points }] };
}

// ── one quantity without its step: a mean of gradients, a learning rate ──

function quantityFigure({ group, match }: Run): Figure | undefined {
  const [objective]: readonly Objective[] = objectives(match.setting.gradients === 'field' ? 'field' : 'sequence');
  const constants = valuesFor(group.program.leaves.constants, match, 0.1);
  const steps = match.known.rule.kind === 'schedule' ? 100 : 8;
  const start = new Float64Array(3);
  const course = attempt(() => ({
    written: runProgram(group.program, objective, constants, match.setting, start, steps),
    published: published(match.known, objective, resolve(match.matching, constants), steps).map((state) => state[match.observable]),
  }));
  if (!course) return undefined;
  const name = nameOf(match);
  return {
    title: `${match.observable} of ${name}`, summary: `${match.observable} of ${name}, ${steps} steps with ${constantsIn(constants)}, on gradients that are given.`,
    charts: [{ title: `${match.observable}, step by step`, x: STEP, y: linear(match.observable), curves: twoCurves((way) => way.map(([x], n) => [n + 1, x]), course, { dotted: steps < 20 }) }],
  };
}

const stepsOn = ({ names }: Surface): number => (names.length === 1 ? FEW : STEPS);

// ── words ──

const whereOn = ({ name, example }: Surface): string => `Where the steps lead on ${name}${example ? `, for ${example.isWhole && example.text.length < 60 ? example.text : 'values drawn at random'}` : ''}`;

const nameOf = ({ known: { rule, variant } }: Match): string => (variant ? `${rule.name}, ${variant.name}` : rule.name);
const losses = (surface: Surface, way: Vector[]): number[] => way.map((p) => surface.values(p)[0]);
const last = <T>(list: T[]): T => list[list.length - 1];
const point = (x: Vector): string => `(${[...x].map(shown).join(', ')})`;
const constantsIn = (constants: ReadonlyMap<string, number>): string => [...constants].map(([name, value]) => `${plain(name)} = ${shown(value)}`).join(', ') || 'no constants';

const isNear = (a: Vector, b: Vector): boolean => a.every((x, i) => Math.abs(x - b[i]) <= 1e-9 * Math.max(1, Math.abs(x)) || (!Number.isFinite(x) && !Number.isFinite(b[i])));
const sameCourse = ({ written, published: way }: Course): boolean => written.every((x, n) => isNear(x, way[n]));
const partingOf = ({ written, published: way }: Course): number => written.findIndex((x, n) => !isNear(x, way[n]));
