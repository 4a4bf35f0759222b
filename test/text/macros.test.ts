import assert from 'node:assert/strict';
import { readDocument, type Language, type Macro } from '../../src/text/index';

function show({ name, arity, optional, body }: Macro): string {
  return `${name}${arity ? `/${arity}` : ''}${optional === undefined ? '' : `[${optional}]`} ${body}`;
}

function macros(text: string, language: Language): string[] {
  const found = readDocument(text, language).macros;
  for (const [name, macro] of found) assert.equal(name, macro.name);
  return [...found.values()].map(show);
}

const BOTH: [text: string, expected: string[]][] = [
  ['\\newcommand{\\R}{\\mathbb{R}}', ['\\R \\mathbb{R}']],
  ['\\newcommand\\R{\\mathbb R}', ['\\R \\mathbb R']],
  ['\\newcommand*{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}', ['\\pd/2 \\frac{\\partial #1}{\\partial #2}']],
  ['\\newcommand{\\grad}[2][x]{\\nabla_{#1} #2}', ['\\grad/2[x] \\nabla_{#1} #2']],
  ['\\newcommand{\\a}{1} \\renewcommand{\\a}{2}', ['\\a 2']],
  ['\\newcommand{\\a}{1} \\providecommand{\\a}{2}', ['\\a 1']],
  ['\\providecommand{\\a}{2}', ['\\a 2']],
  ['\\def\\a{1}', ['\\a 1']],
  ['\\def\\vec#1{\\mathbf{#1}}', ['\\vec/1 \\mathbf{#1}']],
  ['\\def\\a#1#2 {#1#2}', ['\\a/2 #1#2']],
  ['\\def\\a(#1){#1}', []],
  ['\\let\\eps\\varepsilon', ['\\eps \\varepsilon']],
  ['\\let\\eps=\\varepsilon', ['\\eps \\varepsilon']],
  ['\\left( \\letter{x} \\default{x} \\newcommands{\\a}{b}', []],
  ['\\DeclareMathOperator{\\tr}{tr}', ['\\tr \\operatorname{tr}']],
  ['\\DeclareMathOperator*{\\argmin}{arg\\,min}', ['\\argmin \\operatorname*{arg\\,min}']],
  ['\\DeclarePairedDelimiter{\\norm}{\\lVert}{\\rVert}', ['\\norm/1 \\lVert #1 \\rVert']],
  ['\\newcommand{\\a}{\\{ \\} \\\\}', ['\\a \\{ \\} \\\\']],
  ['\\newcommand{\\a}{b', []],
  ['\\newcommand{\\a}{b \\newcommand{\\c}{d}', ['\\c d']],
  ['\\newcommand{\\a}', []],
  ['\\newcommand', []],
  ['\\newcommand{\\a}[x]{b}', ['\\a b']],
  ['$$\\newcommand{\\R}{\\mathbb{R}} x$$', ['\\R \\mathbb{R}']],
  ['$\\def\\a{b}$ then $\\let\\c\\d$', ['\\a b', '\\c \\d']],
];

for (const language of ['markdown', 'latex'] as const) {
  describe(`macros of ${language}`, () => {
    for (const [text, expected] of BOTH) it(text, () => assert.deepEqual(macros(text, language), expected));
  });
}

describe('macros that are hidden', () => {
  it('in code', () => assert.deepEqual(macros('`\\newcommand{\\a}{b}`\n\n```\n\\def\\c{d}\n```', 'markdown'), []));
  it('in comments', () => assert.deepEqual(macros('% \\newcommand{\\a}{b}\n\\begin{verbatim}\\def\\c{d}\\end{verbatim}', 'latex'), []));
  it('but not in a preamble', () => assert.deepEqual(macros('\\def\\c{d}\\begin{document}\\end{document}', 'latex'), ['\\c d']));
  it('nor in front matter', () => assert.deepEqual(macros('---\nheader-includes: \\newcommand{\\a}{b}\n---\n', 'markdown'), ['\\a b']));
});
