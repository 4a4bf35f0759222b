/** The likely slips of derivations, likeliest first. The order decides which of several repairs is offered. */
import { extraConstant, extraFactor, extraTerm, lostComplement, lostConstant, lostDenominator, lostFactor, lostFactorOfSum, lostFactorWithin, lostMirror, lostPart, lostTerm, otherOrder, turnedDerivative, turnedFraction } from './factors';
import { extraFunction, lostFunction, numberOutside, powerInside, spreadFunction } from './functions';
import { bodyIndex, derivativeIndex, extraSum, lostDelta, lostSum, otherIndex, sumBound, sumIndex, swappedLetters } from './indices';
import { lostExponential, nameForNumber, nearNumber, otherDigit, otherForm, otherFunction, otherLength, otherName, otherNumber, otherProduct, otherScripts, swappedNames } from './names';
import { lostBrackets, swappedEntries } from './places';
import type { Candidate, Setting, Site } from './setting';
import { bothTurned, otherHalf, otherPower, otherStep, rootSlip, swappedFactors, transposition } from './shapes';
import { lostMinus, lostSign, minusFirst, relationSlip, turnedCondition, turnedDifference, turnedSign } from './signs';

/** Edits of one part of a line. */
type Propose = (site: Site, setting: Setting) => Candidate[];

export interface Slip {
  propose: Propose;
  /**
   * The left member is as likely to hold it as the right one; it may be why the factors of a line do not fit each other; it is of signs
   * and numbers: whatever the names are, such a line is wrong where the edited one is right; or of a name that nothing leads to.
   */
  trait?: 'eitherSide' | 'shapes' | 'plain' | 'misnamed';
}

const slips = (...rows: (Propose | [Propose, Slip['trait']])[]): readonly Slip[] => rows.map((row) => (typeof row === 'function' ? { propose: row } : { propose: row[0], trait: row[1] }));

/** An inequality is too easily made true: only its sign is looked at. */
export const INEQUALITY_SLIPS = slips(relationSlip);

/** Of lines with a derivative by what it does not depend on, or with a name that is nowhere else. */
export const MISNAMED_SLIPS = slips([otherForm, 'misnamed'], [otherScripts, 'misnamed'], [turnedDerivative, 'misnamed']);

/** Of lines with a derivative of another order than its variables have. */
export const ORDER_SLIPS = slips([otherOrder, 'misnamed']);

export const SLIPS = slips(
  [lostMinus, 'eitherSide'],
  [sumIndex, 'eitherSide'],
  [derivativeIndex, 'eitherSide'],
  [nearNumber, 'plain'],
  [transposition, 'shapes'],
  [turnedSign, 'plain'],
  [turnedDifference, 'plain'],
  [minusFirst, 'plain'],
  [extraConstant, 'plain'],
  [lostConstant, 'plain'],
  [otherIndex, 'eitherSide'],
  otherPower,
  otherStep,
  [otherForm, 'eitherSide'],
  [otherNumber, 'plain'],
  [swappedFactors, 'shapes'],
  swappedLetters,
  otherHalf,
  lostSum,
  extraSum,
  [bothTurned, 'shapes'],
  [lostBrackets, 'shapes'],
  spreadFunction,
  numberOutside,
  powerInside,
  otherLength,
  lostDelta,
  extraTerm,
  lostComplement,
  swappedEntries,
  [otherFunction, 'plain'],
  lostExponential,
  rootSlip,
  [turnedFraction, 'plain'],
  bodyIndex,
  lostSign,
  sumBound,
  otherScripts,
  [otherProduct, 'shapes'],
  [turnedCondition, 'plain'],
  swappedNames,
  otherName,
  nameForNumber,
  lostFactor,
  extraFactor,
  lostTerm,
  lostMirror,
  lostPart,
  lostFunction,
  extraFunction,
  lostFactorWithin,
  lostFactorOfSum,
  [lostDenominator, 'plain'],
  [otherDigit, 'plain'],
);
