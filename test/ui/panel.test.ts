/** The equation panel: by keyboard alone, for a screen reader, and over a reload of the window. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type Desk, openDesk, pictureFailures, root } from './help';

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

describe('the equation panel', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    await desk.open(desk.file('logistic.md'), 8);
    await desk.lens(/✗/).waitFor();
    await desk.run('Gradlens: Open Equation Panel');
    await desk.panel().locator('.equation.refuted .katex').first().waitFor();
  });
  after(() => desk?.close());
  pictureFailures(() => desk);

  it('runs under a policy that lets nothing else in', async () => {
    const policy = await desk.panel().locator('meta[http-equiv]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src [^;]*; font-src [^;]*$/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });

  it('comes back as it was when the window is reloaded', async function () {
    this.timeout(150_000);
    await desk.panel().getByRole('button', { name: 'Wrong' }).click();
    assert.equal(await desk.panel().locator('.equation').count(), 1);
    await desk.page.waitForTimeout(12_000); // the workbench writes down what is open every five seconds, if it is idle
    await desk.open(); // a file in the address would keep the window from coming back as it was
    await desk.panel().locator('.equation.refuted .katex').first().waitFor({ timeout: 60_000 });
    assert.equal(await desk.panel().getByRole('button', { name: 'Wrong' }).getAttribute('aria-pressed'), 'true');
    await desk.panel().getByRole('button', { name: 'All', exact: true }).click();
  });

  it('can be walked and opened with the keyboard', async () => {
    const panel = desk.panel();
    await panel.locator('.summary').first().focus();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Enter');
    assert.equal(await panel.locator('.summary[aria-expanded=true]').count(), 1);
    assert.equal(await panel.locator('.equation.open').getAttribute('aria-current'), 'true');
    await desk.page.keyboard.press('Enter');
    assert.equal(await panel.locator('.summary[aria-expanded=true]').count(), 0);
  });

  it('keeps the focus where it is when news come in', async () => {
    const second = desk.panel().locator('.summary').nth(1);
    await second.focus();
    const news = { type: 'strength', index: -1, found: { problem: 'there is none' } };
    await (await frameOf(desk)).evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), news);
    assert.ok(await second.evaluate((node) => node === document.activeElement));
  });

  it('shows a counterexample of matrices step by step, with the entries marked that differ', async () => {
    fs.copyFileSync(path.join(root, 'samples', 'linear-regression.md'), desk.file('matrices.md'));
    await desk.open(desk.file('matrices.md'), 23);
    await desk.lens(/✗/).waitFor();
    await desk.run('Gradlens: Open Equation Panel');
    const wrong = desk.panel().locator('.equation.open');
    await wrong.locator('table', { hasText: 'Step by step' }).waitFor();
    assert.deepEqual(await wrong.locator('mark').allTextContents(), ['0.5', '0']);
    assert.ok((await wrong.locator('table', { hasText: 'Step by step' }).locator('.katex').count()) >= 4);
  });

  it('shows a chain as steps, and the details of the one that is chosen', async () => {
    fs.writeFileSync(desk.file('chain.md'), '$$\n(a + b)^2 = a^2 + 2 a b + b^2 = a (a + 2 b) - b^2 = (a + b)^2 - 2 b^2\n$$\n\n$$\n\\int_0^1 x\\,dx = \\frac12\n$$\n\n$$x^2 + 3 x = k x (x + 3)$$\n');
    await desk.open(desk.file('chain.md'), 2);
    await desk.lens(/✗/).waitFor();
    await desk.run('Gradlens: Open Equation Panel');
    const chain = desk.panel().locator('.equation.open');
    await chain.locator('.step').nth(2).waitFor();
    assert.deepEqual(await chain.locator('.step .mark').allTextContents(), ['✓', '✗', '✓']);
    assert.match((await chain.locator('.step.after .words').textContent()) ?? '', /after the break/);
    await chain.locator('.step button').first().click();
    await chain.locator('.link.verified').waitFor();
  });

  it('says how many altered versions of a line the check catches, when asked', async () => {
    const open = desk.panel().locator('.equation.open');
    await open.getByRole('button', { name: 'Try some' }).click();
    await open.locator('tr', { hasText: /altered versions caught\s*\d+ of \d+/ }).waitFor();
  });

  it('says why equations were not checked', async () => {
    await desk.panel().getByRole('button', { name: 'Undecided' }).click();
    await desk.panel().locator('.refusals li', { hasText: /what is k.*line 9/ }).waitFor();
    await desk.panel().getByRole('button', { name: 'All', exact: true }).click();
  });

  it('has no serious accessibility issue', async () => {
    await desk.panel().locator('.equation.open .step').first().waitFor();
    const frame = await frameOf(desk);
    await frame.evaluate(fs.readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    const violations = (await frame.evaluate('axe.run(document, { rules: { region: { enabled: false } } }).then(({ violations }) => violations)')) as Violation[];
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), []);
  });
});

async function frameOf({ page }: Desk) {
  for (const frame of page.frames()) if (await frame.locator('ol[aria-label=Equations]').count().catch(() => 0)) return frame;
  throw new Error('the panel is not there');
}

describe('the equation panel without homework', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    await desk.open(desk.file('logistic.md'));
    await desk.run('View: Close All Editors');
    await desk.run('Gradlens: Open Equation Panel');
  });
  after(() => desk?.close());
  pictureFailures(() => desk);

  it('says what to open', async () => {
    await desk.panel().getByText('Open a Markdown or LaTeX file with equations').waitFor();
  });
});
