/**
 * Homework spliced and damaged at random: `npm run fuzz [-- N] [FILE…] [--seed=K]`. No document may crash the checker, take longer
 * than a second, or change its verdicts the second time or when only white space, the size of brackets or the name of a bound index changes.
 * Document K is made from seed K and the files alone, so that `1 --seed=K` tries it again; failing ones are left in dist/fuzz/.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createChecker } from '../src/checker';
import { parseEquation } from '../src/notation/equation';
import { type Big, type Expr, visit } from '../src/notation/expression';
import { tokenize } from '../src/notation/lexer';
import type { Link, Verdict } from '../src/report';
import { readDocument, type Language, type Region } from '../src/text';

interface Homework { language: Language; text: string }
interface Job { library: Homework[]; first: number; last: number }
/** What came of one document; `failures` are sentences. Milliseconds of the processor, so that a busy machine does not count. */
interface Outcome { seed: number; milliseconds: number; links: number; rewritten: number; failures: string[]; /** The document in the ways of writing that changed its verdicts. */ others: string[] }

const SLOW = 1000;
/** A document that gives no answer for so long hangs. */
const HANG = 20_000;

// ── documents ──

interface Random { below(n: number): number; pick<T>(items: readonly T[]): T }

/** Mulberry32. */
function randomOf(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number) => next() % n;
  return { below, pick: (items) => items[below(items.length)] };
}

const SHRAPNEL = ['$', '$$', '{', '}', '\\', '&', '\\\\', '^', '_', '=', '(', ')', '|', '\\frac', '\\left(', '\\right)', '\\begin{align}', '\\end{aligned}', '\\text{', '%', '`', '\\sum_i', '\\partial', '\\Rightarrow', '\n\n', '-', '2', "'", ',', '\0', '🙂'];

/** Paragraphs of several documents of one language, some of them damaged. */
function splice(random: Random, library: Homework[]): Homework {
  const { language } = random.pick(library);
  const sources = library.filter((homework) => homework.language === language);
  const parts = Array.from({ length: 1 + random.below(3) }, () => passage(random, random.pick(sources).text));
  let text = parts.join('\n\n');
  for (let wounds = random.below(4); wounds > 0; wounds--) text = damage(random, text);
  return { language, text };
}

function passage(random: Random, text: string): string {
  const paragraphs = text.split(/\n{2,}/);
  const start = random.below(paragraphs.length);
  return paragraphs.slice(start, start + 1 + random.below(3)).join('\n\n');
}

const DAMAGES: ((random: Random, text: string, at: number) => string)[] = [
  (random, text, at) => text.slice(0, at) + random.pick(SHRAPNEL) + text.slice(at),
  (random, text, at) => text.slice(0, at) + text.slice(at + 1 + random.below(3)),
  (random, text, at) => { const end = at + random.below(40); return text.slice(0, end) + text.slice(at); },
  (random, text, at) => { const from = random.below(text.length); return text.slice(0, at) + text.slice(from, from + random.below(60)) + text.slice(at); },
  (_random, text, at) => text.slice(0, at),
];

const damage = (random: Random, text: string): string => (text ? random.pick(DAMAGES)(random, text, random.below(text.length)) : text);

// ── ways of writing the same ──

interface Change { at: number; end: number; text: string }

function apply(text: string, changes: Change[]): string {
  return [...changes].sort((a, b) => b.at - a.at).reduce((out, { at, end, text: put }) => out.slice(0, at) + put + out.slice(end), text);
}

type Way = (random: Random, homework: Homework) => Change[];
const WAYS: Record<string, Way> = { 'white space': moreSpace, 'sizing commands': otherSizes, 'bound indices': otherIndices };

/** Tokens of the regions that could be read, with their places in the document; those of a macro's call have one place and are left out. */
function tokensOf({ text, language }: Homework) {
  const { regions, macros } = readDocument(text, language);
  return regions.filter((region) => !region.problem && isPlain(text, region) && !/\\(?:text|mbox|newcommand|def)|%|\n\s*[>*+-]/.test(region.tex)).map(({ tex, content }) =>
    tokenize(tex, content.start, macros).tokens.filter(({ span, text: written }) => text.slice(span.start, span.end).trim() === written.trim()));
}

/** No signs of a quotation stand in it. */
const isPlain = (text: string, { tex, content }: Region): boolean => text.slice(content.start, content.end) === tex;

/** Not before the first token: in Markdown a dollar and a space may open nothing. */
function moreSpace(random: Random, homework: Homework): Change[] {
  const around = tokensOf(homework).flatMap((tokens) => tokens.slice(1)).filter(({ text }) => ['=', '+', '\\cdot', '\\frac', '\\sum', '\\partial'].includes(text));
  return around.filter(() => random.below(2)).map(({ span }) => ({ at: span.start, end: span.start, text: random.pick([' ', '  ', ' \\, ', ' \\; ']) }));
}

const SIZES = [['\\left', '\\right'], ['\\big', '\\big'], ['\\Bigl', '\\Bigr']];

function otherSizes(random: Random, homework: Homework): Change[] {
  return tokensOf(homework).flatMap((tokens) => {
    const [left, right] = random.pick(SIZES);
    const isSized = (at: number) => /\\[a-zA-Z]+\s*$/.test(homework.text.slice(Math.max(0, at - 12), at));
    return tokens.filter(({ text, span }) => (text === '(' || text === ')') && !isSized(span.start)).map(({ text, span }) => ({ at: span.start, end: span.start, text: text === '(' ? left : right }));
  });
}

/** In a sum by `i`, another letter that the document does not have. */
function otherIndices(random: Random, homework: Homework): Change[] {
  const { regions, macros } = readDocument(homework.text, homework.language);
  const letters = [...'pqrsuvh'].filter((letter) => !regions.some(({ tex }) => tex.includes(letter) && new RegExp(`(?<!\\\\[a-zA-Z]*)${letter}`).test(tex)));
  if (letters.length === 0) return [];
  const letter = random.pick(letters);
  for (const region of regions.filter((region) => !region.problem && isPlain(homework.text, region))) {
    for (const { expr } of parseEquation(region, homework.text, macros).statements.flatMap(({ members }) => members)) {
      for (const big of sumsOf(expr)) {
        const changes = renaming(big, expr, letter, homework.text);
        if (changes.length > 1 && random.below(3)) return changes;
      }
    }
  }
  return [];
}

function sumsOf(expr: Expr): Big[] {
  const found: Big[] = [];
  visit(expr, (e) => { if (e.kind === 'big' && (e.op === 'sum' || e.op === 'prod')) found.push(e); });
  return found;
}

/** None when an inner sum binds the letter again, the member has it outside of the sum too (which may reach farther than it looks), a macro stands between, or something was not read. */
function renaming(big: Big, member: Expr, letter: string, text: string): Change[] {
  const [below] = big.below;
  const bound = below?.kind === 'chain' ? below.members[0] : below;
  if (big.below.length !== 1 || bound?.kind !== 'name' || !/^[ijk]$/.test(bound.letter)) return [];
  const changes: Change[] = [];
  let plain = true;
  const see = (e: Expr) => {
    if (e.kind === 'unread' || e.kind === 'words') plain = false;
    if (e !== big && e.kind === 'big' && e.below.some((b) => (b.kind === 'chain' ? b.members[0] : b).kind === 'name' && text.slice(b.span.start).startsWith(bound.letter))) plain = false;
    if (e.kind !== 'name' || e.letter !== bound.letter || e.accents.length) return;
    if (text.slice(e.span.start, e.span.end) !== bound.letter) plain = false;
    changes.push({ at: e.span.start, end: e.span.end, text: letter });
  };
  for (const part of [below, big.body]) visit(part, see);
  let all = 0;
  visit(member, (e) => { if (e.kind === 'name' && e.letter === bound.letter && !e.accents.length) all++; });
  return plain && all === changes.length ? changes : [];
}

// ── checking ──

const MARK: Record<Verdict, string> = { verified: '✓', refuted: '✗', undecided: '?', definition: '·', assumption: '·' };

const linksOf = ({ language, text }: Homework): Link[] => [...createChecker().check({ path: 'homework', language, text })].flatMap(({ equation }) => equation.links);
const verdictsOf = (homework: Homework): string => marks(linksOf(homework));
const marks = (links: Link[]): string => links.map(({ verdict }) => MARK[verdict]).join('');

function tryDocument(seed: number, library: Homework[]): Outcome {
  const random = randomOf(seed);
  const homework = splice(random, library);
  const outcome: Outcome = { seed, milliseconds: 0, links: 0, rewritten: 0, failures: [], others: [] };
  try {
    const before = process.cpuUsage();
    const links = linksOf(homework);
    const { user, system } = process.cpuUsage(before);
    outcome.milliseconds = (user + system) / 1000;
    const verdicts = marks(links);
    outcome.links = links.length;
    for (const { code, message, lhs } of links) if (code === 'internal') outcome.failures.push(`fails on ${lhs}: ${message}`);
    const again = verdictsOf(homework);
    if (again !== verdicts) outcome.failures.push(`a second time: ${difference(verdicts, again)}`);
    if (outcome.milliseconds > SLOW) outcome.failures.push(`takes ${Math.round(outcome.milliseconds)} ms`);
    for (const [name, way] of Object.entries(WAYS)) {
      const changes = way(random, homework);
      if (changes.length === 0) continue;
      outcome.rewritten++;
      const text = apply(homework.text, changes);
      const other = verdictsOf({ ...homework, text });
      if (other === verdicts) continue;
      outcome.failures.push(`other ${name}: ${difference(verdicts, other)}`);
      outcome.others.push(text);
    }
  } catch (error) {
    outcome.failures.push(`throws ${error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error)}`);
  }
  return outcome;
}

function difference(a: string, b: string): string {
  if (a.length !== b.length) return `${a.length} links become ${b.length}`;
  return [...a].flatMap((mark, i) => (mark === b[i] ? [] : [`link ${i + 1}: ${mark} becomes ${b[i]}`])).join(', ');
}

// ── the two threads ──

const root = path.join(__dirname, '..');

function libraryOf(files: string[]): Homework[] {
  return files.map((file): Homework => ({ language: /\.(?:tex|latex|ltx)$/i.test(file) ? 'latex' : 'markdown', text: readFileSync(file, 'utf8').replace(/^\s*(?:%|<!--)\s*(?:expect|alter|undecided):.*$/gm, '') }));
}

function ownFiles(): string[] {
  return ['samples', 'test/corpus'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(root, folder, String(name)))).filter((file) => /\.(?:md|tex)$/.test(file)).sort();
}

function work({ library, first, last }: Job): void {
  for (let seed = first; seed <= last; seed++) parentPort?.postMessage(tryDocument(seed, library));
}

/** Runs the job in a worker; when a document hangs or ends the worker, goes on behind it in another. */
function run(job: Job, see: (outcome: Outcome) => void): Promise<void> {
  if (job.first > job.last) return Promise.resolve();
  return new Promise((resolve) => {
    let seed = job.first;
    const worker = new Worker(__filename, { workerData: job });
    const goOn = (failure: string) => {
      clearInterval(watch);
      see({ seed, milliseconds: HANG, links: 0, rewritten: 0, failures: [failure], others: [] });
      void worker.terminate().then(() => resolve(run({ ...job, first: seed + 1 }, see)));
    };
    let heard = Date.now();
    const watch = setInterval(() => { if (Date.now() - heard > HANG) goOn(`gives no answer in ${HANG / 1000} s`); }, 500);
    worker.on('message', (outcome: Outcome) => {
      heard = Date.now();
      see(outcome);
      seed = outcome.seed + 1;
      if (seed > job.last) { clearInterval(watch); resolve(); }
    });
    worker.on('error', (error) => goOn(`ends the worker: ${error.message}`));
  });
}

async function main(argv: string[]): Promise<void> {
  const first = Number(argv.find((arg) => arg.startsWith('--seed='))?.slice(7) ?? 1);
  const count = Number(argv.find((arg) => /^\d+$/.test(arg)) ?? 2000);
  const files = [...ownFiles(), ...argv.filter((arg) => !/^\d+$|^--seed=/.test(arg))];
  const total = { documents: 0, links: 0, rewritten: 0, slowest: 0, failing: 0 };
  const library = libraryOf(files);
  const folder = path.join(root, 'dist/fuzz');
  mkdirSync(folder, { recursive: true });
  await run({ library, first, last: first + count - 1 }, ({ seed, milliseconds, links, rewritten, failures, others }) => {
    total.documents++;
    total.links += links;
    total.rewritten += rewritten;
    total.slowest = Math.max(total.slowest, milliseconds);
    if (failures.length) {
      const { language, text } = splice(randomOf(seed), library);
      [text, ...others].forEach((each, i) => { writeFileSync(path.join(folder, `${seed}${i ? `-${i}` : ''}.${language === 'latex' ? 'tex' : 'md'}`), each); });
      total.failing++;
    }
    for (const failure of failures) console.log(`seed ${seed}: ${failure}`);
  });
  console.log(`${total.documents} documents of ${files.length} files, ${total.links} links, ${total.rewritten} written in another way; slowest ${Math.round(total.slowest)} ms; ${total.failing} failing`);
  process.exitCode = total.failing ? 1 : 0;
}

if (isMainThread) void main(process.argv.slice(2));
else work(workerData as Job);
