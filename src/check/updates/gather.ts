/** An update line with the lines that it rests on, as a program. */
import type { LinkSyntax } from '../../meaning/document';
import { type Expr, hasPart, isBracketed, isLetter, isNabla, isProduct, isScripted, replace } from '../../notation/expression';
import { type Around, closeLines, isMoving, nearest } from './around';
import type { Binder } from './binders';
import { fieldUse, hasField } from './fields';
import type { Line } from './frame';
import { createProgram, type Names, type Program } from './program';
import { type Counting, type Slot, slotOf, slotsOf, uses } from './slots';
import { attempt } from './values';

/** A line whose quantity comes back to itself, with all that it rests on. */
export interface Group {
  sink: LinkSyntax;
  name: string;
  counting: Counting;
  /** Name to line, the sink among them. */
  links: Map<string, LinkSyntax>;
  names: Names;
  program: Program;
  /** Whether the sink leads back to itself. */
  recursive: boolean;
  /** The group of one of the quantities that it rests on. */
  parts(name: string): Group | undefined;
  /** The same with the lines around that rest on these: corrected means that the step forgot, say. */
  wider(): Program;
  /** The same with learning rates that follow a schedule taken as constants, where there are any. */
  steady?: Steady;
}

export interface Steady {
  group: Group;
  /** The schedule has symbols that occur in the rule as well: it may be a part of it. */
  isShared: boolean;
}

/** The group of a line; undefined where it cannot be run. */
export function groupOf(around: Around): Group | undefined {
  const { from, counting, sink } = around;
  const links = new Map<string, LinkSyntax>([[sink.name, from.link]]);
  const known = new Map<string, Line | undefined>([[sink.name, lineOf(from, sink, counting, sink.name)]]);
  const names: Names = {
    counting, sink: sink.name,
    line(name) {
      if (!known.has(name)) {
        const found = nearest(name, around);
        known.set(name, found && lineOf(found.binder, found.slot, counting, sink.name));
        if (found) links.set(name, found.binder.link);
      }
      return known.get(name);
    },
  };
  const others = (program: Program) => namesAround(around, program);
  const group = run(from.link, sink.name, names, links, others);
  return group && { ...group, steady: steadyOf(group, others) };
}

function run(sink: LinkSyntax, name: string, names: Names, links: Map<string, LinkSyntax>, others: (program: Program) => string[] = () => []): Group | undefined {
  const program = attempt(() => createProgram(names));
  if (!program) return undefined;
  const wider = () => others(program).reduce((widest, other) => attempt(() => createProgram(names, [...widest.lines.keys(), other])) ?? widest, program);
  const parts = (part: string): Group | undefined => { const link = links.get(part); return link && run(link, part, { ...names, sink: part }, links); };
  return { sink, name, counting: names.counting, links, names, program, recursive: leadsBack(program, names.counting), parts, wider };
}

/** Quantities bound close by that share symbols with a program, or with each other. */
function namesAround(around: Around, { lines, leaves }: Program): string[] {
  const shared = new Set([...lines.keys(), ...leaves.constants, ...leaves.fields]);
  const close = closeLines(around).filter(({ binder, slot }) => isMoving(binder, slot, around)).map(({ binder, slot }) => ({ name: slot.name, symbols: [slot.name, ...slotsOf(binder.right, around.counting).map((s) => s.slot.name)] }));
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, symbols } of close) if (!found.has(name) && symbols.some((symbol) => shared.has(symbol))) { found.add(name); for (const symbol of symbols) shared.add(symbol); }
  }
  return [...found];
}

const RATE = /^\\(?:eta|alpha|gamma|epsilon|tau|mu|lambda)$/;

/** Lines that give a rate by the number of the step alone are left out. */
function steadyOf(group: Group, others: (program: Program) => string[]): Steady | undefined {
  const { program, counting } = group;
  const symbolsOf = (line: Line) => slotsOf(line.rhs, counting).map(({ slot }) => slot.name).filter((name) => name !== counting.letter && name !== line.name && name !== 'e' && name !== '\\pi');
  const rates = [...program.lines.values()].filter((line) => line.name !== group.name && RATE.test(line.name) && !hasField(line.rhs, counting) && symbolsOf(line).every((name) => program.leaves.constants.includes(name)));
  if (rates.length === 0) return undefined;
  const elsewhere = new Set([...program.lines.values()].filter((line) => !rates.includes(line)).flatMap(symbolsOf));
  const names: Names = { ...group.names, line: (name) => (rates.some((rate) => rate.name === name) ? undefined : group.names.line(name)) };
  const links = new Map([...group.links].filter(([name]) => !rates.some((rate) => rate.name === name)));
  const steady = run(group.sink, group.name, names, links, others);
  return steady && { group: steady, isShared: rates.some((rate) => symbolsOf(rate).some((name) => elsewhere.has(name))) };
}

/** The line by itself, as it is or in another form: what it rests on is whatever it is. */
export function aloneOf(group: Group, form: (expr: Expr) => Expr = (expr) => expr): Group {
  const own = group.names.line(group.name);
  const names: Names = { ...group.names, line: (name) => (name === group.name && own ? { ...own, rhs: form(own.rhs) } : undefined) };
  return run(group.sink, group.name, names, new Map([[group.name, group.sink]])) ?? group;
}

function lineOf({ at, right }: Binder, slot: Slot, counting: Counting, sink: string): Line {
  const { name, moment } = slot;
  const shift = typeof moment === 'number' ? moment : 0;
  const used = slotsOf(right, counting).map((use) => use.slot).filter((use) => use.moment !== undefined);
  const isFunction = used.length > 0 && used.every((use) => use.name !== name && use.moment === shift) && !hasField(right, counting);
  return { name, shift, timed: typeof moment === 'number', rhs: withoutArguments(right, counting, sink), at, isFunction };
}

/** Jacobians, Hessians and residuals are functions of the quantity: `J(x_k)^T r(x_k)` is `J^T r` at that step. */
function withoutArguments(expr: Expr, counting: Counting, sink: string): Expr {
  return replace(expr, (part) => {
    // The point of a gradient is its own.
    if (isNabla(part) || part.kind === 'derivative') return part;
    if (!isProduct(part) || !part.factors.some((_, i) => isArgument(part.factors, i, counting, sink))) return undefined;
    const factors = part.factors.flatMap((factor, i): Expr[] => {
      if (isArgument(part.factors, i, counting, sink)) return [];
      const next = part.factors[i + 1];
      const head = withoutArguments(factor, counting, sink);
      // A power or transpose behind the argument is one of the value.
      return [isScripted(next) && isArgument(part.factors, i + 1, counting, sink) ? { ...next, base: head } : head];
    });
    return factors.length === 1 ? factors[0] : { ...part, factors, signs: part.signs.filter((_, i) => !isArgument(part.factors, i + 1, counting, sink)) };
  });
}

function isArgument(factors: readonly Expr[], at: number, counting: Counting, sink: string): boolean {
  const [head, body] = [factors[at - 1], factors[at]];
  const group = isScripted(body) ? body.base : body;
  const name = isScripted(head) && !head.sub.length ? head.base : head;
  if (!isLetter(name, /^[JHrFe]$/) || !isBracketed(group, '(')) return false;
  return slotOf(group.contents[0], counting)?.name === sink;
}

/** Whether the sink's lines mention the sink. */
function leadsBack({ lines, sink }: Program, counting: Counting): boolean {
  const isAtSink = (e: Expr): boolean => { const point = fieldUse(e, counting, sink)?.point; return point !== undefined && uses(point, sink, counting); };
  return [...lines.values()].some(({ name, rhs }) => uses(rhs, sink, counting) || (name !== sink && hasPart(rhs, isAtSink)));
}
