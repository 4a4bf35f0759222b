/** Names in TeX. */
import assert from 'node:assert/strict';
import { nameFinder } from '../src/names';

describe('names', () => {
  const cases: [string, string[], string[]][] = [
    ['E = x', ['E', 'x'], ['E', 'x']],
    ['\\hat y - y', ['y', '\\hat{y}'], ['\\hat y', 'y']],
    ['\\hat{y}', ['\\hat{y}'], ['\\hat{y}']],
    ['w_{new} = w - 1', ['w', 'w_{n e w}'], ['w_{new}', 'w']],
    ['\\frac{\\partial E}{\\partial w}', ['E', 'w'], ['E', 'w']],
    ['\\text{where E is} E', ['E'], ['E']],
    ['\\mathrm{RSS}(w)', ['\\mathrm{RSS}', 'S'], ['\\mathrm{RSS}']],
    ['x^2 + \\alpha', ['\\alpha', 'a'], ['\\alpha']],
    ['\\mathbf{W} W', ['\\mathbf{W}'], ['\\mathbf{W}']],
    ['', ['x'], []],
  ];
  for (const [tex, names, expected] of cases)
    it(`of ${tex || 'nothing'}`, () => assert.deepEqual(nameFinder(names)(tex).map(({ start, end }) => tex.slice(start, end)), expected));
});
