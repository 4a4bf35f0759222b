/** Laws and densities: `p(x \mid y)`, `\mathcal{N}(x; \mu, \sigma^2)`, the policy `\pi(a)`. */
import * as build from '../../notation/build';
import { type Expr, type Group, headOf, isChain, isLetter, isNum, isSymbol } from '../../notation/expression';
import { unclearIn } from '../distributions';
import { map, num, rank, scalar, type Value } from '../term';
import { misfit, type Scope, unreadable, type World } from '../world';

/** `p(x, y)`, `q_\phi(z \mid x)`: a chance or density, where no number stands in the parentheses. */
export function isLaw(head: Expr, body: Group): boolean {
  const name = headOf(head);
  return isLetter(name, /^[pqP]$/) && body.contents.every((item) => isSymbol(item) || isChain(item));
}

/** The policy of reinforcement learning has the same letter as the number. */
export const isPolicy = (head: Expr, body: Group): boolean => isLetter(head, '\\pi') && body.contents.every((item) => isSymbol(item) || isNum(item, 0) || isNum(item, 1));

/** `\mathcal{N}(x; \mu, \sigma^2)`, `N(x \mid \mu, \sigma^2)`. */
export const isNormalDensity = (head: Expr, body: Group): boolean => isLetter(head, 'N', body.given === 1 ? undefined : 'calligraphic') && body.open === '(' && body.contents.length === 3;

/** The density of a number under the normal law, with the variance last. */
export function normalDensity(world: World, scope: Scope, body: Group): Value {
  const unclear = unclearIn('normal', body.contents);
  if (unclear) unreadable(`which parameter of the law ${unclear.letter} is`, unclear.span);
  const [x, mean, variance] = body.contents.map((item) => world.read(scope, item));
  if (rank(variance) === 2) { world.betweenLaws ??= { by: undefined }; return world.read(scope, vectorDensity(body)); }
  if ([x, mean, variance].some(rank)) misfit('the density of a normal vector', body.span);
  const gap = map('sub', x.term, mean.term);
  const exponent = map('neg', map('div', map('mul', gap, gap), map('mul', num(2), variance.term)));
  return scalar(map('div', map('exp', exponent), map('sqrt', map('mul', num(2 * Math.PI), variance.term))));
}

/** `e^{-\frac12 (x - \mu)^T \Sigma^{-1} (x - \mu)} / \sqrt{\det(2 \pi \Sigma)}`. */
function vectorDensity({ contents: [x, mean, variance], span }: Group): Expr {
  const grouped = (expr: Expr): Group => build.group(expr, span);
  const number = (value: number): Expr => build.number(value, span);
  const times = (...factors: Expr[]): Expr => build.product(factors, span);
  const raised = (base: Expr, sup: Expr): Expr => build.power(grouped(base), sup, span);
  const apply = (fn: string, arg: Expr): Expr => build.apply(fn, grouped(arg), span);
  const gap: Expr = build.difference(x, mean, span);
  const minusOne: Expr = build.negative(number(1), span);
  const form = times(raised(gap, { kind: 'mark', mark: 'transpose', span }), raised(variance, minusOne), grouped(gap));
  const spread = apply('det', times(number(2 * Math.PI), grouped(variance)));
  return { kind: 'fraction', over: apply('exp', build.negative({ kind: 'fraction', over: form, under: number(2), span }, span)), under: { kind: 'root', body: spread, span }, span };
}
