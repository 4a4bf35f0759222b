/** Kullback–Leibler divergences between two laws of one kind, `D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1))`. */
import * as build from '../notation/build';
import { type Expr, type Group, isApply, isGroup, isName, pairOf } from '../notation/expression';
import { print } from '../notation/print';
import { nameSize, rootOf, unify } from './dims';
import { COUNTS, entriesBy, isDivergence, LAWS, type LawName, lawOf, unclearIn } from './distributions';
import { near } from './traces';
import { isIdentity, withoutIdentity } from './expectations';
import type { DocumentMeaning } from './document';
import { divergenceOfLaws } from './laws';
import { useOf } from './names';
import { contextOf, type SymbolUse, symbolUse } from './symbols';
import { type Index, rank, scalar, sumOver, type Term, type Value } from './term';
import { renameIndex } from './values';
import { type Binding, freshIndex, type Scope, unreadable, type World } from './world';

interface Stated { law: LawName; params: Expr[] }

/** The divergence of the first law from the second. Undefined where one of them is not known. */
export function divergence(world: World, scope: Scope, head: Expr, body: Group): Value | undefined {
  if (!isDivergence(head, body)) return undefined;
  const [p, q] = body.contents.map((item) => lawIn(useOf(world, scope, nameIn(item)), item, (use) => world.lookup(use.base, use.time, scope.at, false)));
  if (!p || !q) return divergenceOfLaws(world, scope, body);
  const ofLaws = LAWS[p.law].divergence;
  if (p.law !== q.law || !ofLaws) unreadable(`a divergence between a ${p.law} and a ${q.law} law`, body.span);
  const unclear = unclearIn(p.law, p.params) ?? unclearIn(q.law, q.params);
  if (unclear) unreadable(`which parameter of the law ${unclear.letter} is`, unclear.span);
  const values = [p, q].map(({ params }) => params.map((param) => world.read({ ...scope, byEntries: true }, ofEntries(param))));
  const [axis, ...others] = values.flat().flatMap(({ layout }) => layout);
  for (const other of others) unify(world.dims, axis, other);
  if (axis !== undefined) countEntries(world, scope, axis);
  if (values.flat().every(({ layout }) => layout.length < 2)) return overEntries(world, values, [p, q].some(({ params }) => params.some(isSpread)), ofLaws, body);
  if (p.law !== 'normal') unreadable(`a divergence between ${p.law} laws of matrices`, body.span);
  const multiple = [...p.params, ...q.params].find((param) => isSpread(param) && !isDiagonal(param) && !isIdentity(param));
  if (multiple) unreadable(`how many entries ${print(multiple)} has`, multiple.span);
  return world.read(scope, betweenNormals(p.params, q.params, body));
}

/** The d of `- d` beside it is how many entries there are, as it is usually written. */
function countEntries(world: World, scope: Scope, axis: Index): void {
  const isSized = world.dims.names.has(rootOf(world.dims, axis));
  const by = isSized ? undefined : COUNTS.find((letter) => near(world.traces, entriesBy(letter), scope.at) && !world.lookup(letter, undefined, scope.at, false));
  // A second one in the line finds the name that the first has given.
  world.betweenLaws = { by: by ?? world.betweenLaws?.by };
  if (by === undefined) return;
  nameSize(world.dims, axis, by);
  world.conventions.add(`${by} is how many entries the laws have`);
}

/** It is between two laws that the document states: what stands beside it does not define it. */
export function isBetweenLaws(document: DocumentMeaning, head: Expr, body: Group): boolean {
  const lookup = (use: SymbolUse) => document.surroundings.lookup(use.base, use.time, head.span.start, false);
  return isDivergence(head, body) && body.contents.every((item) => lawIn(symbolUse(nameIn(item), contextOf(document)), item, lookup) !== undefined);
}

/** A law, or a name that the document gives one. */
function lawIn(use: SymbolUse | undefined, expr: Expr, lookup: (use: SymbolUse) => Binding | undefined): Stated | undefined {
  const binding = use && lookup(use);
  return stated(expr) ?? (binding && stated(binding.expr));
}

/** The q of `q(z \mid x)`. */
const nameIn = (expr: Expr): Expr => pairOf(expr)[0] ?? expr;

/** In `\mathcal{N}(z; \mu, \sigma^2)` the variable comes first. */
function stated(expr: Expr): Stated | undefined {
  const [head, body] = pairOf(expr);
  if (!isName(head) || !isGroup(body)) return undefined;
  for (const params of [body.contents, body.contents.slice(1)]) { const law = lawOf(head.letter, params.length); if (law) return { law, params }; }
  return undefined;
}

/** The entries on the diagonal: σ² of `\sigma^2 I` and of `\operatorname{diag}(\sigma^2)`. */
const ofEntries = (param: Expr): Expr => (isDiagonal(param) ? param.arg : withoutIdentity(param));
const isDiagonal = (param: Expr): param is Extract<Expr, { kind: 'apply' }> => isApply(param) && param.fn === 'diag';
const isSpread = (param: Expr): boolean => isDiagonal(param) || isIdentity(param) || ofEntries(param) !== param;

/** Entries that do not depend on each other: the sum over them. */
function overEntries(world: World, values: Value[][], areMany: boolean, ofLaws: (p: Term[], q: Term[]) => Term, body: Group): Value {
  if (!values.flat().some(rank)) {
    if (areMany) unreadable('how many entries a law is of', body.span);
    return scalar(ofLaws(...termsOf(values)));
  }
  const entry = freshIndex(world, 'e');
  for (const { layout: [axis] } of values.flat()) if (axis !== undefined) unify(world.dims, entry, axis);
  return scalar(sumOver([entry], ofLaws(...termsOf(values, entry))));
}

const termsOf = ([p, q]: Value[][], entry = ''): [Term[], Term[]] => [atEntry(p, entry), atEntry(q, entry)];
const atEntry = (values: Value[], entry: Index): Term[] => values.map(({ term, layout: [axis] }) => (axis === undefined ? term : renameIndex(term, axis, entry)));

/** ½ (log det Σ₂ − log det Σ₁ + tr(Σ₂⁻¹ Σ₁) − tr(Σ⁻¹ Σ) + (μ₁ − μ₂)ᵀ Σ₂⁻¹ (μ₁ − μ₂)); the second trace, of the one whose size is known, counts the entries. */
function betweenNormals([mean, spread]: Expr[], [otherMean, otherSpread]: Expr[], { span }: Group): Expr {
  const grouped = (expr: Expr): Group => build.group(expr, span);
  const times = (...factors: Expr[]): Expr => build.product(factors, span);
  const apply = (fn: string, arg: Expr): Expr => build.apply(fn, grouped(arg), span);
  const gap = grouped(build.difference(mean, otherMean, span));
  const inverse = (matrix: Expr): Expr => build.power(grouped(matrix), build.negative(build.number(1, span)), span);
  const known = isSpread(otherSpread) ? spread : otherSpread;
  const logDet = (matrix: Expr): Expr => apply('log', apply('det', matrix));
  const terms = [
    { sign: 1, expr: logDet(otherSpread) }, { sign: -1, expr: logDet(spread) },
    { sign: 1, expr: apply('tr', times(inverse(otherSpread), grouped(spread))) }, { sign: -1, expr: apply('tr', times(inverse(known), grouped(known))) },
    { sign: 1, expr: times(build.power(gap, { kind: 'mark', mark: 'transpose', span }, span), inverse(otherSpread), gap) },
  ] as const;
  return { kind: 'fraction', over: { kind: 'sum', terms: [...terms], span }, under: build.number(2, span), span };
}
