/** What one likely change would make a step that against the gradient. */
import { type DocumentMeaning, linksAround } from '../../meaning/document';
import * as build from '../../notation/build';
import { type Derivative, type Expr, factorsOf, find, isBig, isName, isProduct, isScripted, type Name, replace, type Scripted, visit } from '../../notation/expression';
import { print } from '../../notation/print';
import { judge } from '../verify';
import { gradient, isStep, moved } from './direction';
import { type Outcome, partsAround } from './outcome';
import { slotOf } from './slots';
import { type Step, stepOf } from './step';

const MOST = 3;

/** What one likely change would make it the step; else that it differs, where it can be told. */
export function slipOf(document: DocumentMeaning, step: Step, of: Expr): Outcome | undefined {
  const names = { of: print(of), by: print(step.variable) };
  const [rate] = step.rates;
  const factor = factorsIn(document, step).find((candidate) => ([-1, 1] as const).some((sign) => isStep(document, step, gradient(of, step.variable), rate, sign, [candidate])));
  if (factor) return { kind: 'scaled', factor: print(factor), rate: print(rate), ...names };
  const other = othersIn(document, step, of).find((variable) => isStep(document, step, gradient(of, variable), rate, -1));
  if (other) return { kind: 'other', variable: print(other), ...names };
  const exchanged = exchanges(step).find(({ next }) => isStep(document, { ...step, nexts: [next] }, gradient(of, step.variable), rate, -1));
  if (exchanged) return { kind: 'indices', first: exchanged.first, second: exchanged.second, ...names };
  const isOff = (next: Expr, by: Expr): boolean => judge(document, step.link, { lhs: next, rhs: moved(step.variable, gradient(of, step.variable), by, -1) }).verdict === 'refuted';
  return step.nexts.slice(-1).every((next) => step.rates.every((by) => isOff(next, by))) ? { kind: 'different', ...names } : undefined;
}

const number = (value: number, { span }: Expr): Expr => build.number(value, span);
const inverse = (expr: Expr): Expr => build.fraction(number(1, expr), expr, expr.span);

/** 2, sizes of sums, and one over these. */
function factorsIn(document: DocumentMeaning, { link, variable }: Step): Expr[] {
  const sizes = new Map<string, Expr>();
  for (const e of partsAround(document, link)) if (isBig(e) && e.op === 'sum' && isName(e.above)) sizes.set(print(e.above), e.above);
  const all = [number(2, variable), ...[...sizes.values()].slice(0, 2)];
  return all.flatMap((size) => [size, inverse(size)]);
}

/** Other quantities that the objective is differentiated by, or that are stepped as well. */
function othersIn(document: DocumentMeaning, { link, name, counting }: Step, of: Expr): Expr[] {
  const found = new Map<string, Expr>();
  for (const e of partsAround(document, link)) if (e.kind === 'derivative' && print(e.of) === print(of) && e.by.length === 1 && slotOf(e.by[0].expr, counting)?.name !== name) found.set(print(e.by[0].expr), e.by[0].expr);
  for (const other of linksAround(document, link)) { const step = other !== link ? stepOf(other) : undefined; if (step && step.name !== name) found.set(print(step.variable), step.variable); }
  return [...found.values()].slice(0, MOST);
}

/** The right side with two index letters exchanged in one factor. */
function exchanges({ nexts, variable }: Step): { next: Expr; first: string; second: string }[] {
  const found: { next: Expr; first: string; second: string }[] = [];
  const [next] = nexts.slice(-1);
  visit(next, (e) => {
    const letters = isScripted(e) && print(e) !== print(variable) ? e.sub.flatMap(factorsOf) : [];
    if (letters.length === 2 && letters.every(isName) && print(letters[0]) !== print(letters[1])) found.push(...exchanged(next, e as Scripted));
    else if (letters.length === 1 && isName(letters[0])) for (const other of indicesOf(variable)) if (other !== print(letters[0])) found.push({ first: print(letters[0]), second: other, next: replace(next, (part) => (part === e ? { ...(e as Scripted), sub: [{ ...letters[0], letter: other } as Name] } : undefined)) });
  });
  return found.slice(0, 6);
}

function exchanged(next: Expr, e: Scripted): { next: Expr; first: string; second: string }[] {
  const sub = e.sub.map((script) => (isProduct(script) ? { ...script, factors: [...script.factors].reverse() } : script));
  const turned: Scripted = { ...e, sub: sub.length === 2 ? [sub[1], sub[0]] : sub };
  return [{ first: print(e), second: print(turned), next: replace(next, (part) => (part === e ? turned : undefined)) }];
}

const indicesOf = (variable: Expr): string[] => (isScripted(variable) ? variable.sub.flatMap(factorsOf).flatMap((letter) => (isName(letter) ? [letter.letter] : [])) : []);

/** `b - η ∂E/∂h`, where h occurs nowhere else and ∂E/∂b does. */
export function strangeVariable(document: DocumentMeaning, { link, name, counting }: Step): Outcome | undefined {
  const direction = find(link.rhs.expr, (e) => e.kind === 'derivative') as Derivative | undefined;
  if (direction?.by.length !== 1) return undefined;
  const variable = direction.by[0].expr;
  const by = slotOf(variable, counting);
  if (!by || by.name === name || by.moment !== undefined || !isName(variable)) return undefined;
  let times = 0;
  let isKnown = false;
  for (const other of document.links) for (const member of other.position === 0 ? [other.lhs, other.rhs] : [other.rhs]) visit(member.expr, (e) => {
    if (isName(e) && e.letter === variable.letter && e.accents.length === variable.accents.length) times++;
    if (other.unit === link.unit && e.kind === 'derivative' && e.by.length === 1 && print(e.of) === print(direction.of) && slotOf(e.by[0].expr, counting)?.name === name) isKnown = true;
  });
  return times === 1 && isKnown ? { kind: 'stranger', of: print(direction.of), by: by.name, target: variable } : undefined;
}
