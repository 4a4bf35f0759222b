/** The report for whoever corrects the homework: all of it there, nothing else let in. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/checker';
import { type HandoutFormat, writeHandout } from '../../src/handout';
import { withLetters } from '../../src/handout/letters';

const checker = createChecker();

function written(text: string, format: HandoutFormat, title = 'hw.md'): string {
  const source = { path: title, language: 'markdown' as const, text };
  return writeHandout([{ title, text, outline: checker.outline(source), equations: [...checker.check(source)].map(({ equation }) => equation) }], format);
}

const HOMEWORK = 'Let $x \\in \\mathbb{R}^n$, $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$f(x) = x^\\top A x$$\n\n$$\\nabla f(x) = (A + A^\\top) x$$\n\n$$\\nabla f(x) = A x$$\n';

describe('a report as HTML', () => {
  const page = written(HOMEWORK, 'html');

  it('counts, and leads to what is wrong', () => {
    assert.match(page, /1 verified, 1 wrong, 0 undecided/);
    const [, id] = /<a href="#([^"]+)">line 7<\/a>: differs at/.exec(page)!;
    assert.ok(page.includes(`<article id="${id}">`));
  });

  it('holds each claim with its verdict, and no definition', () => {
    assert.deepEqual([...page.matchAll(/<article id="[^"]*">\n<h3>(.*)<\/h3>/g)].map(([, line]) => line), ['Line 5', 'Line 7']);
    assert.match(page, /aria-label="verified">✓<\/span> verified · 40 points/);
    assert.match(page, /aria-label="wrong">✗<\/span> differs at/);
  });

  it('names what stopped a check, with the lines that it stopped', () => {
    const stopped = written('$$x = x$$\n\n$$x^2 + 3 x = k x (x + 3)$$\n\n$$y = y$$', 'html');
    const [, list] = /<h3>What was not checked<\/h3>\n<ul>\n([^]*?)\n<\/ul>/.exec(stopped)!;
    assert.match(list, /what is k\?[^<]*: <a href="#[^"]+">line 3<\/a>/);
    assert.doesNotMatch(page, /not checked/);
  });

  it('shows the counterexample and marks the entries that differ', () => {
    assert.match(page, /<th scope="row">left side<\/th><td><table class="matrix"><tbody><tr>(<td>(<mark>)?[−\d.]+(<\/mark>)?<\/td>)+<\/tr>/);
    assert.match(page, /<mark>/);
  });

  it('draws with MathML', () => assert.match(page, /<math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML" display="block">/));

  it('needs nothing beside itself, and lets nothing of the homework in as markup', () => {
    const wicked = written('$$\\text{<script>alert(1)</script>} x = 2 x$$\n\n$$\\href{javascript:alert(1)}{y} = 2 y$$', 'html', '<img src=x onerror=alert(1)>.md');
    for (const html of [page, wicked]) {
      const shown = html.replace(/<annotation[^]*?<\/annotation>/g, '');
      assert.doesNotMatch(shown, /<script|<img|<link|href="(?!#)|\bsrc=(?!x onerror=alert\(1\)&gt;)/);
    }
  });
});

describe('a report as Markdown', () => {
  it('holds each claim with its verdict', () => {
    assert.match(written(HOMEWORK, 'markdown'), /^# Gradlens on hw\.md\n\n1 ✓ 1 ✗\n\n## Line 5\n\n\$\$\n\\nabla f\(x\) = \(A \+ A\^\\top\) x\n\$\$\n\n- ✓ /);
  });
});

describe('letters of other alphabets', () => {
  for (const [from, to] of [['<mi mathvariant="double-struck">R</mi>', '<mi>ℝ</mi>'], ['<mi mathvariant="bold">xA</mi>', '<mi>𝐱𝐀</mi>'], ['<mi mathvariant="script">L</mi>', '<mi>ℒ</mi>'], ['<mi mathvariant="normal">e</mi>', '<mi mathvariant="normal">e</mi>']])
    it(from, () => assert.equal(withLetters(from), to));
});
