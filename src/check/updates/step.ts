/** A line as a step: the old value of its quantity, and something with a rate. */
import type { LinkSyntax } from '../../meaning/document';
import * as build from '../../notation/build';
import { equates, type Expr, isScripted, type Name, replace, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
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
  const rates = [...new Map(used.filter((use) => RATE.test(use.slot.name) && use.slot.name !== slot.name).map((use) => [print(use.expr), use.expr])).values()];
  if (!own.some((use) => isOld(use.slot, slot)) || rates.length === 0) return undefined;
  return { link, name: slot.name, counting, variable: timeless(link.lhs.expr, counting), nexts: nextsOf(link.rhs.expr, slot, counting), rates: likeliest(rates), strays: own.filter((use) => use.slot.moment !== undefined && !isOld(use.slot, slot)).map((use) => use.expr), isMixed: own.some((use) => use.slot.moment !== undefined) && own.some((use) => use.slot.moment === undefined) };
}

const isOld = (old: Slot, slot: Slot): boolean => (typeof slot.moment === 'number' ? old.moment === slot.moment - 1 : old.moment !== 'new');

const RATE = /^(?:\\(?:eta|alpha|gamma|epsilon|varepsilon|mu|tau|rho|kappa|delta|beta|lambda)|s|h|lr)$/;
const USUAL = /^\\(?:eta|alpha|gamma)/;
/** Another letter is the rate only where none of the usual ones stands. */
const likeliest = (rates: Expr[]): Expr[] => (rates.some((rate) => USUAL.test(print(rate))) ? rates.filter((rate) => USUAL.test(print(rate))) : rates).slice(0, MOST);
const MOST = 3;

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
