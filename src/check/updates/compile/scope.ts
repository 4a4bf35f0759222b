/** What a line of an update rule is compiled with, and how the codes of its parts are put together. */
import { type Expr, isLetter, isMark, isNumeral, isPair } from '../../../notation/expression';
import type { Vector } from '../../../optimizers';
import { type FieldUse, fieldUse } from '../fields';
import type { Code, Frame, Leaves, Line } from '../frame';
import type { Counting } from '../slots';
import { isVector, map, power, transpose, unrun, type Value } from '../values';

export interface Scope {
  counting: Counting;
  sink: string;
  owner: Line;
  leaves: Leaves;
  /** The letter that counts around a sum over steps. */
  outer?: string;
  /** What a least value is looked for over. */
  variable?: string;
  /** A function whose gradient maps points to where mirror descent steps. */
  potential?: string;
  line(name: string): Line | undefined;
  need(name: string): void;
  /** `compile` itself, for the parts of an expression: its cases come back to it by this, and not by an import. Throws Unrun for what is not known here. */
  compile(expr: Expr, scope: Scope): Code;
}

export type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

export const binary = (f: (a: Value, b: Value) => Value, a: Code, b: Code): Code => (frame) => f(a(frame), b(frame));
export const unary = (f: (a: Value) => Value, a: Code): Code => (frame) => f(a(frame));
export const entrywise = (f: (entry: number) => number, a: Code): Code => unary((x) => map(x, f), a);

/** Where the parameter is before a step. */
export const here = ({ run, t }: Frame): Vector => run.current(t);

export const vectorOf = (code: Code) => (frame: Frame): Vector => { const x = code(frame); return isVector(x) ? x : unrun(); };
export const numberOf = (code: Code) => (frame: Frame): number => { const x = code(frame); return typeof x === 'number' ? x : unrun(); };

export const fieldIn = (expr: Expr, { counting, sink }: Scope): FieldUse | undefined => fieldUse(expr, counting, sink);

/** A value to a power, or transposed. */
export function raised(base: Code, exponent: Expr, scope: Scope): Code {
  if (isMark(exponent, 'transpose') || (isLetter(exponent, 'T') && scope.counting.letter !== 'T')) return unary(transpose, base);
  const entry = isPair(exponent) ? exponent.factors.find(isNumeral) : undefined;
  return binary(power, base, scope.compile(entry ?? exponent, scope));
}
