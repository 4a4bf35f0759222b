/** Conditions that stand behind a formula: "⟦⟧ for ⟦⟧". */
import type { EquationSyntax, Statement } from '../notation/expression';
import type { Region } from '../text';
import { DIRECTION } from '../notation/expression';
import { statementsAround } from './document';
import { IF_SIGNS, IFS } from './said';

interface Written { text: string; parts: { regions: readonly Region[] }; equations: readonly EquationSyntax[] }

/** Where the formula begins that a condition stands behind, with a few words between. */
export function formulaBefore({ text, parts: { regions }, equations }: Written, { region, statement }: { region: number; statement: Statement }): number | undefined {
  const first = equations[region - 1]?.statements.find(({ relations }) => relations.length > 0);
  const between = region > 0 ? text.slice(regions[region - 1].span.end, regions[region].span.start) : '';
  if (!first || statementsAround({ equations }, { region, statement }).before.some(({ relations }) => relations.length > 0) || !BEHIND.test(between) || isBound(first) || (/[,;]/.test(between) && isLeading(text, regions, region))) return undefined;
  return first.members[0].span.start;
}

/** "…, for ⟦⟧: ⟦⟧" begins another case. */
const isLeading = (text: string, regions: readonly Region[], region: number): boolean => region + 1 < regions.length && /^\s*[:,：，]\s*$/.test(text.slice(regions[region].span.end, regions[region + 1].span.start));

/** `x > 0` lies between numbers itself. */
const isBound = ({ members, relations }: Statement): boolean => relations.every(({ name }) => name in DIRECTION) && members.every(({ expr }) => /^(?:name|num|scripted|mark)$/.test(expr.kind));
const BEHIND = new RegExp(String.raw`^[\s,(]*(?:for|if|when(?:ever)?|where|on|with|as long as|provided(?: that)?|für|sofern|para|pour|als|voor|se|per|dla|gdy|对|${IFS}|${IF_SIGNS})?(?:\s+(?:all|any|every|alle|todo|tout))?\s*$`, 'i');
