/** Integrals: bounds, what is integrated, and by what. */
import * as build from '../build';
import type { Span } from '../../text/region';
import { type Expr, factorsOf, isBracketed, isFraction, isProduct } from '../expression';
import type { Token } from '../lexer';
import { nesting } from './brackets';
import { type Cursor, join, unread } from './cursor';
import { differentialSign, withoutDifferential } from './differentials';
import { isNameToken, relationAt } from './lookahead';
import { parseScripted, parseScriptPair } from './scripted';

/** `\int_a^b f(x) \, dx`, `\int dx \, f(x)`, `\int \frac{dx}{x}`, `\int f(u) \, (2 \, du)`. */
export function parseIntegral(c: Cursor): Expr {
  const start = c.tokens[c.at++].span;
  const { sub, sup } = parseScriptPair(c);
  const bounds = { ...(sub.length ? { from: sub[0] } : {}), ...(sup.length ? { to: sup[0] } : {}) };
  const place = ownDifferential(c);
  if (place === undefined) return integralOfFraction(c, bounds, start);
  const before = place > c.at ? c.grammar.expression({ ...c, end: place }) : undefined;
  c.at = place;
  c.at += differentialSign(c);
  const by = parseScripted(c);
  const body = before ?? (c.at < c.end ? c.grammar.product(c) : unread(c, 'nothing after \\int'));
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
    if (length && isNameToken(c.tokens[i + length]) && --open === 0) return i;
  }
  return undefined;
}

const isScript = (token: Token): boolean => token.kind !== 'text' && (token.text === '^' || token.text === '_');

function integralOfFraction(c: Cursor, bounds: { from?: Expr; to?: Expr }, start: Span): Expr {
  const body = c.at < c.end ? c.grammar.product(c) : unread(c, 'nothing after \\int');
  const factors = factorsOf(body);
  for (const [i, factor] of factors.entries()) {
    const found = isFraction(factor) ? withoutDifferential(factor.over) : isBracketed(factor) ? withoutDifferential(factor.contents[0]) : undefined;
    if (!found) continue;
    const bare: Expr = isFraction(factor) ? { ...factor, over: found.rest } : found.rest;
    return { kind: 'integral', ...bounds, by: found.by, body: isProduct(body) ? { ...body, factors: body.factors.map((f, k) => (k === i ? bare : f)) } : bare, span: join(start, body.span) };
  }
  return build.unread('an integral without its differential', join(start, body.span));
}
