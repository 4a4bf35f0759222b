/** Everything that a claim rests on while it is read: symbols with their axes, definitions, sizes, and the reading in force. */
import type { Memory } from '../memory';
import { type Cases, type Expr, type Group, hasPart, isName } from '../notation/expression';
import type { Span } from '../text/region';
import type { Distribution, Domain, Slice } from './declarations';
import type { Parity } from './parity';
import { type Dims, createDims, unify } from './dims';
import type { Traces } from './traces';
import type { SymbolUse, Time } from './symbols';
import type { Index, Term, Value } from './term';

/** A link of the document that binds a symbol: `base_{slots}(params) = expr`. */
export interface Binding {
  base: string;
  time?: Time;
  /** Letters of the indices on the left side. */
  slots: string[];
  /** Names of the formal parameters of `f(x, y) = …`. */
  params: SymbolUse[];
  expr: Expr;
  /** Where the binding stands, and where it begins to hold. */
  at: number;
  unit: number;
  block: number;
  /** The right side mentions the same name at another time. */
  recursive: boolean;
  /** Holds in its own exercise only: names of coordinates, numbers. */
  own: boolean;
  /** The cases that it was given in, one by one. */
  pieces?: Cases['rows'];
  /** The right side is a plain number. */
  isValue: boolean;
  /** What is added to it by chance, as in `y = X\beta + \epsilon`: it says how the value came about, and a loss of it is derived with the value as it was measured. */
  noise?: string;
  /** The line that binds it was wrong, and `expr` is what belongs there. */
  isCorrected?: true;
  tex: string;
}

/** What a name stands for inside one claim. */
export interface SymbolInfo {
  key: string;
  use: SymbolUse;
  /** Index classes of the axes, for sizes; one for each axis. */
  axes: Index[];
  stance: 'column' | 'row';
  binding?: Binding;
  /** Keys of the symbols that an undefined symbol is taken to depend on. */
  dependsOn: string[];
  size?: boolean;
  /** It counts, as the n of `n!`. */
  whole?: boolean;
  /** Numbers that conditions compare it with, as in `\mathbb{1}[y = 1]`. */
  compared?: number[];
  /** Of values that no name of the document has, such as chances. */
  domain?: Domain;
}

/** The elaborated right side of a binding over its axes. */
export interface Definition { axes: Index[]; term: Term }

/** A law without a definition: the letters of what it is of, those of which nothing says how likely they are, as the \theta of `p(x, \theta)`, the calls of it in the claim, and whether it has chances or a density. */
export interface Law { letters: string[]; parameters: string[]; calls: Group[]; by: 'sum' | 'measure' }

/** One way to understand a claim. Every alternative is a convention that the verdict names. */
export interface Reading {
  layout: 'numerator' | 'denominator';
  products: 'matrix' | 'element-wise';
  /** Scalars may be added to each entry of a vector. */
  broadcast: boolean;
  /** A row may stand for a column. */
  loose: boolean;
  /** Vectors without a definition are rows; what is wrong of columns alone is not wrong. */
  rows: boolean;
  /** Bindings of sibling items and other exercises are left out. */
  local: boolean;
  /** Names that the document sets to a number stand for that number; else for any number. */
  values: boolean;
  /** Random variables without a stated law are independent of each other. */
  independent: boolean;
  /** A one-hot vector is 1 at the class that the line names, `\bar x` the mean of x_i, and `\|A\|_1` the sum of all entries. */
  usual: boolean;
  /** Examples `x_i` are the rows of X. */
  stacked: boolean;
  /** `p(x)` without a definition is a law; else any function. */
  lawful: boolean;
  /** Beside `y = ax` the `y(x)` is y; else the product with x. */
  applied: boolean;
  /** What `a / b c` divides by and `\log b (c)` is of: the next factor, or all that follow. */
  reach: 'next' | 'all';
  /** Base of a `\log` without one. */
  logBase: number;
  /** What `\sigma(z)` is where nothing says so. */
  activation: string;
  /** Bindings to take instead of the latest, where a name is bound in several branches. */
  branches: ReadonlyMap<string, Binding>;
  /** Names that are held fixed: their definitions are left out. */
  held: ReadonlySet<string>;
  /** Names of which only is known what they depend on: their definitions are left out. */
  open: ReadonlySet<string>;
  ranks: ReadonlyMap<string, number>;
  /** Sums over the steps of a recurrence are written out over a few of them. */
  steps?: Steps;
}

/** The letter that steps, and what it is of; the first step as a number and the letter of the last one, where sums say them; the first that is written out, counted from the letter, and how many are. */
export interface Steps { letter: string; families: ReadonlySet<string>; first?: number; last?: string; from: number; count: number }

export const PLAIN_READING: Reading = { layout: 'numerator', products: 'matrix', broadcast: false, loose: false, rows: false, local: false, values: false, independent: false, lawful: true, applied: true, usual: false, stacked: false, reach: 'next', logBase: Math.E, activation: 'sigmoid', branches: new Map(), held: new Set(), open: new Set(), ranks: new Map() };

/** What the document declares of symbols, by prose or by relation. */
export interface Declarations {
  /** Distribution of a random symbol, by base. */
  distribution(base: string, at: number): Distribution | undefined;
  /** Sizes declared for a symbol, outermost first; `local`: not by another item. */
  shape(base: string, at: number, local?: boolean): Expr[] | undefined;
  /** The size of the first index of all names with the letter, where the exercise says one. */
  count(family: string, at: number): Expr | undefined;
  /** Whether there are so many of anything, as printed. */
  isCount(size: string, at: number): boolean;
  /** How many classes the exercise says that there are. */
  classes(at: number): Expr | undefined;
  /** Number of axes that words declare. */
  rank(base: string, at: number, local?: boolean): number | undefined;
  randoms(at: number): string[];
  /** The document speaks of variables that depend on each other. */
  dependent: boolean;
  /** It speaks of each row of a matrix. */
  rowwise: boolean;
  /** It says that all its quantities are numbers. */
  scalars: boolean;
  /** `later` also counts what is said under later headings. */
  domain(base: string, at: number, later?: boolean): Domain | undefined;
  /** Whether words say that the name is something. */
  isIntroduced(base: string, at: number): boolean;
  /** The well-known function that prose says a name is. */
  functionName(base: string, at: number): string | undefined;
  /** What words or an equation say of a function. */
  slice(base: string, at: number): Slice | undefined;
  parity(base: string, at: number): Parity | undefined;
}

export interface World {
  traces: Traces;
  declarations: Declarations;
  /** What was found of claims, by all that they rest on. */
  memory: Memory;
  /** The binding in force for a name at a place, under the reading. */
  lookup(base: string, time: Time | undefined, at: number, local: boolean, isFormula?: boolean): Binding | undefined;
  /** Symbols that an undefined one is differentiated by in the same exercise. */
  /** At a time of the name, where it has one. */
  differentiatedBy(base: string, time: Time | undefined, at: number, local: boolean): SymbolUse[];
  /** Whether the document uses a name as a function at a place. */
  isFunction(family: string, at: number): boolean;
  /** Whether a claim may use what is bound at another place: an item of a list does not use what later items say. */
  restsOn(claimAt: number, bindingAt: number): boolean;
  /** Whether something is said in an item and the place is in another one that defines something itself. */
  isOfAnother(said: number, at: number): boolean;
  /** Number of axes that a claim of the same exercise was verified with. */
  settledRank(base: string, at: number, local?: boolean): number | undefined;
  reading: Watched;
  /** The conventions of the reading that were asked for: the others make no difference. */
  consulted: Set<keyof Reading>;
  dims: Dims;
  symbols: Map<string, SymbolInfo>;
  definitions: Map<string, Definition>;
  /** Ranks that were guessed from the way a name looks, with the alternatives in order. */
  guesses: Map<string, number[]>;
  /** Keys of the symbols in the order in which they were read, and those that came up while each was looked up for the first time. */
  mentioned: { keys: string[]; within: Map<string, string[]> };
  conventions: Set<string>;
  /** Letters of steps that sums and products run up to. */
  steps: Set<string>;
  /** What sums run over, with the set that they name. */
  ranges: { index: Index; letter: string; set: string | undefined }[];
  /** Random variables were taken to be independent. */
  independence: boolean;
  /** A divergence between laws of many entries, or the density of one, stands in it, which this letter may count. */
  betweenLaws?: { by: string | undefined };
  /** A way of reading that the notation does not say: a line that holds by it may be meant so, or be wrong. */
  proviso?: string;
  /** What random names are drawn from, by their keys, where an expectation says it. */
  drawn: Map<string, string>;
  /** Names without a law, by their keys: whether an expectation was taken over their values or beside them. */
  averaged: Map<string, 'over' | 'beside'>;
  /** What was taken from the document of functions without a definition, in words. */
  premises: Set<string>;
  /** What undefined functions were applied to, one after the other. */
  calls: Map<string, string[]>;
  /** A limit at infinity stands in it, which is known to few digits. */
  reachesFar: boolean;
  /** What was guessed in reading it: a difference may be a matter of that. */
  guessed?: string;
  /** Places of the matrices that are arguments of functions which have a meaning for a whole matrix too. */
  matrixArguments: Index[][];
  counter: { next: number };
  /** Where the claim stands that is being read. */
  claimAt: number;
  /** Letters of the claim that index something: by themselves they are the number of the entry. */
  indices: ReadonlySet<string>;
  /** Laws without a definition that the claim calls, by their names. */
  laws: ReadonlyMap<string, Law>;
  /** Reads an expression in this world: the families of notation call each other through it. */
  read(scope: Scope, expr: Expr): Value;
}

/** What a document gives to every claim read in it. */
export type Surroundings = Pick<World, 'traces' | 'declarations' | 'memory' | 'lookup' | 'differentiatedBy' | 'isFunction' | 'settledRank' | 'restsOn' | 'isOfAnother'>;

export function createWorld({ traces, declarations, memory, lookup, differentiatedBy, isFunction, settledRank, restsOn, isOfAnother }: Surroundings, reading: Reading, claimAt: number, indices: ReadonlySet<string>, laws: ReadonlyMap<string, Law>, read: (world: World, scope: Scope, expr: Expr) => Value): World {
  const consulted = new Set<keyof Reading>();
  const world: World = {
    // Name by name: so large a literal takes ten times as long where it begins with a spread.
    traces, declarations, memory, lookup, differentiatedBy, isFunction, settledRank, restsOn, isOfAnother, reading: new Watched(reading, consulted), consulted,
    dims: createDims(), symbols: new Map(), definitions: new Map(), guesses: new Map(), mentioned: { keys: [], within: new Map() }, conventions: new Set(), ranges: [], steps: new Set(), independence: false, drawn: new Map(), averaged: new Map(), premises: new Set(), calls: new Map(), reachesFar: false, matrixArguments: [], counter: { next: 0 }, claimAt, indices, laws,
    read: (scope, expr) => read(world, scope, expr),
  };
  return world;
}

/** The same reading, which notes what it is asked, save for what is fixed whatever the reading says. */
export class Watched implements Reading {
  readonly plain: Reading;
  constructor(reading: Reading, private readonly consulted: Set<keyof Reading>, private readonly fixed: Partial<Reading> = {}) { this.plain = reading instanceof Watched ? reading.plain : reading; }
  /** The same where products are of matrices. */
  get ofMatrices(): Watched { this.matrices ??= new Watched({ ...this.plain, products: 'matrix' }, this.consulted, { ...this.fixed, products: 'matrix' }); return this.matrices; }
  private matrices?: Watched;
  get layout() { return this.ask(/* @__KEY__ */ 'layout'); }
  get products() { return this.ask(/* @__KEY__ */ 'products'); }
  get broadcast() { return this.ask('broadcast'); }
  get loose() { return this.ask('loose'); }
  get rows() { return this.ask('rows'); }
  get local() { return this.ask('local'); }
  get reach() { return this.ask('reach'); }
  get logBase() { return this.ask('logBase'); }
  get activation() { return this.ask('activation'); }
  get values() { return this.ask('values'); }
  get independent() { return this.ask(/* @__KEY__ */ 'independent'); }
  get usual() { return this.ask(/* @__KEY__ */ 'usual'); }
  get stacked() { return this.ask('stacked'); }
  get lawful() { return this.ask('lawful'); }
  get applied() { return this.ask('applied'); }
  get branches() { return this.ask('branches'); }
  get held() { return this.ask('held'); }
  get open() { return this.ask('open'); }
  get ranks() { return this.ask(/* @__KEY__ */ 'ranks'); }
  get steps() { return this.ask('steps'); }
  private ask<K extends keyof Reading>(key: K): Reading[K] { if (!(key in this.fixed)) this.consulted.add(key); return this.plain[key]; }
}

/** Where an expression stands: its place, what is bound around it, and time shifts of the definition being used. */
export interface Scope {
  at: number;
  bound: ReadonlyMap<string, Index>;
  shifts: ReadonlyMap<string, number>;
  /** Index letters that the other members of the claim have free. */
  outer: ReadonlySet<string>;
  /** Powers of vectors are of each entry, as in `\operatorname{diag}(\sigma^2)` and `g \odot (1 - h^2)`. */
  byEntries?: true;
}

/** With a number, the name of what an integral runs over. */
export const DUMMY = '\\∫';
export const isDummy = (letter: string): boolean => letter.startsWith(DUMMY);
/** A new one for a name with this letter. */
export const dummyFor = (world: World, family: string): string => `${DUMMY}${world.counter.next++}:${family}`;
/** The letter that it was made for. */
export const madeFor = (letter: string): string => (isDummy(letter) ? letter.slice(letter.indexOf(':') + 1) : letter);

/** The document says something that is not read, or that has no shape; caught where a claim is read. No Error: it is thrown too often to take down where. */
export class Unreadable {
  /** `ofTransposes`: factors of one product do not fit each other, or a row stands beside a column: where a transpose is lost or too much. */
  constructor(readonly what: string, readonly span: Span | undefined, readonly sort: 'unread' | 'misfit' | 'undefined' = 'unread', readonly ofTransposes = false) {}
  /** The names whose shapes decide whether what was read fits. */
  restsOn?: ReadonlySet<string>;
  toString(): string { return this.what; }
}

/** What is not read, or not decided by the document. */
export function unreadable(what: string, span?: Span, sort?: Unreadable['sort']): never {
  throw new Unreadable(what, span, sort);
}

/** What has no shape. */
export function misfit(what: string, span?: Span, ofTransposes?: boolean): never {
  throw new Unreadable(what, span, 'misfit', ofTransposes);
}

/** What is read; undefined where it cannot be. */
export function ifReadable<T>(read: () => T): T | undefined {
  try { return read(); } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** The binding in force for a name at a place. The reading is asked only where it makes a difference. */
export function boundTo({ lookup, reading }: World, base: string, time: Time | undefined, at: number): Binding | undefined {
  const bound = (from: number, isFormula?: boolean): Binding | undefined => {
    const all = lookup(base, time, from, false, isFormula);
    const own = lookup(base, time, from, true, isFormula);
    return all !== own && reading.local ? own : all;
  };
  const found = bound(at);
  // Of `z = w x + b` and then `z = -1 \cdot 2 + 3 = 1` the formula is meant.
  const formula = found && isWorkedOut(found) ? bound(found.at, true) : undefined;
  return formula && formula.unit === found?.unit && formula.at < found.at && !reading.values ? formula : found;
}

/** `a = \sigma(1)`, `L = \frac12 \cdot 0.3^2`. */
export const isWorkedOut = ({ params, expr }: Pick<Binding, 'params' | 'expr'>): boolean => params.length === 0 && !hasPart(expr, (part) => isName(part) && !/^(?:[e01]|\\pi|\\sigma)$/.test(part.letter));

/** What is said of the shape of a name, under the reading: `local` leaves out what other items say. */
export function shapeSaid({ declarations, settledRank, reading }: World, base: string, at: number): { sizes?: Expr[]; rank?: number; settled?: number } {
  const said = (local: boolean) => ({ sizes: declarations.shape(base, at, local), rank: declarations.rank(base, at, local), settled: settledRank(base, at, local) });
  const [all, own] = [said(false), said(true)];
  return (all.sizes !== own.sizes || all.rank !== own.rank || all.settled !== own.settled) && reading.local ? own : all;
}

/** What a name is differentiated by, under the reading. */
export function variedBy({ differentiatedBy, reading }: World, base: string, time: Time | undefined, at: number): SymbolUse[] {
  const [all, own] = [differentiatedBy(base, time, at, false), differentiatedBy(base, time, at, true)];
  return all.length !== own.length && reading.local ? own : all;
}

/** The symbols that were read in it. */
export const symbolsIn = ({ symbols }: Pick<World, 'symbols'>): SymbolInfo[] => [...symbols.values()];

/** A name of which nothing is known yet. */
export function addSymbol(world: World, key: string, use: SymbolUse): SymbolInfo {
  const info: SymbolInfo = { key, use, axes: [], stance: 'column', dependsOn: [] };
  world.symbols.set(key, info);
  return info;
}

export const freshIndex = (world: World, hint = '~'): Index => `${hint}${hint === '~' ? '' : '#'}${world.counter.next++}`;

/** An index that runs over as much as another. */
export function freshLike(world: World, axis: Index): Index {
  const index = freshIndex(world);
  unify(world.dims, index, axis);
  return index;
}
