/** The first minutes: a sample with a real wrong gradient, opened as a document of its own. */
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { Parts } from './parts';

export function registerWelcome({ context }: Parts): Disposable[] {
  const sample = Uri.joinPath(context.extensionUri, 'media', 'walkthrough', 'sample.md');
  return [
    commands.registerCommand('gradlens.openSample', async () => {
      const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
  ];
}
