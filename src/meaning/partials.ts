/** Hessians and Jacobians written out: what a matrix of partial derivatives is to be, where its name says which it is. */
import { type Derivative, type Expr, isGroup, isName, isScripted, type Matrix, type Member, pairOf } from '../notation/expression';
import { print } from '../notation/print';

/** The sides of an equation in which a matrix under the name of a Hessian or Jacobian breaks its own pattern: the matrix as written, and as the pattern has it. Undefined for all else. */
export function brokenPattern(lhs: Member, rhs: Member): { lhs: Expr; rhs: Expr } | undefined {
  const [left, right] = [lhs.expr, rhs.expr].map((expr) => (expr.kind === 'matrix' ? expr : undefined));
  const meant = (matrix: Matrix | undefined, other: Expr): Matrix | undefined => { const order = matrix && ORDERS[letterOf(other) ?? '']; return order && patternOf(matrix, order); };
  const [first, second] = [meant(left, rhs.expr), meant(right, lhs.expr)];
  if (first) return { lhs: lhs.expr, rhs: first };
  return second && { lhs: second, rhs: rhs.expr };
}

/** Orders of the derivatives that the entries of a matrix of this name can be. */
const ORDERS: Readonly<Record<string, readonly number[]>> = { H: [2], J: [1, 2] };

/** The H of `H`, `H_f`, `\mathbf H(x)`. */
function letterOf(expr: Expr): string | undefined {
  if (isName(expr)) return expr.accents.length ? undefined : expr.letter;
  if (isScripted(expr)) return expr.sup.length || expr.primes ? undefined : letterOf(expr.base);
  const [head, body] = pairOf(expr);
  return isGroup(body) ? letterOf(head) : undefined;
}

/** Entry (i, j) differentiates `ofs[i]` by `rows[i]`, where there is one, and by `columns[j]`. */
interface Pattern { ofs: Expr[]; rows?: Expr[]; columns: Expr[] }

/** The matrix without its slips; undefined where there are none, or so many that it may be another thing. */
function patternOf(matrix: Matrix, orders: readonly number[]): Matrix | undefined {
  const partials = matrix.rows.map((row) => row.flatMap((entry) => partialOf(entry, orders) ?? []));
  const width = partials[0].length;
  if (width < 2 || partials.length < 2 || Math.max(width, partials.length) > LARGEST || partials.some((row, i) => row.length !== width || row.length !== matrix.rows[i].length)) return undefined;
  const whole = patterns(partials).map((pattern) => partials.map((row, i) => row.map((partial, j) => (isThere(partial, pattern, i, j) ? partial.written : entryOf(partial, pattern, i, j)))));
  const slips = whole.map((rows) => rows.flatMap((row, i) => row.filter((entry, j) => entry !== partials[i][j].written)).length);
  const least = Math.min(...slips);
  return least > 0 && least * FEW <= width * partials.length ? { ...matrix, rows: whole[slips.indexOf(least)] } : undefined;
}

/** Permutations are tried. */
const LARGEST = 4;
/** One entry in so many may be wrong. */
const FEW = 4;

/** A derivative with its variables one by one. */
interface Partial { written: Derivative; by: Expr[] }

function partialOf(entry: Expr, orders: readonly number[]): Partial | undefined {
  if (entry.kind !== 'derivative') return undefined;
  const by = entry.by.flatMap(({ expr, order }) => Array.from({ length: order }, () => expr));
  return orders.includes(by.length) ? { written: entry, by } : undefined;
}

function patterns(partials: Partial[][]): Pattern[] {
  const all = partials.flat();
  const [ofs, variables] = [distinct(all.map(({ written }) => written.of)), distinct(all.flatMap(({ by }) => by))];
  const [height, width] = [partials.length, partials[0].length];
  if (all.every(({ by }) => by.length === 2)) return ofs.length === 1 && height === width && variables.length === height ? orderings(variables).map((order) => ({ ofs: order.map(() => ofs[0]), rows: order, columns: order })) : [];
  if (!all.every(({ by }) => by.length === 1) || ofs.length !== height || variables.length !== width) return [];
  return orderings(ofs).flatMap((rows) => orderings(variables).map((columns) => ({ ofs: rows, columns })));
}

const isThere = ({ written, by }: Partial, { ofs, rows, columns }: Pattern, i: number, j: number): boolean => {
  const variables = rows ? [rows[i], columns[j]] : [columns[j]];
  return print(written.of) === print(ofs[i]) && sorted(by) === sorted(variables);
};

const entryOf = ({ written }: Partial, { ofs, rows, columns }: Pattern, i: number, j: number): Derivative =>
  ({ ...written, of: ofs[i], by: (rows ? [rows[i], columns[j]] : [columns[j]]).map((expr) => ({ expr, order: 1 })) });

const sorted = (exprs: Expr[]): string => exprs.map(print).sort().join(' ');

const distinct = (exprs: Expr[]): Expr[] => [...new Map(exprs.map((expr) => [print(expr), expr] as const)).values()];

const orderings = <T>(contents: T[]): T[][] => (contents.length < 2 ? [contents] : contents.flatMap((item, i) => orderings(contents.filter((_, j) => j !== i)).map((rest) => [item, ...rest])));
