// Calls npm from inside an npm script, and installs this project's packages when they are missing. Node built-ins only.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-timeout=60000'];

/**
 * Runs npm in a folder. A download was seen to stall for minutes, so there is a limit and one more try.
 * @param {string[]} args
 * @param {string} folder
 */
export function npm(args, folder) {
  for (const lastTry of [false, true]) {
    const { status } = spawnSync(...npmCommand([...args, ...quiet]), { cwd: folder, env: outsideOfScripts(), stdio: ['ignore', 2, 2], timeout: 300_000 });
    if (status === 0) return;
    if (lastTry) throw new Error(`npm ${args.join(' ')} failed in ${folder}`);
  }
}

/** Packages of this project, exactly as the lockfile has them. None of them needs an install script. */
export function installProject() {
  if (isInstalled()) return;
  console.log('Installing the packages of this project …');
  npm(['ci', '--ignore-scripts'], projectRoot);
}

/** Compares what is installed with the lockfile; a folder that stems from an older lockfile is not enough. */
function isInstalled() {
  const record = path.join(projectRoot, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const installed = lockedPackages(record);
  return Object.entries(lockedPackages(path.join(projectRoot, 'package-lock.json')))
    .every(([name, { version, optional, peer }]) => name === '' || optional || peer || installed[name]?.version === version);
}

/** @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function lockedPackages(/** @type {string} */ file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/** @returns {[string, string[]]} */
function npmCommand(/** @type {string[]} */ args) {
  const running = process.env.npm_execpath;
  if (running) return [process.execPath, [running, ...args]];
  return process.platform === 'win32' ? ['npm.cmd', args] : ['npm', args];
}

/** An npm inside an npm script must not inherit the outer one's --prefix and the like; where packages come from, it must. */
function outsideOfScripts() {
  const keep = /^npm_config_(registry|cache|proxy|https_proxy|noproxy|cafile)$/i;
  const drop = /^npm_(config|package|lifecycle|node)_/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => keep.test(name) || !drop.test(name)));
}
