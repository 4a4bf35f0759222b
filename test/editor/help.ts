/** Opens homework and waits for what Gradlens says about it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

export async function open(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders!;
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** A document that is nowhere on disk. */
export async function write(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

export async function closeAll() {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks again until the answer holds. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, holds: (answer: T) => boolean, limit = 15_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) assert.fail(`${what} did not come about; last seen: ${String(JSON.stringify(answer)).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The lenses as they read, one entry for each line of text: `17: ✗ differs | Fix`. */
export async function lenses({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 2000);
  const lines = new Map<number, string[]>();
  for (const { range, command } of found.filter((lens) => lens.command?.command.startsWith('gradlens.')))
    lines.set(range.start.line + 1, [...(lines.get(range.start.line + 1) ?? []), command!.title]);
  return [...lines].map(([line, titles]) => `${line}: ${titles.join(' | ')}`);
}

/** The lenses once no check is running any more. */
export function settledLenses(document: vscode.TextDocument): Promise<string[]> {
  return eventually('a verdict for every equation', () => lenses(document), (found) => found.length > 0 && !found.some((lens) => /Verify|…/.test(lens)));
}

export function problems({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Gradlens');
}

export async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

export async function fixesAt({ uri }: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, vscode.CodeActionKind.QuickFix.value);
}

/** Where a piece of the text stands. */
export function placeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const start = document.getText().indexOf(piece);
  assert.ok(start >= 0, `${piece} is not in ${path.basename(document.uri.path)}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + piece.length));
}

export async function withSetting<T>(name: string, value: unknown, action: () => Promise<T>): Promise<T> {
  const set = (wanted: unknown) => vscode.workspace.getConfiguration('gradlens').update(name, wanted, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    return await action();
  } finally {
    await set(undefined);
  }
}
