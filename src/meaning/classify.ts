/** What a link does: binds a name, claims something, or only says what is assumed. */
import type { Expr, Group, RelationName } from '../notation/expression';
import { find, NOWHERE, visit } from '../notation/expression';
import { print } from '../notation/print';
import type { LinkKind } from '../report';
import { formulaBefore } from './behind';
import { bind, type DocumentMeaning, type LinkSyntax, type Stationarity } from './document';
import { boundsOf, declaredAt, type Domain, domainBetween } from './declarations';
import { speaksOfDifferentials } from './differentials';
import { distance, observe } from './evidence';
import { sumLetters } from './free';
import { type Bound, boundsIn, chanceOf, isCase, isDemanded, isExistential, isExpectationCall, isGoal, probabilityIn, sentenceBefore } from './premises';
import { isPiece, joined } from './pieces';
import { type SymbolUse, contextOf, incremented, isVariance, keyOf, partialBy, symbolUse, visitSymbols } from './symbols';
import { parityOf } from './parity';
import { withoutOrders } from './orderterms';
import { optimumOf, zeroSaid, zeroSet } from './stationarity';
import { sentenceEnd } from './wording';
import type { Binding } from './world';

export type Role =
  | { role: 'notation'; kind: LinkKind; verdict: 'assumption' | 'definition'; message: string }
  /** Binds a name that was free. */
  | { role: 'definition'; kind: LinkKind; binding: Binding }
  /** Binds a name that is bound already: a claim, and if it differs a new definition. */
  | { role: 'restatement'; kind: LinkKind; binding: Binding; earlier: Binding }
  /** `x := x - …`: the new value by the old one. */
  | { role: 'step'; kind: LinkKind }
  | { role: 'claim'; kind: LinkKind };

const NOTATION: Partial<Record<RelationName, string>> = {
  in: 'says where it lies', notIn: 'says where it does not lie', distributed: 'states a distribution', to: 'states what it tends to', mapsto: 'states a map',
  subset: 'states an inclusion', other: 'is taken as given', notEqual: 'is a condition', proportional: 'is a proportionality, which is not tested', definite: 'is a matrix inequality, which is not tested',
};

/** What every link does, in order; names are bound on the way, so that later pages can be referred to. */
export function classifyAll(document: DocumentMeaning): Map<LinkSyntax, Role> {
  const roles = new Map<LinkSyntax, Role>();
  for (const link of document.links) {
    const role = classify(document, link);
    roles.set(link, role);
    if (role.role === 'definition') { bind(document, role.binding); bindRoot(document, link, role.binding); }
    const zero = zeroSet(document, link);
    document.stationary.push(...(zero ? [zero] : zeroSaid(document, link)));
  }
  return roles;
}

/** Where a square such as \sigma^2 is a name, the letter alone is its root. */
function bindRoot(document: DocumentMeaning, link: LinkSyntax, binding: Binding): void {
  const stem = binding.base.replace(/\^2$/, '');
  if (stem === binding.base || document.bindings.get(stem)?.some((b) => b.unit === link.unit)) return;
  bind(document, { ...binding, base: stem, expr: { kind: 'root', body: link.lhs.expr, span: link.lhs.span }, at: link.lhs.span.start });
}

/** What a link does, by what is bound now. */
export function classify(document: DocumentMeaning, link: LinkSyntax): Role {
  // What broken delimiters hold binds nothing.
  if (document.parts.regions[link.region].problem) return { role: 'claim', kind: 'claim' };
  const relation = link.relation.name;
  const premise = premiseOf(document, link);
  if (premise) return premise;
  const words = NOTATION[relation];
  if (words) return { role: 'notation', kind: declared(document, link) ? 'shape' : 'notation', verdict: declared(document, link) && relation === 'in' ? 'assumption' : 'assumption', message: `Taken as given: ${words}.` };
  if (relation === 'implies') return { role: 'notation', kind: 'shape', verdict: declared(document, link) ? 'definition' : 'assumption', message: declared(document, link) ? 'States a shape.' : 'An implication between statements.' };
  if (INEQUALITIES.has(relation)) return isRange(document, link) ? { role: 'notation', kind: 'inequality', verdict: 'assumption', message: 'States a range.' } : { role: 'claim', kind: 'inequality' };
  if (relation === 'approx') return { role: 'claim', kind: kindOf(link) === 'numeric' ? 'numeric' : 'limit' };
  return equality(document, link);
}

/** Bounded names: `\epsilon > 0`, `0 < \alpha < 1`, `a, b > 0`. */
function premiseOf(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const bounds = boundsIn(document, link);
  if (!bounds) return undefined;
  const { text, parts: { regions } } = document;
  const before = formulaBefore(document, link);
  const isForIt = before !== undefined && !definesAt(document, before);
  const until = isCase(document, link) ? { until: isForIt ? regions[link.region].span.end : sentenceEnd(text, regions, link.region) } : {};
  for (const bound of bounds) {
    const value = narrowed(document, bound, link);
    if (value) document.declarations.domains.push({ base: bound.base, at: before ?? link.lhs.span.start, unit: link.unit, value, ...until });
  }
  return { role: 'notation', kind: 'inequality', verdict: 'assumption', message: 'A condition.' };
}

const definesAt = ({ bindings }: DocumentMeaning, at: number): boolean => [...bindings.values()].some((list) => list.some((binding) => binding.at === at));

/** What a bound leaves of what is known of a name already; where that is nothing, another case has begun. */
function narrowed(document: DocumentMeaning, { base, from, to, strict }: Bound, link: LinkSyntax): Domain | undefined {
  const known = declaredAt(document.declarations.domains.filter((d) => d.at <= link.lhs.span.start), base, link.lhs.span.start, link.unit);
  if (known === 'integer' && from <= 1 && to === Infinity) return undefined;
  const before = known && boundsOf(known);
  const [low, high] = before ? [Math.max(before.from, from), Math.min(before.to, to)] : [from, to];
  const isOpen = strict || known === 'positive' || known === 'unit';
  return low < high ? domainBetween(low, high, isOpen) : domainBetween(from, to, strict);
}

const INEQUALITIES = new Set<RelationName>(['less', 'greater', 'lessEqual', 'greaterEqual']);

const declared = (document: DocumentMeaning, link: LinkSyntax): boolean => document.declarations.shapes.some((s) => s.at === link.lhs.expr.span.start);

// ── equalities ──

function equality(document: DocumentMeaning, link: LinkSyntax): Role {
  const kind = kindOf(link);
  if (link.lhs.expr.kind === 'unread' || link.rhs.expr.kind === 'unread') return { role: 'claim', kind };
  if (isIndexCondition(document, link)) return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'A condition.' };
  const listed = listedValues(document, link);
  if (listed) return listed;
  const parity = parityOf(link.lhs.expr, link.rhs.expr);
  if (parity && isUndefined(document, parity.of, link.lhs.span.start)) return { role: 'notation', kind: 'notation', verdict: 'assumption', message: `States that ${print(parity.of)} is ${parity.parity}.` };
  const mirrored = mirroredIn(document, link);
  if (mirrored) return document.bindings.has(mirrored.base) || !(isGoal(document, link) || GIVES.test(sentenceBefore(document, link))) ? { role: 'claim', kind } : statesSymmetry(document, link, mirrored);
  const family = familyHead(document, link.lhs.expr);
  if (family) { observe(document.evidence, `family ${family}`, link.lhs.span.start); return { role: 'notation', kind: 'definition', verdict: 'definition', message: 'Defines a family of functions, which is not read yet.' }; }
  if (partialBy(link.lhs.expr, (family) => document.surroundings.lookup(family, undefined, link.lhs.span.start, false)?.params)) return { role: 'claim', kind: 'derivative' };
  const head = headOf(document, link.lhs.expr);
  if (!head) return rootOf(document, link) ?? reversed(document, link) ?? { role: 'claim', kind };
  // `\frac{e^z}{1 + e^z} = \sigma(z) = p` says what p is.
  if (head.use.base === '\\sigma' && head.params.length > 0 && link.position > 0 && !head.params.some((param) => mentionsBase(link.rhs.expr, param.base, document))) return { role: 'claim', kind };
  if (head.params.length && !isPiece(document, link) && isOfNumbers(link.rhs.expr) && isFunctionOf(document, head)) return particular(document, link, head);
  if (isValue(link.rhs.expr) && (head.use.slots.length || (head.params.length && !isPiece(document, link)))) return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'States a value.' };
  if (head.use.slots.some((slot) => slot.kind === 'entry')) return entryClaim(document, head.use, link) ?? { role: 'claim', kind };
  if ((link.rhs.expr.kind === 'name' || link.rhs.expr.kind === 'scripted') && !head.params.length && (isCase(document, link) || isDemanded(document, link))) return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'A condition.' };
  const probability = head.params.length ? undefined : probabilityIn(link.rhs.expr);
  if (probability) return namesProbability(document, link, head.use, probability);
  if (isModel(document, link.rhs.expr)) return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'States a model with noise.' };
  if (countsUp(document, link.rhs.expr)) return takesWhole(document, link, head.use);
  if (isIncrement(document, link, head.use)) return { role: 'claim', kind: 'derivative' };
  const binding = bindingOf(document, link, head);
  // In `\frac{1}{1 + e^{-z}} = \sigma(z) = p` the function is known by then.
  if (link.position > 0 && head.params.length && !head.params.some((param) => mentionsBase(binding.expr, param.base, document))) return { role: 'claim', kind };
  if (statesWhole(document, head, binding.expr)) return { role: 'claim', kind: 'expectation' };
  if (saysExistence(document, link, head)) return { role: 'claim', kind: stepKind(head.use, kind) };
  if (mentions(link.rhs.expr, keyOf(head.use), document)) return { role: 'step', kind: 'update-rule' };
  if (isGoal(document, link) && isConcludedLater(document, link, head.use)) return { role: 'claim', kind: stepKind(head.use, kind) };
  const earlier = boundBefore(document, binding);
  if (earlier && earlier.unit === binding.unit && sameSection(document, earlier.at, binding.at) && find(earlier.expr, (e) => e.kind === 'derivative' || e.kind === 'nabla')) return { role: 'claim', kind: stepKind(head.use, kind) };
  const whole = earlier && earlier.unit === binding.unit ? joined(document, link, binding, earlier) : undefined;
  if (whole) return { role: 'definition', kind: 'definition', binding: whole };
  // What leaves something out says no more of a known function than a claim does.
  if ((earlier || head.use.base === '\\sigma') && head.params.length > 0 && withoutOrders(link.rhs.expr, contextOf(document)).terms.length > 0) return { role: 'claim', kind };
  if (earlier && earlier.unit === binding.unit) return { role: 'restatement', kind: stepKind(head.use, kind), binding, earlier };
  if (solvedFor(document, link, head.use)) return { role: 'claim', kind };
  if (!head.params.length && leadsBack(document, link, head.use)) return { role: 'claim', kind };
  return { role: 'definition', kind: head.use.time && head.use.time.shift > 0 ? 'update-rule' : isValue(link.rhs.expr) ? 'numeric' : 'definition', binding };
}

/** `dR = A\,dX` of a known R that is made of X says how R changes, and is no name for it. */
function isIncrement(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, use: SymbolUse): boolean {
  const stem = incremented(use);
  const given = stem && speaksOfDifferentials(document.evidence, lhs.span.start) && document.bindings.get(stem.base)?.filter((binding) => binding.unit === unit && binding.at < lhs.span.start).pop();
  let isMade = false;
  if (given) visitSymbols(rhs.expr, contextOf(document), (inner) => { const part = incremented(inner); isMade ||= part !== undefined && mentionsBase(given.expr, part.base, document); });
  return isMade;
}

/** `(w_1, w_2) = (0.1, 0.3)`: a number for each name of a list. */
function listedValues(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const [names, numbers] = [link.lhs.expr, link.rhs.expr];
  if (names.kind !== 'group' || numbers.kind !== 'group' || names.items.length < 2 || names.items.length !== numbers.items.length || !numbers.items.every(isValue)) return undefined;
  const uses = names.items.map((item) => symbolUse(item, contextOf(document)));
  if (!uses.every((use): use is SymbolUse => use !== undefined && use.modifiers.length === 0)) return undefined;
  const given = uses.flatMap((use, i) => (use.slots.length ? [] : [bindingOf(document, link, { use, params: [] }, numbers.items[i])]));
  // What has a definition is no less a claim in a list.
  if (given.some((binding) => boundBefore(document, binding))) return undefined;
  for (const binding of given) bind(document, binding);
  return { role: 'notation', kind: 'numeric', verdict: 'assumption', message: 'States values.' };
}

const isOfNumbers = (expr: Expr): boolean => find(expr, (e) => e.kind === 'num') !== undefined && !find(expr, (e) => (e.kind === 'name' && !/^(?:e|\\pi)$/.test(e.letter)) || e.kind === 'unread');

/** `\phi(x) = [1, 4]` of a function that is defined otherwise: x is one of many from here on. */
const isFunctionOf = (document: DocumentMeaning, { use, params }: Head): boolean =>
  (document.bindings.get(use.base) ?? []).some((binding) => binding.params.length === params.length && binding.params.some((param) => mentionsBase(binding.expr, param.base, document)));

function particular({ declarations }: DocumentMeaning, link: LinkSyntax, { params }: Head): Role {
  for (const { base } of params) declarations.restricted.push({ base, at: link.lhs.span.start, unit: link.unit, value: 'unread' });
  return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'States a value.' };
}

/** `1, 2, \dots`, `0, \dots, n`; in brackets it is a vector. */
const countsUp = ({ text }: DocumentMeaning, expr: Expr): boolean =>
  expr.kind === 'group' && expr.items.some((item) => item.kind === 'dots') && expr.items[0].kind === 'num' && Number.isInteger(expr.items[0].value) && !/^\s*(?:[([]|\\left)/.test(text.slice(expr.span.start, expr.span.end));

/** `y = 1, 2, \dots` says what values there are. */
function takesWhole({ declarations }: DocumentMeaning, { lhs, unit }: LinkSyntax, { base }: SymbolUse): Role {
  declarations.domains.push({ base, at: lhs.span.start, unit, value: 'integer' });
  return { role: 'notation', kind: 'notation', verdict: 'assumption', message: 'A condition.' };
}

/** A later line has the same name on its left: that one is to be shown, and what was to be shown proves nothing of it. */
function isConcludedLater(document: DocumentMeaning, { rhs, unit, statement }: LinkSyntax, head: SymbolUse): boolean {
  return document.links.some((other) => {
    const use = other.unit === unit && other.statement !== statement && other.lhs.span.start > rhs.span.end && other.relation.name === 'equal' ? symbolUse(other.lhs.expr, contextOf(document)) : undefined;
    return use !== undefined && keyOf(use) === keyOf(head);
  });
}

/** A function of one letter that nothing defines, and no function that is known by its name. */
const isUndefined = ({ bindings, surroundings }: DocumentMeaning, of: Expr, at: number): boolean =>
  of.kind === 'name' && of.letter !== '\\sigma' && of.letter.replace(/^\\[a-zA-Z]+$/, '.').length === 1 && !bindings.has(print(of)) && !surroundings.declarations.functionName(print(of), at);

/** The Q of `Q = Q^T` or `Q^T = Q`. */
function mirroredIn(document: DocumentMeaning, { lhs, rhs }: LinkSyntax): SymbolUse | undefined {
  const sides = [lhs, rhs].map(({ expr }) => symbolUse(expr, contextOf(document)));
  const [plain, turned] = sides[0]?.modifiers.length ? sides.reverse() : sides;
  if (!plain || !turned || plain.base !== turned.base || plain.modifiers.length || plain.slots.length || turned.slots.length || turned.modifiers.length !== 1 || turned.modifiers[0].kind !== 'transpose') return undefined;
  return /^\\?[A-Z]/.test(plain.base) ? plain : undefined;
}

/** Words that take what follows as given. */
const GIVES = /(?<!\p{L})(?:let|where|with|assum\p{L}*|suppose|given|such that|if|when|for|since|because|as|sei(?:en)?|mit|wobei|falls|da|soit|où|avec|si|car|sea|donde|con|como|seja|onde|com|设|其中|若|因为)(?: that)?(?:\s+(?:the\s+)?(?:matri(?:x|ces))?)?\s*(?:⟦⟧\s*(?:,|and)?\s*)*$/iu;

/** A matrix that equals its transpose is symmetric from there on; what is known of it already, such as that it is definite, stays. */
function statesSymmetry(document: DocumentMeaning, link: LinkSyntax, { base, tex }: SymbolUse): Role {
  const { declarations, text, parts: { regions } } = document;
  const at = formulaBefore(document, link) ?? link.lhs.span.start;
  const until = isCase(document, link) ? { until: sentenceEnd(text, regions, link.region) } : {};
  const isNews = !isGoal(document, link) && declaredAt(declarations.domains, base, at, link.unit) === undefined;
  if (isNews) declarations.domains.push({ base, at, unit: link.unit, value: 'symmetric', ...until });
  return { role: 'notation', kind: 'notation', verdict: 'assumption', message: `States that ${tex} is symmetric.` };
}

/** `E(q) = \int_0^1 p \, dp`, and `E(X) = \mu` or `P(A) = p` beside `E(X^2)` and `P(A^c)`: what it comes to for a name, and no function of it. */
function statesWhole(document: DocumentMeaning, { use, params }: Head, body: Expr): boolean {
  if (params.length === 0 || params.some((param) => reachesBase(document, body, param.base))) return false;
  if (use.base === 'E' && find(body, (e) => e.kind === 'integral')) return true;
  return params.every((param) => (MOMENTS.test(use.base) ? LARGE_OR_MARKED : LARGE).test(param.base) && takesOtherwise(document, use, param));
}

/** Letters for means and variances. */
const MOMENTS = /^[EVDM]$/;
/** Events, random variables and matrices; estimates. */
const LARGE = /^(?:\w+\()*\\?[A-Z][a-z]*\)*$/;
const LARGE_OR_MARKED = /^(?:\w+\()+|^\\|^[A-Z]$/;

/** A probability takes the name, or the same letter takes something else. */
const takesOtherwise = (document: DocumentMeaning, { base: letter }: SymbolUse, { base, tex }: SymbolUse): boolean => document.links.some(({ unit, lhs, rhs }) =>
  unit === document.evidence.unitAt(lhs.span.start) && [lhs, rhs].some(({ expr }) => find(expr, (e) => e.kind === 'product' && e.factors.some((factor, i) => {
    const body = e.factors[i + 1];
    if (body?.kind !== 'group') return false;
    if (factor.kind === 'name' && /^(?:P|Pr|\\Pr)$/.test(factor.letter) && factor.letter !== letter) return mentionsBase(body, base, document);
    return symbolUse(factor, contextOf(document))?.base === letter && body.items.length === 1 && print(body.items[0]) !== tex;
  })) !== undefined));

/** It mentions the name, or what is bound to a name of it does. */
function reachesBase(document: DocumentMeaning, body: Expr, base: string, seen: Set<string> = new Set()): boolean {
  if (mentionsBase(body, base, document)) return true;
  let found = false;
  visitSymbols(body, contextOf(document), (use) => {
    if (found || seen.has(use.base)) return;
    seen.add(use.base);
    found = document.bindings.get(use.base)?.some(({ expr }) => reachesBase(document, expr, base, seen)) ?? false;
  });
  return found;
}

/** `f(x) = f(a) + f'(\xi)(x - a)`, or `e_{n+1}` by some \xi_n where e_n is known: what exists somewhere defines no function and no later step. */
function saysExistence(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, { use }: Head): boolean {
  const isKnown = mentions(rhs.expr, keyOf(use), document) || (use.time !== undefined && document.bindings.get(use.base)?.some((b) => b.unit === unit && b.at < lhs.span.start && b.time?.letter === use.time?.letter));
  let exists = false;
  if (isKnown) visitSymbols(rhs.expr, contextOf(document), (inner) => { exists ||= isExistential(document, inner, lhs.span.start); });
  return exists;
}

/** A name for a probability that is not computed: of its value the bounds are known. */
function namesProbability({ declarations }: DocumentMeaning, link: LinkSyntax, { base }: SymbolUse, of: 'event' | 'density'): Role {
  declarations.domains.push({ base, at: link.lhs.span.start, unit: link.unit, value: of === 'event' ? 'unit' : 'positive' });
  return { role: 'notation', kind: 'definition', verdict: 'definition', message: 'Names a probability.' };
}

/** No heading stands between the two places. */
function sameSection(document: DocumentMeaning, a: number, b: number): boolean {
  return !document.parts.blocks.some((block) => block.kind === 'section' && block.span.start > a && block.span.start <= b);
}

/** `y_i = w x_i + b + \epsilon_i`: data with additive noise are given, and no function of the parameters. */
function isModel(document: DocumentMeaning, expr: Expr): boolean {
  return expr.kind === 'sum' && expr.terms.some((term) => {
    const use = symbolUse(term.expr, contextOf(document));
    return !!use && use.slots.length > 0 && (/^\\(?:epsilon|varepsilon|xi|eta)$/.test(use.family) || document.declarations.distributions.some((d) => d.base === use.base));
  });
}

const stepKind = (use: SymbolUse, kind: LinkKind): LinkKind => (use.time && use.time.shift > 0 ? 'update-rule' : kind);

/** `f(x^*) = 0` of a function without a definition states a value. */
function rootOf(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const { lhs, rhs } = link;
  if (!isValue(rhs.expr) || lhs.expr.kind !== 'product' || lhs.expr.factors.length !== 2 || lhs.expr.factors[1].kind !== 'group' || link.position > 0) return undefined;
  const head = lhs.expr.factors[0];
  const fn = symbolUse(head.kind === 'scripted' ? { ...head, primes: 0 } : head, contextOf(document));
  if (!fn || !document.surroundings.isFunction(fn.base, lhs.span.start) || document.bindings.has(fn.base) || document.surroundings.declarations.parity(fn.base, lhs.span.start)) return undefined;
  return { role: 'notation', kind: 'stationarity', verdict: 'assumption', message: 'States a value.' };
}

/** `x_1 = u` names an entry; where the entry is known it is a claim. */
function entryClaim(document: DocumentMeaning, use: SymbolUse, link: LinkSyntax): Role | undefined {
  const known = document.surroundings.lookup(use.base, use.time, link.lhs.span.start, false);
  if (known?.unit === link.unit) return undefined;
  const other = symbolUse(link.rhs.expr, contextOf(document));
  if (other && !other.slots.length && !other.modifiers.length && !document.bindings.get(other.base)?.some((b) => b.unit === link.unit)) {
    return { role: 'definition', kind: 'definition', binding: { ...bindingOf(document, link, { use: other, params: [] }, link.lhs.expr), own: true, tex: other.tex } };
  }
  return { role: 'notation', kind: 'definition', verdict: 'definition', message: 'Names an entry.' };
}

/** `\phi_k(x) = …`: one function for each k. */
function familyHead(document: DocumentMeaning, expr: Expr): string | undefined {
  if (expr.kind !== 'product' || expr.factors.length !== 2 || expr.signs[0] !== 'implicit' || expr.factors[1].kind !== 'group' || expr.factors[1].open !== '(') return undefined;
  const use = symbolUse(expr.factors[0], contextOf(document));
  return use?.slots.some((slot) => slot.kind === 'index') && !use.modifiers.length && expr.factors[1].items.every((item) => item.kind === 'name') && document.surroundings.isFunction(use.base, expr.span.start) ? use.base : undefined;
}

interface Head { use: SymbolUse; params: SymbolUse[]; /** The left side is a function of the name: its value by that of the left side. */ solved?: (value: Expr) => Expr }

/** The name that a left side can bind: a name with distinct index letters, or a call of plain names. */
function headOf(document: DocumentMeaning, expr: Expr): Head | undefined {
  const context = contextOf(document);
  const logged = expr.kind === 'apply' && /^(?:log|ln)$/.test(expr.fn) && !expr.sub.length && !expr.power ? headOf(document, expr.arg) : undefined;
  if (logged) return document.bindings.has(logged.use.base) || (!logged.params.length && isNamedElsewhere(document, logged.use, expr)) ? undefined : { ...logged, solved: exponential };
  const use = symbolUse(expr, context);
  if (use?.modifiers.length === 1 && use.modifiers[0].kind === 'inverse' && !use.slots.length && use.base !== 'e' && !isNamedElsewhere(document, use, expr)) return { use: { ...use, modifiers: [] }, params: [], solved: reciprocal };
  if (use) return use.modifiers.length === 0 && distinct(use) ? { use, params: [] } : undefined;
  if (expr.kind !== 'product' || expr.factors.length !== 2 || expr.signs[0] !== 'implicit') return undefined;
  const [head, body] = expr.factors;
  const fn = symbolUse(head, context);
  if (!fn || fn.modifiers.length || fn.slots.length || body.kind !== 'group' || body.open !== '(') return entryHead(document, head, body);
  const chance = chanceOf(head, body);
  if (chance) return { use: { ...fn, base: chance, family: chance, tex: chance }, params: [] };
  if (!document.surroundings.isFunction(fn.base, expr.span.start) || isExpectationCall(document, expr)) return undefined;
  const params = body.items.map((item) => symbolUse(item, context));
  if (params.every((p): p is SymbolUse => !!p && (p.modifiers.length === 0 || isVariance(p)) && p.slots.length === 0 && !p.time && !/\^/.test(p.base)) && new Set(params.map((p) => keyOf(p))).size === params.length) return { use: fn, params };
  return body.items.length === 1 && body.items[0].kind === 'nabla' ? { use: { ...fn, base: `${fn.base}(${print(body.items[0])})` }, params: [] } : undefined;
}

const grouped = (value: Expr): Group => ({ kind: 'group', open: '(', items: [value], span: value.span });
const exponential = (value: Expr): Expr => ({ kind: 'apply', fn: 'exp', arg: grouped(value), sub: [], span: value.span });
const reciprocal = (value: Expr): Expr => ({ kind: 'scripted', base: grouped(value), sub: [], sup: [MINUS_ONE], primes: 0, span: value.span });
const MINUS_ONE: Expr = { kind: 'sum', terms: [{ sign: -1, expr: { kind: 'num', value: 1, text: '1', digits: 0, span: NOWHERE } }], span: NOWHERE };

/** Bound, declared, or seen before: then the left side claims something of it. */
function isNamedElsewhere(document: DocumentMeaning, { base, family }: SymbolUse, expr: Expr): boolean {
  const { domains, shapes } = document.declarations;
  const unit = document.evidence.unitAt(expr.span.start);
  const seen = ['bare', 'matrix'].some((topic) => (document.evidence.seen.get(`${topic} ${family}`) ?? []).some((o) => o.unit === unit && o.at < expr.span.start));
  return document.bindings.has(base) || seen || [...domains, ...shapes].some((d) => d.base === base && d.unit === unit);
}

/** `\sigma(z)_i = …` defines the entries of a function's value. */
function entryHead(document: DocumentMeaning, head: Expr, body: Expr): Head | undefined {
  if (body.kind !== 'scripted' || body.base.kind !== 'group' || body.sup.length || !body.sub.every((s) => s.kind === 'name')) return undefined;
  const whole = headOf(document, { kind: 'product', factors: [head, body.base], signs: ['implicit'], span: body.span });
  const letters = body.sub.flatMap((s) => (s.kind === 'name' ? [s.letter] : []));
  return whole?.params.length ? { ...whole, use: { ...whole.use, slots: letters.map((letter) => ({ kind: 'index', letter, shift: 0 })) } } : undefined;
}

const distinct = (use: SymbolUse): boolean => {
  const letters = use.slots.map((slot) => (slot.kind === 'index' ? slot.letter : slot.kind === 'entry' ? String(slot.value) : ''));
  return new Set(letters).size === letters.length && use.slots.every((slot) => slot.kind === 'entry' || (slot.kind === 'index' && slot.shift === 0));
};

/** In `a(\eta) = -\log(1 - \phi) = \log(1 + e^\eta)` the first member that has the parameters says what the function is. */
function bodyOf(document: DocumentMeaning, link: LinkSyntax, { params }: Head): Expr {
  const members = link.statement.members.slice(link.position + 1).map((member) => member.expr);
  return (params.length && members.find((member) => params.some((param) => mentionsBase(member, param.base, document)))) || link.rhs.expr;
}

function bindingOf(document: DocumentMeaning, link: LinkSyntax, head: Head, expr: Expr = bodyOf(document, link, head)): Binding {
  const slots = head.use.slots.map((slot) => (slot.kind === 'index' ? slot.letter : ''));
  const recursive = head.use.time !== undefined && mentionsFamily(expr, head.use.base, document);
  return { base: head.use.base, ...(head.use.time ? { time: head.use.time } : {}), slots, params: head.params, expr: head.solved ? head.solved(expr) : expr, at: link.lhs.span.start, unit: link.unit, block: link.block, recursive, own: isValue(expr), isValue: isValue(expr) && head.params.length === 0, tex: head.use.tex };
}

function boundBefore(document: DocumentMeaning, binding: Binding): Binding | undefined {
  const list = document.bindings.get(binding.base) ?? [];
  const same = list.filter((b) => b.at < binding.at && (b.time === undefined) === (binding.time === undefined) && b.time?.letter === binding.time?.letter && b.time?.shift === binding.time?.shift);
  return same.sort((a, b) => a.at - b.at)[same.length - 1];
}

/** `… = \delta_1` where the name on the right is new: it is named by what stands on the left. */
function reversed(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const use = symbolUse(link.rhs.expr, contextOf(document));
  if (!use || use.modifiers.length || use.slots.length || /^(?:e|\\pi|[I01])$/.test(use.base) || link.position !== link.statement.relations.length - 1) return undefined;
  if (mentionsBase(link.lhs.expr, use.base, document) || isDemanded(document, link)) return undefined;
  if (document.given.some(({ unit, expr }) => unit === link.unit && mentionsBase(expr, use.base, document))) return undefined;
  if (document.bindings.has(use.base) || occursBefore(document, use.base, link) || occursBefore(document, use.base.toLowerCase(), link)) return undefined;
  const probability = probabilityIn(link.lhs.expr);
  if (probability) return namesProbability(document, link, use, probability);
  const binding: Binding = { ...bindingOf(document, link, { use, params: [] }, link.lhs.expr), at: link.rhs.span.start };
  return { role: 'definition', kind: 'definition', binding };
}

function occursBefore(document: DocumentMeaning, base: string, link: LinkSyntax): boolean {
  for (const other of document.links) {
    if (other.statement === link.statement) return false;
    for (const member of other.statement.members) if (mentionsBase(member.expr, base, document)) return true;
  }
  return false;
}

// ── what a right side leads to ──

/** Whether an expression mentions exactly this symbol. */
function mentions(expr: Expr, key: string, document: DocumentMeaning): boolean {
  let found = false;
  visitSymbols(expr, contextOf(document), (use) => { found ||= keyOf(use) === key; });
  return found;
}
function mentionsBase(expr: Expr, base: string, document: DocumentMeaning): boolean {
  let found = false;
  visitSymbols(expr, contextOf(document), (use) => { found ||= use.base === base; });
  return found;
}
const mentionsFamily = mentionsBase;

/** The definitions that a right side rests on lead back to the name: it is solved for, not bound. */
function leadsBack(document: DocumentMeaning, link: LinkSyntax, use: SymbolUse): boolean {
  const key = keyOf(use);
  const seen = new Set<string>();
  const stack: Expr[] = [link.rhs.expr];
  const context = contextOf(document);
  let found = false;
  for (let expr = stack.pop(); expr && !found; expr = stack.pop()) {
    const top = expr === link.rhs.expr;
    visitSymbols(expr, context, (inner) => {
      if (keyOf(inner) === key && !top) { found = true; return; }
      const binding = document.surroundings.lookup(inner.base, inner.time, link.lhs.span.start, true);
      const id = binding ? `${binding.base}@${binding.at}` : '';
      const sameTime = binding?.time?.shift === inner.time?.shift;
      if (binding && sameTime && binding.at < link.lhs.span.start && !seen.has(id) && !binding.recursive) { seen.add(id); stack.push(binding.expr); }
    });
  }
  return found;
}

/** A gradient by this variable was set to zero before: what follows solves for it. */
function solvedFor(document: DocumentMeaning, link: LinkSyntax, use: SymbolUse): boolean {
  const bare = optimumOf(use.base) ?? use.base;
  return document.stationary.some((s) => s.unit === link.unit && s.at < link.lhs.span.start && s.variables.some((v) => v.base === use.base || v.base === bare) && restsOnKnown(document, link, s));
}

/** A solution is made of what its equation is made of; other letters make it a definition. */
function restsOnKnown(document: DocumentMeaning, link: LinkSyntax, s: Stationarity): boolean {
  const known = new Set<string>();
  const stack: Expr[] = [s.expr];
  for (let expr = stack.pop(); expr; expr = stack.pop()) visitSymbols(expr, contextOf(document), (use) => {
    if (known.has(use.base)) return;
    known.add(use.base);
    for (const b of document.bindings.get(use.base) ?? []) stack.push(b.expr);
  });
  const bound = new Set<string>();
  visit(link.rhs.expr, (e) => { if (e.kind === 'big') for (const letter of sumLetters(e)) bound.add(letter); });
  let all = true;
  visitSymbols(link.rhs.expr, contextOf(document), (use) => { all &&= known.has(use.base) || bound.has(use.base) || document.bindings.has(use.base) || /^[A-Z]$/.test(use.base) || /^(?:bar|hat)\(/.test(use.base); });
  return all;
}

// ── kinds ──

const isValue = (expr: Expr): boolean => expr.kind === 'num' || (expr.kind === 'sum' && expr.terms.length === 1 && expr.terms[0].expr.kind === 'num');

/** `i = k`, `n = 1`: about indices and sizes. */
function isIndexCondition(document: DocumentMeaning, link: LinkSyntax): boolean {
  const { lhs, rhs } = link;
  if (lhs.expr.kind !== 'name' || lhs.expr.accents.length || link.statement.members.length > 2) return false;
  const letter = lhs.expr.letter;
  const at = lhs.span.start;
  const isIndex = /^[i-n]$/.test(letter) && distance(document.evidence, `sum ${letter}`, at) < Infinity;
  const isSize = distance(document.evidence, `size ${letter}`, at) < Infinity && !document.bindings.has(letter);
  if (rhs.expr.kind === 'name' && /^[i-n]$/.test(rhs.expr.letter) && /^[i-n]$/.test(letter)) return true;
  return (isIndex || isSize) && isValue(rhs.expr);
}

function isRange(document: DocumentMeaning, link: LinkSyntax): boolean {
  return [link.lhs.expr, link.rhs.expr].some((e) => e.kind === 'name' && /^[i-nt]$/.test(e.letter) && distance(document.evidence, `bare ${e.letter}`, e.span.start) >= 0 && !document.bindings.has(e.letter)) &&
    [link.lhs.expr, link.rhs.expr].every((e) => e.kind === 'num' || e.kind === 'name');
}

export function kindOf(link: LinkSyntax): LinkKind {
  const both = [link.lhs.expr, link.rhs.expr];
  const has = (kind: Expr['kind']) => both.some((e) => find(e, (x) => x.kind === kind));
  if (both.some((e) => find(e, (x) => x.kind === 'product' && x.factors.some((f, i) => isExpectationHead(f) && x.factors[i + 1]?.kind === 'group' && x.factors[i + 1].kind === 'group')))) return 'expectation';
  if (both.some((e) => find(e, (x) => x.kind === 'big' && x.op === 'lim'))) return 'limit';
  if (has('derivative') || has('nabla') || both.some((e) => find(e, (x) => x.kind === 'scripted' && x.primes > 0))) return 'derivative';
  return both.every((e) => !find(e, (x) => x.kind === 'name' && x.letter !== '\\pi' && x.letter !== 'e')) ? 'numeric' : 'claim';
}

const isExpectationHead = (e: Expr): boolean => e.kind === 'name' && e.letter === 'E';
