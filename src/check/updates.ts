/** Update rules: the student's lines against the published recursion, run side by side. */
import type { Role } from '../meaning/classify/role';
import { apartFrom, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import { isSum } from '../notation/expression';
import { RULES, type Rule } from '../optimizers';
import type { Counterexample } from '../report';
import { shown } from './shown';
import type { UpdateFinding } from './updates/finding';
import { fieldUse } from './updates/fields';
import { type Around, surroundings } from './updates/around';
import { aloneOf, type Group, groupOf } from './updates/gather';
import { resolve } from './updates/constants';
import { type Match, parting, published, settings, sortOf, trajectories } from './updates/match';
import { type Observed, valuesOf } from './updates/observed';
import { type Naming, namingOf } from './updates/names';
import { objectives, STEPS } from './updates/objectives';
import { judgeStep } from './updates/own';
import { placeOf, type Repair, texOf } from './updates/repair';
import { respellings } from './updates/respelt';
import { hasOwnIndices, haveOwnIndices } from './updates/indices';
import { createSearch, type Search } from './updates/search';
import { slotsOf } from './updates/slots';

export type { UpdateFinding };

/** Findings for the lines of rules that are known or named; all other links are left as they are. One `search` for several checks spares what has not changed. */
export function judgeUpdates(document: DocumentMeaning, roles: ReadonlyMap<LinkSyntax, Role>, search: Search = createSearch()): Map<LinkSyntax, UpdateFinding> {
  const findings = new Map<LinkSyntax, UpdateFinding>();
  const arounds = surroundings(document);
  const groups = arounds.flatMap((around) => groupOf(around) ?? []);
  const ends = groups.map((group) => document.parts.regions[group.sink.region].span.end);
  const named = groups.map((group) => ({ group, naming: namingOf(document, group, ends.filter((_, i) => isStep(groups[i]) && !isKin(groups[i], group))) }));
  const parameters = named.filter(({ group }) => group.recursive && isParameter(group, groups));
  /** Those that nothing was said of when their turn comes. */
  function* unsaid<T>(all: readonly T[], lineOf: (one: T) => LinkSyntax): Generator<T> { for (const one of all) if (!findings.has(lineOf(one))) yield one; }
  const sinkOf = ({ group }: { group: Group }): LinkSyntax => group.sink;
  for (const { group, naming } of unsaid(parameters, sinkOf)) verifyGroup(search, group, naming, findings);
  for (const { group, naming } of unsaid(parameters, sinkOf)) if (isRoot(group, groups)) refuteGroup(search, group, naming, findings);
  for (const around of unsaid(arounds, ({ from }) => from.link)) refuteSpelling(search, document, around, findings);
  for (const { group, naming } of unsaid(named, sinkOf)) if (isParameter(group, groups) && !isInDoubt(group, findings) && !isOfUnknownStep(group, parameters, findings)) judgePart(search, group, naming, findings);
  for (const { group, naming } of unsaid(parameters, sinkOf)) if (naming.unknown && isStep(group)) findings.set(group.sink, { verdict: 'definition', code: 'unknown-rule', message: `Not compared: ${naming.unknown} is not among the published rules that are known here.` });
  for (const link of unsaid(document.links, (one) => one)) {
    const found = isOpen(roles.get(link)) ? judgeStep(apartFrom(document), link) : undefined;
    if (found) findings.set(link, found);
  }
  return findings;
}

/** Its line is one of the other's, or rests on one: a corrected mean that the step forgot is no line of another rule. Both may have the same gradient. */
function isKin({ sink, links, counting }: Group, other: Group): boolean {
  return rests(other, sink) || [...links.values()].some((link) => rests(other, link) && !fieldUse(link.rhs.expr, counting, ''));
}

/** The line is one of its lines. */
const rests = ({ links }: Group, link: LinkSyntax): boolean => [...links.values()].includes(link);

/** Lines that bind something, or would but for another line of the exercise; what claims something else is judged as a claim. */
const isOpen = (role: Role | undefined): boolean => role !== undefined && (role.role !== 'claim' || role.kind === 'update-rule');

/** It is stepped; or nothing that it rests on is. */
function isParameter(group: Group, all: readonly Group[]): boolean {
  return isStep(group) || !all.some((other) => other !== group && rests(group, other.sink) && isStep(other));
}

/** It is stepped; or no other group rests on its line, unless it rests on that one's too. */
function isRoot(group: Group, all: readonly Group[]): boolean {
  return isStep(group) || all.every((other) => other === group || !rests(other, group.sink) || rests(group, other.sink));
}

/** One of its lines was refuted or could not be decided. */
const isInDoubt = (group: Group, findings: ReadonlyMap<LinkSyntax, UpdateFinding>): boolean => [...group.links.values()].some((link) => { const known = findings.get(link); return known !== undefined && known.verdict !== 'verified' && known.verdict !== 'definition'; });

/** A step rests on the line, and what rule it is was not found: that may be for this line's sake. */
const isOfUnknownStep = ({ sink }: Group, parameters: readonly { group: Group }[], findings: ReadonlyMap<LinkSyntax, UpdateFinding>): boolean => parameters.some(({ group }) => group.sink !== sink && isStep(group) && !findings.has(group.sink) && rests(group, sink));

// ── verified ──

function verifyGroup(search: Search, group: Group, naming: Naming, findings: Map<LinkSyntax, UpdateFinding>): void {
  const match = identify(search, group, naming);
  if (!match) { verifySteady(search, group, naming, findings); return; }
  const meant = plainerThan(match, naming);
  if (meant) { findings.set(group.sink, { verdict: 'undecided', code: 'unknown-rule', message: `It is ${match.known.rule.name}, not ${meant.name}.` }); return; }
  findings.set(group.sink, agreement(match, group));
  noteParts(search, match.known.rule, group, findings);
}

/** The rule that the words nearest by name, of which the line has lost a part: what is left is a rule without a state. */
const plainerThan = ({ known: { rule } }: Match, { definite }: Naming): Rule | undefined =>
  rule.state.length === 0 && !definite.includes(rule) ? definite.find(movesParameter) : undefined;

/** Lines that something right rests on; sums of rows only where they are themselves as published, for a factor of them cancels in the step. */
function noteParts(search: Search, rule: Rule, { program, links, parts }: Group, findings: Map<LinkSyntax, UpdateFinding>): void {
  const isOff = (name: string): boolean => { const part = rule.kind === 'matrix-step' ? parts(name) : undefined; return part?.recursive === true && !search.match(part, [rule], 'matrix-state'); };
  for (const [name, link] of links) if (program.lines.has(name) && !findings.has(link) && !isOff(name)) findings.set(link, { verdict: 'verified', code: 'part', message: `A part of ${rule.name}.` });
}

/** With a learning rate that follows a schedule; where the schedule shares symbols with the rule it could be a bias correction, and then none is missing. */
function verifySteady(search: Search, { steady }: Group, naming: Naming, findings: Map<LinkSyntax, UpdateFinding>): void {
  const match = steady && identify(search, steady.group, naming);
  if (!steady || !match || (steady.isShared && match.known.variant?.isUncorrected)) return;
  findings.set(steady.group.sink, agreement(match, steady.group));
  noteParts(search, match.known.rule, steady.group, findings);
}

/** Named rules first, then all that have a parameter of their own. What only a name says to be a gradient, as d_k in "RMSProp with d_k", is one where the rule that is named has a state. */
function identify(search: Search, group: Group, naming: Naming): Match | undefined {
  if (!isByItself(group) || group.program.leaves.isElsewhere || group.program.leaves.isAhead) return undefined;
  if (group.program.leaves.hasStranger) return matchSteps(search, group, naming.definite.filter((rule) => rule.state.length > 0));
  const named = [...naming.definite, ...naming.around].filter((rule, i, all) => all.indexOf(rule) === i);
  const others = RULES.filter((rule) => rule.likely && !named.includes(rule));
  const match = matchSteps(search, group, named) ?? (isGradientKnown(group) ? search.match(group, others, 'parameter', { likely: true }) : undefined);
  return match && (isOther(search, match, group, naming) || isOfLater(match, naming)) ? undefined : match;
}

/** Lines that the text says to be one rule, and that are another, named only after the step, by a line from there. */
const isOfLater = ({ known: { rule } }: Match, { definite, later }: Naming): boolean => definite.length > 0 && !definite.includes(rule) && later.includes(rule);

/** The gradients are by the quantity that is updated, with the indices that it has in the line itself. */
function isByItself({ program, name, sink, links }: Group): boolean {
  return [...program.leaves.by].every((by) => by === name || by.replace(/_\{.*\}$/, '') === name) && hasItsIndices({ sink, links });
}

const hasItsIndices = ({ sink, links }: Pick<Group, 'sink' | 'links'>): boolean => [sink, ...links.values()].every(hasOwnIndices);

const isGradientKnown = ({ program }: Group): boolean => program.leaves.fields.size > 0 && !program.leaves.hasStranger && !program.leaves.isElsewhere;

/** Those of the rules that move a parameter: a vector, or else a matrix. */
function matchSteps(search: Search, group: Group, rules: readonly Rule[]): Match | undefined {
  const matrices = rules.filter((rule) => rule.kind === 'matrix-step');
  return search.match(group, rules.filter((rule) => rule.kind === 'step'), 'parameter') ?? (matrices.length && isByEntries(group) ? search.match(group, matrices, 'matrix') : undefined);
}

/** Sides of a matrix are told by its indices. */
const isByEntries = ({ links }: Group): boolean => haveOwnIndices([...links.values()]);

/** What of a rule is looked at: all of its step, or one of its quantities. */
function observedOf(rule: Rule, isStep: boolean, { recursive }: Group): Observed {
  if (isWhole(rule)) return rule.kind === 'schedule' && recursive ? 'rate' : 'whole';
  return rule.kind === 'matrix-step' ? (isStep ? 'matrix' : 'matrix-state') : isStep ? 'parameter' : 'state';
}

/** The lines are another rule than the one that the text is about, and one change makes them that: then it is no recollection of the other. */
function isOther(search: Search, match: Match, group: Group, naming: Naming): boolean {
  const { rule } = match.known;
  if (naming.around.includes(rule) || naming.definite.length === 0) return false;
  return naming.definite.some((wanted) => wanted.state.length === rule.state.length && rule.state.length > 0 && movesParameter(wanted) && search.repair(group, wanted, observedOf(wanted, true, group)) !== undefined);
}

function agreement(match: Match, group: Group): UpdateFinding {
  const { known: { rule, variant } } = match;
  const which = variant ? `, ${variant.name}: ${variant.effect}.` : ` (${rule.source}).`;
  return { verdict: 'verified', code: variant ? 'variant' : 'published', message: `This is ${rule.name}${which}${noteOn(group, match)}`, run: { group, match } };
}

function noteOn({ program: { leaves } }: Group, { known: { rule }, setting: { gradients } }: Match): string {
  if (leaves.hasPoint && gradients === 'sequence') return ' The gradient is read as that of this step: at the point that is written it would need its own result.';
  const [stranger] = leaves.fields;
  return leaves.hasStranger && stranger && movesParameter(rule) ? ` ${stranger} is taken for the gradient.` : '';
}

// ── refuted ──

function refuteGroup(search: Search, whole: Group, naming: Naming, findings: Map<LinkSyntax, UpdateFinding>): void {
  const group = whole.steady && !whole.steady.isShared ? whole.steady.group : whole;
  const wanted = naming.definite.filter((rule) => movesParameter(rule) && isOnlyOne(rule, naming));
  if (wanted.length === 0 || !isByItself(group) || !isGradientKnown(group)) return;
  if (search.isAbsorbed(group, [...wanted, ...naming.around].filter((rule) => rule.kind === 'step'))) return;
  // Climbing is no mistake where the text wants to climb.
  for (const rule of wanted) {
    const repair = rule.kind === 'step' || isByEntries(group) ? search.repair(group, rule, observedOf(rule, true, group)) : undefined;
    if (repair && !(naming.ascends && repair.isSign)) { findings.set(lineOf(group, repair), disagreement(group, rule, repair)); noteOthers(rule, group, findings); return; }
  }
}

/** Nothing is said of the lines beside a wrong one: which of them is the wrong one, may be seen otherwise. */
function noteOthers(rule: Rule, { program, links }: Group, findings: Map<LinkSyntax, UpdateFinding>): void {
  for (const [name, link] of links) if (program.lines.has(name) && !findings.has(link)) findings.set(link, { verdict: 'definition', code: 'part', message: `A line of ${rule.name}, another line of which is not as published.` });
}

const lineOf = (group: Group, { line }: Repair): LinkSyntax => group.links.get(line) as LinkSyntax;

/** With another quantity for one that nothing gives they are the rule that the text names. */
function refuteSpelling(search: Search, document: DocumentMeaning, around: Around, findings: Map<LinkSyntax, UpdateFinding>): void {
  for (const { group, line, target, by } of respellings(document, around)) {
    if (isInDoubt(group, findings) || !isByItself(group) || !isGradientKnown(group)) continue;
    const naming = namingOf(document, group, []);
    const rule = naming.definite.find((wanted) => movesParameter(wanted) && wanted.state.length > 0 && isOnlyOne(wanted, naming));
    const match = rule && matchSteps(search, group, [rule]);
    const link = group.links.get(line) as LinkSyntax;
    if (!rule || !match || match.known.variant?.isUncorrected) continue;
    const repair: Repair = { line, ...placeOf(group, line, target), right: texOf(group, by), isSign: false, match };
    const finding = disagreement(group, rule, repair);
    findings.set(link, { ...finding, message: `${finding.message} Nothing gives ${repair.wrong}.` });
    noteOthers(rule, group, findings);
    return;
  }
}

/** Lines with the name of another rule between them may belong to two rules: then it is not told what is wrong. */
const isOnlyOne = (rule: Rule, { between }: Naming): boolean => between.every((other) => other === rule);

function disagreement(group: Group, rule: Rule, repair: Repair): UpdateFinding {
  const { wrong, right, match: { known: { variant } } } = repair;
  const start = lineOf(group, repair).rhs.expr.span.start + repair.start;
  const example = exampleOf(group, repair);
  const from = example ? ` They part at step ${example.values.t}.` : '';
  return {
    verdict: 'refuted', code: 'not-published', message: `Not ${rule.name} as published (${rule.source}): ${right} belongs where ${wrong} stands.${from}`,
    ...(example ? { counterexample: example } : {}),
    run: { group, match: repair.match },
    repair: { message: `Write ${right} for ${wrong}: then it is ${rule.name}${variant ? ` with ${variant.name}` : ''}.`, edits: [{ span: { start, end: start + repair.length }, text: right }] },
  };
}

/** The first step at which the two rules part, with the student's constants and gradients. */
function exampleOf(group: Group, { match }: Repair): Counterexample | undefined {
  const values = valuesOf(group.program.leaves.constants);
  const observed = observedOf(match.known.rule, match.observable === 'θ', group);
  const [setting] = settings(group.program, observed);
  const [objective] = objectives(sortOf(group.program, setting, observed));
  const ours = trajectories(group.program, values, setting, observed)(0);
  if (!ours || group.program.leaves.isSingle) return undefined;
  const theirs = published(match.known, objective, resolve(match.matching, values), STEPS).map((s) => s[match.observable]);
  const parted = parting(ours, theirs, match.observable);
  if (!parted) return undefined;
  const { step, entry } = parted;
  return { values: { t: step, ...Object.fromEntries(values) }, left: shown(ours[step - 1][entry - 1]), right: shown(theirs[step - 1][entry - 1]) };
}

// ── one quantity of a rule, without its step ──

function judgePart(search: Search, group: Group, naming: Naming, findings: Map<LinkSyntax, UpdateFinding>): void {
  const { hasStranger, isElsewhere, isAhead } = group.program.leaves;
  const wanted = naming.definite.filter((rule) => hasItsIndices(group) && (!isStep(group) || rule.kind === 'average'));
  const linesFor = (rule: Rule): Group => (isWhole(rule) ? aloneOf(group) : group);
  for (const rule of wanted) {
    const match = isWhole(rule) || !(hasStranger || isElsewhere || isAhead) ? search.match(linesFor(rule), [rule], observedOf(rule, false, group)) : undefined;
    if (!match) continue;
    findings.set(group.sink, isWhole(rule) ? agreement(match, group) : { verdict: 'verified', code: 'part', message: `A part of ${rule.name} (${rule.source}).` });
    if (!isWhole(rule)) noteParts(search, rule, group, findings);
    return;
  }
  for (const rule of wanted) {
    const isComparable = isOnlyOne(rule, naming) && (isWhole(rule) || (group.recursive && isGradientKnown(group)));
    const repair = isComparable ? search.repair(linesFor(rule), rule, observedOf(rule, false, group)) : undefined;
    if (repair) { findings.set(lineOf(group, repair), disagreement(group, rule, repair)); return; }
  }
}

/** Rules that move no parameter are seen in one quantity: means of iterates, learning rates. */
const isWhole = (rule: Rule): boolean => rule.kind === 'average' || rule.kind === 'schedule';
const movesParameter = (rule: Rule): boolean => !isWhole(rule);

/** The old value with factor 1 and something added: a step of a parameter and no mean. */
function isStep({ sink, name, counting }: Group): boolean {
  const { expr } = sink.rhs;
  return isSum(expr) && expr.terms.some((term) => { const [first] = slotsOf(term.expr, counting); return first?.expr === term.expr && first.slot.name === name; });
}
