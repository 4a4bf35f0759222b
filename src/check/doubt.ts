/** When a difference proves nothing: reasons why a line whose sides differ may still be right. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import { isConcluded, isHypothetical } from '../meaning/premises';
import { type SymbolUse, visitSymbols } from '../meaning/symbols';
import { visitTerm } from '../meaning/term';
import type { SymbolInfo } from '../meaning/world';
import { wordsAfter, wordsBefore } from '../meaning/wording';
import { isZero } from '../notation/expression';
import { TOLERANCE } from './compare';
import { evaluate } from './evaluate';
import type { Failure, Reason } from './judgement';
import { type AlignedSides, seedText } from './readings';

interface Differing extends Failure { document: DocumentMeaning; link: LinkSyntax }

/** The first reason of the table that applies. */
export function doubtAbout(document: DocumentMeaning, link: LinkSyntax, failure: Failure): Reason | undefined {
  for (const doubt of DOUBTS) {
    const reason = doubt({ document, link, ...failure });
    if (reason) return reason;
  }
  return undefined;
}

const DOUBTS: ((differing: Differing) => Reason | undefined)[] = [
  ({ document, sides }) => about(existentials(document, sides), (symbols) => ({ code: 'existential', symbols })),
  (differing) => (converges(differing) ? undefined : { code: 'unread', what: 'an expectation that has no exact sum' }),
  (differing) => (holdsLater(differing) ? { code: 'unread', what: 'that it rests on what is only said later' } : undefined),
  (differing) => about(restricted(differing), (symbols) => ({ code: 'restricted', symbols })),
  ({ document }) => (SUMMATION.test(document.wording.text) ? { code: 'unread', what: 'the summation convention' } : undefined),
  ({ document, link }) => (isHypothetical(document, link) ? { code: 'unread', what: 'a supposition' } : undefined),
  (differing) => (isConstraint(differing) ? { code: 'premise' } : undefined),
  (differing) => about(letterAndCapital(differing), ([small, capital]) => ({ code: 'unread', what: `how ${small.tex} relates to ${capital.tex}` })),
  (differing) => about(hotEntry(differing), ([entry]) => ({ code: 'unread', what: `which entry of ${entry.tex} is 1` })),
  (differing) => (isProperty(differing) ? { code: 'property' } : undefined),
  (differing) => about(loneFunctions(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: true })),
  (differing) => about(strangers(differing), (symbols) => ({ code: 'unknown-symbol', symbols, arbitrary: false })),
];

const about = (symbols: SymbolUse[], reason: (symbols: SymbolUse[]) => Reason): Reason | undefined => (symbols.length ? reason(symbols) : undefined);

const SUMMATION = /Einstein (?:sum|notation|conv)|summation (?:convention|notation|symbol)|repeated[- ]ind/i;

const seedOf = ({ lhs, relation, rhs }: LinkSyntax): string => seedText(lhs.tex, relation.tex, rhs.tex);

// ── expectations, later domains, restrictions ──

/** Whether the expectations in a claim come out the same by a coarser rule. */
function converges({ link, evaluation, sides }: Differing): boolean {
  const coarse = contains(sides, 'average') ? evaluate(sides, { seed: seedOf(link), coarse: true }) : undefined;
  if (coarse?.outcome !== 'differ') return true;
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  return same(coarse.left, evaluation.left) && same(coarse.right, evaluation.right);
}

function contains(sides: AlignedSides, ...operations: string[]): boolean {
  let found = false;
  for (const side of [sides.left, sides.right]) visitTerm(side, (t) => { found ||= operations.includes(t.op); });
  return found;
}

const holdsLater = ({ link, sides }: Differing): boolean => evaluate(sides, { seed: seedOf(link), laterDomains: true })?.outcome === 'agree';

function restricted({ document, sides }: Differing): SymbolUse[] {
  const isRestricted = ({ binding, use }: SymbolInfo): boolean => !binding && document.declarations.restricted.some((d) => d.base === use.base && d.unit === document.evidence.unitAt(sides.at));
  return [...sides.world.symbols.values()].filter(isRestricted).map((info) => info.use);
}

/** Symbols of a claim of which only existence is said. */
export function existentials(document: DocumentMeaning, sides: AlignedSides): SymbolUse[] {
  return [...sides.world.symbols.values()].filter((info) => !info.binding && isExistential(document, info.use, sides.at)).map((info) => info.use);
}

/** Said to exist somewhere in the exercise, or named as intermediate points are. */
function isExistential(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  return use.family === '\\xi' || document.declarations.existential.some((d) => d.base === use.base && d.unit === document.evidence.unitAt(at));
}

// ── lines that say what their names are ──

/** `\sum_i p_i = 1`, `\frac{n + 2p - k}{s} = 28`: names without a definition against a number say what these are, or rest on values in words. */
function isConstraint({ document, link, evaluation, sides }: Differing): boolean {
  const isNumber = evaluation.leavesOf[1].size === 0 && evaluation.arbitrary[1].size === 0;
  if (!isNumber || evaluation.leavesOf[0].size === 0 || contains(sides, 'derivative', 'average')) return false;
  return !isZero(link.rhs.expr) || (sides.world.definitions.size === 0 && !document.parts.regions[link.region].display && !isConcluded(document, link));
}

/** Free names that differ in case only, such as x_i beside a matrix X, are likely parts of one another. */
function letterAndCapital({ evaluation, sides }: Differing): SymbolUse[] {
  const uses = usesOf(sides, evaluation.lowering.inputs.keys());
  for (const small of uses) {
    const capital = /^[a-z]$/.test(small.base) ? uses.find((u) => u.base === small.base.toUpperCase()) : undefined;
    if (capital && (sides.world.symbols.get(capital.base)?.axes.length ?? 0) > 1) return [small, capital];
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

// ── names that one side alone knows ──

/** A side that rests on an undefined function which the other side does not know says nothing about the line. */
const loneFunctions = ({ evaluation: { arbitrary }, sides }: Differing): SymbolUse[] => usesOf(sides, onOneSide(arbitrary));

const strangers = ({ document, evaluation, sides }: Differing): SymbolUse[] => usesOf(sides, onOneSide(evaluation.leavesOf)).filter((use) => !isKnown(document, use, sides.at));

const onOneSide = ([left, right]: [Set<string>, Set<string>]): string[] => [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];

const usesOf = (sides: AlignedSides, keys: Iterable<string>): SymbolUse[] => [...keys].flatMap((key) => sides.world.symbols.get(key)?.use ?? []);

/** Mentioned in another formula of the exercise that is no mere claim, so that the document has said something of it. An increment is tied by its own relation, and what a definition binds that is not in force here is another thing. */
function isKnown(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  if (use.family.includes('\\Delta ') || document.bindings.has(use.base)) return false;
  const topics = [`bare ${use.family}`, `slots ${use.family}`];
  const unit = document.evidence.unitAt(at);
  return topics.some((topic) => (document.evidence.seen.get(topic) ?? []).some((o) => o.unit === unit && !sameRegion(document, o.at, at) && !isMereClaim(document, o.at)));
}

/** A claim that is not known to be true says nothing of its names. */
function isMereClaim(document: DocumentMeaning, at: number): boolean {
  const link = document.links.find(({ lhs, rhs }) => at >= lhs.span.start && at < rhs.span.end);
  if (!link || document.upheld.has(link)) return false;
  return ![...document.bindings.values()].some((list) => list.some((binding) => binding.at >= link.lhs.span.start && binding.at < link.rhs.span.end));
}

function sameRegion({ parts }: DocumentMeaning, a: number, b: number): boolean {
  const region = parts.regions.find((r) => b >= r.span.start && b < r.span.end);
  return !!region && a >= region.span.start && a < region.span.end;
}
