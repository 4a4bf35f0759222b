/** Lines that use a quantity that nothing gives, as `E[g^3]_t` beside `E[g^2]_t`: with another quantity in its place they may be a rule. */
import { type DocumentMeaning, startOf, writtenIn } from '../../meaning/document';
import { type Expr, isProduct, replace, withPair } from '../../notation/expression';
import { type Around, type Bound, closeLines, withRight } from './around';
import { type Group, groupOf } from './gather';
import { shifts } from './shifts';
import { type Slot, slotsOf } from './slots';

export interface Respelt {
  group: Group;
  /** The quantity whose line is changed. */
  line: string;
  target: Expr;
  by: Expr;
}

/** Every way to put a quantity of the lines in the place of the only one that occurs nowhere else in the exercise. */
export function respellings(document: DocumentMeaning, around: Around): Respelt[] {
  const close = closeLines(around);
  const strangers = close.flatMap((line) => strangersIn(line, close, around));
  if (strangers.length !== 1 || occurrences(document, around, strangers[0].slot.name) > 1) return [];
  const [{ line, slot, expr }] = strangers;
  return close.flatMap((other): Respelt[] => {
    if (bare(other.slot.name) === bare(slot.name)) return [];
    const by = [other.binder.left, ...shifts(other.binder.left, around.counting.letter)].find((e) => isAt(e, slot, around));
    const rhs = by && put(line.binder.right, expr, by);
    const group = rhs && groupOf(withRight(around, line.binder, rhs));
    return group?.program.lines.get(line.slot.name)?.at === startOf(line.binder.link) && by ? [{ group, line: line.slot.name, target: expr, by }] : [];
  });
}

/** A name of two factors is no part of the product that it stands in. */
function put(within: Expr, target: Expr, by: Expr): Expr {
  return replace(within, (part) => {
    if (part.kind === target.kind && part.span.start === target.span.start && part.span.end === target.span.end) return by;
    const at = isProduct(part) && isProduct(target) ? part.factors.findIndex((factor, i) => factor === target.factors[0] && part.factors[i + 1] === target.factors[1]) : -1;
    return isProduct(part) && at >= 0 ? withPair(part, at, by) : undefined;
  });
}

interface Stranger { line: Bound; slot: Slot; expr: Expr }

/** Quantities that move, or would beside such, and that no line gives. Greek letters are constants, and gradients are given from outside. */
const strangersIn = (line: Bound, close: readonly Bound[], { counting, bound }: Around): Stranger[] => slotsOf(line.binder.right, counting)
  .filter(({ slot }) => !slot.power && !OUTSIDE.test(slot.name) && slot.name !== counting.letter && !bound.some((other) => other.slot.name === slot.name) && isLike(slot, close))
  .map(({ slot, expr }) => ({ line, slot, expr }));

const OUTSIDE = /^(?:g|G|d\S*|[HJIeT]|\\(?:hat|tilde|bar)\{g\}|\\(?!hat|bar|tilde|Delta)[a-zA-Z]+)(?:_\{.*\})?$/;

/** It has a step; or it is written as the quantities are that have none, with the same label. */
const isLike = ({ name, moment }: Slot, close: readonly Bound[]): boolean => moment !== undefined || (/_\{d\S+\}$/.test(name) && close.some(({ slot }) => slot.moment === undefined && label(slot.name) === label(name)));
const label = (name: string): string => name.slice(name.indexOf('_'));

/** `\hat m` beside `m` is a mean that was corrected without a line for it. */
const bare = (name: string): string => name.replace(/^\\[a-z]+\{(.*?)\}/, '$1');

function isAt(expr: Expr, { moment }: Slot, { counting }: Around): boolean {
  return slotsOf(expr, counting)[0]?.slot.moment === moment;
}

/** How often the exercise has it, in formulas of any sort. */
function occurrences(document: DocumentMeaning, { from, counting }: Around, name: string): number {
  return writtenIn(document, from.link).flatMap((expr) => slotsOf(expr, counting)).filter(({ slot }) => slot.name === name).length;
}
