/** Sums and products that run on from step to step: `\bar\alpha_t = \prod_{s=1}^t \alpha_s` beside `\bar\alpha_{t-1}`. */
import * as build from '../notation/build';
import { type Big, type Expr, find, isBareLetter, isGroup, isLetter, isName, isNum, isNumeral, isScriptedName, type Name, relatedBy, replace, withParts } from '../notation/expression';
import { near, runsTo } from './traces';
import { shifted } from './symbols';
import type { Scope, World } from './world';

/** The steps that stand apart from what came before: t and the one before it. */
const APART = 2;

export interface Running { letter: string; before: Big; last: Expr[] }

/** What came before the steps apart, and those steps one by one. Undefined where the letter above tells no step. */
export function runningTo(world: World, scope: Scope, expr: Big): Running | undefined {
  const [chain, ...more] = expr.below;
  const { above } = expr;
  if (!isName(above) || scope.bound.has(above.letter) || !near(world.traces, runsTo(above.letter), scope.at) || !near(world.traces, `step ${above.letter}`, scope.at)) return undefined;
  const [counter, first] = relatedBy(chain, 'equal');
  const shift = scope.shifts.get(above.letter) ?? 0;
  // Of `\beta^{t-s} g_s` every term is another at another step.
  if (find(expr.body, (e) => isLetter(e, above.letter))) return undefined;
  if (more.length || !isName(counter) || !isNum(first, 1) || shift < -APART) return undefined;
  const last = Array.from({ length: APART + shift }, (_, k) => replace(expr.body, (e) => (isBareLetter(e, counter.letter) ? stepped(above, k + 1 - APART - shift) : undefined)));
  return { letter: above.letter, before: { ...expr, above: { ...above, letter: `${above.letter}-${APART}` } }, last };
}

/** `t + 1`. */
function stepped(letter: Name, shift: number): Expr {
  if (shift === 0) return letter;
  const by: Expr = build.number(Math.abs(shift), letter.span);
  return { kind: 'sum', terms: [{ sign: 1, expr: letter }, { sign: shift < 0 ? -1 : 1, expr: by }], span: letter.span };
}

/** Letters, or '' for numbers, and what step they are. */
export type Places = readonly (readonly [string, number])[];

/** A name with one of these letters below or in brackets above, by the step of another letter. */
export function atPlaces(expr: Expr, letter: string, places: Places): Expr | undefined {
  if (!isScriptedName(expr)) return undefined;
  const inScript = (script: Expr): Expr => {
    if (isGroup(script)) return withParts(script, inScript);
    const time = isNumeral(script) ? { letter: '', shift: script.value } : shifted(script);
    const place = time && places.find(([from]) => from === time.letter);
    return place ? stepped(build.name(letter, script.span), place[1] + time.shift) : script;
  };
  return { ...expr, sub: expr.sub.map(inScript), sup: expr.sup.map((script) => (isGroup(script) ? inScript(script) : script)) };
}
