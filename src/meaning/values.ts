/** Arithmetic of laid-out terms: sums, products, transposes of scalars, vectors and matrices as operations on indices. */
import { BY_ENTRIES, ROW_FOR_COLUMN } from './conventions';
import { fixSize, rootOf, unify } from './dims';
import { type Index, type Term, type Value, delta, hasTerm, map, mapParts, num, parts, sumOver, rank } from './term';
import { CROSSED, near } from './traces';
import { freshIndex, misfit, Unreadable, type World } from './world';

/** The term with one index renamed throughout. Ids are unique, so nothing is captured. */
export function renameIndex(term: Term, from: Index, to: Index): Term {
  const swap = (i: Index): Index => (i === from ? to : i);
  if (from === to) return term;
  const renamed = mapParts(term, (part) => renameIndex(part, from, to));
  switch (renamed.op) {
    case 'index': case 'stack': case 'join': case 'flatten': return { ...renamed, index: swap(renamed.index) };
    case 'symbol': return renamed.at.includes(from) ? { ...renamed, at: renamed.at.map(swap) } : renamed;
    case 'derivative': return { ...renamed, at: renamed.at.map(swap) };
    case 'inverse': return { ...renamed, at: [swap(renamed.at[0]), swap(renamed.at[1])] };
    case 'let': return renamed.by ? { ...renamed, by: renamed.by.map((b) => ({ at: b.at.map(swap) })) } : renamed;
    case 'smooth': return { ...renamed, out: renamed.out.map(swap) };
    default: return renamed;
  }
}

/** The same value over other layout indices, whose sizes become those of the old ones. */
export function relabel(world: World, value: Value, layout: Index[]): Value {
  let term = value.term;
  value.layout.forEach((from, i) => { unify(world.dims, layout[i], from); term = renameIndex(term, from, layout[i]); });
  return { ...value, term, layout };
}

const transposeMisfit = (what: string): never => { throw new Unreadable(what, undefined, 'misfit', true); };
const shapeName = (value: Value): string => ['a number', value.stance === 'row' ? 'a row vector' : 'a vector', 'a matrix'][rank(value)] ?? `an array with ${rank(value)} axes`;

/** Leaves out places that can only take one value. */
export function squeeze(world: World, value: Value): Value {
  const kept = value.layout.filter((i) => world.dims.fixed.get(rootOf(world.dims, i)) !== 1);
  if (kept.length === rank(value)) return value;
  let term = value.term;
  for (const i of value.layout) if (!kept.includes(i)) term = { op: 'at', body: term, index: i, value: 1 };
  const stance = rank(value) === 2 && kept[0] === value.layout[1] ? 'row' : value.stance;
  return { ...value, term, layout: kept, stance };
}

/** What two sides are to each other. No number is a vector. */
export const EQUAL = 'equal to';

/** Brings two values to one layout for an element-wise operation. */
export function together(world: World, a: Value, b: Value, what: string): [Value, Value] {
  if (rank(a) === 1 && rank(b) === 1 && (a.turned || b.turned) && a.stance !== b.stance && a.stance !== 'either' && b.stance !== 'either') {
    if (what !== EQUAL) return transposeMisfit(`a row ${what} a column`);
    if (!world.reading.loose) return misfit(`a row ${what} a column`);
    world.conventions.add(ROW_FOR_COLUMN);
  }
  if (rank(a) === rank(b)) return [a, relabel(world, b, a.layout)];
  const [s, t] = [squeeze(world, a), squeeze(world, b)];
  if (rank(s) === rank(t)) return [s, relabel(world, t, s.layout)];
  if (rank(a) === 0) return [spread(world, a, b, what), b];
  if (rank(b) === 0) return [a, spread(world, b, a, what)];
  return misfit(`${shapeName(a)} ${what} ${shapeName(b)}`);
}

/** A row that a transpose made; a number is not added to each of its entries. */
const isTransposed = (value: Value): boolean => rank(value) === 1 && value.turned === true && value.stance === 'row';

/** What a function without a definition yields, as in `x + F(x)`, is of the shape that it is added to. A number beside a matrix stands for multiples of the identity, beside a vector for itself in each entry. */
function spread(world: World, number: Value, like: Value, what: string): Value {
  const isZero = number.term.op === 'num' && number.term.value === 0;
  if (isZero) return { ...like, term: number.term };
  // `2 \equiv (0, 1, 0)` is the code of a class.
  if (what === EQUAL && like.term.op === 'stack' && like.term.contents.every(({ op }) => op === 'num')) return misfit('a number equal to a list of numbers');
  if (number.literal && rank(like) === 2 && rootOf(world.dims, like.layout[0]) === rootOf(world.dims, like.layout[1])) {
    world.conventions.add('the number stands for that multiple of the identity matrix');
    return { ...like, term: map('mul', number.term, delta(like.layout[0], like.layout[1])) };
  }
  if (!number.literal && (!world.reading.broadcast || what === EQUAL || isTransposed(like) || number.term.op === 'smooth')) return misfit(`a number ${what} ${shapeName(like)}`);
  if (!number.literal) world.conventions.add('a number is added to each entry');
  return { ...like, term: number.term };
}

export function add(world: World, a: Value, b: Value, sign: 1 | -1): Value {
  const [x, y] = together(world, a, b, sign > 0 ? 'plus' : 'minus');
  const stance = x.stance === 'either' ? y.stance : x.stance;
  return { term: map(sign > 0 ? 'add' : 'sub', x.term, y.term), layout: x.layout, stance, turned: !!(x.turned || y.turned), ...(x.free ?? y.free ? { free: x.free ?? y.free } : {}), literal: !!(a.literal && b.literal) };
}

export const negate = (value: Value): Value => ({ ...value, term: map('neg', value.term) });

export function transpose(value: Value): Value {
  if (rank(value) < 2) return { ...value, turned: rank(value) > 0, stance: value.stance === 'either' ? 'either' : value.stance === 'row' ? 'column' : 'row' };
  return { ...value, turned: true, layout: [...value.layout].reverse() };
}

export function elementwise(world: World, fn: 'mul' | 'div', a: Value, b: Value): Value {
  if (rank(a) === 0 || rank(b) === 0) return { ...(rank(a) ? a : b), term: map(fn, a.term, b.term), literal: !!(a.literal && b.literal) };
  const [x, y] = together(world, a, b, fn === 'mul' ? 'times' : 'over');
  return { term: map(fn, x.term, y.term), layout: x.layout, stance: x.stance === y.stance ? x.stance : 'either' };
}

/** Sum over the last place of `a` and the first of `b`. */
function contract(world: World, a: Value, b: Value, stance: Value['stance'] = 'column'): Value {
  const index = a.layout[rank(a) - 1];
  const bound = freshIndex(world, 'c');
  unify(world.dims, bound, index);
  unify(world.dims, bound, b.layout[0]);
  const term = sumOver([bound], map('mul', renameIndex(a.term, index, bound), renameIndex(b.term, b.layout[0], bound)));
  return { term, layout: [...a.layout.slice(0, -1), ...b.layout.slice(1)], stance };
}

const outer = (a: Value, b: Value): Value => ({ term: map('mul', a.term, b.term), layout: [...a.layout, ...b.layout], stance: 'column' });

/** The matrix product of what stands side by side; under the element-wise reading, of vectors, entry by entry. */
export function multiply(world: World, left: Value, right: Value, sign: string): Value {
  if (rank(left) === 0 || rank(right) === 0) return elementwise(world, 'mul', left, right);
  const [a, b] = world.reading.products === 'element-wise' ? [squeeze(world, left), squeeze(world, right)] : [left, right];
  if (rank(a) === 0 || rank(b) === 0) return elementwise(world, 'mul', a, b);
  if (world.reading.products === 'element-wise' && rank(a) === 1 && rank(b) === 1 && !a.turned && !b.turned) {
    if (sign === 'times' && [a, b].every((value) => isDirected(world, value))) world.proviso = '\\times multiplies entry by entry';
    world.conventions.add(BY_ENTRIES);
    return elementwise(world, 'mul', a, b);
  }
  if (rank(a) === 1 && rank(b) === 1) return vectors(world, a, b, sign);
  if (rank(a) === 1 && rank(b) === 2 && a.stance === 'column') return columnTimesMatrix(world, a, b);
  if (rank(a) === 2 && rank(b) === 1 && b.stance === 'row') return misfitOrSqueezed(world, a, b, sign);
  const stance = rank(a) === 1 ? (a.stance === 'either' ? 'either' : 'row') : b.stance === 'either' ? 'either' : 'column';
  return { ...contract(world, a, b, stance), turned: rank(a) === 1 && a.turned };
}

function vectors(world: World, a: Value, b: Value, sign: string): Value {
  if (a.stance === 'row' && b.stance !== 'row') return contract(world, a, b);
  if (b.stance === 'row' && a.stance !== 'row') return outer(a, b);
  if (sign === 'cdot' && a.stance === b.stance) { world.conventions.add('the dot between two vectors is their inner product'); return contract(world, a, b); }
  if (sign === 'times' && ![a, b].some(({ term }) => isGuessed(world, term))) return crossProduct(world, a, b);
  if (a.stance === 'either' && b.stance === 'column' && sign !== 'odot') return contract(world, a, b);
  // `x^T` of a row, beside a gradient, and a column beside the transpose of one.
  if (b.stance === 'either' && (a.turned || (b.turned && a.stance === 'column'))) return outer(a, b);
  return transposeMisfit('a column times a column');
}

/** As forces and velocities are, of three entries for all that is known, and not computed by a function of each. */
function isDirected({ dims, definitions }: World, { layout: [index], term }: Value): boolean {
  const root = rootOf(dims, index);
  return !dims.names.has(root) && (dims.fixed.get(root) ?? 3) === 3 && !hasTerm(term, (part) => part.op === 'derivative' || (part.op === 'symbol' && definitions.has(part.key)) || (part.op === 'map' && !/^(?:add|sub|neg|mul|div)$/.test(part.fn)));
}

/** That a name in it is a vector at all is only tried, and nothing is written as forces are. */
const isGuessed = ({ guesses, symbols, traces, claimAt }: World, term: Term): boolean => !near(traces, CROSSED, claimAt) && hasTerm(term, (part) => part.op === 'symbol' && guesses.has(symbols.get(part.key)?.use.base ?? ''));

/** Σ_jk ε_ijk a_j b_k over three entries each; ε_ijk = (j − i)(k − j)(k − i)/2 is the sign of the permutation, and zero where two are the same. */
function crossProduct(world: World, a: Value, b: Value): Value {
  const [i, j, k] = [freshIndex(world), freshIndex(world, 'c'), freshIndex(world, 'c')];
  for (const index of [j, k, a.layout[0], b.layout[0]]) unify(world.dims, i, index);
  fixSize(world.dims, i, 3);
  world.conventions.add('\\times between two vectors is their cross product');
  const gap = (from: Index, to: Index): Term => map('sub', { op: 'index', index: to }, { op: 'index', index: from });
  const sign = map('div', map('mul', map('mul', gap(i, j), gap(j, k)), gap(i, k)), num(2));
  return { term: sumOver([j, k], map('mul', sign, map('mul', renameIndex(a.term, a.layout[0], j), renameIndex(b.term, b.layout[0], k)))), layout: [i], stance: a.stance };
}

/** A column before a matrix fits only when the matrix has a single row, as the identity may. */
function columnTimesMatrix(world: World, a: Value, b: Value): Value {
  if (isIdentityOfAnySize(world, b)) return a;
  const squeezed = squeeze(world, b);
  if (rank(squeezed) === 1) return outer(a, squeezed);
  return transposeMisfit('a column times a matrix');
}

function misfitOrSqueezed(world: World, a: Value, b: Value, sign: string): Value {
  if (isIdentityOfAnySize(world, a)) return b;
  const squeezed = squeeze(world, a);
  return rank(squeezed) < 2 ? multiply(world, squeezed, b, sign) : transposeMisfit('a matrix times a row');
}

/** `I` where nothing has said of which size: it is that of what it stands beside, be it one. */
function isIdentityOfAnySize({ dims }: World, { term, layout }: Value): boolean {
  const root = layout.length === 2 ? rootOf(dims, layout[0]) : undefined;
  const isDelta = term.op === 'map' && term.fn === 'equal' && term.args.every((arg) => arg.op === 'index' && layout.includes(arg.index));
  return root !== undefined && isDelta && root === rootOf(dims, layout[1]) && !dims.names.has(root) && !dims.fixed.has(root);
}

/** Whether a term mentions a symbol. */
export const mentions = (term: Term, key: string): boolean => (term.op === 'symbol' && term.key === key) || parts(term).some((part) => mentions(part, key));
