/** Environments inside an expression: matrices, cases, rows that are aligned. */
import * as build from '../build';
import type { Expr } from '../expression';
import type { Token } from '../lexer';
import { CASES, MATRICES, ALIGNED } from '../tables';
import { closingBracket, splitAt, splitTopLevel } from './brackets';
import { parseCase } from './cases';
import { type Cursor, join, within } from './cursor';

export function parseEnvironment(c: Cursor, token: Token): Expr {
  const close = closingBracket(c);
  if (close < 0) { c.at = c.end; return build.unread(`\\begin{${token.text}} without its end`, token.span); }
  const inner = within(c, close);
  const span = join(token.span, c.tokens[close].span);
  c.at = close + 1;
  const rows = splitTopLevel(inner, ['\\\\']);
  if (CASES.has(token.text)) return { kind: 'cases', rows: rows.map(parseCase), span };
  if (MATRICES.has(token.text)) return { kind: 'matrix', rows: rows.map(parseRow), delimiter: token.text, span };
  if (ALIGNED.has(token.text)) return inner.grammar.expression({ ...inner, tokens: withoutAlignment(inner), at: 0, end: withoutAlignment(inner).length });
  return build.unread(`\\begin{${token.text}}`, span);
}

const withoutAlignment = (c: Cursor): Token[] => c.tokens.slice(c.at, c.end).filter((t) => t.kind !== 'amp' && t.kind !== 'row');

/** Empty entries count, so that columns stay where they are. */
const parseRow = (c: Cursor): Expr[] =>
  splitAt(c, ({ kind }) => kind === 'amp').map((cell) => (cell.at < cell.end ? c.grammar.expression(cell) : build.mark('empty', c.tokens[Math.min(cell.end, c.end - 1)].span)));
