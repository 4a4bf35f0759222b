/** Tokens of one member to an expression. Reads top-down: chains of sums of products of factors; the kinds of factors are in `parser/`. */
import * as build from './build';
import { type Delimiter, type Expr, isNumeral, type Problem, type ProductSign, type Relation, type Term } from './expression';
import type { Token } from './lexer';
import { tieMean } from './parser/bigs';
import { parseCommand } from './parser/commands';
import { across, at, type Cursor, type Grammar, join, peek, unread } from './parser/cursor';
import { slashedDerivative } from './parser/derivatives';
import { parseEnvironment } from './parser/environments';
import { isEvaluationBar, parseEvaluation } from './parser/evaluations';
import { parseBars, parseBraces, parseGroup, roundEvents } from './parser/groups';
import { relationAt, startsFactor, startsSignedGroup } from './parser/lookahead';
import { parseLetters, parseWords } from './parser/names';
import { parseOperator } from './parser/operators';
import { parseScripted } from './parser/scripted';
import { slashes } from './parser/slashes';
import { BARS, OPENING, PRODUCTS } from './tables';

export const cursor = (tokens: Token[], problems: Problem[] = []): Cursor => ({ tokens, at: 0, end: tokens.length, depth: 0, problems, bars: [], grammar: GRAMMAR });

/** What the parts in `parser/` come back to. */
const GRAMMAR: Grammar = { expression: parseExpression, product: parseProduct, factor: parseFactor, atom: parseAtom };

/** Everything up to the cursor's end as one expression; what is left over is unread and named. */
export function parseExpression(c: Cursor): Expr {
  if (c.at >= c.end) return unread(c, 'nothing');
  const first = c.tokens[c.at];
  const expr = parseChain(c);
  if (c.at < c.end) return build.unread(describe(c.tokens[c.at]), { start: first.span.start, end: c.tokens[c.end - 1].span.end });
  return expr;
}

const describe = (token: Token): string => (token.kind === 'begin' || token.kind === 'end' ? `\\${token.kind}{${token.text}}` : token.text);

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
  return { kind: 'chain', members, relations, span: across(members) };
}

function parseSum(c: Cursor): Expr {
  const terms: Term[] = [];
  const start = peek(c)?.span ?? { start: 0, end: 0 };
  let sign: 1 | -1 = 1;
  let signed = false;
  for (;;) {
    while (at(c, '+') || at(c, '-')) { if (at(c, '-')) sign = sign === 1 ? -1 : 1; signed = true; c.at++; }
    terms.push(...summands(sign, parseProduct(c)));
    if (!at(c, '+') && !at(c, '-') && !startsSignedGroup(c)) break;
    sign = 1;
  }
  if (terms.length === 1 && terms[0].sign === 1 && (terms[0].expr.kind !== 'unread' || !signed)) return terms[0].expr;
  return build.sum(terms, join(start, terms[terms.length - 1].expr.span));
}

/** Braces do not show: `a - {b - c}` and `a - \underbrace{b - c}_{…}` read a − b − c. */
function summands(sign: 1 | -1, expr: Expr): Term[] {
  if (sign === 1 || expr.kind !== 'sum' || expr.terms.length === 1) return [{ sign, expr }];
  const [first, ...rest] = expr.terms;
  return [{ ...first, sign: first.sign === 1 ? -1 : 1, braced: true }, ...rest];
}

function parseProduct(c: Cursor): Expr {
  const factors: Expr[] = [];
  const signs: ProductSign[] = [];
  for (;;) {
    factors.push(signs.length && signs.at(-1) !== 'implicit' && at(c, '-') ? parseNegative(c) : parseFactor(c));
    if (isEvaluationBar(c)) factors.push(parseEvaluation(c, together(factors.splice(0), signs.splice(0))));
    const sign = productSign(c);
    if (!sign || (sign === 'implicit' && isBesideNumber(c, factors))) break;
    signs.push(sign);
  }
  return together(factors, signs);
}

/** `1 \; 2` is no product, but `3 \, 10^2` is. */
const isBesideNumber = (c: Cursor, factors: Expr[]): boolean => isNumeral(factors.at(-1)) && peek(c)?.kind === 'number' && peek(c, 1)?.text !== '^';

function together(factors: Expr[], signs: ProductSign[]): Expr {
  if (factors.length === 1) return factors[0];
  tieMean(factors);
  roundEvents(factors);
  return slashes(build.product(factors, across(factors), signs));
}

/** `a \cdot -b`. */
function parseNegative(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const expr = parseFactor(c);
  return build.negative(expr, join(start, expr.span));
}

function productSign(c: Cursor): ProductSign | undefined {
  const token = peek(c);
  if (!token) return undefined;
  const sign = token.kind === 'text' ? undefined : PRODUCTS.get(token.text);
  if (sign) { c.at++; return sign; }
  return startsFactor(c, token) && !startsSignedGroup(c) ? 'implicit' : undefined;
}

const DEPTH_LIMIT = 200;

/** An atom with its scripts, or an operator with what it takes. */
function parseFactor(c: Cursor): Expr {
  if (++c.depth > DEPTH_LIMIT) { c.at = c.end; c.depth--; return unread(c, 'nesting deeper than 200 levels'); }
  const expr = slashedDerivative(c) ?? parseOperator(c) ?? parseScripted(c);
  c.depth--;
  return expr;
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
  return build.unread(token.text, token.span);
}

const number = (token: Token): Expr => ({ kind: 'num', value: Number(token.text), text: token.text, digits: decimals(token.text), span: token.span });
const decimals = (text: string): number => (/e/.test(text) ? 12 : (text.split('.')[1]?.length ?? 0));
