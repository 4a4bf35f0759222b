/** What a line of an update rule is, and what it may ask of a run of its program. */
import type { Expr } from '../../notation/expression';
import type { Objective, Vector } from '../../optimizers';
import type { Value } from './values';

/** `name@(t + shift) = rhs`. Lines without a step bind the new value by the old ones, in the order of writing. */
export interface Line {
  name: string;
  shift: number;
  timed: boolean;
  rhs: Expr;
  at: number;
  /** By other quantities at its own step alone: it has a value before the first one, as `RMS_t = \sqrt{E_t + \epsilon}` has. */
  isFunction?: boolean;
}

/** `outer` is the step around a sum over steps, `point` the one at which a model is looked at. */
export interface Frame { t: number; run: Run; outer?: number; point?: Vector }
export type Code = (frame: Frame) => Value;

/** What the lines of a program rest on. */
export interface Leaves {
  constants: string[];
  /** Numbers that stand in the lines, apart from 0 and 1. */
  numerals: Set<number>;
  /** What gradients are taken by, and of which function. */
  by: Set<string>;
  fields: Set<string>;
  /** Some gradient is taken at a stated point; some is a letter. */
  hasPoint: boolean;
  isNamed: boolean;
  /** Some gradient is written as that at the parameter itself, `\nabla J(\theta)`. */
  atOwnPoint: boolean;
  /** The step takes its gradient at its own result. */
  isImplicit: boolean;
  /** Some point is more than the parameter, `\theta - \gamma v`, or another name. */
  hasComposite: boolean;
  /** Some sequence is given that no gradient is named like: `x_t`. */
  hasStranger: boolean;
  /** A gradient is taken at another point than a step can know. */
  isElsewhere: boolean;
  /** A quantity is taken at a later step than its line gives. */
  isAhead: boolean;
  /** Rates that are written with a step, and are taken to be the same at every one. */
  steady: Set<string>;
  /** The number of the step is calculated with. */
  usesStep: boolean;
  /** By line and quantity, the step at which one uses the other; and whether some line uses two. */
  shifts: Map<string, number>;
  usesOlder: boolean;
  /** Primes: a function of one variable. */
  isSingle: boolean;
}

/** How a program is started and what its unwritten conventions are. */
export interface Setting {
  /** First value of the counting letter. */
  first: 0 | 1;
  /** Names of lines that stand further down mean their old values, or their new ones. */
  order: 'written' | 'dataflow';
  /** Quantities other than the sink begin at zero, or where the sink begins. */
  begin: 'zero' | 'start';
  /** Gradients by their steps, whatever the point; by the point that they are taken at; or by their steps, each taken where the sink is then. */
  gradients: 'sequence' | 'field' | 'followed';
}

/** One run of a program. */
export interface Run {
  /** Entries of the parameter. */
  size: number;
  /** Lengths of the vectors of ones, by label. */
  lengths: Map<string, number>;
  constants: ReadonlyMap<string, number>;
  objective: Objective;
  setting: Setting;
  value(name: string, step: number): Value;
  /** The gradient that belongs to a step. */
  sequence(step: number): Value;
  /** The sink before the step of a line. */
  current(t: number): Vector;
}
