// A window of the real workbench in headless Chromium: for the tests through it, and for pictures of it.
import { launchChromium } from './chromium.mjs';
import { developIn, startServer } from './vscode-server.mjs';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder
 * @property {string} [extension] unpacked, installed by a link
 * @property {string} [developed] unpacked, loaded as a development extension
 * @property {string} [vsix] packaged
 * @property {Record<string, unknown>} [settings]
 * @property {boolean} [trusted]
 * @property {{ width: number, height: number }} [size]
 * @property {boolean} [light] what the browser says it prefers
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {(file?: string, line?: number) => Promise<void>} open a file, or the window as it was left
 * @property {(command: string) => Promise<void>} run a command by its title, from the palette
 * @property {() => import('playwright-core').FrameLocator} panel the document of the webview
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Workbench>} */
export async function openWorkbench(/** @type {WorkbenchOptions} */ { folder, size = { width: 1280, height: 800 }, developed, light = false, ...server }) {
  const { authority, address, stop } = await startServer({ folder, ...server });
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 2, colorScheme: light ? 'light' : 'dark' });
  const page = await context.newPage();
  if (developed) await developIn(page, authority, { extension: developed });
  return {
    page,
    async open(file, line) {
      await page.goto(address(file, line));
      await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    },
    async run(command) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${command}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
    },
    panel: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    async close() {
      await browser.close();
      await stop();
    },
  };
}
