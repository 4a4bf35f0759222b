/** What is around the text: the Test Explorer, the walkthrough, the live preview, one check at a time. */
import assert from 'node:assert/strict';
import { type Desk, openDesk, pictureFailures } from './help';

describe('around the text', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk({ settings: { 'gradlens.preview': 'beside' } });
    await desk.open(desk.file('logistic.md'), 12);
    await desk.lens(/✗/).waitFor();
  });
  after(() => desk?.close());
  pictureFailures(() => desk);

  it('draws the equation under the cursor as one writes, with the cursor marked', async () => {
    await desk.goToLine(1);
    await desk.goToLine(12);
    const image = () => desk.page.locator('.view-lines').evaluate((lines) =>
      [...lines.querySelectorAll('[class*="ced-"]')].map((node) => getComputedStyle(node, '::after').content).find((content) => content.includes('svg')));
    for (let tries = 0; tries < 400 && !(await image()); tries++) await desk.page.waitForTimeout(50);
    assert.match((await image()) ?? '', /data:image\/svg\+xml/);
    const svg = decodeURIComponent((await image()) ?? '').replaceAll('\\"', '"'); // as a string of CSS its quotes are escaped
    assert.match(svg, /<rect[^>]*fill="#(?:4daafc|0066cc)"/);
  });

  it('lists the claims in the Test Explorer and runs them there', async () => {
    await desk.run('Testing: Focus on Test Explorer View');
    const claim = desk.page.locator('.test-explorer .monaco-list-row', { hasText: '∂E/∂b' });
    const file = desk.page.locator('.test-explorer .monaco-list-row', { hasText: 'logistic.md' });
    await file.first().waitFor();
    if (!(await claim.count())) await file.first().locator('.monaco-tl-twistie').click();
    await claim.first().waitFor();
    await desk.run('Test: Run All Tests');
    await desk.page.locator('.test-explorer .monaco-list-row .codicon-testing-failed-icon').first().waitFor();
    await desk.page.locator('.test-explorer .monaco-list-row .codicon-testing-passed-icon').first().waitFor();
  });

  it('welcomes with a walkthrough', async () => {
    await desk.run('Welcome: Open Walkthrough...');
    await desk.page.locator('.quick-input-widget input').fill('Check your first');
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('.getting-started-step', { hasText: 'Open a homework' }).first().waitFor();
    assert.equal(await desk.page.locator('.getting-started-step').count(), 4);
  });
});
