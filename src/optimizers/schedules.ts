/** Learning rates that change with the step: `η` is an observable, t counts from 1 and a schedule from t0. */
import type { Constants, Recursion, Row } from './rule';
import { vector } from './vectors';

type Rate = (t: number, constants: Constants) => number;
/** A schedule by its rate; the parameter does not move. */
const schedule = (rate: Rate): Recursion => ({ θ }, _, constants, t) => ({ θ, η: vector(Array.from(θ, () => rate(t, constants))) });

/** By the rate before, whatever it is. */
const recursive = (next: (rate: number, constants: Constants) => number): Recursion => ({ θ, η }, _, constants) => ({ θ, η: η.map((rate) => next(rate, constants)) });

const linear = (t: number, { η1, η0, T }: Constants): number => η1 + (η0 - η1) * (1 - t / T);
const cosine: Rate = (t, { η1, η0, T }) => η1 + ((η0 - η1) / 2) * (1 + Math.cos((Math.PI * t) / T));

/** Another schedule, to zero where nothing says to what, after T₁ steps in which the rate grows. */
const after = (falls: Rate): Rate => (t, { η0, η1 = 0, T1, T }) => (t < T1 ? (η0 * t) / T1 : falls(t - T1, { η0, η1, T: T - T1 }));
const fallsTo = (what: string): string => `the rate grows to step T₁ and falls to ${what} at step T`;
const WARM: Constants = { η0: 0.1, T1: 10, T: 100 };

interface Schedule { id: string; name: string; names: RegExp; constants: Constants; source: string; rate: Rate; variants?: ({ name: string; effect: string; constants?: Constants } & ({ rate: Rate } | { recursion: Recursion }))[] }
const ROWS: readonly Schedule[] = [
  {
    id: 'exponential-decay', name: 'exponential decay', names: /exponential(?:ly)?[\s-]+(?:learning[\s-]+rate[\s-]+)?(?:decay\w*|schedule|annealing)/i, constants: { η0: 0.1, k: 0.05 },
    source: 'Senior et al. 2013', rate: (t, { η0, k }) => η0 * Math.exp(-k * t),
    variants: [
      { name: 'a factor for each step', effect: 'the same with γ = e^(−k)', rate: (t, { η0, γ }) => η0 * γ ** t, constants: { η0: 0.1, γ: 0.95 } },
      { name: 'each rate by the one before', effect: 'after t steps the first rate times γ^t', recursion: recursive((η, { γ }) => γ * η), constants: { γ: 0.95 } },
      { name: 'each rate by the one before, by e^(−k)', effect: 'after t steps the first rate times e^(−kt)', recursion: recursive((η, { k }) => Math.exp(-k) * η), constants: { k: 0.05 } },
    ],
  },
  {
    id: 'step-decay', name: 'step decay', names: /step(?:[\s-]+wise)?[\s-]+(?:learning[\s-]+rate[\s-]+)?(?:decay|schedule)/i, constants: { η0: 0.1, γ: 0.5, s: 10 },
    source: 'He et al. 2016, Section 3.4', rate: (t, { η0, γ, s }) => η0 * γ ** Math.floor(t / s),
  },
  {
    id: 'inverse-decay', name: 'inverse time decay', names: /inverse(?:[\s-]+time)?[\s-]+(?:learning[\s-]+rate[\s-]+)?(?:decay|schedule)|1\/t[\s-]+(?:decay|schedule)|time[\s-]+based decay/i, constants: { η0: 0.1, k: 0.01 },
    source: 'Robbins and Monro 1951, Section 2', rate: (t, { η0, k }) => η0 / (1 + k * t),
    variants: [{ name: 'η₀/t', effect: 'the rate of Robbins and Monro', rate: (t, { η0 }) => η0 / t, constants: { η0: 0.1 } }],
  },
  {
    id: 'root-decay', name: 'inverse square-root decay', names: /inverse[\s-]+(?:square[\s-]+)?root[\s-]+(?:decay|schedule)|1\/(?:\\?sqrt|√)/i, constants: { η0: 0.1 },
    source: 'Zinkevich 2003, Theorem 1', rate: (t, { η0 }) => η0 / Math.sqrt(t),
  },
  {
    id: 'cosine', name: 'cosine annealing', names: /cosine[\s-]+(?:annealing|decay|schedule|learning)/i, constants: { η0: 0.1, η1: 0, T: 100 },
    source: 'Loshchilov and Hutter 2017, eq. 5', rate: cosine,
    variants: [{ name: 'zero at the end', effect: 'the rate falls to zero', rate: (t, { η0, T }) => cosine(t, { η0, η1: 0, T }), constants: { η0: 0.1, T: 100 } }],
  },
  {
    id: 'polynomial-decay', name: 'polynomial decay', names: /(?:polynomial|linear)(?:ly)?[\s-]+(?:learning[\s-]+rate[\s-]+)?(?:decay\w*|schedule|annealing)/i, constants: { η0: 0.1, T: 100, p: 2 },
    source: 'Liu et al. 2015 (ParseNet), Section 3', rate: (t, { η0, T, p }) => η0 * (1 - t / T) ** p,
    variants: [
      { name: 'a line to zero', effect: 'the rate falls by the same at each step', rate: (t, { η0, T }) => linear(t, { η0, η1: 0, T }), constants: { η0: 0.1, T: 100 } },
      { name: 'a line to a least rate', effect: 'the rate falls by the same at each step', rate: linear, constants: { η0: 0.1, η1: 0.01, T: 100 } },
    ],
  },
  {
    id: 'warm-up', name: 'linear warm-up', names: /(?:linear )?warm[\s-]?up(?:[\s-]+(?:and|with|followed by|then)(?: an?| the)? (?:linear|cosine|inverse[\s-]+(?:square[\s-]+)?root)(?:[\s-]+(?:decay|annealing|schedule))?)?/i, constants: { η0: 0.1, T: 10 },
    source: 'Goyal et al. 2017, Section 2.2', rate: (t, { η0, T }) => η0 * Math.min(1, t / T),
    variants: [
      { name: 'no end', effect: 'the rate grows beyond η₀ after T steps, unless the text says where it ends', rate: (t, { η0, T }) => (η0 * t) / T },
      { name: 'a cosine afterwards', effect: fallsTo('a least rate'), rate: after(cosine), constants: { ...WARM, η1: 0.001 } },
      { name: 'a cosine to zero afterwards', effect: fallsTo('zero'), rate: after(cosine), constants: WARM },
      { name: 'a line to zero afterwards', effect: fallsTo('zero'), rate: after(linear), constants: WARM },
      { name: 'the inverse root afterwards', effect: 'the rate grows to step T and then falls (Vaswani et al. 2017, eq. 3)', rate: (t, { η0, T }) => η0 * Math.min(t ** -0.5, t * T ** -1.5) },
    ],
  },
];

export const SCHEDULES: readonly Row[] = ROWS.map(({ rate, variants = [], ...row }) => ({
  ...row, kind: 'schedule', state: [], step: schedule(rate),
  variants: variants.map((v) => ('rate' in v ? { ...v, step: schedule(v.rate) } : { ...v, step: v.recursion, state: ['η'] })),
}));
