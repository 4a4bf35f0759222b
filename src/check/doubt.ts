/** When a difference proves nothing: reasons why a line whose sides differ may still be right. */
import { type Domain, domainWords, type Restriction } from '../meaning/declarations';
import { lawOf } from '../meaning/distributions';
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { isCondition } from '../meaning/provisos';
import { restrictions } from '../meaning/restrictions';
import { isExistential, isHypothetical, sentenceBefore } from '../meaning/premises';
import { keyOf, symbolUse, type SymbolUse, visitSymbols } from '../meaning/symbols';
import { optimumOf, possibleConditions } from '../meaning/stationarity';
import { rootOf } from '../meaning/dims';
import { near } from '../meaning/evidence';
import { keysIn, reaches } from '../meaning/names';
import { map, parts, type Term, visitTerm } from '../meaning/term';
import type { SymbolInfo, World } from '../meaning/world';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import { children, type Expr, find, isDerivative, isZero, type RelationName, replace, visit } from '../notation/expression';
import { print } from '../notation/print';
import { type Evaluation, evaluate } from './evaluate';
import type { Failure, Reason } from './judgement';
import { type AlignedSides, seedText } from './readings';
import type { Leaf } from './sample';
import { atStationary } from './stationary';

interface Differing extends Failure { document: DocumentMeaning; link: LinkSyntax }

/** The first reason that applies: a name that exists only somewhere, or one of the table. */
export function doubtAbout(document: DocumentMeaning, link: LinkSyntax, failure: Failure): Reason | undefined {
  return about(existentials(document, failure.sides), (symbols) => ({ code: 'existential', symbols })) ?? otherDoubts(document, link, failure);
}

/** The first reason of the table that applies. */
export function otherDoubts(document: DocumentMeaning, link: LinkSyntax, failure: Failure): Reason | undefined {
  for (const doubt of DOUBTS) {
    const reason = doubt({ document, link, ...failure });
    if (reason) return reason;
  }
  return undefined;
}

const DOUBTS: ((differing: Differing) => Reason | undefined)[] = [
  (differing) => (converges(differing) ? undefined : { code: 'unread', what: 'an expectation or a limit that does not converge fast enough' }),
  (differing) => (holdsLater(differing) ? { code: 'unread', what: 'that it rests on what is only said later' } : undefined),
  (differing) => holdsInCase(differing),
  (differing) => about(symmetric(differing), (symbols) => ({ code: 'symmetric', symbols })),
  (differing) => atUnsaidOptimum(differing),
  (differing) => underUnsaidProperty(differing),
  (differing) => (holdsFixed(differing) ? { code: 'unread', what: 'what is held fixed' } : undefined),
  (differing) => about(places(differing), ([place]) => ({ code: 'unread', what: `whether ${place.tex} is among those that are summed` })),
  ({ document, link }) => (ZERO_ELSEWHERE.test(sentenceBefore(document, link)) ? { code: 'unread', what: 'what is set to zero' } : undefined),
  (differing) => (isFixedGap(differing.sides, differing.evaluation) ? undefined : about(restricted(differing), (symbols) => ({ code: 'restricted', symbols }))),
  ({ document }) => (document.said.summation ? { code: 'unread', what: 'the summation convention' } : undefined),
  ({ document, link }) => (isHypothetical(document, link) ? { code: 'unread', what: 'a supposition' } : undefined),
  (differing) => (isConstraint(differing) ? { code: 'premise' } : undefined),
  ({ link }) => (link.statement.conditions.some((condition) => !isCondition(condition) && isSaid(condition)) ? { code: 'unread', what: 'the condition beside it' } : undefined),
  ({ link }) => ([link.lhs, link.rhs].some(({ expr }) => find(expr, (e) => e.kind === 'apply' && e.fn === 'log10')) ? { code: 'unread', what: 'the base of \\lg' } : undefined),
  (differing) => (isExplainedBeside(differing) ? { code: 'unread', what: 'the condition beside it' } : undefined),
  (differing) => (isExplainedAfter(differing) ? { code: 'unread', what: 'what stands after it' } : undefined),
  (differing) => about(sizeOfOnes(differing), ([size]) => ({ code: 'unread', what: `whether ${size.tex} is the size of the vector of ones` })),
  (differing) => (statesMoment(differing) ? { code: 'premise' } : undefined),
  (differing) => about(letterAndCapital(differing), (symbols) => ({ code: 'unrelated', symbols })),
  (differing) => about(hotEntry(differing), ([entry]) => ({ code: 'unread', what: `which entry of ${entry.tex} is 1` })),
  (differing) => (isProperty(differing) ? { code: 'property' } : undefined),
  (differing) => unrelated(differing),
  (differing) => about(intermediates(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: false })),
  ({ link }) => (isNorm(link.lhs.expr) ? { code: 'unread', what: 'which norm is meant' } : undefined),
  (differing) => about(selfDetermined(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: true })),
  (differing) => about(told(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: false })),
  (differing) => about(labelled(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: false })),
  (differing) => about(loneFunctions(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: true })),
  (differing) => about(strangers(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: false })),
];

const about = (symbols: SymbolUse[], reason: (symbols: SymbolUse[]) => Reason): Reason | undefined => (symbols.length ? reason(symbols) : undefined);

/** Names between a function and its variable that are not differentiated through. */
const HELD = /(?<!\p{L})(?:[EM][- ](?:step|Schritt)|étape [EM]|paso [EM]|expectation[- ]maximi[sz]ation|EM[- ]Algorithm\p{L}*|responsibilit\p{L}+|Verantwortlichkeit\p{L}*|responsabilit\p{L}+|responsabilidad\p{L}*|(?:held|hold\p{L}*|kept|keep\p{L}*) (?:fixed|constant)|fest(?:gehalten|halten)|konstant gehalten|bei festen|stop[- ]?gradient|detach\p{L}*)(?!\p{L})/iu;
/** Something is set to zero, in the languages that homework comes in. */
const ZERO_ELSEWHERE = /\b(?:gleich Null|Null (?:setz|ist)|nullsetz|annul\w*|nulle?\b(?! (?:space|hyp))|cero\b)|zéro|零|为\s*0|等于\s*0|ゼロ|нул/i;

const seedOf = ({ lhs, relation, rhs }: LinkSyntax): string => seedText(lhs.tex, relation.tex, rhs.tex);

// ── expectations, later domains, restrictions ──

/** By how much of the gap between the sides a coarser rule may move them. */
const SETTLED = 1e-5;

/** Whether the expectations and limits in a claim come out the same by a coarser rule. */
function converges({ link, evaluation, sides }: Differing): boolean {
  const coarse = contains(sides, 'average') ? evaluate(sides, { seed: seedOf(link), coarse: true }) : undefined;
  if (!coarse) return true;
  if (coarse.outcome !== 'differ') return false;
  const gap = Math.abs(evaluation.left - evaluation.right);
  return Math.abs(coarse.left - evaluation.left) + Math.abs(coarse.right - evaluation.right) <= SETTLED * gap;
}

function contains(sides: AlignedSides, ...operations: string[]): boolean {
  let found = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { found ||= operations.includes(t.op); });
  return found;
}

const holdsLater = ({ link, sides, evaluation }: Differing): boolean => evaluate(sides, { seed: seedOf(link), choice: evaluation.choice, laterDomains: true, brief: true })?.outcome === 'agree';

/** It holds where names lie as the exercise says for a case only, or said before. */
function holdsInCase({ document: { declarations, evidence }, link, sides, evaluation }: Differing): Reason | undefined {
  const unit = evidence.unitAt(sides.at);
  const domains = new Map(evaluation.leaves.flatMap(({ name, domain }): [string, Domain][] => {
    const base = sides.world.symbols.get(name)?.use.base;
    const other = declarations.domains.filter((d) => d.base === base && d.unit === unit && d.value !== (domain ?? 'real')).sort((a, b) => a.at - b.at).filter((d) => d.at < sides.at).pop();
    return other ? [[name, other.value]] : [];
  }));
  if (domains.size === 0 || evaluate(sides, { seed: seedOf(link), choice: evaluation.choice, domains, brief: true })?.outcome !== 'agree') return undefined;
  const words = [...domains].map(([name, value]) => `${texOf(sides, name)} is ${domainWords(value)}`);
  return { code: 'conditional', what: words.join(' and ') };
}

/** It holds where a derivative vanishes that was stated before, or where something is least: words that say so may not have been understood. Of the derivative that was stated last none are needed. */
function atUnsaidOptimum({ document, link, sides }: Differing): Reason | undefined {
  if (contains(sides, 'derivative') || [link.lhs, link.rhs].some(({ expr }) => isDerivative(expr))) return undefined;
  const conditions = possibleConditions(document, link);
  const spoken = OPTIMAL.test(`${wordsBefore(document.wording, link.region, 400)} ${wordsAfter(document.wording, link.region, 100)}`);
  const optimum = conditions.slice(0, spoken ? undefined : 1).find((condition) => {
    const found = undisturbed(sides.world, () => atStationary(link, sides, condition, true));
    const evaluation = found !== 'unread' && found?.evaluation;
    return evaluation && evaluation.outcome === 'agree' && !evaluation.vacuous;
  });
  return optimum && { code: 'conditional', what: optimum.map(({ expr }) => `${print(expr)} = 0`).join(', ') };
}

/** Names that are read on the way are none of the line's. */
function undisturbed<T>({ symbols, definitions }: World, look: () => T): T {
  const own = new Set(symbols.keys());
  const found = look();
  for (const key of [...symbols.keys()]) if (!own.has(key)) { symbols.delete(key); definitions.delete(key); }
  return found;
}

const OPTIMAL = /\b(?:zero|vanish\w*|optim\w+|minim\w+|maxim\w+|extrem\w+|stationar\w+|critical|saddle|solv\w+|solution|normal equations?|simplif\w+|rearrang\w+|giv(?:es|ing)|yield\w*|set|setting|closed[- ]form|best|KKT|first[- ]order)\b|(?<![.\d])0(?![.\d])/i;

/** What words may say of a name, with the words that could be about it: nobody can list the ways to say that a vector is one-hot. */
const PROPERTIES: { domain: Domain; rank?: number; words: RegExp }[] = [
  { domain: 'one-hot', rank: 1, words: /\b(?:ones?|single|hot|1|class\w*|labels?|categor\w+|indicators?|zeros?|0)\b/i },
  { domain: 'simplex', rank: 1, words: /\b(?:distribution|probabilit\w+|sums?|weights?|normali[sz]\w+|mixture|convex|cross[- ]?entropy|divergence|targets?|truth)\b/i },
  { domain: 'unit vector', rank: 1, words: /\b(?:unit|norm\w*|length|eigen\w*|orthonormal|principal|direction|sphere)\b/i },
  { domain: 'symmetric', rank: 2, words: /\b(?:symmetr\w+|covariance|correlation|Hessian|kernel|Gram|metric|Laplacian|precision|scatter|self-adjoint|eigen\w*)\b/i },
  { domain: 'orthogonal', rank: 2, words: /\b(?:orthogonal\w*|orthonormal|rotations?|eigen\w*|unitary|basis|SVD|singular)\b/i },
  { domain: 'positive', words: /\b(?:positive|greater than|above|variances?|deviations?|temperature|rates?|probabilit\w+|lengths?|distances?|counts?|widths?)\b/i },
];

/** It holds where names have a property that the words around them may state. */
function underUnsaidProperty(differing: Differing): Reason | undefined {
  const { link, sides, evaluation } = differing;
  const open = evaluation.leaves.filter(({ domain }) => !domain || domain === 'real');
  for (const { domain, rank, words } of PROPERTIES) {
    const keys = open.filter(({ name, shape }) => (rank === undefined || shape.length === rank) && (rank !== 2 || (shape[0] === shape[1] && !isOblong(sides, name))) && (isSpokenOf(differing, name, words) || (domain === 'simplex' && weighsLogs(differing, name)) || (domain === 'positive' && isDeviation(differing, name)))).map(({ name }) => name);
    const holds = (some: readonly string[]): boolean => [sides, ...(domain === 'one-hot' ? atHotEntry(differing, some) : [])].some((claim) => {
      const found = evaluate(claim, { seed: seedOf(link), choice: evaluation.choice, domains: new Map(some.map((key): [string, Domain] => [key, domain])), brief: true });
      return found?.outcome === 'agree' && !found.vacuous;
    });
    const enough = [...keys.map((key) => [key]), ...(keys.length > 1 ? [keys] : [])].find(holds);
    if (enough) return { code: 'conditional', what: enough.map((key) => `${texOf(sides, key)} is ${domainWords(domain)}`).join(' and ') };
  }
  return undefined;
}

/** The y of `\sum_k y_k \log p_k` is a distribution, though no word may say so. */
function weighsLogs({ document, link, sides }: Differing, key: string): boolean {
  const base = sides.world.symbols.get(key)?.use.base;
  const isWeight = (e: Expr): boolean => e.kind === 'product' && e.factors.some((factor) => factor.kind === 'apply' && /^(?:log|ln)$/.test(factor.fn)) && e.factors.some((factor) => factor.kind !== 'apply' && mentionsBase(document, factor, base));
  return document.links.some((other) => other.unit === link.unit && [other.lhs, other.rhs].some(({ expr }) => find(expr, (e) => e.kind === 'big' && e.op === 'sum' && find(e.body, isWeight) !== undefined) !== undefined));
}

/** The \sigma of \sigma^2, or what a logarithm or root is taken of, is positive though no word may say so. */
function isDeviation({ document, link, sides }: Differing, key: string): boolean {
  const base = sides.world.symbols.get(key)?.use.base;
  const isTaken = (e: Expr): boolean => (e.kind === 'apply' && /^(?:log|ln)$/.test(e.fn) && isPowerOf(e.arg)) || (e.kind === 'root' && (e.body.kind === 'name' || e.body.kind === 'scripted') && !(e.body.kind === 'scripted' && e.body.sup.length) && isPowerOf(e.body)) || (base === '\\sigma' && e.kind === 'scripted' && isPowerOf(e));
  const isPowerOf = (e: Expr): boolean => (e.kind === 'group' && e.items.length === 1 ? isPowerOf(e.items[0]) : symbolUse(e, { evidence: document.evidence, bound: new Set(), shifts: new Map() })?.base === base);
  return document.links.some((other) => other.unit === link.unit && [other.lhs, other.rhs].some(({ expr }) => find(expr, isTaken) !== undefined));
}

/** Declared with two sizes: the line may need them to be equal, the matrix is not square. */
function isOblong({ world, at }: AlignedSides, name: string): boolean {
  const base = world.symbols.get(name)?.use.base;
  const [rows, columns] = (base && world.declarations.shape(base, at)?.map(print)) || [];
  return rows !== columns;
}

/** Whether a formula of the exercise that names a symbol stands among certain words, before the line or with it. */
function isSpokenOf({ document, link, sides }: Differing, key: string, words: RegExp): boolean {
  const base = sides.world.symbols.get(key)?.use.base;
  const { parts: { regions }, equations, evidence, wording } = document;
  return regions.some((_, region) => {
    if (region > link.region + 1 || evidence.unitAt(regions[region].span.start) !== link.unit) return false;
    const around = `${wordsBefore(wording, region, 80).replace(/^[^]*(?:[.;:]\s|\n\n)/, '')} ${wordsAfter(wording, region, 80).replace(/(?:[.;]\s|\n\n)[^]*$/, '')}`;
    return words.test(around) && equations[region].statements.some((s) => s.members.some(({ expr }) => mentionsBase(document, expr, base)));
  });
}

function mentionsBase({ evidence }: DocumentMeaning, expr: Expr, base: string | undefined): boolean {
  let found = false;
  visitSymbols(expr, { evidence, bound: new Set(), shifts: new Map() }, (use) => { found ||= use.base === base; });
  return found;
}

/** The sides only where a free index is that of the hot entry. */
function atHotEntry({ sides, evaluation: { labels } }: Differing, keys: readonly string[]): AlignedSides[] {
  const { dims, symbols } = sides.world;
  const fits = (key: string, label: string): boolean => symbols.get(key)?.axes.some((axis) => rootOf(dims, axis) === rootOf(dims, label)) ?? false;
  return keys.flatMap((key) => labels.filter((label) => fits(key, label)).map((label): AlignedSides => {
    const hot: Term = { op: 'symbol', key, at: [label] };
    return { ...sides, left: map('mul', hot, sides.left), right: map('mul', hot, sides.right) };
  }));
}

/** Names with a definition that words before a line, or just after it, hold fixed: what is derived there is not derived through these. */
export function heldAt(document: DocumentMeaning, link: LinkSyntax): string[] {
  const { declarations: { held }, bindings } = document;
  const isSaid = (d: { unit: number; at: number; base: string }): boolean => d.unit === link.unit && d.at < link.rhs.span.end + NEXT_SENTENCE && bindings.has(d.base);
  return isDerived(document, link) ? [...new Set(held.filter(isSaid).map(({ base }) => base))] : [];
}
const NEXT_SENTENCE = 200;

/** Something is differentiated in it, or was set to zero before it. */
const isDerived = ({ stationary }: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax): boolean => [lhs, rhs].some(({ expr }) => isDerivative(expr)) || stationary.some((s) => s.unit === unit);

/** The words around speak of names that are not differentiated through. */
function holdsFixed({ document, link, sides }: Differing): boolean {
  const { wording } = document;
  const isOfOptimum = document.stationary.some(({ unit, variables }) => unit === link.unit && variables.some((variable) => sides.world.symbols.has(keyOf(variable))));
  const isDerived = contains(sides, 'derivative') || [link.lhs, link.rhs].some(({ expr }) => isDerivative(expr)) || isOfOptimum;
  if (sides.world.reading.held.size > 0 || !isDerived) return false;
  return HELD.test(`${wordsBefore(wording, link.region, 1500)} ${wordsAfter(wording, link.region, 300)}`);
}

/** `s_c` beside `\sum_j e^{s_j}`: c may be one of the j, or stand apart. */
function places({ document: { evidence }, sides }: Differing): SymbolUse[] {
  const topics = [...evidence.seen.keys()].filter((topic) => topic.startsWith('place ') && near(evidence, topic, sides.at));
  return topics.length ? [...sides.world.symbols.values()].map((info) => info.use).filter((use) => topics.some((topic) => topic.startsWith(`place ${use.family} `))) : [];
}

/** Names of which something is said that is not read, and functions without a definition of which it is said where their values lie. */
function restricted({ document, link, sides, evaluation }: Differing): SymbolUse[] {
  const kept = contains(sides, 'average') ? () => true : (value: Restriction) => value !== 'chance';
  const solved = differsWhereGiven(document, link, sides);
  const isBounded = ({ key, use }: SymbolInfo): boolean => evaluation.arbitrary.some((side) => side.has(key)) && (sides.world.declarations.domain(use.base, sides.at) ?? 'real') !== 'real';
  const isSaid = ({ use, key }: SymbolInfo): boolean => restrictions(document, use.base, sides.at).some(({ value }) => kept(value) && !(value === 'given' && solved)) && matters(evaluation, key);
  const isRestricted = (info: SymbolInfo): boolean => !info.binding && (isSaid(info) || isBounded(info));
  return [...new Map([...sides.world.symbols.values()].filter(isRestricted).map(({ use }) => [use.tex, use])).values()];
}

/** Whether the sides differ at points at which the equations hold that are given. */
function differsWhereGiven(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): boolean {
  const found = document.given.length ? undisturbed(sides.world, () => atStationary(link, sides, document.given)) : undefined;
  return found !== undefined && found !== 'unread' && found.evaluation?.outcome === 'differ';
}

/** Whether the gap between the sides is another where a name has other values: else nothing that the name is makes up for it. */
function matters({ program, inputs, leaves }: Evaluation, key: string): boolean {
  const own = inputs.get(key);
  if (!own) return true;
  const points = pointsOf(inputs, leaves);
  const gaps = (values: ReadonlyMap<string, Float64Array>): Float64Array => {
    const { values: [left, right] } = program.run(values, points);
    return left.map((x, i) => x - right[i]);
  };
  const width = own.length / points;
  const [before, after] = [inputs, new Map([...inputs, [key, own.map((_, i) => own[(i + width) % own.length])]])].map(gaps);
  return before.some((gap, i) => Number.isFinite(gap) && Number.isFinite(after[i]) && Math.abs(gap - after[i]) > SAME * Math.max(1, Math.abs(gap)));
}

/** Matrices of quadratic forms of which nothing is declared, where the line holds if they are symmetric; of \\Sigma nothing else is expected. */
function symmetric({ document, link, sides, evaluation }: Differing): SymbolUse[] {
  const written = [link.lhs.expr, link.rhs.expr, ...[...sides.world.symbols.values()].flatMap(({ binding }) => (binding ? [binding.expr] : []))];
  const around = document.links.flatMap(({ unit, lhs, rhs }) => (unit === link.unit ? [lhs.expr, rhs.expr] : []));
  const inForms = new Set([...written.flatMap((expr) => formMatrices(document, expr)), ...around.flatMap((expr) => [...formMatrices(document, expr), ...covariances(document, expr)])]);
  const open = evaluation.leaves.filter(({ name, shape, domain }) => inForms.has(name) && shape.length === 2 && shape[0] === shape[1] && !domain && !isShaped(sides, name));
  if (open.length === 0) return [];
  const domains = new Map(open.map(({ name }): [string, Domain] => [name, 'symmetric']));
  return evaluate(sides, { seed: seedOf(link), choice: evaluation.choice, domains, brief: true })?.outcome === 'agree' ? usesOf(sides, domains.keys()) : [];
}

/** Keys of S in `\mathcal{N}(\mu, S)`. */
function covariances({ evidence }: DocumentMeaning, expr: Expr): string[] {
  const found: string[] = [];
  visit(expr, (e) => {
    if (e.kind !== 'product') return;
    e.factors.forEach((factor, i) => {
      const body = e.factors[i + 1];
      const isNormal = factor.kind === 'name' && lawOf(factor.letter, 2) === 'normal' && body?.kind === 'group' && body.items.length > 1;
      const use = isNormal ? symbolUse(body.items[body.items.length - 1], { evidence, bound: new Set(), shifts: new Map() }) : undefined;
      if (use) found.push(keyOf(use));
    });
  });
  return found;
}

/** Keys of A in `x^T A x`. */
function formMatrices({ evidence }: DocumentMeaning, expr: Expr): string[] {
  const found: string[] = [];
  visit(expr, (e) => {
    if (e.kind === 'product') e.factors.forEach((factor, i) => {
      const [before, after] = [e.factors[i - 1], e.factors[i + 1]];
      const use = before?.kind === 'scripted' && after && print(before.base) === print(after) ? symbolUse(factor, { evidence, bound: new Set(), shifts: new Map() }) : undefined;
      if (use) found.push(keyOf(use));
    });
  });
  return found;
}

function isShaped({ world, at }: AlignedSides, name: string): boolean {
  const use = world.symbols.get(name)?.use;
  return !!use && use.base !== '\\Sigma' && world.declarations.shape(use.base, at) !== undefined;
}

/** Symbols of a claim of which only existence is said. */
export function existentials(document: DocumentMeaning, sides: AlignedSides): SymbolUse[] {
  return [...sides.world.symbols.values()].filter((info) => !info.binding && isExistential(document, info.use, sides.at)).map((info) => info.use);
}

// ── lines that say what their names are ──

/** Whether each entry of the sides differs by the same number at every point, whatever the sizes: then no values of its names can make the line true. */
export function isFixedGap(sides: AlignedSides, evaluation: Evaluation): boolean {
  if (evaluation.arbitrary.some((side) => side.size > 0)) return false;
  const again = evaluate(sides, { seed: 'gap', choice: evaluation.choice + 1 });
  return again !== undefined && [evaluation, again].every(hasFixedGap);
}

function hasFixedGap({ program, inputs, leaves }: Evaluation): boolean {
  const points = pointsOf(inputs, leaves);
  const { values: [left, right] } = program.run(inputs, points);
  const gaps = Array.from(left, (x, i) => x - right[i]);
  const entries = gaps.length / points;
  return entries > 0 && gaps.every((gap, i) => Math.abs(gap - gaps[i % entries]) <= SAME * Math.max(1, Math.abs(gap))) && gaps.slice(0, entries).some((gap) => Math.abs(gap) > SAME);
}
const SAME = 1e-9;

function pointsOf(inputs: ReadonlyMap<string, Float64Array>, [leaf]: readonly Leaf[]): number {
  return leaf ? (inputs.get(leaf.name)?.length ?? 1) / leaf.shape.reduce((a, b) => a * b, 1) : 1;
}

/** `\sum_i p_i = 1`, `\frac{n + 2p - k}{s} = 28`: names without a definition against a number say what these are, or rest on values in words. */
function isConstraint({ link, evaluation, sides }: Differing): boolean {
  const isNumber = evaluation.leavesOf[1].size === 0 && evaluation.arbitrary[1].size === 0;
  if (!isNumber || evaluation.leavesOf[0].size === 0 || contains(sides, 'derivative', 'average') || isFixedGap(sides, evaluation)) return false;
  const isFree = sides.world.definitions.size === 0 && evaluation.leaves.every(({ domain }) => !domain || domain === 'real');
  return isFree || !isZero(link.rhs.expr);
}

/** `\text{since } \mu = …` behind a line says more than is read of it; "for all i" says nothing. */
const isSaid = (condition: Expr): boolean => (condition.kind === 'words' ? /(?<!\p{L})(?:if|when\w*|where|since|because|as|by|using|with|assum\w+|provided|given|unless|weil|da|denn|wegen|mit|car|puisque|porque|pues|con|avec|так как|因为|由于)(?!\p{L})/iu.test(condition.text) : condition.kind === 'chain' && !['in', 'to'].includes(condition.relations[0].name));

/** `\text{with} \mu = …` in words that are not known, behind the line. */
function isExplainedBeside({ document, link }: Differing): boolean {
  const { statements } = document.equations[link.region];
  const next = statements[statements.indexOf(link.statement) + 1];
  const head = next?.relations.length ? next.members[0].expr : undefined;
  return head?.kind === 'product' && isWord(head.factors[0]);
}

const isWord = (e: Expr): boolean => e.kind === 'words' || (e.kind === 'name' && e.font === 'roman' && /^\p{Ll}{2,}$/u.test(e.letter));

/** "… for `\Lambda = \Sigma^{-1}`": the next formula of the sentence says of a name of the line what it is. */
function isExplainedAfter({ document, link, sides }: Differing): boolean {
  const { equations, parts: { regions }, text } = document;
  const open = new Set([...sides.world.symbols.values()].flatMap((info) => (info.binding ? [] : [info.use.base])));
  for (let region = link.region + 1; region < regions.length; region++) {
    const words = text.slice(regions[region - 1].span.end, regions[region].span.start);
    if (!(region === link.region + 1 ? EXPLAINED : AND).test(words)) return false;
    const [next] = equations[region].statements;
    const defines = next && [...document.bindings.values()].some((list) => list.some(({ at }) => at === next.members[0].span.start));
    if (next?.relations[0]?.name !== 'equal') return false;
    if (!defines && next.members.some(({ expr }) => [...open].some((base) => mentionsBase(document, expr, base)))) return true;
  }
  return false;
}
const EXPLAINED = /^\s*,?\s*(?:for|if|when|where|with|since|because|as|given|provided(?: that)?|wobei|mit|falls|wenn|da|weil|où|avec|car|donde|con|pues|ya que|其中|因为)\s*$/i;
const AND = /^\s*(?:,|and|und|et|y|,\s*and)\s*$/i;

/** The n of `I - \frac1n \mathbf{1} \mathbf{1}^T`. */
function sizeOfOnes({ sides, evaluation: { leaves } }: Differing): SymbolUse[] {
  const free = sides.world.hasUnsizedOnes ? leaves.filter(({ name, shape }) => shape.length === 0 && /^[nmdkpNMDKP]$/.test(name)) : [];
  return usesOf(sides, free.map(({ name }) => name));
}

/** `\mathbb{E}[\epsilon] = 0`: an expectation without a stated law against something without one says what it is. */
function statesMoment({ evaluation: { leavesOf } }: Differing): boolean {
  const [left, right] = leavesOf.map((side) => [...side].some((key) => key.startsWith('chance')));
  return left !== right;
}

/** Free names that differ in case only, such as x_i beside a matrix X, are likely parts of one another. */
function letterAndCapital({ document, link, evaluation, sides }: Differing): SymbolUse[] {
  const uses = usesOf(sides, evaluation.lowering.inputs.keys());
  for (const small of uses) {
    const capital = /^[a-z]$/.test(small.base) ? uses.find((u) => u.base === small.base.toUpperCase()) : undefined;
    if (capital && (sides.world.symbols.get(capital.base)?.axes.length ?? 0) > 1) return [small, capital].every((use) => isStated(document, use, link.unit)) ? [] : [small, capital];
  }
  return [];
}

/** Entries of a one-hot vector, written with a letter: the text may say that one is the hot one. */
function hotEntry({ document, link, sides }: Differing): SymbolUse[] {
  const hot: SymbolUse[] = [];
  for (const { expr } of [link.lhs, link.rhs]) visitSymbols(expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() }, (use) => {
    if (use.slots.some((slot) => slot.kind === 'index' && isNamedClass(document, slot.letter, link.unit)) && sides.world.declarations.domain(use.base, sides.at) === 'one-hot') hot.push(use);
  });
  return hot;
}

/** A letter that stands alone in the text beside words for the true class. */
function isNamedClass({ parts, evidence, wording }: DocumentMeaning, letter: string, unit: number): boolean {
  return parts.regions.some(({ tex, span }, region) => tex.trim() === letter && evidence.unitAt(span.start) === unit && TRUE_CLASS.test(`${wordsBefore(wording, region, 60)} ${wordsAfter(wording, region, 40)}`));
}
const TRUE_CLASS = /\b(?:true|correct|actual|target|hot|gold|class|label|dimension)\b/i;

/** Equations between undefined functions alone say how these are: `g(-x) = -g(x)`, `g' = g(1 - g)`. */
function isProperty({ evaluation, sides }: Differing): boolean {
  if (sides.world.definitions.size > 0 || !evaluation.arbitrary.every((side) => [...side].some((key) => key.startsWith('function ')))) return false;
  return !contains(sides, 'derivative', 'average');
}

/** In `\partial t / \partial z = t (1 - t)` an undefined t stands plainly on one side only, and is differentiated, or differentiated by: what t is makes it right or wrong. */
function selfDetermined({ sides }: Differing): SymbolUse[] {
  const seen = [sides.left, sides.right].map((side) => ({ derived: derivativesIn(sides.world, side), plain: plainKeys(side) }));
  const open = seen.flatMap(({ derived, plain }, i) => [...plain].filter((key) => !seen[1 - i].plain.has(key) && (seen[1 - i].derived.some(({ of }) => of === key) || derived.some(({ by }) => by === key))));
  return usesOf(sides, open.filter((key) => !sides.world.definitions.has(key) && (sides.world.symbols.get(key)?.dependsOn.length ?? 0) > 0));
}

/** Symbols that stand outside all derivatives. */
function plainKeys(term: Term, found: Set<string> = new Set()): Set<string> {
  if (term.op === 'symbol') found.add(term.key);
  if (term.op !== 'derivative') for (const part of parts(term)) plainKeys(part, found);
  return found;
}

/** `\varphi(z) = \varphi(W v)`: the sides differ in one place only, and there an undefined name stands for the other side's part. */
function told({ link, sides }: Differing): SymbolUse[] {
  const [a, b] = soleDifference(link.lhs.expr, link.rhs.expr);
  if (a === link.lhs.expr) return [];
  const keys = [[a, b], [b, a]].flatMap(([name, part]) => {
    const key = keyOfName(sides, name);
    return key !== undefined && !isDerivative(part) && part.kind !== 'num' && !find(part, (e) => keyOfName(sides, e) === key) ? [key] : [];
  });
  return usesOf(sides, keys.filter((key) => !sides.world.definitions.has(key)));
}

function keyOfName({ world }: AlignedSides, expr: Expr): string | undefined {
  const use = symbolUse(expr, { evidence: world.evidence, bound: new Set(), shifts: new Map() });
  return use && use.modifiers.length === 0 ? keyOf(use) : undefined;
}

/** The smallest parts outside of which two expressions are the same. */
function soleDifference(a: Expr, b: Expr): [Expr, Expr] {
  const [left, right] = [children(a), children(b)];
  const sites = a.kind === b.kind && !isDerivative(a) && left.length === right.length ? left.flatMap((part, i) => (print(part) === print(right[i]) ? [] : [i])) : [];
  const [site] = sites;
  const isSame = sites.length === 1 && print(replace(a, (e) => (e === left[site] ? right[site] : undefined))) === print(b);
  return isSame ? soleDifference(left[site], right[site]) : [a, b];
}

/** Names that label a brace of the formula: what stands in it is what they are. */
function labelled({ document: { parts: { regions } }, link, sides }: Differing): SymbolUse[] {
  const { tex } = regions[link.region];
  if (!/\\(?:under|over)brace/.test(tex)) return [];
  const labels = [...tex.matchAll(/\}\s*[_^]\s*\{?\s*[=:]*\s*([^{}]+)/g)].map(([, label]) => label.trim());
  return [...sides.world.symbols.values()].filter(({ binding, use }) => !binding && labels.includes(use.tex)).map(({ use }) => use);
}

// ── names that one side alone knows ──

/** `\partial L/\partial b = \partial L/\partial y` of an undefined L, where no definition leads from one variable to the other. Those of a Jacobian do not depend on each other. */
function unrelated({ evaluation, sides, link }: Differing): Reason | undefined {
  if (link.pattern) return undefined;
  const [left, right] = [sides.left, sides.right].map((side) => derivativesIn(sides.world, side));
  for (const { of, by } of [...left, ...right]) {
    const others = (left.some((d) => d.of === of && d.by === by) ? right : left).filter((d) => d.of === of);
    const isArbitrary = evaluation.arbitrary.some((side) => side.has(of));
    const related = others.length === 0 || others.some((d) => d.by === by || reaches(sides.world, d.by, by) || reaches(sides.world, by, d.by));
    if (isArbitrary && !related) return { code: 'independent', of: texOf(sides, others[0].by), by: texOf(sides, by) };
    const through = (left.some((d) => d.by === by) && right.some((d) => d.by === by)) ? undefined : undefinedBetween(sides.world, of, by);
    if (through) return { code: 'independent', of: texOf(sides, through), by: texOf(sides, by) };
  }
  return undefined;
}

/** An undefined name through which a defined one depends on a variable: what one side knows of it the other would have to say. */
function undefinedBetween(world: World, of: string, by: string): string | undefined {
  const seen = new Set([of]);
  for (const key of seen) for (const inner of keysIn(world.definitions.get(key)?.term ?? { op: 'num', value: 0 })) seen.add(inner);
  return [...seen].find((key) => key !== of && key !== by && !world.definitions.has(key) && world.symbols.get(key)?.dependsOn.includes(by));
}

/** Two or more undefined names between a function and its variable: whether a derivative holds the others fixed is not written. */
function intermediates({ sides }: Differing): SymbolUse[] {
  const all = [sides.left, sides.right].flatMap((side) => derivativesIn(sides.world, side));
  const between = [...new Set(all.map(({ of }) => of))].filter((key) => !sides.world.definitions.has(key) && all.some(({ by }) => by === key));
  return between.length > 1 ? usesOf(sides, between) : [];
}

/** `\|w\| = …` may say which norm the bars stand for. */
const isNorm = (expr: Expr): boolean => expr.kind === 'group' && expr.open === '‖';

/** The name that a derivative is of. */
function namedIn(of: Term): string | undefined {
  if (of.op === 'derivative') return namedIn(of.of);
  if (of.op === 'at') return namedIn(of.body);
  return of.op === 'symbol' ? of.key : undefined;
}

/** What is differentiated by what in a term and in the definitions that it rests on. */
function derivativesIn(world: World, side: Term): { of: string; by: string }[] {
  const found: { of: string; by: string }[] = [];
  const seen = new Set<string>();
  const terms = [side];
  for (const term of terms) visitTerm(term, (t) => {
    const of = t.op === 'derivative' ? namedIn(t.of) : undefined;
    if (of && t.op === 'derivative') found.push({ of, by: t.key });
    const definition = t.op === 'symbol' && !seen.has(t.key) ? world.definitions.get(t.key) : undefined;
    if (t.op === 'symbol') seen.add(t.key);
    if (definition) terms.push(definition.term);
  });
  return found;
}

const texOf = (sides: AlignedSides, key: string): string => sides.world.symbols.get(key)?.use.tex ?? key;


/** A side that rests on an undefined function which the other side does not know says nothing about the line. */
const loneFunctions = ({ evaluation: { arbitrary }, sides }: Differing): SymbolUse[] => usesOf(sides, onOneSide(arbitrary));

const strangers = (differing: Differing): SymbolUse[] =>
  usesOf(differing.sides, onOneSide(differing.evaluation.leavesOf).filter((key) => isDifferentiated(differing.sides, key) || matters(differing.evaluation, key))).filter((use) => !isKnown(differing.document, use, differing.sides.at) && !comesWithWritten(differing, use));

/** The definition that brings it, of another exercise, is made of names that the line itself writes. */
function comesWithWritten({ document, link, sides }: Differing, { base }: SymbolUse): boolean {
  const context = { evidence: document.evidence, bound: new Set<string>(), shifts: new Map<string, number>() };
  const basesIn = (exprs: Expr[]): Set<string> => { const bases = new Set<string>(); for (const expr of exprs) visitSymbols(expr, context, (use) => { bases.add(use.base); }); return bases; };
  const written = basesIn([link.lhs.expr, link.rhs.expr]);
  return [...sides.world.symbols.values()].some(({ binding }) => {
    const inner = binding ? basesIn([binding.expr]) : new Set<string>();
    return inner.has(base) && [...inner].some((other) => written.has(other));
  });
}

/** What a derivative is of may be a function of anything. */
const isDifferentiated = (sides: AlignedSides, key: string): boolean => [sides.left, sides.right].some((side) => derivativesIn(sides.world, side).some(({ of }) => of === key));

const onOneSide = ([left, right]: [Set<string>, Set<string>]): string[] => [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];

const usesOf = (sides: AlignedSides, keys: Iterable<string>): SymbolUse[] => [...new Map([...keys].flatMap((key) => sides.world.symbols.get(key)?.use ?? []).map((use) => [use.tex, use])).values()];

/** Mentioned in another formula of the exercise that is no mere claim, so that the document has said something of it. An increment is tied by its own relation, and what a definition binds that is not in force here is another thing. */
function isKnown(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  const unit = document.evidence.unitAt(at);
  if (isStated(document, use, unit)) return true;
  // An optimum is known where the derivative was found to vanish, and there alone.
  if (document.stationary.some(({ variables }) => variables.some(({ base }) => base === optimumOf(use.base)))) return false;
  if (use.family.includes('\\Delta ') || document.bindings.get(use.base)?.some((binding) => binding.unit === unit)) return false;
  const topics = [`bare ${use.family}`, `slots ${use.family}`];
  return topics.some((topic) => (document.evidence.seen.get(topic) ?? []).some((o) => o.unit === unit && !sameRegion(document, o.at, at) && !isMereClaim(document, o.at)));
}

/** A comment of the exercise says what the name is. */
const isStated = ({ declarations }: DocumentMeaning, use: SymbolUse, unit: number): boolean => declarations.stated.some((d) => d.base === use.base && d.unit === unit);

const CLAIMING: ReadonlySet<RelationName> = new Set(['equal', 'assign', 'identical', 'approx', 'less', 'greater', 'lessEqual', 'greaterEqual']);

/** `p \in (0, 1)` says where a name lies, and not what it is. */
const isInterval = ({ relation, rhs }: LinkSyntax): boolean => relation.name === 'in' && rhs.expr.kind === 'group' && rhs.expr.open !== '{';

/** A claim that is not known to be true says nothing of its names. */
function isMereClaim(document: DocumentMeaning, at: number): boolean {
  const link = document.links.find(({ lhs, rhs }) => at >= lhs.span.start && at < rhs.span.end);
  if (!link || document.upheld.has(link) || !(CLAIMING.has(link.relation.name) || isInterval(link))) return false;
  const own = [...document.bindings.values()].flat().filter((binding) => binding.at >= link.lhs.span.start && binding.at < link.rhs.span.end);
  return !own.some(({ expr }) => at < link.rhs.span.start || (at >= expr.span.start && at < expr.span.end));
}

function sameRegion({ parts }: DocumentMeaning, a: number, b: number): boolean {
  const region = parts.regions.find((r) => b >= r.span.start && b < r.span.end);
  return !!region && a >= region.span.start && a < region.span.end;
}
