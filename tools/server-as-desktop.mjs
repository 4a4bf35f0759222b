#!/usr/bin/env node
// Stands where @vscode/test-electron expects the desktop executable, and runs the same suite in the extension host of VS Code's server,
// with a headless Chromium for its window.
import util from 'node:util';
import { launchChromium } from './chromium.mjs';
import { developIn, startServer } from './vscode-server.mjs';

const LIMIT = 240_000;
/** What the workbench itself says on the way; the tests' own lines have none of these beginnings. */
const chatter = /^(Ignoring fetching|Resolv|Creating a socket|\[|Updating additional|Request to|Loading development extension|OverlayWebview|Error while fetching the extension under development)/;

async function main() {
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  const folder = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? extension;
  const server = await startServer({ folder });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exitCode = untilFinished(page, server);
    await developIn(page, server.authority, { extension, tests });
    await page.goto(server.address());
    return await exitCode;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @returns {string} */
function option(/** @type {string} */ name) {
  const word = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (!word) throw new Error(`--${name}= is missing`);
  return word.slice(name.length + 3);
}

/**
 * The workbench calls `codeAutomationExit` when the suite has settled and `codeAutomationLog` for every console line of the extension host.
 * @param {import('playwright-core').Page} page
 * @param {import('./vscode-server.mjs').Server} server
 * @returns {Promise<number>}
 */
async function untilFinished(page, server) {
  const finished = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown} */ words) => printLine(words));
    page.on('crash', () => reject(new Error('the page crashed')));
    server.child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}`)));
    setTimeout(() => reject(new Error(`no result after ${LIMIT / 1000} s`)), LIMIT).unref();
  });
  return Number(await finished);
}

/** A line of the console comes with `%c` marks for colours and their styles. */
function printLine(/** @type {unknown} */ words) {
  if (!Array.isArray(words)) return;
  const [first, ...rest] = words;
  const marks = typeof first === 'string' ? first.split('%c').length - 1 : 0;
  const line = util.format(typeof first === 'string' ? first.replaceAll('%c', '') : first, ...rest.slice(marks));
  if (!chatter.test(line)) console.log(line);
}

main().then((code) => process.exit(code), (error) => {
  console.error(error.message);
  process.exit(1);
});
