/** Pieces of Python that stand for arrays over named indices, and how they are brought together. */
import type { Index } from '../meaning/term';

/** How tightly the text holds together, loosest first. */
const STRENGTH = ['sum', 'product', 'sign', 'power', 'whole'] as const;
export type Bond = (typeof STRENGTH)[number];

/** An expression with the index of each axis. `plain`: a number of Python's own and no array. */
export interface Code { text: string; labels: Index[]; bond: Bond; plain: boolean }

export const whole = (text: string, labels: Index[]): Code => ({ text, labels, bond: 'whole', plain: false });
export const plain = (text: string, bond: Bond = 'whole'): Code => ({ text, labels: [], bond, plain: true });

/** In brackets, unless it holds together as tightly as its place asks. */
export function held(code: Code, bond: Bond): string {
  return STRENGTH.indexOf(code.bond) >= STRENGTH.indexOf(bond) ? code.text : `(${code.text})`;
}

export function union(codes: readonly Code[]): Index[] {
  return [...new Set(codes.flatMap(({ labels }) => labels))];
}

/** What the two libraries have alike. */
export interface Dialect {
  /** The module that holds the functions: `np` or `torch`. */
  module: string;
  /** Turns a number or nested rows into an array. */
  array: string;
}

/** A number of Python's own as an array of floats; arrays as they are. */
export function asArray({ array }: Dialect, code: Code): string {
  if (!code.plain) return code.text;
  return /^-?\d+$/.test(code.text) ? `${array}(${code.text}.0)` : `${array}(float(${code.text}))`;
}

/** Over these labels, in this order, with an axis of length 1 for each that it lacks: ready to be broadcast. */
export function aligned(dialect: Dialect, code: Code, labels: Index[]): Code {
  const own = labels.filter((label) => code.labels.includes(label));
  const ordered = permuted(dialect, code, own);
  const first = labels.findIndex((label) => own.includes(label));
  const axes = labels.slice(Math.max(first, 0)).map((label) => (own.includes(label) ? ':' : 'None'));
  return own.length === 0 || !axes.includes('None') ? ordered : { ...ordered, text: `${held(ordered, 'whole')}[${axes.join(', ')}]`, bond: 'whole' };
}

export function permuted(dialect: Dialect, code: Code, labels: Index[]): Code {
  if (code.labels.every((label, i) => label === labels[i])) return code;
  if (labels.length === 2) return whole(`${held(code, 'whole')}.T`, labels);
  return einsum(dialect, [code], labels);
}

/** The diagonal where a label occurs twice. */
export function merged(dialect: Dialect, code: Code): Code {
  const labels = [...new Set(code.labels)];
  return labels.length === code.labels.length ? code : einsum(dialect, [code], labels);
}

/** The sum of products over all labels that are not asked for, as a matrix product where it is one. */
export function einsum(dialect: Dialect, factors: Code[], output: Index[]): Code {
  if (factors.length === 1 && factors[0].labels.length === output.length && factors[0].labels.every((label, i) => label === output[i])) return factors[0];
  return matrixProduct(factors, output) ?? generalSum(dialect, factors, output);
}

function generalSum({ module }: Dialect, factors: Code[], output: Index[]): Code {
  const letters = lettersFor(factors.flatMap(({ labels }) => labels));
  const spell = (labels: Index[]) => labels.map((label) => letters.get(label)).join('');
  return whole(`${module}.einsum('${factors.map(({ labels }) => spell(labels)).join(',')}->${spell(output)}', ${factors.map(({ text }) => text).join(', ')})`, output);
}

/** Two factors that share one label, of which nothing is left. */
function matrixProduct(factors: Code[], output: Index[]): Code | undefined {
  const [a, b] = factors;
  if (factors.length !== 2 || a.labels.length > 2 || b.labels.length > 2 || a.labels.length * b.labels.length === 0) return undefined;
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const [summed] = shared;
  if (shared.length !== 1 || output.includes(summed)) return undefined;
  const kept = ({ labels }: Code) => labels.filter((label) => label !== summed);
  const [left, right] = sameOrder([...kept(a), ...kept(b)], output) ? [a, b] : [b, a];
  if (!sameOrder([...kept(left), ...kept(right)], output)) return undefined;
  const before = left.labels.length === 2 && left.labels[0] === summed ? `${held(left, 'whole')}.T` : held(left, 'product');
  const after = right.labels.length === 2 && right.labels[1] === summed ? `${held(right, 'whole')}.T` : held(right, 'sign');
  return { text: `${before} @ ${after}`, labels: output, bond: 'product', plain: false };
}

const sameOrder = (a: Index[], b: Index[]): boolean => a.length === b.length && a.every((label, i) => label === b[i]);

/** The student's own letters where they can be kept. */
function lettersFor(labels: Index[]): Map<Index, string> {
  const letters = new Map<Index, string>();
  const own = (label: Index) => /^[a-z](?=$|#)/.exec(label)?.[0];
  for (const label of new Set(labels)) {
    const free = [own(label), ...'ijklmnpqrstuvwabcdefgh'].find((letter) => letter && ![...letters.values()].includes(letter));
    letters.set(label, free as string);
  }
  return letters;
}
