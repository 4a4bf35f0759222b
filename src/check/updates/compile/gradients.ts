/** Gradients in a line: those that are written as such, and letters that stand for them. */
import type { Expr } from '../../../notation/expression';
import type { FieldUse } from '../fields';
import type { Code } from '../frame';
import { type Slot, slotOf } from '../slots';
import { here, raised, type Scope, vectorOf } from './scope';

/** A letter, as `g_t`: the gradient that belongs to a step. */
export function sequence({ name, moment }: Slot, scope: Scope): Code {
  const { leaves, owner, sink } = scope;
  leaves.fields.add(name);
  leaves.isNamed = true;
  const shift = typeof moment === 'number' ? moment : moment === 'old' ? -1 : 0;
  // `g_v`, `g_k` beside steps that t counts, and no gradient by what is stepped.
  const label = moment === undefined ? /^(?:g|G|\\hat\{g\})_\{([a-z])\}$/.exec(name)?.[1] : undefined;
  if (isAhead(shift, scope) || (owner.timed && label !== undefined && label !== sink)) leaves.isElsewhere = true;
  return ({ run, t }) => run.sequence(t + shift);
}

/** A line that uses a later step than its own is no step of a rule. */
export const isAhead = (shift: number, { owner, outer }: Scope): boolean => owner.timed && outer === undefined && shift > owner.shift;

export function fieldCode(field: FieldUse, scope: Scope): Code {
  scope.leaves.fields.add(field.of);
  if (field.by) scope.leaves.by.add(field.by);
  const code = fieldValue(field, scope);
  return field.power ? raised(code, field.power, scope) : code;
}

function fieldValue({ point, elsewhere, atOwnPoint, order, shift = 0 }: FieldUse, scope: Scope): Code {
  const { leaves, counting } = scope;
  const written = point ?? boundPoint(elsewhere, scope);
  const at = written && vectorOf(scope.compile(written, scope));
  if (elsewhere && !at) leaves.isElsewhere = true;
  if (at) leaves.hasPoint = true;
  if (atOwnPoint) leaves.atOwnPoint = true;
  if (isResult(point, scope)) leaves.isImplicit = true;
  if (point && slotOf(point, counting)?.name !== scope.sink) leaves.hasComposite = true;
  const place = at ?? here;
  if (order === 2) return (frame) => frame.run.objective.hessian(place(frame));
  return (frame) => (frame.run.setting.gradients === 'field' ? frame.run.objective.gradient(place(frame), 1) : frame.run.sequence(frame.t + shift));
}

/** A point without a step of its own is one of the rule where a line without steps gives it. */
function boundPoint(point: Expr | undefined, scope: Scope): Expr | undefined {
  const slot = point && slotOf(point, scope.counting);
  return slot && scope.line(slot.name)?.timed === false ? point : undefined;
}

/** `x_{t+1} = x_t - \eta \nabla f(x_{t+1})`. */
function isResult(point: Expr | undefined, { counting, sink, owner }: Scope): boolean {
  const slot = point && slotOf(point, counting);
  return owner.name === sink && slot?.name === sink && typeof slot.moment === 'number' && slot.moment >= owner.shift;
}
