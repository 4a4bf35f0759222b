import assert from 'node:assert/strict';
import fc from '../seeded';
import { readDocument, type Language } from '../../src/text/index';
import { checkDocument } from './checks';

/** Milliseconds that a busy machine may need. */
const SLOW = 120_000;
const LANGUAGES: Language[] = ['markdown', 'latex'];

/** The pieces that documents go wrong on. */
const PIECES = [
  '$', '$$', '\\[', '\\]', '\\(', '\\)', '\\begin{align}', '\\end{align}', '\\begin{cases}', '\\end{cases}', '\\begin{verbatim}', '\\end{verbatim}',
  '\\begin{itemize}', '\\end{itemize}', '\\begin{proof}', '\\end{proof}', '\\item ', '\\section{', '\\verb|', '|', '\\def\\a', '\\newcommand{\\b}', '\\let\\c', '\\be',
  '{', '}', '[', ']', '\\', '%', '`', '```', '~~~', '<!--', '-->', '<pre>', '</pre>', '# ', '- ', '1. ', '> ', '• ', '(a) ', '---', '===', '    ', '\t',
  '\n', '\n', '\n\n', '\r\n', '\r', '\f', '\u2028', ' ', ' ', 'a', 'x = 1', 'the word', '5', '🙂', '\ud83d', '\0', '](', ')', '<a b="', 'gradlens:', '% gradlens: x', '\\end{document}', '\\begin{document}', '\\ensuremath{', '|',
];

const damaged = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  for (const language of LANGUAGES) {
    it(`${language}: is read without throwing, regions in order, apart and exact`, function () {
      this.timeout(SLOW);
      fc.assert(fc.property(damaged, (text) => checkDocument(text, readDocument(text, language))), { numRuns: 3000 });
    });

    it(`${language}: the same for arbitrary characters`, () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => checkDocument(text, readDocument(text, language))), { numRuns: 500 });
    });
  }
});

const PARAGRAPHS: Record<Language, string[]> = {
  markdown: ['$$a = b$$', '$$\nc = d\n$$', 'Let $x$ be the first.', '\\[ e = f \\]', '\\begin{align}\ng &= h\n\\end{align}', '# Heading', '- item $i$', 'Some words about it.', '$$k$$\n$$l$$'],
  latex: ['$$a = b$$', '$$\nc = d\n$$', 'Let $x$ be the first.', '\\[ e = f \\]', '\\begin{align}\ng &= h\n\\end{align}', '\\section{Heading}', '\\item item $i$', 'Some words about it.', '$$k$$\n$$l$$'],
};
/** What a slip of the finger or of a scanner leaves in a sentence. */
const DAMAGE = ['$', '$$', '$x', '$$ x = 1', '\\[', '\\( a', '\\begin{align}', '\\begin{equation} x', '{', '}', '\\frac{', '\\end{align}', '$$$', '\\]', '\\begin{'];

const damageCase = (language: Language) => {
  const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS[language]), { maxLength: 5 });
  return fc.record({ before: paragraphs, damage: fc.constantFrom(...DAMAGE), after: paragraphs });
};

describe('damage in a sentence', () => {
  for (const language of LANGUAGES) {
    it(`${language}: leaves all behind the next blank line as it was`, function () {
      this.timeout(SLOW);
      fc.assert(fc.property(damageCase(language), ({ before, damage, after }) => {
        const tail = after.join('\n\n');
        const head = [...before, `A sentence with ${damage} in it.`].join('\n\n');
        const alone = readDocument(tail, language).regions.map(({ tex }) => tex);
        const found = readDocument(`${head}\n\n${tail}`, language).regions.filter(({ span }) => span.start > head.length);
        assert.deepEqual(found.map(({ tex }) => tex), alone);
      }), { numRuns: 1500 });
    });
  }
});

describe('line ends', () => {
  for (const language of LANGUAGES) {
    it(`${language}: change nothing but offsets`, () => {
      fc.assert(fc.property(fc.array(fc.constantFrom(...PARAGRAPHS[language])), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const read = (end: string) => readDocument(text.replaceAll('\n', end), language).regions.map(({ tex }) => tex.replaceAll(end, '\n'));
        assert.deepEqual(read('\r\n'), read('\n'));
        assert.deepEqual(read('\r'), read('\n'));
      }));
    });
  }
});

describe('long texts', () => {
  const unit = 20_000;
  const floods = [...PIECES, '$x ', '$$ a\n\n', '\\[ x\n\n', '\\begin{cases} ', '`` ` ', '- - ', '> > ', '<a b', '\\newcommand{\\a}{', '\\( ', '[', '](', '$a{', '\\begin{align}\n', '| $5 ', '1. - ', '\\verb|x', '$x = 1 and the word $', 'a $$\n', '\\section{', '\\begin{proof}', '\\item '];
  for (const language of LANGUAGES) {
    it(`${language}: damage repeated is read in linear time`, function () {
      this.timeout(SLOW);
      for (const flood of floods) {
        const start = performance.now();
        readDocument(flood.repeat(unit), language);
        const took = performance.now() - start;
        assert.ok(took < 4000, `${JSON.stringify(flood)} took ${took.toFixed()} ms`);
      }
    });
  }
});
