/** Slips of names, numbers and functions: a lost hat, a label too few, a digit, sine for cosine. */
import { type Expr, headOf, isApply, isDerivative, isGroup, isName, isNum, isNumeral, isProduct, isScripted, isSum, isSymbol, type Num, variablesOf } from '../../notation/expression';
import { type Candidate, exchanged, inserted, type Setting, type Site, sitesOf, unique, type WrittenName, writtenName, instead, replaced } from './setting';
import { squash } from './source';

/** The same letter as it is written elsewhere: with its hat, its layer, its step. */
export const otherForm = (site: Site, setting: Setting): Candidate[] => formsOf(site, setting, isNearForm);

/** The same letter with other scripts: `x^*` for `x_n`, `W^{[2]}` for `W^{[1]}`. */
export const otherScripts = (site: Site, setting: Setting): Candidate[] => formsOf(site, setting, (a, b) => !isNearForm(a, b) && a.accents === b.accents);

function formsOf({ expr, around }: Site, setting: Setting, fits: (a: WrittenName, b: WrittenName) => boolean): Candidate[] {
  if (isScripted(around[0])) return [];
  return variables(expr).flatMap((variable) => {
    const name = writtenName(variable, setting.tex);
    if (!name) return [];
    const forms = setting.names.filter((other) => other.letter === name.letter && squash(other.tex) !== squash(name.tex) && fits(name, other));
    return forms.slice(0, 8).map((form) => instead(setting.extent(variable), form.tex, name.tex));
  });
}

/** Either the accent is another, or something is added to or left out of the scripts. */
function isNearForm(a: WrittenName, b: WrittenName): boolean {
  const [first, second] = [squash(a.scripts), squash(b.scripts)];
  if (a.accents !== b.accents) return first === second;
  return first.includes(second) || second.includes(first);
}

const variables = (expr: Expr): Expr[] => (expr.kind === 'derivative' ? variablesOf(expr) : isSymbol(expr) ? [expr] : []);

/** Another name with the same scripts: h for b, x for y. */
export function otherName({ expr, around }: Site, setting: Setting): Candidate[] {
  if (isScripted(around[0])) return [];
  return variables(expr).flatMap((variable) => {
    const name = writtenName(variable, setting.tex);
    if (!name) return [];
    // Nothing is differentiated by itself.
    const of = expr.kind === 'derivative' ? writtenName(expr.of, setting.tex)?.letter : undefined;
    const others = setting.names.filter((other) => other.letter !== name.letter && other.letter !== of);
    const isAlike = (other: WrittenName): boolean => squash(other.scripts) === squash(name.scripts);
    const alike = others.filter(isAlike).map(({ tex }) => tex);
    const unlike = others.filter((other) => !isAlike(other) && (other.scripts === '' || name.scripts === '')).map((other) => (name.scripts === '' ? other.tex : withScripts(variable, other.tex, setting)));
    return unique([...alike, ...unlike]).slice(0, 8).map((text) => instead(setting.extent(variable), text, name.tex));
  });
}

/** `r (p - c)` for `p (r - c)`: two names that have changed places. */
export function swappedNames(site: Site, setting: Setting): Candidate[] {
  if (site.around.length > 0) return [];
  const places = sitesOf(setting.document, site.member).filter(({ expr, around }) => isSymbol(expr) && !isScripted(around[0]) && !around.some(isDerivative) && !setting.isFunction(expr)).map(({ expr }) => expr);
  const isOther = (a: Expr, b: Expr): boolean => squash(setting.tex(a)) !== squash(setting.tex(b));
  return places.flatMap((a, i) => places.slice(i + 1).filter((b) => isOther(a, b)).map((b) => exchanged(a, b, setting, `\`${setting.tex(a)}\` and \`${setting.tex(b)}\` have changed places`))).slice(0, 24);
}

/** Another size: n for d. */
export function otherLength({ expr, around }: Site, { extent, tex, lengths }: Setting): Candidate[] {
  if (!isName(expr) || isScripted(around[0]) || !lengths.includes(tex(expr))) return [];
  return lengths.filter((length) => length !== tex(expr)).map((length) => instead(extent(expr), length, tex(expr)));
}

/** Its scripts on another letter. */
function withScripts(variable: Expr, letter: string, { extent, tex }: Setting): string {
  const base = headOf(variable);
  return letter + tex(variable).slice(extent(base).end - extent(variable).start);
}

/** A name for the number that stands there: `y - \lambda` for `y - 1`. */
export function nameForNumber({ expr, around }: Site, setting: Setting): Candidate[] {
  if (!isNum(expr, 1) || !isSum(around[0])) return [];
  return setting.quantities.slice(0, 8).map((name) => replaced(expr.span, name, `\`${name}\`, not 1`));
}

/** `e^{x_j}` for `x_j`, where an `e^{x_k}` stands close by. */
export function lostExponential({ expr, around }: Site, setting: Setting): Candidate[] {
  const name = isScripted(around[0]) ? undefined : writtenName(expr, setting.tex);
  if (!name || !setting.names.some(({ letter, scripts }) => letter === 'e' && scripts.startsWith(`^${name.letter}`))) return [];
  return [instead(setting.extent(expr), `e^{${name.tex}}`, name.tex)];
}

/** A number off by a digit: another of the neighbourhood that looks like it. */
export function nearNumber({ expr, around }: Site, setting: Setting): Candidate[] {
  if (!isNumeral(expr) || isScripted(around[0])) return [];
  return setting.numbers.filter((other) => other !== expr.text && isNear(other, expr.text)).map((text) => insteadOf(expr, text));
}

/** The reciprocal; in a sum, whose other terms show that it is read as it is meant, another digit. */
export function otherDigit({ expr, around }: Site): Candidate[] {
  if (!isNumeral(expr) || isScripted(around[0])) return [];
  const { text, value } = expr;
  const digits = around.some(isSum) ? [...text].flatMap((digit, i) => [...'0123456789'].filter((other) => digit !== '.' && other !== digit).map((other) => text.slice(0, i) + other + text.slice(i + 1))) : [];
  return [...(value > 1 ? [`\\frac{1}{${text}}`] : []), ...digits].map((by) => insteadOf(expr, by));
}

/** The next whole number, a small one, the double or the half. */
export function otherNumber({ expr, around }: Site): Candidate[] {
  if (!isNumeral(expr) || isScripted(around[0]) || !Number.isInteger(expr.value)) return [];
  const { value } = expr;
  return [...new Set([value - 1, value + 1, 1, 2, 2 * value, value / 2])].filter((n) => Number.isInteger(n) && (n > 0 || around.length === 0) && n >= 0 && n !== value).map((n) => insteadOf(expr, String(n)));
}

const insteadOf = ({ span, text: written }: Num, text: string): Candidate => replaced(span, text, `${text}, not ${written}`);

/** One digit changed, added or left out. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 2 || long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(long.length === short.length ? i + 1 : i) === long.slice(i + 1);
}

/** Functions that are taken for each other. */
const CONFUSED: [string, string][] = [
  ['\\sin', '\\cos'], ['\\sinh', '\\cosh'], ['\\tanh', '\\tan'], ['\\log', '\\exp'], ['\\ln', '\\exp'], ['\\max', '\\min'], ['\\tr', '\\det'],
];

/** The other function of a pair; a prime more or less. */
export function otherFunction({ expr }: Site, setting: Setting): Candidate[] {
  const { document } = setting;
  if (isApply(expr)) {
    const written = /^\\[a-zA-Z]+/.exec(document.text.slice(expr.span.start, expr.span.start + 40))?.[0] ?? '';
    const pairs = CONFUSED.flatMap(([a, b]) => (written === a ? [b] : written === b ? [a] : []));
    return pairs.map((other) => instead({ start: expr.span.start, end: expr.span.start + written.length }, other, written));
  }
  if (!isProduct(expr)) return [];
  return expr.factors.slice(1).flatMap((arg, i) => (isGroup(arg, '(') ? primeChanges(expr.factors[i], setting) : []));
}

function primeChanges(head: Expr, { extent, tex }: Setting): Candidate[] {
  const written = tex(head);
  const { end } = extent(head);
  if (isScripted(head) && head.primes > 0 && /'+$/.test(written)) return [replaced({ start: end - 1, end }, '', `\`${written.slice(0, -1)}\`, not \`${written}\``)];
  return isName(head) ? [inserted(end, "'", `The derivative \`${written}'\`, not \`${written}\``)] : [];
}

/** Whether `\cdot` or `\odot` stands between two factors. */
export function otherProduct({ expr }: Site, { document, extent }: Setting): Candidate[] {
  if (!isProduct(expr)) return [];
  return expr.signs.flatMap((sign, i) => {
    const span = { start: extent(expr.factors[i]).end, end: extent(expr.factors[i + 1]).start };
    if (sign === 'slash' || !/^[\s\\a-z*]*$/.test(document.text.slice(span.start, span.end))) return [];
    return [sign === 'odot' ? replaced(span, ' ', 'The matrix product, not the element-wise one') : replaced(span, ' \\odot ', 'The element-wise product `\\odot`')];
  });
}
