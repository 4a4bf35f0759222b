/** Literals: matrices, tuples, cases, and conditions as numbers 0 and 1. */
import type { Chain, Cases, Expr, Group, Matrix, RelationName } from '../notation/expression';
import { print } from '../notation/print';
import { blockMatrix } from './blocks';
import { fixSize, unify } from './dims';
import { elidedList, elidedMatrix } from './elided';
import { determinant } from './matrices';
import { type ElementwiseName, type Term, type Value, map, scalar } from './term';
import { negate, together, relabel } from './values';
import { type Scope, type World, Unreadable, freshIndex } from './world';

// ── matrices and tuples ──

export function matrixValue(world: World, scope: Scope, expr: Matrix): Value {
  const rows = expr.rows.filter((row) => !(row.length === 1 && row[0].kind === 'mark' && row[0].mark === 'empty'));
  if (rows.some((row) => row.some((cell) => cell.kind === 'dots'))) return elidedMatrix(world, scope, rows, expr.span);
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) throw new Unreadable('a matrix with rows of different lengths', expr.span);
  const cells = rows.map((row) => row.map((cell) => world.read(scope, cell)));
  if (expr.delimiter === 'vmatrix' && width !== rows.length) throw new Unreadable('a determinant of a matrix that is not square', expr.span);
  const value = cells.some((row) => row.some(({ layout }) => layout.length > 0)) ? blockMatrix(world, cells, expr.span) : numberMatrix(world, cells);
  return expr.delimiter === 'vmatrix' ? determinant(world, value, false) : value;
}

function numberMatrix(world: World, cells: Value[][]): Value {
  const entries = cells.map((row) => row.map(({ term }) => term));
  const width = entries[0].length;
  if (width === 1 && entries.length > 1) return vector(world, entries.map((row) => row[0]), 'column');
  if (entries.length === 1 && width > 1) return vector(world, entries[0], 'row');
  const [down, across] = [freshIndex(world), freshIndex(world)];
  fixSize(world.dims, down, entries.length);
  fixSize(world.dims, across, width);
  return { term: { op: 'stack', index: down, items: entries.map((items) => ({ op: 'stack', index: across, items })) }, layout: [down, across], stance: 'column' };
}

function entry(world: World, scope: Scope, cell: Expr): Term {
  const value = world.read(scope, cell);
  if (value.layout.length) throw new Unreadable('a list of vectors', cell.span);
  return value.term;
}

function vector(world: World, items: Term[], stance: Value['stance']): Value {
  const index = freshIndex(world);
  fixSize(world.dims, index, items.length);
  return { term: { op: 'stack', index, items }, layout: [index], stance };
}

export function tupleValue(world: World, scope: Scope, expr: Group): Value {
  if (expr.open !== '(' && expr.open !== '[') throw new Unreadable(print(expr), expr.span);
  if (expr.items.some((item) => item.kind === 'dots')) return elidedList(world, scope, expr.items, expr.open === '[' ? 'row' : 'either', expr.span);
  return vector(world, expr.items.map((item) => entry(world, scope, item)), expr.open === '[' ? 'row' : 'either');
}

// ── cases and conditions ──

export function casesValue(world: World, scope: Scope, expr: Cases): Value {
  const rows = expr.rows.map((row) => ({ value: world.read(scope, row.value), condition: row.condition }));
  const last = rows[rows.length - 1];
  return rows.slice(0, -1).reduceRight((otherwise, row) => {
    if (!row.condition) throw new Unreadable('a case without a condition', expr.span);
    const condition = world.read(scope, row.condition);
    const [yes, no] = together(world, literally(row.value), literally(otherwise), 'or');
    const test = condition.layout.length ? relabel(world, condition, yes.layout) : condition;
    return { ...yes, term: map('select', test.term, yes.term, no.term), literal: false };
  }, complete(world, scope, last));
}

const literally = (value: Value): Value => (value.layout.length === 0 ? { ...value, literal: true } : value);

/** The last case is what remains; that its condition does remain is left to the reader of the document. */
function complete(_world: World, _scope: Scope, last: { value: Value }): Value {
  return last.value;
}

const COMPARISON: Partial<Record<RelationName, { fn: ElementwiseName; swap?: boolean; not?: boolean }>> = {
  equal: { fn: 'equal' }, notEqual: { fn: 'notEqual' }, less: { fn: 'less' }, greater: { fn: 'less', swap: true }, lessEqual: { fn: 'lessEqual' }, greaterEqual: { fn: 'lessEqual', swap: true },
};

/** A condition as 0 or 1. */
export function chainValue(world: World, scope: Scope, expr: Chain): Value {
  const tests = expr.relations.map((relation, i) => comparison(world, scope, expr.members[i], expr.members[i + 1], relation.name, expr));
  return tests.reduce((a, b) => { const [x, y] = together(world, a, b, 'and'); return { ...x, term: map('and', x.term, y.term) }; });
}

function comparison(world: World, scope: Scope, left: Expr, right: Expr, relation: RelationName, expr: Expr): Value {
  const row = COMPARISON[relation];
  if (!row) throw new Unreadable(`the condition ${print(expr)}`, expr.span);
  const [a, b] = [conditionSide(world, scope, left), conditionSide(world, scope, right)];
  if (a.term.op === 'index' && b.term.op === 'index') unify(world.dims, a.term.index, b.term.index);
  const [x, y] = together(world, literally(a), literally(b), 'against');
  return { ...x, term: row.swap ? map(row.fn, y.term, x.term) : map(row.fn, x.term, y.term), literal: false };
}

/** A lone letter that is nowhere a symbol is an index in a condition. */
function conditionSide(world: World, scope: Scope, expr: Expr): Value {
  if (expr.kind === 'name' && !expr.accents.length && /^[a-z]$/.test(expr.letter) && !world.lookup(expr.letter, undefined, scope.at, true)) {
    const index = scope.bound.get(expr.letter) ?? (/[i-n]/.test(expr.letter) ? expr.letter : undefined);
    if (index) return scalar({ op: 'index', index });
  }
  if (expr.kind === 'sum' && expr.terms.length === 1 && expr.terms[0].sign < 0) return negate(world.read(scope, expr.terms[0].expr));
  return world.read(scope, expr);
}

