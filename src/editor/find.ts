/** Finds the equation or the relations that a place of the text belongs to. */
import type { Position, Range, Selection } from 'vscode';
import type { Equation, Link, Outline } from '../report';
import { toRange } from './positions';

/** Index of the equation at a position; the last of two that meet there. */
export function equationAt({ items }: Outline, position: Position): number | undefined {
  const index = items.findLastIndex(({ range }) => toRange(range).contains(position));
  return index < 0 ? undefined : index;
}

/** Indices of what the selection touches; of the equation at the cursor when nothing is selected. */
export function equationsIn({ items }: Outline, selection: Selection): number[] {
  return [...items.keys()].filter((index) => toRange(items[index].range).intersection(selection));
}

/** The relations meant by a selection: those inside of it, else those around it; all when nothing is selected. */
export function linksIn({ links }: Equation, selection: Range): Link[] {
  if (selection.isEmpty) return links;
  const inside = links.filter(({ range }) => selection.contains(toRange(range)));
  const around = links.filter(({ range }) => toRange(range).contains(selection));
  return [inside, around].find((found) => found.length > 0) ?? links.filter(({ range }) => toRange(range).intersection(selection));
}

/** The relation at a position: where a member stands between two, the one that it is the right side of. */
export function linkAt({ links }: Equation, position: Position): Link | undefined {
  return links.find(({ range }) => toRange(range).contains(position));
}
