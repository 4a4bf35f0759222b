/** The lines around an update line: which of them move with it, and which gives a quantity. */
import type { DocumentMeaning } from '../../meaning/document';
import { children, type Expr, hasPart, isBig, isName, isScripted } from '../../notation/expression';
import { mentions } from '../../optimizers';
import { type Binder, bindersOf, DEFAULT_LETTER, isCurved, isLikely } from './binders';
import { hasField } from './fields';
import { type Counting, labelledNames, type Slot, slotOf, slotsOf, uses } from './slots';

/** Lines further apart than this do not belong together. */
const REACH = 3000;
/** Closer than this they may be of one rule. */
const CLOSE = 600;
/** Nothing counts the steps. */
const NO_LETTER = '';

/** The lines near a line, each with the quantity that it binds. */
export interface Around { from: Binder; sink: Slot; counting: Counting; crosses: Crosses; bound: Bound[]; moving(): Set<string> }
export interface Bound { binder: Binder; slot: Slot }
/** Whether a rule is named between two places: then they may belong to two rules. */
type Crosses = (a: Binder, b: Binder) => boolean;

/** The lines that could be updates, each with the lines near it. */
export function surroundings(document: DocumentMeaning): Around[] {
  const binders = bindersOf(document);
  const named = mentions(document.text).map((m) => m.at);
  const crosses: Crosses = (a, b) => named.some((at) => at > Math.min(a.at, b.at) && at < Math.max(a.at, b.at));
  return binders.flatMap((binder) => (isLikely(binder) ? aroundOf(binder, binders, crosses) ?? [] : []));
}

function aroundOf(from: Binder, binders: readonly Binder[], crosses: Crosses): Around | undefined {
  const near = binders.filter((b) => b.link.unit === from.link.unit && Math.abs(b.at - from.at) < REACH && (b.letter === undefined || from.letter === undefined || b.letter === from.letter));
  const letter = from.letter ?? from.number ?? (isFactor(from.right, DEFAULT_LETTER) ? NO_LETTER : DEFAULT_LETTER);
  const labelled = labelledNames(near.map((b) => b.left), letter);
  const counting: Counting = { letter, isLabel: (name) => labelled.has(name) || (labelled.size > 0 && /^(?:g|G|d\S*)$/.test(name)) };
  const sink = slotOf(from.left, counting);
  if (!sink || sink.power) return undefined;
  const bound = near.flatMap((binder) => { const slot = slotOf(binder.left, counting); return slot && !slot.power ? [{ binder, slot }] : []; });
  return { from, sink, counting, crosses, bound, moving: movingAmong(bound, counting) };
}

/** A letter that multiplies, or is added: no power and no script. */
const isFactor = (expr: Expr, letter: string): boolean => (isName(expr) ? expr.letter === letter : (isScripted(expr) ? [expr.base] : children(expr)).some((part) => isFactor(part, letter)));

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
export const closeLines = ({ bound, from, crosses }: Around): Bound[] => bound.filter(({ binder }) => Math.abs(binder.at - from.at) < CLOSE && !crosses(binder, from));

/** The line that gives a quantity: the nearest one, those before sooner than those after, those of another rule last. */
export function nearest(name: string, around: Around): Bound | undefined {
  let best: Bound & { distance: number } | undefined;
  for (const { binder, slot } of around.bound) {
    if (slot.name !== name || binder.link === around.from.link || !isMoving(binder, slot, around)) continue;
    const ahead = binder.at - around.from.at;
    const distance = (ahead > 0 ? 2 * ahead : -ahead) + (around.crosses(binder, around.from) ? REACH : 0);
    if (!best || distance < best.distance) best = { binder, slot, distance };
  }
  return best;
}

const GRADIENT_NAME = /^(?:g|\\(?:hat|tilde|bar)\{g\})(?:_|$)/;

/** It changes from step to step; a gradient's own formula is read only when it is a gradient by sign. */
export function isMoving({ right }: Binder, slot: Slot, { counting, moving }: Around): boolean {
  if (GRADIENT_NAME.test(slot.name) && !uses(right, slot.name, counting)) return hasField(right, counting) && !hasPart(right, isBig);
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
