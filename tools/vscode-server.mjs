// A real VS Code without its download servers: the server and web workbench that the npm package `code-server` carries.
// Nothing is compiled: install scripts stay off, and the two native modules without a prebuilt binary get a stand-in in JavaScript.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { npm, projectRoot } from './npm.mjs';

const CODE_SERVER = '4.139.1';
export const VSCODE_VERSION = '1.139.1';
/** This VS Code asks for `module.registerHooks`, which came with Node 22.15. */
const OLDEST_NODE = [22, 15];
const NEWER_NODE = '24.21.0';

const cache = process.env.GRADLENS_VSCODE_CACHE ?? path.join(projectRoot, '.vscode-test', 'server');
const vscodeFolder = path.join(cache, `code-server-${CODE_SERVER}`, 'node_modules', 'code-server', 'lib', 'vscode');

/** A quiet window: no chat, no welcome page, no calls to the outside. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
};

/** Gets VS Code and, where this Node is too old for it, a newer Node; both once. */
export function installServer() {
  fs.mkdirSync(cache, { recursive: true });
  const node = newEnoughNode();
  const ready = path.join(cache, `code-server-${CODE_SERVER}`, '.ready');
  if (!fs.existsSync(ready)) {
    console.log(`Getting VS Code ${VSCODE_VERSION} from npm, once: about 200 MB to fetch, 250 MB on disk …`);
    installInto(path.dirname(ready), `code-server@${CODE_SERVER}`);
    npm(['install', '--ignore-scripts', '--omit=dev'], vscodeFolder);
    standInForNatives();
    prune();
    fs.writeFileSync(ready, '');
  }
  return { node, main: path.join(vscodeFolder, 'out', 'server-main.js') };
}

/**
 * @typedef {object} ServerOptions
 * @property {string} folder opened in the window
 * @property {string} [extension] unpacked extension to have installed, by a link
 * @property {string} [vsix] packaged extension to install
 * @property {string} [data] where settings and state are kept; a temporary folder when absent
 * @property {Record<string, unknown>} [settings] user settings over the calm ones
 * @property {boolean} [trusted] false shows the window in Restricted Mode
 *
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {string} data
 * @property {(file?: string, line?: number) => string} address of a window, with a file opened at a line
 * @property {() => Promise<void>} stop
 * @property {import('node:child_process').ChildProcess} child
 */

/** @returns {Promise<Server>} */
export async function startServer(/** @type {ServerOptions} */ options) {
  const { node, main } = installServer();
  const data = options.data ?? fs.mkdtempSync(path.join(os.tmpdir(), 'gradlens-vscode-'));
  const extensions = prepareExtensions(data, options);
  writeSettings(data, options.settings, options.data === undefined);
  const port = await freePort();
  const token = crypto.randomBytes(16).toString('hex');
  const args = [
    main, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token, '--accept-server-license-terms',
    '--server-data-dir', data, '--user-data-dir', path.join(data, 'data'), '--extensions-dir', extensions,
    '--telemetry-level', 'off', '--reconnection-grace-time', '5',
    ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
    ...(options.vsix ? ['--install-extension', options.vsix, '--start-server'] : []),
  ];
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: '{}' } });
  await untilListening(child);
  const authority = `127.0.0.1:${port}`;
  return {
    authority, data, child,
    address: (file, line) => address(authority, token, options.folder, file, line),
    stop: () => stop(child, options.data === undefined ? data : undefined),
  };
}

function address(/** @type {string} */ authority, /** @type {string} */ token, /** @type {string} */ folder, /** @type {string=} */ file, /** @type {number=} */ line) {
  const query = new URLSearchParams({ tkn: token, folder: asUriPath(folder) });
  if (file) {
    const target = `vscode-remote://${authority}${asUriPath(file)}${line ? `:${line}:1` : ''}`;
    query.set('payload', JSON.stringify([...(line ? [['gotoLineMode', 'true']] : []), ['openFile', target]]));
  }
  return `http://${authority}/?${query}`;
}

/**
 * Loads an extension from its folder, as a development extension, and has a test suite run inside its extension host. To be called before
 * the page is opened: the workbench reads this from its own start page. (A rewritten page would count as foreign and lose its connection.)
 * @param {import('playwright-core').Page} page
 * @param {string} authority
 * @param {{ extension: string, tests?: string }} what
 */
export function developIn(page, authority, { extension, tests }) {
  const uri = (/** @type {string} */ file) => ({ scheme: 'vscode-remote', authority, path: asUriPath(file) });
  const developmentOptions = { extensions: [uri(extension)], ...(tests ? { extensionTestsPath: uri(tests) } : {}) };
  return page.addInitScript((added) => {
    const watcher = new MutationObserver(() => {
      const element = document.getElementById('vscode-workbench-web-configuration');
      const settings = element?.getAttribute('data-settings');
      if (!element || !settings) return;
      watcher.disconnect();
      const configuration = JSON.parse(settings);
      configuration.developmentOptions = { ...configuration.developmentOptions, ...added };
      element.setAttribute('data-settings', JSON.stringify(configuration));
    });
    watcher.observe(document, { childList: true, subtree: true });
  }, developmentOptions);
}

function asUriPath(/** @type {string} */ file) {
  return path.resolve(file).replace(/\\/g, '/').replace(/^(?!\/)/, '/');
}

function newEnoughNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const folder = path.join(cache, `node-${NEWER_NODE}`);
  const binary = path.join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!fs.existsSync(binary)) {
    console.log(`Node ${process.versions.node} is too old to run VS Code's server: getting Node ${NEWER_NODE} from npm …`);
    installInto(folder, `${name}@${NEWER_NODE}`);
  }
  return binary;
}

function installInto(/** @type {string} */ folder, /** @type {string} */ what) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  npm(['install', what, '--ignore-scripts', '--omit=dev'], folder);
}

/** The watchdog ends a server whose parent died; the logger writes lines to a file. */
function standInForNatives() {
  const modules = path.join(vscodeFolder, 'node_modules', '@vscode');
  const watchdog = path.join(modules, 'native-watchdog', 'build', 'Release');
  fs.mkdirSync(watchdog, { recursive: true });
  fs.copyFileSync(path.join(projectRoot, 'tools', 'stand-ins', 'watchdog.js'), path.join(watchdog, 'watchdog.js'));
  fs.copyFileSync(path.join(projectRoot, 'tools', 'stand-ins', 'spdlog.js'), path.join(modules, 'spdlog', 'index.js'));
}

/** Two thirds of the package serve other platforms, other products or source maps. */
function prune() {
  const modules = path.join(vscodeFolder, 'node_modules');
  for (const unused of [path.join(modules, '@github'), path.join(modules, '@microsoft', 'mxc-sdk'), path.join(vscodeFolder, 'extensions', 'copilot')])
    fs.rmSync(unused, { recursive: true, force: true });
  for (const binaries of [path.join(modules, '@vscode', 'ripgrep-universal', 'bin'), path.join(modules, 'node-pty', 'prebuilds')])
    for (const name of fs.existsSync(binaries) ? fs.readdirSync(binaries) : [])
      if (name !== `${process.platform}-${process.arch}`) fs.rmSync(path.join(binaries, name), { recursive: true });
  for (const name of fs.readdirSync(vscodeFolder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.map')) fs.rmSync(path.join(vscodeFolder, name), { force: true });
}

/** Made anew at every start: VS Code's own list in it would keep versions that are gone. */
function prepareExtensions(/** @type {string} */ data, /** @type {ServerOptions} */ { extension }) {
  const extensions = path.join(data, 'extensions');
  fs.rmSync(extensions, { recursive: true, force: true });
  fs.mkdirSync(extensions, { recursive: true });
  if (extension) {
    const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
    fs.symlinkSync(path.resolve(extension), path.join(extensions, `${publisher}.${name}-${version}`), 'junction');
  }
  return extensions;
}

/** Settings that the user changed in a kept data folder stay. */
function writeSettings(/** @type {string} */ data, settings = {}, overwrite = true) {
  const file = path.join(data, 'data', 'User', 'settings.json');
  if (!overwrite && fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...calmSettings, ...settings }, null, 2));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** @returns {Promise<void>} */
function untilListening(/** @type {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} */ child) {
  let printed = '';
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${printed}`)), 90_000);
    const read = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      if (!printed.includes('Extension host agent started')) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`VS Code's server ended with ${code}:\n${printed.slice(-2000)}`));
    });
  });
}

/** @returns {Promise<void>} */
function stop(/** @type {import('node:child_process').ChildProcess} */ child, /** @type {string=} */ temporary) {
  return new Promise((resolve) => {
    const ended = () => {
      // An extension host that outlives the server may still write its logs: a folder left behind is no failure.
      if (temporary) try { fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }); } catch { console.error(`${temporary} could not be removed`); }
      resolve();
    };
    if (child.exitCode !== null || child.signalCode !== null) return ended();
    child.once('exit', ended);
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), 4000).unref();
  });
}
