/** A line that differs, read otherwise: with names held fixed, by an earlier definition, under another activation. What holds so may be meant so. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { isValue } from '../meaning/classify/kinds';
import { near } from '../meaning/traces';
import { reaches } from '../meaning/names';
import { isExplained } from '../meaning/reach';
import { casesLeft } from '../meaning/provisos';
import { crossesSection } from '../meaning/sections';
import { contextOf, keyOf, type SymbolUse, symbolUse, usesIn } from '../meaning/symbols';
import { wordsBefore } from '../meaning/wording';
import { type Binding, type Reading, type SymbolInfo, type World, symbolsIn } from '../meaning/world';
import * as build from '../notation/build';
import { everyPart, type Expr, hasPart, isBig, isBracketed, isClosed, isDerivative, isGroup, isNabla, isName, isNumeral, isScripted, isProduct, isSum, isSymbol, pairOf, replace, variablesOf, withPair, withParts } from '../notation/expression';
import { print } from '../notation/print';
import { apartIn } from './assumed';
import { classesLeft, labelsOf } from './chosen';
import { contains } from './doubt/differing';
import { heldAt } from './doubt/held';
import { evaluate } from './evaluate';
import { inverted, isInverse } from './inverse';
import { leftOpen, notRead, SAID_LATER, type Assumption, type Judgement } from './judgement';
import { newSearch, type RankSearch, seedText, where } from './readings';
import { overFactors, overSteps, weighsSteps } from './sequence';

/** Other members in the link's place, or parts of the reading that are fixed. Where only what is verified counts, no reasons are looked for why a line that differs may still be right. `solved`: also where derivatives vanish. */
export interface Variant { lhs?: Expr; rhs?: Expr; fixed?: Partial<Reading>; search?: RankSearch; reasons?: boolean; solved?: boolean }

/** The part of a reading by which a name is what `by` says. */
export const boundBy = (by: Binding, name = by): Partial<Reading> => ({ branches: new Map([[keyOf(name), by]]) });

/** A line that was judged, and how it comes out under other parts of the reading. */
export interface Tried { document: DocumentMeaning; link: LinkSyntax; variant: Variant; again(change: Pick<Variant, 'lhs' | 'rhs' | 'fixed' | 'search' | 'reasons'>): Judgement }

type Refuted = Extract<Judgement, { verdict: 'refuted' }>;

/** What is found, or in its place what another reading says of the line. */
export function readOtherwise(tried: Tried, judgement: Judgement): Judgement {
  const found = OTHERWISE.reduce<Judgement>((found, other) => (found.verdict === 'refuted' ? other(tried, found) : found), withFactors(tried, withSteps(tried, withOpenLoss(tried, withInverse(tried, withNamesInside(tried, withRows(tried, withUnread(tried, withHeld(tried, judgement)))))))));
  return found.verdict === 'refuted' || (found.verdict === 'undecided' && found.bent) ? reachingOn(tried, found) : found;
}

const holds = (again: Tried['again'], change: Parameters<Tried['again']>[0]): boolean => again({ ...change, reasons: false }).verdict === 'verified';

/** Where words hold names fixed, what is derived is derived with these as they are. A name that a sum runs to, here or in a definition, is a size of any value, whatever it is bound to elsewhere. */
function withHeld({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  const isOpen = judgement.verdict !== 'verified' && !variant.fixed?.held;
  const held = isOpen ? heldAt(document, link) : [];
  const defining = judgement.verdict === 'refuted' ? symbolsIn(judgement.sides.world).flatMap(({ binding }) => (binding ? [binding.expr] : [])) : [];
  const [sizes, inner] = [exprsOf(link), defining].map((exprs) => (isOpen ? sizesIn(exprs).filter((name) => document.bindings.has(name)) : []));
  if (held.length + sizes.length + inner.length === 0) return judgement;
  const fixed = again({ fixed: { held: new Set([...held, ...sizes, ...inner]) } });
  if (fixed.verdict !== 'verified') return judgement.verdict === 'refuted' && held.length + sizes.length > 0 ? fixed : judgement;
  return { ...fixed, assumptions: [...fixed.assumptions, ...held.map((base): Assumption => ({ kind: 'condition', text: `${base} held fixed` }))] };
}

/** What holds whatever a name is holds of it where its definition, `\epsilon = \sum_{i : h(x_i) \ne y_i} w_i`, is not read: of any constant where that has no other name of the line, else however it depends on these. */
function withUnread({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  const [held, open] = [new Set(variant.fixed?.held), new Set(variant.fixed?.open)];
  let found = judgement;
  for (let unread = unreadName(document, link, found); unread && !held.has(unread.base) && !open.has(unread.base); unread = unreadName(document, link, found)) {
    const { base, isShared } = unread;
    const isVaried = exprsOf(link).some((expr) => hasPart(expr, (e) => (e.kind === 'derivative' || isNabla(e)) && usesIn(document, e.of)[0]?.base === base));
    (isVaried || isShared ? open : held).add(base);
    found = again({ fixed: { held, open } });
  }
  return found.verdict === 'verified' ? found : judgement;
}

/** The name with the definition in which something is not read, and whether that has other names of the line. */
function unreadName(document: DocumentMeaning, link: LinkSyntax, judgement: Judgement): { base: string; isShared: boolean } | undefined {
  const span = judgement.verdict === 'undecided' && judgement.reason.code === 'unread' ? judgement.reason.span : undefined;
  const isWithin = ({ span: { start, end } }: Expr): boolean => span !== undefined && start <= span.start && span.end <= end;
  const binding = exprsOf(link).some(isWithin) ? undefined : [...document.bindings.values()].flat().find(({ expr }) => isWithin(expr));
  const bases = new Set(usesIn(document, ...exprsOf(link)).map(({ base }) => base));
  const sharesNames = ({ expr, base }: Binding, seen: string[] = []): boolean => usesIn(document, expr).some((use) => use.base !== base && !seen.includes(use.base) && (bases.has(use.base) || document.bindings.get(use.base)?.some((b) => sharesNames(b, [...seen, base, use.base]))));
  return binding && { base: binding.base, isShared: sharesNames(binding) };
}

/** `\partial \hat y / \partial z` of `\hat y = \sigma(w^T x + b)`, where `z = w^T x + b`: what z stands for is z. */
function withNamesInside({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'undecided' || judgement.reason.code !== 'independent' || variant.fixed?.branches) return judgement;
  const defining = document.links.filter(({ unit, rhs, lhs }) => unit === link.unit && isSymbol(lhs.expr) && (isSum(rhs.expr) || isProduct(rhs.expr)) && document.bindings.get(symbolUse(lhs.expr, contextOf(document))?.base ?? '')?.some(({ expr }) => expr === rhs.expr));
  const named = new Map(defining.map(({ lhs, rhs }) => [print(rhs.expr), lhs.expr]));
  const inside = (expr: Expr): Expr => withParts(expr, (part) => named.get(print(part)) ?? inside(part));
  const all = named.size ? [...document.bindings.values()].flat().filter(({ unit }) => unit === link.unit) : [];
  const branches = new Map(all.flatMap((binding) => { const expr = inside(binding.expr); return print(expr) === print(binding.expr) ? [] : [[keyOf(binding), { ...binding, expr }] as const]; }));
  const found = branches.size ? again({ fixed: { branches } }) : judgement;
  return found.verdict === 'undecided' ? judgement : found;
}

/** `\frac{dt}{du} = -1` of `u = 1 - t`: one over the derivative the other way up. */
function withInverse({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  const reason = judgement.verdict === 'undecided' ? judgement.reason : undefined;
  if (reason?.code !== 'independent' || !isInverse(document, link, reason)) return judgement;
  const { lhs = link.lhs.expr, rhs = link.rhs.expr } = variant;
  const [left, right] = [lhs, rhs].map((side) => inverted(document, side, reason));
  const found = print(left) === print(lhs) && print(right) === print(rhs) ? judgement : again({ lhs: left, rhs: right, reasons: false });
  return found.verdict === 'verified' ? { ...found, assumptions: [...found.assumptions, { kind: 'condition', text: `${reason.of} by ${reason.by} is one over ${reason.by} by ${reason.of}` }] } : judgement;
}

/** `\partial C / \partial z^l` of a C that is defined by the last layer L alone: what holds however C depends on layer l holds of it. */
function withOpenLoss({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'undecided' || judgement.reason.code !== 'independent' || variant.fixed?.open) return judgement;
  const layersIn = (...exprs: Expr[]): string[] => usesIn(document, ...exprs).flatMap(({ time }) => time?.letter || []);
  const here = layersIn(...exprsOf(link));
  const isOfOthers = ({ unit, time, expr }: Binding): boolean => { const layers = layersIn(expr); return unit === link.unit && !time && layers.length > 0 && !layers.some((layer) => here.includes(layer)); };
  const open = [...document.derivatives.keys()].filter((base) => document.bindings.get(base)?.some(isOfOthers));
  const found = open.length ? again({ fixed: { open: new Set(open) } }) : judgement;
  if (found.verdict !== 'verified') return found.verdict === 'refuted' ? found : judgement;
  return { ...found, assumptions: [...found.assumptions, ...open.map((base): Assumption => ({ kind: 'condition', text: `${base} depends on the layer in any way` }))] };
}

/** `\partial L / \partial W = \sum_t \delta_t h_{t-1}^T` of the loss `L = \sum_t L_t` of a recurrence: over a few steps. Without the recurrence a line says something else. */
function withSteps({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  const steps = variant.fixed?.steps || heldAt(document, link).length > 0 ? undefined : overSteps(document, link);
  const open = notRead('whether other steps count as well');
  if (!steps) return judgement.verdict === 'refuted' && !variant.fixed?.steps && weighsSteps(document, link) ? open : judgement;
  if (judgement.verdict === 'verified' && (steps.isOfOneStep || !steps.isByStep)) return judgement;
  const found = again({ fixed: steps.fixed });
  if (found.verdict === 'verified' && (!steps.fewer || holds(again, { fixed: steps.fewer }))) return judgement.verdict === 'verified' ? judgement : found;
  const differs = (found.verdict === 'refuted' || (found.verdict === 'undecided' && !/^(?:unread|misfit)$/.test(found.reason.code))) && !steps.isOfOneStep;
  if (judgement.verdict === 'verified') return differs ? open : judgement;
  if (found.verdict !== 'refuted' || !steps.mayDiffer) return judgement.verdict === 'refuted' && !(differs && !steps.isByStep) ? open : judgement;
  return holds(again, { fixed: steps.direct }) ? open : found;
}

/** `\prod_{j=k+1}^t` over the steps of a recurrence: with a few factors, in either order. */
function withFactors({ document, link, variant, again }: Tried, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'undecided' || variant.fixed?.held) return judgement;
  const [most] = overFactors(document, link).find((variants) => variants.every((written) => holds(again, written))) ?? [];
  const found = most ? again(most) : judgement;
  return found.verdict === 'verified' ? { ...found, assumptions: [...found.assumptions, { kind: 'condition', text: 'three factors of the product' }] } : judgement;
}

/** `\partial \hat x_i / \partial x_i` of `\hat x_i = (x_i - \mu) / s`, where \mu and s depend on x as well, or `\partial z / \partial x` of `z = x^2 y` and `y = \sin x`: a partial derivative may hold them fixed. */
function byPart({ document, link, variant, again }: Tried, judgement: Refuted): Judgement {
  if (variant.fixed?.held) return judgement;
  return unlessHeld(besideVariables(document, link, judgement.sides.world), again, judgement);
}

/** `\partial L / \partial b = \partial L / \partial z_t` of a recursion: the derivative of one step holds what the step before has left. */
function withStateFixed({ link, variant, again }: Tried, judgement: Refuted): Judgement {
  if (variant.fixed?.held || !exprsOf(link).some(isDerivative)) return judgement;
  const { world } = judgement.sides;
  return unlessHeld(symbolsIn(world).flatMap(({ key, use }) => (use.time && use.time.letter !== '' && use.time.shift < 0 && world.definitions.has(key) ? [key] : [])), again, judgement);
}

/** `\sigma'(x) = \sigma(x)(1 - \sigma(x))` beside the vectors `x_t` of a sequence: the x of an identity may be any number; a capital hardly, save those that are only multiplied, as in `\frac{d}{dt} PQ = Q \frac{dP}{dt} + P \frac{dQ}{dt}`. */
function ofNumber({ document, link, variant, again }: Tried, judgement: Refuted): Judgement {
  const shaped = symbolsIn(judgement.sides.world).filter(({ axes, binding }) => axes.length > 0 && !binding).map(({ use }) => use);
  const { declarations } = document.surroundings;
  const isDeclared = ({ base }: SymbolUse): boolean => (declarations.shape(base, startOf(link)) ?? declarations.rank(base, startOf(link))) !== undefined;
  const isAlone = judgement.evaluation.leaves.length === 1 && shaped.length === 1 && !/^[A-Z]/.test(shaped[0].family) && exprsOf(link).some(isDerivative);
  if (shaped.length === 0 || !(isAlone || shaped.every((use) => isFactor(document, link, use))) || variant.search || shaped.some(isDeclared)) return judgement;
  const isMeant = holds(again, { search: { ...newSearch(), found: new Map(shaped.map(({ base }) => [base, 0])) } });
  return isMeant ? notRead(`whether ${shaped[0].tex} is a number`) : judgement;
}

/** Nothing but a product with another capital shows it as a matrix. */
function isFactor({ traces, surroundings: { declarations } }: DocumentMeaning, link: LinkSyntax, { base, family }: SymbolUse): boolean {
  const isShown = (topic: string): boolean => near(traces, `${topic} ${family}`, startOf(link));
  return isShown('multiplied') && !['matrix', 'weights', 'bold'].some(isShown) && declarations.domain(base, startOf(link)) === undefined;
}

/** Names with no more indices than the variable that stand beside it in the definition of what is differentiated, and depend on it. */
function besideVariables(document: DocumentMeaning, link: LinkSyntax, world: World): string[] {
  const infoOf = (expr: Expr): SymbolInfo | undefined => { const use = symbolUse(expr, contextOf(document)); return use && world.symbols.get(keyOf(use)); };
  return exprsOf(link).flatMap(everyPart).flatMap((e) => {
    const [of, by] = e.kind === 'derivative' && !e.total ? [infoOf(e.of), infoOf(e.by[0].expr)] : [];
    if (!of?.binding || !by) return [];
    const beside = usesIn(document, of.binding.expr);
    const variable = beside.find((use) => keyOf(use) === by.key);
    return variable ? beside.filter((use) => use.slots.length <= variable.slots.length && use.base !== variable.base && reaches(world, keyOf(use), by.key)).map(({ base }) => base) : [];
  });
}

/** What is false by one definition of a name, and true by another one before the line, may mean that one. */
export function amongDefinitions({ document, link, variant, again }: Tried, judgement: Refuted): Judgement {
  if (variant.fixed?.branches) return judgement;
  for (const { binding, use } of judgement.sides.world.symbols.values()) {
    if (!binding || binding.pieces) continue;
    const alike = [...document.bindings].flatMap(([base, list]) => (stemOf(base) === stemOf(binding.base) ? list : []));
    // Where another exercise defines it, any of the others may do as well.
    const others = alike.filter((b) => (b.unit === link.unit || binding.unit !== link.unit) && b !== binding && b.at < startOf(link) && stemOf(keyOf(b)) === stemOf(keyOf(binding))).slice(-DEFINITIONS);
    const isMeant = [...others, ...formsOf(document, binding, link)].some((b) => holds(again, { fixed: boundBy(b, binding) }));
    if (isMeant) return notRead(`which definition of ${use.tex} is meant`);
  }
  return judgement;
}

/** The H alone of `H(p)` and `H(p, q)`, which may be either. */
const stemOf = (key: string): string => key.replace(/ of [^@]*/, '');

/** What holds of names whatever they are, which another exercise alone defines, may be of other ones. */
function apartFromOthers({ link, variant, again }: Tried, judgement: Refuted): Judgement {
  const others = variant.fixed?.held ? [] : bindingsOf(judgement.sides.world).filter(({ unit, at }) => unit !== link.unit && at < startOf(link));
  return others.length > 0 && holds(again, { fixed: { held: new Set(others.map(({ base }) => base)) } }) ? notRead(`which definition of ${others[0].tex} is meant`) : judgement;
}

/** So many others are tried. */
const DEFINITIONS = 3;

/** In `f(x) = a = b` the name may be meant as b: where that is another thing than a, one of the two is a slip, and no line that goes on from the other. */
function formsOf({ links }: DocumentMeaning, binding: Binding, { statement }: LinkSyntax): Binding[] {
  const defining = links.find(({ rhs }) => rhs.expr === binding.expr);
  const { members, relations } = defining && defining.statement !== statement ? defining.statement : { members: [], relations: [] };
  return relations.every(({ name }) => name === 'equal') ? members.slice((defining?.position ?? 0) + 2).map(({ expr }) => ({ ...binding, expr })) : [];
}

/** `\\lambda = 1: x = y. \\lambda = -1: 4x - 2y = 0.`: what was found in one case says nothing in the next, nor the number that was found under another heading. */
function inAnotherCase({ document, link, again }: Tried, judgement: Refuted): Judgement {
  const found = bindingsOf(judgement.sides.world).filter((binding) => isOfCaseBefore(document, link, binding) || (isFound(binding) && crossesSection(document, binding.at, startOf(link))));
  return found.length > 0 && !isRefutedWithout(found, again) ? notRead('in which case it holds') : judgement;
}

const isFound = ({ expr, params }: Binding): boolean => params.length === 0 && isClosed(expr) && !hasPart(expr, (e) => e.kind === 'matrix' || (isGroup(e) && e.contents.length > 1));

/** A number that another name has at the binding was exchanged for another one since. */
export function isOfCaseBefore({ bindings }: DocumentMeaning, { unit, lhs }: LinkSyntax, binding: Binding): boolean {
  return [...bindings].some(([base, all]) => {
    const values = base === binding.base ? [] : all.filter((b) => b.unit === unit && b.at < lhs.span.start && isValue(b.expr));
    const [then] = values.filter(({ at }) => at < binding.at).slice(-1);
    const [now] = values.slice(-1);
    return then !== undefined && now !== then && print(now.expr) !== print(then.expr);
  });
}

/** `\\frac34 p + \\frac14 q = p`, and at last `q = 1 - p`: an equation is no mistake because of what comes of it. */
function beforeSolved({ document, link, again }: Tried, judgement: Refuted): Judgement {
  const isEquation = !exprsOf(link).some((expr) => hasPart(expr, ({ kind }) => kind === 'derivative' || kind === 'nabla'));
  const found = isEquation ? bindingsOf(judgement.sides.world).filter((binding) => binding.at > link.rhs.span.end && binding.params.length === 0 && !isExplained(document, binding)) : [];
  return found.length > 0 && !isRefutedWithout(found, again) ? notRead(SAID_LATER) : judgement;
}

export const bindingsOf = (world: World): Binding[] => symbolsIn(world).flatMap(({ binding }) => binding ?? []);
const isRefutedWithout = (bindings: Binding[], again: Tried['again']): boolean => again({ fixed: { held: new Set(bindings.map(({ base }) => base)) } }).verdict === 'refuted';
/** Where nothing says what `\sigma` is, it may be another activation than the sigmoid. */
function underActivation({ document, link, variant, again }: Tried, judgement: Refuted): Judgement {
  if (variant.fixed?.activation || !judgement.sides.world.consulted.has('activation')) return judgement;
  const words = wordsBefore(document.wording, link.region, 1500);
  const meant = ACTIVATIONS.filter((activation) => !SIGMOID.test(words) || words.toLowerCase().includes(activation)).find((activation) => holds(again, { fixed: { activation } }));
  return meant ? leftOpen({ code: 'conditional', what: `\\sigma is the ${meant}` }) : judgement;
}

const ACTIVATIONS = ['tanh', 'relu', 'softplus'];
const SIGMOID = /sigmo|logisti|сигмои|逻辑|シグモイド|시그모이드/i;

/** It holds but for the case that the next formulas turn to, or for the class of the example: "for k ≠ y" may be said in words, as it may be that the two of `\mathbb{E}[x_i x_j]` are different ones. */
function besideCases({ document, link }: Tried, judgement: Refuted): Judgement {
  const members = contains(judgement.sides, 'average') ? apartIn(judgement.sides.world, ...exprsOf(link)) : [];
  for (const condition of [...casesLeft(document, link), ...classesLeft(document, link), ...members]) {
    const masked = where(link, judgement.sides, condition);
    const evaluation = masked && evaluate(masked, { seed: seedText(link) });
    if (evaluation?.outcome === 'agree' && (!evaluation.vacuous || members.includes(condition))) return leftOpen({ code: 'conditional', what: print(condition) });
  }
  return judgement;
}

/** `-y_o \log p_o = -\log p_o` of labels y, which are 1 at the class o. */
function withLabels({ document, link, again }: Tried, judgement: Refuted): Judgement {
  const labels = labelsOf(document, link, judgement.sides.world);
  const [lhs, rhs] = exprsOf(link).map((expr) => replace(expr, (part) => (labels.has(print(part)) ? build.number(1, part.span) : undefined)));
  return labels.size > 0 && holds(again, { lhs, rhs }) ? leftOpen({ code: 'conditional', what: [...labels].map((label) => `${label} = 1`).join(', ') }) : judgement;
}

/** `\nabla_\theta G(\tau)` may be written to say that it is zero: nothing but this derivative shows a \theta in G. */
function withoutSlopes({ document, link, again }: Tried, judgement: Refuted): Judgement {
  const slopes = exprsOf(link).flatMap(everyPart).filter((e) => {
    const [head, body] = e.kind === 'derivative' || isNabla(e) ? pairOf(e.of, 'implicit') : [];
    return isGroup(body, '(') && isName(head) && !document.bindings.has(head.letter) && variablesOf(e).every((by) => !hasPart(body, (part) => print(part) === print(by)));
  }).map(print);
  const [lhs, rhs] = exprsOf(link).map((expr) => replace(expr, (part) => (slopes.includes(print(part)) ? build.number(0, part.span) : undefined)));
  return slopes.length > 0 && holds(again, { lhs, rhs }) ? notRead(`whether ${slopes[0]} is zero`) : judgement;
}

/** A display that begins with its relation and is wrong after the one right before, a reminder perhaps, may go on from an earlier one. */
function goingOnFromEarlier({ document, link, variant, again }: Tried, judgement: Refuted): Judgement {
  if (variant.lhs || link.position !== link.statement.carried) return judgement;
  const { regions } = document.parts;
  const earlier = document.equations.slice(0, link.region).filter((_, i) => regions[i].display && regions[i].block === regions[link.region].block).slice(-DISPLAYS, -1);
  const ends = earlier.flatMap(({ statements }) => statements.flatMap(({ relations, members }) => (relations.length ? members.slice(-1) : [])));
  const isMeant = ends.some(({ expr }) => holds(again, { lhs: expr }));
  return isMeant ? notRead('which formula before this goes on from') : judgement;
}

/** So many displays back a formula is taken up again. */
const DISPLAYS = 4;

/** Names that sums run to. */
const sizesIn = (exprs: Expr[]): string[] => exprs.flatMap(everyPart).flatMap((e) => (isBig(e) && isName(e.above) ? [e.above.letter] : []));

/** `\sum_i (w^T x_i - y_i)^2 = \|Xw - y\|^2`, where nothing says what X is. */
function withRows({ again }: Tried, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'undecided' || judgement.reason.code !== 'unrelated') return judgement;
  const found = again({ fixed: { stacked: true } });
  return found.verdict === 'verified' ? found : judgement;
}

/** What `\frac{d}{dx} x^2 - e^x` and `\nabla_w w^T w - 2 w^T b` differentiate may be all that follows; `\frac{df}{dx}(a + 1)` may be taken there. */
function reachingOn({ link, again }: Tried, judgement: Judgement): Judgement {
  const isMeant = [ofAllBehind, ofFactors, takenThere].some((reaching) => {
    const [lhs, rhs] = exprsOf(link).map(reaching);
    return (lhs !== link.lhs.expr || rhs !== link.rhs.expr) && holds(again, { lhs, rhs });
  });
  return isMeant ? notRead('how far a derivative reaches') : judgement;
}

/** In `\frac{d}{dx} u \cdot v + u \cdot \frac{d}{dx} v` it ends before the dot, or before the last factor. */
const ofFactors = (expr: Expr): Expr => (hasPart(expr, isOfDerivatives) ? replace(expr, beforeFactor) : expr);
const isOfDerivatives = (e: Expr): boolean => isSum(e) && e.terms.length > 1 && hasPart(e, isDerivative);

function beforeFactor(operator: Expr): Expr | undefined {
  if (operator.kind !== 'derivative' || !isProduct(operator.of)) return undefined;
  const { factors, signs, span } = operator.of;
  const dot = signs.indexOf('cdot');
  const end = dot < 0 ? signs.length : dot + 1;
  return build.product([{ ...operator, of: build.product(factors.slice(0, end), span) }, ...factors.slice(end)], span);
}

const takenThere = (expr: Expr): Expr => (hasPart(expr, (e) => !!atPoint(e)) ? replace(expr, atPoint) : expr);

/** With a derivative of a name at the point in the brackets behind it. */
function atPoint(e: Expr): Expr | undefined {
  if (!isProduct(e)) return undefined;
  const i = e.factors.findIndex((factor, k) => factor.kind === 'derivative' && isSymbol(factor.of) && isBracketed(e.factors[k + 1], '('));
  const [of, point] = e.factors.slice(i);
  return of.kind === 'derivative' && isBracketed(point) ? withPair(e, i, { kind: 'evaluated', of, by: of.by[0].expr, to: point.contents[0], span: of.span }) : undefined;
}

/** What is differentiated is no name, which is written with what it is differentiated by. */
function ofAllBehind(expr: Expr): Expr {
  if (!isSum(expr)) return expr;
  const { terms } = expr;
  const at = terms.findIndex(({ expr: term }) => (term.kind === 'derivative' || isNabla(term)) && !isNamed(term.of));
  const { sign, expr: operator } = terms[at] ?? {};
  if (at === terms.length - 1 || !sign || !operator || !('of' in operator)) return expr;
  const rest = terms.slice(at + 1).map((term) => ({ ...term, sign: (term.sign * sign) as 1 | -1 }));
  const whole: Expr = { ...operator, of: build.group(build.sum([{ sign: 1, expr: operator.of }, ...rest], expr.span)) };
  return build.sum([...terms.slice(0, at), { sign, expr: whole }], expr.span);
}

const isNamed = (of: Expr): boolean => isSymbol(of) && !(isScripted(of) && of.sup.some(isNumeral));

const OTHERWISE: readonly ((tried: Tried, judgement: Refuted) => Judgement)[] = [byPart, withStateFixed, amongDefinitions, apartFromOthers, inAnotherCase, beforeSolved, ofNumber, underActivation, besideCases, withLabels, withoutSlopes, goingOnFromEarlier];

const unlessHeld = (names: string[], again: Tried['again'], judgement: Judgement): Judgement =>
  names.length > 0 && holds(again, { fixed: { held: new Set(names) } }) ? notRead('what is held fixed') : judgement;
