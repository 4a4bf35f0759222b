// `npm run bench`: value and gradient of three networks, and verifying one derivative, on this engine and on its peers.
// Options: --rounds N (default 3), --only TEXT (rows whose name contains it), --skip-install.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { NAMES } from './row.mjs';
import { NETWORKS, networkData, neuronData } from './tasks.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);

const versions = installPeers();
const size = await bundleEngine();
const rounds = Number(option('--rounds', '3'));
const results = Array.from({ length: rounds }, () => [...jsRows(option('--only', '')), ...(option('--only', '') ? [] : pythonRows())]);
const table = best(results);
console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}; best of ${rounds} rounds, milliseconds`);
console.log(Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '));
console.log(`engine: ${(size / 1024).toFixed(1)} KB minified, WebAssembly included\n`);
printNetworks(table);
printVerification(table);

/** Into a folder of their own, at pinned versions. */
function installPeers() {
  mkdirSync(here('./peers'), { recursive: true });
  copyFileSync(here('./peers.json'), here('./peers/package.json'));
  writeFileSync(here('./peers/load.mjs'), 'export default (name) => import(name);\n');
  if (!existsSync(here('./peers/node_modules')) && !process.argv.includes('--skip-install')) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: here('./peers'), stdio: 'inherit' });
  }
  return JSON.parse(readFileSync(here('./peers.json'), 'utf8')).dependencies;
}

/** Bytes of the engine as it ships. */
async function bundleEngine() {
  const outfile = here('./peers/engine.mjs');
  await build({ entryPoints: [here('../src/tensor/index.ts')], outfile, bundle: true, minify: true, format: 'esm', target: 'es2022', platform: 'node' });
  return readFileSync(outfile).length;
}

/** @param {string} only */
function jsRows(only) {
  return NAMES.filter((name) => name.includes(only)).flatMap((name) => {
    try {
      return [JSON.parse(execFileSync('node', [here('./row.mjs'), name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim().split('\n').pop() ?? '')];
    } catch (error) {
      console.error(`${name}: ${String(error).split('\n').slice(0, 12).join('\n')}`);
      return [];
    }
  });
}

/** PyTorch and SymPy, if this machine's Python has them. */
function pythonRows() {
  const plain = (/** @type {object} */ data) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value instanceof Float64Array ? [...value] : value]));
  const input = JSON.stringify({ ...Object.fromEntries(Object.keys(NETWORKS).map((name) => [name, plain(networkData(name))])), neuron: plain(neuronData()) });
  try {
    return JSON.parse(execFileSync(option('--python', '/usr/bin/python3'), [here('./torch_row.py')], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }));
  } catch {
    console.error('No Python with torch (Debian: python3-torch, libopenblas0-pthread): its rows are left out.');
    return [];
  }
}

/** @param {any[][]} results */
function best(results) {
  return results[0].map((row) => {
    const same = results.flatMap((rows) => rows.filter((other) => other.name === row.name));
    const least = (/** @type {string} */ key) => ({ ...row[key], ms: Math.min(...same.map((other) => other[key].ms)) });
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key === 'name' ? value : least(key)]));
  });
}

/** @param {any[]} rows */
function printNetworks(rows) {
  const [floor] = rows;
  console.log('| value and gradient | S | × floor | M | × floor | L | × floor | largest relative error |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const row of rows.filter((row) => row.S)) {
    const cells = Object.keys(NETWORKS).flatMap((key) => [row[key].ms.toPrecision(3), floor.S ? (row[key].ms / floor[key].ms).toPrecision(2) : '']);
    const errors = Object.keys(NETWORKS).map((key) => row[key].error).filter((error) => error !== undefined);
    console.log(`| ${row.name} | ${cells.join(' | ')} | ${errors.length ? Math.max(...errors).toExponential(1) : ''} |`);
  }
}

/** @param {any[]} rows */
function printVerification(rows) {
  const [floor] = rows;
  console.log('\n| verify one derivative, 8 examples, 32 points | derivative built before | × floor | all anew | × floor | largest difference found |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const row of rows.filter((row) => row.built || row.full)) {
    const cells = ['built', 'full'].flatMap((key) => (row[key] ? [row[key].ms.toPrecision(3), floor.built ? (row[key].ms / floor.built.ms).toPrecision(2) : ''] : ['', '']));
    console.log(`| ${row.name} | ${cells.join(' | ')} | ${((row.built ?? row.full).error).toExponential(1)} |`);
  }
}
