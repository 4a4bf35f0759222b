/** Markdown cells of a notebook go on from one another. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/editor/start';
import { closeAll, eventually, problems } from './help';

describe('notebooks', () => {
  afterEach(closeAll);

  const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown');
  const verdicts = (document: vscode.TextDocument) =>
    vscode.extensions.getExtension<Api>('gradlens.gradlens')!.exports.checked(document)?.equations.flatMap((equation) => equation?.links.map(({ verdict }) => verdict) ?? []) ?? [];

  it('are read as one document', async () => {
    const code = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'f = lambda x: x ** 2', 'python');
    const data = new vscode.NotebookData([cell('Let $f(x) = x^2$.'), code, cell("So\n\n$f'(x) = 2x$ and $f'(x) = 3x$")]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const [first, , last] = notebook.getCells().map(({ document }) => document);
    await eventually('verdicts', () => verdicts(last), (found) => found.length === 2);
    assert.deepEqual([verdicts(first), verdicts(last)], [['definition'], ['verified', 'refuted']]);
    const [problem] = await eventually('a problem', () => problems(last), ({ length }) => length === 1);
    assert.equal(problem.range.start.line, 2);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(first.uri, new vscode.Range(0, 0, 0, 99), 'Let $f(x) = \\frac{3}{2} x^2$.');
    await vscode.workspace.applyEdit(edit);
    await eventually('other verdicts', () => verdicts(last), (found) => found.join(' ') === 'refuted verified');
  });
});
