/** What stands beside a line for it to hold: conditions on indices, and inequalities. */
import * as build from '../notation/build';
import { type Expr, isChain, isLetter, isNumeral, type Statement } from '../notation/expression';
import { isClassLetter } from './classes';
import { isSaidWith } from './conditions';
import { type DocumentMeaning, exprsOf, type LinkSyntax } from './document';
import { indexLetters } from './free';
import { IF_SIGNS, IFS } from './said';
import { wordsBefore, wordsBetween } from './wording';

/** Conditions on indices beside a link: within its statement, or in the formula just before it on the same line ("for i ≠ j:"). A number is compared with what indexes the link. */
export function indexConditions(document: DocumentMeaning, link: LinkSyntax): Expr[] {
  const letters = exprsOf(link).flatMap((expr) => indexLetters(document.traces, expr));
  return saidBeside(document, link).filter((condition) => { const counted = countedIn(condition); return !counted || letters.includes(counted) || isBound(condition); });
}

function saidBeside(document: DocumentMeaning, link: LinkSyntax): Expr[] {
  const { statements } = document.equations[link.region];
  const own = [...link.statement.conditions.filter(isCondition), ...besideStatement(statements, link.statement)];
  own.push(...boundsAround(document, link), ...inWords(document, link), ...caseBegun(document, link));
  const before = document.equations[link.region - 1]?.statements ?? [];
  const between = link.region > 0 ? document.text.slice(document.parts.regions[link.region - 1].span.end, document.parts.regions[link.region].span.start) : '';
  if (between.trim().length > 22 || /[.\n]/.test(between.trim())) return own;
  const relations = indexRelations(before);
  // What a formula says of a case ends with it, where words go on to another.
  return between.trim() && relations.length < before.length ? own : [...own, ...relations];
}

/** The relation of indices that stands behind a statement, or, in a formula that begins with one, the last before it: "where i = j, …". */
function besideStatement(statements: readonly Statement[], statement: Statement): Expr[] {
  const at = statements.indexOf(statement);
  return indexRelations(statements.slice(0, 1)).length ? indexRelations(statements.slice(0, at)).slice(-1) : indexRelations(statements.slice(at + 1, at + 2));
}

/** The case that was begun last before a link, and `i \ne j`, where the formulas after it turn to the case `i = j`: "in particular, when i = j". */
export function casesLeft({ equations, traces, parts: { regions }, wording }: DocumentMeaning, { region, unit }: LinkSyntax): Expr[] {
  const next = [region + 1, region + 2].filter((at) => equations[at] && TURNS.test(wordsBefore(wording, at, 30))).flatMap((at) => indexRelations(equations[at].statements));
  const turned = next.flatMap((chain): Expr[] => (isChain(chain) && chain.relations[0].name === 'equal' ? [{ ...chain, relations: [{ ...chain.relations[0], name: 'notEqual', tex: '\\ne' }] }] : []));
  const begun = equations.slice(0, region).filter((_, at) => traces.unitAt(regions[at].span.start) === unit && BEGINS.test(wordsBefore(wording, at, 30))).map(({ statements }) => indexRelations(statements)).filter(({ length }) => length > 0).pop() ?? [];
  return [...turned, ...begun];
}
const TURNS = new RegExp(String.raw`(?:\b(?:if|when|for|in case|case|für|pour|para|se|${IFS})\s+|${IF_SIGNS})\s*$`, 'i');

/** "When ⟦i = j⟧, by the rule ⟦⟧ we get ⟦⟧": the case that the sentence begins with. */
function caseBegun(document: DocumentMeaning, link: LinkSyntax): Expr[] {
  const { equations, parts: { regions }, text, wording } = document;
  for (let at = link.region - 1; at >= 0 && isSaidWith(document, regions[at].span.start, link); at--) {
    const relations = indexRelations(equations[at].statements);
    if (relations.length) return BEGINS.test(wordsBefore(wording, at, 30)) && !ELSE.test(wordsBetween(text, regions, regions[at].span.end, regions[link.region].span.start)) ? relations : [];
  }
  return [];
}
const BEGINS = /(?:^|[.!?:。；：]\s*|\n)(?:[-*•]\s+|\(?[\da-z][.)]\s+)?\**(?:(?:If|When|For|In case|Case|Wenn|Falls|Für|Si|Quand|Pour|Cuando|Para|Se|Quando)\s+|(?:Case|Fall|Cas|Caso) \w\s*[:.)]\s*|[若当]\s*)$/;
const ELSE = /\b(?:otherwise|else|while|whereas|but|sonst|aber|sinon|mais|pero)\b|否则|而/;

/** "Case 2: i≠j", in plain letters before the formula. */
function inWords({ wording }: DocumentMeaning, { region, lhs: { span } }: LinkSyntax): Expr[] {
  const [, first, relation, second] = PLAINLY.exec(wordsBefore(wording, region, 50)) ?? [];
  if (!relation) return [];
  const name = (letter: string): Expr => build.name(letter, span);
  return [{ kind: 'chain', members: [name(first), name(second)], relations: [{ name: /^=/.test(relation) ? 'equal' : 'notEqual', tex: relation, span }], span }];
}
const PLAINLY = /(?<![\p{Script=Latin}\d_])([i-n])\s*(=|==|≠|!=|<>)\s*([i-n])(?![\p{Script=Latin}\d_])[^⟦]*$/u;

/** "If a > b then ⟦⟧", "⟦⟧ if a > b": names against each other, and "⟦⟧ for i ≠ j". A bound by a number is where a name lies. */
function boundsAround({ equations, parts: { regions }, text, wording }: DocumentMeaning, { region }: LinkSyntax): Expr[] {
  const between = (from: number): string => text.slice(regions[from].span.end, regions[from + 1].span.start);
  const isLed = region > 0 && CASE_BEFORE.test(wordsBefore(wording, region - 1, 30)) && THEN.test(between(region - 1));
  const isFollowed = region + 1 < regions.length && CASE_BETWEEN.test(between(region));
  const next = isFollowed ? equations[region + 1].statements.slice(0, 1) : [];
  const chains = [...(isLed ? equations[region - 1].statements : []), ...next].filter(({ relations }) => relations.length > 0).map(statementChain);
  const bounds = chains.filter((chain) => isBound(chain) && isChain(chain) && !(chain.members.some(isNumeral) && chain.members.every((member) => /^(?:num|name|scripted)$/.test(member.kind))));
  return [...bounds, ...indexRelations(next)];
}
const CASE_BEFORE = /(?:\b(?:if|when|whenever|for|where|wenn|falls|für|si|para|pour)\s+|[若当])\s*$/i;
const CASE_BETWEEN = /^\s*,?\s*(?:if|when|whenever|for(?: all)?|wenn|falls|für|si|para|pour|若|当)\s*$/i;
const THEN = /^\s*(?:时)?\s*[,，:：]?\s*(?:then|we have|we get|it holds that|dann|gilt|dann gilt|gilt:|entonces|alors|on a|则|有)?\s*,?\s*$/i;

export const statementChain = (s: Statement): Expr => ({ kind: 'chain', members: s.members.map((m) => m.expr), relations: s.relations, span: s.members[0].span });

/** What can be computed beside a line: a relation of indices, or an inequality. */
export const isCondition = (expr: Expr): boolean => isIndexRelation(expr) || isBound(expr);

/** `x \ge 0` beside a line. */
export const isBound = (expr: Expr): boolean => isChain(expr) && expr.relations.every(({ name }) => /^(?:less|greater)/.test(name)) && (countedIn(expr) !== undefined || !isIndexRelation(expr));

const indexRelations = (statements: readonly Statement[]): Expr[] => statements.filter(({ members }) => members.length === 2).map(statementChain).filter(isIndexRelation);

/** The j of `j \ne 1` and `j \ge 2`. */
function countedIn(expr: Expr): string | undefined {
  const [letter, number, ...more] = isChain(expr) ? expr.members : [];
  return more.length === 0 && isLetter(letter, /^[i-n]$/) && isNumeral(number) ? letter.letter : undefined;
}

function isIndexRelation(expr: Expr): boolean {
  if (countedIn(expr)) return true;
  if (!isChain(expr) || !['equal', 'notEqual', 'less'].includes(expr.relations[0].name)) return false;
  const isIndex = (member: Expr): boolean => isLetter(member, /^[i-n]$/);
  const [a, b, ...more] = expr.members;
  const isOfClass = (member: Expr, which: Expr): boolean => isClassLetter(which) && isLetter(member, expr.relations[0].name === 'notEqual' ? /^[a-z]$/ : /^[i-k]$/);
  return expr.members.every(isIndex) || (more.length === 0 && (isOfClass(a, b) || isOfClass(b, a)));
}
