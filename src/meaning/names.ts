/** A name to a term: its axes and sizes, the definition it stands for, the entries that its indices select. */
import { type Expr, find, hasPart, isBig, isLetter, isName, isNum, isNumeral, isOpenIntegral, isScripted, isScriptedName, isTransposed } from '../notation/expression';
import { print } from '../notation/print';
import { counting, isSumOfSizes } from './counts';
import { classesAt } from './classes';
import { atPlaces } from './running';
import { MATRIX_DOMAINS, type Slice, VECTOR_DOMAINS } from './declarations';
import { atLeast, copyDims, fixSize, nameSize, rootOf, unify } from './dims';
import { greatest, near } from './traces';
import { indexLetters, sumLetters } from './free';
import { contextOf, familyOf, incremented, type Slot, type SymbolUse, keyOf, symbolUse, hasSymbol, plainUse } from './symbols';
import { freeIndices, type Index, type Term, type Value, map, parts, scalar, sumOver, visitTerm, symbolTerm, rank } from './term';
import { renameIndex, squeeze } from './values';
import { addSymbol, type Binding, boundTo, type Definition, freshIndex, misfit, type Scope, shapeSaid, type SymbolInfo, Unreadable, unreadable, variedBy, type World } from './world';

/** The symbol that an expression names in this scope. */
export function useOf(world: World, scope: Scope, expr: Expr): SymbolUse | undefined {
  if (isScripted(expr) && near(world.traces, `size ${print(expr)}`, scope.at)) return plainUse(print(expr));
  return withoutCount(world, scope, sliceOfMatrix(world, scope, entriesOfVector(world, scope, entryOfMatrix(world, scope, symbolUse(atStep(world, expr), { traces: world.traces, bound: scope.bound, shifts: scope.shifts, steps: isScripted(expr) ? world.reading.steps?.letter : undefined })))));
}

/** `h_T`, and of what steps by numbers `h_0`, where steps are written out. */
function atStep(world: World, expr: Expr): Expr {
  const { steps } = isScriptedName(expr) ? world.reading : {};
  if (!isScriptedName(expr) || !steps) return expr;
  const { letter, families, first, last, from, count } = steps;
  const isStep = families.has(familyOf(expr.base));
  if (isStep) world.conventions.add(`${count} steps of ${letter}`);
  return atPlaces(expr, letter, [...(last ? [[last, from + count - 1] as const] : []), ...(isStep && first !== undefined ? [['', from - first] as const] : [])]) ?? expr;
}

/** `\vec{y}` beside y_i has these as its entries, where examples are the rows of a matrix. */
function entriesOfVector(world: World, scope: Scope, use: SymbolUse | undefined): SymbolUse | undefined {
  const entries = /^vec\((\w)\)$/.exec(use?.base ?? '')?.[1];
  return use && entries && !use.slots.length && near(world.traces, `slots ${entries}`, scope.at) && world.reading.stacked ? { ...use, base: entries, family: entries } : use;
}

/** `x_i` where words say that `x_i^T` is row i of X, or the reading does; `x_j^{(i)}` is entry j of that. */
function sliceOfMatrix(world: World, scope: Scope, use: SymbolUse | undefined): SymbolUse | undefined {
  const isOne = use?.slots.length === 1 || (use?.slots.length === 2 && near(world.traces, `example ${use.family}`, scope.at));
  const slice = use && isOne && use.slots[0].kind !== 'all' && !use.time ? world.declarations.slice(use.base, Math.max(scope.at, world.claimAt)) ?? rowOfCapital(world, scope, use) : undefined;
  if (!use || !slice || world.lookup(use.base, undefined, scope.at, false)) return use;
  const [, rest = { kind: 'all', upright: true }]: Slot[] = use.slots;
  return { ...use, base: slice.whole, family: slice.whole, tex: slice.tex, slots: slice.axis === 0 ? [use.slots[0], rest] : [rest, use.slots[0]] };
}

/** Of an X without a definition the examples x_i may be the rows. */
function rowOfCapital(world: World, scope: Scope, { base, tex }: SymbolUse): Slice | undefined {
  const whole = base.toUpperCase();
  if (!/^[a-z]$/.test(base) || !near(world.traces, `bare ${whole}`, scope.at) || world.lookup(whole, undefined, scope.at, false) || !world.reading.stacked) return undefined;
  world.premises.add(`the ${tex} are the rows of ${whole}`);
  return { whole, tex: whole, axis: 0 };
}

/** `a_{ij}` are the entries of `A`, and `\lambda_i` those of the diagonal of `\Lambda`, where only the capital is known. Whether examples `x^{(i)}` are rows or columns of X is not. */
function entryOfMatrix(world: World, scope: Scope, use: SymbolUse | undefined): SymbolUse | undefined {
  if (use?.slots.length !== 2 || use.base !== use.family || !/^[a-z]$/.test(use.base)) return use;
  const capital = use.base.toUpperCase();
  if (!near(world.traces, `bare ${capital}`, scope.at) || near(world.traces, `example ${use.family}`, scope.at) || world.lookup(use.base, undefined, scope.at, false)) return use;
  const given = world.lookup(capital, undefined, scope.at, false);
  // `A = \begin{bmatrix} a_{11} & \dots` makes A of them.
  if (given && find(given.expr, (part) => isLetter(part, use.base))) return use;
  return { ...use, base: capital, family: capital };
}

/** How many there are, by its name, so that words that give it a value are about it. */
function sizeNamed({ dims }: World, name: string): Value {
  const index = `size ${name}`;
  nameSize(dims, index, name);
  return scalar({ op: 'size', index });
}

/** The term of a symbol with its slots filled; what has no slot is laid out. */
export function symbolValue(world: World, scope: Scope, written: SymbolUse): Value {
  const plain = symbolInfo(world, scope, written);
  if (!plain.binding && isPseudoInverse(written)) unreadable(written.tex);
  const { info, use } = withIndices(world, written, plain, unwrittenIndices(world, plain).filter((letter) => scope.bound.has(letter)));
  if (info.size) return sizeNamed(world, use.base);
  if (use.slots.length > info.axes.length) misfit(`${use.tex} has more indices than ${info.use.tex}`);
  const isOpen = (i: number): boolean => i >= use.slots.length || use.slots[i].kind === 'all';
  const at = info.axes.map((axis, i) => (isOpen(i) ? placeIndex(world, axis) : slotIndex(world, scope, use.slots[i], axis)));
  const layout = at.filter((_, i) => isOpen(i)).map((place) => place.index);
  let term: Term = labelled(world, scope, info, at.map(({ index }) => index)) ?? symbolTerm(info.key, at.map((place) => place.index));
  for (const place of at) if (place.value !== undefined) term = { op: 'at', body: term, index: place.index, value: place.value };
  // A row of a matrix, `X_{i,:}`, is a row.
  const stance = layout.length === 1 && (isRow(use.slots[1]) || isLaidOutAsRow(world, scope, info)) ? 'row' : 'column';
  return squeezeDeclared(world, { term, layout, stance });
}

/** `A^+` and `A^\dagger` are no matrices of their own. */
const isPseudoInverse = ({ family, base }: SymbolUse): boolean => /^\\?[A-Z]/.test(family) && /[+†]$/.test(base);

/** The entry k of a one-hot y beside the one class c of the exercise, or of the line, `-\log p_c`: it is 1 where k is c. */
function labelled(world: World, scope: Scope, { binding, axes, use }: SymbolInfo, [place]: Index[]): Term | undefined {
  if (binding || axes.length !== 1 || world.declarations.domain(use.base, scope.at) !== 'one-hot') return undefined;
  const classes = classesAt(world.traces, world.claimAt);
  const [letter, ...others] = classes.length > 1 ? classes.filter((each) => world.indices.has(each)) : classes;
  if (letter === undefined || others.length > 0 || !world.reading.usual) return undefined;
  unify(world.dims, place, letter);
  world.premises.add(`${use.family}_{${letter}} = 1`);
  return map('equal', { op: 'index', index: place }, { op: 'index', index: letter });
}

const isLaidOutAsRow = (world: World, scope: Scope, { stance, binding, use }: SymbolInfo): boolean =>
  stance === 'row' || (!binding && (isOfRows(world, scope, use) || (world.reading.rows && !world.declarations.shape(use.base, scope.at))));

/** A gradient by a row, which is a row. */
function isByRow(world: World, scope: Scope, term: Term): boolean {
  const by = term.op === 'derivative' ? world.symbols.get(term.key) : undefined;
  return by ? isLaidOutAsRow(world, scope, by) : parts(term).some((part) => isByRow(world, scope, part));
}

const isRow = (slot: Slot | undefined): boolean => slot?.kind === 'all' && !slot.upright;

/** The i of `e = y_i - t_i`: where a sum over i, or a definition for each i, takes e up, e is another for each i. */
function unwrittenIndices({ traces }: World, { binding, use }: SymbolInfo): readonly string[] {
  return !binding || binding.params.length > 0 || binding.slots.length > 0 || use.slots.length > 0 ? [] : indexLetters(traces, binding.expr);
}

/** The name as a family with these indices. */
function withIndices(world: World, use: SymbolUse, plain: SymbolInfo, letters: readonly string[]): { info: SymbolInfo; use: SymbolUse } {
  if (!plain.binding || letters.length === 0) return { info: plain, use };
  const key = familyKey(plain.key, letters);
  const known = world.symbols.get(key);
  const info = known ?? addSymbol(world, key, plain.use);
  if (!known) bind(world, info, use, { ...plain.binding, slots: [...letters] });
  return { info, use: { ...use, slots: letters.map((letter) => ({ kind: 'index', letter, shift: 0 })) } };
}
const familyKey = (key: string, letters: readonly string[]): string => `${key} for each ${letters.join(' ')}`;

/** What a derivative is by: in `\partial a_i / \partial z` of `z = w^T x_i` and `a_i = \sigma(z)` the z of that i. */
export function variableIn(world: World, scope: Scope, written: SymbolUse, of: Term): { info: SymbolInfo; use: SymbolUse } {
  const plain = symbolInfo(world, scope, written);
  const letters = unwrittenIndices(world, plain);
  const free = letters.length ? freeIndices(of) : undefined;
  const isMeant = free && world.symbols.has(familyKey(plain.key, letters)) && letters.every((letter) => free.has(scope.bound.get(letter) ?? letter));
  return isMeant ? withIndices(world, written, plain, letters) : { info: plain, use: written };
}

/** `v_i` is column i of an orthogonal V, `\lambda_i` entry i of a diagonal \Lambda, where only the matrix is known. */
export function spectralValue(world: World, scope: Scope, use: SymbolUse): Value | undefined {
  const [slot] = use.slots;
  if (use.slots.length !== 1 || use.modifiers.length || slot.kind !== 'index' || world.lookup(use.base, use.time, scope.at, false)) return undefined;
  const capital = use.base.replace(/^(\\?)([a-z])/, (_, slash: string, letter: string) => slash + letter.toUpperCase());
  const domain = capital === use.base ? undefined : world.declarations.domain(capital, scope.at);
  if (domain !== 'orthogonal' && domain !== 'diagonal') return undefined;
  const whole = symbolValue(world, scope, { ...use, ...plainUse(capital) });
  const index = scope.bound.get(slot.letter) ?? slot.letter;
  const [rows, columns] = whole.layout;
  const column = renameIndex(whole.term, columns, index);
  unify(world.dims, index, columns);
  if (domain === 'orthogonal') return { term: column, layout: [rows], stance: 'column' };
  return scalar(renameIndex(column, rows, index));
}

interface Place { index: Index; value?: number }

function placeIndex(world: World, axis: Index): Place {
  const index = freshIndex(world);
  unify(world.dims, index, axis);
  return { index };
}

function slotIndex(world: World, scope: Scope, slot: Slot, axis: Index): Place {
  if (slot.kind === 'entry') {
    const index = freshIndex(world);
    unify(world.dims, index, axis);
    atLeast(world.dims, index, slot.value);
    return { index, value: slot.value };
  }
  if (slot.kind === 'all') return placeIndex(world, axis);
  if (slot.kind === 'chosen') return slotIndex(world, scope, { kind: 'index', letter: print(slot.by), shift: 0 }, axis);
  if (slot.shift !== 0) unreadable(`the shifted index ${slot.letter}${slot.shift > 0 ? '+' : ''}${slot.shift}`);
  const index = scope.bound.get(slot.letter) ?? slot.letter;
  unify(world.dims, index, axis);
  return { index };
}

/** Vectors declared with a single entry are numbers. */
const squeezeDeclared = (world: World, value: Value): Value => (rank(value) > 0 && rank(value) < 3 ? squeezeSingles(world, value) : value);
const squeezeSingles = (world: World, value: Value): Value => (rank(value) === 1 ? squeeze(world, value) : value);

/** What a name stands for, read once for each claim. */
export function symbolInfo(world: World, scope: Scope, use: SymbolUse): SymbolInfo {
  const { keys, within } = world.mentioned;
  const key = isApartFromSize(world, scope, use) ? familyKey(keyOf(use), ['']) : keyOf(use);
  const from = keys.push(key);
  try {
    const info = lookedUp(world, scope, use, key, bindingFor(world, use, scope.at));
    // The y_i beside a function y(x) whose values are numbers are names of their own.
    const isOther = info.binding && info.binding.params.length > 0 && use.slots.length > info.axes.length;
    return isOther ? lookedUp(world, scope, use, familyKey(key, ['']), undefined) : info;
  } finally {
    if (!within.has(key)) within.set(key, keys.slice(from));
  }
}

/** The n_j beside a size n, which nothing defines, are numbers of their own. */
const isApartFromSize = (world: World, scope: Scope, use: SymbolUse): boolean => use.slots.length > 0 && near(world.traces, `size ${use.base}`, scope.at) && !bindingFor(world, use, scope.at);

/** The names that were read since then, and all that those rest on. */
export function namesSince({ mentioned: { keys, within }, symbols }: World, from: number): Set<string> {
  const found = new Set(keys.slice(from));
  for (const key of found) for (const inner of within.get(key) ?? []) found.add(inner);
  return new Set([...found].map((key) => symbols.get(key)?.use.base ?? key));
}

function lookedUp(world: World, scope: Scope, use: SymbolUse, key: string, binding: Binding | undefined): SymbolInfo {
  for (const [letter, shift] of scope.shifts) if (shift !== 0 && countsSilently(world, use, letter, scope.at)) unreadable(`${use.tex} of another step`);
  const known = world.symbols.get(key);
  if (known) return known;
  const info = addSymbol(world, key, use);
  if (binding) return bind(world, info, use, binding);
  if (isSize(world, scope, use)) { info.size = true; return info; }
  const mean = usualMean(world, scope, use);
  if (mean) return defined(world, info, mean);
  giveAxes(world, scope, info);
  info.dependsOn = isHeld(world, use) ? [] : dependencies(world, scope, use, key);
  return info;
}

/** A name without a step whose definition has one: in `a = W z_t`, `c_t = \tanh a`, the a of c_{t-1} is another. */
function countsSilently(world: World, use: SymbolUse, letter: string, at: number, seen: ReadonlySet<string> = new Set()): boolean {
  const binding = use.time || seen.has(use.base) ? undefined : bindingFor(world, use, at);
  if (!binding || hasPart(binding.expr, (e) => isBig(e) && sumLetters(e).includes(letter))) return false;
  const inside = new Set([...seen, use.base]);
  return hasSymbol(binding.expr, contextOf(world), (inner) => inner.time ? inner.time.letter === letter : countsSilently(world, inner, letter, binding.at, inside));
}

/** Held by its name, or at one time. */
const isHeld = ({ reading: { held } }: World, use: SymbolUse): boolean => held.has(use.base) || held.has(keyOf(use));

/** The binding that the reading takes for a name; a mere number counts only where the reading says so. */
export function bindingFor(world: World, use: SymbolUse, at: number): Binding | undefined {
  if (isHeld(world, use) || world.reading.open.has(use.base)) return undefined;
  const found = world.reading.branches.get(keyOf(use)) ?? boundTo(world, use.base, use.time, at);
  const here = found && world.restsOn(world.claimAt, found.at) ? found : undefined;
  // A number or a function that is given after a definition but before the claim holds for the claim.
  const later = here ? undefined : boundTo(world, use.base, use.time, world.claimAt);
  const binding = here ?? (later && (later.isValue || (later.params.length > 0 && later.at <= world.claimAt)) ? later : undefined);
  return binding?.isValue && !world.reading.values ? undefined : binding;
}

/** An upper bound of sums that is nowhere bound otherwise is a size. */
function isSize(world: World, scope: Scope, use: SymbolUse): boolean {
  return use.slots.length === 0 && !use.time && use.modifiers.every(({ kind }) => /^(?:power|inverse)$/.test(kind)) && near(world.traces, `size ${use.base}`, scope.at);
}

function bind(world: World, info: SymbolInfo, use: SymbolUse, binding: Binding): SymbolInfo {
  info.binding = binding;
  if (binding.isCorrected) world.premises.add(`${use.tex} as it should be`);
  return defined(world, info, define(world, info, use, binding));
}

function defined(world: World, info: SymbolInfo, definition: Definition): SymbolInfo {
  info.axes = definition.axes;
  world.definitions.set(info.key, definition);
  return info;
}

/** The `\bar x` beside x_i, of which no formula says what it is; `\bar y_i` and `\bar y` beside y_{ij}. */
function usualMean(world: World, scope: Scope, { base, tex, slots }: SymbolUse): Definition | undefined {
  const [, data] = /^bar\((.+)\)$/.exec(base) ?? [];
  const indexed = data ? greatest(world.traces, `slots ${data}`, scope.at) : 0;
  if (indexed <= slots.length || !world.reading.usual) return undefined;
  const { term, layout } = symbolValue(world, scope, plainUse(data));
  const over = layout.slice(slots.length, indexed);
  world.premises.add(`${tex} is the mean of ${data}`);
  return { axes: [...layout.slice(0, slots.length), ...layout.slice(indexed)], term: over.reduce((mean, index) => map('div', mean, { op: 'size', index }), sumOver(over, term)) };
}

/** The n of `\bar x_n` says of how many it is. */
function withoutCount(world: World, scope: Scope, use: SymbolUse | undefined): SymbolUse | undefined {
  const [slot] = use?.slots ?? [];
  return use?.base.startsWith('bar(') && slot?.kind === 'index' && near(world.traces, `size ${slot.letter}`, scope.at) && world.reading.usual && !world.lookup(use.base, undefined, scope.at, false) ? { ...use, slots: use.slots.slice(1) } : use;
}

/** Reads the right side of a binding with the left side's indices as its axes. */
function define(world: World, info: SymbolInfo, use: SymbolUse, binding: Binding): Definition {
  const bound = new Map<string, Index>(binding.slots.map((letter): [string, Index] => [letter, freshIndex(world, letter)]));
  const shifts = new Map<string, number>();
  if (binding.time && use.time && binding.time.letter !== '') shifts.set(binding.time.letter, use.time.shift - binding.time.shift);
  const scope: Scope = { at: binding.at, bound, shifts, outer: new Set(binding.slots) };
  // Axes exist before the right side is read, so that a name within its own definition has them.
  info.axes = [...bound.values()];
  const open = binding.params.length > 0 ? find(binding.expr, (e) => isOpenIntegral(e) && binding.params.some(({ tex }) => tex === print(e.by))) : undefined;
  if (open) unreadable('an integral without bounds', open.span);
  let value = readDefinition(world, scope, binding.expr);
  value = declaredShape(world, scope, info, value);
  if (isLoss(world, use, binding) && rank(value) === 1) {
    if (hasPart(binding.expr, isTransposed)) misfit(`a loss ${use.tex} that is a vector`);
    const root = rootOf(world.dims, value.layout[0]);
    if (world.dims.names.has(root) || world.dims.fixed.has(root)) misfit(`a loss ${use.tex} that is a vector`);
    // A loss is a number: what it is of, such as the output of the network, has a single entry where no size is declared.
    fixSize(world.dims, value.layout[0], 1);
    value = squeeze(world, value);
    world.conventions.add(`${use.tex} is a number, so what it is of has one entry`);
  }
  if (rank(value) + bound.size === 0 && ['bold', 'normed'].every((topic) => near(world.traces, `${topic} ${use.family}`, scope.at))) misfit(`a vector ${use.tex} that is a number`);
  info.stance = rank(value) === 1 && (value.stance === 'row' || (value.stance === 'either' && isByRow(world, scope, value.term))) ? 'row' : 'column';
  return { axes: [...bound.values(), ...value.layout], term: value.term };
}

/** Definitions multiply as matrices where that fits, also beside a claim whose own products are meant entry by entry. */
function readDefinition(world: World, scope: Scope, expr: Expr): Value {
  const { reading } = world;
  const before = reading.plain.products === 'matrix' ? undefined : { dims: copyDims(world.dims), symbols: new Map(world.symbols), definitions: new Map(world.definitions), guesses: new Map(world.guesses) };
  world.reading = reading.ofMatrices;
  try {
    return world.read(scope, expr);
  } catch (error) {
    if (!(error instanceof Unreadable) || error.sort !== 'misfit' || reading.products === 'matrix' || !before) throw error;
    Object.assign(world, before);
  } finally {
    world.reading = reading;
  }
  return world.read(scope, expr);
}

/** What is called L, J or \ell and differentiated is a number, or a matrix of another meaning, but no vector. */
function isLoss(world: World, use: SymbolUse, binding: Binding): boolean {
  return /^(?:L|J|\\ell|calligraphic:[LJ])(?:_.*)?$/.test(use.base) && binding.slots.length === 0 && world.differentiatedBy(use.base, use.time, binding.at, false).length > 0;
}

/** Where transposes are written, products are written out, and come to what they say. */

function declaredShape(world: World, scope: Scope, info: SymbolInfo, value: Value): Value {
  const said = info.use.shape ?? shapeSaid(world, info.use.base, scope.at).sizes;
  if (!said) return value;
  const sizes = said.slice(info.axes.length);
  if (said.length > 0 && sizes.length === 0 && rank(value) > 0) misfit(`an entry ${info.use.tex} that is a vector`);
  const kept = sizes.filter((size) => !isNum(size, 1));
  if (kept.length < rank(value) && rank(value) - kept.length <= 1) {
    const place = rank(value) === 2 && isNum(sizes[0], 1) ? 0 : rank(value) - 1;
    if (rank(value)) fixSize(world.dims, value.layout[place], 1);
    value = squeeze(world, value);
  }
  if (kept.length === rank(value)) kept.forEach((size, i) => setSize(world, value.layout[i], size));
  return value;
}


/** Ties an index's range to a size as written: a number or a name. */
export function setSize(world: World, index: Index, size: Expr): void {
  if (isNumeral(size) && Number.isInteger(size.value) && size.value > 0) fixSize(world.dims, index, size.value);
  else if (isName(size)) nameSize(world.dims, index, size.letter);
  else if (isSumOfSizes(size)) {
    nameSize(world.dims, index, print(size));
    // That it is one of the others less the next is not known where they count as numbers.
    for (const { expr } of size.terms) if (isName(expr)) world.steps.add(expr.letter);
  }
  else if (isScriptedName(size)) nameSize(world.dims, index, print(size));
}

// ── symbols without a definition ──

/** Gives the first index of what was read the size that is said of it, and that of a one-hot vector the number of classes, where no sum does. */
export function countIndices(world: World): void {
  const { dims, traces, declarations, claimAt } = world;
  const size = (index: Index | undefined, said: Expr | undefined): void => {
    const root = index === undefined ? undefined : rootOf(dims, index);
    if (said && root && !dims.names.has(root) && !dims.fixed.has(root)) setSize(world, root, said);
  };
  for (const { use: { base, family, time, slots: [first] }, axes } of world.symbols.values()) {
    if (!(time && world.reading.steps) && near(traces, `indexed ${family}`, claimAt)) size(axes[0], declarations.count(family, claimAt) ?? (first?.kind === 'index' ? declarations.count(counting(first.letter), claimAt) : undefined));
    if (declarations.domain(base, claimAt) === 'one-hot') size(axes.at(-1), declarations.classes(claimAt));
  }
}

function giveAxes(world: World, scope: Scope, info: SymbolInfo): void {
  const declared = info.use.shape ?? shapeSaid(world, info.use.base, scope.at).sizes;
  if (declared) return axesOfShape(world, info, declared);
  const stem = incremented(info.use);
  if (stem) return axesOfIncrement(world, scope, info, stem);
  const rank = rankOf(world, scope, info.use);
  for (let i = 0; i < rank; i++) info.axes.push(`${info.key}.${i}`);
  const domain = world.declarations.domain(info.use.base, scope.at);
  if (rank === 2 && domain && MATRIX_DOMAINS.has(domain)) unify(world.dims, info.axes[0], info.axes[1]);
}

/** `dX` is as large as X. */
function axesOfIncrement(world: World, scope: Scope, info: SymbolInfo, stem: SymbolUse): void {
  const isFactor = near(world.traces, 'bare d', scope.at) || near(world.traces, 'size d', scope.at);
  if (isFactor && !near(world.traces, 'differential', scope.at)) unreadable(`whether ${info.use.tex} is a product`);
  const of = symbolInfo(world, scope, stem);
  const domain = world.declarations.domain(stem.base, scope.at);
  if (domain === 'diagonal') info.domain = domain;
  else if (domain && MATRIX_DOMAINS.has(domain) && domain !== 'orthogonal') info.domain = 'symmetric';
  info.axes = of.axes.map((axis, i) => { const index = `${info.key}.${i}`; unify(world.dims, index, axis); return index; });
  info.stance = of.stance;
}

function axesOfShape(world: World, info: SymbolInfo, sizes: Expr[]): void {
  const row = sizes.length === 2 && isNum(sizes[0], 1) && !isNum(sizes[1], 1);
  const kept = sizes.filter((size) => !isNum(size, 1));
  info.axes = kept.map((size, i) => { const index = `${info.key}.${i}`; setSize(world, index, size); return index; });
  info.stance = row ? 'row' : 'column';
}

/** Number of axes: by the reading, else by what the document shows of the name. */
function rankOf(world: World, scope: Scope, use: SymbolUse): number {
  const { rank, settled } = shapeSaid(world, use.base, scope.at);
  // With more indices than it was settled with the letter is another thing.
  const chosen = world.reading.ranks.get(use.base) ?? rank ?? (settled !== undefined && settled < use.slots.length ? undefined : settled);
  if (chosen !== undefined) return chosen;
  const options = rankOptions(world, scope, use);
  if (options.length > 1) world.guesses.set(use.base, options);
  return options[0];
}

const unaccented = (family: string): string => family.replace(/^(?:\w+\()+|\)+$/g, '');

/** The x of `x W + b`, where nothing shows it as a column. */
const isOfRows = (world: World, scope: Scope, { family }: SymbolUse): boolean => near(world.traces, `row ${family}`, scope.at) && !near(world.traces, `after ${family}`, scope.at);

/** Possible ranks, likeliest first. What is written with a transpose anywhere is no number, and `X^T` beside the rows `X_i` is one of a matrix. */
function rankOptions(world: World, scope: Scope, use: SymbolUse): number[] {
  const ranks = likelyRanks(world, scope, use);
  if (world.declarations.scalars && use.slots.length === 0) return [0, ...ranks.filter((rank) => rank > 0)];
  // A \theta^T says nothing of \theta_0.
  const isNumbered = /^\\?[a-z]+_\d/.test(use.base) && !near(world.traces, `turned ${use.base}`, scope.at);
  const isTurned = use.slots.length === 0 && !isNumbered && shown(world, scope, ['turned', 'matrix', 'multiplied'].map((topic) => `${topic} ${use.family}`)) === 'here';
  if (!isTurned || !ranks.includes(0)) return ranks;
  const shaped = ranks.filter((rank) => rank > 0);
  return shaped.includes(2) || !/^[A-Z]$/.test(use.family) ? shaped : [...shaped, 2];
}

/** Where the exercise shows one of the topics: what another item shows may be another thing. */
function shown({ traces, isOfAnother }: World, { at }: Scope, topics: string[]): 'here' | 'elsewhere' | undefined {
  const all = topics.filter((topic) => near(traces, topic, at)).flatMap((topic) => traces.seen.get(topic) ?? []).filter(({ unit }) => unit === traces.unitAt(at));
  return all.length === 0 ? undefined : all.every((each) => isOfAnother(each.at, at)) ? 'elsewhere' : 'here';
}

function likelyRanks(world: World, scope: Scope, use: SymbolUse): number[] {
  const seen = (topic: string) => near(world.traces, `${topic} ${use.family}`, scope.at) || near(world.traces, `${topic} ${unaccented(use.family)}`, scope.at);
  const domain = world.declarations.domain(use.base, scope.at);
  if (domain && MATRIX_DOMAINS.has(domain) && use.slots.length !== 1 && /^\\?[A-Z]/.test(use.family)) return [2];
  const slots = Math.max(use.slots.length, greatest(world.traces, `slots ${use.family}`, scope.at));
  const bold = near(world.traces, `bold ${use.family}`, scope.at);
  if (slots === 1 && use.slots.length === 1 && seen('each-after') && !seen('after')) return [2];
  if (slots > 0 && near(world.traces, `slots ${use.family}`, scope.at)) return slots === 1 && seen('transposed-entry') ? ofTransposed(use) : bold && slots === 1 && seen('bold-indexed') && !VECTOR_DOMAINS.has(domain) ? [2, 1] : use.slots.length ? (slots === 1 && use.slots.length === 1 ? [1, 2] : slots > use.slots.length ? [slots, use.slots.length] : [slots]) : slots > 1 && /^[A-Z]$/.test(unaccented(use.family)) ? [slots] : slots > 1 && seen('after') ? [1, slots] : slots > 1 && seen('vector') ? [1, slots, 0] : [slots, 0];
  if (use.slots.length > 0) return use.slots.length === 1 && seen('transposed-entry') ? ofTransposed(use) : [use.slots.length];
  // The gradient dW has the shape of W.
  const letter = unaccented(use.family).replace(/^d(?=[A-Zbwz]$)/, '');
  const hat = use.family !== letter ? greatest(world.traces, `slots ${letter}`, scope.at) : 0;
  if (hat > 0 && near(world.traces, `slots ${letter}`, scope.at)) return [hat, 0].filter((r, i, all) => all.indexOf(r) === i);
  if (/^\\[A-Z]/.test(letter)) return [2, 0, 1];
  if (/^[A-Z]$/.test(letter)) return seen('weights') ? [2, 1] : seen('matrix') || seen('multiplied') || seen('outer') || bold ? (bold ? [2, 1] : [2, 1, 0]) : [0, 2, 1];
  const behind = shown(world, scope, [`after ${use.family}`, `after ${unaccented(use.family)}`, `turned ${use.family}`]);
  if (seen('outer')) return [2];
  if (behind && seen('layered')) return [1, 2];
  if (behind || (bold && seen('normed'))) return behind === 'elsewhere' ? [1, 0] : [1];
  const made = /_([a-z])$/.exec(use.base)?.[1];
  const makesVector = made !== undefined && near(world.traces, `label ${use.family} ${made}`, scope.at) && near(world.traces, `vector ${made}`, scope.at);
  if (seen('vector') || seen('added') || bold || makesVector || isOfRows(world, scope, use)) return [1, 0];
  return [0, 1];
}

/** In `v_1^T x` what looks like an entry is a vector, and beside such `v_o` may be one by itself; a capital, as in `U_k^T X`, may be a matrix. */
const ofTransposed = ({ family, slots }: SymbolUse): number[] => (/^\\?[A-Z]/.test(unaccented(family)) ? [2, 3] : slots.length ? [2] : [2, 1]);

/** An undefined symbol depends on what it is differentiated by, save through those that themselves depend on others of the list. */
function dependencies(world: World, scope: Scope, use: SymbolUse, key: string): string[] {
  const infos = variedBy(world, use.base, use.time, scope.at).filter((by) => keyOf(by) !== key).map((by) => symbolInfo(world, scope, { ...by, slots: [], modifiers: [] }));
  const keys = [...new Set(infos.map((info) => info.key))];
  return keys.filter((candidate) => !keys.some((other) => other !== candidate && reaches(world, other, candidate)));
}

/** Whether a symbol's definition leads to another symbol. */
export function reaches(world: Pick<World, 'definitions' | 'symbols'>, from: string, to: string, seen: Set<string> = new Set()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const definition = world.definitions.get(from);
  const next = definition ? keysIn(definition.term) : (world.symbols.get(from)?.dependsOn ?? []);
  return [...next].some((key) => key === to || reaches(world, key, to, seen));
}

/** Keys of the symbols that a term mentions. */
export function keysIn(term: Term): Set<string> {
  const found = new Set<string>();
  visitTerm(term, (t) => { if (t.op === 'symbol' || t.op === 'derivative') found.add(t.key); });
  return found;
}
