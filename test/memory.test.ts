/** What a checker keeps from text to text changes nothing: an edited document comes out as it does in a new one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createChecker } from '../src/checker';
import { createMemory } from '../src/memory';
import type { Source } from '../src/report';
import { readAnnotated } from './corpus/annotations';
import fc from './seeded';

const FOLDER = path.join(__dirname, '../../../test/corpus');
const LONGEST = 5000;
const documents = readdirSync(FOLDER).filter((name) => /\.(?:md|tex)$/.test(name)).sort()
  .map((name): Source => ({ path: name, language: name.endsWith('.tex') ? 'latex' : 'markdown', text: readAnnotated(readFileSync(path.join(FOLDER, name), 'utf8')).text }))
  .filter(({ text }) => text.length < LONGEST);

/** Slips of the pen, and words that declare: what the lines around rest on. */
const EDITS: [RegExp, string][] = [
  [/\+/g, '-'], [/=/g, '= 2'], [/\d/g, '3'], [/x/g, 'y'], [/\^T|\^\\top/g, ''], [/\\sum/g, '\\prod'], [/symmetric/g, 'given'], [/\\in \\mathbb\{R\}\^n?/g, '\\in \\mathbb{N}'], [/\n\n/g, '\n\nLet $x$ be positive.\n\n'], [/\$\$?[^$]+\$\$?/g, ''], [/where/g, 'or'], [/\.\s/g, ', '],
];

const reported = (checker: ReturnType<typeof createChecker>, source: Source): string => JSON.stringify([...checker.check(source)]);

function edited(text: string, [pattern, by]: [RegExp, string], place: number): string {
  const found = [...text.matchAll(pattern)];
  const match = found[Math.floor(place * found.length)];
  return match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text;
}

describe('a checker in use', function () {
  this.timeout(240_000);

  it('says of an edited document what a new one says', () => {
    const used = createChecker();
    const edit = fc.record({ document: fc.constantFrom(...documents), edits: fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.double({ min: 0, max: 0.999, noNaN: true })), { minLength: 1, maxLength: 3 }) });
    fc.assert(fc.property(edit, ({ document, edits }) => {
      reported(used, document);
      const source = { ...document, text: edits.reduce((text, [change, place]) => edited(text, change, place), document.text) };
      assert.equal(reported(used, source), reported(createChecker(), source));
    }), { numRuns: Number(process.env.GRADLENS_RUNS ?? 6) });
  });

  it('says the same of a document again', () => {
    const used = createChecker();
    for (const document of documents.slice(0, 4)) assert.equal(reported(used, document), reported(used, document));
  });
});

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
