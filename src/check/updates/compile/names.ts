/** Names in a line: what other lines give, numbers that are the same at every step, and what stands for a gradient. */
import { hasPart } from '../../../notation/expression';
import { diagonal, type Vector } from '../../../optimizers';
import type { Code, Line } from '../frame';
import { type Counting, type Slot, slotOf, slotsOf } from '../slots';
import { add } from '../values';
import { isAhead, sequence } from './gradients';
import { entrywise, here, raised, type Scope } from './scope';

/** Names of undefined quantities that stand for a gradient. */
const GRADIENT = /^(?:g|G|\\text\{grad\}|d\S.*|\\hat\{g\}|\\tilde\{g\}|\\bar\{g\}|\\Delta J)(?:_\{.*\})?$/;
/** Of the residuals. */
const JACOBIAN = /^J(?:_\{r\})?$/;
/** Rates, decays and other numbers with a step: taken to be the same at every step. */
const RATE = /^(?:\\(?!theta|omega|Delta)[a-z]+|c|s|T|lr)(?:_\{.*\})?$/;

export function slotCode(slot: Slot, scope: Scope): Code {
  const code = (slot.moment === undefined && known(slot.name, scope)) || named(slot, scope);
  return slot.power ? raised(code, slot.power, scope) : code;
}

/** What a name without a step stands for, whatever the lines give. */
function known(name: string, { variable, counting, outer, leaves, line }: Scope): Code | undefined {
  if (name === variable) return (frame) => frame.point as Vector;
  if (name === counting.letter) { leaves.usesStep = true; return (frame) => frame.t; }
  if (name === outer) return (frame) => frame.outer as number;
  if (name === 'e' && !line('e')) return () => Math.E;
  if (name === '\\pi') return () => Math.PI;
  if (name === 'I' || name === '\\text{I}') return (frame) => diagonal(frame.run.size, () => 1);
  return undefined;
}

function named(slot: Slot, scope: Scope): Code {
  const { name, moment } = slot;
  const { leaves, owner, counting } = scope;
  if (isSinceRestart(slot)) { leaves.usesStep = true; return (frame) => frame.t; }
  const line = isOwnConstant(slot, scope) ? undefined : scope.line(name);
  if (line) return reference(slot, line, scope);
  const root = squareRooted(slot, scope);
  if (root) return root;
  if (GRADIENT.test(name)) return sequence(slot, scope);
  if (name === 'H') return (frame) => frame.run.objective.hessian(here(frame));
  if (JACOBIAN.test(name)) { leaves.fields.add('J'); return (frame) => frame.run.objective.jacobian(here(frame)); }
  if (name === 'r' && hasPart(owner.rhs, (e) => JACOBIAN.test(slotOf(e, counting)?.name ?? ''))) return (frame) => frame.run.objective.residual(here(frame));
  if ((moment !== undefined && !RATE.test(name)) || isAveraged(slot, scope)) { leaves.hasStranger = true; return sequence(slot, scope); }
  if (moment !== undefined) leaves.steady.add(name);
  return leaf(name, scope);
}

/** `T_{cur}` of a schedule with restarts counts the steps since the last one (Loshchilov and Hutter 2017). */
const isSinceRestart = ({ name, moment }: Slot): boolean => name === 'T' && moment === 'old';

/** `\bar w \leftarrow \beta \bar w + (1 - \beta) w`: the letter without its accent or label is another quantity that moves. */
const isAveraged = ({ name, moment }: Slot, { owner, sink }: Scope): boolean => moment === undefined && !owner.timed && owner.name === sink && name !== sink && bareLetter(sink) === name;
const bareLetter = (name: string): string => name.replace(/^\\(?:bar|hat|tilde|overline)\{(.*?)\}/, '$1').replace(/[_^]\{.*\}$/, '');

/** In `\alpha_t = \alpha \sqrt{…}` the bare letter is the constant that the rate is made of. */
const isOwnConstant = ({ name, moment }: Slot, { owner }: Scope): boolean => moment === undefined && owner.timed && name === owner.name && RATE.test(name);

function leaf(name: string, { leaves }: Scope): Code {
  if (!leaves.constants.includes(name)) leaves.constants.push(name);
  return (frame) => frame.run.constants.get(name) as number;
}

/** What another line gives, or this one at another step. */
function reference({ name, moment }: Slot, line: Line, scope: Scope): Code {
  const { owner, leaves, counting } = scope;
  scope.need(name);
  const at = (shift: number): Code => ({ run, t }) => run.value(name, t + shift);
  if (typeof moment === 'number') {
    noteShift(name, moment, scope);
    if (isAhead(moment, scope)) leaves.isAhead = true;
    return at(moment);
  }
  // `\hat m = m_{t+1} / (1 - \beta^{t+1})` has no step of its own: it is short for its right side.
  if (moment === undefined && isShort(line, counting)) return at(0);
  const [now, before] = [at(owner.shift), at(owner.shift - 1)];
  if (moment === 'new') return now;
  if (moment === 'old' || name === owner.name) return before;
  return line.at > owner.at ? (frame) => (frame.run.setting.order === 'written' ? before : now)(frame) : now;
}

function isShort({ name, timed, rhs }: Line, counting: Counting): boolean {
  if (timed) return false;
  const used = slotsOf(rhs, counting).map(({ slot }) => slot);
  return used.some(({ moment }) => typeof moment === 'number') && used.every((slot) => slot.name !== name);
}

/** A quantity at two steps in one line, as in y_{t+1} + μ (y_{t+1} − y_t). */
function noteShift(name: string, shift: number, { owner, sink, leaves }: Scope): void {
  const key = `${owner.name} ${name}`;
  const before = leaves.shifts.get(key) ?? shift;
  leaves.shifts.set(key, before);
  if (before !== shift && name !== sink && name !== owner.name) leaves.usesOlder = true;
}

/** `RMS[x]_t` is √(E[x²]_t + ε), where the document gives the mean and not the root (Zeiler 2012, eq. 9). */
function squareRooted(slot: Slot, scope: Scope): Code | undefined {
  const body = /^RMS\[(.*)\]$/.exec(slot.name)?.[1];
  const mean = body === undefined ? undefined : scope.line(`E[${body}^2]`);
  if (!mean) return undefined;
  const [code, ε] = [reference({ ...slot, name: mean.name }, mean, scope), leaf('\\epsilon', scope)];
  return entrywise(Math.sqrt, (frame) => add(code(frame), ε(frame), 1));
}
