/** Numbers that names stood for while a line was judged, and whether they are meant there. */
import { isSaidWith } from '../meaning/conditions';
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { IN_GENERAL, regionAt, wordsBefore, wordsBetween } from '../meaning/wording';
import { type Binding, symbolsIn } from '../meaning/world';
import { hasPart, isClosed, isSymbol } from '../notation/expression';
import { print } from '../notation/print';
import type { Assumption } from './judgement';
import type { AlignedSides } from './readings';

/** Numbers that names stood for: those said with the line are assumed, and in a line whose one side is a number all are; elsewhere they prove nothing. */
export function valuesTaken(document: DocumentMeaning, link: LinkSyntax, { world }: AlignedSides): { assumed: Assumption[]; elsewhere?: string } {
  const pinned = symbolsIn(world).flatMap(({ binding, use }) => (binding?.isValue ? [{ binding, use, text: `${use.tex} = ${print(binding.expr)}` }] : []));
  const assumed = pinned.map(({ text }): Assumption => ({ kind: 'condition', text }));
  const isOpen = symbolsIn(world).some(({ binding, size }) => !binding && !size);
  const past = pinned.find(({ binding }) => isOver(document, binding, link, isOpen));
  if (past) return { assumed, elsewhere: past.text };
  if (exprsOf(link).some(isClosed)) return { assumed };
  const stray = pinned.filter(({ binding }) => !isCaseBefore(document, binding, link)).find(({ binding, use }) => mentionsName(link, use.tex) || !isSaidWith(document, binding.at, link));
  return stray ? { assumed, elsewhere: stray.text } : { assumed };
}

/** A number that words say for a case, or for an example, holds no longer where others speak of all, nor that of a case in another paragraph; nor there any, such as the 0 of "at time t = 0", beside names that have no number, as these may drop out by it. */
function isOver({ text, parts: { regions, blocks }, wording }: DocumentMeaning, { at }: Binding, link: LinkSyntax, isOpen: boolean): boolean {
  const { start } = regions[link.region].span;
  if (start <= at) return false;
  const between = wordsBetween(text, regions, at, start);
  if (IN_GENERAL.test(between)) return true;
  const before = wordsBefore(wording, regionAt(regions, at), 60);
  if ((isOpen || OF_A_CASE.test(before)) && /[.!?]\s*\n\s*\n/.test(between)) return true;
  return blocks.some(({ kind, title, span }) => kind === 'section' && EXAMPLE.test(title) && at >= span.start && at < span.end && start >= span.end);
}

/** "For t = 1 ⟦⟧": said of this line. */
function isCaseBefore({ parts: { regions }, wording }: DocumentMeaning, { at }: Binding, { region }: LinkSyntax): boolean {
  const said = regionAt(regions, at);
  return said === region - 1 && CASE.test(wordsBefore(wording, said, 20)) && !/[.?!;\n]/.test(wordsBefore(wording, region, 30).replace(/^[^]*⟦⟧/, ''));
}

const CASE = /\b(?:for|when|if|at|with|für|bei|mit|wenn|para|si|con|pour)\s+$/i;
const OF_A_CASE = /\b(?:when|whenever|if|at|where|wenn|falls|si|cuando)\s+(?:⟦⟧\s*(?:,|and|or)\s*)*$/i;
const EXAMPLE = /\b(?:examples?|instance|beispiel|exemple|ejemplo)\b|例/i;

/** It stands in the line as it is written. */
export const mentionsName = (link: LinkSyntax, tex: string): boolean => exprsOf(link).some((expr) => hasPart(expr, (e) => isSymbol(e) && print(e) === tex));
