/** Whether a rule is another one but for a factor in its learning rate. */
import type { Constants } from '../../optimizers';
import type { Setting } from './frame';
import { agree, kindOf, type Known, matchings, published, settings, trajectories, valuesOf } from './match';
import { objectives, START, STEPS } from './objectives';
import type { Program } from './program';

/** True when the steps are a fixed multiple of the published ones, and the multiple does not rest on the rule's other constants. */
export function isAbsorbed(program: Program, forms: readonly Known[]): boolean {
  const values = valuesOf(program.leaves.constants);
  const [setting] = settings(program);
  return forms.some((known) => 'η' in known.constants && [...matchings(withoutRate(known.constants), values, program.leaves.numerals, { observed: 'parameter', likely: true })].some((constants) => {
    const rate = fittingRate(program, known, values, constants, setting);
    if (rate === undefined) return false;
    const { moved, movedConstants } = move(values, constants);
    const again = fittingRate(program, known, moved, movedConstants, setting);
    return again !== undefined && Math.abs(again - rate) < 1e-9 * Math.abs(rate);
  }));
}

const withoutRate = (constants: Constants): Constants => Object.fromEntries(Object.entries(constants).filter(([name]) => name !== 'η'));

/** The learning rate with which the published rule goes the same way. */
function fittingRate(program: Program, known: Known, values: ReadonlyMap<string, number>, constants: Constants, setting: Setting): number | undefined {
  const [objective] = objectives(kindOf(program, setting));
  const ours = trajectories(program, values, setting, 'parameter')(0);
  if (!ours) return undefined;
  const [unit] = published(known, objective, { ...constants, η: 1 }, 1);
  const rate = (ours[0][0] - START[0]) / (unit.θ[0] - START[0]);
  if (!(rate > 0) || !Number.isFinite(rate)) return undefined;
  return agree(ours, published(known, objective, { ...constants, η: rate }, STEPS).map((s) => s.θ), 'θ') ? rate : undefined;
}

/** The same matching with every matched constant a little larger. */
function move(values: ReadonlyMap<string, number>, constants: Constants): { moved: Map<string, number>; movedConstants: Constants } {
  const moved = new Map(values);
  const next: Record<string, number> = { ...constants };
  for (const [key, value] of Object.entries(constants)) {
    for (const [name, own] of values) {
      if (value === own) { moved.set(name, own + 0.05); next[key] = own + 0.05; }
      else if (value === 1 - own) { moved.set(name, own + 0.05); next[key] = 1 - (own + 0.05); }
    }
  }
  return { moved, movedConstants: next };
}
