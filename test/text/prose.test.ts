import assert from 'node:assert/strict';
import { readDocument, type Language } from '../../src/text/index';

function prose(text: string, language: Language): string[] {
  return readDocument(text, language).prose.map((run) => {
    assert.equal(text.slice(run.span.start, run.span.end), run.text);
    return run.text.trim();
  });
}

function check(language: Language, table: [text: string, expected: string[]][]): void {
  for (const [text, expected] of table) it(JSON.stringify(text).slice(1, -1), () => assert.deepEqual(prose(text, language), expected));
}

describe('prose of Markdown', () => {
  check('markdown', [
    ['where $\\sigma$ is the sigmoid.', ['where', 'is the sigmoid.']],
    ['one\n\ntwo', ['one', 'two']],
    ['one\ntwo', ['one\ntwo']],
    ['# When $n$ = 1\ntext', ['When', '= 1', 'text']],
    ['- a $x$\n- b', ['a', 'b']],
    ['• a\n• b', ['a', 'b']],
    ['(a) the first', ['the first']],
    ['a `code` b', ['a', 'b']],
    ['```\ncode\n```\ntext', ['text']],
    ['a <!-- hidden --> b', ['a', 'b']],
    ['> a\n> b', ['a', 'b']],
    ['Let \\mathbf{x} be **bold**', ['Let \\mathbf{x} be **bold**']],
    ['$$x$$', []],
    ['---\ntitle: A\n---\ntext', ['text']],
    ['\\newcommand{\\R}{x} text', ['text']],
  ]);
});

describe('prose of LaTeX', () => {
  check('latex', [
    ['where $\\sigma$ is the sigmoid.', ['where', 'is the sigmoid.']],
    ['one\n\ntwo', ['one', 'two']],
    ['\\section{On $x$ here} text', ['On', 'here', 'text']],
    ['\\begin{itemize}\\item one \\item two\\end{itemize}', ['one', 'two']],
    ['a % hidden\nb', ['a', 'b']],
    ['a \\verb|c| b', ['a', 'b']],
    ['Let \\textbf{this} be', ['Let \\textbf{this} be']],
    ['\\title{no}\\begin{document}yes\\end{document}no', ['yes']],
    ['\\newcommand{\\R}{x} text', ['text']],
  ]);
});
