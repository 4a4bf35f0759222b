/** Bounded names: `\epsilon > 0`, `0 < \alpha < 1`, `a, b > 0`; and the ranges of indices. */
import { isLetter, isName, isNumeral } from '../../notation/expression';
import { formulaBefore } from '../behind';
import { boundsOf, declaredAt, type Domain, domainBetween } from '../declarations';
import { allBindings, type DocumentMeaning, type LinkSyntax, exprsOf, startOf } from '../document';
import { distance } from '../traces';
import { type Bound, boundsIn, isCase } from '../premises';
import { sentenceEnd } from '../wording';
import { assumes, type Role } from './role';

/** Bounded names: `\epsilon > 0`, `0 < \alpha < 1`, `a, b > 0`. */
export function premiseOf(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const bounds = boundsIn(document, link);
  if (!bounds) return undefined;
  const { text, parts: { regions } } = document;
  const before = formulaBefore(document, link);
  const isForIt = before !== undefined && !definesAt(document, before);
  const until = isCase(document, link) ? { until: isForIt ? regions[link.region].span.end : sentenceEnd(text, regions, link.region) } : {};
  for (const bound of bounds) {
    const value = narrowed(document, bound, link);
    if (value) document.declarations.domains.push({ base: bound.base, at: before ?? startOf(link), unit: link.unit, value, ...until });
  }
  return assumes('A condition.', 'inequality');
}

const definesAt = (document: DocumentMeaning, at: number): boolean => allBindings(document).some((binding) => binding.at === at);

/** What a bound leaves of what is known of a name already; where that is nothing, another case has begun. */
function narrowed(document: DocumentMeaning, { base, from, to, strict }: Bound, link: LinkSyntax): Domain | undefined {
  const known = declaredAt(document.declarations.domains.filter((d) => d.at <= startOf(link)), base, startOf(link), link.unit);
  if (known === 'integer' && from <= 1 && to === Infinity) return undefined;
  const before = known && boundsOf(known);
  const [low, high] = before ? [Math.max(before.from, from), Math.min(before.to, to)] : [from, to];
  const isOpen = strict || known === 'positive' || known === 'unit';
  return low < high ? domainBetween(low, high, isOpen) : domainBetween(from, to, strict);
}

export function isRange(document: DocumentMeaning, link: LinkSyntax): boolean {
  return exprsOf(link).some((e) => isLetter(e, /^[i-nt]$/) && distance(document.traces, `bare ${e.letter}`, e.span.start) >= 0 && !document.bindings.has(e.letter)) &&
    exprsOf(link).every((e) => isNumeral(e) || isName(e));
}
