/** What a published update rule is: a recursion over a state, the constants in it, where it was published, and its known variants. */
import type { Matrix, Vector } from './vectors';

/** Vectors by name; `θ` is the parameter. */
export type State = Readonly<Record<string, Vector>>;
export type Constants = Readonly<Record<string, number>>;

/** What a rule may ask of the function that is minimised. `t` counts the steps from 1: a stochastic gradient differs from step to step. */
export interface Objective {
  gradient(x: Vector, t: number): Vector;
  hessian(x: Vector): Matrix;
  /** Residuals of a least-squares problem, and their Jacobian ∂r_i/∂x_j. */
  residual(x: Vector): Vector;
  jacobian(x: Vector): Matrix;
  /** Derivatives of a function of one variable, entry by entry; order 0 is the function. */
  derivative(x: Vector, order: number): Vector;
  /** A projection or a proximal map. */
  project(x: Vector): Vector;
  /** The gradient of a strictly convex potential, entry by entry, and its inverse: there mirror descent takes its step. */
  mirror(x: Vector): Vector;
  unmirror(y: Vector): Vector;
}

/** The state after one step. A name that is not carried over is an observable: it may be compared, and the next step does not need it. */
export type Recursion = (state: State, objective: Objective, constants: Constants, t: number) => State;

export interface Variant {
  /** Follows "with" or stands in brackets: "ε inside the root". */
  name: string;
  /** What the variant does, in a sentence. */
  effect: string;
  step: Recursion;
  /** Constants of the variant, where they are others than the rule's. */
  constants?: Constants;
  /** What it carries from step to step, where that is more than the rule does. */
  state?: readonly string[];
  /** It leaves out the bias correction: lines that have one in a learning rate of their own are not this variant. */
  isUncorrected?: true;
}

export interface Rule {
  /** Stable name for codes and tests. */
  id: string;
  /** As it stands in a sentence. */
  name: string;
  /** What it moves: a vector, step by step; a matrix; the mean of a sequence; a learning rate. */
  kind: 'step' | 'matrix-step' | 'average' | 'schedule';
  /** Simple or common enough to be recognised where no text names it. */
  likely?: true;
  /** Every way in which headings and prose name it. */
  names: RegExp;
  /** What is carried from step to step beside the parameter; all of it starts at zero. */
  state: readonly string[];
  /** The constants with their usual values. Those named ε or λ may be zero. */
  constants: Constants;
  /** Paper, section or equation. */
  source: string;
  step: Recursion;
  variants: readonly Variant[];
}

/** A rule as it stands in a table: most move a vector, and some have no variants. */
export type Row = Omit<Rule, 'kind' | 'variants'> & Partial<Pick<Rule, 'kind' | 'variants'>>;

/** Constants that weigh the old against the new, and lie between 0 and 1. */
export const isDecay = (constant: string): boolean => /^[βρμγ]/.test(constant);
/** Constants that are numbers of steps. */
export const isPeriod = (constant: string): boolean => /^[sT]/.test(constant);
/** Constants that are powers: any number. */
export const isExponent = (constant: string): boolean => constant === 'p';
/** Constants that a text may leave out. */
export const isOptional = (constant: string): boolean => /^[ελ]/.test(constant);
