/** Eigenvectors, eigendecompositions and orthonormal columns: the domains and equations that come with them. */
import * as build from '../notation/build';
import { type Expr, isName, isProduct, NOWHERE } from '../notation/expression';
import { print } from '../notation/print';
import { type DocumentMeaning, type LinkSyntax, startOf } from './document';
import type { Finding } from './prose';
import { type SymbolUse, symbolUse, contextOf } from './symbols';
import { wordsAfter, wordsBefore } from './wording';

/** `Q = V \Lambda V^T` named or introduced as an eigendecomposition: V is orthogonal, \Lambda diagonal. */
export function declareEigen(document: DocumentMeaning, link: LinkSyntax): void {
  const around = `${wordsBefore(document.wording, link.region, 160)} ${wordsAfter(document.wording, link.region, 160)}`;
  if (!/eigen|spectral|diagonali[sz]|orthogonal|singular value|SVD/i.test(`${link.statement.label} ${around}`)) return;
  const { expr } = link.rhs;
  if (!isProduct(expr) || expr.factors.length !== 3) return;
  const uses = expr.factors.map((factor) => symbolUse(factor, contextOf(document)));
  const [first, middle, last] = uses;
  if (!first || !middle || !last || last.modifiers.length !== 1) return;
  const entry = { at: startOf(link), unit: link.unit };
  if (first.base !== last.base) {
    if (/singular value|SVD/i.test(around) && last.modifiers[0].kind === 'transpose') for (const { base } of uses as SymbolUse[]) document.declarations.domains.push({ base, ...entry, value: base === middle.base ? 'diagonal' : 'orthogonal' });
    return;
  }
  document.declarations.domains.push({ base: first.base, ...entry, value: last.modifiers[0].kind === 'transpose' ? 'orthogonal' : 'real' }, { base: middle.base, ...entry, value: 'diagonal' });
}

/** M v = μ v, and v of its length: another than 1 where no length is said, so that what holds for unit vectors alone does not pass. */
export function declareEigenvector({ equations, traces, parts: { regions }, given }: DocumentMeaning, { vector, matrix, value, unit }: Extract<Finding, { kind: 'eigen' }>, formulas: number[]): void {
  const [v, M, mu] = [vector, matrix, value].map((formula) => equations[formulas[formula]].statements[0]?.members[0]?.expr);
  if (![v, M, mu].every(isName)) return;
  const { start, end } = regions[formulas[value]].span;
  const said = { variables: [], at: Math.max(start, end), unit: traces.unitAt(start), said: `${print(v)} is ${unit ? 'a unit' : 'an'} eigenvector of ${print(M)}` };
  given.push({ ...said, expr: minus(times(M, v), times(mu, v)) }, unit ? { ...said, expr: ofLength(v, 1) } : { ...said, expr: ofLength(v, OTHER_LENGTH), perhaps: ofLength(v, 1) });
}
const OTHER_LENGTH = 2;

/** U^T U = I of orthonormal columns, and U U^T = I of such rows. */
export function declareOrthonormal({ equations, traces, parts: { regions }, given }: DocumentMeaning, { formula, of }: Extract<Finding, { kind: 'orthonormal' }>, formulas: number[]): void {
  const U = equations[formulas[formula]].statements[0]?.members[0]?.expr;
  if (!isName(U)) return;
  const { start: at, end } = regions[formulas[formula]].span;
  const turned = build.power(U, build.mark('transpose', U.span));
  const inner = of === 'columns' ? times(turned, U) : times(U, turned);
  given.push({ variables: [], at: end, unit: traces.unitAt(at), said: `the ${of} of ${print(U)} are orthonormal`, expr: minus(inner, build.name('I', U.span)) });
}

const ofLength = (v: Expr, length: number): Expr => minus(build.power({ kind: 'group', open: '‖', contents: [v], span: v.span }, numberExpr(2), v.span), numberExpr(length ** 2));
const times = (a: Expr, b: Expr): Expr => build.product([a, b], a.span);
const minus = (a: Expr, b: Expr): Expr => build.difference(a, b);
const numberExpr = (value: number): Expr => build.number(value, NOWHERE);
