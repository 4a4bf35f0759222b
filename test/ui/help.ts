/** The workbench as a student has it, and what stands in it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../../tools/workbench.mjs';

export const root = path.resolve('.');

export interface Desk extends Workbench {
  /** Where a file of the homework lies. */
  file(name: string): string;
  lens(text: string | RegExp): ReturnType<Workbench['page']['locator']>;
  hoverOver(text: string, x?: number): Promise<void>;
  /** Click a link of the hover over `text`; the hover is asked for again when it is redrawn or closed under the mouse. */
  clickInHover(text: string, x: number, link: string): Promise<void>;
  goToLine(line: number): Promise<void>;
}

/** How often a hover is asked for before a test fails. */
const HOVERS = 5;

/** A window on a copy of the homework, so that a test may write into it. */
export async function openDesk(options: Partial<WorkbenchOptions> = {}): Promise<Desk> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-homework-'));
  fs.cpSync(path.join(root, 'test', 'editor', 'homework'), folder, { recursive: true });
  const bench = await openWorkbench({ folder, extension: root, ...options });
  const { page } = bench;
  const hoverOver = async (text: string, x = 40) => {
    await page.locator('.view-line', { hasText: text }).first().hover({ position: { x, y: 8 } });
  };
  return {
    ...bench,
    file: (name) => path.join(folder, name),
    lens: (text) => page.locator('.codelens-decoration a', { hasText: text }).first(),
    hoverOver,
    async clickInHover(text, x, link) {
      for (let attempt = 1; ; attempt++) {
        await hoverOver(text, x);
        try {
          return await page.locator('.monaco-hover a', { hasText: link }).click({ timeout: 6_000 });
        } catch (error) {
          if (attempt === HOVERS) throw error;
          await page.keyboard.press('Escape');
          await page.mouse.move(0, 0);
        }
      }
    },
    async goToLine(line) {
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget input').fill(`:${line}`);
      await page.keyboard.press('Enter');
    },
    async close() {
      await bench.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A picture says why a test failed; it is left in .vscode-test/failures. */
export function pictureFailures(desk: () => Desk) {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, '-');
    await desk().page.screenshot({ path: path.join(root, '.vscode-test', 'failures', `${name}.png`) });
  });
}
