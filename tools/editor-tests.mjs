// The tests that import `vscode`, inside a real extension host: a desktop VS Code where one can be had, else VS Code's server from npm.
// GRADLENS_TEST_HOST=desktop|server decides; VSCODE_EXECUTABLE names a desktop to take.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { hasDisplay } from './desktop.mjs';
import { projectRoot } from './npm.mjs';
import { VSCODE_VERSION } from './vscode-server.mjs';

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runEditorTests() {
  const desktop = await findDesktop();
  console.log(desktop ? `VS Code: desktop, ${desktop}` : `VS Code: ${VSCODE_VERSION}, server from npm with headless Chromium (no desktop tested)`);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-tests-'));
  const result = path.join(scratch, 'result.json');
  const workspace = path.join(scratch, 'homework');
  fs.cpSync(path.join(projectRoot, 'test', 'editor', 'homework'), workspace, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? path.join(projectRoot, 'tools', 'server-as-desktop.mjs'),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: path.join(projectRoot, 'dist', 'test', 'editor', 'index.js'),
      launchArgs: [workspace],
      extensionTestsEnv: { GRADLENS_TEST_RESULT: result, GRADLENS_TEST_ONLY: process.env.GRADLENS_TEST_ONLY },
    }).catch(() => {});
    return readResult(result);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** A host that crashed still ends with 0, so only the suite's own report counts. */
function readResult(/** @type {string} */ file) {
  if (!fs.existsSync(file)) throw new Error('The extension host ended before its tests had reported.');
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

async function findDesktop() {
  const { GRADLENS_TEST_HOST: host, VSCODE_EXECUTABLE: named } = process.env;
  if (host === 'server') return undefined;
  if (named) return named;
  if (host !== 'desktop' && !hasDisplay()) return undefined;
  return downloadAndUnzipVSCode({ version: 'stable', timeout: 15_000 }).catch((error) => {
    if (host === 'desktop') throw error;
    console.log(`No desktop VS Code could be downloaded (${error.message}).`);
    return undefined;
  });
}
