/** Closed forms: `w_k = (1 - \alpha\lambda)^k w_0`, `m_t = (1-\beta) \sum_i \beta^{t-i} g_i`, run beside the recursion that they solve. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { freeLetters, sumLetters } from '../../meaning/free';
import * as build from '../../notation/build';
import { children, type Expr, hasPart, isBig, isLetter, isName, isNumeral, isScripted, type Name, replace } from '../../notation/expression';
import { range } from '../../tensor';
import type { Code } from '../updates/frame';
import { otherValuesOf, valuesOf } from '../updates/observed';
import { noLeaves } from '../updates/program';
import { slotsOf } from '../updates/slots';
import { attempt, isVector, unrun, type Value } from '../updates/values';
import { codeOf, entries, runOf, withDefinitions } from './run';
import { countingBy, momentOf, numberedStep, type Recursion, stepsOf } from './recursion';
import { isEquation, linksAround } from '../../meaning/document';

export type Solution =
  | { kind: 'solves'; start: 'stated' | 'zero' | 'symbol' }
  | { kind: 'parts'; step: number; left: number; right: number }
  | { kind: 'unknown' };

const UNKNOWN: Solution = { kind: 'unknown' };

/** The quantity that the left side of a line names at the counting letter. */
export const closedFor = (left: Expr, { name, counting: { letter } }: Recursion): number | undefined => momentOf(left, { name, counting: countingBy(letter, left) });

/** Whether `closed`, which gives the quantity at the counting letter plus `shift`, solves the recursion. */
export function solves(document: DocumentMeaning, link: LinkSyntax, closed: Expr, shift: number, recursion: Recursion): Solution {
  if (stepsOf(closed, recursion.name, recursion.counting).length > 0) return UNKNOWN;
  const outcomes = recursion.sides.flatMap((side) => attempt(() => compared(document, link, { closed: withoutBareGradients(closed), shift, side: withoutBareGradients(side), recursion })) ?? []);
  return outcomes[0] ?? UNKNOWN;
}

/** A gradient without a step is the same at every one. */
const withoutBareGradients = (expr: Expr): Expr =>
  replace(expr, (e) => (isScripted(e) ? (isName(e.base) && e.sup.every(isNumeral) && !e.sub.length && isGradient(e.base) ? { ...e, base: still(e.base) } : e) : isName(e) && isGradient(e) ? still(e) : undefined));
const isGradient = (e: Name): boolean => /^[gG]$/.test(e.letter) && e.accents.length === 0;
const still = (e: Name): Name => ({ ...e, letter: `\\gradlens-still-${e.letter}` });

interface Pair { closed: Expr; shift: number; side: Expr; recursion: Recursion }

/** The name of the quantity's first value, which no document can write. */
const FIRST = '\\gradlens-first';
const STEPS = 6;

function compared(document: DocumentMeaning, link: LinkSyntax, { closed, shift, side, recursion }: Pair): Solution {
  const expand = (expr: Expr): Expr => withDefinitions(document, link, expr, recursion);
  if (hasStrayIndex(closed, new Set([recursion.counting.letter, ...freeLetters(link.lhs.expr)]))) unrun(); // an index that nothing binds
  const { expr: form, step: first } = withFirst(expand(closed), recursion);
  const [own, said] = [noLeaves(), noLeaves()];
  const codes = { step: codeOf(byEntries(expand(side), link), recursion, own), form: codeOf(form, { ...recursion, shift }, said) };
  for (const leaves of [own, said]) if (leaves.steady.size > 0 || leaves.hasPoint || leaves.isSingle || leaves.hasComposite) unrun(); // a rate or a gradient that changes
  if (new Set([...own.fields, ...said.fields]).size > 1) unrun(); // gradients of several functions
  const constants = [...new Set([...own.constants, ...said.constants])];
  const written = slotsOf(byEntries(expand(side), link), recursion.counting).map(({ slot }) => slot.name);
  if (said.constants.some((name) => name !== FIRST && !written.includes(name))) unrun(); // a symbol that the recursion does not know
  if (said.constants.length + said.fields.size === 0) unrun(); // nothing that the recursion knows
  if (!said.usesStep && first === undefined) unrun(); // nothing that changes from step to step
  const stated = statedFirst(document, link, recursion);
  const outcomes = [valuesOf, otherValuesOf].map((valued) => sideBySide(codes, { recursion, shift, first, stated, constants: valued(constants) }));
  return outcomes.find(({ kind }) => kind !== 'solves') ?? outcomes[0];
}

/** `\sum_i \beta^{t-i} g_j`: j is neither summed nor on the left. */
function hasStrayIndex(expr: Expr, known: ReadonlySet<string>): boolean {
  const inner = isBig(expr) ? new Set([...known, ...sumLetters(expr)]) : known;
  if (isScripted(expr) && expr.sub.some((script) => isLetter(script, /^[ijs]$/) && !inner.has(script.letter))) return true;
  return children(expr).some((child) => hasStrayIndex(child, inner));
}

/** Where the line is about entries, `\lambda_i` are those of the diagonal matrix `\Lambda`. */
function byEntries(side: Expr, { lhs, rhs }: LinkSyntax): Expr {
  const isEntry = (e: Expr): boolean => isScripted(e) && e.sub.some((script) => isLetter(script, /^[ijd]$/));
  const small = (letter: string): string => letter.replace(/^(\\?)([A-Z])/, (_, slash: string, first: string) => slash + first.toLowerCase());
  const isKnown = (letter: string): boolean => hasPart(rhs.expr, (e) => isEntry(e) && isScripted(e) && isLetter(e.base, letter));
  return isEntry(lhs.expr) ? replace(side, (e) => (isName(e) && small(e.letter) !== e.letter && isKnown(small(e.letter)) ? { ...e, letter: small(e.letter) } : undefined)) : side;
}

interface Course { recursion: Recursion; shift: number; first: number | undefined; stated: number | undefined; constants: ReadonlyMap<string, number> }
interface Codes { step: Code; form: Code }

function sideBySide(codes: Codes, course: Course): Solution {
  const { first, stated, constants } = course;
  const given = first !== undefined ? constants.get(FIRST) : stated;
  if (given !== undefined) return parting(codes, course, first ?? 0, given) ?? { kind: 'solves', start: first !== undefined ? 'symbol' : 'stated' };
  const start = formAt(codes, course, 0);
  if (!isZero(start)) return UNKNOWN;
  // Without a first value only what parts from any first value is wrong.
  if (!parting(codes, course, 0, start)) return { kind: 'solves', start: 'zero' };
  return parting(codes, course, 1, formAt(codes, course, 1)) ?? UNKNOWN;
}

/** The first step after one with a given value at which the closed form is not what the recursion gives. */
function parting(codes: Codes, course: Course, from: number, given: Value): Solution | undefined {
  let value = given;
  for (let step = from + 1; step <= from + STEPS; step++) {
    const old = value;
    value = codes.step({ t: step - course.recursion.shift, run: runOf(course.constants, () => old) });
    const said = formAt(codes, course, step);
    if (!isSame(said, value)) return { kind: 'parts', step, left: entry(said), right: entry(value) };
  }
  return undefined;
}

function formAt({ form }: Codes, { shift, constants }: Course, step: number): Value {
  const value = form({ t: step - shift, run: runOf(constants, unrun) });
  if (!entries(value).every(Number.isFinite)) unrun(); // no value
  return value;
}

const entry = (value: Value): number => (isVector(value) ? value[0] : typeof value === 'number' ? value : Number.NaN);
const isZero = (value: Value): boolean => entries(value).every((x) => x === 0);

function isSame(a: Value, b: Value): boolean {
  const [x, y] = [entries(a), entries(b)];
  return range(Math.max(x.length, y.length)).map((i) => [x[i] ?? x[0], y[i] ?? y[0]]).every(([p, q]) => Math.abs(p - q) <= 1e-9 * Math.max(Math.abs(p), Math.abs(q), 1e-3));
}

/** `w_0` as a constant of its own, with the step that it stands for. */
function withFirst(closed: Expr, recursion: Recursion): { expr: Expr; step: number | undefined } {
  const steps = new Set<number>();
  const expr = replace(closed, (e) => {
    const step = numberedStep(e, recursion);
    if (step === undefined) return undefined;
    steps.add(step);
    return build.name(FIRST, e.span);
  });
  if (steps.size > 1) unrun(); // several first values
  return { expr, step: [...steps][0] };
}

/** The number that the exercise gives the quantity at the first step: `m_0 = 0`. */
function statedFirst(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): number | undefined {
  const last = linksAround(document, link).findLast((other) => isEquation(other) && isNumeral(other.rhs.expr) && numberedStep(other.lhs.expr, recursion) === 0)?.rhs.expr;
  return isNumeral(last) ? last.value : undefined;
}

