/** Functions of one variable, of the classes that convergence is proved for, and what a step of gradient descent is proved to leave of their gaps. */
import { range } from '../../tensor';
import { numbers } from '../updates/objectives';

export type CurveClass = 'smooth' | 'convex' | 'strongly convex' | 'PL';

export interface Curve {
  /** The slope changes by no more than this from place to place; and the constant of strong convexity or of the inequality of Polyak and Łojasiewicz, 0 where there is none. */
  smoothness: number;
  growth: number;
  value(x: number): number;
  slope(x: number): number;
  /** Where it is least, and how little that is. */
  bottom: number;
  least: number;
}

/** How far something is from the best: in value, in place, in slope. */
export interface Bounds { gap: number; distance: number; slope: number }

// ── functions ──

const COUNT = 30;
const known = new Map<CurveClass, Curve[]>();

/** Functions whose curvature is constant from bend to bend: among them are those at which the published bounds are reached. */
export function curves(of: CurveClass): readonly Curve[] {
  const made = known.get(of) ?? draw(of);
  known.set(of, made);
  return made;
}

function draw(of: CurveClass): Curve[] {
  const random = numbers(of.length * 7919);
  const found: Curve[] = [];
  while (found.length < COUNT) {
    const smoothness = 0.4 + 2.2 * random();
    const growth = of === 'strongly convex' ? smoothness * (0.05 + 0.55 * random()) : 0;
    const lowest = of === 'convex' || of === 'strongly convex' ? growth : -smoothness;
    // A parabola first, as steep and as flat as the class allows.
    const bends = found.length < 4 ? [] : Array.from({ length: 1 + Math.floor(4 * random()) }, () => 8 * random() - 4).sort((a, b) => a - b);
    const between = (): number => [lowest, smoothness, lowest + (smoothness - lowest) * random()][Math.floor(3 * random())];
    const isOuter = (i: number): boolean => i === 0 || i === bends.length;
    const curvatures = range(bends.length + 1).map((i) => (bends.length === 0 ? (found.length % 2 && of === 'strongly convex' ? growth : smoothness) : lowest < 0 && isOuter(i) ? smoothness : between()));
    const curve = curveOf(bends, curvatures, smoothness, growth);
    const whole = of === 'PL' ? withInequality(curve) : curve;
    if (whole && Number.isFinite(whole.bottom)) found.push(moved(whole, PLACES[found.length % PLACES.length], SCALES[found.length % SCALES.length]));
  }
  return found;
}

/** A class knows no place and no scale: a bound that is true of functions around 0, or of flat ones alone, is none of it. */
const PLACES = [0, 1.7, -3.1];
const SCALES = [1, 1, 6, 0.3];

const moved = ({ smoothness, growth, value, slope, bottom, least }: Curve, by: number, times: number): Curve => ({
  smoothness: times * smoothness, growth: times * growth, bottom: bottom + by, least: times * least,
  value: (x) => times * value(x - by),
  slope: (x) => times * slope(x - by),
});

function curveOf(bends: readonly number[], curvatures: readonly number[], smoothness: number, growth: number): Curve {
  /** Curvature integrated from 0 once and twice. */
  const integrals = (x: number): [slope: number, value: number] => {
    const [low, high] = [Math.min(0, x), Math.max(0, x)];
    let [slope, value] = [0, 0];
    curvatures.forEach((c, i) => {
      const [from, to] = [Math.max(low, bends[i - 1] ?? -Infinity), Math.min(high, bends[i] ?? Infinity)];
      if (to <= from) return;
      slope += c * (to - from);
      // ∫ (x − s) c ds
      value += c * (to - from) * (x - (from + to) / 2);
    });
    return x < 0 ? [-slope, -value] : [slope, value];
  };
  const slope = (x: number): number => integrals(x)[0];
  const value = (x: number): number => integrals(x)[1];
  const ends = [-Infinity, ...bends, Infinity];
  const stationary = curvatures.flatMap((c, i) => { const inside = Number.isFinite(ends[i]) ? ends[i] : Number.isFinite(ends[i + 1]) ? ends[i + 1] : 0; const x = c === 0 ? inside : inside - slope(inside) / c; return x >= ends[i] - 1e-12 && x <= ends[i + 1] + 1e-12 && Math.abs(slope(x)) < 1e-9 ? [x] : []; });
  const bottom = stationary.reduce((best, x) => (value(x) < value(best) ? x : best), stationary[0] ?? NaN);
  return { smoothness, growth, value, slope, bottom, least: value(bottom) };
}

/** With the largest constant of the inequality that it has; nothing where that is hardly any. */
function withInequality(curve: Curve): Curve | undefined {
  let growth = Infinity;
  for (let x = -9; x <= 9; x += 0.003) {
    const gap = curve.value(x) - curve.least;
    if (gap > 1e-7) growth = Math.min(growth, curve.slope(x) ** 2 / (2 * gap));
  }
  return growth > 0.03 * curve.smoothness ? { ...curve, growth: 0.998 * growth } : undefined;
}

// ── what is proved ──

const ROUNDING = 1e-12;
const NONE: Bounds = { gap: Infinity, distance: Infinity, slope: Infinity };
const both = (a: Bounds, b: Bounds): Bounds => ({ gap: Math.min(a.gap, b.gap), distance: Math.min(a.distance, b.distance), slope: Math.min(a.slope, b.slope) });

/** After so many steps of length `step` from a point. */
export function boundsAfter(of: CurveClass, curve: Curve, from: number, step: number, count: number): Bounds {
  const { smoothness: L, growth: μ } = curve;
  const now: Bounds = { gap: curve.value(from) - curve.least, distance: Math.abs(from - curve.bottom), slope: Math.abs(curve.slope(from)) };
  const h = step * L;
  const isStable = h >= 0 && h <= 2 + ROUNDING;
  let found = count === 1 ? descent(now, step, L) : NONE;
  if (isStable && of !== 'smooth') found = both(found, { ...NONE, gap: now.gap * (1 - 2 * μ * step * (1 - h / 2)) ** count });
  if (isStable && (of === 'convex' || of === 'strongly convex')) found = both(found, contraction(now, step, L, μ, count));
  // Drori and Teboulle 2014, Theorem 3.1.
  if (h <= 1 + ROUNDING && (of === 'convex' || of === 'strongly convex')) found = both(found, { ...NONE, gap: (L * now.distance ** 2) / (4 * count * h + 2) });
  return found;
}

/** Nesterov 2018, inequality (1.2.19), whatever the step. */
const descent = ({ gap, slope }: Bounds, step: number, L: number): Bounds => ({ ...NONE, gap: gap - step * (1 - (step * L) / 2) * slope ** 2 });

/** Taylor, Hendrickx and Glineur 2018, Theorem 3.3; Nesterov 2018, Theorems 2.1.14 and 2.1.15 for one step. */
function contraction(now: Bounds, step: number, L: number, μ: number, count: number): Bounds {
  const ρ = Math.max(Math.abs(1 - step * μ), Math.abs(1 - step * L)) ** count;
  const one = count > 1 ? Infinity : Math.sqrt(Math.max(0, (1 - (2 * step * L * μ) / (L + μ)) * now.distance ** 2 + step * (step - 2 / (L + μ)) * now.slope ** 2));
  return { gap: ρ ** 2 * now.gap, distance: Math.min(ρ * now.distance, step <= 2 / (L + μ) || μ === 0 ? one : Infinity), slope: ρ * now.slope };
}
