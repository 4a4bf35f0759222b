/** Names that a line solves for, which it does not bind. */
import { everyPart, type Expr, isBig } from '../../notation/expression';
import { type DocumentMeaning, type LinkSyntax, type Stationarity, startOf } from '../document';
import { sumLetters } from '../free';
import { optimumOf } from '../stationarity';
import { contextOf, keyOf, type SymbolUse, symbolUse, usesIn, visitSymbols } from '../symbols';

/** A later line has the same name on its left: that one is to be shown, and what was to be shown proves nothing of it. */
export function isConcludedLater(document: DocumentMeaning, { rhs, unit, statement }: LinkSyntax, head: SymbolUse): boolean {
  return document.links.some((other) => {
    const use = other.unit === unit && other.statement !== statement && startOf(other) > rhs.span.end && other.relation.name === 'equal' ? symbolUse(other.lhs.expr, contextOf(document)) : undefined;
    return use !== undefined && keyOf(use) === keyOf(head);
  });
}

/** The definitions that a right side rests on lead back to the name: it is solved for, not bound. */
export function leadsBack(document: DocumentMeaning, link: LinkSyntax, use: SymbolUse): boolean {
  const key = keyOf(use);
  const seen = new Set<string>();
  const stack: Expr[] = [link.rhs.expr];
  const context = contextOf(document);
  let found = false;
  for (let expr = stack.pop(); expr && !found; expr = stack.pop()) {
    const top = expr === link.rhs.expr;
    visitSymbols(expr, context, (inner) => {
      if (keyOf(inner) === key && !top) { found = true; return; }
      const binding = document.surroundings.lookup(inner.base, inner.time, startOf(link), true);
      const id = binding ? `${binding.base}@${binding.at}` : '';
      const sameTime = binding?.time?.shift === inner.time?.shift;
      if (binding && sameTime && binding.at < startOf(link) && !seen.has(id) && !binding.recursive) { seen.add(id); stack.push(binding.expr); }
    });
  }
  return found;
}

/** A gradient by this variable was set to zero before: what follows solves for it. */
export function solvedFor(document: DocumentMeaning, link: LinkSyntax, use: SymbolUse): boolean {
  const bare = optimumOf(use.base) ?? use.base;
  return document.stationary.some((s) => s.unit === link.unit && s.at < startOf(link) && s.variables.some((v) => v.base === use.base || v.base === bare) && restsOnKnown(document, link, s));
}

/** A solution is made of what its equation is made of; other letters make it a definition. */
function restsOnKnown(document: DocumentMeaning, link: LinkSyntax, s: Stationarity): boolean {
  const known = new Set<string>();
  const stack: Expr[] = [s.expr];
  for (let expr = stack.pop(); expr; expr = stack.pop()) visitSymbols(expr, contextOf(document), (use) => {
    if (known.has(use.base)) return;
    known.add(use.base);
    for (const b of document.bindings.get(use.base) ?? []) stack.push(b.expr);
  });
  const bound = new Set(everyPart(link.rhs.expr).filter(isBig).flatMap(sumLetters));
  return usesIn(document, link.rhs.expr).every(({ base }) => known.has(base) || bound.has(base) || document.bindings.has(base) || /^[A-Z]$/.test(base) || /^(?:bar|hat)\(/.test(base));
}
