/** Where the cursor is marked in the preview: `|` is the cursor, then where the mark stands. */
import assert from 'node:assert/strict';
import { drawPicture } from '../src/picture';
import { drawMark, marked } from '../src/editor/caret';

const rows: [string, string][] = [
  ['a |= b', 'a |= b'],
  ['\\al|pha = b', '|\\alpha = b'],
  ['\\alpha| = b', '\\alpha| = b'],
  ['\\frac|{a}{b}', '|\\frac{a}{b}'],
  ['\\frac{a}|{b}', '\\frac{a|}{b}'],
  ['\\frac{a}{b|}', '\\frac{a}{b|}'],
  ['x^|2', '|x^2'],
  ['x_|{ij}', '|x_{ij}'],
  ['x|^2', '|x^2'],
  ['f|\'(x)', '|f\'(x)'],
  ['\\hat |y', '|\\hat y'],
  ['\\text{so|on} x', '|\\text{soon} x'],
  ['\\begin{alig|ned} a \\end{aligned}', '|\\begin{aligned} a \\end{aligned}'],
  ['\\|{1\\}', '|\\{1\\}'],
  ['a \\\\|[2pt] b', 'a |\\\\[2pt] b'],
];

describe('the mark of the cursor', () => {
  for (const [from, to] of rows)
    it(from, () => {
      const tex = marked(from.replace('|', ''), from.indexOf('|'));
      assert.equal(drawMark(tex, 'X').replace(/\{\\color\{X\}.*?0\.28em\}\}\}/, '|'), to);
    });

  it('can be drawn anywhere in an equation', function () {
    this.timeout(60_000);
    const tex = '\\begin{aligned} \\frac{\\partial E}{\\partial w} &= \\sum_{i=1}^n \\left(\\hat y_i - y_i\\right) x_i^2 \\\\[2pt] &= \\sqrt[3]{x} + \\text{rest} \\end{aligned}';
    for (let at = 0; at <= tex.length; at += 2) {
      const drawn = drawPicture({ tex: drawMark(marked(tex, at), '#0066cc'), display: true, macros: {}, color: '#000' });
      assert.ok('picture' in drawn && drawn.picture.svg.includes('fill="#0066cc"'), `${tex.slice(0, at)}|${tex.slice(at)}: ${JSON.stringify(drawn).slice(0, 200)}`);
    }
  });
});
