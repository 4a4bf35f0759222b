/** Names and brackets with scripts: which of all that scripts can mean is meant. */
import * as build from '../../notation/build';
import { type Derivative, type Expr, isApply, isBareLetter, isBracketed, isChain, isGroup, isLog, isName, isNum, isNumeral, isProduct, isSum, isTransposeMark, type Product, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { applyTo } from '../apply/elementwise';
import { derivative } from '../calculus';
import { ofAllThatFollows } from '../conventions';
import { prepareDifferential } from '../differentials';
import { norm } from '../matrices';
import { spectralValue, symbolInfo, symbolValue, useOf } from '../names';
import { familyOf, isExponential, partialBy, type SymbolUse } from '../symbols';
import { type Value, map, rank, sumOver } from '../term';
import { freshIndex, type Scope, unreadable, type World } from '../world';
import { CONSTANTS, constantVector, isEuler, isSizedIdentity, sizedIdentity } from './constants';
import { entryOf, guessPower } from './entries';
import { atClass, isKronecker, kronecker, unitVector } from './kronecker';
import { named } from './named';
import { modified, superscripts } from './superscripts';

export function scripted(world: World, scope: Scope, expr: Scripted): Value {
  if (isGroup(expr.base) && (expr.base.open === '‖' || expr.base.open === '|') && expr.sub.length === 1) return labelledNorm(world, scope, expr, expr.base);
  if (isName(expr.base) && (expr.base.letter === '1' || expr.base.letter === '0')) return scriptedOne(world, scope, expr, expr.base.letter);
  const isTurned = expr.sub.length === 0 && expr.sup.length === 1 && isTransposeMark(expr.sup[0]);
  if (isTurned && isNum(expr.base, 1)) return scriptedOne(world, scope, expr, '1');
  // No number is transposed: these are two vectors of ones.
  if (isTurned && isNum(expr.base, 11)) unreadable(print(expr));
  const logged = ofPower(world, scope, expr);
  if (logged) return logged;
  const entry = isGroup(expr.base) || isProduct(expr.base) || isApply(expr.base) ? entryOf(world, scope, expr) : undefined;
  if (entry) return entry;
  if (isKronecker(world, scope, expr)) return kronecker(world, scope, expr);
  const unit = expr.sub.length === 1 && isBareLetter(expr.base, 'e') && !world.lookup('e', undefined, scope.at, false) ? unitVector(world, scope, expr.sub[0]) : undefined;
  if (unit) return superscripts(world, scope, { ...expr, sub: [] }, unit);
  if (isExponential(expr) || isEuler(world, scope, expr)) return applyTo(world, 'exp', world.read(scope, expr.sup[0]));
  const partial = partialBy(expr, (family) => world.lookup(family, undefined, scope.at, false)?.params);
  if (partial) return derivative(world, scope, ofCall(world, scope, expr, partial));
  const moved = isName(expr.base) ? expr.sub.findIndex((sub) => isMoved(world, scope, sub)) : -1;
  if (moved >= 0) return movedEntry(world, scope, expr, moved);
  const use = useOf(world, scope, expr);
  const chosen = use?.slots.find((slot) => slot.kind === 'chosen');
  if (chosen && !scope.bound.has(print(chosen.by))) return atClass(world, scope, chosen.by, (inner) => scripted(world, inner, expr));
  if (isSizedIdentity(world, scope, expr)) return superscripts(world, scope, { ...expr, sub: [] }, sizedIdentity(world, expr));
  if (use && isPrimedArray(world, scope, use)) unreadable(`whether ${use.tex} is a transpose`, expr.span);
  const spectral = use && spectralValue(world, scope, use);
  if (spectral) return spectral;
  if (use) prepareDifferential(world, scope, use);
  if (use?.slots.length === 2 && /^\W*[A-Z]/.test(use.family)) guessPower(world, expr, symbolInfo(world, scope, use).axes);
  if (use) return modifiedSymbol(world, scope, turnedEntry(world, scope, use), expr);
  if (expr.sub.length) unreadable(print(expr), expr.span);
  return superscripts(world, scope, expr, lengthOf(world, scope, expr.base) ?? world.read(scope, expr.base));
}

/** `\ln (a)^2`: the power of what is in parentheses, or of the logarithm. */
function ofPower(world: World, scope: Scope, { base, ...scripts }: Scripted): Value | undefined {
  if (!isLog(base) || base.power || scripts.sub.length || scripts.sup.length !== 1 || world.reading.reach === 'next') return undefined;
  world.conventions.add(ofAllThatFollows(base));
  return world.read(scope, { ...base, arg: { ...scripts, base: base.arg } });
}

/** `i + a - 1` of indices, and `i + 1` of one that is bound here; of another it is a step. */
function isMoved(world: World, scope: Scope, sub: Expr): boolean {
  if (!isSum(sub)) return false;
  const names = sub.terms.flatMap(({ expr }) => (isName(expr) ? [expr.letter] : isNumeral(expr) ? [] : ['']));
  const isIndex = (letter: string): boolean => scope.bound.has(letter) || (scope.at === world.claimAt && world.indices.has(letter));
  return names.length > 0 && names.every(isIndex) && (names.length > 1 || scope.bound.has(names[0]));
}

/** `x_{i + a}` is the sum of the x_k times whether k is i + a, and so zero beyond the ends. */
function movedEntry(world: World, scope: Scope, expr: Scripted, at: number): Value {
  const letter = `place ${at}`;
  const place = freshIndex(world);
  const sub = expr.sub.map((each, i) => (i === at ? build.name(letter, each.span) : each));
  const value = scripted(world, { ...scope, bound: new Map([...scope.bound, [letter, place]]) }, { ...expr, sub });
  world.guessed = 'what stands beyond the ends of a list';
  return { ...value, term: sumOver([place], map('mul', value.term, map('equal', { op: 'index', index: place }, world.read(scope, expr.sub[at]).term))) };
}

/** The `|w|` of `|w|^2`, where w is a vector. */
function lengthOf(world: World, scope: Scope, expr: Expr): Value | undefined {
  if (!isBracketed(expr, '|') || world.reading.products !== 'matrix') return undefined;
  const value = world.read(scope, expr.contents[0]);
  if (rank(value) !== 1) return undefined;
  world.conventions.add('bars around a vector are its norm');
  return norm(world, value, '2');
}

/** `X'` beside a matrix X that the document declares, which itself is nowhere defined. */
function isPrimedArray(world: World, scope: Scope, { base, time }: SymbolUse): boolean {
  const stem = base.replace(/'+$/, '');
  return stem !== base && /^[A-Z]$/.test(stem) && (world.declarations.shape(stem, scope.at)?.length ?? 0) > 1 && !world.declarations.shape(base, scope.at) && !world.lookup(base, time, scope.at, false);
}

const modifiedSymbol = (world: World, scope: Scope, use: SymbolUse, expr: Scripted): Value =>
  use.modifiers.reduce((value, modifier) => modified(world, scope, value, modifier, expr), constantOr(world, scope, expr, () => symbolValue(world, scope, use)));

/** `D^T_{ij}` is entry i, j of the transpose, and not the transpose of an entry. */
function turnedEntry(world: World, scope: Scope, use: SymbolUse): SymbolUse {
  if (use.slots.length !== 2 || !use.modifiers.some(({ kind }) => kind === 'transpose') || symbolInfo(world, scope, use).axes.length !== 2 || use.slots.some(({ kind }) => kind === 'all')) return use;
  const first = use.modifiers.findIndex(({ kind }) => kind === 'transpose');
  return { ...use, slots: [...use.slots].reverse(), modifiers: use.modifiers.filter((_, i) => i !== first) };
}

/** `f_{xy}` as the derivative of `f(x, y)`. */
function ofCall(world: World, scope: Scope, { base, span }: Scripted, by: Expr[]): Derivative {
  const params = isName(base) ? (world.lookup(familyOf(base), undefined, scope.at, false)?.params ?? []) : [];
  const contents = params.map((param): Expr => build.name(param.base, span));
  const call: Product = build.product([base, { kind: 'group', open: '(', contents, span }], span);
  return { kind: 'derivative', of: call, by: by.map((expr) => ({ expr, order: 1 })), total: false, span };
}

/** `\|x\|_1`, `\|A\|_F`, `\|x\|_\infty`, with powers. */
function labelledNorm(world: World, scope: Scope, expr: Scripted, base: Extract<Expr, { kind: 'group' }>): Value {
  const label = print(expr.sub[0]);
  const value = world.read(scope, base.contents[0]);
  const kind = NORMS[label];
  if (!kind || base.contents.length !== 1) unreadable(`the norm ${print(expr)}`, expr.span);
  if (kind === '2' && rank(value) === 2) unreadable('the spectral norm of a matrix', expr.span);
  return superscripts(world, scope, { ...expr, sub: [] }, norm(world, value, kind === 'F' ? '2' : kind));
}
const NORMS: Record<string, '1' | '2' | 'F' | 'max'> = { '1': '1', '2': '2', F: 'F', '\\infty': 'max', '\\mathrm{F}': 'F', '\\text{F}': 'F' };

/** `\mathbf{1}_n` has a size, `\mathbb{1}_{x > 0}` is an indicator. */
function scriptedOne(world: World, scope: Scope, expr: Scripted, letter: string): Value {
  const [sub] = expr.sub;
  const unit = letter === '1' && expr.sub.length === 1 ? unitVector(world, scope, sub) : undefined;
  const value = unit ?? (isChain(sub) || isGroup(sub) ? world.read(scope, sub) : constantVector(world, letter, sub));
  return superscripts(world, scope, { ...expr, sub: [] }, value);
}

function constantOr(world: World, scope: Scope, expr: Scripted, otherwise: () => Value): Value {
  const plain = expr.sub.length === 0 && isName(expr.base) && !expr.base.accents.length && (expr.base.letter in CONSTANTS || scope.bound.has(expr.base.letter) || expr.base.letter === 'I');
  return plain ? named(world, scope, expr.base) : otherwise();
}
