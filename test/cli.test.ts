/** The command line: exit codes, one clear line for what can not be checked, the JSON contract, and damaged homework. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createChecker } from '../src/checker';
import type { Link, Range, Report } from '../src/report';

const CLI = path.join(__dirname, '../../cli.js');
const VERDICTS = ['verified', 'refuted', 'undecided', 'definition', 'assumption'];
const KINDS = ['definition', 'derivative', 'claim', 'update-rule', 'numeric', 'inequality', 'limit', 'expectation', 'stationarity', 'shape', 'notation'];

let folder = '';
const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
/** Each letter stands twice for the one before it. */
const doubling = (letters: string): string => [...letters].slice(1).map((name, i) => `\\newcommand{\\${name}}{\\${letters[i]}+\\${letters[i]}}`).join('');
const put = (name: string, text: string | Buffer): string => { writeFileSync(path.join(folder, name), text); return name; };

describe('gradlens check', function () {
  this.timeout(60_000);
  before(() => { folder = mkdtempSync(path.join(tmpdir(), 'gradlens-')); });
  after(() => rmSync(folder, { recursive: true }));

  const CODES: [string, string, number][] = [
    ['right', '$f(x) = x^2$. $f\'(x) = 2x$.', 0],
    ['wrong', '$f(x) = x^2$. $f\'(x) = 3x$.', 1],
    ['undecided', '$\\frac{dg}{dx} = 3$', 0],
    ['without mathematics', 'Nothing to check.', 0],
    ['of white space', '\n\n', 0],
  ];
  for (const [name, text, code] of CODES) it(`exits with ${code} for what is ${name}`, () => assert.equal(run('check', put('hw.md', text)).status, code));

  it('exits with 1 when one of several files is wrong', () => {
    const files = CODES.map(([, text], i) => put(`${i}.md`, text));
    const { status, stdout } = run('check', ...files);
    assert.equal(status, 1);
    for (const file of files) assert.ok(stdout.includes(file));
  });

  it('shows each link with its line, its mark and why', () => {
    const { stdout } = run('check', put('hw.md', 'First.\n\n$f(x) = x^2$\n\n$f\'(x) = 3x$\n'));
    assert.match(stdout, /^hw\.md\n +3 · f\(x\) = x\^2\n.*\n +5 ✗ f'\(x\) = 3x\n +Differs at x = 1: 2 on the left, 3 on the right\.\n/);
    assert.match(stdout, /0 verified, 1 refuted, 0 undecided, 1 defining or assuming/);
  });

  it('reads the Markdown cells of a notebook, by the lines of the file', () => {
    const cells = [{ cell_type: 'markdown', metadata: {}, source: ['Let $f(x) = \\frac{x^2}{2}$.\n', 'Then $f\'(x) = 2x$.'] }, { cell_type: 'code', metadata: {}, source: ['print("$f\'(x) = 3x$")'] }];
    const { stdout, status } = run('check', put('hw.ipynb', JSON.stringify({ cells, nbformat: 4 }, null, 1)), '--format', 'json');
    const [{ equations }] = (JSON.parse(stdout) as Report).documents;
    assert.deepEqual(equations.map(({ range, links }) => [range.start.line, links[0].verdict]), [[6, 'definition'], [7, 'refuted']]);
    assert.equal(status, 1);
    const whole = run('check', put('one.ipynb', JSON.stringify({ cells: [{ cell_type: 'markdown', source: '$f(x) = x^2$.\n\n$f\'(x) = 2x$' }] })));
    assert.match(whole.stdout, /1 verified, 0 refuted/);
    assert.match(run('check', put('odd.ipynb', '{"cells": [null, 3, {"cell_type": "markdown"}, {"cell_type": "markdown", "source": ["$1 = 1$"]}]}')).stdout, /1 verified/);
    const { stderr, status: wrong } = run('check', put('none.ipynb', '{"a": 1}'));
    assert.match(stderr, /none\.ipynb is not a notebook that can be read: its JSON has no list of cells/);
    assert.equal(wrong, 2);
  });

  it('draws a rule into a file', () => {
    const place = `${put('rule.md', 'Gradient descent: $w \\leftarrow w - \\eta \\nabla_w L(w)$')}:1`;
    const { status, stdout } = run('plot', place, '--out', 'rule.svg');
    assert.equal(status, 0);
    assert.match(stdout, /^gradient descent on/);
    assert.match(readFileSync(path.join(folder, 'rule.svg'), 'utf8'), /^<svg /);
  });

  it('writes the check of a line as a script, the wrong one of several', () => {
    const { stdout, status } = run('script', `${put('hw.md', 'x\n\n$f(x) = x^2$. $f\'(x) = 2x$, $f\'(x) = 3x$\n')}:3`, '--as', 'pytorch');
    assert.match(stdout, /^# f'\(x\) = 3x\n# Gradlens: 2 on the left, 3 on the right\.\nimport torch\n/);
    assert.equal(status, 0);
  });

  it('writes a report, as its name says', () => {
    put('hw.md', '$f(x) = x^2$. $f\'(x) = 3x$.');
    assert.equal(run('report', 'hw.md', '--out', 'report.html').status, 1);
    assert.match(readFileSync(path.join(folder, 'report.html'), 'utf8'), /^<!DOCTYPE html>/);
    assert.match(run('report', 'hw.md').stdout, /^# Gradlens on hw\.md/);
  });

  // ── what can not be checked ──

  const REFUSED: [string, () => string[], RegExp][] = [
    ['nothing', () => [], /usage: gradlens check/],
    ['no file', () => ['check'], /no file given/],
    ['a missing file', () => ['check', 'nowhere.md'], /cannot read nowhere\.md: there is no such file/],
    ['a file in a file', () => ['check', `${put('a.md', 'x')}/b.md`], /cannot read a\.md\/b\.md/],
    ['a folder', () => { mkdirSync(path.join(folder, 'homework'), { recursive: true }); return ['check', 'homework']; }, /cannot read homework: it is a folder/],
    ['an empty file', () => ['check', put('empty.md', '')], /empty\.md is empty/],
    ['a binary file', () => ['check', put('picture.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))], /picture\.md is not a text file/],
    ['50 MB', () => ['check', sparse('large.md', 50 * 1024 * 1024)], /large\.md has 50 MB/],
    ['an unknown option', () => ['check', '--loud', put('hw.md', 'x')], /--loud/],
    ['an unknown command', () => ['prove', put('hw.md', 'x')], /unknown command "prove"/],
    ['a picture of no line', () => ['plot', put('hw.md', 'x'), '--out', 'a.svg'], /"hw\.md" names no line; write FILE:LINE/],
    ['a picture of nothing', () => ['plot', `${put('hw.md', 'x')}:1`, '--out', 'a.svg'], /nothing to draw at hw\.md:1: there is no equation on this line/],
    ['a picture without a name', () => ['plot', `${put('hw.md', 'x')}:1`], /--out PICTURE\.svg is missing/],
    ['a picture that can not be written', () => ['plot', `${put('rule.md', 'Gradient descent: $w \\leftarrow w - \\eta \\nabla_w L(w)$')}:1`, '--out', 'nowhere/a.svg'], /cannot write nowhere\/a\.svg/],
    ['two pictures', () => ['plot', 'a.md:1', 'b.md:1', '--out', 'a.svg'], /one picture at a time/],
    ['an unknown format', () => ['check', put('hw.md', 'x'), '--format', 'xml'], /unknown format "xml"/],
    ['a report in a folder that is not there', () => ['report', put('hw.md', '$1 = 2$'), '--out', 'nowhere/report.html'], /cannot write nowhere\/report\.html: there is no such file or folder/],
    ['a script of no line', () => ['script', put('hw.md', '$1 = 2$')], /which line\? usage/],
    ['a script of a line without a check', () => ['script', `${put('hw.md', 'x\n\n$1 = 2$')}:1`], /nothing verified or refuted in line 1 of hw\.md/],
    ['a script for an unknown library', () => ['script', `${put('hw.md', '$1 = 2$')}:1`, '--as', 'jax'], /unknown library "jax"; numpy and pytorch are known/],
    ['a script that cannot be written', () => ['script', `${put('hw.md', '$\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1$')}:1`], /It takes a limit: that cannot be written as a script yet/],
    ['a good file before a missing one', () => ['check', put('hw.md', '$1 = 1$'), 'nowhere.md'], /nowhere\.md/],
  ];
  for (const [name, args, message] of REFUSED) {
    it(`says in one line that it got ${name}, and exits with 2`, () => {
      const { status, stdout, stderr } = run(...args());
      assert.match(stderr, message);
      assert.match(stderr, /^gradlens: [^\n]+\n$/);
      assert.equal(stdout, '');
      assert.equal(status, 2);
    });
  }

  function sparse(name: string, size: number): string {
    const file = openSync(path.join(folder, name), 'w');
    ftruncateSync(file, size);
    closeSync(file);
    return name;
  }

  it('explains itself', () => {
    const { status, stdout } = run('--help');
    assert.match(stdout, /usage: gradlens check FILE/);
    assert.equal(status, 0);
  });

  // ── the contract ──

  const reported = (name: string, text: string | Buffer): Report => JSON.parse(run('check', put(name, text), '--format', 'json').stdout) as Report;
  const links = (report: Report): Link[] => report.documents.flatMap(({ equations }) => equations.flatMap((equation) => equation.links));

  function textAt(text: string, { start, end }: Range): string {
    const lines = text.split('\n');
    const offset = ({ line, character }: Range['start']) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    assert.ok(start.line >= 0 && end.line < lines.length && end.character <= lines[end.line].length, JSON.stringify({ start, end }));
    return text.slice(offset(start), offset(end));
  }

  const DOCUMENTS: [string, string][] = [
    ['hw.md', '# Gradients 🙂\n\nLet $f(x) = x^2$; then\n\n$$\\begin{aligned}\n f\'(x) &= 2 x \\\\\n &= x + \\left( x \\right) \\\\ &= 3 x\n\\end{aligned}$$\n\n- $x \\in \\mathbb{R}$, $|x| \\ge 0$\n- $\\sqrt 2 \\approx 1.41$\n'],
    ['hw.tex', '\\documentclass{article}\n\\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}\n\\begin{document}\n\\begin{align}\n L &= (w x - y)^2 \\\\\n \\pd{L}{w} &= 2 (w x - y) x % chain rule\n\\end{align}\n\\end{document}\n'],
  ];
  for (const [name, text] of DOCUMENTS) {
    it(`${name}: gives every link with its place and its members as written`, () => {
      const report = reported(name, text);
      assert.equal(report.version, 1);
      assert.equal(report.documents[0].path, name);
      for (const { range, tex } of report.documents[0].equations) assert.ok(textAt(text, range).includes(tex));
      assert.ok(links(report).length > 1);
      for (const link of links(report)) checkLink(text, link);
    });
  }

  function checkLink(text: string, link: Link): void {
    const written = textAt(text, link.range);
    assert.ok(written.startsWith(link.lhs) && written.endsWith(link.rhs) && written.includes(link.relation), written);
    assert.ok(VERDICTS.includes(link.verdict) && KINDS.includes(link.kind), `${link.verdict} ${link.kind}`);
    assert.match(link.message, /^[^\n]+$/);
    assert.ok(Array.isArray(link.assumptions) && link.assumptions.every((each) => typeof each === 'string'));
    for (const { symbol, kind, shape, domain } of link.reading) assert.ok(symbol && kind && domain && Array.isArray(shape));
    if (link.verdict === 'verified' || link.verdict === 'refuted') {
      assert.ok(link.evidence && Number.isInteger(link.evidence.seed) && link.evidence.points > 0 && link.evidence.maxError >= 0, link.message);
    }
    if (link.counterexample) assert.notDeepEqual(link.counterexample.left, link.counterexample.right);
    for (const { range } of link.repair?.edits ?? []) textAt(text, range);
  }

  it('gives the member before where a row begins with its relation', () => {
    const [, first, second, third] = links(reported(...DOCUMENTS[0]));
    assert.deepEqual([first, second, third].map(({ lhs, rhs }) => [lhs, rhs]), [["f'(x)", '2 x'], ['2 x', 'x + \\left( x \\right)'], ['x + \\left( x \\right)', '3 x']]);
  });

  it('says the same twice', () => assert.deepEqual(reported(...DOCUMENTS[0]), reported(...DOCUMENTS[0])));

  it('gives the exercises of long documents in their order, and says the same as when they are checked one by one', () => {
    const exercise = (n: number, words: string) => `## Exercise ${n}\n\nLet $f_{${n}}(x) = ${n} x^2$. ${words}\n\n$$f_{${n}}'(x) = ${n % 3 ? 2 * n : n} x$$\n\nand $f_{${n - 1}}(1) = ${n - 1}$.\n`;
    const long = (words: string) => ['# Homework\n', ...Array.from({ length: 12 }, (_, i) => exercise(i + 1, words.repeat(i % 4)))].join('\n');
    const texts = ['Words of a student. '.repeat(40), 'Other words, of the same. '.repeat(30)].map(long);
    const { documents } = JSON.parse(run('check', ...texts.map((text, i) => put(`long${i}.md`, text)), '--format', 'json').stdout) as Report;
    documents.forEach(({ path: name, equations }, i) => {
      assert.equal(name, `long${i}.md`);
      const alone = [...createChecker().check({ path: name, language: 'markdown', text: texts[i] })].map(({ equation }) => equation);
      assert.deepEqual(equations, JSON.parse(JSON.stringify(alone)));
    });
  });

  it('steps over a byte order mark', () => assert.equal(links(reported('bom.md', '\uFEFF$a + a = 2a$'))[0].range.start.character, 1));

  // ── damage ──

  const GOOD = '\n\n$f(x) = x^2$. $f\'(x) = 2x$.\n\n$f\'(x) = 3x$\n';
  const DAMAGE: [string, string][] = [
    ['an unclosed $', 'Let $x = 1 be given.'],
    ['an unclosed $$', '$$ x = 1'],
    ['an unclosed \\[', '\\[ x = 1'],
    ['an unclosed \\begin', '\\begin{align} x &= 1'],
    ['an unclosed \\begin in a formula', '$$\\begin{aligned} x &= 1$$'],
    ['a stray &', '$a & b = c &$'],
    ['a brace too many', '$a} = b$'],
    ['a brace too few', '$\\frac{a}{b = c$'],
    ['brackets that do not meet', '$(a + b] = c$'],
    ['a macro that calls itself', '\\newcommand{\\again}{\\again + 1}\n\n$\\again = 1$'],
    ['a macro that calls itself twice', '\\newcommand{\\again}{\\again\\again}\n\n$\\again = 1$'],
    ['macros that double each other twelve times', `\\newcommand{\\a}{x+x}${doubling('abcdefghijkl')}\n\n$\\l = 4096 x$`],
    ['10,000 nested braces', `$${'{'.repeat(10_000)}x${'}'.repeat(10_000)} = 1$`],
    ['10,000 nested fractions', `$${'\\frac{1}{'.repeat(10_000)}x${'}'.repeat(10_000)} = 1$`],
    ['10,000 nested brackets', `$${'('.repeat(10_000)}x${')'.repeat(10_000)} = 1$`],
    ['a row with a relation alone', '$$\\begin{aligned} a &= b \\\\ &= \\end{aligned}$$'],
    ['a relation alone', '$=$'],
  ];
  for (const [name, damage] of DAMAGE) {
    it(`${name} costs no more than its own equation`, () => {
      const before = process.cpuUsage();
      const inProcess = [...createChecker().check({ path: 'damage.md', language: 'markdown', text: damage + GOOD })];
      const { user, system } = process.cpuUsage(before);
      const found = links(reported('damage.md', damage + GOOD));
      assert.equal(found.length, inProcess.flatMap(({ equation }) => equation.links).length);
      assert.deepEqual(found.slice(-3).map(({ verdict }) => verdict), ['definition', 'verified', 'refuted']);
      for (const { verdict, code, message } of found.slice(0, -3)) assert.ok(!['verified', 'refuted'].includes(verdict) && code !== 'internal', message);
      assert.ok(user + system < 3_000_000, 'takes more than three seconds of the processor');
    });
  }
});
