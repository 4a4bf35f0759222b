/** What a region says beside its place. */

import assert from 'node:assert/strict';
import { readDocument, type Language, type Region } from '../../src/text/index';

function only(text: string, language: Language): Region {
  const { regions } = readDocument(text, language);
  assert.equal(regions.length, 1);
  return regions[0];
}

const BOTH: [text: string, expected: Partial<Region>][] = [
  ['$x$', { tex: 'x', display: false }],
  ['$ x $', { tex: ' x ', display: false }],
  ['$$\nx\n$$', { tex: '\nx\n', display: true }],
  ['\\(x_1\\)', { tex: 'x_1', display: false }],
  ['\\[ x = 1 \\]', { tex: ' x = 1 ', display: true }],
  ['\\begin{align*} x \\end{align*}', { tex: ' x ', display: true, environment: 'align' }],
  ['\\begin{alignat}{2} x \\end{alignat}', { tex: ' x ', display: true, environment: 'alignat' }],
  ['\\begin{math} x \\end{math}', { tex: ' x ', display: false, environment: 'math' }],
  ['$$ x = 1', { tex: ' x = 1', problem: 'This $$ is never closed.' }],
  ['$x_1', { tex: 'x_1', problem: 'This $ is not closed in its paragraph.' }],
  ['\\[ x = 1', { tex: ' x = 1', problem: 'This \\[ is never closed.' }],
  ['\\begin{align*} x = 1\n\n', { tex: ' x = 1', problem: 'This \\begin{align*} is never closed.', environment: 'align' }],
];

for (const language of ['markdown', 'latex'] as const) {
  describe(`regions of ${language}`, () => {
    for (const [text, expected] of BOTH) {
      it(JSON.stringify(text), () => {
        const region = only(text, language);
        for (const [key, value] of Object.entries(expected)) assert.equal(region[key as keyof Region], value, key);
        if (!expected.problem) assert.equal(region.problem, undefined);
        if (!expected.environment) assert.equal(region.environment, undefined);
      });
    }
  });
}

describe('regions of Markdown alone', () => {
  it('an inner environment that stands alone keeps its own delimiters', () => {
    const { tex, environment } = only('\\begin{cases} a \\\\ b \\end{cases}', 'markdown');
    assert.deepEqual([tex, environment], ['\\begin{cases} a \\\\ b \\end{cases}', undefined]);
  });

  it('a fence of mathematics', () => assert.equal(only('```math\na\nb\n```', 'markdown').tex, 'a\nb'));

  const quoted: [string, string][] = [
    ['> $$\n> x\n> y\n> $$', '\n  x\n  y\n  '],
    ['> > $$ x\n> > y $$', ' x\n    y '],
    ['> $x +\n> y$', 'x +\n  y'],
    ['> - $$\n>   x > 1\n>   $$', '\n    x > 1\n    '],
    ['$$\nx\n> y\n$$', '\nx\n> y\n'],
  ];
  for (const [text, expected] of quoted) {
    it(`${JSON.stringify(text)} without the signs of the quotation`, () => {
      assert.equal(only(text, 'markdown').tex, expected);
    });
  }
});
