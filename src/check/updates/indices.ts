/** The indices of a quantity in its own update: a step moves each entry by its own gradient. */
import type { LinkSyntax } from '../../meaning/document';
import { sumLetters } from '../../meaning/free';
import { children, type Expr, factorsOf, hasPart, isBig, isGroup, isLetter, isName, isNumeral, isScripted, isScriptedName, type Scripted, variablesOf } from '../../notation/expression';
import { print } from '../../notation/print';

/** `\theta_j := \theta_i - …`, `\theta_i := \theta_i - \eta g_j`, `W^{[1]} := W^{[1]} - \alpha dW^{[2]}` are steps of no one quantity. */
export function hasOwnIndices({ lhs, rhs }: LinkSyntax): boolean {
  const head = lhs.expr;
  if (!isScriptedName(head)) return true;
  const { letter } = head.base;
  const own = indicesOf(head);
  const isOther = (used: Expr): boolean => isScripted(used) && indicesOf(used) !== own && (isOf(used.base, letter) || (ENTRY.test(own) && ENTRY.test(indicesOf(used))));
  // What a sum binds has letters of its own, and no others.
  const agreesWithin = (e: Expr, bound: readonly string[]): boolean => {
    const inside = isBig(e) ? [...bound, ...sumLetters(e)] : bound;
    return !(isScripted(e) && entriesOf(e).some((entry) => !inside.includes(print(entry)) && !own.includes(print(entry)))) && children(e).every((part) => agreesWithin(part, inside));
  };
  const agrees = (e: Expr): boolean => (isBig(e) ? agreesWithin(e, []) : ![e, ...variablesOf(e)].some(isOther) && children(e).every(agrees));
  return agrees(rhs.expr);
}

/** A letter that counts entries. */
const ENTRY = /^[ijd]$/;

/** Every quantity has the same indices in all of the lines, so that what is left out of its name is no choice: `r_i c_j` and never `r_j c_i`. */
export function haveOwnIndices(links: readonly LinkSyntax[]): boolean {
  const known = new Map<string, string>();
  const agrees = (e: Expr): boolean => {
    if (!isScriptedName(e)) return true;
    const name = print(e.base);
    if (!known.has(name)) known.set(name, indicesOf(e));
    return known.get(name) === indicesOf(e);
  };
  return links.every(({ lhs, rhs }) => [lhs.expr, rhs.expr].every((side) => !hasPart(side, (e) => !agrees(e))));
}

/** The letter itself, or its gradient written `dW`. */
const isOf = (base: Expr, letter: string): boolean => isName(base) && (base.letter === letter || base.letter === `d${letter}`);

const entriesOf = ({ sub }: Pick<Scripted, 'sub'>): Expr[] => sub.flatMap(factorsOf).filter((item) => isLetter(item, ENTRY));

/** Letters that count entries, and labels of layers. */
function indicesOf({ sub, sup }: Scripted): string {
  const layers = sup.filter((item) => isGroup(item) && (item.open === '[' || item.open === '('));
  return [...entriesOf({ sub }), ...layers.filter((item) => isGroup(item) && item.contents.every(isNumeral))].map(print).join(' ');
}
