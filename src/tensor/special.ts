// Error function, gamma function and their relatives, in double precision.

/** The error function. */
export function erf(x: number): number {
  const a = Math.abs(x);
  return Number.isNaN(x) ? x : Math.sign(x) * (a < 2 ? erfSeries(a) : 1 - erfcFraction(a));
}

/** 1 − erf(x), with all its digits also where erf is nearly 1. */
export function erfc(x: number): number {
  return x < 1 ? 1 - erf(x) : erfcFraction(x);
}

/** erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, all terms positive (DLMF 7.6.2). */
function erfSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; term > total * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** √π e^(x²) erfc x = 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (DLMF 7.9.1); the smaller x, the more terms. */
function erfcFraction(x: number): number {
  if (x === Infinity) return 0;
  let tail = x;
  for (let k = Math.ceil(10 + 200 / (x * x)); k > 0; k--) tail = x + k / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/** B₂, B₄, …, B₂₀: the Bernoulli numbers (DLMF 24.2). */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330];

/** From here on the asymptotic series give every digit. */
const LARGE = 15;

/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) = Σ B₂ₖ / (2k(2k−1) x^(2k−1)) (DLMF 5.11.1). */
function stirlingTail(x: number): number {
  let total = 0;
  for (let k = BERNOULLI.length; k > 0; k--) total = total / (x * x) + BERNOULLI[k - 1] / (2 * k * (2 * k - 1));
  return total / x;
}

/** Γ(x), exact for factorials; NaN at the poles. */
export function gamma(x: number): number {
  if (x <= 0) return Number.isInteger(x) ? Number.NaN : Math.PI / (sinPi(x) * gamma(1 - x));
  if (Number.isInteger(x) && x < 172) return factorial(x - 1);
  let product = 1;
  let y = x;
  for (; y < LARGE; y++) product *= y;
  const root = y ** ((y - 0.5) / 2); // in two halves, lest it overflow before e^(−y) is there
  return ((root * Math.exp(-y) * root * Math.sqrt(2 * Math.PI)) / product) * Math.exp(stirlingTail(y));
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}

/** sin πx with the whole turns taken off first. */
function sinPi(x: number): number {
  const rest = x - 2 * Math.round(x / 2);
  return Math.abs(rest) > 0.5 ? Math.sin(Math.PI * (Math.sign(rest) - rest)) : Math.sin(Math.PI * rest);
}

/** ln |Γ(x)|; ∞ at the poles. */
export function lgamma(x: number): number {
  if (x <= 0) return Number.isInteger(x) ? Infinity : Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingTail(x);
  if (x < 0.5) return lgamma(1 + x) - Math.log(x);
  if (x < 1.5) return lgammaNearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let y = x;
  for (; y > 2.5; y--) product *= y - 1;
  return Math.log(product) + lgammaNearTwo(y - 2);
}

const EULER = 0.5772156649015329;

/** ln Γ(2+t) = (1−γ) t + Σ (−t)ⁿ (ζ(n) − 1)/n for |t| ≤ ½ (DLMF 5.7.3): no digits lost at the zeros of ln Γ. */
function lgammaNearTwo(t: number): number {
  let total = 0;
  for (let n = ZETA_TAILS.length + 1; n >= 2; n--) total = ZETA_TAILS[n - 2] / n - t * total;
  return t * (1 - EULER) + t * t * total;
}

/** ζ(n) − 1 for n = 2, 3, …, by the formula of Euler and Maclaurin from the 24th term on. */
const ZETA_TAILS: readonly number[] = Array.from({ length: 32 }, (_, i) => zetaTail(i + 2));

function zetaTail(n: number): number {
  const N = 24;
  let total = N ** (1 - n) / (n - 1) + N ** -n / 2;
  let rising = n;
  for (let k = 1; k <= 4; k++) {
    total += (BERNOULLI[k - 1] * rising * N ** (1 - n - 2 * k)) / factorial(2 * k);
    rising *= (n + 2 * k - 1) * (n + 2 * k);
  }
  for (let k = N - 1; k >= 2; k--) total += k ** -n;
  return total;
}

/** The derivative of order `order` of the digamma function ψ = (ln Γ)′; NaN at the poles. */
export function polygamma(order: number, x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Number.NaN;
  if (order === 0 && x < 0) return polygamma(0, 1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.round(x)));
  if (x < -10_000) return Number.NaN;
  const sign = order % 2 ? 1 : -1;
  let shifted = 0;
  let y = x;
  for (; y < LARGE + order; y++) shifted += y ** (-order - 1);
  return sign * factorial(order) * shifted + (order === 0 ? digammaTail(y) : sign * polygammaTail(order, y));
}

/** ψ(x) ~ ln x − 1/(2x) − Σ B₂ₖ / (2k x^(2k)) (DLMF 5.11.2). */
function digammaTail(x: number): number {
  let total = 0;
  for (let k = BERNOULLI.length; k > 0; k--) total = (total + BERNOULLI[k - 1] / (2 * k)) / (x * x);
  return Math.log(x) - 1 / (2 * x) - total;
}

/** (m−1)!/x^m + m!/(2 x^(m+1)) + Σ B₂ₖ (2k+m−1)! / ((2k)! x^(2k+m)) (DLMF 5.15.8). */
function polygammaTail(m: number, x: number): number {
  let total = 0;
  for (let k = BERNOULLI.length; k > 0; k--) total += (BERNOULLI[k - 1] * factorial(2 * k + m - 1)) / factorial(2 * k) / x ** (2 * k);
  return (factorial(m - 1) + factorial(m) / (2 * x) + total) / x ** m;
}
