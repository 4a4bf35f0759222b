/** Gradients in update lines: of which function, by what, where or at which step. */
import * as build from '../../notation/build';
import { type Expr, find, hasPart, headOf, isGroup, isMark, isNabla, isPair, isProduct, isScripted, isScriptedName, pairOf, unbracketed } from '../../notation/expression';
import { print } from '../../notation/print';
import { type Counting, slotOf } from './slots';

export interface FieldUse {
  /** 1 for a gradient, 2 for a Hessian. */
  order: 1 | 2;
  of: string;
  by?: string;
  /** Where it is taken, when a point is stated. */
  point?: Expr;
  /** It is taken at the parameter, which is written without a step. */
  atOwnPoint?: boolean;
  /** It is taken at something else, which is written without a step. */
  elsewhere?: Expr;
  /** The step it belongs to, when only that is stated. */
  shift?: number;
  power?: Expr;
}

/** A gradient by one symbol, or undefined. `sink` is the quantity that is updated. */
export function fieldUse(expr: Expr, counting: Counting, sink: string): FieldUse | undefined {
  if (isNabla(expr) && isConjugate(isProduct(expr.of) ? expr.of.factors[0] : expr.of)) return undefined;
  if (isNabla(expr)) return expr.order <= 2 ? withArgument({ order: expr.order === 2 ? 2 : 1, of: '', ...byOf(expr.by[0], counting) }, expr.of, counting, sink) : undefined;
  if (expr.kind === 'derivative' && expr.of.kind !== 'unread' && expr.by.length === 1 && expr.by[0].order === 1) return withArgument({ order: 1, of: '', ...byOf(expr.by[0].expr, counting) }, expr.of, counting, sink);
  const [before, point] = pairOf(expr, 'implicit');
  const head = before && unbracketed(before);
  // `\frac{\partial E}{\partial w}(w)`, `(\nabla f)(x)`: before anything but a point it is a factor.
  const field = head && (head.kind === 'derivative' || isNabla(head)) && !isPair(head.of) ? fieldUse({ ...head, of: build.product([head.of, point], expr.span) }, counting, sink) : undefined;
  return field?.point || field?.atOwnPoint ? field : undefined;
}

export const hasField = (expr: Expr, counting: Counting): boolean => hasPart(expr, (e) => fieldUse(e, counting, '') !== undefined);

/** `\psi^*`: the gradient of a conjugate leads back from the mirror, and is no gradient of what is minimised. */
export const isConjugate = (expr: Expr): boolean => isScriptedName(expr) && expr.sub.length === 0 && expr.sup.length === 1 && isMark(expr.sup[0], 'star');

/** What the derivative is taken by. A step on it is the point: `\frac{\partial E}{\partial w^{(k)}}`. */
function byOf(by: Expr | undefined, counting: Counting): Partial<FieldUse> {
  const slot = by && slotOf(by, counting);
  if (!slot) return by ? { by: print(by) } : {};
  return { by: slot.name, ...(typeof slot.moment === 'number' ? { point: by } : {}) };
}

function withArgument(field: FieldUse, of: Expr, counting: Counting, sink: string): FieldUse {
  if (isPair(of)) {
    const [head, body] = of.factors;
    const args = headOf(body);
    if (isGroup(args, '(')) {
      const outer = isScripted(body) ? scripts(body, counting) : {};
      return { ...named(field, head, counting), ...pointOf(args.contents, field.by, counting, sink), ...outer };
    }
  }
  return named(field, of, counting);
}

function named(field: FieldUse, head: Expr, counting: Counting): FieldUse {
  const slot = slotOf(head, counting);
  if (!slot) return { ...field, of: isScripted(head) ? print(head.base) : print(head) };
  const name = slot.name.replace(/_\{\d+\}$/, '');
  return { ...field, of: name, ...(slot.power ? { power: slot.power } : {}), ...(typeof slot.moment === 'number' ? { shift: slot.moment } : {}) };
}

/** `(\omega)_t` gives the step, `(\theta)^2` a power. */
function scripts(body: Extract<Expr, { kind: 'scripted' }>, counting: Counting): Partial<FieldUse> {
  const as = slotOf({ ...body, base: build.name('x', body.span) }, counting);
  return { ...(as?.power ? { power: as.power } : {}), ...(typeof as?.moment === 'number' ? { shift: as.moment } : {}) };
}

/** A stated point says more than the plain name of the parameter. */
function pointOf([argument, ...others]: Expr[], by: string | undefined, counting: Counting, sink: string): Partial<FieldUse> {
  if (!argument) return {};
  const slot = slotOf(argument, counting);
  if (slot?.moment !== undefined && !slot.power) return { point: argument };
  // `x^0` is a point of its own where steps stand above, and from an optimum no step comes.
  if (slot?.power || /\^\{\*\}$/.test(slot?.name ?? '')) return { elsewhere: argument };
  if (slot) return others.length || slot.name === sink || (by !== undefined && !PARAMETER.test(slot.name)) ? { atOwnPoint: slot.name === sink } : { elsewhere: argument };
  return find(argument, (e) => { const inner = slotOf(e, counting); return inner?.name === sink || inner?.moment !== undefined; }) ? { point: argument } : {};
}

/** Where what it is taken by is written too, other letters are data. */
const PARAMETER = /^(?:[wWu]|\\(?:theta|phi|psi|omega|beta|Theta|Phi))(?:_|$)/;
