/** Inequalities: refuted by a point that breaks them, found by sampling and by descent; verified when none can be found. */
import { type DocumentMeaning, exprsOf, linksBefore, type LinkSyntax, startOf } from '../meaning/document';
import { isSaidWith } from '../meaning/conditions';
import { restrictions } from '../meaning/restrictions';
import { map, num } from '../meaning/term';
import { boundsIn, isConcluded } from '../meaning/premises';
import { quantifiedNames } from '../meaning/quantified';
import { wordsAfter } from '../meaning/wording';
import { DIRECTION, type Expr, isClosed, isName, isNumeral, isScriptedName, isSum, isSymbol, isZero, STRICT } from '../notation/expression';
import { compile, sizeOf } from '../tensor';
import * as engine from '../tensor';
import { type Evaluation, evaluate } from './evaluate';
import { judgeBound } from './existence';
import { existentials } from './doubt/existentials';
import { isExplainedBeside } from './doubt/explained';
import { isFixedGap } from './doubt/gaps';
import { brokenFarOut } from './far';
import { type AlignedSides, isOverAnything, readClaim, seedText } from './readings';
import { pick, showPoint } from './shrink';
import { type Judgement, leftOpen, notRead, refutedBy, verifiedBy } from './judgement';
import { LEAST_POINTS } from './compare';
import { boundsOf } from '../meaning/declarations';
import { usesIn } from '../meaning/symbols';
import { type Reading, symbolsIn } from '../meaning/world';
import { amongDefinitions } from './otherwise';
import { isSize, type Leaf, POINTS } from './sample';
import { mentionsDerivative } from './assumed';
import { reasonOf, tryReading } from './verify';

export function judgeInequality(document: DocumentMeaning, link: LinkSyntax): Judgement {
  const judged = judgeBy(document, link);
  if (judged.verdict !== 'refuted') return judged;
  const isFound = existentials(document, judged.sides).length > 0;
  // The x_n of `x_{n+1} = \sqrt{2 + x_n}` takes only the values that lead there.
  const sequence = isFound ? undefined : symbolsIn(judged.sides.world).find(({ binding, use }) => !binding && document.bindings.get(use.base)?.some(({ unit, at }) => unit === link.unit && at < startOf(link)));
  if (sequence) return notRead(`which values ${sequence.use.tex} takes`);
  if (!isFound && restsOnConditions(document, link, judged.sides)) return leftOpen({ code: 'premise' });
  return amongDefinitions({ document, link, variant: {}, again: ({ fixed }) => judgeBy(document, link, { ...fixed, values: true }) }, judged);
}

/** `a (1 - a) \ge 1/4` where `a + b = 1` and `a b \ge 1/4` are given: it holds under an inequality before it that says where none of its names lies. */
function restsOnConditions(document: DocumentMeaning, link: LinkSyntax, { world }: AlignedSides): boolean {
  const names = new Set(symbolsIn(world).map(({ use }) => use.base));
  const before = linksBefore(document, link).filter((other) => DIRECTION[other.relation.name] && other.region !== link.region).pop();
  const shared = before && exprsOf(before).flatMap((expr) => usesIn(document, expr)).some(({ base }) => names.has(base));
  if (!shared || boundsIn(document, before)) return false;
  const judged = judgeBy(document, before);
  return judged.verdict === 'undecided' && judged.reason.code === 'premise';
}

function judgeBy(document: DocumentMeaning, link: LinkSyntax, fixed: Partial<Reading> = {}): Judgement {
  let undecided: Judgement | undefined;
  for (const claim of readClaim(document, link, ...exprsOf(link), fixed)) {
    if (!claim.ok) { undecided ??= leftOpen(reasonOf(claim.error)); continue; }
    const [sides] = claim.alternatives;
    if (isOverAnything(sides)) return notRead('an integral without bounds');
    // Of sums up to k and up to r, which are sums over all, no order shows.
    const clash = sides.world.dims.clashes[0];
    if (clash) return leftOpen({ code: 'shape-clash', ...clash });
    const stray = !fixed.branches && symbolsIn(sides.world).find(({ binding }) => binding?.isValue && !isSaidWith(document, binding.at, link));
    // A number that was said of something else proves nothing.
    if (stray) { undecided ??= leftOpen({ code: 'conditional', what: `${stray.use.tex} is a number` }); continue; }
    const judged = tryReading(() => judgeSides(document, link, sides));
    if (judged.verdict === 'refuted' && claim.consulted.has('reach')) return notRead('how far a slash or a logarithm reaches');
    // What holds only without the definitions of other exercises refutes nothing.
    return judged.verdict === 'refuted' && claim.reading.local ? leftOpen({ code: 'no-points' }) : judged;
  }
  return undecided ?? leftOpen({ code: 'no-points' });
}

/** left − right as one side, so that the claim is about its sign. */
function judgeSides(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Judgement {
  const greater = DIRECTION[link.relation.name] === -1;
  const strict = STRICT.has(link.relation.name);
  const slack = greater ? map('sub', sides.left, sides.right) : map('sub', sides.right, sides.left);
  const claim: AlignedSides = { ...sides, left: slack, right: num(0) };
  const seed = seedText(link);
  const existing = existentials(document, sides);
  const bound = existing.length === 1 ? judgeBound(document, greater ? { ...sides, left: sides.right, right: sides.left } : sides, existing[0], seed) : undefined;
  if (bound) return bound;
  if (existing.length) return leftOpen({ code: 'existential', symbols: existing });
  const broken = search(claim, seed, strict);
  if (broken === 'unknown') return leftOpen({ code: 'no-points' });
  if (broken === 'near') return notRead('a strict inequality that comes close to equality');
  if (broken.arbitrary[0].size > 0) return notRead('an inequality about an arbitrary function');
  if (broken.outcome === 'differ' && !isFixedGap(claim, broken) && isPremise(document, link, sides, broken) && !isTurned(link, claim, seed)) return leftOpen({ code: 'premise' });
  if (broken.outcome === 'differ' && isExplainedBeside({ document, link })) return notRead('the condition beside it');
  if (broken.outcome === 'differ') return refutedBy(broken, sides, [], showPoint(sides, broken));
  return verifiedBy(broken, sides, [], 'no point that breaks it was found by sampling and descent');
}

/** The other direction holds everywhere, and most often strictly: no condition, which would be met hardly anywhere. One against zero may name the few places, as `\|x\|^2 \le 0` does, and one of a name against a number another case than before. */
function isTurned({ lhs, rhs }: LinkSyntax, claim: AlignedSides, seed: string): boolean {
  const sides = [lhs.expr, rhs.expr];
  if (sides.some(isZero) || (sides.some(isClosed) && sides.some(isSymbol))) return false;
  const turned: AlignedSides = { ...claim, left: map('neg', claim.left) };
  const found = search(turned, seed, false);
  if (found === 'unknown' || found === 'near' || found.outcome !== 'agree' || found.arbitrary[0].size > 0) return false;
  const { slack } = slackOf(turned)(found, found.inputs, POINTS);
  const holds = Array.from(slack).filter((x) => x > CLOSE).length;
  return 2 * holds > slack.length;
}

/** A number, a name, or a sum of such. */
const isPlain = (expr: Expr): boolean => isNumeral(expr) || isName(expr) || isScriptedName(expr) || (isSum(expr) && expr.terms.every((term) => isPlain(term.expr)));

/** An inequality that the text does not conclude is a condition where it is about names without a definition, or could never hold for all their values. */
function isPremise(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, broken: Evaluation): boolean {
  const free = symbolsIn(sides.world).filter((info) => !info.size);
  const restricted = free.some((info) => restrictions(document, info.use.base, startOf(link)).length > 0);
  const shown = document.parts.regions[link.region].display;
  const plain = isPlain(link.lhs.expr) && isPlain(link.rhs.expr);
  if (restricted || (link.position > 0 && plain)) return true;
  const any = quantifiedNames(document, link);
  if (any.size > 0 && free.every(({ binding, use }) => binding || any.has(use.base))) return false;
  if (!isConcluded(document, link) && (!shown || plain || takesBothSigns(broken))) return true;
  if (CONDITIONS_FOLLOW.test(wordsAfter(document.wording, link.region, 60))) return true;
  return (link.position > 0 && !shown) || (!shown && sides.world.definitions.size === 0 && !free.some((info) => sides.world.declarations.domain(info.use.base, sides.at)));
}

/** "where ‖x‖ ≤ R": what is given after the inequality. */
const CONDITIONS_FOLLOW = /^\s*[,.;]?\s*(?:where|since|because|using|as|for|when|whenever|if|with|provided|assuming|given)\b[^.]*⟦⟧/i;

const FAR = 1e4;

/** Whether one of the leaves, made large, makes the slack large in both directions, as b does in `w^T x + b > 0`, and what is chosen in `\sum_j x_j \le 1`. */
function takesBothSigns(evaluation: Evaluation): boolean {
  return evaluation.leaves.some((leaf) => {
    if (!/^(?:real|binary)$/.test(leaf.domain ?? 'real')) return false;
    const [up, down] = [FAR, -FAR].map((factor) => {
      const inputs = new Map(evaluation.inputs).set(leaf.name, (evaluation.inputs.get(leaf.name) as Float64Array).map((x) => factor * x));
      return evaluation.program.run(inputs, inputs.get(leaf.name)!.length / sizeOf(leaf.shape)).values[0].slice();
    });
    return up.some((slack, i) => slack * down[i] < 0 && Math.min(Math.abs(slack), Math.abs(down[i])) > Math.sqrt(FAR));
  });
}

/** The first point that breaks the claim: sampled, structured (small whole numbers, equal entries), or reached by descent. `near`: a strict claim that descent takes to equality. */
function search(claim: AlignedSides, seed: string, strict: boolean): Evaluation | 'unknown' | 'near' {
  let kept: Evaluation | undefined;
  let near = false;
  for (const sizes of [new Map<string, number>(), new Map([['*', 1]]), new Map([['*', 2]])]) {
    const evaluation = evaluate(claim, { seed, sizes });
    if (!evaluation) continue;
    const reach = slackOf(claim);
    const sampled = reach(evaluation, evaluation.inputs, POINTS);
    const whole = reach(evaluation, structured(evaluation), STRUCTURED);
    const broken = firstBroken(evaluation, sampled, strict) ?? firstBroken(evaluation, whole, strict) ?? (strict ? firstBroken(evaluation, reach(evaluation, structured(evaluation, WIDE), STRUCTURED), strict) : undefined);
    if (broken) return broken;
    const lowest = reach(evaluation, descended(evaluation, sampled), STARTS);
    const lower = firstBroken(evaluation, lowest, false);
    if (lower) return lower;
    near ||= strict && (evaluation.leaves.some((leaf) => !isCount(leaf) && !rangeOf(leaf)) || [lowest, whole].some((found) => comesClose(evaluation, found, reach(evaluation, asFar(evaluation, found.inputs, [2]), found.samples))));
    kept ??= evaluation;
  }
  for (const size of [LARGE, HUGE]) {
    const large = kept && (size === LARGE || isSmall(kept)) ? evaluate(claim, { seed, sizes: new Map([['*', size]]) }) : undefined;
    const beyond = large && (firstBroken(large, slackOf(claim)(large, large.inputs, POINTS), false, CLEARLY) ?? firstBroken(large, slackOf(claim)(large, structured(large), STRUCTURED), false, CLEARLY));
    if (beyond) return beyond;
  }
  const far = kept && brokenFarOut(kept);
  if (far) return far;
  const valid = kept ? slackOf(claim)(kept, kept.inputs, POINTS) : undefined;
  const points = valid ? validPoints(valid) : 0;
  if (!kept || points < LEAST_POINTS || isTight(kept)) return 'unknown';
  return near ? 'near' : { ...kept, outcome: 'agree', points, maxError: 0 };
}

const STRUCTURED = 200;
/** Where a strict claim holds with equality may lie as far out. */
const WIDE = 20;
/** Some bounds break only for many entries. */
const LARGE = 24;
const HUGE = 400;

/** Numbers and lists of numbers alone. */
const isSmall = ({ leaves, program, lowering }: Evaluation): boolean => program.cost < 1000 && lowering.sizes.chosen.size > 0 && leaves.every(({ shape }) => shape.length < 2);
/** A slack this small may vanish somewhere else. */
const CLOSE = 1e-3;

/** What falls on the way out, as `1 / x^2` does, comes to nothing at no point. */
const comesClose = (evaluation: Evaluation, { slack }: Slack, beyond: Slack): boolean =>
  slack.some((x, i) => x < CLOSE && !(beyond.slack[i] < x && (beyond.slack[i] > 0 || fadesOut(evaluation, beyond, i))));

/** The points so many times as far out: one factor for all, or one for each. */
const asFar = ({ leaves }: Evaluation, inputs: ReadonlyMap<string, Float64Array>, factors: readonly number[]): Map<string, Float64Array> =>
  new Map(leaves.map(({ name, domain = 'real' }) => {
    const values = inputs.get(name) as Float64Array;
    return [name, domain === 'real' || domain === 'positive' ? values.map((x, i) => factors[Math.floor((i * factors.length) / values.length)] * x) : values];
  }));

/** On the way in from farther out than a point. */
const INWARD = [2, ...engine.range(40).map((n) => 0.9 ** n)];
/** What is not more than this where it first shows is the tail of something that vanishes nowhere. */
const TAIL = 1e-6;

/** Whether this slack is zero for want of digits alone, as those of `e^{-x^2}` and `1 - \tanh x` are far out. */
function fadesOut(evaluation: Evaluation, { inputs, samples, slack }: Slack, at: number): boolean {
  const width = slack.length / samples;
  const copies = pick(inputs, samples, INWARD.map(() => Math.floor(at / width)));
  const { values: [inward] } = evaluation.program.run(asFar(evaluation, copies, INWARD), INWARD.length);
  return (INWARD.map((_, n) => inward[n * width + (at % width)]).find((x) => x > LEAST) ?? Infinity) < TAIL;
}

/** Both sides are the same at every point: that tells of no direction. */
function isTight({ program, inputs }: Evaluation): boolean {
  const { values: [slack] } = program.run(inputs, POINTS);
  return slack.every((x) => !(Math.abs(x) > 1e-9));
}

/** The slack at every point, NaN where it tells nothing; its rounding errors are dear. */
interface Slack { inputs: Map<string, Float64Array>; samples: number; slack: Float64Array; errors(): Float64Array }

/** Values need no distance from a kink, derivatives do. */
function slackOf(claim: AlignedSides): (evaluation: Evaluation, inputs: Map<string, Float64Array>, samples: number) => Slack {
  const differentiates = mentionsDerivative(claim);
  return ({ program }, inputs, samples) => {
    const result = program.run(inputs, samples);
    const slack = result.values[0].slice();
    const size = slack.length / samples;
    if (differentiates) for (let i = 0; i < slack.length; i++) if (result.kink[Math.floor(i / size)]) slack[i] = NaN;
    return { inputs, samples, slack, errors: () => program.run(inputs, samples, { rounding: true }).rounding[0] };
  };
}

function validPoints({ slack, samples }: Slack): number {
  const size = slack.length / samples;
  let valid = 0;
  for (let point = 0; point < samples; point++) if (slack.subarray(point * size, (point + 1) * size).every(Number.isFinite)) valid++;
  return valid;
}

/** The first sample whose slack is negative beyond rounding, or zero where the claim is strict and the point is not all zero. */
function firstBroken(evaluation: Evaluation, found: Slack, strict: boolean, least = LEAST): Evaluation | undefined {
  const { inputs, samples, slack, errors } = found;
  // Where the slack is positive nothing rests on them.
  if (!strict && slack.every((x) => !(x < -least))) return undefined;
  const bounds = errors();
  const size = slack.length / samples;
  for (let i = 0; i < slack.length; i++) {
    const error = 64 * bounds[i];
    const point = Math.floor(i / size);
    if (!Number.isFinite(slack[i])) continue;
    const breaks = strict ? slack[i] < -error || (Math.abs(slack[i]) <= error && someNonZero(evaluation, inputs, point) && !fadesOut(evaluation, found, i)) : slack[i] < -Math.max(error, least);
    if (breaks) return { ...evaluation, inputs, outcome: 'differ', point, entry: i % size, left: slack[i], right: 0, points: samples, differing: 1 };
  }
  return undefined;
}

/** A slack below zero by less breaks nothing. */
const LEAST = 1e-12;
/** Nor one below this among many entries, where digits are lost. */
const CLEARLY = 1e-4;

/** Every leaf that can be zero has an entry that is not. */
function someNonZero(evaluation: Evaluation, inputs: Map<string, Float64Array>, point: number): boolean {
  return evaluation.leaves.every((leaf) => {
    const size = sizeOf(leaf.shape);
    return (inputs.get(leaf.name) as Float64Array).subarray(point * size, (point + 1) * size).some((x) => x !== 0);
  });
}

/** Small whole numbers, or wider ones, and vectors of ones: where boundary cases lie. */
function structured(evaluation: Evaluation, most = 2): Map<string, Float64Array> {
  const random = engine.stream('structured');
  return new Map(evaluation.leaves.map((leaf): [string, Float64Array] => {
    const size = sizeOf(leaf.shape);
    const sampled = evaluation.inputs.get(leaf.name) as Float64Array;
    const values = new Float64Array(STRUCTURED * size);
    for (let point = 0; point < STRUCTURED; point++) {
      const equal = random.integer(-most, most);
      const draw = (i: number): number => (leaf.domain && leaf.domain !== 'real' ? sampled[(point % POINTS) * size + i] : point % 3 === 0 ? equal : random.integer(-most, most));
      for (let i = 0; i < size; i++) values[point * size + i] = leaf.whole && most === WIDE ? random.integer(1, most) : draw(i);
    }
    return [leaf.name, values];
  }));
}

/** Where gradient descent on the slack leads from the sampled points where it is least, over the leaves that can be moved. */
function descended(evaluation: Evaluation, sampled: Slack): Map<string, Float64Array> {
  const { lowering, program } = evaluation;
  const moved = evaluation.leaves.filter((leaf) => rangeOf(leaf));
  const inputs = leastOf(sampled);
  if (moved.length === 0 || program.cost > 1e5) return inputs;
  const slack = evaluation.output;
  const total = engine.sum(slack, slack.shape.map((_, i) => i));
  const gradients = engine.gradients(total, moved.map((leaf) => lowering.graph.input(leaf.name, leaf.shape)));
  const steps = compile(gradients);
  for (let n = 0; n < 60; n++) {
    const { values } = steps.run(inputs, STARTS, { transient: true });
    moved.forEach((leaf, k) => moveDown(inputs.get(leaf.name) as Float64Array, values[k], rangeOf(leaf) as [number, number]));
  }
  return inputs;
}

/** Points that descent starts from. */
const STARTS = 12;

/** The samples with the least slack. */
function leastOf({ inputs, samples, slack }: Slack): Map<string, Float64Array> {
  const width = slack.length / samples;
  const least = engine.range(samples).map((point) => slack.subarray(point * width, (point + 1) * width).reduce((a, b) => Math.min(a, Number.isNaN(b) ? Infinity : b), Infinity));
  const starts = engine.range(samples).sort((a, b) => least[a] - least[b]).slice(0, STARTS);
  return pick(inputs, samples, starts);
}

function moveDown(values: Float64Array, gradient: Float64Array, [low, high]: [number, number]): void {
  for (let i = 0; i < values.length; i++) if (Number.isFinite(gradient[i])) values[i] = Math.min(high, Math.max(low, values[i] - 0.05 * Math.max(-1, Math.min(1, gradient[i]))));
}

/** Of which small values are tried, one after the other. */
const isCount = ({ name, whole }: Leaf): boolean => whole === true || isSize(name);

/** Between which numbers a leaf may be moved; undefined for those that are drawn as they must be. */
function rangeOf({ domain, whole }: Leaf): [number, number] | undefined {
  if (whole) return undefined;
  if (!domain || domain === 'real') return [-Infinity, Infinity];
  const bounds = boundsOf(domain);
  return bounds && [bounds.from + INSIDE, bounds.to - INSIDE];
}

/** Away from ends that may not belong to it. */
const INSIDE = 1e-6;
