/** Gradient descent, weight decay, momentum and Nesterov's method. */
import type { Constants, Recursion, Row, State } from './rule';
import { each, mean, type Vector } from './vectors';

/** A variant with weight decay. */
export const APART = { name: 'the decay apart from the learning rate', effect: 'the weights shrink by 1 − λ at each step whatever the learning rate is' };

/** θ − η d */
export const descend = (θ: Vector, η: number, d: Vector): Vector => each((x, y) => x - η * y, θ, d);

/** A step by the gradient at the parameter. */
export const byGradient = (step: (g: Vector, state: State, constants: Constants, t: number) => State): Recursion => (s, o, c, t) => step(o.gradient(s.θ, t), s, c, t);

const plain = byGradient((g, { θ }, { η }) => ({ θ: descend(θ, η, g) }));

/** L₂ penalty λ/2 ‖θ‖² in the gradient. */
const penalised = byGradient((g, { θ }, { η, λ }) => ({ θ: each((x, d) => x - η * (d + λ * x), θ, g) }));
const decoupled = byGradient((g, { θ }, { η, λ }) => ({ θ: each((x, d) => (1 - λ) * x - η * d, θ, g) }));

const heavyBall = byGradient((g, { θ, v }, { η, μ }) => {
  const velocity = each((old, d) => μ * old - η * d, v, g);
  return { θ: each((x, y) => x + y, θ, velocity), v: velocity };
});
const accumulated = byGradient((g, { θ, v }, { η, μ }) => {
  const velocity = each((old, d) => μ * old + d, v, g);
  return { θ: descend(θ, η, velocity), v: velocity };
});
const subtracted = byGradient((g, { θ, v }, { η, μ }) => {
  const velocity = each((old, d) => μ * old + η * d, v, g);
  return { θ: each((x, y) => x - y, θ, velocity), v: velocity };
});
const averaged = (isCorrected: boolean): Recursion => byGradient((g, { θ, v }, { η, μ }, t) => {
  const velocity = mean(μ, v, g);
  return { θ: descend(θ, isCorrected ? η / (1 - μ ** t) : η, velocity), v: velocity };
});

const lookahead: Recursion = ({ θ, v }, { gradient }, { η, μ }, t) => {
  const ahead = each((x, old) => x + μ * old, θ, v);
  const velocity = each((old, g) => μ * old - η * g, v, gradient(ahead, t));
  return { θ: each((x, y) => x + y, θ, velocity), v: velocity };
};
/** The iterate is the point at which the gradient is taken; `θ` stands for it. */
const rewritten = byGradient((g, { θ, v }, { η, μ }) => {
  const velocity = each((old, d) => μ * old + d, v, g);
  return { θ: each((x, d, y) => x - η * (d + μ * y), θ, g, velocity), v: velocity };
});

const growing = (t: number): number => (t - 1) / (t + 2);
/** y is the point after the plain step, θ the one after the extrapolation; its weight grows where no μ is given. */
const extrapolated = byGradient((g, { θ, y }, { η, μ }, t) => {
  const next = descend(θ, η, g);
  return { θ: each((a, b) => a + (μ ?? growing(t)) * (a - b), next, t === 1 ? θ : y), y: next };
});
/** The same seen at the points after the plain steps. */
const acceleratedFirst: Recursion = ({ θ, y }, { gradient }, { η }, t) => {
  const ahead = each((a, b) => a + growing(t) * (a - b), θ, t === 1 ? θ : y);
  return { θ: descend(ahead, η, gradient(ahead, t)), y: θ };
};

export const DESCENT: readonly Row[] = [
  {
    id: 'gradient-descent', name: 'gradient descent', likely: true, state: [], constants: { η: 0.01 },
    names: /(?:(?:batch|mini-?batch|stochastic|vanilla|basic|plain)[\s-]+)*(?:gradient|steepest)[\s-]+(?:descent|method)|\bSGD\b|\bGD\b/i,
    source: 'Cauchy 1847; Robbins and Monro 1951 for stochastic gradients', step: plain,
  },
  {
    id: 'weight-decay', name: 'gradient descent with weight decay', likely: true, state: [], constants: { η: 0.01, λ: 5e-4 },
    names: /(?:(?:SGD|gradient descent)\s+with\s+)?weight[\s-]+decay|(?:L_?2|ridge|\$L_2\$)[\s-]+(?:regulari[sz]\w+|penalty)/i,
    source: 'Krogh and Hertz 1991', step: penalised,
    variants: [
      { ...APART, effect: `${APART.effect} (Hanson and Pratt 1988)`, step: decoupled },
      { name: 'the penalty λ‖θ‖²', effect: 'its gradient is 2λθ: the weights shrink twice as fast as with λ/2 ‖θ‖²', step: (s, o, { η, λ }, t) => penalised(s, o, { η, λ: 2 * λ }, t) },
    ],
  },
  {
    id: 'momentum', name: 'momentum', likely: true, state: ['v'], constants: { η: 0.01, μ: 0.9 },
    names: /(?:(?:SGD|gradient descent|stochastic gradient descent)\s+with\s+)?(?:classical\s+|Polyak\S*\s+)?momentum(?:\s+(?:method|SGD|gradient descent))?|heavy[\s-]+ball(?:\s+method)?/i,
    source: 'Polyak 1964; Sutskever et al. 2013, eq. 1–2', step: heavyBall,
    variants: [
      { name: 'the learning rate outside the velocity', effect: 'the same steps while η is constant; when η falls, the whole velocity shrinks at once (PyTorch)', step: accumulated },
      { name: 'the velocity subtracted', effect: 'the same steps: the velocity has the other sign (Qian 1999)', step: subtracted },
      { name: 'a mean of gradients for velocity', effect: 'steps are 1 − μ times as long as with a plain sum: 10 times shorter at μ = 0.9', step: averaged(false) },
      { name: 'a bias-corrected mean of gradients', effect: 'the first steps are as long as the later ones', step: averaged(true) },
      { name: 'the gradient weighed by 1 − μ and the learning rate inside', effect: 'steps are 1 − μ times as long', step: (s, o, { η, μ }, t) => heavyBall(s, o, { η: η * (1 - μ), μ }, t) },
    ],
  },
  {
    id: 'nesterov', name: 'Nesterov momentum', likely: true, state: ['v'], constants: { η: 0.01, μ: 0.9 },
    names: /Nesterov(?:['’]s)?(?:\s+(?:accelerated|acceleration|momentum|gradient|method))*|\bNAG\b|accelerated gradient(?:\s+(?:descent|method))?/i,
    source: 'Nesterov 1983; Sutskever et al. 2013, eq. 3–4', step: lookahead,
    variants: [
      { name: 'the gradient at the iterate itself', effect: 'the same method, with the point ahead named as the parameter (PyTorch)', step: rewritten },
      { name: 'a plain step, then an extrapolation', effect: 'the same method in two sequences: y after the step, θ after the extrapolation (Nesterov 1983)', step: extrapolated, state: ['y'] },
      { name: 'the weight (t − 1)/(t + 2)', effect: 'the weight of the extrapolation grows towards 1 (Su, Boyd and Candès 2014, eq. 1)', step: extrapolated, state: ['y'], constants: { η: 0.01 } },
      { name: 'the weight (t − 1)/(t + 2), the parameter after the plain step', effect: 'the weight of the extrapolation grows towards 1 (Su, Boyd and Candès 2014, eq. 1)', step: acceleratedFirst, state: ['y'], constants: { η: 0.01 } },
    ],
  },
];
