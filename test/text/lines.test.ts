import assert from 'node:assert/strict';
import fc from '../seeded';
import { lineIndex } from '../../src/text/lines';

describe('lines', () => {
  const table: [text: string, offset: number, line: number, character: number][] = [
    ['', 0, 0, 0],
    ['abc', 3, 0, 3],
    ['a\nb', 1, 0, 1],
    ['a\nb', 2, 1, 0],
    ['a\r\nb', 3, 1, 0],
    ['a\rb', 2, 1, 0],
    ['a\n\nb', 2, 1, 0],
    ['🙂x\ny', 2, 0, 2],
    ['a\n', 2, 1, 0],
    ['a', 9, 0, 1],
    ['a', -1, 0, 0],
  ];
  for (const [text, offset, line, character] of table) {
    it(`${JSON.stringify(text)} at ${offset}`, () => assert.deepEqual(lineIndex(text).positionAt(offset), { line, character }));
  }

  it('counts characters from the start of the line', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', '🙂', '\n', '\r', '\r\n', '$')), fc.nat(), (parts, seed) => {
      const text = parts.join('');
      const offset = seed % (text.length + 1);
      const { starts, positionAt } = lineIndex(text);
      const { line, character } = positionAt(offset);
      assert.equal(starts[line] + character, offset);
      assert.ok(offset < (starts[line + 1] ?? Infinity));
    }));
  });
});
