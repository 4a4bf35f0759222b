/** What is offered beside a verdict: a line that settles it, a script to run elsewhere. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fixesAt, hoverAt, lenses, open, placeOf, settledLenses, write } from './help';

describe('what a verdict waits for', () => {
  afterEach(closeAll);

  for (const [what, language, before, after, line] of [
    ['Markdown', 'markdown', 'Now\n\n', '$$\nx^2 + 3 x = k x (x + 3)\n$$\n', '<!-- gradlens: k is real -->'],
    ['a paragraph right under its heading', 'markdown', '# Now\n', 'Therefore\n$x^2 + 3 x = k x (x + 3)$\n', '<!-- gradlens: k is real -->'],
    ['LaTeX', 'latex', 'Now\n', '\\[ x^2 + 3 x = k x (x + 3) \\]\n', '% gradlens: k is real'],
  ]) {
    it(`can be declared in ${what}`, async () => {
      const text = before + after;
      const { document } = await write(text, language);
      const [lens] = await settledLenses(document);
      assert.match(lens, /: \? what is k\? .*\| Declare$/);
      const at = placeOf(document, 'k x');
      assert.match(await hoverAt(document, at.start), /Declare: k is real/);
      const fix = (await fixesAt(document, at)).find(({ title }) => title === 'Declare: k is real');
      await vscode.workspace.applyEdit(fix!.edit!);
      assert.equal(document.getText(), `${before}${line}\n${after}`);
      await eventually('a verdict', () => lenses(document), ([now]) => /✗ differs/.test(now));
    });
  }
});

describe('a check', () => {
  afterEach(closeAll);

  const copied = () => eventually('a script', async () => vscode.env.clipboard.readText(), (text) => /^print\('left/m.test(text));

  it('can be copied by a quick fix', async () => {
    const { document } = await open('logistic.md');
    await settledLenses(document);
    await vscode.env.clipboard.writeText('');
    const fix = (await fixesAt(document, placeOf(document, 'y - \\hat y'))).find(({ title }) => title === 'Copy check as NumPy');
    await vscode.commands.executeCommand(fix!.command!.command, ...fix!.command!.arguments!);
    assert.match(await copied(), /^# \\frac\{\\partial E\}\{\\partial b\} = y - \\hat y\n# Gradlens: .*\nimport numpy as np\n/);
  });

  it('can be copied at the cursor', async () => {
    const editor = await open('logistic.md');
    await settledLenses(editor.document);
    await vscode.env.clipboard.writeText('');
    const { start } = placeOf(editor.document, '\\frac{\\partial E}{\\partial w}');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('gradlens.copyAsPytorch');
    assert.match(await copied(), /^import torch$/m);
  });
});

describe('a line that holds up to transpose', () => {
  afterEach(closeAll);

  it('can be written in the other layout', async () => {
    const { document } = await write('Let $W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$.\n\n$$\n\\frac{\\partial (W x)}{\\partial x} = W^\\top\n$$\n');
    assert.match((await settledLenses(document)).at(-1)!, /✓ verified · 40 points · up to transpose/);
    const [fix] = await fixesAt(document, placeOf(document, 'W^'));
    assert.equal(fix.title, 'Write in the other layout: W (verified)');
    await vscode.workspace.applyEdit(fix.edit!);
    assert.match((await settledLenses(document)).at(-1)!, /✓ verified · 40 points \|/);
  });
});
