/** Steps of mirror descent: gradients of a potential and of its conjugate, and least points of a linear function with a divergence. */
import { isMinusOne } from '../../../meaning/symbols';
import * as build from '../../../notation/build';
import { callsIn, type Expr, find, type Group, isBracketed, isGroup, isLetter, isNabla, isName, isPair, isProduct, isScripted, type Product, replace } from '../../../notation/expression';
import { print } from '../../../notation/print';
import { isConjugate } from '../fields';
import type { Code } from '../frame';
import { unrun } from '../values';
import { numberOf, type Scope, vectorOf } from './scope';

/** `\nabla\psi^*(y)` leads back from where `\nabla\psi(x)` leads. */
export function mirrorCode(expr: Expr, scope: Scope): Code | undefined {
  const call = gradientCall(expr);
  if (!call) return undefined;
  const { of, isDual, argument } = call;
  if (!isDual && of !== scope.potential) return undefined;
  const at = vectorOf(scope.compile(argument, isDual ? { ...scope, potential: of } : scope));
  return (frame) => frame.run.objective[isDual ? 'unmirror' : 'mirror'](at(frame));
}

/** `\nabla f(x)`, `\nabla f^*(y)`. */
function gradientCall(expr: Expr): { of: string; isDual: boolean; argument: Expr } | undefined {
  if (!isNabla(expr) || expr.order !== 1 || !isPair(expr.of)) return undefined;
  const [head, body] = expr.of.factors;
  if (!isBracketed(body, '(')) return undefined;
  const isDual = isConjugate(head);
  return { of: print(isDual && isScripted(head) ? head.base : head), isDual, argument: body.contents[0] };
}

/** `(\nabla\psi)^{-1}(y)`. */
export function inverseMirror(head: Expr, body: Expr, scope: Scope): Code | undefined {
  if (!isScripted(head) || head.sub.length || head.sup.length !== 1 || !isMinusOne(head.sup[0]) || !isBracketed(body)) return undefined;
  const inner = isBracketed(head.base) ? head.base.contents[0] : head.base;
  if (!isNabla(inner) || inner.order !== 1 || !isName(inner.of)) return undefined;
  const at = vectorOf(scope.compile(body.contents[0], { ...scope, potential: print(inner.of) }));
  return (frame) => frame.run.objective.unmirror(at(frame));
}

/** `D_\psi(x, x_t)`: how far a point is from another by a potential. */
interface Divergence { whole: Product; from: Expr }

export function divergenceIn(body: Expr): Divergence | undefined {
  const whole = find(body, (e) => callsIn(e).some(isDivergence));
  const from = callsIn(whole).find(isDivergence)?.body.contents[1];
  return isProduct(whole) && from ? { whole, from } : undefined;
}

const isDivergence = ({ head, body }: { head: Expr; body: Group }): boolean =>
  isScripted(head) && isLetter(head.base, /^[DBV]$/) && head.sub.length === 1 && head.sup.length === 0 && isGroup(body, '(') && body.contents.length === 2;

/** Where a linear function with so much of a divergence is least: a step in the mirror. */
export function mirrorPoint(model: Expr, { whole, from }: Divergence, isConstrained: boolean, scope: Scope): Code {
  const calls = callsIn(whole).filter(isDivergence);
  const at = (value: number): Code => {
    const factors = whole.factors.flatMap((factor) => (calls.some(({ head }) => head === factor) ? [build.number(value, whole.span)] : calls.some(({ body }) => body === factor) ? [] : [factor]));
    return scope.compile(replace(model, (e) => (e === whole ? (factors.length === 1 ? factors[0] : build.product(factors, whole.span)) : undefined)), scope);
  };
  const [without, withIt, start] = [numberOf(at(0)), numberOf(at(1)), vectorOf(scope.compile(from, { ...scope, variable: undefined }))];
  return (frame) => {
    const centre = start(frame);
    const value = (code: typeof without, along?: number, size = 1): number => code({ ...frame, point: centre.map((x, i) => (i === along ? x + size : x)) });
    const level = value(without);
    const weight = value(withIt) - level;
    const slope = centre.map((_, i) => value(without, i) - level);
    if (!(weight > 0) || slope.some((s, i) => Math.abs(value(without, i, -2) - level + 2 * s) > 1e-9 * (1 + Math.abs(level) + Math.abs(s)))) unrun(); // a model that is not linear
    const { mirror, unmirror, project } = frame.run.objective;
    const y = mirror(centre);
    const next = unmirror(y.map((entry, i) => entry - slope[i] / weight));
    return isConstrained ? project(next) : next;
  };
}
