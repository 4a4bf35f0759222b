/** Lines that differ, but for what is not known of names: wrong where another sign or number makes them hold whatever these are. */
import { apartFrom, type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { reaches } from '../meaning/names';
import { keyOf, type SymbolUse, usesIn } from '../meaning/symbols';
import { symbolsIn } from '../meaning/world';
import { callsIn, type Expr, hasPart, headOf, isLetter, isSymbol, isTransposed, isZero } from '../notation/expression';
import { isOfNames, namesInDoubt } from './doubt';
import type { Finding } from './finding';
import { refutedBy } from './judgement';
import { bindingsOf, isOfCaseBefore } from './otherwise';
import type { Proposal } from './repair';
import { editedLink } from './repair/edited';

/** `repair` is of signs and numbers, and neither takes away nor puts in one of the names in doubt, nor one that rests on such; nothing but names is in doubt, and none of what they are was found in another case. */
export function withDoubtedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link } = finding;
  if (!repair || repair.trait === 'misnamed' || judgement?.verdict !== 'undecided' || !judgement.doubted) return finding;
  const { sides: { world } } = judgement.doubted;
  if (bindingsOf(world).some((binding) => isOfCaseBefore(document, link, binding))) return finding;
  const names = namesInDoubt(apartFrom(document), link, judgement.doubted);
  if (!isOfNames(judgement.reason) && mayTell(link, repair)) return finding;
  const edited = editedLink(document, link, repair.edits);
  const resting = symbolsIn(world).filter(({ key }) => names?.some((use) => reaches(world, key, keyOf(use)))).map(({ use }) => use);
  if (!names || !edited || [...names, ...resting].some((use) => formsOf(document, link, use) !== formsOf(document, edited, use))) return finding;
  return { ...finding, verdict: 'refuted', code: 'differs', judgement: refutedBy(judgement.doubted.evaluation, judgement.doubted.sides) };
}

/** How often it stands there, with how many indices, and whether turned. */
const formsOf = (document: DocumentMeaning, link: LinkSyntax, name: SymbolUse): string =>
  usesIn(document, ...exprsOf(link)).filter((use) => keyOf(use) === keyOf(name)).map(({ slots, modifiers }) => `${slots.length} ${modifiers.some(({ kind }) => kind === 'transpose')}`).sort().join();

/** `f(-x) - f(x) = 0` tells what f is: with a change of its arguments it would hold of any, and say nothing. */
function mayTell(link: LinkSyntax, { edits }: Proposal): boolean {
  if (exprsOf(link).some(isZero)) return true;
  const isWithin = (call: Expr): boolean => edits.some(({ span }) => span.start >= call.span.start && span.end <= call.span.end);
  return exprsOf(link).some((expr) => hasPart(expr, (part) => callsIn(part).some(({ head, body }) => isApplied(head) && isWithin(body))));
}

/** The brackets of an expectation hold no arguments, nor do those after a transpose. */
const isApplied = (head: Expr): boolean => isSymbol(head) && !isTransposed(head) && !isLetter(headOf(head), 'E');
