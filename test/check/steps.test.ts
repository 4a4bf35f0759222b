/** Counterexamples step by step. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import type { PlainValue } from '../../src/report';

function stepsIn(text: string): [string, PlainValue][] {
  const links = [...createChecker().check({ path: 'hw.md', language: 'markdown', text })].flatMap(({ equation }) => equation.links);
  return (links.at(-1)?.counterexample?.steps ?? []).map(({ tex, value }) => [tex, value]);
}

const ROWS: [text: string, steps: [string, PlainValue][]][] = [
  ['$4.6 - 0.1 \\cdot 2 \\cdot (4.6 - 3) = 4.38$', [['4.6 - 3', 1.6], ['0.1 \\cdot 2 \\cdot (4.6 - 3)', 0.32]]],
  ['$(1 + 1)^2 = 2 + 3$', [['1 + 1', 2]]],
  ['$1 = 2$', []],
  ['$a = 2 b$. $a + b^2 = 2 b$', [['a', -2]]],
];

describe('a counterexample step by step', () => {
  for (const [text, steps] of ROWS) it(text, () => assert.deepEqual(stepsIn(text), steps));

  it('keeps rows and columns as they are written', () => {
    const steps = new Map(stepsIn('Let $A \\in \\mathbb{R}^{2 \\times 3}$, $x \\in \\mathbb{R}^3$, $b \\in \\mathbb{R}^2$.\n\n$$\\nabla_x \\tfrac12 \\lVert A x - b \\rVert^2 = A^\\top (A x + b)$$'));
    assert.deepEqual(['A x', 'A x + b'].map((tex) => (steps.get(tex) as number[] | undefined)?.length), [2, 2]);
  });
});
