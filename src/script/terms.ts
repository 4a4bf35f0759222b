/** Terms as Python: matrix products where they are some, functions of Python for what is differentiated or put in. */
import { reaches } from '../meaning/names';
import type { AverageRule, Block, ElementwiseName, Index, Term } from '../meaning/term';
import { print } from '../notation/print';
import { type Bond, type Code, aligned, asArray, einsum, held, merged, permuted, plain, union, whole } from './code';
import type { Library } from './dialects';
import type { Names } from './names';
import type { ScriptPoint } from './point';

/** A construct that no script is written for; `what` begins a sentence. */
export class Unwritable extends Error {
  constructor(readonly what: string) { super(what); }
}

/** Where code is being written: at the top of the script, or inside of a function that varies some symbols. */
export interface Writer {
  library: Library;
  world: ScriptPoint['world'];
  sizeOf(index: Index): number;
  /** Whether any index runs over a size. */
  isAttached(index: Index): boolean;
  names: Names;
  lines: string[];
  indent: string;
  /** Values that have a name here. */
  scope: Map<string, Code>;
  /** Definitions being written, to notice circles. */
  busy: Set<string>;
}

export function write(w: Writer, term: Term): Code {
  switch (term.op) {
    case 'num': return plain(numeral(term.value), term.value < 0 ? 'sign' : 'whole');
    case 'symbol': return entryOf(w, symbolCode(w, term.key), term.key, term.at);
    case 'index': return whole(w.library.arange(String(w.sizeOf(term.index))), [term.index]);
    case 'size': return sizeCode(w, term.index);
    case 'map': return elementwise(w, term.fn, term.args);
    case 'reduce': return reduction(w, term);
    case 'at': return picked(write(w, term.body), term.index, term.value);
    case 'derivative': return derivative(w, term);
    case 'let': return replaced(w, term);
    case 'inverse': return inverse(w, term);
    case 'det': return determinant(w, term);
    case 'stack': return stacked(w, term.index, term.contents);
    case 'join': return joined(w, term.index, term.blocks);
    case 'flatten': return flattened(w, term);
    case 'smooth': throw new Unwritable(`It rests on ${term.name}, a function of which nothing is known but that it is smooth`);
    case 'average': throw new Unwritable(AVERAGES[term.rule.kind]);
  }
}

const AVERAGES: Record<AverageRule['kind'], string> = { normal: 'It takes an expectation', values: 'It takes an expectation', limit: 'It takes a limit', integral: 'It takes an integral', measure: 'It takes an integral without bounds' };

const numeral = (value: number): string => (value === Infinity ? 'math.inf' : String(value));

function sizeCode(w: Writer, index: Index): Code {
  return w.isAttached(index) ? plain(String(w.sizeOf(index))) : symbolCode(w, index);
}

// ── symbols ──

const axesOf = (w: Writer, key: string): Index[] => w.world.definitions.get(key)?.axes ?? w.world.symbols.get(key)?.axes ?? w.scope.get(key)?.labels ?? [];

/** The name of a symbol's value here; what its definition needs is written first. */
function symbolCode(w: Writer, key: string): Code {
  const known = w.scope.get(key);
  if (known) return known;
  const definition = w.world.definitions.get(key);
  if (!definition || w.busy.has(key)) throw new Unwritable(`It rests on ${w.world.symbols.get(key)?.use.tex ?? key}, of which only what it depends on is known`);
  w.busy.add(key);
  const value = write(w, definition.term);
  w.busy.delete(key);
  const extra = value.labels.filter((label) => !definition.axes.includes(label));
  const code = spread(w, value, [...definition.axes, ...extra]);
  const binding = w.world.symbols.get(key)?.binding;
  return assign(w, key, code, binding && w.indent === '' ? `${binding.tex} = ${print(binding.expr)}` : undefined);
}

function assign(w: Writer, key: string, code: Code, remark?: string): Code {
  const name = w.names.of(key);
  w.lines.push(`${w.indent}${name} = ${code.text}${remark ? `  # ${oneLine(remark)}` : ''}`);
  const named = { ...code, text: name, bond: 'whole' as const };
  w.scope.set(key, named);
  return named;
}

/** Nothing of a document can leave a comment. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085\u2028\u2029]+/g, ' ');

function entryOf(w: Writer, code: Code, key: string, at: Index[]): Code {
  const axes = axesOf(w, key);
  const labels = code.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : (at[axis] ?? label); });
  return merged(w.library, { ...code, labels });
}

/** Over exactly these labels, repeated along those that it lacks. */
export function spread(w: Writer, code: Code, labels: Index[]): Code {
  if (labels.every((label) => code.labels.includes(label))) return permuted(w.library, code, labels);
  const like = aligned(w.library, code, labels);
  return whole(`${w.library.module}.broadcast_to(${asArray(w.library, like)}, (${labels.map((label) => w.sizeOf(label)).join(', ')},))`, labels);
}

// ── entry by entry ──

const INFIX: Partial<Record<ElementwiseName, [sign: string, bond: Bond, left: Bond, right: Bond]>> = {
  add: ['+', 'sum', 'sum', 'sum'], sub: ['-', 'sum', 'sum', 'product'], mul: ['*', 'product', 'product', 'sign'], div: ['/', 'product', 'product', 'sign'], pow: ['**', 'power', 'whole', 'power'],
  less: ['<', 'sum', 'whole', 'whole'], lessEqual: ['<=', 'sum', 'whole', 'whole'], equal: ['==', 'sum', 'whole', 'whole'], notEqual: ['!=', 'sum', 'whole', 'whole'],
};
const COMPARES: ReadonlySet<ElementwiseName> = new Set(['less', 'lessEqual', 'equal', 'notEqual']);
const LOGIC: Partial<Record<ElementwiseName, string>> = { and: 'logical_and', or: 'logical_or' };

function elementwise(w: Writer, fn: ElementwiseName, args: Term[]): Code {
  const values = args.map((arg) => write(w, arg));
  const labels = union(values);
  const ready = values.map((value) => aligned(w.library, value, labels));
  const isPlain = ready.every((code) => code.plain);
  const infix = INFIX[fn];
  if (fn === 'neg') return { text: `-${held(ready[0], 'sign')}`, labels, bond: 'sign', plain: isPlain };
  if (!infix) return whole(call(w, fn, ready), labels);
  const [sign, bond, left, right] = infix;
  const text = `${held(ready[0], left)} ${sign} ${held(ready[1], right)}`;
  // A comparison counts as 0 or 1, as it does for us.
  return COMPARES.has(fn) ? { text: `1.0 * (${text})`, labels, bond: 'product', plain: isPlain } : { text, labels, bond, plain: isPlain };
}

function call(w: Writer, fn: ElementwiseName, args: Code[]): string {
  const { module, functions } = w.library;
  const texts = args.map((arg) => asArray(w.library, arg));
  if (fn === 'select') return `${module}.where(${held(args[0], 'whole')} != 0, ${texts[1]}, ${texts[2]})`;
  if (LOGIC[fn]) return `1.0 * ${module}.${LOGIC[fn]}(${texts.map((text) => `(${text}) != 0`).join(', ')})`;
  const name = functions[fn] ?? `${module}.${fn}`;
  return name.includes('?') ? `(${name.replace('?', texts.join(', '))})` : `${name}(${texts.join(', ')})`;
}

// ── sums, products, extremes ──

const NEUTRAL = { sum: '0.0', prod: '1.0', max: '-math.inf', min: 'math.inf' };

function reduction(w: Writer, term: Extract<Term, { op: 'reduce' }>): Code {
  if (term.fn === 'sum' && !term.where) return contraction(w, term);
  const { module, reductions, array } = w.library;
  const body = write(w, term.body);
  const where = term.where && write(w, term.where);
  const labels = [...new Set([...body.labels, ...(where?.labels ?? []), ...term.over])];
  let code = spread(w, body, labels);
  if (where) code = whole(`${module}.where(${held(spread(w, where, labels), 'whole')} != 0, ${code.text}, ${array}(${NEUTRAL[term.fn].replace('math.inf', "float('inf')")}))`, labels);
  for (const index of term.over) code = whole(reductions[term.fn](code.text, code.labels.indexOf(index)), code.labels.filter((label) => label !== index));
  return code;
}

/** A sum of products; numbers stand before it, and what does not run over an index is counted as often as it has values. */
function contraction(w: Writer, term: Extract<Term, { op: 'reduce' }>): Code {
  const over = [...term.over];
  let body = term.body;
  while (body.op === 'reduce' && body.fn === 'sum' && !body.where) { over.push(...body.over); body = body.body; }
  const all = factorsOf(body).map((factor) => write(w, factor));
  const present = union(all);
  const times = over.filter((label) => !present.includes(label)).map((label) => plain(String(w.sizeOf(label))));
  const numbers = [...times, ...all.filter(({ labels }) => labels.length === 0)];
  const arrays = all.filter(({ labels }) => labels.length > 0);
  const output = present.filter((label) => !over.includes(label));
  const sum = arrays.length > 0 ? [einsum(w.library, arrays, output)] : [];
  const factors = [...numbers, ...sum];
  if (factors.length === 1) return factors[0];
  return { text: factors.map((factor, i) => held(factor, i === 0 ? 'product' : 'sign')).join(' * '), labels: output, bond: 'product', plain: factors.every((factor) => factor.plain) };
}

function factorsOf(term: Term): Term[] {
  return term.op === 'map' && term.fn === 'mul' ? term.args.flatMap(factorsOf) : [term];
}

function picked(code: Code, index: Index, place: number): Code {
  const axis = code.labels.indexOf(index);
  if (axis < 0) return code;
  const places = code.labels.slice(0, axis + 1).map((label) => (label === index ? String(place - 1) : ':'));
  return whole(`${held(code, 'whole')}[${places.join(', ')}]`, code.labels.filter((label) => label !== index));
}

// ── matrices ──

function stacked(w: Writer, index: Index, contents: Term[]): Code {
  const values = contents.map((item) => write(w, item));
  const labels = union(values);
  const texts = values.map((value) => asArray(w.library, spread(w, value, labels)));
  return whole(`${w.library.module}.stack([${texts.join(', ')}])`, [index, ...labels]);
}

function joined(w: Writer, index: Index, blocks: Block[]): Code {
  const values = blocks.map((block) => write(w, block.term));
  const labels = union(values).filter((label) => !blocks.some(({ over }) => over === label));
  const texts = values.map((value, i) => asArray(w.library, spread(w, value, [blocks[i].over, ...labels])));
  return whole(`${w.library.module}.concatenate([${texts.join(', ')}])`, [index, ...labels]);
}

function flattened(w: Writer, { index, over, body }: Extract<Term, { op: 'flatten' }>): Code {
  const code = write(w, body);
  const labels = [...code.labels.filter((label) => !over.includes(label)), index];
  const ordered = spread(w, code, [...labels.slice(0, -1), ...over]);
  return whole(`${asArray(w.library, ordered)}.reshape(${labels.map((label) => w.sizeOf(label)).join(', ')})`, labels);
}

function inverse(w: Writer, term: Extract<Term, { op: 'inverse' }>): Code {
  const { code, extra } = square(w, term);
  return merged(w.library, whole(`${w.library.module}.linalg.inv(${code.text})`, [...extra, ...term.at]));
}

function determinant(w: Writer, term: Extract<Term, { op: 'det' }>): Code {
  const { code, extra } = square(w, term);
  const { module } = w.library;
  return whole(term.log ? `${module}.linalg.slogdet(${code.text})[1]` : `${module}.linalg.det(${code.text})`, extra);
}

function square(w: Writer, { body, rows, columns }: { body: Term; rows: Index; columns: Index }): { code: Code; extra: Index[] } {
  const code = write(w, body);
  const extra = code.labels.filter((label) => label !== rows && label !== columns);
  return { code: spread(w, code, [...extra, rows, columns]), extra };
}

// ── derivatives and replacement ──

/** What is differentiated becomes a function of what it is differentiated by. */
function derivative(w: Writer, { of, key, at }: Extract<Term, { op: 'derivative' }>): Code {
  const x = symbolCode(w, key);
  const f = functionOf(w, key, x.labels, of);
  const axes = axesOf(w, key);
  const by = x.labels.map((label) => { const axis = axes.indexOf(label); return axis < 0 ? label : at[axis]; });
  return merged(w.library, whole(`jacobian(${f.name}, ${asArray(w.library, x)})`, [...f.labels, ...by]));
}

/** `f(value)`, or its derivatives by that value. */
function replaced(w: Writer, term: Extract<Term, { op: 'let' }>): Code {
  if (term.held) throw new Unwritable('It holds a name fixed in a derivative');
  const value = write(w, term.value);
  const extra = value.labels.filter((label) => !term.axes.includes(label));
  const given = spread(w, value, [...term.axes, ...extra]);
  const own = axesOf(w, term.key);
  const f = functionOf(w, term.key, [...(own.length === term.axes.length ? own : term.axes), ...extra], term.body);
  const by = term.by ?? [];
  if (by.length === 0) return whole(`${f.name}(${asArray(w.library, given)})`, f.labels);
  const slope = by.slice(1).reduce((inner) => `lambda v: jacobian(${inner}, v)`, f.name);
  return merged(w.library, whole(`jacobian(${slope}, ${asArray(w.library, given)})`, [...f.labels, ...by.flatMap(({ at }) => [...at, ...extra])]));
}

/** Writes a function that computes a term anew for another value of a symbol. */
function functionOf(w: Writer, key: string, labels: Index[], of: Term): { name: string; labels: Index[] } {
  const indent = `${w.indent}    `;
  const scope = new Map([...w.scope].filter(([other]) => other !== key && !reaches(w.world, other, key)));
  const inner: Writer = { ...w, lines: [], indent, scope: scope.set(key, whole(w.names.of(key), labels)) };
  const code = write(inner, of);
  const name = w.names.fresh(`along ${key.replace(/\W*\d+$/, '')}`);
  w.lines.push(...(w.indent === '' ? [''] : []), `${w.indent}def ${name}(${w.names.of(key)}):`, ...inner.lines, `${indent}return ${asArray(w.library, code)}`, ...(w.indent === '' ? [''] : []));
  return { name, labels: code.labels };
}
