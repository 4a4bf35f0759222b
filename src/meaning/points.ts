/** Values at a point that is stated by name: `f(x = 3)` is `f(3)`, and `\nabla f(x^T = (0, 1))` the gradient at (0, 1), where the document gives f by that name. */
import * as build from '../notation/build';
import { callsIn, equates, type EquationSyntax, everyPart, type Expr, hasPart, isGroup, isName, isPair, isProduct, isScripted, isSymbol, type Member, relatedBy, replace, type Statement, withMembers } from '../notation/expression';
import { print } from '../notation/print';
import { ELEMENTWISE } from './apply/elementwise';

interface Known {
  /** By function, what its arguments are called where it is defined. */
  parameters: ReadonlyMap<string, readonly string[]>;
  /** Names that stand before parentheses. */
  called: ReadonlySet<string>;
  /** By name, the numbers of a point: `\mathbf{x}_0 = (1, 1)`. */
  points: ReadonlyMap<string, readonly Expr[]>;
}

export function withStatedPoints(equations: EquationSyntax[]): EquationSyntax[] {
  const statements = equations.flatMap((equation) => equation.statements);
  const called = new Set(statements.flatMap(({ members }) => members.flatMap(({ expr }) => everyPart(expr).flatMap(callsIn).flatMap(({ head, body }) => (isGroup(body, '(') ? [print(head)] : [])))));
  const known: Known = { parameters: new Map(statements.flatMap(definedBy)), called, points: pointsOf(statements) };
  return withMembers(equations, (statement) => atEveryPoint(statement, known).map((member) => withPoint(member, known)));
}

/** Of functions `g = \tanh` says `g(x) = \tanh(x)`, and `f = g` the same where both are defined; so do `g(\cdot) = \tanh(\cdot)` and `g = \max(0, \cdot)`. */
function atEveryPoint({ members, relations }: Statement, { parameters, called }: Known): Member[] {
  const [left, right] = members.map(({ expr }) => expr);
  if (members.length !== 2 || !equates(relations[0])) return members;
  const any = build.name('argument', left.span, 'roman');
  const isOfAny = hasPart(right, isPlaceholder);
  const isNamed = isName(right) && right.font === 'roman' && right.letter in ELEMENTWISE;
  const areFunctions = isName(left) && isName(right) && (right.letter === '\\sigma' ? called.has(print(left)) : parameters.has(print(left)) && parameters.has(print(right)));
  if (!isOfAny && !(isNamed && isName(left)) && !areFunctions) return members;
  return members.map((member) => {
    const expr = replace(member.expr, (part) => (isPlaceholder(part) ? any : undefined));
    const whole = isNamed && member.expr === right ? build.apply(right.letter, build.group(any)) : build.product([expr, build.group(any)], member.span);
    return { ...member, expr: isOfAny && !isName(expr) ? expr : whole, written: member.expr };
  });
}

/** The dot of `g(\cdot)`, which stands for any argument. */
const isPlaceholder = (e: Expr): boolean => e.kind === 'unread' && e.what === '\\cdot';

function withPoint(member: Member, known: Known): Member {
  const expr = stated(member.expr, known);
  return print(expr) === print(member.expr) ? member : { ...member, expr, written: member.expr };
}

/** `f(x, y) = …` */
function definedBy({ members, relations }: Statement): [string, string[]][] {
  const left = members[0]?.expr;
  if (!isPair(left) || !equates(relations[0])) return [];
  const [head, body] = left.factors;
  if (!isGroup(body, '(') || !body.contents.every(isSymbol)) return [];
  return [[nameOf(head), body.contents.map(print)]];
}

/** Points that are given once, and by numbers. */
function pointsOf(statements: readonly Statement[]): Known['points'] {
  const given = statements.flatMap(({ members, relations }): [string, Expr[]][] => {
    const [left, last] = [members[0]?.expr, members.at(-1)?.expr];
    const isPoint = isGroup(last, '(') && last.contents.length > 1 && members.length > 1 && relations.every(({ name }) => name === 'equal') && !hasPart(last, isName);
    return isPoint && isSymbol(left) ? [[print(left), last.contents]] : [];
  });
  return new Map(given.filter(([name]) => given.filter(([other]) => other === name).length === 1));
}

/** The derivative of a function has its arguments. */
const nameOf = (head: Expr): string => (isScripted(head) && head.primes > 0 ? print({ ...head, primes: 0 }) : print(head));

function stated(expr: Expr, { parameters, points }: Known): Expr {
  return replace(expr, (part) => {
    if (!isProduct(part)) return undefined;
    const at = part.factors.findIndex((factor, i) => i > 0 && pointIn(factor, parameters.get(nameOf(part.factors[i - 1])), points) !== undefined);
    if (at < 0) return undefined;
    const body = part.factors[at];
    const contents = pointIn(body, parameters.get(nameOf(part.factors[at - 1])), points);
    return isGroup(body) && contents ? { ...part, factors: part.factors.map((factor, i) => (i === at ? { ...body, contents: [...contents] } : factor)) } : undefined;
  });
}

/** The values of all arguments, in the order of the definition; undefined where something else stands in the parentheses. */
function pointIn(body: Expr, names: readonly string[] | undefined, points: Known['points']): readonly Expr[] | undefined {
  if (!names || !isGroup(body, '(')) return undefined;
  const point = body.contents.length === 1 && names.length > 1 ? points.get(print(body.contents[0])) : undefined;
  if (point) return point.length === names.length ? point : undefined;
  const given = body.contents.map((item) => {
    const [name, value] = relatedBy(item, 'equal');
    return value && { name: bare(name), value };
  });
  const [only] = given;
  if (given.length === 1 && isGroup(only?.value) && only.value.contents.length === names.length && names.length > 1) return only.value.contents;
  const values = names.map((name) => given.find((one) => one?.name === name)?.value);
  return given.length === names.length && values.every((value) => value !== undefined) ? values : undefined;
}

/** A row is written as a column that is laid down: `x^T = (0, 1)`. */
const bare = (expr: Expr): string => (isScripted(expr) && expr.sub.length === 0 && expr.sup.length === 1 && /^(?:[tT]|\\top|\\intercal)$/.test(print(expr.sup[0])) ? print(expr.base) : print(expr));
