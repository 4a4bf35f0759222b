/** What a formula looks like, before anything is known of its meaning: the syntax tree of homework mathematics. */
import type { Span } from '../text/region';

export type { Span };

/** The place of what nobody wrote. */
export const NOWHERE: Span = { start: 0, end: 0 };

/** A number as written; `digits` counts the decimals shown. */
export interface Num { kind: 'num'; value: number; text: string; digits: number; span: Span }

/** A letter, Greek command or multi-letter word with its accents; fonts are kept apart. */
/** `args`: what the function of this name is of, where the document has several. */
export interface Name { kind: 'name'; letter: string; accents: string[]; font?: Font; args?: string; span: Span }
export type Font = 'bold' | 'roman' | 'calligraphic' | 'blackboard' | 'sans';

/** `base_{sub}^{sup}'''`; comma-separated scripts are lists. */
export interface Scripted { kind: 'scripted'; base: Expr; sub: Expr[]; sup: Expr[]; primes: number; span: Span }

/** Something between delimiters; several items when commas stand between. `given` is the first item behind a bar, as in `p(x \mid y)`. */
export interface Group { kind: 'group'; open: Delimiter; contents: Expr[]; given?: number; span: Span }
export type Delimiter = '(' | '[' | '{' | '|' | '‖' | '⟨' | '⌊' | '⌈';

/** `braced`: stands first in braces behind a minus, which on paper is before this term only. */
export interface Term { sign: 1 | -1; expr: Expr; braced?: true }
export interface Sum { kind: 'sum'; terms: Term[]; span: Span }

export type ProductSign = 'implicit' | 'cdot' | 'times' | 'odot' | 'circ' | 'otimes' | 'ast' | 'slash';
/** `signs[i]` stands before `factors[i + 1]`. */
export interface Product { kind: 'product'; factors: Expr[]; signs: ProductSign[]; span: Span }

/** `slash`: written `a / b`, which some mean to divide by all that follows. */
export interface Fraction { kind: 'fraction'; over: Expr; under: Expr; slash?: true; span: Span }
export interface Root { kind: 'root'; degree?: Expr; body: Expr; span: Span }

/** Sum, product, limit, extremum: binds what stands below it. `tied`: what stands above is taken from the fraction before it. */
export interface Big { kind: 'big'; op: BigName; below: Expr[]; above?: Expr; tied?: true; body: Expr; span: Span }
export type BigName = 'sum' | 'prod' | 'lim' | 'max' | 'min' | 'argmax' | 'argmin' | 'sup' | 'inf';

/** `\int_a^b f(x) \, dx`; without both bounds an antiderivative, or over all that the variable can be. */
export interface Integral { kind: 'integral'; from?: Expr; to?: Expr; by: Expr; body: Expr; span: Span }

/** `\frac{df}{dx} \big|_{x = 3}`, `\left[ F \right]_a^b`: the value at a point, or the difference of those at two. */
export interface Evaluated { kind: 'evaluated'; of: Expr; by?: Expr; from?: Expr; to: Expr; span: Span }

/** A function that the notation itself names, such as `\ln`; `power` is the superscript of `\sin^2 x`. */
export interface Apply { kind: 'apply'; fn: string; arg: Expr; sub: Expr[]; power?: Expr; span: Span }

/** `\frac{\partial^2 f}{\partial x \partial y}` or the operator before its operand. `total` for upright or italic d. */
/** `held`: names that are held fixed while it is taken. */
export interface Derivative { kind: 'derivative'; of: Expr; by: Variable[]; total: boolean; held?: Expr[]; span: Span }
export interface Variable { expr: Expr; order: number }

/** `\nabla_x f`; `order` 2 for `\nabla^2`. */
export interface Nabla { kind: 'nabla'; by: Expr[]; order: number; of: Expr; span: Span }

export interface Matrix { kind: 'matrix'; rows: Expr[][]; delimiter: string; span: Span }
export interface Cases { kind: 'cases'; rows: { value: Expr; condition?: Expr }[]; span: Span }

/** `a = b < c` inside an expression, such as a condition. */
export interface Chain { kind: 'chain'; members: Expr[]; relations: Relation[]; span: Span }
export interface Relation { name: RelationName; tex: string; span: Span }
export type RelationName =
  | 'equal' | 'assign' | 'identical' | 'notEqual' | 'less' | 'greater' | 'lessEqual' | 'greaterEqual' | 'approx'
  | 'in' | 'notIn' | 'distributed' | 'to' | 'proportional' | 'implies' | 'mapsto' | 'subset' | 'definite' | 'other';

export interface Words { kind: 'words'; text: string; span: Span }
/** `\dots` and its brothers. */
export interface Dots { kind: 'dots'; span: Span }
/** A mark with a meaning of its own in a script: `*`, `T`, `+`, `:`. */
export interface Mark { kind: 'mark'; mark: MarkName; span: Span }
export type MarkName = 'star' | 'transpose' | 'dagger' | 'plus' | 'minus' | 'colon' | 'infinity' | 'degree' | 'empty' | 'perp';
/** What could not be read, named. */
export interface Unread { kind: 'unread'; what: string; span: Span }

export type Expr =
  | Num | Name | Scripted | Group | Sum | Product | Fraction | Root | Big | Integral | Evaluated | Apply | Derivative | Nabla
  | Matrix | Cases | Chain | Words | Dots | Mark | Unread;

/** Members and the relations between them; a row that begins with a relation continues the chain before it. */
export interface Statement {
  members: Member[];
  relations: Relation[];
  /** Words or a condition beside the statement: "for i ≠ k", "as n → ∞". */
  conditions: Expr[];
  /** What names the statement: `\text{eigen decomposition}: …`, `f_1(w): …`. */
  label: string;
  /** Joined to the statement before by an arrow of implication. */
  implied: boolean;
  /** The relation that the region begins with. */
  opening?: Relation;
  /** How many of the relations stand in the region before, where this one goes on with its chain. */
  carried?: number;
}

/** `written`: as it stands, where `expr` says what that means. */
export interface Member { expr: Expr; tex: string; span: Span; written?: Expr }

/** What one region says. Spans are offsets in the document. */
export interface EquationSyntax { statements: Statement[]; problems: Problem[] }
export interface Problem { message: string; span: Span }

/** The equations with other members in their statements. */
export const withMembers = (equations: readonly EquationSyntax[], inside: (statement: Statement) => Member[]): EquationSyntax[] =>
  equations.map((equation) => ({ ...equation, statements: equation.statements.map((statement) => ({ ...statement, members: inside(statement) })) }));

/** The direct parts of an expression, in order of writing. */
export function children(expr: Expr): Expr[] {
  switch (expr.kind) {
    // The F of `\|A\|_F` says which norm it is.
    case 'scripted': return [expr.base].concat(isGroup(expr.base, '‖') ? [] : expr.sub, expr.sup);
    case 'group': return expr.contents;
    case 'sum': return expr.terms.map((term) => term.expr);
    case 'product': return expr.factors;
    case 'fraction': return [expr.over, expr.under];
    case 'root': return expr.degree ? [expr.degree, expr.body] : [expr.body];
    case 'big': return expr.below.concat(expr.above ?? [], expr.body);
    case 'integral': return NONE.concat(expr.from ?? [], expr.to ?? [], expr.body, expr.by);
    case 'evaluated': return [expr.of].concat(expr.by ?? [], expr.from ?? [], expr.to);
    case 'apply': return expr.sub.concat(expr.power ?? [], expr.arg);
    case 'derivative': return [expr.of].concat(expr.by.map((v) => v.expr));
    case 'nabla': return expr.by.concat(expr.of);
    case 'matrix': return expr.rows.flat();
    case 'cases': return expr.rows.flatMap((row) => (row.condition ? [row.value, row.condition] : [row.value]));
    case 'chain': return expr.members;
    default: return NONE;
  }
}

const NONE: Expr[] = [];

/** Depth-first visit, parents before children. */
export function visit(expr: Expr, see: (expr: Expr) => void): void {
  see(expr);
  for (const child of children(expr)) visit(child, see);
}

/** The expression and all of its parts, parents before children. */
export function everyPart(expr: Expr): Expr[] {
  const found: Expr[] = [];
  visit(expr, (part) => { found.push(part); });
  return found;
}

/** The first part that satisfies `test`, parents before children. */
export function find(expr: Expr, test: (expr: Expr) => boolean): Expr | undefined {
  if (test(expr)) return expr;
  for (const child of children(expr)) {
    const found = find(child, test);
    if (found) return found;
  }
  return undefined;
}

/** Whether an expression, or a part of it, is one. */
export const hasPart = (expr: Expr, test: (expr: Expr) => boolean): boolean => find(expr, test) !== undefined;

/** The question whether an expression is of this kind, which the next ones ask. */
const ofKind = <K extends Expr['kind']>(kind: K) => (expr: Expr | undefined): expr is Extract<Expr, { kind: K }> => expr?.kind === kind;

export const isNumeral = ofKind('num');
export const isName = ofKind('name');
export const isScripted = ofKind('scripted');
export const isSum = ofKind('sum');
export const isProduct = ofKind('product');
export const isFraction = ofKind('fraction');
export const isBig = ofKind('big');
export const isApply = ofKind('apply');
export const isLog = (expr: Expr | undefined): expr is Apply => isApply(expr) && (expr.fn === 'log' || expr.fn === 'ln');
export const isNabla = ofKind('nabla');
export const isChain = ofKind('chain');
export const isDots = ofKind('dots');

/** `\int f(x) dx`. */
export const isOpenIntegral = (e: Expr): e is Integral => e.kind === 'integral' && !e.from && !e.to;

/** A number of this value. */
export const isNum = (expr: Expr | undefined, value: number): boolean => isNumeral(expr) && expr.value === value;

/** A name, with scripts or without. */
export const isSymbol = (expr: Expr | undefined): expr is Name | Scripted => isName(expr) || isScripted(expr);

/** A name with scripts. */
export const isScriptedName = (expr: Expr | undefined): expr is Scripted & { base: Name } => isScripted(expr) && isName(expr.base);

/** The name by itself: without the scripts at it. */
export function bareName(expr: Expr): Name | undefined {
  const head = headOf(expr);
  return isName(head) ? head : undefined;
}

/** A letter without scripts, under any accent, in any font or in this one. */
export const isLetter = (expr: Expr | undefined, letter: string | RegExp, font?: Font): expr is Name => isName(expr) && (typeof letter === 'string' ? expr.letter === letter : letter.test(expr.letter)) && (!font || expr.font === font);

/** What a mean is divided by, and not the Z of what is normalized. */
export const HOW_MANY = /^[mnN]$/;

/** A letter with nothing at it. */
export const isBareLetter = (expr: Expr, letter: string): expr is Name => isLetter(expr, letter) && !expr.accents.length;

/** Which side of an inequality is the smaller: 1 the left one, −1 the right one. Other relations have none. */
export const DIRECTION: Readonly<Partial<Record<RelationName, 1 | -1>>> = { less: 1, lessEqual: 1, greater: -1, greaterEqual: -1 };

/** Where equality does not do. */
export const STRICT: ReadonlySet<RelationName> = new Set(['less', 'greater']);

/** Less for greater, and back. */
export const TURNED: Readonly<Partial<Record<RelationName, Pick<Relation, 'name' | 'tex'>>>> = {
  less: { name: 'greater', tex: '>' }, greater: { name: 'less', tex: '<' }, lessEqual: { name: 'greaterEqual', tex: '\\ge' }, greaterEqual: { name: 'lessEqual', tex: '\\le' },
};

/** `=`, `:=`. */
export const equates = (relation: Relation | undefined): boolean => relation?.name === 'equal' || relation?.name === 'assign';

/** No name stands in it save constants, and the sigmoid of such. */
export const isClosed = (expr: Expr): boolean =>
  isName(expr) ? /^(?:[e01]|\\pi)$/.test(expr.letter) : children(expr).every((part, i, all) => (isLetter(part, '\\sigma') && isGroup(all[i + 1], '(')) || (isScripted(expr) && i > 0 && isTransposeMark(part)) || isClosed(part));

/** `0`, or a bold 0 of any shape. */
export const isZero = (expr: Expr): boolean => isNum(expr, 0) || isLetter(expr, '0');

export const isMark = (expr: Expr | undefined, mark: MarkName): boolean => expr?.kind === 'mark' && expr.mark === mark;

/** The T of `x^T`. */
export const isTransposeMark = (script: Expr | undefined): boolean => isLetter(script, 'T') || isMark(script, 'transpose');
export const isTransposed = (expr: Expr): boolean => isScripted(expr) && expr.sup.some(isTransposeMark);

/** What scripts stand at, or all of it. */
export const headOf = (expr: Expr): Expr => (isScripted(expr) ? expr.base : expr);

/** The x of `-x`. */
export const negated = (expr: Expr): Expr | undefined => (isSum(expr) && expr.terms.length === 1 && expr.terms[0].sign < 0 ? expr.terms[0].expr : undefined);

/** Between delimiters, these if some are given. */
export const isGroup = (expr: Expr | undefined, open?: Delimiter): expr is Group => expr?.kind === 'group' && (!open || expr.open === open);

/** One thing between delimiters, of this kind if one is given. */
export const isBracketed = (expr: Expr | undefined, open?: Delimiter): expr is Group => isGroup(expr, open) && expr.contents.length === 1;

/** `(x_1, \dots, x_n)`. */
export const isElided = (expr: Expr | undefined): expr is Group => isGroup(expr) && expr.contents.some(isDots);

/** Without the brackets around the whole, which say nothing. */
export const unbracketed = (expr: Expr): Expr => (isBracketed(expr) && /^[([{]$/.test(expr.open) ? unbracketed(expr.contents[0]) : expr);

/** What a derivative or gradient is taken by. */
export const variablesOf = (expr: Expr): Expr[] => (expr.kind === 'derivative' ? expr.by.map((variable) => variable.expr) : isNabla(expr) ? expr.by : []);

/** Those of a product, or the whole: `ij` as a subscript are two letters. */
export const factorsOf = (expr: Expr): Expr[] => (isProduct(expr) ? expr.factors : [expr]);

/** Those of a sum, or the whole. */
export const summandsOf = (expr: Expr): Expr[] => (isSum(expr) ? expr.terms.map((term) => term.expr) : [expr]);

/** Each factor before brackets with these: of `p(x) q(y)` the p with (x), and the q with (y). */
export const callsIn = (expr: Expr | undefined): { head: Expr; body: Group }[] => (isProduct(expr) ? expr.factors.slice(1).flatMap((body, i) => (isGroup(body) ? [{ head: expr.factors[i], body }] : [])) : []);

/** `\nabla J(w)`, `f''(x)`: a derivative as a whole. */
export function isDerivative(expr: Expr): boolean {
  const [head, next] = isProduct(expr) ? expr.factors : [expr];
  // `X'y` is the product with a transpose, `f'(y)` a derivative.
  const isCall = next === undefined || isGroup(next, '(');
  return head.kind === 'derivative' || isNabla(head) || (isScripted(head) && head.primes > 0 && isCall);
}

/** The expression with some of its parts exchanged, parents before children; what is put in is not looked into. */
export const replace = (expr: Expr, by: (expr: Expr) => Expr | undefined): Expr => by(expr) ?? withParts(expr, (part) => replace(part, by));

/** The expression with its direct parts exchanged. */
export function withParts(expr: Expr, inside: (part: Expr) => Expr): Expr {
  const all = (parts: Expr[]): Expr[] => parts.map(inside);
  switch (expr.kind) {
    case 'scripted': return { ...expr, base: inside(expr.base), sub: all(expr.sub), sup: all(expr.sup) };
    case 'group': return { ...expr, contents: all(expr.contents) };
    case 'sum': return { ...expr, terms: expr.terms.map((term) => ({ ...term, expr: inside(term.expr) })) };
    case 'product': return { ...expr, factors: all(expr.factors) };
    case 'fraction': return { ...expr, over: inside(expr.over), under: inside(expr.under) };
    case 'root': return { ...expr, degree: expr.degree && inside(expr.degree), body: inside(expr.body) };
    case 'big': return { ...expr, below: all(expr.below), above: expr.above && inside(expr.above), body: inside(expr.body) };
    case 'integral': return { ...expr, from: expr.from && inside(expr.from), to: expr.to && inside(expr.to), body: inside(expr.body), by: inside(expr.by) };
    case 'evaluated': return { ...expr, of: inside(expr.of), by: expr.by && inside(expr.by), from: expr.from && inside(expr.from), to: inside(expr.to) };
    case 'apply': return { ...expr, sub: all(expr.sub), power: expr.power && inside(expr.power), arg: inside(expr.arg) };
    case 'derivative': return { ...expr, of: inside(expr.of), by: expr.by.map((v) => ({ ...v, expr: inside(v.expr) })) };
    case 'nabla': return { ...expr, by: all(expr.by), of: inside(expr.of) };
    case 'matrix': return { ...expr, rows: expr.rows.map(all) };
    case 'cases': return { ...expr, rows: expr.rows.map(({ value, condition }) => ({ value: inside(value), condition: condition && inside(condition) })) };
    case 'chain': return { ...expr, members: all(expr.members) };
    default: return expr;
  }
}

/** A product of two, put together by this sign if one is given. */
export const isPair = (expr: Expr | undefined, sign?: ProductSign): expr is Product => isProduct(expr) && expr.factors.length === 2 && (!sign || expr.signs[0] === sign);

/** The factors of such a product, else nothing. */
export const pairOf = (expr: Expr, sign?: ProductSign): Expr[] => (isPair(expr, sign) ? expr.factors : []);

/** The product with something else for the factor i and the one behind it. */
export const withPair = (expr: Product, i: number, by: Expr): Product => ({ ...expr, factors: [...expr.factors.slice(0, i), by, ...expr.factors.slice(i + 2)], signs: expr.signs.filter((_, k) => k !== i) });

/** The left and the right of one such relation, else nothing. */
export const relatedBy = (expr: Expr | undefined, relation: RelationName): Expr[] => (isChain(expr) && expr.members.length === 2 && expr.relations[0].name === relation ? expr.members : []);

/** A function of which a derivative may be taken, by itself. */
export const withoutPrimes = (head: Expr): Expr => (isScripted(head) ? { ...head, primes: 0 } : head);
