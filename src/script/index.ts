/** A check as a script that runs by itself: both sides of a line at one point, for NumPy or PyTorch. It is text; nothing here runs it. */
import type { Term } from '../meaning/term';
import type { World } from '../meaning/world';
import { asArray, type Code, union, whole } from './code';
import { type DialectName, LIBRARIES, type Library } from './dialects';
import { pythonNames } from './names';
import { oneLine, spread, Unwritable, write, type Writer } from './terms';

export type { DialectName } from './dialects';

/** Two sides, and values for all that they rest on. */
export interface ScriptPoint {
  world: World;
  left: Term;
  right: Term;
  sizeOf(index: string): number;
  isAttached(index: string): boolean;
  /** By key: the entries, and the index class of each axis. */
  values: { key: string; axes: string[]; shape: number[]; entries: number[] }[];
}

/** The words around the code: the line as written, and what Gradlens itself found. */
export interface ScriptWords { title: string; found: string }

/** `problem` says in a sentence why there is no script. */
export type Script = { code: string } | { problem: string };

export function writeScript(point: ScriptPoint, dialect: DialectName, words: ScriptWords): Script {
  try {
    return { code: scriptOf(point, LIBRARIES[dialect], words) };
  } catch (error) {
    if (error instanceof Unwritable) return { problem: `${error.what}: that cannot be written as a script yet.` };
    throw error;
  }
}

function scriptOf(point: ScriptPoint, library: Library, { title, found }: ScriptWords): string {
  const w: Writer = { library, world: point.world, sizeOf: point.sizeOf, isAttached: point.isAttached, names: pythonNames(), lines: [], indent: '', scope: new Map(), busy: new Set() };
  for (const { key, axes, shape, entries } of point.values) give(w, key, axes, literal(library, shape, entries));
  const given = w.lines.splice(0);
  const sides = [write(w, point.left), write(w, point.right)];
  const labels = union(sides);
  const [left, right] = sides.map((side) => asArray(library, spread(w, side, labels)));
  const both = [`left = ${left}`, `right = ${right}`];
  const body = [...w.lines, ...both].join('\n');
  const parts = [library.head, ...(body.includes('jacobian(') ? [library.jacobian] : []), [...given, '', body, '', "print('left: ', left)", "print('right:', right)"].join('\n')];
  return [`# ${oneLine(title)}`, `# ${oneLine(found)}`, ...(body.includes('math.') ? ['import math'] : []), parts.join('\n\n\n'), ''].join('\n').replace(/\n{4,}/g, '\n\n\n');
}

function give(w: Writer, key: string, labels: string[], text: string): void {
  const name = w.names.of(key);
  w.lines.push(`${name} = ${text}`);
  w.scope.set(key, whole(name, labels) satisfies Code);
}

function literal({ array }: Library, shape: number[], entries: number[]): string {
  return `${array}(${nested(shape, entries)})`;
}

function nested([length, ...rest]: number[], entries: number[]): string {
  if (length === undefined) return decimal(entries[0]);
  const step = entries.length / length;
  return `[${Array.from({ length }, (_, i) => nested(rest, entries.slice(i * step, (i + 1) * step))).join(', ')}]`;
}

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
