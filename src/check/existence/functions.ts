/** Arbitrary smooth functions as polynomials whose coefficients are drawn anew at each point: of low degree the derivative at an intermediate point is the same wherever that lies. */
import { type DocumentMeaning, startOf } from '../../meaning/document';
import { keysIn } from '../../meaning/names';
import { keyOf, symbolUse, contextOf } from '../../meaning/symbols';
import { map, num, rank, rewriteTerm, symbolTerm, type Term, visitTerm } from '../../meaning/term';
import type { World } from '../../meaning/world';
import { type Expr, isBracketed, isName, isPair, isScripted, isZero, withoutPrimes } from '../../notation/expression';
import { ifRunnable } from '../lower/unrunnable';
import type { AlignedSides } from '../readings';

export type Smooth = Extract<Term, { op: 'smooth' }>;

/** A derivative of an undefined function that the exercise says to be zero: `f(x^*) = 0`, `g'(x^*) = 0`. */
export interface Root { of: string; order: number; point: Term; /** `f(x^*) = 0`. */ tex: string }

/** Every term that a claim rests on. */
export function termsOf({ world, left, right }: AlignedSides): Term[] {
  const terms = [left, right];
  const seen = new Set<string>();
  for (const term of terms) for (const key of keysIn(term)) {
    const definition = seen.has(key) ? undefined : world.definitions.get(key);
    seen.add(key);
    if (definition) terms.push(definition.term);
  }
  return terms;
}

/** The functions of one number that are known to be smooth and no more; undefined where some function is of another kind. */
export function smoothTerms(sides: AlignedSides): Smooth[] | undefined {
  const found: Smooth[] = [];
  for (const term of termsOf(sides)) visitTerm(term, (t) => { if (t.op === 'smooth') found.push(t); });
  return found.every(({ args, out }) => args.length === 1 && args[0].over.length === 0 && out.length === 0) ? found : undefined;
}

/** Both sides with each function as a polynomial of its degree around its root. */
export function withPolynomials(sides: AlignedSides, degree: (name: string) => number, roots: readonly Root[]): AlignedSides {
  return rewritten(sides, (term, go) => (term.op === 'smooth' ? polynomial(term, go(term.args[0].term), degree(term.name), roots.findLast(({ of }) => of === term.name)) : undefined));
}

/** A factor of the derivatives at the intermediate point, which is 1; 0 leaves them out. */
export const WEIGHT = 'weight of the remainder';

export function withWeight(sides: AlignedSides, key: string): AlignedSides {
  return rewritten(sides, (term, go) => (term.op === 'smooth' && keysIn(term.args[0].term).has(key) ? map('mul', symbolTerm(WEIGHT), { ...term, args: [{ ...term.args[0], term: go(term.args[0].term) }] }) : undefined));
}

function rewritten(sides: AlignedSides, change: (term: Term, go: (inner: Term) => Term) => Term | undefined): AlignedSides {
  const go = (term: Term): Term => rewriteTerm(term, (t) => change(t, go));
  const definitions = new Map([...sides.world.definitions].map(([key, definition]) => [key, { ...definition, term: go(definition.term) }]));
  return { ...sides, world: { ...sides.world, definitions }, left: go(sides.left), right: go(sides.right) };
}

/** The coefficients are leaves; the one that a root rules out is left out. */
const coefficientKey = (of: string, power: number): string => `coefficient ${power} of ${of}`;
export const isCoefficient = (key: string): boolean => key.startsWith('coefficient ');

/** Σ_j c_j j!/(j−k)! (t − p)^{j−k}, the derivative of order k of Σ_j c_j (t − p)^j. */
function polynomial({ name, order }: Smooth, inner: Term, degree: number, root: Root | undefined): Term {
  const from = root ? map('sub', inner, root.point) : inner;
  let total: Term = num(0);
  for (let j = order; j <= degree; j++) {
    if (root && j === root.order) continue;
    const coefficient: Term = symbolTerm(coefficientKey(name, j));
    const power = j === order ? num(1) : map('pow', from, num(j - order));
    total = map('add', total, map('mul', num(factorial(j) / factorial(j - order)), map('mul', coefficient, power)));
  }
  return total;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

// ── what is said to be zero ──

/** Roots that the exercise states before a place, in order. */
export function rootsBefore(document: DocumentMeaning, world: World, at: number): Root[] {
  const unit = document.traces.unitAt(at);
  const roots = document.links.filter((link) => link.unit === unit && startOf(link) < at && link.relation.name === 'equal' && isZero(link.rhs.expr))
    .flatMap((link) => { const root = rootIn(document, world, link.lhs.expr); return root ? [{ ...root, tex: `${link.lhs.tex} = 0` }] : []; });
  return [...new Map(roots.map((root) => [JSON.stringify([root.of, root.order, root.point]), root])).values()];
}

/** `f''(x^*)`. */
function rootIn({ traces }: DocumentMeaning, world: World, expr: Expr): Omit<Root, 'tex'> | undefined {
  if (!isPair(expr) || !isBracketed(expr.factors[1])) return undefined;
  const [head, { contents: [point] }] = expr.factors as [Expr, Extract<Expr, { kind: 'group' }>];
  const order = isScripted(head) ? head.primes : 0;
  const use = symbolUse(withoutPrimes(head), contextOf({ traces }));
  const value = use && ifRunnable(() => world.read({ at: world.claimAt, bound: new Map(), shifts: new Map(), outer: new Set() }, point));
  return use && value && !rank(value) && isPoint(point) ? { of: keyOf(use), order, point: value.term } : undefined;
}

/** `f(x) = 0` is an equation to be solved, `f(x^*) = 0` and `f(r) = 0` say what solves it. */
const isPoint = (expr: Expr): boolean => isScripted(expr) || (isName(expr) && !/^[t-z]$/.test(expr.letter));
