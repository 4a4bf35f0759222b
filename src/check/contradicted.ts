/** A name that is defined once more, by a slip of what it is: the lines that use it tell which of both it is. */
import { mentionsBase } from '../meaning/classify/mentions';
import { type DocumentMeaning, type LinkSyntax, apartFrom, exprsOf } from '../meaning/document';
import { sentenceBefore } from '../meaning/premises';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import { contextOf, symbolUse } from '../meaning/symbols';
import type { Binding } from '../meaning/world';
import { isSymbol } from '../notation/expression';
import type { LinkKind } from '../report';
import type { Judgement } from './judgement';
import { boundBy } from './otherwise';
import { proposeRepair } from './repair';
import { judge } from './verify';

/** Lines that are asked at most. */
const ASKED = 8;
/** Lines that must hold by what the name was alone; words that take it up count as one. */
const FOLLOWING = 2;

/** Why a line that binds a name again is wrong: one edit makes it what the name was, lines that use the name hold by that alone, and none holds by the new one alone. One such line, beside which no words take the name up, may be the one that is wrong. */
export function definedBySlip(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind, known: Binding, anew: Binding): Judgement | undefined {
  if (anew.isValue || !takesUp(document, link)) return undefined;
  const before = sentenceBefore(document, link);
  const apart = apartFrom(document);
  const judgement = judge(apart, link, { fixed: boundBy(known) });
  if (judgement.verdict !== 'refuted') return undefined;
  const uses = [...explained(document, link, before), ...after(document, link, known.base)].filter((use) => mentions(document, use, known.base) && !binds(document, use, known.base)).slice(0, ASKED);
  let following = WHERE.test(before) ? 1 : 0;
  for (const use of uses) {
    const [byKnown, byNew] = [known, anew].map((binding) => judge(apart, use, { fixed: boundBy(binding), reasons: false, solved: true }).verdict === 'verified');
    if (byNew && !byKnown) return undefined;
    if (byKnown && !byNew) following++;
  }
  const repair = proposeRepair(document, { link, kind, judgement });
  // Nobody gives a function anew as its own derivative, but for the x that stands beside `x^2/2` in a list.
  return repair && (following >= FOLLOWING || (!isSymbol(link.rhs.expr) && repair.edits.some(({ text }) => text === "'"))) ? judgement : undefined;
}

/** Equations of the exercise after a link, up to the next that says what the name is. */
function after(document: DocumentMeaning, link: LinkSyntax, base: string): LinkSyntax[] {
  const following = document.links.slice(document.links.indexOf(link) + 1).filter((other) => other.unit === link.unit && other.relation.name === 'equal');
  const next = following.findIndex((other) => binds(document, other, base));
  return next < 0 ? following : following.slice(0, next);
}

const binds = (document: DocumentMeaning, { lhs }: LinkSyntax, base: string): boolean => symbolUse(lhs.expr, contextOf(document))?.base === base;

/** Equations of the formula that "where …" says the names of. */
function explained(document: DocumentMeaning, link: LinkSyntax, before: string): LinkSyntax[] {
  const between = WHERE.exec(before);
  if (!between) return [];
  const region = link.region - 1 - (between[0].match(/⟦⟧/g)?.length ?? 0);
  return document.links.filter((other) => other.region === region && other.unit === link.unit && other.relation.name === 'equal');
}
const WHERE = /(?<![a-zß-ё])(?:where|wherein|with|since|as|because|da|weil|wobei|mit|où|avec|donde|con|onde|com|其中)\s*(?:⟦⟧\s*(?:,|and|und|et|y|e)?\s*)*$/i;

const mentions = (document: DocumentMeaning, link: LinkSyntax, base: string): boolean => exprsOf(link).some((expr) => mentionsBase(expr, base, document));

/** Whether nothing around a link says that another thing is meant by the name ("many books write …", "a variant: …"): nobody can list the ways to say so, so the few words are listed that take up what is known. */
export function takesUp(document: DocumentMeaning, link: LinkSyntax, before = clauseBefore(document, link)): boolean {
  if (link.statement.label) return false;
  const isEnd = /\.\s*\$*$/.test(document.parts.regions[link.region].tex);
  const after = isEnd ? '' : /^(?:(?![.!?;]\s|\n\s*\n|⟦)[\s\S])*/.exec(wordsAfter(document.wording, link.region, 300))?.[0] ?? '';
  return (KNOWN_BEFORE.test(before) || (WHERE_CLAUSE.test(before) && !ANEW.test(before))) && KNOWN_AFTER.test(after);
}
const clauseBefore = ({ wording }: DocumentMeaning, { region }: LinkSyntax): string => /(?:^|[.!?;]\s|\n\s*\n)((?:(?![.!?;]\s|\n\s*\n)[\s\S])*)$/.exec(wordsBefore(wording, region, 300))?.[1] ?? '';
const KNOWN_BEFORE = /^(?:[^a-zß-ё]|(?<![a-zß-ё])(?:and|then|so|thus|hence|therefore|where|wherein|with|since|as|because|by|recall|remember|that|we|have|had|know|get|using|from|above|before|here|is|dann|also|da|weil|wobei|mit|und|wir|haben|alors|donc|où|avec|comme|et|on|a|entonces|donde|con|como|y|então|onde|com|e|其中|所以|因为)(?![a-zß-ё]))*$/i;
const WHERE_CLAUSE = /[,⟧]\s*(?:where|wherein|since|because|da|weil|wobei|où|donde|onde|其中)\s*$/i;
const ANEW = /(?<![a-zß-ё])(?:now|instead|new|redefin[a-zß-ё]*|suppose|consider|assum[a-zß-ё]*|cases?|nun|jetzt|neu[a-zß-ё]*|stattdessen|maintenant|ahora|agora)(?![a-zß-ё])/i;
/** What follows goes on with the derivation. */
const KNOWN_AFTER = /^\s*(?:[^a-zß-ё\s]\s*)*(?:(?:and|so|then|thus|hence|therefore|which|that|we|one|it|this|follows|gives?|yields?|get|obtain|find|have|see|is|und|also|damit|so dass|wir|erhalten|ist|et|donc|on|a|obtient|y|entonces|tenemos|então|temos|得|所以)(?:[^a-zß-ё]+|$))*$/i;
