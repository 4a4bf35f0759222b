/** Atoms that begin with a command. */
import * as build from '../build';
import type { Expr, Font } from '../expression';
import type { Token } from '../lexer';
import { ACCENTS, DOTS, FONTS, GREEK, TRANSPARENT } from '../tables';
import { closingBracket } from './brackets';
import { at, type Cursor, join, peek, within } from './cursor';
import { fraction } from './fractions';
import { parseArgument } from './groups';
import { accented, fonted } from './names';
import { parseScriptPair } from './scripted';
import { parseScript } from './scripts';

export function parseCommand(c: Cursor, token: Token): Expr {
  c.at++;
  if (token.text === '\\delta' && isIndexPair(c)) return build.scripted(build.name(token.text, token.span), parseScript(c), [], token.span);
  if (GREEK.has(token.text)) return build.name(token.text, token.span);
  if (ACCENTS.has(token.text)) return accented(c, ACCENTS.get(token.text) as string, token.span);
  if (FONTS.has(token.text)) return fonted(c, FONTS.get(token.text) as Font, token.span);
  if (DOTS.has(token.text)) return { kind: 'dots', span: token.span };
  if (TRANSPARENT.has(token.text)) return parseArgument(c);
  if (token.text === '\\infty') return build.mark('infinity', token.span);
  const special = SPECIAL[token.text];
  if (special) return special(c, token);
  return build.unread(token.text, token.span);
}

/** `\delta{ik}` for `\delta_{ik}`. */
const isIndexPair = (c: Cursor): boolean => peek(c)?.kind === 'open' && peek(c, 3)?.kind === 'close' && [1, 2].every((i) => /^[i-n]$/.test(peek(c, i)?.text ?? ''));

const SPECIAL: Record<string, (c: Cursor, token: Token) => Expr> = {
  '\\frac': fraction, '\\dfrac': fraction, '\\tfrac': fraction, '\\cfrac': fraction,
  '\\sqrt': root,
  '\\underbrace': braced, '\\overbrace': braced,
  '\\binom': binomial, '\\dbinom': binomial,
  '\\mathrm*': parseArgument,
  '\\Pr': (_, { span }) => build.name('Pr', span, 'roman'),
  '\\R': (_, token) => blackboard('R', token), '\\E': (_, token) => blackboard('E', token),
  '\\norm': (c, token) => between(c, token, '‖'), '\\abs': (c, token) => between(c, token, '|'),
};

const blackboard = (letter: string, { span }: Token): Expr => build.name(letter, span, 'blackboard');

function between(c: Cursor, token: Token, open: '‖' | '|'): Expr {
  const inner = parseArgument(c);
  return build.group(inner, join(token.span, inner.span), open);
}

function binomial(c: Cursor, token: Token): Expr {
  const first = parseArgument(c);
  const second = parseArgument(c);
  return build.apply('binom', build.list([first, second], join(first.span, second.span)), join(token.span, second.span));
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
    if (close > 0) { degree = c.grammar.expression(within(c, close)); c.at = close + 1; }
  }
  const body = parseArgument(c);
  return { kind: 'root', ...(degree ? { degree } : {}), body, span: join(token.span, body.span) };
}
