/** Laws of random variables by their names: what sums or integrals their expectations are. */
import { type AverageRule, map, num, type Term } from './term';

export type LawName = 'normal' | 'bernoulli' | 'uniform' | 'exponential' | 'poisson';

/** How many parameters a law has, the names it goes by, and its expectation: a rule, and a weight at the value. */
interface Law { names: RegExp; arity: number; /** Letters of the last parameter that may stand for another one: a deviation for a variance, a mean for a rate. */ unclear?: RegExp; rule(params: Term[]): AverageRule; weight?(value: Term, params: Term[]): Term }

const ONE = num(1);

/** Densities and probabilities are the usual ones; the second parameter of the normal law is the variance, that of the exponential law the rate. */
export const LAWS: Record<LawName, Law> = {
  normal: { names: /^(?:N|Normal|Gaussian)$/, arity: 2, unclear: /^(?:\\sigma|s|\\tau)$/, rule: ([mean, variance]) => ({ kind: 'normal', mean, variance }) },
  bernoulli: { names: /^(?:Bern|Bernoulli|Ber)$/, arity: 1, rule: () => ({ kind: 'values', upTo: 1 }), weight: (x, [p]) => map('add', map('mul', x, p), map('mul', map('sub', ONE, x), map('sub', ONE, p))) },
  uniform: { names: /^(?:U|Unif|Uniform)$/, arity: 2, rule: ([from, to]) => ({ kind: 'integral', from, to }), weight: (_, [from, to]) => map('div', ONE, map('sub', to, from)) },
  exponential: { names: /^(?:Exp|Exponential|Expo)$/, arity: 1, unclear: /^(?:\\theta|\\beta|\\mu|\\tau|m)$/, rule: () => ({ kind: 'integral', from: num(0), to: '∞' }), weight: (x, [rate]) => map('mul', rate, map('exp', map('neg', map('mul', rate, x)))) },
  poisson: { names: /^(?:Poisson|Pois|Poi|Po)$/, arity: 1, rule: () => ({ kind: 'values', upTo: FAR }), weight: (k, [rate]) => map('div', map('mul', map('pow', rate, k), map('exp', map('neg', rate))), map('gamma', map('add', k, ONE))) },
};

/** Beyond this a Poisson variable with a rate below 40 has no weight left. */
const FAR = 120;

/** The law of a name such as `\mathcal{N}` or `Bernoulli` with so many parameters. */
export function lawOf(name: string, params: number): LawName | undefined {
  return (Object.keys(LAWS) as LawName[]).find((law) => LAWS[law].names.test(name) && LAWS[law].arity === params);
}
