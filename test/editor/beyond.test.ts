/** What stands beside the text: the outline, the reports, the sample. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, settledLenses } from './help';

describe('beside the text', () => {
  afterEach(closeAll);

  it('the outline lists the equations', async () => {
    const { document } = await open('logistic.md');
    await settledLenses(document);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const equations = symbols.filter(({ kind }) => kind === vscode.SymbolKind.Operator);
    assert.ok(equations.some(({ name }) => name.startsWith('∂E/∂b = y − ')), equations.map(({ name }) => name).join('\n'));
  });

  it('a report can be handed on', async () => {
    await open('logistic.md');
    await vscode.commands.executeCommand('gradlens.exportReport', { format: 'markdown' });
    const text = vscode.window.activeTextEditor!.document.getText();
    assert.match(text, /# Gradlens on logistic\.md\n\n\d+ ✓ 1 ✗/);
    assert.match(text, /- ✗ `\\frac\{\\partial E\}\{\\partial b\} = y - \\hat y`: differs at/);
    assert.match(text, /they differ at .* against/);
  });

  it('a report can be handed on as a page', async () => {
    await open('logistic.md');
    const to = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'report.html');
    await vscode.commands.executeCommand('gradlens.exportReport', { format: 'html', to });
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(to));
    assert.match(page, /<title>Gradlens on logistic\.md<\/title>/);
    assert.match(page, /<math xmlns=/);
    assert.doesNotMatch(page, /<script|href="http|src=/);
    await vscode.workspace.fs.delete(to);
  });

  it('a report for a bug holds nothing of the document', async () => {
    const { document } = await open('logistic.md');
    await settledLenses(document);
    await vscode.commands.executeCommand('gradlens.copyReport');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /codes: .*differs 1/);
    assert.doesNotMatch(text, /partial|sigma|logistic/);
  });

  it('the sample holds one wrong gradient', async () => {
    await vscode.commands.executeCommand('gradlens.openSample');
    const found = await settledLenses(vscode.window.activeTextEditor!.document);
    assert.deepEqual(found.filter((lens) => /✗/.test(lens)).length, 1);
    assert.ok(found.filter((lens) => /✓/.test(lens)).length >= 2);
  });

  it('Quarto and R Markdown files are read, with or without extensions of their own', async () => {
    for (const name of ['notes.qmd', 'notes.Rmd']) {
      const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, name);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('---\ntitle: Notes\n---\n\n$$\n1 + 1 = 3\n$$\n'));
      const { document } = await open(name);
      assert.match((await settledLenses(document))[0], /^5: ✗/);
      await vscode.workspace.fs.delete(file);
    }
  });
});
