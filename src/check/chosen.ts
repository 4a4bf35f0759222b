/** Lines about the class of an example, the y of `p_y`, which may leave out what is plain to their author. */
import { isClassAt } from '../meaning/classes';
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { familyOf } from '../meaning/symbols';
import { symbolsIn, type World } from '../meaning/world';
import * as build from '../notation/build';
import { everyPart, type Expr, factorsOf, hasPart, isBareLetter, isChain, isName, isScripted, type Scripted } from '../notation/expression';
import { print } from '../notation/print';
import { possibleIndices } from '../meaning/free';

/** `k \ne y`, of the indices of a line and the classes of its exercise, where the line does not ask for it itself: "for the other classes" may be said in words. */
export function classesLeft(document: DocumentMeaning, link: LinkSyntax): Expr[] {
  const classes = new Map<string, Expr>();
  for (const { statements } of [...document.traces.seen.keys()].some((topic) => topic.startsWith('choice ')) ? document.equations : []) for (const { members } of statements) {
    for (const { expr } of members) for (const { sub } of choices(document, link, expr)) classes.set(print(sub[0]), sub[0]);
  }
  const letters = [...new Set(exprsOf(link).flatMap(possibleIndices))];
  const asks = (letter: string, printed: string): boolean => exprsOf(link).some((expr) => hasPart(expr, (part) => asksFor(part, letter, printed)));
  return [...classes].flatMap(([printed, which]) => letters.filter((letter) => letter !== printed && !asks(letter, printed)).map((letter) => build.unequal(build.name(letter, link.lhs.span), which)));
}

/** `k = y`, `\delta_{ky}`. */
function asksFor(part: Expr, ...letters: string[]): boolean {
  const asked = isChain(part) ? part.members : isScripted(part) && isBareLetter(part.base, '\\delta') ? part.sub.flatMap(factorsOf) : [];
  return letters.every((letter) => asked.some((expr) => print(expr) === letter));
}

/** The y_o of a line, of a y that nothing defines, as it is printed. */
export function labelsOf(document: DocumentMeaning, link: LinkSyntax, world: World): Set<string> {
  const given = new Set(symbolsIn(world).filter(({ binding }) => !binding).map(({ use }) => use.family));
  return new Set(exprsOf(link).flatMap((expr) => choices(document, link, expr)).filter(({ base }) => isName(base) && given.has(familyOf(base))).map(print));
}

/** The entries of an expression that a class tells. */
const choices = ({ traces }: DocumentMeaning, { lhs: { span } }: LinkSyntax, expr: Expr): Scripted[] => everyPart(expr).filter(isScripted).filter(({ sub }) => sub.length === 1 && isClassAt(traces, sub[0], span.start));
