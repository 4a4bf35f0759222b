/** `gradlens check FILE… [--format pretty|json] [--strength]`. Exit code 0: nothing refuted; 1: something refuted; 2: wrong usage or an unreadable file. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { createChecker } from './checker';
import { pretty } from './pretty';
import type { DocumentReport, Report, Source } from './report';

const USAGE = 'usage: gradlens check FILE... [--format pretty|json] [--strength]';
const SIZE_LIMIT = 10 * 1024 * 1024;

/** Something about the call that the user can mend; its message is the one line shown. */
class UsageError extends Error {}

interface Options { files: string[]; format: 'pretty' | 'json'; strength: boolean }

function main(argv: string[]): number {
  try {
    const options = readOptions(argv);
    const report: Report = { version: 1, documents: options.files.map(readSource).map((source) => checkSource(source, options)) };
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(report, null, 1)}\n` : pretty(report, process.stdout.isTTY === true));
    return report.documents.some((d) => d.equations.some((e) => e.links.some((l) => l.verdict === 'refuted'))) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gradlens: ${error.message}\n`);
    return 2;
  }
}

function readOptions(argv: string[]): Options {
  const { values, positionals } = parse(argv);
  const [command, ...files] = positionals;
  if (values.help) { process.stdout.write(`${USAGE}\n`); process.exit(0); }
  if (command !== 'check') throw new UsageError(command ? `unknown command "${command}"; ${USAGE}` : USAGE);
  if (files.length === 0) throw new UsageError(`no file given; ${USAGE}`);
  const format = values.format ?? 'pretty';
  if (format !== 'pretty' && format !== 'json') throw new UsageError(`unknown format "${format}"; pretty and json are known`);
  return { files, format, strength: values.strength ?? false };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: { format: { type: 'string' }, strength: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
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

function checkSource(source: Source, { strength }: Options): DocumentReport {
  const equations = [...createChecker().check(source, { strength })].map((checked) => checked.equation);
  return { path: source.path, equations };
}

process.exitCode = main(process.argv.slice(2));
