/** What a slip is looked for in: the expressions of a line with their places, and the words that the lines around it offer. */
import { type DocumentMeaning, linksAround, type LinkSyntax, startOf } from '../../meaning/document';
import { freeLetters, sumLetters } from '../../meaning/free';
import { familyOf, keyOf, usesIn } from '../../meaning/symbols';
import type { World } from '../../meaning/world';
import { children, everyPart, type Expr, headOf, isApply, isBig, isBracketed, isFraction, isGroup, isLetter, isName, isNum, isNumeral, isProduct, isScripted, isSum, isSymbol, isZero, type Member, pairOf, type Scripted, variablesOf } from '../../notation/expression';
import { print } from '../../notation/print';
import { extentOf, isMacroCall, type Span, squash, type TextEdit } from './source';

/** One part of a member with what stands around it, nearest first. */
export interface Site { expr: Expr; around: readonly Expr[]; member: Member }

/** One way to edit the line, and what to say of it. */
export interface Candidate { edits: TextEdit[]; message: string }

export const replaced = (span: Span, text: string, message: string): Candidate => ({ edits: [{ span, text }], message });

export const inserted = (at: number, text: string, message: string): Candidate => replaced({ start: at, end: at }, text, message);

/** Two parts in each other's place. */
export const exchanged = (a: Expr, b: Expr, { extent, tex }: Pick<Setting, 'extent' | 'tex'>, message: string): Candidate => ({ edits: [{ span: extent(a), text: tex(b) }, { span: extent(b), text: tex(a) }], message });

/** A part for the one that is written. */
export const instead = (span: Span, text: string, written: string): Candidate => replaced(span, text, `\`${text}\`, not \`${written}\``);

export interface Setting {
  document: DocumentMeaning;
  link: LinkSyntax;
  /** Letters that stand as indices anywhere in the line. */
  indices: string[];
  /** How the document writes a transpose. */
  transpose: string;
  /** Names of sizes, such as the n of sums and means. */
  sizes: string[];
  /** Names as written in this line and the lines around it, nearest first. */
  names: WrittenName[];
  /** What the chain rule multiplies by: `f'(x)` of each `f(x)`, `2 x` of an x^2 in an argument. */
  slopes: string[];
  /** What functions are applied to, as written. */
  calls: { head: string; argument: string }[];
  /** Names of the sizes that shapes are declared with. */
  lengths: string[];
  /** Factors and terms of the neighbouring members, nearest first. */
  factors: string[];
  terms: string[];
  numbers: string[];
  /** Names that are no functions, as written. */
  quantities: string[];
  /** How the lines around write a product element by element. */
  hadamard: string[];
  isFunction(expr: Expr): boolean;
  /** As it was read: a transpose says nothing of it. */
  isNumber(expr: Expr): boolean;
  extent(expr: Expr): Span;
  tex(expr: Expr): string;
}

/** A function with its argument: `\log x`, `\sigma(x)`, `e^{x}`. */
export interface Call { head: string; arg: Expr; span: Span }

export function callAt(expr: Expr, { document, extent, tex, isFunction }: Pick<Setting, 'document' | 'extent' | 'tex' | 'isFunction'>): Call | undefined {
  if (isApply(expr)) return { head: document.text.slice(extent(expr).start, extent(expr.arg).start).trim(), arg: expr.arg, span: extent(expr) };
  if (isScripted(expr)) return isLetter(expr.base, 'e') && expr.sub.length === 0 && expr.sup.length === 1 ? { head: 'e^', arg: expr.sup[0], span: extent(expr) } : undefined;
  const [head, arg] = pairOf(expr, 'implicit');
  const isCalled = head && isBracketed(arg, '(') && isFunction(head);
  return isCalled ? { head: tex(head), arg, span: { start: extent(head).start, end: extent(arg).end } } : undefined;
}

export interface WrittenName { tex: string; letter: string; accents: string; scripts: string }

/** Lines this far away still offer their words. */
const REACH = 12;

export function settingOf(document: DocumentMeaning, link: LinkSyntax, read?: World): Setting {
  const extent = (expr: Expr): Span => extentOf(document.text, expr);
  const tex = (expr: Expr): string => { const { start, end } = extent(expr); return document.text.slice(start, end); };
  const beside = membersAround(document, link);
  const own = [link.rhs, link.lhs];
  const isFunction = (expr: Expr): boolean => isName(expr) && document.surroundings.isFunction(familyOf(expr), startOf(link));
  const [rightSites, leftSites, ...besideSites] = [...own, ...beside].map((member) => sitesOf(document, member));
  const elsewhere = [...leftSites, ...besideSites.flat()];
  const seen = [...rightSites, ...elsewhere];
  return {
    document, link, extent, tex, isFunction,
    hadamard: unique(seen.flatMap(({ expr }) => (isProduct(expr) ? expr.signs.flatMap((sign, i) => (sign === 'odot' ? [document.text.slice(extent(expr.factors[i]).end, extent(expr.factors[i + 1]).start)] : [])) : []))).slice(0, 1),
    isNumber: (expr) => usesIn(document, expr).every((use) => { const info = read?.symbols.get(keyOf(use)); return info !== undefined && (info.size || info.axes.length <= use.slots.length); }),
    quantities: unique(seen.filter(({ expr, around }) => isSymbol(expr) && !isScripted(around[0]) && !isFunction(expr)).map(({ expr }) => tex(expr))),
    indices: unique(own.flatMap((member) => [...indexLetters(member.expr)])),
    transpose: transposeOf(document.text),
    sizes: unique(seen.flatMap(({ expr }) => sizeNames(expr, tex))),
    names: uniqueBy(seen.flatMap(({ expr }) => writtenNames(expr, tex)), (name) => squash(name.tex)),
    slopes: unique([...rightSites, ...leftSites].flatMap((site) => slopeOf(site, tex, isFunction))),
    calls: seen.flatMap(({ expr }) => { const call = callAt(expr, { document, extent, tex, isFunction }); return call ? [{ head: call.head, argument: tex(call.arg).replace(/^\s*\((.*)\)$/, '$1') }] : []; }),
    lengths: unique(document.declarations.shapes.filter((d) => d.unit === link.unit).flatMap(({ value }) => value.filter(isPlainName).map(print))),
    factors: uniqueBy(elsewhere.flatMap(({ expr }) => factorsIn(expr, tex)), squash),
    terms: uniqueBy([...own.slice(1), ...beside].flatMap(({ expr }) => termsIn(expr, tex)), squash),
    numbers: unique([...own, ...beside].flatMap((member) => numbersIn(member.expr))),
  };
}

/** Members of the same chain, then of the lines around, nearest first. */
function membersAround(document: DocumentMeaning, link: LinkSyntax): Member[] {
  const near = linksAround(document, link).filter((other) => other !== link && Math.abs(other.region - link.region) <= REACH);
  const distance = (other: LinkSyntax) => (other.statement === link.statement ? 0 : 1 + 2 * Math.abs(other.region - link.region) + (other.region > link.region ? 1 : 0));
  const members = near.sort((a, b) => distance(a) - distance(b)).flatMap((other) => [other.lhs, other.rhs]);
  return [...new Set(members)].filter((member) => member !== link.lhs && member !== link.rhs);
}

/** It is a whole member, or what stands in brackets, over or under a line: nothing is beside it. */
export const isAlone = ({ around: [nearest] }: Site): boolean => !nearest || isGroup(nearest) || isFraction(nearest);

/** All parts of a member that can be edited as they stand, parents first. Scripts and the parts of macros are left out. */
export function sitesOf(document: Pick<DocumentMeaning, 'text' | 'parts'>, member: Member): Site[] {
  const sites: Site[] = [];
  const go = (expr: Expr, around: readonly Expr[]): void => {
    sites.push({ expr, around, member });
    if (isMacroCall(document.text, document.parts.macros, expr)) return;
    for (const child of operands(expr)) go(child, [expr, ...around]);
  };
  go(member.expr, []);
  return sites;
}

/** The parts of an expression that are quantities, not scripts or bounds. */
function operands(expr: Expr): Expr[] {
  switch (expr.kind) {
    case 'scripted': return isLetter(expr.base, 'e') ? expr.sup : [expr.base];
    case 'big': return [expr.body];
    case 'derivative': case 'nabla': return [expr.of];
    case 'apply': return [expr.arg];
    default: return children(expr);
  }
}

// ── words of the neighbourhood ──

/** Letters in subscripts and labels, and those that sums bind. */
function indexLetters(expr: Expr): Set<string> {
  const letters = everyPart(expr).flatMap((e) => (isScripted(e) ? [...freeLetters(e)] : isBig(e) ? sumLetters(e) : []));
  return new Set(letters.filter((letter) => /^[a-z]$/.test(letter)));
}

export const TRANSPOSE = /\^\s*(?:\\top|\\intercal|T(?![a-zA-Z])|\{\s*(?:\\top|\\intercal|T|\\mathsf\s*\{?\s*T\s*\}?|\\mathrm\s*\{?\s*T\s*\}?|\\text\s*\{\s*T\s*\})\s*\})/;

const transposeOf = (text: string): string => TRANSPOSE.exec(text)?.[0].replace(/\s+/g, '') ?? '^\\top';

function sizeNames(expr: Expr, tex: (expr: Expr) => string): string[] {
  if (isBig(expr) && expr.above && isPlainName(expr.above)) return [tex(expr.above)];
  if (isFraction(expr) && isNum(expr.over, 1) && isPlainName(expr.under)) return [tex(expr.under)];
  return [];
}

const isPlainName = (expr: Expr): boolean => isName(expr) && expr.accents.length === 0 && /^[A-Za-z]$/.test(expr.letter);

/** A name with all that hangs on it, by its letter: what a slip of the pen confuses. */
function writtenNames(expr: Expr, tex: (expr: Expr) => string): WrittenName[] {
  return [expr, ...variablesOf(expr)].flatMap((e) => { const name = writtenName(e, tex); return name ? [name] : []; });
}

export function writtenName(expr: Expr, tex: (expr: Expr) => string): WrittenName | undefined {
  const base = headOf(expr);
  if (!isName(base)) return undefined;
  return { tex: tex(expr), letter: base.letter, accents: base.accents.join(' '), scripts: isScripted(expr) ? scriptsOf(expr, tex) : '' };
}

const scriptsOf = (expr: Scripted, tex: (expr: Expr) => string): string => [...expr.sub.map((e) => `_${tex(e)}`), ...expr.sup.map((e) => `^${tex(e)}`)].join('');

/** With it as a factor any side would be zero. */
function comesToZero(expr: Expr): boolean {
  if (isGroup(expr)) return expr.contents.length === 1 && comesToZero(expr.contents[0]);
  return isScripted(expr) ? comesToZero(expr.base) : isZero(expr);
}

/** What multiplies something there: factors, and fractions by what they divide by. */
function factorsIn(expr: Expr, tex: (expr: Expr) => string): string[] {
  if (comesToZero(expr)) return [];
  if (isProduct(expr)) return expr.factors.filter((factor) => factor.kind !== 'words' && !isBig(factor) && !comesToZero(factor)).map(tex);
  if (isFraction(expr)) return [`\\frac{1}{${tex(expr.under)}}`, ...(isNumeral(expr.over) ? [] : [tex(expr.over)]), ...(isNumeral(expr.under) ? [] : [tex(expr.under)])];
  return isSymbol(expr) || isApply(expr) || expr.kind === 'derivative' ? [tex(expr)] : [];
}

function slopeOf({ expr, around }: Site, tex: (expr: Expr) => string, isFunction: (expr: Expr) => boolean): string[] {
  const [head, argument] = pairOf(expr);
  const isInArgument = around.some((e) => isApply(e) || e.kind === 'root' || (isProduct(e) && e.factors.some((factor, i) => i > 0 && isGroup(factor) && isFunction(e.factors[i - 1]))));
  if (isInArgument && isScripted(expr) && expr.sup.length === 1 && isNum(expr.sup[0], 2) && expr.sub.length === 0) return [`2 ${tex(expr.base)}`];
  return head && isGroup(argument) && isFunction(head) ? [`${tex(head)}'${tex(argument)}`] : [];
}

const termsIn = (expr: Expr, tex: (expr: Expr) => string): string[] => (isSum(expr) ? expr.terms.map((term) => `${term.sign < 0 ? '-' : '+'} ${tex(term.expr)}`) : []);

const numbersIn = (expr: Expr): string[] => everyPart(expr).filter(isNumeral).map(({ text }) => text);

export const unique = <T>(contents: T[]): T[] => [...new Set(contents)];

function uniqueBy<T>(contents: T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of contents) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}
