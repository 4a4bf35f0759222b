/** A check as a script that runs by itself: both sides of a line at one point, for NumPy or PyTorch. It is text; nothing here runs it. */
import { areOver, rootOf } from '../meaning/dims';
import { asArray, type Code, union, whole } from './code';
import { type DialectName, LIBRARIES, type Library } from './dialects';
import { pythonNames } from './names';
import type { ScriptPoint } from './point';
import { oneLine, spread, Unwritable, write, type Writer } from './terms';

export type { DialectName } from './dialects';
export type { PointOrNone, ScriptPoint } from './point';

/** `problem` says in a sentence why there is no script. */
export type Script = { code: string } | { problem: string };

export function writeScript(point: ScriptPoint, dialect: DialectName): Script {
  try {
    return { code: scriptOf(point, LIBRARIES[dialect]) };
  } catch (error) {
    if (error instanceof Unwritable) return { problem: `${error.what}: that cannot be written as a script yet.` };
    throw error;
  }
}

function scriptOf(point: ScriptPoint, library: Library): string {
  const { title, found, world, sizes } = point;
  const sizeOf = (index: string): number => {
    const size = sizes.get(rootOf(world.dims, index));
    if (size === undefined) throw new Unwritable('It has a length that nothing rests on');
    return size;
  };
  const w: Writer = { library, world, sizeOf, isAttached: (index) => areOver(world.dims, index), names: pythonNames(), lines: [], indent: '', scope: new Map(), busy: new Set() };
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
