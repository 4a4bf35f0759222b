/**
 * Slips and their repairs, one row each: a right document, the slip that is made in it, and the message of the repair. The repair,
 * applied, must verify, and give the right line back, or what stands after `gives`.
 */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import type { Edit, Link } from '../../src/report';
import { lineIndex } from '../../src/text';

interface Row { document: string; slip: [string, string]; says: string; gives?: string; macros?: boolean }

const LOGISTIC = 'Let $\\hat{y} = \\frac{1}{1 + e^{-z}}$ and $L = -(y \\ln \\hat{y} + (1 - y) \\ln(1 - \\hat{y}))$.';
const SOFTMAX = 'Let $S = \\sum_{k=1}^K e^{z_k}$ and $p_i = \\frac{e^{z_i}}{S}$.';
const LEAST = 'Let $A \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $b \\in \\mathbb{R}^m$.';
const BATCH = 'Let $\\mu = \\frac{1}{n} \\sum_{j=1}^n x_j$ and $u_i = x_i - \\mu$.';

const ROWS: Row[] = [
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial \\hat{y}}{\\partial z} = \\hat{y} (1 - \\hat{y})$$`, slip: ['(1 - \\hat{y})$$', '(1 \\hat{y})$$'], says: 'Lost minus: `- \\hat{y}`' },
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial L}{\\partial \\hat{y}} = -\\left( \\frac{y}{\\hat{y}} - \\frac{1 - y}{1 - \\hat{y}} \\right)$$`, slip: ['{\\hat{y}} - \\frac{1 - y}', '{\\hat{y}} \\frac{1 - y}'], says: 'Lost minus: `- \\frac{1 - y}{1 - \\hat{y}}`' },
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y$$`, slip: ['\\hat{y} - y$$', '\\hat{y} + y$$'], says: 'The other sign: `- y`' },
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y$$`, slip: ['\\hat{y} - y$$', 'y - \\hat{y}$$'], says: 'The other way round: `\\hat{y} - y`' },
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y$$`, slip: ['= \\hat{y} - y$$', '= \\hat{y}$$'], says: 'The term `- y` is missing' },
  { document: `${LOGISTIC}\n\n$$\\frac{\\partial \\hat{y}}{\\partial z} = \\hat{y} (1 - \\hat{y})$$`, slip: ['\\hat{y} (1 - \\hat{y})$$', '\\hat{y} \\hat{y}$$'], says: '`1 - \\hat{y}`, not `\\hat{y}`', gives: '(1 - \\hat{y}) \\hat{y}$$' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial S}{\\partial z_j} = e^{z_j}$$`, slip: ['\\partial z_j}', '\\partial z_i}'], says: 'Derivative by `z_j`, not `z_i`' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j)$$`, slip: ['p_i (\\delta_{ij} - p_j)', 'p_i (\\delta_{ij} - p_i)'], says: '`p_j`, not `p_i`', gives: 'p_j (\\delta_{ij} - p_i)' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j)$$`, slip: ['p_i (\\delta', '(\\delta'], says: 'The factor `p_i` is missing' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial}{\\partial z_j} \\ln p_i = \\frac{1}{p_i} \\frac{\\partial p_i}{\\partial z_j} = \\frac{1}{p_i} p_i (\\delta_{ij} - p_j) = \\delta_{ij} - p_j$$`, slip: ['= \\frac{1}{p_i} p_i', '= p_i'], says: 'The factor `\\frac{1}{p_i}` is missing' },
  { document: `${BATCH}\n\n$$\\frac{\\partial L}{\\partial x_i} = \\sum_{j=1}^n \\frac{\\partial L}{\\partial u_j} \\frac{\\partial u_j}{\\partial x_i}$$`, slip: ['\\sum_{j=1}^n \\frac', '\\sum_{i=1}^n \\frac'], says: 'Sum over j, not i' },
  { document: `${BATCH}\n\n$$\\frac{\\partial \\mu}{\\partial x_i} = \\frac{1}{n}$$`, slip: ['= \\frac{1}{n}$$', '= 1$$'], says: 'Factor `\\frac{1}{n}` missing', gives: '= \\frac{1}{n} 1$$' },
  { document: `${BATCH}\n\n$$\\sum_{i=1}^n u_i^2 = \\sum_{i=1}^n x_i^2 - n \\mu^2$$`, slip: ['- n \\mu^2$$', '- n \\mu$$'], says: 'The square on `\\mu` is lost' },
  { document: `${BATCH}\n\n$$\\sum_{i=1}^n u_i^2 = \\sum_{i=1}^n x_i^2 - n \\mu^2$$`, slip: ['- n \\mu^2$$', '- \\mu^2$$'], says: 'Factor `n` missing' },
  { document: `${LEAST} Let $f(x) = \\| A x - b \\|^2$.\n\n$$\\nabla f(x) = 2 A^\\top (A x - b)$$`, slip: ['= 2 A^', '= A^'], says: 'Factor `2` missing' },
  { document: `${LEAST} Let $f(x) = \\| A x - b \\|^2$.\n\n$$\\nabla f(x) = 2 A^\\top (A x - b)$$`, slip: ['A^\\top (A x - b)', 'A^\\top (A x + b)'], says: 'The other sign: `- b`' },
  { document: 'Let $A \\in \\mathbb{R}^{n \\times n}$, $x \\in \\mathbb{R}^n$.\n\n$$\\frac{\\partial}{\\partial x} (x^\\top A x) = x^\\top (A + A^\\top)$$', slip: ['(A + A^\\top)', '(A - A^\\top)'], says: 'The other sign: `+ A^\\top`' },
  { document: `${LEAST}\n\n$$(A x)^\\top b = x^\\top A^\\top b$$`, slip: ['x^\\top A^\\top b$$', 'x^\\top A b$$'], says: 'Transpose missing on `A`' },
  { document: '$$\\frac{d}{dx} x^3 = 3 x^2$$', slip: ['= 3 x^2', '= 3 x^3'], says: 'The power is 2, not 3' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j)$$`, slip: ['p_i (\\delta_{ij} - p_j)', 'p_i \\delta_{ij} - p_j'], says: 'Brackets lost: `(\\delta_{ij} - p_j)`', gives: 'p_i (\\delta_{ij} - p_j)' },
  { document: '$A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 3 \\end{pmatrix}$.\n\n$$A^{-1} = \\frac15 \\begin{pmatrix} 3 & -1 \\\\ -1 & 2 \\end{pmatrix}$$', slip: ['3 & -1 \\\\ -1 & 2', '-1 & 3 \\\\ -1 & 2'], says: 'Swapped: `3` and `-1`' },
  { document: 'Let $h(t) = t^3 - 4 t$.\n\n$$h\'(t) = 3 t^2 - 4$$', slip: ['- 4$$', '- 9$$'], says: '4, not 9' },
  { document: 'Let $\\ell = k \\ln t - n t$.\n\n$$\\frac{\\partial \\ell}{\\partial t} = \\frac{k}{t} - n$$', slip: ['\\frac{k}{t} - n', 'k - n'], says: 'The factor `\\frac{1}{t}` is missing', gives: '\\frac{1}{t} k - n' },
  { document: '$$\\cos^2 t - \\sin^2 t = \\cos(2 t)$$', slip: ['\\cos(2 t)', '2 \\cos(t)'], says: '`\\cos(2 t)`: the number belongs into the argument' },
  { document: 'Let $a, b > 0$.\n\n$$\\int_0^1 \\frac{b}{a + b t} dt = \\ln(a + b) - \\ln a$$', slip: ['\\ln(a + b) -', '\\ln a + \\ln b -'], says: '`\\ln(a + b)`, not `\\ln a + \\ln b`' },
  { document: 'Let $x_{t+1} = x_t - \\eta a x_t$.\n\n$$x_{t+1}^2 = (1 - \\eta a)^2 x_t^2$$', slip: ['(1 - \\eta a)^2', '(1 - \\eta a^2)'], says: 'The power of `a^2` belongs on the bracket' },
  { document: 'Let $W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$ and $y_i = \\sum_j W_{ij} x_j$.\n\n$$\\frac{\\partial L}{\\partial W_{ij}} = \\frac{\\partial L}{\\partial y_i} x_j$$', slip: ['y_i} x_j', 'y_j} x_i'], says: 'The letters i and j have changed places' },
  { document: 'Let $Q, A \\in \\mathbb{R}^{n \\times n}$ and $B = Q^T A Q$.\n\n$$B^T = Q^T A^T Q$$', slip: ['= Q^T A^T Q', '= Q A^T Q^T'], says: 'Both turned: `Q^T … Q`' },
  { document: 'Let $h = o \\tanh(c)$.\n\n$$\\frac{\\partial h}{\\partial o} = \\tanh(c)$$', slip: ['= \\tanh(c)$$', '= c$$'], says: '`\\tanh(c)`, not `c`' },
  { document: 'Let $X \\in \\mathbb{R}^{n \\times d}$ and $H = X (X^T X)^{-1} X^T$.\n\n$$\\operatorname{tr}(H) = d$$', slip: ['= d$$', '= n$$'], says: '`d`, not `n`' },
  { document: `${SOFTMAX}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j)$$`, slip: ['(\\delta_{ij} - p_j)', '(1 - p_j)'], says: '`\\delta_{ij}`, not 1' },
  { document: '$$\\frac{d}{dx} \\sin x = \\cos x$$', slip: ['= \\cos x', '= \\sin x'], says: '`\\cos`, not `\\sin`' },
  { document: '$$\\frac{d}{dx} \\tanh x = 1 - \\tanh^2 x$$', slip: ['\\tanh^2 x', '\\tanh x'], says: 'The square on `\\tanh x` is lost' },
  { document: '$$\\frac{d}{dx} \\sqrt{x} = \\frac{1}{2 \\sqrt{x}}$$', slip: ['{2 \\sqrt{x}}', '{2 x}'], says: 'The root of `x` is lost' },
  { document: '$$\\frac{d}{dx} e^{2x} = 2 e^{2x}$$', slip: ['= 2 e', '= -2 e'], says: 'The minus before `2 e^{2x}` is too much' },
  { document: '$$(a - b)^2 = a^2 - 2 a b + b^2$$', slip: ['- 2 a b', '- a b'], says: 'Factor `2` missing' },
  { document: '$$(a - b)^2 = a^2 - 2 a b + b^2$$', slip: ['+ b^2', '- b^2'], says: 'The other sign: `+ b^2`' },
  { document: '$$\\frac{a}{b} + \\frac{b}{a} = \\frac{a^2 + b^2}{a b}$$', slip: ['+ b^2}', 'b^2}'], says: 'Lost plus: `+ b^2`' },
  { document: '$$\\sum_{k=1}^{n} k = \\frac{n (n + 1)}{2}$$', slip: ['(n + 1)', '(n - 1)'], says: 'The other sign: `+ 1`' },
  { document: `${LOGISTIC}\n\n$$\\hat{y} (1 - \\hat{y}) \\le \\frac{1}{4}$$`, slip: ['\\le \\frac{1}{4}', '\\ge \\frac{1}{4}'], says: 'The other direction: `\\le`' },
  { document: '$$(a - b)^2 \\ge 0$$', slip: ['\\ge 0', '> 0'], says: 'Not strict: equality is reached, so `\\ge`' },
  { document: 'Let $z = m + e^{r} \\varepsilon$ and $L = z^2$.\n\n$$\\frac{\\partial L}{\\partial r} = 2 z (z - m)$$\n\n$$2 \\frac{\\partial z}{\\partial r} = 2 (z - m)$$', slip: ['= 2 (z - m)', '= z - m'], says: 'Factor `2` missing' },
  { document: 'Let $g, c, o \\in \\mathbb{R}^n$, $h = o \\odot c$ and $E = g^T (h \\odot g)$.\n\n$$\\frac{\\partial E}{\\partial c} = g \\odot g \\odot o$$', slip: ['g \\odot g \\odot o', 'g \\odot g'], says: 'The factor `o` is missing' },
  { document: 'Let $A \\in \\mathbb{R}^{n \\times n}$, $x \\in \\mathbb{R}^n$, $a, b \\in \\mathbb{R}$ and $f(x) = \\frac{a}{2} \\|A x\\|^2 + \\frac{b}{2} \\|x\\|^2$.\n\n$$\\nabla^2 f(x) = a A^T A + b I$$', slip: ['a A^T A + b I', 'b A^T A + a I'], says: '`b` and `a` have changed places' },
  { document: 'Let $f(x) = \\max(0, x)$.\n\n$$f\'(x) = \\mathbb{1}\\{x > 0\\}$$', slip: ['x > 0', 'x < 0'], says: 'The other direction: `>`' },
  { document: 'Let $v \\in \\mathbb{R}^n$ and $Q \\in \\mathbb{R}^{n \\times n}$.\n\n$$v^T Q v = \\sum_{i=1}^n \\sum_{j=1}^n v_i Q_{ij} v_j$$', slip: ['\\sum_{j=1}^n v_i', 'v_i'], says: 'Sum over j missing', gives: '\\sum_{j} v_i' },
  { document: '$$\\ln 3 \\approx 1.0986$$', slip: ['1.0986', '1.0968'], says: 'It comes to 1.0986' },
  { document: '$$\\frac{32 + 4 - 5}{1} + 1 = 32$$', slip: ['= 32', '= 31'], says: 'It comes to 32' },
  { document: '\\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}\n\\[ \\pd{}{x} (x^2 y) = 2 x y \\]', slip: ['= 2 x y', '= x y'], says: 'Factor `2` missing', macros: true },
];

function linksOf(text: string, language: 'markdown' | 'latex'): Link[] {
  return [...createChecker().check({ path: 'homework', language, text })].flatMap(({ equation }) => equation.links);
}

function applied(text: string, edits: readonly Edit[]): string {
  const { starts } = lineIndex(text);
  const offsetOf = ({ line, character }: Edit['range']['start']): number => starts[line] + character;
  const places = edits.map(({ range, text: put }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), put })).sort((a, b) => b.start - a.start);
  return places.reduce((out, { start, end, put }) => out.slice(0, start) + put + out.slice(end), text);
}

const squash = (tex: string): string => tex.replace(/\s+/g, '');

describe('repair', function () {
  this.timeout(10_000);
  for (const { document, slip: [right, wrong], says, gives, macros } of ROWS) {
    it(`${right} ⇒ ${wrong}: ${says}`, () => {
      const language = macros ? 'latex' : 'markdown';
      assert.ok(document.includes(right), 'the slip is made in the document');
      const spoiled = document.replace(right, () => wrong);
      const refuted = linksOf(spoiled, language).find((link) => link.verdict === 'refuted');
      assert.ok(refuted, 'the spoiled line is refuted');
      assert.equal(refuted.repair?.message, says);
      const repaired = applied(spoiled, refuted.repair?.edits ?? []);
      assert.equal(squash(repaired), squash(gives ? document.replace(right, () => gives) : document));
      const again = linksOf(repaired, language).find((link) => link.range.start.line === refuted.range.start.line && link.range.start.character === refuted.range.start.character);
      assert.equal(again?.verdict, 'verified');
    });
  }

  it('is offered only where something is wrong', () => {
    const offered = [...new Set(ROWS.map((row) => row.document))].flatMap((document) => linksOf(document, document.startsWith('\\') ? 'latex' : 'markdown')).filter((link) => link.repair);
    assert.deepEqual(offered, []);
  });

  it('says once what spoils two steps of a chain', () => {
    const text = `${SOFTMAX}\n\n$$\\frac{1}{p_i} \\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j) = \\delta_{ij} - p_j$$`;
    const [first, second] = linksOf(text, 'markdown').slice(-2);
    assert.equal(first.repair?.message, 'The factor `\\frac{1}{p_i}` is missing');
    assert.deepEqual(second.repair, { message: 'As in the step before: the factor `\\frac{1}{p_i}` is missing', edits: first.repair?.edits });
  });
});

describe('strength', () => {
  it('counts the altered versions that are caught, on demand', () => {
    const source = { path: 'homework', language: 'markdown' as const, text: `${SOFTMAX}\n\n$$\\frac{\\partial p_i}{\\partial z_j} = p_i (\\delta_{ij} - p_j)$$` };
    const last = [...createChecker().check(source, { strength: true })].at(-1)?.equation.links[0];
    assert.deepEqual(last?.evidence?.strength, { altered: 16, caught: 16 });
    assert.equal([...createChecker().check(source)].at(-1)?.equation.links[0].evidence?.strength, undefined);
  });
});
