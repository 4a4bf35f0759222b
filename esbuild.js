// Builds what ships into dist/ and, with --tests, the tests too. `--dev` keeps names and adds source maps.
// Every bundle is built by itself, so that a mistake in one never takes the others away.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const forShipping = !process.argv.includes('--dev');
const common = { bundle: true, charset: 'utf8', minify: forShipping, sourcemap: !forShipping, target: 'es2022', logLevel: 'warning', outdir: 'dist', plugins: [onlyBlocks(), withUsedRows()] };
const inNode = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
const inBrowser = { ...common, platform: 'browser', format: 'iife' };
const inTests = { ...inNode, minify: false, sourcemap: 'inline', packages: 'external', outdir: undefined };

const bundles = [
  { ...inNode, entryPoints: { cli: 'src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...inNode, entryPoints: { extension: 'src/extension.ts', worker: 'src/worker.ts', render: 'src/render.ts' } },
  // An extension's browser entry is loaded as a CommonJS module; the workers beside it are plain scripts.
  { ...inBrowser, format: 'cjs', external: ['vscode'], entryPoints: { 'extension.web': 'src/extension.web.ts' } },
  { ...inBrowser, entryPoints: { 'worker.web': 'src/worker.web.ts', 'render.web': 'src/render.web.ts' } },
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

/**
 * `@lezer/markdown` reads blocks here. What it does besides nobody asks for: it is taken out, by what is named above the cuts, and esbuild leaves out what only
 * that called. The names of its nodes are a list. Its trees are of `tree.ts`. Tests have it so too, and a build without this has the whole package and reads the same.
 */
function onlyBlocks() {
  const trees = JSON.stringify(path.resolve('src/text/markdown/tree.ts'));
  const cuts = [
    [/^import \{.*\} from '@lezer\/common';$/m, `import { NodeType, NodeSet, Tree, Parser } from ${trees};`],
    [/^import \{.*\} from '@lezer\/highlight';$/m, ''],
    [/^export \{.*\};$/m, 'export { parser };'],
    // The names of nodes, without those of the inside of lines.
    [/^\(function \(Type\) \{$/m, 'Type = {}; ['],
    [/^ {4}Type\[Type\["(?:LinkReference|Processing\w+|Escape|Entity|HardBreak|(?:Strong)?Emphasis(?:Mark)?|Link(?:Mark|Title|Label)?|Image|InlineCode|HTMLTag|Comment|Autolink|URL)"\].*$/gm, ''],
    [/^ {4}Type\[Type\["(\w+)"\] = \d+\] = "\1";$/gm, '"$1",'],
    [/^\}\)\(Type \|\| \(Type = \{\}\)\);$/m, '].forEach((name, i) => { Type[Type[name] = i + 1] = name; });'],
    [/^ {8}props: i >= .*\n.*$/m, ''],
    [/^const NotLast = .*$/m, ''],
    // Colours.
    [/^const markdownHighlighting = [^;]*;$/m, ''],
    ['.extend(markdownHighlighting)', ''],
    [/\btags\.\w+(?:\(tags\.\w+\))?/g, 'undefined'],
    // The inside of lines, and the marks that are put among it.
    [/^const DefaultInline = \{.*?^\};$/ms, ''],
    [/, Object\.keys\(DefaultInline\).*$/m, ');'],
    [/^ {4}parseInline\(.*?^ {4}\}$/ms, ''],
    [/(?:cx|this)\.parser\.parseInline\([^()]*(?:\([^()]*\)[^()]*)?\)/g, 'none'],
    [/^function injectMarks\(.*?^\}$/ms, ''],
    [/injectMarks\((.*), leaf\.marks\)/g, '$1'],
    [/^ {12}for \(let m of line\.markers\)\n {16}leaf\.marks\.push\(m\);$/m, ''],
    [/^InlineContext\.\w+ = .*;$/gm, ''],
    [/^const (Super|Sub)script = \{.*?^\};$/gms, ''],
    [/^let Punctuation = .*$/m, ''],
    [/^try \{.*?^catch \(_\) \{ \}$/ms, ''],
    // Blocks that are read otherwise: of HTML is asked only whether it ends a paragraph.
    [/^ {4}HTMLBlock\(.*?^ {4}\},$/ms, 'HTMLBlock: undefined,'],
    [/^ {4}LinkReference\(.*\},$/m, ''],
    [/^const EmptyLine = .*$/m, ''],
    [/^( {4}\[\/\^.*\/i?), \S+\]/gm, '$1]'],
    [/^ {4}\[\/\^\\s\*\(\?:<.*$/m, ''],
    [' - (breaking ? 1 : 0)', ''],
    // What a parser can be told besides new blocks before others.
    [/^ {8}if \(nonEmpty\(config\.(?:defineNodes|remove|parseInline)\)\) \{.*?^ {8}\}$/gms, ''],
    [/^ {8}if \((?:nonEmpty\(config\.props\)|config\.wrap)\)\n.*$/gm, ''],
    [/^function resolveConfig\(.*?^\}$/ms, 'const resolveConfig = (spec) => spec;'],
    [/^ {8}for \(let w of this\.wrappers\)\n.*$/m, ''],
    [/ inlineParsers = .*(?= endLeafBlock = )/, ''],
    [', wrappers = this.wrappers', ''],
    [', inlineParsers, inlineNames, wrappers)', ')'],
    [/\binlineParsers, $.*?\bwrappers(?=\) \{$)/ms, ''],
    [/: spec\.after \? .* \+ 1 (?=:)/, ''],
    // The parts that an editor has parsed before, or parses later, by their hashes; and texts with gaps.
    [/^ {8}if \(this\.(?:stoppedAt|fragments) .*\n.*$/gm, ''],
    [/^ {8}if \(child\.prop\(.*\n.*$/m, ''],
    [/^ {8}return new TreeElement\(.*$/m, ''],
    [/^ {8}let hash = .*$/m, ''],
    [/\b(?:parentHash|hash|this\.block\.hash), /g, ''],
    [/\.balance\(\{.*?^ {8}\}\)/ms, ''],
    [/^ {4}(?:get parsedPos|stopAt|reuseFragment|peekLine|moveRangeI|startComposite|addGaps)\(.*?^ {4}\}$/gms, ''],
    ['this.moveRangeI();', ''],
    [/this\.addGaps\((.*)\);$/m, '$1;'],
    [/^ {12}if \(this\.ranges\.length > 1\) \{.*?^ {12}\}$/ms, ''],
    [/^ {8}if \(!this\.input\.lineChunks\) (\{.*?^ {8}\})$.*?^ {8}\}$/ms, '$1'],
    [/^ {8}this\.(?:stoppedAt|reusePlaceholders|rangeI|ranges|fragments|hash|hashProp|marks|inline\w+|wrappers|nodes) = .*$/gm, ''],
    // Names that are not known.
    [/^ +if \((?:!handler|found == null|found < 0)\)\n.*$/gm, ''],
  ];
  return {
    name: 'only-blocks',
    setup(build) {
      build.onResolve({ filter: /^@lezer\/markdown$/ }, () => ({ path: path.resolve('node_modules/@lezer/markdown/dist/index.js') }));
      build.onLoad({ filter: /@lezer[\\/]markdown[\\/]dist[\\/]index\.js$/ }, ({ path: file }) => {
        const source = fs.readFileSync(file, 'utf8');
        const lost = cuts.filter(([part]) => source.split(part).length < 2);
        if (lost.length) return { warnings: lost.map(([part]) => ({ text: `@lezer/markdown has no ${part} any more` })) };
        return { contents: cuts.reduce((text, [part, instead]) => text.replace(part, instead), source), resolveDir: path.dirname(file) };
      });
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
