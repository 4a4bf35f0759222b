/** What is offered to be declared: put into the document, it is read, and the line no longer waits for it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createChecker } from '../../src/checker';
import type { Link, Source } from '../../src/report';

const linksOf = (source: Source): Link[] => [...createChecker().check(source)].flatMap(({ equation }) => equation.links);

/** The comment on a line of its own, above the paragraph or display that the link stands in, and below its heading. */
function withLine({ text, ...rest }: Source, { range, declare }: Link): Source {
  const lines = text.split('\n');
  let at = range.start.line;
  while (rest.language === 'markdown' && at > 0 && !/^\s*(?:$|#)/.test(lines[at - 1])) at--;
  return { ...rest, text: [...lines.slice(0, at), declare, ...(rest.language === 'markdown' ? [''] : []), ...lines.slice(at)].join('\n') };
}

const corpus = ['test/corpus', 'samples'].flatMap((folder) => fs.readdirSync(folder).filter((name) => /\.(?:md|tex)$/.test(name)).map((name) => path.join(folder, name)));

const ROWS: [name: string, text: string, declare: string, after: Link['verdict']][] = [
  ['a number', '$$x^2 + 3 x = k x (x + 3)$$', '<!-- gradlens: k is real -->', 'refuted'],
  ['two names that differ in case', '$$\\nabla_x (x^T A x) = 2 A x + a$$', '<!-- gradlens: A in R^{n x n}; a in R^{n} -->', 'refuted'],
  ['a number, in LaTeX', '\\[ x^2 + 3 x = k x (x + 3) \\]', '% gradlens: k is real', 'refuted'],
  ['a matrix that must be symmetric', '$$\\nabla_x (x^\\top Q x) = 2 Q x$$', '<!-- gradlens: Q is symmetric -->', 'verified'],
  ['matrices of many shapes', '$$q^T A B C q = D E F$$', '<!-- gradlens: B in R^{n x m}; C in R^{m x d}; D in R^{n x p}; E in R^{p x r} -->', 'undecided'],
];

describe('what can be declared', function () {
  this.timeout(20_000);
  for (const [name, text, declare, after] of ROWS) {
    it(`settles ${name}`, () => {
      const source: Source = { path: 'hw', language: text.startsWith('\\[') ? 'latex' : 'markdown', text };
      const [link] = linksOf(source);
      assert.equal(link.declare, declare, link.message);
      assert.equal(linksOf(withLine(source, link))[0].verdict, after);
    });
  }

  for (const file of corpus) {
    it(`settles what ${path.basename(file)} waits for`, () => {
      const source: Source = { path: file, language: file.endsWith('.tex') ? 'latex' : 'markdown', text: fs.readFileSync(file, 'utf8') };
      const before = linksOf(source);
      before.forEach((link, at) => {
        if (!link.declare) return;
        const after = linksOf(withLine(source, link))[at];
        assert.deepEqual([after.lhs, after.rhs], [link.lhs, link.rhs]);
        assert.notEqual(after.message, link.message);
      });
    });
  }
});
