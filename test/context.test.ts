/** Texts that go on from others. */
import assert from 'node:assert/strict';
import { createChecker } from '../src/checker';
import { type SourceInContext, withContext } from '../src/context';

const checker = withContext(createChecker());
const before = '# Homework\n\nLet $f(x) = x^3$.\n\n$f\'(x) = 2x$';
const source = (text: string, context = before): SourceInContext => ({ path: 'hw', language: 'markdown', text, ...(context ? { before: context } : {}) });
const links = (cell: SourceInContext) => [...checker.check(cell)].flatMap(({ equation }) => equation.links);

describe('a text with something before it', () => {
  it('has its own equations only, at its own lines', () => {
    const { items } = checker.outline(source('So\n\n$f\'(x) = 3x$'));
    assert.deepEqual(items.map(({ tex, range }) => [tex, range]), [["f'(x) = 3x", { start: { line: 2, character: 0 }, end: { line: 2, character: 12 } }]]);
  });

  it('rests on what stands before', () => {
    assert.deepEqual(links(source('$f\'(x) = 3x^2$')).map(({ verdict }) => verdict), ['verified']);
    assert.deepEqual(links(source('$f\'(x) = 3x^2$', '')).map(({ verdict }) => verdict), ['undecided']);
  });

  it('is repaired at its own lines, and nothing points above them', () => {
    const [link] = links(source('So\n\n$f\'(x) = -3x^2$'));
    assert.equal(link.verdict, 'refuted');
    assert.ok(link.repair!.edits.every(({ range }) => range.start.line === 2));
    assert.ok(link.reading.every(({ from }) => !from || from.line >= 0));
  });

  it('is checked by the numbers of its own equations', () => {
    const cell = source('$1 = 1$ and $1 = 2$');
    assert.deepEqual([...checker.check(cell, { only: [1] })].map(({ index, equation }) => [index, equation.links[0].verdict]), [[1, 'refuted']]);
    const point = checker.point(cell, { equation: 1, link: 0 });
    assert.equal('title' in point ? point.title : point.problem, '1 = 2');
  });
});
