/** Checks as scripts. `SCRIPTS_TO=FOLDER` writes those of the whole corpus, for test/oracle/run_scripts.py to run. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createChecker, type LinkPlace } from '../../src/checker';
import type { Source } from '../../src/report';
import { type DialectName, type Script, writeScript } from '../../src/script';

const checker = createChecker();
const dialects: DialectName[] = ['numpy', 'pytorch'];

/** The scripts of all that is verified or refuted, by equation and link. */
function scriptsOf(source: Source, dialect: DialectName): [place: string, script: Script][] {
  return [...checker.check(source)].flatMap(({ index, equation: { links } }) =>
    [...links.keys()].filter((at) => ['verified', 'refuted'].includes(links[at].verdict)).map((at): [string, Script] => [`${index}-${at}`, scriptOf(source, { equation: index, link: at }, dialect)]));
}

/** As the editor has it: the point crosses from one thread to another. */
function scriptOf(source: Source, place: LinkPlace, dialect: DialectName): Script {
  const point = structuredClone(checker.point(source, place));
  return 'problem' in point ? point : writeScript(point, dialect);
}

function lastScript(text: string, dialect: DialectName): string {
  const [, script] = scriptsOf({ path: 'hw.md', language: 'markdown', text }, dialect).at(-1)!;
  assert.ok('code' in script, JSON.stringify(script));
  return script.code;
}

const matrices = 'Let $X \\in \\mathbb{R}^{n \\times d}$, $y \\in \\mathbb{R}^n$ and $J(w) = \\frac12 (X w - y)^\\top (X w - y)$ for $w \\in \\mathbb{R}^d$.\n\n';

/** A document whose last link is shown, and lines of its scripts. */
const ROWS: [name: string, text: string, numpy: string[], pytorch: string[]][] = [
  ['matrix products', `${matrices}$$\\nabla J(w) = X^\\top (X w - y)$$`, ['right = X.T @ (X @ w - y)'], ['right = X.T @ (X @ w - y)']],
  ['a definition by its own line', '$p_i = e^{z_i} / \\sum_k e^{z_k}$. $\\sum_i p_i = 1$', ["left = np.einsum('i->', p)"], ["left = torch.einsum('i->', p)"]],
  ['a derivative', '$f(x) = x^2$. $f\'(x) = 3x$', ['def jacobian(f, x):', 'left = along_argument(x)', 'x = np.array(1.0)'], ['x = torch.tensor(1.0)']],
  ['powers and functions', '$\\sin^2 x + \\cos^2 x = 1$', ['left = np.sin(x) ** 2 + np.cos(x) ** 2'], ['left = torch.sin(x) ** 2 + torch.cos(x) ** 2']],
  ['plain numbers', '$1 + 1 = 3$', ['left = np.array(float(1 + 1))', 'right = np.array(3.0)'], ['left = torch.tensor(float(1 + 1))']],
];

/** What no script is written for says so in a sentence. */
const REFUSED: [text: string, problem: RegExp][] = [
  ['$\\frac{d}{dx} f(x)^2 = 2 f(x) f\'(x)$', /^It rests on f, a function of which nothing is known but that it is smooth: that cannot be written/],
  ['Let $X \\sim N(\\mu, \\sigma^2)$. $E[X^2] = \\mu^2 + \\sigma^2$', /^It takes an expectation/],
  ['$\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1$', /^It takes a limit/],
];

describe('scripts', () => {
  for (const [name, text, numpy, pytorch] of ROWS) {
    it(`write ${name}`, () => {
      for (const [dialect, lines] of [['numpy', numpy], ['pytorch', pytorch]] as const) {
        const written = lastScript(text, dialect).split('\n');
        for (const line of lines) assert.ok(written.includes(line), `${line}\nis not in\n${written.join('\n')}`);
      }
    });
  }

  for (const [text, problem] of REFUSED) {
    it(`say why there is none: ${text}`, () => {
      const [, script] = scriptsOf({ path: 'hw.md', language: 'markdown', text }, 'numpy').at(-1)!;
      assert.match('problem' in script ? script.problem : script.code, problem);
    });
  }

  it('say so where nothing was checked', () => {
    const script = scriptOf({ path: 'hw.md', language: 'markdown', text: '$x = 1$' }, { equation: 0, link: 0 }, 'numpy');
    assert.deepEqual(script, { problem: 'Nothing was checked here, so there is no check to copy.' });
  });

  it('let nothing of the document out of a comment or into a name', () => {
    const code = lastScript('$$x_{\\text{import os}}\n+ \u2028 y = y\r + x_{\\text{import os}}$$', 'numpy');
    for (const line of code.split(/[\n\r\u2028\u2029\u0085]/)) assert.match(line, /^(?:#|import numpy as np$|[\w ]+ = |print\('(?:left|right):|$)/);
  });

  const folders = process.env.SCRIPTS_TO ? ['samples', 'test/corpus'] : ['samples'];
  for (const file of folders.flatMap((folder) => fs.readdirSync(folder).filter((name) => /\.(?:md|tex)$/.test(name)).map((name) => path.join(folder, name)))) {
    it(`are written for ${path.basename(file)}`, function () {
      this.timeout(60_000);
      const source: Source = { path: file, language: file.endsWith('.tex') ? 'latex' : 'markdown', text: fs.readFileSync(file, 'utf8') };
      for (const dialect of dialects) for (const [place, script] of scriptsOf(source, dialect)) {
        if ('problem' in script) assert.match(script.problem, /^[A-Z].*\.$/);
        else if (process.env.SCRIPTS_TO) keep(process.env.SCRIPTS_TO, `${path.basename(file)}-${place}-${dialect}.py`, script.code);
      }
    });
  }

  function keep(folder: string, name: string, code: string): void {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), code);
  }
});
