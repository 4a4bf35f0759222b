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

  it('moves positions outside of the text to its nearest end', () => {
    const index = lineIndex('ab\ncd');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
  });

  it('goes there and back', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', '🙂', '\n', '\r', '\r\n', '$')), fc.nat(), (parts, seed) => {
      const text = parts.join('');
      const offset = seed % (text.length + 1);
      const index = lineIndex(text);
      assert.equal(index.offsetAt(index.positionAt(offset)), offset);
    }));
  });
});
