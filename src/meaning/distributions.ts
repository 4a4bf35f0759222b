/** Laws of random variables by their names: what sums or integrals their expectations are. */
import { type Expr, type Group, isLetter, isName, isScripted, type Name } from '../notation/expression';
import { print } from '../notation/print';
import { type AverageRule, map, num, type Term } from './term';

export type LawName = 'normal' | 'bernoulli' | 'uniform' | 'exponential' | 'poisson' | 'moments';

/** How many parameters a law has, the names it goes by, and its expectation: a rule, and a weight at the value. */
interface Law { /** None of one that words alone state. */ names?: RegExp; arity: number; /** Letters of the last parameter that may stand for another one: a deviation for a variance, a mean for a rate. */ unclear?: RegExp; rule(params: Term[]): AverageRule; weight?(value: Term, params: Term[]): Term;
  /** The variable by one that is 1 with some chance, else 0, which the rule and the weight are of. */
  value?(coin: Term, chance: Term, params: Term[]): Term;
  /** How far it is from another of its kind, by the divergence of Kullback and Leibler. */
  divergence?(params: Term[], other: Term[]): Term }

const ONE = num(1);

/** Densities and probabilities are the usual ones; the second parameter of the normal law is the variance, that of the exponential law the rate. */
export const LAWS: Record<LawName, Law> = {
  normal: { names: /^(?:N|Normal|Gaussian)$/, arity: 2, unclear: /^(?:\\sigma|s|\\tau)$/, rule: ([mean, variance]) => ({ kind: 'normal', mean, variance }), divergence: betweenNormals },
  bernoulli: { names: /^(?:Bern|Bernoulli|Ber)$/, arity: 1, rule: () => ({ kind: 'values', upTo: 1 }), weight: tossed, divergence: ([p], [q]) => map('add', ratio(p, q), ratio(map('sub', ONE, p), map('sub', ONE, q))) },
  uniform: { names: /^(?:U|Unif|Uniform)$/, arity: 2, rule: ([from, to]) => ({ kind: 'integral', from, to }), weight: (_, [from, to]) => map('div', ONE, map('sub', to, from)) },
  exponential: { names: /^(?:Exp|Exponential|Expo)$/, arity: 1, unclear: /^(?:\\theta|\\beta|\\mu|\\tau|m)$/, rule: () => ({ kind: 'integral', from: num(0), to: '∞' }), weight: (x, [rate]) => map('mul', rate, map('exp', map('neg', map('mul', rate, x)))), divergence: ([a], [b]) => map('add', map('log', map('div', a, b)), map('sub', map('div', b, a), ONE)) },
  // Any law with this mean and variance: of two values, with any chance of the greater one.
  moments: { arity: 2, rule: () => ({ kind: 'values', upTo: 1 }), weight: tossed, value: (coin, chance, [mean, variance]) => map('add', mean, map('mul', map('sqrt', map('div', variance, map('mul', chance, map('sub', ONE, chance)))), map('sub', coin, chance))) },
  poisson: { names: /^(?:Poisson|Pois|Poi|Po)$/, arity: 1, rule: () => ({ kind: 'values', upTo: FAR }), weight: (k, [rate]) => map('div', map('mul', map('pow', rate, k), map('exp', map('neg', rate))), map('gamma', map('add', k, ONE))), divergence: ([a], [b]) => map('add', ratio(a, b), map('sub', b, a)) },
};

/** How likely a coin is to show x, that is 1 with chance p. */
function tossed(x: Term, [p]: Term[]): Term {
  return map('add', map('mul', x, p), map('mul', map('sub', ONE, x), map('sub', ONE, p)));
}

/** The last parameter of a law where it may be one of two, such as a deviation or a variance. */
export function unclearIn(law: LawName, params: readonly Expr[]): Name | undefined {
  const last = params[params.length - 1];
  return isName(last) && LAWS[law].unclear?.test(last.letter) ? last : undefined;
}

/** p log(p / q). */
const ratio = (p: Term, q: Term): Term => map('mul', p, map('log', map('div', p, q)));

/** ½ (log(v₂ / v₁) + (v₁ + (m₁ − m₂)²) / v₂ − 1). */
function betweenNormals([mean, variance]: Term[], [otherMean, otherVariance]: Term[]): Term {
  const gap = map('sub', mean, otherMean);
  const spread = map('div', map('add', variance, map('mul', gap, gap)), otherVariance);
  return map('div', map('add', map('log', map('div', otherVariance, variance)), map('sub', spread, ONE)), num(2));
}

/** Beyond this a Poisson variable with a rate below 40 has no weight left. */
const FAR = 120;

/** The law of a name such as `\mathcal{N}` or `Bernoulli` with so many parameters. */
export function lawOf(name: string, params: number): LawName | undefined {
  return (Object.keys(LAWS) as LawName[]).find((law) => LAWS[law].names?.test(name) && LAWS[law].arity === params);
}

/** The head of `\mathbb{E}_{x \sim p}[…]`. */
export const isMeanOver = (head: Expr): boolean => isScripted(head) && head.sub.length > 0 && isLetter(head.base, 'E');

/** `\mathrm{KL}(p \| q)`, `D_{KL}[p \| q]`. */
export function isDivergence(head: Expr, { open, contents }: Group): boolean {
  const name = isScripted(head) ? head.base : head;
  if (!isName(name) || contents.length !== 2 || open === '|' || open === '‖') return false;
  if (isScripted(head)) return name.letter === 'D' && head.sup.length === 0 && head.sub.length === 1 && /\bKL\b/.test(print(head.sub[0]));
  return /^D?KL$/.test(name.letter);
}

/** Letters that say, alone in a sum beside a divergence, how many entries the laws have. */
export const COUNTS = ['d', 'k', 'n', 'D', 'm'];
export const entriesBy = (letter: string): string => `entries by ${letter}`;
