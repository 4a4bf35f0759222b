/** Derivatives through names that nothing defines. */
import { keysIn, reaches } from '../../meaning/names';
import type { SymbolUse } from '../../meaning/symbols';
import { hasTerm, type Term, visitTerm } from '../../meaning/term';
import type { World } from '../../meaning/world';
import type { Reason } from '../judgement';
import { type Differing, texOf, usesOf } from './differing';

/** `\partial L/\partial b = \partial L/\partial y` of an undefined L, where no definition leads from one variable to the other. Those of a Jacobian do not depend on each other. */
export function unrelated({ evaluation, sides, link }: Differing): Reason | undefined {
  if (link.pattern) return undefined;
  const [left, right] = [sides.left, sides.right].map((side) => derivativesIn(sides.world, side));
  for (const { of, by } of [...left, ...right]) {
    const [opposite, there] = left.some((d) => d.of === of && d.by === by) ? [right, sides.right] : [left, sides.left];
    // `\partial A^{-1}/\partial t` is by way of `\partial A/\partial t`.
    if (hasTerm(there, (t) => t.op === 'derivative' && t.key === by && keysIn(t.of).has(of))) continue;
    const others = opposite.filter((d) => d.of === of);
    // `\sum_j \partial E/\partial y_j\, \partial y_j/\partial b_i = \partial E/\partial y_i` knows what y is.
    const isLone = others.length === 0 && evaluation.arbitrary.every((side) => side.has(of)) && !opposite.some((d) => d.by === by || (d.by !== of && reaches(sides.world, d.by, by)));
    if (isLone) return { code: 'independent', of: texOf(sides, of), by: texOf(sides, by) };
    const isArbitrary = evaluation.arbitrary.some((side) => side.has(of));
    const related = others.length === 0 || others.some((d) => d.by === by || reaches(sides.world, d.by, by) || reaches(sides.world, by, d.by));
    if (isArbitrary && !related) return { code: 'independent', of: texOf(sides, others[0].by), by: texOf(sides, by) };
    const through = (left.some((d) => d.by === by) && right.some((d) => d.by === by)) ? undefined : undefinedBetween(sides.world, of, by);
    if (through) return { code: 'independent', of: texOf(sides, through), by: texOf(sides, by) };
  }
  return undefined;
}

/** An undefined name through which a defined one depends on a variable: what one side knows of it the other would have to say. */
function undefinedBetween(world: World, of: string, by: string): string | undefined {
  const seen = new Set([of]);
  for (const key of seen) for (const inner of keysIn(world.definitions.get(key)?.term ?? { op: 'num', value: 0 })) seen.add(inner);
  return [...seen].find((key) => key !== of && key !== by && !world.definitions.has(key) && world.symbols.get(key)?.dependsOn.includes(by));
}

/** Two or more undefined names between a function and its variable: whether a derivative holds the others fixed is not written. */
export function intermediates({ sides }: Differing): SymbolUse[] {
  const all = [sides.left, sides.right].flatMap((side) => derivativesIn(sides.world, side));
  const between = [...new Set(all.map(({ of }) => of))].filter((key) => !sides.world.definitions.has(key) && all.some(({ by }) => by === key));
  // In `\frac{\partial L_t}{\partial h_t} \frac{\partial h_t}{\partial h_k} \frac{\partial h_k}{\partial w}` the entries of one name rest on each other.
  const isOnItself = between.some((key) => all.some(({ of, by }) => of === key && by === key));
  return between.length > 1 || isOnItself ? usesOf(sides, between) : [];
}

/** What is differentiated by what in a term and in the definitions that it rests on. */
export function derivativesIn(world: World, side: Term): { of: string; by: string }[] {
  const found: { of: string; by: string }[] = [];
  const seen = new Set<string>();
  const terms = [side];
  for (const term of terms) visitTerm(term, (t) => {
    const of = t.op === 'derivative' ? namedIn(t.of) : undefined;
    if (of && t.op === 'derivative') found.push({ of, by: t.key });
    const definition = t.op === 'symbol' && !seen.has(t.key) ? world.definitions.get(t.key) : undefined;
    if (t.op === 'symbol') seen.add(t.key);
    if (definition) terms.push(definition.term);
  });
  return found;
}

/** The name that a derivative is of. */
function namedIn(of: Term): string | undefined {
  if (of.op === 'derivative') return namedIn(of.of);
  if (of.op === 'at') return namedIn(of.body);
  return of.op === 'symbol' ? of.key : undefined;
}
