/** Expectations: by the law that the document states, else over any outcomes whatever. */
import * as build from '../notation/build';
import { type Expr, type Group, hasPart, headOf, isApply, isBareLetter, isBracketed, isChain, isFraction, isGroup, isLetter, isName, isNumeral, isProduct, isScripted, isSum, pairOf, type Product, replace, visit } from '../notation/expression';
import { print } from '../notation/print';
import { atLeast, unify } from './dims';
import { LAWS, unclearIn } from './distributions';
import { averaged, near, MOMENTS_TAKEN } from './traces';
import { meanUnderLaw } from './laws';
import { keysIn, reaches, symbolInfo, useOf } from './names';
import { keyOf, plainUse, type SymbolUse } from './symbols';
import { type AverageRule, type Index, map, scalar, type Term, type Value, sumOver, symbolTerm, rank } from './term';
import { multiply, negate, add, relabel, renameIndex, transpose } from './values';
import { freshIndex, freshLike, type Scope, type SymbolInfo, symbolsIn, unreadable, type World } from './world';

/** `E[…]`, `\mathbb{E}[…]`, `\mathbb{E}(…)`; `E(…)` and `E|…|` where the exercise has moments in brackets, or of what has a law. */
export function isExpectation(world: World, scope: Scope, head: Expr, body: Group): boolean {
  const name = headOf(head);
  if (!isBareLetter(name, 'E')) return false;
  if (name.font === 'blackboard') return body.open === '[' || body.open === '(' || body.open === '{';
  if (!isName(head) && !(isScripted(head) && head.sup.every(isNumeral))) return false;
  return body.open === '[' || ((body.open === '(' || isBarred(body)) && body.contents.length === 1 && useOf(world, scope, head) !== undefined && !world.lookup('E', undefined, scope.at, false) && (near(world.traces, MOMENTS_TAKEN, scope.at) || mayBeRandom(world, scope, body.contents[0])));
}

/** What has a law, or, where something has, anything but a letter of which nothing is said: the y of `y = X\beta + \epsilon` is random, the w of an error E(w) is not. */
function mayBeRandom(world: World, scope: Scope, expr: Expr): boolean {
  const use = isName(expr) ? useOf(world, scope, expr) : undefined;
  const isOfNothing = use !== undefined && /^\\?[a-z]+$/.test(use.base) && !world.lookup(use.base, use.time, scope.at, false);
  return isOfNothing ? hasLaw(world, scope, expr) : world.declarations.randoms(scope.at).length > 0;
}

/** `E(X - \mu)^2` is the mean of the square to some, as `a / b c` divides by all that follows. */
export function isOfPower(world: World, body: Group, next: Expr): boolean {
  const [item] = body.contents;
  if (next === body || !isSum(item) || item.terms.length < 2 || world.reading.reach === 'next') return false;
  // Brackets say what is averaged, if the writer heeds them.
  if (body.open === '[') world.proviso = 'the power is of what is averaged';
  else world.conventions.add('the power is of what is averaged');
  return true;
}

/** `head` may name in its subscript what is averaged over, and above it a power, `\mathbb{E}^2[X]`. Throws Unreadable where nothing is random. */
export function expectation(world: World, scope: Scope, head: Expr, body: Group): Value {
  if (body.contents.length !== 1) unreadable('an expectation of several things', body.span);
  const value = meanUnderLaw(world, scope, head, body.contents[0]) ?? mean(world, scope, body.contents[0], head);
  const [power] = isScripted(head) ? head.sup : [];
  if (!isNumeral(power) && !isFraction(power)) return value;
  if (rank(value)) unreadable('the power of a mean', head.span);
  return scalar(map('pow', value.term, world.read(scope, power).term));
}

/** `Var(X)`, and `Cov(X, Y)`: E[X Y] − E[X] E[Y], of vectors E[X Yᵀ] − E[X] E[Y]ᵀ. */
export function covariance(world: World, scope: Scope, arg: Expr, op: 'var' | 'cov'): Value {
  const contents = isGroup(arg) ? arg.contents : [arg];
  if (contents.length !== (op === 'var' ? 1 : 2) && !(op === 'cov' && contents.length === 1)) unreadable(`${op} of ${contents.length} things`, arg.span);
  const [first, second = first] = contents;
  // Independent variables have none, and any multiple of it would do.
  if (first !== second && (world.reading.independent || [first, second].every((expr) => hasLaw(world, scope, expr)))) unreadable('a covariance of independent variables', arg.span);
  const means = [first, second].map((expr) => mean(world, scope, expr, arg));
  if (means.some((value) => rank(value) > 1)) unreadable('a covariance of matrices', arg.span);
  const squared = overListed(world, scope, { kind: 'product', factors: [first, second].map(grouped), signs: ['cdot'], span: arg.span });
  if (squared) return { ...squared, term: map('sub', squared.term, multiply(world, means[0], means[1], 'implicit').term) };
  const outer = (a: Value, b: Value): Value => multiply(world, a, rank(b) === 1 ? transpose({ ...b, stance: 'column' }) : b, 'implicit');
  const product = average(world, scope, outer(world.read(scope, first), world.read(scope, second)), arg);
  const products = outer(means[0], means[1]);
  return rank(product) ? add(world, product, negate(relabel(world, products, product.layout)), 1) : { ...product, term: map('sub', product.term, products.term) };
}

/** A variable, or a member of a family, with a stated law: those are taken to be independent. */
function hasLaw(world: World, scope: Scope, expr: Expr): boolean {
  const use = useOf(world, scope, expr);
  return use !== undefined && world.declarations.randoms(scope.at).includes(use.base) && world.declarations.distribution(use.base, scope.at) !== undefined;
}

const grouped = (expr: Expr): Expr => build.group(expr);

const mean = (world: World, scope: Scope, expr: Expr, head: Expr): Value => overListed(world, scope, expr) ?? average(world, scope, world.read(scope, expr), head);

/** Σ P(X = v) f(v), where the law of X lists its values. Undefined where that of no name in the expression does. */
function overListed(world: World, scope: Scope, expr: Expr): Value | undefined {
  const mentions = (base: string): boolean => hasPart(expr, (e) => isPlain(world, scope, e, base));
  const base = world.declarations.randoms(scope.at).find((each) => world.declarations.distribution(each, scope.at)?.kind === 'listed' && mentions(each));
  const law = base === undefined ? undefined : world.declarations.distribution(base, scope.at);
  if (base === undefined || law?.kind !== 'listed') return undefined;
  const parts = law.outcomes.map(({ value, chance, index }) => {
    const own = index ? freshIndex(world, 'o') : '';
    const inner: Scope = index ? { ...scope, bound: new Map([...scope.bound, [index, own]]) } : scope;
    const taken = putIn(world, scope, expr, (e) => (isScripted(e) && e.sub.length ? e : isPlain(world, scope, e, base) ? grouped(value) : undefined));
    const weighted = world.read(inner, { kind: 'product', factors: [grouped(chance), grouped(taken)], signs: ['cdot'], span: expr.span });
    return index ? { ...weighted, term: sumOver([own], weighted.term) } : weighted;
  });
  const sum = parts.reduce((all, part) => add(world, all, part, 1));
  // What is random through a definition, or by another law, was not averaged over.
  const isOfValues = (each: string): boolean => law.outcomes.some(({ value }) => hasPart(value, (e) => useOf(world, scope, e)?.base === each));
  if (world.declarations.randoms(scope.at).some((each) => !isOfValues(each) && mentionsKey(world, sum.term, keyOf(plainUse(each))))) unreadable('an expectation over several random names', expr.span);
  return sum;
}

/** The expression at an outcome. An expectation within it, as in `E[(X - E[X])^2]`, is over all outcomes already. */
function putIn(world: World, scope: Scope, expr: Expr, by: (expr: Expr) => Expr | undefined): Expr {
  return replace(expr, (e) => {
    if (isApply(e) && MOMENTS.has(e.fn)) return e;
    if (isBracketed(e, '⟨')) return e;
    if (!isProduct(e)) return by(e);
    const means = meansIn(world, scope, e);
    return means.size ? { ...e, factors: e.factors.map((factor, i) => (means.has(i) ? factor : putIn(world, scope, factor, by))) } : by(e);
  });
}

const MOMENTS: ReadonlySet<string> = new Set(['var', 'cov']);

/** Which factors are an expectation, with or without brackets. */
function meansIn(world: World, scope: Scope, product: Product): Set<number> {
  const found = new Set<number>();
  product.factors.forEach((factor, i) => {
    const next = product.signs[i] === 'implicit' ? product.factors[i + 1] : undefined;
    const body = isScripted(next) ? next.base : next;
    const end = isBareExpectation(factor, next) ? bareReach(product, i + 1) : isGroup(body) && isExpectation(world, scope, factor, body) ? i + 2 : i;
    for (let at = i; at < end; at++) found.add(at);
  });
  return found;
}

/** `\mathbb{E} X^2`: an expectation of what follows it without brackets. */
export const isBareExpectation = (factor: Expr, next: Expr | undefined): boolean => next !== undefined && isBlackboardE(factor) && !isInBrackets(next);
const isInBrackets = (next: Expr): boolean => (isScripted(next) ? isInBrackets(next.base) : isGroup(next) && !isBarred(next));

/** Norms, absolute values and inner products. */
export const isBarred = ({ open, contents }: Group): boolean => open === '|' || open === '‖' || (open === '⟨' && contents.length === 2);

const isBlackboardE = (e: Expr): boolean => (isScripted(e) ? isBlackboardE(e.base) : isLetter(e, 'E', 'blackboard'));

/** Where the factors end that an expectation without brackets is taken of: at the next sign or expectation. */
export function bareReach({ factors, signs }: Product, from: number): number {
  let end = from + 1;
  while (end < factors.length && signs[end - 1] === 'implicit' && !isBlackboardE(factors[end])) end++;
  return end;
}

/** The name itself, and none of its entries. */
function isPlain(world: World, scope: Scope, expr: Expr, base: string): boolean {
  const use = isName(expr) ? useOf(world, scope, expr) : undefined;
  return use?.base === base && !use.slots.length;
}

/** The mean of a value over all that is random in it. */
function average(world: World, scope: Scope, value: Value, head: Expr): Value {
  // What is no matter of chance is its own mean.
  if (keysIn(value.term).size === 0) return value;
  const mentioned = symbolsIn(world).filter((info) => mentionsKey(world, value.term, info.key));
  const lawful = world.declarations.randoms(scope.at).filter((base) => mentionsKey(world, value.term, keyOf(plainUse(base)))).map((base) => randomSymbol(world, scope, base));
  const open = mentioned.filter((info) => isOpen(info) && !lawful.some((r) => r.info.key === info.key));
  const named = namedIn(world, scope, head);
  const others = withoutLaw(world, open, named, lawful.length > 0);
  for (const { key } of others) holdsOneLaw(world, key, lawsIn(world, scope, head).get(key));
  // Beside what a subscript names others may be random too: E_x E_y f(x, y).
  for (const info of open) if (named.size === 0) isOneOrTheOther(world, info, others.includes(info) ? 'over' : 'beside');
  if (lawful.length + others.length === 0) unreadable('an expectation of something without a stated distribution', head.span, 'undefined');
  if (lawful.length > 1 && world.declarations.dependent) unreadable('how the random variables depend on each other', head.span);
  if (lawful.length) world.independence = true;
  const alike = open.find((info) => !others.includes(info) && lawful.some((r) => isAlike(info.use, r.info.use)));
  if (alike && lawful.some(({ coin }) => coin)) unreadable(`whether ${alike.use.tex} is random`);
  const unsure = alike ?? (lawful.some(({ coin }) => coin) ? open[0] : undefined);
  if (unsure) world.guessed = `whether ${unsure.use.tex} is random`;
  const byLaw = lawful.reduce<Term>((inner, { info, rule, weight, coin = info, value }) => {
    const body = value ? { op: 'let' as const, key: info.key, axes: info.axes, value, body: inner } : inner;
    return { op: 'average', key: coin.key, axes: coin.axes, rule, body: weight ? map('mul', body, weight) : body };
  }, value.term);
  return { ...value, term: overOutcomes(world, byLaw, others), literal: false };
}

/** The X' and the Y beside an X with a law are written as random variables are. */
const isAlike = ({ family }: SymbolUse, { family: lawful }: SymbolUse): boolean => [family, lawful].every((each) => /^[A-Z]$/.test(each)) || letterOf(family) === letterOf(lawful);
const letterOf = (family: string): string => family.replace(/^.*\(|\)+$/g, '');

// ── laws that are stated ──

interface Lawful { info: SymbolInfo; rule: AverageRule; weight?: Term; /** What it is a function of, which the rule is about. */ coin?: SymbolInfo; value?: Term }

function randomSymbol(world: World, scope: Scope, base: string): Lawful {
  const info = symbolInfo(world, scope, plainUse(base));
  const distribution = world.declarations.distribution(base, scope.at);
  if (!distribution) unreadable(`the distribution of ${base}`, undefined, 'undefined');
  if (distribution.kind === 'unknown' || distribution.kind === 'listed') unreadable(`the law of ${info.use.tex}`);
  const law = LAWS[distribution.kind];
  const unclear = unclearIn(distribution.kind, distribution.params);
  if (unclear) unreadable(`which parameter of the law ${unclear.letter} is`, unclear.span);
  const params = distribution.params.map((param) => parameter(world, scope, info, param));
  if (!law.weight) return { info, rule: law.rule(params) };
  if (info.axes.length > 1 || (info.axes.length && law.rule(params).kind !== 'values')) unreadable(`an expectation over a family of ${distribution.kind} variables`);
  const axes = info.axes.map((axis) => { const index = freshIndex(world, 'w'); unify(world.dims, index, axis); return index; });
  const coin = law.value && known(world, { ...info, key: `${info.key} of a coin` });
  const chance = coin && symbolTerm(known(world, { ...info, key: `${info.key}${CHANCE}`, axes: [], domain: 'unit' }).key);
  const weight = law.weight(symbolTerm((coin ?? info).key, axes), chance ? [chance] : params);
  const value = coin && chance && law.value?.(symbolTerm(coin.key, coin.axes), chance, params);
  return { info, rule: law.rule(params), weight: axes.length ? { op: 'reduce', fn: 'prod', over: axes, body: weight } : weight, ...(coin ? { coin, value } : {}) };
}

/** The key of how likely a variable takes the greater of two values, of which only mean and variance are said. */
export const CHANCE = ' of a chance';

/** A number, a vector over the variable's own axes, or a multiple of the identity as a variance. */
function parameter(world: World, scope: Scope, info: SymbolInfo, expr: Expr): Term {
  const value = world.read({ ...scope, bound: new Map() }, withoutIdentity(expr));
  if (rank(value) === 0) return value.term;
  if (rank(value) !== 1 || info.axes.length !== 1) unreadable(`the parameter ${print(expr)} of a distribution`, expr.span);
  unify(world.dims, info.axes[0], value.layout[0]);
  return renameIndex(value.term, value.layout[0], info.axes[0]);
}

/** σ² of `\sigma^2 I`. */
export function withoutIdentity(expr: Expr): Expr {
  if (isIdentity(expr)) return build.number(1, expr.span);
  if (isFraction(expr)) return { ...expr, over: withoutIdentity(expr.over) };
  if (!isProduct(expr) || !isIdentity(expr.factors[expr.factors.length - 1])) return expr;
  return expr.factors.length === 2 ? expr.factors[0] : { ...expr, factors: expr.factors.slice(0, -1), signs: expr.signs.slice(0, -1) };
}

export const isIdentity = (expr: Expr): boolean => (isScripted(expr) ? expr.sup.length === 0 && isIdentity(expr.base) : isLetter(expr, 'I'));

// ── any outcomes ──

/** What is random where no law is stated: what the subscript names, else capitals that are no matrices, letters of noise, what stands alone in an expectation, estimates, or the only name there is. */
function withoutLaw(world: World, free: SymbolInfo[], named: ReadonlySet<string>, lawful: boolean): SymbolInfo[] {
  const kinds = [(info: SymbolInfo) => named.has(info.key), (info: SymbolInfo) => /^[A-Z]$/.test(info.use.family) && info.axes.length < 2, (info: SymbolInfo) => NOISE.test(info.use.family), (info: SymbolInfo) => near(world.traces, averaged(info.use.family), world.claimAt), (info: SymbolInfo) => /^hat\(/.test(info.use.family), () => free.length === 1];
  const found = kinds.map((is) => free.filter(is)).find((some) => some.length > 0) ?? [];
  if (lawful && !found.some((info) => named.has(info.key))) return [];
  const family = found.find((info) => info.use.slots.length > 0);
  // The members of a family may depend on each other; independent ones have no outcomes in common.
  if (family && world.reading.independent) unreadable(`an expectation over the family ${family.use.tex}`);
  return found;
}

/** A name that has neither a definition nor values at outcomes already. */
const isOpen = (info: SymbolInfo): boolean => !info.binding && !info.size && !/^(?:argument|function|chance|\\∫)/.test(info.key) && !info.key.includes(OUTCOME);

/** `E[aX + b] = a E[X] + E[b]`: what is no matter of chance beside X is none by itself. */
function isOneOrTheOther(world: World, { key, use }: SymbolInfo, taken: 'over' | 'beside'): void {
  const before = world.averaged.get(key);
  if (before !== undefined && before !== taken) unreadable(`whether ${use.tex} is random`);
  world.averaged.set(key, taken);
}

const NOISE = /^\\(?:epsilon|xi|eta|zeta|omega)$/;
const OUTCOME = ' at an outcome';

/** Whether a key is that of the values of a random name. */
export const isAtOutcome = (key: string): boolean => key.endsWith(OUTCOME);

/** Keys of the names in `\mathbb{E}_{x \sim p}`. */
function namedIn(world: World, scope: Scope, head: Expr): Set<string> {
  const keys = new Set<string>();
  if (isScripted(head)) for (const sub of head.sub) visit(sub, (e) => { const use = useOf(world, scope, e); if (use) keys.add(keyOf(use)); });
  return keys;
}

/** What the subscript of `\mathbb{E}_{x \sim p}` or `\mathbb{E}_{p(x)}` says each name is drawn from, as it is written. */
function lawsIn(world: World, scope: Scope, head: Expr): Map<string, string> {
  const laws = new Map<string, string>();
  const draw = (item: Expr, law: string): void => { const use = useOf(world, scope, item); if (use) laws.set(keyOf(use), law); };
  if (isScripted(head)) for (const sub of head.sub) visit(sub, (e) => {
    if (isChain(e)) e.relations.forEach(({ name }, i) => { if (name === 'distributed') draw(e.members[i], print(e.members[i + 1])); });
    const [law, of] = pairOf(e);
    if (isGroup(of)) for (const item of of.contents.slice(0, of.given)) draw(item, print(of.given === undefined ? law : e));
  });
  return laws;
}

/** A name has one distribution in a claim; what is said of its mean under another is not read. */
function holdsOneLaw(world: World, key: string, law: string | undefined): void {
  if (law === undefined) return;
  const before = world.drawn.get(key);
  if (before !== undefined && before !== law) unreadable(`an expectation under ${law} beside one under ${before}`);
  world.drawn.set(key, law);
}

/** Σ_ω P(ω) f(X(ω), Y(ω), …): all variables on one set of outcomes may depend on each other; where they are independent each has its own. */
function overOutcomes(world: World, term: Term, randoms: SymbolInfo[]): Term {
  if (randoms.length === 0) return term;
  if (!world.reading.independent) return overSpace(world, term, randoms, '');
  world.independence = true;
  return randoms.reduce((inner, info) => overSpace(world, inner, [info], ` of ${info.key}`), term);
}

const LEAST_OUTCOMES = 4;

function overSpace(world: World, term: Term, randoms: SymbolInfo[], space: string): Term {
  const outcome = outcomeOf(world, `chance${space}.0`);
  const chance = known(world, { key: `chance${space}`, use: plainUse(`chance${space}`, 'P', 'P'), axes: [`chance${space}.0`], stance: 'column', dependsOn: [], domain: 'simplex' });
  const body = randoms.reduce((inner, info) => valued(world, inner, info, space, outcome), term);
  return sumOver([outcome], map('mul', symbolTerm(chance.key, [outcome]), body));
}

function outcomeOf(world: World, space: Index): Index {
  const index = freshIndex(world, 'o');
  unify(world.dims, space, index);
  atLeast(world.dims, index, LEAST_OUTCOMES);
  return index;
}

/** The term with a variable's value at an outcome in its place. */
function valued(world: World, term: Term, info: SymbolInfo, space: string, outcome: Index): Term {
  const key = `${info.key}${OUTCOME}`;
  const values = known(world, { key, use: info.use, axes: [`chance${space}.0`, ...info.axes.map((_, i) => `${key}.${i}`)], stance: 'column', dependsOn: [] });
  info.axes.forEach((axis, i) => { unify(world.dims, axis, values.axes[i + 1]); });
  const axes = info.axes.map((axis) => freshLike(world, axis));
  return { op: 'let', key: info.key, axes, value: symbolTerm(key, [outcome, ...axes]), body: term };
}

function known(world: World, info: SymbolInfo): SymbolInfo {
  const before = world.symbols.get(info.key);
  if (!before) world.symbols.set(info.key, info);
  return before ?? info;
}

const mentionsKey = (world: World, term: Term, key: string): boolean => [...keysIn(term)].some((k) => k === key || reaches(world, k, key));
