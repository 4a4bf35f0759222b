/** Sequences, as of a recurrent network: what is summed over all steps is read over the first few of them. */
import { allBindings, type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { sumLetters } from '../meaning/free';
import { keyOf, type SymbolUse, usesIn } from '../meaning/symbols';
import type { Binding, Reading, Steps } from '../meaning/world';
import { type Big, everyPart, type Expr, hasPart, isBig, isDerivative, isLetter, isName, isNumeral, isSum, relatedBy, variablesOf } from '../notation/expression';
import { print } from '../notation/print';

/** So many steps are written out where sums do not say how many there are. */
const STEPS = 3;

/** The reading of a few steps, with what was before them given. Undefined where no sum runs over the steps of what rests on its step before. */
export function overSteps(document: DocumentMeaning, link: LinkSyntax): { fixed: Pick<Reading, 'steps' | 'held'>; isOfGradients: boolean } | undefined {
  const own = allBindings(document).filter(({ unit }) => unit === link.unit);
  const states = own.filter(({ time }) => time?.letter);
  const letter = states.find((state) => restsOnStepBefore(document, state, states))?.time?.letter;
  const ends = letter ? endsOf([...own.map(({ expr }) => expr), ...exprsOf(link)].flatMap(everyPart).filter((e): e is Big => isBig(e) && e.op === 'sum' && sumLetters(e).join() === letter)) : undefined;
  if (!letter || !ends || exprsOf(link).some((expr) => hasPart(expr, (e) => isSum(e) && isLetter(e.terms[0].expr, ends.last ?? '')))) return undefined;
  // What is differentiated by an earlier state is of the steps from there on.
  const derivatives = own.filter(({ expr }) => hasPart(expr, isDerivative)).map(({ base }) => base);
  const derived = [...usesIn(document, ...exprsOf(link).flatMap(everyPart).flatMap(variablesOf)), ...usesIn(document, ...exprsOf(link)).filter(({ base }) => derivatives.includes(base))];
  const from = Math.min(0, ...derived.map((use) => stepOf(use, letter) ?? 0));
  const held = new Set(states.map(({ base }) => keyOf({ base, time: { letter, shift: from - 1 } })));
  return { fixed: { steps: { letter, from, ...ends }, held }, isOfGradients: derived.length > 0 };
}

/** What sums run from and to, the same for all as far as it is written. */
function endsOf(sums: readonly Big[]): Pick<Steps, 'first' | 'last' | 'count'> | undefined {
  const [first, ...begins] = distinct(sums.map(({ below: [chain] }) => relatedBy(chain, 'equal')[1]));
  const [last, ...finals] = distinct(sums.map(({ above }) => above));
  const count = isNumeral(first) && isNumeral(last) ? last.value - first.value + 1 : STEPS;
  if (sums.length === 0 || begins.length + finals.length > 0 || (last && !isName(last) && !isNumeral(last)) || count < 1 || count > STEPS) return undefined;
  return { count, ...(isNumeral(first) ? { first: first.value } : {}), ...(isName(last) ? { last: last.letter } : {}) };
}

const distinct = (exprs: (Expr | undefined)[]): Expr[] => [...new Map(exprs.flatMap((expr) => (expr ? [[print(expr), expr] as const] : []))).values()];

/** `h_t = \tanh(W h_{t-1} + U x_t)`, also by way of another name, as `h_t = \tanh(z_t)`. */
const restsOnStepBefore = (document: DocumentMeaning, { time, expr }: Binding, states: readonly Binding[]): boolean =>
  usesIn(document, expr).some((use) => time !== undefined && stepOf(use, time.letter) === time.shift - 1 && states.some(({ base }) => base === use.base));

const stepOf = ({ time }: SymbolUse, letter: string): number | undefined => (time?.letter === letter ? time.shift : undefined);
