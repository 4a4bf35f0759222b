/** The packaged extension, installed as a user installs it, in a workspace that is not trusted. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openDesk, root } from './help';

const vsix = path.join(root, 'gradlens.vsix');

describe('gradlens.vsix', () => {
  it('installs and works in Restricted Mode', async () => {
    assert.ok(fs.existsSync(vsix), 'npm run package comes first');
    const desk = await openDesk({ extension: undefined, vsix, trusted: false, settings: { 'security.workspace.trust.startupPrompt': 'never' } });
    try {
      await desk.open(desk.file('logistic.md'));
      await desk.lens(/✓ verified/).waitFor();
      await desk.hoverOver('(\\hat y - y)', 60);
      await desk.page.locator('.monaco-hover img').first().waitFor();
      await desk.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    } finally {
      await desk.close();
    }
  });
});
