/** `gradlens check FILE… [--format pretty|json] [--strength]`, `gradlens script FILE:LINE [--as numpy|pytorch]`, `gradlens report FILE… [--out FILE]`, `gradlens plot FILE:LINE --out PICTURE.svg`. Exit code 0: nothing refuted, or drawn; 1: something refuted; 2: wrong usage, an unreadable file, nothing to draw. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { drawFigure } from './chart';
import { type Checker, type CheckOptions, createChecker, type LinkPlace } from './checker';
import { type Page, writeHandout } from './handout';
import { notebookText } from './notebook';
import { pretty } from './pretty';
import type { Equation, Report, Source } from './report';
import { connect, serve } from './rpc';
import { type DialectName, writeScript } from './script';
import { startersPort, threadPort } from './thread';

const USAGE = 'usage: gradlens check FILE... [--format pretty|json] [--strength], gradlens script FILE:LINE [--as numpy|pytorch], gradlens report FILE... [--out report.html|report.md], or gradlens plot FILE:LINE --out PICTURE.svg';
const SIZE_LIMIT = 10 * 1024 * 1024;

/** Something about the call that the user can mend; its message is the one line shown. */
class UsageError extends Error {}

type Values = ReturnType<typeof parse>['values'];

/** What can be asked; each command gives the exit code. */
const COMMANDS: Record<string, (files: string[], values: Values) => number | Promise<number>> = { check, script, report, plot };

/** A process of a few seconds spends a third of them on optimizing code that then runs no longer: more patience, and calls are not inlined, in the versions of V8 that know the flags. */
if (/^1[1-3]\./.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=600000 --max-inlined-bytecode-size-cumulative=0');

async function main(argv: string[]): Promise<number> {
  try {
    const { values, positionals: [command, ...files] } = parse(argv);
    if (values.help) return say(`${USAGE}\n`);
    if (!command || !Object.hasOwn(COMMANDS, command)) throw new UsageError(command ? `unknown command "${command}"; ${USAGE}` : USAGE);
    if (files.length === 0) throw new UsageError(`no file given; ${USAGE}`);
    return await COMMANDS[command](files, values);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gradlens: ${error.message}\n`);
    return 2;
  }
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv, allowPositionals: true,
      options: { format: { type: 'string' }, strength: { type: 'boolean' }, as: { type: 'string' }, out: { type: 'string', short: 'o' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split('.')[0] : 'unknown option'}; ${USAGE}`);
  }
}

// ── check ──

async function check(files: string[], { format = 'pretty', strength = false }: Values): Promise<number> {
  if (format !== 'pretty' && format !== 'json') throw new UsageError(`unknown format "${format}"; pretty and json are known`);
  const sources = files.map(readSource);
  const checked = await equationsOf(sources, { strength });
  const report: Report = { version: 1, documents: sources.map(({ path }, i) => ({ path, equations: checked[i] })) };
  say(format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : pretty(report, process.stdout.isTTY === true));
  return report.documents.some((d) => d.equations.some((e) => e.links.some((l) => l.verdict === 'refuted'))) ? 1 : 0;
}

// ── in threads ──

/** Less text than this for each of them is checked before threads have started. */
const WORTH_A_THREAD = 4000;

/** A piece of a document by the numbers of its equations, and how much mathematics it has. */
interface Piece { document: number; only: number[]; length: number }

/** What is to be checked; each thread, this one among them, takes a piece that no other has taken. */
interface Work { sources: readonly Source[]; options: CheckOptions; pieces: readonly Piece[]; taken: Int32Array }

interface Share { piece: Piece; equations: Equation[] }

function createWorker(checker = createChecker()) {
  return {
    share(work: Work): Share[] {
      const { sources, options } = work;
      const done: Share[] = [];
      for (let piece = take(work, done); piece; piece = take(work, done)) {
        done.push({ piece, equations: [...checker.check(sources[piece.document], { ...options, only: piece.only })].map(({ equation }) => equation) });
      }
      return done;
    },
  };
}

/** The next piece of a document that was begun here, of which much is known; then of one that nobody has begun; then of the others, which have to be read first, the longest that leaves as much to those who have. */
function take(work: Work, done: readonly Share[]): Piece | undefined {
  const { pieces, taken } = work;
  const [free, gone] = [0, 1].map((flag) => pieces.filter((_, i) => Atomics.load(taken, i) === flag));
  const left = free.reduce((sum, { length }) => sum + length, 0);
  const next = free.find(({ document }) => done.some(({ piece }) => piece.document === document))
    ?? free.find(({ document }) => !gone.some((other) => other.document === document))
    ?? free.sort((a, b) => b.length - a.length).find(({ length }) => 2 * length <= left) ?? free[0];
  return next && Atomics.exchange(taken, pieces.indexOf(next), 1) === 1 ? take(work, done) : next;
}

/** The checked equations of each document, in order. */
async function equationsOf(sources: readonly Source[], options: CheckOptions = {}): Promise<Equation[][]> {
  const total = sources.reduce((sum, { text }) => sum + text.length, 0);
  const count = Math.min(availableParallelism(), Math.floor(total / WORTH_A_THREAD));
  // They start while this one cuts the documents into pieces.
  const others = Array.from({ length: Math.max(0, count - 1) }, () => connect<ReturnType<typeof createWorker>>(threadPort(__filename)));
  const checker = createChecker();
  const pieces = piecesOf(checker, sources);
  const work: Work = { sources, options, pieces, taken: new Int32Array(new SharedArrayBuffer(4 * pieces.length)) };
  const theirs = others.map((thread) => thread.call('share', work));
  const own = createWorker(checker).share(work);
  const checked: Equation[][] = sources.map(() => []);
  for (const { piece: { document, only }, equations } of [...own, ...(await Promise.all(theirs)).flat()]) equations.forEach((equation, i) => { checked[document][only[i]] = equation; });
  for (const thread of others) thread.stop();
  return checked;
}

/** Those of the longest document first: what takes longest must not be begun last. */
function piecesOf(checker: Checker, sources: readonly Source[]): Piece[] {
  const pieces = sources.flatMap((source, document) => {
    const found: Piece[] = [];
    checker.outline(source).items.forEach(({ piece, tex }, index) => {
      found[piece] ??= { document, only: [], length: 0 };
      found[piece].only.push(index);
      found[piece].length += tex.length;
    });
    return found.filter(Boolean);
  });
  return pieces.sort((a, b) => sources[b.document].text.length - sources[a.document].text.length);
}

// ── script ──

const DIALECTS: readonly DialectName[] = ['numpy', 'pytorch'];

/** The check of the line as a script; of several relations in a line, of the first wrong one. */
function script([place, ...more]: string[], { as = 'numpy' }: Values): number {
  const [, path, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  const dialect = DIALECTS.find((name) => name === as);
  if (!path || more.length > 0) throw new UsageError(`which line? ${USAGE}`);
  if (!dialect) throw new UsageError(`unknown library "${as}"; ${DIALECTS.join(' and ')} are known`);
  const source = readSource(path);
  const found = placeIn(source, Number(line) - 1);
  if (!found) throw new UsageError(`there is nothing verified or refuted in line ${line} of ${path}`);
  const point = createChecker().point(source, found);
  const written = 'problem' in point ? point : writeScript(point, dialect);
  if ('problem' in written) throw new UsageError(written.problem);
  return say(written.code);
}

function placeIn(source: Source, line: number): LinkPlace | undefined {
  const places = [...createChecker().check(source)].flatMap(({ index, equation: { links } }) => links.map((link, at) => ({ link, place: { equation: index, link: at } })));
  const here = places.filter(({ link: { range, verdict } }) => range.start.line <= line && line <= range.end.line && (verdict === 'verified' || verdict === 'refuted'));
  // A row of a chain ends in its own line, and begins in the one before.
  const own = here.filter(({ link }) => link.range.end.line === line);
  const among = own.length > 0 ? own : here;
  return (among.find(({ link }) => link.verdict === 'refuted') ?? among[0])?.place;
}

// ── report ──

/** A page for whoever corrects the homework: HTML, or Markdown where the file's name says so or none is given. */
async function report(files: string[], { out }: Values): Promise<number> {
  const sources = files.map(readSource);
  const checked = await equationsOf(sources);
  const pages = sources.map((source, i): Page => ({ title: basename(source.path), text: source.text, outline: createChecker().outline(source), equations: checked[i] }));
  const written = writeHandout(pages, out && /\.html?$/i.test(out) ? 'html' : 'markdown');
  if (out) writeText(out, written);
  else say(written);
  return pages.some(({ equations }) => equations.some((e) => e?.links.some((l) => l.verdict === 'refuted'))) ? 1 : 0;
}

// ── plot ──

/** A picture of what stands on the line. */
function plot([place, ...others]: string[], { out }: Values): number {
  const [, path, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (!path || Number(line) < 1) throw new UsageError(`"${place}" names no line; write FILE:LINE, counted from 1`);
  if (others.length > 0) throw new UsageError(`one picture at a time; ${USAGE}`);
  if (out === undefined) throw new UsageError(`--out PICTURE.svg is missing; ${USAGE}`);
  const figured = createChecker().figure(readSource(path), Number(line) - 1);
  if ('problem' in figured) throw new UsageError(`nothing to draw at ${place}: ${figured.problem}`);
  writeText(out, drawFigure(figured.figure, { alone: true }));
  return say(`${figured.figure.title}\n${figured.figure.summary}\n`);
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  }
}

// ── files ──

const LATEX = new Set(['.tex', '.latex', '.ltx']);

function readSource(path: string): Source {
  const written = readText(path);
  const extension = extname(path).toLowerCase();
  const text = extension === '.ipynb' ? notebookText(written) : written;
  if (text === undefined) throw new UsageError(`${path} is not a notebook that can be read: its JSON has no list of cells`);
  return { path, language: LATEX.has(extension) ? 'latex' : 'markdown', text };
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > SIZE_LIMIT) throw new UsageError(`${path} has ${Math.round(size / 1024 / 1024)} MB; files up to ${SIZE_LIMIT / 1024 / 1024} MB are checked`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
  if (bytes.length === 0) throw new UsageError(`${path} is empty`);
  if (bytes.subarray(0, 8192).includes(0)) throw new UsageError(`${path} is not a text file`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

const REASONS: Record<string, string> = { ENOENT: 'there is no such file or folder', EISDIR: 'it is a folder', EACCES: 'it may not be read', ENOTDIR: 'there is no such file' };
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code || 'unknown error');
}

const starter = startersPort();
if (starter) serve(starter, createWorker());
else main(process.argv.slice(2)).then((code) => { process.exitCode = code; });
