/** `gradlens: …` in a comment: what the document settles itself, or wants left alone. Items stand between semicolons or commas. */
import { tokenize } from '../notation/lexer';
import { cursor, parseExpression } from '../notation/parser';
import type { Directive } from '../text';
import { type DeclarationTable, declareRelation, type Domain, MATRIX_DOMAINS } from './declarations';
import type { Traces } from './traces';
import { symbolUse, type SymbolUse, contextOf } from './symbols';

const BY_NAME: readonly Domain[] = ['one-hot', 'binary', 'positive', 'nonnegative', ...MATRIX_DOMAINS, 'integer', 'real'];
const DOMAINS: Record<string, Domain> = { ...Object.fromEntries(BY_NAME.map((domain) => [domain, domain])), 'probability vector': 'simplex' };

export interface DirectiveEffects {
  /** `L depends on y, z`. */
  dependence(of: SymbolUse, on: SymbolUse[], at: number): void;
}

/** Whether the formula after the comment is to be left alone. */
export const isIgnore = (directive: Directive): boolean => /^ignore\b/i.test(directive.text);

/** Adds what the directives declare. What is not understood declares nothing. */
export function declareDirectives(directives: Directive[], table: DeclarationTable, traces: Traces, effects: DirectiveEffects): void {
  for (const directive of directives) for (const item of itemsOf(directive.text)) declareItem(item, directive, table, traces, effects);
}

/** Commas inside braces and after "depends on" do not part items. */
function itemsOf(text: string): string[] {
  return text.split(/[;]|,(?![^{]*\})(?=\s*(?:\\?[\w\\{}^]+\s+(?:in\b|is\b|depends\b|one-hot|symmetric|positive|binary|orthogonal|diagonal|integer|real)))/).map((item) => item.trim()).filter(Boolean);
}

function declareItem(item: string, directive: Directive, table: DeclarationTable, traces: Traces, effects: DirectiveEffects): void {
  const at = directive.span.start;
  const inside = /^(.+?)\s+in\s+R\^?\{?(.+?)\}?$/.exec(item);
  if (inside) { state(inside[1], at, table, traces); return declareShape(inside[1], inside[2], at, table, traces); }
  const depends = /^(.+?)\s+depends\s+on\s+(.+)$/.exec(item);
  if (depends) {
    const of = symbolOf(depends[1], at, traces);
    const on = depends[2].split(',').map((name) => symbolOf(name, at, traces)).filter((use): use is SymbolUse => !!use);
    if (of) effects.dependence(of, on, at);
    return;
  }
  const domain = /^(.+?)\s+(?:is\s+)?(?:an?\s+)?([a-z][a-z -]+)$/.exec(item);
  const use = domain && DOMAINS[domain[2]] && state(domain[1], at, table, traces);
  if (use) table.domains.push({ base: use.base, at, unit: traces.unitAt(at), value: DOMAINS[domain[2]] });
}

/** Notes that the student says what a name is. */
function state(name: string, at: number, table: DeclarationTable, traces: Traces): SymbolUse | undefined {
  const use = symbolOf(name, at, traces);
  if (use) table.stated.push({ base: use.base, at, unit: traces.unitAt(at), value: true });
  return use;
}

function declareShape(name: string, sizes: string, at: number, table: DeclarationTable, traces: Traces): void {
  const set = parse(`\\mathbb{R}^{${sizes.replace(/\bx\b|×/g, '\\times')}}`, at);
  const relation = { name: 'in' as const, tex: '\\in', span: { start: at, end: at } };
  declareRelation(table, traces, parse(name, at), relation, set);
}

const parse = (tex: string, at: number) => parseExpression(cursor(tokenize(tex, at).tokens));

const symbolOf = (tex: string, at: number, traces: Traces): SymbolUse | undefined => symbolUse(parse(tex.trim(), at), contextOf({ traces }));
