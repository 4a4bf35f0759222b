/** A line as it reads after an edit: the edited text is tokenized and parsed as the document itself is, so that what is offered is what was checked. */
import { type DocumentMeaning, exprsOf, type LinkSyntax } from '../../meaning/document';
import { near } from '../../meaning/traces';
import { sumLetters } from '../../meaning/free';
import { usesIn } from '../../meaning/symbols';
import { everyPart, type Expr, find, isBig, type Member, type Relation } from '../../notation/expression';
import { type Token, tokenize } from '../../notation/lexer';
import { cursor, parseExpression } from '../../notation/parser';
import { nesting } from '../../notation/parser/brackets';
import { relationAt } from '../../notation/parser/lookahead';
import { applyEdits, type Span, type TextEdit } from './source';

/** The link with edited members and relation. Undefined where the edited text cannot be read as well as before. */
export function editedLink(document: DocumentMeaning, link: LinkSyntax, edits: readonly TextEdit[]): LinkSyntax | undefined {
  const lhs = editedMember(document, link.lhs, edits);
  const rhs = editedMember(document, link.rhs, edits);
  const relation = editedRelation(document, link.relation, edits);
  return lhs && rhs && relation && { ...link, lhs, rhs, relation };
}

const within = (edits: readonly TextEdit[], span: Span): TextEdit[] => edits.filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end);

function editedMember(document: DocumentMeaning, member: Member, edits: readonly TextEdit[]): Member | undefined {
  const own = within(edits, member.span);
  if (own.length === 0) return member;
  const tex = applyEdits(document.text, member.span, own);
  const { tokens, problems } = tokenize(tex, member.span.start, document.parts.macros);
  const kept = tokens.filter(outsideRows(tokens));
  if (kept.length === 0) return undefined;
  const expr = document.overloads(parseExpression(cursor(kept, problems)));
  if (problems.length > 0 || find(expr, (e) => e.kind === 'unread')) return undefined;
  return { expr, tex, span: { start: member.span.start, end: member.span.start + tex.length } };
}

/** Marks of rows and columns that a member runs across are no part of it. */
function outsideRows(tokens: Token[]): (token: Token) => boolean {
  const dropped = new Set<Token>();
  let depth = 0;
  for (const token of tokens) {
    depth += nesting(token);
    if (depth === 0 && ['amp', 'row', 'separator'].includes(token.kind)) dropped.add(token);
  }
  return (token) => !dropped.has(token);
}

function editedRelation(document: DocumentMeaning, relation: Relation, edits: readonly TextEdit[]): Relation | undefined {
  const own = within(edits, relation.span);
  if (own.length === 0) return relation;
  const tex = applyEdits(document.text, relation.span, own);
  return relationAt(tokenize(tex, relation.span.start).tokens[0]);
}

/** Whether the same names stand on each side as before. */
export function keepsNames(document: DocumentMeaning, before: LinkSyntax, after: LinkSyntax): boolean {
  const [left, right] = [before, after].map((link) => exprsOf(link).map((side) => basesIn(document, side)));
  return left.every((bases, i) => bases.join(' ') === right[i].join(' '));
}

/** Names in order, but for sizes, `\delta_{ij}`, and the letters that sums run over. */
function basesIn(document: DocumentMeaning, side: Expr): string[] {
  const bound = everyPart(side).filter(isBig).flatMap(sumLetters);
  const isQuantity = (base: string): boolean => !bound.includes(base) && base !== '\\delta' && !near(document.traces, `size ${base}`, side.span.start);
  return [...new Set(usesIn(document, side).map(({ base }) => base))].filter(isQuantity).sort();
}
