/** What a reading takes for less than it is shown to be so that the shapes fit. Numbers between the bars of a norm: `\\|a - b\\|^2 = \\|a\\|^2 - 2ab + \\|b\\|^2` holds of such, but what stands there is a vector. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { near } from '../meaning/traces';
import { contextOf, hasSymbol, type SymbolUse, symbolUse } from '../meaning/symbols';
import { type Reading, symbolsIn, type World } from '../meaning/world';
import { everyPart, type Expr, isDerivative, isGroup, summandsOf } from '../notation/expression';
import { isMisfit, PLAIN } from './readings';

/** A name that a reading takes for a number so that the shapes fit, though a norm is taken of it or of what it is added to. */
export function normedNumber(document: DocumentMeaning, link: LinkSyntax, { ranks }: Reading): string | undefined {
  const uses = [...ranks.values()].includes(0) ? exprsOf(link).flatMap(normed).map((expr) => symbolUse(expr, contextOf(document))) : [];
  return uses.find((use) => use && !use.slots.length && ranks.get(use.base) === 0)?.tex;
}

/** What a reading takes a matrix of `x W + b` in the line for, or the row before it, though what is differentiated can be read with a matrix: else a lost transpose passes. */
export function loweredArray(document: DocumentMeaning, link: LinkSyntax, { ranks }: Reading, world: World): string | undefined {
  if (!isDerivative(link.lhs.expr)) return undefined;
  const isShown = (topic: string, { family }: SymbolUse): boolean => near(document.traces, `${topic} ${family}`, startOf(link));
  const isLowered = (use: SymbolUse): boolean => ((ranks.get(use.base) ?? 2) < 2 && isShown('weights', use)) || (ranks.get(use.base) === 0 && isShown('row', use));
  const lowered = symbolsIn(world).find(({ use }) => isLowered(use) && exprsOf(link).some((expr) => hasSymbol(expr, contextOf(document), ({ base }) => base === use.base)));
  return lowered && !isMisfit(document, { ...link, rhs: link.lhs }, new Map(), PLAIN) ? `${lowered.use.tex} is no ${isShown('row', lowered.use) ? 'row' : 'matrix'}` : undefined;
}

const normed = (expr: Expr): Expr[] => everyPart(expr).flatMap((e) => (isGroup(e, '‖') ? e.contents.flatMap(summandsOf) : []));
