/** The headings of a text by a look at its lines alone: where it can be cut into pieces that are read by themselves. */

import { baseName, SCOPE, SECTION, VERBATIM } from './environments';
import { groupAt } from './groups';
import { endOfLine, type Find, finder } from './scan';
import { plainTitle } from './title';

export interface Heading {
  /** A theorem-like environment that stands in no other rules itself alone, where a section rules what follows. */
  kind: 'section' | 'environment';
  at: number;
  end: number;
  level: number;
  title: string;
}

/** Headings outside of code and comments, in order; those that are in doubt are left out. Faster than reading by far. */
export const headingsOf = (text: string, language: 'markdown' | 'latex'): Heading[] => (language === 'latex' ? latexHeadings(text) : markdownHeadings(text));

// ── Markdown ──

const MARKDOWN_LINES = /^(?: {0,3}(`{3,}|~{3,})([^\n]*)|(#{1,6})[ \t]+([^\n]*)|(={3,}|-{3,})[ \t]*\r?$|<(!--|script[\s>]|style[\s>]|pre[\s>]|textarea[\s>]))/gim;
const RAW_ENDS: Record<string, string> = { '!--': '-->', script: '</script>', style: '</style>', pre: '</pre>', textarea: '</textarea>' };

function markdownHeadings(text: string): Heading[] {
  // Lines that end in `\r` alone are another count of lines.
  if (/\r(?!\n)|[\u2028\u2029]/.test(text)) return [];
  const found: Heading[] = [];
  const find = finder(text);
  const lines = new RegExp(MARKDOWN_LINES);
  for (let line = lines.exec(text); line; line = lines.exec(text)) {
    const { index: at, 1: fence, 2: info, 3: signs, 4: words, 5: under, 6: raw } = line;
    if (fence) lines.lastIndex = fence[0] === '`' && info.includes('`') ? lines.lastIndex : fenceEnd(text, lines.lastIndex, fence);
    else if (raw) lines.lastIndex = rawEnd(text, find, at, raw.trim().toLowerCase().replace(/>$/, ''));
    else if (signs && isBlankBefore(text, at)) found.push({ kind: 'section', at, end: lines.lastIndex, level: signs.length, title: plainTitle(words.replace(/[ \t]+#+[ \t\r]*$/, '')) });
    else if (under) found.push(...underlined(text, at, lines.lastIndex, under));
  }
  return found;
}

function fenceEnd(text: string, from: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*\\r?$`, 'gm');
  closing.lastIndex = from;
  return closing.test(text) ? closing.lastIndex : text.length;
}

/** Behind a raw block; where it is none, behind its first sign. */
function rawEnd(text: string, find: Find, at: number, name: string): number {
  const end = RAW_ENDS[name];
  const to = find(end, at + 4);
  const after = to + end.length;
  return to >= 0 && text.slice(after, endOfLine(text, after)).trim() === '' ? after : at + 1;
}

const isBlankBefore = (text: string, at: number): boolean => at === 0 || /\n[ \t\r]*\n$|^[ \t\r]*\n$/.test(text.slice(Math.max(0, at - 80), at));

/** A line of its own with a line drawn under it. */
function underlined(text: string, at: number, end: number, under: string): Heading[] {
  const start = text.lastIndexOf('\n', at - 2) + 1;
  const words = text.slice(start, Math.max(start, at - 1));
  return /^[A-Za-z*_]/.test(words) && isBlankBefore(text, start) ? [{ kind: 'section', at: start, end, level: under[0] === '=' ? 1 : 2, title: plainTitle(words) }] : [];
}

// ── LaTeX ──

const SECTIONS = Object.keys(SECTION).join('|');
const LATEX_LINES = new RegExp(String.raw`^[ \t]*\\(${SECTIONS})(\*?)[ \t]*(?=\{)|(?<!\\)%[^\n]*|\\(iffalse)\b|\\(begin|end)\s*\{([a-zA-Z]+\*?)\}`, 'gm');
/** A title that holds another heading is not closed. */
const ANOTHER = new RegExp(String.raw`\\(?:${SECTIONS})(?![a-zA-Z])`, 'y');
/** A macro that stands for structure changes how all that follows is read. */
const STRUCTURAL = /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|[ge]?def|let)\b[^\n]{0,80}?\\(?:begin|end|(?:sub)*section|chapter|paragraph)\b/;

function latexHeadings(text: string): Heading[] {
  if (/\r(?!\n)|[\u2028\u2029]/.test(text) || STRUCTURAL.test(text)) return [];
  const found: Heading[] = [];
  let isBody = !text.includes('\\begin{document}');
  /** Environments that are open. */
  let depth = 0;
  const find = finder(text);
  const lines = new RegExp(LATEX_LINES);
  for (let line = lines.exec(text); line; line = lines.exec(text)) {
    const { index: at, 1: section, 3: hidden, 4: bound, 5: name } = line;
    if (name === 'document' && bound === 'end') break;
    if (name === 'document') isBody = true;
    else if (hidden || (bound === 'begin' && VERBATIM.has(baseName(name)))) lines.lastIndex = behind(find, lines.lastIndex, hidden ? '\\fi' : `\\end{${name}}`);
    else if (section) {
      const group = isBody ? groupAt(text, lines.lastIndex, ANOTHER) : null;
      if (group && !group.body.includes('\n\n')) found.push({ kind: 'section', at, end: group.end, level: SECTION[section], title: plainTitle(group.body) });
      depth = 0;
    } else if (bound === 'begin') {
      if (isBody && depth === 0 && SCOPE.has(baseName(name)) && isFirstOnLine(text, at)) found.push({ kind: 'environment', at, end: lines.lastIndex, level: DEEPEST, title: name });
      depth++;
    } else if (bound) depth = Math.max(0, depth - 1);
  }
  return found;
}

/** Below all sections. */
const DEEPEST = 9;

function isFirstOnLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n';
}

function behind(find: Find, from: number, word: string): number {
  const at = find(word, from);
  return at < 0 ? from : at + word.length;
}
