/** Lists and matrices with dots: what stands for the entries in between is the pattern of those that are written. */
import * as build from '../notation/build';
import { children, type Expr, hasPart, isDots, isLetter, isMark, isName, isNum, isNumeral, isScripted, type Num, replace, type Variable } from '../notation/expression';
import { print } from '../notation/print';
import type { Span } from '../text/region';
import { fixSize, nameSize, unify } from './dims';
import { type Index, type Value, delta, map, rank } from './term';
import { freshIndex, type Scope, unreadable, type World } from './world';

type Stance = Value['stance'];

/** `[a_1, \dots, a_n]`: of numbers a vector, of columns side by side or rows over each other a matrix. */
export function elidedList(world: World, scope: Scope, contents: Expr[], stance: Stance, span: Span): Value {
  const { body, size, letter } = patternOf(contents, 'i', span);
  const { index, inner } = bind(world, scope, letter, size);
  const value = world.read(inner, body);
  if (rank(value) === 0) return { term: value.term, layout: [index], stance };
  if (rank(value) > 1 || stance === 'either' || value.stance === 'either') unreadable('a list of vectors', span);
  if ((value.stance === 'row') === (stance === 'row')) unreadable('vectors one after the other', span);
  return { term: value.term, layout: stance === 'row' ? [value.layout[0], index] : [index, value.layout[0]], stance: 'column' };
}

export function elidedMatrix(world: World, scope: Scope, rows: Expr[][], span: Span): Value {
  if (rows.length === 1) return elidedList(world, scope, rows[0], 'row', span);
  if (rows.every((row) => row.length === 1)) return elidedList(world, scope, rows.map((row) => row[0]), 'column', span);
  if (isDiagonal(rows)) return diagonal(world, elidedList(world, scope, rows.map((row, i) => row[i]), 'column', span), span);
  return grid(world, scope, rows, span);
}

/** Only zeros and dots stand off the diagonal. */
const isDiagonal = (rows: Expr[][]): boolean =>
  rows.every((row, i) => row.length === rows.length && row.every((cell, j) => i === j || isLeftOut(cell) || isNum(cell, 0)));

function diagonal(world: World, value: Value, span: Span): Value {
  if (rank(value) !== 1) unreadable('a diagonal of blocks with dots', span);
  const [down] = value.layout;
  const across = freshIndex(world);
  unify(world.dims, across, down);
  return { term: map('mul', value.term, delta(down, across)), layout: [down, across], stance: 'column' };
}

/** Rows and columns with dots: the pattern of the patterns of the rows. */
function grid(world: World, scope: Scope, rows: Expr[][], span: Span): Value {
  const across = rows.map((row) => (row.every(isLeftOut) ? undefined : patternOf(row.map(spelled), 'j', span)));
  const written = across.filter((pattern) => pattern !== undefined);
  if (written.some(({ size }) => print(size) !== print(written[0].size))) unreadable('a matrix with dots', span);
  const down = patternOf(across.map((pattern): Expr => pattern?.body ?? { kind: 'dots', span }), 'i', span);
  const first = bind(world, scope, down.letter, down.size);
  const second = bind(world, first.inner, written[0].letter, written[0].size);
  const value = world.read(second.inner, down.body);
  if (rank(value) > 0) unreadable('a matrix of blocks with dots', span);
  return { term: value.term, layout: [first.index, second.index], stance: 'column' };
}

/** `a_{12}` with two indices, as `a_{1n}` has; `\partial x_1^2` by two variables, as `\partial x_1 \partial x_n` is. */
function spelled(cell: Expr): Expr {
  const split = replace(cell, (part) => (isScripted(part) && part.sub.length === 1 && isNumeral(part.sub[0]) && /^\d\d$/.test(part.sub[0].text) ? { ...part, sub: [digits(part.sub[0])] } : undefined));
  return replace(split, (part) => (part.kind === 'derivative' && part.by.some(({ order }) => order > 1) ? { ...part, by: part.by.flatMap(oneByOne) } : undefined));
}

const digits = ({ text, span }: Num): Expr => ({ kind: 'product', factors: [...text].map((digit) => numeral(Number(digit), span)), signs: ['implicit'], span });
const oneByOne = ({ expr, order }: Variable): Variable[] => Array.from({ length: order }, () => ({ expr: structuredClone(expr), order: 1 }));

// ── patterns ──

/** What the entries of a list have in common: `body` is entry `letter`, which runs from 1 to `size`. */
interface Pattern { body: Expr; letter: string; size: Expr }

/** The pattern of `first, …, \dots, last`, in which one number that counts from 1 becomes a letter. */
function patternOf(contents: Expr[], wish: string, span: Span): Pattern {
  const dots = contents.findIndex(isLeftOut);
  const [first, last] = [contents[0], contents[contents.length - 1]];
  if (dots < 1 || dots !== contents.length - 2) unreadable('a list with dots', span);
  const places = onesThatDiffer(first, last);
  const size = places && [...places.values()][0];
  if (!places || !size || [...places.values()].some((end) => print(end) !== print(size))) unreadable('a list with dots', span);
  const letter = [wish, 'i', 'j', 'k', 'l', 'q', 'r'].find((l) => !hasPart(first, (part) => isLetter(part, l)));
  if (!letter) unreadable('a list with dots', span);
  const at = (entry: Expr): Expr => replace(first, (part) => (places.has(part) ? entry : undefined));
  const matches = contents.every((item, i) => i === dots || print(item) === print(at(i > dots ? size : numeral(i + 1, span))));
  if (!matches) unreadable('a list with dots', span);
  return { body: at(build.name(letter, span)), letter, size };
}

const numeral = (value: number, span: Span): Expr => build.number(value, span);

/** The ones of the first entry that are something else in the last, with what they are there; nothing where the two differ otherwise. */
function onesThatDiffer(first: Expr, last: Expr, found = new Map<Expr, Expr>()): Map<Expr, Expr> | undefined {
  if (print(first) === print(last)) return found;
  if (isNum(first, 1)) return found.set(first, last);
  const [parts, others] = [children(first), children(last)];
  if (first.kind !== last.kind || parts.length !== others.length || parts.length === 0) return undefined;
  return parts.every((part, i) => onesThatDiffer(part, others[i], found)) ? found : undefined;
}

const isLeftOut = (cell: Expr): boolean => isDots(cell) || isMark(cell, 'empty');

/** The letter as an index of the list, with the size that its last entry names. */
function bind(world: World, scope: Scope, letter: string, size: Expr): { index: Index; inner: Scope } {
  const index = freshIndex(world, letter);
  if (isNumeral(size)) fixSize(world.dims, index, size.value);
  else if (isName(size) && !scope.bound.has(size.letter)) nameSize(world.dims, index, size.letter);
  else unreadable(`a list up to ${print(size)}`, size.span);
  return { index, inner: { ...scope, bound: new Map([...scope.bound, [letter, index]]) } };
}
