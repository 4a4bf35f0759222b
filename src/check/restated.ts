/** Derivatives through another form of a definition: `J = 3(a + bc)`, `v = a + bc`, `J = 3v`. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import type { Binding } from '../meaning/world';
import { everyPart, hasPart, variablesOf } from '../notation/expression';
import { print } from '../notation/print';
import type { Judgement } from './judgement';
import { boundBy, type Variant } from './otherwise';
import { judge } from './verify';

/** A derivative by a name that only another, verified form of what it is of mentions. What differs without that form may hold by it. */
export function throughRestatement(document: DocumentMeaning, link: LinkSyntax, judgement: Judgement, options: Pick<Variant, 'search' | 'reasons' | 'fixed'>): Judgement {
  const isIndependent = judgement.verdict === 'undecided' && judgement.reason.code === 'independent';
  const differs = judgement.verdict === 'refuted' || (options.reasons === false && judgement.verdict === 'undecided' && judgement.reason.code === 'no-points');
  const forms = isIndependent ? document.restated : differs ? document.restated.filter((form) => isDerivedThrough(document, link, form)) : [];
  for (const form of forms) {
    if (form.unit !== link.unit) continue;
    const judged = judge(document, link, { ...options, fixed: { ...options.fixed, ...boundBy(form) }, reasons: options.reasons !== false && isIndependent });
    if (judged.verdict === 'verified' || (isIndependent && judged.verdict === 'refuted')) return judged;
  }
  return judgement;
}

/** The line differentiates by a name that the form mentions, and no definition before it; what is defined by the form was not defined anew since. */
function isDerivedThrough({ bindings }: DocumentMeaning, link: LinkSyntax, form: Binding): boolean {
  if (bindings.get(form.base)?.some((b) => b.unit === form.unit && b.at > form.at && b.at < startOf(link))) return false;
  const variables = exprsOf(link).flatMap(everyPart).filter((e) => e.kind === 'derivative').flatMap(variablesOf).map(print);
  const mentions = ({ expr }: Binding, variable: string): boolean => hasPart(expr, (e) => print(e) === variable);
  const others = (bindings.get(form.base) ?? []).filter((b) => b.unit === form.unit && b.at < form.at);
  return variables.some((variable) => mentions(form, variable) && !others.some((b) => mentions(b, variable)));
}
