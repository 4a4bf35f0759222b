/** Values of sizes that words give for a while, such as n = 1, and how far those words reach. */
import type { Condition } from './declarations';
import { type DocumentMeaning, type LinkSyntax, startOf } from './document';
import { holds } from './sections';
import { IN_GENERAL, wordsBetween } from './wording';

/** Conditions on sizes that stand in the exercise: those in force at a place, and those said of something else. */
export function conditionsAt(document: DocumentMeaning, link: LinkSyntax): { condition: Condition; inForce: boolean; past: boolean }[] {
  const unit = document.traces.unitAt(startOf(link));
  const found = new Map<string, { condition: Condition; inForce: boolean; past: boolean }>();
  for (const condition of document.declarations.conditions) {
    const id = `${condition.name} = ${condition.value}`;
    if (document.traces.unitAt(condition.at) !== unit || found.get(id)?.inForce) continue;
    found.set(id, { condition, inForce: isInForce(document, condition, link), past: condition.at > startOf(link) || isPast(document, condition.name, condition.at, link) });
  }
  return [...found.values()];
}

/** A heading rules its section, an item of a list what stands in it, any other words their own sentence. */
function isInForce(document: DocumentMeaning, { name, at, block, heading, lasts }: Condition, link: LinkSyntax): boolean {
  const scope = document.parts.blocks[block];
  const within = holds(scope, startOf(link));
  if (lasts && at < startOf(link) && !isPast(document, name, at, link)) return true;
  return heading ? within : (scope.kind === 'item' && within && at < startOf(link)) || isSaidWith(document, at, link);
}

/** Words between speak of all, or of another value. */
function isPast({ text, parts: { regions }, declarations }: DocumentMeaning, name: string, at: number, { lhs }: LinkSyntax): boolean {
  return IN_GENERAL.test(wordsBetween(text, regions, at, lhs.span.start)) || declarations.conditions.some((other) => other.name === name && other.at > at && other.at < lhs.span.start);
}

/** Whether words at a place and a formula stand in one sentence; displays may lie between. */
export function isSaidWith(document: DocumentMeaning, at: number, link: LinkSyntax): boolean {
  const { span } = document.parts.regions[link.region];
  if (at >= span.start && at < span.end) return true;
  const words = at < span.start ? wordsBetween(document.text, document.parts.regions, at, span.start) : wordsBetween(document.text, document.parts.regions, span.end, at);
  return words.length < SENTENCE && !/[.?!;]\s|\n\s*\n\s*\S/.test(words);
}

/** Longer ones are taken for several. */
const SENTENCE = 160;
