/** Matrices that are laid out as vectors, products of all pairs of entries, and sums that no sign tells. */
import { exprsOf } from '../../meaning/document';
import { freeIndices, rewriteTerm, type Term, hasTerm } from '../../meaning/term';
import { hasPart, isBig, isLetter } from '../../notation/expression';
import { evaluate } from '../evaluate';
import { seedText } from '../readings';
import type { Differing } from './differing';

/** `A \otimes B` where nothing says that it is the Kronecker product: the sign stands for other products too. */
export const isUnnamedProduct = ({ document, sides }: Differing): boolean => !document.said.kronecker && termsOf(sides).some((term) => flattens(term, 'pairs'));

/** It holds where vec lists a matrix row by row, which is usual too, and the document does not speak of columns. */
export function holdsByRows({ document, link, sides, evaluation }: Differing): boolean {
  if (document.said.columns || !termsOf(sides).some((term) => flattens(term, 'columns'))) return false;
  const definitions = new Map([...sides.world.definitions].map(([key, definition]) => [key, { ...definition, term: byRows(definition.term) }] as const));
  const turned = { ...sides, world: { ...sides.world, definitions }, left: byRows(sides.left), right: byRows(sides.right) };
  const found = evaluate(turned, { seed: seedText(link), choice: evaluation.choice, brief: true });
  return found?.outcome === 'agree' && !found.vacuous;
}

/** `x_i \delta_{ij} = x_j`: with a Kronecker delta of an index that the other side lacks it is summed over, where the exercise writes no sums. */
export const isContracted = ({ document, link, sides: { left, right } }: Differing): boolean =>
  (contracts(left, right) || contracts(right, left)) && exprsOf(link).some((expr) => hasPart(expr, (e) => isLetter(e, '\\delta'))) &&
  !document.links.some((other) => other.unit === link.unit && exprsOf(other).some((expr) => hasPart(expr, isBig)));

function contracts(side: Term, other: Term): boolean {
  const given = freeIndices(other);
  const own = [...freeIndices(side)].filter((index) => !index.startsWith('~') && !given.has(index));
  return hasTerm(side, (part) => part.op === 'map' && part.fn === 'equal' && part.args.some((arg) => arg.op === 'index' && own.includes(arg.index)));
}

const termsOf = ({ left, right, world }: Differing['sides']): Term[] => [left, right, ...[...world.definitions.values()].map(({ term }) => term)];

const flattens = (term: Term, by: 'columns' | 'pairs'): boolean => hasTerm(term, (part) => part.op === 'flatten' && part.by === by);

const byRows = (term: Term): Term =>
  rewriteTerm(term, (part) => (part.op === 'flatten' && part.by === 'columns' ? { ...part, body: byRows(part.body), over: [...part.over].reverse() } : undefined));
