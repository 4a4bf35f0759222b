/** The gradient check as a picture: how far finite differences are from the derivative that is written, for steps of every size. */
import { type Index, map, num, sumOver, type Term, symbolTerm } from '../../meaning/term';
import type { Curve, Figure } from '../../report';
import { range } from '../../tensor';
import { type Evaluation, evaluate } from '../evaluate';
import { ifRunnable } from '../lower/unrunnable';
import type { Judgement } from '../judgement';
import type { AlignedSides } from '../readings';
import { plain, shown } from './words';

/** From large steps, where the function bends, to small ones, where its digits are lost. */
const SIZES = range(40).map((k) => 10 ** (-0.5 - k * 0.35));

/** For a line with a derivative on one side, as it was read; undefined where it cannot be taken apart. */
export function derivativeFigure(lhs: string, { verdict, sides }: Extract<Judgement, { sides: AlignedSides }>): Figure | undefined {
  const differences = ifRunnable(() => differencesOf(sides));
  return differences && figureOf(differences, lhs, verdict);
}

interface Differences { value: number; claimed: number; exact: number; up: number[]; down: number[] }

/** All entries of the variable are moved at once; the entries of what is written are summed up. */
function differencesOf(sides: AlignedSides): Differences | undefined {
  const [derivative, claimed] = stepped(sides.left, 0) ? [sides.left, sides.right] : [sides.right, sides.left];
  const shifted = (by: number): Term | undefined => stepped(derivative, by)?.term;
  const at = stepped(derivative, 0)?.at;
  if (!at) return undefined;
  const terms = [...[0, ...SIZES, ...SIZES.map((h) => -h)].flatMap((h) => shifted(h) ?? []), sumOver(at, claimed), sumOver(at, derivative)];
  const index: Index = 'gradlens differences';
  sides.world.dims.fixed.set(index, terms.length);
  const evaluation = evaluate({ ...sides, left: { op: 'stack', index, contents: terms }, right: num(0) }, { seed: 'differences', points: 20 });
  return evaluation && firstFinite(evaluation, terms.length);
}

/** What a term differentiates, with its variable moved by a number, and the entries of the variable; undefined for what is no first derivative. */
function stepped(term: Term, by: number): { term: Term; at: Index[] } | undefined {
  if (term.op === 'let' && term.by?.length === 1) return { term: { ...term, by: undefined, value: map('add', term.value, num(by)) }, at: term.by[0].at };
  if (term.op === 'let' && !term.by?.length) { const body = stepped(term.body, by); return body && { ...body, term: { ...term, body: body.term } }; }
  if (term.op !== 'derivative') return undefined;
  const axes = term.at.map((_, i): Index => `gradlens axis ${i}`);
  return { term: { op: 'let', key: term.key, axes, value: map('add', symbolTerm(term.key, axes), num(by)), body: term.of }, at: term.at };
}

/** The first sampled point at which everything has a value and the derivative is not zero; of several entries the first. */
function firstFinite({ program, inputs, labels, shape }: Evaluation, count: number): Differences | undefined {
  const [values] = program.run(inputs, 20).values;
  const size = values.length / 20;
  const place = labels.indexOf('gradlens differences');
  const stride = shape.slice(place + 1).reduce((a, b) => a * b, 1);
  for (let sample = 0; sample < 20; sample++) {
    const all = range(count).map((k) => values[sample * size + k * stride]);
    const [value, ...rest] = all;
    const [claimed, exact] = rest.slice(-2);
    if (all.every(Number.isFinite) && Math.abs(exact) > 1e-3 && Math.abs(exact) < 1e3) return { value, claimed, exact, up: rest.slice(0, SIZES.length), down: rest.slice(SIZES.length, 2 * SIZES.length) };
  }
  return undefined;
}

function figureOf({ value, claimed, exact, up, down }: Differences, lhs: string, verdict: string): Figure {
  const scale = Math.max(Math.abs(claimed), Math.abs(exact));
  const curve = (name: string, role: Curve['role'], difference: (k: number) => number): Curve => ({ name, role, points: SIZES.flatMap((h, k): [number, number][] => { const error = Math.abs(difference(k) - claimed) / scale; return error > 1e-17 ? [[h, error]] : []; }) });
  const central = curve('both directions', 'first', (k) => (up[k] - down[k]) / (2 * SIZES[k]));
  const least = Math.min(...central.points.map(([, error]) => error));
  const isRight = least < 1e-5;
  return {
    title: `Gradient check of ${plain(lhs)}`,
    summary: `${isRight ? `The error of finite differences falls to ${size(least)} before rounding takes over: they go to the derivative as written.` : `The error of finite differences stays above ${size(least)}: they do not go to what is written.`} At one sampled point, all entries of the variable moved together: written ${shown(claimed)}, by automatic differentiation ${shown(exact)}. The line is ${verdict}.`,
    charts: [{
      title: 'Distance of finite differences from the derivative as written', x: { label: 'step of the difference', scale: 'log' }, y: { label: 'relative error', scale: 'log' },
      curves: [curve('forwards', 'second', (k) => (up[k] - value) / SIZES[k]), curve('backwards', 'third', (k) => (value - down[k]) / SIZES[k]), central],
    }],
  };
}

const size = (error: number): string => (error < 0.01 ? error.toExponential(0).replace('-', '−') : shown(error));
