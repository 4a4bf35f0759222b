/** Names that mean something of themselves, such as e, π, I and a bold 1, and when they do. */
import { type Expr, isBareLetter, isName, isNumeral, isProduct, isScripted, type Scripted } from '../../notation/expression';
import { print } from '../../notation/print';
import { near } from '../traces';
import { setSize } from '../names';
import { literal, map, num, type Value } from '../term';
import { freshIndex, type Scope, type World } from '../world';

export const CONSTANTS: Record<string, number> = { e: Math.E, '\\pi': Math.PI };

export const isEuler = (world: World, scope: Scope, expr: Scripted): boolean =>
  isBareLetter(expr.base, 'e') && expr.sub.length === 0 && expr.sup.length === 1 && !boundBare(world, scope, 'e') && !isVaried(world, scope, 'e');

/** A family of indexed names such as `e_i` leaves the bare letter its usual meaning. */
export function boundBare(world: World, scope: Scope, base: string): boolean {
  const binding = world.lookup(base, undefined, scope.at, false);
  return binding !== undefined ? binding.slots.length === 0 : base in CONSTANTS && isDeclared(world, scope, base);
}

/** The bare \pi of `\sqrt{2\pi}` beside weights \pi_k. */
export const isOfCircle = ({ traces }: World, { at }: Scope, base: string): boolean => near(traces, `doubled ${base}`, at) && near(traces, `slots ${base}`, at) && !near(traces, `turned ${base}`, at);

/** `e \in \mathbb{R}^n`, "let e be an eigenvector". */
const isDeclared = ({ declarations }: World, { at }: Scope, base: string): boolean =>
  declarations.shape(base, at) !== undefined || declarations.domain(base, at) !== undefined || declarations.isIntroduced(base, at);

/** What a function is of, what is differentiated by, and what lies in a set is a variable, whatever it is called. */
export const isVaried = (world: World, scope: Scope, base: string): boolean =>
  near(world.traces, `parameter ${base}`, scope.at) || near(world.traces, `varied ${base}`, scope.at) || world.declarations.domain(base, scope.at) !== undefined || world.declarations.rank(base, scope.at) !== undefined;

/** A bold 1 is the vector of ones of whatever size fits, a bold 0 zero of any shape. */
export function constantVector(world: World, letter: string, size?: Expr): Value {
  if (letter === '0') return literal(0);
  const index = freshIndex(world);
  if (size) setSize(world, index, size);
  // The size of the vector is that of its index, so the index must occur in the term.
  const term = map('add', num(1), map('mul', num(0), { op: 'index', index }));
  return { term, layout: [index], stance: 'column' };
}

/** I is the identity of whatever size fits. */
export function identity(world: World): Value {
  const [a, b] = [`~${world.counter.next++}`, `~${world.counter.next++}`];
  world.dims.parent.set(b, a);
  return { term: map('equal', { op: 'index', index: a }, { op: 'index', index: b }), layout: [a, b], stance: 'column' };
}

/** I is no identity where something is called by it; the I of a Fisher information `I(\theta)` is never alone. */
export const isOtherI = (world: World, { at }: Scope): boolean => world.lookup('I', undefined, at, false)?.params.length === 0;

/** `I_n`, `I_{3}`, `I_{d \times d}`: a subscript that is a size, of a name that nothing defines. */
export function isSizedIdentity(world: World, scope: Scope, { base, sub: [size, ...more] }: Scripted): boolean {
  if (!isBareLetter(base, 'I') || !size || more.length) return false;
  const isSize = isScripted(size) ? near(world.traces, `size ${print(size)}`, scope.at) : isName(size) ? !scope.bound.has(size.letter) && (near(world.traces, `size ${size.letter}`, scope.at) || (/^[A-Zdmnp]$/.test(size.letter) && !near(world.traces, `sum ${size.letter}`, scope.at))) : isNumeral(size) || (isProduct(size) && size.signs[0] === 'times');
  return isSize && !isOtherI(world, scope) && !world.lookup(`I_${print(size)}`, undefined, scope.at, false);
}

export function sizedIdentity(world: World, { sub: [size] }: Scripted): Value {
  const value = identity(world);
  setSize(world, value.layout[0], isProduct(size) ? size.factors[0] : size);
  return value;
}
