/** Reads Markdown into marks. */

import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { definitionsIn, mayDefine } from '../macros';
import type { Mark, MathMark } from '../marks';
import { baseName } from '../environments';
import { unclosed } from '../problems';
import type { Span } from '../region';
import { markdownParser } from './syntax';
import { plainTitle } from '../title';
import { itemSign, type ItemSign } from '../items';

export function readMarkdown(source: string): Mark[] {
  const text = parseable(source);
  const walk: Walk = { source, text, marks: [], quotes: 0, math: null, sign: null, defines: mayDefine(source) };
  const front = frontMatter(source);
  if (front) addDefinitions(walk, 0, front);
  markdownParser(text).parse(text).iterate({
    enter: (node) => enter[node.name]?.(walk, node),
    leave: (node) => leave[node.name]?.(walk, node),
  });
  return walk.marks;
}

interface Walk {
  source: string;
  /** What is parsed: as long as the source, with what is hidden from the parser blanked. */
  text: string;
  marks: Mark[];
  /** Block quotes around the current node. */
  quotes: number;
  /** The mathematics whose content comes next. */
  math: MathMark | null;
  /** The item sign before. */
  sign: ItemSign | null;
  defines: boolean;
}

type Visit = (walk: Walk, node: SyntaxNodeRef) => void;

const enter: Record<string, Visit | undefined> = {
  Blockquote: (walk) => void walk.quotes++,
  ListItem: ({ marks }, { from }) => marks.push({ type: 'enter', at: from, kind: 'item', title: '' }),
  Paragraph: (walk, node) => paragraph(walk, node),
  InlineMath: (walk, node) => math(walk, node, false),
  DisplayMath: (walk, node) => math(walk, node, true),
  Unclosed: ({ math: open, source }) => void (open && (open.problem = problemOf(source, open))),
  MathContent: (walk, node) => content(walk, node),
  Opaque: opaque,
  HeaderMark: opaque,
  QuoteMark: opaque,
  Definition: (walk, node) => {
    opaque(walk, node);
    addDefinitions(walk, node.from, node.to);
  },
  Comment: comment,
  CommentBlock: comment,
  FencedCode: (walk, node) => fenced(walk, node.node),
  SetextHeading1: (walk, node) => heading(walk, node, 1),
  SetextHeading2: (walk, node) => heading(walk, node, 2),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`ATXHeading${level}`, (walk: Walk, node: SyntaxNodeRef) => heading(walk, node, level)])),
};

const leave: Record<string, Visit | undefined> = {
  Blockquote: (walk) => void walk.quotes--,
  ListItem: ({ marks }, { to }) => marks.push({ type: 'leave', at: to }),
};

function span(node: { from: number; to: number }): Span {
  return { start: node.from, end: node.to };
}

function opaque({ marks }: Walk, node: SyntaxNodeRef): void {
  marks.push({ type: 'opaque', span: span(node) });
}

function paragraph(walk: Walk, node: SyntaxNodeRef): void {
  const sign = itemSign(walk.text, node.from, walk.sign);
  if (sign) {
    walk.sign = sign;
    walk.marks.push({ type: 'item', at: node.from, style: sign.style, title: sign.label });
  }
  walk.marks.push({ type: 'paragraph', span: { start: sign?.end ?? node.from, end: node.to } });
}

function heading({ source, marks }: Walk, node: SyntaxNodeRef, level: number): void {
  marks.push({ type: 'heading', at: node.from, level, title: plainTitle(headingText(source.slice(node.from, node.to))) });
  marks.push({ type: 'paragraph', span: span(node) });
}

/** Without the `#` before and behind, or the line drawn under it. */
function headingText(text: string): string {
  return text.startsWith('#') ? text.replace(/^#+|[ \t]#+\s*$/g, '') : text.replace(/\n[^\n]*$/, '');
}

function math(walk: Walk, node: SyntaxNodeRef, display: boolean): void {
  walk.math = { type: 'math', span: span(node), content: span(node), display };
}

const BEGIN = /^\\begin\s*\{([a-zA-Z]+\*?)\}/;

function content(walk: Walk, node: SyntaxNodeRef): void {
  const { math: open, source } = walk;
  if (!open) return;
  open.content = span(node);
  const begin = node.from > open.span.start ? BEGIN.exec(source.slice(open.span.start, node.from)) : null;
  if (begin) open.environment = baseName(begin[1]);
  const skip = walk.quotes > 0 ? quoteMarks(source, node.from, node.to) : [];
  if (skip.length) open.skip = skip;
  walk.marks.push(open);
  walk.math = null;
  addDefinitions(walk, node.from, node.to);
}

function problemOf(source: string, { span: { start } }: MathMark): string {
  const opening = /^(?:\\begin\s*\{[a-zA-Z]+\*?\}|\$\$?|\\.)/.exec(source.slice(start, start + 40))?.[0] ?? '';
  return unclosed(opening);
}

/** The `>` of each further line of a quotation, and the blank before it. */
function quoteMarks(source: string, from: number, to: number): Span[] {
  return [...source.slice(from, to).matchAll(/(?<=\n)[ \t]*(?:>[ \t]?)+/g)].map((marks) => {
    const start = from + marks.index;
    return { start, end: start + marks[0].length };
  });
}

const DIRECTIVE = /^<!--\s*gradlens:([^]*?)-->$/;

function comment({ source, marks }: Walk, node: SyntaxNodeRef): void {
  const words = DIRECTIVE.exec(source.slice(node.from, node.to));
  if (words) marks.push({ type: 'directive', span: span(node), text: words[1].trim() });
  else marks.push({ type: 'opaque', span: span(node) });
}

/** A fence that says `math` holds a display, as on GitHub. */
function fenced({ source, marks }: Walk, node: SyntaxNode): void {
  const info = node.getChild('CodeInfo');
  const lines = node.getChildren('CodeText');
  if (!info || source.slice(info.from, info.to) !== 'math' || !lines.length) return;
  const inside = { start: lines[0].from, end: lines[lines.length - 1].to };
  marks.push({ type: 'math', span: span(node), content: inside, display: true });
}

function addDefinitions({ source, marks, defines }: Walk, from: number, to: number): void {
  if (!defines) return;
  for (const { macro, keep } of definitionsIn(source, from, to)) if (macro) marks.push({ type: 'macro', macro, keep });
}

/** YAML at the very start, as R Markdown, Quarto and Pandoc have it. Its length, 0 for none. */
function frontMatter(source: string): number {
  return /^---[ \t]*\r?\n(?:[^\n]*\n){0,400}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0;
}

/** More levels than this on one line are damage and would only cost time. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){32,}/gm;

/** A text of the same length for the parser, which knows `\n` only and slows down in deep nesting. */
function parseable(source: string): string {
  const front = frontMatter(source);
  const visible = front ? source.slice(0, front).replace(/[^\n]/g, ' ') + source.slice(front) : source;
  const lines = visible.includes('\r') ? visible.replace(/\r(?!\n)/g, '\n') : visible;
  return lines.replace(DEEP, (marks) => '.'.repeat(marks.length));
}
