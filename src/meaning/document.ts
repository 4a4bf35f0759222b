/** A document as equations that refer to each other: its links in order, what binds which name where, and what its words declare. */
import { forgetful, type Memory } from '../memory';
import type { EquationSyntax, Expr, Member, Relation, Statement } from '../notation/expression';
import { visit } from '../notation/expression';
import { parseEquation } from '../notation/equation';
import { print } from '../notation/print';
import { type Block, type DocumentText, type Language, type Macro, type Region, readDocument } from '../text';
import { boundsOf, type Condition, type DeclarationTable, type Declared, type Domain, type Restriction, createDeclarations, declareRelation, declaredAt } from './declarations';
import { formulaBefore } from './behind';
import { withContinued } from './continued';
import { declareDirectives, isIgnore } from './directives';
import { type Evidence, createEvidence, exercises, near, observe } from './evidence';
import { observeNames, observeScripts } from './observe';
import { declareListed, declareProbabilities } from './outcomes';
import { brokenPattern } from './partials';
import { parityOf } from './parity';
import { withStatedPoints } from './points';
import { type Finding, readSentence } from './prose';
import { type Said, saidIn } from './said';
import { contextOf, DEFAULT_FUNCTIONS, type SymbolUse, type Time, symbolUse, visitSymbols } from './symbols';
import { namedFunctions } from './testfunctions';
import { IN_GENERAL, sentenceEnd, type Wording, wordingOf, wordsAfter, wordsBefore, wordsBetween } from './wording';
import type { Binding, Surroundings } from './world';

/** One relation with its two members and all that stands beside it. */
export interface LinkSyntax {
  region: number;
  statement: Statement;
  /** Position of the left member in the statement. */
  position: number;
  lhs: Member;
  rhs: Member;
  relation: Relation;
  /** One side is the pattern that the other, a Hessian or Jacobian, breaks. */
  pattern?: true;
  block: number;
  unit: number;
}

export interface DocumentMeaning {
  text: string;
  wording: Wording;
  said: Said;
  parts: DocumentText;
  equations: EquationSyntax[];
  links: LinkSyntax[];
  evidence: Evidence;
  declarations: DeclarationTable;
  bindings: Map<string, Binding[]>;
  /** What each name is differentiated by, and where. */
  derivatives: Map<string, DerivedBy[]>;
  /** Gradients set to zero, in order: what holds after them. */
  stationary: Stationarity[];
  /** Other equations that hold from where they are said: those of eigenvectors. */
  given: Stationarity[];
  /** Numbers of axes that verified claims have settled, by exercise and name. */
  settled: Map<string, number>;
  /** Claims that were verified: what they mention, the document has said something of. */
  upheld: Set<LinkSyntax>;
  /** Other forms of definitions that were verified. */
  restated: Binding[];
  /** Names of which a link of the statement would have to say what they are. */
  unsaid: Map<Statement, SymbolUse[]>;
  surroundings: Surroundings;
}

/** A derivative said to be zero: an equation for the variable that it is taken by. */
export interface Stationarity { expr: Expr; variables: SymbolUse[]; at: number; unit: number; /** What makes it vanish, where that is not a derivative set to zero. */ said?: string; /** What may be meant in its place. */ perhaps?: Expr }

interface DerivedBy { by: SymbolUse; unit: number; at: number }

/** What is said of a name this far after its use still holds for it. */
const NEARBY = 600;

/** Forward references reach this far: "where x̄ is …" after the formula. */
const FORWARD = 2500;

/** What holds in a text though it stands outside of it: macros, and what the words around say. */
export interface Around { macros: Map<string, Macro>; said: Said }

export const readMeaning = (text: string, language: Language, memory: Memory = forgetful): DocumentMeaning => meaningOf(text, readDocument(text, language), memory);

/** The meaning of a text whose parts are known. */
export function meaningOf(text: string, own: DocumentText, memory: Memory, around?: Around): DocumentMeaning {
  const parts = around ? { ...own, macros: around.macros } : own;
  const equations = withStatedPoints(withContinued(parts.regions.map((region) => parseEquation(region, text, parts.macros)), parts, text));
  const evidence = createEvidence(exercises(parts.blocks, text));
  observeScripts(evidence, equations);
  observeNames(evidence, equations);
  const wording = wordingOf(text, parts.regions);
  const links = equations.flatMap((equation, i) => (isIgnored(parts, i) ? [] : linksOf(equation, i, parts.regions[i], evidence)));
  const document: Omit<DocumentMeaning, 'surroundings'> = {
    text, wording, said: around?.said ?? saidIn(wording.text), parts, equations, evidence, declarations: createDeclarations(), bindings: new Map(), derivatives: collectDerivatives(equations, links, evidence), stationary: [], given: [], settled: new Map(), upheld: new Set(), unsaid: new Map(), restated: [], links,
  };
  const whole: DocumentMeaning = { ...document, surroundings: surroundingsOf(document, memory) };
  declareFromLinks(whole);
  declareSets(whole);
  for (const link of whole.links) observeFormal(whole, link);
  declareDirectives(parts.directives, whole.declarations, evidence, {
    dependence: (of, on, at) => { const list = whole.derivatives.get(of.base) ?? []; whole.derivatives.set(of.base, [...list, ...on.map((by) => ({ by, unit: evidence.unitAt(at), at }))]); },
  });
  declareFromProse(whole);
  for (const binding of namedFunctions(text, evidence, whole.derivatives)) bind(whole, binding);
  return whole;
}

/** An `ignore` comment leaves alone the formula that comes after it. */
function isIgnored(parts: DocumentText, index: number): boolean {
  const { span } = parts.regions[index];
  const before = parts.regions[index - 1]?.span.end ?? 0;
  return parts.directives.some((directive) => isIgnore(directive) && directive.span.end <= span.start && directive.span.start >= before);
}

function linksOf(equation: EquationSyntax, region: number, at: Region, evidence: Evidence): LinkSyntax[] {
  return equation.statements.flatMap((statement) => statement.relations.map((relation, position): LinkSyntax => ({
    region, statement, position, ...sidesOf(statement, position), relation, block: at.block, unit: evidence.unitAt(at.span.start),
  })).slice(statement.carried ?? 0));
}

/** The members on both sides of a relation; a Hessian that breaks its pattern is compared with the pattern, since its name says no more. */
function sidesOf({ members, relations }: Statement, position: number): Pick<LinkSyntax, 'lhs' | 'rhs' | 'pattern'> {
  const [lhs, rhs] = [members[position], members[position + 1]];
  const meant = relations[position].name === 'equal' ? brokenPattern(lhs, rhs) : undefined;
  return meant ? { lhs: { ...lhs, expr: meant.lhs }, rhs: { ...rhs, expr: meant.rhs }, pattern: true } : { lhs, rhs };
}

// ── names and bindings ──

function surroundingsOf(document: Omit<DocumentMeaning, 'surroundings'>, memory: Memory): Surroundings {
  const { evidence, declarations } = document;
  return {
    evidence, memory,
    declarations: {
      shape: (base, at) => declaredAt(declarations.shapes, base, at, evidence.unitAt(at)),
      rank: (base, at) => declaredAt(declarations.ranks, base, at, evidence.unitAt(at), false, (from, to) => to - from < NEARBY && !/\n\s*\n/.test(document.text.slice(from, to))),
      distribution: (base, at) => declaredAt(declarations.distributions, base, at, evidence.unitAt(at), true),
      functionName: (base, at) => declaredAt(declarations.functions, base, at, evidence.unitAt(at), true),
      domain: (base, at, later) => declaredAt(declarations.domains.filter((d) => d.base === base && holdsAt(document, d, at)), base, at, evidence.unitAt(at), false, (from, to) => later === true || (to - from < NEARBY && !crossesSection(document, from, to))),
      parity: (base, at) => declaredAt(declarations.parities, base, at, evidence.unitAt(at)),
      isIntroduced: (base, at) => declaredAt(declarations.introduced, base, at, evidence.unitAt(at)) ?? false,
      dependent: document.said.dependent,
      randoms: (at) => [...new Set(declarations.distributions.filter((d) => d.unit === evidence.unitAt(at) || d.at < at).map((d) => d.base))],
    },
    lookup: (base, time, at, local) => lookup(document, base, time, at, local),
    differentiatedBy: (base, at, local) => (isLabel(document, base, evidence.unitAt(at), Infinity) ? [] : (document.derivatives.get(base) ?? [])).filter((d) => d.unit === evidence.unitAt(at) && (!local || isBeside(document, d.at, at))).map((d) => d.by),
    restsOn: (claimAt, bindingAt) => bindingAt <= claimAt || !leavesItem(document, claimAt, bindingAt),
    settledRank: (base, at) => document.settled.get(`${evidence.unitAt(at)} ${base}`),
    isFunction: (base, at) => near(evidence, `call ${base}`, at) || DEFAULT_FUNCTIONS.has(base.replace(/_.*$/, '')),
  };
}

/** That a vector has length 1 is often said of another example: it reaches back within its sentence only. */
function holdsAt({ text }: Omit<DocumentMeaning, 'surroundings'>, declared: Declared<Domain>, at: number): boolean {
  return declared.value !== 'unit vector' || declared.at <= at || !/[.?!:;]\s|\n\s*\n/.test(text.slice(at, declared.at));
}

function lookup(document: Omit<DocumentMeaning, 'surroundings'>, base: string, time: Time | undefined, at: number, local: boolean): Binding | undefined {
  const bindings = document.bindings.get(base);
  if (!bindings) return undefined;
  const all = bindings.filter((b) => timeFits(b, time) && (!local || isNear(document, b, at)));
  const unit = document.evidence.unitAt(at);
  const bound = all.filter((b) => b.at <= at && (b.unit === unit || !b.own)).sort((a, b) => b.at - a.at);
  // Where the latest is overruled, those before it were already.
  const before = bound[0] && isOverruled(document, bound[0], at) ? [] : bound;
  const own = before.find((b) => b.unit === unit) ?? all.filter((b) => b.unit === unit && !b.isValue && b.at > at && b.at - at < FORWARD && !crossesSection(document, at, b.at) && (b.own || !variedBefore(document, base, unit, b.at)) && !isLabel(document, base, unit, b.at) && !isSolution(document, b, at)).sort((a, b) => a.at - b.at)[0];
  if (own || before.length === 0) return own;
  // What the exercise itself says of a name outweighs what an earlier one bound it to.
  return isDeclared(document, base, unit) || isStale(document, before[0], base, unit) ? undefined : before[0];
}

/** What is said of a name that is not read, as far as it reaches a place: back to what stands before it under the same heading. */
export const restrictions = (document: DocumentMeaning, base: string, at: number): Declared<Restriction>[] =>
  document.declarations.restricted.filter((d) => d.base === base && d.unit === document.evidence.unitAt(at) && (d.at <= at || !crossesSection(document, at, d.at)));

/** Whether an exercise says what a name is without binding it. */
export const isDeclared = ({ declarations: { domains, shapes, ranks, restricted } }: Pick<DocumentMeaning, 'declarations'>, base: string, unit: number): boolean =>
  [domains, shapes, ranks, restricted].some((list) => list.some((d) => d.base === base && d.unit === unit));

/** "So x = v − λ", and then `P(x) = x^2`: the name is a variable again. In `P(x) = v = x + λ` it is still what it was. */
function isOverruled(document: Omit<DocumentMeaning, 'surroundings'>, binding: Binding, use: number): boolean {
  const { base, at, unit } = binding;
  const varies = (other: Binding): boolean => other.unit === unit && other.at > at && other.at <= use && other.params.some((param) => param.base === base) && isFirstOf(document, base, other.at);
  return isSolved(document, binding) && [...document.bindings.values()].some((list) => list.some(varies));
}

/** Whether what the name bound at a place is first said to be equal to mentions another. */
function isFirstOf({ links, evidence }: Omit<DocumentMeaning, 'surroundings'>, base: string, at: number): boolean {
  const first = links.find(({ lhs, position }) => position === 0 && lhs.span.start === at);
  let found = false;
  if (first) visitSymbols(first.rhs.expr, contextOf({ evidence }), (use) => { found ||= use.base === base; });
  return found;
}

const solved = new WeakMap<Binding, boolean>();

function isSolved({ parts: { regions }, wording }: Omit<DocumentMeaning, 'surroundings'>, binding: Binding): boolean {
  const known = solved.get(binding) ?? SOLVED.test(wordsBefore(wording, regions.findIndex(({ span }) => binding.at >= span.start && binding.at < span.end), 40));
  solved.set(binding, known);
  return known;
}
const SOLVED = /\b(?:so|hence|thus|therefore|giving|gives|yields|get|obtain|also|daher|folglich|somit|luego|donc)\s*$|所以\s*$|得\s*$/i;

/** Labels, which the words before call one-hot or 0 and 1, are data: a later definition under their name is of something else. */
const isLabel = ({ declarations }: Omit<DocumentMeaning, 'surroundings'>, base: string, unit: number, before: number): boolean =>
  declarations.domains.some((d) => d.base === base && d.unit === unit && d.at < before && (d.value === 'one-hot' || d.value === 'binary'));

/** What was differentiated by is a variable; a closed form that comes later solves for it and does not reach back. */
function variedBefore(document: Omit<DocumentMeaning, 'surroundings'>, base: string, unit: number, before: number): boolean {
  if (document.evidence.seen.get(`gradient ${base}`)?.some((o) => o.unit === unit && o.at < before)) return true;
  return [...document.derivatives.values()].some((list) => list.some((d) => d.unit === unit && d.at < before && d.by.base === base));
}

/** "Let y = …", "With η = 1/h": from here on, and not before. */
const NEW_CASE = /(?:^|[.;:!?]\s|\n)\s*(?:now\s+|next,?\s+|then\s+)?(?:let|take|suppose|choose|consider|if|for|with|when)\b[^.;:!?⟦\n]{0,40}$/i;

/** What is concluded or begins another case, or comes after a derivative was set to zero without words that introduce it, does not define what stands before. */
function isSolution({ stationary, parts, wording }: Omit<DocumentMeaning, 'surroundings'>, { at, unit, base }: Binding, use: number): boolean {
  const region = parts.regions.findIndex(({ span }) => at >= span.start && at < span.end);
  if (NEW_CASE.test(wordsBefore(wording, region, 120))) return true;
  if (/\b(?:hence|therefore|thus|giving|we (?:see|conclude)|it follows)\b[^.;!?⟦]{0,25}$/i.test(wordsBefore(wording, region, 80))) return true;
  if (!stationary.some((s) => s.unit === unit && s.at < at && (s.at > use || s.variables.some((variable) => variable.base === base)))) return false;
  return !/\b(?:where|with|here|denot\w+|defin\w+|let|writ\w+)\b[^.]*$/i.test(wordsBefore(wording, region, 80));
}

/** An item of a list does not rest on what a later item says. */
function leavesItem(document: Omit<DocumentMeaning, 'surroundings'>, from: number, to: number): boolean {
  return document.parts.blocks.some((block) => block.kind === 'item' && holds(block, from) && !holds(block, to));
}

/** A heading between two places ends the reach of "where …"; that of a solution or proof does not. */
function crossesSection(document: Omit<DocumentMeaning, 'surroundings'>, a: number, b: number): boolean {
  return document.parts.blocks.some((block) => block.kind === 'section' && block.span.start > a && block.span.start <= b && !/solution|proof|answer|derivation/i.test(block.title));
}

/** The exercise differentiates the name by something that its earlier definition does not lead to: it is another thing now. */
function isStale(document: Omit<DocumentMeaning, 'surroundings'>, binding: Binding, base: string, unit: number): boolean {
  const here = (document.derivatives.get(base) ?? []).filter((d) => d.unit === unit);
  return binding.unit !== unit && here.length > 0 && !here.some((d) => binding.params.some((p) => p.base === d.by.base) || leadsTo(document, binding, d.by.base));
}

/** Whether a binding's right side, through the bindings it rests on, mentions a name. */
function leadsTo(document: Omit<DocumentMeaning, 'surroundings'>, binding: Binding, base: string): boolean {
  const seen = new Set<Binding>([binding]);
  for (const b of seen) {
    let found = false;
    visitSymbols(b.expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() }, (use) => {
      found ||= use.base === base;
      for (const next of document.bindings.get(use.base) ?? []) if (next.unit === b.unit) seen.add(next);
    });
    if (found) return true;
  }
  return false;
}

/** A recursion defines later times, an identity all of them. */
function timeFits(binding: Binding, time: Time | undefined): boolean {
  if (!binding.time || !time) return !binding.time && !time;
  if (binding.time.letter !== time.letter) return false;
  if (binding.time.letter === '') return binding.time.shift === time.shift;
  const steps = time.shift - binding.time.shift;
  return Math.abs(steps) <= UNROLLED && (!binding.recursive || steps >= 0);
}

/** Definitions are used this many steps from the time that they were written for. */
const UNROLLED = 2;

/** Bound in the same exercise and not in a sibling item. */
function isNear(document: Omit<DocumentMeaning, 'surroundings'>, binding: Binding, at: number): boolean {
  return binding.unit === document.evidence.unitAt(at) && isBeside(document, binding.at, at);
}

/** No item or section holds one place and not the other. */
function isBeside(document: Omit<DocumentMeaning, 'surroundings'>, a: number, b: number): boolean {
  return document.parts.blocks.every((block) => block.kind === 'document' || holds(block, a) === holds(block, b) || (block.kind === 'section' && holds(block, b)));
}
const holds = (block: Block, at: number): boolean => at >= block.span.start && at < block.span.end;

export function bind(document: DocumentMeaning, binding: Binding): void {
  const list = document.bindings.get(binding.base) ?? [];
  if (list.length === 0) document.bindings.set(binding.base, list);
  list.push(binding);
}

/** Takes a binding back that turned out to bind nothing. */
export function unbind(document: DocumentMeaning, binding: Binding): void {
  document.bindings.set(binding.base, (document.bindings.get(binding.base) ?? []).filter((b) => b !== binding));
}

function collectDerivatives(equations: EquationSyntax[], links: LinkSyntax[], evidence: Evidence): Map<string, DerivedBy[]> {
  const found = new Map<string, DerivedBy[]>();
  const context = { evidence, bound: new Set<string>(), shifts: new Map<string, number>() };
  const note = (of: Expr, variables: Expr[]) => {
    const head = of.kind === 'product' && of.factors[1]?.kind === 'group' ? of.factors[0] : of;
    const use = symbolUse(head, context);
    if (!use) return;
    const list = found.get(use.base) ?? [];
    found.set(use.base, list);
    for (const variable of variables) { const by = symbolUse(variable, context); if (by && by.base !== use.base) list.push({ by, unit: evidence.unitAt(of.span.start), at: of.span.start }); }
  };
  const written = equations.flatMap(({ statements }) => statements.flatMap(({ members }) => members));
  const meant = links.filter(({ pattern }) => pattern).flatMap(({ lhs, rhs }) => [lhs, rhs]);
  for (const member of [...written, ...meant]) visit(member.expr, (e) => {
    if (e.kind === 'derivative') note(e.of, e.by.map((v) => v.expr));
    if (e.kind === 'nabla') note(e.of, e.by);
  });
  return found;
}

// ── declarations ──

/** `Q = V \Lambda V^T` named or introduced as an eigendecomposition: V is orthogonal, \Lambda diagonal. */
function declareEigen(document: DocumentMeaning, link: LinkSyntax): void {
  const around = `${wordsBefore(document.wording, link.region, 160)} ${wordsAfter(document.wording, link.region, 160)}`;
  if (!/eigen|spectral|diagonali[sz]|orthogonal|singular value|SVD/i.test(`${link.statement.label} ${around}`)) return;
  const { expr } = link.rhs;
  if (expr.kind !== 'product' || expr.factors.length !== 3) return;
  const uses = expr.factors.map((factor) => symbolUse(factor, { evidence: document.evidence, bound: new Set(), shifts: new Map() }));
  const [first, middle, last] = uses;
  if (!first || !middle || !last || last.modifiers.length !== 1) return;
  const entry = { at: link.lhs.span.start, unit: link.unit };
  if (first.base !== last.base) {
    if (/singular value|SVD/i.test(around) && last.modifiers[0].kind === 'transpose') for (const { base } of [first, last]) document.declarations.domains.push({ base, ...entry, value: 'orthogonal' });
    return;
  }
  document.declarations.domains.push({ base: first.base, ...entry, value: last.modifiers[0].kind === 'transpose' ? 'orthogonal' : 'real' }, { base: middle.base, ...entry, value: 'diagonal' });
}

/** `g(-x) = -g(x)`. */
function declareParity({ declarations, evidence }: DocumentMeaning, { lhs, rhs, relation, unit }: LinkSyntax): void {
  const found = relation.name === 'equal' ? parityOf(lhs.expr, rhs.expr) : undefined;
  const use = found && symbolUse(found.of, { evidence, bound: new Set(), shifts: new Map() });
  if (use) declarations.parities.push({ base: use.base, at: lhs.span.start, unit, value: found.parity });
}

/** "`x` in `\mathbb{R}^n`", in two formulas. */
function declareSets({ equations, parts: { regions }, text, declarations, evidence }: DocumentMeaning): void {
  equations.forEach(({ statements: [set, ...more] }, i) => {
    const [named] = equations[i - 1]?.statements ?? [];
    const between = i > 0 ? text.slice(regions[i - 1].span.end, regions[i].span.start) : '';
    if (!named || more.length || set?.members.length !== 1 || !/^\s*(?:is |are |lies |lie )?in\s*$/.test(between)) return;
    declareRelation(declarations, evidence, named.members[0].expr, { name: 'in', tex: 'in', span: set.members[0].span }, set.members[0].expr);
  });
}

/** "for `x \in \mathbb{R}^n`", of the formula before or after it. */
const FOR = /\b(?:for|for all|for any|für|für alle|para|pour)\s+$/i;

function declareFromLinks(document: DocumentMeaning): void {
  for (const link of document.links) if (link.relation.name === 'equal') declareEigen(document, link);
  declareProbabilities(document);
  for (const link of document.links) {
    const { shapes } = document.declarations;
    const before = shapes.length;
    const known = declareRelation(document.declarations, document.evidence, link.lhs.expr, link.relation, link.rhs.expr);
    declareParity(document, link);
    if (known) declareList(document, link);
    else if (['in', 'definite', 'other', 'subset'].includes(link.relation.name)) restrict(document, link);
    if (FOR.test(wordsBefore(document.wording, link.region, 20))) for (const shape of shapes.slice(before)) shape.from = formulaBefore(document, link) ?? link.lhs.span.start;
  }
}

/** In `g(z) = \dots`, long before `z \in \mathbb{R}^d` is said of another thing, z stands for any argument and is a name of its own. */
function observeFormal({ evidence, declarations: { shapes }, text }: DocumentMeaning, { lhs, position, relation, statement, unit }: LinkSyntax): void {
  const [head, body] = lhs.expr.kind === 'product' && lhs.expr.factors.length === 2 ? lhs.expr.factors : [];
  if (position > 0 || relation.name !== 'equal' || head?.kind !== 'name' || body?.kind !== 'group' || body.open !== '(') return;
  const { start } = lhs.span;
  const { end } = statement.members[statement.members.length - 1].span;
  for (const item of body.items) {
    if (item.kind !== 'name') continue;
    const said = shapes.filter((shape) => shape.base === item.letter && shape.unit === unit);
    const isApart = said.length > 0 && said.every((shape) => (shape.from ?? shape.at) > end && /[.?!]\s|\n\s*\n/.test(text.slice(end, shape.at)));
    if (isApart && !near(evidence, `varied ${item.letter}`, start)) observe(evidence, `formal ${item.letter}`, start, end - start);
  }
}

/** Sentences with formulas as marks, matched against the table of patterns. */
function declareFromProse(document: DocumentMeaning): void {
  for (const sentence of sentences(document)) {
    for (const finding of readSentence(sentence.text)) {
      if (finding.kind === 'existential' && finding.name) document.declarations.existential.push({ base: finding.name, at: sentence.at, unit: document.evidence.unitAt(sentence.at), value: {} });
      if (finding.kind === 'condition') { declareCondition(document, finding, sentence); continue; }
      if (finding.kind === 'parity' && finding.name) { document.declarations.parities.push({ base: finding.name, at: sentence.at, unit: document.evidence.unitAt(sentence.at), value: finding.parity }); continue; }
      if (finding.kind === 'listed') { declareListed(document, finding, sentence.formulas); continue; }
      if (finding.kind === 'eigen') { declareEigenvector(document, finding, sentence.formulas); continue; }
      const region = finding.formula === undefined ? undefined : sentence.formulas[finding.formula];
      if (region !== undefined) for (const use of finding.kind === 'existential' ? intermediateSymbols(document, region) : formulaSymbols(document, region, isSign(finding))) declareFinding(document, finding, use, region, sentence);
    }
  }
}

/** Matrices are written as capitals, or in bold. */
const isOf = (domain: Domain, base: string): boolean => domain === 'unit vector' ? !/^\\?[A-Z]/.test(base) : !MATRIX_DOMAINS.has(domain) || /^\\?[A-Z]|^bold\(?.?[A-Z]/.test(base);

function declareCondition({ declarations }: DocumentMeaning, { name, value, end, lasts = false }: Extract<Finding, { kind: 'condition' }>, { pieces, block }: MarkedSentence): void {
  const piece = pieces.filter(({ from }) => from < end).pop();
  if (piece) declarations.conditions.push({ name, value, at: piece.heading ? piece.at : piece.at + end - piece.from, block, heading: piece.heading, lasts });
}

/** M v = μ v, and v of its length: another than 1 where no length is said, so that what holds for unit vectors alone does not pass. */
function declareEigenvector({ equations, evidence, parts: { regions }, given }: DocumentMeaning, { vector, matrix, value, unit }: Extract<Finding, { kind: 'eigen' }>, formulas: number[]): void {
  const [v, M, mu] = [vector, matrix, value].map((formula) => equations[formulas[formula]].statements[0]?.members[0]?.expr);
  if (![v, M, mu].every((expr) => expr?.kind === 'name')) return;
  const { start, end } = regions[formulas[value]].span;
  const said = { variables: [], at: Math.max(start, end), unit: evidence.unitAt(start), said: `${print(v)} is ${unit ? 'a unit' : 'an'} eigenvector of ${print(M)}` };
  given.push({ ...said, expr: minus(times(M, v), times(mu, v)) }, unit ? { ...said, expr: ofLength(v, 1) } : { ...said, expr: ofLength(v, OTHER_LENGTH), perhaps: ofLength(v, 1) });
}
const OTHER_LENGTH = 2;

const ofLength = (v: Expr, length: number): Expr => minus({ kind: 'scripted', base: { kind: 'group', open: '‖', items: [v], span: v.span }, sub: [], sup: [numberExpr(2)], primes: 0, span: v.span }, numberExpr(length ** 2));
const times = (a: Expr, b: Expr): Expr => ({ kind: 'product', factors: [a, b], signs: ['implicit'], span: a.span });
const minus = (a: Expr, b: Expr): Expr => ({ kind: 'sum', terms: [{ sign: 1, expr: a }, { sign: -1, expr: b }], span: a.span });
const numberExpr = (value: number): Expr => ({ kind: 'num', value, text: String(value), digits: 0, span: NOWHERE });

/** Of a number, and not of the function that it is the value of. */
const isSign = (finding: Finding): boolean => finding.kind === 'domain' && boundsOf(finding.domain) !== undefined;

function declareFinding(document: DocumentMeaning, finding: Finding, { base, slots }: SymbolUse, region: number, sentence: MarkedSentence): void {
  const { declarations, evidence, parts: { regions }, text } = document;
  const at = regions[region].span.start;
  const entry = { base, at, unit: evidence.unitAt(at) };
  if (finding.kind === 'existential') declarations.existential.push({ ...entry, value: endsOf(document, finding.between?.map((formula) => sentence.formulas[formula]) ?? []) });
  if (finding.kind === 'introduced') declarations.introduced.push({ ...entry, value: true });
  if (finding.kind === 'held') declarations.held.push({ ...entry, value: true });
  if (finding.kind === 'restricted') declarations.restricted.push({ ...entry, value: finding.chance ? 'chance' : 'unread' });
  if (finding.kind === 'domain' && isOf(finding.domain, base)) declarations.domains.push({ ...entry, value: finding.domain, ...(finding.supposed ? { until: sentenceEnd(text, regions, region) } : {}) });
  // Orthogonal vectors: a property, but of the two together.
  else if (finding.kind === 'domain' && (finding.domain === 'orthogonal' || finding.domain === 'unit vector')) declarations.restricted.push({ ...entry, value: 'unread' });
  if (finding.kind === 'parity') { if (document.surroundings.isFunction(base, at)) declarations.parities.push({ ...entry, value: finding.parity }); else declarations.restricted.push({ ...entry, value: 'unread' }); }
  if (finding.kind === 'rank') declarations.ranks.push({ ...entry, value: finding.rank + slots.length });
  if (finding.kind === 'function') declarations.functions.push({ ...entry, value: finding.name });
  if (finding.kind === 'shape') declarations.shapes.push({ ...entry, value: finding.sizes.map(sizeExpr) });
}

const NOWHERE = { start: 0, end: 0 };
const sizeExpr = (text: string): Expr => (/^\d+$/.test(text) ? { kind: 'num', value: Number(text), text, digits: 0, span: NOWHERE } : { kind: 'name', letter: text, accents: [], span: NOWHERE });

/** In `A, B \in \mathbb{R}^{n \times n}` the names before the comma are declared as well. */
function declareList(document: DocumentMeaning, link: LinkSyntax): void {
  const { statements } = document.equations[link.region];
  for (let i = statements.indexOf(link.statement) - 1; i >= 0 && statements[i].relations.length === 0 && statements[i].members.length === 1; i--) {
    declareRelation(document.declarations, document.evidence, statements[i].members[0].expr, link.relation, link.rhs.expr);
  }
}

/** A set or relation that is not read restricts what stands on its left. */
function restrict(document: DocumentMeaning, link: LinkSyntax): void {
  const use = symbolUse(link.lhs.expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() });
  const isRange = (link.rhs.expr.kind === 'group' && link.rhs.expr.open !== '{') || (link.rhs.expr.kind === 'name' && link.rhs.expr.font === 'blackboard');
  if (use && !isRange) document.declarations.restricted.push({ base: use.base, at: link.lhs.span.start, unit: link.unit, value: 'unread' });
}

const MATRIX_DOMAINS: ReadonlySet<string> = new Set(['symmetric', 'orthogonal', 'diagonal', 'positive definite', 'positive semidefinite']);

interface MarkedSentence { text: string; at: number; block: number; formulas: number[]; /** Where each part of it begins, in the sentence and in the document. */ pieces: { from: number; at: number; heading: boolean }[] }

/** Prose and regions of one block strung together; displays end a sentence as full stops do. */
function sentences(document: DocumentMeaning): MarkedSentence[] {
  const { prose, regions, blocks } = document.parts;
  const pieces = [
    ...blocks.filter((b) => b.kind === 'section').map((b) => ({ at: b.span.start, text: `${b.title} \n`, block: blocks.indexOf(b), formula: -1, heading: true })),
    ...prose.map((p) => ({ at: p.span.start, text: p.text, block: p.block, formula: -1, heading: false })),
    ...regions.map((r, i) => ({ at: r.span.start, text: conditionText(document, i), block: r.block, formula: i, heading: false })),
  ].sort((a, b) => a.at - b.at);
  const out: MarkedSentence[] = [];
  let current: MarkedSentence | undefined;
  for (const piece of pieces) {
    if (!current || current.block !== piece.block || current.text.length > 600) { current = { text: '', at: piece.at, block: piece.block, formulas: [], pieces: [] }; out.push(current); }
    if (/\S$/.test(current.text)) current.text += ' ';
    current.pieces.push({ from: current.text.length, at: piece.at, heading: piece.heading });
    if (piece.formula < 0) { current.text += piece.text; continue; }
    current.text += piece.text || ` ⟦${current.formulas.length}⟧ `;
    current.formulas.push(piece.formula);
  }
  return out;
}

/** Formulas such as `n = 1` stand in the sentence, for the patterns of conditions. */
function conditionText(document: DocumentMeaning, region: number): string {
  const [statement] = document.equations[region].statements;
  const [name, value] = statement?.members.length === 2 ? statement.members.map(({ expr }) => expr) : [];
  const isCondition = name?.kind === 'name' && value.kind === 'num' && /^[A-Za-z]$/.test(name.letter);
  return isCondition ? ` ${name.letter} ${statement.relations[0].tex} ${value.text} ` : '';
}

/** Conditions on indices beside a link: within its statement, or in the formula just before it on the same line ("for i ≠ j:"). */
export function indexConditions(document: DocumentMeaning, link: LinkSyntax): Expr[] {
  const { statements } = document.equations[link.region];
  const next = statements[statements.indexOf(link.statement) + 1];
  const own = [...link.statement.conditions.filter(isCondition), ...(next?.members.length === 2 ? [statementChain(next)] : []).filter(isIndexRelation)];
  own.push(...boundsAround(document, link));
  const before = document.equations[link.region - 1]?.statements ?? [];
  const between = link.region > 0 ? document.text.slice(document.parts.regions[link.region - 1].span.end, document.parts.regions[link.region].span.start) : '';
  if (between.trim().length > 22 || /[.\n]/.test(between.trim())) return own;
  return [...own, ...before.flatMap((s) => s.members.length === 2 ? [statementChain(s)] : []).filter(isIndexRelation)];
}

/** "If a > b then ⟦⟧", "⟦⟧ if a > b": names against each other. A bound by a number is where a name lies. */
function boundsAround({ equations, parts: { regions }, text, wording }: DocumentMeaning, { region }: LinkSyntax): Expr[] {
  const between = (from: number): string => text.slice(regions[from].span.end, regions[from + 1].span.start);
  const isLed = region > 0 && CASE_BEFORE.test(wordsBefore(wording, region - 1, 30)) && THEN.test(between(region - 1));
  const isFollowed = region + 1 < regions.length && CASE_BETWEEN.test(between(region));
  const chains = [...(isLed ? equations[region - 1].statements : []), ...(isFollowed ? equations[region + 1].statements.slice(0, 1) : [])].filter(({ relations }) => relations.length > 0).map(statementChain);
  return chains.filter((chain) => isBound(chain) && chain.kind === 'chain' && !(chain.members.some((member) => member.kind === 'num') && chain.members.every((member) => /^(?:num|name|scripted)$/.test(member.kind))));
}
const CASE_BEFORE = /(?:\b(?:if|when|whenever|for|where|wenn|falls|für|si|para|pour)\s+|[若当])\s*$/i;
const CASE_BETWEEN = /^\s*,?\s*(?:if|when|whenever|for|wenn|falls|für|si|para|pour|若|当)\s*$/i;
const THEN = /^\s*(?:时)?\s*[,，:：]?\s*(?:then|we have|we get|it holds that|dann|gilt|dann gilt|gilt:|entonces|alors|on a|则|有)?\s*,?\s*$/i;

export const statementChain = (s: Statement): Expr => ({ kind: 'chain', members: s.members.map((m) => m.expr), relations: s.relations, span: s.members[0].span });

/** What can be computed beside a line: a relation of indices, or an inequality. */
export const isCondition = (expr: Expr): boolean => isIndexRelation(expr) || isBound(expr);

/** `x \ge 0` beside a line. */
export const isBound = (expr: Expr): boolean => expr.kind === 'chain' && expr.relations.every(({ name }) => /^(?:less|greater)/.test(name)) && !isIndexRelation(expr);

function isIndexRelation(expr: Expr): boolean {
  if (expr.kind !== 'chain' || !['equal', 'notEqual', 'less'].includes(expr.relations[0].name)) return false;
  return expr.members.every((m) => m.kind === 'name' && /^[i-n]$/.test(m.letter));
}

/** The names that a formula is about: those of the list `A, B \in \mathbb{R}^{n \times n}`, or what stands on its left. */
function formulaSymbols(document: DocumentMeaning, region: number, alone: boolean): SymbolUse[] {
  const { statements } = document.equations[region];
  const end = statements.findIndex((statement) => statement.relations.length > 0 || statement.members.length !== 1);
  return statements.slice(0, end < 0 ? undefined : end + 1).flatMap(({ members: [{ expr }] }) => {
    const listed = expr.kind === 'group' && expr.items.some((item) => item.kind === 'dots') ? expr.items[0] : expr;
    const head = !alone && expr.kind === 'product' && expr.factors.length === 2 && expr.factors[1].kind === 'group' ? expr.factors[0] : listed;
    const use = symbolUse(head, { evidence: document.evidence, bound: new Set(), shifts: new Map() });
    return use && !(alone && (use.modifiers.length > 0 || use.slots.some((slot) => slot.kind === 'entry'))) ? use : [];
  });
}

/** The c of `a < c < b` is what is said to exist, and no other name. */
function intermediateSymbols(document: DocumentMeaning, region: number): SymbolUse[] {
  const [statement] = document.equations[region].statements;
  if (statement?.members.length !== 3 || !statement.relations.every(({ name }) => /^less/.test(name))) return formulaSymbols(document, region, false);
  const use = symbolUse(statement.members[1].expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() });
  return use ? [use] : [];
}

/** Two formulas are the ends, or one that is an interval. */
function endsOf(document: DocumentMeaning, regions: number[]): { between?: [Expr, Expr] } {
  const exprs = regions.flatMap((region) => document.equations[region]?.statements[0]?.members[0]?.expr ?? []);
  const [from, to] = exprs.length === 1 && exprs[0].kind === 'group' ? exprs[0].items : exprs;
  return from && to ? { between: [from, to] } : {};
}

/** Conditions on sizes that stand in the exercise: those in force at a place, and those said of something else. */
export function conditionsAt(document: DocumentMeaning, link: LinkSyntax): { condition: Condition; inForce: boolean; past: boolean }[] {
  const unit = document.evidence.unitAt(link.lhs.span.start);
  const found = new Map<string, { condition: Condition; inForce: boolean; past: boolean }>();
  for (const condition of document.declarations.conditions) {
    const id = `${condition.name} = ${condition.value}`;
    if (document.evidence.unitAt(condition.at) !== unit || found.get(id)?.inForce) continue;
    found.set(id, { condition, inForce: isInForce(document, condition, link), past: condition.at > link.lhs.span.start || isPast(document, condition.name, condition.at, link) });
  }
  return [...found.values()];
}

/** A heading rules its section, an item of a list what stands in it, any other words their own sentence. */
function isInForce(document: DocumentMeaning, { name, at, block, heading, lasts }: Condition, link: LinkSyntax): boolean {
  const scope = document.parts.blocks[block];
  const within = holds(scope, link.lhs.span.start);
  if (lasts && at < link.lhs.span.start && !isPast(document, name, at, link)) return true;
  return heading ? within : (scope.kind === 'item' && within && at < link.lhs.span.start) || isSaidWith(document, at, link);
}

/** Words between speak of all, or of another value. */
function isPast({ text, parts: { regions }, declarations }: DocumentMeaning, name: string, at: number, { lhs }: LinkSyntax): boolean {
  return IN_GENERAL.test(wordsBetween(text, regions, at, lhs.span.start)) || declarations.conditions.some((other) => other.name === name && other.at > at && other.at < lhs.span.start);
}

/** Whether words at a place and a formula stand in one sentence; displays may lie between. */
export function isSaidWith(document: DocumentMeaning, at: number, link: LinkSyntax): boolean {
  const { span } = document.parts.regions[link.region];
  if (at >= span.start && at < span.end) return true;
  const words = at < span.start ? wordsBetween(document.text, document.parts.regions, at, span.start) : wordsBetween(document.text, document.parts.regions, span.end, at);
  return words.length < SENTENCE && !/[.?!;]\s|\n\s*\n\s*\S/.test(words);
}

/** Longer ones are taken for several. */
const SENTENCE = 160;

