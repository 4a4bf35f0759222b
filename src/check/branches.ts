/** Cases as they may be meant: the last that holds in place of the first, and a value where none of them does. */
import { type Cases, type Expr, hasPart, isChain, replace } from '../notation/expression';

/** Undefined where it is the same. */
export const lastFirst = (expr: Expr): Expr | undefined => withCases(expr, ({ rows }) => [...rows].reverse());

/** Undefined where nothing is left over. */
export const filled = (expr: Expr): Expr | undefined => withCases(expr, ({ rows, span }) => [...rows, { value: { kind: 'num', value: NOWHERE, text: String(NOWHERE), digits: 4, span } }]);

/** No value that a formula comes to. */
const NOWHERE = 8.1273;

const isChosen = (row: Cases['rows'][number]): boolean => isChain(row.condition);

/** Another list for cases that all have a condition. */
function withCases(expr: Expr, other: (cases: Cases) => Cases['rows']): Expr | undefined {
  const isOpen = (e: Expr): e is Cases => e.kind === 'cases' && e.rows.every(isChosen);
  if (!hasPart(expr, isOpen)) return undefined;
  return replace(expr, (e) => (isOpen(e) ? { ...e, rows: other(e) } : undefined));
}
