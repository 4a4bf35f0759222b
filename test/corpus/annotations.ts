/**
 * Homework with its expected verdicts beside it. After a formula, or after a paragraph with several, stand lines that are
 * taken out before the document is checked: in LaTeX
 *
 *     % expect: d v v?
 *     % undecided: no sizes are known for the blocks
 *     % alter: x_i - \mu => x_i + \mu
 *
 * and in Markdown the same as `<!-- expect: … -->`. `expect` has one letter for each link since the last such line: `v` right,
 * `r` wrong, `d` claims nothing (a definition or an assumption); `?` marks a link that is not decided yet, with the reason under it.
 * Each `alter` makes one wrong document: the text before the arrow occurs once since the last `expect` of another formula.
 */
import type { Range } from '../../src/report';

export type Expected = 'v' | 'r' | 'd';

export interface Expectation {
  verdict: Expected;
  /** Why the checker cannot decide it yet. */
  undecided?: string;
}

export interface Alteration { from: string; to: string }

/** The formulas between one `expect` and the next. */
export interface Passage {
  /** Lines of the clean text, the last one not included. */
  lines: { start: number; end: number };
  expected: Expectation[];
  alterations: Alteration[];
  /** Where the `expect` stands in the file, counted from 1. */
  line: number;
}

export interface AnnotatedDocument { text: string; passages: Passage[] }

const NOTE = /^\s*(?:%|<!--)\s*(expect|alter|undecided):\s*(.*?)\s*(?:-->)?\s*$/;

export function readAnnotated(file: string): AnnotatedDocument {
  const clean: string[] = [];
  const passages: Passage[] = [];
  let start = 0;
  file.split('\n').forEach((line, index) => {
    const note = NOTE.exec(line);
    if (!note) { clean.push(line); return; }
    const [, kind, body] = note;
    if (kind === 'expect') {
      passages.push({ lines: { start, end: clean.length }, expected: body.split(/\s+/).map(expectation), alterations: [], line: index + 1 });
      start = clean.length;
      return;
    }
    const passage = passages.at(-1);
    if (!passage) throw new Error(`line ${index + 1}: no expect before it`);
    if (kind === 'alter') passage.alterations.push(alteration(body, index + 1));
    else passage.expected.forEach((e) => { if (e.undecided === '') e.undecided = body; });
  });
  return { text: clean.join('\n'), passages };
}

function expectation(word: string): Expectation {
  const match = /^([vrd])(\?)?$/.exec(word);
  if (!match) throw new Error(`"${word}" is no expectation`);
  return { verdict: match[1] as Expected, ...(match[2] ? { undecided: '' } : {}) };
}

function alteration(body: string, line: number): Alteration {
  const parts = body.split(' => ');
  if (parts.length !== 2) throw new Error(`line ${line}: one " => " is needed`);
  return { from: parts[0], to: parts[1] };
}

export function alter(document: AnnotatedDocument, passage: Passage, { from, to }: Alteration): string {
  const lines = document.text.split('\n');
  const here = lines.slice(passage.lines.start, passage.lines.end).join('\n');
  const at = here.indexOf(from);
  if (at < 0 || here.indexOf(from, at + 1) >= 0) throw new Error(`line ${passage.line}: "${from}" must occur once`);
  const altered = `${here.slice(0, at)}${to}${here.slice(at + from.length)}`;
  return [...lines.slice(0, passage.lines.start), altered, ...lines.slice(passage.lines.end)].join('\n');
}

export const inLines = ({ start }: Range, { lines }: Passage): boolean => start.line >= lines.start && start.line < lines.end;
