/** Numbers between the bars of a norm: `\\|a - b\\|^2 = \\|a\\|^2 - 2ab + \\|b\\|^2` holds of such, but what stands there is a vector. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { contextOf, symbolUse } from '../meaning/symbols';
import type { Reading } from '../meaning/world';
import { type Expr, isGroup, summandsOf, visit } from '../notation/expression';

/** A name that a reading takes for a number so that the shapes fit, though a norm is taken of it or of what it is added to. */
export function normedNumber(document: DocumentMeaning, link: LinkSyntax, { ranks }: Reading): string | undefined {
  const uses = [...ranks.values()].includes(0) ? exprsOf(link).flatMap(normed).map((expr) => symbolUse(expr, contextOf(document))) : [];
  return uses.find((use) => use && !use.slots.length && ranks.get(use.base) === 0)?.tex;
}

function normed(expr: Expr): Expr[] {
  const found: Expr[] = [];
  visit(expr, (e) => { if (isGroup(e, '‖')) found.push(...e.items.flatMap(summandsOf)); });
  return found;
}
