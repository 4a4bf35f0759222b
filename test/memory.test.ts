/** Outcomes are kept by their keys, those asked for last. */
import assert from 'node:assert/strict';
import { createChecker } from '../src/checker';
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

  it('makes a run again with the sizes that it had', () => {
    const checker = createChecker();
    const text = (words: string): string => String.raw`There are multipliers with $\nabla f(x) + \sum_{i=1}^4 r_i \nabla g_i(x) = 0$. So
$$\begin{cases} r_3 = 4r_1 + r_2 - 2 ≥ 0 \\ r_4 = r_1 + r_2 - 1 ≥ 0 \end{cases}$$
${words}
$$\begin{cases} r_3 = 4r_1 + r_2 - 2 = 0 \\ r_4 = r_1 + r_2 - 1 = 0 \end{cases}$$
`;
    const codes = (words: string): string[] => [...checker.check({ path: 'a.md', language: 'markdown', text: text(words) })].flatMap(({ equation }) => equation.links.map(({ code }) => code));
    assert.deepEqual(codes('And with both zero'), codes('With both zero'));
  });
});
