/** Sums over steps that count back from the step around them: `\sum_{i=0}^{t-1} \mu^i g_{t-i}`. */
import * as build from '../../notation/build';
import { type Expr, find, isLetter, isNumeral, isScripted, isSum, replace } from '../../notation/expression';

/** The body with `letter` for the step `outer - letter` that its quantities are taken at; nothing where they are not. */
export function backwards(body: Expr, letter: string, outer: string): Expr | undefined {
  const name = (of: string, { span }: Expr): Expr => build.name(of, span);

  /** `t - i + 1` as `i + 1`. */
  function turned(script: Expr): Expr | undefined {
    if (!isSum(script)) return undefined;
    const rest = script.terms.filter(({ sign, expr }) => !(sign > 0 && isLetter(expr, outer)) && !(sign < 0 && isLetter(expr, letter)));
    if (script.terms.length - rest.length !== 2 || rest.some(({ expr }) => !isNumeral(expr))) return undefined;
    return rest.length ? { ...script, terms: [{ sign: 1, expr: name(letter, script) }, ...rest] } : name(letter, script);
  }

  const difference = (at: Expr): Expr => build.difference(name(outer, at), name(letter, at), at.span);
  const inScript = (script: Expr): Expr => (isLetter(script, letter) ? difference(script) : rewritten(script));
  const rewritten = (expr: Expr): Expr => replace(expr, (part) => {
    if (isScripted(part)) return { ...part, base: rewritten(part.base), sub: part.sub.map((script) => turned(script) ?? inScript(script)), sup: part.sup.map(inScript) };
    return isLetter(part, letter) ? build.group(difference(part), part.span) : undefined;
  });

  const countsBack = find(body, (part) => isScripted(part) && part.sub.some((script) => turned(script) !== undefined));
  return countsBack ? rewritten(body) : undefined;
}
