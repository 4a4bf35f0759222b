/** Reads the definitions of macros: `\newcommand` and its like. Nothing is expanded here. */

import { groupAt, optionalAt, type Group } from './groups';
import type { Macro } from './region';
import { matchAt } from './scan';

export interface Definition {
  end: number;
  /** Absent where the definition says nothing about mathematics, or in a way that is not read. */
  macro?: Macro;
}

const DEFINES = /\\(?:newcommand|renewcommand|providecommand|[ge]?def|let|Declare[A-Z])/;

/** A quick look that spares most documents the reading of definitions. */
export const mayDefine = (text: string): boolean => DEFINES.test(text);

/** The definitions in a text. */
export function definitionsIn(text: string): Definition[] {
  const found: Definition[] = [];
  for (let at = text.indexOf('\\'); at >= 0; ) {
    const definition = definitionAt(text, at);
    if (definition) found.push(definition);
    at = text.indexOf('\\', definition?.end ?? at + 2);
  }
  return found;
}

const COMMAND = /\\([a-zA-Z]+)(\*?)/y;

/** The definition that starts at an offset, `null` when none does or it is broken. */
export function definitionAt(text: string, at: number): Definition | null {
  const command = matchAt(COMMAND, text, at);
  if (!command || !Object.hasOwn(readers, command[1])) return null;
  return readers[command[1]](text, at + command[0].length, command[2] === '*');
}

type Reader = (text: string, at: number, star: boolean) => Definition | null;

const readers: Record<string, Reader> = {
  newcommand: (text, at) => command(text, at, false),
  renewcommand: (text, at) => command(text, at, false),
  DeclareRobustCommand: (text, at) => command(text, at, false),
  providecommand: (text, at) => command(text, at, true),
  def: define,
  gdef: define,
  edef: define,
  let: alias,
  DeclareMathOperator: operator,
  DeclarePairedDelimiter: delimiters,
  newenvironment: environment,
  renewenvironment: environment,
};

/** The names of the commands that define. */
export const DEFINING = Object.keys(readers);

/** A definition inside a body ends the search for its brace: bodies are short, and broken ones must not be read over and over. */
const STOP = new RegExp(String.raw`\\(?:${DEFINING.filter((name) => name !== 'let').join('|')})(?![a-zA-Z])`, 'y');

const bodyAt = (text: string, at: number): Group | null => groupAt(text, at, STOP);

const NAME = /\s*(?:\{\s*(\\(?:[a-zA-Z@]+|[\s\S]))\s*\}|(\\(?:[a-zA-Z@]+|[\s\S])))/y;

function nameAt(text: string, at: number): Group | null {
  const match = matchAt(NAME, text, at);
  return match && { body: match[1] ?? match[2], end: at + match[0].length };
}

function command(text: string, at: number, keep: boolean): Definition | null {
  const name = nameAt(text, at);
  if (!name) return null;
  const count = optionalAt(text, name.end);
  const fallback = count && optionalAt(text, count.end);
  const body = bodyAt(text, (fallback ?? count ?? name).end);
  if (!body) return null;
  const macro: Macro = { name: name.body, arity: arityOf(count?.body), body: body.body };
  if (fallback) macro.optional = fallback.body;
  if (keep) macro.keep = true;
  return { end: body.end, macro };
}

function arityOf(digits: string | undefined): number {
  const arity = Number(digits ?? 0);
  return Number.isInteger(arity) && arity >= 0 && arity <= 9 ? arity : 0;
}

const PARAMETERS = /((?:#\d)*)\s*(?=\{)/y;

function define(text: string, at: number): Definition | null {
  const name = nameAt(text, at);
  const parameters = name && matchAt(PARAMETERS, text, name.end);
  if (!name || !parameters) return null;
  const body = bodyAt(text, name.end + parameters[0].length);
  return body && { end: body.end, macro: { name: name.body, arity: parameters[1].length / 2, body: body.body } };
}

const ALIAS = /\s*(\\(?:[a-zA-Z@]+|[\s\S]))\s*=?\s?(\\(?:[a-zA-Z@]+|[\s\S])|[^\s{}\\])/y;

function alias(text: string, at: number): Definition | null {
  const match = matchAt(ALIAS, text, at);
  return match && { end: at + match[0].length, macro: { name: match[1], arity: 0, body: match[2] } };
}

function operator(text: string, at: number, star: boolean): Definition | null {
  const name = nameAt(text, at);
  const body = name && bodyAt(text, name.end);
  return name && body && { end: body.end, macro: { name: name.body, arity: 0, body: `\\operatorname${star ? '*' : ''}{${body.body}}` } };
}

function delimiters(text: string, at: number): Definition | null {
  const name = nameAt(text, at);
  const left = name && bodyAt(text, name.end);
  const right = left && bodyAt(text, left.end);
  return name && left && right && { end: right.end, macro: { name: name.body, arity: 1, body: `${left.body} #1 ${right.body}` } };
}

function environment(text: string, at: number): Definition | null {
  const name = bodyAt(text, at);
  const count = name && optionalAt(text, name.end);
  const fallback = count && optionalAt(text, count.end);
  const begin = name && bodyAt(text, (fallback ?? count ?? name).end);
  const end = begin && bodyAt(text, begin.end);
  return end && { end: end.end };
}
