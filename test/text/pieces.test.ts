/** Where documents are cut, and that what is cut is read as it is in the whole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startsExercise } from '../../src/meaning/traces';
import { cutText, type Language, readDocument } from '../../src/text/index';

const cut = (text: string, language: Language) => cutText(text, language, startsExercise);
const firstLines = (text: string, language: Language) => cut(text, language).slice(1).map((piece) => piece.text.split('\n')[0]);

describe('pieces', () => {
  const rows: [what: string, language: Language, text: string, begin: string[]][] = [
    ['begin at exercises', 'markdown', '# Homework\n\n## Exercise 1\n\na\n\n### Step\n\nb\n\n## Exercise 2\n\nc', ['## Exercise 1', '## Exercise 2']],
    ['begin at headings that are underlined', 'markdown', 'Words.\n\nExercise 1\n---\n\na', ['Exercise 1']],
    ['do not begin in code', 'markdown', '```python\n\n# Exercise 1\n\n```\n\n# Exercise 2', ['# Exercise 2']],
    ['do not begin in code with other fences in it', 'markdown', '~~~~\n\n~~~\n\n# Exercise 1\n\n~~~~\n\n# Exercise 2', ['# Exercise 2']],
    ['do not begin in comments', 'markdown', '<!--\n\n# Exercise 1\n\n-->\n\n# Exercise 2', ['# Exercise 2']],
    ['do not begin in the middle of a paragraph', 'markdown', 'Words\n# Exercise 1', []],
    ['begin at sections', 'latex', '\\begin{document}\na\n\\section{Exercise 1}\nb\n\\section*{Exercise 2}\nc\n\\end{document}\n\\section{Exercise 3}', ['\\section{Exercise 1}', '\\section*{Exercise 2}']],
    ['do not begin before the document', 'latex', '\\title{a}\n\\section{Exercise 1}\n\\begin{document}\nb\\end{document}', []],
    ['begin at problems', 'latex', 'a\n\\begin{problem}\nb\n\\end{problem}\n\\begin{solution}\nc\n\\end{solution}\n\\begin{problem}\nd\n\\end{problem}', ['\\begin{problem}', '\\begin{problem}']],
    ['do not begin in what is open', 'latex', 'a\n\\begin{theorem}\n\\begin{problem}\nb\n\\end{problem}\n\\end{theorem}', []],
    ['do not begin in listings and comments', 'latex', 'a\n\\begin{verbatim}\n\\section{Exercise 1}\n\\end{verbatim}\n% \\begin{verbatim}\n\\section{Exercise 2}', ['\\section{Exercise 2}']],
    ['are one where macros stand for structure', 'latex', '\\newcommand{\\be}{\\begin{equation}}\n\\section{Exercise 1}\n\\be a', []],
  ];
  for (const [what, language, text, begin] of rows) it(`${language}: ${what}`, () => assert.deepEqual(firstLines(text, language), begin));

  it('have the headings above them', () => {
    assert.deepEqual(cut('# Adam\n\n## Part\n\n### Exercise 1\n\na\n\n## Exercise 2\n\nb', 'markdown').map(({ above }) => above), ['', '# Adam\n\n## Part\n\n', '# Adam\n\n']);
  });

  const folder = path.join(__dirname, '../../../../test/corpus');
  for (const name of readdirSync(folder).filter((file) => /\.(?:md|tex)$/.test(file)).sort()) it(`${name} is read in pieces as it is read whole`, () => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const language = name.endsWith('.tex') ? 'latex' : 'markdown';
    const pieces = cut(text, language);
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
    const apart = pieces.flatMap(({ start, text: own, above }) => readDocument(above + own, language).regions.filter(({ span }) => span.start >= above.length).map(({ tex, span }) => `${span.start - above.length + start} ${tex}`));
    assert.deepEqual(apart, readDocument(text, language).regions.map(({ tex, span }) => `${span.start} ${tex}`));
  });
});
