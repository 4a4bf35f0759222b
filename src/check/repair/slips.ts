/** The likely slips of derivations, likeliest first. The order decides which of several repairs is offered. */
import { extraConstant, extraFactor, extraTerm, lostComplement, lostConstant, lostFactor, lostFactorOfSum, lostFactorWithin, lostPart, lostTerm, turnedFraction } from './factors';
import { extraFunction, lostFunction, numberOutside, powerInside, spreadFunction } from './functions';
import { bodyIndex, derivativeIndex, extraSum, lostDelta, lostSum, otherIndex, sumBound, sumIndex, swappedLetters } from './indices';
import { lostExponential, nameForNumber, nearNumber, otherForm, otherFunction, otherLength, otherName, otherNumber, otherProduct, otherScripts } from './names';
import type { Candidate, Setting, Site } from './setting';
import { bothTurned, otherHalf, otherPower, otherStep, rootSlip, swappedFactors, transposition } from './shapes';
import { lostMinus, lostSign, minusFirst, relationSlip, turnedDifference, turnedSign } from './signs';

export interface Slip {
  name: string;
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
export const INEQUALITY_SLIPS: readonly Slip[] = [{ name: 'strict or turned inequality', propose: relationSlip }];

export const SLIPS: readonly Slip[] = [
  { name: 'minus lost between factors', propose: lostMinus, eitherSide: true },
  { name: 'sum over the wrong index', propose: sumIndex, eitherSide: true },
  { name: 'derivative by the wrong index', propose: derivativeIndex, eitherSide: true },
  { name: 'digit', propose: nearNumber, plain: true },
  { name: 'transpose', propose: transposition, shapes: true },
  { name: 'sign', propose: turnedSign, plain: true },
  { name: 'difference turned', propose: turnedDifference, plain: true },
  { name: 'minus lost before', propose: minusFirst, plain: true },
  { name: 'constant factor too much', propose: extraConstant, plain: true },
  { name: 'constant factor lost', propose: lostConstant, plain: true },
  { name: 'index', propose: otherIndex, eitherSide: true },
  { name: 'power', propose: otherPower },
  { name: 'form of a name', propose: otherForm, eitherSide: true },
  { name: 'number', propose: otherNumber, plain: true },
  { name: 'order of factors', propose: swappedFactors, shapes: true },
  { name: 'two letters swapped', propose: swappedLetters },
  { name: 'step', propose: otherStep },
  { name: 'matrix taken for a symmetric one', propose: otherHalf },
  { name: 'sum lost', propose: lostSum },
  { name: 'sum too much', propose: extraSum },
  { name: 'both transposes', propose: bothTurned, shapes: true },
  { name: 'function spread over a sum', propose: spreadFunction },
  { name: 'number moved out of an argument', propose: numberOutside },
  { name: 'power moved into a bracket', propose: powerInside },
  { name: 'size', propose: otherLength },
  { name: 'delta', propose: lostDelta },
  { name: 'term too much', propose: extraTerm },
  { name: 'one minus', propose: lostComplement },
  { name: 'function', propose: otherFunction },
  { name: 'exponential lost', propose: lostExponential },
  { name: 'root', propose: rootSlip },
  { name: 'fraction turned', propose: turnedFraction },
  { name: 'index under a sum', propose: bodyIndex },
  { name: 'sign lost between factors', propose: lostSign },
  { name: 'bound of a sum', propose: sumBound },
  { name: 'scripts of a name', propose: otherScripts },
  { name: 'kind of product', propose: otherProduct, shapes: true },
  { name: 'name', propose: otherName },
  { name: 'number for a name', propose: nameForNumber },
  { name: 'factor lost', propose: lostFactor },
  { name: 'factor too much', propose: extraFactor },
  { name: 'term lost', propose: lostTerm },
  { name: 'term lost from a factor', propose: lostPart },
  { name: 'function lost', propose: lostFunction },
  { name: 'function too much', propose: extraFunction },
  { name: 'factor lost among others', propose: lostFactorWithin },
  { name: 'factor lost under a sum', propose: lostFactorOfSum },
];
