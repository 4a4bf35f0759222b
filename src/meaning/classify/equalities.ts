/** What an equality does: the first of these cases that it is. */
import { callsIn, type Expr, hasPart, isClosed, isName, isSymbol, summandsOf } from '../../notation/expression';
import { print } from '../../notation/print';
import type { LinkKind } from '../../report';
import { speaksOfDifferentials } from '../differentials';
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../document';
import { lawsIn } from '../laws';
import { withoutOrders } from '../orderterms';
import { isPiece, joined } from '../pieces';
import { isCase, isDemanded, isExistential, isGoal, probabilityIn } from '../premises';
import { contextOf, hasSymbol, incremented, isNumbered, keyOf, partialBy, type SymbolUse, symbolUse } from '../symbols';
import type { Binding } from '../world';
import { bindingOf, boundBefore, type Head, headOf } from './heads';
import { isValue, kindOf, stepKind } from './kinds';
import { mentions, mentionsBase } from './mentions';
import { bindsRight, entryClaim, givesDiagonal, isModel, namesEntries, namesProbability, reversed } from './named';
import { assumes, claims, names, type Role } from './role';
import { isConcludedLater, leadsBack, solvedFor } from './solved';
import { parityStated, symmetryStated } from './symmetry';
import { isOfChance, statesWhole } from './whole';
import { countsUp, isFunctionOf, isIndexCondition, isOfNumbers, isOneOfSeveral, listedValues, particular, rootOf, takesWhole } from './values';

type Case<Asked extends unknown[]> = (document: DocumentMeaning, link: LinkSyntax, kind: LinkKind, ...asked: Asked) => Role | undefined | false;

/** What a link would bind; `earlier` is what the name is bound to before, `here` the same in this exercise. */
interface Bound { binding: Binding; earlier: Binding | undefined; here: Binding | undefined }

export function equality(document: DocumentMeaning, link: LinkSyntax): Role {
  const kind = kindOf(link);
  const told = firstOf(BY_FORM, document, link, kind);
  if (told) return told;
  const head = headOf(document, link.lhs.expr);
  if (!head) return rootOf(document, link) ?? givesDiagonal(document, link) ?? reversed(document, link) ?? claims(kind);
  return firstOf(BY_NAME, document, link, kind, head) ?? binds(document, link, kind, head);
}

function binds(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind, head: Head): Role {
  const binding = bindingOf(document, link, head);
  const earlier = boundBefore(document, binding);
  const here = earlier?.unit === binding.unit ? earlier : undefined;
  return firstOf(BY_BINDING, document, link, kind, head, { binding, earlier, here }) ?? { role: 'definition', kind: stepKind(head.use, isValue(link.rhs.expr) ? 'numeric' : 'definition'), binding };
}

function firstOf<Asked extends unknown[]>(cases: readonly Case<Asked>[], ...asked: Parameters<Case<Asked>>): Role | undefined {
  for (const isIt of cases) {
    const role = isIt(...asked);
    if (role) return role;
  }
  return undefined;
}

/** Told by how the line is written, whatever its left side is. */
const BY_FORM: readonly Case<[]>[] = [
  (_, { lhs, rhs }, kind) => (lhs.expr.kind === 'unread' || rhs.expr.kind === 'unread') && claims(kind),
  bindsRight,
  (document, link) => isIndexCondition(document, link) && assumes('A condition.'),
  listedValues,
  parityStated,
  symmetryStated,
  (document, { lhs }) => partialBy(lhs.expr, (family) => document.surroundings.lookup(family, undefined, lhs.span.start, false)?.params) && claims('derivative'),
];

/** Told by the name on the left and what stands on the right. */
const BY_NAME: readonly Case<[Head]>[] = [
  // `\frac{e^z}{1 + e^z} = \sigma(z) = p` says what p is.
  (document, link, kind, head) => head.use.base === '\\sigma' && isKnownByNow(document, link, head, link.rhs.expr) && claims(kind),
  (document, link, _, head) => isCall(document, link, head) && isOfNumbers(link.rhs.expr) && isFunctionOf(document, head) && particular(document, link, head),
  // The x_1 of `f(x_1) = \frac12` is one point; `\log P(A) = \log 0.3` says as little of other events.
  (document, link, _, head) => (head.use.slots.length > 0 ? isValue(valueOfAll(link)) : (isValue(link.rhs.expr) || (isClosed(link.rhs.expr) && (head.solved !== undefined || head.params.some(isNumbered)))) && isCall(document, link, head)) && assumes('States a value.'),
  namesEntries,
  (document, link, kind, { use }) => use.slots.some((slot) => slot.kind === 'entry') && (entryClaim(document, use, link) ?? claims(kind)),
  (document, link, _, { params }) => !params.length && isSymbol(link.rhs.expr) && (isCase(document, link) || isDemanded(document, link)) && assumes('A condition.'),
  (document, link, _, { use, params }) => { const of = params.length ? undefined : probabilityIn(link.rhs.expr); return of && namesProbability(document, link, use, of); },
  (document, link) => isModel(document, link.rhs.expr) && assumes('States a model with noise.'),
  (document, link) => isOneOfSeveral(document, link) && assumes('States a value.'),
  (document, link, _, { use }) => countsUp(document, link.rhs.expr) && takesWhole(document, link, use),
  (document, link, _, head) => isIncrement(document, link, head) && claims('derivative'),
];

/** Told by what the line would bind, and what the name is bound to before. */
const BY_BINDING: readonly Case<[Head, Bound]>[] = [
  // In `\frac{1}{1 + e^{-z}} = \sigma(z) = p` the function is known by then.
  (document, link, kind, head, { binding }) => isKnownByNow(document, link, head, binding.expr) && claims(kind),
  (document, _, __, head, { binding }) => statesWhole(document, head, binding.expr) && (isOfChance(head) ? claims('expectation') : names('Defines it for this name.')),
  (document, link, kind, head) => saysExistence(document, link, head) && claims(stepKind(head.use, kind)),
  // `p(x, z) = p(x \mid z) p(z)` is of one law.
  (document, link, kind, { use }) => mentions(link.rhs.expr, keyOf(use), document) && lawsIn(document.surroundings, exprsOf(link)).has(use.base) && claims(kind),
  (document, link, kind, { use, params }, { earlier }) => relatesValues(link.rhs.expr, use, params, document) && (earlier ? claims(kind) : assumes(`States a property of ${use.tex}.`)),
  (document, link, _, { use }) => mentions(link.rhs.expr, keyOf(use), document) && (isOfLaterStep(document, link, use) ? claims('update-rule') : { role: 'step', kind: 'update-rule' }),
  (document, link, kind, { use }) => isGoal(document, link) && isConcludedLater(document, link, use) && claims(stepKind(use, kind)),
  (document, { relation }, kind, { use }, { binding, here }) => here && relation.name !== 'assign' && isDerivative(here.expr) && sameSection(document, here.at, binding.at) && claims(stepKind(use, kind)),
  (document, link, _, __, { binding, here }) => { const whole = here && joined(document, link, binding, here); return whole && { role: 'definition', kind: 'definition', binding: whole }; },
  // What leaves something out says no more of a known function than a claim does.
  (document, link, kind, { use, params }, { earlier }) => (earlier || use.base === '\\sigma') && params.length > 0 && withoutOrders(link.rhs.expr, contextOf(document)).terms.length > 0 && claims(kind),
  // The a of `g(a)` beside `g(x) = f(x) - f(a)` is one place.
  (document, _, kind, { use, params }, { here }) => !!here?.params.length && params.some(({ base }) => mentionsBase(here.expr, base, document) && !here.params.some((param) => param.base === base)) && claims(stepKind(use, kind)),
  (_, __, kind, { use }, { binding, here }) => here && { role: 'restatement', kind: stepKind(use, kind), binding, earlier: here },
  (document, link, kind, { use }) => solvedFor(document, link, use) && claims(kind),
  (document, link, kind, { use, params }) => !params.length && leadsBack(document, link, use) && claims(kind),
];

// ── what the cases ask ──

/** The 1 of `b_1 = b_2 = b_3 = 1`, which is said of each of them. */
function valueOfAll({ rhs, position, statement: { members, relations } }: LinkSyntax): Expr {
  const others = members.slice(position + 1).map(({ expr }) => expr);
  return others.slice(0, -1).every(isSymbol) && relations.slice(position).every(({ name }) => name === 'equal') ? others[others.length - 1] : rhs.expr;
}

const isDerivative = (expr: Expr): boolean => hasPart(expr, ({ kind }) => kind === 'derivative' || kind === 'nabla');

/** `x_{k+1} = x_{k+1} + \dots` gives no new value. */
const isOfLaterStep = (document: DocumentMeaning, { relation, rhs }: LinkSyntax, use: SymbolUse): boolean =>
  relation.name === 'equal' && (use.time?.shift ?? 0) > 0 && summandsOf(rhs.expr).some((term) => { const same = symbolUse(term, contextOf(document)); return same && keyOf(same) === keyOf(use); });

/** A function at its arguments, and no piece of its definition. */
const isCall = (document: DocumentMeaning, link: LinkSyntax, { params }: Head): boolean => params.length > 0 && !isPiece(document, link);

/** `p(x, y) = p(x) p(y)`: values of one function at its own parameters; one at `n - 1`, or at the next state, is another step's. */
const relatesValues = (expr: Expr, { base }: SymbolUse, params: readonly SymbolUse[], document: DocumentMeaning): boolean =>
  hasPart(expr, (part) => callsIn(part).some(({ head, body }) => {
    const use = symbolUse(head, contextOf(document));
    return use?.base === base && use.slots.length === 0 && body.contents.every((item) => isName(item) && params.some((param) => param.tex === print(item)));
  }));

/** A function in the middle of a chain, of whose parameters the right side says nothing. */
const isKnownByNow = (document: DocumentMeaning, link: LinkSyntax, { params }: Head, body: Expr): boolean =>
  link.position > 0 && params.length > 0 && !params.some((param) => mentionsBase(body, param.base, document));

/** `dR = A\,dX` of a known R that is made of X says how R changes, and is no name for it. */
function isIncrement(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, { use }: Head): boolean {
  const stem = incremented(use);
  if (!stem || !speaksOfDifferentials(document.traces, lhs.span.start)) return false;
  const given = document.bindings.get(stem.base)?.filter((binding) => binding.unit === unit && binding.at < lhs.span.start).pop();
  return given !== undefined && hasSymbol(rhs.expr, contextOf(document), (inner) => { const part = incremented(inner); return part !== undefined && mentionsBase(given.expr, part.base, document); });
}

/** `f(x) = f(a) + f'(\xi)(x - a)`, or `e_{n+1}` by some \xi_n where e_n is known: what exists somewhere defines no function and no later step. */
function saysExistence(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, { use }: Head): boolean {
  const isKnown = mentions(rhs.expr, keyOf(use), document) || (use.time !== undefined && document.bindings.get(use.base)?.some((b) => b.unit === unit && b.at < lhs.span.start && b.time?.letter === use.time?.letter));
  return isKnown === true && hasSymbol(rhs.expr, contextOf(document), (inner) => isExistential(document, inner, lhs.span.start));
}

/** No heading stands between the two places. */
const sameSection = (document: DocumentMeaning, a: number, b: number): boolean =>
  !document.parts.blocks.some(({ kind, span }) => kind === 'section' && span.start > a && span.start <= b);
