/** Literals: matrices, tuples, cases, and conditions as numbers 0 and 1. */
import { type Cases, type Chain, type Expr, type Group, isChain, isDots, isMark, isName, type Matrix, negated, type RelationName } from '../notation/expression';
import { print } from '../notation/print';
import { blockMatrix } from './blocks';
import { isClassAt } from './classes';
import { ROW_FOR_COLUMN } from './conventions';
import { fixSize, unify } from './dims';
import { elidedList, elidedMatrix } from './elided';
import { determinant } from './matrices';
import { near } from './traces';
import { useOf } from './names';
import { countedFrom } from './symbols';
import { type ElementwiseName, map, num, rank, scalar, type Term, type Value } from './term';
import { negate, together, relabel } from './values';
import { freshIndex, ifReadable, type Scope, unreadable, type World } from './world';

// ── matrices and tuples ──

export function matrixValue(world: World, scope: Scope, expr: Matrix): Value {
  const rows = expr.rows.filter((row) => !(row.length === 1 && isMark(row[0], 'empty')));
  if (rows.some((row) => row.some(isDots))) return elidedMatrix(world, scope, rows, expr.span);
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) unreadable('a matrix with rows of different lengths', expr.span);
  const cells = rows.map((row) => row.map((cell) => world.read(scope, cell)));
  if (expr.delimiter === 'vmatrix' && width !== rows.length) unreadable('a determinant of a matrix that is not square', expr.span);
  const value = cells.some((row) => row.some(rank)) ? blockMatrix(world, cells, expr.span) : numberMatrix(world, cells);
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
  return { term: { op: 'stack', index: down, contents: entries.map((contents) => ({ op: 'stack', index: across, contents })) }, layout: [down, across], stance: 'column' };
}

function entry(world: World, scope: Scope, cell: Expr): Term {
  const value = world.read(scope, cell);
  if (rank(value)) unreadable('a list of vectors', cell.span);
  return value.term;
}

/** The derivatives by several numbers, one below the other. */
export function stacked(world: World, parts: Value[]): Value {
  if (parts.length === 1) return parts[0];
  if (parts.some((part) => rank(part))) unreadable('a gradient by several vectors');
  return vector(world, parts.map(({ term }) => term), 'either');
}

function vector(world: World, contents: Term[], stance: Value['stance']): Value {
  const index = freshIndex(world);
  fixSize(world.dims, index, contents.length);
  return { term: { op: 'stack', index, contents }, layout: [index], stance };
}

export function tupleValue(world: World, scope: Scope, expr: Group): Value {
  if (expr.open !== '(' && expr.open !== '[') unreadable(print(expr), expr.span);
  if (expr.contents.some(isDots)) return elidedList(world, scope, expr.contents, expr.open === '[' ? 'row' : 'either', expr.span);
  return stateAndInput(world, scope, expr) ?? vector(world, expr.contents.map((item) => entry(world, scope, item)), expr.open === '[' ? bracketed(world) : 'either');
}

/** `x = [1, 2]` is a row as it is written, and any vector to many: `w^T x`. */
function bracketed(world: World): Value['stance'] {
  if (!world.reading.loose) return 'row';
  world.conventions.add(ROW_FOR_COLUMN);
  return 'column';
}

/** `W [h_{t-1}, x_t]`: what comes in at a step goes on below the state before it. Vectors of one kind side by side are a matrix, which is not read. */
function stateAndInput(world: World, scope: Scope, { open, contents, span }: Group): Value | undefined {
  const uses = contents.map((item) => useOf(world, scope, item));
  const isOfSteps = open === '[' && uses.every((use) => use?.time !== undefined) && new Set(uses.map((use) => use?.family)).size === contents.length && new Set(uses.map((use) => use?.time?.shift)).size > 1;
  if (!isOfSteps) return undefined;
  const values = contents.map((item) => world.read(scope, item));
  if (!values.some(rank) || values.some(({ stance }) => stance === 'either')) return undefined;
  return blockMatrix(world, values.every(({ stance }) => stance === 'row') ? [values] : values.map((value) => [value]), span);
}

// ── cases and conditions ──

export function casesValue(world: World, scope: Scope, expr: Cases): Value {
  const rows = expr.rows.map((row, i) => ({ value: world.read(scope, row.value), condition: i < expr.rows.length - 1 ? conditionOf(world, scope, row, expr) : lastCondition(world, scope, row) }));
  const chosen = rows.map((row) => row.value).reduceRight((otherwise, value, i) => select(world, rows[i].condition as Value, value, otherwise));
  const conditions = rows.flatMap((row) => row.condition ?? []);
  return conditions.length < rows.length || leaveNothing(conditions) ? chosen : onlyWhere(world, conditions, chosen);
}

function conditionOf(world: World, scope: Scope, { condition }: Cases['rows'][number], expr: Expr): Value {
  if (!condition) unreadable('a case without a condition', expr.span);
  return world.read(scope, condition);
}

/** The last case is what remains where it has no condition, or words that are not known. */
function lastCondition(world: World, scope: Scope, { condition }: Cases['rows'][number]): Value | undefined {
  return isChain(condition) ? ifReadable(() => world.read(scope, condition)) : undefined;
}

function select(world: World, condition: Value, value: Value, otherwise: Value): Value {
  const [yes, no] = together(world, literally(value), literally(otherwise), 'or');
  const test = rank(condition) ? relabel(world, condition, yes.layout) : condition;
  return { ...yes, term: map('select', test.term, yes.term, no.term), literal: false };
}

/** Two cases on either side of a bound, or where two things are equal and where they are not. */
function leaveNothing(conditions: Value[]): boolean {
  return conditions.some(({ term: a }, i) => conditions.slice(i + 1).some(({ term: b }) => a.op === 'map' && b.op === 'map' && areOpposite(a, b)));
}

function areOpposite(a: Extract<Term, { op: 'map' }>, b: Extract<Term, { op: 'map' }>): boolean {
  const [first, second] = [a.args, b.args].map((args) => JSON.stringify(args));
  if (ORDER.has(a.fn) && ORDER.has(b.fn)) return first === JSON.stringify([...b.args].reverse());
  return first === second && [a.fn, b.fn].sort().join() === 'equal,notEqual';
}
const ORDER: ReadonlySet<ElementwiseName> = new Set<ElementwiseName>(['less', 'lessEqual']);

/** Where none of the conditions holds there is no value. */
function onlyWhere(world: World, conditions: Value[], chosen: Value): Value {
  const some = conditions.reduce((a, b) => { const [x, y] = together(world, a, b, 'and'); return { ...x, term: map('or', x.term, y.term) }; });
  const test = rank(some) ? relabel(world, some, chosen.layout) : some;
  const one = map('sqrt', map('sub', test.term, num(0.5)));
  return { ...chosen, term: map('mul', map('div', one, one), chosen.term) };
}

const literally = (value: Value): Value => (rank(value) === 0 ? { ...value, literal: true } : value);

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
  if (!row) unreadable(`the condition ${print(expr)}`, expr.span);
  const sides = [conditionSide(world, scope, left), conditionSide(world, scope, right)];
  const [a, b] = [asPlace(world, scope, sides[0], right, sides[1]), asPlace(world, scope, sides[1], left, sides[0])];
  if (a.term.op === 'index' && b.term.op === 'index') unify(world.dims, a.term.index, b.term.index);
  if (row.fn === 'equal' || row.fn === 'notEqual') noteCompared(world, a.term, b.term);
  const [x, y] = together(world, literally(a), literally(b), 'against');
  return { ...x, term: row.swap ? map(row.fn, y.term, x.term) : map(row.fn, x.term, y.term), literal: false };
}

/** The 0 of `j = 0` is the first place where j counts from 0. */
export const asPlace = ({ traces }: World, { at }: Scope, value: Value, letter: Expr, index: Value): Value =>
  value.term.op === 'num' && index.term.op === 'index' && isName(letter) && near(traces, countedFrom(0, letter.letter), at) ? scalar(num(value.term.value + 1)) : value;

/** Of a name against a number or an index: else hardly a point would satisfy it. */
export function noteCompared(world: World, left: Term, right: Term): void {
  for (const [name, other] of [[left, right], [right, left]]) {
    const info = name.op === 'symbol' ? world.symbols.get(name.key) : undefined;
    if (info && !info.binding) info.compared = [...new Set([...(info.compared ?? []), ...valuesOf(other)])].sort((a, b) => a - b);
  }
}

/** The first values of an index. */
function valuesOf(term: Term): number[] {
  if (term.op === 'index') return [1, 2];
  if (term.op === 'map' && term.fn === 'neg') return valuesOf(term.args[0]).map((value) => -value);
  return term.op === 'num' ? [term.value] : [];
}

/** A lone letter that is nowhere a symbol is an index in a condition. */
function conditionSide(world: World, scope: Scope, expr: Expr): Value {
  if (isName(expr) && isClassAt(world.traces, expr, scope.at)) return scalar({ op: 'index', index: scope.bound.get(expr.letter) ?? expr.letter });
  if (isName(expr) && !expr.accents.length && /^[a-z]$/.test(expr.letter) && !world.lookup(expr.letter, undefined, scope.at, true)) {
    const index = scope.bound.get(expr.letter) ?? (/[i-n]/.test(expr.letter) || world.indices.has(expr.letter) ? expr.letter : undefined);
    if (index) return scalar({ op: 'index', index });
  }
  const turned = negated(expr);
  return turned ? negate(world.read(scope, turned)) : world.read(scope, expr);
}

