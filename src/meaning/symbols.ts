/** Which name a scripted letter is: labels, time, indices, transposes and powers told apart by what the document shows. */
import { children, type Expr, isBareLetter, isGroup, isLetter, isName, isNum, isNumeral, isPair, isProduct, isScripted, isScriptedName, isSum, isTransposeMark, type Name, negated, type Scripted } from '../notation/expression';
import { print, printName } from '../notation/print';
import { type Traces, distance, near, raisedTo } from './traces';
import { successor, TRANSPOSING } from './primes';

/** One subscript or superscript that selects entries. */
export type Slot =
  | { kind: 'index'; letter: string; shift: number }
  | { kind: 'entry'; value: number }
  /** The entry that a name tells, as the y_i of `f_{y_i}` does. */
  | { kind: 'chosen'; by: Scripted }
  /** Every entry: the star of `X_{i,*}`. `upright`: what is taken out of the matrix is a column, though it be a row there. */
  | { kind: 'all'; upright?: true };

/** What acts on the named thing and is no part of its name. */
export type Modifier =
  | { kind: 'power'; exponent: Expr }
  | { kind: 'transpose' } | { kind: 'inverse' } | { kind: 'inverseTranspose' } | { kind: 'prime'; order: number };

/** Iteration or layer as a letter with a shift: `x_{n+1}`. */
export interface Time { letter: string; shift: number }

export interface SymbolUse {
  /** Identity without time: letter, accents, labels. */
  base: string;
  /** Letter and accents alone, the family that shares traces. */
  family: string;
  time?: Time;
  slots: Slot[];
  modifiers: Modifier[];
  /** As the student writes it, for messages. */
  tex: string;
  /** Sizes written at the name, as in `W_{4 \times 3}`. */
  shape?: Expr[];
}

/** A name by itself. */
export const plainUse = (base: string, tex = base, family = base): SymbolUse => ({ base, family, slots: [], modifiers: [], tex });

/** Whether it is one: no index, power or transpose stands at it. */
export const isPlainUse = ({ slots, modifiers }: SymbolUse): boolean => slots.length + modifiers.length === 0;

/** `z_1` of a z that is no vector of which this is an entry. */
export const isNumbered = ({ base, family }: SymbolUse): boolean => base.startsWith(`${family}_`) && /^\d+$/.test(base.slice(family.length + 1));

/** The X of `dX`. */
export const incremented = (use: SymbolUse): SymbolUse | undefined =>
  /^d(?:[A-Za-z]|\\[a-zA-Z]+)$/.test(use.family) ? { ...use, base: use.base.slice(1), family: use.family.slice(1), tex: use.tex.replace('d', ''), slots: [], modifiers: [] } : undefined;

/** Identity of a symbol: its base and its time. */
export const keyOf = (use: Pick<SymbolUse, 'base' | 'time'>): string => (use.time ? `${use.base}@${timeKey(use.time)}` : use.base);
export function timeKey(time: Time): string {
  if (time.letter === '') return String(time.shift);
  return time.shift === 0 ? time.letter : `${time.letter}${time.shift > 0 ? '+' : ''}${time.shift}`;
}

/** `\sigma^2`, which goes for a variable of its own. */
export const isVariance = ({ family, slots, time, modifiers: [square, ...more] }: SymbolUse): boolean =>
  /^(?:\\sigma|\\tau|s)$/.test(family) && slots.length === 0 && !time && more.length === 0 && square?.kind === 'power' && isNum(square.exponent, 2);

export interface SymbolContext {
  traces: Traces;
  /** Letters that an enclosing sum, product or derivative index binds here. */
  bound: { has(letter: string): boolean };
  /** Shifts in force while a definition is used at another time. */
  shifts: ReadonlyMap<string, number>;
  /** A letter that counts steps wherever it stands. */
  steps?: string | undefined;
}

/** Where nothing binds indices and nothing is shifted. */
export const contextOf = ({ traces }: { traces: Traces }): SymbolContext => ({ traces, bound: NOTHING, shifts: NOTHING });
const NOTHING: ReadonlyMap<string, number> = new Map();

const INDEX_LETTERS = new Set('ijklmnpqrst'.split(''));
const TIME_LETTERS = new Set(['t', 'k', '\\tau', 'n', 'l', 'L', 's', 'i']);
const SIMPLE_MARKS: Record<string, string> = { star: '*', dagger: '†', plus: '+', minus: '-' };

/** Letter and accents; fonts do not tell names apart save script and blackboard ones, and functions are told apart by their arguments where there are several. */
export function familyOf(name: Name): string {
  const font = name.font === 'calligraphic' || name.font === 'blackboard' ? `${name.font}:` : '';
  return font + name.accents.reduce((inner, accent) => `${accent}(${inner})`, name.letter) + (name.args ? ` of ${name.args}` : '');
}

/** The symbol that an expression names, or undefined when it is no name. */
export function symbolUse(expr: Expr, context: SymbolContext): SymbolUse | undefined {
  if (isName(expr)) return namedBy(context.traces, expr);
  if (!isScriptedName(expr) || isExponential(expr)) return undefined;
  return resolve(expr, expr.base, context);
}

/** What is made of an expression and what is observed: the same as long as nothing more is, since the same lines are asked again and again. */
function asObserved<E extends Expr, T>(make: (traces: Traces, expr: E) => T): (traces: Traces, expr: E) => T {
  const made = new WeakMap<E, { traces: Traces; count: number; value: T }>();
  return (traces, expr) => {
    const known = made.get(expr);
    if (known?.traces === traces && known.count === traces.count) return known.value;
    const value = make(traces, expr);
    made.set(expr, { traces, count: traces.count, value });
    return value;
  };
}

const namedBy = asObserved((traces, name: Name) => whole(bare(name), { traces }, name.span.start));

/** The letter alone, where it is the total of what it stands for with an index, or one thing beside the list of them: the argument of a function whose values at examples `x^{(i)}` are meant, a point beside the data x_i. */
function whole(use: SymbolUse, { traces }: Pick<SymbolContext, 'traces'>, at: number): SymbolUse {
  const { family } = use;
  const isOne = (list: string, one: string): boolean => near(traces, `${list} ${family}`, at) && near(traces, `${one} ${family}`, at);
  const isFormal = traces.seen.get(`formal ${family}`)?.some((o) => at >= o.at && at < o.at + o.value);
  const apart = near(traces, `total ${family}`, at) ? '.total' : isFormal || isOne('example', 'parameter') || isOne('transposed-entry', 'parameter') || isOne('each', 'lone') || isOne('each', 'parameter') ? '.any' : '';
  use.base += apart;
  use.family += apart;
  return use;
}

function bare(name: Name): SymbolUse {
  const family = familyOf(name);
  return plainUse(family, printName(name));
}

/** `e^{-z}`, `e^{x}`: exponents that a quantity called e is not raised to, whatever the document binds it to. */
export function isExponential(expr: Scripted): boolean {
  const [exponent] = expr.sup;
  if (!isBareLetter(expr.base, 'e') || expr.sub.length || expr.primes || expr.sup.length !== 1) return false;
  if (isName(exponent)) return exponent.letter.startsWith('\\') || !/^[Ti-nt]$/.test(exponent.letter);
  return ['sum', 'product', 'fraction', 'apply', 'root', 'scripted', 'big'].includes(exponent.kind) && !isMinusOne(exponent) && !isInverseTranspose(exponent) && !shifted(exponent);
}

function resolve(expr: Scripted, name: Name, context: SymbolContext): SymbolUse | undefined {
  const use = bare(name);
  const at = expr.span.start;
  const labels: Expr[] = [];
  for (const script of expr.sup) {
    for (const item of labelAndMark(script)) {
      const before = use.modifiers.length;
      if (!readSuperscript(use, item, name, context, at, expr.sub.length > 0)) return undefined;
      if (use.modifiers.length === before) labels.push(item);
    }
  }
  for (const item of expr.sub) {
    if (expr.sub.length === 2 && isEvery(item)) use.slots.push({ kind: 'all' });
    else if (!readSubscript(use, item, context, at)) return undefined;
  }
  if (!labels.length && !use.time && (!expr.sub.length || isOfOne(use, context, at))) whole(use, context, at);
  // `f_i(w) = …` beside `f(w) = \sum_i f_i(w)`
  if (use.slots.length && ['one', 'many'].every((count) => near(context.traces, `${count} function ${use.family}`, at))) use.base += '.each';
  // What is printed before needs no copy, which is printed anew.
  const isWhole = labels.length === expr.sup.length && expr.primes === 0 && labels.every((label, i) => label === expr.sup[i]);
  if (expr.sub.length || labels.length) use.tex = print(isWhole ? expr : { ...expr, sup: labels, primes: 0 });
  if (expr.primes && isFunctionLetter(use, context, at)) use.modifiers.unshift({ kind: 'prime', order: expr.primes });
  else if (expr.primes && near(context.traces, TRANSPOSING, at) && !near(context.traces, successor(name.letter), at)) use.modifiers.unshift(...Array.from({ length: expr.primes }, (): Modifier => ({ kind: 'transpose' })));
  else if (expr.primes) { use.base += "'".repeat(expr.primes); use.tex += "'".repeat(expr.primes); }
  const moved = use.time && context.shifts.get(use.time.letter);
  if (use.time && moved) use.tex = use.tex.replace(new RegExp(`(?<=[{([])${stepTex(use.time, -moved).replace(/[\\\\+]/g, '\\\\$&')}(?=[})\\]])`), () => stepTex(use.time as Time));
  return use;
}

/** The x_j of one x, where those of all examples are `x_j^{(i)}`. */
const isOfOne = ({ family, slots: [slot, ...more] }: SymbolUse, { traces }: SymbolContext, at: number): boolean =>
  more.length === 0 && slot?.kind === 'index' && /^[jkl]$/.test(slot.letter) && ['example', 'parameter'].every((topic) => near(traces, `${topic} ${family}`, at));

/** `t - 1`, as it is printed. */
const stepTex = ({ letter, shift }: Time, by = 0): string => (shift + by === 0 ? letter : `${letter} ${shift + by < 0 ? '-' : '+'} ${Math.abs(shift + by)}`);

/** The star or colon beside the other index of a matrix. */
const isEvery = (item: Expr): boolean => item.kind === 'mark' && (item.mark === 'star' || item.mark === 'colon');

/** `W^{[2]T}`, `x^{(i)^2}`: a label and a transpose or a power in one superscript. */
function labelAndMark(item: Expr): Expr[] {
  if (isScripted(item) && isLabelled(item.base) && !item.sub.length && !item.primes) return [item.base, ...item.sup];
  if (!isPair(item, 'implicit')) return [item];
  const [label, mark] = item.factors;
  const turned = isTransposeMark(mark);
  return isGroup(label) && turned ? [label, mark] : [item];
}

/** `[l - 1]`, `(i)`; `(x - 1)` is more likely a number that is raised to something. */
const isLabelled = (base: Expr): boolean => isGroup(base) && (base.open === '[' || base.contents.every((item) => isName(item) || isNumeral(item)));

/** `f_{xy}` of a function of x and y: what it is differentiated by, in order. `lookup` gives the parameters of a name. */
export function partialBy(expr: Expr, lookup: (family: string) => readonly SymbolUse[] | undefined): Expr[] | undefined {
  if (!isScriptedName(expr) || expr.sup.length || expr.primes || expr.sub.length !== 1) return undefined;
  const [sub] = expr.sub;
  const letters = isProduct(sub) && sub.signs.every((sign) => sign === 'implicit') ? sub.factors : [sub];
  const params = letters.every(isName) ? lookup(familyOf(expr.base)) : undefined;
  const isParameter = (letter: Expr): boolean => isName(letter) && params?.some(({ base }) => base === familyOf(letter)) === true;
  return params && params.length > 1 && letters.every(isParameter) ? letters : undefined;
}

/** Letters that are functions unless the document says otherwise. */
export const DEFAULT_FUNCTIONS: ReadonlySet<string> = new Set(['f', 'g', 'h', 'F', 'G', '\\phi', '\\psi', 'calligraphic:L', '\\ell', '\\sigma']);

/** The prime of a function is its derivative; on another name it is part of the name. */
function isFunctionLetter(use: SymbolUse, context: SymbolContext, at: number): boolean {
  if (near(context.traces, successor(use.family), at) && !near(context.traces, `call ${use.base}`, at)) return false;
  return DEFAULT_FUNCTIONS.has(use.family) || near(context.traces, `call ${use.base}`, at) || /^[A-Za-z]{2,}$/.test(use.family);
}

/** A letter with a constant added: `n`, `n+1`, `t-1`. */
export function shifted(expr: Expr): Time | undefined {
  if (isName(expr) && expr.accents.length === 0) return { letter: expr.letter, shift: 0 };
  if (!isSum(expr) || expr.terms.length !== 2) return undefined;
  const [first, second] = expr.terms;
  if (first.sign !== 1 || !isName(first.expr) || !isNumeral(second.expr)) return undefined;
  return { letter: first.expr.letter, shift: second.sign * second.expr.value };
}

const withShift = (time: Time, context: SymbolContext): Time => ({ letter: time.letter, shift: time.shift + (context.shifts.get(time.letter) ?? 0) });

/** Every symbol that an expression mentions; letters in the scripts of a name are no symbols of their own. */
export function visitSymbols(expr: Expr, context: SymbolContext, see: (use: SymbolUse) => void): void {
  const use = symbolUse(expr, context);
  if (use) see(use);
  const inner = !isScripted(expr) ? children(expr) : use ? use.modifiers.flatMap((m) => (m.kind === 'power' ? [m.exponent] : [])) : isExponential(expr) ? expr.sup : children(expr);
  for (const child of inner) visitSymbols(child, context, see);
}

/** All symbols that expressions mention. */
export const usesIn = ({ traces }: { traces: Traces }, ...exprs: Expr[]): SymbolUse[] => exprs.flatMap((expr) => usesOf(traces, expr));

/** Whether an expression mentions such a name. */
export const hasSymbol = (expr: Expr, { traces }: { traces: Traces }, isOne: (use: SymbolUse) => boolean): boolean => usesOf(traces, expr).some(isOne);

const usesOf = asObserved((traces, expr: Expr): readonly SymbolUse[] => {
  const uses: SymbolUse[] = [];
  visitSymbols(expr, contextOf({ traces }), (use) => { uses.push(use); });
  return uses;
});

// ── superscripts ──

function readSuperscript(use: SymbolUse, item: Expr, name: Name, context: SymbolContext, at: number, indexed: boolean): boolean {
  if (isGroup(item)) return readLabelScript(use, item, context, at);
  if (item.kind === 'mark') return readMark(use, item.mark);
  if (isScripted(item) && isNumeral(item.base)) return power(use, item);
  if (isMinusOne(item)) return modify(use, { kind: 'inverse' });
  if (isInverseTranspose(item)) return modify(use, { kind: 'inverseTranspose' });
  if (isLetter(item, 'T') && !context.bound.has('T')) return modify(use, { kind: 'transpose' });
  if (isNumeral(item)) return numericSuperscript(use, item, context, at, indexed);
  if (isRaisedLabel(use, item, context, at)) { use.base += `^${print(item)}`; return true; }
  const time = shifted(item);
  if (time && isTimeOf(use, time, name, context, at)) { use.time = withShift(time, context); return true; }
  if (isName(item) && item.font === 'roman' && item.letter.length > 1) { use.base += `^${item.letter}`; return true; }
  const word = item.kind === 'words' ? item.text : spelled(item);
  if (word) { use.base += `^${word}`; return true; }
  if (item.kind === 'unread') return false;
  return power(use, item);
}

/** Of a name that has such labels every name above it is one; above others, those that are known. */
function isRaisedLabel({ family }: SymbolUse, item: Expr, { traces, bound }: SymbolContext, at: number): boolean {
  const isUnbound = isName(item) ? !bound.has(item.letter) : isScriptedName(item);
  return isUnbound && (near(traces, `raised ${print(item)}`, at) || near(traces, `raised on ${family}`, at));
}

/** `w^{new}`: letters side by side that are a word, and no product. */
function spelled(item: Expr): string | undefined {
  if (!isProduct(item) || !item.signs.every((sign) => sign === 'implicit')) return undefined;
  const word = item.factors.map((factor) => (isName(factor) && !factor.accents.length ? factor.letter : ' ')).join('');
  return WORD.test(word) ? word : undefined;
}
const WORD = /^(?:new|old|next|prev|cur|curr|init|opt|true|pred|tr(?:ain)?|val|test|MLE?|MAP|OLS|LS)$/;

function modify(use: SymbolUse, modifier: Modifier): true {
  use.modifiers.push(modifier);
  return true;
}
const power = (use: SymbolUse, exponent: Expr): true => modify(use, { kind: 'power', exponent });

export const isMinusOne = (e: Expr): boolean => isNum(negated(e), 1);
const isInverseTranspose = (e: Expr): boolean => isTransposeMark(negated(e));

function readMark(use: SymbolUse, mark: string): boolean {
  if (mark === 'transpose') return modify(use, { kind: 'transpose' });
  const label = SIMPLE_MARKS[mark];
  if (!label) return false;
  use.base += `^${label}`;
  return true;
}

/** `x^2` is a power unless the document iterates x by superscripts, or says of `x^0` what it is, and the number is 0. */
function numericSuperscript(use: SymbolUse, item: Extract<Expr, { kind: 'num' }>, context: SymbolContext, at: number, indexed: boolean): boolean {
  if (item.value === 0 && [`uptime ${use.family}`, `raised 0 on ${use.family}`].some((shown) => near(context.traces, shown, at))) { use.time = { letter: '', shift: 0 }; return true; }
  if (item.value === 2 && near(context.traces, `square ${use.family}${indexed ? '_' : ''}`, at)) { use.base += '^2'; return true; }
  return power(use, item);
}

/** `W^{(2)}`, `w^{(k)}`, `z^{[l]}`, `y^{(i)}`: layers, iterations and examples. */
function readLabelScript(use: SymbolUse, item: Extract<Expr, { kind: 'group' }>, context: SymbolContext, at: number): boolean {
  if (item.contents.length !== 1 || (item.open !== '(' && item.open !== '[')) return power(use, item);
  const inner = item.contents[0];
  if (isNumeral(inner)) { use.base += `^(${inner.text})`; return true; }
  const time = shifted(inner);
  if (!time && inner.kind !== 'mark' && inner.kind !== 'words' && !spelled(inner)) return power(use, item);
  if (!time) { use.base += `^(${print(inner)})`; return true; }
  if (time.shift === 0 && context.bound.has(time.letter)) { use.slots.push({ kind: 'index', letter: time.letter, shift: 0 }); return true; }
  const summed = distance(context.traces, `sum ${time.letter}`, at);
  const stepped = distance(context.traces, `step ${time.letter}`, at);
  const isOfSequence = time.letter === context.steps || (time.letter === 't' && near(context.traces, 'step t', at));
  const isIndex = item.open === '(' && time.shift === 0 && !isOfSequence && (summed < stepped || (summed === stepped && /^[ijn]$/.test(time.letter)));
  if (isIndex) use.slots.push({ kind: 'index', letter: time.letter, shift: 0 });
  else use.time = withShift(time, context);
  return true;
}

/** A plain superscript letter is time for letters that iterate, a power for the rest: `x^{k+1}` but `\beta^t`, `2^n`. */
function isTimeOf(use: SymbolUse, time: Time, name: Name, context: SymbolContext, at: number): boolean {
  if (name.letter === 'e' && name.accents.length === 0) return false;
  if (context.bound.has(time.letter)) return near(context.traces, `uptime ${use.family}`, at);
  if (near(context.traces, `uptime ${use.family}`, at)) return true;
  if (near(context.traces, raisedTo(use.family, time.letter), at)) return false;
  // Beside a layer l the last one is L.
  if (/^[lL]$/.test(time.letter) && ['layer l', 'layer L'].some((topic) => distance(context.traces, topic, at) < Infinity)) return true;
  return TIME_LETTERS.has(time.letter) && ['t', 'k', '\\tau'].includes(time.letter) && !name.letter.startsWith('\\');
}

// ── subscripts ──

function readSubscript(use: SymbolUse, item: Expr, context: SymbolContext, at: number): boolean {
  switch (item.kind) {
    case 'num': return numericSubscript(use, item.text, context, at);
    case 'name': return letterSubscript(use, item, context, at);
    case 'sum': return isMinusOne(item) ? ofNegativeClass(use, context, at) : shiftedSubscript(use, item, context);
    case 'words': use.base += `_${item.text}`; return true;
    case 'mark': if (item.mark === 'colon') return false; use.base += `_${item.mark}`; return true;
    case 'product': return productSubscript(use, item, context, at);
    case 'group': use.base += `_${print(item)}`; return true;
    case 'scripted': if (near(context.traces, `place ${use.family} ${print(item)}`, at)) use.slots.push({ kind: 'chosen', by: item }); else use.base += `_${print(item)}`; return true;
    default: return false;
  }
}

function numericSubscript(use: SymbolUse, text: string, context: SymbolContext, at: number): boolean {
  const isMatrix = /^[A-Z]$/.test(use.family);
  const entry = near(context.traces, `indexed ${use.family}`, at) || (!isMatrix && near(context.traces, `vector ${use.family}`, at) && !near(context.traces, `numbered ${use.family}`, at));
  if (near(context.traces, `downtime ${use.family}`, at)) { use.time = { letter: '', shift: Number(text) }; return true; }
  const twice = text.length === 2 && near(context.traces, `pair ${use.family}`, at);
  const [fromZero, fromOne] = [0, 1].map((first) => near(context.traces, countedFrom(first, use.family), at));
  // It may be either the one before the first or the first.
  if (fromZero && fromOne) return false;
  if (fromZero && /^\d+$/.test(text)) { use.slots.push({ kind: 'entry', value: Number(text) + 1 }); return true; }
  // No entry is the 0th: the w_{10} of a bias is one of the w_{i0}.
  if (twice) { for (const digit of text) if (digit === '0') use.base += '_0'; else use.slots.push({ kind: 'entry', value: Number(digit) }); return true; }
  if (entry && /^\d+$/.test(text) && Number(text) > 0) { use.slots.push({ kind: 'entry', value: Number(text) }); return true; }
  use.base += `_${text}`;
  return true;
}

/** What is observed of the s of `\sum_{j=0}^K s_j`, and of its j. */
export const countedFrom = (first: number, name: string): string => `counted from ${first} ${name}`;

function letterSubscript(use: SymbolUse, name: Name, context: SymbolContext, at: number): boolean {
  const letter = name.letter;
  if (context.bound.has(letter)) { use.slots.push({ kind: 'index', letter, shift: 0 }); return true; }
  if (letter === context.steps) { use.time = withShift({ letter, shift: 0 }, context); return true; }
  if (near(context.traces, `label ${use.family} ${letter}`, at)) { use.base += `_${printName(name)}`; return true; }
  const time = distance(context.traces, `downtime ${use.family} ${letter}`, at);
  const index = distance(context.traces, `summed ${use.family} ${letter}`, at);
  const general = distance(context.traces, `step ${letter}`, at);
  if (time < index || (letter === 't' && general < Infinity)) { use.time = withShift({ letter, shift: 0 }, context); return true; }
  const isIndex = name.accents.length === 0 && name.font !== 'roman' && (INDEX_LETTERS.has(letter) || near(context.traces, `class ${letter}`, at) || near(context.traces, `place ${use.family} ${letter}`, at) || near(context.traces, `entry ${use.family} ${letter}`, at) || near(context.traces, `sum ${letter}`, at));
  if (isIndex && !isOpposed(context.traces, use.family, letter, at)) use.slots.push({ kind: 'index', letter, shift: 0 });
  else use.base += `_${printName(name)}`;
  return true;
}

/** In `\log \sigma(s_o) + \sum_k \log \sigma(-s_k)` o is none of the places that are counted; what is nearer tells which of two sums is meant. */
export const isOpposed = (traces: Traces, family: string, letter: string, at: number): boolean =>
  near(traces, `opposed ${family} ${letter}`, at) && distance(traces, `opposed ${family} ${letter}`, at) < distance(traces, `place ${family} ${letter}`, at);

/** `\mu_{-1}` beside `\mu_1`: of the class −1, and no entry or time. */
function ofNegativeClass(use: SymbolUse, { traces }: SymbolContext, at: number): boolean {
  if (!near(traces, `numbered ${use.family}`, at) || near(traces, `downtime ${use.family}`, at)) return false;
  use.base += '_{-1}';
  return true;
}

function shiftedSubscript(use: SymbolUse, item: Expr, context: SymbolContext): boolean {
  const time = shifted(item);
  if (!time) return false;
  if (context.bound.has(time.letter)) use.slots.push({ kind: 'index', letter: time.letter, shift: time.shift });
  else use.time = withShift(time, context);
  return true;
}

/** `a_{ij}` has two indices, `w_{new}` a word, `W_{6 \times 4}` its sizes, `z_{1i}` a label and an index. */
function productSubscript(use: SymbolUse, item: Extract<Expr, { kind: 'product' }>, context: SymbolContext, at: number): boolean {
  if (item.signs.includes('times')) { use.shape = item.factors; return true; }
  if (item.signs.some((sign) => sign !== 'implicit')) return false;
  const letters = item.factors.map((f) => (isName(f) && f.accents.length === 0 ? f.letter : ''));
  const isSummed = (l: string) => context.bound.has(l) || near(context.traces, `summed ${use.family} ${l}`, at);
  const indexLike = (l: string) => INDEX_LETTERS.has(l) || isSummed(l);
  // The c of `\sum_{i,j} A_{cij}` is one of many.
  const isWord = letters.length > 2 ? letters.filter(isSummed).length < letters.length - 1 && !letters.every((l) => context.bound.has(l) || near(context.traces, `sum ${l}`, at)) : !letters.every(indexLike);
  if (letters.every(Boolean) && isWord) { use.base += `_${letters.join('')}`; return true; }
  if (item.factors.some(isNumeral) && !letters.some((l) => l && indexLike(l))) { use.base += `_${item.factors.map(print).join('')}`; return true; }
  return item.factors.every((factor) => readSubscript(use, factor, context, at));
}
