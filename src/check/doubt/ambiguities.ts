/** Notation that may mean more than one thing. */
import type { DocumentMeaning } from '../../meaning/document';
import { rootOf } from '../../meaning/dims';
import { near } from '../../meaning/evidence';
import { isAtOutcome } from '../../meaning/expectations';
import { rankOptions } from '../../meaning/names';
import { contextOf, familyOf, type SymbolUse, symbolUse, visitSymbols } from '../../meaning/symbols';
import { type Term, visitTerm } from '../../meaning/term';
import { wordsAfter, wordsBefore } from '../../meaning/wording';
import type { World } from '../../meaning/world';
import { children, type Expr, find } from '../../notation/expression';
import { speaksOfDifferentials } from '../../meaning/differentials';
import { isDifferential } from '../../notation/tables';
import { print } from '../../notation/print';
import { contains, type Differing, usesOf } from './differing';
import { isStated } from './known';

/** `s_c` beside `\sum_j e^{s_j}`: c may be one of the j, or stand apart. */
export function places({ document: { evidence }, sides }: Differing): SymbolUse[] {
  const topics = [...evidence.seen.keys()].filter((topic) => topic.startsWith('place ') && near(evidence, topic, sides.at));
  return topics.length ? [...sides.world.symbols.values()].map((info) => info.use).filter((use) => topics.some((topic) => topic.startsWith(`place ${use.family} `))) : [];
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

/** The n of `I - \frac1n \mathbf{1} \mathbf{1}^T`. */
export function sizeOfOnes({ sides, evaluation: { leaves } }: Differing): SymbolUse[] {
  const free = sides.world.hasUnsizedOnes ? leaves.filter(({ name, shape }) => shape.length === 0 && /^[nmdkpNMDKP]$/.test(name)) : [];
  return usesOf(sides, free.map(({ name }) => name));
}

/** The N of `N \sum_i x_i^2`, which may be what the sum without a range runs to. */
export function sizeOfSums({ link, sides, evaluation }: Differing): SymbolUse[] {
  const free = evaluation.leaves.filter(({ name }) => name.startsWith('size '));
  const isOpen = [link.lhs, link.rhs].some(({ expr }) => find(expr, (e) => e.kind === 'big' && e.op === 'sum' && !e.above && e.below.some((item) => item.kind === 'name')) !== undefined);
  return isOpen ? usesOf(sides, free.map(({ name }) => name.slice('size '.length))) : [];
}

/** The x_i of `\mathrm{Var}(\sum_i x_i)`, which may be independent of each other. */
export const randomFamilies = ({ sides: { world } }: Differing): SymbolUse[] => [...world.symbols.values()].filter(({ key, use }) => isAtOutcome(key) && use.slots.length > 0).map(({ use }) => use);

/** `\mu_X` beside an expectation of X, which is likely its mean; where no law says what \mu is otherwise, `\mu` too. */
export function namedMeans({ sides, evaluation }: Differing): SymbolUse[] {
  const isOfAny = evaluation.leavesOf.some((side) => [...side].some((key) => key.startsWith('chance')));
  const means = isOfAny ? /^(?:\\mu|m|bar\(.*\))(?:_|$)/ : contains(sides, 'average') ? /^\\mu_/ : undefined;
  return means ? [...sides.world.symbols.values()].flatMap(({ binding, use }) => (!binding && means.test(use.base) ? [use] : [])) : [];
}

/** `e^{t A}`, `\log A` of a square matrix: of the whole matrix, or entry by entry. */
export const ofWholeMatrix = ({ sides: { world: { dims, matrixArguments } } }: Differing): boolean => matrixArguments.some(([rows, columns]) => rootOf(dims, rows) === rootOf(dims, columns));

/** `\operatorname{softmax}(z_i)`: entry i of the whole, or of the vector `z_i`. */
export const entryOfSoftmax = ({ link }: Differing): boolean => [link.lhs, link.rhs].some(({ expr }) => find(expr, isSoftmaxOfEntry) !== undefined);

const isSoftmaxOfEntry = (e: Expr): boolean => {
  const [head, arg] = e.kind === 'apply' ? [e.fn, e.arg] : e.kind === 'product' && e.factors[0].kind === 'name' ? [e.factors[0].letter, e.factors[1]] : ['', undefined];
  const inner = arg?.kind === 'group' && arg.items.length === 1 ? arg.items[0] : arg;
  return /^softmax$/i.test(head) && inner?.kind === 'scripted' && inner.sub.length > 0;
};

/** `\delta o = \delta h \odot c`, `dc = dh \odot o`: what stands before each name is likely the sign of a derivative of the loss, and no factor. */
export function gradientSigns({ document, link, evaluation, sides }: Differing): SymbolUse[] {
  const free = usesOf(sides, evaluation.leaves.filter(({ name, shape }) => shape.length === 0 && /^(?:d|\\delta)$/.test(name)).map(({ name }) => name));
  return free.filter((use) => !document.bindings.has(use.base) && !isStated(document, use, link.unit) && isBeforeOthers(use, link.lhs.expr, link.rhs.expr));
}

/** `dW` without a definition is the gradient by W, or a differential: not just any name. */
export const gradientNames = ({ document: { evidence }, evaluation: { leaves }, sides }: Differing): SymbolUse[] =>
  speaksOfDifferentials(evidence, sides.at) ? [] : usesOf(sides, leaves.map(({ name }) => name)).filter(({ family }) => isDifferential(family));

/** The sign stands before one name on the left and right before another on the right. */
function isBeforeOthers({ base: sign }: SymbolUse, lhs: Expr, rhs: Expr): boolean {
  const named = namedBehind(sign, lhs);
  return named !== undefined && find(rhs, (e) => { const other = namedBehind(sign, e); return other !== undefined && other !== named; }) !== undefined;
}

function namedBehind(sign: string, e: Expr): string | undefined {
  const at = e.kind === 'product' ? e.factors.findIndex((factor, i) => factor.kind === 'name' && factor.letter === sign && e.signs[i] === 'implicit') : -1;
  const next = e.kind === 'product' && at >= 0 ? e.factors[at + 1] : undefined;
  if (!next) return undefined;
  return next.kind === 'name' ? print(next) : next.kind === 'scripted' ? print(next.base) : undefined;
}

/** Free names that differ in case only, such as x_i beside a matrix X, are likely parts of one another. */
export function letterAndCapital({ document, link, evaluation, sides }: Differing): SymbolUse[] {
  const uses = usesOf(sides, evaluation.lowering.inputs.keys());
  for (const small of uses) {
    const capital = /^[a-z]$/.test(small.base) ? uses.find((u) => u.base === small.base.toUpperCase()) : undefined;
    if (capital && (sides.world.symbols.get(capital.base)?.axes.length ?? 0) > 1) return [small, capital].every((use) => isStated(document, use, link.unit)) ? [] : [small, capital];
  }
  return [];
}

/** Entries of a one-hot vector, written with a letter: the text may say that one is the hot one. */
export function hotEntry({ document, link, sides }: Differing): SymbolUse[] {
  const hot: SymbolUse[] = [];
  for (const { expr } of [link.lhs, link.rhs]) visitSymbols(expr, { evidence: document.evidence, bound: new Set(), shifts: new Map() }, (use) => {
    if (use.slots.some((slot) => slot.kind === 'index' && isNamedClass(document, slot.letter, link.unit)) && sides.world.declarations.domain(use.base, sides.at) === 'one-hot') hot.push(use);
  });
  return hot;
}

/** A letter that stands alone in the text beside words for the true class. */
function isNamedClass({ parts, evidence, wording }: DocumentMeaning, letter: string, unit: number): boolean {
  return parts.regions.some(({ tex, span }, region) => tex.trim() === letter && evidence.unitAt(span.start) === unit && TRUE_CLASS.test(`${wordsBefore(wording, region, 60)} ${wordsAfter(wording, region, 40)}`));
}
const TRUE_CLASS = /\b(?:true|correct|actual|target|hot|gold|class|label|dimension)\b/i;

/** `v_k = \sum_j w_{kj} y_j` beside `v_j = \sum_i w_{ji} x_i`: the letters tell layers apart, and v is no one family. */
export function layered({ document, sides, link }: Differing): SymbolUse[] {
  const context = contextOf(document);
  const given = document.links.flatMap((other) => {
    const use = other.unit === link.unit && document.given.some(({ at }) => at === other.lhs.span.start) ? symbolUse(other.lhs.expr, context) : undefined;
    return use ? [{ base: use.base, letters: lettersOf(use) }] : [];
  });
  const bound = [...document.bindings.values()].flat().filter((b) => b.unit === link.unit && !document.restated.includes(b)).map(({ base, slots }) => ({ base, letters: slots }));
  const said = [...given, ...bound];
  return [...sides.world.symbols.values()].flatMap(({ binding, use }) => {
    const others = binding?.slots.length ? said.filter(({ base, letters }) => base === binding.base && letters.length === binding.slots.length) : [];
    return others.some(({ letters }) => letters.join() !== binding?.slots.join()) ? [use] : [];
  });
}
const lettersOf = ({ slots }: SymbolUse): string[] => slots.flatMap((slot) => (slot.kind === 'index' ? [slot.letter] : []));

/** The `z^{(1)}` of one side and the `z_1^{(1)}` of the other are likely parts of one another, and the `\delta_A` of one side is likely among the `\delta_k` of the other. */
export function partsApart({ evaluation: { leavesOf: [left, right] }, sides }: Differing): SymbolUse[] {
  const only = (side: Set<string>, other: Set<string>): SymbolUse[] => usesOf(sides, [...side].filter((key) => !other.has(key)));
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

/** The `\beta_0` of one side where the other has \beta alone, which may hold it: the data then have a column of ones. */
export function intercepts({ evaluation: { leavesOf: [left, right] }, sides }: Differing): SymbolUse[] {
  const uses = usesOf(sides, [...left, ...right].filter((key) => !(left.has(key) && right.has(key))));
  return uses.filter(({ tex }) => /_\{?0\}?$/.test(tex) && [...sides.world.symbols.values()].some(({ use, axes, binding }) => use.tex !== tex && axes.length === 1 && !binding && unbold(use.tex).replace(/_.*$/, '') === unbold(tex).replace(/_.*$/, '')));
}

/** An `x_1` that looks like an entry, and fits only as a vector. */
export function raised({ document, link, sides: { world, at } }: Differing): SymbolUse[] {
  const scope = { at, bound: new Map(), shifts: new Map(), outer: new Set<string>() };
  const isNumber = (use: SymbolUse): boolean => near(world.evidence, `slots ${use.family}`, at) && rankOptions(world, scope, { ...use, slots: [{ kind: 'index', letter: 'i', shift: 0 }] })[0] === 1;
  const entries = new Set<string>();
  for (const { expr } of [link.lhs, link.rhs]) visitSymbols(expr, contextOf(document), ({ base, slots }) => { if (slots.some(({ kind }) => kind === 'entry')) entries.add(base); });
  return [...world.symbols.values()].filter(({ use }) => entries.has(use.base) && world.reading.plain.ranks.get(use.base) === 2 && isNumber(use)).map(({ use }) => use);
}

/** The K of `K^2` beside a `K^1`, which nobody writes for a power: the numbers may tell one K from another. */
export function numbered({ document, link, sides: { world } }: Differing): SymbolUse[] {
  const raisedIn = (expr: Expr, isMeant: (value: number) => boolean): Set<string> => {
    const families = new Set<string>();
    const look = (e: Expr): void => {
      const [sup] = e.kind === 'scripted' && e.sup.length === 1 ? e.sup : [];
      if (e.kind === 'scripted' && e.base.kind === 'name' && sup?.kind === 'num' && isMeant(sup.value)) families.add(familyOf(e.base));
      for (const child of children(e)) look(child);
    };
    look(expr);
    return families;
  };
  const here = [link.lhs, link.rhs].flatMap(({ expr }) => [...raisedIn(expr, () => true)]);
  const ones = new Set(here.length ? document.links.filter(({ unit }) => unit === link.unit).flatMap(({ lhs, rhs }) => [lhs, rhs].flatMap(({ expr }) => [...raisedIn(expr, (value) => value === 1)])) : []);
  return [...world.symbols.values()].map(({ use }) => use).filter(({ family }) => here.includes(family) && ones.has(family));
}

/** `\|w\| = …` may say which norm the bars stand for. */
export const isNorm = (expr: Expr): boolean => expr.kind === 'group' && expr.open === '‖';
