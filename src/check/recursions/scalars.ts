/** Both sides of a claim about gradient descent as numbers, for a function of one variable: there a norm is an absolute value, and a transpose is nothing. */
import { type Expr, find, isBracketed, isGroup, isMark, isNabla, isName, isPair, isProduct, isScripted, isSymbol, isTransposeMark, type Product } from '../../notation/expression';
import { print } from '../../notation/print';
import { powerIn, slotOf } from '../updates/slots';
import { unrun } from '../updates/values';
import type { Bounds, Curve } from './curves';
import { numberedStep, type Recursion } from './recursion';

export interface Reader {
  /** The function, as it is written. */
  field: string;
  recursion: Recursion;
  /** The constants of its class, by name. */
  constants: ReadonlyMap<string, (curve: Curve) => number>;
  /** Names that the document gives, such as `\kappa = L / \mu`. */
  given?: ReadonlyMap<string, Expr>;
}

export interface Place {
  curve: Curve;
  /** The iterates, and the number of the first one. */
  course: readonly number[];
  first: number;
  /** The number that the counting letter stands for; undefined where the claim is about any two steps. */
  letter?: number;
  /** The learning rate, by name. */
  rates: ReadonlyMap<string, number>;
  /** What is taken for the function at the last iterate, and for how far that is from the best. */
  bounds?: Bounds;
}

/** `\nabla f(x)` tells that it is f. */
export function fieldName(expr: Expr): string | undefined {
  const nabla = find(expr, (e) => isNabla(e) && e.order === 1);
  return isNabla(nabla) ? print(isProduct(nabla.of) ? nabla.of.factors[0] : nabla.of) : undefined;
}

/** Throws Unrun for what is not known here. */
export function numberOf(expr: Expr, reader: Reader, place: Place): number {
  const known = atomOf(expr, reader, place);
  if (known !== undefined) return known;
  const value = (part: Expr): number => numberOf(part, reader, place);
  switch (expr.kind) {
    case 'num': return expr.value;
    case 'group': return grouped(expr, value);
    case 'sum': return distanceIn(expr, reader, place) ?? expr.terms.reduce((sum, { sign, expr: term }) => sum + sign * value(term), 0);
    case 'product': return product(expr, reader, place);
    case 'fraction': return value(expr.over) / value(expr.under);
    case 'root': return expr.degree ? value(expr.body) ** (1 / value(expr.degree)) : Math.sqrt(value(expr.body));
    case 'scripted': return scripted(expr, value);
    case 'apply': return applied(expr, value);
    case 'big': if ((expr.op === 'max' || expr.op === 'min') && expr.below.length === 0 && isGroup(expr.body)) return Math[expr.op](...expr.body.contents.map(value)); return unrun();
    default: return unrun();
  }
}

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;
type Value = (part: Expr) => number;

function grouped({ open, contents }: Of<'group'>, value: Value): number {
  if (open === '⟨' && contents.length === 2) return value(contents[0]) * value(contents[1]);
  if (contents.length !== 1) unrun(); // a list
  if (open === '‖' || open === '|') return Math.abs(value(contents[0]));
  if (/^[([{]$/.test(open)) return value(contents[0]);
  unrun();
}

function scripted(expr: Of<'scripted'>, value: Value): number {
  const above = powerIn(expr);
  return !above || isTransposeMark(above) ? value(expr.base) : value(expr.base) ** value(above);
}

function applied({ fn, arg, sub, power }: Of<'apply'>, value: Value): number {
  if (sub.length || power || !(fn === 'exp' || fn === 'max' || fn === 'min')) unrun();
  if (fn === 'exp') return Math.exp(value(arg));
  if (!isGroup(arg)) unrun();
  return Math[fn](...arg.contents.map(value));
}

function product(expr: Product, reader: Reader, place: Place): number {
  let result = 1;
  for (let i = 0; i < expr.factors.length; i++) {
    const [factor, next] = [expr.factors[i], expr.factors[i + 1]];
    if (isField(factor, reader) && isBracketed(next)) { result *= valueAt(next.contents[0], reader, place); i++; continue; }
    if (isScripted(next) && isField(factor, reader)) unrun(); // a power of the function
    result *= numberOf(factor, reader, place);
  }
  return result;
}
const isField = (expr: Expr, { field }: Reader): boolean => isName(expr) && print(expr) === field;

// ── the function and its iterates ──

/** Names, gradients and points; undefined for what is made of them. */
function atomOf(expr: Expr, reader: Reader, place: Place): number | undefined {
  const { curve, rates, letter } = place;
  if (isNabla(expr)) return slopeAt(expr, reader, place);
  if (isPair(expr) && isField(expr.factors[0], reader) && isBracketed(expr.factors[1])) return valueAt(expr.factors[1].contents[0], reader, place);
  if (!isSymbol(expr)) return undefined;
  const name = print(expr);
  const rate = rates.get(name);
  if (rate !== undefined) return rate;
  const constant = reader.constants.get(name);
  if (constant) return constant(curve);
  const given = reader.given?.get(name);
  if (given) return numberOf(given, { ...reader, given: undefined }, place);
  if (isScripted(expr) && isBest(expr)) return print(expr.base) === reader.field ? curve.least : print(expr.base) === reader.recursion.name ? curve.bottom : undefined;
  const at = indexOf(expr, reader, place);
  if (at !== undefined) return place.course[at];
  if (isName(expr) && name === reader.recursion.counting.letter && letter !== undefined) return letter;
  if (isName(expr)) unrun();
  return undefined;
}

/** `x^*`, `f_*`, `f^\star`, `f_{\min}`. */
const isBest = ({ sub, sup, primes }: Of<'scripted'>): boolean => sub.length + sup.length === 1 && !primes && [...sub, ...sup].every((script) => isMark(script, 'star') || /^\\(?:min|inf|star)\b/.test(print(script)));

/** Which iterate it is. */
function indexOf(expr: Expr, { recursion }: Reader, { course, first, letter }: Place): number | undefined {
  const slot = slotOf(expr, recursion.counting);
  const numbered = numberedStep(expr, recursion);
  if (numbered === undefined && !isScripted(expr) && slot?.name === recursion.name) return 0;
  const step = numbered ?? (slot?.name === recursion.name && typeof slot.moment === 'number' && !slot.power ? slot.moment + (letter ?? 0) : undefined);
  if (step === undefined) return undefined;
  const at = step - first;
  if (at < 0 || at >= course.length) unrun(); // an iterate that is not run
  return at;
}

function valueAt(point: Expr, reader: Reader, place: Place): number {
  const { curve, bounds, course } = place;
  if (bounds && indexOf(point, reader, place) === course.length - 1) return curve.least + bounds.gap;
  return curve.value(numberOf(point, reader, place));
}

function slopeAt({ of, order }: Of<'nabla'>, reader: Reader, place: Place): number {
  const { curve, bounds, course } = place;
  if (order !== 1 || !isPair(of) || !isField(of.factors[0], reader) || !isBracketed(of.factors[1])) unrun(); // a gradient
  const [point] = of.factors[1].contents;
  if (bounds && indexOf(point, reader, place) === course.length - 1) return bounds.slope;
  return curve.slope(numberOf(point, reader, place));
}

/** `x_{k+1} - x^*`. */
function distanceIn({ terms }: Of<'sum'>, reader: Reader, place: Place): number | undefined {
  const { bounds, course } = place;
  if (!bounds || terms.length !== 2 || terms[0].sign * terms[1].sign > 0) return undefined;
  const isLast = ({ expr }: { expr: Expr }): boolean => indexOf(expr, reader, place) === course.length - 1;
  const isBottom = ({ expr }: { expr: Expr }): boolean => isScripted(expr) && isBest(expr) && print(expr.base) === reader.recursion.name;
  return terms.some(isLast) && terms.some(isBottom) ? bounds.distance : undefined;
}
