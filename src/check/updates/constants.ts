/** Which of a student's constants are which of a published rule's. */
import { type Constants, isDecay, isExponent, isOptional, isPeriod } from '../../optimizers';
import { isState, type Observed } from './observed';

/** What stands for a constant of a rule: one of the student's, one minus it, a power of it, or a number. */
export type Choice = { name: string; isComplement: boolean; power?: number } | { value: number };
export type Matching = Readonly<Record<string, Choice>>;

export function resolve(matching: Matching, values: ReadonlyMap<string, number>): Constants {
  return Object.fromEntries(Object.entries(matching).map(([constant, choice]) => {
    if ('value' in choice) return [constant, choice.value];
    const value = values.get(choice.name) as number;
    return [constant, choice.isComplement ? 1 - value : value ** (choice.power ?? 1)];
  }));
}

/** Every way to give a rule's constants the student's, each at most once. What looks alike comes first; `likely` leaves out the rest. */
export function matchings(wanted: Constants, names: readonly string[], numerals: ReadonlySet<number>, { observed, likely }: { observed: Observed; likely: boolean }): Matching[] {
  const options = Object.entries(wanted).map(([constant, usual]): Option => ({ constant, names: namesFor(constant, names, likely), literal: literals(constant, usual, numerals, observed) }));
  const found: Matching[] = [];
  choose(options, {}, new Set(), found);
  return found;
}

interface Option { constant: string; names: string[]; literal: number[] }

function choose([option, ...rest]: Option[], chosen: Matching, used: ReadonlySet<string>, found: Matching[]): void {
  if (!option) { found.push(chosen); return; }
  for (const name of option.names) {
    if (used.has(name)) continue;
    const now = new Set([...used, name]);
    for (const isComplement of isDecay(option.constant) ? [false, true] : [false]) choose(rest, { ...chosen, [option.constant]: { name, isComplement } }, now, found);
    for (const power of option.constant === 'η0' && !isRate(name) ? POWERS : []) choose(rest, { ...chosen, [option.constant]: { name, isComplement: false, power } }, now, found);
  }
  for (const value of option.literal) choose(rest, { ...chosen, [option.constant]: { value } }, used, found);
}

/** Values that need no letter: numbers that stand in the lines, and what a text may leave out. A quantity seen alone need not show the other constants. */
function literals(constant: string, usual: number, numerals: ReadonlySet<number>, observed: Observed): number[] {
  const fitting = [...numerals].filter((x) => isExponent(constant) || isPeriod(constant) === x > 1);
  return [...(isOptional(constant) ? [0] : []), ...(constant === 'η' ? [1] : []), ...(isState(observed) ? [usual] : []), ...fitting, ...(isDecay(constant) ? fitting.map((x) => 1 - x) : [])];
}

/** Schedules begin with a power of something that is no rate, as in `d^{-1/2}` (Vaswani et al. 2017). */
const POWERS = [-0.5, -1, 0.5];
const isRate = (name: string): boolean => /^\\(?:eta|alpha|gamma|epsilon)|lr|max|_\{0\}/.test(name);

const LETTERS: Record<string, RegExp> = { η: /^\\(?:eta|alpha)/, β: /^\\(?:beta|gamma|rho)/, ρ: /^\\(?:rho|gamma|beta|alpha)/, μ: /^\\(?:mu|beta|gamma|rho|alpha)/, ε: /^\\(?:epsilon|delta)/, λ: /^\\lambda/, γ: /^\\gamma/ };

/** Names that look like the constant, if there are any: by letter, and when `likely` by number too. */
function namesFor(constant: string, all: readonly string[], likely: boolean): string[] {
  const digit = /\d/.exec(constant)?.[0];
  const byLetter = preferring(all.filter((name) => !isOtherEnd(constant, name)), (name) => LETTERS[constant[0]]?.test(name) ?? false);
  return likely && digit ? preferring(byLetter, (name) => name.includes(digit)) : byLetter;
}

function preferring(names: string[], test: (name: string) => boolean): string[] {
  const best = names.filter(test);
  return best.length ? best : names;
}

/** The least rate is not the first one. */
const isOtherEnd = (constant: string, name: string): boolean => (constant === 'η0' && /min/.test(name)) || (constant === 'η1' && /max|_\{0\}/.test(name));
