/** Lines that hold where something is left out, as words around them may say. */
import type { Interval } from '../../meaning/declarations';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import { evaluate } from '../evaluate';
import type { Reason } from '../judgement';
import { type Differing, seedOf, texOf } from './differing';

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
const NOTHING: Interval = '0 to 0';
const LEAVES_OUT = /(?<!\p{L})(?:without(?! loss)|ignor\p{L}*|neglect\p{L}*|negligible|drop(?:s|ped|ping)?|omit\p{L}*|disregard\p{L}*|unregulari[sz]ed|(?:leav|left|leaves)\p{L}*(?: \p{L}+){0,3} (?:out|away)|ohne|vernachlässig\p{L}*|weg(?:ge)?lass\p{L}*|sans|néglig\p{L}*|sin(?= \p{L})|desprec\p{L}*|sem|desprez\p{L}*|senza|trascur\p{L}*|без|пренебре\p{L}*)(?!\p{L})|忽略|不考虑|不考慮|省略|去掉|無視/iu;
