/** Operations on whole vectors and matrices, expanded into index notation. */
import { type Expr, isNum } from '../notation/expression';
import { print } from '../notation/print';
import { areAlike, multiplySizes, rootOf, tellsApart, unify } from './dims';
import { type Index, type Term, type Value, delta, freeIndices, map, num, scalar, rank, sumOver } from './term';
import { multiply, renameIndex } from './values';
import { freshIndex, misfit, unreadable, type World } from './world';


function like(world: World, index: Index): Index {
  const fresh = freshIndex(world);
  unify(world.dims, fresh, index);
  return fresh;
}

/** Inverse of a square matrix, or the reciprocal of a number. */
export function inverse(world: World, value: Value): Value {
  if (rank(value) === 0) return { ...value, term: map('div', num(1), value.term), literal: false };
  if (rank(value) !== 2) return misfit('the inverse of a vector');
  const [rows, columns] = value.layout;
  unify(world.dims, rows, columns);
  const at: [Index, Index] = [like(world, rows), like(world, columns)];
  return { term: { op: 'inverse', body: value.term, rows, columns, at }, layout: [...at], stance: 'column' };
}

/** A power: of a number or entry by entry of a vector, of a square matrix by whole numbers; of one that stands there in numbers nothing else. */
export function power(world: World, value: Value, exponent: Value, written: Expr, { isWrittenOut, byEntries }: { isWrittenOut: boolean; byEntries?: true }): Value {
  if (rank(exponent)) return misfit('a vector as an exponent');
  if (rank(value) === 2 && (world.reading.products === 'matrix' || isWrittenOut)) return matrixPower(world, value, exponent.term, written);
  // Of a square of numbers its own power is meant, unless something is said.
  if (rank(value) === 2 && areAlike(world.dims, value.layout[0], value.layout[1]) && world.dims.fixed.has(rootOf(world.dims, value.layout[0]))) world.proviso = 'the power is of each entry';
  if (rank(value) === 1 && world.reading.products === 'matrix' && !byEntries) return misfit('a power of a vector');
  if (isHalfOfNorm(value, written)) return { ...value, term: (value.term as Extract<Term, { op: 'map' }>).args[0] };
  return { ...value, term: map('pow', value.term, exponent.term), literal: !!(value.literal && exponent.literal) };
}

/** The square of a root is what stands below it, so that it is smooth at zero. */
const isHalfOfNorm = (value: Value, written: Expr): boolean => isNum(written, 2) && value.term.op === 'map' && value.term.fn === 'sqrt' && rank(value) === 0;

/** Below zero those of the inverse. */
function matrixPower(world: World, value: Value, exponent: Term, written: Expr): Value {
  if (exponent.op === 'map' && exponent.fn === 'neg') return matrixPower(world, inverse(world, value), exponent.args[0], written);
  if (exponent.op !== 'num' || !Number.isInteger(exponent.value) || exponent.value < 1 || exponent.value > 8) unreadable(`the power ${print(written)} of a matrix`, written.span);
  const [rows, columns] = value.layout;
  if (tellsApart(world.dims, rows, columns)) return misfit('a power of a matrix that is not square');
  unify(world.dims, rows, columns);
  let result = value;
  for (let i = 1; i < exponent.value; i++) result = multiply(world, result, copy(world, value), 'implicit');
  return result;
}

/** The same value over fresh places. */
export function copy(world: World, value: Value): Value {
  let term = value.term;
  const layout = value.layout.map((from) => { const to = like(world, from); term = renameIndex(term, from, to); return to; });
  return { ...value, term, layout };
}

/** |x| of a number or entry by entry; sum and maximum of these; the Euclidean (for matrices Frobenius) norm. Of a matrix \|A\|_\infty is the largest sum of a row, and \|A\|_1 that of a column or, in a penalty, of all entries. */
export function norm(world: World, value: Value, kind: 'abs' | '1' | '2' | 'max'): Value {
  const sizes = map('abs', value.term);
  if (kind === 'abs') return rank(value) === 2 ? misfit('bars around a matrix') : { ...value, term: sizes, literal: false };
  if (kind === '2') return scalar(map('sqrt', sumOver(value.layout, map('mul', value.term, value.term))));
  const isOfEntries = rank(value) === 2 && kind === '1' && world.reading.usual;
  if (isOfEntries) world.conventions.add('the norm is the sum of all entries');
  if (rank(value) !== 2 || isOfEntries) return scalar(rank(value) ? { op: 'reduce', fn: kind === '1' ? 'sum' : 'max', over: value.layout, body: sizes } : sizes);
  const [line, across] = kind === '1' ? [...value.layout].reverse() : value.layout;
  return scalar({ op: 'reduce', fn: 'max', over: [line], body: sumOver([across], sizes) });
}

export function trace(world: World, value: Value): Value {
  if (rank(value) === 0) return value;
  if (rank(value) !== 2) return misfit('the trace of a vector');
  const [rows, columns] = value.layout;
  unify(world.dims, rows, columns);
  const bound = freshIndex(world, 'd');
  unify(world.dims, bound, rows);
  const body = renameIndex(renameIndex(value.term, rows, bound), columns, bound);
  return scalar(sumOver([bound], body));
}

export function determinant(world: World, value: Value, log: boolean): Value {
  if (rank(value) === 0) return value;
  if (rank(value) !== 2) return misfit('the determinant of a vector');
  const [rows, columns] = value.layout;
  unify(world.dims, rows, columns);
  return scalar({ op: 'det', body: value.term, rows, columns, log });
}

/** diag of a vector is a matrix, of a matrix the vector of its diagonal; `diag(s_i)` has all the s_i. */
export function diagonal(world: World, value: Value): Value {
  const letters = rank(value) === 0 ? [...freeIndices(value.term)].filter((index) => /^[a-z]$/.test(index)) : [];
  if (letters.length === 1) return diagonal(world, copy(world, { ...value, layout: letters }));
  if (rank(value) === 1) {
    const second = like(world, value.layout[0]);
    return { term: map('mul', value.term, delta(value.layout[0], second)), layout: [value.layout[0], second], stance: 'column' };
  }
  if (rank(value) !== 2) return misfit('diag of a number');
  const [rows, columns] = value.layout;
  unify(world.dims, rows, columns);
  return { term: renameIndex(value.term, columns, rows), layout: [rows], stance: 'column' };
}

/** The columns of a matrix one below the other. */
export function vectorized(world: World, value: Value): Value {
  if (rank(value) === 0) return value;
  if (rank(value) > 2) return misfit('vec of more than a matrix');
  if (rank(value) === 1) return { ...value, stance: 'column' };
  const [rows, columns] = value.layout;
  const { term, index } = flattened(world, value.term, [columns, rows], 'columns');
  return { term, layout: [index], stance: 'column' };
}

/** The Kronecker product; a column has one column, and a row one row. */
export function kronecker(world: World, a: Value, b: Value): Value {
  if (rank(a) > 2 || rank(b) > 2) return misfit('a Kronecker product of more than matrices');
  let term = map('mul', a.term, b.term);
  const layout: Index[] = [];
  for (const along of [[a, b].flatMap(down), [a, b].flatMap(across)]) {
    if (along.length === 0) continue;
    const whole = along.length > 1 ? flattened(world, term, along, 'pairs') : { term, index: along[0] };
    term = whole.term;
    layout.push(whole.index);
  }
  const isRow = layout.length === 1 && [a, b].every((value) => down(value).length === 0);
  return { term, layout, stance: isRow ? 'row' : 'column' };
}

const down = ({ layout, stance }: Value): Index[] => (layout.length === 2 || stance !== 'row' ? layout.slice(0, 1) : []);
const across = ({ layout, stance }: Value): Index[] => (layout.length === 2 ? [layout[1]] : stance === 'row' ? layout : []);

/** One index for all combinations of several. */
export function flattened(world: World, body: Term, over: Index[], by: 'columns' | 'pairs'): { term: Term; index: Index } {
  const index = freshIndex(world);
  multiplySizes(world.dims, index, over);
  return { term: { op: 'flatten', by, index, over, body }, index };
}
