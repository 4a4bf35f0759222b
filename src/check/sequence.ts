/** Sequences, as of a recurrent network: what is of all their steps is read over the first few of them. */
import { allBindings, type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { sumLetters } from '../meaning/free';
import { contextOf, familyOf, keyOf, shifted, type SymbolUse, visitSymbols } from '../meaning/symbols';
import type { Binding, Reading, Steps } from '../meaning/world';
import { type Big, everyPart, type Expr, hasPart, isBig, isDerivative, isGroup, isLetter, isName, isNumeral, isScriptedName, isSum, type Name, relatedBy, replace, variablesOf } from '../notation/expression';
import * as build from '../notation/build';
import { print } from '../notation/print';
import { atPlaces, type Places } from '../meaning/running';

/** So many steps are written out where sums do not say how many there are. */
const STEPS = 3;

/**
 * The reading of a few steps, with what was before them given; `fewer`: of one step fewer, where nothing says how many there are or which one is meant;
 * `direct`: with what goes on from there given as well. `mayDiffer`: a difference is one of gradients, in which one step's own derivative has no part;
 * `isByStep`: by what is another at each step.
 */
export interface OverSteps { fixed: Given; fewer?: Given; direct: Given; mayDiffer: boolean; isByStep: boolean; isOfOneStep: boolean }
type Given = Pick<Reading, 'steps' | 'held'>;

/** Undefined where nothing rests on its step before, and where neither a sum over the steps nor a name such as `h_T` tells of the last one. `of`: what the line is about beside what it mentions. */
export function overSteps(document: DocumentMeaning, link: LinkSyntax, of: readonly Expr[] = []): OverSteps | undefined {
  for (const letter of stepLetters(document, link)) {
    const found = overStepsOf(document, link, of, letter);
    if (found) return found;
  }
  return undefined;
}

const stepLetters = (document: DocumentMeaning, link: LinkSyntax): string[] => [...new Set(allBindings(document).flatMap(({ unit, time }) => (unit === link.unit && time?.letter ? [time.letter] : [])))];

function overStepsOf(document: DocumentMeaning, link: LinkSyntax, of: readonly Expr[], letter: string): OverSteps | undefined {
  const sides = exprsOf(link);
  const sequence = sequenceOf(document, sides, [...sides, ...of], startOf(link), letter);
  if (!sequence || isWeighed(document, sides, sequence, letter)) return undefined;
  const { states, carried, families, ends } = sequence;
  const { gradients, isOfParameters, isOfOneStep, isByStep } = gradientsIn(document, sides, sequence, letter);
  // What is differentiated by an earlier state is of the steps from there on.
  const from = Math.min(0, ...gradients.map((use) => stepOf(use, letter) ?? 0));
  const keysAt = (bindings: readonly Binding[], shift: number): string[] => bindings.map(({ base }) => keyOf({ base, time: { letter, shift } }));
  const over = (count: number, given: string[] = []): Given => ({ steps: { letter, families, from, ...ends, count }, held: new Set([...keysAt(states, from - 1), ...given]) });
  const count = ends.count ?? STEPS;
  const after = Array.from({ length: count - 1 }, (_, i) => keysAt(carried, from + 1 + i)).flat();
  const isFree = usesAtSteps(document, sides.map((expr) => replace(expr, (e) => (isOver(e, letter) ? build.number(0, e.span) : undefined))), letter).some((use) => stepOf(use, letter) !== undefined);
  const isNumbered = !ends.count && sides.flatMap(everyPart).some((e) => isScriptedName(e) && families.has(familyOf(e.base)) && e.sub.some(isNumeral));
  const isOfAllSteps = ends.count !== undefined && !isFree;
  return {
    fixed: over(count), direct: over(count, after), ...(isOfAllSteps ? {} : { fewer: over(count - 1) }),
    mayDiffer: gradients.length > 0 && !isNumbered && !isOfOneStep && (!isOfParameters || isOfAllSteps), isOfOneStep, isByStep,
  };
}

const isOver = (e: Expr, letter: string): e is Big => isBig(e) && e.op === 'sum' && sumLetters(e).join() === letter;

/** The definitions behind a line, those of them that are of steps, what goes on from step to step, and the ends of its sums; `families`: what has another value at each step. */
interface Sequence { behind: Binding[]; states: Binding[]; carried: Binding[]; families: ReadonlySet<string>; ends: Ends }

/** Undefined where nothing goes on, where ends differ, and beyond the last step. */
function sequenceOf(document: DocumentMeaning, sides: readonly Expr[], about: readonly Expr[], at: number, letter: string): Sequence | undefined {
  const found = sequenceBehind(document, about, at, letter);
  const all = [...found.behind.map(({ expr }) => expr), ...sides];
  const families = new Set(usesAtSteps(document, all, letter).filter((use) => stepOf(use, letter) !== undefined).map(({ family }) => family));
  const ends = found.carried.length ? endsOf(all.flatMap(everyPart).filter((e): e is Big => isOver(e, letter)), lastIn(all, families)) : undefined;
  return !ends || sides.some((expr) => hasPart(expr, (e) => isAfter(e, ends.last ?? ''))) ? undefined : { ...found, families, ends };
}

/** Of `\gamma^t r_t`, and of `N - n`, every step is weighed by its number. */
function isWeighed(document: DocumentMeaning, sides: readonly Expr[], { behind }: Sequence, letter: string): boolean {
  const bodies = (expr: Expr): Expr => replace(expr, (e) => (isOver(e, letter) ? bodies(e.body) : undefined));
  return usesAtSteps(document, [...behind.map(({ expr }) => expr), ...sides].map(bodies), letter).some(({ base }) => base === letter);
}

/** Whether a line differentiates by the states of a sequence and weighs them so, of which nothing is worked out. */
export function weighsSteps(document: DocumentMeaning, link: LinkSyntax): boolean {
  const sides = exprsOf(link);
  return stepLetters(document, link).some((letter) => {
    const sequence = sequenceOf(document, sides, sides, startOf(link), letter);
    return sequence !== undefined && isWeighed(document, sides, sequence, letter) && gradientsIn(document, sides, sequence, letter).isByStep;
  });
}

/** What a line differentiates by, itself and in the derivatives that it gives names to. */
function gradientsIn(document: DocumentMeaning, sides: readonly Expr[], { behind, states, carried }: Sequence, letter: string): Pick<OverSteps, 'isOfOneStep' | 'isByStep'> & { gradients: SymbolUse[]; isOfParameters: boolean } {
  const usesIn = (exprs: readonly Expr[]): SymbolUse[] => usesAtSteps(document, exprs, letter);
  const variablesIn = (exprs: readonly Expr[]): SymbolUse[] => usesIn(exprs.flatMap(everyPart).flatMap(variablesOf));
  const isState = ({ base }: SymbolUse): boolean => states.some((state) => state.base === base);
  const slopes = behind.filter(({ expr }) => hasPart(expr, isDerivative));
  const variables = variablesIn(sides);
  const known = usesIn(sides).filter(({ base }) => slopes.some((slope) => slope.base === base));
  const isOfOneStep = sides.some((side) => side.kind !== 'derivative' && hasPart(side, (e) => e.kind === 'derivative' && usesIn([e.of]).some(isState) && !variablesIn([e]).some(isState)));
  return {
    gradients: [...variables, ...known], isOfOneStep,
    // A parameter of the recurrence alone, with no gradient by a state beside it, may be that of each step by itself.
    isOfParameters: !known.length && !variables.some(isState) && usesIn(carriedBy(document, states, carried, letter)).some(({ base }) => variables.some((use) => use.base === base)),
    isByStep: [...variables, ...variablesIn(slopes.map(({ expr }) => expr))].some((use) => isState(use) || stepOf(use, letter) !== undefined),
  };
}

/** The definitions of what goes on from step to step, and of what these are made of at the same step. */
function carriedBy(document: DocumentMeaning, states: readonly Binding[], carried: readonly Binding[], letter: string): Expr[] {
  const found = new Set(carried);
  for (const { expr, time } of found) for (const use of usesAtSteps(document, [expr], letter)) for (const state of states) if (state.base === use.base && stepOf(use, letter) === time?.shift) found.add(state);
  return [...found].map(({ expr }) => expr);
}

/** `T + 1`. */
const isAfter = (e: Expr, last: string): boolean => isSum(e) && isLetter(e.terms[0].expr, last) && e.terms.slice(1).every(({ sign }) => sign > 0);

/** The definitions behind expressions, those of them that are of steps, and what goes on from step to step. */
function sequenceBehind(document: DocumentMeaning, exprs: readonly Expr[], at: number, letter: string): { behind: Binding[]; states: Binding[]; carried: Binding[] } {
  const behind = definitionsBehind(document, exprs, at, letter);
  const states = behind.filter(({ time }) => time?.letter === letter);
  return { behind, states, carried: carriedOn(document, states, letter) };
}

/** Of the names that are mentioned, and of those in them. */
function definitionsBehind(document: DocumentMeaning, exprs: readonly Expr[], at: number, letter: string): Binding[] {
  const found = new Set<Binding>();
  const see = (mentioning: readonly Expr[], place: number): void => {
    for (const { base, time } of usesAtSteps(document, mentioning, letter)) {
      const [, stem = base] = /^(.+)_[A-Z]$/.exec(base) ?? [];
      // `x_{k+1} = f(x_k)` is what there is of x_k, and `h_t` of h_T.
      const places = [time, ...(time?.letter === letter ? [{ letter, shift: time.shift + 1 }] : stem !== base || /^[A-Z]$/.test(time?.letter ?? '') ? [{ letter, shift: 0 }] : [])];
      const binding = places.map((step, i) => document.surroundings.lookup(i > 0 ? stem : base, step, place, false)).find(Boolean);
      if (binding && !found.has(binding)) { found.add(binding); see([binding.expr], binding.at); }
    }
  };
  see(exprs, at);
  return [...found];
}

function usesAtSteps(document: DocumentMeaning, exprs: readonly Expr[], steps: string): SymbolUse[] {
  const uses: SymbolUse[] = [];
  for (const expr of exprs) visitSymbols(expr, { ...contextOf(document), steps }, (use) => { uses.push(use); });
  return uses;
}

/** The T of `h_T`. */
const lastIn = (exprs: readonly Expr[], families: ReadonlySet<string>): Name | undefined =>
  exprs.flatMap(everyPart).flatMap((e) => (isScriptedName(e) && families.has(familyOf(e.base)) ? [...e.sub, ...e.sup.flatMap((script) => (isGroup(script) ? script.contents : []))] : [])).find((script): script is Name => isLetter(script, /^[A-Z]$/));

type Ends = Partial<Pick<Steps, 'first' | 'last' | 'count'>>;

/** What sums run from and to, the same for all as far as it is written; `named`: the last step, where names say it. */
function endsOf(sums: readonly Big[], named: Name | undefined): Ends | undefined {
  const [first, ...begins] = distinct(sums.map(({ below: [chain] }) => relatedBy(chain, 'equal')[1]));
  const [last, ...finals] = distinct([...sums.map(({ above }) => above), named]);
  const count = isNumeral(first) && isNumeral(last) ? last.value - first.value + 1 : undefined;
  if ((sums.length === 0 && !named) || begins.length + finals.length > 0 || (last && !isName(last) && count === undefined) || (count !== undefined && (count < 1 || count > STEPS))) return undefined;
  return { ...(count ? { count } : {}), ...(isNumeral(first) ? { first: first.value } : {}), ...(isName(last) ? { last: last.letter } : {}) };
}

const distinct = (exprs: (Expr | undefined)[]): Expr[] => [...new Map(exprs.flatMap((expr) => (expr ? [[print(expr), expr] as const] : []))).values()];

/** What goes on from step to step, as the h of `h_t = \tanh(W h_{t-1} + U x_t)`, also by way of another name, as in `h_t = \tanh(z_t)`. */
const carriedOn = (document: DocumentMeaning, states: readonly Binding[], letter: string): Binding[] =>
  states.filter(({ base }) => states.some(({ time, expr }) => usesAtSteps(document, [expr], letter).some((use) => use.base === base && time !== undefined && stepOf(use, letter) === time.shift - 1)));

const stepOf = ({ time }: SymbolUse, letter: string): number | undefined => (time?.letter === letter ? time.shift : undefined);

/** `\frac{\partial h_t}{\partial h_k} = \prod_{j=k+1}^t \frac{\partial h_j}{\partial h_{j-1}}` with so many factors, what was before them given: the last one first, then the first one first, as in the other layout. */
export function overFactors(document: DocumentMeaning, link: LinkSyntax): { lhs: Expr; rhs: Expr; fixed: Pick<Reading, 'held'> }[][] {
  const product = exprsOf(link).flatMap(everyPart).find((e): e is Big => isBig(e) && e.op === 'prod');
  const [counter, begin] = relatedBy(product?.below[0], 'equal');
  const first = begin && (isNumeral(begin) ? { letter: '', shift: begin.value } : shifted(begin));
  const last = product?.above && shifted(product.above);
  if (!product || !isName(counter) || !first || !last) return [];
  return stepLetters(document, link).flatMap((letter) => {
    const { states, carried } = sequenceBehind(document, exprsOf(link).map((expr) => replace(expr, (e) => atPlaces(e, letter, [[counter.letter, 0], [last.letter, 0]]))), startOf(link), letter);
    if (carried.length === 0) return [];
    const held = new Set(states.map(({ base }) => keyOf({ base, time: { letter, shift: -1 } })));
    const written = (expr: Expr, count: number, isTurned: boolean): Expr => {
      const ends: Places = [[last.letter, count - 1 - last.shift], [first.letter, -first.shift]];
      const factor = (body: Expr, i: number): Expr => build.group(replace(body, (e) => atPlaces(e, letter, [[counter.letter, isTurned ? i : count - 1 - i], ...ends])));
      return replace(expr, (e) => (isBig(e) && rangeOf(e) === rangeOf(product) ? build.product(Array.from({ length: count }, (_, i) => factor(e.body, i)), e.span) : atPlaces(e, letter, ends)));
    };
    return [false, true].map((isTurned) => [STEPS, STEPS - 1].map((count) => ({ lhs: written(link.lhs.expr, count, isTurned), rhs: written(link.rhs.expr, count, isTurned), fixed: { held } })));
  });
}

const rangeOf = ({ op, below, above }: Big): string => [op, ...below.map(print), above ? print(above) : ''].join();
