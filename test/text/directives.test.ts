import assert from 'node:assert/strict';
import { readDocument, type Language } from '../../src/text/index';

const TABLE: [Language, string, [text: string, source: string][]][] = [
  ['markdown', 'a <!-- gradlens: assume x > 0 --> b', [['assume x > 0', '<!-- gradlens: assume x > 0 -->']]],
  ['markdown', '<!-- gradlens: off -->\n\n$x$\n\n<!--gradlens:\non\n-->', [['off', '<!-- gradlens: off -->'], ['on', '<!--gradlens:\non\n-->']]],
  ['markdown', '<!-- other -->', []],
  ['markdown', '```\n<!-- gradlens: off -->\n```', []],
  ['latex', '% gradlens: assume x > 0\n$x$', [['assume x > 0', '% gradlens: assume x > 0']]],
  ['latex', 'a %% gradlens:off', [['off', '%% gradlens:off']]],
  ['latex', '\\begin{align} a % gradlens: n = 2\n\\end{align}', [['n = 2', '% gradlens: n = 2']]],
  ['latex', '\\begin{verbatim} % gradlens: off\n\\end{verbatim} \\% gradlens: off', []],
];

describe('directives', () => {
  for (const [language, text, expected] of TABLE) {
    it(JSON.stringify(text).slice(1, -1), () => {
      const found = readDocument(text, language).directives;
      assert.deepEqual(found.map(({ text: words, span }) => [words, text.slice(span.start, span.end)]), expected);
    });
  }

  it('know their block', () => {
    const { directives, blocks } = readDocument('# A\n\n<!-- gradlens: off -->', 'markdown');
    assert.equal(blocks[directives[0].block].title, 'A');
  });
});
