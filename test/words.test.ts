/** The words for verdicts. */
import assert from 'node:assert/strict';
import type { Link, Verdict } from '../src/report';
import { followsBreak, renderable, sayCounterexample, sayEquation, sayNumber, sayTally, tally } from '../src/words';

describe('words', () => {
  const equations: [string, Link[], string][] = [
    ['nothing', [], 'nothing to check'],
    ['one verified', [link('verified')], '✓ verified · 40 points'],
    ['a verified chain', [link('verified'), link('verified')], '✓ verified · 40 points · 2 relations'],
    ['a convention', [link('verified', { convention: 'numerator layout' })], '✓ verified · 40 points · numerator layout'],
    ['the wrong one of a chain', [link('verified'), link('refuted', { message: 'differs at x = 1' })], '✗ differs at x = 1 · 1 ✓'],
    ['wrong before undecided', [link('undecided', { message: 'what is σ?' }), link('refuted', { message: 'differs' })], '✗ differs'],
    ['a definition', [link('definition')], '≔ definition'],
  ];
  for (const [name, links, expected] of equations) it(`says ${name}`, () => assert.equal(sayEquation({ links }), expected));

  it('knows what goes on from a break', () => {
    const chain = (...steps: [lhs: string, verdict: Verdict, rhs: string][]) => followsBreak(steps.map(([lhs, verdict, rhs]) => link(verdict, { lhs, rhs })));
    assert.deepEqual(chain(['a', 'verified', 'b'], ['b', 'refuted', 'c'], ['c', 'verified', 'd'], ['d', 'refuted', 'e'], ['e', 'undecided', 'f']), [false, false, true, false, true]);
    assert.deepEqual(chain(['a', 'refuted', 'b'], ['x', 'verified', 'y'], ['y', 'verified', 'z']), [false, false, false]);
  });

  it('counts relations', () => {
    const counted = tally([{ links: [link('verified'), link('verified'), link('refuted')] }, undefined, { links: [link('definition')] }]);
    assert.equal(sayTally(counted), '2 ✓ 1 ✗');
  });

  it('shows numbers that can be followed by hand', () => {
    assert.deepEqual([1, -2, 1 / 3, 1e-9, 123456.789].map(sayNumber), ['1', '−2', '0.333333', '1e-9', '123457']);
  });

  it('says a counterexample', () => {
    assert.equal(sayCounterexample({ values: { x: 1, A: [[1, 2], [3, 4]] }, left: 4, right: -4 }), 'x = 1, A = [[1, 2], [3, 4]]: 4 against −4');
  });

  const rendered: [string, string, string][] = [
    ['a = b', '$a = b$', 'a = b'],
    ['a &= b \\\\ c &= d', '$$a &= b \\\\ c &= d$$', '\\begin{aligned}a &= b \\\\ c &= d\\end{aligned}'],
    ['a &= b', '\\begin{align*}a &= b\\end{align*}', '\\begin{aligned}a &= b\\end{aligned}'],
    ['a = b \\label{eq:1}', '\\begin{equation}a = b \\label{eq:1}\\end{equation}', '\\begin{gathered}a = b \\end{gathered}'],
    ['A \\& B', '$A \\& B$', 'A \\& B'],
    ['\\begin{pmatrix}1 & 2\\end{pmatrix}', '$\\begin{pmatrix}1 & 2\\end{pmatrix}$', '\\begin{pmatrix}1 & 2\\end{pmatrix}'],
  ];
  for (const [tex, source, expected] of rendered) it(`renders ${source}`, () => assert.equal(renderable(tex, source), expected));
});

function link(verdict: Verdict, more: Partial<Link> = {}): Link {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const evidence = verdict === 'verified' ? { seed: 1, points: 40, maxError: 0 } : undefined;
  return { range, lhs: 'a', relation: '=', rhs: 'b', kind: 'claim', verdict, message: '', code: 'verified', assumptions: [], reading: [], evidence, ...more };
}
