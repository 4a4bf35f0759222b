/** The learning rates of a recursion, and what the text says of their size. */
import { type DocumentMeaning, isEquation, linksAround, linksBefore, type LinkSyntax } from '../../meaning/document';
import { wordsBefore } from '../../meaning/wording';
import { children, DIRECTION, type Expr, hasPart, isChain, isGroup, isName, isScripted, isZero, type RelationName } from '../../notation/expression';
import { print } from '../../notation/print';
import { stepOf } from '../updates/step';
import type { Recursion } from './recursion';
import { extremesIn } from './spectrum';

export interface Rate {
  expr: Expr;
  /** Nothing more than that it is positive; small; at most so much; or the exercise gives it. */
  size: 'any' | 'small' | 'bounded' | 'given';
  /** What it stays below, or may reach; or what it is. */
  bound?: Expr;
  reaches?: boolean;
}

/** The likeliest rate of the recursion's step, before a line; undefined where there is none. */
export function rateOf(document: DocumentMeaning, link: LinkSyntax, { link: step }: Recursion): Rate | undefined {
  const expr = stepOf(step)?.rates[0];
  if (!expr) return undefined;
  const name = print(expr);
  const near = linksBefore(document, link);
  const given = near.findLast((other) => isEquation(other) && print(other.lhs.expr) === name);
  if (given) return { expr, size: 'given', bound: given.rhs.expr };
  const upper = near.flatMap((other) => boundIn(other, name) ?? []).at(-1) ?? link.statement.conditions.flatMap((condition) => (isChain(condition) ? boundOf(condition.members, condition.relations.map((r) => r.name), name) ?? [] : [])).at(-1);
  if (upper) return isKnown(document, link, upper.bound) && !near.some((other) => isLower(other, name)) ? { expr, size: 'bounded', ...upper } : { expr, size: 'any' };
  return { expr, size: /\bsmall\b|sufficiently|tiny/i.test(wordsBefore(document.wording, link.region, 200)) ? 'small' : 'any' };
}

/** Every symbol is an extreme eigenvalue, or stands elsewhere in the exercise than in conditions; `also` are known besides. */
export function isKnown(document: DocumentMeaning, link: LinkSyntax, expr: Expr, also: readonly string[] = []): boolean {
  const extremes = extremesIn(document, link);
  const elsewhere = linksAround(document, link).filter((other) => other !== link && other.relation.name === 'equal');
  const isAt = (name: string) => (e: Expr): boolean => print(e) === name;
  return namesIn(expr).every((name) => also.includes(name) || extremes.has(name) || /^(?:e|\\pi)$/.test(name) || elsewhere.some(({ lhs, rhs }) => hasPart(lhs.expr, isAt(name)) || hasPart(rhs.expr, isAt(name))));
}

/** `\lambda_{\max}` is one name, and `\mu^2` is about \mu. */
function namesIn(expr: Expr): string[] {
  if (isName(expr)) return [print(expr)];
  if (isScripted(expr)) return expr.sub.length || !isName(expr.base) ? (isName(expr.base) ? [print({ ...expr, sup: [] })] : namesIn(expr.base)) : [print(expr.base)];
  return children(expr).flatMap(namesIn);
}

interface Upper { bound: Expr; reaches: boolean }

/** A bound of the rate from above in a line. */
export const boundIn = ({ statement }: LinkSyntax, name: string): Upper | undefined => boundOf(statement.members.map((member) => member.expr), statement.relations.map((relation) => relation.name), name);

/** It is more than something that is not zero: then it is no share of its upper bound. */
function isLower({ lhs, rhs, relation }: LinkSyntax, name: string): boolean {
  const [smaller, larger] = DIRECTION[relation.name] === 1 ? [lhs.expr, rhs.expr] : [rhs.expr, lhs.expr];
  return relation.name in DIRECTION && print(larger) === name && !isZero(smaller);
}

/** `0 < \eta \le U`, `U > \eta`, `\eta \in (0, U)`. */
function boundOf(members: readonly Expr[], relations: readonly RelationName[], name: string): Upper | undefined {
  for (let i = 0; i < relations.length; i++) {
    const [left, right] = [members[i], members[i + 1]];
    const [smaller, larger] = DIRECTION[relations[i]] === 1 ? [left, right] : [right, left];
    if (relations[i] in DIRECTION && print(smaller) === name) return { bound: larger, reaches: relations[i].endsWith('Equal') };
    if (print(left) === name && relations[i] === 'in' && isGroup(right) && right.contents.length === 2) return { bound: right.contents[1], reaches: right.open === '[' };
  }
  return undefined;
}
