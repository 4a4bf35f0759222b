/** Is a program a published rule? Both are run side by side from the same state on the same gradients, under every sensible matching of the constants. */
import { type Constants, isDecay, isOptional, type Objective, type Recursion, type Rule, type State, type Variant, type Vector } from '../../optimizers';
import type { Setting } from './frame';
import { objectives, SIZE, START, STEPS } from './objectives';
import { type Program, runProgram } from './program';
import { Unrun } from './values';

/** One recursion of the table. */
export interface Known { rule: Rule; variant?: Variant; step: Recursion; constants: Constants }

export const knownForms = (rule: Rule): Known[] => [
  { rule, step: rule.step, constants: rule.constants },
  ...rule.variants.map((variant) => ({ rule, variant, step: variant.step, constants: variant.constants ?? rule.constants })),
];

/** What is compared: the parameter, one quantity of the rule's state, or the one quantity that a rule is about. */
export type Observed = 'parameter' | 'state' | 'whole';

export interface Match { known: Known; setting: Setting; observable: string; constants: Constants }

/** Values of the student's constants: of ordinary size, so that every one of them shows. */
const VALUES = [0.31, 0.83, 0.57, 0.71, 0.23, 0.47, 0.91, 0.39, 0.64];
export const valuesOf = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, VALUES[i % VALUES.length] + 0.013 * Math.floor(i / VALUES.length)]));

/** The first of the forms that the program equals, for all gradients. */
export function matchProgram(program: Program, forms: readonly Known[], observed: Observed, { values = valuesOf(program.leaves.constants), likely = false } = {}): Match | undefined {
  const runs = settings(program).map((setting) => ({ setting, student: trajectories(program, values, setting, observed) })).filter(({ student }) => { const first = student(0); return first !== undefined && moves(first); });
  for (const onlyLikely of likely ? [true] : [true, false]) {
    for (const { setting, student } of runs) {
      for (const known of forms) {
        const found = matchForm(known, program, student, { observed, setting, values, likely: onlyLikely });
        if (found) return found;
      }
    }
  }
  return undefined;
}

type Trajectories = (scenario: number) => Vector[] | undefined;

export const kindOf = ({ leaves }: Program, setting: Setting): 'sequence' | 'field' | 'single' => (leaves.isSingle ? 'single' : setting.gradients);

/** The student's sink in each scenario, run once; undefined where it cannot be run. */
export function trajectories(program: Program, values: ReadonlyMap<string, number>, setting: Setting, observed: Observed, steps = STEPS): Trajectories {
  const start = observed === 'parameter' ? START : new Float64Array(SIZE);
  const known: (Vector[] | undefined)[] = [];
  return (scenario) => {
    if (!(scenario in known)) known[scenario] = attempt(() => runProgram(program, objectives(kindOf(program, setting))[scenario], values, setting, start, steps));
    return known[scenario];
  };
}

function attempt<T>(run: () => T): T | undefined {
  try { return run(); } catch (error) {
    if (error instanceof Unrun) return undefined;
    throw error;
  }
}

/** Conventions that a text leaves open, the plainest first. */
export function settings({ lines, leaves, sink }: Program): Setting[] {
  const gradients: Setting['gradients'][] = leaves.isSingle || (leaves.hasPoint && !leaves.isNamed) ? ['field', 'sequence'] : leaves.isNamed ? ['sequence'] : ['sequence', 'field'];
  const order: Setting['order'][] = [...lines.values()].some((line) => !line.timed) && lines.size > 1 ? ['written', 'dataflow'] : ['written'];
  const first: Setting['first'][] = leaves.usesStep || lines.get(sink)?.shift !== 0 ? [1, 0] : [1];
  const begin: Setting['begin'][] = leaves.usesOlder ? ['zero', 'start'] : ['zero'];
  const main = leaves.isSingle ? gradients.slice(0, 1) : leaves.isNamed || leaves.hasPoint ? gradients : gradients.slice(0, 1);
  return main.flatMap((g) => order.flatMap((o) => first.flatMap((f) => begin.map((b): Setting => ({ first: f, order: o, begin: b, gradients: g })))));
}

const moves = (steps: Vector[]): boolean => steps.some((x) => x.some((entry, i) => Number.isFinite(entry) && entry !== steps[0][i])) || steps.some((x) => x.some((entry) => entry !== 0));

interface Way { observed: Observed; setting: Setting; values: ReadonlyMap<string, number>; likely: boolean }

function matchForm(known: Known, program: Program, student: Trajectories, way: Way): Match | undefined {
  const all = objectives(kindOf(program, way.setting));
  for (const constants of matchings(known.constants, way.values, program.leaves.numerals, way)) {
    const two = published(known, all[0], constants, 2);
    for (const observable of observables(two[0], way.observed)) {
      if (!agree(student(0) as Vector[], two.map((s) => s[observable]), observable)) continue;
      if (agreesEverywhere(known, all, student, constants, observable)) return { known, setting: way.setting, observable, constants };
    }
  }
  return undefined;
}

function agreesEverywhere(known: Known, all: readonly Objective[], student: Trajectories, constants: Constants, observable: string): boolean {
  let counted = 0;
  for (let i = 0; i < all.length; i++) {
    const ours = student(i);
    const same = ours && agreements(ours, published(known, all[i], constants, STEPS).map((s) => s[observable]), observable);
    if (same === undefined) return false;
    counted += same;
  }
  return counted >= STEPS * SIZE / 2;
}

const observables = (state: State, observed: Observed): string[] => (observed === 'parameter' ? ['θ'] : Object.keys(state).filter((name) => name !== 'θ'));

/** States of the published recursion after each step. */
export function published({ rule, variant, step }: Known, objective: Objective, constants: Constants, steps: number): State[] {
  let state: State = { ...Object.fromEntries((variant?.state ?? rule.state).map((name) => [name, new Float64Array(SIZE)])), θ: START };
  return Array.from({ length: steps }, (_, n) => (state = step(state, objective, constants, n + 1)));
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
    for (let i = 0; i < SIZE; i++) {
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
  const before = observable === 'θ' ? (n === 0 ? START[i] : theirs[n - 1][i]) : 0;
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
  for (let n = 0; n < theirs.length; n++) for (let i = 0; i < SIZE; i++) if (agreesAt(ours, theirs, n, i, observable) === false) return { step: n + 1, entry: i + 1 };
  return undefined;
}

// ── constants ──

/** Every way to give a rule's constants the student's, each at most once. What looks alike comes first; `likely` leaves out the rest. */
export function* matchings(wanted: Constants, values: ReadonlyMap<string, number>, numerals: ReadonlySet<number>, { observed, likely }: { observed: Observed; likely: boolean }): Generator<Constants> {
  const options = Object.entries(wanted).map(([constant, usual]) => ({ constant, usual, ...namesFor(constant, values, likely), literal: literals(constant, usual, numerals, observed) }));
  yield* choose(options, values, {}, new Set());
}

interface Option { constant: string; names: string[]; literal: number[] }

function* choose([option, ...rest]: Option[], values: ReadonlyMap<string, number>, chosen: Constants, used: ReadonlySet<string>): Generator<Constants> {
  if (!option) { yield chosen; return; }
  for (const name of option.names) {
    if (used.has(name)) continue;
    const value = values.get(name) as number;
    const now = new Set([...used, name]);
    yield* choose(rest, values, { ...chosen, [option.constant]: value }, now);
    if (isDecay(option.constant)) yield* choose(rest, values, { ...chosen, [option.constant]: 1 - value }, now);
  }
  for (const value of option.literal) yield* choose(rest, values, { ...chosen, [option.constant]: value }, used);
}

/** Values that need no letter: numbers that stand in the lines, and what a text may leave out. A quantity seen alone need not show the other constants. */
function literals(constant: string, usual: number, numerals: ReadonlySet<number>, observed: Observed): number[] {
  return [...(isOptional(constant) ? [0] : []), ...(constant === 'η' ? [1] : []), ...(observed === 'state' ? [usual] : []), ...numerals, ...(isDecay(constant) ? [...numerals].map((x) => 1 - x) : [])];
}

const LETTERS: Record<string, RegExp> = { η: /^\\(?:eta|alpha)/, β: /^\\(?:beta|gamma|rho)/, ρ: /^\\(?:rho|gamma|beta|alpha)/, μ: /^\\(?:mu|beta|gamma|rho|alpha)/, ε: /^\\(?:epsilon|delta)/, λ: /^\\lambda/, γ: /^\\gamma/ };

function namesFor(constant: string, values: ReadonlyMap<string, number>, likely: boolean): { names: string[] } {
  const digit = /\d/.exec(constant)?.[0];
  const likeness = (name: string) => (LETTERS[constant[0]]?.test(name) ? 2 : 0) + (digit && name.includes(digit) ? 1 : 0);
  const names = [...values.keys()].sort((a, b) => likeness(b) - likeness(a));
  const best = names.length ? likeness(names[0]) : 0;
  return { names: likely && best > 0 ? names.filter((name) => likeness(name) === best) : names };
}
