/** Names coloured by their kind. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, settledLenses, withSetting, write } from './help';

describe('colours', () => {
  afterEach(closeAll);

  const text = 'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$.\n\n$$\n2 X w = X w + 2 X w\n$$\n';

  it('tell the kinds of names apart where they are asked for', () =>
    withSetting('colours', true, async () => {
      const { document } = await write(text);
      await settledLenses(document);
      const tokens = await eventually('tokens', () => tokensOf(document), ({ length }) => length > 0);
      assert.deepEqual(tokens.filter(({ line }) => line === 3).map(({ text, type }) => `${text} ${type}`).slice(0, 2), ['X mathMatrix', 'w mathVector']);
    }));

  it('are off at first', async () => {
    const { document } = await write(text);
    await settledLenses(document);
    assert.deepEqual(await tokensOf(document), []);
  });
});

async function tokensOf(document: vscode.TextDocument): Promise<{ line: number; text: string; type: string }[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  const found: { line: number; text: string; type: string }[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < (tokens?.data.length ?? 0); at += 5) {
    const [lines, characters, length, type] = tokens!.data.slice(at, at + 4);
    [line, character] = [line + lines, lines > 0 ? characters : character + characters];
    found.push({ line, text: document.getText(new vscode.Range(line, character, line, character + length)), type: legend.tokenTypes[type] });
  }
  return found;
}
