/** Tokens of one member to an expression. Reads top-down: sums of products of scripted atoms. */
import type { Span } from '../text/region';
import { type BigName, type Delimiter, type Expr, find, type Font, type Name, type Problem, type Product, type ProductSign, type Relation, type Term, type Variable } from './expression';
import type { Token } from './lexer';
import { ACCENTS, ACRONYMS, BARS, BIGS, BIG_WORDS, CASES, CLOSING, DOTS, FONTS, FUNCTIONS, GREEK, MARKS, MATRICES, ALIGNED, OPENING, PRODUCTS, RELATIONS, TRANSPARENT, TRANSPARENT_SECOND } from './tables';

const DEPTH_LIMIT = 200;

/** A place in a token list; `end` is exclusive. */
export interface Cursor { tokens: Token[]; at: number; end: number; depth: number; problems: Problem[]; bars: Delimiter[] }

export function cursor(tokens: Token[], problems: Problem[] = []): Cursor {
  return { tokens, at: 0, end: tokens.length, depth: 0, problems, bars: [] };
}

/** Everything up to the cursor's end as one expression; what is left over is unread and named. */
export function parseExpression(c: Cursor): Expr {
  if (c.at >= c.end) return unread(c, 'nothing');
  const first = c.tokens[c.at];
  const expr = parseChain(c);
  if (c.at < c.end) return { kind: 'unread', what: describe(c.tokens[c.at]), span: { start: first.span.start, end: c.tokens[c.end - 1].span.end } };
  return expr;
}

const describe = (token: Token): string => (token.kind === 'begin' || token.kind === 'end' ? `\\${token.kind}{${token.text}}` : token.text);
const peek = (c: Cursor, ahead = 0): Token | undefined => (c.at + ahead < c.end ? c.tokens[c.at + ahead] : undefined);
const at = (c: Cursor, text: string): boolean => peek(c)?.text === text && peek(c)?.kind !== 'text';

function unread(c: Cursor, what: string): Expr {
  const token = c.tokens[Math.min(c.at, c.tokens.length - 1)];
  return { kind: 'unread', what, span: token?.span ?? { start: 0, end: 0 } };
}

const join = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

export function relationAt(token: Token | undefined): Relation | undefined {
  if (!token || token.kind === 'text') return undefined;
  const name = RELATIONS.get(token.text);
  return name ? { name, tex: token.text, span: token.span } : undefined;
}

/** `a`, or `a = b \le c` where relations stand inside an expression. */
function parseChain(c: Cursor): Expr {
  const members = [parseSum(c)];
  const relations: Relation[] = [];
  for (let relation = relationAt(peek(c)); relation && c.at < c.end; relation = relationAt(peek(c))) {
    c.at++;
    relations.push(relation);
    members.push(c.at < c.end ? parseSum(c) : unread(c, `nothing after ${relation.tex}`));
  }
  if (relations.length === 0) return members[0];
  return { kind: 'chain', members, relations, span: join(members[0].span, members[members.length - 1].span) };
}

function parseSum(c: Cursor): Expr {
  const terms: Term[] = [];
  const start = peek(c)?.span ?? { start: 0, end: 0 };
  let sign: 1 | -1 = 1;
  let signed = false;
  for (;;) {
    while (at(c, '+') || at(c, '-')) { if (at(c, '-')) sign = sign === 1 ? -1 : 1; signed = true; c.at++; }
    terms.push({ sign, expr: parseProduct(c) });
    if (!at(c, '+') && !at(c, '-')) break;
    sign = 1;
  }
  if (terms.length === 1 && terms[0].sign === 1 && (terms[0].expr.kind !== 'unread' || !signed)) return terms[0].expr;
  return { kind: 'sum', terms, span: join(start, terms[terms.length - 1].expr.span) };
}

function parseProduct(c: Cursor): Expr {
  const factors: Expr[] = [];
  const signs: ProductSign[] = [];
  for (;;) {
    factors.push(signs.length && signs[signs.length - 1] !== 'implicit' && at(c, '-') ? parseNegative(c) : parseFactor(c));
    const sign = productSign(c);
    if (!sign) break;
    signs.push(sign);
  }
  if (factors.length === 1) return factors[0];
  tieMean(factors);
  return slashes({ kind: 'product', factors, signs, span: join(factors[0].span, factors[factors.length - 1].span) });
}

/** `a \cdot -b`. */
function parseNegative(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const expr = parseFactor(c);
  return { kind: 'sum', terms: [{ sign: -1, expr }], span: join(start, expr.span) };
}

function productSign(c: Cursor): ProductSign | undefined {
  const token = peek(c);
  if (!token) return undefined;
  const sign = token.kind === 'text' ? undefined : PRODUCTS.get(token.text);
  if (sign) { c.at++; return sign; }
  return startsFactor(c, token) ? 'implicit' : undefined;
}

function startsFactor(c: Cursor, token: Token): boolean {
  if (token.kind === 'letter' || token.kind === 'number' || token.kind === 'open' || token.kind === 'begin' || token.kind === 'text') return true;
  if (BARS.has(token.text)) return c.bars[c.bars.length - 1] !== BARS.get(token.text);
  if (OPENING.has(token.text)) return true;
  if (token.kind !== 'command') return false;
  return !CLOSING.has(token.text) && !RELATIONS.has(token.text);
}

/** In `\frac{1}{m} \sum_i` m counts what the sum runs over. */
function tieMean(factors: Expr[]): void {
  factors.forEach((factor, i) => {
    const next = factors[i + 1];
    if (factor.kind === 'fraction' && factor.over.kind === 'num' && factor.over.value === 1 && factor.under.kind === 'name' && next?.kind === 'big' && next.op === 'sum' && !next.above && next.below.length === 1 && next.below[0].kind === 'name') factors[i + 1] = { ...next, above: factor.under };
  });
}

/** `a / b c` divides by the next factor alone, which `f'(x)` is one of. */
function slashes(product: Product): Expr {
  const factors: Expr[] = [product.factors[0]];
  const signs: ProductSign[] = [];
  for (let i = 0; i < product.signs.length; i++) {
    const sign = product.signs[i];
    const last = factors[factors.length - 1];
    const call = sign === 'slash' ? primedCall(product, i + 1) : undefined;
    const next = call ?? product.factors[i + 1];
    if (call) i++;
    if (sign !== 'slash') { signs.push(sign); factors.push(next); continue; }
    const over = callBefore(factors, signs) ?? last;
    factors[factors.length - 1] = inlineDerivative(last, next) ?? { kind: 'fraction', over, under: next, slash: true, span: join(over.span, next.span) };
  }
  return factors.length === 1 ? factors[0] : { ...product, factors, signs };
}

/** The name and parentheses at the end, taken out as one: divided together they are the same product, and a call stays whole. */
function callBefore(factors: Expr[], signs: ProductSign[]): Expr | undefined {
  const [head, body] = factors.slice(-2);
  const isHead = head.kind === 'name' || (head.kind === 'scripted' && head.base.kind === 'name');
  if (factors.length < 2 || signs[signs.length - 1] !== 'implicit' || !isHead || body.kind !== 'group' || body.open !== '(') return undefined;
  factors.splice(-2, 2, body);
  signs.pop();
  return { kind: 'product', factors: [head, body], signs: ['implicit'], span: join(head.span, body.span) };
}

/** A name with primes and the parentheses after it. */
function primedCall({ factors, signs }: Product, at: number): Expr | undefined {
  const [head, body] = [factors[at], factors[at + 1]];
  if (head.kind !== 'scripted' || head.primes === 0 || signs[at] !== 'implicit' || body?.kind !== 'group' || body.open !== '(') return undefined;
  return { kind: 'product', factors: [head, body], signs: ['implicit'], span: join(head.span, body.span) };
}

/** `\partial f / \partial x` as the atoms of a slash. */
function inlineDerivative(over: Expr, under: Expr): Expr | undefined {
  const top = differential(over);
  const bottom = differential(under);
  if (!top || !bottom) return undefined;
  return { kind: 'derivative', of: top, by: [{ expr: bottom, order: 1 }], total: false, span: join(over.span, under.span) };
}

function differential(expr: Expr): Expr | undefined {
  return expr.kind === 'apply' && expr.fn === '∂' ? expr.arg : undefined;
}

/** An atom with its scripts, or an operator with what it takes. */
function parseFactor(c: Cursor): Expr {
  if (++c.depth > DEPTH_LIMIT) { c.at = c.end; c.depth--; return unread(c, 'nesting deeper than 200 levels'); }
  const expr = parseOperator(c) ?? parseScripts(c, parseAtom(c));
  c.depth--;
  return expr;
}

function parseOperator(c: Cursor): Expr | undefined {
  const token = peek(c);
  if (!token || token.kind === 'text') return undefined;
  const word = wordAt(c);
  if (token.text === '\\arg' || (word?.text === 'arg')) return parseArg(c, word?.length ?? 1);
  const big = BIGS.get(token.text) ?? (word && BIG_WORDS.get(word.text));
  if (big) { c.at += BIGS.has(token.text) ? 1 : (word?.length ?? 1); return parseBig(c, big, token.span); }
  const fn = FUNCTIONS.get(token.text) ?? (word && FUNCTIONS.get(word.text));
  if (fn) { c.at += FUNCTIONS.has(token.text) ? 1 : (word?.length ?? 1); return parseApply(c, fn, token.span); }
  if (token.text === '\\int') return parseIntegral(c);
  if (token.text === '\\nabla') return parseNabla(c);
  // `\vec\nabla`, `\boldsymbol{\nabla}`.
  if (FONTS.has(token.text) || token.text === '\\overrightarrow') {
    if (peek(c, 1)?.text === '\\nabla') { c.at++; return parseNabla(c); }
    if (peek(c, 1)?.kind === 'open' && peek(c, 2)?.text === '\\nabla' && peek(c, 3)?.kind === 'close') { c.at += 3; return parseNabla(c); }
  }
  if (BIG_LETTERS.has(token.text) && hasRange(c)) { c.at++; return parseBig(c, BIG_LETTERS.get(token.text) as BigName, token.span); }
  if (token.text === '\\partial') return parsePartial(c);
  if (token.text === '\\Delta' && isName(peek(c, 1))) return parseDelta(c);
  if (token.text === '\\underset' || token.text === '\\overset') return parseUnderset(c);
  return undefined;
}

const BIG_LETTERS: ReadonlyMap<string, BigName> = new Map([['\\Sigma', 'sum'], ['\\Pi', 'prod']]);

/** `\Sigma_{i=1}^m` counts, as no matrix does. */
const hasRange = (c: Cursor): boolean => peek(c, 1)?.text === '_' && peek(c, 2)?.kind === 'open' && c.tokens.slice(c.at + 3, Math.max(closing(c, c.at + 2), 0)).some((token) => token.text === '=');

const isName = (token: Token | undefined): boolean => !!token && (token.kind === 'letter' || GREEK.has(token.text) || ACCENTS.has(token.text) || FONTS.has(token.text));

/** A function's word in adjacent plain letters (`max`) or in an upright font (`\mathrm{Var}`). */
function wordAt(c: Cursor): { text: string; length: number } | undefined {
  const token = peek(c);
  if (!token) return undefined;
  if (FONTS.get(token.text) === 'roman' || FONTS.get(token.text) === 'sans') {
    const close = peek(c, 1)?.kind === 'open' ? closing(c, c.at + 1) : -1;
    if (close < 0) return undefined;
    const inner = c.tokens.slice(c.at + 2, close);
    return inner.length > 1 && inner.every((t) => t.kind === 'letter') ? { text: inner.map((t) => t.text).join(''), length: close - c.at + 1 } : undefined;
  }
  if (token.kind !== 'letter') return undefined;
  let text = token.text;
  let length = 1;
  for (let next = peek(c, length); next?.kind === 'letter' && adjacent(c.tokens[c.at + length - 1], next); next = peek(c, ++length)) text += next.text;
  return length > 1 ? { text, length } : undefined;
}

const adjacent = (a: Token, b: Token): boolean => a.span.end === b.span.start;

/** Index of the token that closes the brace at `open`, or -1. */
function closing(c: Cursor, open: number): number {
  let depth = 0;
  for (let i = open; i < c.end; i++) {
    if (c.tokens[i].kind === 'open') depth++;
    else if (c.tokens[i].kind === 'close' && --depth === 0) return i;
  }
  return -1;
}

function parseArg(c: Cursor, length: number): Expr {
  const start = c.tokens[c.at].span;
  c.at += length;
  const token = peek(c);
  const word = wordAt(c);
  const op = token?.text === '\\max' || word?.text === 'max' ? 'argmax' : 'argmin';
  c.at += word ? word.length : 1;
  return parseBig(c, op, start);
}

function parseBig(c: Cursor, op: BigName, start: Span): Expr {
  const { sub, sup } = parseScriptPair(c);
  if ((op === 'max' || op === 'min') && sub.length === 0 && at(c, '(')) {
    const group = parseAtom(c);
    return parseScripts(c, { kind: 'apply', fn: op, arg: group, sub, ...(sup[0] ? { power: sup[0] } : {}), span: join(start, group.span) }, false);
  }
  const body = c.at < c.end ? parseOperand(c) : unread(c, `nothing after \\${op}`);
  return makeBig(op, sub, sup[0], body, start);
}

function makeBig(op: BigName, below: Expr[], above: Expr | undefined, body: Expr, start: Span): Expr {
  return { kind: 'big', op, below, above, body, span: join(start, body.span) };
}

/** `\int_a^b f(x) \, dx`, `\int dx \, f(x)`, `\int \frac{dx}{x}`. */
function parseIntegral(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const bounds = { ...(sub.length ? { from: sub[0] } : {}), ...(sup.length ? { to: sup[0] } : {}) };
  const place = ownDifferential(c);
  if (place === undefined) return integralOfFraction(c, bounds, start);
  const before = place > c.at ? parseExpression({ ...c, end: place }) : undefined;
  c.at = place;
  c.at += differentialSign(c);
  const by = parseScripts(c, parseAtom(c));
  const body = before ?? (c.at < c.end ? parseOperand(c) : unread(c, 'nothing after \\int'));
  return { kind: 'integral', ...bounds, by, body, span: join(start, join(by.span, body.span)) };
}

/** Where the differential of an integral stands: integrals within have theirs before it. */
function ownDifferential(c: Cursor): number | undefined {
  let depth = 0;
  let open = 1;
  for (let i = c.at; i < c.end && depth >= 0 && !(depth === 0 && relationAt(c.tokens[i])); i++) {
    const token = c.tokens[i];
    depth += nesting(token);
    if (depth !== 0 || token.kind === 'text') continue;
    if (token.text === '\\int') open++;
    const length = token.text === '\\partial' || isScript(c.tokens[i - 1]) ? 0 : differentialSign({ ...c, at: i });
    if (length && isName(c.tokens[i + length]) && --open === 0) return i;
  }
  return undefined;
}

const isScript = (token: Token): boolean => token.kind !== 'text' && (token.text === '^' || token.text === '_');

function integralOfFraction(c: Cursor, bounds: { from?: Expr; to?: Expr }, start: Span): Expr {
  const body = c.at < c.end ? parseOperand(c) : unread(c, 'nothing after \\int');
  const factors = body.kind === 'product' ? body.factors : [body];
  for (const [i, factor] of factors.entries()) {
    const found = factor.kind === 'fraction' ? withoutDifferential(factor.over) : undefined;
    if (factor.kind !== 'fraction' || !found) continue;
    const bare: Expr = { ...factor, over: found.rest };
    return { kind: 'integral', ...bounds, by: found.by, body: body.kind === 'product' ? { ...body, factors: body.factors.map((f, k) => (k === i ? bare : f)) } : bare, span: join(start, body.span) };
  }
  return { kind: 'unread', what: 'an integral without its differential', span: join(start, body.span) };
}

/** `x \, dt` as x and t. */
function withoutDifferential(expr: Expr): { rest: Expr; by: Expr } | undefined {
  const one: Expr = { kind: 'num', value: 1, text: '1', digits: 0, span: expr.span };
  if (expr.kind === 'unread' && /^d[A-Za-z]$/.test(expr.what)) return { rest: one, by: { kind: 'name', letter: expr.what[1], accents: [], span: expr.span } };
  if (expr.kind !== 'product') return undefined;
  const d = expr.factors.length - 2;
  const sign = expr.factors[d];
  if (expr.signs[d] !== 'implicit' || sign.kind !== 'name' || sign.letter !== 'd' || sign.accents.length) return undefined;
  const rest: Expr = d === 0 ? one : d === 1 ? expr.factors[0] : { ...expr, factors: expr.factors.slice(0, d), signs: expr.signs.slice(0, d - 1) };
  return { rest, by: expr.factors[d + 1] };
}

/** The rest of the product: what a big operator or a derivative operator acts on. */
function parseOperand(c: Cursor): Expr {
  return parseProduct(c);
}

function parseApply(c: Cursor, fn: string, start: Span): Expr {
  const primes = parsePrimes(c);
  const { sub, sup } = parseScriptPair(c);
  if (c.at >= c.end || !peek(c) || !(startsFactor(c, peek(c) as Token) || at(c, '-'))) {
    const name: Name = { kind: 'name', letter: fn, accents: [], font: 'roman', span: start };
    return sub.length || sup.length || primes ? { kind: 'scripted', base: name, sub, sup, primes, span: start } : name;
  }
  const arg = parseFunctionArgument(c);
  const power = sup[0];
  const named = primes ? `${fn}${"'".repeat(primes)}` : fn;
  const call: Expr = { kind: 'apply', fn: named, arg, sub, ...(power ? { power } : {}), span: join(start, arg.span) };
  // Scripts after the parentheses belong to the value: `\tanh(z)^2`, `\operatorname{softmax}(z)_i`.
  return arg.kind === 'group' ? parseScripts(c, call, false) : call;
}

/** `\ln(…)` takes the parentheses; `\ln x y` takes plain factors up to the next function, operator or parenthesis. */
function parseFunctionArgument(c: Cursor): Expr {
  const token = peek(c) as Token;
  if (OPENING.has(token.text) || token.kind === 'open' || BARS.has(token.text) || token.kind === 'begin') return parseAtom(c);
  const factors = [parseFactor(c)];
  const signs: ProductSign[] = [];
  while (continuesArgument(c, factors[factors.length - 1])) { factors.push(parseFactor(c)); signs.push('implicit'); }
  if (factors.length === 1 && at(c, '(') && (factors[0].kind === 'name' || factors[0].kind === 'scripted')) { factors.push(parseScripts(c, parseAtom(c))); signs.push('implicit'); }
  for (let more = nextPower(c, factors); more; more = nextPower(c, factors)) { factors.push(...more); signs.push(...more.map((): ProductSign => 'implicit')); }
  if (factors.length === 1) return factors[0];
  return { kind: 'product', factors, signs, span: join(factors[0].span, factors[factors.length - 1].span) };
}

/** In `\log p^y (1-p)^{1-y}` the powers after the first one belong to the argument: nobody multiplies a logarithm by such a power. */
function nextPower(c: Cursor, factors: Expr[]): Expr[] | undefined {
  const token = peek(c);
  if (!token || !isLettered(factors[factors.length - 1]) || !(OPENING.has(token.text) || isName(token))) return undefined;
  const from = c.at;
  const first = parseScripts(c, parseAtom(c));
  const more = isLettered(first) || !at(c, '(') ? [first] : [first, parseScripts(c, parseAtom(c))];
  if (isLettered(more[more.length - 1])) return more;
  c.at = from;
  return undefined;
}

/** A power with letters in its exponent. */
const isLettered = (expr: Expr): boolean => expr.kind === 'scripted' && expr.sup.length === 1 && !isTransposed(expr) && (expr.base.kind === 'group' || expr.sup[0].kind !== 'group') && find(expr.sup[0], (e) => e.kind === 'name') !== undefined;

function continuesArgument(c: Cursor, last: Expr): boolean {
  const token = peek(c);
  if (!token || last.kind === 'unread') return false;
  const word = wordAt(c);
  if (FUNCTIONS.has(token.text) || BIGS.has(token.text) || (word && FUNCTIONS.has(word.text))) return false;
  return token.kind === 'letter' || token.kind === 'number' || isName(token) || token.text === '\\frac';
}

function parseNabla(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const order = sup[0]?.kind === 'num' ? sup[0].value : 1;
  const of = c.at < c.end && peek(c) && startsFactor(c, peek(c) as Token) ? parseApplied(c) : unread(c, 'nothing after \\nabla');
  const nabla: Expr = { kind: 'nabla', by: sub, order, of, span: join(start, of.span) };
  return of.kind === 'product' && transposeAt(c) ? parseScripts(c, nabla, false) : nabla;
}

const isTransposed = (expr: Expr): boolean => expr.kind === 'scripted' && expr.sup.some((sup) => (sup.kind === 'mark' && sup.mark === 'transpose') || (sup.kind === 'name' && sup.letter === 'T'));

/** What ∇ acts on: one factor with the parentheses that follow it, `J(\theta)`; the whole product where that begins with a number or a transpose, `x^T A x`. */
function parseApplied(c: Cursor): Expr {
  const from = c.at;
  const head = parseFactor(c);
  if (head.kind === 'num' || (head.kind === 'fraction' && head.over.kind === 'num') || isTransposed(head)) { c.at = from; return parseProduct(c); }
  if (isBracketed(head)) return parseBrackets(c, head);
  if (!at(c, '(')) return head;
  const factors: Expr[] = [head];
  const signs: ProductSign[] = [];
  const point = parseAtom(c);
  // In `\nabla f(w)^\top d` the gradient is transposed.
  factors.push(transposeAt(c) ? point : parseScripts(c, point));
  signs.push('implicit');
  return { kind: 'product', factors, signs, span: join(head.span, factors[1].span) };
}

/** Whether a transpose is all that stands over what was read last. */
function transposeAt(c: Cursor): boolean {
  if (!at(c, '^')) return false;
  const script = parseScripts({ ...c }, unread(c, ''));
  return isTransposed(script) && script.kind === 'scripted' && script.sup.length === 1 && !script.sub.length;
}

const isBracketed = (expr: Expr): boolean => expr.kind === 'group' || (expr.kind === 'scripted' && expr.base.kind === 'group');

/** `(y - Xw)^T (y - Xw)` after an operator is differentiated whole; brackets that hold a derivative themselves, as in the chain rule, are a factor of the result. */
function parseBrackets(c: Cursor, first: Expr): Expr {
  const factors = [first];
  for (let next = peek(c); next && OPENING.has(next.text); next = peek(c)) {
    const from = c.at;
    const factor = parseScripts(c, parseAtom(c));
    if (find(factor, (e) => e.kind === 'derivative' || e.kind === 'nabla')) { c.at = from; break; }
    factors.push(factor);
  }
  if (factors.length === 1) return first;
  return { kind: 'product', factors, signs: factors.slice(1).map(() => 'implicit'), span: join(first.span, factors[factors.length - 1].span) };
}

/** `\partial_W E`, or the bare differential `\partial f` of an inline fraction. */
function parsePartial(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const of = c.at < c.end && startsFactor(c, peek(c) as Token) ? parseApplied(c) : unread(c, 'nothing after \\partial');
  const span = join(start, of.span);
  if (sub.length === 1 && sub[0].kind === 'name' && /^[i-n]$/.test(sub[0].letter)) return { kind: 'unread', what: `\\partial_${sub[0].letter}`, span };
  if (sub.length === 0) return { kind: 'apply', fn: '∂', arg: of, sub: [], ...(sup[0] ? { power: sup[0] } : {}), span };
  return { kind: 'derivative', of, by: [{ expr: sub[0], order: 1 }], total: false, span };
}

/** `\Delta w` is one name. */
function parseDelta(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const base = parseAtom(c);
  const name: Expr = base.kind === 'name' ? { ...base, letter: `\\Delta ${base.letter}`, span: join(start, base.span) } : base;
  return parseScripts(c, name);
}

const OVERS: Record<string, string> = { '\\wedge': 'hat', '\\sim': 'tilde', '\\rightarrow': 'arrow' };

function parseUnderset(c: Cursor): Expr {
  const { text: sign, span: start } = c.tokens[c.at++];
  const below = parseArgument(c);
  const body = parseArgument(c);
  if (body.kind === 'big' || body.kind === 'name') {
    const op = BIG_WORDS.get(body.kind === 'name' ? body.letter : body.op);
    const accent = sign === '\\overset' && below.kind === 'unread' ? OVERS[below.what] : undefined;
    if (!op && body.kind === 'name' && accent) return parseScripts(c, { ...body, accents: [...body.accents, accent], span: join(start, body.span) });
    if (!op) return { kind: 'unread', what: sign, span: join(start, body.span) };
    return makeBig(op, [below], undefined, c.at < c.end ? parseOperand(c) : body, start);
  }
  return body;
}

function parsePrimes(c: Cursor): number {
  let primes = 0;
  while (at(c, "'")) { primes++; c.at++; }
  return primes;
}

function parseScriptPair(c: Cursor): { sub: Expr[]; sup: Expr[] } {
  let sub: Expr[] = [];
  let sup: Expr[] = [];
  for (;;) {
    if (at(c, '_')) { c.at++; sub = parseScript(c); }
    else if (at(c, '^')) { c.at++; sup = parseScript(c); }
    else return { sub, sup };
  }
}

/** Scripts and primes after an atom; `x^{a}_{b}'` in any order. `w*` without a caret is a star as well. */
function parseScripts(c: Cursor, base: Expr, loose = true): Expr {
  let sub: Expr[] = [];
  let sup: Expr[] = [];
  let primes = 0;
  let end = base.span;
  for (let token = peek(c); token; token = peek(c)) {
    if (token.text === '!' && token.kind === 'sign') { c.at++; return parseScripts(c, { kind: 'apply', fn: 'factorial', arg: scriptedOf(base, sub, sup, primes, end), sub: [], span: join(base.span, token.span) }, false); }
    if (token.text === "'" ) { primes += 1; end = token.span; c.at++; continue; }
    if (token.text === '*' && loose && base.kind === 'name' && isPostfixStar(c)) { sup = [{ kind: 'mark', mark: 'star', span: token.span }]; c.at++; continue; }
    if ((token.text !== '_' && token.text !== '^') || token.kind === 'text') break;
    c.at++;
    const script = parseScript(c);
    if (script.length) end = join(end, script[script.length - 1].span);
    const marks = script.filter(isPrimeMark);
    if (marks.length) { primes += marks.length; continue; }
    if (token.text === '_') sub = [...sub, ...script];
    else sup = [...sup, ...script];
  }
  return scriptedOf(base, sub, sup, primes, end);
}

const scriptedOf = (base: Expr, sub: Expr[], sup: Expr[], primes: number, end: Span): Expr =>
  sub.length || sup.length || primes ? { kind: 'scripted', base, sub, sup, primes, span: join(base.span, end) } : base;

const isPrimeMark = (expr: Expr): boolean => expr.kind === 'name' && expr.letter === "'";

/** `w* = …`: a star right after a letter with nothing to multiply after it. */
function isPostfixStar(c: Cursor): boolean {
  const next = peek(c, 1);
  const before = c.tokens[c.at - 1];
  return adjacent(before, c.tokens[c.at]) && (!next || relationAt(next) !== undefined || next.text === ')' || next.text === ',');
}

function parseScript(c: Cursor): Expr[] {
  const token = peek(c);
  if (!token) return [unread(c, 'nothing in a script')];
  if (token.kind !== 'open') return [parseScriptToken(c, token)];
  const close = closing(c, c.at);
  if (close < 0) { const rest = unread(c, 'an unclosed brace'); c.at = c.end; return [rest]; }
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  const items = parseScriptItems(inner);
  c.at = close + 1;
  return items;
}

/** A script without braces is one token, or one command with its arguments. */
function parseScriptToken(c: Cursor, token: Token): Expr {
  const mark = scriptMark(token);
  if (mark) { c.at++; return mark; }
  if (token.text === '\\prime' || token.text === "'") { c.at++; return { kind: 'name', letter: "'", accents: [], span: token.span }; }
  if (token.kind === 'number' && token.text.length > 1 && (!token.text.includes('.') || /^\d0\./.test(token.text))) return firstDigit(c, token);
  if (token.kind === 'letter') { c.at++; return { kind: 'name', letter: token.text, accents: [], span: token.span }; }
  const label = labelOf(token);
  if (label) c.at++;
  return label ?? parseAtom(c);
}

/** The name of an operator alone in a script says which one: `\lambda_{\max}`, `x^\min`. */
function labelOf(token: Token): Expr | undefined {
  return /^\\[a-z]+$/.test(token.text) && (BIG_WORDS.has(token.text.slice(1)) || FUNCTIONS.has(token.text)) ? { kind: 'name', letter: token.text.slice(1), accents: [], font: 'roman', span: token.span } : undefined;
}

/** `x_12` is x with subscript 1, then 2; `0.3^20.7` is 0.3² · 0.7. */
function firstDigit(c: Cursor, token: Token): Expr {
  const span = { start: token.span.start, end: token.span.start + 1 };
  c.tokens = [...c.tokens.slice(0, c.at), { ...token, text: token.text[0], span }, { ...token, text: token.text.slice(1), span: { start: span.end, end: token.span.end } }, ...c.tokens.slice(c.at + 1)];
  c.end++;
  return parseAtom(c);
}

function scriptMark(token: Token): Expr | undefined {
  const mark = token.kind === 'text' ? undefined : MARKS.get(token.text);
  return mark ? { kind: 'mark', mark, span: token.span } : undefined;
}

function parseScriptItems(c: Cursor): Expr[] {
  if (c.at >= c.end) return [];
  const only = c.end - c.at === 1 ? scriptMark(c.tokens[c.at]) : undefined;
  if (only) return [only];
  const transposed = upright(c);
  if (transposed) return [{ kind: 'mark', mark: 'transpose', span: transposed }];
  if (c.tokens.slice(c.at, c.end).every((t) => t.text === '\\prime' || t.text === "'")) return c.tokens.slice(c.at, c.end).map((t): Expr => ({ kind: 'name', letter: "'", accents: [], span: t.span }));
  if (c.tokens[c.at].text === '\\substack') { c.at++; return substack(c); }
  return rowOrColumn(c) ?? splitTopLevel(c, [',', ';']).map((part) => parseScriptItem(part));
}

/** `i \cdot` and `i :` in a subscript are row i, `\cdot j` and `: j` column j. */
function rowOrColumn(c: Cursor): Expr[] | undefined {
  if (c.end - c.at !== 2) return undefined;
  const places = [c.tokens[c.at], c.tokens[c.at + 1]].map((token) => (token.text === '\\cdot' || token.text === ':' ? 'all' : token.kind === 'letter' || token.kind === 'number' ? 'one' : 'other'));
  if (places.includes('other') || places[0] === places[1]) return undefined;
  return places.map((place, i): Expr => (place === 'all' ? { kind: 'mark', mark: 'colon', span: c.tokens[c.at + i].span } : parseAtom({ ...c, at: c.at + i, end: c.at + i + 1 })));
}

/** `\mathsf{T}`, `\mathrm T`, `\text{T}` in a superscript. */
function upright(c: Cursor): Span | undefined {
  const letters = c.tokens.slice(c.at, c.end).filter((t) => t.kind !== 'open' && t.kind !== 'close');
  if (letters.length === 1 && letters[0].kind === 'text' && /^\s*(?:T|tr|t)\s*$/.test(letters[0].text)) return letters[0].span;
  return letters.length === 2 && FONTS.has(letters[0].text) && letters[1].text === 'T' ? letters[1].span : undefined;
}

function substack(c: Cursor): Expr[] {
  const close = peek(c)?.kind === 'open' ? closing(c, c.at) : -1;
  if (close < 0) return [unread(c, '\\substack')];
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  return splitTopLevel(inner, ['\\\\', ',']).map((part) => parseScriptItem(part));
}

function parseScriptItem(c: Cursor): Expr {
  if (c.end - c.at === 1) { const mark = scriptMark(c.tokens[c.at]) ?? labelOf(c.tokens[c.at]); if (mark) { c.at++; return mark; } }
  if (c.end - c.at === 2 && c.tokens[c.at].kind !== 'number' && MARKS.get(c.tokens[c.at + 1].text) === 'star') {
    const base = parseAtom({ ...c, end: c.at + 1 });
    return { kind: 'scripted', base, sub: [], sup: [{ kind: 'mark', mark: 'star', span: c.tokens[c.at + 1].span }], primes: 0, span: base.span };
  }
  const last = c.end - c.at > 1 ? scriptMark(c.tokens[c.end - 1]) : undefined;
  if (last?.kind === 'mark' && last.mark === 'transpose') {
    const label = parseExpression({ ...c, end: c.end - 1, bars: [] });
    return { kind: 'product', factors: [label, last], signs: ['implicit'], span: join(label.span, last.span) };
  }
  return parseExpression({ ...c, bars: [] });
}

/** The parts of a cursor's range between separators that stand outside all brackets. */
export function splitTopLevel(c: Cursor, separators: string[]): Cursor[] {
  const parts: Cursor[] = [];
  let depth = 0;
  let start = c.at;
  for (let i = c.at; i < c.end; i++) {
    depth += nesting(c.tokens[i]);
    if (depth === 0 && separators.includes(c.tokens[i].text) && c.tokens[i].kind !== 'text') { parts.push({ ...c, at: start, end: i }); start = i + 1; }
  }
  parts.push({ ...c, at: start, end: c.end });
  return parts.filter((part) => part.at < part.end);
}

/** +1 where a token opens a bracket of any sort, -1 where it closes one. */
export function nesting(token: Token): number {
  if (token.kind === 'open' || token.kind === 'begin') return 1;
  if (token.kind === 'close' || token.kind === 'end') return -1;
  if (token.kind === 'text' || token.kind === 'letter' || token.kind === 'number') return 0;
  if (OPENING.has(token.text)) return 1;
  return CLOSING.has(token.text) ? -1 : 0;
}

function parseAtom(c: Cursor): Expr {
  const token = peek(c);
  if (!token) return unread(c, 'a missing expression');
  if (token.kind === 'number') { c.at++; return number(token); }
  if (token.kind === 'open') return parseBraces(c);
  if (token.kind === 'text') { c.at++; return parseWords(c, token); }
  if (token.kind === 'begin') return parseEnvironment(c, token);
  if (token.kind === 'letter') return parseLetters(c, token);
  if (BARS.has(token.text)) return parseBars(c, BARS.get(token.text) as Delimiter);
  if (OPENING.has(token.text)) return parseGroup(c, OPENING.get(token.text) as Delimiter);
  if (token.kind === 'command') return parseCommand(c, token);
  c.at++;
  return { kind: 'unread', what: token.text, span: token.span };
}

const number = (token: Token): Expr => ({ kind: 'num', value: Number(token.text), text: token.text, digits: decimals(token.text), span: token.span });
const decimals = (text: string): number => (/e/.test(text) ? 12 : (text.split('.')[1]?.length ?? 0));

/** Upright words of one name (`LeakyReLU`), or prose. A word of letters before a prime or parenthesis is a name. */
function parseWords(c: Cursor, token: Token): Expr {
  const text = token.text.trim();
  const primes = /'+$/.exec(text)?.[0].length ?? 0;
  const word = text.replace(/'+$/, '');
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(word)) return { kind: 'words', text, span: token.span };
  const fn = FUNCTIONS.get(word);
  if (fn && (at(c, '(') || primes)) return parseApply(c, primes ? `${fn}${"'".repeat(primes)}` : fn, token.span);
  const name: Name = { kind: 'name', letter: word, accents: [], font: 'roman', span: token.span };
  return primes ? { kind: 'scripted', base: name, sub: [], sup: [], primes, span: token.span } : name;
}

/** An acronym of the field such as RSS is one name; other letters are names of their own. */
function parseLetters(c: Cursor, token: Token): Expr {
  const word = wordAt(c);
  if (word && ACRONYMS.has(word.text)) {
    const end = c.tokens[c.at + word.length - 1].span;
    c.at += word.length;
    return { kind: 'name', letter: word.text, accents: [], span: join(token.span, end) };
  }
  const differential = token.text === 'd' && /^[A-Zbwz]$/.test(peek(c, 1)?.text ?? '') && adjacent(token, c.tokens[c.at + 1]);
  if (differential) { c.at += 2; return { kind: 'unread', what: `d${c.tokens[c.at - 1].text}`, span: join(token.span, c.tokens[c.at - 1].span) }; }
  c.at++;
  return { kind: 'name', letter: token.text, accents: [], span: token.span };
}

function parseBraces(c: Cursor): Expr {
  const close = closing(c, c.at);
  const start = c.tokens[c.at].span;
  if (close < 0) { c.at = c.end; return { kind: 'unread', what: 'an unclosed brace', span: start }; }
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  c.at = close + 1;
  if (inner.at >= inner.end) return { kind: 'mark', mark: 'empty', span: start };
  return parseExpression(inner);
}

function parseBars(c: Cursor, sign: Delimiter): Expr {
  const double = sign === '|' && peek(c, 1)?.text === '|' && adjacent(c.tokens[c.at], c.tokens[c.at + 1]);
  const start = c.tokens[c.at].span;
  const open = c.tokens[c.at].text;
  c.at += double ? 2 : 1;
  const close = closingBar(c, open, double);
  if (close < 0) return { kind: 'unread', what: `an unclosed ${open}`, span: start };
  const inner: Cursor = { ...c, end: close, bars: [...c.bars, sign] };
  const body = parseExpression(inner);
  c.at = close + (double ? 2 : 1);
  return { kind: 'group', open: double || sign === '‖' ? '‖' : '|', items: [body], span: join(start, c.tokens[c.at - 1].span) };
}

function closingBar(c: Cursor, open: string, double: boolean): number {
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    if (depth === 0 && c.tokens[i].text === open && i > c.at && (!double || c.tokens[i + 1]?.text === open)) return i;
    depth += nesting(c.tokens[i]);
    if (depth < 0) return -1;
  }
  return -1;
}

function parseGroup(c: Cursor, open: Delimiter): Expr {
  const start = c.tokens[c.at].span;
  const close = closingBracket(c);
  if (close < 0) { const what = `an unclosed ${c.tokens[c.at].text}`; c.at = c.end; return { kind: 'unread', what, span: start }; }
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  const items = splitTopLevel(inner, [',', ';', '\\mid', ...loneBars(inner)]).map((part) => parseExpression({ ...part, bars: [] }));
  const end = c.tokens[close].span;
  c.at = close + 1;
  if (items.length > 0 && [inner.at, inner.end - 1].some((i) => isComma(c.tokens[i]))) return { kind: 'unread', what: 'a list with an empty entry', span: join(start, end) };
  return { kind: 'group', open, items, span: join(start, end) };
}

const isComma = (token: Token): boolean => token.kind !== 'text' && token.text === ',';

/** A single bar in brackets parts what is given, `p(o|c)`, or two distributions, `D(p \| q)`. */
function loneBars(c: Cursor): string[] {
  const counts = new Map<string, number>();
  let depth = 0;
  for (const token of c.tokens.slice(c.at, c.end)) {
    depth += nesting(token);
    if (depth === 0 && token.kind !== 'text' && BARS.has(token.text)) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === 1).map(([bar]) => bar);
}

function closingBracket(c: Cursor): number {
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    depth += nesting(c.tokens[i]);
    if (depth === 0) return i;
  }
  return -1;
}

function parseArgument(c: Cursor): Expr {
  return peek(c)?.kind === 'open' ? parseBraces(c) : parseScriptToken(c, peek(c) ?? c.tokens[c.end - 1]);
}

function parseCommand(c: Cursor, token: Token): Expr {
  c.at++;
  const letter = GREEK.get(token.text);
  if (letter === '\\delta' && isIndexPair(c)) return { kind: 'scripted', base: { kind: 'name', letter, accents: [], span: token.span }, sub: parseScript(c), sup: [], primes: 0, span: token.span };
  if (letter) return { kind: 'name', letter, accents: [], span: token.span };
  if (ACCENTS.has(token.text)) return accented(c, ACCENTS.get(token.text) as string, token.span);
  if (FONTS.has(token.text)) return fonted(c, FONTS.get(token.text) as Font, token.span);
  if (DOTS.has(token.text)) return { kind: 'dots', span: token.span };
  if (TRANSPARENT.has(token.text)) return parseArgument(c);
  if (TRANSPARENT_SECOND.has(token.text)) { parseArgument(c); return parseArgument(c); }
  if (token.text === '\\infty') return { kind: 'mark', mark: 'infinity', span: token.span };
  const special = SPECIAL[token.text];
  if (special) return special(c, token);
  return { kind: 'unread', what: token.text, span: token.span };
}

/** `\delta{ik}` for `\delta_{ik}`. */
const isIndexPair = (c: Cursor): boolean => peek(c)?.kind === 'open' && peek(c, 3)?.kind === 'close' && [1, 2].every((i) => /^[i-n]$/.test(peek(c, i)?.text ?? ''));

const SPECIAL: Record<string, (c: Cursor, token: Token) => Expr> = {
  '\\frac': fraction, '\\dfrac': fraction, '\\tfrac': fraction, '\\cfrac': fraction,
  '\\sqrt': root,
  '\\underbrace': braced, '\\overbrace': braced,
  '\\binom': (c, token) => call(c, token, 'binom'), '\\dbinom': (c, token) => call(c, token, 'binom'),
  '\\mathrm*': (c) => parseArgument(c),
  '\\R': (_, token) => ({ kind: 'name', letter: 'R', accents: [], font: 'blackboard', span: token.span }),
};

function call(c: Cursor, token: Token, fn: string): Expr {
  const first = parseArgument(c);
  const second = parseArgument(c);
  return { kind: 'apply', fn, arg: { kind: 'group', open: '(', items: [first, second], span: join(first.span, second.span) }, sub: [], span: join(token.span, second.span) };
}

/** The note of an under-brace says something about the body and is not part of it. */
function braced(c: Cursor): Expr {
  const body = parseArgument(c);
  parseScriptPair(c);
  return body;
}

function root(c: Cursor, token: Token): Expr {
  let degree: Expr | undefined;
  if (at(c, '[')) {
    const close = closingBracket(c);
    if (close > 0) { degree = parseExpression({ ...c, at: c.at + 1, end: close, bars: [] }); c.at = close + 1; }
  }
  const body = parseArgument(c);
  return { kind: 'root', ...(degree ? { degree } : {}), body, span: join(token.span, body.span) };
}

function fraction(c: Cursor, token: Token): Expr {
  const top = range(c);
  const bottom = range(c);
  const span = join(token.span, c.tokens[Math.max(c.at - 1, 0)].span);
  if (!top || !bottom) return { kind: 'unread', what: '\\frac without two arguments', span };
  const derivative = derivativeFraction(c, top, bottom, span);
  if (derivative) return derivative;
  return { kind: 'fraction', over: parseExpression(top), under: parseExpression(bottom), span };
}

/** The tokens of a braced argument, or of the one token that stands for it. */
function range(c: Cursor): Cursor | undefined {
  const token = peek(c);
  if (!token) return undefined;
  if (token.kind !== 'open') {
    if (token.kind === 'number' && token.text.length > 1) { firstDigit(c, token); return { ...c, at: c.at - 1, end: c.at, bars: [] }; }
    const start = c.at;
    parseScriptToken(c, token);
    return { ...c, at: start, end: c.at, bars: [] };
  }
  const close = closing(c, c.at);
  if (close < 0) return undefined;
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  c.at = close + 1;
  return inner;
}

/** Length of the differential sign at a place: `\partial`, `d`, `\mathrm{d}`; 0 where none stands. */
function differentialSign(c: Cursor): number {
  const token = peek(c);
  if (!token) return 0;
  if (token.text === '\\partial' || (token.kind === 'letter' && token.text === 'd')) return 1;
  const upright = FONTS.get(token.text) === 'roman';
  if (!upright) return 0;
  if (peek(c, 1)?.text === 'd') return 2;
  return peek(c, 1)?.kind === 'open' && peek(c, 2)?.text === 'd' && peek(c, 3)?.kind === 'close' ? 4 : 0;
}

function derivativeFraction(c: Cursor, top: Cursor, bottom: Cursor, span: Span): Expr | undefined {
  const above = differentialSign(top);
  const below = differentialSign(bottom);
  if (!above || !below || bottom.end - bottom.at <= below) return undefined;
  const total = top.tokens[top.at].text !== '\\partial';
  const over: Cursor = { ...top, at: top.at + above };
  const { sup } = parseScriptPair(over);
  const order = sup[0]?.kind === 'num' ? sup[0].value : 1;
  const by = derivativeVariables({ ...bottom }, order);
  if (!by) return undefined;
  if (by.reduce((sum, variable) => sum + variable.order, 0) !== order) return { kind: 'unread', what: 'a derivative of another order than its variables have', span };
  const of = over.at < over.end ? parseExpression(over) : operand(c);
  return { kind: 'derivative', of, by, total, span: join(span, of.span) };
}

/** What a derivative operator without a numerator acts on: the brackets right after it, else the rest of the product. */
function operand(c: Cursor): Expr {
  const token = peek(c);
  if (!token || !startsFactor(c, token)) return unread(c, 'a derivative operator with nothing after it');
  return OPENING.has(token.text) ? parseBrackets(c, parseScripts(c, parseAtom(c))) : parseOperand(c);
}

function derivativeVariables(c: Cursor, order: number): Variable[] | undefined {
  const by: Variable[] = [];
  while (c.at < c.end) {
    const sign = differentialSign(c);
    // `\partial\theta_k\theta_j`: the second sign is often left out.
    if (!sign && (by.length === 0 || by.reduce((sum, variable) => sum + variable.order, 0) >= order)) return undefined;
    c.at += sign;
    if (c.at >= c.end) return undefined;
    by.push(ordered(calledVariable(c, parseScripts(c, parseAtom(c))), order));
  }
  return by;
}

/** In `\partial \sigma(a)` the value of the function is what varies. */
function calledVariable(c: Cursor, head: Expr): Expr {
  if (!at(c, '(')) return head;
  const body = parseAtom(c);
  return { kind: 'product', factors: [head, body], signs: ['implicit'], span: join(head.span, body.span) };
}

/** In `\partial x^2` of a second derivative the 2 counts, in a first derivative it belongs to the name. */
function ordered(expr: Expr, total: number): Variable {
  if (total < 2 || expr.kind !== 'scripted' || expr.sup.length !== 1 || expr.sup[0].kind !== 'num') return { expr, order: 1 };
  const rest: Expr = expr.sub.length || expr.primes ? { ...expr, sup: [] } : expr.base;
  return { expr: rest, order: expr.sup[0].value };
}

function accented(c: Cursor, accent: string, start: Span): Expr {
  const body = parseArgument(c);
  const span = join(start, body.span);
  if (body.kind === 'name') return { ...body, accents: [...body.accents, accent], span };
  if (body.kind === 'scripted' && body.base.kind === 'name') return { ...body, base: { ...body.base, accents: [...body.base.accents, accent] }, span };
  return { kind: 'unread', what: `\\${accent} over more than one letter`, span };
}

/** A font over one letter marks the name; over several letters it makes one name of them. */
function fonted(c: Cursor, font: Font, start: Span): Expr {
  if (peek(c)?.kind === 'open') {
    const close = closing(c, c.at);
    const inner = close < 0 ? [] : c.tokens.slice(c.at + 1, close);
    if (inner.length > 1 && inner.every((t) => t.kind === 'letter' || t.kind === 'number')) {
      c.at = close + 1;
      const letter = inner.map((t) => t.text).join('');
      return { kind: 'name', letter, accents: [], font, span: join(start, c.tokens[close].span) };
    }
  }
  const body = parseArgument(c);
  const span = join(start, body.span);
  if (body.kind === 'num' && body.text === '1' && font !== 'roman') return { kind: 'name', letter: body.text, accents: [], font, span };
  if (body.kind === 'name') return { ...body, font, span };
  if (body.kind === 'scripted' && body.base.kind === 'name') return { ...body, base: { ...body.base, font }, span };
  return body;
}

function parseEnvironment(c: Cursor, token: Token): Expr {
  const close = closingBracket(c);
  if (close < 0) { c.at = c.end; return { kind: 'unread', what: `\\begin{${token.text}} without its end`, span: token.span }; }
  const inner: Cursor = { ...c, at: c.at + 1, end: close, bars: [] };
  const span = join(token.span, c.tokens[close].span);
  c.at = close + 1;
  const rows = splitTopLevel(inner, ['\\\\']);
  if (CASES.has(token.text)) return { kind: 'cases', rows: rows.map(parseCase), span };
  if (MATRICES.has(token.text)) return { kind: 'matrix', rows: rows.map((row) => parseRow(row)), delimiter: token.text, span };
  if (ALIGNED.has(token.text)) return parseExpression({ ...inner, tokens: withoutAlignment(inner), at: 0, end: withoutAlignment(inner).length });
  return { kind: 'unread', what: `\\begin{${token.text}}`, span };
}

const withoutAlignment = (c: Cursor): Token[] => c.tokens.slice(c.at, c.end).filter((t) => t.kind !== 'amp' && t.kind !== 'row');

/** Empty entries count, so that columns stay where they are. */
function parseRow(c: Cursor): Expr[] {
  const cells: Expr[] = [];
  let depth = 0;
  let start = c.at;
  for (let i = c.at; i <= c.end; i++) {
    if (i < c.end) depth += nesting(c.tokens[i]);
    if (i < c.end && !(depth === 0 && c.tokens[i].kind === 'amp')) continue;
    cells.push(start < i ? parseExpression({ ...c, at: start, end: i }) : { kind: 'mark', mark: 'empty', span: c.tokens[Math.min(i, c.end - 1)].span });
    start = i + 1;
  }
  return cells;
}

function parseCase(c: Cursor): { value: Expr; condition?: Expr } {
  const [left, ...right] = splitCells(c);
  const value = left.at < left.end ? parseExpression({ ...left, end: withoutComma(left) }) : unread(c, 'an empty case');
  if (right.length === 0) return { value };
  return { value, condition: parseCondition(right[0]) };
}

const withoutComma = (c: Cursor): number => (c.end - c.at > 1 && [',', ';', '.'].includes(c.tokens[c.end - 1].text) ? c.end - 1 : c.end);

function splitCells(c: Cursor): Cursor[] {
  const parts: Cursor[] = [];
  let depth = 0;
  let start = c.at;
  for (let i = c.at; i < c.end; i++) {
    depth += nesting(c.tokens[i]);
    if (depth === 0 && (c.tokens[i].kind === 'amp' || (c.tokens[i].kind === 'text' && i > start && !parts.length && /^\s*(?:if|for|when|otherwise|else|where)\b/i.test(c.tokens[i].text)))) {
      parts.push({ ...c, at: start, end: i });
      start = c.tokens[i].kind === 'amp' ? i + 1 : i;
    }
  }
  parts.push({ ...c, at: start, end: c.end });
  return parts;
}

/** `\text{if } x > 0`, `x > 0`, `\text{otherwise}`. */
export function parseCondition(c: Cursor): Expr {
  while (c.at < c.end && (c.tokens[c.at].kind === 'separator' || (c.tokens[c.at].kind === 'text' && /^[\s,]*(?:if|for|when|where|with|and|provided|all|any|every|each|otherwise|else|für|alle|wenn|falls|sofern|pour|tout|quand|para|todo|cuando|si|при|если|для|若|当|如果|对|\s)*[\s,:]*$/i.test(c.tokens[c.at].text) && c.at + 1 < c.end))) c.at++;
  const end = withoutComma(c);
  if (c.at >= end) return { kind: 'words', text: 'otherwise', span: c.tokens[Math.max(c.at - 1, 0)].span };
  const inlined: Cursor = { ...c, end };
  const token = c.tokens[c.at];
  if (token.kind === 'text') return { kind: 'words', text: token.text.trim(), span: token.span };
  return parseExpression(inlined);
}
