/** Slips of sign and relation: a minus lost between two factors, a sign turned, a strict inequality. */
import { bareName, type Expr, isChain, isFraction, isNumeral, isProduct, isSum, type RelationName, TURNED } from '../../notation/expression';
import { type Candidate, exchanged, inserted, isAlone, type Setting, type Site, replaced } from './setting';

/** `\frac{a}{b} \frac{c}{d}`, `1 \hat y`, `x_1 x_1`: factors side by side that look like the two terms of a difference. */
export const lostMinus = (site: Site, setting: Setting): Candidate[] => gaps(site).filter(([a, b]) => looksLikeTerms(a, b)).map(([, b]) => lost('-', b, site, setting));

/** A sign lost between any two factors. */
export function lostSign(site: Site, setting: Setting): Candidate[] {
  return gaps(site).flatMap(([a, b]) => [...(looksLikeTerms(a, b) ? [] : [lost('-', b, site, setting)]), lost('+', b, site, setting)]);
}

/** Factors with nothing between them that is written; a function and its argument belong together. */
function gaps({ expr }: Site): [Expr, Expr][] {
  if (!isProduct(expr)) return [];
  return expr.signs.flatMap((sign, i): [Expr, Expr][] => (sign === 'implicit' ? [[expr.factors[i], expr.factors[i + 1]]] : []));
}

function looksLikeTerms(a: Expr, b: Expr): boolean {
  if (isNumeral(a)) return a.value === 1;
  if (isFraction(a) && isFraction(b)) return true;
  const [first, second] = [bareName(a), bareName(b)];
  return first !== undefined && first === second;
}

function lost(sign: '-' | '+', factor: Expr, site: Site, { extent, document }: Setting): Candidate {
  const { start } = extent(factor);
  const term = document.text.slice(start, extent(site.expr).end);
  return inserted(start, `${sign} `, `Lost ${sign === '-' ? 'minus' : 'plus'}: \`${sign} ${term}\``);
}

/** b − a for a − b. */
export function turnedDifference({ expr }: Site, setting: Setting): Candidate[] {
  if (!isSum(expr) || expr.terms.length !== 2 || expr.terms[0].sign < 0 || expr.terms[1].sign > 0) return [];
  const [first, second] = expr.terms.map((term) => term.expr);
  return [exchanged(first, second, setting, `The other way round: \`${setting.tex(second)} - ${setting.tex(first)}\``)];
}

/** Each sign that is written, turned. */
export const turnedSign = (site: Site, setting: Setting): Candidate[] => (isSum(site.expr) ? site.expr.terms.flatMap((_, i) => turn(site, setting, i)) : []);

/** A minus before what begins without a sign. */
export function minusFirst(site: Site, setting: Setting): Candidate[] {
  const { expr } = site;
  if (isSum(expr)) return expr.terms[0].sign > 0 ? [minusBefore(expr.terms[0].expr, setting)] : [];
  return isAlone(site) && !isChain(expr) ? [minusBefore(expr, setting)] : [];
}

const minusBefore = (expr: Expr, { extent, tex }: Setting): Candidate => inserted(extent(expr).start, '-', `Lost minus: \`-${tex(expr)}\``);

function turn(site: Site, setting: Setting, i: number): Candidate[] {
  if (!isSum(site.expr)) return [];
  const { terms } = site.expr;
  const { document, extent, tex } = setting;
  const from = i === 0 ? extent(site.expr).start : extent(terms[i - 1].expr).end;
  const to = extent(terms[i].expr).start;
  const place = document.text.slice(from, to).search(/[-+−–]/);
  if (place < 0) return [];
  const minus = terms[i].sign < 0;
  const span = { start: from + place, end: from + place + 1 };
  if (i === 0) return [replaced({ start: span.start, end: to }, '', `The minus before \`${tex(terms[0].expr)}\` is too much`)];
  return [replaced(span, minus ? '+' : '-', `The other sign: \`${minus ? '+' : '-'} ${tex(terms[i].expr)}\``)];
}

/** `\{a < 0\}` for `\{a > 0\}`. */
export const turnedCondition = ({ expr }: Site): Candidate[] =>
  (isChain(expr) ? expr.relations.flatMap(({ name, span }) => { const turned = TURNED[name]?.tex; return turned ? [replaced(span, `${turned} `, `The other direction: \`${turned}\``)] : []; }) : []);

const LOOSER: Partial<Record<RelationName, string>> = { greater: '\\ge', less: '\\le' };

/** `>` for `\ge`, then the other direction. Once for a line: asked of the right member. */
export function relationSlip(site: Site, { link, document }: Setting): Candidate[] {
  if (site.expr !== link.rhs.expr) return [];
  const { name, span } = link.relation;
  const spaced = (text: string): string => (/^[a-zA-Z]/.test(document.text.slice(span.end, span.end + 1)) && text.startsWith('\\') ? `${text} ` : text);
  const looser = LOOSER[name];
  const turned = TURNED[name]?.tex;
  return [
    ...(looser ? [replaced(span, spaced(looser), `Not strict: equality is reached, so \`${looser}\``)] : []),
    ...(turned ? [replaced(span, spaced(turned), `The other direction: \`${turned}\``)] : []),
  ];
}
