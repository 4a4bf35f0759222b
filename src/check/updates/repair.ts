/** The smallest change of one line after which a student's rule is the published one. */
import type { Expr } from '../../notation/expression';
import { print } from '../../notation/print';
import type { Constants, Rule } from '../../optimizers';
import { type Change, changes, type Vocabulary } from './edits';
import { fieldUse } from './fields';
import type { Line, Setting } from './frame';
import type { Group } from './gather';
import { agree, kindOf, knownForms, type Known, type Match, matchings, matchProgram, type Observed, published, settings, trajectories, valuesOf } from './match';
import { objectives } from './objectives';
import { type Program, withLine } from './program';
import { slotOf, slotsOf } from './slots';
import { Unrun } from './values';

export interface Repair { line: Line; change: Change; match: Match; program: Program }

/** More tries than this are not worth the wait. */
const LIMIT = 4000;

export function findRepair(group: Group, rule: Rule, observed: Observed): Repair | undefined {
  const { program } = group;
  const values = valuesOf(program.leaves.constants);
  const forms = knownForms(rule).filter((form) => values.size <= Object.keys(form.constants).length + 1);
  if (forms.length === 0) return undefined;
  const [setting] = settings(program);
  const table = fingerprints(forms, program, observed, setting, values);
  const tries = [...program.lines.values()].flatMap((line) => (isGradientLine(line, group) ? [] : changes(line.rhs, vocabulary(group, line)).map((change, rank) => ({ line, change, rank })))).sort((a, b) => a.rank - b.rank);
  for (const { line, change } of tries.slice(0, LIMIT)) {
    const candidate = changed(group, { ...line, rhs: change.line });
    if (!candidate || candidate.leaves.constants.length > values.size) continue;
    const match = look(candidate, table, setting, values, observed);
    if (match) return { line, change, match, program: candidate };
  }
  return undefined;
}

/** `g_t = ∇…`: what is differentiated is not for the rule to say. */
const isGradientLine = (line: Line, { counting, name }: Group): boolean => !!fieldUse(line.rhs, counting, name);

function changed(group: Group, line: Line): Program | undefined {
  try {
    return withLine(group.program, group.names, line);
  } catch (error) {
    if (error instanceof Unrun) return undefined;
    throw error;
  }
}

interface Fingerprint { known: Known; constants: Constants; observable: string; two: Float64Array[] }

/** The first two steps of every form with every matching of constants. */
function fingerprints(forms: readonly Known[], program: Program, observed: Observed, setting: Setting, values: ReadonlyMap<string, number>): Fingerprint[] {
  const [objective] = objectives(kindOf(program, setting));
  return forms.flatMap((known) => [...matchings(known.constants, values, program.leaves.numerals, { observed, likely: true })].flatMap((constants) => {
    const states = published(known, objective, constants, 2);
    const names = observed === 'parameter' ? ['θ'] : Object.keys(states[0]).filter((name) => name !== 'θ');
    return names.map((observable): Fingerprint => ({ known, constants, observable, two: states.map((s) => s[observable]) }));
  }));
}

function look(program: Program, table: readonly Fingerprint[], setting: Setting, values: Map<string, number>, observed: Observed): Match | undefined {
  const steps = trajectories(program, values, setting, observed, 2)(0);
  if (!steps) return undefined;
  for (const entry of table) {
    if (!agree(steps, entry.two, entry.observable)) continue;
    const match = matchProgram(program, [entry.known], observed, { values, likely: true });
    if (match) return match;
  }
  return undefined;
}

/** Symbols of the group's lines that can stand for each other. */
function vocabulary(group: Group, line: Line): Vocabulary {
  const { counting, program } = group;
  const constants = new Map<string, Expr>();
  const quantities = new Map<string, Expr>();
  const isQuantity = (expr: Expr): boolean => { const slot = slotOf(expr, counting); return !!slot && (program.lines.has(slot.name) || slot.moment !== undefined || program.leaves.fields.has(slot.name)) && !program.leaves.constants.includes(slot.name); };
  for (const other of program.lines.values()) {
    for (const { slot, expr } of slotsOf(other.rhs, counting)) {
      if (slot.power) continue;
      if (program.leaves.constants.includes(slot.name)) constants.set(slot.name, expr);
      else if (isQuantity(expr)) quantities.set(print(expr), expr);
    }
  }
  for (const link of group.links.values()) if (link.lhs.expr.span.start !== line.at) quantities.set(print(link.lhs.expr), link.lhs.expr);
  return { constants: [...constants.values()], quantities: [...quantities.values()], letter: counting.letter, isQuantity };
}
