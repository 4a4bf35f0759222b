/** Names of which a document says only that they exist. */
import type { DocumentMeaning } from '../../meaning/document';
import { isExistential } from '../../meaning/premises';
import type { SymbolUse } from '../../meaning/symbols';
import { symbolsIn } from '../../meaning/world';
import type { AlignedSides } from '../readings';

/** Symbols of a claim of which only existence is said. */
export function existentials(document: DocumentMeaning, sides: AlignedSides): SymbolUse[] {
  return symbolsIn(sides.world).filter((info) => !info.binding && isExistential(document, info.use, sides.at)).map((info) => info.use);
}
