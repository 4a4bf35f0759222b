/** What of a rule is looked at, where it begins, and the values that its constants are tried with. */
import type { State, Vector } from '../../optimizers';
import { LONG, MATRIX_START, START, STEPS } from './objectives';

/** What is compared: the parameter, one quantity of the rule's state, or the one quantity that a rule is about, which may be a learning rate given by the one before; the parameter may be a matrix. */
export type Observed = 'parameter' | 'state' | 'whole' | 'rate' | 'matrix' | 'matrix-state';
export const isState = (observed: Observed): boolean => observed === 'state' || observed === 'matrix-state';
export const isParameter = (observed: Observed): boolean => observed === 'parameter' || observed === 'matrix';
export const isMatrix = (observed: Observed): boolean => observed === 'matrix' || observed === 'matrix-state';

export const observables = (state: State, observed: Observed): string[] => (isParameter(observed) ? ['θ'] : Object.keys(state).filter((name) => name !== 'θ'));

/** Where the quantity begins. */
export function startOf(observed: Observed): Vector {
  const start = isMatrix(observed) ? MATRIX_START : START;
  return isParameter(observed) || observed === 'rate' ? start : new Float64Array(start.length);
}

/** Values of the student's constants: of ordinary size, so that every one of them shows. */
const VALUES = [0.31, 0.83, 0.57, 0.71, 0.23, 0.47, 0.91, 0.39, 0.64];
const OTHER_VALUES = [0.72, 0.44, 0.86, 0.27, 0.61, 0.93, 0.36, 0.55, 0.19];
/** Periods of schedules are several steps long. */
const LARGE_VALUES = [5.3, 11.7, 7.9, 16.1, 3.4, 9.2, 13.6, 4.7, 6.5];
const valued = (list: readonly number[], factor = 1) => (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, factor * (list[i % list.length] + 0.013 * Math.floor(i / list.length))]));
export const valuesOf = valued(VALUES);
export const otherValuesOf = valued(OTHER_VALUES);
const largeValuesOf = valued(LARGE_VALUES);
/** And may be longer than the run: what falls to zero at their end has no value afterwards. */
const largerValuesOf = valued(LARGE_VALUES, 12);

/** Those that a rule is looked at with first: schedules are, before they end. */
export const valuesFor = (observed: Observed): typeof valuesOf => (observed === 'whole' ? largerValuesOf : valuesOf);

/** Values that a rule is tried with. */
export const valuations = (names: readonly string[], observed: Observed): Map<string, number>[] => (observed === 'whole' ? [largerValuesOf, largeValuesOf, valuesOf, otherValuesOf] : [valuesOf, otherValuesOf]).map((values) => values(names));
/** Schedules change seldom. */
export const stepsOf = (observed: Observed): number => (observed === 'whole' ? LONG : STEPS);
