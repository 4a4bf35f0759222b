/** Functions that are of whole arrays or of several numbers. */
import { type Apply, type Expr, isFraction, isGroup, isName, isProduct, isScripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { unify } from '../dims';
import { determinant, diagonal, trace, vectorized } from '../matrices';
import { map, scalar, sumOver, type Term, type Value, rank } from '../term';
import { renameIndex, together } from '../values';
import { freshIndex, misfit, type Scope, unreadable, type World } from '../world';
import { elementTerm, factorial, noteMatrix } from './elementwise';

export function call(world: World, scope: Scope, name: string, args: Value[], expr: Apply): Value {
  const builtin = BUILTINS[name];
  if (builtin) return builtin(world, args, expr);
  if (args.length !== 1) unreadable(`${name} of ${args.length} arguments`, expr.span);
  if (name === 'factorial') countsWhole(world, args[0]);
  const [{ layout, term }] = args;
  if (name === 'log' && layout.length === 0 && term.op === 'det' && !term.log) return scalar({ ...term, log: true });
  noteMatrix(world, name, args[0]);
  return { ...args[0], term: elementTerm(world, scope, name, term, expr), literal: false };
}

type Builtin = (world: World, args: Value[], expr: Apply) => Value;
export const BUILTINS: Record<string, Builtin> = {
  softmax,
  logsumexp: (_, [v]) => overAll('sum', { ...v, term: map('exp', v.term) }, (t) => map('log', t)),
  binom: binomial,
  tr: (world, [m]) => trace(world, m),
  det: (world, [m]) => determinant(world, m, false),
  diag: (world, [v]) => diagonal(world, v),
  vec: (world, [m]) => vectorized(world, m),
  max: (world, args) => extremum(world, args, 'maximum'),
  min: (world, args) => extremum(world, args, 'minimum'),
};

function softmax(world: World, [v]: Value[], { arg }: Apply): Value {
  const rows = rank(v) === 2 && (world.declarations.rowwise || isScores(world, arg));
  // `softmax(z_i)` of numbers z_i is entry i of the softmax of all.
  const entry = rank(v) === 0 && v.term.op === 'symbol' && v.term.at.length === 1 ? v.term.at[0] : undefined;
  if (rows) world.conventions.add('softmax is taken of each row');
  else if (rank(v) !== 1 && entry === undefined) misfit('softmax of something that is no vector');
  const bound = freshIndex(world, 's');
  const along = entry ?? v.layout[rank(v) - 1];
  unify(world.dims, bound, along);
  const denominator = sumOver([bound], map('exp', renameIndex(v.term, along, bound)));
  return { ...v, term: map('div', map('exp', v.term), denominator), literal: false };
}

/** `QK^\top`, also divided, or a name for it: scores of rows against rows. */
function isScores(world: World, arg: Expr): boolean {
  if (isGroup(arg)) return arg.contents.length === 1 && isScores(world, arg.contents[0]);
  if (isFraction(arg)) return isScores(world, arg.over);
  if (isName(arg)) { const named = world.lookup(arg.letter, undefined, arg.span.start, false); return named !== undefined && !isName(named.expr) && isScores(world, named.expr); }
  if (!isProduct(arg) || arg.factors.length < 2) return false;
  const turned = (e: Expr): boolean => isScripted(e) && e.sup.some((sup) => /^(?:T|\\top)$/.test(print(sup)));
  return turned(arg.factors[arg.factors.length - 1]) && !turned(arg.factors[0]);
}

function binomial(world: World, [n, k]: Value[], expr: Apply): Value {
  for (const value of [n, k]) countsWhole(world, value);
  if (rank(n) || rank(k)) misfit(print(expr), expr.span);
  return scalar(map('div', factorial(n.term), map('mul', factorial(k.term), factorial(map('sub', n.term, k.term)))));
}

function extremum(world: World, args: Value[], fn: 'maximum' | 'minimum'): Value {
  if (args.length === 1) return overAll(fn === 'maximum' ? 'max' : 'min', args[0]);
  return args.reduce((a, b) => { const [x, y] = together(world, literally(a), literally(b), 'beside'); return { ...x, term: map(fn, x.term, y.term), literal: false }; });
}

const literally = (v: Value): Value => (rank(v) === 0 ? { ...v, literal: true } : v);

function overAll(fn: 'sum' | 'max' | 'min', v: Value, after: (t: Term) => Term = (t) => t): Value {
  return scalar(after(rank(v) ? { op: 'reduce', fn, over: v.layout, body: v.term } : v.term));
}

/** Factorials are of whole numbers. */
function countsWhole(world: World, { term }: Value): void {
  const info = term.op === 'symbol' ? world.symbols.get(term.key) : undefined;
  if (info && !info.binding) info.whole = true;
}
