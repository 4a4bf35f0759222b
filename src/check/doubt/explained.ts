/** Words and formulas beside a line that say under what it holds. */
import { sentenceBefore } from '../../meaning/premises';
import { indexConditions } from '../../meaning/provisos';
import { MARK, wordsAfter, wordsBefore } from '../../meaning/wording';
import { allBindings, startOf, statementsAround, type Stationarity } from '../../meaning/document';
import { freeIndices } from '../../meaning/term';
import * as build from '../../notation/build';
import { type Expr, hasPart, isChain, isGroup, isName, isProduct } from '../../notation/expression';
import { atStationary } from '../stationary';
import { type Differing, undisturbed } from './differing';
import { agreesSomewhere } from './gaps';

/** `\text{since } \mu = …` behind a line says more than is read of it; "for all i" says nothing. */
export const isSaid = (condition: Expr): boolean => (condition.kind === 'words' ? REASON.test(condition.text) : isChain(condition) && !['in', 'to'].includes(condition.relations[0].name));

/** `\text{with} \mu = …` in words that are not known, behind the line. */
export function isExplainedBeside({ document, link }: Pick<Differing, 'document' | 'link'>): boolean {
  const { after: next } = statementsAround(document, link);
  if (!next) return false;
  const { members: [{ expr: head }], relations, label } = next;
  if (relations.length === 0) return (/\p{L}/u.test(label) || (isProduct(head) && isWord(head.factors[0]))) && hasPart(head, isInterval);
  return isProduct(head) && isWord(head.factors[0]);
}

/** `(0, 1)` after words such as "on". */
const isInterval = (e: Expr): boolean => isGroup(e) && (e.open === '(' || e.open === '[') && e.contents.length === 2;

const isWord = (e: Expr): boolean => e.kind === 'words' || (isName(e) && e.font === 'roman' && /^\p{Ll}{2,}$/u.test(e.letter));

/** "…, because ⟦\epsilon^2 = 0⟧": an equation right behind the line that defines nothing may be why it holds, unless the sides differ where that is met. */
export function isReasonedBehind({ document, link, sides }: Differing): boolean {
  const [words] = wordsAfter(document.wording, link.region, 40).split(MARK);
  const next = REASON.test(words) && !/[.;:]/.test(words) ? document.links.find(({ region }) => region === link.region + 1) : undefined;
  if (next?.relation.name !== 'equal' || allBindings(document).some(({ at }) => at === startOf(next))) return false;
  const given: Stationarity = { expr: build.difference(next.lhs.expr, next.rhs.expr), variables: [], at: startOf(link) - 1, unit: link.unit };
  const found = undisturbed(sides.world, () => atStationary(link, sides, [given]));
  return found === 'unread' || (found !== undefined && found.evaluation?.outcome !== 'differ');
}
const REASON = /(?<![a-zß-ё])(?:if|when\w*|where|since|because|as|by|using|with|assum\w+|provided|given|unless|weil|da|denn|wegen|mit|car|puisque|porque|pues|con|avec|так как|因为|由于)(?![a-zß-ё])/i;

/** "… for active units", "… when it is on", "For active units, …": words that say when a line holds, and no formula does. Where that is a region, some of the points lie in it. */
export function isSaidInWords({ document: { wording }, link: { region }, evaluation }: Differing): boolean {
  const [words] = STATED_BEHIND.exec(wordsAfter(wording, region, 80)) ?? STATED_BEFORE.exec(wordsBefore(wording, region, 100)) ?? [];
  return words !== undefined && (!OF_REGION.test(words) || agreesSomewhere(evaluation));
}
const REGIONS = '(?:in)?active|(?:positive|negative)(?! (?:ex|s|one|class|label|inst|case|pair))|non-?zero|linear|interior|inside|outside|region|regime';
const OF_REGION = new RegExp(REGIONS, 'i');
const STATES = `${REGIONS}|saturat|dead|boundar|fixed points?|equilibri|origin|correct|true|wrong|other|remaining|positive|negative|dimension|scalar|univariate`;
const STATED_BEHIND = new RegExp(String.raw`^\s*,?\s*(?:(?:when(?:ever)?|if|unless|as long as|once|provided|wenn|falls|solange|cuando|si|quand|lorsque)\s+(?:⟦⟧\s+(?:is|are)\s+)?[^\s.;:!?⟦][^.;:!?⟦]*|(?:for|on|in|at)\s[^.;:!?⟦]{0,30}?\b(?:${STATES})[^.;:!?⟦]{0,20})`);
const STATED_BEFORE = new RegExp(String.raw`(?:[.!?]\s|\n)\W*(?:for|on|in|at|inside|outside)\s[^.;:!?⟦]{0,40}?\b(?:${STATES})[^.;:!?⟦]{0,30}$|\b(?:if|when)\b[^.;:!?⟦=≠]{1,60}:\s*$`, 'i');

/** `\nabla J = (w x_i - y_i) x_i` of a sum over i, in words that speak of one of its summands: "per example", "stochastic gradient descent". */
export function isOfOneSummand({ document, link, sides: { left, right } }: Differing): boolean {
  const [some, others] = [left, right].map((side) => [...freeIndices(side)].filter((index) => /^[a-z]$/.test(index)).sort().join());
  return some !== others && ONE_SUMMAND.test(`${sentenceBefore(document, link)} ${wordsAfter(document.wording, link.region, 60)}`);
}
const ONE_SUMMAND = /\b(?:stochastic|SGD|online|contribut|unbiased|(?:per|single|one|each|random\w*|th|mini)\b[- ]?(?:\w+ )?(?:examp|sampl|data|point|observ|instance|pair|pattern|batch|case))/i;

/** "On the diagonal", "where the indices agree": words that say of which entries a line with two indices is, and nothing that is read does. */
export const isOfSomeEntries = ({ document, link, evaluation: { labels } }: Differing): boolean =>
  indexConditions(document, link).length === 0 && labels.length > 1 && SOME_ENTRIES.test(`${sentenceBefore(document, link)} ${wordsAfter(document.wording, link.region, 60)}`);
const SOME_ENTRIES = /\bdiagonal|\b(?:same|equal|identical|matching|different|distinct|other) (?:ind(?:ex|ices)|entr(?:y|ies)|class(?:es)?|units?|components?)\b|\bindices (?:agree|coincide|match|differ)|gleiche[nr]? Ind(?:ex|izes)|Diagonal|对角|対角/i;
