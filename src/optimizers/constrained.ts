/** Steps that keep to a set, means of iterates, and second moments kept as a product of two vectors. */
import { descend } from './descent';
import type { Recursion, Rule } from './rule';
import { each, mean, square, sum, type Vector, vector, zeros } from './vectors';

const projected: Recursion = ({ θ }, { gradient, project }, { η }, t) => ({ θ: project(descend(θ, η, gradient(θ, t))) });

/** Mirror descent with negative entropy for its map. */
const exponentiated = (isNormalised: boolean): Recursion => ({ θ }, { gradient }, { η }, t) => {
  const w = each((x, g) => x * Math.exp(-η * g), θ, gradient(θ, t));
  const total = isNormalised ? sum(w) : 1;
  return { θ: each((x) => x / total, w) };
};

/** The sequence that is averaged stands where the gradients stand. */
const running: Recursion = ({ a = zeros(0), θ }, { gradient }, _, t) => {
  const x = gradient(θ, t);
  return { θ, a: t === 1 ? x : each((old, y) => old + (y - old) / t, a, x) };
};
const weighted: Recursion = ({ a, θ }, { gradient }, { β }, t) => ({ θ, a: mean(β, a, gradient(θ, t)) });

/**
 * Adafactor's second moment of a matrix of gradients: row and column sums of G² are averaged, and v is their outer product over the
 * total. G is laid out row by row with `columns` columns.
 */
export function factoredMoment(R: Vector, C: Vector, G: Vector, columns: number, β: number, ε: number): { R: Vector; C: Vector; v: Vector } {
  const rows = G.length / columns;
  const G2 = each((g) => g * g + ε, G);
  const rowSums = vector(Array.from({ length: rows }, (_, i) => sum(G2.subarray(i * columns, (i + 1) * columns))));
  const columnSums = vector(Array.from({ length: columns }, (_, j) => G2.reduce((total, x, k) => total + (k % columns === j ? x : 0), 0)));
  const [nextR, nextC] = [mean(β, R, rowSums), mean(β, C, columnSums)];
  const total = sum(nextR);
  return { R: nextR, C: nextC, v: vector(Array.from(G, (_, k) => (nextR[Math.floor(k / columns)] * nextC[k % columns]) / total)) };
}

/** The parameter is a matrix of two columns; without relative steps, clipping and first moment. */
const adafactor: Recursion = ({ θ, R, C }, { gradient }, { η, β, ε }, t) => {
  const g = gradient(θ, t);
  const next = factoredMoment(R.subarray(0, g.length / 2), C.subarray(0, 2), g, 2, β, ε);
  return { θ: each((x, d, v) => x - (η * d) / Math.sqrt(v), θ, g, next.v), R: next.R, C: next.C, v: next.v, g2: square(g) };
};

export const CONSTRAINED: readonly Rule[] = [
  {
    id: 'projected', name: 'projected gradient descent', kind: 'step', names: /projected (?:sub)?gradient(?:\s+(?:descent|method))?|proximal (?:gradient|point)(?:\s+(?:descent|method|step))?|\bISTA\b/i, state: [], constants: { η: 0.01 },
    source: 'Goldstein 1964; Parikh and Boyd 2014, Section 4.2 for the proximal map', step: projected, variants: [],
  },
  {
    id: 'mirror', name: 'exponentiated gradient', kind: 'step', names: /mirror descent|exponentiated gradient|multiplicative weights|\bhedge\b/i, state: [], constants: { η: 0.1 },
    source: 'Kivinen and Warmuth 1997; Beck and Teboulle 2003, Section 5', step: exponentiated(true),
    variants: [{ name: 'no normalisation', effect: 'the weights stay positive and need not sum to 1', step: exponentiated(false) }],
  },
  {
    id: 'averaging', name: 'iterate averaging', kind: 'average', names: /(?:Polyak|Ruppert|iterate|weight|parameter|stochastic weight)(?:[\s–-]+(?:Ruppert|Polyak|Juditsky))*[\s-]+averag\w+|exponential(?:ly weighted)? moving average|\bEMA\b|\bSWA\b|running (?:mean|average)/i, state: ['a'], constants: { β: 0.999 },
    source: 'Polyak and Juditsky 1992', step: weighted,
    variants: [{ name: 'equal weights', effect: 'the mean of all iterates so far', step: running, constants: {} }],
  },
  {
    id: 'adafactor', name: 'Adafactor', kind: 'matrix-step', names: /\bAdafactor\b/i, state: ['R', 'C'], constants: { η: 1e-2, β: 0.999, ε: 1e-30 },
    source: 'Shazeer and Stern 2018, Algorithm 2', step: adafactor, variants: [],
  },
];
