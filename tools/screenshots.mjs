// npm run screenshots [-- FOLDER]: pictures of the real thing. The one for the README goes to media/; with a folder, the same scene in every
// theme goes there, to be looked at.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './npm.mjs';
import { openWorkbench } from './workbench.mjs';

const themes = { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' };

const [folder] = process.argv.slice(2);
if (folder) for (const name of Object.keys(themes)) await take(name, path.join(folder, `${name}.png`));
else await take('light', path.join(projectRoot, 'media', 'gradlens.png'));

/** Lens, squiggle, hover and panel in one window. */
async function take(/** @type {string} */ name, /** @type {string} */ file) {
  const homework = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-')), 'homework');
  fs.mkdirSync(homework);
  fs.copyFileSync(path.join(projectRoot, 'media', 'walkthrough', 'sample.md'), path.join(homework, 'homework.md'));
  const settings = { 'workbench.colorTheme': themes[/** @type {keyof typeof themes} */ (name)], 'editor.minimap.enabled': false, 'window.autoDetectHighContrast': false, 'editor.hover.delay': 100, 'breadcrumbs.enabled': false, 'editor.wordWrap': 'on' };
  const bench = await openWorkbench({ folder: homework, extension: projectRoot, settings, size: { width: 1400, height: 860 }, light: name.includes('light') });
  try {
    await bench.open(path.join(homework, 'homework.md'), 20);
    await bench.page.locator('.codelens-decoration a', { hasText: /✗/ }).first().waitFor();
    await bench.run('View: Toggle Primary Side Bar Visibility');
    await bench.run('Gradlens: Open Equation Panel');
    await bench.panel().locator('.equation.refuted .katex').first().waitFor();
    await bench.panel().locator('.equation.refuted[aria-current]').waitFor();
    await bench.page.waitForTimeout(1500);
    await bench.page.locator('.view-line', { hasText: 'partial b' }).first().hover({ position: { x: 120, y: 8 } });
    await bench.page.locator('.monaco-hover img').first().waitFor();
    await bench.page.waitForTimeout(800);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await bench.page.screenshot({ path: file });
    console.log(file);
  } finally {
    await bench.close();
    fs.rmSync(path.dirname(homework), { recursive: true, force: true });
  }
}
