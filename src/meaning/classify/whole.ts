/** `E(X) = \mu`, `P(A) = p`: what a mean or a probability comes to for a name, and no function of it. */
import { callsIn, type Expr, type Group, hasPart, isLetter } from '../../notation/expression';
import { print } from '../../notation/print';
import { type DocumentMeaning, exprsOf } from '../document';
import { MOMENTS_TAKEN, near } from '../traces';
import { contextOf, hasSymbol, type SymbolUse, symbolUse } from '../symbols';
import type { Head } from './heads';
import { mentionsBase } from './mentions';

/** `E(q) = \int_0^1 p \, dp`, and `E(X) = \mu` or `P(A) = p` beside `E(X^2)` and `P(A^c)`. */
export function statesWhole(document: DocumentMeaning, { use, params }: Head, body: Expr): boolean {
  if (params.length === 0 || params.some((param) => reachesBase(document, body, param.base))) return false;
  if (use.base === 'E' && hasPart(body, (e) => e.kind === 'integral')) return true;
  if (use.base === 'E' && (near(document.traces, MOMENTS_TAKEN, body.span.start) || params.every((param) => isRandom(document, param.base)))) return true;
  return params.every((param) => (MOMENTS.test(use.base) ? LARGE_OR_MARKED : LARGE).test(param.base) && takesOtherwise(document, use, param));
}

/** Means, variances and probabilities are what they are; what else takes a name, as an entropy does, is defined by its line. */
export const isOfChance = ({ use }: Head): boolean => MOMENTS.test(use.base) || /^Pr?$/.test(use.base);

/** It has a law, or is made of what has one. */
function isRandom(document: DocumentMeaning, base: string): boolean {
  const laws = new Set(document.declarations.distributions.map((law) => law.base));
  return [...laws].some((law) => law === base || document.bindings.get(base)?.some(({ expr }) => reachesBase(document, expr, law)));
}

/** Letters for means and variances. */
const MOMENTS = /^[EVDM]$/;
/** Events, random variables and matrices; estimates. */
const LARGE = /^(?:\w+\()*\\?[A-Z][a-z]*\)*$/;
const LARGE_OR_MARKED = /^(?:\w+\()+|^\\|^[A-Z]$/;

/** Somewhere in the document a probability takes the name, or the same letter takes something else. */
function takesOtherwise(document: DocumentMeaning, { base: letter }: SymbolUse, { base, tex }: SymbolUse): boolean {
  const takes = ({ head, body }: { head: Expr; body: Group }): boolean => {
    if (isLetter(head, /^Pr?$/) && head.letter !== letter) return mentionsBase(body, base, document);
    return symbolUse(head, contextOf(document))?.base === letter && body.contents.length === 1 && print(body.contents[0]) !== tex;
  };
  const isTaken = (expr: Expr): boolean => hasPart(expr, (e) => callsIn(e).some(takes));
  return document.links.flatMap(exprsOf).some(isTaken);
}

/** It mentions the name, or what is bound to a name of it does. */
function reachesBase(document: DocumentMeaning, body: Expr, base: string, seen: Set<string> = new Set()): boolean {
  if (mentionsBase(body, base, document)) return true;
  return hasSymbol(body, contextOf(document), (use) => {
    if (seen.has(use.base)) return false;
    seen.add(use.base);
    return document.bindings.get(use.base)?.some(({ expr }) => reachesBase(document, expr, base, seen)) ?? false;
  });
}
