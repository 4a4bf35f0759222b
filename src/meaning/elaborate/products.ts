/** Products, with functions applied to what follows them. */
import { type Expr, isBracketed, isFraction, isGroup, pairOf, type Product } from '../../notation/expression';
import { print } from '../../notation/print';
import { isFunctionName } from '../apply/functions';
import { BY_ENTRIES, DIVIDES_ALL } from '../conventions';
import { near, operationTopic } from '../traces';
import { bareReach, expectation, isBareExpectation, isBarred } from '../expectations';
import { rank, type Value } from '../term';
import { kronecker } from '../matrices';
import { elementwise, multiply } from '../values';
import { type Scope, unreadable, type World } from '../world';
import { application, isFunctionLike } from './applications';
import { reachOver } from './sums';

export function product(world: World, scope: Scope, expr: Product): Value {
  if (expr.factors.some((factor, i) => areSizes(factor, expr.factors[i + 1]))) unreadable('a product of sizes', expr.span);
  if (expr.signs.some((sign) => near(world.traces, operationTopic(sign), scope.at))) unreadable('an operation that is defined here', expr.span);
  const reaching = reachOver(scope, expr);
  if (reaching) return world.read(scope, reaching);
  const divided = dividedByAll(world, expr);
  if (divided) return world.read(scope, divided);
  const parts = crossed(world, applications(world, scope, expr));
  // A wedge of element-wise products binds what its neighbours multiply as matrices: `W^T d \odot m` is `(W^T d) \odot m`.
  const runs: Run[] = [];
  // So does one of Kronecker products, where both sides are as long: `A C \otimes B D`.
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && part.sign !== 'odot' && part.sign !== 'otimes' && !isStarred(world, last, part)) { last.value = multiply(world, last.value, part.value, part.sign); last.arrays += arraysIn(part.value); }
    else runs.push({ ...part, arrays: arraysIn(part.value) });
  }
  return runs.reduce((a, b) => (b.sign === 'otimes' ? { ...b, value: tensorProduct(world, a, b, expr) } : { ...b, value: elementwise(world, 'mul', a.value, b.value) })).value;
}

/** In `a \cdot b \times c` the cross product comes first: there is none of a number. */
function crossed(world: World, parts: Part[]): Part[] {
  const at = parts.findIndex(({ sign, value }, i) => sign === 'times' && parts[i - 1].sign === 'cdot' && rank(value) === 1 && rank(parts[i - 1].value) === 1);
  if (at < 0) return parts;
  const { value, sign } = parts[at - 1];
  return crossed(world, [...parts.slice(0, at - 1), { value: multiply(world, value, parts[at].value, 'times'), sign }, ...parts.slice(at + 1)]);
}

/** The star of `W^T D * M`, beside a product of matrices without a sign, may be the product entry by entry, as a program writes it. */
function isStarred(world: World, { arrays }: Run, { sign, value }: Part): boolean {
  const isByEntries = sign === 'ast' && arrays > 1 && rank(value) > 0 && world.reading.products === 'element-wise';
  if (isByEntries) world.conventions.add(BY_ENTRIES);
  return isByEntries;
}

/** `(T \times d)(d \times k)`: rows and columns of two matrices, and no numbers. */
function areSizes(first: Expr, next: Expr | undefined): boolean {
  if (!isBracketed(first) || !isBracketed(next)) return false;
  const [inner, outer] = [pairOf(first.contents[0], 'times')[1], pairOf(next.contents[0], 'times')[0]];
  return inner !== undefined && outer !== undefined && print(inner) === print(outer);
}

interface Part { value: Value; sign: string }

interface Run extends Part { /** How many of its factors are vectors or matrices. */ arrays: number }

const arraysIn = (value: Value): number => (rank(value) ? 1 : 0);

/** Beside a matrix \otimes is the Kronecker product. */
function tensorProduct(world: World, a: Run, b: Run, { span }: Product): Value {
  if (rank(a.value) + rank(b.value) < 3 && Math.max(rank(a.value), rank(b.value)) < 2) return multiply(world, a.value, b.value, 'otimes');
  if (b.arrays > 1 && a.arrays === 1) unreadable('how far a Kronecker product reaches', span);
  return kronecker(world, a.value, b.value);
}

/** `x / 2 \sigma^2` where it is meant as `x / (2 \sigma^2)`. */
function dividedByAll(world: World, { factors, signs, span }: Product): Expr | undefined {
  const at = factors.findIndex((factor, i) => isFraction(factor) && factor.slash && isFollowed(i));
  const quotient = factors[at];
  if (!isFraction(quotient) || world.reading.reach === 'next') return undefined;
  world.conventions.add(DIVIDES_ALL);
  let end = at;
  while (isFollowed(end)) end++;
  const under: Product = { kind: 'product', factors: [quotient.under, ...factors.slice(at + 1, end + 1)], signs: signs.slice(at, end), span: quotient.under.span };
  const whole: Expr = { ...quotient, under, slash: undefined };
  return at === 0 && end === factors.length - 1 ? whole : { kind: 'product', factors: [...factors.slice(0, at), whole, ...factors.slice(end + 1)], signs: [...signs.slice(0, at), ...signs.slice(end)], span };

  function isFollowed(i: number): boolean {
    return signs[i] === 'implicit' && /^(?:name|scripted|num|root|group)$/.test(factors[i + 1]?.kind ?? '');
  }
}

/** Factors with functions applied to the parentheses that follow them. */
function applications(world: World, scope: Scope, expr: Product): Part[] {
  const out: Part[] = [];
  for (let i = 0; i < expr.factors.length; i++) {
    const factor = expr.factors[i];
    const next = expr.signs[i] === 'implicit' ? expr.factors[i + 1] : undefined;
    const sign = i === 0 ? 'implicit' : expr.signs[i - 1] === 'circ' ? 'odot' : expr.signs[i - 1];
    if (expr.signs[i] === 'circ' && isFunctionLike(world, scope, factor)) unreadable('a composition of functions', factor.span);
    if (isBareExpectation(factor, next)) {
      const reach = expectedFactors(world, scope, expr, i + 1);
      out.push({ value: expectation(world, scope, factor, bracketed(expr, i + 1, reach)), sign });
      i = reach - 1;
      continue;
    }
    const own: Scope = sign === 'odot' || expr.signs[i] === 'odot' ? { ...scope, byEntries: true } : scope;
    const call = next && application(world, own, factor, next);
    if (call) i++;
    out.push({ value: call ?? world.read(own, factor), sign });
  }
  return out;
}

/** Where the factors end that an expectation without brackets is taken of. Brackets that multiply leave it open. */
function expectedFactors(world: World, scope: Scope, product: Product, from: number): number {
  const { factors } = product;
  const end = bareReach(product, from);
  const stray = factors.slice(from, end).find((factor, i) => isGroup(factor) && !isBarred(factor) && !(i > 0 && isFunctionName(world, scope, factors[from + i - 1], factor)));
  if (stray) unreadable('how far an expectation without brackets reaches', stray.span);
  return end;
}

function bracketed({ factors, signs, span }: Product, from: number, to: number): Extract<Expr, { kind: 'group' }> {
  const inner: Expr = to - from === 1 ? factors[from] : { kind: 'product', factors: factors.slice(from, to), signs: signs.slice(from, to - 1), span };
  return { kind: 'group', open: '[', contents: [inner], span };
}
