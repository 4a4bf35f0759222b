/** Lines that hold where something is left out, as words around them may say. */
import type { Interval } from '../../meaning/declarations';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { evaluate } from '../evaluate';
import type { Reason } from '../judgement';
import { type Differing, seedOf, texOf } from './differing';
import { changes } from './gaps';

/** Words around speak of what is left out, and the line holds where a name of one side is zero: "ignoring `\epsilon`", "without the regularizer". */
export function leftOut({ document: { wording }, link, sides, evaluation }: Differing): Reason | undefined {
  if (!LEAVES_OUT.test(`${wordsBefore(wording, link.region, 300)} ${wordsAfter(wording, link.region, 100)}`)) return undefined;
  const isOfOneSide = (key: string): boolean => evaluation.leavesOf.filter((side) => side.has(key)).length === 1;
  const holds = (key: string): boolean => {
    const found = evaluate(sides, { seed: seedOf(link), choice: evaluation.choice, domains: new Map([[key, NOTHING]]), brief: true });
    return found?.outcome === 'agree' && !found.vacuous;
  };
  const key = evaluation.leaves.map(({ name }) => name).find((name) => isOfOneSide(name) && holds(name));
  return key === undefined ? undefined : { code: 'conditional', what: `${texOf(sides, key)} is 0` };
}

/** Words around speak of constants, and a summand or a positive factor that rests on one name at most makes the line true: "up to a constant". */
export function upToConstant({ document: { wording }, link, evaluation }: Differing): boolean {
  if (!CONSTANTS.test(`${wordsBefore(wording, link.region, 200)} ${wordsAfter(wording, link.region, 100)}`)) return false;
  const shared = evaluation.leaves.map(({ name }) => name).filter((name) => evaluation.leavesOf.every((side) => side.has(name)));
  const isConstant = (gap: (left: number, right: number) => number): boolean => {
    const varying = evaluation.leaves.filter(({ name }) => changes(evaluation, name, gap));
    return varying.length <= 1 && shared.some((key) => varying.every(({ name }) => name !== key));
  };
  return evaluation.arbitrary.every((side) => side.size === 0) && (isConstant((left, right) => left - right) || isConstant((left, right) => (left / right > 0 ? Math.log(left / right) : left - right)));
}
const NOTHING: Interval = '0 to 0';
const LEAVES_OUT = /(?<!\p{L})(?:without(?! loss)|ignor\p{L}*|neglect\p{L}*|negligible|drop(?:s|ped|ping)?|omit\p{L}*|disregard\p{L}*|unregulari[sz]ed|(?:leav|left|leaves)\p{L}*(?: \p{L}+){0,3} (?:out|away)|ohne|vernachlässig\p{L}*|weg(?:ge)?lass\p{L}*|sans|néglig\p{L}*|sin(?= \p{L})|desprec\p{L}*|sem|desprez\p{L}*|senza|trascur\p{L}*|без|пренебре\p{L}*)(?!\p{L})|忽略|不考虑|不考慮|省略|去掉|無視/iu;
const CONSTANTS = /(?<!\p{L})(?:up to(?: \p{L}+){1,3}|(?:additive|multiplicative|constant) (?:terms?|factors?|constants?)|absorb\p{L}*|(?:without|ignor\p{L}*|neglect\p{L}*|drop(?:s|ped|ping)?|omit\p{L}*|disregard\p{L}*)(?: \p{L}+){0,4} (?:constants?|factors?|normali[sz]\p{L}*|terms?)|bis auf|à une constante|salvo|a meno di|с точностью до)(?!\p{L})|忽略常数|省略常数|常数项|定数/iu;
