/** The same extension in the browser's own extension host, where there is no Node. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDesk, root } from './help';

describe('the extension in a browser', () => {
  it('checks, draws and lists as on the desktop', async () => {
    const extension = withoutNode();
    const desk = await openDesk({ extension: undefined, developed: extension });
    try {
      await desk.open(desk.file('logistic.md'));
      await desk.lens(/✓ verified/).waitFor();
      await desk.lens(/✗/).waitFor();
      await desk.hoverOver('(\\hat y - y)', 60);
      await desk.page.locator('.monaco-hover img').first().waitFor();
      await desk.run('Gradlens: Open Equation Panel');
      await desk.panel().locator('.equation.refuted .katex').first().waitFor();
    } finally {
      await desk.close();
      fs.rmSync(extension, { recursive: true });
    }
  });
});

/** A copy without its entry for Node, so that the workbench has no choice. */
function withoutNode(): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-browser-'));
  for (const name of ['dist', 'media', 'package.nls.json']) fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  const { main: _, ...manifest } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify(manifest));
  return copy;
}
