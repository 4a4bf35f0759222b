/** Cases, each with its value and the condition under which it holds. */
import * as build from '../build';
import type { Expr } from '../expression';
import type { Token } from '../lexer';
import { splitAt } from './brackets';
import { type Cursor, join, unread } from './cursor';

export function parseCase(c: Cursor): { value: Expr; condition?: Expr } {
  const [left, ...right] = splitCells(c);
  const value = left.at < left.end ? left.grammar.expression({ ...left, end: withoutComma(left) }) : unread(c, 'an empty case');
  if (right.length === 0) return { value };
  const tokens = c.tokens.slice(right[0].at, c.end).filter(isWritten);
  return { value, condition: parseCondition({ ...c, tokens, at: 0, end: tokens.length }) };
}

/** Without a sign between them the condition begins with a word. */
function splitCells(c: Cursor): Cursor[] {
  const cells = splitAt(c, (token) => !isWritten(token)).filter(({ at, end }) => at < end);
  if (cells.length === 0) return [c];
  const [value] = splitAt(cells[0], ({ kind, text }, i) => kind === 'text' && i > c.at && /^\s*(?:if|for|when|otherwise|else|where)\b/i.test(text));
  return value.end < cells[0].end ? [value, { ...cells[0], at: value.end }] : cells;
}

const isWritten = ({ kind }: Token): boolean => kind !== 'amp' && kind !== 'separator';

/** `\text{if } x > 0`, `x > 0`, `\text{otherwise}`. */
export function parseCondition(c: Cursor): Expr {
  while (c.at < c.end && (c.tokens[c.at].kind === 'separator' || (c.tokens[c.at].kind === 'text' && /^[\s,]*(?:if|for|when|where|with|and|provided|all|any|every|each|otherwise|else|für|alle|wenn|falls|sofern|pour|tout|quand|para|todo|cuando|si|при|если|для|若|当|如果|对|\s)*[\s,:]*$/i.test(c.tokens[c.at].text) && c.at + 1 < c.end))) c.at++;
  const end = withoutComma(c);
  if (c.at >= end) return build.words('otherwise', c.tokens[Math.max(c.at - 1, 0)].span);
  const inlined: Cursor = { ...c, end };
  const token = c.tokens[c.at];
  if (token.kind === 'text') return build.words(token.text.trim(), token.span);
  const and = c.tokens.findIndex((other, i) => i > c.at && i < end - 1 && other.kind === 'text' && AND.test(other.text));
  if (and > 0) return both(inlined.grammar.expression({ ...c, end: and }), parseCondition({ ...c, at: and + 1, end }));
  return inlined.grammar.expression(inlined);
}

const AND = /^\s*,?\s*(?:and|und|et|y|e|и|且)\s*$/i;

/** Of two conditions each is 1 where it holds: their product says that both do. */
function both(first: Expr, second: Expr): Expr {
  const factors = [first, second].map((expr): Expr => build.group(expr));
  return build.product(factors, join(first.span, second.span));
}

const withoutComma = (c: Cursor): number => (c.end - c.at > 1 && [',', ';', '.'].includes(c.tokens[c.end - 1].text) ? c.end - 1 : c.end);
