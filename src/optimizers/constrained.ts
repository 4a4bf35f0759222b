/** Steps that keep to a set, and means of iterates. */
import { descend } from './descent';
import type { Recursion, Row } from './rule';
import { each, mean, sum, zeros } from './vectors';

const projected: Recursion = ({ θ }, { gradient, project }, { η }, t) => ({ θ: project(descend(θ, η, gradient(θ, t))) });

/** The step is taken where the gradient of a potential leads, and the way back is the inverse of that map. */
const mirrored = (isProjected: boolean): Recursion => ({ θ }, { gradient, mirror, unmirror, project }, { η }, t) => {
  const next = unmirror(descend(mirror(θ), η, gradient(θ, t)));
  return { θ: isProjected ? project(next) : next };
};

/** Mirror descent with negative entropy for its potential. */
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

export const CONSTRAINED: readonly Row[] = [
  {
    id: 'projected', name: 'projected gradient descent', names: /projected (?:sub)?gradient(?:\s+(?:descent|method))?|proximal (?:gradient|point)(?:\s+(?:descent|method|step))?|\bISTA\b/i, state: [], constants: { η: 0.01 },
    source: 'Goldstein 1964; Parikh and Boyd 2014, Section 4.2 for the proximal map', step: projected,
  },
  {
    id: 'mirror', name: 'mirror descent', names: /mirror descent|exponentiated gradient|multiplicative weights|\bhedge\b/i, state: [], constants: { η: 0.1 },
    source: 'Nemirovski and Yudin 1983; Beck and Teboulle 2003', step: mirrored(false),
    variants: [
      { name: 'projected onto a set', effect: 'each step ends at the point of the set that the potential’s divergence makes nearest', step: mirrored(true) },
      { name: 'exponentiated gradient', effect: 'the potential is the negative entropy on the simplex (Kivinen and Warmuth 1997)', step: exponentiated(true) },
      { name: 'exponentiated gradient, no normalisation', effect: 'the weights stay positive and need not sum to 1', step: exponentiated(false) },
    ],
  },
  {
    id: 'averaging', name: 'iterate averaging', kind: 'average', names: /(?:Polyak|Ruppert|iterate|weight|parameter|stochastic weight)(?:[\s–-]+(?:Ruppert|Polyak|Juditsky))*[\s-]+averag\w+|exponential(?:ly weighted)? moving average|\bEMA\b|\bSWA\b|running (?:mean|average)/i, state: ['a'], constants: { β: 0.999 },
    source: 'Polyak and Juditsky 1992', step: weighted,
    variants: [{ name: 'equal weights', effect: 'the mean of all iterates so far', step: running, constants: {} }],
  },
];
