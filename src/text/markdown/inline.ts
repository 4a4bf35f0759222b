/** Finds mathematics, code and comments in the text of one Markdown paragraph, in one pass. */

import { closeOf, openingAt, type Closing, type Opening } from '../displays';
import { closingDollar } from '../dollars';
import { definitionAt } from '../macros';
import { isInlineMath, isOnlyProse, isProse, looksLikeMath, showsMath, startsLikeMath } from '../plausible';
import { finder, indexFrom, lineOr, matchAt, type Find } from '../scan';

export type PieceType = 'InlineMath' | 'DisplayMath' | 'Opaque' | 'Definition' | 'Comment';

export interface Piece {
  type: PieceType;
  from: number;
  to: number;
  closed: boolean;
  contentFrom: number;
  contentTo: number;
}

/** Displays over several lines whose end is known already, by the offset of their start. */
export type KnownDisplays = ReadonlyMap<number, Closing>;

interface Scan {
  text: string;
  /** The end of the display that opens at a place. */
  close(opening: Opening): Closing;
  find: Find;
}

/** A piece, or the offset at which to go on. */
type Step = Piece | number;

const TRIGGER = /[\\$`<\]]/g;

/** `offset` is the place of `text` in the document that `known` speaks of. */
export function scanInline(text: string, offset: number, known: KnownDisplays): Piece[] {
  const scan: Scan = { text, find: finder(text), close: (opening) => limited(text, opening, known.get(opening.start + offset), offset) };
  const pieces: Piece[] = [];
  for (let at = nextTrigger(text, 0); at < text.length; ) {
    const step = steps[text[at]](scan, at);
    if (typeof step !== 'number') pieces.push(step);
    at = nextTrigger(text, typeof step === 'number' ? step : step.to);
  }
  return pieces;
}

function limited(text: string, opening: Opening, known: Closing | undefined, offset: number): Closing {
  if (!known) return closeOf(text, opening, false);
  const inside = (at: number) => Math.min(at - offset, text.length);
  return { contentEnd: inside(known.contentEnd), end: inside(known.end), closed: known.closed };
}

const nextTrigger = (text: string, from: number): number => indexFrom(TRIGGER, text, from);

/**
 * The end of the first display that opens in `text[from, to)` and closes behind `to`; -1 when there is none.
 * All that close on the way are put into `known`.
 */
export function displayBeyond(text: string, from: number, to: number, known: Map<number, Closing>): number {
  const line = text.slice(from, to);
  const scan: Scan = { text: line, find: finder(line), close: (opening) => limited(line, opening, known.get(opening.start + from), from) };
  for (let at = nextTrigger(line, 0); at < line.length; ) {
    const opening = openingAt(text, from + at, true);
    const closing = opening && closeOf(text, opening, false);
    if (opening && closing?.closed) known.set(opening.start, closing);
    if (closing?.closed && closing.end > to) return closing.end;
    const step = opening && !closing?.closed ? at + 2 : steps[line[at]](scan, at);
    at = nextTrigger(line, typeof step === 'number' ? step : step.to);
  }
  return -1;
}

const steps: Record<string, (scan: Scan, at: number) => Step> = {
  '\\': (scan, at) => backslash(scan, at),
  $: (scan, at) => (scan.text[at + 1] === '$' ? display(scan, at) ?? at + 2 : dollar(scan, at)),
  '`': (scan, at) => code(scan, at),
  '<': (scan, at) => tag(scan, at),
  ']': (scan, at) => linkTarget(scan, at),
};

function display(scan: Scan, at: number): Step | null {
  const opening = openingAt(scan.text, at, true);
  return opening && displayPiece(scan, opening);
}

function displayPiece(scan: Scan, opening: Opening): Step {
  const { text } = scan;
  const { contentEnd, end, closed } = scan.close(opening);
  const content = text.slice(opening.contentStart, contentEnd);
  const resume = Math.max(opening.contentStart, opening.start + 2);
  if (content.trim() === '') return closed ? end : resume;
  if (closed ? !isDisplayed(content, opening.close) : isProse(content)) return resume;
  const contentTo = closed ? contentEnd : opening.contentStart + content.trimEnd().length;
  const type = opening.display ? 'DisplayMath' : 'InlineMath';
  return { type, from: opening.start, to: closed ? end : contentTo, closed, contentFrom: opening.contentStart, contentTo };
}

/** In Markdown `\[1\]` is also an escaped bracket, and two `$$` in a sentence may be no mathematics. */
function isDisplayed(content: string, close: string): boolean {
  if (close === '$$') return !isOnlyProse(content);
  if (close !== '\\]' || content.includes('\n')) return true;
  return showsMath(content) || (/^\s.*\s$/.test(content) && looksLikeMath(content));
}

function dollar(scan: Scan, at: number): Step {
  const { text } = scan;
  if (text[at + 1] === '`') return ticked(scan, at) ?? at + 1;
  const close = closingDollar(text, at + 1, text.length, false);
  if (close > 0 && isInlineMath(text.slice(at + 1, close), text[at - 1] ?? '', text[close + 1] ?? '')) return inline(at, at + 1, close, close + 1);
  return unclosedDollar(scan, at, text.indexOf('$', at + 1));
}

/** The form of GitHub and GitLab, `` $`x`$ ``. */
function ticked(scan: Scan, at: number): Piece | null {
  const close = scan.find('`$', at + 2);
  return close > at + 2 ? inline(at, at + 2, close, close + 2) : null;
}

/** What was meant as mathematics but is not closed ends with its line or before the next dollar. */
function unclosedDollar({ text }: Scan, at: number, next: number): Step {
  const stop = lineOr(text, at, next < 0 ? text.length : next);
  const content = text.slice(at + 1, stop).trimEnd();
  if (/\w/.test(text[at - 1] ?? '') || !startsLikeMath(content)) return at + 1;
  return inline(at, at + 1, at + 1 + content.length, at + 1 + content.length);
}

function inline(from: number, contentFrom: number, contentTo: number, to: number): Piece {
  return { type: 'InlineMath', from, to, closed: to > contentTo, contentFrom, contentTo };
}

/** A piece that is all content. */
export const whole = (type: PieceType, from: number, to: number): Piece => ({ type, from, to, closed: true, contentFrom: from, contentTo: to });

function backslash(scan: Scan, at: number): Step {
  const { text } = scan;
  const next = text[at + 1];
  if (next === '(') return parenthesis(scan, at, '\\(', '\\)');
  if (next === '\\' && text[at + 2] === '(') return parenthesis(scan, at, '\\\\(', '\\\\)');
  if (next === '[' || next === 'b') return display(scan, at) ?? at + 2;
  const definition = definitionAt(text, at);
  return definition ? whole('Definition', at, definition.end) : at + 2;
}

/** `\(…\)`. It is also how Markdown escapes a parenthesis, so the content has to look like mathematics. */
function parenthesis(scan: Scan, at: number, open: string, close: string): Step {
  const start = at + open.length;
  const end = scan.find(close, start);
  if (end < 0 || !looksLikeMath(scan.text.slice(start, end))) return start;
  return inline(at, start, end, end + close.length);
}

function code(scan: Scan, at: number): Step {
  const { text } = scan;
  let after = at;
  while (text[after] === '`') after++;
  const ticks = text.slice(at, after);
  for (let end = scan.find(ticks, after); end >= 0; ) {
    let stop = end;
    while (text[stop] === '`') stop++;
    if (stop - end === ticks.length) return whole('Opaque', at, stop);
    end = scan.find(ticks, stop);
  }
  return after;
}

const TAG = /<\/?[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`$]+))?)*\s*\/?>|<[a-z][-\w+.]*:[^\s<>]*>/y;

function tag(scan: Scan, at: number): Step {
  if (!scan.text.startsWith('<!--', at)) return at + (matchAt(TAG, scan.text, at)?.[0].length ?? 1);
  const end = scan.find('-->', at + 4);
  return end < 0 ? at + 4 : whole('Comment', at, end + 3);
}

const TARGET = /\]\((?:[^\s()\\]|\\[^\s]|\([^\s()]*\))*(?:\s+"[^"\n]*")?\)/y;

const linkTarget = ({ text }: Scan, at: number): Step => at + (matchAt(TARGET, text, at)?.[0].length ?? 1);
