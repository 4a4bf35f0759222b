// The desktop VS Code of this machine, where there is one and a display to show it on. Node built-ins only.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { projectRoot } from './npm.mjs';

const places = [
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  '/usr/bin/code', '/usr/local/bin/code', '/snap/bin/code', '/usr/bin/codium',
];

/** Desktop VS Code needs a display; `xvfb-run -a` gives one. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens a window with this project as a development extension; false where that cannot be.
 * @param {{ folder: string, file?: string }} what
 */
export function startDesktop({ folder, file }) {
  const command = hasDisplay() && findCode();
  if (!command) return false;
  const args = [`--extensionDevelopmentPath=${projectRoot}`, folder, ...(file ? ['--goto', file] : [])];
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) console.log(`Opened ${command} on ${folder}.`);
  return status === 0;
}

function findCode() {
  if (answers('code')) return 'code';
  return places.find((place) => fs.existsSync(place));
}

function answers(/** @type {string} */ command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}
