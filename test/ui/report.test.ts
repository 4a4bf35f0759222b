/** The report as a page in a browser, in light and dark. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/chromium.mjs';
import { root } from './help';

interface Violation {
  id: string;
  impact: string;
}

describe('the report', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-report-'));
  const file = path.join(folder, 'report.html');
  let browser: Browser;
  before(async () => {
    spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'report', ...['softmax.md', 'network.tex'].map((name) => path.join(root, 'samples', name)), '--out', file]);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    fs.rmSync(folder, { recursive: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is drawn, and has no accessibility issue, in ${colorScheme}`, async () => {
      const page = await browser.newPage({ colorScheme });
      await page.goto(`file://${file}`);
      const equation = await page.locator('article math').first().boundingBox();
      assert.ok(equation && equation.width > 40 && equation.height > 20, JSON.stringify(equation));
      assert.ok((await page.locator('mark').count()) > 0);
      await page.evaluate("document.querySelector('meta[http-equiv]').remove()"); // which would keep the tool out too
      await page.evaluate(fs.readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
      const found = (await page.evaluate('axe.run(document).then(({ violations }) => violations)')) as Violation[];
      assert.deepEqual(found.filter(({ impact }) => impact !== 'minor').map(({ id }) => id), []);
      await page.close();
    });
  }
});
