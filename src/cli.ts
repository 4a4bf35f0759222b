/** `gradlens check FILE… [--format pretty|json] [--strength]`, `gradlens plot FILE:LINE --out PICTURE.svg`. Exit code 0: nothing refuted, or drawn; 1: something refuted; 2: wrong usage, an unreadable file, nothing to draw. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { drawFigure } from './chart';
import { createChecker } from './checker';
import { pretty } from './pretty';
import type { DocumentReport, Report, Source } from './report';

const USAGE = 'usage: gradlens check FILE... [--format pretty|json] [--strength], or gradlens plot FILE:LINE --out PICTURE.svg';
const SIZE_LIMIT = 10 * 1024 * 1024;

/** Something about the call that the user can mend; its message is the one line shown. */
class UsageError extends Error {}

type Values = ReturnType<typeof parse>['values'];

const COMMANDS: Record<string, (files: string[], values: Values) => number> = { check, plot };

function main(argv: string[]): number {
  try {
    const { values, positionals } = parse(argv);
    const [command, ...files] = positionals;
    if (values.help) { process.stdout.write(`${USAGE}\n`); return 0; }
    if (command === undefined || !Object.hasOwn(COMMANDS, command)) throw new UsageError(command ? `unknown command "${command}"; ${USAGE}` : USAGE);
    if (files.length === 0) throw new UsageError(`no file given; ${USAGE}`);
    return COMMANDS[command](files, values);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gradlens: ${error.message}\n`);
    return 2;
  }
}

function check(files: string[], { format = 'pretty', strength = false, out }: Values): number {
  if (out !== undefined) throw new UsageError(`--out belongs to plot; ${USAGE}`);
  if (format !== 'pretty' && format !== 'json') throw new UsageError(`unknown format "${format}"; pretty and json are known`);
  const report: Report = { version: 1, documents: files.map(readSource).map((source) => checkSource(source, strength)) };
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : pretty(report, process.stdout.isTTY === true));
  return report.documents.some((d) => d.equations.some((e) => e.links.some((l) => l.verdict === 'refuted'))) ? 1 : 0;
}

function plot([place, ...others]: string[], { out, format, strength }: Values): number {
  const [, path, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (!path || Number(line) < 1) throw new UsageError(`"${place}" names no line; write FILE:LINE, counted from 1`);
  if (others.length > 0) throw new UsageError(`one picture at a time; ${USAGE}`);
  if (format !== undefined || strength) throw new UsageError(`--format and --strength belong to check; ${USAGE}`);
  if (out === undefined) throw new UsageError(`--out PICTURE.svg is missing; ${USAGE}`);
  const figured = createChecker().figure(readSource(path), Number(line) - 1);
  if ('problem' in figured) throw new UsageError(`nothing to draw at ${place}: ${figured.problem}`);
  write(out, drawFigure(figured.figure, { alone: true }));
  process.stdout.write(`${figured.figure.title}\n${figured.figure.summary}\n`);
  return 0;
}

function write(path: string, text: string): void {
  try { writeFileSync(path, text); } catch (error) { throw new UsageError(`cannot write ${path}: ${reason(error)}`); }
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: { format: { type: 'string' }, strength: { type: 'boolean' }, out: { type: 'string', short: 'o' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split('.')[0] : 'unknown option'}; ${USAGE}`);
  }
}

const LATEX = new Set(['.tex', '.latex', '.ltx']);

function readSource(path: string): Source {
  const text = readText(path);
  return { path, language: LATEX.has(extname(path).toLowerCase()) ? 'latex' : 'markdown', text };
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

const REASONS: Record<string, string> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read', ENOTDIR: 'there is no such file' };
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code || 'unknown error');
}

function checkSource(source: Source, strength: boolean): DocumentReport {
  const equations = [...createChecker().check(source, { strength })].map((checked) => checked.equation);
  return { path: source.path, equations };
}

process.exitCode = main(process.argv.slice(2));
