/** The parts of a line that may be changed, each with a way to put another in its place. */
import * as build from '../../notation/build';
import { children, type Expr, isGroup, isName, isNumeral, isPair, isScripted, type Product, type Scripted, withPair, withParts } from '../../notation/expression';
import { pairAt } from './slots';

/** What is replaced in the text, where that is more than the part. */
export type Written = (by: Expr) => { target: Expr; by: Expr };
export interface Part { part: Expr; put(by: Expr): Expr; written?: Written }

/** How symbols are read. */
export interface Reading {
  isQuantity(expr: Expr): boolean;
  /** A symbol with a power that is no part of its name. */
  hasPower(expr: Expr): boolean;
}

/** The parts of an expression, each with a way to put another in its place. */
export function partsOf(expr: Expr, words: Reading): Part[] {
  const own = (part: Expr): Part => ({ part, put: (by) => withParts(expr, (other) => (other === part ? by : other)) });
  switch (expr.kind) {
    case 'sum': case 'fraction': case 'group': case 'chain': case 'cases': return children(expr).map(own);
    case 'product': return [...expr.factors.map(own), ...pairsOf(expr, words)];
    case 'root': case 'big': return [own(expr.body)];
    case 'apply': return [own(expr.arg)];
    case 'scripted': return isGroup(expr.base) ? [own(expr.base)] : scriptedParts(expr, words);
    case 'nabla': case 'derivative': return pointParts(expr);
    default: return [];
  }
}

/** `E[g^2]_t` inside a longer product. */
function pairsOf(expr: Product, words: Reading): Part[] {
  return expr.factors.flatMap((_, i): Part[] => {
    const part = pairAt(expr, i);
    if (!part || !words.isQuantity(part)) return [];
    return [{ part, put: (by) => withPair(expr, i, by) }];
  });
}

/** A symbol apart from its power. */
function scriptedParts(expr: Scripted, words: Reading): Part[] {
  const exponent: Part = { part: expr.sup[0], put: (by) => ({ ...expr, sup: [by] }) };
  if (expr.sup.length === 1 && isNumeral(expr.base)) return [exponent];
  if (expr.sup.length !== 1 || !words.hasPower(expr)) return [];
  const put = (by: Expr): Expr => (isName(by) || (isScripted(by) && by.sup.length === 0) ? raised(by, expr.sup[0]) : raised(build.group(by), expr.sup[0]));
  return [{ part: unpowered(expr), put, written: (by) => ({ target: expr, by: put(by) }) }, exponent];
}

export const raised = (expr: Expr, exponent: Expr): Expr => (isScripted(expr) ? { ...expr, sup: [...expr.sup, exponent] } : build.power(expr, exponent));
export const unpowered = (expr: Scripted): Expr => (expr.sub.length || expr.primes ? { ...expr, sup: [] } : expr.base);

/** The point at which a gradient is taken. */
function pointParts(expr: Extract<Expr, { kind: 'nabla' | 'derivative' }>): Part[] {
  const { of } = expr;
  if (!isPair(of) || !isGroup(of.factors[1])) return [];
  const [head, body] = of.factors;
  return [{ part: body.contents[0], put: (by) => ({ ...expr, of: { ...of, factors: [head, { ...body, contents: [by, ...body.contents.slice(1)] }] } }) }];
}
