/** The drawing: whole, readable without colour, and said in words. */
import assert from 'node:assert/strict';
import { drawFigure, tableOf } from '../src/chart';
import type { Figure } from '../src/report';

const FIGURE: Figure = {
  title: 'Adam on f < g', summary: 'Both take "the same" steps & end there.',
  charts: [{
    title: 'Where', x: { label: 'x', scale: 'linear' }, y: { label: 'y', scale: 'log' },
    curves: [{ name: 'as published', role: 'published', points: [[0, 1], [1, 0.01]], dotted: true }, { name: 'as written', role: 'written', points: [[0, 1], [1, Number.NaN], [2, 1e-6]] }],
    contours: { x: [0, 2], y: [1e-6, 1], columns: 2, rows: 2, values: [0, 1, 2, Number.NaN] },
  }],
};

describe('drawing', () => {
  const svg = drawFigure(FIGURE, { alone: true });

  it('every element is closed, and text is no markup', () => {
    const open: string[] = [];
    for (const [, closing, name, , empty] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/gi)) {
      if (closing) assert.equal(open.pop(), name);
      else if (!empty) open.push(name);
    }
    assert.deepEqual(open, []);
    assert(svg.includes('<title id="figure-title">Adam on f &lt; g</title>'));
    assert(svg.includes('&quot;the same&quot; steps &amp; end'));
  });
  it('draws no point without a value', () => assert(!/NaN|Infinity|undefined/.test(svg.replace(/<metadata>.*<\/metadata>/s, ''))));
  it('tells the curves apart by their dashes', () => assert(/class="written"[^>]*stroke-dasharray/.test(svg) && !/class="published"[^>]*stroke-dasharray/.test(svg)));
  it('has colours for dark pages as a file of its own, and none in a page', () => {
    assert(svg.includes('prefers-color-scheme: dark') && svg.includes('var(--gradlens-written, '));
    assert(!/<style|<rect class="page"/.test(drawFigure(FIGURE, { alone: false })));
  });
  it('holds the numbers', () => {
    assert.deepEqual(tableOf(FIGURE.charts[0])[1], ['as published', '0', '1']);
    assert(svg.includes('as published\t1\t0.01'));
  });
});
