/** The names that a left side can bind, and what they are bound to. */
import * as build from '../../notation/build';
import { type Expr, type Group, isGroup, isLog, isNabla, isName, isScripted, isSum, negated, NOWHERE, pairOf } from '../../notation/expression';
import { print } from '../../notation/print';
import { isChance } from '../chances';
import { isBetweenLaws } from '../divergences';
import { type DocumentMeaning, type LinkSyntax, startOf } from '../document';
import { chanceOf, isExpectationCall } from '../premises';
import { contextOf, isVariance, keyOf, type SymbolUse, symbolUse } from '../symbols';
import { type Binding, isWorkedOut } from '../world';
import { isValue } from './kinds';
import { mentionsBase } from './mentions';

export interface Head { use: SymbolUse; params: SymbolUse[]; /** The left side is a function of the name: its value by that of the left side. */ solved?: (value: Expr) => Expr }

/** The name that a left side can bind: a name with distinct index letters, or a call of plain names, `\phi_k(x)` for each k. */
export function headOf(document: DocumentMeaning, expr: Expr): Head | undefined {
  const context = contextOf(document);
  const logged = isLog(expr) && !expr.sub.length && !expr.power ? headOf(document, expr.arg) : undefined;
  if (logged) return document.bindings.get(logged.use.base)?.some(({ unit }) => unit === document.traces.unitAt(expr.span.start)) || (!logged.params.length && isNamedElsewhere(document, logged.use, expr)) ? undefined : { ...logged, solved: exponential };
  const use = symbolUse(expr, context);
  if (use?.modifiers.length === 1 && use.modifiers[0].kind === 'inverse' && !use.slots.length && use.base !== 'e' && !isNamedElsewhere(document, use, expr)) return { use: { ...use, modifiers: [] }, params: [], solved: reciprocal };
  if (use) return use.modifiers.length === 0 && distinct(use) ? { use, params: [] } : undefined;
  const [head, body] = pairOf(expr, 'implicit');
  if (!head) return undefined;
  const fn = symbolUse(head, context);
  if (!fn || fn.modifiers.length || !fn.slots.every(({ kind }) => kind === 'index') || !distinct(fn) || !isGroup(body, '(')) return entryHead(document, head, body);
  if (isBetweenLaws(document, head, body)) return undefined;
  const chance = chanceOf(head, body);
  if (chance) return { use: { ...fn, base: chance, family: chance, tex: chance }, params: [] };
  if (!document.surroundings.isFunction(fn.base, expr.span.start) || isExpectationCall(document, expr)) return undefined;
  const params = body.contents.map((item) => symbolUse(item, context));
  if (params.every((p): p is SymbolUse => !!p && (p.modifiers.length === 0 || isVariance(p)) && p.slots.length === 0 && !p.time && !/\^/.test(p.base)) && new Set(params.map((p) => keyOf(p))).size === params.length) return { use: fn, params };
  return body.contents.length === 1 && isNabla(body.contents[0]) ? { use: { ...fn, base: `${fn.base}(${print(body.contents[0])})` }, params: [] } : undefined;
}

/** `\sigma(z)_i = …` defines the entries of a function's value. */
function entryHead(document: DocumentMeaning, head: Expr, body: Expr): Head | undefined {
  if (!isScripted(body) || !isGroup(body.base) || body.sup.length || !body.sub.every(isName)) return undefined;
  const whole = headOf(document, build.product([head, body.base], body.span));
  const letters = body.sub.flatMap((s) => (isName(s) ? [s.letter] : []));
  return whole?.params.length ? { ...whole, use: { ...whole.use, slots: letters.map((letter) => ({ kind: 'index', letter, shift: 0 })) } } : undefined;
}

/** Bound, declared, or seen before: then the left side claims something of it. */
function isNamedElsewhere(document: DocumentMeaning, { base, family }: SymbolUse, expr: Expr): boolean {
  const { domains, shapes } = document.declarations;
  const unit = document.traces.unitAt(expr.span.start);
  const seen = ['bare', 'matrix'].some((topic) => (document.traces.seen.get(`${topic} ${family}`) ?? []).some((o) => o.unit === unit && o.at < expr.span.start));
  return document.bindings.has(base) || seen || [...domains, ...shapes].some((d) => d.base === base && d.unit === unit);
}

const distinct = (use: SymbolUse): boolean => {
  const letters = use.slots.map((slot) => (slot.kind === 'index' ? slot.letter : slot.kind === 'entry' ? String(slot.value) : ''));
  return new Set(letters).size === letters.length && use.slots.every((slot) => slot.kind === 'entry' || (slot.kind === 'index' && slot.shift === 0));
};

const grouped = (value: Expr): Group => build.group(value);
const exponential = (value: Expr): Expr => build.apply('exp', grouped(value), value.span);
const reciprocal = (value: Expr): Expr => build.power(grouped(value), MINUS_ONE, value.span);
const MINUS_ONE: Expr = build.negative(build.number(1, NOWHERE), NOWHERE);

/** `p(o \mid c)`, `-\log P(O = o \mid C = c)`. */
function isGivenChance(expr: Expr): boolean {
  const positive = negated(expr) ?? expr;
  if (isLog(positive)) return isGivenChance(positive.arg);
  const [head, body] = pairOf(expr);
  return head !== undefined && isChance(head, body) && body.given !== undefined;
}

export function bindingOf(document: DocumentMeaning, link: LinkSyntax, head: Head, expr: Expr = bodyOf(document, link, head)): Binding {
  const slots = head.use.slots.map((slot) => (slot.kind === 'index' ? slot.letter : ''));
  const recursive = head.use.time !== undefined && mentionsBase(expr, head.use.base, document);
  const noise = head.params.length === 0 ? noiseIn(document, expr) : undefined;
  return { base: head.use.base, ...(head.use.time ? { time: head.use.time } : {}), slots, params: head.params, expr: head.solved ? head.solved(expr) : expr, at: startOf(link), unit: link.unit, block: link.block, recursive, own: isWorkedOut({ params: head.params, expr }), ...(noise ? { noise: noise.base } : {}), isValue: isValue(expr) && head.params.length === 0, tex: head.use.tex };
}

/** A letter of noise that is added, or a name with a distribution. */
export function noiseIn(document: DocumentMeaning, expr: Expr): SymbolUse | undefined {
  const uses = isSum(expr) ? expr.terms.flatMap((term) => symbolUse(term.expr, contextOf(document)) ?? []) : [];
  return uses.find(({ base, family }) => /^\\(?:epsilon|varepsilon|xi|eta)$/.test(family) || document.declarations.distributions.some((d) => d.base === base));
}

/** In `a(\eta) = -\log(1 - \phi) = \log(1 + e^\eta)` the first member that has the parameters, all of them if one has, says what the function is; in `\hat y_o = p(o \mid c) = \dots` what comes after the probability. */
function bodyOf(document: DocumentMeaning, link: LinkSyntax, { params }: Head): Expr {
  const members = link.statement.members.slice(link.position + 1).map((member) => member.expr);
  const has = (member: Expr) => ({ base }: SymbolUse): boolean => mentionsBase(member, base, document);
  return (params.length && (members.find((member) => params.every(has(member))) ?? members.find((member) => params.some(has(member))))) || members.find((member) => !isGivenChance(member)) || link.rhs.expr;
}

export function boundBefore(document: DocumentMeaning, binding: Binding): Binding | undefined {
  const list = document.bindings.get(binding.base) ?? [];
  const same = list.filter((b) => b.at < binding.at && (b.time === undefined) === (binding.time === undefined) && b.time?.letter === binding.time?.letter && b.time?.shift === binding.time?.shift);
  return same.sort((a, b) => a.at - b.at)[same.length - 1];
}
