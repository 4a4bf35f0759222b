/** Lines that hold since parts of both sides vanish, as every multiple of a gradient does where it is zero: of the rest they say nothing. */
import type { LinkSyntax } from '../meaning/document';
import { keysIn } from '../meaning/names';
import { map, type Term } from '../meaning/term';
import { symbolsIn } from '../meaning/world';
import { print } from '../notation/print';
import { evaluate } from './evaluate';
import { type AlignedSides, seedText } from './readings';

type Holds = (sides: AlignedSides) => boolean;

/** By one choice of sizes and by the next, since `2 / n` may be 1. What cancels loses its digits, and is zero where no difference shows. */
const holds = (link: LinkSyntax, sides: AlignedSides, definitions = sides.world.definitions): boolean =>
  [0, 1].every((choice) => evaluate({ ...sides, world: { ...sides.world, definitions } }, { seed: seedText(link), brief: true, choice })?.outcome !== 'differ');

/** Both sides are sums with a part, of one summand or of some side by side, that there makes no difference, and elsewhere does. */
const vanishApart = (sides: AlignedSides, there: Holds, elsewhere: Holds): boolean =>
  [sides.left, sides.right].every((left) => {
    const all = summandsOf(left);
    const parts = all.flatMap((_, i) => all.slice(i).map((__, j) => all.slice(i, i + j + 1))).filter(({ length }) => length < all.length);
    return parts.some((part) => { const without = { ...sides, left, right: map('sub', left, part.reduce((sum, one) => map('add', sum, one))) }; return there(without) && !elsewhere(without); });
  });

/** With their signs. */
function summandsOf(term: Term): Term[] {
  if (term.op !== 'map' || !/^(?:add|sub|neg)$/.test(term.fn)) return [term];
  const [first, second] = term.args.map(summandsOf);
  const turned = (terms: Term[]): Term[] => terms.map((one) => map('neg', one));
  if (!second) return turned(first);
  return [...first, ...(term.fn === 'sub' ? turned(second) : second)];
}

/** The `w = (X^T X)^{-1} X^T y` for which parts of both sides are zero, where the line holds for no other w. */
export function onlyAtSolution(link: LinkSyntax, sides: AlignedSides): string | undefined {
  const { world } = sides;
  const byAll: Holds = (part) => holds(link, part);
  const within = new Set([...keysIn(sides.left), ...keysIn(sides.right)]);
  const defined = symbolsIn(world).filter(({ key, binding }) => binding && within.has(key) && world.definitions.has(key));
  if (defined.length === 0 || !vanishApart(sides, byAll, () => false)) return undefined;
  const solved = defined.find(({ key }) => { const freely: Holds = (part) => holds(link, part, new Map([...world.definitions].filter(([other]) => other !== key))); return !freely(sides) && vanishApart(sides, byAll, freely); });
  return solved?.binding && `${solved.use.tex} = ${print(solved.binding.expr)}`;
}

/** At points that satisfy what is given, of parts that are no zero otherwise. */
export const onlyAtPoint = (link: LinkSyntax, sides: AlignedSides, isThere: Holds): boolean =>
  onlyAtSolution(link, sides) !== undefined || vanishApart(sides, isThere, (part) => holds(link, part));
