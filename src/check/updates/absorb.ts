/** Whether a rule is another one but for a factor in its learning rate. */
import type { Constants } from '../../optimizers';
import type { Setting } from './frame';
import { type Matching, matchings, resolve } from './constants';
import { agreesEverywhere, type Known, published, settings, sortOf, type Trajectories, trajectories } from './match';
import { valuesOf } from './observed';
import { objectives, START } from './objectives';
import type { Program } from './program';

/** True when the steps are a fixed multiple of the published ones, and the multiple does not rest on the rule's other constants. */
export function isAbsorbed(program: Program, forms: readonly Known[]): boolean {
  const values = valuesOf(program.leaves.constants);
  const [setting] = settings(program, 'parameter');
  if (!setting) return false;
  const student = trajectories(program, values, setting, 'parameter');
  return forms.some((known) => 'η' in known.constants && matchings(withoutRate(known.constants), program.leaves.constants, program.leaves.numerals, { observed: 'parameter', likely: true }).some((matching) => {
    const rate = fittingRate(program, known, student, resolve(matching, values), setting);
    if (rate === undefined) return false;
    const other = moved(values, matching);
    const again = fittingRate(program, known, trajectories(program, other, setting, 'parameter'), resolve(matching, other), setting);
    return again !== undefined && Math.abs(again - rate) < 1e-9 * Math.abs(rate);
  }));
}

const withoutRate = (constants: Constants): Constants => Object.fromEntries(Object.entries(constants).filter(([name]) => name !== 'η'));

/** The learning rate with which the published rule goes the same way. */
function fittingRate(program: Program, known: Known, student: Trajectories, constants: Constants, setting: Setting): number | undefined {
  const all = objectives(sortOf(program, setting, 'parameter'));
  const ours = student(0);
  if (!ours) return undefined;
  const [unit] = published(known, all[0], { ...constants, η: 1 }, 1);
  const rate = (ours[0][0] - START[0]) / (unit.θ[0] - START[0]);
  if (!(rate > 0) || !Number.isFinite(rate)) return undefined;
  return agreesEverywhere(known, all, student, { ...constants, η: rate }, 'θ') ? rate : undefined;
}

/** Every matched constant a little larger. */
function moved(values: ReadonlyMap<string, number>, matching: Matching): Map<string, number> {
  const next = new Map(values);
  for (const choice of Object.values(matching)) if ('name' in choice) next.set(choice.name, (values.get(choice.name) as number) + 0.05);
  return next;
}
