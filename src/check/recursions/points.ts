/** Numbers after some steps, and fixed points: the recursion's own line with a value put in. */
import { type DocumentMeaning, linksBefore, type LinkSyntax } from '../../meaning/document';
import * as build from '../../notation/build';
import type { Expr } from '../../notation/expression';
import { numbersOf, shownDigits } from '../numbers';
import { judge } from '../verify';
import { numberedStep, type Recursion, stepped } from './recursion';

/** More steps than this are not nested into each other. */
const DEEPEST = 6;

/** Whether a number is what the recursion gives at its step: from the number stated one step before, or from the first one stated. */
export function isReached(document: DocumentMeaning, link: LinkSyntax, step: number, recursion: Recursion): boolean | undefined {
  const stated = statedBefore(document, link, recursion);
  const first = Math.min(...stated.keys());
  const chains = [...new Set([step - 1, first])].filter((from) => stated.has(from) && step - from <= DEEPEST);
  const values = recursion.sides.flatMap((side) => chains.flatMap((from) => {
    const chained = chainedFrom(side, recursion, from, step, stated.get(from) as Expr);
    return chained ? [...numbersOf(document, link, chained)].map((reading) => reading.values.map(([value]) => value)) : [];
  }));
  const unit = 10 ** -(shownDigits(link.rhs.expr) ?? DIGITS);
  if (values.some(([is, said]) => Math.abs(is - said) <= (unit === 1 ? 1e-9 : 0.5000001 * unit))) return true;
  return values.length > 0 && values.every(([is, said]) => Math.abs(is - said) > 0.51 * unit && !isCutOff(is, said, unit)) ? false : undefined;
}

/** Decimals of a number that is written exactly, such as a fraction. */
const DIGITS = 9;
/** Cut off where it should have been rounded; a whole number may be either. */
const isCutOff = (is: number, said: number, unit: number): boolean => (unit === 1 || Math.abs(is) > Math.abs(said)) && Math.abs(is - said) < unit;

/** Numbers that the exercise gives the quantity before a line, by step. */
function statedBefore(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): Map<number, Expr> {
  return new Map(linksBefore(document, link).flatMap((other): [number, Expr][] => {
    const step = other.position === 0 ? numberedStep(other.lhs.expr, recursion) : undefined;
    return step === undefined ? [] : [[step, other.lhs.expr]];
  }));
}

function chainedFrom(side: Expr, recursion: Recursion, from: number, to: number, start: Expr): Expr | undefined {
  let value: Expr | undefined = start;
  for (let step = from + 1; value && step <= to; step++) value = stepped(side, recursion, step, build.group(value));
  return value;
}

/** Whether a value stays where it is. */
export function isFixed(document: DocumentMeaning, link: LinkSyntax, point: Expr, recursion: Recursion): boolean | undefined {
  const verdicts = recursion.sides.map((side) => {
    const next = stepped(side, recursion, 1, build.group(point));
    return next && judge(document, link, { lhs: next, rhs: point }).verdict;
  });
  if (verdicts.includes('verified')) return true;
  return verdicts.every((verdict) => verdict === 'refuted') ? false : undefined;
}
