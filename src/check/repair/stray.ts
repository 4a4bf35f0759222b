/** Names that stand in one line and nowhere else. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../../meaning/document';
import { type SymbolUse, usesIn } from '../../meaning/symbols';

/** Those of a line of which no other line says anything, nor a declaration. */
export function strayNames(document: DocumentMeaning, link: LinkSyntax): SymbolUse[] {
  const own = usesIn(document, ...exprsOf(link)).filter(({ base }) => !document.bindings.has(base) && !document.surroundings.declarations.shape(base, startOf(link)));
  const elsewhere = own.length ? new Set(document.links.filter(({ statement }) => statement !== link.statement).flatMap((other) => usesIn(document, ...exprsOf(other)).map(({ base }) => base))) : undefined;
  return own.filter(({ base }) => !elsewhere?.has(base));
}
