/** Functions applied: those the notation names, those the document defines, and those of which only smoothness is known. */
import { type Apply, type Expr, hasPart, isBig, isDots, isGroup, isLetter, isName, isNumeral, isPair, isScripted, isSymbol, replace, withoutPrimes } from '../notation/expression';
import { print } from '../notation/print';
import { BUILTINS, call } from './apply/builtins';
import { defined } from './apply/defined';
import { isLaw, isNormalDensity, isPolicy } from './apply/densities';
import { ofEach } from './apply/each';
import { ELEMENTWISE, elementTerm, plain, primed } from './apply/elementwise';
import { isFunctionName, isIndicator, isOneOfMany, paramsOf, placesOf, specialName } from './apply/functions';
import { ofOtherFunctions } from './apply/functionals';
import { calledAs, smooth } from './apply/smooth';
import { isOneHot } from './classes';
import { unitVector } from './elaborate/kronecker';
import { ofAllThatFollows } from './conventions';
import { covariance } from './expectations';
import { sumLetters } from './free';
import { bindingFor, useOf } from './names';
import { isMinusOne, type SymbolUse, contextOf, hasSymbol } from './symbols';
import { map, type Value } from './term';
import { elementwise } from './values';
import { type Binding, type Scope, unreadable, type World } from './world';

/** A function named by the notation, or by `head` where the document names it. */
export function applyNamed(world: World, scope: Scope, expr: Apply, head?: Expr): Value {
  if (head) return applyHead(world, scope, head, argumentsOf(expr.arg), expr);
  const primes = /'*$/.exec(expr.fn)?.[0].length ?? 0;
  const name = expr.fn.slice(0, expr.fn.length - primes);
  if (expr.power && isMinusOne(expr.power)) return inverseOf(world, scope, expr, name);
  const split = productAfter(world, scope, expr);
  if (split) return elementwise(world, 'mul', applyNamed(world, scope, { ...expr, arg: split[0] }), world.read(scope, split[1]));
  const { power, ...bare } = expr;
  if (power) { const value = applyNamed(world, scope, bare); return { ...value, term: map('pow', value.term, world.read(scope, power).term) }; }
  if (name === 'var' || name === 'cov') return covariance(world, scope, expr.arg, name);
  const inner: Scope = name === 'diag' ? { ...scope, byEntries: true } : scope;
  const args = argumentsOf(expr.arg).map((arg) => world.read(inner, arg));
  if (args.length === 0) unreadable(`${name} of nothing`, expr.span);
  if (name === 'log' && expr.sub.length === 1) return logarithm(world, scope, expr.sub[0], args[0]);
  return primes ? primed(world, args[0], (x) => elementTerm(world, scope, name, x, expr), primes) : call(world, scope, name, args, expr);
}

const argumentsOf = (arg: Expr): Expr[] => (isGroup(arg) && !arg.contents.some(isDots) && arg.open !== '|' && arg.open !== '‖' && arg.open !== '⟨' ? arg.contents : [arg]);

/** `\sin^{-1} x` is the inverse function, and no power. */
function inverseOf(world: World, scope: Scope, { power: _, ...expr }: Apply, name: string): Value {
  const inverse = INVERSES[name];
  if (!inverse) unreadable(`the inverse of ${name}`, expr.span);
  return applyNamed(world, scope, { ...expr, fn: inverse });
}
const INVERSES: Record<string, string> = { sin: 'asin', cos: 'acos', tan: 'atan' };

/** `\log x (1 + y)`, `\cos x (\sin y)^2`: parentheses after a name that is no function are a factor beside the logarithm, and so is a square of them. */
function productAfter(world: World, scope: Scope, expr: Apply): [Expr, Expr] | undefined {
  const { arg } = expr;
  if (!isPair(arg)) return undefined;
  const [head, next] = arg.factors;
  const body = isScripted(next) && next.sup.length === 1 && isNumeral(next.sup[0]) ? next.base : next;
  if (!isGroup(body, '(') || isFunctionName(world, scope, head, body) || isNormalDensity(head, body)) return undefined;
  if (isPolicy(head, body) || isLaw(head, body)) unreadable(`whether ${print(head)} is applied or multiplied`, arg.span);
  if (world.reading.reach === 'all') { world.conventions.add(ofAllThatFollows(expr)); return undefined; }
  return [head, next];
}

function logarithm(world: World, scope: Scope, base: Expr, x: Value): Value {
  return { ...x, term: map('div', map('log', x.term), map('log', world.read(scope, base).term)), literal: false };
}

function applyHead(world: World, scope: Scope, head: Expr, args: Expr[], expr: Apply): Value {
  if (isGroup(expr.arg) && isIndicator(head, expr.arg)) return world.read(scope, expr.arg.contents[0]);
  const unit = args.length === 1 && isOneHot(head) ? unitVector(world, scope, args[0]) : undefined;
  if (unit) return unit;
  const order = isScripted(head) ? head.primes : 0;
  const unprimed: Expr = withoutPrimes(head);
  const name = isName(unprimed) ? unprimed : isScripted(unprimed) && !unprimed.sub.length && !unprimed.sup.length ? unprimed.base : undefined;
  const use = useOf(world, scope, name ?? unprimed);
  if (!use) unreadable(print(head), head.span);
  const binding = bindingFor(world, use, scope.at);
  if (binding?.params.some((param) => countsWith(world, binding, param))) return atPlaces(world, scope, use, binding, order ? [] : args);
  const values = args.map((arg) => world.read(scope, arg));
  if (use.slots.length && !binding?.params.length && !isOneOfMany(world, scope, use)) unreadable('a family of functions', head.span);
  const params = binding ? paramsOf(world, scope, use, binding, args) : [];
  const ofOthers = binding && params.length ? ofOtherFunctions(world, scope, use, binding, params, args) : undefined;
  if (ofOthers) return order ? unreadable(`the prime of ${use.tex}`, head.span) : ofOthers;
  const ofOne = binding && params.length && !order ? ofEach(world, scope, use, binding, params, args) : undefined;
  if (ofOne) return ofOne;
  if (params.length) return defined(world, scope, use, params, values, order);
  const known = world.declarations.functionName(use.base, scope.at) ?? (use.base === '\\sigma' ? world.reading.activation : (specialName(world, use.base, scope.at) ?? knownFunction(use.base)));
  if (known) return order ? primed(world, values[0], (x) => elementTerm(world, scope, known, x, expr), order) : call(world, scope, known, values, expr);
  return smooth(world, scope, use, calledAs(world, scope, use, args, givenIn(expr.arg)), [...values, ...placesOf(scope, use)], order);
}

const givenIn = (arg: Expr): number | undefined => (isGroup(arg) ? arg.given : undefined);

function knownFunction(base: string): string | undefined {
  const key = plain(base);
  return base.length > 1 && (key in ELEMENTWISE || key in BUILTINS || key === 'leakyrelu' || key === 'lrelu') ? key : undefined;
}

/** The `p(w)` of `p(o) = e^{u_o} / \sum_v e^{u_v}`: what is written of o, of w; that `p(i)` is some p_i may be said of one i. */
function atPlaces(world: World, scope: Scope, { tex }: SymbolUse, { at, expr, params }: Binding, args: Expr[]): Value {
  const change = new Map(args.flatMap((arg, i): [string, Expr][] => (print(arg) === params[i]?.base ? [] : [[params[i]?.base ?? '', arg]])));
  const isCaught = (e: Expr): boolean => isBig(e) && sumLetters(e).some((letter) => [...change.values()].some((arg) => isLetter(arg, letter))) && hasPart(e, (part) => isName(part) && change.has(part.letter));
  if (isSymbol(expr) || args.length !== params.length || !args.every(isName) || hasPart(expr, isCaught)) unreadable(`${tex} of an index`, expr.span);
  return world.read({ ...scope, at }, replace(expr, (e) => (isName(e) ? change.get(e.letter) : undefined)));
}

/** `\pi(a) = e^{\theta_a} / \dots`: the argument is an index. */
function countsWith(world: World, binding: Binding, { base }: SymbolUse): boolean {
  return hasSymbol(binding.expr, contextOf(world), (use) => use.slots.some((slot) => slot.kind === 'index' && slot.letter === base));
}
