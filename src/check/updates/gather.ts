/** Update lines of a document, and for each the lines that it rests on. */
import { type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import * as build from '../../notation/build';
import { children, equates, type Expr, find, hasPart, isBig, isBracketed, isLetter, isNabla, isName, isPair, isProduct, isScripted, isSymbol, replace } from '../../notation/expression';
import { print } from '../../notation/print';
import { mentions as mentionsOf } from '../../optimizers';
import { fieldUse } from './fields';
import type { Line } from './frame';
import { type Names, createProgram, type Program } from './program';
import { type Counting, countingLetter, labelledNames, numberLetter, type Slot, slotOf, slotsOf } from './slots';
import { attempt } from './values';

/** A line that binds a quantity. */
export interface Binder {
  link: LinkSyntax;
  /** The quantity, and what gives it. */
  left: Expr;
  right: Expr;
  /** The letter that counts its steps, if it shows one. */
  letter?: string;
  /** A script of the quantity that its line calculates with, as in `\alpha_k = \alpha_0 / k`: it may count steps. */
  number?: string;
}

/** A line whose quantity comes back to itself, with all that it rests on. */
export interface Group {
  sink: LinkSyntax;
  name: string;
  counting: Counting;
  /** Name to line, the sink among them. */
  links: Map<string, LinkSyntax>;
  names: Names;
  program: Program;
  /** Whether the sink leads back to itself. */
  recursive: boolean;
  /** The group of one of the quantities that it rests on. */
  parts(name: string): Group | undefined;
  /** The same with the lines around that rest on these: corrected means that the step forgot, say. */
  wider(): Program;
  /** The same with learning rates that follow a schedule taken as constants, where there are any. */
  steady?: Steady;
}

export interface Steady {
  group: Group;
  /** The schedule has symbols that occur in the rule as well: it may be a part of it. */
  isShared: boolean;
}

/** Lines further apart than this do not belong together. */
const REACH = 3000;
const DEFAULT_LETTER = 't';
/** Nothing counts the steps. */
const NO_LETTER = '';

function bindersOf(document: DocumentMeaning): Binder[] {
  return document.links.filter((link) => link.position === 0 && equates(link.relation)).flatMap((link): Binder[] => {
    const { left, right } = solved(link) ?? mirrored(link) ?? { left: link.lhs.expr, right: link.rhs.expr };
    return isBindable(left) ? [{ link, left, right, letter: countingLetter(left, right), number: numberLetter(left, right) }] : [];
  });
}

const isBindable = (expr: Expr): boolean => isSymbol(expr) || isPair(expr, 'implicit');

/** `\nabla\psi(x_{t+1}) = \nabla\psi(x_t) - \eta g_t` gives its point: `x_{t+1} = \nabla\psi^*(…)`. */
function mirrored({ lhs: { expr }, rhs, relation }: LinkSyntax): { left: Expr; right: Expr } | undefined {
  if (relation.name !== 'equal' || !isNabla(expr) || expr.order !== 1 || !isPair(expr.of)) return undefined;
  const [of, point] = expr.of.factors;
  if (!isName(of) || !isBracketed(point, '(') || !isScripted(point.items[0])) return undefined;
  const isSame = (e: Expr): boolean => isNabla(e) && e.order === 1 && isProduct(e.of) && print(e.of.factors[0]) === print(of);
  if (!hasPart(rhs.expr, isSame)) return undefined;
  const dual: Expr = build.power(of, { kind: 'mark', mark: 'star', span: of.span });
  const { span } = rhs.expr;
  return { left: point.items[0], right: { ...expr, of: { ...expr.of, factors: [dual, build.group(rhs.expr, span)], span }, span } };
}

/** `\nabla^2 f(x_k) d_k = -\nabla f(x_k)` and `(J^T J + \lambda I) \delta = -J^T r` give their last factor. */
function solved({ lhs: { expr }, rhs, relation }: LinkSyntax): { left: Expr; right: Expr } | undefined {
  if (!isProduct(expr) || relation.name !== 'equal') return undefined;
  const [rest, last] = [expr.factors.slice(0, -1), expr.factors.at(-1)];
  if (!isSymbol(last) || isCurved(last) || !rest.every(isCurved)) return undefined;
  const { span } = expr;
  const matrix: Expr = build.group(rest.length === 1 ? rest[0] : { ...expr, factors: rest, signs: expr.signs.slice(0, -1) }, span);
  const inverse: Expr = build.power(matrix, build.negative(build.number(1, span), span), span);
  return { left: last, right: build.product([inverse, build.group(rhs.expr, rhs.span)], span) };
}

/** A Hessian, a Jacobian, or made of such. */
const isCurved = (expr: Expr): boolean => hasPart(expr, (e) => (isNabla(e) && e.order === 2) || isLetter(e, /^[HJ]$/));

/** The lines that could be updates, each with the lines near it. */
export function surroundings(document: DocumentMeaning): Around[] {
  const binders = bindersOf(document);
  const named = mentionsOf(document.text).map((m) => m.at);
  const crosses = (a: number, b: number) => named.some((at) => at > Math.min(a, b) && at < Math.max(a, b));
  return binders.flatMap((binder) => (isLikely(binder) ? aroundOf(binder, binders, crosses) ?? [] : []));
}

/** Worth a closer look: it counts steps, or the quantity stands on both sides. */
function isLikely({ left, right, letter, number }: Binder): boolean {
  if (letter ?? number) return true;
  const counting = plainCounting(DEFAULT_LETTER);
  const own = slotOf(left, counting);
  if (!own || own.power) return false;
  return own.moment !== undefined || slotsOf(right, counting).some(({ slot }) => slot.name === own.name);
}

/** A letter that multiplies, or is added: no power and no script. */
const isFactor = (expr: Expr, letter: string): boolean => (isName(expr) ? expr.letter === letter : (isScripted(expr) ? [expr.base] : children(expr)).some((part) => isFactor(part, letter)));

const plainCounting = (letter: string): Counting => ({ letter, isLabel: () => false });

/** The group of a line; undefined where it cannot be run. */
export function groupOf(around: Around): Group | undefined {
  const { from, counting, sink } = around;
  const links = new Map<string, LinkSyntax>([[sink.name, from.link]]);
  const known = new Map<string, Line | undefined>([[sink.name, lineOf(from, sink, counting, sink.name)]]);
  const names: Names = {
    counting, sink: sink.name,
    line(name) {
      if (!known.has(name)) {
        const found = nearest(name, around);
        known.set(name, found && lineOf(found.binder, found.slot, counting, sink.name));
        if (found) links.set(name, found.binder.link);
      }
      return known.get(name);
    },
  };
  const others = (program: Program) => namesAround(around, program);
  const group = run(from.link, sink.name, names, links, others);
  return group && { ...group, steady: steadyOf(group, others) };
}

function run(sink: LinkSyntax, name: string, names: Names, links: Map<string, LinkSyntax>, others: (program: Program) => string[] = () => []): Group | undefined {
  const program = attempt(() => createProgram(names));
  if (!program) return undefined;
  const wider = () => others(program).reduce((widest, other) => attempt(() => createProgram(names, [...widest.lines.keys(), other])) ?? widest, program);
  const parts = (part: string): Group | undefined => { const link = links.get(part); return link && run(link, part, { ...names, sink: part }, links); };
  return { sink, name, counting: names.counting, links, names, program, recursive: leadsBack(program, names.counting), parts, wider };
}

/** The lines near a line, each with the quantity that it binds. */
export interface Around { from: Binder; sink: Slot; counting: Counting; crosses: Crosses; bound: Bound[]; moving(): Set<string> }
export interface Bound { binder: Binder; slot: Slot }
/** Whether a rule is named between two places: then they may belong to two rules. */
type Crosses = (a: number, b: number) => boolean;

function aroundOf(from: Binder, binders: readonly Binder[], crosses: Crosses): Around | undefined {
  const near = binders.filter((b) => b.link.unit === from.link.unit && Math.abs(placeOf(b) - placeOf(from)) < REACH && (b.letter === undefined || from.letter === undefined || b.letter === from.letter));
  const letter = from.letter ?? from.number ?? (isFactor(from.right, DEFAULT_LETTER) ? NO_LETTER : DEFAULT_LETTER);
  const labelled = labelledNames(near.map((b) => b.left), letter);
  const counting: Counting = { letter, isLabel: (name) => labelled.has(name) || (labelled.size > 0 && /^(?:g|G|d\S*)$/.test(name)) };
  const sink = slotOf(from.left, counting);
  if (!sink || sink.power) return undefined;
  const bound = near.flatMap((binder) => { const slot = slotOf(binder.left, counting); return slot && !slot.power ? [{ binder, slot }] : []; });
  return { from, sink, counting, crosses, bound, moving: movingAmong(bound, counting) };
}

function movingAmong(bound: readonly Bound[], counting: Counting): () => Set<string> {
  let moving: Set<string> | undefined;
  return () => (moving ??= movingNames(bound, counting));
}

/** The same with another right side for one of the lines. */
export function withRight(around: Around, line: Binder, right: Expr): Around {
  const changed = (binder: Binder): Binder => (binder.link === line.link ? { ...binder, right } : binder);
  const bound = around.bound.map(({ binder, slot }) => ({ binder: changed(binder), slot }));
  return { ...around, from: changed(around.from), bound, moving: movingAmong(bound, around.counting) };
}

/** Lines that may be of the same rule: close by, and no rule is named between. */
export const closeLines = ({ bound, from, crosses }: Around): Bound[] => bound.filter(({ binder }) => Math.abs(placeOf(binder) - placeOf(from)) < CLOSE && !crosses(placeOf(binder), placeOf(from)));

/** Quantities bound close by that share symbols with a program, or with each other. */
function namesAround(around: Around, { lines, leaves }: Program): string[] {
  const shared = new Set([...lines.keys(), ...leaves.constants, ...leaves.fields]);
  const close = closeLines(around).filter(({ binder, slot }) => isMoving(binder, slot, around)).map(({ binder, slot }) => ({ name: slot.name, symbols: [slot.name, ...slotsOf(binder.right, around.counting).map((s) => s.slot.name)] }));
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, symbols } of close) if (!found.has(name) && symbols.some((symbol) => shared.has(symbol))) { found.add(name); for (const symbol of symbols) shared.add(symbol); }
  }
  return [...found];
}
const CLOSE = 600;

const RATE = /^\\(?:eta|alpha|gamma|epsilon|tau|mu|lambda)$/;

/** Lines that give a rate by the number of the step alone are left out. */
function steadyOf(group: Group, others: (program: Program) => string[]): Steady | undefined {
  const { program, counting } = group;
  const symbolsOf = (line: Line) => slotsOf(line.rhs, counting).map(({ slot }) => slot.name).filter((name) => name !== counting.letter && name !== line.name && name !== 'e' && name !== '\\pi');
  const rates = [...program.lines.values()].filter((line) => line.name !== group.name && RATE.test(line.name) && !hasField(line.rhs, counting) && symbolsOf(line).every((name) => program.leaves.constants.includes(name)));
  if (rates.length === 0) return undefined;
  const elsewhere = new Set([...program.lines.values()].filter((line) => !rates.includes(line)).flatMap(symbolsOf));
  const names: Names = { ...group.names, line: (name) => (rates.some((rate) => rate.name === name) ? undefined : group.names.line(name)) };
  const links = new Map([...group.links].filter(([name]) => !rates.some((rate) => rate.name === name)));
  const steady = run(group.sink, group.name, names, links, others);
  return steady && { group: steady, isShared: rates.some((rate) => symbolsOf(rate).some((name) => elsewhere.has(name))) };
}

/** The line by itself: what it rests on is whatever it is. */
export function aloneOf(group: Group): Group {
  const names: Names = { ...group.names, line: (name) => (name === group.name ? group.names.line(name) : undefined) };
  return run(group.sink, group.name, names, new Map([[group.name, group.sink]])) ?? group;
}

const placeOf = (binder: Binder): number => startOf(binder.link);

function lineOf({ link, right }: Binder, slot: Slot, counting: Counting, sink: string): Line {
  const { name, moment } = slot;
  const shift = typeof moment === 'number' ? moment : 0;
  const used = slotsOf(right, counting).map((use) => use.slot).filter((use) => use.moment !== undefined);
  const isFunction = used.length > 0 && used.every((use) => use.name !== name && use.moment === shift) && !hasField(right, counting);
  return { name, shift, timed: typeof moment === 'number', rhs: withoutArguments(right, counting, sink), at: startOf(link), isFunction };
}

/** Jacobians, Hessians and residuals are functions of the quantity: `J(x_k)^T r(x_k)` is `J^T r` at that step. */
function withoutArguments(expr: Expr, counting: Counting, sink: string): Expr {
  return replace(expr, (part) => {
    // The point of a gradient is its own.
    if (isNabla(part) || part.kind === 'derivative') return part;
    if (!isProduct(part) || !part.factors.some((_, i) => isArgument(part.factors, i, counting, sink))) return undefined;
    const factors = part.factors.flatMap((factor, i): Expr[] => {
      if (isArgument(part.factors, i, counting, sink)) return [];
      const next = part.factors[i + 1];
      const head = withoutArguments(factor, counting, sink);
      // A power or transpose behind the argument is one of the value.
      return [isScripted(next) && isArgument(part.factors, i + 1, counting, sink) ? { ...next, base: head } : head];
    });
    return factors.length === 1 ? factors[0] : { ...part, factors, signs: part.signs.filter((_, i) => !isArgument(part.factors, i + 1, counting, sink)) };
  });
}

function isArgument(factors: readonly Expr[], at: number, counting: Counting, sink: string): boolean {
  const [head, body] = [factors[at - 1], factors[at]];
  const group = isScripted(body) ? body.base : body;
  const name = isScripted(head) && !head.sub.length ? head.base : head;
  if (!isLetter(name, /^[JHrFe]$/) || !isBracketed(group, '(')) return false;
  return slotOf(group.items[0], counting)?.name === sink;
}

/** The line that gives a quantity: the nearest one, those before sooner than those after, those of another rule last. */
function nearest(name: string, around: Around): { binder: Binder; slot: Slot } | undefined {
  let best: { binder: Binder; slot: Slot; distance: number } | undefined;
  for (const { binder, slot } of around.bound) {
    if (slot.name !== name || binder.link === around.from.link || !isMoving(binder, slot, around)) continue;
    const ahead = placeOf(binder) - placeOf(around.from);
    const distance = (ahead > 0 ? 2 * ahead : -ahead) + (around.crosses(placeOf(binder), placeOf(around.from)) ? REACH : 0);
    if (!best || distance < best.distance) best = { binder, slot, distance };
  }
  return best;
}

const GRADIENT_NAME = /^(?:g|\\(?:hat|tilde|bar)\{g\})(?:_|$)/;

/** It changes from step to step; a gradient's own formula is read only when it is a gradient by sign. */
function isMoving({ right }: Binder, slot: Slot, { counting, moving }: Around): boolean {
  if (GRADIENT_NAME.test(slot.name) && !mentions(right, slot.name, counting)) return hasField(right, counting) && !hasPart(right, isBig);
  return slot.moment !== undefined || moving().has(slot.name);
}

/** Names that are bound by a gradient, by themselves, with a step, or by another such name. */
function movingNames(bound: readonly Bound[], counting: Counting): Set<string> {
  const lines = bound.map(({ binder: { right }, slot }) => ({ slot, field: hasField(right, counting) || isCurved(right), inner: slotsOf(right, counting).map((s) => s.slot) }));
  const moving = new Set<string>();
  for (let before = -1; before < moving.size; ) {
    before = moving.size;
    for (const { slot, field, inner } of lines) {
      if (slot.moment !== undefined || field || inner.some((s) => s.moment !== undefined || s.name === slot.name || moving.has(s.name) || GRADIENT_NAME.test(s.name))) moving.add(slot.name);
    }
  }
  return moving;
}

const hasField = (expr: Expr, counting: Counting): boolean => !!hasPart(expr, (e) => !!fieldUse(e, counting, ''));
const mentions = (expr: Expr, name: string, counting: Counting): boolean => slotsOf(expr, counting).some(({ slot }) => slot.name === name);

/** Whether the sink's lines mention the sink. */
function leadsBack(program: Program, counting: Counting): boolean {
  for (const line of program.lines.values()) {
    const inGradients = find(line.rhs, (e) => { const use = fieldUse(e, counting, program.sink); return !!use?.point && slotsOf(use.point, counting).some(({ slot }) => slot.name === program.sink); });
    if (inGradients && line.name !== program.sink) return true;
    if (slotsOf(line.rhs, counting).some(({ slot }) => slot.name === program.sink)) return true;
  }
  return false;
}
