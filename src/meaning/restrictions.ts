/** What an exercise says of a name without binding it. */
import type { Declared, Restriction } from './declarations';
import type { Contents, DocumentMeaning } from './document';
import { crossesSection } from './sections';

/** Whether an exercise says what a name is without binding it. */
export const isDeclared = ({ declarations: { domains, shapes, ranks, restricted } }: Pick<Contents, 'declarations'>, base: string, unit: number): boolean =>
  [domains, shapes, ranks, restricted].some((list) => list.some((d) => d.base === base && d.unit === unit));

/** What is said of a name that is not read, as far as it reaches a place: back to what stands before it under the same heading. */
export const restrictions = (document: DocumentMeaning, base: string, at: number): Declared<Restriction>[] =>
  document.declarations.restricted.filter((d) => d.base === base && d.unit === document.traces.unitAt(at) && (d.at <= at || !crossesSection(document, at, d.at)));
