/** What a document takes for granted: links that words or their own shape make conditions, and hypotheticals around formulas. */
import { callsIn, DIRECTION, type Expr, factorsOf, find, type Group, hasPart, isBracketed, isChain, isDerivative, isElided, isGroup, isLetter, isNabla, isName, isNumeral, isPair, isProduct, isScripted, isScriptedName, isSymbol, isZero, pairOf, STRICT, summandsOf } from '../notation/expression';
import { print } from '../notation/print';
import { type DocumentMeaning, type LinkSyntax, exprsOf, listBefore, statementsAround } from './document';
import { near } from './traces';
import { numberIn } from './declarations';
import { contextOf, familyOf, hasSymbol, type SymbolUse, symbolUse, visitSymbols } from './symbols';
import { IF_SIGNS, IFS, saidIn } from './said';
import { type Wording, wordsAfter, wordsBefore } from './wording';

/** "If x > 0", "for ε > 0", "assume that A x = 0": the formula right after these words is a condition. */
const CONDITIONAL = /\b(?:iff?|once|until|while|case|need|want|guarantee|ensure|when|whenever|suppose|supposing|letting|assume|assuming|given|provided|let|where|for|with|such that|unless|(?:as|so) (?:long|soon) as|(?:under|on) the (?:condition|assumption)|requires?|subject to|that is|s\.t\.)\b(?:(?!\b(?:is|are|has|have|holds?|gives?|gets?|we|becomes?|reads?|equals?|satisf\w+|get)\b)[^.;:!?⟦]){0,40}(?:⟦⟧\s*(?:,|and|,\s*and|or)?\s*){0,3}$/i;
/** The same in other languages that homework comes in, with what introduces names there; "se" is "if" in front of a formula alone. */
const CONDITIONAL_ELSEWHERE = new RegExp(String.raw`(?:(?<![a-zß-ё])(?:${IFS}|se(?:i|ien|an?|jam?)|sia(?:no)?|пусть|se\s*(?=⟦|$))(?![a-zß-ё])|${IF_SIGNS}|假[如设設定]|[设設](?![置计計定])|もし)[^.,;:!?。；：，、⟦]{0,20}(?:⟦⟧\s*(?:[,，、且和yeи]|und|et)?\s*){0,3}$`, 'i');
/** And behind it. */
const CONDITIONAL_BEHIND = /^\s*(?:이?면|일 ?때|이?라 ?하|라고 ?가|なら|の[と時]|とする|[をと]仮定|[时時])/;
/** Words that make even a displayed formula a condition: it is to be solved, or to be held to. */
const DEMANDING = /\b(?:suppose|assume|assuming|subject to|s\.t\.|such that|constraints?|solv(?:e|es|ing)(?! for)|solutions? (?:of|to)|roots? of|requir(?:e|es|ing)|satisf(?:y|ies|ying))\b(?:(?!\b(?:is|are|has|have|holds?|gives?|gets?|we|becomes?|reads?|equals?|get|obtain|yields?)\b)[^.;!?⟦]){0,40}$/i;
/** The same in other languages that homework comes in, and what concludes there. */
const DEMANDING_ELSEWHERE = /(?:(?<![a-zß-ё])(?:angenommen|nehmen wir an|nebenbed|löse|erfüll|gleichung|supp?o[sn]|réso|satisf|t[ae]l\w* que|resuelv|resolv|équat|ecuac|equaç|contraint|suje[it]|soggett|реши|уравнени|услови|предполож)[a-zß-ё]*|假设|满足|求解|方程|约束|制[約约]|방정식|제약)[^.;!?。；⟦]{0,40}$/i;
const CONCLUDING_ELSEWHERE = /(?:(?<![a-zß-ё])(?:dann|also|somit|daher|ergibt|erh[aä]lt|gilt|alors|donc|ainsi|on (?:a |obt)|entonces|então)|则|因此|所以|得|따라서)[^.;:!?。；：]*$/i;
/** Words inside a formula: those before a statement make it a condition, and "subject to" all that come after. */
const CONDITION_LABEL = /\b(?:if|when|whenever|where|with|suppose|assum\w+|given|provided|let)\b/i;
const CONSTRAINT_LABEL = /\b(?:subject to|such that|s\.\s?t\b|constraints?)/i;
/** "so it converges iff", "hence, if": what follows is the condition, whatever is concluded. */
const ONLY_IF = /\b(?:iff?|when|whenever|unless|while|once|(?:as|so) (?:long|soon) as|in case|(?:under|on) the (?:condition|assumption)|assuming|provided|given)(?: that)?\s*$/i;
/** "so for", "then ⟦⟧ if ⟦⟧ and": an inequality there says where it holds. */
const SCOPE = /\b(?:if|when|whenever|for|where|with|case|needs?|requires?)(?: that| both)?\s+(?:⟦⟧,?\s+(?:and|or)\s+)?$/i;
/** "For a fair coin, ⟦⟧", "…, that is ⟦⟧": behind the comma stands what is said, and no condition. */
const APPENDED = /(?:^|[.;,])\s*(?:for|with)\b(?:(?!\b(?:some|any|all|every|each|example|instance)\b)[^.;:,⟦])*,\s*(?:⟦⟧\s*(?:,|and|or|,\s*and)?\s*){0,3}$|,\s*that is,?\s*$/i;
/** After these words the formula is what follows, not what is assumed. */
const CONCLUDING = /\b(?:then|it follows|follows that|conclude|we (?:have(?! to )|get|obtain|see|find)|thus|hence|therefore|so|implies|yields|gives|becomes|shows?|prove|is equal to|equals)\b[^.;:!?]*$/i;
/** The full stop of a sentence may stand in the formula that it ends with. */
const SENTENCE_START = /[.!?:;]\s|\n\s*\n|\n\s*(?:[-*•]|\d+\.)\s|(?<=⟦⟧)\s+(?=(?:Now|Next|Suppose|Assume|Let|If|When)\b)|\n\\item\s+(?=(?:[Ii]f|[Ww]hen|[Ff]or)\b)/;

const sentences = new WeakMap<Wording, string[]>();

/** The sentence before a link, up to its formula: asked for again and again. */
export function sentenceBefore({ wording, parts: { regions } }: Pick<DocumentMeaning, 'wording' | 'parts'>, { region }: Pick<LinkSyntax, 'region'>): string {
  const known = sentences.get(wording) ?? [];
  sentences.set(wording, known);
  known[region] ??= lastSentence(wordsBefore(wording, region, 300), regions[region].display);
  return known[region];
}

/** A display belongs to the sentence that announces it; a colon in running text begins another. */
const lastSentence = (words: string, isDisplay: boolean): string => (isDisplay ? words.replace(/\s*:?\s*$/, ' ') : words).split(SENTENCE_START).at(-1) as string;

/** Whether the words before a formula make it a condition. */
export function isConditional(document: DocumentMeaning, link: LinkSyntax): boolean {
  if (CONDITION_LABEL.test(link.statement.label) || isDemanded(document, link)) return true;
  const before = sentenceBefore(document, link);
  const isScope = ONLY_IF.test(before) || (link.relation.name in DIRECTION && SCOPE.test(before));
  const isElsewhere = CONDITIONAL_BEHIND.test(wordsAfter(document.wording, link.region, 8)) || (CONDITIONAL_ELSEWHERE.test(before) && !CONCLUDING_ELSEWHERE.test(before));
  return !document.parts.regions[link.region].display && (isElsewhere || (CONDITIONAL.test(before) && !APPENDED.test(before) && (isScope || !CONCLUDING.test(before))));
}

/** "with `\phi'(x) = -x \phi(x)`", "for a loss `L`, `\partial L / \partial x = …`": what words add of a derivative is a fact, save where they ask for the point at which it holds. */
export function statesDerivative(document: DocumentMeaning, link: LinkSyntax): boolean {
  const before = sentenceBefore(document, link);
  return link.relation.name === 'equal' && isDerivative(link.lhs.expr) && !isNumeral(link.rhs.expr) && !isZero(link.rhs.expr) && ADDING.test(before) && !ASKING.test(before) && !isDemanded(document, link);
}
const ADDING = /^\s*(?:for|given)\b[^.;:!?]*⟦⟧\s*,\s*$|\b(?:with|where|that is)\b(?:(?!\b(?:for|when|whenever|if|suppose|supposing|assum\w+|given|provided|let|letting|unless|case|until|while|once)\b)[^.;:!?])*$/i;
const ASKING = /\b(?:find|points?|solv\w*|determine|values?|choose|pick|such that)\b/i;

/** Whether it is to be solved, or to be held to. */
export function isDemanded(document: DocumentMeaning, link: LinkSyntax): boolean {
  if ([link.statement, ...statementsAround(document, link).before].some(({ label }) => CONSTRAINT_LABEL.test(label))) return true;
  const before = sentenceBefore(document, link);
  return !CONCLUDING.test(before) && (DEMANDING.test(before) || (DEMANDING_ELSEWHERE.test(before) && !CONCLUDING_ELSEWHERE.test(before)));
}

/** "Show that …": what is still to be derived, in the languages that homework comes in. */
export const isGoal = (document: DocumentMeaning, link: LinkSyntax): boolean => GOAL.test(sentenceBefore(document, link));
const GOAL = /(?<![a-zß-ё])(?:show|prove|verify|demonstrate|derive|establish|confirm|check|want to (?:show|prove|find)|zeig[a-zß-ё]*|beweis[a-zß-ё]*|montre[rz]?|démontre[rz]?|prouve[rz]?|demuestr[a-zß-ё]*|muestr[a-zß-ё]*|prueb[a-zß-ё]*|mostr[ae][a-zß-ё]*|prov[ae]r?|demonstr[ae][a-zß-ё]*)(?![a-zß-ё])[^.;!?⟦]{0,80}$/i;

/** What the sentence of a formula says of its random variables, whatever is said elsewhere: "if X and Y are independent". */
export function jointlySaid({ wording }: DocumentMeaning, { region }: LinkSyntax): 'independent' | 'uncorrelated' | undefined {
  const words = wordsBefore(wording, region, 160).replace(/^[^]*(?:[.!?]\s|\n)/, '') + wordsAfter(wording, region, 80).replace(/[.;!?\n][^]*$/, '');
  const { dependent, independent, uncorrelated } = saidIn(words);
  return uncorrelated ? 'uncorrelated' : independent && !dependent ? 'independent' : undefined;
}

/** "If x > 0, …": one case of several. */
export const isCase = (document: DocumentMeaning, link: LinkSyntax): boolean => CASE.test(sentenceBefore(document, link));

const CASE = new RegExp(String.raw`(?:(?<![a-zß-ё])(?:iff?|when|whenever|for|case|unless|once|until|while|${IFS})(?![a-zß-ё])|${IF_SIGNS})[^.;!?。；⟦]{0,20}(?:⟦⟧\s*(?:,|and|or)?\s*){0,2}$`, 'i');

/** A sentence that only supposes: "If the cost function were …". What differs there contradicts nothing. "If X depends on t" only says what a name is; "when k is the true class" supposes, and so does "When the unit is active: …". */
export const isHypothetical = (document: DocumentMeaning, link: LinkSyntax): boolean =>
  SUPPOSING.test(sentenceBefore(document, link)) || ACTING.test(wordsBefore(document.wording, link.region, 150));
const SUPPOSING = /^\W*(?:(?:if|suppose)\b(?!\s*⟦⟧\s*(?:depends on|denotes)\b)|(?:imagine|had|were)\b|when(?:ever)?\s*⟦⟧\s*(?:is|are)\b)/i;
const ACTING = /(?:^|[.!?\n])\W*(?:when (?:the|an?|all|it)\b[^:,⟦]{0,30} (?:is|are)|in the \w+ region)\b/i;

/** "The Sylvester equation `AX + XB = C`": what is to be solved for gives a name on the right. "The line `x = y`" is where it holds, "the initial conditions `u(0) = 1`" are of a problem. */
export function isNamedEquation(document: DocumentMeaning, link: LinkSyntax): boolean {
  const { members } = link.statement;
  const before = wordsBefore(document.wording, link.region, 60);
  return LOCUS.test(before) || (members.length === 2 && isName(members[1].expr) && !isName(members[0].expr) && EQUATION.test(before));
}
const EQUATION = /(?:equations?|systems?|gleichung(?:en|ssystem)?|équations?|ecuaci(?:ón|ones)|equa(?:ção|ções)|equazion[ei]|уравнени[еяй]|方程式?|方程组)\s*$/i;
const LOCUS = /(?:\b(?:ODEs?|PDEs?|IVP|differential equations?|(?:initial|boundary) (?:conditions?|values?))\b[^.;!?]{0,40}|(?<!\p{L}|(?:last|next|previous|first|second|this|that|above|following) )lines?|(?<!\p{L})(?:curves?|planes?|circles?|boundary|gerade|kurve|ebene|droite|courbe|re[ct]?ta|curva|plano|прям\p{L}+)|直线|曲线|平面)\s*$/iu;

/** Where a name without a definition lies, as a link says. */
export interface Bound { base: string; from: number; to: number; strict: boolean }

/** `\epsilon > 0`, `a > b > 0`, `a, b > 0`: names without a definition against a number say where they lie. Undefined where it is not the link's own names that are bounded. */
export function boundsIn(document: DocumentMeaning, link: LinkSyntax): Bound[] | undefined {
  const own = boundIn(link);
  if (!own) return undefined;
  const [adjacent, ...rest] = own.names.map((name) => freeName(document, link, name));
  const lists = (link.position === 0 ? listBefore(document, link) : []).map((name) => freeName(document, link, name));
  const bounds = [adjacent, ...rest, ...lists].flatMap((base) => (base ? [{ base, from: own.from, to: own.to, strict: own.strict }] : []));
  const opened = openedBefore(document, link);
  const both = opened ? bounds.map((bound) => ({ ...bound, from: Math.max(bound.from, opened.from) })) : bounds;
  const first = opened && freeName(document, link, opened.name);
  return adjacent ? [...both, ...(first ? [{ ...both[0], base: first }] : [])] : undefined;
}

interface Bounding { names: Expr[]; from: number; to: number; strict: boolean }

/** The members on one side of a number, as far as the chain goes on in its direction. */
function boundIn({ statement: { members, relations }, position, relation, lhs, rhs }: LinkSyntax): Bounding | undefined {
  const [left, right] = [numberIn(lhs.expr), numberIn(rhs.expr)];
  const direction = DIRECTION[relation.name];
  if (!direction || (left === undefined) === (right === undefined)) return undefined;
  const bound = left ?? right ?? 0;
  const step = left === undefined ? -1 : 1;
  const names: Expr[] = [];
  for (let at = left === undefined ? position : position + 1; members[at]; at += step) {
    names.push(members[at].expr);
    const next = relations[step < 0 ? at - 1 : at];
    if (!next || DIRECTION[next.name] !== direction) break;
  }
  const isUpper = direction === (left === undefined ? 1 : -1);
  const [first] = names;
  const sized = isUpper && isBracketed(first, '|') ? first.contents[0] : undefined;
  return { names: sized ? [sized] : names, from: isUpper ? (sized ? -bound : -Infinity) : bound, to: isUpper ? bound : Infinity, strict: STRICT.has(relation.name) };
}

/** In `0 < a, b < 1` both bounds are said of both names. */
function openedBefore(document: DocumentMeaning, link: LinkSyntax): { name: Expr; from: number } | undefined {
  const { statement, position, relation, lhs } = link;
  const opening = statementsAround(document, link).before.find(({ relations }) => relations.length > 0);
  if (position > 0 || statement.relations.length > 1 || numberIn(lhs.expr) !== undefined || opening?.relations.length !== 1 || DIRECTION[opening.relations[0].name] !== DIRECTION[relation.name] || DIRECTION[relation.name] !== 1) return undefined;
  const from = numberIn(opening.members[0].expr);
  return from === undefined ? undefined : { name: opening.members[1].expr, from };
}

/** The name that an expression is, or that of the list `x_1, \dots, x_n`, where nothing defines it. */
function freeName(document: DocumentMeaning, { lhs }: LinkSyntax, expr: Expr): string | undefined {
  const [first] = isElided(expr) ? expr.contents : [];
  if (isScriptedName(first)) return familyOf(first.base);
  const use = symbolUse(expr, contextOf(document));
  return use && !use.modifiers.length && !document.surroundings.lookup(use.base, use.time, lhs.span.start, false) ? use.base : undefined;
}

/** `P(X = 1)`, `p(z = k \mid x)`: 'event' where it is that of an event, 'density' where it may be any value. */
export function probabilityIn(expr: Expr): 'event' | 'density' | undefined {
  const [head, body] = pairOf(expr, 'implicit');
  if (!head) return undefined;
  if (!isLetter(head, /^(?:[Ppq]|Pr)$/) || !isGroup(body, '(')) return undefined;
  if (body.contents.some(isChain)) return 'event';
  return body.contents.some((item) => find(item, (e) => e.kind === 'unread')) ? 'density' : undefined;
}

/** `P(y = 1 \mid x; \theta)` by itself: a number that has this name wherever it is written so. */
export function chanceOf(head: Expr, body: Expr): string | undefined {
  const name = isScripted(head) && head.sup.length === 0 && head.primes === 0 ? head.base : head;
  if (!isLetter(name, /^(?:[Ppq]|Pr)$/) || !isGroup(body, '(')) return undefined;
  return body.contents.some(isChain) ? `${print(head)}${print(body)}` : undefined;
}

/** The name of a call that is defined as a whole: `J(\nabla y)`, `P(y = 1)`. */
export const wholeName = (base: string, head: Expr, body: Group): string | undefined => chanceOf(head, body) ?? (body.contents.length === 1 && isNabla(body.contents[0]) ? `${base}(${print(body.contents[0])})` : undefined);

const isMatrixName = (expr: Expr): boolean => (isScripted(expr) ? isMatrixName(expr.base) : isLetter(expr, /^[A-Z]$/));

/** `A v = \lambda v`, `A v = \lambda B v`: says what eigenvalue and eigenvector are. */
export function isEigenEquation({ lhs, rhs, relation }: LinkSyntax): boolean {
  if (relation.name !== 'equal' || !isPair(lhs.expr)) return false;
  const [matrix, vector] = lhs.expr.factors;
  if (!isProduct(rhs.expr)) return eigenvectorIn({ lhs, rhs }) !== undefined;
  const { factors } = rhs.expr;
  return print(factors[factors.length - 1]) === print(vector) && print(factors[0]) !== print(matrix) && (factors.length === 2 ? /^\\[a-z]/.test(print(factors[0])) : factors.length === 3 && isMatrixName(matrix) && isMatrixName(factors[1]));
}

/** The v of `(A - 3I) v = 0`, which another such equation gives anew. */
export function eigenvectorIn({ lhs, rhs }: Pick<LinkSyntax, 'lhs' | 'rhs'>): Expr | undefined {
  const [matrix, vector] = isZero(rhs.expr) ? pairOf(lhs.expr) : [];
  const isShifted = isGroup(matrix) && summandsOf(matrix.contents[0]).some((term) => factorsOf(term).some((factor) => isLetter(factor, 'I'))) && !print(matrix).includes(print(vector));
  return isSymbol(vector) && (isShifted || matrix.kind === 'matrix') ? vector : undefined;
}

/** Names without a definition that a condition restricts, itself or through definitions: nothing about them is refuted. */
export function restrictedBases(document: DocumentMeaning, link: LinkSyntax): string[] {
  const mentioned = new Set<string>();
  const seen = new Set<string>();
  const sides = exprsOf(link);
  for (const side of sides) visitSymbols(side, contextOf(document), ({ base }) => {
    if (side === link.lhs.expr || side === link.rhs.expr) mentioned.add(base);
    if (!seen.has(base)) sides.push(...(document.bindings.get(base) ?? []).filter((binding) => binding.unit === link.unit).map((binding) => binding.expr));
    seen.add(base);
  });
  const free = (bases: Iterable<string>): string[] => [...bases].filter((base) => !document.bindings.has(base));
  const own = free(mentioned);
  return own.length ? own : free(seen);
}

/** "Find `\frac{dy}{dx}` if `x^2 + y^2 = 1`": the y that is asked about, of which this is all that is said. */
export function askedAbout(document: DocumentMeaning, link: LinkSyntax): string | undefined {
  const { equations, parts: { regions }, text } = document;
  for (const beside of [link.region - 1, link.region + 1]) {
    const [first, second] = [Math.min(beside, link.region), Math.max(beside, link.region)];
    const [asked, ...more] = equations[beside]?.statements ?? [];
    if (!asked || more.length || asked.members.length !== 1 || /[.;!?]\s|\n\s*\n/.test(text.slice(regions[first].span.end, regions[second].span.start))) continue;
    const [{ expr }] = asked.members;
    const base = expr.kind === 'derivative' ? symbolUse(expr.of, contextOf(document))?.base : isScriptedName(expr) && expr.primes ? familyOf(expr.base) : undefined;
    if (base && exprsOf(link).some((e) => hasSymbol(e, contextOf(document), (use) => use.base === base))) return base;
  }
  return undefined;
}

/** Whether words or an arrow make a formula a conclusion. */
export function isConcluded(document: DocumentMeaning, link: LinkSyntax): boolean {
  return link.statement.implied || link.position > 0 || CONCLUDING.test(sentenceBefore(document, link));
}

/** `E(Y \mid x)`, and `E(X)` of random variables where the document speaks of such. */
export const isExpectationCall = ({ said }: DocumentMeaning, expr: Expr): boolean =>
  hasPart(expr, (e) => callsIn(e).some(({ head, body }) => (isLetter(head, 'E') && body.given !== undefined) || (said.random && isLetter(head, /^(?:E|P|Var|Cov|Pr)$/) && ofCapitals(body))));

/** Random variables are written as capitals. */
const ofCapitals = (body: Expr): boolean => !hasPart(body, (e) => isLetter(e, /^[a-z]$/));

/** Said to exist somewhere in the exercise, or named as intermediate points are: nobody differentiates by these. */
export function isExistential({ declarations, traces }: DocumentMeaning, { family, base }: SymbolUse, at: number): boolean {
  return (family === '\\xi' && !near(traces, 'slope by \\xi', at)) || declarations.existential.some((d) => d.base === base && d.unit === traces.unitAt(at));
}
