/** Slips of factors and terms: lost, doubled, or taken from the wrong place. */
import { exprsOf } from '../../meaning/document';
import { sumLetters } from '../../meaning/free';
import { type Expr, factorsOf, headOf, isBig, isBracketed, isChain, isFraction, isGroup, isName, isNum, isNumeral, isProduct, isScripted, isSum, isSymbol, isZero, type Product, summandsOf } from '../../notation/expression';
import { MISORDERED } from '../../notation/parser/derivatives';
import { type Candidate, exchanged, inserted, isAlone, type Setting, type Site, sitesOf, unique, instead, replaced } from './setting';
import { applyEdits, insertion, type Span, squash } from './source';

/** A number or a reciprocal before a term: 2, 1/2, 1/n, n; inside an argument only the numbers. Over or under a line it is a factor of the fraction. */
export function lostConstant(site: Site, setting: Setting): Candidate[] {
  const isPart = isTerm(site);
  const inside = isGroup(site.around[0]) || isFraction(site.around[0]);
  if (isPart ? isFraction(site.around[0]) : !inside || isSum(site.expr) || isNumeral(site.expr)) return [];
  const constants = ['2', '\\frac{1}{2}', ...setting.numbers.filter((number) => /^[3-9]$/.test(number)), ...(isPart ? setting.sizes.flatMap((size) => [`\\frac{1}{${size}}`, size]) : [])];
  return constants.map((factor) => before(site, setting, factor, `Factor \`${factor}\` missing`));
}

/** A factor before a term, and before a sum in brackets. */
function before({ expr }: Site, { extent }: Setting, factor: string, message: string): Candidate {
  const { start, end } = extent(expr);
  return { edits: isSum(expr) ? [insertion(start, `${factor} (`), insertion(end, ')')] : [insertion(start, `${factor} `)], message };
}

/** A whole member, or a term: of it, of what stands in brackets, under a sum, over or under a line. */
function isTerm({ expr, around }: Site): boolean {
  if (isChain(expr) || expr.kind === 'matrix' || expr.kind === 'cases' || expr.kind === 'words') return false;
  return isSum(expr) ? around.length === 0 : !isProduct(around[0]) && around.every((e) => TERMS_IN.has(e.kind));
}
const TERMS_IN: ReadonlySet<Expr['kind']> = new Set(['sum', 'group', 'cases', 'big', 'product', 'fraction']);

/** A factor of the neighbouring members, before a term. */
export const lostFactor = (site: Site, setting: Setting): Candidate[] => missingFactors(site, setting).map((factor) => missing(factor, site, setting));

/** Behind it, also element by element where the lines around have such products, and between its own factors: where their order counts. */
export function lostFactorWithin(site: Site, setting: Setting): Candidate[] {
  const { expr } = site;
  if (isSum(expr)) return [];
  const { end } = setting.extent(expr);
  const inner = isProduct(expr) ? expr.factors.slice(1).map((next) => setting.extent(next).start) : [];
  const behind = ['', ...setting.hadamard];
  return missingFactors(site, setting).filter((factor) => !factor.startsWith('\\frac')).flatMap((factor) => [...behind.map((sign) => [end, `${sign} ${factor}`] as const), ...inner.map((at) => [at, `${factor} `] as const)].map(([at, text]) => inserted(at, text, missingWords(factor))));
}

/** `\sum_l G_{il}` for `\sum_l A_{il} G_{il}`: a factor of the neighbourhood with the letter that is summed over. */
export function lostFactorOfSum(site: Site, setting: Setting): Candidate[] {
  const letters = site.around.flatMap((e) => (isBig(e) ? sumLetters(e) : []));
  if (letters.length === 0 || !isTerm(site)) return [];
  const turned = setting.factors.filter((factor) => /^\\?[a-zA-Z]+_(?:[a-z]|\{[a-z]{1,2}\})$/.test(factor)).flatMap((factor) => {
    const at = factor.indexOf('_');
    const script = factor.slice(at + 1).replace(/[{}]/g, '');
    return letters.filter((letter) => !script.includes(letter)).flatMap((letter) => [...script].map((_, i) => `${factor.slice(0, at)}_{${script.slice(0, i)}${letter}${script.slice(i + 1)}}`));
  });
  return unique(turned).slice(0, 12).map((factor) => missing(factor, site, setting));
}

/** x for `\frac{x}{3}` and for `\frac{x}{a}`. */
export const lostDenominator = (site: Site, setting: Setting): Candidate[] =>
  (isTerm(site) ? [...setting.numbers.filter((number) => /^[3-9]$/.test(number)), ...setting.quantities.slice(0, 8)].map((under) => missing(`\\frac{1}{${under}}`, site, setting)) : []);

function missingFactors(site: Site, setting: Setting): string[] {
  if (!isTerm(site)) return [];
  const own = factorsOf(site.expr).map((factor) => squash(setting.tex(factor)));
  return [...complements(site, setting), ...setting.slopes, ...setting.factors].filter((factor) => !own.includes(squash(factor))).slice(0, 24);
}

/** `1 - p` where p is a factor of the term or of one beside it: the slope of a sigmoid, the other part of an average. */
function complements({ expr, around: [sum] }: Site, { tex, isFunction }: Setting): string[] {
  const beside = [expr, ...(sum && isSum(sum) ? sum.terms.map((term) => term.expr) : [])].flatMap(factorsOf);
  return unique(beside.filter((factor) => isSymbol(factor) && !isFunction(factor)).map((factor) => `(1 - ${tex(factor)})`));
}

const missing = (factor: string, site: Site, setting: Setting): Candidate => before(site, setting, factor, missingWords(factor));
const missingWords = (factor: string): string => `The factor \`${factor}\` is missing`;

/** A term of the neighbouring members, one, or a name of theirs, at the end of a sum, of a member, or of what stands in brackets. With the other side any line would hold. */
export function lostTerm(site: Site, setting: Setting): Candidate[] {
  const { expr } = site;
  if (!isSum(expr) && !isAlone(site)) return [];
  const own = [...summandsOf(expr), ...exprsOf(setting.link)].map((part) => squash(setting.tex(part)));
  const names = setting.quantities.slice(0, 8).flatMap((name) => [`- ${name}`, `+ ${name}`]);
  const missing = [...setting.terms.slice(0, 12), '- 1', '+ 1', ...names].filter((term) => !own.includes(squash(term.slice(2))));
  return missing.map((term) => inserted(setting.extent(expr).end, ` ${term}`, `The term \`${term}\` is missing`));
}

/** The other term of a product rule, of a bilinear form: one that is there with two names exchanged. Beside zero it would only take away what it is. */
export function lostMirror(site: Site, setting: Setting): Candidate[] {
  const { expr, member } = site;
  if ((!isSum(expr) && !isAlone(site)) || exprsOf(setting.link).some(isZero)) return [];
  const { extent, document } = setting;
  const names = sitesOf(document, member).filter((at) => isSymbol(at.expr) && !isScripted(at.around[0]) && !setting.isFunction(at.expr));
  const mirrored = summandsOf(expr).flatMap((term) => {
    const within = names.filter((at) => at.expr === term || at.around.includes(term)).map((at) => at.expr);
    const isOther = (a: Expr, b: Expr): boolean => squash(setting.tex(a)) !== squash(setting.tex(b));
    // `x^T y'` becomes `y^T x'`.
    const pairs = within.flatMap((a, i) => within.slice(i + 1).flatMap((b) => [[headOf(a), headOf(b)], [a, b]])).filter(([a, b]) => isOther(a, b));
    return pairs.slice(0, 6).map(([a, b]) => applyEdits(document.text, extent(term), exchanged(a, b, setting, '').edits));
  });
  return unique(mirrored).flatMap((term) => ['+', '-'].map((sign) => inserted(extent(expr).end, ` ${sign} ${term}`, `The term \`${sign} ${term}\` is missing`)));
}

/** q for q − t in a product: a name of the neighbourhood taken away from one factor. A factor that is zero so is none. */
export function lostPart({ expr, around }: Site, setting: Setting): Candidate[] {
  if (!isSymbol(expr) || !isProduct(around[0]) || exprsOf(setting.link).some(isZero)) return [];
  const written = setting.tex(expr);
  return setting.quantities.filter((name) => squash(name) !== squash(written)).slice(0, 8).map((name) => replaced(setting.extent(expr), `(${written} - ${name})`, `\`${written} - ${name}\`, not \`${written}\``));
}

/** A factor that is too much, numbers and reciprocals first. */
export function extraConstant(site: Site, setting: Setting): Candidate[] {
  return withoutFactors(site, setting, (factor) => isConstant(factor) || setting.sizes.includes(setting.tex(factor)));
}
export function extraFactor(site: Site, setting: Setting): Candidate[] {
  return [...withoutFactors(site, setting, (factor) => !isConstant(factor) && !setting.sizes.includes(setting.tex(factor))), ...withoutDivision(site, setting)];
}

const isConstant = (expr: Expr): boolean => isNumeral(expr) || (isFraction(expr) && isNumeral(expr.over) && (isNumeral(expr.under) || isName(expr.under)));

function withoutFactors({ expr }: Site, setting: Setting, which: (factor: Expr) => boolean): Candidate[] {
  if (!isProduct(expr)) return [];
  return expr.factors.flatMap((factor, i) => (which(factor) ? [replaced(withNextTo(expr, i, setting), '', `The factor \`${setting.tex(factor)}\` is too much`)] : []));
}

/** A factor, and what is between it and the one beside it. */
function withNextTo({ factors }: Product, i: number, { extent }: Setting): Span {
  const { start, end } = extent(factors[i]);
  return i > 0 ? { start: extent(factors[i - 1]).end, end } : { start, end: extent(factors[1]).start };
}

/** `\frac{a}{b}` for a. */
function withoutDivision({ expr }: Site, { extent, tex }: Setting): Candidate[] {
  if (!isFraction(expr) || isNum(expr.over, 1)) return [];
  const undivided = replaced(extent(expr), isSum(expr.over) ? `(${tex(expr.over)})` : tex(expr.over), `Not divided by \`${tex(expr.under)}\``);
  return isSum(expr.over) ? [undivided] : [undivided, replaced(extent(expr.over), '1', `The factor \`${tex(expr.over)}\` is too much`)];
}

/** A term that is too much. */
export function extraTerm({ expr }: Site, { extent, tex }: Setting): Candidate[] {
  if (!isSum(expr) || expr.terms.length < 2) return [];
  return expr.terms.map((term, i) => {
    const place = extent(term.expr);
    const span = i > 0 ? { start: extent(expr.terms[i - 1].expr).end, end: place.end } : { start: extent(expr).start, end: expr.terms[1].sign < 0 ? place.end : extent(expr.terms[1].expr).start };
    return replaced(span, '', `The term \`${tex(term.expr)}\` is too much`);
  });
}

/** `\frac{a}{b}` for `\frac{b}{a}`. */
export const turnedFraction = ({ expr }: Site, setting: Setting): Candidate[] =>
  (isFraction(expr) ? [exchanged(expr.over, expr.under, setting, `Upside down: \`\\frac{${setting.tex(expr.under)}}{${setting.tex(expr.over)}}\``)] : []);

/** `\frac{\partial y}{\partial x}` for `\frac{\partial x}{\partial y}`. */
export function turnedDerivative({ expr }: Site, setting: Setting): Candidate[] {
  if (expr.kind !== 'derivative' || expr.by.length !== 1 || expr.by[0].order !== 1 || !isSymbol(expr.of)) return [];
  const [{ expr: by }] = expr.by;
  return [exchanged(expr.of, by, setting, `Upside down: \`${setting.tex(by)}\` by \`${setting.tex(expr.of)}\``)];
}

/** `\frac{\partial^2 y}{\partial u \partial v}` for one of another order. */
export function otherOrder({ expr }: Site, { tex }: Setting): Candidate[] {
  const [, sign, order = ''] = (expr.kind === 'unread' && expr.what === MISORDERED && SIGN_OF_ORDER.exec(tex(expr))) || [];
  if (!sign) return [];
  const end = expr.span.start + sign.length;
  return ['2', '3'].map((other) => replaced({ start: end, end: end + order.length }, `^${other}`, `A derivative of order ${other}`));
}
const SIGN_OF_ORDER = /^(\\[dt]?frac\s*\{\s*(?:\\partial|d|\\mathrm\s*\{?\s*d\s*\}?))\s*(\^\s*(?:\d|\{\s*\d\s*\}))?/;

/** x for 1 − x, as in the slope of a sigmoid, and back. */
export function lostComplement(site: Site, { extent, tex }: Setting): Candidate[] {
  const { expr, around } = site;
  const inside = isBracketed(expr, '(') ? expr.contents[0] : expr;
  if (isSum(inside) && inside.terms.length === 2 && isNumeral(inside.terms[0].expr) && inside.terms[1].sign < 0) {
    return [instead(extent(expr), tex(inside.terms[1].expr), tex(inside))];
  }
  if (!isSymbol(inside) || isSum(around[0]) || isScripted(around[0])) return [];
  return [replaced(extent(expr), isAlone(site) ? `1 - ${tex(inside)}` : `(1 - ${tex(inside)})`, `\`1 - ${tex(inside)}\`, not \`${tex(inside)}\``)];
}
