/** Big operators with what stands below and above them: sums, products, limits, extrema. */
import type { Span } from '../../text/region';
import * as build from '../build';
import { type BigName, everyPart, type Expr, factorsOf, isBig, isChain, HOW_MANY, isFraction, isGroup, isLetter, isName, isNum, isNumeral, isProduct, isScripted, isScriptedName, type Name, negated, replace, type Scripted } from '../expression';
import { print } from '../print';
import { BIG_WORDS } from '../tables';
import { closing } from './brackets';
import { parseNegated } from './calls';
import { at, type Cursor, join, peek, unread } from './cursor';
import { parseArgument } from './groups';
import { wordAt } from './lookahead';
import { parseScriptPair, parseScripts } from './scripted';

export function parseBig(c: Cursor, op: BigName, start: Span): Expr {
  const { sub, sup } = parseScriptPair(c);
  const arg = (op === 'max' || op === 'min') && sub.length === 0 ? parseCompared(c) : undefined;
  if (arg) return parseScripts(c, { kind: 'apply', fn: op, arg, sub, ...(sup[0] ? { power: sup[0] } : {}), span: join(start, arg.span) }, false);
  const body = at(c, '-') ? parseNegated(c) : c.at < c.end ? c.grammar.product(c) : unread(c, `nothing after \\${op}`);
  return makeBig(op, sub, sup[0], body, start);
}

/** `\max(a, b)`, `\max\{a, b\}`: of those that are listed. */
function parseCompared(c: Cursor): Expr | undefined {
  if (at(c, '(')) return c.grammar.atom(c);
  const from = c.at;
  const list = at(c, '\\{') || at(c, '[') ? c.grammar.atom(c) : undefined;
  if (isGroup(list) && list.contents.length > 1 && list.given === undefined && !list.contents.some(isChain)) return { ...list, open: '(' };
  c.at = from;
  return undefined;
}

function makeBig(op: BigName, below: Expr[], above: Expr | undefined, body: Expr, start: Span): Expr {
  const primed = below.flatMap((item) => (isPrimed(item) ? [item] : isChain(item) && isPrimed(item.members[0]) ? [item.members[0]] : []));
  const named = (expr: Expr): Expr => (primed.length ? replace(expr, (e) => (isPrimed(e) && primed.some((letter) => print(letter) === print(e)) ? letterOf(e) : undefined)) : expr);
  if ((op === 'sum' || op === 'prod') && below.length === 0 && !above) return { kind: 'big', op, below: indexOf(body), above, body, span: join(start, body.span) };
  const series = op === 'sum' && !above && below.length === 1 ? seriesFrom(below[0]) : undefined;
  return { kind: 'big', op, below: series ? [series] : below.map(named), above: series ? build.mark('infinity', series.span) : above, body: named(body), span: join(start, body.span) };
}

/** A sum or product without a range runs over the one index in it. */
function indexOf(body: Expr): Expr[] {
  const scripts = everyPart(body).flatMap((e) => (isScripted(e) ? [...e.sub, ...e.sup.filter((sup) => isGroup(sup))] : []));
  const letters = new Set(scripts.flatMap(everyPart).flatMap((e) => (isLetter(e, /^[i-n]$/) ? e.letter : [])));
  return letters.size === 1 ? [...letters].map((letter) => build.name(letter, body.span)) : [];
}

/** `k \ge 0` below a sum: from 0 on. */
function seriesFrom(below: Expr): Expr | undefined {
  if (!isChain(below) || below.relations.length !== 1 || below.relations[0].name !== 'greaterEqual' || !isName(below.members[0]) || !isNumeral(below.members[1])) return undefined;
  return { ...below, relations: [{ ...below.relations[0], name: 'equal' }] };
}

/** The prime of `\sum_{w'} a_{w'}` is part of the letter. */
const letterOf = ({ base, primes, span }: Primed): Expr => ({ ...base, letter: base.letter + "'".repeat(primes), span });
type Primed = Scripted & { base: Name };
const isPrimed = (e: Expr): e is Primed => isScriptedName(e) && e.primes > 0 && e.sub.length + e.sup.length === 0;

export function parseArg(c: Cursor, length: number): Expr {
  const start = c.tokens[c.at].span;
  c.at += length;
  const token = peek(c);
  const word = wordAt(c);
  const op = token?.text === '\\max' || word?.text === 'max' ? 'argmax' : 'argmin';
  c.at += word ? word.length : 1;
  return parseBig(c, op, start);
}

export const BIG_LETTERS: ReadonlyMap<string, BigName> = new Map([['\\Sigma', 'sum'], ['\\Pi', 'prod']]);

/** `\Sigma_{i=1}^m` counts, as no matrix does. */
export const hasRange = (c: Cursor): boolean => peek(c, 1)?.text === '_' && peek(c, 2)?.kind === 'open' && c.tokens.slice(c.at + 3, Math.max(closing(c, c.at + 2), 0)).some((token) => token.text === '=');

export function parseUnderset(c: Cursor): Expr {
  const { text: sign, span: start } = c.tokens[c.at++];
  const below = parseArgument(c);
  const body = parseArgument(c);
  if (isBig(body) || isName(body)) {
    const op = BIG_WORDS.get(isName(body) ? body.letter : body.op);
    const accent = sign === '\\overset' && below.kind === 'unread' ? OVERS[below.what] : undefined;
    if (!op && isName(body) && accent) return parseScripts(c, { ...body, accents: [...body.accents, accent], span: join(start, body.span) });
    if (!op) return build.unread(sign, join(start, body.span));
    return makeBig(op, [below], undefined, c.at < c.end ? c.grammar.product(c) : body, start);
  }
  return body;
}

const OVERS: Record<string, string> = { '\\wedge': 'hat', '\\sim': 'tilde', '\\rightarrow': 'arrow' };

/** In `\frac{1}{m} \sum_i` and `m^{-1} \sum_i` m counts what the sum runs over; in `\frac{1}{hw} \sum_{ij}` and `\frac{1}{d^2} \sum_{ij}` each letter has its own count. */
export function tieMean(factors: Expr[]): void {
  factors.forEach((factor, i) => {
    const next = factors[i + 1];
    const under = isFraction(factor) && isNum(factor.over, 1) ? factor.under : isInverse(factor) ? factor.base : undefined;
    // In `\frac1n \mathbf{1} \mathbf{1}^T` they are n ones.
    for (let k = i + 1; isLetter(under, /^[dkmnKN]$/) && isOnes(factors[k]); k++) factors[k] = ofSize(factors[k], under);
    if (!under || !isBig(next) || next.op !== 'sum' || next.above) return;
    const letters = next.below.flatMap(factorsOf);
    const counts = countsIn(under);
    if (letters.length !== counts.length || !letters.every(isName) || !counts.every((count) => isLetter(count, /^(?:[A-Za-z]|\\ell)$/))) return;
    factors[i + 1] = letters.reduceRight<Expr>((body, letter, k) => ({ ...next, below: [letter], above: counts[k], tied: true, body }), next.body);
  });
}

const isOnes = (e: Expr | undefined): e is Expr => isLetter(e, '1') || (isScriptedName(e) && e.base.letter === '1' && !e.sub.length);
const ofSize = (ones: Expr, size: Expr): Expr => (isScripted(ones) ? { ...ones, sub: [size] } : build.scripted(ones, [size], [], ones.span));

const isInverse = (e: Expr): e is Scripted => isScripted(e) && isLetter(e.base, HOW_MANY) && !e.sub.length && isNum(negated(e.sup[0]), 1);

/** `m`, `h w`, `d^2`: the numbers that multiply to it. */
function countsIn(under: Expr): Expr[] {
  if (isProduct(under)) return under.factors;
  const [power] = isScripted(under) && under.sup.length === 1 && under.sub.length === 0 ? under.sup : [];
  return isScripted(under) && isNum(power, 2) ? [under.base, under.base] : [under];
}
