/** Equalities between numbers, to the digits shown. */
import { allBindings, type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from '../meaning/document';
import { symbolsIn } from '../meaning/world';
import { wordsBefore } from '../meaning/wording';
import { children, everyPart, type Expr, hasPart, isClosed, isGroup, isNum, isNumeral, isPair, isScripted, isSum, isTransposeMark, type Num } from '../notation/expression';
import { print } from '../notation/print';
import { type Evaluation, evaluate } from './evaluate';
import { POINTS } from './sample';
import { ifRunnable } from './lower/unrunnable';
import { editedLink } from './repair/edited';
import { type AlignedSides, newSearch, readClaim, seedText } from './readings';
import { judgeExpansion } from './expansions';
import { type Judgement, leftOpen, notRead, verifiedBy } from './judgement';
import { valuesTaken } from './taken';
import { judge } from './verify';

/** Decimals to which numbers that are meant exactly agree, such as sin π and 0. */
const EXACT = 13;

const WITHOUT_ORDER = notRead('an approximation without a stated order');

/** A value agrees with a decimal when it rounds to it: half a unit of the last digit shown. */
export function judgeNumbers(document: DocumentMeaning, link: LinkSyntax): Judgement {
  const exact = judge(document, link);
  if (exact.verdict === 'verified') return exact;
  const putIn = asPutIn(document, link);
  if (putIn) return putIn;
  const unsure: Judgement = exact.verdict === 'refuted' && isWithinRounding(document, link) ? leftOpen({ code: 'rounding' }) : exact;
  const copied = new Set([...textsOfNumbers(link.lhs.expr), ...allBindings(document).filter(({ isValue, unit }) => isValue && unit === link.unit).flatMap(({ expr }) => [...textsOfNumbers(expr)])]);
  const ofRight = shownDigits(link.rhs.expr, copied);
  const shown = ofRight ?? shownDigits(link.lhs.expr);
  const about = link.relation.name === 'approx';
  // A whole number is exact unless the sign says about, and so is what is not shown in decimals.
  const digits = shown === 0 ? (about ? -zerosAtEnd(link.rhs.expr) : EXACT) : (shown ?? (about ? undefined : EXACT));
  if (digits === undefined) return judgeExpansion(document, link) ?? WITHOUT_ORDER;
  const room = ofRight ? roundedTerms(link.rhs.expr, copied).reduce((sum, decimals) => sum + 10 ** (digits - decimals), 0) : 1;
  for (const { evaluation, sides, values } of numbersOf(document, link)) {
    if (shows(values, digits, about, room) && !(agreesByTerms(document, link, about) && agreesByEntries(link.rhs.expr, values, about))) return leftOpen({ code: 'rounding' });
    if (shows(values, digits, about, room)) return verifiedBy(evaluation.points ? evaluation : { ...evaluation, points: 1 }, sides, [], digits === EXACT ? undefined : digits < 0 ? 'to the digits shown' : `to the ${digits === 1 ? 'decimal' : `${digits} decimals`} shown`);
  }
  if (about && shown === 0 && ESTIMATED.test(wordsBefore(document.wording, link.region, 40))) return WITHOUT_ORDER;
  return link.relation.name === 'approx' && exact.verdict === 'refuted' && exact.evaluation.leaves.length > 0 ? WITHOUT_ORDER : unsure;
}

/** What words call an estimate comes to a number that is only near. */
const ESTIMATED = /\b(?:estimat\w*|approximat\w*|linear\w*|tangent|predict\w*|extrapolat\w*|schätz\w*|näherung\w*|estim\w*|aproxim\w*|approxim\w*)\b|近似|估计|оцен/i;

/** Both sides where every name has the number that the document gives it, under each reading that leaves none open. */
export function* numbersOf(document: DocumentMeaning, link: LinkSyntax, lhs: Expr = link.lhs.expr, rhs?: Expr): Generator<{ evaluation: Evaluation; sides: AlignedSides; values: Float64Array[] }> {
  for (const sides of closedSides(document, link, lhs, rhs)) {
    const evaluation = ifRunnable(() => evaluate(sides, { seed: seedText(link) }));
    if (evaluation?.leaves.length === 0 && evaluation.arbitrary.every(({ size }) => size === 0)) yield { evaluation, sides, values: evaluation.program.run(evaluation.inputs, 1).values };
  }
}

/** For each base that `\log` may have, where one stands there. */
function* closedSides(document: DocumentMeaning, link: LinkSyntax, lhs: Expr, rhs?: Expr): Generator<AlignedSides> {
  for (const logBase of LOG_BASES) {
    const search = newSearch();
    for (const claim of readClaim(document, link, lhs, rhs, { values: true, logBase }, search)) {
      if (claim.ok && (logBase === Math.E || claim.consulted.has('logBase'))) yield* claim.alternatives;
    }
    if (!search.consulted.has('logBase')) return;
  }
}
const LOG_BASES = [Math.E, 10, 2];

/** Every value rounds to the decimals shown, or, where the sign says about, is cut off to them. `room`: how many numbers are rounded so. */
function shows([left, right]: Float64Array[], digits: number, about: boolean, room = 1): boolean {
  const unit = 10 ** -digits;
  return left.every((value, i) => {
    const beyond = (Math.abs(value) - Math.abs(right[i])) / unit;
    return Math.abs(value - right[i]) <= 0.5000001 * unit * room || (about && beyond >= 0 && beyond < 1 && value * right[i] > 0);
  });
}

/** Of two sums with as many terms each term rounds to the one in its place: the coarsest of them is no excuse for the others. */
function agreesByTerms(document: DocumentMeaning, link: LinkSyntax, about: boolean): boolean {
  const [left, right] = exprsOf(link);
  if (!isSum(left) || !isSum(right) || left.terms.length !== right.terms.length) return true;
  return right.terms.every(({ expr, sign }, i) => {
    if (!isNumeral(expr) || expr.digits === 0) return true;
    const [found] = numbersOf(document, link, left.terms[i].expr, expr);
    return !found || shows(found.values.map((values, side) => values.map((x) => x * (side ? sign : left.terms[i].sign))), expr.digits, about);
  });
}

/** So with the entries of an array: the 1.0 of `(0.149, 1.0)` is no excuse for the first. */
function agreesByEntries(expr: Expr, [left, right]: Float64Array[], about: boolean): boolean {
  const numerals = everyPart(expr).filter(isNumeral);
  return [...right].every((shown, i) => {
    const digits = numerals.flatMap((numeral) => (numeral.value === Math.abs(shown) && numeral.digits ? [numeral.digits] : []));
    return digits.length === 0 || shows([left, right].map((side) => side.subarray(i, i + 1)), Math.min(...digits), about);
  });
}

/** Numbers with fewer decimals inside a calculation are exact, such as 0.5. */
const ROUNDED = 2;
/** More rounded numbers than this add up to nothing that can be told. */
const ROUNDED_NUMBERS = 16;

/** `(a - t)^2 = (0.4621 - 1)^2`: a formula with rounded numbers put in, where rounding leaves hardly anything open. A number that a line before comes to may be made of rounded ones itself. */
function asPutIn(document: DocumentMeaning, link: LinkSyntax): Judgement | undefined {
  const isResult = shownDigits(link.rhs.expr) !== undefined && !(isSum(link.rhs.expr) && link.rhs.expr.terms.length > 1);
  if (isResult || !isClosed(link.rhs.expr) || isClosed(link.lhs.expr) || textsOfNumbers(link.lhs.expr, ROUNDED).size > 0) return undefined;
  const [found] = numbersOf(document, link);
  const results = textsOfResults(document, link);
  const room = found && roundingRoom(document, link, gapOf(document, link, seedText(link)), ({ text }) => (results.has(text) ? 2 : 1));
  if (!room || valuesTaken(document, link, found.sides).elsewhere) return undefined;
  const [left, right] = found.values;
  const isNear = left.every((value, i) => Math.abs(value - right[i]) <= room[i] && room[i] <= HARDLY * Math.abs(value));
  return isNear ? verifiedBy({ ...found.evaluation, points: 1 }, found.sides, [], 'to the digits shown') : undefined;
}
const HARDLY = 0.01;

/** The numbers that lines before this one come to. */
const textsOfResults = (document: DocumentMeaning, link: LinkSyntax): Set<string> => new Set(document.links.flatMap(({ unit, rhs: { expr, span } }) => (unit === link.unit && isNumeral(expr) && span.start < startOf(link) ? [expr.text] : [])));

/** Whether the sides differ by no more than the decimals shown leave open, in the result and in the numbers that it is made of. */
function isWithinRounding(document: DocumentMeaning, link: LinkSyntax): boolean {
  if (isWithinRoundingOfValues(document, link)) return true;
  const gap = gapOf(document, link, seedText(link));
  const room = roundingRoom(document, link, gap);
  return room !== undefined && gap?.every((x, i) => Math.abs(x) <= room[i] || Number.isNaN(x)) === true && gap.some(Number.isFinite);
}

/** How much the decimals shown, each as often as `times` says, leave open of the difference of both sides; undefined where none is rounded, or too many are. */
function roundingRoom(document: DocumentMeaning, link: LinkSyntax, gap: readonly number[] | undefined, times: (numeral: Num) => number = () => 1): number[] | undefined {
  const given = numbersGiven(document, link);
  const rounded = exprsOf(link).flatMap((expr) => everyPart(expr).filter(isNumeral).filter((e) => (e === expr ? e.digits > 0 : e.digits >= ROUNDED && !given.some((number) => Math.abs(number - e.value) < 1e-9))));
  if (!gap || rounded.length === 0 || rounded.length > ROUNDED_NUMBERS) return undefined;
  const room = gap.map(() => 0);
  for (const numeral of rounded) {
    const { span, value, digits: shown } = numeral;
    const moved = editedLink(document, link, [{ span, text: (value + 0.5 * 10 ** -shown).toFixed(shown + 1) }]);
    const other = moved && gapOf(document, moved, seedText(link));
    if (!other || other.length !== gap.length) return undefined;
    other.forEach((x, i) => { room[i] += times(numeral) * Math.abs(x - gap[i]); });
  }
  return room;
}

/** Numbers with few decimals that the exercise gives what it has no formula for, such as `P(D) = 0.01`, and their parts to one: these are exact. */
function numbersGiven(document: DocumentMeaning, link: LinkSyntax): number[] {
  const own = document.links.filter((other) => other.unit === link.unit && other.position === 0);
  const given = own.filter(({ statement, lhs, rhs }) => statement.members.length === 2 && isNumeral(rhs.expr) && rhs.expr.digits <= ROUNDED && !isClosed(lhs.expr) && own.every((other) => other.statement === statement || print(other.lhs.expr) !== print(lhs.expr)));
  return given.flatMap(({ rhs }) => (isNumeral(rhs.expr) ? [rhs.expr.value, 1 - rhs.expr.value] : []));
}

/** `g(400) = 28.30991` with `g(x) = 0.071234x - 0.18356`: whether the sides differ by no more than the long decimals leave open that names stand for. */
function isWithinRoundingOfValues(document: DocumentMeaning, link: LinkSyntax): boolean {
  const [found] = numbersOf(document, link);
  if (!found) return false;
  const parts = symbolsIn(found.sides.world).flatMap(({ binding }) => (binding ? everyPart(binding.expr) : []));
  const open = parts.filter(isNumeral).reduce((sum, { digits, text, value }) => sum + (text.replace(/^[0.]+|\./g, '').length >= LONG ? 0.5 * 10 ** -digits / value : 0), 0);
  const [left, right] = found.values;
  return left.every((x, i) => Math.abs(x - right[i]) <= open * Math.abs(right[i]));
}
const LONG = 5;

/** Left minus right, entry by entry, and at each point where names without a value are left. */
function gapOf(document: DocumentMeaning, link: LinkSyntax, seed: string): number[] | undefined {
  const [found] = numbersOf(document, link);
  const values = found?.values ?? valuesAtPoints(document, link, seed);
  return values && [...values[0]].map((value, i) => value - values[1][i]);
}

/** By the first reading that can be run. */
function valuesAtPoints(document: DocumentMeaning, link: LinkSyntax, seed: string): Float64Array[] | undefined {
  for (const claim of readClaim(document, link)) {
    const evaluation = claim.ok ? ifRunnable(() => evaluate(claim.alternatives[0], { seed })) : undefined;
    if (evaluation) return evaluation.program.run(evaluation.inputs, POINTS).values;
  }
  return undefined;
}

/** Whether a number with decimals stands in it. */
export const showsDecimals = (link: LinkSyntax): boolean => exprsOf(link).some((expr) => hasPart(expr, (e) => isNumeral(e) && e.digits > 0));

/** Decimals of a side that is made of plain numbers: the fewest shown by any that shows some. Undefined when it is not. `copied`: numbers of the other side, which are no results and round nothing where they are terms. */
export function shownDigits(expr: Expr, copied: ReadonlySet<string> = new Set()): number | undefined {
  const own = isSum(expr) ? expr.terms.filter((term) => !isNumeral(term.expr) || !copied.has(term.expr.text)) : [];
  const digits = decimalsIn(own.length && isSum(expr) ? { ...expr, terms: own } : expr);
  const shown = digits?.filter((count) => count !== 0);
  return shown?.length ? Math.min(...shown) : digits && 0;
}

/** Of a sum of such numbers the decimals of each that is rounded; else those of one. */
function roundedTerms(expr: Expr, copied: ReadonlySet<string>): number[] {
  const terms = isSum(expr) ? expr.terms.flatMap(({ expr: term }) => (isNumeral(term) && term.digits > 0 && !copied.has(term.text) ? [term.digits] : [])) : [];
  return terms.length ? terms : [shownDigits(expr, copied) ?? 0];
}

const textsOfNumbers = (expr: Expr, least = 0): Set<string> => new Set(everyPart(expr).filter(isNumeral).flatMap(({ text, digits }) => (digits >= least ? [text] : [])));

/** Decimals of every number of an array, or of a sum. */
function decimalsIn(expr: Expr): number[] | undefined {
  if (isNumeral(expr)) return [expr.digits];
  const scale = scaleOf(expr);
  if (scale) return [scale.digits - scale.exponent];
  if (isScripted(expr)) return expr.sub.length === 0 && !isNumeral(expr.base) && expr.sup.every(isTransposeMark) ? decimalsIn(expr.base) : undefined;
  if (!isGroup(expr) && expr.kind !== 'matrix' && !isSum(expr)) return undefined;
  const parts = children(expr).map(decimalsIn);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** `1.2 \times 10^3`, `10^5`: as many decimals as the first number has, that many places further left. */
function scaleOf(expr: Expr): { digits: number; exponent: number } | undefined {
  const [mantissa, power] = isPair(expr) ? expr.factors : [undefined, expr];
  if (!isScripted(power) || !isNum(power.base, 10) || power.sup.length !== 1 || (mantissa && !isNumeral(mantissa))) return undefined;
  const [sup] = power.sup;
  const exponent = isNumeral(sup) ? sup.value : isSum(sup) && sup.terms.length === 1 && isNumeral(sup.terms[0].expr) ? sup.terms[0].sign * sup.terms[0].expr.value : undefined;
  return exponent === undefined ? undefined : { digits: isNumeral(mantissa) ? mantissa.digits : 0, exponent };
}

/** Of 1200 the two zeros may be no digits. */
const zerosAtEnd = (expr: Expr): number => (isNumeral(expr) ? (/^[1-9]\d*?(0*)$/.exec(expr.text)?.[1].length ?? 0) : 0);
