/** Small changes of a line, each as a student would make it: one sign, one symbol, one power, one factor. */
import * as build from '../../notation/build';
import { type Expr, hasPart, isLetter, isNum, isScripted, isSum, isSymbol, type Product, type Scripted, type Sum, TURNED } from '../../notation/expression';
import { print } from '../../notation/print';
import { partsOf, raised, type Reading, unpowered, type Written } from './parts';
import { shifts } from './shifts';
import { onesOf } from './slots';

/** `target` of the line replaced by `by`. */
export interface Change {
  target: Expr;
  by: Expr;
  line: Expr;
  /** The likelier, the smaller. */
  rank: number;
}

/** What may be put in the place of a symbol. */
export interface Vocabulary extends Reading {
  constants: readonly Expr[];
  quantities: readonly Expr[];
  /** The letter that counts the steps. */
  letter: string;
  /** A least point is looked for: there vectors are laid out as in a quadratic form. */
  isModel: boolean;
}

/** All changes of a line, likeliest first. */
export function changes(line: Expr, words: Vocabulary): Change[] {
  const found: Change[] = [];
  const seen = new Set<string>();
  const walk = (expr: Expr, rebuild: (by: Expr) => Expr, written?: Written) => {
    for (const { by, rank } of alternatives(expr, words)) {
      const changed = rebuild(by);
      const text = print(changed);
      if (seen.has(text)) continue;
      seen.add(text);
      found.push({ ...(written?.(by) ?? { target: expr, by }), line: changed, rank });
    }
    if (!words.isQuantity(expr)) partsOf(expr, words).forEach(({ part, put, written: whole }) => walk(part, (by) => rebuild(put(by)), whole));
  };
  walk(line, (by) => by);
  return found.sort((a, b) => a.rank - b.rank);
}

interface Alternative { by: Expr; rank: number }
type Offer = (rank: number, ...exprs: Expr[]) => void;

function alternatives(expr: Expr, words: Vocabulary): Alternative[] {
  const out: Alternative[] = [];
  const offer: Offer = (rank, ...exprs) => { for (const by of exprs) out.push({ by, rank }); };
  if (isMatrix(expr)) offer(3, inverted(expr), transposed(expr));
  else if (onesOf(expr)) offer(3, transposed(expr));
  else if (words.isQuantity(expr)) quantity(expr, words, offer);
  else if (words.constants.some((c) => print(c) === print(expr))) constant(expr, words, offer);
  else composite(expr, words, offer);
  return out;
}

/** A Hessian or a Jacobian. */
const isMatrix = (expr: Expr): boolean => isLetter(expr, /^[HJ]$/);

function quantity(expr: Expr, { quantities, constants, letter }: Vocabulary, offer: Offer): void {
  offer(5, ...constants.map((c): Expr => ({ kind: 'fraction', over: expr, under: oneMinus(raised(c, name(letter, expr))), span: expr.span })));
  // Of two lines that differ in the step, the one of a neighbouring step is likelier wrong.
  for (const by of [...quantities.filter((q) => print(q) !== print(expr)), ...shifts(expr, letter)]) offer(hasPart(by, isSum) ? 2 : 1, by);
  offer(3, squared(expr), rooted(expr), absolute(expr), signed(expr));
  offer(4, ...constants.flatMap((c) => [product(c, expr), product(oneMinus(c), expr)]));
}

function constant(expr: Expr, { constants, letter }: Vocabulary, offer: Offer): void {
  offer(1, ...constants.filter((c) => print(c) !== print(expr)));
  offer(2, oneMinus(expr));
  offer(3, raised(expr, name(letter, expr)));
}

function composite(expr: Expr, words: Vocabulary, offer: Offer): void {
  switch (expr.kind) {
    case 'sum': offer(1, ...flipped(expr)); offer(3, ...movedInside(expr)); offer(6, ...multiplied(expr), rooted(expr), signed(expr)); break;
    case 'product': offer(2, ...shorter(expr)); offer(4, ...inserted(expr, words)); offer(5, negative(expr), half(expr)); offer(6, rooted(expr), ...divided(expr)); break;
    case 'fraction': offer(5, product(expr.over, expr.under), { ...expr, over: expr.under, under: expr.over }, expr.over, build.group(expr, expr.span, '⌊')); offer(6, rooted(expr), ...words.constants.map((c) => product(oneMinus(c), expr))); break;
    case 'root': offer(3, expr.body, ...movedOutside(expr)); break;
    case 'apply': offer(2, ...otherFunctions(expr)); break;
    case 'big': if (expr.op === 'max' || expr.op === 'min') offer(1, { ...expr, op: expr.op === 'max' ? 'min' : 'max' }); else offer(3, { ...expr, body: squared(expr.body) }); break;
    case 'group': bracketed(expr, words, offer); if (words.isModel) offer(4, transposed(expr)); break;
    case 'scripted': offer(2, ...repowered(expr, words)); if (expr.primes) offer(1, { ...expr, primes: expr.primes + 1 }, { ...expr, primes: expr.primes - 1 }); break;
    case 'derivative': gradient(expr, words, offer); break;
    case 'nabla': if (words.isModel) offer(4, transposed(expr)); offer(2, { ...expr, order: expr.order === 2 ? 1 : 2 }); gradient(expr, words, offer); break;
    case 'chain': offer(2, ...turned(expr)); break;
    case 'name': if (expr.letter === words.letter) offer(4, rooted(expr)); break;
    case 'num': if (Number.isInteger(expr.value)) offer(2, ...[1, 2, expr.value - 1, expr.value + 1].filter((value) => value > 0 && value !== expr.value).map((value) => number(value, expr))); break;
    default:
  }
}

function gradient(expr: Expr, { constants }: Vocabulary, offer: Offer): void {
  offer(3, squared(group(expr)), absolute(expr), signed(expr));
  offer(4, ...constants.map((c) => product(oneMinus(c), expr)));
}

function bracketed(expr: Extract<Expr, { kind: 'group' }>, { constants }: Vocabulary, offer: Offer): void {
  if (expr.open === '|') offer(3, expr.contents[0]);
  if (expr.open === '‖') offer(3, squared(expr));
  if (expr.contents.length === 1 && isOneMinus(expr.contents[0])) offer(2, ...constants);
  if (expr.open === '(' || expr.open === '[') offer(5, inverted(expr));
}

function turned(expr: Extract<Expr, { kind: 'chain' }>): Expr[] {
  if (expr.relations.length !== 1) return [];
  const [relation] = expr.relations;
  const other = TURNED[relation.name];
  return other ? [{ ...expr, relations: [{ ...relation, ...other }] }] : [];
}

/** The greatest for the least, the sine for the cosine; or no function. */
function otherFunctions(expr: Extract<Expr, { kind: 'apply' }>): Expr[] {
  const brother: Record<string, string> = { max: 'min', min: 'max', sin: 'cos', cos: 'sin' };
  return expr.fn in brother ? [{ ...expr, fn: brother[expr.fn] }] : [expr.arg];
}

// ── building ──

const name = (letter: string, at: Expr): Expr => build.name(letter, at.span);
const group = (expr: Expr): Expr => build.group(expr);
const number = (value: number, at: Expr): Expr => build.number(value, at.span);
const oneMinus = (c: Expr): Expr => group(build.difference(number(1, c), c, c.span));
const rooted = (expr: Expr): Expr => ({ kind: 'root', body: expr, span: expr.span });
const absolute = (expr: Expr): Expr => build.group(expr, expr.span, '|');
const signed = (expr: Expr): Expr => build.apply('sign', group(expr), expr.span);
const product = (...factors: Expr[]): Product => build.product(factors, factors[factors.length - 1].span);
const minusOne = (at: Expr): Expr => build.negative(number(1, at), at.span);
const inverted = (expr: Expr): Expr => raised(expr, minusOne(expr));
const transposed = (expr: Expr): Expr => raised(expr, build.mark('transpose', expr.span));
const negative = (expr: Expr): Expr => build.negative(expr);
const half = (expr: Expr): Expr => product(build.fraction(number(1, expr), number(2, expr), expr.span), expr);
const squared = (expr: Expr): Expr => (isScripted(expr) && expr.sup.length ? raised(group(expr), number(2, expr)) : raised(expr, number(2, expr)));

const isOneMinus = (expr: Expr): boolean => isSum(expr) && expr.terms.length === 2 && isNum(expr.terms[0].expr, 1) && expr.terms[1].sign < 0;

const flipped = (sum: Sum): Expr[] => sum.terms.map((_, i) => ({ ...sum, terms: sum.terms.map((term, j) => (i === j ? { ...term, sign: term.sign === 1 ? -1 : 1 } : term)) }));

/** A product for a sum of two. */
const multiplied = ({ terms }: Sum): Expr[] => (terms.length === 2 && terms.every(({ sign, expr }) => sign > 0 && isSymbol(expr)) ? [product(terms[0].expr, terms[1].expr)] : []);

/** `\sqrt{v} + \epsilon` as `\sqrt{v + \epsilon}`, and back. */
function movedInside(sum: Sum): Expr[] {
  const [first, second] = sum.terms;
  if (sum.terms.length !== 2 || first.sign < 0 || second.sign < 0) return [];
  return [[first.expr, second.expr], [second.expr, first.expr]].flatMap(([root, other]): Expr[] => (root.kind === 'root' && !root.degree && other.kind !== 'root' ? [rooted({ ...sum, terms: [{ sign: 1, expr: root.body }, { sign: 1, expr: other }] })] : []));
}
function movedOutside(root: Extract<Expr, { kind: 'root' }>): Expr[] {
  const { body } = root;
  if (!isSum(body) || body.terms.length !== 2 || body.terms.some(({ sign }) => sign < 0)) return [];
  return body.terms.map(({ expr }, i): Expr => group({ ...body, span: root.span, terms: [{ sign: 1, expr: { ...root, body: body.terms[1 - i].expr } }, { sign: 1, expr }] }));
}

/** Over for times. */
const divided = ({ factors, span }: Product): Expr[] => (factors.length === 2 ? [build.fraction(factors[0], factors[1], span)] : []);

/** One factor left out. */
const shorter = (expr: Product): Expr[] => expr.factors.map((_, i): Expr => {
  const factors = expr.factors.filter((__, j) => j !== i);
  return factors.length === 1 ? factors[0] : { ...expr, factors, signs: expr.signs.filter((__, j) => j !== (i === 0 ? 0 : i - 1)) };
});

/** One constant, or one minus it, put in. */
const inserted = (expr: Product, { constants }: Vocabulary): Expr[] => constants.flatMap((c) => [c, oneMinus(c)]).map((factor): Expr => ({ ...expr, factors: [factor, ...expr.factors], signs: ['implicit', ...expr.signs] }));

/** Another power: none, the number of the step, or the square. */
function repowered(expr: Scripted, { letter }: Vocabulary): Expr[] {
  if (expr.sup.length !== 1) return [];
  return [unpowered(expr), { ...expr, sup: [name(letter, expr)] }, { ...expr, sup: [number(2, expr)] }];
}
