/** Environments inside an expression: matrices, cases, rows that are aligned. */
import * as build from '../build';
import type { Expr } from '../expression';
import type { Token } from '../lexer';
import { CASES, MATRICES, ALIGNED } from '../tables';
import { closingBracket, nesting, splitTopLevel } from './brackets';
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
  if (MATRICES.has(token.text)) return { kind: 'matrix', rows: rows.map((row) => parseRow(row)), delimiter: token.text, span };
  if (ALIGNED.has(token.text)) return inner.grammar.expression({ ...inner, tokens: withoutAlignment(inner), at: 0, end: withoutAlignment(inner).length });
  return build.unread(`\\begin{${token.text}}`, span);
}

const withoutAlignment = (c: Cursor): Token[] => c.tokens.slice(c.at, c.end).filter((t) => t.kind !== 'amp' && t.kind !== 'row');

/** Empty entries count, so that columns stay where they are. */
function parseRow(c: Cursor): Expr[] {
  const cells: Expr[] = [];
  let depth = 0;
  let start = c.at;
  for (let i = c.at; i <= c.end; i++) {
    if (i < c.end) depth += nesting(c.tokens[i]);
    if (i < c.end && !(depth === 0 && c.tokens[i].kind === 'amp')) continue;
    cells.push(start < i ? c.grammar.expression({ ...c, at: start, end: i }) : build.mark('empty', c.tokens[Math.min(i, c.end - 1)].span));
    start = i + 1;
  }
  return cells;
}
