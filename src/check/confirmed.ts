/** Whether a difference is a mistake: a line that is wrong under a wrong reading is right, and no one change makes it hold; a slip of the pen is one change from what holds. */
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { isAtOutcome } from '../meaning/expectations';
import { contextOf, hasSymbol, keyOf, type SymbolUse, usesIn } from '../meaning/symbols';
import { quantifiedNames } from '../meaning/quantified';
import { isWorkedOut, symbolsIn, type World } from '../meaning/world';
import { print } from '../notation/print';
import { type Expr, hasPart, isBig, isDerivative, isName, isNumeral, isScripted, summandsOf } from '../notation/expression';
import { existentials } from './doubt/existentials';
import { differsEverywhere } from './doubt/gaps';
import { isStated } from './doubt/known';
import { leavesConstants } from './doubt/leftout';
import type { Finding } from './finding';
import { leftOpen, type Judgement } from './judgement';
import { ofStray } from './misnamed';
import type { Proposal } from './repair';
import { editedLink, keepsNames } from './repair/edited';
import { isSize, type Leaf } from './sample';
import { counterexample } from './shrink';
import { holdsWhereTied } from './tied';

/** A difference that nothing confirms refutes nothing. */
export function withConfirmedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link, kind } = finding;
  if (judgement?.verdict !== 'refuted' || isConfirmed(document, link, judgement) || (repair && isRepaired(document, link, judgement, repair))) return finding;
  const example = judgement.example ?? counterexample(judgement.sides, judgement.evaluation);
  const symbols = judgement.evaluation.leaves.flatMap(({ name }) => judgement.sides.world.symbols.get(name)?.use ?? []);
  const reason = { code: 'unconfirmed', symbols, ...(example ? { example } : {}) } as const;
  return { link, kind, verdict: 'undecided', code: reason.code, judgement: leftOpen(reason, judgement.sides.world) };
}

/**
 * One change makes it hold. With other names on a side an equation may hold by what these are; then lines that hold have to tell that it was
 * read as it is meant. A derivative is by the names that it has, but for one that is part of another: `y - \beta_0 - X \beta` beside `y - X \beta`.
 */
function isRepaired(document: DocumentMeaning, link: LinkSyntax, refuted: Refuted, { edits }: Proposal): boolean {
  const edited = editedLink(document, link, edits);
  if (!edited || (isOfMoments(document, refuted) && !isSlipOfMoments(edited, edits))) return false;
  const isDerived = exprsOf(link).some((side) => hasPart(side, isDerivative)) && edits.some(({ text }) => text.trim() !== '');
  return isDerived || keepsNames(document, link, edited) || isReadElsewhere(document, link, refuted) || ofStray(document, link, edited) !== undefined;
}

/** Moments alone may be a property of their laws, as `\mathrm{Var}(X) = E[X]` is, where no words deny that of several: only signs and numbers are slips. */
const isOfMoments = ({ said }: DocumentMeaning, { evaluation: { leaves } }: Refuted): boolean =>
  leaves.some(isChance) && leaves.every((leaf) => isChance(leaf) || isAtOutcome(leaf.name)) && (leaves.length < 3 || !said.dependent);

/** No edit puts in a name, and something is left to hold. */
const isSlipOfMoments = ({ lhs, rhs }: LinkSyntax, edits: Proposal['edits']): boolean =>
  !edits.some(({ text }) => /(?<![\\a-z])[a-z]/i.test(text)) && print(lhs.expr) !== print(rhs.expr);

const isChance = ({ name }: Leaf): boolean => name.startsWith('chance');

type Refuted = Extract<Judgement, { verdict: 'refuted' }>;

/** Numbers alone have one reading, and so have lines in which nothing is guessed; what exists nowhere was looked for; and what a comment declares is meant so. */
const isConfirmed = (document: DocumentMeaning, link: LinkSyntax, refuted: Refuted): boolean =>
  refuted.plainly === true || isOfNumbers(document, link, refuted) || isPlain(document, link, refuted) || existentials(document, refuted.sides).length > 0 || symbolsIn(refuted.sides.world).some(({ use }) => isStated(document, use, link.unit));

/** Each of its names is declared, or lines of the exercise that hold are of it, or of all that defines it, and come after that: they were read as they are meant. A number may be a value at some point. */
function isReadElsewhere(document: DocumentMeaning, link: LinkSyntax, refuted: Refuted): boolean {
  const { sides: { world }, evaluation: { leavesOf } } = refuted;
  const others = [...document.upheld].filter((other) => other !== link && other.unit === link.unit).map((other) => ({ at: startOf(other), keys: usesIn(document, ...exprsOf(other)).map(keyOf) }));
  const isKnown = (use: SymbolUse, of: readonly string[] = []): boolean => {
    const key = keyOf(use);
    const binding = world.symbols.get(key)?.binding;
    if (isDeclaredName(refuted, key) || others.some(({ at, keys }) => at >= (binding?.at ?? 0) && keys.includes(key))) return true;
    return binding !== undefined && !binding.isValue && !of.includes(key) && usesIn(document, binding.expr).every((part) => isKnown(part, [...of, key]));
  };
  return leavesOf.every(({ size }) => size > 0) && usesIn(document, ...exprsOf(link)).every((use) => isKnown(use));
}

/** Nothing in it had to be guessed. */
function isPlain(document: DocumentMeaning, link: LinkSyntax, refuted: Refuted): boolean {
  const [lhs, rhs] = exprsOf(link);
  const { sides: { world }, evaluation: { leaves, arbitrary } } = refuted;
  const isDeclared = ({ name }: Leaf): boolean => isDeclaredName(refuted, name);
  const any = quantifiedNames(document, link);
  // A bound on declared names, or on any. What is in order by name, as eigenvalues are, is so by its choice.
  if (link.relation.name !== 'equal') return leaves.length > 0 && leaves.every((leaf) => isDeclared(leaf) || any.has(world.symbols.get(leaf.name)?.use.base ?? '')) && !(isScripted(lhs) && isScripted(rhs));
  const [left, right] = refuted.evaluation.leavesOf.map((side) => [...side].filter((key) => !isSize(key)));
  const names = leaves.filter(({ name }) => !isSize(name));
  if (isTold(document, link, refuted)) return false;
  const isUnbound = symbolsIn(world).every(({ binding }) => !binding);
  const isDerived = isDerivative(lhs) || isDerivative(rhs);
  // A rule for any functions; with one side alone that is derived, as in `\nabla s(w) = s(w)(1 - s(w)) x`, or a term that is of none, as `1/x` in `y'(x) = 1/x + y(x)`, it is an equation for them.
  if (arbitrary.some((side) => side.size > 0)) return isUnbound && isDerived && [lhs, rhs].every((side) => hasPart(side, isDerivative)) && [lhs, rhs].flatMap(summandsOf).every((term) => isOfFunctions(term, refuted)) && areSame(left, right) && areSame([...arbitrary[0]], [...arbitrary[1]]) && [...arbitrary[0]].every((key) => key.startsWith('function '));
  // A derivative by the names of its own definition; a number may be its value at some point.
  if (isDerived && left.length * right.length > 0) return (names.every((leaf) => leaf.shape.length === 0 || isDeclared(leaf)) || (leaves.length === names.length && names.every((leaf) => isAsWritten(world, leaf)) && differsEverywhere(refuted.evaluation) && !leavesConstants(document, link))) && (isDerivative(lhs) ? isWithin(right, left) : isWithin(left, right));
  // A moment of a law that is stated, by the names of that law.
  if (isUnbound && symbolsIn(world).some(({ use }) => world.declarations.distribution(use.base, refuted.sides.at)) && left.length > 0) return isWithin(right, left);
  // One expression in two forms; what one name solves may be an equation.
  return isUnbound && areSame(left, right) && !isOfMoments(document, refuted) && ((names.length > 0 && names.every(isDeclared)) || (names.length > 1 && !holdsWhereTied(refuted.sides, refuted.evaluation)));
}

/** Words say of its names, or of all data that are summed, what is not read. */
function isTold({ declarations: { told }, said }: DocumentMeaning, link: LinkSyntax, { sides: { world }, evaluation: { leaves } }: Refuted): boolean {
  const bases = leaves.map(({ name }) => world.symbols.get(name)?.use.base);
  return told.some(({ base, unit }) => unit === link.unit && bases.includes(base)) || (said.adjusted && exprsOf(link).some((side) => hasPart(side, isBig)));
}

/** A number with the indices that are written: what holds of vectors holds of these. */
function isAsWritten({ symbols, guesses }: World, { name, shape }: Leaf): boolean {
  const use = symbols.get(name)?.use;
  return use !== undefined && (shape.length === use.slots.length || !guesses.has(use.base));
}

function isOfFunctions(expr: Expr, { sides: { world }, evaluation: { arbitrary } }: Refuted): boolean {
  const bases = arbitrary.flatMap((side) => [...side].map((key) => world.symbols.get(key)?.use.base));
  return hasSymbol(expr, contextOf(world), ({ base }) => bases.includes(base));
}

function isDeclaredName({ sides: { world, at } }: Refuted, key: string): boolean {
  const base = isSize(key) ? key.slice('size '.length) : world.symbols.get(key)?.use.base;
  return base !== undefined && (world.declarations.shape(base, at) ?? world.declarations.domain(base, at)) !== undefined;
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((key) => all.includes(key));
const areSame = (some: readonly string[], others: readonly string[]): boolean => isWithin(some, others) && isWithin(others, some);

/** Values of functions that are given, and of formulas without decimals, are numbers; names that stand for numbers may stand for rounded ones, and those of another exercise for something else in this one. */
const isOfNumbers = ({ traces }: DocumentMeaning, { unit }: LinkSyntax, { sides: { world }, evaluation: { leaves, arbitrary } }: Refuted): boolean =>
  leaves.length === 0 && arbitrary.every(({ size }) => size === 0) && symbolsIn(world).every(({ binding }) => !binding || (traces.unitAt(binding.at) === unit && (binding.params.length > 0 || isWholeMatrix(binding.expr) || (!isWorkedOut(binding) && !hasDecimals(binding.expr)))));

const hasDecimals = (expr: Expr): boolean => hasPart(expr, (e) => isNumeral(e) && e.digits > 0);

/** Nobody rounds the entries of a matrix to whole numbers. */
const isWholeMatrix = (expr: Expr): boolean => hasPart(expr, ({ kind }) => kind === 'matrix') && !hasPart(expr, isName) && !hasDecimals(expr);
