/** Slips about functions: spread over a sum, lost, too much, a number moved out of an argument. */
import { type Expr, factorsOf, isApply, isBracketed, isFraction, isGroup, isNumeral, isProduct, isScripted, isSum, isSymbol, summandsOf } from '../../notation/expression';
import { type Call, callAt, type Candidate, type Setting, type Site, unique, instead, replaced } from './setting';
import { insertion, squash } from './source';

/** `\log a + \log b` for `\log(a + b)`. */
export function spreadFunction({ expr }: Site, setting: Setting): Candidate[] {
  if (!isSum(expr)) return [];
  const { extent, tex } = setting;
  const calls = expr.terms.map((term) => callAt(term.expr, setting));
  return expr.terms.slice(1).flatMap(({ sign, expr: next }, i) => {
    const [first, second] = [calls[i], calls[i + 1]];
    if (!first || !second || squash(first.head) !== squash(second.head)) return [];
    const before = expr.terms[i];
    const text = called(first, `${insideOf(first, setting)} ${sign === before.sign ? '+' : '-'} ${insideOf(second, setting)}`);
    return [instead({ start: extent(before.expr).start, end: extent(next).end }, text, `${tex(before.expr)} ${sign < 0 ? '-' : '+'} ${tex(next)}`)];
  });
}

/** `2 \cos(t)` for `\cos(2 t)`. */
export function numberOutside({ expr }: Site, setting: Setting): Candidate[] {
  if (!isProduct(expr) || (!isNumeral(expr.factors[0]) && !isFraction(expr.factors[0]))) return [];
  const { extent, tex } = setting;
  const [number, ...others] = expr.factors;
  const call = others.flatMap((factor) => callAt(factor, setting) ?? [])[0] ?? callAt({ ...expr, factors: others, signs: expr.signs.slice(1) }, setting);
  if (!call) return [];
  const inner = insideOf(call, setting);
  const text = called(call, isGroup(call.arg) && isSum(call.arg.contents[0]) ? `${tex(number)} (${inner})` : `${tex(number)} ${inner}`);
  const without = { span: { start: extent(number).start, end: extent(others[0]).start }, text: '' };
  return [{ edits: [without, { span: call.span, text }], message: `\`${text}\`: the number belongs into the argument` }];
}

/** `c` for `\tanh(c)`, where the function is applied to it close by. */
export function lostFunction({ expr, around }: Site, setting: Setting): Candidate[] {
  if (!isSymbol(expr) || isScripted(around[0]) || setting.isFunction(expr)) return [];
  const written = setting.tex(expr);
  const heads = unique(setting.calls.filter(({ argument }) => squash(argument) === squash(written)).map(({ head }) => head));
  return heads.slice(0, 3).map((head) => instead(setting.extent(expr), called({ head }, written), written));
}

/** `\log x` for x, `e^{x}` for x. */
export function extraFunction({ expr }: Site, setting: Setting): Candidate[] {
  const call = callAt(expr, setting);
  if (!call || (isApply(expr) && expr.power)) return [];
  const inner = insideOf(call, setting);
  return [replaced(call.span, isSymbol(call.arg) ? inner : `(${inner})`, `\`${inner}\`, not \`${setting.tex(expr)}\``)];
}

/** `(1 - \eta a^2)` for `(1 - \eta a)^2`. */
export function powerInside({ expr, around }: Site, setting: Setting): Candidate[] {
  if (!isBracketed(expr, '(') || isScripted(around[0])) return [];
  const [inside] = expr.contents;
  const { document, extent, tex } = setting;
  const parts = summandsOf(inside).flatMap(factorsOf);
  return parts.flatMap((part) => {
    if (!isScripted(part) || part.sup.length !== 1 || !isNumeral(part.sup[0]) || part.sub.length > 0) return [];
    const caret = { start: extent(part.base).end, end: extent(part).end };
    return [{ edits: [{ span: caret, text: '' }, insertion(extent(expr).end, document.text.slice(caret.start, caret.end))], message: `The power of \`${tex(part)}\` belongs on the bracket` }];
  });
}

const called = ({ head }: Pick<Call, 'head'>, inner: string): string => (head === 'e^' ? `e^{${inner}}` : `${head}(${inner})`);

/** The argument without its brackets. */
function insideOf({ arg }: Call, { tex }: Setting): string {
  const inner: Expr = isBracketed(arg, '(') ? arg.contents[0] : arg;
  return tex(inner);
}
