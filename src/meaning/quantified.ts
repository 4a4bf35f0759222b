/** Names, by their bases, that a line is said to hold for whatever they are: "for any non-zero vector v", "for all `x \in \mathbb{R}^n`". "For all x" alone may leave out where x lies. */
import { isName } from '../notation/expression';
import type { DocumentMeaning, LinkSyntax } from './document';
import { contextOf, symbolUse } from './symbols';
import { MARK, wordsAfter, wordsBefore } from './wording';

const ALL = String.raw`(?:(?<![a-zß-ё])(?:for|given|let|take|holds|für|pour|para|con)\s+(?:an?\s+)?(?:any|all|every|each|arbitrary|alle|jede[sn]?|beliebige[sn]?|tout|todo)|任意|所有)\s*`;
const KIND = String.raw`((?:(?:possible|non-?zero|real|column)\s+)*(?:(?:vectors?|matri(?:x|ces)|numbers?|scalars?)\s*)?)`;
const LISTED = String.raw`(?:${MARK}\s*(?:,|and|und|et|y|e|和)*\s*){0,2}`;
/** Between the names and the line; anything else may say which of them are meant. */
const BRIDGE = String.raw`(?:[,:\s]|\b(?:we (?:have|get|obtain|find|see)|it (?:holds|follows)|that|then|holds|gilt|on a|se tiene|temos)\b|有)*`;
const NAMED = new RegExp(`${ALL}${KIND}${LISTED}$`, 'i');
const BEFORE = new RegExp(`${ALL}${KIND}(${LISTED}${MARK})${BRIDGE}$`, 'i');
const BEHIND = new RegExp(String.raw`^\s*,?\s*(?:holds\s+)?${ALL}${KIND}(${LISTED}${MARK})\s*(?:[.,;:)]|\n|$)`, 'i');
/** A name alone, and no "for any v of length one". */
const ALONE = new RegExp(String.raw`^\s*(?:[.;:)]|,(?!\s*(?:where|with|such|whose)\b)|(?:and\s+)?${MARK}|(?:we|it|the|there|that)\b|$)`, 'i');

/** What a formula names, where the words around it say that this is any such thing. */
export function anyNamed(document: DocumentMeaning, region: number): string[] {
  const named = ALONE.test(wordsAfter(document.wording, region, 20)) ? NAMED.exec(wordsBefore(document.wording, region, 80)) : null;
  return named ? namesOf(document, [region], named[1] !== '') : [];
}

/** What the words right before or behind a link say that it holds for. */
export function quantifiedNames(document: DocumentMeaning, { region }: LinkSyntax): Set<string> {
  const before = BEFORE.exec(wordsBefore(document.wording, region, 120));
  const behind = BEHIND.exec(wordsAfter(document.wording, region, 120));
  const regions = (match: RegExpExecArray | null, first: number, step: number): number[] => (match ? match[2].split(MARK).slice(1).map((_, i) => first + i * step) : []);
  return new Set([...namesOf(document, regions(before, region - 1, -1), before?.[1] !== ''), ...namesOf(document, regions(behind, region + 1, 1), behind?.[1] !== '')]);
}

/** The x and y of `x, y \in \mathbb{R}^n`; without a relation only where words say what kind of thing they are. */
function namesOf({ equations, traces }: DocumentMeaning, regions: number[], isOfKind: boolean): string[] {
  const statements = regions.flatMap((region) => equations[region].statements);
  if (!isOfKind && !statements.some(({ relations }) => relations.length > 0)) return [];
  return statements.flatMap(({ members }) => members.flatMap(({ expr }) => (isName(expr) ? symbolUse(expr, contextOf({ traces }))?.base ?? [] : [])));
}
