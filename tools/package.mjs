// npm run package: builds and packs gradlens.vsix, and fails when it grew over what a student should have to download.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installProject, projectRoot } from './npm.mjs';

const vsix = path.join(projectRoot, 'gradlens.vsix');

const LARGEST = 3_000_000;
/** The bundles hold all dependencies; nobody has to be asked about a repository or a license. */
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];

installProject();
run('esbuild.js');
run('node_modules/@vscode/vsce/vsce', 'package', ...options, '--out', vsix);
const { size } = fs.statSync(vsix);
if (size > LARGEST) stopWith(`${vsix} has ${size} bytes, more than ${LARGEST}`);

function run(/** @type {string[]} */ ...words) {
  const { status } = spawnSync(process.execPath, words, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) stopWith(`${words[0]} ended with ${status}`);
}

function stopWith(/** @type {string} */ reason) {
  console.error(`npm run package: ${reason}`);
  process.exit(1);
}
