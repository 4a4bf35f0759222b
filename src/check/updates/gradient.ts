/** Steps against the document's own gradient: w − η (…), held against w − η ∂E/∂w of the E that is defined above. */
import { type DocumentMeaning, exprsOf, isEquation, linksAround, linksBefore, type LinkSyntax } from '../../meaning/document';
import * as build from '../../notation/build';
import { type Derivative, equates, everyPart, type Expr, factorsOf, find, isBig, isGroup, isNabla, isName, isProduct, isScripted, isSymbol, isZero, type Name, pairOf, replace, type Scripted, variablesOf, visit } from '../../notation/expression';
import { print } from '../../notation/print';
import { newSearch } from '../readings';
import { judge } from '../verify';
import { countingLetter, type Counting, labelledNames, type Slot, slotOf, slotsOf } from './slots';

export interface Step {
  link: LinkSyntax;
  name: string;
  counting: Counting;
  /** The stepped quantity as it stands in the loss, with its indices. */
  variable: Expr;
  /** The right side with the quantity as it stands in the loss; then with all that counts steps. */
  nexts: Expr[];
  /** What may be the learning rate, likeliest first. */
  rates: Expr[];
  /** Steps of the quantity on the right side that are not the one before. */
  strays: Expr[];
  /** The quantity stands on the right side both with its step and without. */
  isMixed: boolean;
}

/** `new = …old… rate …`, or undefined. */
export function stepOf(link: LinkSyntax): Step | undefined {
  if (link.position !== 0 || !equates(link.relation)) return undefined;
  const letter = countingLetter(link.lhs.expr, link.rhs.expr) ?? 't';
  const labelled = labelledNames([link.lhs.expr], letter);
  const counting: Counting = { letter, isLabel: (name) => labelled.has(name) };
  const slot = slotOf(link.lhs.expr, counting);
  if (!slot || slot.power || !(slot.moment !== undefined || link.relation.name === 'assign')) return undefined;
  const used = slotsOf(link.rhs.expr, counting);
  const own = used.filter((use) => use.slot.name === slot.name);
  const rates = [...new Map(used.filter((use) => RATE.test(use.slot.name)).map((use) => [print(use.expr), use.expr])).values()];
  if (!own.some((use) => isOld(use.slot, slot)) || rates.length === 0) return undefined;
  return { link, name: slot.name, counting, variable: timeless(link.lhs.expr, counting), nexts: nextsOf(link.rhs.expr, slot, counting), rates: likeliest(rates), strays: own.filter((use) => use.slot.moment !== undefined && !isOld(use.slot, slot)).map((use) => use.expr), isMixed: own.some((use) => use.slot.moment !== undefined) && own.some((use) => use.slot.moment === undefined) };
}

const isOld = (old: Slot, slot: Slot): boolean => (typeof slot.moment === 'number' ? old.moment === slot.moment - 1 : old.moment !== 'new');

const RATE = /^(?:\\(?:eta|alpha|gamma|epsilon|varepsilon|mu|tau|rho|kappa|delta|beta|lambda)|s|h|lr)$/;
const USUAL = /^\\(?:eta|alpha|gamma)/;
/** Another letter is the rate only where none of the usual ones stands. */
const likeliest = (rates: Expr[]): Expr[] => (rates.some((rate) => USUAL.test(print(rate))) ? rates.filter((rate) => USUAL.test(print(rate))) : rates).slice(0, MOST);

/** `x_t` may be the example of a step, or a quantity before it. */
function nextsOf(rhs: Expr, { name, moment }: Slot, counting: Counting): Expr[] {
  const own = atNoStep(rhs, (slot) => slot.name === name, counting);
  const isBefore = (slot: Slot): boolean => slot.name === name || slot.moment === (typeof moment === 'number' ? moment - 1 : 'old');
  const all = atNoStep(rhs, isBefore, counting);
  return print(all) === print(own) ? [own] : [own, all];
}

/** A name without the script that counts its steps. */
function timeless(expr: Expr, counting: Counting): Expr {
  if (!isScripted(expr) || slotOf(expr, counting)?.moment === undefined) return expr;
  const without = (place: 'sub' | 'sup', i: number): Scripted => ({ ...expr, [place]: expr[place].filter((_, j) => j !== i) });
  const shorter = [...expr.sub.map((_, i) => without('sub', i)), ...expr.sup.map((_, i) => without('sup', i)), { ...expr, primes: 0 }];
  const found = shorter.find((candidate) => slotOf(plain(candidate), counting)?.moment === undefined);
  return plain(found ?? expr);
}

const plain = (expr: Scripted | Name): Expr => (isScripted(expr) && expr.sub.length + expr.sup.length + expr.primes === 0 ? expr.base : expr);

function atNoStep(expr: Expr, isTimed: (slot: Slot) => boolean, counting: Counting): Expr {
  return replace(expr, (part) => {
    const slot = isScripted(part) ? slotOf(part, counting) : undefined;
    if (slot?.moment === undefined || !isTimed(slot) || !isScripted(part)) return undefined;
    const bare = timeless({ ...part, sup: part.sup.filter((script) => script !== slot.power) }, counting);
    return slot.power ? build.power(build.group(bare, part.span), slot.power, part.span) : bare;
  });
}

// ── against the derivative ──

export type Outcome = { of: string; by: string } & (
  | { kind: 'descent' | 'ascent' }
  /** It goes against the derivative as the document states it. */
  | { kind: 'stated'; stated: string }
  /** The derivative with a factor. */
  | { kind: 'scaled'; factor: string; rate: string }
  /** The derivative by another quantity. */
  | { kind: 'other'; variable: string }
  /** The derivative at another step. */
  | { kind: 'iterate'; stray: Expr }
  | { kind: 'stranger'; target: Expr }
  /** Two indices are exchanged. */
  | { kind: 'indices'; first: string; second: string }
  | { kind: 'different' });

/** What the step is, as far as it can be told; undefined where nothing is certain. */
export function againstGradient(document: DocumentMeaning, step: Step): Outcome | undefined {
  const stranger = strangeVariable(document, step);
  if (stranger) return stranger;
  if (find(step.link.rhs.expr, (e) => e.kind === 'derivative' || isNabla(e))) return undefined;
  const objectives = objectivesOf(document, step);
  for (const of of objectives) {
    const found = along(document, step, of);
    if (found === 'nothing') return undefined;
    if (found) return found;
  }
  const stated = asStated(document, step);
  if (stated) return stated;
  return objectives.length === 1 ? slipOf(document, step, objectives[0]) : undefined;
}

function along(document: DocumentMeaning, step: Step, of: Expr): Outcome | 'nothing' | undefined {
  const names = { of: print(of), by: print(step.variable) };
  for (const kind of ['descent', 'ascent'] as const) {
    const sign = kind === 'descent' ? -1 : 1;
    const tried = step.rates.map((rate) => compared(document, step, gradient(of, step.variable), rate, sign));
    // A step the other way that comes to the same place is one of nothing: the label was read as what the model gives for it.
    if (tried.includes('same') && isStep(document, step, gradient(of, step.variable), step.rates[tried.indexOf('same')], sign === -1 ? 1 : -1)) return 'nothing';
    if (tried.includes('same')) return step.strays.length ? { kind: 'iterate', stray: step.strays[0], ...names } : { kind, ...names };
    if (tried.every((result) => result === 'unrelated')) return undefined;
  }
  return undefined;
}

const gradient = (of: Expr, by: Expr): Derivative => ({ kind: 'derivative', of, by: [{ expr: by, order: 1 }], total: false, span: by.span });

/** Whether the right side is the old value and the rate times a direction. */
const isStep = (...against: Parameters<typeof compared>): boolean => compared(...against) === 'same';

/** `unrelated`: shapes do not fit, or the direction is zero whatever the names stand for; then its sign makes no difference. */
function compared(document: DocumentMeaning, { link, variable, nexts }: Step, direction: Expr, rate: Expr, sign: 1 | -1, by: Expr[] = []): 'same' | 'other' | 'unrelated' {
  let isRelated = false;
  for (const next of nexts) {
    const judgement = judge(document, link, { lhs: next, rhs: moved(variable, direction, rate, sign, by), reasons: false, search: newSearch(READINGS) });
    if (judgement.verdict === 'verified') return 'same';
    isRelated ||= judgement.verdict === 'refuted' || (judgement.reason.code !== 'misfit' && judgement.reason.code !== 'independent');
  }
  return isRelated ? 'other' : 'unrelated';
}

/** Readings of one comparison: where shapes fit, one of the first holds. */
const READINGS = 30;

function moved(variable: Expr, direction: Expr, rate: Expr, sign: 1 | -1, by: Expr[] = []): Expr {
  const factors = [rate, ...by, direction];
  return { kind: 'sum', terms: [{ sign: 1, expr: variable }, { sign, expr: build.product(factors, variable.span) }], span: variable.span };
}

// ── what is differentiated ──

const LOSS = /^(?:calligraphic:)?[CEFJLQRS]$|^\\(?:ell|mathcal\{[A-Z]\})$|^[A-Z]{2,4}$|oss|ost/;
const MOST = 3;

/** What the exercise differentiates by the quantity, or defines as a function of it. */
function objectivesOf(document: DocumentMeaning, { link, name, counting, variable }: Step): Expr[] {
  const letter = lettersOf(variable);
  const found = new Map<string, Expr>();
  const add = (of: Expr): void => { const key = print(of); if (!found.has(key)) found.set(key, of); };
  for (const e of partsAround(document, link)) {
    const by = firstBy(e);
    const of = e.kind === 'derivative' || isNabla(e) ? headOf(e.of) : undefined;
    const slot = by && slotOf(by, counting);
    if (of && by && (slot?.name === name || lettersOf(by) === letter) && slot?.moment === undefined && (LOSS.test(lettersOf(of)) || isFunctionOf(document, of, link, letter))) add(of);
  }
  for (const { lhs: { expr } } of linksBefore(document, link).filter(isEquation)) {
    const head = headOf(expr);
    const isCall = isProduct(expr);
    if (head && (isCall ? isFunctionOf(document, head, link, letter) : LOSS.test(lettersOf(head)))) add(head);
  }
  return [...found.values()].slice(0, MOST);
}

/** What is differentiated by, once and by nothing else. */
function firstBy(e: Expr): Expr | undefined {
  if (e.kind === 'derivative') return e.by.length === 1 && e.by[0].order === 1 ? e.by[0].expr : undefined;
  return isNabla(e) && e.by.length === 1 && e.order === 1 ? e.by[0] : undefined;
}

const lettersOf = (expr: Expr): string => (isScripted(expr) ? lettersOf(expr.base) : isName(expr) ? (expr.font === 'calligraphic' ? `calligraphic:${expr.letter}` : expr.letter) : print(expr));

/** The J of J and of `J(w)`. */
function headOf(expr: Expr): Expr | undefined {
  if (isSymbol(expr)) return expr;
  const [head, body] = pairOf(expr);
  return isGroup(body) ? headOf(head) : undefined;
}

/** A function defined in the exercise with the quantity among its arguments. */
function isFunctionOf(document: DocumentMeaning, head: Expr, link: LinkSyntax, letter: string): boolean {
  return linksAround(document, link).some(({ lhs }) => {
    const [own, body] = pairOf(lhs.expr);
    return isGroup(body) && print(own) === print(head) && body.items.some((item) => isSymbol(item) && lettersOf(item) === letter);
  });
}

/** All that is written in the exercise. */
const partsAround = (document: DocumentMeaning, link: LinkSyntax): Expr[] => linksAround(document, link).flatMap(exprsOf).flatMap(everyPart);

/** `\nabla_x h = Q x + c = Q (x - x^*)`: any member that the document gives its gradient may stand in the step. */
function asStated(document: DocumentMeaning, step: Step): Outcome | undefined {
  const { link, name, counting } = step;
  const before = linksBefore(document, link).filter((other) => other.position === 0 && isGradientBy(other.lhs.expr, name, counting));
  for (const { statement } of before) {
    // Set to zero is the gradient of another point.
    for (const member of statement.members.slice(1).filter(({ expr }) => !isZero(expr))) {
      if (!step.rates.some((rate) => isStep(document, step, build.group(member.expr, member.span), rate, -1))) continue;
      return step.strays.length ? undefined : { kind: 'stated', of: print(statement.members[0].expr), by: print(step.variable), stated: print(member.expr) };
    }
  }
  return undefined;
}

function isGradientBy(expr: Expr, name: string, counting: Counting): boolean {
  const by = variablesOf(expr);
  return by.length === 1 && slotOf(by[0], counting)?.name === name;
}

// ── slips ──

/** What one likely change would make it the step; else that it differs, where it can be told. */
function slipOf(document: DocumentMeaning, step: Step, of: Expr): Outcome | undefined {
  const names = { of: print(of), by: print(step.variable) };
  const [rate] = step.rates;
  const factor = factorsIn(document, step).find((candidate) => ([-1, 1] as const).some((sign) => isStep(document, step, gradient(of, step.variable), rate, sign, [candidate])));
  if (factor) return { kind: 'scaled', factor: print(factor), rate: print(rate), ...names };
  const other = othersIn(document, step, of).find((variable) => isStep(document, step, gradient(of, variable), rate, -1));
  if (other) return { kind: 'other', variable: print(other), ...names };
  const exchanged = exchanges(step).find(({ next }) => isStep(document, { ...step, nexts: [next] }, gradient(of, step.variable), rate, -1));
  if (exchanged) return { kind: 'indices', first: exchanged.first, second: exchanged.second, ...names };
  const isOff = (next: Expr, by: Expr): boolean => judge(document, step.link, { lhs: next, rhs: moved(step.variable, gradient(of, step.variable), by, -1) }).verdict === 'refuted';
  return step.nexts.slice(-1).every((next) => step.rates.every((by) => isOff(next, by))) ? { kind: 'different', ...names } : undefined;
}

const number = (value: number, { span }: Expr): Expr => build.number(value, span);
const inverse = (expr: Expr): Expr => ({ kind: 'fraction', over: number(1, expr), under: expr, span: expr.span });

/** 2, sizes of sums, and one over these. */
function factorsIn(document: DocumentMeaning, { link, variable }: Step): Expr[] {
  const sizes = new Map<string, Expr>();
  for (const e of partsAround(document, link)) if (isBig(e) && e.op === 'sum' && isName(e.above)) sizes.set(print(e.above), e.above);
  const all = [number(2, variable), ...[...sizes.values()].slice(0, 2)];
  return all.flatMap((size) => [size, inverse(size)]);
}

/** Other quantities that the objective is differentiated by, or that are stepped as well. */
function othersIn(document: DocumentMeaning, { link, name, counting }: Step, of: Expr): Expr[] {
  const found = new Map<string, Expr>();
  for (const e of partsAround(document, link)) if (e.kind === 'derivative' && print(e.of) === print(of) && e.by.length === 1 && slotOf(e.by[0].expr, counting)?.name !== name) found.set(print(e.by[0].expr), e.by[0].expr);
  for (const other of linksAround(document, link)) { const step = other !== link ? stepOf(other) : undefined; if (step && step.name !== name) found.set(print(step.variable), step.variable); }
  return [...found.values()].slice(0, MOST);
}

/** The right side with two index letters exchanged in one factor. */
function exchanges({ nexts, variable }: Step): { next: Expr; first: string; second: string }[] {
  const found: { next: Expr; first: string; second: string }[] = [];
  const [next] = nexts.slice(-1);
  visit(next, (e) => {
    const letters = isScripted(e) && print(e) !== print(variable) ? e.sub.flatMap(factorsOf) : [];
    if (letters.length === 2 && letters.every(isName) && print(letters[0]) !== print(letters[1])) found.push(...exchanged(next, e as Scripted));
    else if (letters.length === 1 && isName(letters[0])) for (const other of indicesOf(variable)) if (other !== print(letters[0])) found.push({ first: print(letters[0]), second: other, next: replace(next, (part) => (part === e ? { ...(e as Scripted), sub: [{ ...letters[0], letter: other } as Name] } : undefined)) });
  });
  return found.slice(0, 6);
}

function exchanged(next: Expr, e: Scripted): { next: Expr; first: string; second: string }[] {
  const sub = e.sub.map((script) => (isProduct(script) ? { ...script, factors: [...script.factors].reverse() } : script));
  const turned: Scripted = { ...e, sub: sub.length === 2 ? [sub[1], sub[0]] : sub };
  return [{ first: print(e), second: print(turned), next: replace(next, (part) => (part === e ? turned : undefined)) }];
}

const indicesOf = (variable: Expr): string[] => (isScripted(variable) ? variable.sub.flatMap(factorsOf).flatMap((letter) => (isName(letter) ? [letter.letter] : [])) : []);

/** `b - η ∂E/∂h`, where h occurs nowhere else and ∂E/∂b does. */
function strangeVariable(document: DocumentMeaning, { link, name, counting }: Step): Outcome | undefined {
  const direction = find(link.rhs.expr, (e) => e.kind === 'derivative') as Derivative | undefined;
  if (direction?.by.length !== 1) return undefined;
  const variable = direction.by[0].expr;
  const by = slotOf(variable, counting);
  if (!by || by.name === name || by.moment !== undefined || !isName(variable)) return undefined;
  let times = 0;
  let isKnown = false;
  for (const other of document.links) for (const member of other.position === 0 ? [other.lhs, other.rhs] : [other.rhs]) visit(member.expr, (e) => {
    if (isName(e) && e.letter === variable.letter && e.accents.length === variable.accents.length) times++;
    if (other.unit === link.unit && e.kind === 'derivative' && e.by.length === 1 && print(e.of) === print(direction.of) && slotOf(e.by[0].expr, counting)?.name === name) isKnown = true;
  });
  return times === 1 && isKnown ? { kind: 'stranger', of: print(direction.of), by: by.name, target: variable } : undefined;
}
