// Arithmetic, powers, comparisons, logic, selection, and the functions with kinks.
import { apply, type Row, type Tensor } from '../graph';
import { broadcastShapes } from '../shape';
import { chainRow, elementwise, isFilled, mul, mulRow, neg, negRow } from './elementwise';
import { broadcastTo } from './rearrange';

const addRow = elementwise({
  scalar: () => (x, y) => x + y,
  linear: 'sum',
  partials: [one, one],
  loop: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
  },
});

const subRow = elementwise({
  scalar: () => (x, y) => x - y,
  linear: 'sum',
  partials: [one, (node) => node.graph.constant(-1)],
  loop: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
  },
});

const divRow = elementwise({
  scalar: () => (x, y) => x / y,
  partials: [(node) => div(node.graph.constant(1), node.inputs[1]), (node) => neg(div(node, node.inputs[1]))],
  loop: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] / b[i];
  },
});

function one(node: Tensor): Tensor {
  return node.graph.constant(1);
}

export function add(x: Tensor, y: Tensor): Tensor {
  const shape = broadcastShapes(x.shape, y.shape);
  if (isFilled(y, 0)) return broadcastTo(x, shape);
  if (isFilled(x, 0)) return broadcastTo(y, shape);
  return apply(addRow, x.id <= y.id ? [x, y] : [y, x], null);
}

export function sub(x: Tensor, y: Tensor): Tensor {
  const shape = broadcastShapes(x.shape, y.shape);
  if (isFilled(y, 0)) return broadcastTo(x, shape);
  if (isFilled(x, 0)) return broadcastTo(neg(y), shape);
  return apply(subRow, [x, y], null);
}

export function div(x: Tensor, y: Tensor): Tensor {
  if (isFilled(y, 1)) return broadcastTo(x, broadcastShapes(x.shape, y.shape));
  return apply(divRow, [x, y], null);
}

const powIntRow: Row<{ n: number }> = elementwise<{ n: number }>({
  scalar: ({ n }) => integerPower(n),
  partials: [({ inputs: [x], params: { n }, graph }) => mul(graph.constant(n), powInt(x, n - 1))],
  key: ({ n }) => `${n}`,
  ulps: 4,
  flops: 4,
});

/** Small powers as products: exact where those are, and faster. */
function integerPower(n: number): (x: number) => number {
  switch (n) {
    case -2: return (x) => 1 / (x * x);
    case -1: return (x) => 1 / x;
    case 2: return (x) => x * x;
    case 3: return (x) => x * x * x;
    case 4: return (x) => (x * x) * (x * x);
    default: return (x) => x ** n;
  }
}

/** x to an integer power, also for negative x. Throws RangeError if n is no integer. */
export function powInt(x: Tensor, n: number): Tensor {
  if (!Number.isInteger(n)) throw new RangeError(`powInt: ${n} is not an integer`);
  if (n === 0) return x.graph.constant(1, x.shape);
  return n === 1 ? x : apply(powIntRow, [x], { n });
}

/** Nearer to a kink than this, in absolute terms or relative to the operands, a derivative is not to be trusted. */
const NEAR = 1e-12;
const nearZero = (x: number): boolean => Math.abs(x) <= NEAR;
const nearEqual = (x: number, y: number): boolean => x === y || (Math.abs(x - y) <= NEAR * Math.max(1, Math.abs(x), Math.abs(y)) && Number.isFinite(x - y));

const absRow = elementwise({ scalar: () => Math.abs, partials: [(node) => sign(node.inputs[0])], ulps: 0, kink: nearZero });
const signRow = elementwise({ scalar: () => Math.sign, partials: 'none', ulps: 0, kink: nearZero });
const floorRow = elementwise({ scalar: () => Math.floor, partials: 'none', ulps: 0, kink: (x) => nearEqual(x, Math.round(x)) });
const reluRow: Row<null> = elementwise({
  scalar: () => (x) => (x > 0 ? x : x <= 0 ? 0 : x),
  partials: [(node) => positive(node.inputs[0])],
  ulps: 0,
  kink: nearZero,
});
const positiveRow = elementwise({ scalar: () => (x) => (x > 0 ? 1 : x <= 0 ? 0 : x), partials: 'none', ulps: 0, kink: nearZero });

export const abs = unary(absRow);
/** −1, 0 or 1; the derivative is declared to be zero. */
export const sign = unary(signRow);
export const floor = unary(floorRow);
/** max(x, 0). */
export const relu = unary(reluRow);
/** The slope of relu: 1 above zero, else 0. It marks the kink too, for a program of slopes need not hold relu itself. */
export const positive = unary(positiveRow);

/** −floor(−x). */
export function ceil(x: Tensor): Tensor {
  return neg(floor(neg(x)));
}

export function unary(row: Row<null>): (x: Tensor) => Tensor {
  return (x) => apply(row, [x], null);
}

function binary(row: Row<null>): (x: Tensor, y: Tensor) => Tensor {
  return (x, y) => apply(row, [x, y], null);
}

const maximumRow: Row<null> = elementwise({
  scalar: () => Math.max,
  partials: [({ inputs: [x, y] }) => wins(x, y), ({ inputs: [x, y], graph }) => sub(graph.constant(1), wins(x, y))],
  ulps: 0,
  kink: nearEqual,
});
const winsRow = elementwise({ scalar: () => (x, y) => (x >= y ? 1 : 0), partials: 'none', ulps: 0, kink: nearEqual });
const wins = binary(winsRow);

/** The larger one, entry by entry. */
export const maximum = binary(maximumRow);

/** The smaller one, entry by entry. */
export function minimum(x: Tensor, y: Tensor): Tensor {
  return neg(maximum(neg(x), neg(y)));
}

/** Truth values are 0 and not 0; of what is undefined nothing is said. */
const truth = (holds: boolean, x: number, y = 0): number => (Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : Number(holds));

/** A 0/1-valued row; where an operand is NaN, NaN, so that nothing undefined is decided. */
function comparison(holds: (x: number, y: number) => boolean, kink: (x: number, y: number) => boolean): Row<null> {
  return elementwise({ scalar: () => (x, y) => truth(holds(x, y), x, y), partials: 'none', ulps: 0, kink });
}

/** Equality of labels is exact on purpose; only values that all but agree lie next to a jump. */
const almostEqual = (x: number, y: number): boolean => x !== y && nearEqual(x, y);

const lessRow = comparison((x, y) => x < y, nearEqual);
const lessEqualRow = comparison((x, y) => x <= y, nearEqual);
const equalRow = comparison((x, y) => x === y, almostEqual);
const notEqualRow = comparison((x, y) => x < y || x > y, almostEqual);

export const less = binary(lessRow);
export const lessEqual = binary(lessEqualRow);
export const equal = binary(equalRow);
export const notEqual = binary(notEqualRow);

const andRow = elementwise({ scalar: () => (x, y) => truth(x !== 0 && y !== 0, x, y), partials: 'none', ulps: 0 });
const orRow = elementwise({ scalar: () => (x, y) => truth(x !== 0 || y !== 0, x, y), partials: 'none', ulps: 0 });
const notRow = elementwise({ scalar: () => (x) => truth(x === 0, x), partials: 'none', ulps: 0 });

export const and = binary(andRow);
export const or = binary(orRow);
export const not = unary(notRow);

const selectRow: Row<null> = elementwise({
  scalar: () => (condition, x, y) => (condition === 0 ? y : Number.isNaN(condition) ? condition : x),
  partials: [
    (node) => node.graph.constant(0),
    ({ inputs: [condition] }) => notEqualZero(condition),
    ({ inputs: [condition] }) => not(condition),
  ],
  ulps: 0,
});

function notEqualZero(condition: Tensor): Tensor {
  return not(not(condition));
}

/** x where the condition is not 0, else y; the branch not taken may be undefined, the condition may not. */
export function select(condition: Tensor, x: Tensor, y: Tensor): Tensor {
  return apply(selectRow, [condition, x, y], null);
}

/** The rows of this file. */
export const arithmeticRows = {
  mul: mulRow, chain: chainRow, neg: negRow, add: addRow, sub: subRow, div: divRow, powInt: powIntRow,
  abs: absRow, sign: signRow, floor: floorRow, relu: reluRow, positive: positiveRow, maximum: maximumRow, wins: winsRow,
  less: lessRow, lessEqual: lessEqualRow, equal: equalRow, notEqual: notEqualRow, and: andRow, or: orRow, not: notRow, select: selectRow,
};
