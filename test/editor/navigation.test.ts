/** Symbols of the mathematics, walked as those of a program. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, settledLenses } from './help';

describe('navigation', () => {
  afterEach(closeAll);

  async function at(piece: string, within = 0): Promise<[vscode.TextDocument, vscode.Position]> {
    const { document } = await open('logistic.md');
    await settledLenses(document);
    return [document, placeOf(document, piece).start.translate(0, within)];
  }

  it('goes to the definition of a symbol', async () => {
    const [document, position] = await at('E}{\\partial w}');
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, position);
    assert.equal(found.range.start.line, 5);
    assert.equal(document.getText(found.range), 'E');
  });

  it('finds every use of a name with a hat, and none without', async () => {
    const [document, position] = await at('\\hat y - y) x', 2);
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
    const gradlens = found.filter(({ range }) => document.getText(range) === '\\hat y');
    assert.ok(gradlens.length >= 5, `${gradlens.length} found`);
  });

  it('renames a symbol everywhere', async () => {
    const [document, position] = await at('\\hat y - y) x', 2);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, position, 'p');
    const texts = edit.get(document.uri).map(({ range, newText }) => `${document.getText(range)} ${newText}`);
    assert.ok(texts.length >= 5);
    assert.deepEqual([...new Set(texts)], ['\\hat y p']);
  });

  it('completes the symbols that are known', async () => {
    const [document, position] = await at('y - \\hat y');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
    assert.match(items.find(({ label }) => label === 'E')?.detail ?? '', /line 6/);
  });
});
