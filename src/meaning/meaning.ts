/** A text to its meaning: reads its equations, then what they and the words around them declare. */
import { forgetful, type Memory } from '../memory';
import { parseEquation } from '../notation/equation';
import type { EquationSyntax, Statement } from '../notation/expression';
import { type DocumentText, type Language, type Macro, readDocument, type Region } from '../text';
import { withContinued } from './continued';
import { withoutFalseCounts } from './counts';
import { createDeclarations } from './declarations';
import { collectDerivatives } from './derivatives';
import { declareDirectives, isIgnore } from './directives';
import { bind, type Contents, type DocumentMeaning, type LinkSyntax } from './document';
import { createTraces, type Traces, exercises } from './traces';
import { declareFromProse } from './findings';
import { declareFromLinks, declareSets, observeFormal } from './formulas';
import { entriesTold, withAnyArgument, withWholeArguments } from './indexed';
import { observeNames, observeScripts } from './observe';
import { type Overloads, overloadsOf, withOverloads } from './overloads';
import { brokenPattern } from './partials';
import { withStatedPoints } from './points';
import { type Said, saidIn } from './said';
import { surroundingsOf } from './surroundings';
import { namedFunctions } from './testfunctions';
import { wordingOf } from './wording';

/** What holds in a text though it stands outside of it: macros, and what the words around say. */
export interface Around { macros: Map<string, Macro>; said: Said }

export const readMeaning = (text: string, language: Language, memory: Memory = forgetful): DocumentMeaning => meaningOf(text, readDocument(text, language), memory);

/** The meaning of a text whose parts are known. */
export function meaningOf(text: string, own: DocumentText, memory: Memory, around?: Around): DocumentMeaning {
  const parts = around ? { ...own, macros: around.macros } : own;
  const written = withAnyArgument(withWholeArguments(withoutFalseCounts(withContinued(parts.regions.map((region) => parseEquation(region, text, parts.macros)), parts, text))));
  const [told, entries] = [overloadsOf(written), entriesTold(written)];
  const overloads: Overloads = (expr) => told(entries(expr));
  const equations = withStatedPoints(withOverloads(written, overloads));
  const traces = createTraces(exercises(parts.blocks, text));
  observeScripts(traces, equations);
  observeNames(traces, equations);
  const wording = wordingOf(text, parts.regions);
  const links = equations.flatMap((equation, i) => (isIgnored(parts, i) ? [] : linksOf(equation, i, parts.regions[i], traces)));
  const document: Contents = {
    text, wording, said: around?.said ?? saidIn(wording.text), parts, equations, overloads, traces, declarations: createDeclarations(), bindings: new Map(), derivatives: collectDerivatives(equations, links, traces), stationary: [], given: [], limits: [], settled: new Map(), alike: new Map(), upheld: new Set(), unsaid: new Map(), restated: [], links,
  };
  const whole: DocumentMeaning = { ...document, surroundings: surroundingsOf(document, memory) };
  declareFromLinks(whole);
  declareSets(whole);
  for (const link of whole.links) observeFormal(whole, link);
  declareDirectives(parts.directives, whole.declarations, traces, {
    dependence: (of, on, at) => { const list = whole.derivatives.get(of.base) ?? []; whole.derivatives.set(of.base, [...list, ...on.map((by) => ({ by, called: false, unit: traces.unitAt(at), at }))]); },
  });
  declareFromProse(whole);
  for (const binding of namedFunctions(text, traces, whole.derivatives)) bind(whole, binding);
  return whole;
}

/** An `ignore` comment leaves alone the formula that comes after it. */
function isIgnored(parts: DocumentText, index: number): boolean {
  const { span } = parts.regions[index];
  const before = parts.regions[index - 1]?.span.end ?? 0;
  return parts.directives.some((directive) => isIgnore(directive) && directive.span.end <= span.start && directive.span.start >= before);
}

function linksOf(equation: EquationSyntax, region: number, at: Region, traces: Traces): LinkSyntax[] {
  return equation.statements.flatMap((statement) => statement.relations.map((relation, position): LinkSyntax => ({
    region, statement, position, ...sidesOf(statement, position), relation, block: at.block, unit: traces.unitAt(at.span.start),
  })).slice(statement.carried ?? 0));
}

/** The members on both sides of a relation; a Hessian that breaks its pattern is compared with the pattern, since its name says no more. */
function sidesOf({ members, relations }: Statement, position: number): Pick<LinkSyntax, 'lhs' | 'rhs' | 'pattern'> {
  const [lhs, rhs] = [members[position], members[position + 1]];
  const meant = relations[position].name === 'equal' ? brokenPattern(lhs, rhs) : undefined;
  return meant ? { lhs: { ...lhs, expr: meant.lhs }, rhs: { ...rhs, expr: meant.rhs }, pattern: true } : { lhs, rhs };
}
