/** Lines that tell what their names are, and so claim nothing of them. */
import { exprsOf, type LinkSyntax } from '../../meaning/document';
import { contextOf, keyOf, symbolUse, type SymbolUse, usesIn } from '../../meaning/symbols';
import { hasTerm } from '../../meaning/term';
import { type World, symbolsIn } from '../../meaning/world';
import { children, type Expr, hasPart, isDerivative, isGroup, isLetter, isName, isNumeral, isPair, isProduct, isScripted, isSum, isSymbol, isZero, replace, summandsOf } from '../../notation/expression';
import { print } from '../../notation/print';
import type { Evaluation } from '../evaluate';
import type { AlignedSides } from '../readings';
import { contains, type Differing, usesOf } from './differing';
import { isFixedGap } from './gaps';

/** `\sum_i p_i = 1`, `0 = t_0`, `\frac{n + 2p - k}{s} = 28`: names without a definition against a number say what these are, or rest on values in words. */
export function isConstraint({ link, evaluation, sides }: Differing): boolean {
  const { arbitrary, leaves, leavesOf } = evaluation;
  const number = leavesOf[1].size && isSymbol(link.rhs.expr) ? 0 : 1;
  const { expr } = [link.lhs, link.rhs][number];
  const isMore = contains(sides, 'average') || (contains(sides, 'derivative') && !isMeasured(expr));
  if (leavesOf[number].size + arbitrary[number].size > 0 || leavesOf[1 - number].size === 0 || isMore || isOfWhole(link, sides) || isFixedGap(sides, evaluation)) return false;
  const isFree = sides.world.definitions.size === 0 && leaves.every(({ domain }) => !domain || domain === 'real');
  return isFree || !isZero(expr);
}

/** `A B = -B A`, `T_i T_j T_i = T_j T_i T_j`: words of the same names, of which nothing is said, are rules of what multiplies in an order of its own. */
export function isRelation({ link, sides: { at, world } }: Differing): boolean {
  const words = exprsOf(link).map((side) => { const [word, ...more] = summandsOf(side); return isProduct(word) && more.length === 0 && word.factors.every(isSymbol) ? word.factors.map(print) : []; });
  const [left, right] = words.map((word) => [...new Set(word)].sort().join());
  return left !== '' && left === right && words[0].join() !== words[1].join() && symbolsIn(world).every(({ binding, use }) => !binding && !world.declarations.shape(use.base, at));
}

/** `A(0) = A(1) = 1` of an A that is made of functions without a definition. */
export function isOfUnknown({ link: { statement: { members } }, evaluation: { arbitrary } }: Differing): boolean {
  const values = members.map(({ expr }) => expr);
  const heads = new Set(values.slice(0, -1).map((value) => (isPair(value) && isGroup(value.factors[1]) ? print(value.factors[0]) : '')));
  return isNumeral(values[values.length - 1]) && heads.size === 1 && !heads.has('') && arbitrary.every((side) => side.size > 0);
}

/** `H H = I`, `\mathrm{tr}(H) = d` of an H with a definition: the identity and sizes are no values at data. */
function isOfWhole({ lhs, unit }: LinkSyntax, { right, world }: AlignedSides): boolean {
  const uses = usesIn(world, lhs.expr).filter((use) => !world.symbols.get(keyOf(use))?.size);
  const isDefined = (use: SymbolUse): boolean => { const binding = world.symbols.get(keyOf(use))?.binding; return binding !== undefined && !binding.isValue && binding.unit === unit; };
  return hasTerm(right, ({ op }) => op === 'size' || op === 'index') && uses.length > 0 && uses.every(isDefined);
}

/** `0.62 - 1`, `[0.3, -0.2]^T`: numbers with decimals are values at data, as derivatives have them nowhere else. */
const isMeasured = (expr: Expr): boolean => hasPart(expr, (e) => isNumeral(e) && e.digits > 0);

/** `\mathbb{E}[\epsilon] = 0`: an expectation without a stated law against something without one says what it is. */
export function statesMoment({ evaluation: { leavesOf } }: Differing): boolean {
  const [left, right] = leavesOf.map((side) => [...side].some((key) => key.startsWith('chance')));
  return left !== right;
}

/** Equations between undefined functions alone say how these are: `g(-x) = -g(x)`, `g' = g(1 - g)`. */
export function isProperty({ link, evaluation, sides }: Differing): boolean {
  if ((sides.world.definitions.size > 0 && !isOfOneArgument(link, sides)) || isMadeOf(sides, evaluation) || !evaluation.arbitrary.every((side) => [...side].some((key) => key.startsWith('function ')))) return false;
  return !contains(sides, 'derivative', 'average');
}

/** A function that is defined by such as `\tilde L(w) = L(w) + \lambda w^T w` is, and whose rule holds whatever these are. */
function isMadeOf({ world }: AlignedSides, { arbitrary }: Evaluation): boolean {
  const keys = new Set(arbitrary.flatMap((side) => [...side]));
  return symbolsIn(world).some(({ binding }) => binding !== undefined && binding.params.length > 0 && hasPart(binding.expr, (e) => { const use = symbolUse(e, contextOf(world)); return use !== undefined && keys.has(`function ${use.base}`); }));
}

/** `g'(z) = g(z)(1 - g(z))`, whatever z is: the functions are of one and the same, and nothing else is known of the names. */
function isOfOneArgument(link: LinkSyntax, { world }: AlignedSides): boolean {
  const args = new Set<string>();
  const rest = exprsOf(link).flatMap((expr) => outsideCalls(expr, world, args));
  return args.size === 1 && rest.every((expr) => { const key = keyOfName({ world }, expr); return key === undefined || !world.definitions.has(key); });
}

/** The parts of an expression that stand outside the arguments of functions without a definition, which are noted. */
function outsideCalls(expr: Expr, world: World, args: Set<string>): Expr[] {
  if (!isProduct(expr)) return [expr, ...children(expr).flatMap((part) => outsideCalls(part, world, args))];
  return expr.factors.flatMap((factor, i) => {
    const [head, next] = [expr.factors[i - 1], expr.factors[i + 1]];
    const isFunction = (e: Expr | undefined): boolean => { const name = isScripted(e) && e.sup.length === 0 ? e.base : e; return isName(name) && [...world.calls.keys()].includes(`calls of ${name.letter}`); };
    if (isGroup(factor) && head && isFunction(head) && expr.signs[i - 1] === 'implicit') { args.add(print(factor)); return []; }
    return isGroup(next) && isFunction(factor) ? [] : outsideCalls(factor, world, args);
  });
}

/** `\varphi(z) = \varphi(W v)`: the sides differ in one place only, and there an undefined name stands for the other side's part. */
export function told({ link, sides }: Differing): SymbolUse[] {
  const [a, b] = soleDifference(link.lhs.expr, link.rhs.expr);
  if (a === link.lhs.expr) return [];
  const keys = [[a, b], [b, a]].flatMap(([name, part]) => {
    const key = keyOfName(sides, name);
    return key !== undefined && !isDerivative(part) && !isNumeral(part) && !hasPart(part, (e) => keyOfName(sides, e) === key) ? [key] : [];
  });
  return usesOf(sides, keys.filter((key) => !sides.world.definitions.has(key)));
}

function keyOfName({ world }: Pick<AlignedSides, 'world'>, expr: Expr): string | undefined {
  const use = symbolUse(expr, contextOf(world));
  return use && use.modifiers.length === 0 ? keyOf(use) : undefined;
}

/** The smallest parts outside of which two expressions are the same. */
function soleDifference(a: Expr, b: Expr): [Expr, Expr] {
  const [left, right] = [children(a), children(b)];
  const sites = a.kind === b.kind && !isDerivative(a) && left.length === right.length ? left.flatMap((part, i) => (print(part) === print(right[i]) ? [] : [i])) : [];
  const [site] = sites;
  const isSame = sites.length === 1 && print(replace(a, (e) => (e === left[site] ? right[site] : undefined))) === print(b);
  return isSame ? soleDifference(left[site], right[site]) : [a, b];
}

/** Functions without a definition that are of different things, as laws are, `p(x)` and `p(x \mid z)`: how these hang together is not known. */
export const calledApart = ({ calls, symbols }: World): SymbolUse[] =>
  [...calls].filter(([, kinds]) => kinds.length > 1).flatMap(([calledBy]) => symbols.get(`function ${calledBy.slice('calls of '.length)}`)?.use ?? []);

/** `H_p(\xi)` with `\xi := p + \lambda`: the letter of an index, which is a number in what is defined. */
export const countedToo = ({ evaluation: { leaves }, sides: { left, right, world } }: Differing): SymbolUse[] =>
  leaves.filter(({ name }) => [left, right].some((side) => hasTerm(side, (t) => t.op === 'index' && t.index === name))).flatMap(({ name }) => world.symbols.get(name)?.use ?? []);

/** `(N, H) \odot (N, H) = (N, H)`: the sizes of arrays, and no arrays. */
export const tellsSizes = ({ link: { lhs, rhs } }: Pick<Differing, 'link'>): boolean =>
  areSizes(rhs.expr) && (isProduct(lhs.expr) || isSum(lhs.expr)) && children(lhs.expr).every(areSizes);

const areSizes = (expr: Expr): boolean =>
  isGroup(expr, '(') && expr.contents.length > 1 && expr.contents.some(isCapital) && expr.contents.every((item) => isCapital(item) || (isNumeral(item) && Number.isInteger(item.value)));
const isCapital = (expr: Expr): boolean => isLetter(expr, /^[A-Z]$/);
