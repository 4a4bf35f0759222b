/**
 * Laws without a definition: `p(x, z)`, `p(x \mid z)` and `p(z)` of one claim come from one joint law e^{s(x, z)} / Σ e^s of an arbitrary
 * function s, by sums or integrals over what is not named: they are positive, add up to 1, and obey the rules of Bayes and of the chain.
 */
import * as build from '../notation/build';
import { children, type Expr, type Group, hasPart, isBig, isChain, isGroup, isName, isScripted, isScriptedName, pairOf, relatedBy, replace } from '../notation/expression';
import { print } from '../notation/print';
import { parametersOf } from './apply/smooth';
import { chancesIn, isChance, lawTopic, valuesOf } from './chances';
import { atLeast, unify } from './dims';
import { near } from './traces';
import { sumLetters } from './free';
import { dummyOf } from './integrals';
import { useOf } from './names';
import { contextOf, familyOf, keyOf, plainUse, type SymbolUse, symbolUse } from './symbols';
import { map, scalar, sumOver, symbolTerm, type Term, type Value } from './term';
import { addSymbol, dummyFor, freshIndex, type Law, madeFor, type Scope, type Surroundings, unreadable, type World } from './world';

/** More than these are not summed over one within the other. */
const MOST = 3;

/** The laws that a claim calls by what they are of, by their names, where the exercise shows that these are laws. */
export function lawsIn({ traces, lookup }: Pick<Surroundings, 'traces' | 'lookup'>, claim: readonly Expr[]): Map<string, Law> {
  const laws = new Map<string, Law>();
  if (!claim.some(hasChance)) return laws;
  const at = claim[0].span.start;
  const unread = new Set<string>();
  const bound = { sum: new Set<string>(), measure: new Set<string>(), drawn: new Set<string>() };
  const look = (expr: Expr): void => {
    if (isBig(expr)) for (const letter of sumLetters(expr)) bound.sum.add(letter);
    if (expr.kind === 'integral') bound.measure.add(print(expr.by));
    if (isChain(expr) && expr.relations[0].name === 'distributed') bound.drawn.add(print(expr.members[0]));
    for (const { head, body } of chancesIn(expr)) {
      const use = symbolUse(head, contextOf({ traces }));
      const letters = body.contents.map(letterOf);
      if (!use || !near(traces, lawTopic(head), at) || lookup(use.base, use.time, at, false)) continue;
      if (letters.some((letter, i) => !letter || letters.indexOf(letter) < i)) { unread.add(use.base); continue; }
      const law = laws.get(use.base) ?? { letters: [], parameters: [], calls: [], by: 'measure' };
      laws.set(use.base, { ...law, letters: [...new Set([...law.letters, ...letters])], calls: [...law.calls, body] });
    }
    for (const child of children(expr)) look(child);
  };
  claim.forEach(look);
  for (const [base, law] of laws) {
    const has = (letters: ReadonlySet<string>): boolean => law.letters.some((letter) => letters.has(letter));
    const parameters = law.letters.filter((letter) => /^\\/.test(letter) && !Object.values(bound).some((letters) => letters.has(letter)) && !law.calls.some(({ contents, given }) => given !== undefined && contents.slice(0, given).some((item) => letterOf(item) === letter)));
    if (parameters.length < law.letters.length) law.parameters.push(...parameters);
    if (unread.has(base) || law.letters.length > MOST || (has(bound.sum) && has(bound.measure))) laws.delete(base);
    else if (has(bound.sum) || (!has(bound.measure) && law.letters.some((letter) => near(traces, `sum ${letter}`, at)))) laws.set(base, { ...law, by: 'sum' });
  }
  return laws;
}

const chancy = new WeakMap<Expr, boolean>();

/** Whether chances are called in it: found once, as a claim is read in many worlds. */
function hasChance(expr: Expr): boolean {
  const known = chancy.get(expr) ?? hasPart(expr, (part) => chancesIn(part).length > 0);
  chancy.set(expr, known);
  return known;
}

/** What tells the variables of a law apart: the x of x and of `x_i`. */
function letterOf(item: Expr): string {
  if (isName(item)) return madeFor(familyOf(item));
  if (!isScriptedName(item) || item.sup.length > 0) return '';
  const [sub, ...more] = item.sub;
  return more.length === 0 && isName(sub) && /^[i-n]$/.test(sub.letter) && !item.primes ? familyOf(item.base) : print(item);
}

/** The chance or density that a call names. Undefined where the claim has no such law. */
export function chance(world: World, scope: Scope, head: Expr, body: Group): Value | undefined {
  const use = isChance(head, body) ? useOf(world, scope, head) : undefined;
  const law = use && world.laws.get(use.base);
  if (!law || !world.reading.lawful) return undefined;
  // A definition may call the variable of a law otherwise.
  const letters = body.contents.map((item, i) => (law.letters.length === 1 ? law.letters[i] : letterOf(item)));
  if (letters.some((letter) => !law.letters.includes(letter))) unreadable(`${use.tex} of different things`, head.span);
  const values = new Map(body.contents.map((item, i): [string, Value] => [letters[i], world.read(scope, item)]));
  for (const [letter, { term }] of values) if (law.by === 'sum' && term.op === 'index') unify(world.dims, valuesOf(letter), term.index);
  // Of a law of one value only nothing could be told.
  if (law.by === 'sum') for (const letter of law.letters) atLeast(world.dims, valuesOf(letter), 3);
  const own = letters.slice(0, body.given);
  const rest = law.letters.filter((letter) => !values.has(letter));
  return scalar(map('div', summed(world, scope, use, law, values, rest), summed(world, scope, use, law, values, [...rest, ...own.filter((letter) => !law.parameters.includes(letter))])));
}

/** Σ e^s over the values of these letters. */
function summed(world: World, scope: Scope, use: SymbolUse, law: Law, values: ReadonlyMap<string, Value>, [letter, ...others]: string[]): Term {
  if (letter === undefined) return map('exp', weight(world, scope, use, law, values));
  const within = (place: Term): Term => summed(world, scope, use, law, new Map([...values, [letter, scalar(place)]]), others);
  if (law.by === 'measure') return overAnything(world, letter, within);
  const index = freshIndex(world, letter);
  unify(world.dims, valuesOf(letter), index);
  return sumOver([index], within({ op: 'index', index }));
}

/** The arbitrary function s, also of the parameter of `p_\theta`. */
function weight(world: World, scope: Scope, use: SymbolUse, { letters }: Law, values: ReadonlyMap<string, Value>): Term {
  const name = keyOf(use);
  addSymbol(world, `function ${name}`, use);
  const args = letters.map((letter) => values.get(letter) as Value);
  return { op: 'smooth', name, args: [...args, ...parametersOf(world, scope, use, args)].map(({ term, layout }) => ({ term, over: layout })), order: 0, out: [] };
}

function overAnything(world: World, tex: string, body: (place: Term) => Term): Term {
  const key = dummyFor(world, tex);
  addSymbol(world, key, plainUse(key, tex));
  return { op: 'average', key, axes: [], rule: { kind: 'measure', ofLaw: true }, body: body(symbolTerm(key, [])) };
}

// ── means ──

/** `\mathbb{E}_{x \sim p}[f(x)]`, `\mathbb{E}_{q(z \mid x)}[f(z)]`: Σ p(x) f(x), or ∫. Undefined where the claim has no such law. */
export function meanUnderLaw(world: World, scope: Scope, head: Expr, body: Expr): Value | undefined {
  const drawn = isScripted(head) ? drawnFrom(world, scope, head.sub) : undefined;
  return drawn && weighted(world, scope, drawn, body);
}

/** `D_{KL}(q \| p)`, by names that stand for laws or by their calls. */
export function divergenceOfLaws(world: World, scope: Scope, { contents: [first, second], span }: Group): Value | undefined {
  const drawn = drawnFrom(world, scope, [first]);
  if (!drawn || !drawnFrom(world, scope, [second])) return undefined;
  const logOf = (call: Expr): Expr => build.apply('log', build.group(call), span);
  const other = pairOf(second).length === 2 ? second : build.product([second, drawn.body], span);
  return weighted(world, scope, drawn, build.difference(logOf(build.product([drawn.head, drawn.body], span)), logOf(other)));
}

/** A call of a law, and those of its arguments that are drawn from it. */
interface Drawn { law: Law; head: Expr; body: Group; own: Expr[] }

function drawnFrom(world: World, scope: Scope, subs: Expr[]): Drawn | undefined {
  const last = subs[subs.length - 1];
  const [drawn, from = subs.length === 1 ? last : undefined] = relatedBy(last, 'distributed');
  if (!from) return undefined;
  const named = drawn ? [...subs.slice(0, -1), drawn] : [];
  const [head, body] = pairOf(from).length === 2 ? pairOf(from) : [from, undefined];
  const law = world.laws.get(useOf(world, scope, head)?.base ?? '');
  if (!law || !world.reading.lawful) return undefined;
  const calls = isGroup(body) ? [body] : law.calls.filter(({ contents, given }) => named.every((name) => contents.slice(0, given).some((item) => print(item) === print(name))));
  const ownOf = ({ contents, given }: Group): string => contents.slice(0, given).map(print).join();
  const [call] = calls;
  // Which of several calls a bare name stands for is not said.
  if (!call || calls.some((other) => ownOf(other) !== ownOf(call))) return undefined;
  return { law, head, body: call, own: named.length > 0 ? named : call.contents.slice(0, call.given).filter((item) => !law.parameters.includes(letterOf(item))) };
}

/** Σ over the values of what is drawn of its chance times something. */
function weighted(world: World, scope: Scope, { law, head, body, own }: Drawn, of: Expr): Value | undefined {
  if (own.some((item) => !isName(item))) return undefined;
  const product = build.product([build.product([head, body], head.span), build.group(of)], of.span);
  if (law.by === 'sum') {
    const indices = own.map((item) => freshIndex(world, print(item)));
    const value = world.read({ ...scope, bound: new Map([...scope.bound, ...own.map((item, i): [string, string] => [print(item), indices[i]])]) }, product);
    return { ...value, term: sumOver(indices, value.term), literal: false };
  }
  const places = own.map((item) => dummyOf(world, scope, item, true));
  const value = world.read(scope, replace(product, (e) => places[own.findIndex((item) => print(item) === print(e))]));
  return { ...value, term: places.reduce<Term>((all, { letter }) => ({ op: 'average', key: letter, axes: [], rule: { kind: 'measure' }, body: all }), value.term), literal: false };
}
