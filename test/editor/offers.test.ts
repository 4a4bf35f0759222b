/** What is offered beside a verdict: a line that settles it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fixesAt, hoverAt, lenses, placeOf, settledLenses, write } from './help';

describe('what a verdict waits for', () => {
  afterEach(closeAll);

  for (const [language, text, line] of [
    ['markdown', 'Now\n\n$$\nx^2 + 3 x = k x (x + 3)\n$$\n', '<!-- gradlens: k is real -->'],
    ['latex', 'Now\n\\[ x^2 + 3 x = k x (x + 3) \\]\n', '% gradlens: k is real'],
  ]) {
    it(`can be declared in ${language}`, async () => {
      const { document } = await write(text, language);
      const [lens] = await settledLenses(document);
      assert.match(lens, /: \? what is k\? .*\| Declare$/);
      const at = placeOf(document, 'k x');
      assert.match(await hoverAt(document, at.start), /Declare k is real/);
      const fix = (await fixesAt(document, at)).find(({ title }) => title === 'Declare: k is real');
      await vscode.workspace.applyEdit(fix!.edit!);
      assert.ok(document.getText().startsWith(text.replace(/^Now\n\n?/, (start) => `${start}${line}\n`).slice(0, 20)), document.getText());
      await eventually('a verdict', () => lenses(document), ([now]) => /✗ differs/.test(now));
    });
  }
});
