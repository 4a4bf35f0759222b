/** The commands, and that no answer outlives the text that it was for. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Link } from '../../src/report';
import { closeAll, eventually, lenses, open, placeOf, problems, settledLenses, withSetting, write } from './help';

describe('commands', () => {
  afterEach(closeAll);

  it('check the equation at the cursor', async () => {
    const editor = await open('logistic.md');
    const at = placeOf(editor.document, '\\frac{\\partial E}{\\partial w}').start;
    editor.selection = new vscode.Selection(at, at);
    const links = await vscode.commands.executeCommand<Link[]>('gradlens.verify');
    assert.deepEqual(links.map(({ verdict }) => verdict), ['verified']);
  });

  it('check the selected relation of a chain', async () => {
    const editor = await write('$$\n(1 + 1)^2 = 2^2 = 5\n$$\n');
    const verdicts = async (piece: string) => {
      const { start, end } = placeOf(editor.document, piece);
      editor.selection = new vscode.Selection(start, end);
      return (await vscode.commands.executeCommand<Link[]>('gradlens.verify')).map(({ verdict }) => verdict);
    };
    assert.deepEqual(await verdicts('(1 + 1)^2 = 2^2'), ['verified']);
    assert.deepEqual(await verdicts('2^2 = 5'), ['refuted']);
    assert.deepEqual(await verdicts('(1 + 1)^2 = 2^2 = 5'), ['verified', 'refuted']);
  });

  it('say so where there is no equation', async () => {
    const editor = await open('logistic.md');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.deepEqual(await vscode.commands.executeCommand('gradlens.verify'), []);
  });

  it('are all there', async () => {
    const known = await vscode.commands.getCommands(true);
    const { contributes } = vscode.extensions.getExtension('gradlens.gradlens')!.packageJSON;
    for (const { command } of contributes.commands) assert.ok(known.includes(command), command);
  });
});

describe('checking', () => {
  afterEach(closeAll);

  it('shows no verdict of a text that was edited meanwhile', async () => {
    const editor = await write(`$$\n1 + 1 = 2\n$$\n${'$$\n\\sin^2 x + \\cos^2 x = 1\n$$\n'.repeat(60)}`);
    for (let i = 0; i < 8; i++) {
      await editor.edit((edit) => edit.replace(new vscode.Range(1, 0, 1, 20), i % 2 ? '1 + 1 = 2' : '1 + 1 = 3'));
      await new Promise((resolve) => setTimeout(resolve, 60 * i));
    }
    assert.match((await settledLenses(editor.document))[0], /^1: ✓/);
    await eventually('no problem', () => problems(editor.document), ({ length }) => length === 0);
  });

  it('leaves nothing behind of a document that was closed meanwhile', async () => {
    const { document } = await open('logistic.md');
    await lenses(document);
    await closeAll();
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(problems(document), []);
  });

  it('checks on saving when that is the setting', () =>
    withSetting('check', 'onSave', async () => {
      const editor = await open('logistic.md');
      await settledLenses(editor.document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await eventually('unchecked lenses', () => lenses(editor.document), (found) => found.every((lens) => /Verify/.test(lens)));
      await editor.document.save();
      await settledLenses(editor.document);
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
      await editor.document.save();
    }));

  it('leaves documents alone that are too large', () =>
    withSetting('maxFileSize', 1, async () => {
      const { document } = await write('$$\n1 + 1 = 2\n$$\n'.repeat(100));
      assert.deepEqual(await lenses(document), []);
    }));
});
