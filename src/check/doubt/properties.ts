/** Lines that hold for names with a property that the words around may state. */
import { mentionsBase } from '../../meaning/classify/mentions';
import { isIdentity } from '../../meaning/expectations';
import { reaches } from '../../meaning/names';
import { indexConditions } from '../../meaning/provisos';
import { anyNamed } from '../../meaning/quantified';
import { exprsOf } from '../../meaning/document';
import { type Domain, domainWords, MATRIX_DOMAINS } from '../../meaning/declarations';
import { copyDims, rootOf, unify } from '../../meaning/dims';
import { symbolUse, contextOf, keyOf, type SymbolUse } from '../../meaning/symbols';
import { map, type Term, symbolTerm } from '../../meaning/term';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { type Definition, symbolsIn } from '../../meaning/world';
import * as build from '../../notation/build';
import { type Expr, hasPart, isBig, isBracketed, isChain, isGroup, isLetter, isLog, isNum, isNumeral, isProduct, isScripted, isSum, isSymbol, isTransposed, replace, variablesOf } from '../../notation/expression';
import { print } from '../../notation/print';
import { evaluate, type Evaluation } from '../evaluate';
import type { Reason } from '../judgement';
import { unitVector } from '../lengths';
import { seedText, type AlignedSides } from '../readings';
import { atStationary } from '../stationary';
import { type Differing, baseOf, texOf, undisturbed } from './differing';

/** It holds where names have a property that the words around them may state. */
export function underUnsaidProperty(differing: Differing): Reason | undefined {
  const { link, sides, evaluation } = differing;
  const open = evaluation.leaves.filter(({ name, domain }) => (!domain || domain === 'real' || domain === 'binary') && !isAnyOne(differing, name));
  for (const { domain, ranks, words, shown = [] } of PROPERTIES) {
    const mayHave = (name: string): boolean => !(LABELS.has(domain) && isVaried(differing, name)) && !(MATRIX_DOMAINS.has(domain) && isOblong(sides, name)) && !(domain === 'symmetric' && standsByTranspose(differing, name));
    const keys = open.flatMap(({ name, shape }) => ((ranks?.includes(shape.length) ?? true) && mayHave(name) && (isSpokenOf(differing, name, words) || shown.some((shows) => shows(differing, name))) ? [name] : []));
    const holds = (some: readonly string[]): boolean => [sides, ...(domain === 'simplex' ? asCounted(differing, some) : domain === 'one-hot' ? atHotEntry(differing, some.filter((key) => sides.world.symbols.get(key)?.axes.length === 1)) : [])].some((claim) => {
      const domains = new Map(some.map((key): [string, Domain] => [key, domain]));
      const found = evaluate(asSquare(claim, domain, some), { seed: seedText(link), choice: evaluation.choice, domains, brief: true });
      return [found, ...(found?.outcome === 'differ' ? [atOptimum(differing, domains)] : [])].some((each) => each?.outcome === 'agree' && (!each.vacuous || domain === 'positive'));
    });
    const enough = [...keys.map((key) => [key]), ...(keys.length > 1 ? [keys] : [])].find(holds);
    if (enough) return { code: 'conditional', what: enough.map((key) => `${texOf(sides, key)} is ${domainWords(domain)}`).join(' and ') };
  }
  return undefined;
}

/** "For any non-zero vector v": no more is meant to be known of it. */
function isAnyOne({ document, link, sides }: Differing, key: string): boolean {
  const base = baseOf(sides, key);
  const { parts: { regions }, traces } = document;
  return base !== undefined && regions.some(({ span }, region) => region <= link.region + 1 && traces.unitAt(span.start) === link.unit && anyNamed(document, region).includes(base));
}

/** A matrix with the property has as many rows as columns. */
function asSquare(sides: AlignedSides, domain: Domain, keys: readonly string[]): AlignedSides {
  if (!MATRIX_DOMAINS.has(domain)) return sides;
  const { world } = sides;
  const dims = copyDims(world.dims);
  for (const key of keys) { const [rows, columns] = world.symbols.get(key)?.axes ?? []; if (columns) unify(dims, rows, columns); }
  return { ...sides, world: { ...world, dims } };
}

/** Where the K of `\epsilon / K`, of which nothing is known, is how many entries the name has. */
function asCounted({ sides, sides: { world }, evaluation: { leaves } }: Differing, [key]: readonly string[]): AlignedSides[] {
  const [index] = world.symbols.get(key)?.axes.slice(-1) ?? [];
  const counts = leaves.flatMap(({ name, shape }): [string, Definition][] => (index && shape.length === 0 && /^[A-Zkmn]$/.test(name) ? [[name, { axes: [], term: { op: 'size', index } }]] : []));
  return counts.length > 0 ? [{ ...sides, world: { ...world, definitions: new Map([...world.definitions, ...counts]) } }] : [];
}

const LABELS: ReadonlySet<Domain> = new Set(['one-hot', 'binary']);

/** What is differentiated by is no label. */
function isVaried({ document, link, sides }: Differing, key: string): boolean {
  const base = sides.world.symbols.get(key)?.use.base;
  return exprsOf(link).some((expr) => hasPart(expr, (e) => variablesOf(e).some((variable) => mentionsBase(variable, base, document))));
}

/** The line at the point where what was set to zero before it vanishes, for names with a property. */
function atOptimum({ document: { stationary }, link, sides }: Differing, domains: ReadonlyMap<string, Domain>): Evaluation | undefined {
  const found = stationary.length ? undisturbed(sides.world, () => atStationary(link, sides, stationary, { brief: true, domains })) : undefined;
  return found === 'unread' ? undefined : found?.evaluation;
}

/** What words may say of a name, with the words that could be about it, and what shows it without words: nobody can list the ways to say that a vector is one-hot. */
const PROPERTIES: { domain: Domain; /** How many axes it may have; of several the last is that of the vectors. */ ranks?: readonly number[]; words: RegExp; shown?: ((differing: Differing, key: string) => boolean)[] }[] = [
  { domain: 'one-hot', ranks: [1, 2], words: /\b(?:ones?|single|hot|1|class\w*|labels?|categor\w+|indicators?|(?<!\bnon-?)zeros?|0)\b/i, shown: [isTakenAsOne] },
  { domain: 'simplex', ranks: [1, 2], words: /\b(?:distribution|probabilit\w+|sums?|weights?|normali[sz]\w+|mixture|convex|cross[- ]?entropy|divergence|targets?|truth)\b/i, shown: [weighsLogs] },
  { domain: 'unit vector', ranks: [1], words: /\b(?:unit|norm\w*|length|eigen\w*|orthonormal|principal|direction|sphere)\b/i, shown: [isOfLengthOne] },
  { domain: 'symmetric', ranks: [2], words: /\b(?:s[iy]mm?[eé]tr\w+|[ck]ovar\w+|correlation|Hessian|kernel|Gram|metric|Laplacian|precision|scatter|self-adjoint|eigen\w*)\b|[对対]称|대칭/i },
  { domain: 'orthogonal', ranks: [2], words: /\b(?:orth?o(?:gon|norm)\w*|rotations?|eigen\w*|unit(?:ary|är|aire|ari)\w*|basis|SVD|singular)|正交|ортого/i },
  { domain: 'projection', ranks: [2], words: /\b(?:project\w*|hat matrix|idempotent|residuals?|leverages?)\b|投影|帽子矩阵/i, shown: [leavesRest] },
  { domain: 'diagonal', ranks: [2], words: /\bcommut/i },
  { domain: 'binary', words: /\b(?:binary|labels?|class\w*|Bernoulli|indicators?|project\w*|idempotent)\b/i, shown: [isLabel] },
  { domain: 'positive', words: /\b(?:positive|greater than|above|variances?|deviations?|temperature|rates?|probabilit\w+|lengths?|distances?|counts?|widths?|activ\w+|fires|(?:is|are) on)\b/i, shown: [isDeviation, isTakenOut, isThreshold] },
];

/** "When i = k", where k is what is summed over, or `p_i - y_i = p_i - 1`: of a one-hot y it is about the entry that is 1. */
export function ofTrueClass(differing: Differing): boolean {
  const { document, link, evaluation: { leaves, choice } } = differing;
  const isSame = indexConditions(document, link).some((condition) => isChain(condition) && condition.relations[0].name === 'equal');
  const hot = leaves.flatMap(({ name, domain }) => (domain === 'one-hot' && (isSame || isTakenAsOne(differing, name)) ? [name] : []));
  return atHotEntry(differing, hot).some((claim) => evaluate(claim, { seed: seedText(link), choice, brief: true })?.outcome === 'agree');
}

/** `p_i - y_i = p_i - 1`, in the chain of the line. */
function isTakenAsOne({ document, link: { statement: { members } }, sides }: Differing, key: string): boolean {
  const base = baseOf(sides, key);
  const withOne = (expr: Expr): string => print(replace(expr, (e) => (isSymbol(e) && mentionsBase(e, base, document) ? build.number(1, e.span) : undefined)));
  return members.some(({ expr }, i) => i > 0 && mentionsBase(members[i - 1].expr, base, document) && withOne(members[i - 1].expr) === print(expr));
}

/** The y of `\sum_k y_k \log p_k` or `\sum_k y_k (\delta_{jk} - p_j)`, or of what y_k is made of, is a distribution, though no word may say so. */
function weighsLogs(differing: Differing, key: string): boolean {
  const { world } = differing.sides;
  const isOfIt = (e: Expr): boolean => { const use = symbolUse(e, contextOf(world)); return use !== undefined && (keyOf(use) === key || reaches(world, keyOf(use), key)); };
  const isWeight = (e: Expr): boolean => isProduct(e) && e.factors.some((factor) => isLog(factor) || (isBracketed(factor) && hasPart(factor, isDelta))) && e.factors.some(isOfIt);
  return isWritten(differing, (e) => isBig(e) && e.op === 'sum' && hasPart(e.body, isWeight));
}

const isDelta = (e: Expr): boolean => isScripted(e) && isLetter(e.base, '\\delta') && e.sub.length > 0;

/** The y of `\mathbf{1}\{y_i = 1\}`, which asks whether it is 0 or 1. */
function isLabel(differing: Differing, key: string): boolean {
  const { document, sides } = differing;
  const base = baseOf(sides, key);
  const isAsked = (e: Expr): boolean => isChain(e) && e.relations.length === 1 && e.relations[0].name === 'equal' && isNumeral(e.members[1]) && (e.members[1].value === 0 || e.members[1].value === 1) && mentionsBase(e.members[0], base, document);
  return isWritten(differing, isAsked);
}

/** The \sigma of \sigma^2, the s of (2\pi s^2)^{-1/2}, or what a logarithm or root is taken of, is positive though no word may say so. */
function isDeviation(differing: Differing, key: string): boolean {
  const { document, sides } = differing;
  const base = baseOf(sides, key);
  const isTaken = (e: Expr): boolean => isOfDensity(e) || (isLog(e) && isPowerOf(e.arg)) || (e.kind === 'root' && isSymbol(e.body) && !(isScripted(e.body) && e.body.sup.length) && isPowerOf(e.body)) || (/^\\sigma\b/.test(base ?? '') && isScripted(e) && isPowerOf(e));
  const isPowerOf = (e: Expr): boolean => (isBracketed(e) ? isPowerOf(e.contents[0]) : symbolUse(e, contextOf(document))?.base === base);
  const isSquare = (e: Expr): boolean => isScripted(e) && e.sup.length === 1 && isNum(e.sup[0], 2) && isPowerOf(e);
  const isOfDensity = (e: Expr): boolean => isProduct(e) && e.factors.some((factor) => isLetter(factor, '\\pi')) && e.factors.some(isSquare);
  return isWritten(differing, isTaken);
}

/** The H of `(I - H) y`, of which nothing else is said: what it leaves of y is the rest. */
function leavesRest(differing: Differing, key: string): boolean {
  const { sides: { at, world } } = differing;
  const base = baseOf(differing.sides, key);
  const useOf = (e: Expr | undefined): SymbolUse | undefined => e && symbolUse(e, contextOf(world));
  const isRest = (e: Expr): boolean => isBracketed(e) && isSum(e.contents[0]) && e.contents[0].terms.length === 2 && isIdentity(e.contents[0].terms[0].expr) && useOf(e.contents[0].terms[1].expr)?.base === base;
  const isVector = (use: SymbolUse | undefined): boolean => use !== undefined && world.symbols.get(keyOf(use))?.axes.length === use.slots.length + 1;
  return !world.declarations.shape(base ?? '', at) && isWritten(differing, (e) => isProduct(e) && e.factors.some((factor, i) => isRest(factor) && isVector(useOf(e.factors[i + 1]))));
}

/** `u^T u = 1`, said anywhere in the exercise. */
function isOfLengthOne({ document, link, sides }: Differing, key: string): boolean {
  const base = baseOf(sides, key);
  return document.links.some((other) => other !== link && other.unit === link.unit && unitVector(document, other) === base);
}

/** The c of `\\|c x\\| = c \\|x\\|`, of which nothing says where it lies, is taken out of the bars as what is not negative. */
function isTakenOut({ document, link, sides, evaluation: { leaves } }: Differing, key: string): boolean {
  const base = baseOf(sides, key);
  const holds = (e: Expr): boolean => mentionsBase(e, base, document);
  const isOutside = (e: Expr): boolean => isProduct(e) && e.factors.some(isBarred) && e.factors.some((factor) => !isGroup(factor) && holds(factor));
  const isOver = ([inside, outside]: Expr[]): boolean => hasPart(outside, isOutside) && hasPart(inside, (e) => isBarred(e) && holds(e));
  const members = exprsOf(link);
  return leaves.some(({ name, domain }) => name === key && domain === undefined) && [members, [...members].reverse()].some(isOver);
}

const isBarred = (e: Expr): boolean => isGroup(e) && /^[|‖]$/.test(e.open);

/** The c of `|r| \le c`, in the cases of a function. */
function isThreshold(differing: Differing, key: string): boolean {
  const base = baseOf(differing.sides, key);
  return isWritten(differing, (e) => isChain(e) && /^(?:less|greater)/.test(e.relations[0].name) && e.members.some(isBarred) && e.members.some((member) => isSymbol(member) && mentionsBase(member, base, differing.document)));
}

/** `X^T X`, `X^T (X w - y)`, anywhere in the exercise: of a symmetric X nobody writes so. */
function standsByTranspose(differing: Differing, key: string): boolean {
  const { document, sides } = differing;
  const base = baseOf(sides, key);
  const isBoth = (e: Expr): boolean => isProduct(e) && e.factors.some((factor) => isTransposed(factor) && mentionsBase(factor, base, document) && e.factors.some((other) => other !== factor && mentionsBase(other, base, document)));
  return isWritten(differing, isBoth);
}

/** Something of the exercise is such, or of one that defines a name of the line. */
function isWritten({ document, link, sides: { world } }: Differing, isOne: (e: Expr) => boolean): boolean {
  const units = new Set([link.unit, ...symbolsIn(world).flatMap(({ binding }) => binding?.unit ?? [])]);
  return document.links.some((other) => units.has(other.unit) && exprsOf(other).some((expr) => hasPart(expr, isOne)));
}

/** Declared with two sizes: the line may need them to be equal, the matrix is not square. */
function isOblong(sides: AlignedSides, name: string): boolean {
  const base = baseOf(sides, name);
  const [rows, columns] = (base && sides.world.declarations.shape(base, sides.at)?.map(print)) || [];
  return rows !== columns;
}

/** Whether a formula of the exercise that names a symbol stands among certain words, before the line or with it, or follows a sentence of words alone. */
function isSpokenOf({ document, link, sides }: Differing, key: string, words: RegExp): boolean {
  const base = baseOf(sides, key);
  const { parts: { regions }, equations, traces, wording } = document;
  return regions.some((_, region) => {
    if (region > link.region + 1 || traces.unitAt(regions[region].span.start) !== link.unit) return false;
    const [before] = /(?:(?<=[.;:]\s)[^.;:⟦]*[.;:]\s+)?[^.;:]*$/.exec(wordsBefore(wording, region, 120).replace(/^[^]*\n\n/, '')) ?? [''];
    const around = `${before} ${wordsAfter(wording, region, 80).replace(/(?:[.;]\s|\n\n)[^]*$/, '')}`;
    return words.test(around) && equations[region].statements.some((s) => s.members.some(({ expr }) => mentionsBase(expr, base, document)));
  });
}

/** The sides only where a free index is that of the hot entry. */
function atHotEntry({ sides, evaluation: { labels } }: Differing, keys: readonly string[]): AlignedSides[] {
  const { dims, symbols } = sides.world;
  const fits = (key: string, label: string): boolean => symbols.get(key)?.axes.some((axis) => rootOf(dims, axis) === rootOf(dims, label)) ?? false;
  return keys.flatMap((key) => labels.filter((label) => fits(key, label)).map((label): AlignedSides => {
    const hot: Term = symbolTerm(key, [label]);
    return { ...sides, left: map('mul', hot, sides.left), right: map('mul', hot, sides.right) };
  }));
}
