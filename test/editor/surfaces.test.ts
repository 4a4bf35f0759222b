/** What a student sees in the text: lenses, hovers, problems and their fixes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fixesAt, hoverAt, lenses, open, placeOf, problems, settledLenses, withSetting, write } from './help';

const wrongGradient = 'y - \\hat y';
const rightGradient = '(\\hat y - y) x\n$$\n\nand';

describe('lenses', () => {
  afterEach(closeAll);

  it('stand over every equation that claims something, and their number stays when the verdicts come', async () => {
    const { document } = await open('logistic.md');
    const first = await lenses(document);
    const settled = await settledLenses(document);
    assert.deepEqual(first.map((lens) => lens.split(':')[0]), settled.map((lens) => lens.split(':')[0]));
    assert.match(settled.find((lens) => lens.startsWith('11:'))!, /✓ verified/);
    assert.match(settled.find((lens) => lens.startsWith('17:'))!, /✗/);
  });

  it('read LaTeX as well', async () => {
    const { document } = await open('parabola.tex');
    const settled = await settledLenses(document);
    assert.match(settled.find((lens) => lens.startsWith('5:'))!, /✓ verified/);
    assert.match(settled.find((lens) => lens.startsWith('9:'))!, /✗/);
  });

  it('can be had at the cursor only, or not at all', async () => {
    const { document } = await open('logistic.md');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(11, 0, 11, 0);
    await withSetting('codeLens', 'atCursor', async () => assert.equal((await settledLenses(document)).length, 1));
    await withSetting('codeLens', 'off', async () => assert.deepEqual(await lenses(document), []));
  });

  it('offer the check where nothing is checked by itself', () =>
    withSetting('check', 'onDemand', async () => {
      const { document } = await write('$$\n1 + 1 = 2\n$$\n');
      assert.deepEqual(await lenses(document), ['1: Verify this gradient | Show']);
      await vscode.commands.executeCommand('gradlens.verifyAll');
      assert.match((await settledLenses(document))[0], /^1: ✓/);
    }));
});

describe('problems', () => {
  afterEach(closeAll);

  it('name what is refuted, in the smallest range', async () => {
    const { document } = await open('logistic.md');
    const [problem] = await eventually('a problem', () => problems(document), ({ length }) => length > 0);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.deepEqual((problem.code as { value: string }).value, 'differs');
    const page = await vscode.workspace.openTextDocument((problem.code as { target: vscode.Uri }).target);
    assert.match(page.getText(), /^# `differs`\nThe two sides come out differently/);
    assert.doesNotMatch(page.getText(), /not-published/);
    assert.ok(placeOf(document, `= ${wrongGradient}`).contains(problem.range), JSON.stringify(problem.range));
    assert.equal(problems(document).length, 1);
  });

  it('lead to where the symbols come from', async () => {
    const { document } = await open('logistic.md');
    const [problem] = await eventually('a problem', () => problems(document), ({ length }) => length > 0);
    const places = problem.relatedInformation!.map(({ location: { range }, message }) => `${range.start.line + 1} ${document.getText(range)}: ${message}`);
    assert.ok(places.includes('6 E: E is read as number from here'), places.join('\n'));
  });

  it('go when the equation is mended by its preferred fix', async () => {
    const { document } = await open('logistic.md');
    const [problem] = await eventually('a problem', () => problems(document), ({ length }) => length > 0);
    const fix = (await fixesAt(document, problem.range)).find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, 'there is a verified repair');
    await vscode.workspace.applyEdit(fix.edit);
    await eventually('no problem', () => problems(document), ({ length }) => length === 0);
    assert.match((await settledLenses(document)).find((lens) => lens.startsWith('17:'))!, /✓ verified/);
  });

  it('can be silenced by a comment', async () => {
    const { document } = await open('logistic.md');
    const [problem] = await eventually('a problem', () => problems(document), ({ length }) => length > 0);
    const fix = (await fixesAt(document, problem.range)).find(({ title }) => title.startsWith('Ignore'));
    await vscode.workspace.applyEdit(fix!.edit!);
    assert.match(document.getText(), /<!-- gradlens: ignore -->\n\$\$\n\\frac\{\\partial E\}\{\\partial b\}/);
    await eventually('no problem', () => problems(document), ({ length }) => length === 0);
  });

  it('wait while the line is being written', () =>
    withSetting('diagnosticsDelay', 1500, async () => {
      const editor = await write('$$\n1 + 1 = 2\n$$\n');
      await settledLenses(editor.document);
      await editor.edit((edit) => edit.replace(placeOf(editor.document, '= 2'), '= 3'));
      await eventually('a verdict', () => lenses(editor.document), ([lens]) => /✗/.test(lens));
      assert.deepEqual(problems(editor.document), []);
      await eventually('a problem', () => problems(editor.document), ({ length }) => length === 1);
    }));

  it('take their severity from the setting, and go with the document', async () => {
    const { document } = await open('logistic.md');
    await eventually('a problem', () => problems(document), ({ length }) => length > 0);
    await withSetting('diagnostics', 'error', () => eventually('an error', () => problems(document), ([problem]) => problem?.severity === vscode.DiagnosticSeverity.Error));
    await withSetting('diagnostics', 'off', () => eventually('nothing', () => problems(document), ({ length }) => length === 0));
    await closeAll();
    await eventually('nothing', () => problems(document), ({ length }) => length === 0);
  });
});

describe('hover', () => {
  afterEach(closeAll);

  it('shows the equation, its verdict and its reading anywhere in the mathematics', async () => {
    const { document } = await open('logistic.md');
    await settledLenses(document);
    for (const piece of [wrongGradient, '\\frac{\\partial E}{\\partial b}']) {
      const text = await hoverAt(document, placeOf(document, piece).start);
      assert.match(text, /!\[&#8706;E\/&#8706;b = .*\]\(data:image\/svg\+xml;base64,/);
      assert.match(text, /✗/);
      assert.match(text, /\| read as/);
      assert.match(text, /command:gradlens\.showInPanel/);
    }
    assert.match(await hoverAt(document, placeOf(document, rightGradient).start), /✓\*\* verified/);
  });

  it('draws with the macros of the document, and a broken one costs only itself', async () => {
    const macros = '\\newcommand{\\half}{\\frac12}\\newcommand{\\broken}{\\frac{}\n';
    const { document } = await write(`${macros}\n\\[ \\half x + \\broken = y \\]\n`, 'latex');
    await settledLenses(document);
    assert.match(await hoverAt(document, placeOf(document, '\\half x').start), /data:image\/svg/);
  });

  it('says nothing beside mathematics', async () => {
    const { document } = await open('logistic.md');
    assert.doesNotMatch(await hoverAt(document, placeOf(document, 'Its derivative').start), /gradlens|data:image/);
  });
});
