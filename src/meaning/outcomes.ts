/** Laws that list their values: "X takes the value x_i with probability p_i", `P(X = x_i) = p_i`, `P(X = 1) = p` beside `P(X = 0) = 1 - p`. */
import * as build from '../notation/build';
import { type Expr, isBracketed, isElided, isLetter, isNumeral, isPair, isScripted, isSum, type Name, NOWHERE, relatedBy } from '../notation/expression';
import { print } from '../notation/print';
import { type DeclarationTable, type Declared, numberIn, type Outcome } from './declarations';
import type { DocumentMeaning } from './document';
import { freeLetters } from './free';
import { contextOf, symbolUse, isPlainUse } from './symbols';

/** Formulas as they stand in a sentence: of the variable (which may be a letter among the words), and of each value and its probability. */
export interface Listed { variable: number | string; values: number[]; chances: number[] }

/** What a sentence says. Formulas that cannot be taken so say nothing. */
export function declareListed(document: DocumentMeaning, { variable, values, chances }: Listed, formulas: number[]): void {
  const written = (formula: number): Expr | undefined => wholeOf(document, formulas[formula]);
  const first = document.parts.regions[formulas[values[0]]].span;
  const name: Expr | undefined = typeof variable === 'number' ? written(variable) : build.name(variable, { start: first.start, end: first.start });
  const outcomes = values.map((value, i) => outcomeOf(written(value), written(chances[i])));
  if (name) declareOutcomes(document, name, outcomes);
}

/** What equations say: `P(X = v) = c`, all of one exercise together. */
export function declareProbabilities(document: DocumentMeaning): void {
  const found = new Map<string, { name: Expr; outcomes: (Outcome | undefined)[] }>();
  for (const { lhs, rhs, relation, unit } of document.links) {
    const event = relation.name === 'equal' ? eventOf(lhs.expr) : undefined;
    if (!event) continue;
    const key = `${unit} ${print(event.name)}`;
    const known = found.get(key) ?? { name: event.name, outcomes: [] };
    known.outcomes.push(outcomeOf(event.value, rhs.expr));
    found.set(key, known);
  }
  for (const { name, outcomes } of found.values()) declareOutcomes(document, name, outcomes);
}

/** X and v of `P(X = v)`. */
function eventOf(expr: Expr): { name: Expr; value: Expr } | undefined {
  if (!isPair(expr)) return undefined;
  const [head, body] = expr.factors;
  const [event] = isBracketed(body) && isLetter(head, /^(?:[Pp]|Pr)$/) ? body.contents : [];
  const [name, value] = relatedBy(event, 'equal');
  return value && { name, value };
}

function declareOutcomes(document: DocumentMeaning, name: Expr, outcomes: (Outcome | undefined)[]): void {
  const use = symbolUse(name, contextOf(document));
  const all = outcomes.flatMap((outcome) => outcome ?? []);
  if (!use || !isPlainUse(use) || all.length !== outcomes.length || !isComplete(all)) return;
  const place = { at: name.span.start, unit: document.traces.unitAt(name.span.start) };
  document.declarations.distributions.push({ base: use.base, ...place, value: { kind: 'listed', params: [], outcomes: all } });
  for (const { chance, index } of all) if (index) declareSimplex(document.declarations, document, chance, place);
}

/** Probabilities that a family names are positive and add up to 1. */
function declareSimplex(declarations: DeclarationTable, document: DocumentMeaning, chance: Expr, place: Pick<Declared<unknown>, 'at' | 'unit'>): void {
  const use = symbolUse(chance, contextOf(document));
  if (use && use.slots.length === 1 && use.modifiers.length === 0) declarations.domains.push({ base: use.base, ...place, value: 'simplex' });
}

/** A family of values has one index, which its probability has too unless all are alike. */
function outcomeOf(value: Expr | undefined, chance: Expr | undefined): Outcome | undefined {
  if (!value || !chance) return undefined;
  const [family, chances] = [familyOf(value), familyOf(chance) ?? chance];
  if (family) return { value: family, chance: chances, index: ANY.letter };
  const [index, ...others] = freeLetters(value);
  return others.length ? undefined : { value, chance, ...(index ? { index } : {}) };
}

/** The x_i of `x_1, \dots, x_n`. */
function familyOf(expr: Expr): Expr | undefined {
  const [first] = isElided(expr) ? expr.contents : [];
  return isScripted(first) && first.sub.length === 1 && isNumeral(first.sub[0]) ? { ...first, sub: [ANY] } : undefined;
}
const ANY: Name = build.name('i', NOWHERE);

/** Nothing else can happen: a family, numbers that add up to 1, or p and 1 − p. */
function isComplete(outcomes: Outcome[]): boolean {
  if (outcomes.length === 1) return outcomes[0].index !== undefined;
  if (outcomes.some(({ index }) => index)) return false;
  const numbers = outcomes.map(({ chance }) => numberIn(chance));
  if (numbers.every((n) => n !== undefined)) return Math.abs(numbers.reduce<number>((a, b) => a + (b ?? 0), -1)) < ROUNDING;
  const [first, second] = outcomes.map(({ chance }) => chance);
  return outcomes.length === 2 && (isRest(first, second) || isRest(second, first));
}
const ROUNDING = 1e-9;

/** 1 − p. */
const isRest = (rest: Expr, p: Expr): boolean => isSum(rest) && rest.terms.length === 2 && numberIn(rest.terms[0].expr) === 1 && rest.terms[0].sign === 1 && rest.terms[1].sign === -1 && print(rest.terms[1].expr) === print(p);

/** A formula of one member; a list separated by commas is one group. */
function wholeOf({ equations }: DocumentMeaning, region: number): Expr | undefined {
  const { statements } = equations[region];
  const members = statements.flatMap((statement) => statement.members);
  if (statements.some(({ relations }) => relations.length)) return undefined;
  return members.length === 1 ? members[0].expr : members.length ? { kind: 'group', open: '(', contents: members.map(({ expr }) => expr), span: members[0].span } : undefined;
}
