/** What a wrong line leaves for the lines after it: the line as it should be, so that one slip is reported once. */
import { allBindings, bind, type DocumentMeaning, type LinkSyntax, unbind } from '../meaning/document';
import type { Expr } from '../notation/expression';
import { withBentError } from './bent';
import type { Finding } from './finding';
import { proposeRepair } from './repair';
import type { UpdateFinding } from './updates/finding';
import { editedLink } from './repair/edited';
import type { TextEdit } from './repair/source';

/** Call it with what was found of each link, in order. */
export function correct(document: DocumentMeaning, finding: Finding): void {
  correctStep(document, finding);
  correctMember(document, finding);
  correctZero(document, finding);
}

/** A wrong step is what the repair makes of it, or nothing; one of another rule is nothing. */
function correctStep(document: DocumentMeaning, { link, verdict, update }: Finding): void {
  if (!update || (verdict !== 'refuted' && verdict !== 'undecided')) return;
  rebind(document, [link.rhs.expr], update.repair && rightSide(document, link, update.repair.edits));
}

/** A whole step of a rule begins anew: what another rule's steps should have been says nothing of it. */
export function beginAnew(document: DocumentMeaning, update: UpdateFinding | undefined): void {
  if (update?.code === 'published') for (const binding of allBindings(document)) if (binding.isCorrected && binding.time) unbind(document, binding);
}

/** What was bound to one of some sides is bound to the right one, or to nothing. */
function rebind(document: DocumentMeaning, sides: Expr[], right: Expr | undefined): void {
  for (const wrong of allBindings(document).filter(({ expr }) => sides.includes(expr))) {
    unbind(document, wrong);
    if (right) bind(document, { ...wrong, expr: right, isCorrected: true });
  }
}

/** In `\ell(\mu) = a = b` with a wrong b the name is a. */
function correctMember(document: DocumentMeaning, { link: { statement, position, lhs }, verdict }: Finding): void {
  if (position > 0 && verdict === 'refuted') rebind(document, statement.members.slice(position + 1).map(({ expr }) => expr), lhs.expr);
}

/** Where a derivative is set to zero in a wrong form, it vanishes in the right one. */
function correctZero(document: DocumentMeaning, finding: Finding): void {
  const { link } = finding;
  const places = document.stationary.flatMap(({ expr }, i) => (expr === link.rhs.expr ? [i] : []));
  const repair = places.length > 0 ? proposeRepair(document, finding) : undefined;
  if (places.length === 0 || withBentError(document, finding, repair).verdict !== 'refuted') return;
  const expr = (repair && rightSide(document, link, repair.edits)) ?? link.lhs.expr;
  for (const i of places) document.stationary[i] = { ...document.stationary[i], expr, said: 'at the stationary point, the derivative as it should be' };
}

/** The right side of a link as edits make it. */
function rightSide(document: DocumentMeaning, link: LinkSyntax, edits: readonly TextEdit[]): Expr | undefined {
  const expr = editedLink(document, link, edits)?.rhs.expr;
  return expr === link.rhs.expr ? undefined : expr;
}
