/** How long the editor has to wait. Runs first, while the extension is not yet active; prints what it measures, and fails only far over the mark. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/editor/start';
import { closeAll, eventually, write } from './help';
import { profiled } from './profile';

/** A test is no stopwatch: the figures are printed beside their marks, and only what takes this many milliseconds fails. */
const HANGS = 60_000;

describe('speed', () => {
  after(closeAll);

  it('activates at once', async () => {
    const extension = vscode.extensions.getExtension('gradlens.gradlens')!;
    assert.equal(extension.isActive, false, 'nothing was opened yet');
    const taken = await timed(() => extension.activate());
    console.log(`      of the activation in code of Gradlens: ${Math.round((extension.exports as Api).activation)} ms`);
    tell('activation', taken, 50);
  });

  it('reads and checks a homework of 50 KB', async () => {
    const { longest, total } = await profiled(readAndCheck);
    tell('longest hold of the extension host by Gradlens', longest, 16);
    console.log(`      all time of Gradlens in the extension host: ${Math.round(total)} ms`);
  });

  async function readAndCheck() {
    const content = longHomework(50_000);
    const shown = onceShown(content);
    const { document } = await write(content);
    const start = await shown;
    await eventually('an outline', () => known(document), (now) => now !== undefined);
    tell('outline, from which the lenses stand', performance.now() - start, 150);
    await eventually('a first verdict', () => known(document), (now) => now!.equations.some((equation) => equation));
    tell('first verdict', performance.now() - start, 300);
    await eventually(`${known(document)!.outline.items.length} verdicts`, () => known(document), (now) => now!.pending.size === 0);
    tell('all verdicts', performance.now() - start, 1000);
    const before = new Set(known(document)!.equations);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(6, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    const edited = performance.now();
    const touched = () => known(document)!.outline.items.findIndex(({ range }) => range.start.line >= 6);
    await eventually('the verdict of the edited line', () => known(document), (now) => now!.version === document.version && !now!.pending.has(touched()));
    tell('verdict of the edited line after a key, 150 ms of it for more keys', performance.now() - edited, 350);
    await eventually('verdicts after an edit', () => known(document), (now) => now!.version === document.version && now!.pending.size === 0);
    tell('all verdicts after a key', performance.now() - edited, 1150);
    const again = known(document)!.equations.filter((equation) => equation && !before.has(equation));
    assert.ok(again.length <= touchedByKey, `a key brought new verdicts of ${again.length} equations; the exercise that it is in has ${touchedByKey}`);
  }

  it('has a measure beside it', async () => {
    const taken = await timed(() => vscode.commands.executeCommand('markdown.api.render', longHomework(50_000)));
    console.log(`      VS Code's own rendering of the same Markdown: ${Math.round(taken)} ms`);
  });
});

/** When the extension can first know that the text is in front of the reader. */
function onceShown(content: string): Promise<number> {
  return new Promise((resolve) => {
    const listening = vscode.window.onDidChangeVisibleTextEditors((editors) => {
      if (!editors.some(({ document }) => document.getText() === content)) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
}

function known(document: vscode.TextDocument) {
  return vscode.extensions.getExtension<Api>('gradlens.gradlens')!.exports.checked(document);
}

async function timed(action: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function tell(what: string, milliseconds: number, mark: number) {
  console.log(`      ${what}: ${Math.round(milliseconds)} ms (mark ${mark})`);
  assert.ok(milliseconds < HANGS, `${what} took ${Math.round(milliseconds)} ms`);
}

/** Formulas of one section of the homework below. */
const touchedByKey = 4;

/** Sections that differ, so that nothing is known from the section before. */
function longHomework(size: number): string {
  let text = '# Homework\n';
  for (let n = 2; text.length < size; n++)
    text += `\n## Exercise ${n}\n\nLet $f(x) = ${n} x^3 + \\sin(${n} x)$ with real $x$. Some words about it, as a student would write them down.\n\n$$\nf'(x) = ${3 * n} x^2 + ${n} \\cos(${n} x)\n$$\n\nand so\n\n$$\n\\frac{d^2 f}{dx^2} = ${6 * n} x - ${n * n} \\sin(${n} x)\n$$\n`;
  return text;
}
