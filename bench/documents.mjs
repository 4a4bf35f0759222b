// `npm run bench:documents [-- FILE...]`: how long documents take, with a new checker and with one in use, and reading beside KaTeX's bare parse.
// Times are of the processor, in milliseconds, since others may use the machine. Without files: those of test/corpus.
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import katex from 'katex';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const ROUNDS = 4;
const EQUATIONS = 5000;

const { createChecker, cutText, readDocument, parseEquation, meaningOf, startsExercise, classifyAll, checkRegion, createMemory } = await bundled();

const corpus = here('../test/corpus/');
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(corpus).filter((name) => /\.(?:md|tex)$/.test(name)).map((name) => corpus + name);
const sources = files.map((path) => ({ path, language: path.endsWith('.tex') ? 'latex' : 'markdown', text: readFileSync(path, 'utf8') }));
const parts = sources.map(({ text, language }) => ({ text, ...readDocument(text, language) }));
const regions = parts.reduce((count, part) => count + part.regions.length, 0);

console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}; ${files.length} documents, ${regions} formulas\n`);
const used = createChecker();
row('cold', timed(() => checkAll(used)));
row('again, the same checker', best(() => checkAll(used)));
row('warm, a new checker', best(() => checkAll(createChecker())));
perFormula();
row('reading all formulas', best(() => { for (const { text, regions, macros } of parts) for (const region of regions) parseEquation(region, text, macros); }));
row("KaTeX's bare parse of them", best(() => { for (const { regions } of parts) for (const { tex } of regions) parsed(tex); }));
keystroke();
updateRules();

/** The stages of the source, as they ship. */
async function bundled() {
  const outfile = here('./peers/stages.mjs');
  buildSync({ entryPoints: [here('./stages.ts')], outfile, bundle: true, format: 'esm', target: 'es2022', platform: 'node' });
  return import(pathToFileURL(outfile).href);
}

/** @param {{ check(source: object): Iterable<unknown> }} checker */
function checkAll(checker) {
  for (const source of sources) for (const _ of checker.check(source));
}

/** @param {string} tex */
function parsed(tex) {
  try { katex.__parse(tex, { strict: false }); } catch { /* what KaTeX does not read */ }
}

function perFormula() {
  /** @type {number[]} */
  const times = [];
  for (const source of sources) {
    const equations = createChecker().check(source)[Symbol.iterator]();
    equations.next(); // reads the document
    for (let done = false; !done;) times.push(timed(() => { done = Boolean(equations.next().done); }));
  }
  times.sort((a, b) => a - b);
  row('one formula, median', times[times.length >> 1]);
  row('one formula, 99 of 100', times[Math.floor(0.99 * times.length)]);
}

/** What a key costs in the middle of a long document, and in the documents as one. */
function keystroke() {
  const long = Array.from({ length: EQUATIONS }, (_, i) => `${i % 50 ? '' : `## Exercise ${i / 50}\n\n`}Then $(x + ${i})^2 = x^2 + ${2 * i} x + ${i * i}$.`).join('\n\n');
  const checker = createChecker();
  const check = (/** @type {string} */ text) => { for (const _ of checker.check({ path: 'long.md', language: 'markdown', text })); };
  const typed = (/** @type {string} */ by, /** @type {number} */ round) => timed(() => check(long.replace('(x + 2525)', `(${by.repeat(round + 1)}x + 2525)`)));
  row(`${EQUATIONS} equations`, timed(() => check(long)));
  row('a key in them, the first', typed('0+', 0));
  row('a key in them', quickest((round) => typed('0+', round + 1)));
  row('a key that makes the line wrong, repair and counterexample included', quickest((round) => typed('1+', round)));
  row('a line above all of them', quickest((round) => timed(() => check(`${'Words.\n\n'.repeat(round + 1)}${long}`))));
  stages(long);
  joined();
}

/** The stages of that key: the text is cut as a whole, all else is of the piece that the key is in. */
function stages(/** @type {string} */ text) {
  const piece = cutText(text, 'markdown', startsExercise).find((/** @type {{ text: string }} */ each) => each.text.includes('(x + 2525)'))?.text;
  const parts = readDocument(piece, 'markdown');
  const memory = createMemory(1000);
  /** @type {Record<string, number[]>} */
  const taken = {};
  const note = (/** @type {string} */ stage, /** @type {() => any} */ run) => {
    let made;
    const took = timed(() => { made = run(); });
    taken[stage] = [...(taken[stage] ?? []), took];
    return made;
  };
  for (let round = 0; round < 10 * ROUNDS; round++) {
    note('text: cut', () => cutText(text, 'markdown', startsExercise));
    note('text: the piece', () => readDocument(piece, 'markdown'));
    note('parse', () => { for (const region of parts.regions) parseEquation(region, piece, parts.macros); });
    const document = note('parse and meaning', () => meaningOf(piece, parts, memory));
    const roles = note('classify', () => classifyAll(document));
    note('check', () => { for (const link of document.links) checkRegion(document, roles, [link]); });
  }
  for (const [stage, times] of Object.entries(taken)) row(`— of it ${stage}`, Math.min(...times));
}

/** All documents in Markdown as the exercises of one, which take names from each other. */
function joined() {
  const text = sources.filter(({ language }) => language === 'markdown').map(({ text }, i) => `# Exercise ${i + 1}\n\n${text.replace(/^#/gm, '##')}`).join('\n\n');
  const checker = createChecker();
  const check = (/** @type {string} */ written) => { for (const _ of checker.check({ path: 'joined.md', language: 'markdown', text: written })); };
  check(text);
  const places = [...text.matchAll(/\$ /g)].map(({ index }) => index);
  const times = Array.from({ length: 20 }, (_, i) => {
    const at = places[Math.floor(((i + 0.5) / 20) * places.length)];
    return timed(() => check(`${text.slice(0, at)}$  ${text.slice(at + 2)}`));
  }).sort((a, b) => a - b);
  row(`a key in the ${checker.outline({ path: 'joined.md', language: 'markdown', text }).items.length} formulas of the documents joined, median of 20 places`, times[10]);
  row('the dearest of these places', times[19]);
}

/** A rule of five lines, recognised and judged; and one symbol of it wrong, with its repair. Each time with a new checker, once the code is warm. */
function updateRules() {
  const lines = ['m_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t', 'v_t = \\beta_2 v_{t-1} + (1 - \\beta_2) g_t^2', '\\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t}', '\\hat{v}_t = \\frac{v_t}{1 - \\beta_2^t}', '\\theta_{t+1} = \\theta_t - \\frac{\\eta}{\\sqrt{\\hat{v}_t} + \\epsilon} \\hat{m}_t'];
  const text = `## Adam\n\n${lines.map((line) => `- $${line}$`).join('\n')}\n`;
  for (const [what, written] of [['a rule of five lines', text], ['the same with a square lost', text.replace('g_t^2', 'g_t')]]) {
    const check = () => { for (const _ of createChecker().check({ path: 'rule.md', language: 'markdown', text: written })); };
    const times = Array.from({ length: 15 }, () => timed(check)).sort((a, b) => a - b);
    row(`${what}, median`, times[7]);
  }
}

/** @param {() => void} run */
function timed(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {(round: number) => number} measure */
function quickest(measure) {
  return Math.min(...Array.from({ length: 3 * ROUNDS }, (_, round) => measure(round)));
}

/** @param {() => void} run */
function best(run) {
  return Math.min(...Array.from({ length: ROUNDS }, () => timed(run)));
}

/** @param {string} what @param {number} taken */
function row(what, taken) {
  console.log(`| ${what} | ${taken < 10 ? taken.toFixed(2) : taken.toFixed(0)} |`);
}
