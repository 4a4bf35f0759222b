/** The likely slips of derivations, likeliest first. The order decides which of several repairs is offered. */
import { extraConstant, extraFactor, extraTerm, lostComplement, lostConstant, lostFactor, lostFactorOfSum, lostFactorWithin, lostPart, lostTerm, turnedFraction } from './factors';
import { extraFunction, lostFunction, numberOutside, powerInside, spreadFunction } from './functions';
import { bodyIndex, derivativeIndex, extraSum, lostDelta, lostSum, otherIndex, sumBound, sumIndex, swappedLetters } from './indices';
import { lostExponential, nameForNumber, nearNumber, otherForm, otherFunction, otherLength, otherName, otherNumber, otherProduct, otherScripts } from './names';
import type { Candidate, Setting, Site } from './setting';
import { bothTurned, otherHalf, otherPower, otherStep, rootSlip, swappedFactors, transposition } from './shapes';
import { lostMinus, lostSign, minusFirst, relationSlip, turnedDifference, turnedSign } from './signs';

export interface Slip {
  /** Edits of one part of a line. */
  propose(site: Site, setting: Setting): Candidate[];
  /** The left member is as likely to hold it as the right one. */
  eitherSide?: boolean;
  /** May be why the factors of a line do not fit each other. */
  shapes?: boolean;
  /** Of signs and numbers: whatever the names are, such a line is wrong where the edited one is right. */
  plain?: boolean;
}

/** An inequality is too easily made true: only its sign is looked at. */
export const INEQUALITY_SLIPS: readonly Slip[] = [{ propose: relationSlip }];

export const SLIPS: readonly Slip[] = [
  { propose: lostMinus, eitherSide: true },
  { propose: sumIndex, eitherSide: true },
  { propose: derivativeIndex, eitherSide: true },
  { propose: nearNumber, plain: true },
  { propose: transposition, shapes: true },
  { propose: turnedSign, plain: true },
  { propose: turnedDifference, plain: true },
  { propose: minusFirst, plain: true },
  { propose: extraConstant, plain: true },
  { propose: lostConstant, plain: true },
  { propose: otherIndex, eitherSide: true },
  { propose: otherPower },
  { propose: otherForm, eitherSide: true },
  { propose: otherNumber, plain: true },
  { propose: swappedFactors, shapes: true },
  { propose: swappedLetters },
  { propose: otherStep },
  { propose: otherHalf },
  { propose: lostSum },
  { propose: extraSum },
  { propose: bothTurned, shapes: true },
  { propose: spreadFunction },
  { propose: numberOutside },
  { propose: powerInside },
  { propose: otherLength },
  { propose: lostDelta },
  { propose: extraTerm },
  { propose: lostComplement },
  { propose: otherFunction },
  { propose: lostExponential },
  { propose: rootSlip },
  { propose: turnedFraction },
  { propose: bodyIndex },
  { propose: lostSign },
  { propose: sumBound },
  { propose: otherScripts },
  { propose: otherProduct, shapes: true },
  { propose: otherName },
  { propose: nameForNumber },
  { propose: lostFactor },
  { propose: extraFactor },
  { propose: lostTerm },
  { propose: lostPart },
  { propose: lostFunction },
  { propose: extraFunction },
  { propose: lostFactorWithin },
  { propose: lostFactorOfSum },
];
