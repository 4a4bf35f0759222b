/** Right sides that name something without binding it: probabilities, entries, families, models with noise. */
import { type Expr, isGroup, isName, isPair } from '../../notation/expression';
import { saidIn } from '../declarations';
import { type DocumentMeaning, type LinkSyntax, startOf } from '../document';
import { observe } from '../evidence';
import { isDemanded, probabilityIn } from '../premises';
import { contextOf, type SymbolUse, symbolUse, isPlainUse } from '../symbols';
import type { Binding } from '../world';
import { bindingOf, noiseIn } from './heads';
import { mentionsBase } from './mentions';
import { names, type Role } from './role';

/** `\phi_k(x) = …`: one function for each k. */
export function definesFamily(document: DocumentMeaning, { lhs: { expr } }: LinkSyntax): Role | undefined {
  if (!isPair(expr, 'implicit') || !isGroup(expr.factors[1], '(')) return undefined;
  const use = symbolUse(expr.factors[0], contextOf(document));
  if (!use?.slots.some((slot) => slot.kind === 'index') || use.modifiers.length || !expr.factors[1].items.every(isName) || !document.surroundings.isFunction(use.base, expr.span.start)) return undefined;
  observe(document.evidence, `family ${use.base}`, expr);
  return names('Defines a family of functions, which is not read yet.');
}

/** `x_1 = u` names an entry; where the entry is known it is a claim. */
export function entryClaim(document: DocumentMeaning, use: SymbolUse, link: LinkSyntax): Role | undefined {
  const known = document.surroundings.lookup(use.base, use.time, startOf(link), false);
  if (known?.unit === link.unit) return undefined;
  const other = symbolUse(link.rhs.expr, contextOf(document));
  if (other && isPlainUse(other) && !document.bindings.get(other.base)?.some((b) => b.unit === link.unit)) {
    return { role: 'definition', kind: 'definition', binding: { ...bindingOf(document, link, { use: other, params: [] }, link.lhs.expr), own: true, tex: other.tex } };
  }
  return names('Names an entry.');
}

/** A name for a probability that is not computed: of its value the bounds are known. */
export function namesProbability({ declarations }: DocumentMeaning, link: LinkSyntax, { base }: SymbolUse, of: 'event' | 'density'): Role {
  declarations.domains.push(saidIn(link, base, of === 'event' ? 'unit' : 'positive'));
  return names('Names a probability.');
}

/** `y_i = w x_i + b + \epsilon_i`: data with additive noise are given, and no function of the parameters. */
export const isModel = (document: DocumentMeaning, expr: Expr): boolean => (noiseIn(document, expr)?.slots.length ?? 0) > 0;

/** `… = \delta_1` where the name on the right is new: it is named by what stands on the left. */
export function reversed(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const use = symbolUse(link.rhs.expr, contextOf(document));
  if (!use || !isPlainUse(use) || /^(?:e|\\pi|[I01])$/.test(use.base) || link.position !== link.statement.relations.length - 1) return undefined;
  if (mentionsBase(link.lhs.expr, use.base, document) || isDemanded(document, link)) return undefined;
  if (document.given.some(({ unit, expr }) => unit === link.unit && mentionsBase(expr, use.base, document))) return undefined;
  if (document.bindings.has(use.base) || occursBefore(document, use.base, link) || occursBefore(document, use.base.toLowerCase(), link)) return undefined;
  const probability = probabilityIn(link.lhs.expr);
  if (probability) return namesProbability(document, link, use, probability);
  const binding: Binding = { ...bindingOf(document, link, { use, params: [] }, link.lhs.expr), at: link.rhs.span.start };
  return { role: 'definition', kind: 'definition', binding };
}

function occursBefore(document: DocumentMeaning, base: string, link: LinkSyntax): boolean {
  for (const other of document.links) {
    if (other.statement === link.statement) return false;
    for (const member of other.statement.members) if (mentionsBase(member.expr, base, document)) return true;
  }
  return false;
}
