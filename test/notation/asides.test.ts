import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';

/** Relations that stand beside or inside the links of a document. */
const asides = (text: string): string[] =>
  [...createChecker().check({ path: 'a.md', language: 'markdown', text })].flatMap(({ equation }) => equation.links).filter(({ code }) => code === 'aside').map(({ lhs, relation, rhs, verdict }) => `${lhs} ${relation} ${rhs}: ${verdict}`);

describe('asides', () => {
  const rows: [string, string[]][] = [
    ['$y_i = 0 \\text{ for } i \\neq k$', ['i \\neq k: assumption']],
    ['$f(x = 2) = 4$', ['x = 2: assumption']],
    ['$a = b (c - d \\approx 0)$', ['c - d \\approx 0: assumption']],
    ['$P(X = 2) = \\frac{1}{4}$', []],
    ['$\\sum_{i=1}^n x_i = n \\bar{x}$', []],
    ['$a = b = c$', []],
  ];
  for (const [text, expected] of rows) it(text, () => assert.deepEqual(asides(text), expected));
});
