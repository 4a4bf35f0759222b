/** What follows from a recursion of the document: closed forms, numbers after some steps, fixed points, conditions for convergence. */
import { isHypothetical, sentenceBefore } from '../meaning/premises';
import { type DocumentMeaning, type LinkSyntax, exprsOf, startOf } from '../meaning/document';
import { wordsBefore, wordsBetween } from '../meaning/wording';
import { equates, type Expr, isFraction, isName, isNum, isNumeral, isScripted, isSum } from '../notation/expression';
import { print } from '../notation/print';
import { closedFor, solves } from './recursions/closed';
import { isFixed, isReached } from './recursions/points';
import { alongCourse } from './recursions/course';
import type { CurveClass } from './recursions/curves';
import { onEveryFunction } from './recursions/smooth';
import { radiusWithin } from './recursions/radius';
import { isStep, numberedStep, type Recursion, recursionBefore, recursionsOf, stepsOf } from './recursions/recursion';
import { stability } from './recursions/stable';
import { shown } from './shown';
import { slotOf } from './updates/slots';
import type { UpdateFinding } from './updates';

/** The last recursion before the line that it could follow from, and what it says of the line. */
export function judgeConsequence(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  if (!equates(link.relation)) return course(document, link, recursions) ?? convergence(document, link, recursions);
  if (isSupposed(document, link)) return undefined;
  return closedForm(document, link, recursions) ?? numbered(document, link, recursions) ?? fixedPoint(document, link, recursions) ?? course(document, link, recursions);
}

export { recursionsOf };

/** "If all gradients are the same", "try", "start again with": nothing is said of the recursion as it stands. */
const SUPPOSED = /\b(?:if|when|suppose|supposing|assum\w+|let|try|guess|ansatz|instead|doubl\w+|halv\w+|twice|larger|smaller|other|another|different|start(?:s|ed|ing)?|initial\w*|for constant)\b/i;
const isSupposed = (document: DocumentMeaning, link: LinkSyntax): boolean => isHypothetical(document, link) || SUPPOSED.test(sentenceBefore(document, link));

/** Only what a text concludes from the recursion can contradict it. */
const CONCLUDES = /\b(?:so|thus|hence|therefore|then|unroll\w*|recursion|recursively|induction|iterat\w+|steps?|summ(?:ed|ing)|expand\w*|closed form|solution|solv\w+|comput\w+|we (?:get|have|obtain|find|see)|gives?|yields?|leads?|becomes?|implies|follows)\b/i;
const isConcluded = (document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): boolean => link.statement === recursion.link.statement || CONCLUDES.test(sentenceBefore(document, link));

// ── closed forms ──

function closedForm(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  const left = link.statement.members[0].expr;
  const recursion = recursionBefore(recursions, link, (r) => closedFor(left, r) !== undefined && !r.sides.includes(link.rhs.expr));
  const shift = recursion && closedFor(left, recursion);
  if (!recursion || shift === undefined) return undefined;
  const solution = solves(document, link, link.rhs.expr, shift, recursion);
  const name = print(left);
  if (solution.kind === 'solves') return consequence('verified', `Solves the recursion of ${name} above${solution.start === 'zero' ? ' from zero' : ''}.`);
  if (solution.kind === 'unknown' || !isConcluded(document, link, recursion)) return undefined;
  const { step, left: said, right } = solution;
  return consequence('refuted', `Not what the recursion of ${recursion.name} gives: they part at step ${step}.`, { values: { [recursion.counting.letter]: step }, left: shown(said), right: shown(right) });
}

// ── numbers ──

function numbered(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  if (link.position !== 0 || !isNumber(link.rhs.expr)) return undefined;
  const recursion = recursionBefore(recursions, link, (r) => numberedStep(link.lhs.expr, r) !== undefined);
  const step = recursion && numberedStep(link.lhs.expr, recursion);
  const isRight = recursion && step !== undefined ? isReached(document, link, step, recursion) : undefined;
  if (!recursion || step === undefined || isRight === undefined) return undefined;
  const what = `the step above gives for ${print(link.lhs.expr)}.`;
  if (isRight) return consequence('verified', `What ${what}`);
  return isConcluded(document, link, recursion) || goesOn(document, link, step, recursion) ? consequence('refuted', `Not what ${what}`) : undefined;
}

/** The number in the line before is what the recursion gives one step earlier, and no words part them. */
function goesOn(document: DocumentMeaning, link: LinkSyntax, step: number, recursion: Recursion): boolean {
  const before = document.links.slice(0, document.links.indexOf(link)).findLast(({ position }) => position === 0);
  const isStepBefore = before && isNumber(before.rhs.expr) && numberedStep(before.lhs.expr, recursion) === step - 1 && isReached(document, before, step - 1, recursion) === true;
  return isStepBefore === true && !/[^\W\d]{2}/.test(wordsBetween(document.text, document.parts.regions, startOf(before), startOf(link)).replace(/\\[a-z]+|\b(?:and|then|und|et|y|e)\b/g, ''));
}

const isNumber = (expr: Expr): boolean => isNumeral(expr) || (isSum(expr) && expr.terms.length === 1 && isNumber(expr.terms[0].expr)) || (isFraction(expr) && isNumber(expr.over) && isNumber(expr.under));

function consequence(verdict: UpdateFinding['verdict'], message: string, counterexample?: UpdateFinding['counterexample']): UpdateFinding {
  return { verdict, code: 'consequence', message, ...(counterexample ? { counterexample } : {}) };
}

const heldForSome = (rate: string): UpdateFinding => consequence('undecided', `Not checked: it holds for some ${rate} and not for others, and for which is not said.`);

const allShown = (values: Record<string, number>): Record<string, ReturnType<typeof shown>> => Object.fromEntries(Object.entries(values).map(([name, x]) => [name, shown(x)]));

// ── fixed points ──

const FIXED = /\b(?:fixed point|fixpoint|stationary value|steady state|equilibrium)\b/i;

function fixedPoint(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  if (link.position !== 0 || !FIXED.test(sentenceBefore(document, link))) return undefined;
  const recursion = recursionBefore(recursions, link, (r) => isValueOf(link.lhs.expr, r));
  const isRight = recursion && isFixed(document, link, link.rhs.expr, recursion);
  if (!recursion || isRight === undefined) return undefined;
  if (isRight) return consequence('verified', `A fixed point of the recursion of ${recursion.name} above.`);
  return consequence('refuted', `No fixed point: the step above leads away from ${print(link.lhs.expr)}.`);
}

/** `x`, `x^*`, `x_\infty`. */
function isValueOf(left: Expr, { name, counting }: Recursion): boolean {
  if (isName(left)) return print(left) === name;
  if (!isScripted(left) || left.primes || left.sub.length + left.sup.length !== 1) return false;
  const [script] = [...left.sub, ...left.sup];
  return script.kind === 'mark' && (script.mark === 'star' || script.mark === 'infinity') && slotOf(left.base, counting)?.name === name;
}

// ── along the course ──

/** Asked for, tested by the rule itself, or one case of two. */
const IS_TEST = /\b(?:if|when|while|until|whenever|unless|as long as|suppose|assum\w+|require\w*|check\w*|ensur\w+|such that|so that|might|may|not|want|(?:condition|criterion|test|requirement)s?(?: is| reads|:)?)\s*$/i;

/** What stands behind "if" was read as a condition on the rate; this is what follows. */
const FOLLOWS = /\bthen\b[^⟦⟧]*$/i;

function course(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  const recursion = recursionBefore(recursions, link, (r) => r.link !== link && exprsOf(link).some((expr) => stepsOf(expr, r.name, r.counting).length > 0));
  if (!recursion || (isHypothetical(document, link) && !FOLLOWS.test(wordsBefore(document.wording, link.region, 40))) || IS_TEST.test(wordsBefore(document.wording, link.region, 40))) return undefined;
  const found = alongCourse(document, link, recursion);
  switch (found.kind) {
    case 'holds': return consequence('verified', `Holds along the course of ${recursion.name} above, ${found.steps > 1 ? `${found.steps} steps` : 'a step'} from 40 points.`);
    case 'open': return heldForSome(found.rate);
    case 'restricted': return equates(link.relation) ? undefined : consequence('undecided', `Not checked: what is said of ${recursion.name} is not read.`);
    case 'fails': return equates(link.relation) && (!found.isPlain || !isConcluded(document, link, recursion) || exprsOf(link).every((expr) => isStep(expr, recursion.counting))) ? undefined : consequence('refuted', `Not what the step of ${recursion.name} above gives: it fails at step ${found.step}.`, { values: { [recursion.counting.letter]: found.step, ...(found.rate === undefined ? {} : { 'the rate': shown(found.rate) }) }, left: shown(found.left), right: shown(found.right) });
    case 'unknown': return onEvery(document, link, recursion);
  }
}

/** What it is said to do to a function that the document has no formula for. */
function onEvery(document: DocumentMeaning, link: LinkSyntax, recursion: Recursion): UpdateFinding | undefined {
  const found = onEveryFunction(document, link, recursion);
  switch (found?.kind) {
    case 'holds': return consequence('verified', `Follows from what is proved of gradient descent on ${FUNCTIONS[found.of]}.`);
    case 'open': return heldForSome(found.rate);
    case 'fails': return consequence('refuted', `Not so for every one of ${FUNCTIONS[found.of]}: there is one for which it fails.`, { values: allShown(found.values), left: shown(found.left), right: shown(found.right) });
    case undefined: return undefined;
  }
}

const FUNCTIONS: Record<CurveClass, string> = { smooth: 'the smooth functions', convex: 'the smooth convex functions', 'strongly convex': 'the smooth and strongly convex functions', PL: 'the smooth functions with the Polyak–Łojasiewicz inequality' };

// ── conditions for convergence ──

const CONVERGES = /\b(?:converge\w*|stable|stability|contract\w*)\b/i;
const DIVERGES = /\b(?:diverge\w*|unstable|not (?:converge|stable)|fails? to converge|does not|cannot|oscillat\w+|slow\w*|fast\w*)\b/i;
const EXACT = /\b(?:iff|if and only if|exactly|precisely)\b/i;

function convergence(document: DocumentMeaning, link: LinkSyntax, recursions: readonly Recursion[]): UpdateFinding | undefined {
  const before = sentenceBefore(document, link);
  if (!CONVERGES.test(before) || DIVERGES.test(before) || isBound(link)) return undefined;
  const recursion = recursionBefore(recursions, link, () => true);
  const found = recursion && (stability(document, link, recursion) ?? radiusWithin(document, link, recursion));
  if (!recursion || !found) return undefined;
  const { kind, values, factor } = found;
  if (kind === 'exact') return consequence('verified', `The recursion of ${recursion.name} converges just there, for positive constants.`);
  if (kind === 'enough' && !EXACT.test(before)) return consequence('verified', `The recursion of ${recursion.name} converges there, and elsewhere too.`);
  const what = kind === 'wrong' ? 'does not converge everywhere there' : 'converges elsewhere too';
  return consequence('refuted', `The recursion of ${recursion.name} ${what}: each step multiplies by ${shown(factor)}.`, { values: allShown(values), left: shown(Math.abs(factor)), right: 1 });
}

/** `0 < \alpha` by itself says what the name is. */
const isBound = ({ lhs, rhs }: LinkSyntax): boolean => [[lhs, rhs], [rhs, lhs]].some(([a, b]) => isNum(a.expr, 0) && isName(b.expr));
