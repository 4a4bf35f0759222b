/** The smallest change of one line after which a student's rule is the published one. */
import type { LinkSyntax } from '../../meaning/document';
import { type Expr, hasPart, isBig, isDerivative, isGroup, isNabla, isNumeral, isPair, isScripted, isSum, isTransposed, replace, type Span } from '../../notation/expression';
import { print } from '../../notation/print';
import type { Rule } from '../../optimizers';
import { extentOf } from '../repair/source';
import { matchings, resolve } from './constants';
import { type Change, changes, type Vocabulary } from './edits';
import { fieldUse } from './fields';
import type { Line, Setting } from './frame';
import { aloneOf, type Group } from './gather';
import { agree, confirms, knownForms, type Known, type Match, matchProgram, published, settings, sortOf, trajectories } from './match';
import { objectives } from './objectives';
import { isState, observables, type Observed, valuesFor } from './observed';
import { type Program, withLine } from './program';
import { shifts } from './shifts';
import { type Slot, slotOf, slotsOf } from './slots';
import { attempt } from './values';

/** The change in words, apart from the place of its line in the document. */
export interface Repair {
  /** The quantity that the line gives. */
  line: string;
  /** From the beginning of the line's right side, in UTF-16 characters. */
  start: number;
  length: number;
  /** As the student wrote it where it stands in the document, else printed. */
  wrong: string;
  right: string;
  /** Signs of a sum and nothing else. */
  isSign: boolean;
  match: Match;
}

/** More tries than this are not worth the wait. */
const LIMIT = 4000;

/** The likeliest change, and of those as likely the one in the line that is written first, since what comes after only follows from it; a line that is by itself as published comes last, and has no repair.
 * Among the lines around first, which may hold what the rule forgot; then among its own. */
export function findRepair(group: Group, rule: Rule, observed: Observed): Repair | undefined {
  if (isState(observed) && isPublishedState(group, rule)) return undefined;
  const wider = group.wider();
  return repairWithin(wider, group, rule, observed) ?? (wider === group.program ? undefined : repairWithin(group.program, group, rule, observed));
}

function repairWithin(program: Program, group: Group, rule: Rule, observed: Observed): Repair | undefined {
  // What a slip put in the place of another constant may stand nowhere else.
  const spare = Math.max(1, Number(isState(observed)));
  const forms = knownForms(rule).filter((form) => program.leaves.constants.length <= Object.keys(form.constants).length + spare);
  if (forms.length === 0) return undefined;
  const asPublished = new Map<string, boolean>();
  const isPublished = ({ name }: Line): boolean => kept(asPublished, name, () => { const part = name === group.name ? undefined : group.parts(name); return part !== undefined && isPublishedState(part, rule); });
  const tries = [...program.lines.values()].flatMap((line) => (isGradientLine(line, group) ? [] : changes(line.rhs, vocabulary(group, program, line)).map((change) => ({ line, change })))).sort((a, b) => a.change.rank - b.change.rank || Number(isPublished(a.line)) - Number(isPublished(b.line)) || a.line.at - b.line.at);
  const most = Math.max(...forms.map((form) => Object.keys(form.constants).length)) + Number(isState(observed));
  const candidates = tries.slice(0, LIMIT).map(({ line, change }) => ({ line, change, program: once(() => candidateOf(group, program, { ...line, rhs: change.line }, most)) }));
  for (const setting of settings(program, observed).slice(0, 3)) {
    const tables = new Map<string, Fingerprint[]>();
    const tableOf = (constants: readonly string[], isVariant: boolean, isUncorrected: boolean): Fingerprint[] => kept(tables, `${isVariant} ${isUncorrected} ${constants.join(' ')}`, () => fingerprints(forms.filter(({ variant }) => (variant !== undefined) === isVariant && (variant?.isUncorrected ?? false) === isUncorrected), program, observed, setting, valuesFor(observed)(constants)));
    const runs = candidates.map((candidate) => ({ candidate, steps: once(() => { const changed = candidate.program(); return changed && trajectories(changed, valuesFor(observed)(changed.leaves.constants), setting, observed, 2)(0); }) }));
    // A form that leaves a correction out is what remains of one that has lost it.
    for (const isUncorrected of [false, true]) {
      for (const { candidate, steps } of runs) {
        for (const isVariant of isUncorrected ? [true] : [false, true]) {
          const [changed, two] = [candidate.program(), steps()];
          const match = changed && two && look(changed, two, tableOf(changed.leaves.constants, isVariant, isUncorrected), observed);
          if (match) return isOfLayout(candidate.change) ? undefined : repairOf(group, candidate, match);
        }
      }
    }
  }
  return undefined;
}

/** `w - \eta \nabla L^T`: the gradient may be a row. */
const isOfLayout = ({ target, by }: Change): boolean => hasPart(target, isTransposed) && !hasPart(by, isTransposed) && hasPart(target, isDerivative);

/** `v_t = \beta v_{t-1} + g_t` beside `\theta_t = \theta_{t-1} + \eta v_t`: it is the step that has the wrong sign. */
const isPublishedState = (part: Group, rule: Rule): boolean =>
  rule.kind === 'step' && part.recursive && matchProgram(aloneOf(part, withoutPoint).program, knownForms(rule), 'state') !== undefined;

/** `\nabla f(x_t)` as `\nabla f`: where it is taken is not told by the line alone. */
const withoutPoint = (expr: Expr): Expr => replace(expr, (e) => ((isNabla(e) || e.kind === 'derivative') && isPair(e.of) && isGroup(e.of.factors[1], '(') ? { ...e, of: e.of.factors[0] } : undefined));

/** Computed when it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => { made ??= { value: make() }; return made.value; };
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** With one line changed, where it has no more constants than some form of the rule. */
function candidateOf(group: Group, program: Program, line: Line, most: number): Program | undefined {
  const candidate = attempt(() => withLine(program, group.names, line));
  return candidate && candidate.leaves.constants.length <= most ? candidate : undefined;
}

function repairOf(group: Group, { line, change: { target, by } }: { line: Line; change: Change }, match: Match): Repair {
  return { line: line.name, ...placeOf(group, line.name, target), right: texOf(group, by), isSign: isSum(target) && isSum(by), match };
}

/** Where a part of a line stands in it, and as what. */
export function placeOf({ links }: Group, line: string, target: Expr): Pick<Repair, 'start' | 'length' | 'wrong'> {
  const { rhs } = links.get(line) as LinkSyntax;
  const { start, end } = within(rhs, target);
  return { start: rhs.span.start + start - rhs.expr.span.start, length: end - start, wrong: rhs.tex.slice(start, end) };
}

/** The stretch of a member's TeX that a part of it fills. */
const within = ({ tex, span }: Member, part: Expr): Span => extentOf(tex, { ...part, span: { start: part.span.start - span.start, end: part.span.end - span.start } });

/** As the student wrote it where it stands in the document, else printed. */
export function texOf({ program, links }: Group, expr: Expr): string {
  const isIn = (side: Expr | undefined): boolean => side !== undefined && hasPart(side, (e) => e === expr);
  const isAround = ({ span }: Member): boolean => span.start <= expr.span.start && expr.span.end <= span.end;
  const member = [...links].flatMap(([name, { lhs, rhs }]) => [...(isIn(lhs.expr) ? [lhs] : []), ...(isIn(program.lines.get(name)?.rhs) ? [rhs] : [])]).find(isAround);
  if (!member) return print(expr);
  const { start, end } = within(member, expr);
  const written = member.tex.slice(start, end);
  return written && !written.includes('\n') ? written : print(expr);
}

type Member = LinkSyntax['rhs'];

/** `g_t = ∇…`: what is differentiated is not for the rule to say. */
const isGradientLine = (line: Line, { counting, name }: Group): boolean => !!fieldUse(line.rhs, counting, name);

interface Fingerprint { match: Match; two: Float64Array[] }

/** The first two steps of every form with every matching of constants. */
function fingerprints(forms: readonly Known[], program: Program, observed: Observed, setting: Setting, values: ReadonlyMap<string, number>): Fingerprint[] {
  const [objective] = objectives(sortOf(program, setting, observed));
  return forms.flatMap((known) => matchings(known.constants, [...values.keys()], program.leaves.numerals, { observed, likely: true }).flatMap((matching) => {
    const states = published(known, objective, resolve(matching, values), 2);
    return observables(states[0], observed).map((observable): Fingerprint => ({ match: { known, observable, matching, setting }, two: states.map((s) => s[observable]) }));
  }));
}

function look(program: Program, steps: Float64Array[], table: readonly Fingerprint[], observed: Observed): Match | undefined {
  return table.find((entry) => agree(steps, entry.two, entry.match.observable) && confirms(program, entry.match, observed))?.match;
}

/** Symbols of the group's lines that can stand for each other. */
function vocabulary(group: Group, program: Program, line: Line): Vocabulary {
  const { counting } = group;
  const { lines, leaves } = program;
  const constants = new Map<string, Expr>();
  const isModel = hasPart(line.rhs, (e) => isBig(e) && e.op === 'argmin');
  const quantities = new Map<string, Expr>();
  const isVarying = (slot: Slot): boolean => (lines.has(slot.name) || slot.moment !== undefined || leaves.fields.has(slot.name)) && !leaves.constants.includes(slot.name);
  const note = (slot: Slot, expr: Expr) => { if (leaves.constants.includes(slot.name)) constants.set(slot.name, expr); else if (isVarying(slot)) for (const e of [expr, ...shifts(expr, counting.letter)]) quantities.set(print(e), e); };
  for (const other of lines.values()) {
    for (const { slot, expr } of slotsOf(other.rhs, counting)) {
      const bare = slot.power ? withoutPower(expr) : expr;
      if (bare) note(slot, bare);
    }
  }
  for (const link of group.links.values()) if (link.lhs.expr.span.start !== line.at) quantities.set(print(link.lhs.expr), link.lhs.expr);
  for (const constant of [...constants.values()]) { const brother = brotherOf(constant); if (brother) constants.set(print(brother), constants.get(print(brother)) ?? brother); }
  return {
    isModel, constants: [...constants.values()], quantities: [...quantities.values()], letter: counting.letter,
    isQuantity: (expr) => { const slot = slotOf(expr, counting); return !!slot && !slot.power && isVarying(slot) && (lines.has(slot.name) || !isScripted(expr) || expr.primes === 0); },
    hasPower: (expr) => slotOf(expr, counting)?.power !== undefined,
  };
}

/** \beta_2 of \beta_1 and the other way round: rules with two decays number them. */
function brotherOf(constant: Expr): Expr | undefined {
  if (!isScripted(constant) || constant.sub.length !== 1) return undefined;
  const [which] = constant.sub;
  return isNumeral(which) && (which.value === 1 || which.value === 2) ? { ...constant, sub: [{ ...which, value: 3 - which.value, text: String(3 - which.value) }] } : undefined;
}

function withoutPower(expr: Expr): Expr | undefined {
  if (!isScripted(expr) || expr.sup.length !== 1) return undefined;
  return expr.sub.length ? { ...expr, sup: [] } : expr.base;
}
