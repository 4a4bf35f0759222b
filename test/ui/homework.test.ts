/** From an open file to a mended equation, through the real workbench. */
import assert from 'node:assert/strict';
import { type Desk, openDesk, pictureFailures } from './help';

describe('homework in the workbench', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    await desk.open(desk.file('logistic.md'), 8);
  });
  after(() => desk?.close());
  pictureFailures(() => desk);

  it('shows a verdict above each equation', async () => {
    await desk.lens(/✓ verified/).waitFor();
    await desk.lens(/✗/).waitFor();
  });

  it('underlines what is refuted, marks the margin and counts in the status bar', async () => {
    await desk.page.locator('.squiggly-warning').first().waitFor();
    await desk.page.locator('.glyph-margin-widgets > .cgmr').first().waitFor();
    assert.match((await desk.page.locator('.statusbar-item', { hasText: '✗' }).textContent()) ?? '', /\d+ ✓ 1 ✗/);
  });

  it('hovers with a picture that is really drawn, and whose text can be read out', async () => {
    await desk.hoverOver('\\partial w', 60);
    const image = desk.page.locator('.monaco-hover img').first();
    await image.waitFor();
    const [width, height, text] = await image.evaluate(async (node) => {
      const picture = node as HTMLImageElement;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight, picture.alt];
    });
    assert.ok(Number(width) > 40 && Number(height) > 15, `${width} × ${height}`);
    assert.match(String(text), /^∂E\/∂w = \(y\u0302 − y\) x/);
    assert.ok((await desk.page.locator('.monaco-hover table td').count()) > 4, 'how it was read stands in a table');
    await desk.page.keyboard.press('Escape');
  });

  it('explains the code of a problem', async () => {
    await desk.goToLine(18);
    await desk.clickInHover('y - \\hat y', 290, 'differs');
    await desk.page.locator('.view-line', { hasText: 'The two sides come out differently' }).waitFor();
    await desk.run('View: Close Editor');
  });

  it('offers the check in the context menu and says the verdict in the status bar', async () => {
    await desk.goToLine(12);
    await desk.page.locator('.view-line', { hasText: '\\partial w' }).click({ button: 'right', position: { x: 60, y: 8 } });
    await desk.page.getByRole('menuitem', { name: 'Verify This Gradient' }).hover();
    await desk.page.keyboard.press('Enter'); // a click is ignored in a menu that has just opened
    await desk.page.locator('.statusbar-item', { hasText: '✓ verified' }).waitFor();
  });

  it('lists the equations in the panel and jumps to the source', async () => {
    await desk.run('Gradlens: Open Equation Panel');
    const panel = desk.panel();
    await panel.locator('.equation.refuted .summary').hover(); // equations are drawn when they come into view
    await panel.locator('.equation.refuted .katex').first().waitFor();
    await panel.locator('.equation.refuted .summary').click();
    await panel.locator('.equation.refuted table', { hasText: 'They differ' }).waitFor();
    await panel.locator('.equation.refuted .link.refuted button', { hasText: 'Go to source' }).click();
    await desk.page.locator('.statusbar-item', { hasText: /Ln 1[789]/ }).waitFor();
  });

  it('follows the cursor with the panel', async () => {
    await desk.goToLine(12);
    await desk.panel().locator('.equation.verified.open').waitFor();
  });

  it('filters and searches in the panel', async () => {
    const panel = desk.panel();
    await panel.locator('button', { hasText: 'Wrong' }).click();
    assert.equal(await panel.locator('.equation').count(), 1);
    await panel.getByRole('button', { name: 'All', exact: true }).click();
    await panel.locator('input[type=search]').fill('\\eta');
    assert.equal(await panel.locator('.equation').count(), 1);
    await panel.locator('input[type=search]').fill('');
  });

  it('draws the gradient check of an equation on request, with its numbers as a table', async () => {
    await desk.panel().locator('.equation.refuted .summary').click();
    const open = desk.panel().locator('.equation.refuted.open');
    await open.locator('button', { hasText: 'Draw' }).click();
    await open.locator('.figured > svg path.second').first().waitFor();
    assert.match((await open.locator('.figured > svg desc').textContent()) ?? '', /do not go to what is written/);
    await open.locator('.figured summary').click();
    await open.locator('.figured table', { hasText: 'both directions' }).waitFor();
  });

  it('is mended by one click on the lens, and the squiggle goes', async () => {
    await desk.page.locator('.codelens-decoration a', { hasText: /^Fix/ }).first().click();
    await desk.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await desk.page.locator('.statusbar-item', { hasText: /^\s*\d+ ✓(?! \d+ ✗)/ }).waitFor();
  });
});
