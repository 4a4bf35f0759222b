/** Lines that give values: of lists of names, of functions at a place, of whole numbers. */
import { type Expr, hasPart, isClosed, isElided, isGroup, isLetter, isName, isNumeral, isPair, withoutPrimes } from '../../notation/expression';
import { saidIn } from '../declarations';
import { type DocumentMeaning, type LinkSyntax, bind, exprsOf, statementsAround } from '../document';
import { distance } from '../traces';
import { type SymbolUse, contextOf, symbolUse } from '../symbols';
import { bindingOf, boundBefore, type Head } from './heads';
import { isValue } from './kinds';
import { mentionsBase } from './mentions';
import { assumes, type Role } from './role';

/** `(w_1, w_2) = (0.1, 0.3)`: a number for each name of a list. */
export function listedValues(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const [names, numbers] = exprsOf(link);
  if (!isGroup(names) || !isGroup(numbers) || names.contents.length < 2 || names.contents.length !== numbers.contents.length || !numbers.contents.every(isValue)) return undefined;
  const uses = names.contents.map((item) => symbolUse(item, contextOf(document)));
  if (!uses.every((use): use is SymbolUse => use !== undefined && use.modifiers.length === 0)) return undefined;
  const given = uses.flatMap((use, i) => (use.slots.length ? [] : [bindingOf(document, link, { use, params: [] }, numbers.contents[i])]));
  // What has a definition is no less a claim in a list.
  if (given.some((binding) => boundBefore(document, binding))) return undefined;
  for (const binding of given) bind(document, binding);
  return assumes('States values.', 'numeric');
}

/** `i = k`, `n = 1`: about indices and sizes. */
export function isIndexCondition(document: DocumentMeaning, link: LinkSyntax): boolean {
  const { lhs, rhs } = link;
  if (!isName(lhs.expr) || lhs.expr.accents.length || link.statement.members.length > 2) return false;
  const letter = lhs.expr.letter;
  const at = lhs.span.start;
  const isIndex = /^[i-n]$/.test(letter) && distance(document.traces, `sum ${letter}`, at) < Infinity;
  const isSize = distance(document.traces, `size ${letter}`, at) < Infinity && !document.bindings.has(letter);
  if (isLetter(rhs.expr, /^[i-n]$/) && /^[i-n]$/.test(letter)) return true;
  return (isIndex || isSize) && isValue(rhs.expr);
}

/** `x = 2, \\ 5`: one value of several, which the name does not keep. */
export function isOneOfSeveral(document: DocumentMeaning, link: LinkSyntax): boolean {
  const { after: next } = statementsAround(document, link);
  return isOfNumbers(link.rhs.expr) && next?.relations.length === 0 && isOfNumbers(next.members[0].expr);
}

export const isOfNumbers = (expr: Expr): boolean => isClosed(expr) && hasPart(expr, (e) => isNumeral(e) || isLetter(e, '\\pi')) && !hasPart(expr, (e) => e.kind === 'unread');

/** `\phi(x) = [1, 4]` of a function that is defined otherwise: x is one of many from here on. */
export const isFunctionOf = (document: DocumentMeaning, { use, params }: Head): boolean =>
  (document.bindings.get(use.base) ?? []).some((binding) => binding.params.length === params.length && binding.params.some((param) => mentionsBase(binding.expr, param.base, document)));

export function particular({ declarations }: DocumentMeaning, link: LinkSyntax, { params }: Head): Role {
  for (const { base } of params) declarations.restricted.push(saidIn(link, base, 'unread'));
  return assumes('States a value.');
}

/** `1, 2, \dots`, `0, \dots, n`; in brackets it is a vector. */
export const countsUp = ({ text }: DocumentMeaning, expr: Expr): boolean =>
  isElided(expr) && isNumeral(expr.contents[0]) && Number.isInteger(expr.contents[0].value) && !/^\s*(?:[([]|\\left)/.test(text.slice(expr.span.start, expr.span.end));

/** `y = 1, 2, \dots` says what values there are. */
export function takesWhole({ declarations }: DocumentMeaning, link: LinkSyntax, { base }: SymbolUse): Role {
  declarations.domains.push(saidIn(link, base, 'integer'));
  return assumes('A condition.');
}

/** `f(x^*) = 0` of a function without a definition states a value. */
export function rootOf(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const { lhs, rhs } = link;
  if (!isValue(rhs.expr) || !isPair(lhs.expr) || !isGroup(lhs.expr.factors[1]) || link.position > 0) return undefined;
  const head = lhs.expr.factors[0];
  const fn = symbolUse(withoutPrimes(head), contextOf(document));
  if (!fn || !document.surroundings.isFunction(fn.base, lhs.span.start) || document.bindings.has(fn.base) || document.surroundings.declarations.parity(fn.base, lhs.span.start)) return undefined;
  return assumes('States a value.', 'stationarity');
}
