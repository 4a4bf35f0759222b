/**
 * Homework with its expected verdicts beside it. After a formula, or after a paragraph with several, stand lines that are
 * taken out before the document is checked: in LaTeX
 *
 *     % expect: d v v?
 *     % because: no sizes are known for the blocks
 *     % alter: x_i - \mu => x_i + \mu
 *
 * and in Markdown the same as `<!-- expect: … -->`. `expect` has one letter for each link since the last such line: `v` right,
 * `r` wrong, `d` claims nothing (a definition or an assumption). Behind it stands `?` where the checker does not decide yet and `!`
 * where it is mistaken today; `because` says why. Each `alter` makes one wrong document: the text before the arrow occurs once since
 * the last `expect` of another formula; `alter!` is one that passes today.
 */
import type { Range } from '../../src/report';

export type Expected = 'v' | 'r' | 'd';
/** What is not as it should be yet: undecided, or mistaken. */
export type Mark = '?' | '!';

export interface Expectation { verdict: Expected; mark?: Mark }

export interface Alteration { from: string; to: string; mark?: '!' }

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

const NOTE = /^\s*(?:%|<!--)\s*(expect|alter|because)(!?):\s*(.*?)\s*(?:-->)?\s*$/;

export function readAnnotated(file: string): AnnotatedDocument {
  const clean: string[] = [];
  const passages: Passage[] = [];
  let start = 0;
  file.split('\n').forEach((line, index) => {
    const note = NOTE.exec(line);
    if (!note) { clean.push(line); return; }
    const [, kind, mark, body] = note;
    if (kind === 'expect') {
      passages.push({ lines: { start, end: clean.length }, expected: body.split(/\s+/).map(expectation), alterations: [], line: index + 1 });
      start = clean.length;
      return;
    }
    const passage = passages.at(-1);
    if (!passage) throw new Error(`line ${index + 1}: no expect before it`);
    if (kind === 'alter') passage.alterations.push({ ...alteration(body, index + 1), ...(mark ? { mark: '!' } : {}) });
  });
  return { text: clean.join('\n'), passages };
}

function expectation(word: string): Expectation {
  const match = /^([vrd])([?!])?$/.exec(word);
  if (!match) throw new Error(`"${word}" is no expectation`);
  return { verdict: match[1] as Expected, ...(match[2] ? { mark: match[2] as Mark } : {}) };
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
