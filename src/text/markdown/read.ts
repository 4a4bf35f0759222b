/** Reads Markdown into marks. */

import type { Closing } from '../displays';
import { itemSign, type ItemSign } from '../items';
import { definitionsIn, mayDefine } from '../macros';
import type { Mark } from '../marks';
import type { Span } from '../region';
import { plainTitle } from '../title';
import { frontMatter, parseable } from './front';
import { scanInline, whole, type Piece } from './inline';
import { markOf } from './pieces';
import { visitBlocks } from './syntax';
import type { Block } from './tree';

export function readMarkdown(source: string): Mark[] {
  const text = parseable(source);
  const walk: Walk = { text, marks: [], known: new Map(), quotes: 0, sign: null, fence: [], defines: mayDefine(source) };
  addFrontMatter(walk, source);
  visitBlocks(text, walk.known, {
    enter: (block) => void enter[block.name]?.(walk, block),
    leave: (block) => void leave[block.name]?.(walk, block),
  });
  return walk.marks;
}

function addFrontMatter({ marks, defines }: Walk, source: string): void {
  if (!defines) return;
  for (const { macro } of definitionsIn(source.slice(0, frontMatter(source)))) if (macro) marks.push({ type: 'macro', macro });
}

interface Walk {
  /** As long as the source, with what is hidden from the parser blanked. */
  text: string;
  marks: Mark[];
  /** Where displays end, by their starts. */
  known: Map<number, Closing>;
  /** Block quotes around the current block. */
  quotes: number;
  /** The item sign before. */
  sign: ItemSign | null;
  /** What the fence at hand says it holds, if it does, and its lines. */
  fence: Block[];
  defines: boolean;
}

type Visit = (walk: Walk, block: Block) => void;

const enter: Record<string, Visit | undefined> = {
  Blockquote: (walk) => void walk.quotes++,
  ListItem: ({ marks }, { from }) => marks.push({ type: 'enter', at: from, kind: 'item', title: '' }),
  Paragraph: paragraph,
  CommentBlock: ({ text, marks }, { from, to }) => marks.push(markOf(text, whole('Comment', from, to), 0, false)),
  FencedCode: ({ fence }) => fence.splice(0),
  CodeInfo: ({ fence }, { name, from, to }) => fence.push({ name, from, to }),
  CodeText: ({ fence }, { name, from, to }) => fence.push({ name, from, to }),
  SetextHeading1: (walk, block) => heading(walk, block, 1),
  SetextHeading2: (walk, block) => heading(walk, block, 2),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`ATXHeading${level}`, (walk: Walk, block: Block) => heading(walk, block, level)])),
};

const leave: Record<string, Visit | undefined> = {
  Blockquote: (walk) => void walk.quotes--,
  ListItem: ({ marks }, { to }) => marks.push({ type: 'leave', at: to }),
  FencedCode: fenced,
};

function paragraph(walk: Walk, { from, to }: Block): void {
  const sign = itemSign(walk.text, from, walk.sign);
  if (sign) {
    walk.sign = sign;
    walk.marks.push({ type: 'item', at: from, style: sign.style, title: sign.label });
  }
  prose(walk, sign?.end ?? from, to);
}

/** What is before and behind the words of a heading: its `#`, or the line drawn under it. */
const ATX = /^#+|[ \t]+#+[ \t\r]*$/g;
const UNDERLINE = /\n[^\n]*$/;

function heading(walk: Walk, { from, to }: Block, level: number): void {
  const text = walk.text.slice(from, to);
  const isAtx = text[0] === '#';
  const words = isAtx ? text.replace(ATX, '') : text.replace(UNDERLINE, '');
  walk.marks.push({ type: 'heading', at: from, level, title: plainTitle(words) });
  const start = isAtx ? from + level : from;
  prose(walk, start, start + words.length);
}

/** Marks a stretch of prose and all that is found in it. */
function prose(walk: Walk, from: number, to: number): void {
  const { text, marks, known, quotes } = walk;
  const own = text.slice(from, to);
  marks.push({ type: 'paragraph', span: { start: from, end: to } });
  const signs = quotes > 0 ? quoteSigns(own) : [];
  addPieces(walk, inOrder(scanInline(blanked(own, signs), from, known), signs), from, signs.length > 0);
}

function addPieces(walk: Walk, pieces: Piece[], offset: number, quoted: boolean): void {
  for (const piece of pieces) {
    walk.marks.push(markOf(walk.text, piece, offset, quoted));
    if (piece.type !== 'Opaque') addDefinitions(walk, offset + piece.from, offset + piece.to);
  }
}

function addDefinitions({ text, marks, defines }: Walk, from: number, to: number): void {
  if (!defines) return;
  for (const { macro } of definitionsIn(text.slice(from, to))) if (macro) marks.push({ type: 'macro', macro });
}

/** The `>` that start the further lines of a quotation: neither prose nor mathematics. */
function quoteSigns(text: string): Span[] {
  return Array.from(text.matchAll(/(?<=\n)[ \t]*(?:>[ \t]?)+/g), ({ 0: signs, index }) => ({ start: index, end: index + signs.length }));
}

function blanked(text: string, signs: Span[]): string {
  if (!signs.length) return text;
  const parts = signs.map(({ start, end }, i) => text.slice(signs[i - 1]?.end ?? 0, start) + ' '.repeat(end - start));
  return parts.join('') + text.slice(signs.at(-1)?.end ?? 0);
}

/** The signs of a quotation among the pieces; both are in order. Those inside of a piece do no harm. */
function inOrder(pieces: Piece[], signs: Span[]): Piece[] {
  if (!signs.length) return pieces;
  const found = signs.map(({ start, end }) => whole('Opaque', start, end));
  return [...pieces, ...found].sort((a, b) => a.from - b.from);
}

/** A fence that says `math` holds a display, as on GitHub. */
function fenced({ text, marks, fence: [info, ...lines] }: Walk, { from, to }: Block): void {
  if (info?.name !== 'CodeInfo' || text.slice(info.from, info.to) !== 'math' || !lines.length) return;
  marks.push({ type: 'math', span: { start: from, end: to }, content: { start: lines[0].from, end: lines[lines.length - 1].to }, display: true });
}
