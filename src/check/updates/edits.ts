/** Small changes of a line, each as a student would make it: one sign, one symbol, one power, one factor. */
import type { Expr, Product, Sum } from '../../notation/expression';
import { print } from '../../notation/print';

/** `target` of the line replaced by `by`. */
export interface Change { target: Expr; by: Expr; line: Expr }

/** What may be put in the place of a symbol. */
export interface Vocabulary {
  constants: readonly Expr[];
  quantities: readonly Expr[];
  letter: string;
  isQuantity(expr: Expr): boolean;
}

/** All changes of a line, likeliest first. */
export function changes(line: Expr, words: Vocabulary): Change[] {
  const found: { change: Change; rank: number }[] = [];
  const walk = (expr: Expr, rebuild: (by: Expr) => Expr) => {
    for (const { by, rank } of alternatives(expr, words)) found.push({ change: { target: expr, by, line: rebuild(by) }, rank });
    if (!words.isQuantity(expr)) replaceable(expr).forEach(({ part, put }) => walk(part, (by) => rebuild(put(by))));
  };
  walk(line, (by) => by);
  return found.sort((a, b) => a.rank - b.rank).map(({ change }) => change);
}

interface Alternative { by: Expr; rank: number }

function alternatives(expr: Expr, words: Vocabulary): Alternative[] {
  const out: Alternative[] = [];
  const offer = (rank: number, ...exprs: Expr[]) => out.push(...exprs.map((by) => ({ by, rank })));
  if (expr.kind === 'sum') offer(1, ...flipped(expr));
  if (expr.kind === 'product') { offer(2, ...shorter(expr)); offer(4, ...inserted(expr, words)); }
  if (expr.kind === 'fraction') { offer(5, { ...expr, over: expr.under, under: expr.over }); offer(5, expr.over); }
  if (expr.kind === 'root') offer(3, expr.body);
  if (expr.kind === 'apply' && (expr.fn === 'max' || expr.fn === 'min')) offer(1, { ...expr, fn: expr.fn === 'max' ? 'min' : 'max' });
  else if (expr.kind === 'apply') offer(3, expr.arg);
  if (expr.kind === 'big' && (expr.op === 'max' || expr.op === 'min')) offer(1, { ...expr, op: expr.op === 'max' ? 'min' : 'max' });
  if (expr.kind === 'group' && expr.open === '|') offer(3, expr.items[0]);
  if (expr.kind === 'group' && expr.open === '(' && expr.items.length === 1 && isOneMinus(expr.items[0])) offer(2, ...words.constants);
  if (expr.kind === 'scripted' && expr.sup.length === 1) offer(2, ...repowered(expr, words));
  if (words.isQuantity(expr)) { offer(1, ...words.quantities.filter((q) => print(q) !== print(expr)), ...shifts(expr, words.letter)); offer(3, squared(expr), rooted(expr), absolute(expr), signed(expr)); offer(4, ...words.constants.map((c) => product(oneMinus(c), expr))); }
  else if (words.constants.some((c) => print(c) === print(expr))) { offer(1, ...words.constants.filter((c) => print(c) !== print(expr))); offer(2, oneMinus(expr)); offer(3, raised(expr, name(words.letter, expr))); }
  else if (expr.kind === 'derivative' || expr.kind === 'nabla') { offer(3, squared(group(expr)), absolute(expr), signed(expr)); offer(4, ...words.constants.map((c) => product(oneMinus(c), expr))); }
  else if (expr.kind === 'fraction' || expr.kind === 'sum' || expr.kind === 'product') offer(6, rooted(expr), ...(expr.kind === 'fraction' || expr.kind === 'product' ? words.constants.map((c) => product(oneMinus(c), expr)) : []), ...(expr.kind === 'sum' ? [signed(expr)] : []));
  return out;
}

// ── building ──

const name = (letter: string, at: Expr): Expr => ({ kind: 'name', letter, accents: [], span: at.span });
const group = (expr: Expr): Expr => ({ kind: 'group', open: '(', items: [expr], span: expr.span });
const number = (value: number, at: Expr): Expr => ({ kind: 'num', value, text: String(value), digits: 0, span: at.span });
const oneMinus = (c: Expr): Expr => group({ kind: 'sum', terms: [{ sign: 1, expr: number(1, c) }, { sign: -1, expr: c }], span: c.span });
const rooted = (expr: Expr): Expr => ({ kind: 'root', body: expr, span: expr.span });
const absolute = (expr: Expr): Expr => ({ kind: 'group', open: '|', items: [expr], span: expr.span });
const signed = (expr: Expr): Expr => ({ kind: 'apply', fn: 'sign', arg: group(expr), sub: [], span: expr.span });
const product = (...factors: Expr[]): Product => ({ kind: 'product', factors, signs: factors.slice(1).map(() => 'implicit'), span: factors[factors.length - 1].span });
const raised = (expr: Expr, exponent: Expr): Expr => (expr.kind === 'scripted' ? { ...expr, sup: [...expr.sup, exponent] } : { kind: 'scripted', base: expr, sub: [], sup: [exponent], primes: 0, span: expr.span });
const squared = (expr: Expr): Expr => (expr.kind === 'scripted' && expr.sup.length ? raised(group(expr), number(2, expr)) : raised(expr, number(2, expr)));

function isOneMinus(expr: Expr): boolean {
  return expr.kind === 'sum' && expr.terms.length === 2 && expr.terms[0].expr.kind === 'num' && expr.terms[0].expr.value === 1 && expr.terms[1].sign < 0;
}

const flipped = (sum: Sum): Expr[] => sum.terms.map((_, i) => ({ ...sum, terms: sum.terms.map((term, j) => (i === j ? { ...term, sign: term.sign === 1 ? -1 : 1 } : term)) }));

/** One factor left out. */
const shorter = (expr: Product): Expr[] => expr.factors.map((_, i): Expr => {
  const factors = expr.factors.filter((__, j) => j !== i);
  return factors.length === 1 ? factors[0] : { ...expr, factors, signs: expr.signs.filter((__, j) => j !== (i === 0 ? 0 : i - 1)) };
});

/** One constant, or one minus it, put in. */
const inserted = (expr: Product, { constants }: Vocabulary): Expr[] => constants.flatMap((c) => [c, oneMinus(c)]).map((factor): Expr => ({ ...expr, factors: [factor, ...expr.factors], signs: ['implicit', ...expr.signs] }));

/** Another power: none, or the number of the step. */
function repowered(expr: Extract<Expr, { kind: 'scripted' }>, { letter }: Vocabulary): Expr[] {
  const bare: Expr = expr.sub.length || expr.primes ? { ...expr, sup: [] } : expr.base;
  return [bare, { ...expr, sup: [name(letter, expr)] }, { ...expr, sup: [number(2, expr)] }];
}

/** The same quantity one step earlier or later. */
function shifts(expr: Expr, letter: string): Expr[] {
  if (expr.kind !== 'scripted') return [];
  const moved = (script: Expr, by: number): Expr | undefined => {
    if (script.kind === 'group' && script.items.length === 1) { const item = moved(script.items[0], by); return item && { ...script, items: [item] }; }
    const shift = script.kind === 'name' && script.letter === letter ? 0 : script.kind === 'sum' && script.terms.length === 2 && script.terms[0].expr.kind === 'name' && script.terms[0].expr.letter === letter && script.terms[1].expr.kind === 'num' ? script.terms[1].sign * script.terms[1].expr.value : undefined;
    if (shift === undefined) return undefined;
    const next = shift + by;
    const base = name(letter, script);
    return next === 0 ? base : { kind: 'sum', terms: [{ sign: 1, expr: base }, { sign: next > 0 ? 1 : -1, expr: number(Math.abs(next), script) }], span: script.span };
  };
  const each = (scripts: Expr[], by: number): Expr[] | undefined => { const next = scripts.map((s) => moved(s, by)); return next.some((s) => s) ? next.map((s, i) => s ?? scripts[i]) : undefined; };
  return [-1, 1].flatMap((by): Expr[] => {
    const sub = each(expr.sub, by);
    const sup = sub ? undefined : each(expr.sup, by);
    return sub ? [{ ...expr, sub }] : sup ? [{ ...expr, sup }] : [];
  });
}

/** The parts of an expression, each with a way to put another in its place. */
function replaceable(expr: Expr): { part: Expr; put(by: Expr): Expr }[] {
  const at = (list: Expr[], i: number, by: Expr): Expr[] => list.map((x, j) => (i === j ? by : x));
  switch (expr.kind) {
    case 'sum': return expr.terms.map((term, i) => ({ part: term.expr, put: (by) => ({ ...expr, terms: expr.terms.map((t, j) => (i === j ? { ...t, expr: by } : t)) }) }));
    case 'product': return expr.factors.map((part, i) => ({ part, put: (by) => ({ ...expr, factors: at(expr.factors, i, by) }) }));
    case 'fraction': return [{ part: expr.over, put: (by) => ({ ...expr, over: by }) }, { part: expr.under, put: (by) => ({ ...expr, under: by }) }];
    case 'root': return [{ part: expr.body, put: (by) => ({ ...expr, body: by }) }];
    case 'group': return expr.items.map((part, i) => ({ part, put: (by) => ({ ...expr, items: at(expr.items, i, by) }) }));
    case 'apply': return [{ part: expr.arg, put: (by) => ({ ...expr, arg: by }) }];
    case 'big': return [{ part: expr.body, put: (by) => ({ ...expr, body: by }) }];
    case 'scripted': return expr.base.kind === 'group' ? [{ part: expr.base, put: (by) => ({ ...expr, base: by }) }] : [];
    default: return [];
  }
}
