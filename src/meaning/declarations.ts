/** What a document declares of its symbols beside definitions: sizes, domains, distributions, conditions; from relations, prose and directives. */
import type { Expr, Relation } from '../notation/expression';
import { type Evidence, observe } from './evidence';
import { observeSize } from './observe';
import { familyOf, symbolUse } from './symbols';

export type Domain =
  | 'real' | 'sign' | 'positive' | 'binary' | 'unit' | 'one-hot' | 'simplex' | 'symmetric' | 'orthogonal' | 'diagonal' | 'positive definite' | 'positive semidefinite' | 'integer' | 'nonnegative';

/** `until`: what is said of a case holds in its sentence alone. */
export interface Declared<T> { base: string; at: number; unit: number; value: T; until?: number }
export interface Distribution { kind: 'normal' | 'bernoulli'; params: Expr[] }
/** A size said to be a number: "for n = 1", in the heading of a block or in a sentence. */
export interface Condition { name: string; value: number; at: number; block: number; heading: boolean }

export interface DeclarationTable {
  shapes: Declared<Expr[]>[];
  /** Number of axes without their sizes: "a vector x". */
  ranks: Declared<number>[];
  domains: Declared<Domain>[];
  distributions: Declared<Distribution>[];
  conditions: Condition[];
  /** Names that something unread restricts: a set that is not known, a supposed equation. */
  restricted: Declared<true>[];
  /** Well-known functions that prose names: "g is the sigmoid function". */
  functions: Declared<string>[];
  /** Symbols of which only existence is said: "for some ξ", with the ends of where it lies where these are said as well. */
  existential: Declared<{ between?: [Expr, Expr] }>[];
  /** Names of which a comment says what they are. */
  stated: Declared<true>[];
}

export function createDeclarations(): DeclarationTable {
  return { shapes: [], ranks: [], domains: [], distributions: [], conditions: [], existential: [], restricted: [], functions: [], stated: [] };
}

/** The declaration in the same exercise that stands nearest, earlier ones first; else the last of an earlier exercise if those count. */
export function declaredAt<T>(list: Declared<T>[], base: string, at: number, unit: number, foreign = false, reaches: (from: number, to: number) => boolean = () => true): T | undefined {
  const all = list.filter((d) => d.base === base && !(d.until !== undefined && (at < d.at || at > d.until))).sort((a, b) => a.at - b.at);
  const own = all.filter((d) => d.unit === unit);
  const before = (own.length || !foreign ? own : all).filter((d) => d.at <= at);
  // What is said just after, in the same sentence, counts more than what was said long before.
  const after = own.find((d) => d.at > at && reaches(at, d.at));
  const last = before[before.length - 1];
  return (last && after && after.at - at < 200 && at - last.at > 200 ? after : last ?? after)?.value;
}

const SETS: Record<string, Domain> = { R: 'real', N: 'integer', Z: 'integer' };

/** `x \in …`, `x \sim …`, `x \Rightarrow m \times n`: true when something was declared. */
export function declareRelation(table: DeclarationTable, evidence: Evidence, lhs: Expr, relation: Relation, rhs: Expr): boolean {
  const at = lhs.span.start;
  const unit = evidence.unitAt(at);
  const family = elidedFamily(lhs);
  if (family) return relation.name === 'in' && declareFamily(table, family, at, unit, rhs);
  const use = symbolUse(lhs, { evidence, bound: new Set(), shifts: new Map() });
  if (!use) return false;
  if (relation.name === 'implies' || relation.name === 'in') {
    const shape = relation.name === 'in' ? shapeOfSet(rhs) : productSizes(rhs);
    if (shape) { table.shapes.push({ base: use.base, at, unit, value: [...use.slots.map(() => UNKNOWN_SIZE), ...shape] }); shape.forEach((s) => observeSize(evidence, s)); return true; }
  }
  if (relation.name === 'in') return declareDomain(table, use.base, at, unit, rhs);
  const distribution = relation.name === 'distributed' ? distributionOf(rhs) : undefined;
  if (!distribution) return false;
  table.distributions.push({ base: use.base, at, unit, value: distribution });
  observe(evidence, `random ${use.base}`, at);
  return true;
}

/** The x of `x_1, \dots, x_n`. */
function elidedFamily(expr: Expr): string | undefined {
  if (expr.kind !== 'group' || !expr.items.some((item) => item.kind === 'dots')) return undefined;
  const [first] = expr.items;
  return first.kind === 'scripted' && first.base.kind === 'name' ? familyOf(first.base) : undefined;
}

/** Of `x_i \in \mathbb{R}^d` it is not said how many there are. */
const UNKNOWN_SIZE: Expr = { kind: 'mark', mark: 'empty', span: { start: 0, end: 0 } };

/** `x_1, \dots, x_n \in \mathbb{R}^d`. */
function declareFamily(table: DeclarationTable, base: string, at: number, unit: number, rhs: Expr): boolean {
  const shape = shapeOfSet(rhs);
  if (shape) { table.shapes.push({ base, at, unit, value: [UNKNOWN_SIZE, ...shape] }); return true; }
  return declareDomain(table, base, at, unit, rhs);
}

function declareDomain(table: DeclarationTable, base: string, at: number, unit: number, rhs: Expr): boolean {
  const domain = domainOfSet(rhs);
  if (!domain) return false;
  table.domains.push({ base, at, unit, value: domain });
  return true;
}

function domainOfSet(set: Expr): Domain | undefined {
  if (set.kind === 'name' && set.font === 'blackboard') return SETS[set.letter];
  if (set.kind === 'scripted' && set.base.kind === 'group' && set.sup.length === 1) return domainOfSet(set.base);
  if (set.kind !== 'group' || set.items.length !== 2) return undefined;
  const [a, b] = set.items.map((item) => numberIn(item));
  if (set.open === '{' && a !== undefined && b !== undefined && a === -b && Math.abs(a) === 1) return 'sign';
  if (a !== 0 || b !== 1) return undefined;
  return set.open === '{' ? 'binary' : set.open === '(' || set.open === '[' ? 'unit' : undefined;
}

function numberIn(expr: Expr): number | undefined {
  if (expr.kind === 'num') return expr.value;
  const [term] = expr.kind === 'sum' && expr.terms.length === 1 ? expr.terms : [];
  const value = term && numberIn(term.expr);
  return value === undefined ? undefined : term.sign * value;
}

/** Sizes of `\mathbb{R}^{m \times n}`. */
function shapeOfSet(set: Expr): Expr[] | undefined {
  if (set.kind !== 'scripted' || set.base.kind !== 'name' || set.base.letter !== 'R' || set.sup.length !== 1) return undefined;
  return productSizes(set.sup[0]) ?? [set.sup[0]];
}

function productSizes(expr: Expr): Expr[] | undefined {
  return expr.kind === 'product' && expr.signs.every((sign) => sign === 'times') ? expr.factors : undefined;
}

function distributionOf(expr: Expr): Distribution | undefined {
  if (expr.kind !== 'product' || expr.factors[1]?.kind !== 'group') return undefined;
  const head = expr.factors[0];
  const letter = head.kind === 'name' ? head.letter : '';
  const params = expr.factors[1].items;
  if (/^(?:N|Normal|Gaussian)$/.test(letter) && params.length === 2) return { kind: 'normal', params };
  return /^(?:Bern|Bernoulli|Ber)$/.test(letter) && params.length === 1 ? { kind: 'bernoulli', params } : undefined;
}

/** What a domain says of a symbol, for messages. */
export const DOMAIN_WORDS: Record<Domain, string> = {
  real: 'real', sign: '−1 or 1', positive: 'positive', binary: '0 or 1', unit: 'between 0 and 1', 'one-hot': 'one-hot', simplex: 'a probability vector', symmetric: 'symmetric',
  orthogonal: 'orthogonal', diagonal: 'diagonal', 'positive definite': 'positive definite', 'positive semidefinite': 'positive semidefinite', integer: 'an integer', nonnegative: 'not negative',
};
