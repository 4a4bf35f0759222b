// The error function, the gamma family, and fixed but arbitrary smooth functions.
import { apply, type Row, type Tensor } from '../graph';
import { stream } from '../random';
import { sizeOf } from '../shape';
import * as numeric from '../special';
import { add, div, powInt, sub, unary } from './arithmetic';
import { exp } from './analytic';
import { einsum } from './contraction';
import { elementwise, mul, neg } from './elementwise';
import { sum } from './rearrange';
import { concat } from './selection';
import { reshape } from './structure';

const erfRow: Row<null> = elementwise({ scalar: () => numeric.erf, partials: [({ inputs: [x] }) => bell(x, 1)], ulps: 4, flops: 40 });
const erfcRow: Row<null> = elementwise({ scalar: () => numeric.erfc, partials: [({ inputs: [x] }) => bell(x, -1)], ulps: 40, flops: 60 });

/** ±2/√π e^(−x²). */
function bell(x: Tensor, sign: number): Tensor {
  return mul(x.graph.constant((sign * 2) / Math.sqrt(Math.PI)), exp(neg(powInt(x, 2))));
}

export const erf = unary(erfRow);
/** 1 − erf(x) without loss of digits. */
export const erfc = unary(erfcRow);

const gammaRow: Row<null> = elementwise({ scalar: () => numeric.gamma, partials: [(node) => mul(node, digamma(node.inputs[0]))], ulps: 40, flops: 60 });
const lgammaRow: Row<null> = elementwise({ scalar: () => numeric.lgamma, partials: [({ inputs: [x] }) => digamma(x)], ulps: 16, flops: 60 });
const polygammaRow: Row<{ order: number }> = elementwise<{ order: number }>({
  scalar: ({ order }) => (x) => numeric.polygamma(order, x),
  partials: [({ inputs: [x], params: { order } }) => polygamma(order + 1, x)],
  key: ({ order }) => `${order}`,
  terms: () => 1,
  ulps: 40,
  flops: 100,
});

export const gamma = unary(gammaRow);
/** ln |Γ(x)|. */
export const lgamma = unary(lgammaRow);

/** The derivative of the given order of digamma. */
export function polygamma(order: number, x: Tensor): Tensor {
  return apply(polygammaRow, [x], { order });
}

/** (ln Γ)′. */
export function digamma(x: Tensor): Tensor {
  return polygamma(0, x);
}

/** x! = Γ(x + 1). */
export function factorial(x: Tensor): Tensor {
  return gamma(add(x, x.graph.constant(1)));
}

/** n! / (k! (n−k)!). */
export function binomial(n: Tensor, k: Tensor): Tensor {
  return div(factorial(n), mul(factorial(k), factorial(sub(n, k))));
}

interface Arbitrary {
  readonly seed: number;
  readonly order: number;
}

const smoothRow: Row<Arbitrary> = elementwise<Arbitrary>({
  scalar: ({ seed, order }) => arbitraryFunction(seed, order),
  partials: [({ inputs: [x], params: { seed, order } }) => smooth(x, seed, order + 1)],
  key: ({ seed, order }) => `${seed}:${order}`,
  terms: (x) => 4 + Math.abs(x) ** 3,
  ulps: 8,
  flops: 60,
});

/** The derivative of the given order of Σ aᵢ sin(wᵢ x + cᵢ) + p₀ + p₁ x + p₂ x²/2 + p₃ x³/6. */
function arbitraryFunction(seed: number, order: number): (x: number) => number {
  const random = stream(`smooth ${seed}`);
  const waves = Array.from({ length: 3 }, () => ({ a: random.uniform(0.4, 1.2), w: random.uniform(0.5, 1.6), c: random.uniform(-3, 3) + (order * Math.PI) / 2 }));
  const powers = Array.from({ length: 4 }, () => random.uniform(0.2, 0.8) * (random.uniform() < 0.5 ? -1 : 1));
  const amplitudes = waves.map(({ a, w }) => a * w ** order);
  const taylor = powers.slice(order).map((p, k) => p / numeric.gamma(k + 1));
  return (x) => {
    let value = 0;
    for (let k = taylor.length - 1; k >= 0; k--) value = value * x + taylor[k];
    for (let i = 0; i < waves.length; i++) value += amplitudes[i] * Math.sin(waves[i].w * x + waves[i].c);
    return value;
  };
}

/** A fixed random smooth function f of one variable, entry by entry; `order` derives it that often, exactly. */
export function smooth(x: Tensor, seed: number, order = 0): Tensor {
  return apply(smoothRow, [x], { seed, order });
}

/** How many curved directions an arbitrary function of several variables has. */
const RIDGES = 4;

/** A fixed random smooth scalar function of all entries of the xs, with mixed second derivatives that do not vanish. */
export function smoothMany(xs: readonly Tensor[], seed: number): Tensor {
  const flat = concat(xs.map((x) => reshape(x, [sizeOf(x.shape)])), 0);
  const n = flat.shape[0];
  const random = stream(`smoothMany ${seed} ${n}`);
  const directions = flat.graph.constant(random.normals(RIDGES * n).map((w) => w / Math.sqrt(n)), [RIDGES, n]);
  const ridges = add(einsum([directions, flat], [['ridge', 'entry'], ['entry']], ['ridge']), flat.graph.constant(random.normals(RIDGES)));
  return sum(mul(flat.graph.constant(random.normals(RIDGES)), smooth(ridges, seed)));
}

/** The rows of this file. */
export const specialRows = { erf: erfRow, erfc: erfcRow, gamma: gammaRow, lgamma: lgammaRow, polygamma: polygammaRow, smooth: smoothRow };
