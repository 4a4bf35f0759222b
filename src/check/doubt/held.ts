/** Names that words hold fixed while something is differentiated. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../../meaning/document';
import { reaches } from '../../meaning/names';
import { contextOf, keyOf, symbolUse } from '../../meaning/symbols';
import { regionAt, wordsAfter, wordsBefore } from '../../meaning/wording';
import { symbolsIn } from '../../meaning/world';
import { everyPart, type Expr, find, hasPart, isBig, isDerivative, isSum } from '../../notation/expression';
import { contains, type Differing, evaluateBy } from './differing';

/** Names with a definition that words before a line, or just after it, hold fixed: what is derived there is not derived through these. */
export function heldAt(document: DocumentMeaning, link: LinkSyntax): string[] {
  const { declarations: { held }, bindings } = document;
  const isSaid = (d: { unit: number; at: number; base: string }): boolean => d.unit === link.unit && d.at < link.rhs.span.end + NEXT_SENTENCE && bindings.has(d.base);
  return isDerived(document, link) ? [...new Set(held.filter(isSaid).map(({ base }) => base))] : [];
}
const NEXT_SENTENCE = 200;

/** Something is differentiated in it, or was set to zero before it. */
const isDerived = ({ stationary }: DocumentMeaning, link: LinkSyntax): boolean => exprsOf(link).some(isDerivative) || stationary.some((s) => s.unit === link.unit);

/** The words around speak of names that are not differentiated through, and with some of its names held fixed the line may hold. */
export function holdsFixed(differing: Differing): boolean {
  const { document, link, sides } = differing;
  const { wording } = document;
  const isOfOptimum = document.stationary.some(({ unit, variables }) => unit === link.unit && variables.some((variable) => sides.world.symbols.has(keyOf(variable))));
  const isDerived = contains(sides, 'derivative') || exprsOf(link).some(isDerivative) || isOfOptimum;
  if (sides.world.reading.held.size > 0 || !isDerived) return false;
  const words = `${wordsBefore(wording, link.region, 1500)} ${wordsAfter(wording, link.region, 300)}`;
  return STOPPED.test(words) || (HELD.test(words) && (isOfOptimum || mayHoldWithout(differing, [...sides.world.definitions.keys()]))) || mayHoldWithout(differing, constrained(differing));
}

/** "The budget constraint `m = p x + q y`" says what is to hold, and perhaps not what m is made of. */
function constrained({ document: { parts: { regions }, wording }, sides: { world } }: Differing): string[] {
  const isConstraint = (region: number): boolean => CONSTRAINT.test(wordsBefore(wording, region, 60)) || AS_CONSTRAINT.test(wordsAfter(wording, region, 60));
  return symbolsIn(world).filter(({ key, binding }) => binding && world.definitions.has(key) && isConstraint(regionAt(regions, binding.at))).map(({ key }) => key);
}
const CONSTRAINT = /(?:\bsubject to|\bs\.\s?t\.|\b(?:constraints?|budget(?: line| equation)?)(?: that| is| are| given by)?|\bNebenbedingung(?:en)?|\bcontraintes?|约束(?:条件)?)\s*:?\s*$/i;
const AS_CONSTRAINT = /^\s*(?:be|is|as)\s+(?:the|a|our)\s+(?:\w+\s+)?(?:constraint|budget)/i;

/** With one of these definitions of names held fixed, or all but one, or all. */
function mayHoldWithout(differing: Differing, keys: readonly string[]): boolean {
  if (keys.length === 0) return false;
  const { world } = differing.sides;
  const choices = [keys, ...keys.flatMap((key) => [[key], keys.filter((other) => other !== key)])];
  return choices.some((held) => {
    const definitions = new Map([...world.definitions].filter(([key]) => !held.includes(key)));
    const found = evaluateBy(differing, definitions);
    return found?.outcome !== 'differ' || found.vacuous;
  });
}

/** In `\sum_t \frac{\partial L}{\partial h_t} \frac{\partial h_t}{\partial W}` of a recursion the state before may be held fixed, so that each step counts once. */
export const holdsStateFixed = ({ link, sides }: Differing): boolean =>
  contains(sides, 'derivative') && symbolsIn(sides.world).some(({ binding }) => binding?.recursive) && exprsOf(link).some((expr) => find(expr, (e) => isBig(e) && e.op === 'sum' && hasPart(e.body, isDerivative)));

/** In `\frac{\partial l}{\partial u} \frac{\partial u}{\partial x} + \frac{\partial l}{\partial m} \frac{\partial m}{\partial x}`, where u rests on m, each derivative is along its own path: m counts once. */
export function alongPaths({ document, link, sides: { world } }: Differing): boolean {
  const context = contextOf(document);
  const keyIn = (expr: Expr): string | undefined => { const use = symbolUse(expr, context); return use && keyOf(use); };
  return exprsOf(link).some((expr) => {
    const found = (isSum(expr) ? everyPart(expr) : []).flatMap((e) => (e.kind === 'derivative' && !e.total ? [{ of: keyIn(e.of), by: keyIn(e.by[0].expr) }] : []));
    const between = [...new Set(found.flatMap(({ by }) => (by && found.some(({ of }) => of === by) ? [by] : [])))];
    return between.some((near) => between.some((far) => far !== near && reaches(world, near, far)));
  });
}

/** One of several places of a name is not differentiated through. */
const STOPPED = /(?<![a-zß-ё])(?:stop[- ]?grad[a-zß-ё]*|detach[a-zß-ё]*)(?![a-zß-ё])/i;
/** Names between a function and its variable that are not differentiated through. */
const HELD = /(?<![a-zß-ё])(?:[EM][- ](?:step|Schritt)|étape [EM]|paso [EM]|expectation[- ]maximi[sz]ation|EM[- ]Algorithm[a-zß-ё]*|responsibilit[a-zß-ё]+|Verantwortlichkeit[a-zß-ё]*|responsabilit[a-zß-ё]+|responsabilidad[a-zß-ё]*|(?:held|hold[a-zß-ё]*|kept|keep[a-zß-ё]*|treat[a-zß-ё]*)(?: [^\s.;:⟦]+){0,5}? (?:as )?(?:fixed|constants?)|fest(?:gehalten|halten)|konstant gehalten|bei festen)(?![a-zß-ё])/i;
