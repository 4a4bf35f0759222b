/** Which binding a name has at a place: the latest before it, or one that comes soon after. */
import { isFraction, isNumeral } from '../notation/expression';
import type { Contents } from './document';
import { isExplained, isLabel, isOverruled, isSolution, variedBefore } from './reach';
import { isDeclared } from './restrictions';
import { crossesSection, isBeside } from './sections';
import { type Time, usesIn } from './symbols';
import { type Binding, isWorkedOut } from './world';

/** `isFormula`: of a name that is worked out the formula, and no number. */
export function lookup(document: Contents, base: string, time: Time | undefined, at: number, local: boolean, isFormula = false): Binding | undefined {
  const bindings = document.bindings.get(base);
  if (!bindings) return undefined;
  const all = bindings.filter((b) => timeFits(b, time) && (!local || isNear(document, b, at)) && !(isFormula && isWorkedOut(b)));
  if (all.length === 0) return undefined;
  const unit = document.traces.unitAt(at);
  const bound = all.filter((b) => b.at <= at && (b.unit === unit || !b.own)).sort((a, b) => b.at - a.at);
  // Where the latest is overruled, those before it were already.
  const before = bound[0] && isOverruled(document, bound[0], at) ? [] : bound;
  const latest = before.find((b) => b.unit === unit);
  const isOpen = !latest || crossesSection(document, latest.at, at);
  const reaches = (b: Binding): boolean => isExplained(document, b) ? isOpen || isInSentence(document, at, b.at) : isOpen && !b.base.endsWith("'");
  const next = all.filter((b) => b.unit === unit && !isNumber(b) && b.at > at && b.at - at < FORWARD && reaches(b) && !crossesSection(document, at, b.at) && (b.own || isExplained(document, b) || !variedBefore(document, base, unit, b.at, (varied) => !isInSentence(document, at, b.at) || !crossesSection(document, varied, at))) && !isLabel(document, base, unit, b.at) && !isSolution(document, b, at)).sort((a, b) => a.at - b.at)[0];
  // "…, where u = …" in the same sentence says it anew, and so does "…, with p = …" under a heading of its own.
  const own = latest && !(next && isInSentence(document, at, next.at)) ? latest : next;
  if (own || before.length === 0) return own;
  // What the exercise itself says of a name outweighs what an earlier one bound it to.
  return isDeclared(document, base, unit) || isStale(document, before[0], base, unit) ? undefined : before[0];
}

/** `p = \frac12` is where something turned out to be, as `p = 0.5` is. */
const isNumber = ({ isValue, expr }: Binding): boolean => isValue || (isFraction(expr) && isNumeral(expr.over) && isNumeral(expr.under));

/** Forward references reach this far: "where x̄ is …" after the formula. */
const FORWARD = 2500;

const isInSentence = ({ text }: Contents, from: number, to: number): boolean => !/[.;!?]\s|\n\s*\n/.test(text.slice(from, to));

/** A recursion defines later times, an identity all of them. */
function timeFits(binding: Binding, time: Time | undefined): boolean {
  if (!binding.time || !time) return !binding.time && !time;
  if (binding.time.letter !== time.letter) return false;
  if (binding.time.letter === '') return binding.time.shift === time.shift;
  const steps = time.shift - binding.time.shift;
  return Math.abs(steps) <= UNROLLED && (!binding.recursive || steps >= 0);
}

/** Definitions are used this many steps from the time that they were written for. */
const UNROLLED = 2;

/** Bound in the same exercise and not in a sibling item. */
const isNear = (document: Contents, binding: Binding, at: number): boolean => binding.unit === document.traces.unitAt(at) && isBeside(document, binding.at, at);

/** The exercise differentiates the name by something that its earlier definition does not lead to: it is another thing now. */
function isStale(document: Contents, binding: Binding, base: string, unit: number): boolean {
  const here = (document.derivatives.get(base) ?? []).filter((d) => d.unit === unit);
  return binding.unit !== unit && here.length > 0 && !here.some((d) => binding.params.some((p) => p.base === d.by.base) || leadsTo(document, binding, d.by.base));
}

/** Whether a binding's right side, through the bindings it rests on, mentions a name. */
function leadsTo(document: Contents, binding: Binding, base: string): boolean {
  const seen = new Set<Binding>([binding]);
  for (const b of seen) {
    const uses = usesIn(document, b.expr);
    if (uses.some((use) => use.base === base)) return true;
    for (const use of uses) for (const next of document.bindings.get(use.base) ?? []) if (next.unit === b.unit) seen.add(next);
  }
  return false;
}
