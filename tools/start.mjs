// npm start [-- FILE|FOLDER] [--no-open] [--browser]
// Builds Gradlens, prints what it says about that homework, and opens VS Code with the extension on it. Runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startDesktop } from './desktop.mjs';
import { installProject, projectRoot } from './npm.mjs';
import { startServer } from './vscode-server.mjs';

const homework = /\.(md|markdown|tex|ltx|latex|qmd|rmd)$/i;

async function main() {
  const { target, open, browser } = readArguments(process.argv.slice(2));
  installProject();
  run(['esbuild.js']);
  const { folder, files } = findHomework(target);
  printVerdicts(files);
  if (open && !browser && startDesktop({ folder, file: files[0] })) return;
  await startInBrowser({ folder, file: files[0], open });
}

/** What npm was called from counts: `npm start -- hw.md` means the hw.md beside the caller. */
function readArguments(/** @type {string[]} */ words) {
  const unknown = words.find((word) => word.startsWith('--') && !['--no-open', '--browser'].includes(word));
  if (unknown) stopWith(`unknown option ${unknown}; known are --no-open and --browser`);
  const [target, ...more] = words.filter((word) => !word.startsWith('--'));
  if (more.length) stopWith('give one file or one folder');
  const found = path.resolve(process.env.INIT_CWD ?? '.', target ?? path.join(projectRoot, 'samples'));
  if (!fs.existsSync(found)) stopWith(`there is no ${found}`);
  return { target: found, open: !words.includes('--no-open'), browser: words.includes('--browser') };
}

function findHomework(/** @type {string} */ target) {
  if (fs.statSync(target).isFile()) return { folder: path.dirname(target), files: [target] };
  const files = fs.readdirSync(target).filter((name) => homework.test(name)).sort().map((name) => path.join(target, name));
  return { folder: target, files };
}

function printVerdicts(/** @type {string[]} */ files) {
  if (files.length) run([path.join('dist', 'cli.js'), 'check', ...files], { mayRefute: true });
  else console.log('No Markdown or LaTeX file in this folder.');
}

async function startInBrowser(/** @type {{ folder: string, file?: string, open: boolean }} */ { folder, file, open }) {
  const server = await startServer({ folder, extension: projectRoot, data: path.join(projectRoot, '.vscode-test', 'start') });
  const address = server.address(file);
  console.log(`\nVS Code with Gradlens is ready at\n\n  ${address}\n\nAfter a rebuild: F1, "Developer: Reload Window". Ctrl+C ends it.`);
  if (open) openAddress(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.stop().then(() => process.exit(0)));
}

/** Where there is no browser to open, the printed address is enough. */
function openAddress(/** @type {string} */ address) {
  /** @type {Record<string, [string, string[]]>} */
  const openers = { darwin: ['open', [address]], win32: ['rundll32', ['url.dll,FileProtocolHandler', address]] };
  const [command, args] = openers[process.platform] ?? ['xdg-open', [address]];
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

/** The checker ends with 1 when it refuted something; that is no reason not to open the editor. */
function run(/** @type {string[]} */ words, { mayRefute = false } = {}) {
  const { status } = spawnSync(process.execPath, words, { cwd: projectRoot, stdio: 'inherit' });
  if (status !== 0 && !(mayRefute && status === 1)) stopWith(`${words[0]} ended with ${status}`);
}

/** @returns {never} */
function stopWith(/** @type {string} */ reason) {
  console.error(`npm start: ${reason}`);
  process.exit(2);
}

main();
