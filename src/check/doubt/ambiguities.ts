/** Notation that may mean more than one thing. */
import { COUNTS, UNSAID } from '../../meaning/binders';
import { FROBENIUS } from '../../meaning/conventions';
import { exprsOf } from '../../meaning/document';
import { freeLetters, sumLetters } from '../../meaning/free';
import { rootOf } from '../../meaning/dims';
import { near } from '../../meaning/traces';
import { isAtOutcome } from '../../meaning/expectations';
import { keysIn } from '../../meaning/names';
import { familyOf, isOpposed, type SymbolUse, usesIn } from '../../meaning/symbols';
import { hasTerm, type Term, visitTerm } from '../../meaning/term';
import { type World, symbolsIn } from '../../meaning/world';
import { callsIn, children, everyPart, type Expr, hasPart, isBig, isBracketed, isGroup, isLetter, isName, isNum, isNumeral, isProduct, isScripted, isScriptedName, isSymbol, replace } from '../../notation/expression';
import { speaksOfDifferentials } from '../../meaning/differentials';
import { isDifferential } from '../../notation/tables';
import { print } from '../../notation/print';
import { contains, type Differing, usesOf } from './differing';
import { isStated } from './known';

/** `s_c` beside `\sum_j e^{s_j}`: c may be one of the j, or stand apart. A letter that is summed over itself is any of them. */
export function places({ document: { traces }, sides }: Differing): SymbolUse[] {
  const families = new Set([...traces.seen.keys()].flatMap((topic) => { const [kind, family, letter] = topic.split(' '); return kind === 'place' && near(traces, topic, sides.at) && !near(traces, `sum ${letter}`, sides.at) && !near(traces, `choice ${letter}`, sides.at) && !isOpposed(traces, family, letter, sides.at) ? [family] : []; }));
  return [...sides.world.symbols.values()].flatMap(({ use }) => (families.has(use.family) ? [use] : []));
}

/** `\sum_{d \in D} e_d^2` beside what is said of one d: the set that one side alone sums over. */
export function setsApart({ sides: { world, left, right } }: Differing): string | undefined {
  const [here, there] = [left, right].map((side) => setsIn(world, side));
  return [...here, ...there].find((set) => here.has(set) !== there.has(set));
}

function setsIn(world: World, side: Term, seen: Set<string> = new Set()): Set<string> {
  const sets = new Set<string>();
  visitTerm(side, (term) => {
    if (term.op === 'reduce') for (const index of term.over) for (const range of world.ranges) if (range.set && rootOf(world.dims, range.index) === rootOf(world.dims, index)) sets.add(range.set);
    const definition = (term.op === 'symbol' || term.op === 'derivative') && !seen.has(term.key) ? world.definitions.get(term.key) : undefined;
    if (!definition || !('key' in term)) return;
    seen.add(term.key);
    for (const set of setsIn(world, definition.term, seen)) sets.add(set);
  });
  return sets;
}

/** `\sum_k \lambda^k / k!` where the other side has no such sum: nothing says from where to where k goes. */
export function isOpenCount({ sides: { left, right, world: { dims, ranges } } }: Differing): boolean {
  const [here, there] = [left, right].map((side) => hasTerm(side, (part) => part.op === 'index' && ranges.some(({ letter, index }) => index === part.index && COUNTS.test(letter) && rootOf(dims, index) === rootOf(dims, UNSAID))));
  return here !== there;
}

/** The x_i of `\mathrm{Var}(\sum_i x_i)`, which may be independent of each other. */
export const randomFamilies = ({ sides: { world } }: Differing): SymbolUse[] => symbolsIn(world).filter(({ key, use }) => isAtOutcome(key) && use.slots.length > 0).map(({ use }) => use);

/** `\mu_X` beside an expectation of X, which is likely its mean; where no law says what \mu is otherwise, `\mu` too. */
export function namedMeans({ sides, evaluation }: Differing): SymbolUse[] {
  const isOfAny = evaluation.leavesOf.some((side) => [...side].some((key) => key.startsWith('chance')));
  const means = isOfAny ? /^(?:\\mu|m|bar\(.*\))(?:_|$)/ : contains(sides, 'average') ? /^\\mu_/ : undefined;
  return means ? symbolsIn(sides.world).flatMap(({ binding, use }) => (!binding && means.test(use.base) ? [use] : [])) : [];
}

/** `e^{t A}`, `\log A` of a square matrix: of the whole matrix, or entry by entry. */
export const ofWholeMatrix = ({ sides: { world: { dims, matrixArguments } } }: Differing): boolean => matrixArguments.some(([rows, columns]) => rootOf(dims, rows) === rootOf(dims, columns));

/** `\delta o = \delta h \odot c`, `dc = dh \odot o`: what stands before each name is likely the sign of a derivative of the loss, and no factor. */
export function gradientSigns({ document, link, evaluation, sides }: Differing): SymbolUse[] {
  const free = usesOf(sides, evaluation.leaves.filter(({ name, shape }) => shape.length === 0 && /^(?:d|\\delta)$/.test(name)).map(({ name }) => name));
  return free.filter((use) => !document.bindings.has(use.base) && !isStated(document, use, link.unit) && isBeforeOthers(use, link.lhs.expr, link.rhs.expr));
}

/** The s of `a = s(z)`, which nothing defines: nobody sets brackets around the one name that a number is multiplied by. */
export function calledNumbers({ evaluation: { leaves }, sides }: Differing): SymbolUse[] {
  const { at, world } = sides;
  const called = symbolsIn(world).flatMap(({ binding }) => (binding ? everyPart(binding.expr) : [])).flatMap(callsIn).flatMap(({ head, body }) => (isBracketed(body, '(') && isSymbol(body.contents[0]) ? [print(head)] : []));
  const isNumber = (base: string): boolean => base !== '\\sigma' && !world.isFunction(base, at);
  return usesOf(sides, leaves.flatMap(({ name, shape }) => (shape.length === 0 ? [name] : []))).filter(({ base, tex }) => called.includes(tex) && isNumber(base));
}

/** `dW` without a definition is the gradient by W, or a differential: not just any name. */
export const gradientNames = ({ document: { traces }, evaluation: { leaves }, sides }: Differing): SymbolUse[] =>
  speaksOfDifferentials(traces, sides.at) ? [] : usesOf(sides, leaves.map(({ name }) => name)).filter(({ family }) => isDifferential(family));

/** The sign stands before one name on the left, in brackets too, and right before another on the right. */
function isBeforeOthers({ base: sign }: SymbolUse, ...sides: Expr[]): boolean {
  const [left, right] = sides.map((side) => everyPart(side).flatMap((e) => namedBehind(sign, e) ?? []));
  return left.length > 0 && right.some((name) => !left.includes(name));
}

function namedBehind(sign: string, e: Expr): string | undefined {
  const at = isProduct(e) ? e.factors.findIndex((factor, i) => isLetter(factor, sign) && e.signs[i] === 'implicit') : -1;
  const next = isProduct(e) && at >= 0 ? e.factors[at + 1] : undefined;
  if (!next) return undefined;
  return isName(next) ? print(next) : isScripted(next) ? print(next.base) : undefined;
}

/** Free names that differ in case only, such as x_i and the row `x_{i*}` beside a matrix X, are likely parts of one another: where the line speaks of both, and not where a function without a definition may rest on them. */
export function letterAndCapital({ document, link, evaluation, sides }: Differing): SymbolUse[] {
  const written = writtenIn(sides);
  const uses = usesOf(sides, [...evaluation.lowering.inputs.keys()].filter((key) => written.has(key)));
  for (const small of uses) {
    const isNumber = sides.world.declarations.domain(small.base, sides.at) === 'real';
    const capital = !isNumber && /^[a-z](?:_.*\*.*)?$/.test(small.base) ? uses.find((u) => u.base === small.base[0].toUpperCase()) : undefined;
    if (capital && (sides.world.symbols.get(capital.base)?.axes.length ?? 0) > 1) return [small, capital].every((use) => isStated(document, use, link.unit)) ? [] : [small, capital];
  }
  return [];
}

/** Names in the line, or in definitions of such. */
function writtenIn({ left, right, world: { definitions } }: Differing['sides']): ReadonlySet<string> {
  const keys = new Set([...keysIn(left), ...keysIn(right)]);
  for (const key of keys) for (const other of keysIn(definitions.get(key)?.term ?? left)) keys.add(other);
  return keys;
}

/** The `z^{(1)}` of one side and the `z_1^{(1)}` of the other are likely parts of one another, as a count and a count of some are, and the `\delta_A` of one side is likely among the `\delta_k` of the other. */
export function partsApart({ evaluation: { leavesOf: [left, right] }, sides }: Differing): SymbolUse[] {
  const only = (side: Set<string>, other: Set<string>): SymbolUse[] => usesOf(sides, [...side].flatMap((key) => (other.has(key) ? [] : [key.replace(/^size /, '')])));
  const written = only(right, left);
  for (const use of only(left, right)) {
    const part = written.find((other) => isPartOf(other.tex, use.tex) || isPartOf(use.tex, other.tex) || isAmong(other, use) || isAmong(use, other));
    if (part) return [use, part];
  }
  return [];
}
const unbold = (tex: string): string => tex.replace(/\\(?:mathbf|boldsymbol|bm)\s*\{([^{}]*)\}/g, '$1');
const isAmong = (one: SymbolUse, all: SymbolUse): boolean => one.family === all.family && one.slots.length === 0 && one.base.startsWith(`${one.family}_`) && all.slots.some(({ kind }) => kind === 'index');
const isPartOf = (part: string, whole: string): boolean => part !== whole && unbold(part).replace(/_(?:\{[^{}]*\}|\w)/, '') === unbold(whole);

/** `y^{(i)} x_j^{(i)} - e^{z^{(i)}} x_j`: in one expression the superscript was left out once. */
export function examplesMixed({ document, link }: Pick<Differing, 'document' | 'link'>): SymbolUse[] {
  const isSame = (a: SymbolUse, b: SymbolUse): boolean => a.tex !== b.tex && a.slots.length > 0 && a.tex.replace(/\^\{\([a-z]\)\}/, '') === b.tex;
  for (const side of exprsOf(link)) {
    const uses = usesIn(document, side);
    for (const use of uses) { const other = uses.find((one) => isSame(use, one)); if (other) return [use, other]; }
  }
  return [];
}

/** `p(z)` beside `p_\theta(x, z)`, `p_X(x)` beside `p_{XY}(x, y)`: what is of fewer letters may be a part of the other. */
export function lawsApart({ sides: { world } }: Differing): SymbolUse[] {
  const laws = symbolsIn(world).flatMap(({ key, use }) => { const law = key.startsWith('function ') ? world.laws.get(use.base) : undefined; return law ? [{ use, letters: law.letters }] : []; });
  const isPart = (some: string[], all: string[]): boolean => some.length < all.length && some.every((letter) => all.includes(letter));
  return laws.flatMap((part) => { const whole = laws.find(({ use, letters }) => use.family === part.use.family && isPart(part.letters, letters)); return whole ? [part.use, whole.use] : []; });
}

/** The K of `K^2` beside a `K^1`, which nobody writes for a power: the numbers may tell one K from another. */
export function numbered({ document, link, sides: { world } }: Differing): SymbolUse[] {
  const raisedIn = (expr: Expr, isMeant: (value: number) => boolean): Set<string> => {
    const families = new Set<string>();
    const look = (e: Expr): void => {
      const [sup] = isScripted(e) && e.sup.length === 1 ? e.sup : [];
      if (isScriptedName(e) && isNumeral(sup) && isMeant(sup.value)) families.add(familyOf(e.base));
      for (const child of children(e)) look(child);
    };
    look(expr);
    return families;
  };
  const here = exprsOf(link).flatMap((expr) => [...raisedIn(expr, () => true)]);
  const ones = new Set(here.length ? document.links.filter(({ unit }) => unit === link.unit).flatMap(exprsOf).flatMap((expr) => [...raisedIn(expr, (value) => value === 1)]) : []);
  return symbolsIn(world).map(({ use }) => use).filter(({ family }) => here.includes(family) && ones.has(family));
}

/** `\|w\| = …` may say which norm the bars stand for, and `1 / \|A\|` of a matrix, unless squared, is as often of the largest singular value. */
export function isOfSomeNorm({ link, sides }: Differing): boolean {
  const unsquared = (expr: Expr): Expr => replace(expr, (e) => (isScripted(e) && isNorm(e.base) && e.sup.length === 1 && isNum(e.sup[0], 2) ? e.sup[0] : undefined));
  return isNorm(link.lhs.expr) || (sides.convention.includes(FROBENIUS) && exprsOf(link).some((expr) => hasPart(unsquared(expr), isNorm)));
}

const isNorm = (expr: Expr): boolean => isGroup(expr, '‖');

/** `\sum_k \frac{\partial E}{\partial y_k} \frac{\partial y_k}{\partial w_{ij}} = \frac{\partial E}{\partial y_i} \frac{\partial y_i}{\partial w_{ij}}` of functions that nothing defines: it says that the others do not rest on it. */
export function keepsOneTerm({ link, evaluation, sides }: Differing): boolean {
  const [left, right] = exprsOf(link);
  const isTerm = (sum: Expr, term: Expr): boolean => isBig(sum) && sum.op === 'sum' && sumLetters(sum).some((letter) => [...freeLetters(term)].some((other) => print(replace(sum.body, (e) => (isName(e) && e.letter === letter ? { ...e, letter: other } : undefined))) === print(term)));
  return evaluation.arbitrary.some(({ size }) => size > 0) && symbolsIn(sides.world).every(({ binding }) => !binding) && (isTerm(left, right) || isTerm(right, left));
}
