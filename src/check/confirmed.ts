/** Whether a difference is a mistake: a line that is wrong under a wrong reading is right, and no one change makes it hold; a slip of the pen is one change from what holds. */
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import type { SymbolInfo } from '../meaning/world';
import { type Expr, find, isDerivative } from '../notation/expression';
import { existentials } from './doubt/existentials';
import type { Finding } from './finding';
import type { Judgement } from './judgement';
import type { Proposal } from './repair';
import { counterexample } from './shrink';
import { judge } from './verify';

/** A difference that nothing confirms refutes nothing. */
export function withConfirmedError(document: DocumentMeaning, finding: Finding, repair: Proposal | undefined): Finding {
  const { judgement, link, kind } = finding;
  if (repair || judgement?.verdict !== 'refuted' || isConfirmed(document, link, judgement)) return finding;
  const example = judgement.example ?? counterexample(judgement.sides, judgement.evaluation);
  const reason = { code: 'unconfirmed', ...(example ? { example } : {}) } as const;
  return { link, kind, verdict: 'undecided', code: reason.code, judgement: { verdict: 'undecided', reason, world: judgement.sides.world } };
}

type Refuted = Extract<Judgement, { verdict: 'refuted' }>;

/** Numbers alone have one reading, and so have lines in which nothing is guessed; what exists nowhere was looked for; and where a chain holds without one of its members, that one is wrong. */
function isConfirmed(document: DocumentMeaning, link: LinkSyntax, refuted: Refuted): boolean {
  return [link.lhs, link.rhs].every(({ expr }) => isOfNumbers(expr)) || isPlain(link, refuted) || existentials(document, refuted.sides).length > 0 || holdsWithout(document, link);
}

/** A bound on declared names; a derivative by the names of its own definition, which are numbers or declared; one expression in two forms; a rule for any functions. */
function isPlain(link: LinkSyntax, { sides: { world, at }, evaluation }: Refuted): boolean {
  const infoOf = (key: string): SymbolInfo | undefined => world.symbols.get(key);
  const isDeclared = (key: string): boolean => { const base = infoOf(key)?.use.base; return base !== undefined && (world.declarations.shape(base, at) ?? world.declarations.domain(base, at)) !== undefined; };
  const isSize = (key: string): boolean => key.startsWith('size ');
  const [left, right] = evaluation.leavesOf.map((side) => [...side].filter((key) => !isSize(key)));
  const leaves = evaluation.leaves.filter(({ name }) => !isSize(name));
  const within = (some: string[], all: string[]): boolean => some.every((key) => all.includes(key));
  const areDeclared = leaves.every(({ name }) => isDeclared(name));
  if (link.relation.name !== 'equal') return areDeclared;
  const isUnbound = [...world.symbols.values()].every(({ binding }) => !binding);
  const [functions, others] = evaluation.arbitrary.map((side) => [...side]);
  if (functions.length + others.length > 0) return isUnbound && [link.lhs, link.rhs].some(({ expr }) => isDerivative(expr)) && within(functions, others) && within(others, functions);
  const isOfOwnNames = (isDerivative(link.lhs.expr) && within(right, left)) || (isDerivative(link.rhs.expr) && within(left, right));
  if (isOfOwnNames) return leaves.every(({ name, shape }) => shape.length === 0 || isDeclared(name));
  // What one name solves may be an equation.
  return (areDeclared || leaves.length > 1) && within(left, right) && within(right, left) && isUnbound;
}

const isOfNumbers = (expr: Expr): boolean => !find(expr, (e) => (e.kind === 'name' && !/^(?:e|\\pi|\\sigma)$/.test(e.letter)) || e.kind === 'unread' || e.kind === 'words');

/** In `a = b = c = d`, `b = c` is wrong where `a = c` or `b = d` holds. */
function holdsWithout(document: DocumentMeaning, { ...link }: LinkSyntax): boolean {
  const { statement: { members, relations }, position } = link;
  const isChain = relations.every(({ name }) => name === 'equal');
  const holds = (lhs: Expr | undefined, rhs: Expr | undefined): boolean => lhs !== undefined && rhs !== undefined && judge(apartFrom(document), link, { lhs, rhs, reasons: false }).verdict === 'verified';
  return isChain && (holds(members[position - 1]?.expr, link.rhs.expr) || holds(link.lhs.expr, members[position + 2]?.expr));
}
