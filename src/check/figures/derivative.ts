/** The gradient check as a picture: how far finite differences are from the derivative that is written, for steps of every size. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { type Index, map, num, sumOver, type Term } from '../../meaning/term';
import type { Curve, Figure } from '../../report';
import { type Evaluation, evaluate } from '../evaluate';
import { ifRunnable } from '../lower';
import { type AlignedSides, readClaim } from '../readings';
import { plain, shown } from './words';

/** From large steps, where the function bends, to small ones, where its digits are lost. */
const SIZES = Array.from({ length: 40 }, (_, k) => 10 ** (-0.5 - k * 0.35));

/** For lines with a derivative on one side; undefined where none can be taken apart. */
export function derivativeFigure(document: DocumentMeaning, link: LinkSyntax, verdict: string): Figure | undefined {
  for (const claim of readClaim(document, link)) {
    if (!claim.ok) continue;
    for (const sides of claim.alternatives) {
      const differences = ifRunnable(() => differencesOf(sides));
      if (differences) return figureOf(differences, link, verdict);
    }
  }
  return undefined;
}

interface Differences { value: number; claimed: number; exact: number; up: number[]; down: number[] }

/** All entries of the variable are moved at once; the entries of what is written are summed up. */
function differencesOf(sides: AlignedSides): Differences | undefined {
  const [derivative, claimed] = isDerivative(sides.left) ? [sides.left, sides.right] : [sides.right, sides.left];
  if (!isDerivative(derivative)) return undefined;
  const at = derivative.op === 'derivative' ? derivative.at : derivative.by?.[0].at ?? [];
  const terms = [shifted(derivative, 0), ...SIZES.map((h) => shifted(derivative, h)), ...SIZES.map((h) => shifted(derivative, -h)), sumOver(at, claimed), sumOver(at, derivative)];
  const index: Index = 'gradlens differences';
  sides.world.dims.fixed.set(index, terms.length);
  const evaluation = evaluate({ ...sides, left: { op: 'stack', index, items: terms }, right: num(0) }, { seed: 'differences', points: 20 });
  return evaluation && firstFinite(evaluation, terms.length);
}

type Differentiated = Extract<Term, { op: 'derivative' | 'let' }>;

/** Of the first order. */
const isDerivative = (term: Term): term is Differentiated => term.op === 'derivative' || (term.op === 'let' && term.by?.length === 1);

/** What is differentiated, with its variable moved by a number. */
function shifted(term: Differentiated, by: number): Term {
  if (term.op === 'let') return { ...term, by: undefined, value: map('add', term.value, num(by)) };
  const axes = term.at.map((_, i): Index => `gradlens axis ${i}`);
  return { op: 'let', key: term.key, axes, value: map('add', { op: 'symbol', key: term.key, at: axes }, num(by)), body: term.of };
}

/** The first sampled point at which everything has a value and the derivative is not zero; of several entries the first. */
function firstFinite({ program, inputs, labels, shape }: Evaluation, count: number): Differences | undefined {
  const [values] = program.run(inputs, 20).values;
  const size = values.length / 20;
  const place = labels.findIndex((label) => label === 'gradlens differences');
  const stride = shape.slice(place + 1).reduce((a, b) => a * b, 1);
  for (let sample = 0; sample < 20; sample++) {
    const all = Array.from({ length: count }, (_, k) => values[sample * size + k * stride]);
    const [value, ...rest] = all;
    const [claimed, exact] = rest.slice(-2);
    if (all.every(Number.isFinite) && Math.abs(exact) > 1e-3 && Math.abs(exact) < 1e3) return { value, claimed, exact, up: rest.slice(0, SIZES.length), down: rest.slice(SIZES.length, 2 * SIZES.length) };
  }
  return undefined;
}

function figureOf({ value, claimed, exact, up, down }: Differences, link: LinkSyntax, verdict: string): Figure {
  const scale = Math.max(Math.abs(claimed), Math.abs(exact));
  const curve = (name: string, role: Curve['role'], difference: (k: number) => number): Curve => ({ name, role, points: SIZES.flatMap((h, k): [number, number][] => { const error = Math.abs(difference(k) - claimed) / scale; return error > 1e-17 ? [[h, error]] : []; }) });
  const central = curve('both directions', 'first', (k) => (up[k] - down[k]) / (2 * SIZES[k]));
  const least = Math.min(...central.points.map(([, error]) => error));
  const isRight = least < 1e-5;
  return {
    title: `Gradient check of ${plain(link.lhs.tex)}`,
    summary: `${isRight ? `The error of finite differences falls to ${size(least)} before rounding takes over: they go to the derivative as written.` : `The error of finite differences stays above ${size(least)}: they do not go to what is written.`} At one sampled point, all entries of the variable moved together: written ${shown(claimed)}, by automatic differentiation ${shown(exact)}. The line is ${verdict}.`,
    charts: [{
      title: 'Distance of finite differences from the derivative as written', x: { label: 'step of the difference', scale: 'log' }, y: { label: 'relative error', scale: 'log' },
      curves: [curve('forwards', 'second', (k) => (up[k] - value) / SIZES[k]), curve('backwards', 'third', (k) => (value - down[k]) / SIZES[k]), central],
    }],
  };
}

const size = (error: number): string => (error < 0.01 ? error.toExponential(0).replace('-', '−') : shown(error));
