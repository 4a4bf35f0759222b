/** Slips of indices: the wrong letter summed over, differentiated by or selected; a sum lost or too much. */
import type { LinkSyntax } from '../../meaning/document';
import { freeLetters, possibleIndices, sumLetters } from '../../meaning/free';
import { type Big, everyPart, type Expr, find, isBareLetter, isBig, isBracketed, isChain, isLetter, isNum, isNumeral, isProduct, isScripted, isSum, type Member, type Scripted, variablesOf } from '../../notation/expression';
import { type Candidate, inserted, type Setting, type Site, replaced, unique } from './setting';
import type { Span } from './source';

/** `\sum_i` of what has a j: the sum runs over the other letter. */
export function sumIndex({ expr }: Site, setting: Setting): Candidate[] {
  if (!isBig(expr)) return [];
  const free = possibleIndices(expr.body);
  return sumLetters(expr).flatMap((letter) => free.filter((other) => other !== letter && !sumLetters(expr).includes(other)).map((other) => ({
    edits: lettersIn(expr.below, letter, setting).map((span) => ({ span, text: other })), message: `${bigWord(expr)} over ${other}, not ${letter}`,
  })));
}

/** The body says j where the sum says i. */
export function bodyIndex({ expr }: Site, setting: Setting): Candidate[] {
  if (!isBig(expr)) return [];
  const free = possibleIndices(expr.body);
  return sumLetters(expr).flatMap((letter) => free.filter((other) => other !== letter).map((other) => ({
    edits: lettersIn([expr.body], other, setting).map((span) => ({ span, text: letter })), message: `Index ${letter}, not ${other}, under the ${bigWord(expr).toLowerCase()}`,
  })));
}

const bigWord = (expr: Big): string => (expr.op === 'prod' ? 'Product' : expr.op === 'sum' ? 'Sum' : expr.op);

/** Places of a letter in subscripts, or as a name of its own below a sum. */
const lettersIn = (exprs: Expr[], letter: string, { document }: Setting): Span[] => exprs.flatMap(everyPart).filter((e) => isBareLetter(e, letter) && document.text.slice(e.span.start, e.span.end) === letter).map(({ span }) => span);

/** A derivative by the wrong one of the indexed variables, outermost first. */
export function derivativeIndex({ expr }: Site, setting: Setting): Candidate[] {
  return variablesOf(expr).flatMap((variable) => indexChanges(variable, setting, 'Derivative by '));
}

/** One index of one name replaced by another letter of the line. */
export const otherIndex = ({ expr }: Site, setting: Setting): Candidate[] => indexChanges(expr, setting);

/** `\delta_{kj} x_i` for `\delta_{ki} x_j`, `W_{ji}` for `W_{ij}`: two letters that have changed places. */
export function swappedLetters({ expr, around }: Site, setting: Setting): Candidate[] {
  if (around.length > 0 && !isProduct(expr) && !isScripted(expr) && expr.kind !== 'derivative') return [];
  const found = [...setting.indices].sort().map((letter) => ({ letter, spans: lettersIn([expr], letter, setting) })).filter(({ spans }) => spans.length > 0).slice(0, 3);
  return found.flatMap((a, i) => found.slice(i + 1).map((b) => ({
    edits: [...a.spans.map((span) => ({ span, text: b.letter })), ...b.spans.map((span) => ({ span, text: a.letter }))], message: `The letters ${a.letter} and ${b.letter} have changed places`,
  })));
}

const otherSide = (member: Member, { lhs, rhs }: LinkSyntax): Expr => (member === rhs ? lhs.expr : rhs.expr);

/** A Kronecker delta that is lost: as a factor, or where a 1 stands for it. */
export function lostDelta({ expr, around, member }: Site, { link, extent }: Setting): Candidate[] {
  const letters = possibleIndices(otherSide(member, link));
  if (letters.length !== 2) return [];
  const delta = `\\delta_{${letters.join('')}}`;
  if (isNumeral(expr) && expr.value === 1 && isSum(around[0])) return [replaced(expr.span, delta, `\`${delta}\`, not 1`)];
  const begins = around.length === 0 || isSum(around[0]);
  return begins && !isSum(expr) && !isNumeral(expr) ? [inserted(extent(expr).start, `${delta} `, `\`${delta}\` missing`)] : [];
}

function indexChanges(expr: Expr, { document, indices, tex, extent }: Setting, what = ''): Candidate[] {
  if (!isScripted(expr)) return [];
  const whole = extent(expr);
  return indexNames(expr).flatMap(({ span }) => {
    const written = document.text.slice(span.start, span.end);
    const others = /^\d$/.test(written) ? [Number(written) - 1, Number(written) + 1].filter((n) => n > 0).map(String) : /^[a-z]$/.test(written) ? indices : [];
    return others.filter((other) => other !== written).map((other) => replaced(span, other, `${what}\`${document.text.slice(whole.start, span.start)}${other}${document.text.slice(span.end, whole.end)}\`, not \`${tex(expr)}\``));
  });
}

/** Index letters and numbers in the scripts of one name: `a_{ij}`, `x^{(i)}`, `w_1`. */
function indexNames(expr: Scripted): Expr[] {
  const found: Expr[] = [];
  const take = (e: Expr): void => { if (isNumeral(e) || (isLetter(e, /^[a-z]$/) && !e.accents.length)) found.push(e); if (isProduct(e)) e.factors.forEach(take); };
  expr.sub.forEach(take);
  for (const sup of expr.sup) if (isBracketed(sup)) take(sup.contents[0]);
  return found;
}

/** A sum over a letter that the other side does not have. */
export function lostSum(site: Site, setting: Setting): Candidate[] {
  const { link, extent } = setting;
  const { expr, around } = site;
  const begins = around.length === 0 || ['sum', 'group', 'product', 'fraction', 'big'].includes(around[0].kind);
  if (!begins || isSum(expr) || isNumeral(expr) || isBig(expr)) return [];
  const other = freeLetters(otherSide(site.member, link));
  const letters = possibleIndices(expr).filter((letter) => !other.has(letter) && !isBoundAround(around, letter));
  return letters.flatMap((letter) => sumSigns(setting, letter).map((sign) => inserted(extent(expr).start, `${sign} `, `Sum over ${letter} missing`)));
}

const isBoundAround = (around: readonly Expr[], letter: string): boolean => around.some((e) => isBig(e) && sumLetters(e).includes(letter));

/** The sum over this letter as the document writes it elsewhere, nearest first, and without bounds. */
function sumSigns({ document: { text }, link }: Setting, letter: string): string[] {
  const written = [...text.matchAll(new RegExp(`\\\\sum(?:\\\\limits)?_(?:${letter}(?![a-zA-Z])|\\{\\s*${letter}(?![a-zA-Z])[^{}]*\\})(?:\\^(?:\\w|\\{[^{}]*\\}))?`, 'g'))];
  const distance = (index: number): number => Math.abs(index - link.rhs.span.start);
  return [...unique(written.sort((a, b) => distance(a.index) - distance(b.index)).map(([sign]) => sign)).slice(0, 3), `\\sum_{${letter}}`];
}

/** A sum over what is not to be summed. */
export function extraSum({ expr }: Site, { extent }: Setting): Candidate[] {
  if (!isBig(expr) || (expr.op !== 'sum' && expr.op !== 'prod')) return [];
  return [replaced({ start: extent(expr).start, end: extent(expr.body).start }, '', `No ${bigWord(expr).toLowerCase()} over ${sumLetters(expr).join(', ')} here`)];
}

/** The bound of a sum moved by one: it begins or ends too early. */
export function sumBound({ expr }: Site, { tex, extent }: Setting): Candidate[] {
  if (!isBig(expr)) return [];
  const first = isChain(expr.below[0]) ? expr.below[0].members[1] : undefined;
  const begin = isNumeral(first) ? [replaced(first.span, String(Math.abs(first.value - 1)), `The ${bigWord(expr).toLowerCase()} begins at ${Math.abs(first.value - 1)}`)] : [];
  const { above } = expr;
  if (!above) return begin;
  const shorter = isSum(above) && find(above, (e) => isNum(e, 1)) ? tex(above).replace(/\s*[-+]\s*1\s*$/, '') : `${tex(above)}-1`;
  const braced = (text: string): string => (/^\w$/.test(text) ? text : /^\{/.test(tex(above)) || extent(above).end - extent(above).start > 1 ? text : `{${text}}`);
  return [...begin, replaced(extent(above), braced(shorter), `The ${bigWord(expr).toLowerCase()} ends at \`${shorter}\``)];
}
