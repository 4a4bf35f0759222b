// Builds what ships into dist/ and, with --tests, the tests too. `--dev` keeps names and adds source maps.
// Every bundle is built by itself, so that a mistake in one never takes the others away.
const esbuild = require('esbuild');
const swc = require('@swc/core');
const terser = require('terser');
const fs = require('node:fs');
const path = require('node:path');
const { onlyCalled } = require('./tools/only-called');

const forShipping = !process.argv.includes('--dev');
const common = { bundle: true, charset: 'utf8', minify: forShipping, sourcemap: !forShipping, target: 'es2022', logLevel: 'warning', outdir: 'dist', plugins: [onlyCalled(), withUsedRows()] };
const inNode = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
const inBrowser = { ...common, platform: 'browser', format: 'iife' };
/** Properties of expressions and their meaning: nothing that is shown or sent has them, save from worker to worker, where they are called the same. */
const WITHIN = ['above', 'accents', 'arbitrary', 'around', 'axes', 'below', 'binding', 'bindings', 'condition', 'constants', 'consulted', 'contentStart', 'contents', 'conventions', 'counting', 'declarations', 'definitions', 'derivatives', 'dims', 'distributions', 'domains', 'effect', 'evaluation', 'expr', 'extent', 'factors', 'formulas', 'grammar', 'graph', 'guesses', 'inputs', 'isFunction', 'isValue', 'judgement', 'leaves', 'leavesOf', 'letter', 'likely', 'literal', 'lowering', 'members', 'modifiers', 'moment', 'objective', 'observable', 'order', 'outcome', 'params', 'partials', 'program', 'quantities', 'recursion', 'recursive', 'regions', 'relations', 'samples', 'scalar', 'settled', 'shifts', 'signs', 'slots', 'span', 'stance', 'statement', 'statements', 'stationary', 'strides', 'surroundings', 'symbols', 'term', 'terms', 'tokens', 'traces', 'unitAt', 'use', 'written', 'vacuous', 'varying', 'weights', 'wording', 'world'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const BEFORE = ['$', '_', '$_'];
const shortened = (names) => ({ mangleProps: new RegExp(`^(?:${names.join('|')})$`), mangleCache: Object.fromEntries(names.map((name, i) => [name, BEFORE[Math.floor(i / LETTERS.length)] + LETTERS[i % LETTERS.length]])) });
const shorter = shortened(WITHIN);
/** Those that formulas are drawn with too, and those that stay within the worker that checks, the rarest last. */
const shorterStill = shortened([...WITHIN, 'unit', 'layout', 'labels', 'constant', 'formula', 'rounding', 'independent', 'products', 'gradient', 'ranks', 'distance', 'lower', 'environment', 'weight', 'fields', 'problems', 'alternatives', 'binder', 'blocks', 'bound', 'brief', 'choice', 'claimAt', 'conditions', 'content', 'definite', 'degree', 'digits', 'distribution', 'exponent', 'expression', 'factor', 'family', 'fixed', 'given', 'glances', 'growth', 'head', 'implied', 'isSingle', 'kernel', 'kink', 'letters', 'lookup', 'matching', 'matrixArguments', 'parameters', 'position', 'positions', 'project', 'published', 'readings', 'reasons', 'restricted', 'sides', 'sink', 'slope', 'slot', 'time', 'total', 'variable', 'variant', 'variants', 'isElsewhere', 'hasStranger', 'isUncorrected', 'projectedBy', 'contentEnd', 'differing', 'rates', 'families', 'restated', 'differentiatedBy', 'doubted', 'smoothness', 'primes', 'variables']);
const inTests = { ...inNode, minify: false, sourcemap: 'inline', packages: 'external', outdir: undefined };

const bundles = [
  { ...inNode, entryPoints: { cli: 'src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...inNode, entryPoints: { extension: 'src/extension.ts' } },
  { ...inNode, ...shorter, entryPoints: { render: 'src/render.ts' } },
  { ...inNode, ...shorterStill, entryPoints: { worker: 'src/worker.ts' }, plugins: [...common.plugins, saidShorter()] },
  // An extension's browser entry is loaded as a CommonJS module; the workers beside it are plain scripts.
  { ...inBrowser, format: 'cjs', external: ['vscode'], entryPoints: { 'extension.web': 'src/extension.web.ts' } },
  { ...inBrowser, ...shorter, entryPoints: { 'render.web': 'src/render.web.ts' } },
  { ...inBrowser, ...shorterStill, entryPoints: { 'worker.web': 'src/worker.web.ts' }, plugins: [...common.plugins, saidShorter()] },
  { ...inBrowser, entryPoints: { panel: 'src/panel/panel.ts' } },
  { ...inBrowser, entryPoints: { panel: 'src/panel/panel.css' }, loader: { '.woff2': 'file' }, assetNames: 'fonts/[name]', plugins: [woff2Only()] },
];

const unitFolders = ['text', 'notation', 'meaning', 'tensor', 'check', 'optimizers', 'script', 'handout'];
const testBundles = () => [
  ...unitFolders.map((folder) => ({ ...inTests, entryPoints: testsIn(path.join('test', folder)), outdir: 'dist/test/unit', outbase: 'test' })),
  { ...inTests, entryPoints: testsIn('test', { deep: false }), outdir: 'dist/test/unit', outbase: 'test' },
  { ...inTests, entryPoints: ['test/editor/index.ts', ...testsIn('test/editor')], outdir: 'dist/test', outbase: 'test' },
  { ...inTests, format: 'esm', outExtension: { '.js': '.mjs' }, plugins: [toolsApart()], entryPoints: testsIn('test/ui'), outdir: 'dist/test', outbase: 'test' },
];

function testsIn(folder, { deep = true } = {}) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: deep }).filter((name) => name.endsWith('.test.ts')).map((name) => path.join(folder, name));
}

/** KaTeX's style names every font in three formats; a webview needs only woff2. */
function woff2Only() {
  const otherFormats = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][a-z]+["']\)/g;
  return {
    name: 'woff2-only',
    setup(build) {
      build.onLoad({ filter: /katex(\.min)?\.css$/ }, ({ path: file }) => ({
        contents: fs.readFileSync(file, 'utf8').replace(otherFormats, ''),
        loader: 'css',
      }));
    },
  };
}

/** Of the engine ships what is called: a constant that a call makes, such as a primitive's row, is left out where nobody uses it. */
function withUsedRows() {
  const made = /^((?:export )?const \w+(?:: [\w<>[\], ]+)? = )(?=[\w.]+(?:<\w+>)?\()/gm;
  return {
    name: 'with-used-rows',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]tensor[\\/].*\.ts$/ }, ({ path: file }) => ({ contents: fs.readFileSync(file, 'utf8').replace(made, '$1/* @__PURE__ */ '), loader: 'ts' }));
    },
  };
}

/**
 * Two more passes over a minified bundle: one knows what a name of the whole bundle is bound to and so says it
 * shorter, one writes the functions that the first put where they are called as arrows; `unsafe` there takes it that
 * nobody gives `String` and `Array` another meaning. Bodies are not put in place of calls, which would cost time.
 */
function saidShorter() {
  const options = { module: false, ecma: 2022, compress: { toplevel: true, passes: 0, inline: 0, collapse_vars: false }, mangle: { toplevel: true } };
  const arrows = { module: false, ecma: 2022, compress: { toplevel: true, inline: 0, hoist_funs: true, reduce_funcs: false, unsafe: true, unsafe_arrows: true }, mangle: { toplevel: true } };
  return {
    name: 'said-shorter',
    setup(build) {
      if (!build.initialOptions.minify) return;
      build.initialOptions.write = false;
      build.onEnd(async ({ outputFiles = [] }) => {
        for (const { path: file, text } of outputFiles) fs.writeFileSync(file, (await terser.minify((await swc.minify(text, options)).code, arrows)).code);
      });
    },
  };
}

/** The tools know the project's root by where they lie, so tests import them from there. */
function toolsApart() {
  return {
    name: 'tools-apart',
    setup(build) {
      build.onResolve({ filter: /\/tools\// }, ({ path: file }) => ({ path: `../../../tools/${path.basename(file)}`, external: true }));
    },
  };
}

/** Entry by entry, because esbuild writes nothing of a build in which one entry fails. */
function oneByOne(bundle) {
  const entries = Array.isArray(bundle.entryPoints) ? bundle.entryPoints.map((file) => [file]) : Object.entries(bundle.entryPoints).map((entry) => Object.fromEntries([entry]));
  return entries.map((entryPoints) => ({ ...bundle, entryPoints }));
}

async function main() {
  const wanted = process.argv.includes('--tests') ? [...bundles, ...testBundles()] : bundles;
  const builds = await Promise.allSettled(wanted.flatMap(oneByOne).map((options) => esbuild.build(options)));
  if (builds.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}

main();
