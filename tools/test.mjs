// npm test [-- STEP…]   steps: types lint unit package editor ui; all of them when none is named.
// Installs what it needs, runs the steps, and closes with one line that counts: every check that is not a test counts as one.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installProject, projectRoot } from './npm.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {Record<string, () => Promise<Count>>} */
const steps = {
  types: () => succeeds('node_modules/typescript/bin/tsc', '--noEmit'),
  lint: () => succeeds('node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings'),
  build: () => succeeds('esbuild.js', '--tests'),
  unit: () => mocha('dist/test/unit/**/*.test.js', '--timeout', '30000'),
  package: () => succeeds('tools/package.mjs'),
  editor: () => import('./editor-tests.mjs').then(({ runEditorTests }) => runEditorTests()),
  ui: () => mocha('dist/test/ui/**/*.test.mjs', '--timeout', '60000', '--slow', '10000', '--retries', '1'),
};

const needsBuild = ['unit', 'editor', 'ui'];

async function main() {
  installProject();
  const wanted = chooseSteps(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  for (const name of wanted) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await steps[name]().catch(tellFailure);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed ? 1 : 0);
}

function chooseSteps(/** @type {string[]} */ names) {
  const unknown = names.find((name) => !(name in steps));
  if (unknown) {
    console.error(`npm test: there is no step ${unknown}; there are ${Object.keys(steps).join(' ')}`);
    process.exit(2);
  }
  const wanted = names.length ? names : Object.keys(steps);
  return Object.keys(steps).filter((name) => wanted.includes(name) || (name === 'build' && needsBuild.some((step) => wanted.includes(step))));
}

/** @returns {Count} */
function tellFailure(/** @type {unknown} */ error) {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

async function succeeds(/** @type {string} */ script, /** @type {string[]} */ ...args) {
  const { code } = await run(script, args);
  if (code === 0) console.log('ok');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A run that ends badly without a failed test, or without any test, counts as one failure. */
async function mocha(/** @type {string[]} */ ...args) {
  const { code, printed } = await run('node_modules/mocha/bin/mocha.js', args);
  const count = (/** @type {string} */ word) => Number(printed.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
  const passed = count('passing');
  return { passed, failed: Math.max(count('failing'), code === 0 && passed > 0 ? 0 : 1) };
}

/** @returns {Promise<{ code: number | null, printed: string }>} */
function run(/** @type {string} */ script, /** @type {string[]} */ args) {
  const child = spawn(process.execPath, [path.join(projectRoot, script), ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })));
}

main();
