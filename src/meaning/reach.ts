/** How far a binding reaches: a name is a variable again, and what is solved for does not define what stood before. */
import { contextOf, hasSymbol } from './symbols';
import { mentionsBase } from './classify/mentions';
import type { Contents } from './document';
import type { Expr } from '../notation/expression';
import { regionAt, wordsBefore } from './wording';
import type { Binding } from './world';

/** "So x = v − λ", and then `P(x) = x^2`: the name is a variable again. In `P(x) = v = x + λ` it is still what it was. */
export function isOverruled(document: Contents, binding: Binding, use: number): boolean {
  const { base, at, unit } = binding;
  const varies = (other: Binding): boolean => other.unit === unit && other.at > at && other.at <= use && other.params.some((param) => param.base === base) && isFirstOf(document, base, other.at);
  return isSolved(document, binding) && [...document.bindings.values()].some((list) => list.some(varies));
}

/** Whether what the name bound at a place is first said to be equal to mentions another. */
function isFirstOf({ links, traces }: Contents, base: string, at: number): boolean {
  const first = links.find(({ lhs, position }) => position === 0 && lhs.span.start === at);
  return first !== undefined && mentionsBase(first.rhs.expr, base, { traces });
}

const solved = new WeakMap<Binding, boolean>();

function isSolved({ parts: { regions }, wording }: Contents, binding: Binding): boolean {
  const known = solved.get(binding) ?? SOLVED.test(wordsBefore(wording, regions.findIndex(({ span }) => binding.at >= span.start && binding.at < span.end), 40));
  solved.set(binding, known);
  return known;
}
const SOLVED = /\b(?:so|hence|thus|therefore|giving|gives|yields|get|obtain|also|daher|folglich|somit|luego|donc)\s*$|所以\s*$|得\s*$/i;

/** Labels, which the words before call one-hot or 0 and 1, are data: a later definition under their name is of something else. */
export const isLabel = ({ declarations }: Contents, base: string, unit: number, before: number): boolean =>
  declarations.domains.some((d) => d.base === base && d.unit === unit && d.at < before && (d.value === 'one-hot' || d.value === 'binary'));

/** What was differentiated by is a variable; a closed form that comes later solves for it and does not reach back. `counts`: which of these places do. */
export function variedBefore(document: Contents, base: string, unit: number, before: number, counts: (at: number) => boolean = () => true): boolean {
  const isBefore = (place: { unit: number; at: number }): boolean => place.unit === unit && place.at < before && counts(place.at);
  return ['gradient', 'varied'].some((topic) => document.traces.seen.get(`${topic} ${base}`)?.some(isBefore)) || [...document.derivatives.values()].some((list) => list.some((d) => d.by.base === base && isBefore(d)));
}

/** "…, where ⟦y = …⟧ and ⟦z = …⟧", of what stands before it. */
export function isExplained({ parts, wording }: Contents, { at }: Binding): boolean {
  const region = regionAt(parts.regions, at);
  return region > 0 && /(?:[a-zß-ё⟧][,;]?\s+(?:where|wobei|où|donde|onde)(?:\s+(?:we have|gilt))?|其中)\s*(?:⟦⟧\s*(?:,|and|und|et|y|e|和)?\s*){0,3}$/i.test(wordsBefore(wording, region, 30));
}

/** What is concluded or begins another case, or comes after a derivative was set to zero without words that introduce it, does not define what stands before. */
export function isSolution(document: Contents, binding: Binding, use: number): boolean {
  const { stationary, parts, wording } = document;
  const { at, unit, base } = binding;
  const region = regionAt(parts.regions, at);
  // In `y = h(x) = x^2` one formula says both.
  if ((NEW_CASE.test(wordsBefore(wording, region, 120)) && use < parts.regions[region].span.start) || isSolvedFor(document, binding, region, use)) return true;
  if (/\b(?:hence|therefore|thus|giving|we (?:see|conclude)|it follows)\b[^.;!?⟦]{0,25}$/i.test(wordsBefore(wording, region, 80))) return true;
  if (!stationary.some((s) => s.unit === unit && s.at < at && (s.at > use || s.variables.some((variable) => variable.base === base)))) return false;
  return !/\b(?:where|with|here|denot\w+|defin\w+|let|writ\w+)\b[^.]*$/i.test(wordsBefore(wording, region, 80));
}

/** `2 a x = 2 b \\ x = \frac{b}{a}`: the equation before it in one display is none that defines. */
function isSolvedFor({ bindings, traces, links, parts }: Contents, { at, base }: Binding, region: number, use: number): boolean {
  if (region < 0 || use >= parts.regions[region].span.start) return false;
  const isBinding = (start: number): boolean => [...bindings.values()].some((list) => list.some((other) => other.at === start));
  const mentions = (expr: Expr): boolean => hasSymbol(expr, contextOf({ traces }), (one) => one.base === base);
  return links.some(({ region: where, position, relation, lhs, rhs }) => where === region && position === 0 && relation.name === 'equal' && rhs.span.end <= at && !isBinding(lhs.span.start) && [lhs, rhs].some(({ expr }) => mentions(expr)));
}

/** "Let y = …", "With η = 1/h": from here on, and not before. */
const NEW_CASE = /(?:^|[.;:!?]\s|\n)\s*(?:now\s+|next,?\s+|then\s+)?(?:let|take|suppose|choose|consider|if|for|with|when|sei(?:en)?|soi(?:en)?t|sean?|sejam?)\b[^.;:!?⟦\n]{0,40}$|(?<!标)[记令设取]\s*$/i;
