/** Adafactor: of the second moment of a matrix of weights only the sums of its rows and columns are kept. */
import { descend } from './descent';
import type { Constants, Recursion, Row, State, Variant } from './rule';
import { each, mean, norm, sum, type Vector, vector } from './vectors';

/** The matrix is laid out row by row with so many columns. */
export const COLUMNS = 2;

interface Moment { R: Vector; C: Vector; v: Vector }

/** Sums of the rows and of the columns of G² + ε are averaged; v is their outer product over the total. */
function factoredMoment(R: Vector, C: Vector, G: Vector, β: number, ε: number): Moment {
  const rows = G.length / COLUMNS;
  const G2 = each((g) => g * g + ε, G);
  const rowSums = vector(Array.from({ length: rows }, (_, i) => sum(G2.subarray(i * COLUMNS, (i + 1) * COLUMNS))));
  const columnSums = vector(Array.from({ length: COLUMNS }, (_, j) => G2.reduce((total, x, k) => total + (k % COLUMNS === j ? x : 0), 0)));
  const [nextR, nextC] = [mean(β, R.subarray(0, rows), rowSums), mean(β, C.subarray(0, COLUMNS), columnSums)];
  const total = sum(nextR);
  return { R: nextR, C: nextC, v: vector(Array.from(G, (_, k) => (nextR[Math.floor(k / COLUMNS)] * nextC[k % COLUMNS]) / total)) };
}

const rms = (x: Vector): number => norm(x) / Math.sqrt(x.length);
/** The means of rows and columns, as some texts keep them: v is the same. */
const kept = ({ R, C, v }: Moment): State => ({ R, C, v, 'R̄': R.map((x) => x / COLUMNS), 'C̄': C.map((x) => x / R.length) });

/** What Algorithm 4 has and a text may leave out. */
interface Parts { isRelative: boolean; isClipped: boolean; isGrowing: boolean }

const adafactor = ({ isRelative, isClipped, isGrowing }: Parts): Recursion => ({ θ, R, C }, { gradient }, { η, β, k, ε, ε2, d }, t) => {
  const G = gradient(θ, t);
  const next = factoredMoment(R, C, G, isGrowing ? 1 - t ** -k : β, ε);
  const U = each((g, v) => g / Math.sqrt(v), G, next.v);
  const rate = isRelative ? Math.max(ε2, rms(θ)) * η : η;
  return { ...kept(next), U, θ: descend(θ, isClipped ? rate / Math.max(1, rms(U) / d) : rate, U) };
};

/** Algorithm 2: RMSProp, or Adam with its correction, with the second moment factored. */
const beside = (isCorrected: boolean): Recursion => ({ θ, R, C }, { gradient }, { η, β, ε }, t) => {
  const G = gradient(θ, t);
  const next = factoredMoment(R, C, G, β, 0);
  const v = isCorrected ? next.v.map((x) => x / (1 - β ** t)) : next.v;
  return { ...kept({ ...next, v }), θ: each((x, g, vi) => x - (η * g) / (Math.sqrt(vi) + ε), θ, G, v) };
};

const constantsOf = ({ isRelative, isClipped, isGrowing }: Parts): Constants => ({ η: 1e-2, ...(isGrowing ? { k: 0.8 } : { β: 0.999 }), ε: 1e-30, ...(isRelative ? { ε2: 1e-3 } : {}), ...(isClipped ? { d: 1 } : {}) });

const WHOLE: Parts = { isRelative: true, isClipped: true, isGrowing: true };
const WITHOUT: readonly [part: keyof Parts, name: string, effect: string][] = [
  ['isRelative', 'a learning rate that is given', 'the step does not grow with the weights'],
  ['isClipped', 'no clipping', 'a sudden large gradient makes a step as large'],
  ['isGrowing', 'a constant decay', 'the first steps rest on a moment that began at zero'],
];

/** Every choice of what is left out, but for nothing at all. */
const VARIANTS: readonly Variant[] = Array.from({ length: 7 }, (_, n) => WITHOUT.filter((__, bit) => (n + 1) & (1 << bit))).map((left) => {
  const parts: Parts = { ...WHOLE, ...Object.fromEntries(left.map(([part]) => [part, false])) };
  return { name: left.map(([, name]) => name).join(' and '), effect: left.map(([, , effect]) => effect).join(', and '), step: adafactor(parts), constants: constantsOf(parts) };
});

const BESIDE: Constants = { η: 1e-2, β: 0.999, ε: 1e-8 };

export const FACTORED: readonly Row[] = [
  {
    id: 'adafactor', name: 'Adafactor', kind: 'matrix-step', names: /\bAdafactor\b/i, state: ['R', 'C'], constants: constantsOf(WHOLE),
    source: 'Shazeer and Stern 2018, Algorithm 4', step: adafactor(WHOLE),
    variants: [
      ...VARIANTS,
      { name: 'ε beside the root, no clipping and a constant decay', effect: 'RMSProp with its second moment factored', step: beside(false), constants: BESIDE },
      { name: 'bias correction and ε beside the root', effect: 'as Adam with β₁ = 0 (Algorithm 2)', step: beside(true), constants: BESIDE },
    ],
  },
];
