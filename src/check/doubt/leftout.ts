/** Lines that hold where something is left out, as words around them may say. */
import type { Interval } from '../../meaning/declarations';
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { sentenceBefore } from '../../meaning/premises';
import { contextOf, symbolUse } from '../../meaning/symbols';
import { type Term, hasTerm } from '../../meaning/term';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { isZero } from '../../notation/expression';
import { evaluate, type Evaluation } from '../evaluate';
import type { Reason } from '../judgement';
import { seedText } from '../readings';
import { baseOf, type Differing, texOf } from './differing';
import { changes, type Gap, gapsOf } from './gaps';

/** Words around speak of what is left out, and the line holds where a name of one side is zero: "ignoring `\epsilon`", "without the regularizer"; or a formula before sets it to zero: "if `y_i > 0` then `\beta_i = 0`". */
export function leftOut({ document, link, sides, evaluation }: Differing): Reason | undefined {
  const leavesOut = LEAVES_OUT.test(`${wordsBefore(document.wording, link.region, 300)} ${wordsAfter(document.wording, link.region, 100)}`);
  const isMeant = (key: string): boolean => leavesOut || document.links.some(({ lhs, rhs, unit, region }) => unit === link.unit && region < link.region && isZero(rhs.expr) && symbolUse(lhs.expr, contextOf(sides.world))?.base === baseOf(sides, key));
  const isOfOneSide = (key: string): boolean => evaluation.leavesOf.filter((side) => side.has(key)).length === 1;
  const holds = (key: string): boolean => {
    const found = evaluate(sides, { seed: seedText(link), choice: evaluation.choice, domains: new Map([[key, NOTHING]]), brief: true });
    return found?.outcome === 'agree' && !found.vacuous;
  };
  const key = evaluation.leaves.map(({ name }) => name).find((name) => isOfOneSide(name) && isMeant(name) && holds(name));
  return key === undefined ? undefined : { code: 'conditional', what: `${texOf(sides, key)} is 0` };
}

/** Words around speak of constants, and a summand or a positive factor that rests on one name at most makes the line true: "up to a constant". */
export const upToConstant = ({ document, link, evaluation }: Differing): boolean =>
  leavesConstants(document, link) && (isConstant(evaluation, (left, right) => left - right) || isConstant(evaluation, ratio));

/** Words around speak of constants. */
export const leavesConstants = ({ wording }: DocumentMeaning, { region }: LinkSyntax): boolean => CONSTANTS.test(`${wordsBefore(wording, region, 200)} ${wordsAfter(wording, region, 100)}`);

/** The sentence speaks of an average, and the right side alone has the number that it is divided by: "for the average over `m` examples" of what was a sum. */
export function ofAverage({ document, link, sides, evaluation }: Differing): boolean {
  if (!AVERAGE.test(sentenceBefore(document, link))) return false;
  const [left, right] = [sides.left, sides.right].map(countsIn);
  const isOwn = right || [...evaluation.leavesOf[1]].some((name) => !evaluation.leavesOf[0].has(name));
  return !left && isOwn && isConstant(evaluation, ratio);
}

/** Whether what two values come to rests on one name at most, and not on all that both sides have. */
function isConstant(evaluation: Evaluation, gap: Gap): boolean {
  if (evaluation.arbitrary.some((side) => side.size > 0) || !gapsOf(evaluation, gap).some(Number.isFinite)) return false;
  const varying = evaluation.leaves.filter(({ name }) => changes(evaluation, name, gap)).map(({ name }) => name);
  return varying.length <= 1 && evaluation.leaves.some(({ name }) => !varying.includes(name) && evaluation.leavesOf.every((side) => side.has(name)));
}

/** Where the signs differ no factor is meant, and it is no number. */
const ratio: Gap = (left, right) => Math.log(left / right);

const countsIn = (term: Term): boolean => hasTerm(term, ({ op }) => op === 'size');
const NOTHING: Interval = '0 to 0';
const LEAVES_OUT = /(?<![a-zß-ё])(?:without(?! loss)|ignor[a-zß-ё]*|neglect[a-zß-ё]*|negligible|drop(?:s|ped|ping)?|omit[a-zß-ё]*|disregard[a-zß-ё]*|unregulari[sz]ed|(?:leav|left|leaves)[a-zß-ё]*(?: [a-zß-ё]+){0,3} (?:out|away)|ohne|vernachlässig[a-zß-ё]*|weg(?:ge)?lass[a-zß-ё]*|sans|néglig[a-zß-ё]*|sin(?= [a-zß-ё])|desprec[a-zß-ё]*|sem|desprez[a-zß-ё]*|senza|trascur[a-zß-ё]*|без|пренебре[a-zß-ё]*)(?![a-zß-ё])|忽略|不考虑|不考慮|省略|去掉|無視/i;
const CONSTANTS = /(?<![a-zß-ё])(?:up to(?: [a-zß-ё]+){1,3}|(?:additive|multiplicative|constant) (?:terms?|factors?|constants?)|absorb[a-zß-ё]*|(?:without|ignor[a-zß-ё]*|neglect[a-zß-ё]*|drop(?:s|ped|ping)?|omit[a-zß-ё]*|disregard[a-zß-ё]*)(?: [a-zß-ё]+){0,4} (?:constants?|factors?|normali[sz][a-zß-ё]*|terms?)|bis auf|à une constante|salvo|a meno di|с точностью до)(?![a-zß-ё])|忽略常数|省略常数|常数项|定数/i;
const AVERAGE = /(?<![a-zß-ё])(?:averag[a-zß-ё]*|mean|gemittelt[a-zß-ё]*|Mittel[a-zß-ё]*|moyenne|promedio|médi[ao]|средн[a-zß-ё]*)(?![a-zß-ё])|平均/i;
