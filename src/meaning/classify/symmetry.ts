/** `Q = Q^T`, and functions that are said to be odd or even. */
import { type Expr, isName } from '../../notation/expression';
import { print } from '../../notation/print';
import type { LinkKind } from '../../report';
import { formulaBefore } from '../behind';
import { declaredAt } from '../declarations';
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../document';
import { parityOf } from '../parity';
import { isCase, isGoal, sentenceBefore } from '../premises';
import { contextOf, isPlainUse, type SymbolUse, symbolUse } from '../symbols';
import { sentenceEnd } from '../wording';
import { assumes, claims, type Role } from './role';

/** `f(-x) = -f(x)` of a function that nothing defines. */
export function parityStated(document: DocumentMeaning, { lhs, rhs }: LinkSyntax): Role | undefined {
  const parity = parityOf(lhs.expr, rhs.expr);
  return parity && isUndefined(document, parity.of, lhs.span.start) ? assumes(`States that ${print(parity.of)} is ${parity.parity}.`) : undefined;
}

/** A function of one letter that nothing defines, and no function that is known by its name. */
const isUndefined = ({ bindings, surroundings }: DocumentMeaning, of: Expr, at: number): boolean =>
  isName(of) && of.letter !== '\\sigma' && of.letter.replace(/^\\[a-zA-Z]+$/, '.').length === 1 && !bindings.has(print(of)) && !surroundings.declarations.functionName(print(of), at);

/** A matrix beside its transpose is given as symmetric, or claimed to be. */
export function symmetryStated(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Role | undefined {
  const mirrored = mirroredIn(document, link);
  if (!mirrored) return undefined;
  const isGiven = !document.bindings.has(mirrored.base) && (mirrored.slots.length > 0 || isGoal(document, link) || GIVES.test(sentenceBefore(document, link)));
  return isGiven ? statesSymmetry(document, link, mirrored) : claims(kind);
}

/** The Q of `Q = Q^T` or `Q^T = Q`, and of `q_{ij} = q_{ji}`. */
function mirroredIn(document: DocumentMeaning, link: LinkSyntax): SymbolUse | undefined {
  const sides = exprsOf(link).map((expr) => symbolUse(expr, contextOf(document)));
  const [one, other] = sides.map(lettersOf);
  if (one.length === 2 && `${one}` === `${[other[1], other[0]]}` && sides[0]?.base === sides[1]?.base) return sides[0];
  const [plain, turned] = sides[0]?.modifiers.length ? sides.reverse() : sides;
  if (!plain || !turned || plain.base !== turned.base || !isPlainUse(plain) || turned.slots.length || turned.modifiers.length !== 1 || turned.modifiers[0].kind !== 'transpose') return undefined;
  return /^\\?[A-Z]/.test(plain.base) ? plain : undefined;
}

const lettersOf = (use: SymbolUse | undefined): string[] => (use?.modifiers.length === 0 ? use.slots.map((slot) => (slot.kind === 'index' ? slot.letter : '')) : []);

/** Words that take what follows as given. */
const GIVES = /(?<![a-zß-ё])(?:let|where|with|assum[a-zß-ё]*|suppose|given|such that|if|when|for|since|because|as|sei(?:en)?|mit|wobei|falls|da|soit|où|avec|si|car|sea|donde|con|como|seja|onde|com|设|其中|若|因为)(?: that)?(?:\s+(?:the\s+)?(?:matri(?:x|ces))?)?\s*(?:⟦⟧\s*(?:,|and)?\s*)*$/i;

/** A matrix that equals its transpose is symmetric from there on; what is known of it already, such as that it is definite, stays. */
function statesSymmetry(document: DocumentMeaning, link: LinkSyntax, { base, tex }: SymbolUse): Role {
  const { declarations, text, parts: { regions } } = document;
  const at = formulaBefore(document, link) ?? startOf(link);
  const until = isCase(document, link) ? { until: sentenceEnd(text, regions, link.region) } : {};
  // The a_{ij} are the entries of A.
  const isNews = (of: string): boolean => !isGoal(document, link) && declaredAt(declarations.domains, of, at, link.unit) === undefined;
  for (const of of /^[a-z]$/.test(base) ? [base, base.toUpperCase()] : [base]) if (isNews(of)) declarations.domains.push({ base: of, at, unit: link.unit, value: 'symmetric', ...until });
  return assumes(`States that ${tex} is symmetric.`);
}
