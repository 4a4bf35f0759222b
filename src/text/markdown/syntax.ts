/** The blocks of Markdown as homework has them: `@lezer/markdown`, and an extension of our own that keeps displays together. */

import { parser, type BlockContext, type BlockParser, type Line } from '@lezer/markdown';
import type { Closing } from '../displays';
import { endOfLine } from '../scan';
import { displayBeyond } from './inline';
import type { Visitor } from './tree';

/** What is being parsed. Whether `$$` opens a display over several lines depends on what follows; where displays end is put into `known`. */
interface Parsing { text: string; known: Map<number, Closing>; /** Ends of raw blocks that do not come any more. */ missing: Set<string> }

/** Parsers are dear to make, and parsing is over before the next one begins: there is one for all texts. */
let parsing: Parsing = { text: '', known: new Map(), missing: new Set() };

/** Visits the blocks of a text, from the first to the last; where displays end is put into `known` before. */
export function visitBlocks(text: string, known: Map<number, Closing>, visitor: Visitor): void {
  parsing = { text, known, missing: new Set() };
  blocksParser.parse(text).iterate(visitor);
}

const OPENS_DISPLAY = /\$\$|\\\[|\\begin\b/;
const BULLET = /[•▪◦‣●∙]/;

const BLOCKS: BlockParser[] = [
  { name: 'RawBlock', before: 'FencedCode', parse: (cx, line) => rawBlock(parsing, cx, line) },
  { name: 'IndentedDisplay', before: 'IndentedCode', parse: (cx, line) => indentedDisplay(parsing.text, parsing.known, cx, line) },
  { name: 'BulletSign', endLeaf: (_cx, line) => BULLET.test(line.text[line.pos] ?? '') },
  {
    name: 'DisplayLines',
    before: 'SetextHeading',
    leaf(cx, leaf) {
      const { text, known } = parsing;
      absorb(text, known, leaf.start, cx, () => {
        cx.nextLine();
        leaf.content += `\n${lineAt(text, cx)}`;
      });
      return {
        // The line at hand is added by the caller, so here each line is added before it is left.
        nextLine(context) {
          absorb(text, known, context.lineStart, context, () => {
            leaf.content += `\n${lineAt(text, context)}`;
            context.nextLine();
          });
          return false;
        },
        finish: () => false,
      };
    },
  },
];

/** The inside of paragraphs is not read here: what it holds for us is found in one pass when its place is known. */
const blocksParser = parser.configure({
  remove: ['LinkReference', 'HTMLBlock', 'Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
  parseInline: [{ name: 'Nothing', parse: (cx) => cx.end }],
  parseBlock: BLOCKS,
});

/**
 * Takes the lines of each display that opens in the current line and ends in a later one into the paragraph, whatever block they
 * would start by themselves: `- b` in a display is no list. `move` goes to the next line.
 */
function absorb(text: string, known: Map<number, Closing>, start: number, cx: BlockContext, move: () => void): void {
  let from = start;
  for (;;) {
    const to = endOfLine(text, cx.lineStart);
    const end = OPENS_DISPLAY.test(text.slice(from, to)) ? displayBeyond(text, from, to, known) : -1;
    if (end < 0) return;
    while (endOfLine(text, cx.lineStart) < end) move();
    from = end;
  }
}

const QUOTE_MARKS = /^[ \t]*(?:>[ \t]?)+/;

/** The current line, with blanks in place of quote marks, so that offsets stay. */
function lineAt(text: string, cx: BlockContext): string {
  const line = text.slice(cx.lineStart, endOfLine(text, cx.lineStart));
  return isQuoted(cx) ? line.replace(QUOTE_MARKS, (marks) => ' '.repeat(marks.length)) : line;
}

function isQuoted(cx: BlockContext): boolean {
  for (let depth = cx.depth - 1; depth > 0; depth--) if (cx.parentType(depth).name === 'Blockquote') return true;
  return false;
}

/** Display delimiters far to the right are code in plain Markdown, but in a list they are only indented too much. */
function indentedDisplay(text: string, known: Map<number, Closing>, cx: BlockContext, line: Line): boolean {
  if (cx.depth < 2 || line.indent < line.baseIndent + 4 || !OPENING.test(line.text.slice(line.pos))) return false;
  const from = cx.lineStart + line.pos;
  let length = line.text.length - line.pos;
  absorb(text, known, from, cx, () => {
    cx.nextLine();
    length += 1 + lineAt(text, cx).length;
  });
  cx.nextLine();
  cx.addElement(cx.elt('Paragraph', from, from + length));
  return true;
}

const OPENING = /^(?:\$\$|\\\[|\\begin\{)/;

/** What a raw block starts and ends with. Other HTML is read as text, since its mathematics is shown as such. */
const RAW: [RegExp, string][] = [
  [/^<!--/, '-->'],
  [/^<script[\s>]/i, '</script>'],
  [/^<style[\s>]/i, '</style>'],
  [/^<pre[\s>]/i, '</pre>'],
  [/^<textarea[\s>]/i, '</textarea>'],
];

function rawBlock({ text, missing }: Parsing, cx: BlockContext, line: Line): boolean {
  if (line.next !== 60 || line.indent >= line.baseIndent + 4) return false;
  const start = line.text.slice(line.pos, line.pos + 12);
  const end = RAW.find(([opening]) => opening.test(start))?.[1];
  if (!end || missing.has(end)) return false;
  const from = cx.lineStart + line.pos;
  const to = text.indexOf(end, from + 4);
  if (to < 0) missing.add(end);
  return to >= 0 && takeRaw(text, cx, end === '-->' ? 'CommentBlock' : 'HTMLBlock', from, to + end.length);
}

/** A raw block ends with its closing tag; only what is blank may follow on the line, else it is left to the paragraph. */
function takeRaw(text: string, cx: BlockContext, type: string, from: number, to: number): boolean {
  if (text.slice(to, endOfLine(text, to)).trim() !== '') return false;
  while (endOfLine(text, cx.lineStart) < to) if (!cx.nextLine()) break;
  cx.nextLine();
  cx.addElement(cx.elt(type, from, to));
  return true;
}
