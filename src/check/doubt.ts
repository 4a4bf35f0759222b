/** When a difference proves nothing: reasons why a line whose sides differ may still be right. */
import { type DocumentMeaning, type LinkSyntax, exprsOf } from '../meaning/document';
import { isHypothetical, isNamedEquation, sentenceBefore } from '../meaning/premises';
import { isCondition } from '../meaning/provisos';
import type { SymbolUse } from '../meaning/symbols';
import { find, isApply, isSum, isZero } from '../notation/expression';
import { calledNumbers, examplesMixed, gradientNames, gradientSigns, isOfSomeNorm, isOpenCount, keepsOneTerm, lawsApart, letterAndCapital, namedMeans, numbered, ofWholeMatrix, partsApart, places, randomFamilies, setsApart } from './doubt/ambiguities';
import { byStirling, isAsymptotic } from './doubt/approximated';
import { converges } from './doubt/convergence';
import { intermediates, unrelated } from './doubt/derivatives';
import type { Differing } from './doubt/differing';
import { holdsInCase, holdsLater, holdsWhereActive, ofNegative, restricted } from './doubt/domains';
import { modelsOfEstimates } from './doubt/estimates';
import { existentials } from './doubt/existentials';
import { isExplainedBeside, isOfOneSummand, isOfSomeEntries, isReasonedBehind, isSaid, isSaidInWords } from './doubt/explained';
import { isFixedGap } from './doubt/gaps';
import { alongPaths, holdsFixed, holdsStateFixed } from './doubt/held';
import { boundIncrements, holdsToFirstOrder } from './doubt/increments';
import { leftOut, ofAverage, upToConstant } from './doubt/leftout';
import { atUnsaidOptimum } from './doubt/optimum';
import { pointsLeftOut } from './doubt/points';
import { ofTrueClass, underUnsaidProperty } from './doubt/properties';
import { loneFunctions, strangers, unsaidCounts } from './doubt/strangers';
import { unsaidStatistics } from './doubt/statistics';
import { symmetric } from './doubt/symmetry';
import { holdsByRows, isContracted, isUnnamedProduct } from './doubt/tensors';
import { calledApart, countedToo, isConstraint, isOfUnknown, isProperty, isRelation, statesMoment, tellsSizes, told } from './doubt/telling';
import { isOverAnything } from './readings';
import { SAID_LATER, unreadable, type Failure, type Reason } from './judgement';

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

/** It rests on what is not known of names. */
export const isOfNames = (reason: Reason): reason is Extract<Reason, { code: 'restricted' | 'unknown-symbol' }> => reason.code === 'restricted' || reason.code === 'unknown-symbol';

/** It rests on what is not known of names, or on what functions are of which nothing is known. */
export const maySlip = (reason: Reason): boolean => isOfNames(reason) || reason.code === 'property' || (reason.code === 'unread' && reason.slips === true);

/** The names that all reasons of the table rest on, but for what functions are; undefined where one rests on something else. */
export function namesInDoubt(document: DocumentMeaning, link: LinkSyntax, failure: Failure): SymbolUse[] | undefined {
  const reasons = DOUBTS.flatMap((doubt) => doubt({ document, link, ...failure }) ?? []);
  return reasons.every(maySlip) ? reasons.filter(isOfNames).flatMap(({ symbols }) => symbols) : undefined;
}

type Doubt = (differing: Differing) => Reason | undefined;

/** Something about the line that is not read. */
const where = (isSo: (differing: Differing) => boolean, what: string): Doubt => (differing) => (isSo(differing) ? unreadable(what) : undefined);
const about = (symbols: SymbolUse[], reason: (symbols: SymbolUse[]) => Reason): Reason | undefined => (symbols.length ? reason(symbols) : undefined);
/** Names that it rests on. */
const of = (names: (differing: Differing) => SymbolUse[], reason: (symbols: SymbolUse[]) => Reason): Doubt => (differing) => about(names(differing), reason);
const undefinedNames = (symbols: SymbolUse[]): Reason => ({ code: 'unknown-symbol', symbols, arbitrary: false });
const arbitraryFunctions = (symbols: SymbolUse[]): Reason => ({ code: 'unknown-symbol', symbols, arbitrary: true });

const DOUBTS: Doubt[] = [
  (differing) => (converges(differing) ? undefined : unreadable('an expectation or a limit that does not converge fast enough')),
  where(holdsLater, SAID_LATER),
  holdsInCase,
  where((differing) => ofNegative(differing) || holdsWhereActive(differing) || ofTrueClass(differing), 'the case that it is about'),
  of(symmetric, (symbols) => ({ code: 'symmetric', symbols })),
  atUnsaidOptimum,
  underUnsaidProperty,
  unsaidStatistics,
  of(modelsOfEstimates, ([estimate]) => unreadable(`whether ${estimate.tex} is what the model gives`)),
  leftOut,
  byStirling,
  where(isAsymptotic, 'an equality for large or small values'),
  where(upToConstant, 'up to which constant it is meant'),
  where(ofAverage, 'what is averaged'),
  where((differing) => holdsFixed(differing) || holdsStateFixed(differing) || alongPaths(differing), 'what is held fixed'),
  of(pointsLeftOut, ([map]) => unreadable(`at which point ${map.tex} is taken`)),
  of(places, ([place]) => unreadable(`whether ${place.tex} is among those that are summed`)),
  (differing) => { const set = setsApart(differing); return set ? unreadable(`whether ${set} is all that is meant`) : undefined; },
  where((differing) => isOpenCount(differing) || isOfOneSummand(differing), 'what \\sum runs over'),
  where(keepsOneTerm, 'which of the summed functions rest on it'),
  where(({ document, link }) => ZERO_ELSEWHERE.test(sentenceBefore(document, link)) && !link.statement.members.some(({ expr }) => isZero(expr)), 'what is set to zero'),
  (differing) => (isFixedGap(differing.sides, differing.evaluation) ? undefined : about(restricted(differing), (symbols) => ({ code: 'restricted', symbols }))),
  where((differing) => differing.document.said.summation || isContracted(differing), 'the summation convention'),
  where(({ document, link }) => isHypothetical(document, link), 'a supposition'),
  (differing) => (isConstraint(differing) || isRelation(differing) || isOfUnknown(differing) || isNamedEquation(differing.document, differing.link) ? { code: 'premise' } : undefined),
  where(({ link }) => link.statement.conditions.some((condition) => !isCondition(condition) && isSaid(condition)), 'the condition beside it'),
  where(({ link }) => exprsOf(link).some((expr) => find(expr, (e) => isApply(e) && e.fn === 'log10')), 'the base of \\lg'),
  where((differing) => isExplainedBeside(differing) || isSaidInWords(differing) || isOfSomeEntries(differing) || isReasonedBehind(differing), 'the condition beside it'),
  where(({ link }) => exprsOf(link).some((expr) => find(expr, (e) => isSum(e) && e.terms.some(({ braced }) => braced))), 'what the minus before the braces is of'),
  of(unsaidCounts, undefinedNames),
  of(gradientNames, undefinedNames),
  of(calledNumbers, ([name]) => unreadable(`whether ${name.tex} is applied or multiplied`)),
  of(gradientSigns, ([sign]) => unreadable(`whether ${sign.tex} is a factor or the sign of a derivative`)),
  of(numbered, ([name]) => unreadable(`whether the numbers above ${name.tex} are powers`)),
  of(boundIncrements, ([part]) => unreadable(`what ${part.tex} may be`)),
  where(holdsToFirstOrder, 'what is left out of second order'),
  where(tellsSizes, 'a product of sizes'),
  where(isUnnamedProduct, 'which product \\otimes is'),
  where(holdsByRows, 'whether vec goes by rows or by columns'),
  where(ofWholeMatrix, 'whether a function of a matrix is taken entry by entry'),
  of(randomFamilies, ([family]) => unreadable(`an expectation over the family ${family.tex}`)),
  of(namedMeans, undefinedNames),
  (differing) => (statesMoment(differing) ? { code: 'premise' } : undefined),
  (differing) => about([letterAndCapital, partsApart, examplesMixed, lawsApart].map((pair) => pair(differing)).find((symbols) => symbols.length > 0) ?? [], (symbols) => ({ code: 'unrelated', symbols })),
  ({ sides: { world } }) => about(calledApart(world), ([name]) => ({ ...unreadable(`${name.tex} of different things`), slips: true })),
  of(countedToo, ([name]) => unreadable(`whether ${name.tex} is an index or a number`)),
  ({ sides: { world } }) => (world.guessed ? { ...unreadable(world.guessed), slips: true } : undefined),
  (differing) => (isProperty(differing) || (isOverAnything(differing.sides) && differing.sides.world.laws.size > 0) ? { code: 'property' } : undefined),
  ({ sides }) => (isOverAnything(sides) ? { ...unreadable('an integral without bounds'), slips: true } : undefined),
  unrelated,
  of(intermediates, undefinedNames),
  where(isOfSomeNorm, 'which norm is meant'),
  of(told, undefinedNames),
  of(loneFunctions, arbitraryFunctions),
  of(strangers, undefinedNames),
];

/** Something is set to zero, in the languages that homework comes in; a chain that ends in 0 is what is meant. */
const ZERO_ELSEWHERE = /\b(?:gleich Null|Null (?:setz|ist)|nullsetz|annul\w*|nulle?\b(?! (?:space|hyp))|cero\b)|zéro|零|为\s*0|等于\s*0|ゼロ|нул/i;
