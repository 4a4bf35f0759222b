/** Is a program a published rule? Both are run side by side from the same state on the same gradients, under every sensible matching of the constants. */
import { COLUMNS, type Constants, type Objective, type Recursion, type Rule, type State, type Variant, type Vector } from '../../optimizers';
import { range } from '../../tensor';
import { type Matching, matchings, resolve } from './constants';
import type { Leaves, Line, Setting } from './frame';
import { MATRIX_START, objectives, SIZE, type Sort, START } from './objectives';
import { isMatrix, observables, type Observed, startOf, stepsOf, valuations } from './observed';
import { type Program, runProgram } from './program';
import { attempt } from './values';

/** One recursion of the table. */
export interface Known { rule: Rule; variant?: Variant; step: Recursion; constants: Constants }

export const knownForms = (rule: Rule): Known[] => [
  { rule, step: rule.step, constants: rule.constants },
  ...rule.variants.map((variant) => ({ rule, variant, step: variant.step, constants: variant.constants ?? rule.constants })),
];

export interface Match { known: Known; setting: Setting; observable: string; matching: Matching }

/** The first of the forms that the program equals, for all gradients and constants. */
export function matchProgram(program: Program, forms: readonly Known[], observed: Observed, { likely = false } = {}): Match | undefined {
  const runs = runnable(program, observed);
  const { constants, numerals } = program.leaves;
  for (const onlyLikely of likely ? [true] : [true, false]) {
    // Most forms of a rule have the same constants.
    const made = new Map<Constants, Matching[]>();
    const all = (wanted: Constants): Matching[] => { const found = made.get(wanted) ?? matchings(wanted, constants, numerals, { observed, likely: onlyLikely }); made.set(wanted, found); return found; };
    for (const run of runs) {
      for (const known of forms) {
        const matching = matchForm(known, program, run, all(known.constants), observed);
        if (matching) return { known, setting: run.setting, ...matching };
      }
    }
  }
  return undefined;
}

/** For each valuation of the constants. */
interface Runs { setting: Setting; all: { values: ReadonlyMap<string, number>; ours: Trajectories }[] }
export type Trajectories = (scenario: number) => Vector[] | undefined;

/** Under each setting in which the program runs and does something. Points of gradients are left aside only where they lead in a circle. */
function runnable(program: Program, observed: Observed): Runs[] {
  const sets = valuations(program.leaves.constants, observed);
  const every = settings(program, observed).map((setting): Runs => ({ setting, all: sets.map((values) => ({ values, ours: trajectories(program, values, setting, observed) })) }));
  const running = every.filter(({ all: [{ ours }] }) => { const steps = ours(0); return steps !== undefined && moves(steps, observed); });
  return running.some(({ setting }) => setting.gradients === 'field') && program.leaves.hasPoint ? running.filter(({ setting }) => setting.gradients === 'field') : running;
}

export const sortOf = ({ leaves }: Program, setting: Setting, observed: Observed): Sort => (isMatrix(observed) ? 'matrix' : leaves.isSingle ? 'single' : setting.gradients === 'field' ? 'field' : 'sequence');

/** The student's sink in each scenario, run once; undefined where it cannot be run. */
export function trajectories(program: Program, values: ReadonlyMap<string, number>, setting: Setting, observed: Observed, steps = stepsOf(observed)): Trajectories {
  const start = startOf(observed);
  const all = objectives(sortOf(program, setting, observed));
  const columns = isMatrix(observed) ? COLUMNS : undefined;
  const known: (Vector[] | undefined)[] = [];
  return (scenario) => {
    if (!(scenario in known)) known[scenario] = attempt(() => runProgram(program, all[scenario], values, setting, start, steps, columns));
    return known[scenario];
  };
}

/** Conventions that a text leaves open, the plainest first. */
export function settings({ lines, leaves, sink }: Program, observed: Observed): Setting[] {
  const order: Setting['order'][] = [...lines.values()].some((line) => !line.timed) && lines.size > 1 ? ['written', 'dataflow'] : ['written'];
  const first: Setting['first'][] = observed === 'whole' && leaves.constants.includes(`${sink}_{0}`) ? [firstOf(lines.get(sink))] : leaves.usesStep || lines.get(sink)?.shift !== 0 ? [1, 0] : [1];
  const begin: Setting['begin'][] = leaves.usesOlder ? ['zero', 'start'] : ['zero'];
  return gradientsOf(leaves, observed).flatMap((g) => order.flatMap((o) => first.flatMap((f) => begin.map((b): Setting => ({ first: f, order: o, begin: b, gradients: g })))));
}

/** Where the value at step 0 has a name of its own, the first step is number 1. */
const firstOf = (line: Line | undefined): Setting['first'] => (line?.shift === 1 ? 0 : 1);

/** Gradients at stated points are a field; where that leads in a circle, as in g_t = ∇J(θ_t) beside θ_t = θ_{t−1} − …, the point is only a way to say "now". */
function gradientsOf({ isSingle, isNamed, hasPoint, hasComposite, isImplicit }: Leaves, observed: Observed): Setting['gradients'][] {
  if (isMatrix(observed)) return isSingle || isImplicit || hasComposite ? [] : ['sequence'];
  if (isSingle || isImplicit || (hasComposite && !isNamed)) return ['field'];
  if (hasComposite) return [];
  return hasPoint && !isNamed ? ['field', 'sequence'] : ['sequence'];
}

/** Something happens: a parameter leaves its start, a quantity is not always zero. */
function moves(steps: Vector[], observed: Observed): boolean {
  const start = startOf(observed);
  return steps.some((x) => x.some((entry, i) => Number.isFinite(entry) && entry !== start[i]));
}

/** Whether one matching of the constants holds in every scenario. */
export function confirms(program: Program, match: Match, observed: Observed): boolean {
  const all = objectives(sortOf(program, match.setting, observed));
  return agreesFor(valuations(program.leaves.constants, observed), observed, (values) => agreement(match.known, all, trajectories(program, values, match.setting, observed), resolve(match.matching, values), match.observable));
}

function matchForm(known: Known, program: Program, runs: Runs, all: readonly Matching[], observed: Observed): { matching: Matching; observable: string } | undefined {
  if (program.leaves.atOwnPoint && runs.setting.gradients === 'sequence' && looksElsewhere(known)) return undefined;
  const scenarios = objectives(sortOf(program, runs.setting, observed));
  const [{ values, ours }] = runs.all;
  const own = ours(0) as Vector[];
  for (const matching of all) {
    const [first] = published(known, scenarios[0], resolve(matching, values), 1);
    for (const observable of observables(first, observed)) {
      if (!agree(own, [first[observable]], observable)) continue;
      if (agreesFor(runs.all, observed, (run) => agreement(known, scenarios, run.ours, resolve(matching, run.values), observable))) return { matching, observable };
    }
  }
  return undefined;
}

/** The published step takes its gradient at another point than the parameter, as Nesterov's does. */
function looksElsewhere({ rule, variant, step, constants }: Known): boolean {
  if (rule.kind === 'matrix-step') return false;
  const [objective] = objectives('sequence');
  const state: State = { ...Object.fromEntries((variant?.state ?? rule.state).map((name) => [name, new Float64Array(SIZE).fill(0.4)])), θ: START };
  let elsewhere = false;
  step(state, { ...objective, gradient: (x, t) => { elsewhere ||= x.some((entry, i) => entry !== START[i]); return objective.gradient(x, t); } }, constants, 1);
  return elsewhere;
}

/** Whether enough entries have a value at all; undefined where some differ. */
type Agreement = 'enough' | 'few' | undefined;

/** For all values of the constants; a schedule may end for some of them. */
function agreesFor<T>(all: readonly T[], observed: Observed, agreementOf: (one: T) => Agreement): boolean {
  const found: Agreement[] = [];
  for (const one of all) { const now = agreementOf(one); if (!now || (now === 'few' && observed !== 'whole')) return false; found.push(now); }
  return found.includes('enough');
}

export const agreesEverywhere = (...of: Parameters<typeof agreement>): boolean => agreement(...of) === 'enough';

/** In every scenario. */
function agreement(known: Known, all: readonly Objective[], student: Trajectories, constants: Constants, observable: string): Agreement {
  let counted = 0;
  let wanted = 0;
  for (let i = 0; i < all.length; i++) {
    const ours = student(i);
    const same = ours && agreements(ours, published(known, all[i], constants, ours.length).map((s) => s[observable]), observable);
    if (ours === undefined || same === undefined) return undefined;
    counted += same;
    wanted = (ours.length * ours[0].length) / 2;
  }
  return counted >= wanted ? 'enough' : 'few';
}

/** States of the published recursion after each step. */
export function published({ rule, variant, step }: Known, objective: Objective, constants: Constants, steps: number, start: Vector = rule.kind === 'matrix-step' ? MATRIX_START : START): State[] {
  let state: State = { ...Object.fromEntries((variant?.state ?? rule.state).map((name) => [name, name === 'η' ? start : new Float64Array(start.length)])), θ: start };
  return range(steps).map((n) => (state = step(state, objective, constants, n + 1)));
}

/** Relative tolerance for a step; what is lost to rounding when it is added to the parameter comes on top. */
const TOLERANCE = 1e-9;
const ROUNDING = 1e-14;

/** Step by step and entry by entry; entries undefined on both sides do not count, but some must count. */
export const agree = (ours: Vector[], theirs: Vector[], observable: string): boolean => (agreements(ours, theirs, observable) ?? 0) >= theirs.length;

/** How many entries agree; undefined when some do not. */
function agreements(ours: Vector[], theirs: Vector[], observable: string): number | undefined {
  let counted = 0;
  for (let n = 0; n < theirs.length; n++) {
    if (ours[n].length !== theirs[n].length) return undefined;
    for (let i = 0; i < theirs[n].length; i++) {
      const same = agreesAt(ours, theirs, n, i, observable);
      if (same === false) return undefined;
      if (same) counted++;
    }
  }
  return counted;
}

/** Undefined where neither side has a value. */
function agreesAt(ours: Vector[], theirs: Vector[], n: number, i: number, observable: string): boolean | undefined {
  const [a, b] = [ours[n][i], theirs[n][i]];
  if (!Number.isFinite(a) && !Number.isFinite(b)) return undefined;
  const before = observable === 'θ' ? (n === 0 ? MATRIX_START[i] : theirs[n - 1][i]) : 0;
  const gap = Math.abs(a - b);
  return gap <= TOLERANCE * Math.abs(b - before) || gap <= ROUNDING * (n + 1) * largestYet(theirs, n, i);
}

/** What rounding errors are relative to: sums may cancel. */
function largestYet(values: Vector[], n: number, i: number): number {
  let largest = 0;
  for (let k = 0; k <= n; k++) largest = Math.max(largest, Math.abs(values[k][i]));
  return largest;
}

/** First step and entry at which two runs part, counted from 1. */
export function parting(ours: Vector[], theirs: Vector[], observable: string): { step: number; entry: number } | undefined {
  for (let n = 0; n < theirs.length; n++) for (let i = 0; i < theirs[n].length; i++) if (agreesAt(ours, theirs, n, i, observable) === false) return { step: n + 1, entry: i + 1 };
  return undefined;
}
