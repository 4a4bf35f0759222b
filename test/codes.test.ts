/** Every code has its entry on the page of codes, and no entry is left over. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { CODES } from '../src/report';

describe('the page of codes', () => {
  const entries = [...fs.readFileSync('docs/codes.md', 'utf8').matchAll(/^### `([a-z-]+)`\n(.+)/gm)];

  it('has an entry for every code', () => {
    assert.deepEqual(entries.map(([, code]) => code).sort(), [...CODES].sort());
  });

  it('says something of each', () => {
    for (const [, code, text] of entries) assert.match(text, /^[A-Z].{20}/, code);
  });
});
