/** Slips of shape and power: transposes, the order of a product, squares and inverses, what stands under a root. */
import { isMinusOne } from '../../meaning/symbols';
import { type Expr, isApply, isBig, isBracketed, isFraction, isGroup, isLetter, isName, isNum, isNumeral, isPair, isProduct, isScripted, isScriptedName, isSum } from '../../notation/expression';
import { exchanged, inserted, TRANSPOSE, type Candidate, type Setting, type Site, replaced } from './setting';
import { insertion, type TextEdit } from './source';

const TRANSPOSED = new RegExp(`${TRANSPOSE.source}\\s*$`);
const TRANSPOSED_LABEL = /(\^\s*\{[^{}]*?)\s*(?:\\top|T)\s*\}\s*$/;

/** A transpose more or less on one term or factor. */
export function transposition(site: Site, setting: Setting): Candidate[] {
  const { expr, around } = site;
  const isOperand = around.length === 0 || ['sum', 'product', 'derivative', 'big', 'apply'].includes(around[0].kind);
  if (!isOperand || !canBeTransposed(expr) || setting.isFunction(expr) || setting.isNumber(expr)) return [];
  const place = setting.extent(expr);
  const tex = setting.tex(expr);
  const without = tex.replace(TRANSPOSED, '') !== tex ? tex.replace(TRANSPOSED, '') : tex.replace(TRANSPOSED_LABEL, '$1}');
  if (without !== tex) return [replaced(place, without, `No transpose on \`${without}\``)];
  if (isScripted(expr) && expr.sup.length > 0) return [{ edits: [insertion(place.start, '('), insertion(place.end, `)${setting.transpose}`)], message: `Transpose missing on \`${tex}\`` }];
  return [inserted(place.end, setting.transpose, `Transpose missing on \`${tex}\``)];
}

/** What selects entries is a number and has no transpose. */
function canBeTransposed(expr: Expr): boolean {
  if (isName(expr)) return true;
  if (isScripted(expr)) return isName(expr.base) || isGroup(expr.base);
  return isBracketed(expr) && (expr.open === '(' || expr.open === '[');
}

/** `2 A x` for `(A + A^T) x`, and `2 \sum_j A_{kj} x_j`: a matrix that need not be symmetric. */
export function otherHalf({ expr }: Site, setting: Setting): Candidate[] {
  const [two, ...others] = isProduct(expr) ? expr.factors : [];
  if (!isNum(two, 2) || others.length === 0) return [];
  const { extent, tex } = setting;
  const inner = others.flatMap((factor) => (isBig(factor) && isProduct(factor.body) ? factor.body.factors : [factor]));
  const without: TextEdit = { span: { start: extent(two).start, end: extent(others[0]).start }, text: '' };
  return inner.flatMap((factor) => {
    const other = halfOf(factor, setting);
    return other ? [{ edits: [without, { span: extent(factor), text: `(${tex(factor)} + ${other})` }], message: `\`${tex(factor)} + ${other}\`, not \`2 ${tex(factor)}\`` }] : [];
  });
}

/** The transpose of a matrix, or the entry across the diagonal. */
function halfOf(expr: Expr, { tex, transpose }: Setting): string | undefined {
  if (isName(expr)) return /^[A-Z]$/.test(expr.letter) ? `${tex(expr)}${transpose}` : undefined;
  if (!isScriptedName(expr) || expr.sup.length > 0 || expr.sub.length !== 1) return undefined;
  const [script] = expr.sub;
  return isPair(script) ? `${tex(expr.base)}_{${tex(script.factors[1])}${tex(script.factors[0])}}` : undefined;
}

/** Two factors of a product in the other order; then with the transpose on the other one as well. */
export function swappedFactors({ expr }: Site, setting: Setting): Candidate[] {
  if (!isProduct(expr)) return [];
  const { extent, tex } = setting;
  return expr.factors.slice(1).flatMap((second, i) => {
    const first = expr.factors[i];
    if (isNumeral(first) || isNumeral(second) || isBig(second)) return [];
    const [a, b] = [tex(first), tex(second)];
    const [c, d] = [turned(a, setting.transpose), turned(b, setting.transpose)];
    const both = TRANSPOSED.test(a) !== TRANSPOSED.test(b) ? [{ edits: [{ span: extent(first), text: c }, { span: extent(second), text: d }], message: `The transpose belongs on the other factor: \`${c} ${d}\`` }] : [];
    return [exchanged(first, second, setting, `The other order: \`${b} ${a}\``), ...both];
  });
}

/** `Q A Q^T` for `Q^T A Q`, `X^{-1} a b^T X^{-1}` for `X^{-T} a b^T X^{-T}`: both factors of one name turned. */
export function bothTurned({ expr }: Site, { extent, tex, transpose }: Setting): Candidate[] {
  if (!isProduct(expr)) return [];
  const named = expr.factors.filter(canBeTransposed).map((factor) => ({ factor, base: tex(factor).replace(TRANSPOSED, '').replace(INVERSE_TURNED, INVERSE) }));
  return named.flatMap(({ factor, base }, i) => {
    const other = named.slice(i + 1).find((later) => later.base === base);
    const edits = [factor, ...(other ? [other.factor] : [])].map((turnedOne) => ({ span: extent(turnedOne), text: turnedInverse(tex(turnedOne), transpose) }));
    return other ? [{ edits, message: `Both turned: \`${edits.map(({ text }) => text).join(' … ')}\`` }] : [];
  });
}
const INVERSE = '^{-1}';
const INVERSE_TURNED = /\^\{\s*-\s*(?:T|\\top)\s*\}\s*$/;

function turnedInverse(tex: string, transpose: string): string {
  if (INVERSE_TURNED.test(tex)) return tex.replace(INVERSE_TURNED, INVERSE);
  return tex.endsWith(INVERSE) ? `${tex.slice(0, -INVERSE.length)}^{-${transpose.replace(/[\^{}]/g, '')}}` : turned(tex, transpose);
}

/** Without its transpose, or with one. */
export const turned = (tex: string, transpose: string): string => (TRANSPOSED.test(tex) ? tex.replace(TRANSPOSED, '') : tex + transpose);

/** A power raised or lowered by one or two; the square and the inverse lost or too much. */
export function otherPower(site: Site, setting: Setting): Candidate[] {
  const { expr } = site;
  const { extent, tex } = setting;
  if (isApply(expr)) return powerOfFunction(expr, setting);
  const exponent = isScripted(expr) && expr.sup.length === 1 ? expr.sup[0] : undefined;
  const fraction = exponent && /^(-?)(\d+)\s*\/\s*(\d+)$/.exec(tex(exponent).trim());
  if (exponent && fraction) return fractionPowers(fraction).map((text) => replaced(extent(exponent), text, `The power is ${text}, not ${tex(exponent)}`));
  const power = { start: exponent ? caretBefore(setting.document.text, exponent.span.start) : 0, end: extent(expr).end };
  if (isScripted(expr) && isNumeral(exponent)) {
    const { value } = exponent;
    const to = (n: number, message = `The power is ${n}, not ${value}`): Candidate => replaced(power, n === 1 ? '' : n >= 0 && n < 10 ? `^${n}` : `^{${n}}`, message);
    return [value === 2 ? to(1, `The square on \`${tex(expr.base)}\` is too much`) : to(value - 1), ...[value + 1, value + 2, value - 2].filter((n) => n !== 0).map((n) => to(n))];
  }
  if (isScripted(expr) && exponent && isMinusOne(exponent)) return [replaced(power, '', `Not the inverse of \`${tex(expr.base)}\``)];
  if (isScripted(expr) && exponent && tex(exponent).trim() === 'T') return [replaced(power, '^{-T}', `The inverse of \`${tex(expr.base)}\` is lost`)];
  const bare = isName(expr) || (isScripted(expr) && expr.sup.length === 0) || (isBracketed(expr) && expr.open !== '{');
  if (!bare || isScripted(site.around[0])) return [];
  return [
    inserted(extent(expr).end, '^2', `The square on \`${tex(expr)}\` is lost`),
    inserted(extent(expr).end, '^{-1}', `The inverse of \`${tex(expr)}\` is lost`),
  ];
}

/** −1/2 for −3/2 and the like: the numerator one denominator further, and the sign. */
function fractionPowers([, sign, over, under]: RegExpExecArray): string[] {
  const value = Number(`${sign}${over}`);
  return [value - Number(under), value + Number(under), -value].filter((n) => n !== 0).map((n) => `${n}/${under}`);
}

/** `\tanh x` for `\tanh^2 x` and back. */
function powerOfFunction(expr: Extract<Expr, { kind: 'apply' }>, { document, tex }: Setting): Candidate[] {
  const name = /^\\[a-zA-Z]+/.exec(document.text.slice(expr.span.start, expr.span.start + 40))?.[0];
  if (!name || expr.sub.length > 0) return [];
  const end = expr.span.start + name.length;
  if (!expr.power) return [inserted(end, '^2', `The square on \`${tex(expr)}\` is lost`)];
  const written = /^\s*\^\s*(?:\d|\{\d\})/.exec(document.text.slice(end, end + 12))?.[0];
  return written && isNum(expr.power, 2) ? [replaced({ start: end, end: end + written.length }, '', `The square on \`${name}\` is too much`)] : [];
}

function caretBefore(text: string, at: number): number {
  const caret = text.lastIndexOf('^', at);
  return caret < 0 ? at : caret;
}

/** Steps and powers off by one: t for t−1, `x_{t+1}` for `x_t`. */
export function otherStep({ expr }: Site, setting: Setting): Candidate[] {
  if (!isScripted(expr)) return [];
  return [...expr.sub, ...expr.sup].map((script) => (isBracketed(script, '(') ? script.contents[0] : script)).flatMap((script) => stepChanges(script, setting).map((text) => replaced(setting.extent(script), text, `One step off: \`${text.replace(/^\{|\}$/g, '')}\`, not \`${setting.tex(script)}\``)));
}

function stepChanges(script: Expr, { document, extent, tex }: Setting): string[] {
  const { start, end } = extent(script);
  const braced = /[{(]\s*$/.test(document.text.slice(0, start)) && /^\s*[})]/.test(document.text.slice(end, end + 4));
  const wrap = (text: string): string => (braced || text.length === 1 ? text : `{${text}}`);
  if (isLetter(script, /^[tkns]$/)) return [`${script.letter}-1`, `${script.letter}+1`].map(wrap);
  if (isBracketed(script)) return [];
  const isShift = isSum(script) && script.terms.length === 2 && isNum(script.terms[1].expr, 1);
  return isShift ? [tex(script.terms[0].expr)].map(wrap) : [];
}

/** `\sqrt{v} + \epsilon` for `\sqrt{v + \epsilon}` and back; a root lost or too much. */
export function rootSlip({ expr, around }: Site, { extent, tex, document }: Setting): Candidate[] {
  if (expr.kind === 'root') {
    const inner = tex(expr.body);
    const out = replaced(extent(expr), isSum(expr.body) ? `(${inner})` : inner, 'The root is too much');
    return isSum(expr.body) && expr.body.terms.length === 2 ? [replaced(extent(expr), `(\\sqrt{${tex(expr.body.terms[0].expr)}} ${expr.body.terms[1].sign < 0 ? '-' : '+'} ${tex(expr.body.terms[1].expr)})`, `\`${tex(expr.body.terms[1].expr)}\` stands outside the root`), out] : [out];
  }
  if (isSum(expr) && expr.terms.length === 2 && expr.terms[0].expr.kind === 'root') {
    const [first, second] = expr.terms.map((term) => term.expr);
    if (first.kind !== 'root') return [];
    const between = document.text.slice(extent(first).end, extent(second).end);
    return [replaced({ start: extent(first).start, end: extent(second).end }, `\\sqrt{${tex(first.body)}${between}}`, `\`${tex(second)}\` stands under the root`)];
  }
  const wrappable = around.length > 0 && (isFraction(around[0]) || isProduct(around[0])) && ['name', 'scripted', 'sum'].includes(expr.kind);
  return wrappable ? [replaced(extent(expr), `\\sqrt{${tex(expr)}}`, `The root of \`${tex(expr)}\` is lost`)] : [];
}
