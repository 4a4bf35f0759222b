/** Rules that scale every coordinate by the gradients that it has seen. */
import { APART, byGradient, descend } from './descent';
import type { Constants, Objective, Recursion, Row, State, Variant } from './rule';
import { each, mean, norm, square, type Vector, zeros } from './vectors';

const root = (a: Vector): Vector => each(Math.sqrt, a);
const over = (a: Vector, b: Vector): Vector => each((x, y) => x / y, a, b);
const shift = (a: Vector, ε: number): Vector => each((x) => x + ε, a);

/** How ε keeps a denominator from zero. */
const outside = (v: Vector, ε: number): Vector => shift(root(v), ε);
const inside = (v: Vector, ε: number): Vector => root(shift(v, ε));
type Denominator = typeof outside;

/** A variant, and the same with ε inside the root. */
const bothWays = (variant: Omit<Variant, 'step'>, step: (denominator: Denominator) => Recursion): Variant[] => [{ ...variant, step: step(outside) }, { ...variant, name: `${variant.name}, ε inside the root`, step: step(inside) }];
const rootOfAll = (step: Recursion): Variant => ({ name: 'ε inside the root', effect: 'with ε = 1e-8 inside the root the denominator is at least 1e-4 and not 1e-8', step });

// ── AdaGrad and RMSProp ──

const adagrad = (denominator: Denominator): Recursion => byGradient((g, { θ, G }, { η, ε }) => {
  const total = each((old, d) => old + d * d, G, g);
  return { θ: descend(θ, η, over(g, denominator(total, ε))), G: total };
});

const rmsprop = (denominator: Denominator): Recursion => byGradient((g, { θ, v }, { η, ρ, ε }) => {
  const next = mean(ρ, v, square(g));
  return { θ: descend(θ, η, over(g, denominator(next, ε))), v: next };
});
const centred = (denominator: Denominator): Recursion => byGradient((g, { θ, v, m }, { η, ρ, ε }) => {
  const [first, second] = [mean(ρ, m, g), mean(ρ, v, square(g))];
  return { θ: descend(θ, η, over(g, denominator(each((a, b) => a - b * b, second, first), ε))), m: first, v: second };
});
const rmspropMomentum = (denominator: Denominator): Recursion => byGradient((g, { θ, v, m }, { η, ρ, μ, ε }) => {
  const next = mean(ρ, v, square(g));
  const velocity = each((old, d) => μ * old + d, m, over(g, denominator(next, ε)));
  return { θ: descend(θ, η, velocity), v: next, m: velocity };
});

const adadelta = (denominator: Denominator): Recursion => byGradient((g, { θ, v, u }, { η = 1, ρ, ε }) => {
  const next = mean(ρ, v, square(g));
  const Δ = each((a, b, d) => (-a / b) * d, denominator(u, ε), denominator(next, ε), g);
  return { θ: each((x, d) => x + η * d, θ, Δ), v: next, u: mean(ρ, u, square(Δ)), Δ };
});

// ── Adam and its kin ──

interface Moments { g: Vector; m: Vector; v: Vector; 'm̂': Vector; 'v̂': Vector }

/** Both means of the gradients, as they are and corrected for their start at zero. */
function moments({ θ, m, v }: State, { gradient }: Objective, { β1, β2 }: Constants, t: number): Moments {
  const g = gradient(θ, t);
  const [first, second] = [mean(β1, m, g), mean(β2, v, square(g))];
  return { g, m: first, v: second, 'm̂': each((x) => x / (1 - β1 ** t), first), 'v̂': each((x) => x / (1 - β2 ** t), second) };
}
const kept = ({ m, v, 'm̂': mHat, 'v̂': vHat }: Moments): State => ({ m, v, 'm̂': mHat, 'v̂': vHat });

/** A step along what is made of the moments. */
const along = (direction: (a: Moments, constants: Constants, t: number, θ: Vector) => Vector): Recursion => (s, o, c, t) => {
  const a = moments(s, o, c, t);
  return { ...kept(a), θ: descend(s.θ, c.η, direction(a, c, t, s.θ)) };
};

const adam = (denominator: Denominator): Recursion => along((a, { ε }) => over(a['m̂'], denominator(a['v̂'], ε)));
/** Kingma and Ba, end of Section 2: η_t = η √(1 − β2^t)/(1 − β1^t), with ε̂ beside √v. */
const folded = along((a, { β1, β2, ε }, t) => each((m, d) => ((m / d) * Math.sqrt(1 - β2 ** t)) / (1 - β1 ** t), a.m, outside(a.v, ε)));
const uncorrected = (denominator: Denominator): Recursion => along((a, { ε }) => over(a.m, denominator(a.v, ε)));
const adamPenalised: Recursion = (s, o, c, t) => adam(outside)(s, { ...o, gradient: (x, k) => each((g, w) => g + c.λ * w, o.gradient(x, k), x) }, c, t);

const adamw = (denominator: Denominator): Recursion => along((a, { λ, ε }, _, θ) => each((m, d, x) => m / d + λ * x, a['m̂'], denominator(a['v̂'], ε), θ));
const adamwApart: Recursion = (s, o, c, t) => {
  const after = adam(outside)(s, o, c, t);
  return { ...after, θ: each((x, y) => y - c.λ * x, s.θ, after.θ) };
};

/** ε, where there is one, is added to each gradient or beside the largest of them. */
const adamax = (isBeside: boolean, isCorrected = true): Recursion => byGradient((g, { θ, m, u }, { η, β1, β2, ε = 0 }, t) => {
  const first = mean(β1, m, g);
  const next = each((old, d) => Math.max(β2 * old, Math.abs(d) + (isBeside ? 0 : ε)), u, g);
  const weight = isCorrected ? 1 - β1 ** t : 1;
  return { θ: descend(θ, η / weight, over(first, isBeside ? shift(next, ε) : next)), m: first, u: next, 'm̂': each((x) => x / weight, first) };
});

/** The mean as the next step will see it; in Dozat's Algorithm 2 what it has from before is corrected as one step ahead. */
const nadam = (denominator: Denominator, ahead = 0): Recursion => along((a, { β1, ε }, t) => {
  const next = each((m, g) => (β1 * m) / (1 - β1 ** (t + ahead)) + ((1 - β1) * g) / (1 - β1 ** t), a.m, a.g);
  return over(next, denominator(a['v̂'], ε));
});
/** Dozat's schedule μ_t = β1 (1 − 0.96^(ψ t)/2), as PyTorch has it; ψ = 0.004 by default. */
const nadamSchedule = along((a, { β1, ψ, ε }, t) => {
  const μ = (k: number) => β1 * (1 - 0.5 * 0.96 ** (k * ψ));
  let product = 1;
  for (let k = 1; k <= t; k++) product *= μ(k);
  return over(each((m, g) => (μ(t + 1) * m) / (1 - product * μ(t + 1)) + ((1 - μ(t)) * g) / (1 - product), a.m, a.g), outside(a['v̂'], ε));
});

/** Which means are corrected for their start at zero: the second before the largest is taken, or afterwards, as in PyTorch. */
const amsgrad = (corrected: 'none' | 'before' | 'after') => (denominator: Denominator): Recursion => ({ θ, w, ...s }, o, c, t) => {
  const a = moments({ θ, ...s }, o, c, t);
  const largestYet = each(Math.max, w, corrected === 'before' ? a['v̂'] : a.v);
  const second = corrected === 'after' ? each((x) => x / (1 - c.β2 ** t), largestYet) : largestYet;
  return { θ: descend(θ, c.η, over(corrected === 'none' ? a.m : a['m̂'], denominator(second, c.ε))), m: a.m, v: a.v, w: largestYet };
};

const lion = byGradient((g, { θ, m }, { η, β1, β2, λ }) => ({ θ: each((x, d) => x - η * (Math.sign(d) + λ * x), θ, mean(β1, m, g)), m: mean(β2, m, g) }));

/** The step of a layer is as long as η times its weights. */
const lamb: Recursion = (s, o, c, t) => {
  const a = moments(s, o, c, t);
  const r = each((m, d, x) => m / d + c.λ * x, a['m̂'], outside(a['v̂'], c.ε), s.θ);
  return { ...kept(a), r, θ: descend(s.θ, (c.η * norm(s.θ)) / norm(r), r) };
};
const lars = byGradient((g, { θ, v }, { η, μ = 0, λ, κ }) => {
  const local = (κ * norm(θ)) / (norm(g) + λ * norm(θ));
  const velocity = each((old, d, x) => μ * old + η * local * (d + λ * x), v ?? zeros(θ.length), g, θ);
  return { θ: descend(θ, 1, velocity), v: velocity };
});

const ADAM = { η: 1e-3, β1: 0.9, β2: 0.999, ε: 1e-8 };

export const ADAPTIVE: readonly Row[] = [
  {
    id: 'adagrad', name: 'AdaGrad', likely: true, names: /\bAda-?grad\b/i, state: ['G'], constants: { η: 0.01, ε: 1e-8 },
    source: 'Duchi, Hazan and Singer 2011, Fig. 1 (diagonal)', step: adagrad(outside),
    variants: [rootOfAll(adagrad(inside))],
  },
  {
    id: 'adadelta', name: 'Adadelta', likely: true, names: /\bAda-?delta\b/i, state: ['v', 'u'], constants: { ρ: 0.95, ε: 1e-6 },
    source: 'Zeiler 2012, Algorithm 1', step: adadelta(inside),
    variants: [{ name: 'ε outside the roots', effect: 'the first step is ε times the gradient’s sign and not √ε times', step: adadelta(outside) }, { name: 'a learning rate before the step', effect: 'the step is η times Zeiler’s; he has η = 1 (PyTorch)', step: adadelta(inside), constants: { η: 1, ρ: 0.95, ε: 1e-6 } }],
  },
  {
    id: 'rmsprop', name: 'RMSProp', likely: true, names: /\bRMS[\s-]?Prop\b/i, state: ['v'], constants: { η: 1e-3, ρ: 0.9, ε: 1e-8 },
    source: 'Tieleman and Hinton 2012, Lecture 6.5', step: rmsprop(outside),
    variants: [
      rootOfAll(rmsprop(inside)),
      { name: 'centred', effect: 'the variance of the gradients divides, not their square (Graves 2013, eq. 38–41)', step: centred(inside), state: ['v', 'm'] },
      { name: 'centred, ε outside the root', effect: 'the variance of the gradients divides, not their square (PyTorch)', step: centred(outside), state: ['v', 'm'] },
      { name: 'momentum', effect: 'the scaled gradients are summed up with weight μ (PyTorch, TensorFlow)', step: rmspropMomentum(outside), state: ['v', 'm'], constants: { η: 1e-3, ρ: 0.9, μ: 0.9, ε: 1e-8 } },
      { name: 'momentum, ε inside the root', effect: 'the scaled gradients are summed up with weight μ (TensorFlow)', step: rmspropMomentum(inside), state: ['v', 'm'], constants: { η: 1e-3, ρ: 0.9, μ: 0.9, ε: 1e-8 } },
    ],
  },
  {
    id: 'adam', name: 'Adam', likely: true, names: /\bAdam\b(?!\s+Max|\s*-?W\b)|adaptive moment estimation/i, state: ['m', 'v'], constants: ADAM,
    source: 'Kingma and Ba 2015, Algorithm 1', step: adam(outside),
    variants: [
      { name: 'ε inside the root', effect: 'with ε = 1e-8 inside the root the step for gradients near 1e-6 is 99 times smaller at t = 1', step: adam(inside) },
      { name: 'the bias correction folded into the step', effect: 'the same but for ε, which counts less in the first steps (Kingma and Ba 2015, end of Section 2)', step: folded },
      ...bothWays({ name: 'no bias correction', effect: 'the first step is (1 − β₁)/√(1 − β₂) times as long: 3.2 times at the usual values', isUncorrected: true }, uncorrected),
      { name: 'an L₂ penalty in the gradient', effect: 'the penalty is scaled with the gradient, so that large gradients decay less (AdamW keeps it apart)', step: adamPenalised, constants: { ...ADAM, λ: 0.01 } },
    ],
  },
  {
    id: 'adamw', name: 'AdamW', likely: true, names: /\bAdam-?W\b|Adam with decoupled weight decay/i, state: ['m', 'v'], constants: { ...ADAM, λ: 0.01 },
    source: 'Loshchilov and Hutter 2019, Algorithm 2', step: adamw(outside),
    variants: [
      rootOfAll(adamw(inside)),
      { ...APART, step: adamwApart },
    ],
  },
  {
    id: 'adamax', name: 'AdaMax', likely: true, names: /\bAda-?max\b/i, state: ['m', 'u'], constants: { η: 2e-3, β1: 0.9, β2: 0.999 },
    source: 'Kingma and Ba 2015, Section 7.1, Algorithm 2', step: adamax(true),
    variants: [
      { name: 'ε beside the largest gradient', effect: 'a coordinate that has seen no gradient yet does not divide by zero', step: adamax(true), constants: { ...ADAM, η: 2e-3 } },
      { name: 'ε added to each gradient', effect: 'a coordinate that has seen no gradient yet does not divide by zero (PyTorch)', step: adamax(false), constants: { ...ADAM, η: 2e-3 } },
      { name: 'no bias correction', effect: 'the first step is 1 − β₁ times as long: a tenth at the usual value', step: adamax(true, false), isUncorrected: true },
    ],
  },
  {
    id: 'nadam', name: 'NAdam', likely: true, names: /\bN-?adam\b|Nesterov(?:-accelerated)? (?:adaptive moment estimation|Adam)/i, state: ['m', 'v'], constants: ADAM,
    source: 'Dozat 2016; Ruder 2016, Section 4.8', step: nadam(outside),
    variants: [
      rootOfAll(nadam(inside)),
      { name: 'the correction of the next step', effect: 'the mean is corrected by 1 − β₁^(t+1), as the next step will see it (Dozat 2016, Algorithm 2)', step: nadam(outside, 1) },
      { name: 'a schedule for the momentum', effect: 'β₁ grows from half its value (PyTorch)', step: nadamSchedule, constants: { ...ADAM, ψ: 0.004 } },
    ],
  },
  {
    id: 'amsgrad', name: 'AMSGrad', likely: true, names: /\bAMS-?Grad\b/i, state: ['m', 'v', 'w'], constants: ADAM,
    source: 'Reddi, Kale and Kumar 2018, Algorithm 2', step: amsgrad('none')(outside),
    variants: [
      rootOfAll(amsgrad('none')(inside)),
      ...bothWays({ name: 'bias correction', effect: 'the means are corrected for their start at zero, as in Adam' }, amsgrad('before')),
      { name: 'bias correction after the maximum', effect: 'the largest mean is corrected for its start at zero (PyTorch)', step: amsgrad('after')(outside) },
    ],
  },
  {
    id: 'lion', name: 'Lion', likely: true, names: /\bLion\b|EvoLved Sign Momentum/, state: ['m'], constants: { η: 1e-4, β1: 0.9, β2: 0.99, λ: 0.1 },
    source: 'Chen et al. 2023, Algorithm 2', step: lion,
  },
  {
    id: 'lamb', name: 'LAMB', names: /\bLAMB\b/, state: ['m', 'v'], constants: { ...ADAM, λ: 0.01 },
    source: 'You et al. 2020, Algorithm 2', step: lamb,
  },
  {
    id: 'lars', name: 'LARS', names: /\bLARS\b|layer-?wise adaptive rate scaling/i, state: ['v'], constants: { η: 0.1, μ: 0.9, λ: 5e-4, κ: 1e-3 },
    source: 'You, Gitman and Ginsburg 2017, Algorithm 1', step: lars,
    variants: [{ name: 'no momentum', effect: 'each step has the length of its own gradient alone', step: lars, state: [], constants: { η: 0.1, λ: 5e-4, κ: 1e-3 } }],
  },
];
