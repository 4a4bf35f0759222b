/** When a difference proves nothing: reasons why a line whose sides differ may still be right. */
import { type DocumentMeaning, type LinkSyntax, exprsOf } from '../meaning/document';
import { isHypothetical, isNamedEquation, sentenceBefore } from '../meaning/premises';
import { isCondition } from '../meaning/provisos';
import type { SymbolUse } from '../meaning/symbols';
import { find } from '../notation/expression';
import { gradientNames, gradientSigns, isNorm, letterAndCapital, namedMeans, numbered, ofWholeMatrix, partsApart, places, randomFamilies, setsApart } from './doubt/ambiguities';
import { byStirling } from './doubt/approximated';
import { converges } from './doubt/convergence';
import { intermediates, unrelated } from './doubt/derivatives';
import type { Differing } from './doubt/differing';
import { holdsInCase, holdsLater, restricted } from './doubt/domains';
import { modelsOfEstimates } from './doubt/estimates';
import { existentials } from './doubt/existentials';
import { isExplainedBeside, isOfSomeEntries, isSaid } from './doubt/explained';
import { isFixedGap } from './doubt/gaps';
import { alongPaths, holdsFixed, holdsStateFixed } from './doubt/held';
import { boundIncrements, holdsToFirstOrder } from './doubt/increments';
import { leftOut, ofAverage, upToConstant } from './doubt/leftout';
import { atUnsaidOptimum } from './doubt/optimum';
import { pointsLeftOut } from './doubt/points';
import { underUnsaidProperty } from './doubt/properties';
import { loneFunctions, strangers, unsaidCounts } from './doubt/strangers';
import { unsaidStatistics } from './doubt/statistics';
import { symmetric } from './doubt/symmetry';
import { holdsByRows, isUnnamedProduct } from './doubt/tensors';
import { calledApart, isConstraint, isProperty, statesMoment, tellsSizes, told } from './doubt/telling';
import { isOverAnything } from './readings';
import { unreadable, type Failure, type Reason } from './judgement';

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

const DOUBTS: ((differing: Differing) => Reason | undefined)[] = [
  (differing) => (converges(differing) ? undefined : unreadable('an expectation or a limit that does not converge fast enough')),
  (differing) => (holdsLater(differing) ? unreadable('that it rests on what is only said later') : undefined),
  (differing) => holdsInCase(differing),
  (differing) => about(symmetric(differing), (symbols) => ({ code: 'symmetric', symbols })),
  (differing) => atUnsaidOptimum(differing),
  (differing) => underUnsaidProperty(differing),
  (differing) => unsaidStatistics(differing),
  (differing) => about(modelsOfEstimates(differing), ([estimate]) => unreadable(`whether ${estimate.tex} is what the model gives`)),
  (differing) => leftOut(differing),
  (differing) => byStirling(differing),
  (differing) => (upToConstant(differing) ? unreadable('up to which constant it is meant') : undefined),
  (differing) => (ofAverage(differing) ? unreadable('what is averaged') : undefined),
  (differing) => (holdsFixed(differing) || holdsStateFixed(differing) || alongPaths(differing) ? unreadable('what is held fixed') : undefined),
  (differing) => about(pointsLeftOut(differing), ([of]) => unreadable(`at which point ${of.tex} is taken`)),
  (differing) => about(places(differing), ([place]) => unreadable(`whether ${place.tex} is among those that are summed`)),
  (differing) => { const set = setsApart(differing); return set ? unreadable(`whether ${set} is all that is meant`) : undefined; },
  ({ document, link }) => (ZERO_ELSEWHERE.test(sentenceBefore(document, link)) ? unreadable('what is set to zero') : undefined),
  (differing) => (isFixedGap(differing.sides, differing.evaluation) ? undefined : about(restricted(differing), (symbols) => ({ code: 'restricted', symbols }))),
  ({ document }) => (document.said.summation ? unreadable('the summation convention') : undefined),
  ({ document, link }) => (isHypothetical(document, link) ? unreadable('a supposition') : undefined),
  (differing) => (isConstraint(differing) || isNamedEquation(differing.document, differing.link) ? { code: 'premise' } : undefined),
  ({ link }) => (link.statement.conditions.some((condition) => !isCondition(condition) && isSaid(condition)) ? unreadable('the condition beside it') : undefined),
  ({ link }) => (exprsOf(link).some((expr) => find(expr, (e) => e.kind === 'apply' && e.fn === 'log10')) ? unreadable('the base of \\lg') : undefined),
  (differing) => (isExplainedBeside(differing) || isOfSomeEntries(differing) ? unreadable('the condition beside it') : undefined),
  (differing) => about(unsaidCounts(differing), undefinedNames),
  (differing) => about(gradientNames(differing), undefinedNames),
  (differing) => about(gradientSigns(differing), ([sign]) => unreadable(`whether ${sign.tex} is a factor or the sign of a derivative`)),
  (differing) => about(numbered(differing), ([name]) => unreadable(`whether the numbers above ${name.tex} are powers`)),
  (differing) => about(boundIncrements(differing), ([part]) => unreadable(`what ${part.tex} may be`)),
  (differing) => (holdsToFirstOrder(differing) ? unreadable('what is left out of second order') : undefined),
  (differing) => (tellsSizes(differing) ? unreadable('a product of sizes') : undefined),
  (differing) => (isUnnamedProduct(differing) ? unreadable('which product \\otimes is') : undefined),
  (differing) => (holdsByRows(differing) ? unreadable('whether vec goes by rows or by columns') : undefined),
  (differing) => (ofWholeMatrix(differing) ? unreadable('whether a function of a matrix is taken entry by entry') : undefined),
  (differing) => about(randomFamilies(differing), ([family]) => unreadable(`an expectation over the family ${family.tex}`)),
  (differing) => about(namedMeans(differing), undefinedNames),
  (differing) => (statesMoment(differing) ? { code: 'premise' } : undefined),
  (differing) => about([letterAndCapital, partsApart].map((pair) => pair(differing)).find((symbols) => symbols.length > 0) ?? [], (symbols) => ({ code: 'unrelated', symbols })),
  ({ sides: { world } }) => about(calledApart(world), ([name]) => ({ ...unreadable(`${name.tex} of different things`), slips: true })),
  ({ sides }) => (isOverAnything(sides) ? { ...unreadable('an integral without bounds'), slips: true } : undefined),
  (differing) => (isProperty(differing) ? { code: 'property' } : undefined),
  (differing) => unrelated(differing),
  (differing) => about(intermediates(differing), undefinedNames),
  ({ link }) => (isNorm(link.lhs.expr) ? unreadable('which norm is meant') : undefined),
  (differing) => about(told(differing), undefinedNames),
  (differing) => about(loneFunctions(differing), arbitraryFunctions),
  (differing) => about(strangers(differing), undefinedNames),
];

const undefinedNames = (symbols: SymbolUse[]): Reason => ({ code: 'unknown-symbol', symbols, arbitrary: false });
const arbitraryFunctions = (symbols: SymbolUse[]): Reason => ({ code: 'unknown-symbol', symbols, arbitrary: true });

const about = (symbols: SymbolUse[], reason: (symbols: SymbolUse[]) => Reason): Reason | undefined => (symbols.length ? reason(symbols) : undefined);

/** Something is set to zero, in the languages that homework comes in. */
const ZERO_ELSEWHERE = /\b(?:gleich Null|Null (?:setz|ist)|nullsetz|annul\w*|nulle?\b(?! (?:space|hyp))|cero\b)|zéro|零|为\s*0|等于\s*0|ゼロ|нул/i;
