// npm run screenshots [-- [FOLDER] [SCENE…]]: pictures of the real thing. Those for the README go to media/; with a folder, the same scenes
// in every theme, and those of the other surfaces, go there, to be looked at.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './npm.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */
/** @typedef {{ x: number, y: number, width: number, height: number }} Clip */
/** @typedef {{ text: string, extension?: string, line: number, set: (bench: Workbench) => Promise<void>, clip?: Clip, beyond?: true }} Scene */

const themes = { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' };
const size = { width: 1400, height: 860 };
const whole = { x: 52, y: 36, width: 1344, height: 0 };

/** @type {Record<string, Scene>} */
const scenes = {
  gradlens: {
    text: fs.readFileSync(path.join(projectRoot, 'media', 'walkthrough', 'sample.md'), 'utf8'), line: 20,
    async set({ page, panel, run }) {
      await openPanel({ page, panel, run });
      await page.locator('.view-line', { hasText: 'partial b' }).first().hover({ position: { x: 120, y: 8 } });
      await page.locator('.monaco-hover img').first().waitFor();
    },
  },
  fix: {
    text: String.raw`# Softmax and cross-entropy

With $z \in \mathbb{R}^K$ let $p_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$.

$$
\frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j)
$$

For a one-hot $y$ the loss is $L = -\sum_{i=1}^K y_i \log p_i$, so

$$
\frac{\partial L}{\partial p_i} = \frac{y_i}{p_i}
$$
`, line: 12, clip: { ...whole, width: 1000, height: 490 },
    async set({ page }) {
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .action', { hasText: 'Fix' }).first().waitFor();
    },
  },
  chain: {
    text: String.raw`# Least squares with a penalty

With real $w$ and $\lambda > 0$ the loss is $L = \frac{1}{2} (w x - y)^2 + \frac{\lambda}{2} w^2$.

$$
\begin{aligned}
\frac{\partial L}{\partial w} &= (w x - y) x + \lambda w \\
&= w x^2 - y x + \lambda w \\
&= w (x^2 - \lambda) - y x \\
&= -(w (\lambda - x^2) + x y)
\end{aligned}
$$

The third step loses a sign. The last one follows from it, and is grey in the margin.
`, line: 9, clip: { ...whole, height: 640 },
    set: openPanel,
  },
  steps: {
    text: String.raw`# Adam

$$
f(x, y) = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2
$$

$$g_t = \nabla f(\theta_{t-1})$$

$$m_t = \beta_1 m_{t-1} + g_t$$

$$v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$$

$$\hat m_t = \frac{m_t}{1 - \beta_1^t}, \quad \hat v_t = \frac{v_t}{1 - \beta_2^t}$$

$$\theta_t = \theta_{t-1} - \eta \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}$$
`, line: 9, clip: { ...whole, height: 790 },
    async set(bench) {
      await openPanel(bench);
      const open = bench.panel().locator('.equation.open');
      await open.getByRole('button', { name: 'Draw' }).click();
      await open.locator('.figured > svg').waitFor();
      await open.locator('.figured > svg').evaluate((node) => node.scrollIntoView({ block: 'start' }));
      await bench.page.mouse.move(900, 500);
      await bench.page.mouse.wheel(0, -90);
    },
  },
  preview: {
    extension: 'tex', line: 6, clip: { ...whole, height: 330 },
    text: String.raw`\section*{Attention and a loss}

With $W \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$ the loss is $L = \lVert W x - y \rVert^2$, so
\begin{align*}
  \nabla_x L &= 2 W (W x - y), \\
  \frac{\partial L}{\partial W} &= 2 (W x - y) x^\top .
\end{align*}
`,
    async set({ page }) {
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.press('End');
      for (let at = 0; at < 10; at++) await page.keyboard.press('ArrowLeft');
    },
  },
  undecided: {
    beyond: true, text: 'The loss is $L = (w x - y)^2 + \\lambda R$.\n\n$$\\frac{\\partial L}{\\partial w} = 2 (w x - y) x + \\lambda \\frac{\\partial R}{\\partial w} + c$$\n\n$$\\frac{\\partial L}{\\partial y} = -2 (w x - y)$$\n', line: 3,
    async set(bench) {
      await openPanel(bench);
      await bench.page.locator('.view-line', { hasText: 'partial w' }).first().hover({ position: { x: 120, y: 8 } });
      await bench.page.locator('.monaco-hover img').first().waitFor();
    },
  },
  explorer: {
    beyond: true, text: fs.readFileSync(path.join(projectRoot, 'samples', 'softmax.md'), 'utf8'), line: 1,
    async set({ page, run }) {
      await run('Testing: Focus on Test Explorer View');
      const rows = page.locator('.test-explorer .monaco-list-row');
      await rows.first().waitFor();
      await run('Test: Run All Tests');
      await page.locator('.test-explorer .codicon-testing-failed-icon, .test-explorer .codicon-testing-passed-icon').first().waitFor();
    },
  },
  walkthrough: {
    beyond: true, text: '$(x^2)^{\\prime} = 2x$, $1 + 1 = 2$\n', line: 1,
    async set({ page, run }) {
      await run('Welcome: Open Walkthrough...');
      await page.locator('.quick-input-widget input').fill('Check your first');
      await page.keyboard.press('Enter');
      await page.locator('.getting-started-step', { hasText: 'Open a homework' }).first().waitFor();
    },
  },
};

const given = process.argv.slice(2);
const wanted = given.filter((word) => word in scenes);
const folder = given.find((word) => !(word in scenes));
const names = wanted.length > 0 ? wanted : Object.keys(scenes).filter((name) => folder || !scenes[name].beyond);
for (const theme of folder ? Object.keys(themes) : ['light']) await take(theme, names);

function fileOf(/** @type {string} */ name) {
  return `${name}.${scenes[name].extension ?? 'md'}`;
}

/** One window for all scenes of a theme. */
async function take(/** @type {string} */ theme, /** @type {string[]} */ names) {
  const homework = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-')), 'homework');
  fs.mkdirSync(homework);
  for (const name of names) fs.writeFileSync(path.join(homework, fileOf(name)), scenes[name].text);
  const settings = {
    'workbench.colorTheme': themes[/** @type {keyof typeof themes} */ (theme)], 'editor.minimap.enabled': false, 'window.autoDetectHighContrast': false, 'editor.hover.delay': 100,
    'breadcrumbs.enabled': false, 'editor.wordWrap': 'on', '[latex]': { 'gradlens.preview': 'beside' },
  };
  const bench = await openWorkbench({ folder: homework, extension: projectRoot, settings, size, light: theme.includes('light') });
  try {
    await bench.open(path.join(homework, fileOf(names[0])), scenes[names[0]].line);
    for (const name of names) await takeScene(bench, homework, name, folder ? path.join(folder, `${name}-${theme}.png`) : path.join(projectRoot, 'media', `${name}.png`));
  } finally {
    await bench.close();
    fs.rmSync(path.dirname(homework), { recursive: true, force: true });
  }
}

async function takeScene(/** @type {Workbench} */ bench, /** @type {string} */ homework, /** @type {string} */ name, /** @type {string} */ file) {
  const { line, set, clip } = scenes[name];
  await bench.page.keyboard.press('Escape'); // a menu of the scene before
  await bench.run('View: Close All Editors');
  await bench.open(path.join(homework, fileOf(name)), line);
  await bench.page.locator('.codelens-decoration a', { hasText: /[✗✓]/ }).first().waitFor({ timeout: 60_000 });
  if (await bench.page.locator('.part.sidebar').isVisible()) await bench.run('View: Toggle Primary Side Bar Visibility');
  await bench.page.mouse.move(size.width - 5, size.height - 5);
  await set(bench);
  await bench.page.waitForTimeout(1500);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await bench.page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  console.log(file);
}

async function openPanel(/** @type {Pick<Workbench, 'page' | 'panel' | 'run'>} */ { page, panel, run }) {
  await run('Gradlens: Open Equation Panel');
  await page.mouse.move(size.width - 5, size.height - 5); // where nothing explains itself
  await panel().locator('.equation[aria-current] .katex').first().waitFor({ timeout: 60_000 });
}
