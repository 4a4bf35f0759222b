/** Right sides that name something without binding it: probabilities, entries, models with noise. */
import * as build from '../../notation/build';
import { type Expr, isBracketed, isScripted, isTransposed } from '../../notation/expression';
import { saidIn } from '../declarations';
import { type DocumentMeaning, type LinkSyntax, startOf, takeAsGiven } from '../document';
import { isDemanded, probabilityIn, sentenceBefore } from '../premises';
import { contextOf, hasSymbol, type SymbolUse, symbolUse, isPlainUse } from '../symbols';
import { bindingOf, type Head, headOf, noiseIn } from './heads';
import { mentionsBase } from './mentions';
import { names, type Role } from './role';

/** `x_1 = u` names an entry; where the entry is known it is a claim. */
export function entryClaim(document: DocumentMeaning, use: SymbolUse, link: LinkSyntax): Role | undefined {
  const known = document.surroundings.lookup(use.base, use.time, startOf(link), false);
  if (known?.unit === link.unit) return undefined;
  const other = symbolUse(link.rhs.expr, contextOf(document));
  if (other && isPlainUse(other) && !document.bindings.get(other.base)?.some((b) => b.unit === link.unit)) {
    return { role: 'definition', kind: 'definition', binding: { ...bindingOf(document, link, { use: other, params: [] }, link.lhs.expr), own: true, tex: other.tex } };
  }
  if (CHOOSING.test(sentenceBefore(document, link)) && mentionsBase(link.rhs.expr, use.base, document)) {
    takeAsGiven(document, link);
    document.declarations.restricted.push(saidIn(link, use.base, 'given'));
  }
  return names('Names an entry.');
}

/** What is found, or is so in one case, holds of nothing else. */
const CHOOSING = /\b(?:set|let|choose|take)\s*$/i;

/** `A = (a_{ij})`, `B = [b_{ij}]_{n \times n}`, `\Sigma = (\sigma_{ij})`: the entries of one are those of the other, and what is defined says what the other is. In `B = (a_{ji})` they may stand turned. */
export function namesEntries(document: DocumentMeaning, link: LinkSyntax, _: unknown, { use, params }: Head): Role | undefined {
  const { lhs: { expr: whole }, rhs: { expr } } = link;
  const listed = isScripted(expr) && expr.sub.length && !isTransposed(expr) ? expr.base : expr;
  const entry = isBracketed(listed) && use.slots.length + params.length === 0 ? symbolUse(listed.contents[0], contextOf(document)) : undefined;
  if (!isBracketed(listed) || entry?.slots.length !== 2 || entry.modifiers.length) return undefined;
  const places = entry.slots.flatMap((slot) => (slot.kind === 'index' ? build.name(slot.letter, whole.span) : []));
  if (places.length < 2) return undefined;
  const isDefined = document.links.some(({ unit, lhs }) => {
    const head = unit === link.unit ? symbolUse(lhs.expr, contextOf(document)) : undefined;
    return head?.base === entry.base && head.slots.every(({ kind }) => kind === 'index');
  });
  if (places[0].letter >= places[1].letter || (!isDefined && entry.base.toUpperCase() === use.base)) return names('Says what its entries are called.');
  const [head, body] = isDefined ? [{ ...use, slots: entry.slots }, listed.contents[0]] : [entry, build.scripted(build.group(whole), places, [], whole.span)];
  return { role: 'definition', kind: 'definition', binding: bindingOf(document, link, { use: head, params }, body) };
}

/** A name for a probability that is not computed: of its value the bounds are known. */
export function namesProbability({ declarations }: DocumentMeaning, link: LinkSyntax, { base }: SymbolUse, of: 'event' | 'density'): Role {
  declarations.domains.push(saidIn(link, base, of === 'event' ? 'unit' : 'positive'));
  return names('Names a probability.');
}

/** `y_i = w x_i + b + \epsilon_i`: data with additive noise are given, and no function of the parameters. */
export const isModel = (document: DocumentMeaning, expr: Expr): boolean => (noiseIn(document, expr)?.slots.length ?? 0) > 0;

/** `D_{ii} = d_i` is all of a diagonal D; of another D it is too little to say what D is. */
export function givesDiagonal(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const { declarations, surroundings } = document;
  const use = symbolUse(link.lhs.expr, contextOf(document));
  const [row, column] = use?.slots ?? [];
  if (use?.slots.length !== 2 || use.modifiers.length || row.kind !== 'index' || column.kind !== 'index' || row.letter !== column.letter || link.position > 0) return undefined;
  const isKnown = surroundings.lookup(use.base, use.time, startOf(link), false)?.unit === link.unit;
  // The c_i of `C_{ii} = c_i` are called after it.
  if (isKnown || hasSymbol(link.rhs.expr, contextOf(document), ({ base }) => base.toLowerCase() === use.base.toLowerCase())) return undefined;
  if (surroundings.declarations.domain(use.base, startOf(link)) !== 'diagonal') { declarations.restricted.push(saidIn(link, use.base, 'unread')); return undefined; }
  return { role: 'definition', kind: 'definition', binding: bindingOf(document, link, { use: { ...use, slots: [] }, params: [] }, build.apply('diag', build.group(link.rhs.expr))) };
}

/** `… = \delta_1` where the name on the right is new: it is named by what stands on the left. */
export function reversed(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const use = symbolUse(link.rhs.expr, contextOf(document));
  if (!use || !isPlainUse(use) || /^(?:e|\\pi|[I01])$/.test(use.base) || link.position !== link.statement.relations.length - 1) return undefined;
  if (mentionsBase(link.lhs.expr, use.base, document) || isDemanded(document, link)) return undefined;
  if (document.given.some(({ unit, expr }) => unit === link.unit && mentionsBase(expr, use.base, document))) return undefined;
  if (document.declarations.distributions.some(({ unit, value: { params } }) => unit === link.unit && params.some((param) => mentionsBase(param, use.base, document)))) return undefined;
  if (document.bindings.has(use.base) || occursBefore(document, use.base, link) || occursBefore(document, use.base.toLowerCase(), link)) return undefined;
  const probability = probabilityIn(link.lhs.expr);
  if (probability) return namesProbability(document, link, use, probability);
  return namedByLeft(document, link, { use, params: [] });
}

/** `\hat y_k - y_k =: e_k` */
export function bindsRight(document: DocumentMeaning, link: LinkSyntax): Role | undefined {
  const head = /^(?:=:|\\eqqcolon)$/.test(link.relation.tex) ? headOf(document, link.rhs.expr) : undefined;
  return head && namedByLeft(document, link, head);
}

const namedByLeft = (document: DocumentMeaning, link: LinkSyntax, head: Head): Role =>
  ({ role: 'definition', kind: 'definition', binding: { ...bindingOf(document, link, head, link.lhs.expr), at: link.rhs.span.start } });

function occursBefore(document: DocumentMeaning, base: string, link: LinkSyntax): boolean {
  for (const other of document.links) {
    if (other.statement === link.statement) return false;
    for (const member of other.statement.members) if (mentionsBase(member.expr, base, document)) return true;
  }
  return false;
}
