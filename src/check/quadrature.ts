/** Places and weights of the sums that stand for expectations, limits and integrals. */
import * as engine from '../tensor';
import { range } from '../tensor';

export interface Weighted { places: number[]; weights: number[] }

// ── expectations ──

/** More places than this are too many. */
const MOST_PLACES = 5000;

/** Gauss–Hermite places for so many standard normal variables, variable by variable; undefined where they would be too many. */
export const normalGrid = (count: number, coarse: boolean): Weighted | undefined => gridOf(normalRule(nodesFor(count) - (coarse ? 1 : 0)), count);

/** The numbers from 0 to `upTo`, each with weight 1, for so many variables. */
export function wholeGrid(upTo: number, count: number): Weighted | undefined {
  const places = range(upTo + 1);
  return gridOf({ places, weights: places.map(() => 1) }, count);
}

function gridOf(single: Weighted, count: number): Weighted | undefined {
  if (single.places.length ** count > MOST_PLACES) return undefined;
  const grid = tensorGrid(single, count);
  return { places: grid.points.flat(), weights: grid.weights };
}

/** As many nodes for each variable as a grid over all of them allows. */
const nodesFor = (count: number): number => (count === 1 ? 40 : count === 2 ? 24 : count === 3 ? 10 : 5);

/** Gauss–Hermite for the standard normal law: exact for polynomials of degree below twice the nodes. */
function normalRule(order: number): Weighted {
  const { nodes, weights } = engine.gaussHermite(order);
  const total = [...weights].reduce((a, b) => a + b, 0);
  const second = [...nodes].reduce((sum, x, i) => sum + (weights[i] / total) * x * x, 0);
  return { places: [...nodes].map((x) => x / Math.sqrt(second)), weights: [...weights].map((w) => w / total) };
}

function tensorGrid({ places, weights }: Weighted, count: number): { points: number[][]; weights: number[] } {
  let grid = { points: [[] as number[]], weights: [1] };
  for (let i = 0; i < count; i++) {
    grid = {
      points: grid.points.flatMap((point) => places.map((x) => [...point, x])),
      weights: grid.weights.flatMap((w) => weights.map((v) => w * v)),
    };
  }
  return grid;
}

// ── limits ──

/** The way to infinity: from where exponentials have died away to where they do not overflow yet. */
const FAR_OUT = range(6).map((i) => 40 * 1.7 ** i);
const CHEBYSHEV = range(16).map((i) => 0.4 * Math.cos(((2 * i + 1) * Math.PI) / 32));

/** Polynomial extrapolation from Chebyshev places around the limit, none of which is the limit itself; for infinity in 1/x, from large x; `rough` are the weights without the first place. */
export function limitRule(to: number, coarse: boolean): Weighted & { rough: number[] } {
  const isNear = Number.isFinite(to);
  const steps = (isNear ? CHEBYSHEV : FAR_OUT.map((x) => Math.sign(to) / x)).slice(coarse ? 1 : 0);
  return { places: steps.map((x) => (isNear ? to + x : 1 / x)), weights: extrapolation(steps), rough: [0, ...extrapolation(steps.slice(1))] };
}

/** Weights of the polynomial through these places at zero. */
const extrapolation = (steps: number[]): number[] => steps.map((x, i) => steps.reduce((product, other, j) => (i === j ? product : (product * other) / (other - x)), 1));

/** Places and positive weights, which do not add up to 1. */
export const ANY_MEASURE: Weighted = { places: [-1.37, -0.62, 0.19, 0.81, 1.46], weights: [0.23, 0.41, 0.17, 0.36, 0.29] };

// ── integrals ──

/** (0, 1), (0, ∞), the whole line, or as much of it as a standard normal density reaches. */
export type IntegralRange = 'interval' | 'half' | 'line' | 'normal';

interface Substitution { reach: [number, number]; step: number; at(t: number): number; slope(t: number): number }

/**
 * x(t) under which integrands die away double exponentially, so that equal steps of t are exact (Takahasi and Mori 1974):
 * tanh–sinh, with ends that may be singular; for what decays as exp(−x) or a power; for what decays as exp(−x²).
 */
const SUBSTITUTIONS: Record<IntegralRange, Substitution> = {
  interval: { reach: [-3.2, 3.1], step: 1 / 16, at: (t) => 1 / (1 + Math.exp(-Math.PI * Math.sinh(t))), slope: (t) => (Math.PI * Math.cosh(t)) / (2 + 2 * Math.cosh(Math.PI * Math.sinh(t))) },
  half: { reach: [-3.6, 26], step: 1 / 16, at: (t) => Math.exp(t - Math.exp(-t)), slope: (t) => (1 + Math.exp(-t)) * Math.exp(t - Math.exp(-t)) },
  line: { reach: [-7, 7], step: 1 / 16, at: Math.sinh, slope: Math.cosh },
  normal: { reach: [-4.375, 4.375], step: 1 / 16, at: Math.sinh, slope: Math.cosh },
};

/** A rule with its weights at twice the step, for which every other place counts. */
export function integralRule(range: IntegralRange): Weighted & { coarse: number[] } {
  const { reach: [from, to], step, at, slope } = SUBSTITUTIONS[range];
  const steps = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  const weights = steps.map((t) => step * slope(t));
  return { places: steps.map(at), weights, coarse: weights.map((w, i) => (i % 2 ? 0 : 2 * w)) };
}
