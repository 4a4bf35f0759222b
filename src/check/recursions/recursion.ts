/** Lines that give a quantity by itself one step before, as they stand in a document. */
import { type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import { shifted } from '../../meaning/symbols';
import * as build from '../../notation/build';
import { equates, everyPart, type Expr, find, isBareLetter, isBracketed, isNumeral, isScripted, replace } from '../../notation/expression';
import { type Counting, countingLetter, labelledNames, slotOf, slotsOf } from '../updates/slots';

export interface Recursion {
  link: LinkSyntax;
  /** The quantity without its step. */
  name: string;
  counting: Counting;
  /** `name` at the counting letter plus this is what the line gives. */
  shift: number;
  /** Right sides that give it, as written, the last one of a chain first: `x_k - \alpha f'(x_k) = (1 - \alpha\lambda) x_k`. */
  sides: Expr[];
}

/** The recursions of a document, in order. */
export const recursionsOf = (document: DocumentMeaning): Recursion[] => document.links.flatMap((link) => recursionOf(link) ?? []);

function recursionOf(link: LinkSyntax): Recursion | undefined {
  if (link.position !== 0 || !equates(link.relation)) return undefined;
  const letter = countingLetter(link.lhs.expr, link.rhs.expr);
  if (!letter) return undefined;
  const counting = countingBy(letter, link.lhs.expr);
  const left = slotOf(link.lhs.expr, counting);
  if (!left || left.power || typeof left.moment !== 'number') return undefined;
  const { name, moment: shift } = left;
  const before = (side: Expr): boolean => { if (isStep(side, counting)) return false; const at = stepsOf(side, name, counting); return at.length > 0 && at.every((step) => step === shift - 1); };
  const { members, relations } = link.statement;
  const sides = members.slice(1).filter((member, i) => relations.slice(0, i + 1).every(equates) && before(member.expr)).map((member) => member.expr);
  return sides.length ? { link, name, counting, shift, sides: sides.reverse() } : undefined;
}

/** `x_k` by itself: `x_{k+1} = x_k` says that x rests, and gives no step. */
export function isStep(expr: Expr, counting: Counting): boolean {
  const slot = slotOf(expr, counting);
  return slot !== undefined && !slot.power;
}

export function countingBy(letter: string, left: Expr): Counting {
  const labelled = labelledNames([left], letter);
  return { letter, isLabel: (name) => labelled.has(name) };
}

/** Steps at which an expression takes a quantity, counted from the letter. */
export function stepsOf(expr: Expr, name: string, counting: Counting): number[] {
  return slotsOf(expr, counting).flatMap(({ slot }) => (slot.name === name && typeof slot.moment === 'number' ? [slot.moment] : []));
}

/** The step, counted from the letter, of which an expression is the quantity; undefined where it is anything else. */
export function momentOf(expr: Expr, { name, counting }: Pick<Recursion, 'name' | 'counting'>): number | undefined {
  const slot = slotOf(expr, counting);
  return slot?.name === name && typeof slot.moment === 'number' && !slot.power ? slot.moment : undefined;
}

/** The last recursion for a quantity before a line of the same exercise. */
export function recursionBefore(recursions: readonly Recursion[], link: LinkSyntax, fits: (recursion: Recursion) => boolean): Recursion | undefined {
  return recursions.filter((r) => r.link.unit === link.unit && startOf(r.link) <= startOf(link) && fits(r)).at(-1);
}

/** The number of a step on the recursion's quantity: `w_0`, `w^{(0)}`, and `w^0` or `w_i^0` where superscripts count. */
export function numberedStep(expr: Expr, { name, counting }: Pick<Recursion, 'name' | 'counting'>): number | undefined {
  if (!isScripted(expr) || expr.primes || expr.sub.length + expr.sup.length === 0) return undefined;
  for (const place of ['sub', 'sup'] as const) {
    const script = expr[place].at(-1);
    const inner = isBracketed(script) ? script.contents[0] : script;
    if (!isNumeral(inner) || !Number.isInteger(inner.value)) continue;
    const isPower = place === 'sup' && inner === script && !counting.isLabel(name);
    const rest: Expr = { ...expr, [place]: expr[place].slice(0, -1) };
    if (!isPower && slotOf(rest.sub.length + rest.sup.length ? rest : rest.base, counting)?.name === name) return inner.value;
  }
  return undefined;
}

/** The numbers of all steps that an expression takes the quantity at. */
export const numberedSteps = (expr: Expr, recursion: Recursion): number[] => everyPart(expr).flatMap((e) => numberedStep(e, recursion) ?? []);

/** A side of the recursion at a step whose old value is given; undefined where the number of the step is calculated with in a way that is not seen. */
export function stepped(side: Expr, recursion: Recursion, step: number, old: Expr): Expr | undefined {
  const { counting, shift } = recursion;
  const at = (expr: Expr): Expr => build.number(step - shift, expr.span);
  const next = replace(side, (expr) => {
    if (momentOf(expr, recursion) !== undefined) return old;
    return isBareLetter(expr, counting.letter) ? at(expr) : undefined;
  });
  return find(next, (expr) => isScripted(expr) && [...expr.sub, ...expr.sup].some((script) => shifted(script)?.letter === counting.letter)) ? undefined : next;
}
