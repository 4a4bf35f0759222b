/** What sentences declare of the names in their formulas. */
import * as build from '../notation/build';
import { type Expr, isElided, isGroup, isName, isNumeral, isScripted, isTransposeMark, NOWHERE, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { boundsOf, CAPITAL, type Declared, type Domain, domainOfValues, elidedFamily, MATRIX_DOMAINS } from './declarations';
import { LAWS } from './distributions';
import type { DocumentMeaning } from './document';
import { declareEigenvector, declareOrthonormal } from './eigen';
import { near, observe } from './traces';
import { declareListed } from './outcomes';
import { type Finding, readSentence } from './prose';
import { type MarkedSentence, sentences } from './sentences';
import { declareSpoken } from './spoken';
import { type SymbolUse, symbolUse, contextOf } from './symbols';
import { sentenceEnd } from './wording';

/** Sentences with formulas as marks, matched against the table of patterns. */
export function declareFromProse(document: DocumentMeaning): void {
  const { declarations, traces } = document;
  for (const sentence of sentences(document)) {
    const entry = <T>(base: string, value: T): Declared<T> => ({ base, at: sentence.at, unit: traces.unitAt(sentence.at), value });
    // A text is read again with each text that rests on it, and its sentences stay as they are.
    const findings = document.surroundings.memory(`sentence ${sentence.text}`, () => readSentence(sentence.text));
    const moments = findings.filter((finding) => finding.kind === 'moments' && declareMoments(document, finding, sentence.formulas)).map((finding) => /* @__KEY__ */ 'formula' in finding && finding.formula);
    const read = findings.flatMap((finding) => (/* @__KEY__ */ 'formula' in finding && !WHATEVER.has(finding.kind) ? finding.formula ?? [] : []));
    for (const finding of findings) {
      if (finding.kind === 'told' && read.includes(finding.formula)) continue;
      if (finding.kind === 'moments' || (finding.kind === 'restricted' && moments.includes(finding.formula))) continue;
      if (finding.kind === 'existential' && finding.name) declarations.existential.push(entry(finding.name, {}));
      if (finding.kind === 'condition') { declareCondition(document, finding, sentence); continue; }
      if (finding.kind === 'parity' && finding.name) { declarations.parities.push(entry(finding.name, finding.parity)); continue; }
      if (finding.kind === 'lettered') { if (isOf(finding.domain, finding.name)) declarations.domains.push(entry(finding.name, finding.domain)); continue; }
      if (finding.kind === 'listed') { declareListed(document, finding, sentence.formulas); continue; }
      if (finding.kind === 'slice') { declareSlice(document, finding, sentence); continue; }
      if (finding.kind === 'classes') { declareClasses(document, sentence.formulas[finding.formula]); continue; }
      if (finding.kind === 'eigen') { declareEigenvector(document, finding, sentence.formulas); continue; }
      if (finding.kind === 'orthonormal') { declareOrthonormal(document, finding, sentence.formulas); continue; }
      const region = finding.formula === undefined ? undefined : sentence.formulas[finding.formula];
      if (region !== undefined) for (const use of finding.kind === 'existential' ? intermediateSymbols(document, region) : formulaSymbols(document, region, isSign(finding))) declareFinding(document, finding, use, region, sentence);
    }
  }
}

/** What leaves open what else is said of a name. */
const WHATEVER: ReadonlySet<Finding['kind']> = new Set(['introduced', 'told', 'rank', 'held']);

/** The K of "K classes", and the 3 of "3 classes". */
function declareClasses({ declarations, equations, traces, parts: { regions } }: DocumentMeaning, region: number): void {
  const [{ expr } = { expr: undefined }, ...more] = equations[region].statements[0]?.members ?? [];
  const at = regions[region].span.start;
  // A letter that sums run over is no number of classes as well.
  if (!expr || more.length > 0 || !(isName(expr) || isNumeral(expr)) || (isName(expr) && near(traces, `sum ${expr.letter}`, at))) return;
  declarations.classes.push({ base: print(expr), at, unit: traces.unitAt(at), value: expr });
  if (isName(expr)) observe(traces, `size ${expr.letter}`, at);
}

/** "⟦0⟧ are independent with mean ⟦1⟧ and variance ⟦2⟧". What several have is no law of them all where they may depend on each other. */
function declareMoments(document: DocumentMeaning, { formula, mean, variance, independent }: Extract<Finding, { kind: 'moments' }>, formulas: readonly number[]): boolean {
  const { declarations, equations, traces, parts: { regions } } = document;
  const membersOf = (region: number): Expr[] => equations[formulas[region]].statements.map(({ members }) => members[0].expr);
  const params = [mean === undefined ? build.number(0, NOWHERE) : membersOf(mean)[0], membersOf(variance)[0]];
  const at = regions[formulas[formula]].span.start;
  const unit = traces.unitAt(at);
  return membersOf(formula).every((expr) => {
    const use = symbolUse(expr, contextOf(document));
    const base = elidedFamily(expr) ?? use?.base;
    if (base === undefined || (!independent && (!use || use.slots.length > 0))) return false;
    declarations.distributions.push({ base, at, unit, value: { kind: independent || declarations.distributions.every((law) => law.unit !== unit) ? 'moments' : 'unknown', params } });
    observe(traces, `random ${base}`, at);
    return true;
  });
}

function declareCondition({ declarations }: DocumentMeaning, { name, value, end, lasts = false }: Extract<Finding, { kind: 'condition' }>, { pieces, block }: MarkedSentence): void {
  const piece = pieces.filter(({ from }) => from < end).pop();
  if (piece) declarations.conditions.push({ name, value, at: piece.heading ? piece.at : piece.at + end - piece.from, block, heading: piece.heading, lasts });
}

function declareFinding(document: DocumentMeaning, finding: Finding, use: SymbolUse, region: number, sentence: MarkedSentence): void {
  const { base, slots } = use;
  const { declarations, traces, parts: { regions }, text } = document;
  const at = regions[region].span.start;
  const entry = { base, at, unit: traces.unitAt(at) };
  if (finding.kind === 'existential') declarations.existential.push({ ...entry, value: endsOf(document, finding.between?.map((formula) => sentence.formulas[formula]) ?? []) });
  if (finding.kind === 'introduced') declarations.introduced.push({ ...entry, value: finding.anew === true });
  const listed = finding.kind === 'values' && domainListed(document, finding, sentence);
  if (listed) declarations.domains.push({ ...entry, at: regions[region].content.start, value: listed });
  if (finding.kind === 'spoken') declareSpoken(document, finding, use, entry, sentence.formulas[finding.of]);
  if (finding.kind === 'told') declarations.told.push({ ...entry, value: true });
  if (finding.kind === 'held') declarations.held.push({ ...entry, value: true });
  if (finding.kind === 'restricted') declarations.restricted.push({ ...entry, value: finding.chance ? 'chance' : 'unread' });
  if (finding.kind === 'domain' && finding.domain === 'one-hot' && isComputed(document, region)) return;
  if (finding.kind === 'domain' && isOf(finding.domain, base)) declarations.domains.push({ ...entry, at: regions[region].content.start, value: finding.domain, ...(finding.supposed ? { until: sentenceEnd(text, regions, region) } : {}) });
  else if (finding.kind === 'domain' && finding.domain === 'symmetric' && document.surroundings.isFunction(base, at)) declarations.parities.push({ ...entry, value: 'symmetric' });
  // Orthogonal vectors: a property, but of the two together.
  else if (finding.kind === 'domain' && (finding.domain === 'orthogonal' || finding.domain === 'unit vector')) declarations.restricted.push({ ...entry, value: 'unread' });
  if (finding.kind === 'parity') { if (document.surroundings.isFunction(base, at)) declarations.parities.push({ ...entry, value: finding.parity }); else if (finding.parity !== 'symmetric') declarations.restricted.push({ ...entry, value: 'unread' }); }
  if (finding.kind === 'rank') declarations.ranks.push({ ...entry, value: finding.rank + slots.length });
  if (finding.kind === 'function' && !isComputed(document, region)) declarations.functions.push({ ...entry, value: finding.name });
  const params = finding.kind === 'law' && slots.length === 0 ? paramsOf(document, finding, sentence.formulas) : [];
  if (finding.kind === 'law' && params.length === LAWS[finding.law].arity) declarations.distributions.push({ ...entry, value: { kind: finding.law, params } });
  if (finding.kind === 'shape') declarations.shapes.push({ ...entry, value: finding.sizes.map(sizeExpr) });
}

/** Those of a law: one, the two ends of an interval, or none. */
function paramsOf({ equations }: DocumentMeaning, { param }: Extract<Finding, { kind: 'law' }>, formulas: readonly number[]): Expr[] {
  if (param === undefined) return [0, 1].map((n) => build.number(n, NOWHERE));
  return equations[formulas[param]].statements.slice(0, 1).flatMap(({ members: [{ expr }] }) => (isGroup(expr) && expr.open !== '{' ? expr.contents : [expr]));
}

/** "either 0 or 1", "±1"; the total of probabilities. */
function domainListed({ parts: { regions } }: DocumentMeaning, { values, total }: Extract<Finding, { kind: 'values' }>, { formulas }: MarkedSentence): Domain | undefined {
  const numbers = values.flatMap((value) => NUMBERS[value.replace(/⟦(\d+)⟧/, (_, k: number) => regions[formulas[k]].tex).replace(/\s/g, '').toLowerCase()] ?? []);
  return total ? (numbers.join() === '1' ? 'simplex' : undefined) : domainOfValues(numbers);
}
const NUMBERS: Record<string, number[]> = { 0: [0], zero: [0], 1: [1], one: [1], '+1': [1], '-1': [-1], '−1': [-1], '±1': [1, -1], '\\pm1': [1, -1] };

/** In "one-hot ⟦y⟧ and ⟦p = …⟧" the p is what is computed, and no label. */
const isComputed = ({ equations }: DocumentMeaning, region: number): boolean =>
  equations[region].statements.some(({ members, relations }) => relations.some(({ name }, i) => name === 'equal' && !/^(?:matrix|group|num)$/.test(members[i + 1].expr.kind)));

/** Rows are written as transposes: an `x_i` without one may stand for a row as it is. */
function declareSlice(document: DocumentMeaning, { formula, whole, of }: Extract<Finding, { kind: 'slice' }>, { formulas }: MarkedSentence): void {
  const { declarations, traces, equations, parts: { regions } } = document;
  const [matrix] = formulaSymbols(document, formulas[whole], false);
  const written = equations[formulas[formula]].statements[0]?.members[0]?.expr;
  const first = isElided(written) ? written.contents[0] : written;
  const use = first && symbolUse(withoutTranspose(first), contextOf(document));
  const isTurned = first !== undefined && withoutTranspose(first) !== first;
  if (!matrix || !use || use.time || use.slots.length !== 1 || use.modifiers.length > 0 || use.base === matrix.base || isTurned !== (of === 'rows')) return;
  const { start: at, end } = regions[formulas[formula]].span;
  // Beside a vector x an x_i may be an entry of that.
  if (traces.seen.get(`bare ${use.family}`)?.some((o) => o.unit === traces.unitAt(at) && (o.at < at || o.at > end))) return;
  declarations.slices.push({ base: use.base, at, unit: traces.unitAt(at), value: { whole: matrix.base, tex: matrix.tex, axis: of === 'rows' ? 0 : 1 } });
}

/** The x_i of `x_i^T`, `(x_i)^T`. */
function withoutTranspose(expr: Expr): Expr {
  if (!isScripted(expr) || expr.sup.length !== 1 || !isTransposeMark(expr.sup[0])) return expr;
  const { base } = expr;
  if (expr.sub.length > 0 || !isGroup(base)) return { ...expr, sup: [] };
  return base.contents.length === 1 ? base.contents[0] : expr;
}

/** Matrices are written as capitals, or in bold. */
const isOf = (domain: Domain, base: string): boolean => domain === 'unit vector' ? !/^\\?[A-Z]/.test(base) : !MATRIX_DOMAINS.has(domain) || CAPITAL.test(base);

/** Of a number, and not of the function that it is the value of. */
const isSign = (finding: Finding): boolean => finding.kind === 'domain' && boundsOf(finding.domain) !== undefined;

const sizeExpr = (text: string): Expr => (/^\d+$/.test(text) ? { kind: 'num', value: Number(text), text, digits: 0, span: NOWHERE } : build.name(text, NOWHERE));

/** The names that a formula is about: those of the list `A, B \in \mathbb{R}^{n \times n}`, or what stands on its left. */
function formulaSymbols(document: DocumentMeaning, region: number, alone: boolean): SymbolUse[] {
  const { statements } = document.equations[region];
  const end = statements.findIndex((statement) => statement.relations.length > 0 || statement.members.length !== 1);
  return statements.slice(0, end < 0 ? undefined : end + 1).flatMap(({ members: [{ expr }] }) => {
    const listed = isElided(expr) ? expr.contents[0] : expr;
    const head = !alone && isGroup(pairOf(expr)[1]) ? pairOf(expr)[0] : listed;
    const use = symbolUse(head, contextOf(document));
    return use && !(alone && (use.modifiers.length > 0 || use.slots.some((slot) => slot.kind === 'entry'))) ? use : [];
  });
}

/** The c of `a < c < b` is what is said to exist, and no other name. */
function intermediateSymbols(document: DocumentMeaning, region: number): SymbolUse[] {
  const [statement] = document.equations[region].statements;
  if (statement?.members.length !== 3 || !statement.relations.every(({ name }) => /^less/.test(name))) return formulaSymbols(document, region, false);
  const use = symbolUse(statement.members[1].expr, contextOf(document));
  return use ? [use] : [];
}

/** Two formulas are the ends, or one that is an interval. */
function endsOf(document: DocumentMeaning, regions: number[]): { between?: [Expr, Expr] } {
  const exprs = regions.flatMap((region) => document.equations[region]?.statements[0]?.members[0]?.expr ?? []);
  const [from, to] = exprs.length === 1 && isGroup(exprs[0]) ? exprs[0].contents : exprs;
  return from && to ? { between: [from, to] } : {};
}
