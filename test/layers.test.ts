/** Holds the map of the source: who may import whom, who may know the editor or Node, and that no import leads back to where it came from. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const source = path.resolve('src');

/** By layer, which is a folder or a file right under src: the other layers that it may import. */
const mayImport: Record<string, string[]> = {
  text: [],
  tensor: [],
  optimizers: [],
  notation: ['text'],
  memory: [],
  meaning: ['notation', 'text', 'report', 'memory'],
  check: ['meaning', 'notation', 'tensor', 'optimizers', 'report', 'memory', 'plain'],
  script: ['meaning', 'notation'],
  report: [],
  rpc: [],
  thread: ['rpc'],
  values: ['report'],
  handout: ['report', 'values', 'words'],
  picture: [],
  remark: ['report'],
  words: ['report', 'plain'],
  plain: [],
  names: [],
  pieces: ['text', 'meaning', 'report', 'memory'],
  places: ['report'],
  checker: ['pieces', 'places', 'text', 'notation', 'meaning', 'tensor', 'check', 'script', 'report', 'remark', 'memory'],
  chart: ['report'],
  cli: ['checker', 'script', 'handout', 'report', 'notebook', 'pretty', 'chart', 'rpc', 'thread'],
  notebook: [],
  pretty: ['report', 'words'],
  context: ['checker', 'report'],
  delivery: ['checker', 'context', 'report'],
  worker: ['checker', 'delivery', 'rpc', 'thread'],
  'worker.web': ['checker', 'delivery', 'rpc'],
  render: ['picture', 'handout', 'script', 'rpc', 'thread'],
  'render.web': ['picture', 'handout', 'script', 'rpc'],
  panel: ['report', 'values', 'words', 'plain', 'chart'],
  editor: ['report', 'remark', 'rpc', 'words', 'names', 'picture', 'panel', 'script', 'handout', 'context', 'delivery', 'places', 'plain'],
  extension: ['editor', 'thread'],
  'extension.web': ['editor', 'rpc'],
};

const mayKnowEditor = ['editor', 'extension', 'extension.web'];
const mayKnowNode = ['cli', 'thread'];
/** Of these the editor and the checker take types: none may end up in their bundles. */
const typesOnly = [['editor', 'panel'], ['editor', 'picture'], ['editor', 'script'], ['editor', 'handout'], ['editor', 'context'], ['editor', 'delivery'], ['checker', 'script']];

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll(path.sep, '/'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = fs.readFileSync(path.join(source, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, type, to]) => ({ from: file, to: resolve(file, to), isType: type !== undefined })),
    ...[...dynamic].map(([, to]) => ({ from: file, to: resolve(file, to), isType: false })),
  ];
}

/** A file of ours by its path under src, anything else as it was written. */
function resolve(file: string, to: string): string {
  if (!to.startsWith('.')) return to;
  const plain = path.posix.join(path.posix.dirname(file), to);
  return [`${plain}.ts`, `${plain}/index.ts`, plain].find((name) => files.includes(name)) ?? plain;
}

function layerOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');
}

const isOurs = (name: string) => files.includes(name);
const show = ({ from, to }: Import) => `${from} imports ${to}`;

describe('layers', () => {
  it('every layer is on the map', () => {
    assert.deepEqual([...new Set(files.map(layerOf))].filter((layer) => !(layer in mayImport)), []);
  });

  it('a layer imports only what the map allows', () => {
    const wrong = imports.filter(({ from, to }) => isOurs(to) && layerOf(from) !== layerOf(to) && !mayImport[layerOf(from)]?.includes(layerOf(to)));
    assert.deepEqual(wrong.map(show), []);
  });

  it('every import of our own is there', () => {
    assert.deepEqual(imports.filter(({ to }) => to.startsWith('.') || (to.includes('/') && layerOf(to) in mayImport && !isOurs(to))).map(show), []);
  });

  it('only the editor knows vscode', () => {
    assert.deepEqual(imports.filter(({ from, to }) => to === 'vscode' && !mayKnowEditor.includes(layerOf(from))).map(show), []);
  });

  it('only the entries know Node', () => {
    assert.deepEqual(imports.filter(({ from, to }) => to.startsWith('node:') && !mayKnowNode.includes(layerOf(from))).map(show), []);
  });

  it('the tensor engine needs no package but a source of random numbers', () => {
    assert.deepEqual(imports.filter(({ from, to }) => layerOf(from) === 'tensor' && !isOurs(to) && !to.startsWith('pure-rand/')).map(show), []);
  });

  it('only types are taken from what runs elsewhere', () => {
    const taken = imports.filter(({ from, to, isType }) => !isType && isOurs(to) && typesOnly.some(([by, of]) => by === layerOf(from) && of === layerOf(to)));
    assert.deepEqual(taken.map(show), []);
  });

  it('what is named shorter in the workers is read by nobody else', () => {
    const lists = [...fs.readFileSync('esbuild.js', 'utf8').matchAll(/\[(?:\.\.\.WITHIN, )?('[^\]]+)\]/g)].filter(([whole, names]) => whole.includes('...WITHIN') || names.includes("'world'"));
    assert.equal(lists.length, 2, 'esbuild.js names what is shorter in all workers, and in the one that checks');
    const names = lists.flatMap(([, list]) => list.replace(/'/g, '').split(', ')).join('|');
    const read = new RegExp(`(?<!\\.)\\.(?:${names})\\b|\\{ (?:${names})\\b`);
    const others = files.filter((file) => ['report', 'delivery', 'rpc', 'handout', 'words', 'values', 'context', 'remark', 'editor', 'panel'].includes(layerOf(file)));
    assert.deepEqual(others.flatMap((file) => fs.readFileSync(path.join(source, file), 'utf8').split('\n').filter((line) => !line.startsWith('import') && !/^\s*(?:\/\*\*|\*|\/\/)/.test(line) && read.test(line)).map((line) => `${file}: ${line.trim()}`)), []);
    // A name in quotes becomes short too where `@__KEY__` stands before it.
    const asked = new RegExp(`(?<!@__KEY__ \\*/ )'(?:${names})' in |ask\\('(?:${names})'`);
    assert.deepEqual(files.filter((file) => asked.test(fs.readFileSync(path.join(source, file), 'utf8'))), []);
  });

  it('no import leads in a circle', () => {
    assert.deepEqual(circles(), []);
  });
});

/** Every chain of imports that comes back to a file on it. Types count: a circle of types is a circle of thought. */
function circles(): string[] {
  const next = (file: string) => imports.filter(({ from, to }) => from === file && isOurs(to)).map(({ to }) => to);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const other of next(file)) walk(other, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
