/** The blocks of Markdown as homework has them, after CommonMark: quotes, items, and what stands in them. A display that runs over several lines stays whole, whatever its lines would start by themselves. */

import type { Closing } from '../displays';
import type { Span } from '../region';
import { endOfLine, matchAt } from '../scan';
import { displayBeyond } from './inline';

/** In the order of the text. What holds no mathematics, such as code, is left out. */
export type Block =
  | { type: 'quote' | 'quote end' }
  | { type: 'item' | 'item end'; at: number }
  | { type: 'paragraph' | 'comment'; from: number; to: number }
  | { type: 'heading'; from: number; to: number; level: number }
  | { type: 'fence'; from: number; to: number; info: string; /** Undefined where nothing stands between the fences. */ content: Span | undefined };

/** The blocks of a text; where displays end is put into `known` on the way. */
export function blocksOf(text: string, known: Map<number, Closing>): Block[] {
  const reader: Reader = { text, known, missing: new Set(), open: [], blocks: [], line: lineAt(text, [], 0), before: 0 };
  for (let isThere = true; isThere;) {
    close(reader, reader.line.depth);
    if (isBlank(reader.line)) isThere = nextLine(reader);
    else readBlock(reader);
  }
  close(reader, 0);
  return reader.blocks;
}

interface Reader {
  text: string;
  known: Map<number, Closing>;
  /** Ends of raw blocks that do not come any more. */
  missing: Set<string>;
  /** From the outermost to the innermost. */
  open: Container[];
  blocks: Block[];
  line: Line;
  /** Where the line before ends. */
  before: number;
}

/** What goes on over several blocks, with the end of what it holds so far. */
type Container = { end: number } & (
  | { kind: 'quote' }
  | { kind: 'list'; /** The character that its signs end with. */ sign: string }
  | { kind: 'item'; /** Columns that its lines are indented by. */ indent: number; isEmpty: boolean });

interface Line {
  start: number;
  end: number;
  /** How many of the open containers it belongs to. */
  depth: number;
  /** Where what they leave of it begins. */
  base: Place;
  /** The first of it that is no white space, or its end. */
  first: Place;
}

interface Place { at: number; column: number }

/** So far to the right is code, and starts nothing else. */
const CODE = 4;

const isBlank = ({ first, end }: Line): boolean => first.at === end;
const isFarRight = ({ first, base }: Line): boolean => first.column >= base.column + CODE;

function readBlock(reader: Reader): void {
  if (LEAVES.some((leaf) => leaf(reader))) return;
  if (!openQuote(reader) && !openItem(reader)) return paragraph(reader);
  if (isBlank(reader.line)) nextLine(reader);
  else readBlock(reader);
}

const LEAVES: readonly ((reader: Reader) => boolean)[] = [indentedDisplay, indentedCode, raw, fence, rule, heading];

// ── lines ──

/** False at the end of the text; the line at hand is then empty. */
function nextLine(reader: Reader): boolean {
  const { text, open, line: { end } } = reader;
  reader.before = end;
  reader.line = lineAt(text, open, Math.min(end + 1, text.length));
  return end < text.length;
}

function lineAt(text: string, open: readonly Container[], start: number): Line {
  const base = { at: start, column: 0 };
  const end = endOfLine(text, start);
  const line: Line = { start, end, depth: 0, base, first: firstAfter(text, base, end) };
  while (line.depth < open.length && goesOn(text, line, open)) line.depth++;
  return line;
}

function firstAfter(text: string, base: Place, end: number): Place {
  let { at } = base;
  while (at < end && /[ \t\r]/.test(text[at])) at++;
  return { at, column: columnOf(text, base, at) };
}

function columnOf(text: string, { at, column }: Place, to: number): number {
  for (; at < to; at++) column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** What stands before a place or a column belongs to the containers. */
function moveBase(text: string, line: Line, base: Place): void {
  line.base = base;
  if (base.at > line.first.at) line.first = firstAfter(text, base, line.end);
}

function toColumn(text: string, line: Line, column: number): void {
  let [at, reached] = [line.start, 0];
  for (; at < line.end && reached < column; at++) reached = columnOf(text, { at, column: reached }, at + 1);
  moveBase(text, line, { at, column });
}

// ── containers ──

/** Whether the line belongs to the next of the open containers as well, which then has its part of it. */
function goesOn(text: string, line: Line, open: readonly Container[]): boolean {
  const container = open[line.depth];
  switch (container.kind) {
    case 'quote': return goesOnQuoted(text, line, container);
    case 'item': return goesOnIndented(text, line, container);
    case 'list': return isBlank(line) || isIndentedFor(line, open[line.depth + 1]) || (!isFarRight(line) && signAt(text, line)?.sign === container.sign);
  }
}

function goesOnQuoted(text: string, line: Line, container: Container): boolean {
  if (text[line.first.at] !== '>') return false;
  skipQuoteSign(text, line);
  container.end = line.end;
  return true;
}

function skipQuoteSign(text: string, line: Line): void {
  const to = line.first.at + (/[ \t]/.test(text[line.first.at + 1] ?? '') ? 2 : 1);
  moveBase(text, line, { at: to, column: columnOf(text, line.first, to) });
}

function goesOnIndented(text: string, line: Line, item: Extract<Container, { kind: 'item' }>): boolean {
  if (isBlank(line) ? item.isEmpty : !isIndentedFor(line, item)) return false;
  toColumn(text, line, line.base.column + item.indent);
  return true;
}

const isIndentedFor = ({ first, base }: Line, item: Container | undefined): boolean => item?.kind === 'item' && first.column >= base.column + item.indent;

function openQuote(reader: Reader): boolean {
  const { text, line } = reader;
  if (text[line.first.at] !== '>') return false;
  skipQuoteSign(text, line);
  push(reader, { kind: 'quote', end: line.end });
  reader.blocks.push({ type: 'quote' });
  return true;
}

function openItem(reader: Reader): boolean {
  const { text, line, open } = reader;
  const found = signAt(text, line);
  if (!found) return false;
  const { sign, end } = found;
  const last = open[open.length - 1];
  if (last?.kind !== 'list' || last.sign !== sign) push(reader, { kind: 'list', sign, end: line.end });
  const at = line.base.at;
  const behind: Place = { at: end, column: columnOf(text, line.first, end) };
  const words = firstAfter(text, behind, line.end);
  const isEmpty = words.at === line.end;
  // Words further away are code in the item.
  const column = isEmpty || words.column > behind.column + CODE ? behind.column + 1 : words.column;
  push(reader, { kind: 'item', indent: column - line.base.column, isEmpty, end: line.end });
  toColumn(text, line, column);
  reader.blocks.push({ type: 'item', at });
  return true;
}

const SIGN = /(?:[-+*]|\d{1,9}[.)])(?=\s|$)/y;

/** The sign of an item, by its last character, and where it ends. */
function signAt(text: string, { first }: Line): { sign: string; end: number } | undefined {
  const [written] = (!matchAt(RULE, text, first.at) && matchAt(SIGN, text, first.at)) || [];
  return written ? { sign: written[written.length - 1], end: first.at + written.length } : undefined;
}

function push({ open, line }: Reader, container: Container): void {
  fill(open);
  open.push(container);
  line.depth++;
}

/** The innermost container holds what ends there. */
function fill(open: readonly Container[], to = 0): void {
  const last = open[open.length - 1];
  if (!last) return;
  last.end = Math.max(last.end, to);
  if (last.kind === 'item') last.isEmpty = false;
}

/** Closes all but the outermost. */
function close({ open, blocks }: Reader, depth: number): void {
  while (open.length > depth) {
    const { kind, end } = open.pop() as Container;
    if (kind === 'item') blocks.push({ type: 'item end', at: end });
    if (kind === 'quote') blocks.push({ type: 'quote end' });
    fill(open, end);
  }
}

// ── leaves ──

function add(reader: Reader, block: Extract<Block, { to: number }>): true {
  reader.blocks.push(block);
  fill(reader.open, block.to);
  return true;
}

function paragraph(reader: Reader): void {
  const { first: { at: from } } = reader.line;
  absorb(reader, from);
  while (nextLine(reader) && !isBlank(reader.line) && !interrupts(reader)) {
    absorb(reader, reader.line.start);
    const level = isUnderlined(reader) && (reader.text[reader.line.first.at] === '=' ? 1 : 2);
    if (!level) continue;
    nextLine(reader);
    add(reader, { type: 'heading', from, to: reader.before, level });
    return;
  }
  add(reader, { type: 'paragraph', from, to: reader.before });
}

const OPENS_DISPLAY = /\$\$|\\\[|\\begin\b/;

/** Takes the lines of each display that opens in the line at hand, and ends in a later one: `- b` in a display is no list. */
function absorb(reader: Reader, start: number): void {
  const { text, known } = reader;
  for (let from = start; ;) {
    const to = reader.line.end;
    const end = OPENS_DISPLAY.test(text.slice(from, to)) ? displayBeyond(text, from, to, known) : -1;
    if (end < 0) return;
    while (reader.line.end < end) nextLine(reader);
    from = end;
  }
}

const HEADING = /#{1,6}(?=\s|$)/y;
const FENCE = /`{3,}(?=[^`\n]*(?:\n|$))|~{3,}/y;
const RULE = /([-*_])(?:[ \t\r]*\1){2,}[ \t\r]*(?=\n|$)/y;
const UNDERLINE = /(?:=+|-+)[ \t\r]*(?=\n|$)/y;
const BULLET = /[•▪◦‣●∙]/y;
/** A tag that begins a block of HTML, by CommonMark's list. */
const HTML = new RegExp(`<(?:\\?|!(?:--|[a-z]|\\[cdata\\[)|(?:script|pre|style|textarea)(?=[\\s>]|$)|/?(?:${'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h[1-6] head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead title tr track ul'.replaceAll(' ', '|')})(?=\\s|/?>|$))`, 'iy');

/** Whether the line begins a block of its own and does not go on a paragraph. */
function interrupts(reader: Reader): boolean {
  const { text, line } = reader;
  const { at } = line.first;
  if (isFarRight(line)) return false;
  if (text[at] === '>' || [HEADING, FENCE, HTML, BULLET].some((start) => matchAt(start, text, at))) return true;
  return matchAt(RULE, text, at) ? !(text[at] === '-' && isUnderlined(reader)) : beginsList(reader);
}

function isUnderlined({ text, open, line }: Reader): boolean {
  return line.depth === open.length && !isFarRight(line) && matchAt(UNDERLINE, text, line.first.at) !== null;
}

/** A number at the start of a line may belong to the sentence before, but for those of a list that is open; 1 begins one. */
function beginsList({ text, line, open }: Reader): boolean {
  const found = signAt(text, line);
  if (!found) return false;
  const isNumber = (sign: string): boolean => sign === '.' || sign === ')';
  if (open.some((container) => container.kind === 'list' && isNumber(container.sign) === isNumber(found.sign))) return true;
  const hasWords = firstAfter(text, { at: found.end, column: 0 }, line.end).at < line.end;
  return hasWords && (!isNumber(found.sign) || text.slice(line.first.at, found.end - 1) === '1');
}

const DISPLAY = /\$\$|\\\[|\\begin\{/y;

/** Display delimiters far to the right are code in plain Markdown, but in a list they are only indented too much. */
function indentedDisplay(reader: Reader): boolean {
  const { text, open, line } = reader;
  const from = line.first.at;
  if (open.length === 0 || !isFarRight(line) || !matchAt(DISPLAY, text, from)) return false;
  absorb(reader, from);
  nextLine(reader);
  return add(reader, { type: 'paragraph', from, to: reader.before });
}

function indentedCode(reader: Reader): boolean {
  const { open } = reader;
  if (!isFarRight(reader.line)) return false;
  do {
    if (!isBlank(reader.line)) fill(open, reader.line.end);
  } while (nextLine(reader) && reader.line.depth === open.length && (isBlank(reader.line) || isFarRight(reader.line)));
  return true;
}

/** What a raw block starts and ends with. Other HTML is read as text, since its mathematics is shown as such. */
const RAW: readonly [RegExp, string][] = [
  [/<!--/y, '-->'],
  [/<script[\s>]/iy, '</script>'],
  [/<style[\s>]/iy, '</style>'],
  [/<pre[\s>]/iy, '</pre>'],
  [/<textarea[\s>]/iy, '</textarea>'],
];

/** It ends with its closing tag; only what is blank may follow on the line, else it is left to the paragraph. */
function raw(reader: Reader): boolean {
  const { text, missing, line: { first: { at: from } } } = reader;
  const end = text[from] === '<' ? RAW.find(([opening]) => matchAt(opening, text, from))?.[1] : undefined;
  if (!end || missing.has(end)) return false;
  const to = text.indexOf(end, from + 4) + end.length;
  if (to < end.length) missing.add(end);
  if (to < end.length || text.slice(to, endOfLine(text, to)).trim() !== '') return false;
  while (reader.line.end < to) nextLine(reader);
  nextLine(reader);
  if (end === '-->') return add(reader, { type: 'comment', from, to });
  fill(reader.open, to);
  return true;
}

function fence(reader: Reader): boolean {
  const { text, open, line: { first: { at: from }, end } } = reader;
  const [sign] = matchAt(FENCE, text, from) ?? [];
  if (!sign) return false;
  const info = text.slice(from + sign.length, end).trim();
  let content: Span | undefined;
  while (nextLine(reader) && reader.line.depth === open.length) {
    if (closesFence(text, reader.line, sign)) { nextLine(reader); break; }
    if (content || !isBlank(reader.line)) content = { start: content?.start ?? reader.line.base.at, end: reader.line.end };
  }
  return add(reader, { type: 'fence', from, to: reader.before, info, content });
}

function closesFence(text: string, line: Line, sign: string): boolean {
  const written = text.slice(line.first.at, line.end).trimEnd();
  return !isFarRight(line) && written.length >= sign.length && written === sign[0].repeat(written.length);
}

/** A line drawn across the page. */
function rule(reader: Reader): boolean {
  const { text, open, line } = reader;
  if (!matchAt(RULE, text, line.first.at)) return false;
  fill(open, line.end);
  nextLine(reader);
  return true;
}

function heading(reader: Reader): boolean {
  const { text, line: { first: { at: from }, end: to } } = reader;
  const [signs] = matchAt(HEADING, text, from) ?? [];
  if (!signs) return false;
  nextLine(reader);
  return add(reader, { type: 'heading', from, to, level: signs.length });
}
