/** One side of a recursion as a function of the step, with the definitions of the exercise written out. */
import { type DocumentMeaning, isEquation, linksBefore, type LinkSyntax } from '../../meaning/document';
import * as build from '../../notation/build';
import { type Expr, find, isLetter, isName, replace } from '../../notation/expression';
import { print } from '../../notation/print';
import { compile } from '../updates/compile';
import type { Code, Leaves, Line, Run } from '../updates/frame';
import { objectives } from '../updates/objectives';
import { slotsOf } from '../updates/slots';
import { isVector, unrun, type Value } from '../updates/values';
import type { Recursion } from './recursion';

/** Throws Unrun. */
export function codeOf(expr: Expr, { name, counting, shift }: Recursion, leaves: Leaves): Code {
  const line: Line = { name, shift, timed: true, rhs: expr, at: 0 };
  return compile(expr, { counting, sink: name, owner: line, leaves, line: (other) => (other === name ? line : undefined), need: () => undefined });
}

/** A run in which the quantity's old value is given. */
export const runOf = (constants: ReadonlyMap<string, number>, value: () => Value): Run => ({
  size: 2, lengths: new Map(), constants, value, objective: objectives('sequence')[0], setting: { first: 0, order: 'written', begin: 'zero', gradients: 'sequence' },
  sequence: gradientAt, current: unrun,
});
/** Gradients that are not alike at any two steps. */
const gradientAt = (step: number): Float64Array => Float64Array.of(Math.sin(3 * step + 1) + 1.3, Math.cos(2 * step) - 0.4);


export const entries = (value: Value): number[] => { if (typeof value === 'number') return [value]; if (isVector(value)) return [...value]; unrun(); };

/** Plain names that the exercise defined before, such as `\rho = 1 - \alpha\lambda`, written out; three deep. */
export function withDefinitions(document: DocumentMeaning, link: LinkSyntax, expr: Expr, recursion: Recursion, depth = 3): Expr {
  const { name, counting } = recursion;
  if (depth === 0) return expr;
  return replace(expr, (e) => {
    if (!isName(e) || e.letter === name || e.letter === counting.letter) return undefined;
    const definition = linksBefore(document, link).findLast((other) => isEquation(other) && isName(other.lhs.expr) && print(other.lhs.expr) === print(e))?.rhs.expr;
    if (!definition || find(definition, (part) => isLetter(part, e.letter)) || slotsOf(definition, counting).some(({ slot }) => slot.moment !== undefined)) return undefined;
    return build.group(withDefinitions(document, link, definition, recursion, depth - 1), e.span);
  });
}
