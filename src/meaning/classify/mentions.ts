/** Whether an expression mentions a name. */
import type { Expr } from '../../notation/expression';
import type { DocumentMeaning } from '../document';
import { contextOf, keyOf, type SymbolUse, visitSymbols } from '../symbols';

/** Exactly this symbol. */
export const mentions = (expr: Expr, key: string, document: DocumentMeaning): boolean => hasSymbol(expr, document, (use) => keyOf(use) === key);

export const mentionsBase = (expr: Expr, base: string, document: DocumentMeaning): boolean => hasSymbol(expr, document, (use) => use.base === base);

export function hasSymbol(expr: Expr, document: DocumentMeaning, isOne: (use: SymbolUse) => boolean): boolean {
  let found = false;
  visitSymbols(expr, contextOf(document), (use) => { found ||= isOne(use); });
  return found;
}
