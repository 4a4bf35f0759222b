/** Odd and even functions: what an equation says, and how a function without a definition is made one. */
import { type Expr, isBracketed, isName, negated, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { map, num, type Term } from './term';

export type Parity = 'odd' | 'even';

/** The g of `g(-x) = -g(x)` or `g(-x) = g(x)`. */
export function parityOf(lhs: Expr, rhs: Expr): { of: Expr; parity: Parity } | undefined {
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
  return isName(of) && isBracketed(body, '(') ? { sign: 1, of, argument: body.items[0] } : undefined;
}

type Smooth = Extract<Term, { op: 'smooth' }>;

/** (h(u) ± h(−u)) / 2; each derivative of it turns the sign. */
export function withParity(smooth: Smooth, parity: Parity): Term {
  const mirrored: Smooth = { ...smooth, args: smooth.args.map((arg) => ({ ...arg, term: map('neg', arg.term) })) };
  const isSum = (parity === 'even') === (smooth.order % 2 === 0);
  return map('mul', num(0.5), map(isSum ? 'add' : 'sub', smooth, mirrored));
}
