/** Outcomes are kept by their keys, those asked for last. */
import assert from 'node:assert/strict';
import { createMemory } from '../src/memory';

describe('memory', () => {
  it('keeps what was asked for last', () => {
    const memory = createMemory(2);
    const made: string[] = [];
    const ask = (key: string) => memory(key, () => { made.push(key); return key; });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(ask(key), key);
    assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  });

  it('keeps that there is nothing', () => {
    const memory = createMemory(2);
    assert.equal(memory('a', () => undefined), undefined);
    assert.equal(memory('a', () => assert.fail()), undefined);
  });
});
