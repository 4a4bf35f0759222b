/** The dear searches, each done once for the lines that it rests on: while a document is written, most of its rules stay as they are. */
import { createMemory } from '../../memory';
import { print } from '../../notation/print';
import type { Rule } from '../../optimizers';
import { isAbsorbed } from './absorb';
import type { Group } from './gather';
import { type Known, knownForms, type Match, matchProgram } from './match';
import type { Observed } from './observed';
import type { Program } from './program';
import { findRepair, type Repair } from './repair';

export interface Search {
  /** The first of the rules and their variants that the group's lines are. `likely` keeps to matchings of constants that look alike. */
  match(group: Group, rules: readonly Rule[], observed: Observed, way?: { likely: boolean }): Match | undefined;
  /** The change of one line that makes them the rule. */
  repair(group: Group, rule: Rule, observed: Observed): Repair | undefined;
  /** Whether they are one of the rules but for a factor in the learning rate. */
  isAbsorbed(group: Group, rules: readonly Rule[]): boolean;
}

/** Outcomes that are kept; a document of fifty rules needs about two hundred. */
const KEPT = 1000;

export function createSearch(): Search {
  const once = createMemory(KEPT);
  return {
    match: (group, rules, observed, way) => once(`match ${observed} ${way?.likely} ${idsOf(rules)} ${programKey(group.program)}`, () => matchProgram(group.program, way?.likely ? formsOf(rules).filter((form) => hasRoom(form, group.program)) : formsOf(rules), observed, way)),
    repair: (group, rule, observed) => once(`repair ${observed} ${rule.id} ${groupKey(group)}`, () => findRepair(group, rule, observed)),
    isAbsorbed: (group, rules) => once(`absorbed ${idsOf(rules)} ${programKey(group.program)}`, () => isAbsorbed(group.program, formsOf(rules))),
  };
}

const formsOf = (rules: readonly Rule[]): Known[] => rules.flatMap(knownForms);
/** Where nothing names a rule, each of the constants that are written has one to stand for. */
const hasRoom = ({ constants }: Known, { leaves }: Program): boolean => leaves.constants.length <= Object.keys(constants).length;
const idsOf = (rules: readonly Rule[]): string => rules.map((rule) => rule.id).join(',');

/** Says all that a run of a program rests on: the lines in the order of writing, and how their letters were read. */
function programKey({ lines, leaves, sink }: Program): string {
  const written = [...lines.values()].sort((a, b) => a.at - b.at).map(({ name, shift, timed, rhs }) => `${name}@${timed ? shift : ''} = ${print(rhs)}`);
  return JSON.stringify([sink, ...written, leaves], (_, value) => (value instanceof Set || value instanceof Map ? [...value] : value));
}

/** The same with the lines around, and with their source, from which the words of a repair are taken. */
function groupKey(group: Group): string {
  const wider = programKey(group.wider());
  return JSON.stringify([group.counting.letter, programKey(group.program), wider, ...[...group.links.values()].map(({ lhs, rhs }) => [lhs.tex, rhs.tex])]);
}
