/** What formulas declare: sets, shapes, eigendecompositions, arguments that stand for any. */
import { callsIn, everyPart, type Expr, type Group, hasPart, isClosed, isGroup, isLetter, isName, isScripted, isZero, type Member, type Name, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { isNormalDensity } from './apply/densities';
import { formulaBefore } from './behind';
import { countsIn } from './counts';
import { declareRelation, saidIn } from './declarations';
import { type DocumentMeaning, exprsOf, type LinkSyntax, listBefore, startOf } from './document';
import { declareEigen } from './eigen';
import { near, observe } from './traces';
import { declareProbabilities } from './outcomes';
import { parityOf } from './parity';
import { contextOf, familyOf, hasSymbol, type SymbolUse, symbolUse } from './symbols';
import { wordsBefore } from './wording';

export function declareFromLinks(document: DocumentMeaning): void {
  for (const { families, size, at } of countsIn(document.equations)) for (const base of families) document.declarations.counts.push({ base, at, unit: document.traces.unitAt(at), value: size });
  for (const link of document.links) if (link.relation.name === 'equal') declareEigen(document, link);
  declareProbabilities(document);
  for (const link of document.links) {
    const { shapes } = document.declarations;
    const before = shapes.length;
    const known = declareRelation(document.declarations, document.traces, link.lhs.expr, link.relation, link.rhs.expr);
    declareParity(document, link);
    declareSpread(document, link);
    const matrix = definite(document, link);
    if (known) declareList(document, link);
    else if (matrix) document.declarations.domains.push(saidIn(link, matrix, link.relation.tex === '\\succ' ? 'positive definite' : 'positive semidefinite'));
    else if (['in', 'definite', 'other', 'subset'].includes(link.relation.name)) restrict(document, link);
    if (FOR.test(wordsBefore(document.wording, link.region, 20))) for (const shape of shapes.slice(before)) shape.from = formulaBefore(document, link) ?? startOf(link);
  }
}

/** The `\Sigma_k` of `\mathcal{N}(x; \mu_k, \Sigma_k)`. */
function declareSpread(document: DocumentMeaning, link: LinkSyntax): void {
  for (const { head, body } of exprsOf(link).flatMap(everyPart).flatMap(callsIn)) {
    const use = isNormalDensity(head, body) ? symbolUse(body.contents[2], contextOf(document)) : undefined;
    if (use?.family === '\\Sigma') document.declarations.domains.push(saidIn(link, use.base, 'positive definite'));
  }
}

/** The Q of "with `Q \succ 0`", of a capital that has no formula; "iff `Q \succeq 0`" says what is to be shown. */
function definite({ bindings, wording }: DocumentMeaning, { lhs: { expr }, relation: { tex }, rhs, region }: LinkSyntax): string | undefined {
  const isGiven = /^\\succ(?:eq)?$/.test(tex) && isZero(rhs.expr) && isLetter(expr, /^\\?[A-Z]/) && !/\b(?:iff|if|when|whether|that|show|prove)\W*$/i.test(wordsBefore(wording, region, 30));
  return isGiven && !bindings.has(familyOf(expr)) ? familyOf(expr) : undefined;
}

/** "for `x \in \mathbb{R}^n`", of the formula before or after it. */
const FOR = /\b(?:for|for all|for any|für|für alle|para|pour)\s+$/i;

/** In `A, B \in \mathbb{R}^{n \times n}` the names before the comma are declared as well. */
function declareList(document: DocumentMeaning, link: LinkSyntax): void {
  for (const name of listBefore(document, link)) declareRelation(document.declarations, document.traces, name, link.relation, link.rhs.expr);
}

/** A set or relation that is not read restricts what stands on its left. */
function restrict(document: DocumentMeaning, link: LinkSyntax): void {
  const use = symbolUse(link.lhs.expr, contextOf(document));
  const isRange = (isGroup(link.rhs.expr) && link.rhs.expr.open !== '{') || (isName(link.rhs.expr) && link.rhs.expr.font === 'blackboard');
  if (use && !isRange) document.declarations.restricted.push({ base: use.base, at: startOf(link), unit: link.unit, value: 'unread' });
}

/** `g(-x) = -g(x)`. */
function declareParity({ declarations, traces }: DocumentMeaning, { lhs, rhs, relation, unit }: LinkSyntax): void {
  const found = relation.name === 'equal' ? parityOf(lhs.expr, rhs.expr) : undefined;
  const use = found && symbolUse(found.of, contextOf({ traces }));
  if (use) declarations.parities.push({ base: use.base, at: lhs.span.start, unit, value: found.parity });
}

/** "`x` in `\mathbb{R}^n`", in two formulas. */
export function declareSets({ equations, parts: { regions }, text, declarations, traces }: DocumentMeaning): void {
  equations.forEach(({ statements: [set, ...more] }, i) => {
    const [named] = equations[i - 1]?.statements ?? [];
    const between = i > 0 ? text.slice(regions[i - 1].span.end, regions[i].span.start) : '';
    if (!named || more.length || set?.members.length !== 1 || !/^\s*(?:is |are |lies |lie )?in\s*$/.test(between)) return;
    declareRelation(declarations, traces, named.members[0].expr, { name: 'in', tex: 'in', span: set.members[0].span }, set.members[0].expr);
  });
}

/** In `g(z) = \dots`, long before `z \in \mathbb{R}^d` is said of another thing, z stands for any argument and is a name of its own; and so does the x of `f(x) = x \sigma(x)` beside `W x`. */
export function observeFormal(document: DocumentMeaning, link: LinkSyntax): void {
  const { traces, declarations: { shapes }, text } = document;
  const { lhs, position, relation, statement, unit } = link;
  const { expr } = lhs;
  const derived = expr.kind === 'derivative' ? expr.of : undefined;
  const [head, body] = pairOf(derived ?? expr);
  if (position > 0 || relation.name !== 'equal' || !isGroup(body, '(')) return;
  if (derived && !near(traces, `of numbers ${print(head)}`, expr.span.start)) return;
  const { start } = lhs.span;
  const { end } = statement.members[statement.members.length - 1].span;
  const ofNumber = argumentOfNumbers(document, link, head, body);
  if (ofNumber) { observe(traces, `formal ${ofNumber}`, start, end - start); observe(traces, `of numbers ${print(head)}`, start); }
  if (!isName(head) || ofNumber || derived) return;
  for (const item of body.contents) {
    if (!isName(item)) continue;
    const said = shapes.filter((shape) => shape.base === item.letter && shape.unit === unit);
    const isApart = said.length > 0 && said.every((shape) => (shape.from ?? shape.at) > end && /[.?!]\s|\n\s*\n/.test(text.slice(end, shape.at)));
    if (isApart && !near(traces, `varied ${item.letter}`, start)) observe(traces, `formal ${item.letter}`, start, end - start);
  }
}

/** The x of `f(x) = x \sigma(x)`, `f'(x) = \dots` and `\frac{d f(x)}{dx} = \dots`, which speak of nothing but x and numbers, where x is a vector elsewhere and f is not differentiated by it. */
function argumentOfNumbers({ derivatives, traces, links, surroundings }: DocumentMeaning, { lhs: { span: { start } }, statement: { members }, unit }: LinkSyntax, head: Expr, { contents: [item, ...more] }: Group): string | undefined {
  const name = isScripted(head) && head.primes > 0 && head.sup.length + head.sub.length === 0 ? head.base : head;
  if (!isName(name) || !isBareName(item) || more.length > 0) return undefined;
  const shown = (family: string, topics: readonly string[]): boolean => topics.some((topic) => near(traces, `${topic} ${family}`, start));
  const isNumber = ({ base, family, slots, modifiers }: SymbolUse): boolean => slots.length === 0 && (family === item.letter ? modifiers.every(({ kind }) => kind === 'power') : (surroundings.isFunction(base, start) || (!shown(family, [...SHOW_VECTORS, ...SHOW_ARRAYS]) && !/^\\?[A-Z]/.test(family))));
  if (!shown(item.letter, SHOW_VECTORS) || derivatives.get(familyOf(name))?.some(({ by, called, unit: where }) => where === unit && !called && by.base === item.letter)) return undefined;
  // Beside `x = 2` the `f(x)` is at that x.
  if (links.some(({ lhs, rhs, unit: where }) => where === unit && lhs.span.start < start && isLetter(lhs.expr, item.letter) && isClosed(rhs.expr))) return undefined;
  const speaksOfNumbers = ({ expr }: Member): boolean => !hasSymbol(expr, contextOf({ traces }), (use) => !isNumber(use)) && !hasPart(expr, (part) => isGroup(part, '‖'));
  return members.every(speaksOfNumbers) ? item.letter : undefined;
}

/** What is observed of vectors, and what else of arrays. */
const SHOW_VECTORS = ['after', 'vector', 'turned', 'slots'];
const SHOW_ARRAYS = ['added', 'matrix', 'weights', 'bold'];

const isBareName = (expr: Expr): expr is Name => isName(expr) && expr.accents.length === 0 && expr.font === undefined;
