/** A student's update lines as a program: every quantity at every step, by the line that gives it, from the steps before. */
import type { Objective, Vector } from '../../optimizers';
import { range } from '../../tensor';
import { compile } from './compile';
import type { Code, Leaves, Line, Run, Setting } from './frame';
import type { Counting } from './slots';
import { tableOf } from './tables';
import { isTable, isVector, unrun, type Value } from './values';

export interface Program {
  lines: ReadonlyMap<string, Line>;
  codes: ReadonlyMap<string, Code>;
  /** The quantity that is looked at. */
  sink: string;
  leaves: Leaves;
}

export interface Names { line(name: string): Line | undefined; counting: Counting; sink: string }

export const noLeaves = (): Leaves => ({ constants: [], numerals: new Set(), by: new Set(), fields: new Set(), hasPoint: false, atOwnPoint: false, isImplicit: false, isNamed: false, hasComposite: false, hasStranger: false, isElsewhere: false, isAhead: false, steady: new Set(), usesStep: false, shifts: new Map(), usesOlder: false, isSingle: false });

/** Compiles the sink's line and all that it needs, and what `also` names. Throws Unrun. */
export function createProgram(names: Names, also: readonly string[] = []): Program {
  const leaves = noLeaves();
  const lines = new Map<string, Line>();
  const codes = new Map<string, Code>();
  const queue = [...also, names.sink];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const line = names.line(name);
    if (!line || lines.has(name)) continue;
    lines.set(name, line);
    codes.set(name, compile(line.rhs, { ...names, owner: line, leaves, need: (other) => { if (!lines.has(other)) queue.push(other); } }));
  }
  if (leaves.fields.size > 1) unrun(); // gradients of several functions
  return { lines, codes, sink: names.sink, leaves };
}

/** The program with one of its lines changed. Throws Unrun. */
export function withLine(program: Program, names: Names, line: Line): Program {
  const leaves: Leaves = { ...program.leaves, constants: [...program.leaves.constants], numerals: new Set(program.leaves.numerals), steady: new Set(program.leaves.steady), by: new Set(), fields: new Set(), shifts: new Map() };
  const has = (name: string) => { if (!program.lines.has(name)) unrun(); };
  const code = compile(line.rhs, { ...names, owner: line, leaves, need: has });
  return { ...program, leaves, lines: new Map([...program.lines, [line.name, line]]), codes: new Map([...program.codes, [line.name, code]]) };
}

/** Values of the sink after each of the steps; with `columns` the parameter is a matrix, row by row. Throws Unrun. */
export function runProgram(program: Program, objective: Objective, constants: ReadonlyMap<string, number>, setting: Setting, start: Vector, steps: number, columns?: number): Vector[] {
  const known = new Map<string, Map<number, Value | undefined>>([...program.lines.keys()].map((name) => [name, new Map()]));
  const sinkLine = program.lines.get(program.sink) as Line;
  const horizon = setting.first + steps + 2;
  let latest = -Infinity;
  let offset: number | undefined;
  const shaped = (entries: Vector): Value => (columns ? tableOf(entries, columns) : entries);
  /** Zero has the shape of what is added to it. */
  const zero = columns ? 0 : new Float64Array(start.length);
  const initial = (name: string): Value => ((name === program.sink || setting.begin === 'start') && start.some((x) => x !== 0) ? shaped(start) : zero);
  const run: Run = {
    size: start.length, lengths: new Map(), constants, objective, setting,
    sequence(step) {
      if (setting.gradients === 'field') unrun(); // a gradient without its point
      latest = Math.max(latest, step);
      const event = offset === undefined ? 1 : step - offset;
      const given: Vector | undefined = event < 1 ? new Float64Array(start.length) : objective.gradient(setting.gradients === 'followed' ? at(event - 2) : start, event);
      if (!given) unrun(); // a gradient of a later step
      return shaped(given);
    },
    current: (t) => asVector(run.value(program.sink, t + sinkLine.shift - 1), start.length),
    value(name, step) {
      const line = program.lines.get(name) as Line;
      const t = step - line.shift;
      if (t > horizon) unrun(); // a quantity at a later step
      if (t < setting.first && (t < setting.first - 1 || name === program.sink || !line.isFunction)) return initial(name);
      const memo = known.get(name) as Map<number, Value | undefined>;
      // A quantity by itself at the same step leads in a circle.
      if (memo.has(step)) return memo.get(step) ?? unrun();
      memo.set(step, undefined);
      const given = (program.codes.get(name) as Code)({ t, run });
      // A bias correction has no value before the first step.
      const value = t < setting.first && !isDefined(given) ? initial(name) : given;
      memo.set(step, value);
      return value;
    },
  };
  const at = (n: number): Vector => asVector(run.value(program.sink, setting.first + sinkLine.shift + n), start.length);
  if (setting.gradients !== 'field') {
    // The first step tells which gradient is its own.
    at(0);
    offset = latest - 1;
    for (const memo of known.values()) memo.clear();
  }
  return range(steps).map((n) => at(n));
}

const isDefined = (value: Value): boolean => (isVector(value) ? value.every(Number.isFinite) : isTable(value) ? value.entries.every(Number.isFinite) : typeof value !== 'number' || Number.isFinite(value));

function asVector(value: Value, n: number): Vector {
  if (isVector(value)) return value;
  if (isTable(value)) return value.entries;
  if (typeof value === 'number') return new Float64Array(n).fill(value);
  unrun();
}
