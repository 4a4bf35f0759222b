/** Functions that are defined piece by piece in words: "f(x) = x² for x > 0 and f(x) = −x for x ≤ 0". */
import { type Cases, type Expr, find, hasPart, isChain, isLetter, isName } from '../notation/expression';
import { print } from '../notation/print';
import { formulaBefore } from './behind';
import { type DocumentMeaning, type LinkSyntax, statementsAround } from './document';
import { isBound, statementChain } from './provisos';
import type { Binding } from './world';

type Row = Cases['rows'][number];

/** The definition before and this one as the cases of one; undefined where they are not said for different cases. */
export function joined(document: DocumentMeaning, link: LinkSyntax, binding: Binding, earlier: Binding): Binding | undefined {
  const row = pieceOf(document, link, binding.expr);
  const first = document.links.find(({ lhs }) => lhs.span.start === earlier.at);
  const rows = earlier.pieces ?? rowsOf(first && pieceOf(document, first, earlier.expr));
  const isSameCall = earlier.params.length === binding.params.length && earlier.params.every((param, i) => param.base === binding.params[i].base);
  const last = rows?.at(-1);
  const isRepeated = row?.condition && rows?.some(({ condition }) => condition && print(condition) === print(row.condition as Expr));
  if (!row || !rows || isRepeated || !isSameCall || binding.params.length === 0 || !isChain(last?.condition)) return undefined;
  const pieces = [...rows, row];
  return { ...binding, pieces, expr: { kind: 'cases', rows: pieces, span: binding.expr.span } };
}

/** `f(x) = 0` for a case: of a function that is given piece by piece. */
export const isPiece = (document: DocumentMeaning, link: LinkSyntax): boolean => pieceOf(document, link, link.rhs.expr) !== undefined;

const rowsOf = (row: Row | undefined): Row[] | undefined => row && [row];

const OTHERWISE = /^[\s,]*(?:otherwise|else|elsewhere|sonst|andernfalls|sinon|en otro caso|иначе|否则)/i;

/** The value that a definition gives in the case that stands beside it. */
function pieceOf(document: DocumentMeaning, link: LinkSyntax, value: Expr): Row | undefined {
  const { parts: { regions }, text } = document;
  const own = link.statement.conditions.find(isBound) ?? beside(document, link);
  if (own) return { value, condition: own };
  const { end } = regions[link.region].span;
  if (OTHERWISE.test(text.slice(end, end + 30)) || link.statement.conditions.some((condition) => condition.kind === 'words' && OTHERWISE.test(condition.text))) return { value };
  return undefined;
}

/** A bound in the same formula, after a comma, or in the next one. */
function beside(document: DocumentMeaning, link: LinkSyntax): Expr | undefined {
  const { after } = statementsAround(document, link);
  const follower = document.links.find(({ region }) => region === link.region + 1);
  const next = after ?? (follower && formulaBefore(document, follower) !== undefined ? follower.statement : undefined);
  if (!next?.relations.length) return undefined;
  const chain = statementChain(next);
  return isBound(chain) && find(chain, (e) => isName(e) && hasPart(link.lhs.expr, (other) => isLetter(other, e.letter))) ? chain : undefined;
}
