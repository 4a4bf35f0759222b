/** What a document declares of its symbols beside definitions: sizes, domains, distributions, conditions; from relations, prose and directives. */
import type { Span } from '../text/region';
import { type Expr, type Group, isDots, isElided, isFraction, isGroup, isLetter, isMark, isName, isNum, isNumeral, isProduct, isScripted, isScriptedName, isSum, NOWHERE, type Relation } from '../notation/expression';
import { type LawName, lawOf } from './distributions';
import { type Traces, observe } from './traces';
import { observeSize } from './observe';
import type { Parity } from './parity';
import { familyOf, symbolUse, contextOf } from './symbols';

/** Numbers between two others: `-Infinity to 0`. */
export type Interval = `${number} to ${number}`;
export type NamedDomain =
  | 'real' | 'sign' | 'positive' | 'binary' | 'unit' | 'one-hot' | 'simplex' | 'symmetric' | 'orthogonal' | 'projection' | 'diagonal' | 'positive definite' | 'positive semidefinite' | 'integer' | 'nonnegative' | 'unit vector';
export type Domain = NamedDomain | Interval;

/** Domains of square matrices. */
export const MATRIX_DOMAINS: ReadonlySet<Domain> = new Set(['symmetric', 'orthogonal', 'projection', 'diagonal', 'positive definite', 'positive semidefinite']);
/** Domains of vectors. */
export const VECTOR_DOMAINS: ReadonlySet<Domain | undefined> = new Set(['one-hot', 'simplex', 'unit vector']);

/** `until`: what is said of a case holds in its sentence alone. `from`: what is said "for" a formula reaches back no further. */
export interface Declared<T> { base: string; at: number; unit: number; value: T; until?: number; from?: number }

/** What a link says of a name, from there on. */
export const saidIn = <T>({ lhs, unit }: { lhs: { span: Span }; unit: number }, base: string, value: T): Declared<T> => ({ base, at: lhs.span.start, unit, value });
export type Distribution = { kind: LawName | 'unknown'; params: Expr[] } | { kind: 'listed'; params: Expr[]; outcomes: Outcome[] };
/** A value and its probability; with an index, one for each of a family. */
export interface Outcome { value: Expr; chance: Expr; index?: string }
/** A size said to be a number: "for n = 1", in the heading of a block or in a sentence. */
export interface Condition { name: string; value: number; at: number; block: number; heading: boolean; /** For what follows, and not for its sentence alone. */ lasts: boolean }

/** `chance`: what is said of the values of a random variable alone; `limit`: an inequality. */
export type Restriction = 'unread' | 'given' | 'limit' | 'chance';

/** `x_i^T` is row i of X, `a_j` column j of A: the matrix, and which of its axes the index counts. */
export interface Slice { whole: string; tex: string; axis: 0 | 1 }

export interface DeclarationTable {
  shapes: Declared<Expr[]>[];
  /** Sizes of the first index of names, by their letter and accents. */
  counts: Declared<Expr>[];
  /** How many classes an exercise says that there are. */
  classes: Declared<Expr>[];
  /** Number of axes without their sizes: "a vector x". */
  ranks: Declared<number>[];
  domains: Declared<Domain>[];
  distributions: Declared<Distribution>[];
  conditions: Condition[];
  /** Names that something restricts: a set that is not known, or an equation that is given and can be solved. */
  restricted: Declared<Restriction>[];
  /** Well-known functions that prose names: "g is the sigmoid function". */
  functions: Declared<string>[];
  /** Vectors that are said to be the rows or columns of a matrix. */
  slices: Declared<Slice>[];
  /** Functions that are said to be odd or even. */
  parities: Declared<Parity>[];
  /** Symbols of which only existence is said: "for some ξ", with the ends of where it lies where these are said as well. */
  existential: Declared<{ between?: [Expr, Expr] }>[];
  /** Names that are not differentiated through: "for fixed γ". */
  held: Declared<true>[];
  /** Names that words say are something: "here e is an eigenvector"; true where they make it another thing than before: "let e be an eigenvector". */
  introduced: Declared<boolean>[];
  /** Names of which words say something that no pattern finds. */
  told: Declared<true>[];
  /** Names of which a comment says what they are. */
  stated: Declared<true>[];
}

export function createDeclarations(): DeclarationTable {
  return { shapes: [], counts: [], classes: [], ranks: [], domains: [], distributions: [], conditions: [], existential: [], restricted: [], functions: [], slices: [], parities: [], held: [], introduced: [], told: [], stated: [] };
}

const placeOf = ({ at, from = at }: Declared<unknown>): number => from;

/** The declaration in the same exercise that stands nearest, earlier ones first; else the last of an earlier exercise if those count. */
export function declaredAt<T>(list: Declared<T>[], base: string, at: number, unit: number, foreign = false, reaches: (from: number, to: number) => boolean = () => true): T | undefined {
  const all = list.filter((d) => d.base === base && !(d.until !== undefined && (at < d.at || at > d.until)) && !(d.from !== undefined && at < d.from));
  if (all.length === 0) return undefined;
  all.sort((a, b) => placeOf(a) - placeOf(b));
  const own = all.filter((d) => d.unit === unit);
  const before = (own.length || !foreign ? own : all).filter((d) => placeOf(d) <= at);
  // What is said just after, in the same sentence, counts more than what was said long before.
  const after = own.find((d) => placeOf(d) > at && reaches(at, d.at));
  const last = before[before.length - 1];
  return (last && after && after.at - at < 200 && at - last.at > 200 ? after : last ?? after)?.value;
}

const SETS: Record<string, Domain> = { R: 'real', N: 'integer', Z: 'integer' };

/** `x \in …`, `x \sim …`, `x \Rightarrow m \times n`: true when something was declared. */
export function declareRelation(table: DeclarationTable, traces: Traces, lhs: Expr, relation: Relation, rhs: Expr): boolean {
  const at = lhs.span.start;
  const unit = traces.unitAt(at);
  const family = elidedFamily(lhs);
  if (relation.name === 'distributed') return declareLaw(table, traces, family, lhs, rhs);
  if (family && isElided(lhs)) return relation.name === 'in' && declareFamily(table, family, lhs, unit, rhs);
  const use = symbolUse(lhs, contextOf({ traces }));
  if (!use) return false;
  if (relation.name === 'implies' || relation.name === 'in') {
    const shape = relation.name === 'in' ? shapeOfSet(rhs, use.base) : productSizes(rhs);
    if (shape) { table.shapes.push({ base: use.base, at, unit, value: [...use.slots.map(() => UNKNOWN_SIZE), ...shape] }); shape.forEach((s) => observeSize(traces, s)); if (!use.slots.length && shape.length === 1 && isNumeral(shape[0])) observe(traces, `vector ${use.family}`, at); return true; }
  }
  return relation.name === 'in' && declareDomain(table, use.base, at, unit, rhs);
}

/** `x \sim \mathcal{N}(0, 1)`, or each of `x_1, \dots, x_n` so. */
function declareLaw(table: DeclarationTable, traces: Traces, family: string | undefined, lhs: Expr, rhs: Expr): boolean {
  const at = lhs.span.start;
  const unit = traces.unitAt(at);
  const base = family ?? symbolUse(lhs, contextOf({ traces }))?.base;
  const distribution = distributionOf(rhs);
  if (base === undefined || !distribution) return false;
  table.distributions.push({ base, at, unit, value: distribution });
  const spread = distribution.params[distribution.params.length - 1];
  if (distribution.kind === 'normal' && isLetter(spread, '\\Sigma')) table.domains.push({ base: familyOf(spread), at, unit, value: 'positive definite' });
  if (distribution.kind === 'normal' && isScripted(spread) && isName(spread.base) && isNum(spread.sup[0], 2)) table.domains.push({ base: familyOf(spread.base), at, unit, value: 'positive' });
  // A variable that is 0 or 1, and how likely it is 1.
  if (distribution.kind === 'bernoulli') [lhs, spread].forEach((expr, i) => { if (isName(expr)) table.domains.push({ base: familyOf(expr), at, unit, ...(i ? { value: 'unit' } : { value: 'binary', from: at }) }); });
  observe(traces, `random ${base}`, at);
  return true;
}

/** The x of `x_1, \dots, x_n`. */
export function elidedFamily(expr: Expr): string | undefined {
  if (!isElided(expr)) return undefined;
  const [first] = expr.contents;
  return isScriptedName(first) ? familyOf(first.base) : undefined;
}

/** Of `x_i \in \mathbb{R}^d` it is not said how many there are. */
const UNKNOWN_SIZE: Expr = { kind: 'mark', mark: 'empty', span: NOWHERE };

/** Each of `x_1, \dots, x_n \in \mathbb{R}^d`. Of `(x_1, \dots, x_n) \in \mathbb{R}^n` the list is one of it, or, loosely, each is. */
function declareFamily(table: DeclarationTable, base: string, { contents, span: { start: at } }: Group, unit: number, rhs: Expr): boolean {
  const shape = shapeOfSet(rhs, base);
  if (shape && at === contents[0].span.start) table.shapes.push({ base, at, unit, value: [UNKNOWN_SIZE, ...shape] });
  return shape !== undefined || declareDomain(table, base, at, unit, rhs);
}

function declareDomain(table: DeclarationTable, base: string, at: number, unit: number, rhs: Expr): boolean {
  const domain = domainOfSet(rhs);
  // What was said of the name before holds no longer.
  if (domain || (isGroup(rhs) && table.domains.some((d) => d.base === base && d.unit === unit && d.at < at))) table.domains.push({ base, at, unit, value: domain ?? 'real' });
  return domain !== undefined;
}

function domainOfSet(set: Expr): Domain | undefined {
  if (isName(set) && set.font === 'blackboard') return SETS[set.letter];
  if (isScripted(set) && isGroup(set.base) && set.sup.length === 1) return domainOfSet(set.base);
  if (!isGroup(set)) return undefined;
  // `\{0, 1, 2, \dots\}`
  if (set.open === '{' && set.contents.length > 2 && isDots(set.contents.at(-1)) && set.contents.slice(0, -1).every((item) => Number.isInteger(numberIn(item)))) return 'integer';
  if (set.contents.length !== 2) return undefined;
  const [a, b] = set.contents.map((item) => numberIn(item));
  if (a === undefined || b === undefined) return undefined;
  if (set.open === '{') return domainOfValues([a, b]);
  return set.open === '(' || set.open === '[' ? domainBetween(a, b, set.open === '(') : undefined;
}

/** Two values alone. */
export function domainOfValues([a, b, ...more]: number[]): Domain | undefined {
  if (more.length || Math.max(a, b) !== 1) return undefined;
  return Math.min(a, b) === -1 ? 'sign' : Math.min(a, b) === 0 ? 'binary' : undefined;
}

/** The numbers from one to another; where nothing bounds them, no domain. */
export function domainBetween(from: number, to: number, strict: boolean): Domain | undefined {
  if (from === 0 && to === Infinity) return strict ? 'positive' : 'nonnegative';
  if (from === 0 && to === 1) return 'unit';
  return from < to && (from > -Infinity || to < Infinity) ? `${from} to ${to}` : undefined;
}

/** Where the numbers of a domain lie. Undefined for domains that are no intervals. */
export function boundsOf(domain: Domain): { from: number; to: number } | undefined {
  switch (domain) {
    case 'real': return { from: -Infinity, to: Infinity };
    case 'positive': case 'nonnegative': return { from: 0, to: Infinity };
    case 'unit': return { from: 0, to: 1 };
    default: { const interval = intervalOf(domain); return interval && { from: interval[0], to: interval[1] }; }
  }
}

function intervalOf(domain: Domain): [from: number, to: number] | undefined {
  const ends = domain.split(' to ').map(Number);
  return ends.length === 2 ? [ends[0], ends[1]] : undefined;
}

/** A number, `-1`, `\frac{1}{2}`, `\infty`. */
export function numberIn(expr: Expr): number | undefined {
  if (isNumeral(expr)) return expr.value;
  if (isMark(expr, 'infinity')) return Infinity;
  if (isFraction(expr)) { const [over, under] = [numberIn(expr.over), numberIn(expr.under)]; return over !== undefined && under ? over / under : undefined; }
  const [term] = isSum(expr) && expr.terms.length === 1 ? expr.terms : [];
  const value = term && numberIn(term.expr);
  return value === undefined ? undefined : term.sign * value;
}

/** Sizes of `\mathbb{R}^{m \times n}`. In `A \in \mathbb{R}^{m \cdot n}` a capital may be a matrix as well. */
function shapeOfSet(set: Expr, base: string): Expr[] | undefined {
  if (!isScripted(set) || !isLetter(set.base, 'R') || set.sup.length !== 1) return undefined;
  const [size] = set.sup;
  return productSizes(size) ?? (isProduct(size) && CAPITAL.test(base) ? undefined : [size]);
}

export const CAPITAL = /^\\?[A-Z]|^bold\(?.?[A-Z]/;

/** `m \times n`, `m x n`, `(m, n)`. */
function productSizes(expr: Expr): Expr[] | undefined {
  if (isGroup(expr)) return expr.contents.length > 1 ? expr.contents : undefined;
  if (!isProduct(expr)) return undefined;
  const { factors: [rows, by, columns, ...others], signs } = expr;
  return columns && !others.length && isLetter(by, 'x') ? [rows, columns] : signs.every((sign) => sign === 'times') ? expr.factors : undefined;
}

function distributionOf(expr: Expr): Distribution | undefined {
  if (!isProduct(expr) || !isGroup(expr.factors[1])) return undefined;
  const head = expr.factors[0];
  const letter = isName(head) ? head.letter : '';
  const params = expr.factors[1].contents;
  const kind = lawOf(letter, params.length);
  return letter.length > 1 || kind ? { kind: kind ?? 'unknown', params } : undefined;
}

/** What a domain says of a symbol, for messages. */
export function domainWords(domain: Domain): string {
  const interval = intervalOf(domain);
  if (!interval) return DOMAIN_WORDS.get(domain) ?? domain;
  const [from, to] = interval.map((end) => String(end).replace('-', '−'));
  return interval[0] === -Infinity ? (interval[1] === 0 ? 'negative' : `less than ${to}`) : interval[1] === Infinity ? `greater than ${from}` : `between ${from} and ${to}`;
}

/** Of those that are not called by their own name. */
const DOMAIN_WORDS: ReadonlyMap<Domain, string> = new Map([
  ['sign', '−1 or 1'], ['binary', '0 or 1'], ['unit', 'between 0 and 1'], ['simplex', 'a probability vector'], ['projection', 'an orthogonal projection'], ['integer', 'an integer'], ['nonnegative', 'not negative'], ['unit vector', 'of length 1'],
]);
