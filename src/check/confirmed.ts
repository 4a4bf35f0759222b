/** Whether a difference is a mistake: a line that is wrong under a wrong reading is right, and no one change makes it hold; a slip of the pen is one change from what holds. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { isDerivative } from '../notation/expression';
import { existentials } from './doubt/existentials';
import { isStated } from './doubt/known';
import type { Finding } from './finding';
import type { Judgement } from './judgement';
import type { Proposal } from './repair';
import { counterexample } from './shrink';

/** A difference that nothing confirms refutes nothing. */
export function withConfirmedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link, kind } = finding;
  if (repair || judgement?.verdict !== 'refuted' || isConfirmed(document, link, judgement)) return finding;
  const example = judgement.example ?? counterexample(judgement.sides, judgement.evaluation);
  const symbols = judgement.evaluation.leaves.flatMap(({ name }) => judgement.sides.world.symbols.get(name)?.use ?? []);
  const reason = { code: 'unconfirmed', symbols, ...(example ? { example } : {}) } as const;
  return { link, kind, verdict: 'undecided', code: reason.code, judgement: { verdict: 'undecided', reason, world: judgement.sides.world } };
}

type Refuted = Extract<Judgement, { verdict: 'refuted' }>;

/** Numbers alone have one reading, and so have lines in which nothing is guessed; what exists nowhere was looked for; and what a comment declares is meant so. */
const isConfirmed = (document: DocumentMeaning, link: LinkSyntax, refuted: Refuted): boolean =>
  isOfNumbers(refuted) || isPlain(link, refuted) || existentials(document, refuted.sides).length > 0 || [...refuted.sides.world.symbols.values()].some(({ use }) => isStated(document, use, link.unit));

/** A bound on declared names; a rule for any functions; a derivative by the names of its own definition, which are numbers or declared; one expression in two forms. */
function isPlain({ lhs, relation, rhs }: LinkSyntax, { sides: { world, at }, evaluation }: Refuted): boolean {
  const isDeclared = (key: string): boolean => { const base = isSize(key) ? key.slice('size '.length) : world.symbols.get(key)?.use.base; return base !== undefined && (world.declarations.shape(base, at) ?? world.declarations.domain(base, at)) !== undefined; };
  // What is in order by name, as eigenvalues are, is so by its choice.
  if (relation.name !== 'equal') return evaluation.leaves.length > 0 && evaluation.leaves.every(({ name }) => isDeclared(name)) && ![lhs, rhs].every(({ expr }) => expr.kind === 'scripted');
  const leaves = evaluation.leaves.filter(({ name }) => !isSize(name));
  const [left, right] = evaluation.leavesOf.map((side) => [...side].filter((key) => !isSize(key)));
  const areDeclared = leaves.length > 0 && leaves.every(({ name }) => isDeclared(name));
  const isUnbound = [...world.symbols.values()].every(({ binding }) => !binding);
  const areSame = isWithin(left, right) && isWithin(right, left);
  const [functions, others] = evaluation.arbitrary.map((side) => [...side]);
  const isDerived = [lhs, rhs].some(({ expr }) => isDerivative(expr));
  if (functions.length + others.length > 0) return isUnbound && isDerived && areSame && isWithin(functions, others) && isWithin(others, functions) && functions.every((key) => key.startsWith('function '));
  // A number may be the value at some point.
  if (isDerived && left.length * right.length > 0) return leaves.every(({ name, shape }) => shape.length === 0 || isDeclared(name)) && (isDerivative(lhs.expr) ? isWithin(right, left) : isWithin(left, right));
  // What one name solves may be an equation.
  return isUnbound && areSame && (areDeclared || leaves.length > 1);
}

const isSize = (key: string): boolean => key.startsWith('size ');
const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((key) => all.includes(key));
/** Values of functions that are given are numbers; names that stand for numbers may stand for rounded ones. */
const isOfNumbers = ({ sides: { world }, evaluation: { leaves, shape } }: Refuted): boolean =>
  leaves.length === 0 && shape.length === 0 && [...world.symbols.values()].every(({ binding }) => !binding || binding.params.length > 0);
