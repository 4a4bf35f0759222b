/** Odd, even and symmetric functions: what an equation says, and how a function without a definition is made one. */
import { type Expr, isBracketed, isGroup, isName, negated, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { map, num, type Term } from './term';

export type Parity = 'odd' | 'even' | 'symmetric';

/** The g of `g(-x) = -g(x)` or `g(-x) = g(x)`, and the k of `k(x, z) = k(z, x)`. */
export function parityOf(lhs: Expr, rhs: Expr): { of: Expr; parity: Parity } | undefined {
  const [[of, own], [other, swapped]] = [pairOf(lhs), pairOf(rhs)];
  if (isName(of) && isGroup(own, '(') && isGroup(swapped, '(') && own.contents.length === 2 && print(of) === print(other as Expr) && own.contents.map(print).reverse().join() === swapped.contents.map(print).join()) return { of, parity: 'symmetric' };
  const [left, right] = [callOf(lhs), callOf(rhs)];
  if (!left || !right || left.sign < 0 || print(left.of) !== print(right.of)) return undefined;
  const turned = negated(left.argument);
  if (!isName(turned) || print(turned) !== print(right.argument)) return undefined;
  return { of: left.of, parity: right.sign < 0 ? 'odd' : 'even' };
}

interface Call { sign: 1 | -1; of: Expr; argument: Expr }

function callOf(expr: Expr): Call | undefined {
  const inner = negated(expr);
  if (inner) { const call = callOf(inner); return call && { ...call, sign: call.sign > 0 ? -1 : 1 }; }
  const [of, body] = pairOf(expr, 'implicit');
  if (!of) return undefined;
  return isName(of) && isBracketed(body, '(') ? { sign: 1, of, argument: body.contents[0] } : undefined;
}

type Smooth = Extract<Term, { op: 'smooth' }>;

/** (h(u) ± h(−u)) / 2; each derivative of it turns the sign. Of two arguments (k(u, v) + k(v, u)) / 2. */
export function withParity(smooth: Smooth, parity: Parity): Term {
  const isSymmetric = parity === 'symmetric';
  if (isSymmetric !== (smooth.args.length === 2)) return smooth;
  const mirrored: Smooth = { ...smooth, args: isSymmetric ? [...smooth.args].reverse() : smooth.args.map((arg) => ({ ...arg, term: map('neg', arg.term) })) };
  const isSum = isSymmetric || (parity === 'even') === (smooth.order % 2 === 0);
  return map('mul', num(0.5), map(isSum ? 'add' : 'sub', smooth, mirrored));
}
