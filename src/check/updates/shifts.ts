/** Quantities at the steps around. */
import { shifted } from '../../meaning/symbols';
import * as build from '../../notation/build';
import { type Expr, isBracketed, isPair, isScripted } from '../../notation/expression';

/** The same quantity one step earlier or later. */
export function shifts(expr: Expr, letter: string): Expr[] {
  if (isPair(expr)) return shifts(expr.factors[1], letter).map((by): Expr => ({ ...expr, factors: [expr.factors[0], by] }));
  if (!isScripted(expr)) return [];
  return [-1, 1, -2, 2].flatMap((by): Expr[] => {
    const sub = movedIn(expr.sub, letter, by);
    const sup = sub ? undefined : movedIn(expr.sup, letter, by);
    return sub ? [{ ...expr, sub }] : sup ? [{ ...expr, sup }] : [];
  });
}

/** The scripts with the one that counts moved; undefined when none does. */
function movedIn(scripts: Expr[], letter: string, by: number): Expr[] | undefined {
  const next = scripts.map((script) => moved(script, letter, by));
  return next.some((script) => script) ? next.map((script, i) => script ?? scripts[i]) : undefined;
}

function moved(script: Expr, letter: string, by: number): Expr | undefined {
  if (isBracketed(script)) {
    const item = moved(script.contents[0], letter, by);
    return item && { ...script, contents: [item] };
  }
  const at = shifted(script);
  if (at?.letter !== letter) return undefined;
  const shift = at.shift + by;
  const base = build.name(letter, script.span);
  return shift === 0 ? base : build.sum([{ sign: 1, expr: base }, { sign: shift > 0 ? 1 : -1, expr: build.number(Math.abs(shift), script.span) }], script.span);
}
