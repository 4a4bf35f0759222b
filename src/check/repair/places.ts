/** Slips of place: brackets that are lost, entries of a matrix and values of cases that have changed places. */
import { type Expr, isApply, isBig, isGroup, isProduct, isSum } from '../../notation/expression';
import { type Candidate, exchanged, type Setting, type Site } from './setting';
import { insertion } from './source';

/** `a + b c` for `(a + b) c` and `c a + b` for `c (a + b)`. */
export function lostBrackets({ expr }: Site, { extent, document }: Setting): Candidate[] {
  if (!isSum(expr)) return [];
  return expr.terms.slice(1).flatMap(({ expr: next }, i) => {
    const { expr: before } = expr.terms[i];
    return [[lastOf(before), next], [before, firstOf(next)], [lastOf(before), firstOf(next)], [before, next]].map(([first, last]): Candidate => {
      const [start, end] = [extent(first).start, extent(last).end];
      return { edits: [insertion(start, '('), insertion(end, ')')], message: `Brackets lost: \`(${document.text.slice(start, end)})\`` };
    });
  });
}

const firstOf = (expr: Expr): Expr => (isProduct(expr) ? expr.factors[0] : expr);

function lastOf(expr: Expr): Expr {
  if (isProduct(expr)) return lastOf(expr.factors[expr.factors.length - 1]);
  if (isBig(expr)) return lastOf(expr.body);
  return isApply(expr) && !isGroup(expr.arg) ? lastOf(expr.arg) : expr;
}

/** Neighbours of a row or of a column, and the values of two cases. */
export function swappedEntries({ expr }: Site, setting: Setting): Candidate[] {
  const rows = expr.kind === 'matrix' ? expr.rows : expr.kind === 'cases' ? expr.rows.map(({ value }) => [value]) : [];
  const pairs = rows.flatMap((row, i) => row.flatMap((entry, k) => [row[k + 1], rows[i + 1]?.[k]].flatMap((other) => (other ? [[entry, other]] : []))));
  return pairs.map(([a, b]) => exchanged(a, b, setting, `Swapped: \`${setting.tex(b)}\` and \`${setting.tex(a)}\``));
}
