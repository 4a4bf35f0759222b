/** Reads LaTeX into marks: one pass over the few tokens that say where mathematics, scopes and prose are. */

import { closeOf, endOfLine, matchAt, openingAt, type Opening } from './displays';
import { closingDollar } from './dollars';
import { ITEM, LIST, SCOPE, SECTION, VERBATIM, baseName } from './environments';
import { itemSign, type ItemSign } from './items';
import { definitionAt, definitionsIn, groupAt, mayDefine, optionalAt, type Definition } from './macros';
import type { Mark } from './marks';
import { isProse } from './plausible';
import { unclosed } from './problems';
import type { Span } from './region';
import { shorthand, type Shorthands } from './shorthands';
import { plainTitle } from './title';

export function readLatex(source: string): Mark[] {
  const text = source.replace(/\r(?!\n)/g, '\n');
  const body = !text.includes('\\begin{document}');
  const reader: Reader = {
    text, marks: [], body, ended: false, sign: null, titleEnd: -1, paragraphEnd: -1, parts: 0,
    missing: new Map(), shorthands: new Map(), defines: mayDefine(text),
  };
  if (body) startBody(reader, 0);
  readTokens(reader);
  flushTitle(reader, text.length);
  return reader.marks;
}

interface Reader {
  text: string;
  marks: Mark[];
  /** Whether the preamble is over. Before, only definitions and comments count. */
  body: boolean;
  ended: boolean;
  /** The item sign before. */
  sign: ItemSign | null;
  /** Where the title that is being read ends; -1 outside of titles. */
  titleEnd: number;
  /** End of the paragraph looked at last. */
  paragraphEnd: number;
  /** Open `parts` environments: in them `\part` is an item. */
  parts: number;
  /** Where a delimiter is known not to come any more. */
  missing: Map<string, number>;
  shorthands: Shorthands;
  defines: boolean;
}

const TOKEN = /\\(?:[a-zA-Z@]+|[^])|\$\$?|%|\n[ \t\r\f]*\n\s*/g;

function readTokens(reader: Reader): void {
  const tokens = new RegExp(TOKEN);
  for (let token = tokens.exec(reader.text); token && !reader.ended; token = tokens.exec(reader.text)) {
    const read = readerOf(reader, token[0]);
    if (read) tokens.lastIndex = read(reader, token.index, token[0]);
  }
}

/** Reads what starts at an offset and tells where to go on. */
type Read = (reader: Reader, at: number, word: string) => number;

function readerOf(reader: Reader, word: string): Read | undefined {
  if (word[0] === '\n') return paragraphBreak;
  if (Object.hasOwn(anywhere, word)) return anywhere[word];
  if (!reader.body) return undefined;
  if (Object.hasOwn(inBody, word)) return inBody[word];
  return reader.shorthands.size && reader.shorthands.has(word) ? expanded : undefined;
}

const anywhere: Record<string, Read> = {
  '%': comment,
  '\\begin': begin,
  '\\end': end,
  '\\verb': verb,
  '\\lstinline': verb,
  '\\mintinline': verb,
  '\\url': hidden,
  '\\iffalse': (reader, at) => cutTo(reader, at, '\\fi'),
  ...Object.fromEntries(
    ['newcommand', 'renewcommand', 'providecommand', 'DeclareRobustCommand', 'def', 'gdef', 'edef', 'let', 'DeclareMathOperator', 'DeclarePairedDelimiter', 'newenvironment', 'renewenvironment']
      .map((name) => [`\\${name}`, definition]),
  ),
};

const inBody: Record<string, Read> = {
  $: dollar,
  $$: (reader, at) => display(reader, openingAt(reader.text, at, false)),
  '\\[': (reader, at) => display(reader, openingAt(reader.text, at, false)),
  '\\(': parenthesis,
  '\\ensuremath': ensured,
  ...Object.fromEntries(Object.keys(SECTION).map((name) => [`\\${name}`, name === 'part' ? part : section])),
  ...Object.fromEntries([...ITEM].map((name) => [`\\${name}`, item])),
};

/** All marks go through here, so that the end of a title is cut out of the prose in its place. */
function push(reader: Reader, mark: Mark, at: number): void {
  flushTitle(reader, at);
  reader.marks.push(mark);
}

function flushTitle(reader: Reader, at: number): void {
  const { titleEnd } = reader;
  if (titleEnd < 0 || titleEnd > at) return;
  reader.titleEnd = -1;
  reader.marks.push({ type: 'opaque', span: { start: titleEnd - 1, end: titleEnd } });
}

function cut(reader: Reader, start: number, end: number): number {
  push(reader, { type: 'opaque', span: { start, end } }, start);
  return end;
}

function startBody(reader: Reader, at: number): void {
  reader.body = true;
  push(reader, { type: 'paragraph', span: { start: at, end: reader.text.length } }, at);
}

function paragraphBreak(reader: Reader, at: number, word: string): number {
  const end = cut(reader, at, at + word.length);
  const sign = reader.body ? itemSign(reader.text, end, reader.sign) : null;
  if (!sign) return end;
  reader.sign = sign;
  push(reader, { type: 'item', at: end, style: sign.style, title: sign.label }, end);
  return cut(reader, end, sign.end);
}

const DIRECTIVE = /%+\s*gradlens:([^\n]*)/y;

function comment(reader: Reader, at: number): number {
  const end = endOfLine(reader.text, at);
  const directive = matchAt(DIRECTIVE, reader.text, at);
  if (!directive) return cut(reader, at, end);
  push(reader, { type: 'directive', span: { start: at, end }, text: directive[1].trim() }, at);
  return end;
}

function definition(reader: Reader, at: number, word: string): number {
  const found = definitionAt(reader.text, at);
  if (!found) return at + word.length;
  addMacro(reader, found, at);
  return cut(reader, at, found.end);
}

function addMacro(reader: Reader, { macro, keep }: Definition, at: number): void {
  if (!macro) return;
  push(reader, { type: 'macro', macro, keep }, at);
  shorthand(reader.shorthands, macro);
}

const ENVIRONMENT = /\\(?:begin|end)\s*\{([a-zA-Z]+\*?)\}/y;

function begin(reader: Reader, at: number, word: string): number {
  const match = matchAt(ENVIRONMENT, reader.text, at);
  if (!match) return at + word.length;
  const after = at + match[0].length;
  const name = match[1];
  if (VERBATIM.has(baseName(name))) return verbatim(reader, at, after, name);
  if (name === 'document') {
    startBody(reader, after);
    return after;
  }
  if (!reader.body) return after;
  const opening = openingAt(reader.text, at, false);
  return opening ? display(reader, opening) : enter(reader, at, after, name);
}

function enter(reader: Reader, at: number, after: number, name: string): number {
  if (name === 'parts') reader.parts++;
  if (LIST.has(name)) push(reader, { type: 'fence', at, title: name }, at);
  else if (SCOPE.has(baseName(name))) push(reader, { type: 'enter', at, kind: 'environment', title: name }, at);
  return cut(reader, at, optionalAt(reader.text, after)?.end ?? after);
}

function end(reader: Reader, at: number, word: string): number {
  const match = matchAt(ENVIRONMENT, reader.text, at);
  if (!match) return at + word.length;
  const [all, name] = match;
  if (name === 'document') return endBody(reader, at);
  if (name === 'parts' && reader.parts > 0) reader.parts--;
  cut(reader, at, at + all.length);
  if (LIST.has(name) || SCOPE.has(baseName(name))) push(reader, { type: 'leave', at: at + all.length, title: name }, at);
  return at + all.length;
}

function endBody(reader: Reader, at: number): number {
  reader.ended = true;
  return cut(reader, at, reader.text.length);
}

/** An environment that is not closed hides its first line only. */
function verbatim(reader: Reader, at: number, after: number, name: string): number {
  const close = `\\end{${name}}`;
  const stop = find(reader, close, after);
  return cut(reader, at, stop < 0 ? after : stop + close.length);
}

function cutTo(reader: Reader, at: number, word: string): number {
  const stop = find(reader, word, at + word.length);
  return stop < 0 ? at + 1 : cut(reader, at, stop + word.length);
}

const VERB = /\\(?:verb\*?|lstinline(?:\[[^\]\n]*\])?|mintinline(?:\[[^\]\n]*\])?\{[^{}\n]*\})(?:([^a-zA-Z\s{])(?:(?!\1)[^\n])*\1|\{[^{}\n]*\})/y;

function verb(reader: Reader, at: number, word: string): number {
  const match = matchAt(VERB, reader.text, at);
  return match ? cut(reader, at, at + match[0].length) : at + word.length;
}

const ADDRESS = /\\url\s*\{[^{}\n]*\}/y;

function hidden(reader: Reader, at: number, word: string): number {
  const match = matchAt(ADDRESS, reader.text, at);
  return match ? cut(reader, at, at + match[0].length) : at + word.length;
}

interface Found {
  span: Span;
  content: Span;
  display: boolean;
  environment?: string;
  problem?: string;
}

/** Adds mathematics, with the definitions and directives that stand in it; nothing for mere blanks. */
function math(reader: Reader, found: Found): number {
  const { text, defines } = reader;
  const { start, end: stop } = found.content;
  const tex = text.slice(start, stop);
  if (tex.trim() === '') return cut(reader, found.span.start, found.span.end);
  push(reader, { type: 'math', ...found }, found.span.start);
  if (defines && mayDefine(tex)) for (const each of definitionsIn(text, start, stop)) addMacro(reader, each, start);
  if (tex.includes('gradlens:')) innerDirectives(reader, start, tex);
  return found.span.end;
}

function innerDirectives(reader: Reader, offset: number, tex: string): void {
  for (const match of tex.matchAll(/(?<!\\)%+\s*gradlens:([^\n]*)/g)) {
    const start = offset + match.index;
    push(reader, { type: 'directive', span: { start, end: start + match[0].length }, text: match[1].trim() }, start);
  }
}

function display(reader: Reader, opening: Opening | null): number {
  if (!opening) return reader.text.length;
  const { text } = reader;
  const { start, contentStart, environment } = opening;
  const { contentEnd, end: stop, closed } = closeOf(text, opening, true);
  const found: Found = { span: { start, end: stop }, content: { start: contentStart, end: contentEnd }, display: opening.display };
  if (environment) found.environment = environment;
  return math(reader, closed ? found : open(text, found));
}

/** The same without closing delimiter: it ends with the last thing that is not blank. */
function open(text: string, found: Found): Found {
  const { start, end: stop } = found.content;
  const last = start + text.slice(start, stop).trimEnd().length;
  const opening = text.slice(found.span.start, start).trim().replace(/\}\s*\{[^]*/, '}');
  return { ...found, span: { start: found.span.start, end: last }, content: { start, end: last }, problem: unclosed(opening) };
}

function inline(start: number, contentStart: number, contentEnd: number, stop: number): Found {
  return { span: { start, end: stop }, content: { start: contentStart, end: contentEnd }, display: false };
}

function dollar(reader: Reader, at: number): number {
  const { text } = reader;
  const limit = endOfParagraph(reader, at);
  const close = closingDollar(text, at + 1, limit, true);
  if (close >= 0 && !isBroken(text.slice(at + 1, close))) return math(reader, inline(at, at + 1, close, close + 1));
  const next = text.indexOf('$', at + 1);
  const stop = Math.min(endOfLine(text, at), limit, next < 0 ? limit : next);
  return math(reader, open(text, inline(at, at + 1, stop, stop)));
}

/** A sentence between two dollars of which the first was not closed and the second opens. */
function isBroken(tex: string): boolean {
  return /\s$/.test(tex) && isProse(tex);
}

function parenthesis(reader: Reader, at: number): number {
  const { text } = reader;
  const limit = endOfParagraph(reader, at);
  const close = find(reader, '\\)', at + 2);
  if (close >= 0 && close < limit) return math(reader, inline(at, at + 2, close, close + 2));
  const stop = Math.min(endOfLine(text, at), limit);
  return math(reader, open(text, inline(at, at + 2, stop, stop)));
}

function ensured(reader: Reader, at: number, word: string): number {
  const group = groupAt(reader.text, at + word.length);
  if (!group) return at + word.length;
  return math(reader, inline(at, group.end - 1 - group.body.length, group.end - 1, group.end));
}

const BLANK_LINE = /\n[ \t\r\f]*\n/g;

function endOfParagraph(reader: Reader, at: number): number {
  if (at < reader.paragraphEnd) return reader.paragraphEnd;
  BLANK_LINE.lastIndex = at;
  reader.paragraphEnd = BLANK_LINE.exec(reader.text)?.index ?? reader.text.length;
  return reader.paragraphEnd;
}

function section(reader: Reader, at: number, word: string): number {
  return titled(reader, at, at + word.length, SECTION[word.slice(1)]);
}

/** A heading with its title from the group that follows. The title is read on as prose of the new section. */
function titled(reader: Reader, at: number, after: number, level: number): number {
  const { text } = reader;
  const named = text[after] === '*' ? after + 1 : after;
  const short = optionalAt(text, named)?.end ?? named;
  const group = groupAt(text, short);
  push(reader, { type: 'heading', at, level, title: plainTitle(group?.body ?? ''), everything: true }, at);
  reader.parts = 0;
  if (group) reader.titleEnd = group.end;
  return cut(reader, at, group ? group.end - 1 - group.body.length : short);
}

function part(reader: Reader, at: number, word: string): number {
  return reader.parts > 0 ? item(reader, at, word) : section(reader, at, word);
}

function item(reader: Reader, at: number, word: string): number {
  push(reader, { type: 'item', at, style: word, title: '' }, at);
  return cut(reader, at, at + word.length);
}

/** A macro of the document's own that stands for a heading or for the start of a display. */
function expanded(reader: Reader, at: number, word: string): number {
  const meaning = reader.shorthands.get(word);
  const after = at + word.length;
  if (meaning?.type === 'section') return titled(reader, at, after, meaning.level);
  if (meaning?.type !== 'begin') return after;
  const { environment, name } = meaning;
  return display(reader, { start: at, contentStart: after, close: `\\end{${name}}`, display: true, environment, alias: meaning.close });
}

/** `indexOf` that remembers what does not come any more, so that many unclosed delimiters stay linear. */
function find({ text, missing }: Reader, word: string, from: number): number {
  if (from >= (missing.get(word) ?? Infinity)) return -1;
  const at = text.indexOf(word, from);
  if (at < 0) missing.set(word, from);
  return at;
}
