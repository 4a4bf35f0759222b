/** Index letters of an expression, before it is read: those that sums bind, and those left free. */
import { type Big, children, type Expr, hasPart, isBig, isChain, isGroup, isLetter, isName, isProduct, isScripted, relatedBy, visit } from '../notation/expression';
import type { Traces } from './traces';
import { contextOf, visitSymbols } from './symbols';

const free = new WeakMap<Expr, ReadonlySet<string>>();

/** Letters in subscripts that no sum of the expression binds. A line is read many times. */
export function freeLetters(expr: Expr): ReadonlySet<string> {
  const letters = free.get(expr) ?? lettersFreeIn(expr);
  free.set(expr, letters);
  return letters;
}

const indices = new WeakMap<Traces, WeakMap<Expr, readonly string[]>>();

/** Those of them that by themselves index a name. */
export function indexLetters(traces: Traces, expr: Expr): readonly string[] {
  const known = indices.get(traces) ?? new WeakMap<Expr, readonly string[]>();
  indices.set(traces, known);
  const letters = known.get(expr) ?? lettersIndexing(traces, expr);
  known.set(expr, letters);
  return letters;
}

function lettersIndexing(traces: Traces, expr: Expr): readonly string[] {
  const found = new Set<string>();
  visitSymbols(expr, contextOf({ traces }), ({ slots }) => { for (const slot of slots) if (slot.kind === 'index' && slot.shift === 0 && freeLetters(expr).has(slot.letter)) found.add(slot.letter); });
  return [...found];
}

function lettersFreeIn(expr: Expr): Set<string> {
  const letters = new Set<string>();
  const go = (e: Expr, bound: ReadonlySet<string>): void => {
    const inner = isBig(e) ? new Set([...bound, ...sumLetters(e)]) : bound;
    if (isScripted(e)) for (const s of [...e.sub, ...e.sup.filter((x) => isGroup(x))]) visit(s, (x) => { if (isName(x) && !inner.has(x.letter)) letters.add(x.letter); });
    if (isBig(e)) { go(e.body, inner); return; }
    (isScripted(e) ? [e.base, ...e.sup.filter((x) => !isGroup(x))] : children(e)).forEach((child) => go(child, inner));
  };
  go(expr, new Set());
  return letters;
}

/** Those free in an expression that can be indices. */
export const possibleIndices = (expr: Expr): string[] => [...freeLetters(expr)].filter((letter) => /^[a-z]$/.test(letter));

/** Letters that a big operator binds. */
export function sumLetters(big: Big): string[] {
  return big.below.flatMap((item) => {
    const pair = relatedBy(item, 'notEqual');
    return pair.length && pair.every(isName) ? pairLetters(big, pair) : boundLetters(item);
  });
}

/** `i \ne j` below a sum of what has both letters runs over both, where nothing else says what j is; below one of what has only j it runs over j. */
function pairLetters({ body }: Big, [first, second]: Expr[]): string[] {
  if (!isIndexedBy(body, nameOf(second))) return boundLetters(first);
  return [...(isIndexedBy(body, nameOf(first)) ? boundLetters(first) : []), ...boundLetters(second)];
}

const isIndexedBy = (body: Expr, letter: string): boolean =>
  hasPart(body, (e) => isScripted(e) && e.sub.some((sub) => hasPart(sub, (x) => isLetter(x, letter))));

const nameOf = (expr: Expr): string => (isName(expr) ? expr.letter : '');

function boundLetters(item: Expr): string[] {
  // `\sum_{\text{all } k}`: words bind nothing.
  if (isName(item)) return /^[A-Za-z]{2,}$/.test(item.letter) ? [] : [item.letter];
  if (isProduct(item)) return item.factors.flatMap(boundLetters);
  if (isGroup(item)) return item.contents.flatMap(boundLetters);
  if (!isChain(item)) return [];
  const relation = item.relations[0].name;
  if (relation === 'notEqual') return boundLetters(item.members[0]);
  if (relation === 'less' || relation === 'lessEqual') return item.members.flatMap(boundLetters);
  return boundLetters(item.members[0]);
}

