/** Lines that hold by a convention, written so that they hold as they stand. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import type { Link } from '../../src/report';

const GIVEN = 'Let $W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $y, b \\in \\mathbb{R}^m$, $L = \\frac12 \\lVert W x - y \\rVert^2$ and $s = \\sigma(W x + b)$.\n\n';

const lastLink = (text: string): Link => [...createChecker().check({ path: 'hw.md', language: 'markdown', text })].flatMap(({ equation }) => equation.links).at(-1)!;

function rewritten(text: string, { rewrite }: Link): string {
  const lines = text.split('\n');
  for (const { range: { start, end }, text: by } of rewrite?.edits ?? []) lines[start.line] = lines[start.line].slice(0, start.character) + by + lines[start.line].slice(end.character);
  return lines.at(-1)!;
}

const ROWS: [line: string, after: string | undefined][] = [
  ['$\\frac{\\partial L}{\\partial W} = x (W x - y)^\\top$', '$\\frac{\\partial L}{\\partial W} = (W x - y) x^\\top$'],
  ['$x (W x - y)^\\top = \\frac{\\partial L}{\\partial W}$', '$(W x - y) x^\\top = \\frac{\\partial L}{\\partial W}$'],
  ['$\\frac{\\partial L}{\\partial W} = (W x - y) x^\\top$', undefined],
  ['$\\frac{\\partial (W x)}{\\partial x} = W^\\top$', '$\\frac{\\partial (W x)}{\\partial x} = W$'],
  ['$\\frac{\\partial s}{\\partial b} = s \\odot (1 - s)$', '$\\frac{\\partial s}{\\partial b} = \\operatorname{diag}(s \\odot (1 - s))$'],
  ['$\\frac{\\partial L}{\\partial W} = 2 x (W x - y)^\\top$', undefined],
];

describe('what holds by a convention', () => {
  for (const [line, after] of ROWS) {
    it(`${line} ${after ? 'can be written without' : 'stays'}`, () => {
      const link = lastLink(GIVEN + line);
      assert.equal(link.rewrite && rewritten(GIVEN + line, link), after, link.message);
      if (after) assert.deepEqual([lastLink(GIVEN + after).verdict, lastLink(GIVEN + after).convention], ['verified', undefined]);
    });
  }
});
