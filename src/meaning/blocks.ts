/** Matrices made of matrices, vectors and numbers. */
import type { Span } from '../text/region';
import { fixSize, rootOf, sumSizes } from './dims';
import { type Index, type Term, type Value, rank } from './term';
import { relabel, squeeze } from './values';
import { freshIndex, misfit, unreadable, type World } from './world';

/** Blocks of a row have one height, those of a column one width. A lone column or row of vectors is a vector. */
export function blockMatrix(world: World, cells: Value[][], span: Span): Value {
  if (!doesFit(world, cells)) misfit('a single entry beside blocks of several', span);
  const heights = cells.map(() => freshIndex(world));
  const widths = cells[0].map(() => freshIndex(world));
  heights.forEach((height, i) => { if (cells[i].every(isNumber)) fixSize(world.dims, height, 1); });
  widths.forEach((width, j) => { if (cells.every((row) => isNumber(row[j]))) fixSize(world.dims, width, 1); });
  const laid = cells.map((row, i) => row.map((cell, j) => block(world, cell, heights[i], widths[j], span)));
  const across = joinedIndex(world, widths);
  const rows = laid.map((row) => joined(across, row, widths));
  const down = joinedIndex(world, heights);
  return squeeze(world, { term: joined(down, rows, heights), layout: [down, across], stance: 'column' });
}

/** The cell's term over the height of its row and the width of its column. */
function block(world: World, cell: Value, height: Index, width: Index, span: Span): Term {
  if (rank(cell) === 0) return cell.term;
  if (rank(cell) > 2) unreadable('an array with three axes as a block', span);
  if (rank(cell) === 2) return relabel(world, cell, [height, width]).term;
  if (cell.stance === 'either') misfit('a block that may be a row or a column', span);
  const [along, single] = cell.stance === 'row' ? [width, height] : [height, width];
  fixSize(world.dims, single, 1);
  return relabel(world, cell, [along]).term;
}

const isNumber = ({ layout }: Value): boolean => layout.length === 0;
/** A zero fills whatever stands around it. */
const isZero = ({ term }: Value): boolean => term.op === 'num' && term.value === 0;
const isSingle = ({ dims }: World, index: Index): boolean => dims.fixed.get(rootOf(dims, index)) === 1;

const downOf = ({ layout, stance }: Value): Index | undefined => (layout.length === 2 || stance !== 'row' ? layout[0] : undefined);
const acrossOf = ({ layout, stance }: Value): Index | undefined => (layout.length === 2 ? layout[1] : stance === 'row' ? layout[0] : undefined);

/** What has one row or column stands beside nothing that may have more: no size is taken to be 1 for its sake. */
function doesFit(world: World, cells: Value[][]): boolean {
  const isEven = (line: Value[], extent: (cell: Value) => Index | undefined): boolean =>
    line.every((cell) => isZero(cell) || extent(cell) !== undefined) || line.every((cell) => { const index = extent(cell); return index === undefined || isSingle(world, index); });
  return cells.every((row) => isEven(row, downOf)) && cells[0].every((_, j) => isEven(cells.map((row) => row[j]), acrossOf));
}

/** The index of a lone block is its own. */
function joinedIndex(world: World, parts: Index[]): Index {
  if (parts.length === 1) return parts[0];
  const index = freshIndex(world);
  sumSizes(world.dims, index, parts);
  return index;
}

const joined = (index: Index, terms: Term[], over: Index[]): Term =>
  (terms.length === 1 ? terms[0] : { op: 'join', index, blocks: terms.map((term, i) => ({ term, over: over[i] })) });
