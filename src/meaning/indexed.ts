/** Functions that are defined at one of many: `h(x_i) = w^T x_i` says what h is of any x, and `s(x_i) = e^{x_i} / \sum_j e^{x_j}` what the entries of s(x) are. */
import * as build from '../notation/build';
import { equates, type EquationSyntax, type Expr, type Group, hasPart, isDots, isGroup, isLetter, isName, isProduct, isScripted, isScriptedName, isSymbol, NOWHERE, pairOf, replace, type Scripted, type Statement, withMembers, withParts } from '../notation/expression';
import { print } from '../notation/print';

/** What a statement defines: `any`, its members with x for each x_i; `vector`, the x of whose entries one is taken. */
interface Defined { head: string; at: number; any?: Expr[]; vector?: string }

const definedIn = (equations: readonly EquationSyntax[]): Defined[] => equations.flatMap(({ statements }) => statements.flatMap((statement) => definedBy(statement) ?? []));

/** The functions that are defined at one x_i alone, defined at any x. */
export function withAnyArgument(equations: EquationSyntax[]): EquationSyntax[] {
  const all = definedIn(equations);
  return withMembers(equations, (statement) => {
    const own = definedBy(statement);
    const any = own?.any && all.every((other) => other.head !== own.head || other.any) ? own.any : undefined;
    return any ? statement.members.map((member, i) => ({ ...member, expr: any[i], written: member.expr })) : statement.members;
  });
}

function definedBy({ members, relations }: Statement): Defined | undefined {
  const [head, body] = equates(relations[0]) ? pairOf(members[0].expr) : [];
  if (!isSymbol(head) || !isGroup(body, '(') || !body.contents.every(isSymbol)) return undefined;
  const defined = { head: print(head), at: members[0].span.start };
  const args = body.contents.filter((arg) => indexOf(arg) !== undefined);
  const [index, ...others] = new Set(args.map(indexOf));
  if (!index || others.length) return defined;
  const names = args.map((arg) => isScripted(arg) ? print(arg.base) : '');
  const isApart = (script: Expr): boolean => !isLetter(script, index) && !(isGroup(script, '(') && isLetter(script.contents[0], index));
  const anyOf = (part: Expr): Scripted | undefined => {
    const any = isScriptedName(part) && names.includes(print(part.base)) ? { ...part, sub: part.sub.filter(isApart), sup: part.sup.filter(isApart) } : undefined;
    return any && print(any) !== print(part) ? any : undefined;
  };
  const without = members.map(({ expr }) => replace(expr, (part) => anyOf(part) && build.number(0, NOWHERE)));
  const isLeft = (isOne: (e: Expr) => boolean): boolean => without.some((expr) => hasPart(expr, isOne));
  if (isLeft((e) => isLetter(e, index)) || !members.every(({ expr }) => hasPart(expr, (part) => anyOf(part) !== undefined))) return defined;
  if (isLeft((e) => isName(e) && names.includes(print(e)))) return { ...defined, vector: names[0] };
  const bare = (any: Scripted | undefined): Expr | undefined => (any && any.sub.length + any.sup.length + any.primes === 0 ? any.base : any);
  return { ...defined, any: members.map(({ expr }) => replace(expr, (part) => bare(anyOf(part)))) };
}

/** What is defined at `x_1, \dots, x_n` is a function of x, which has these entries; a law of them all is another than that of each. */
export function withWholeArguments(equations: EquationSyntax[]): EquationSyntax[] {
  const heads = new Set(equations.flatMap(({ statements }) => statements.flatMap(({ members: [{ expr }, ...others] }) => {
    const [head, body] = pairOf(expr, 'implicit');
    const isOwn = isSymbol(head) && isGroup(body) && withWholes(body) !== body && others.length && !others.some((other) => hasPart(other.expr, (e) => print(e) === print(head)));
    return isOwn ? [print(head)] : [];
  })));
  const told = (part: Expr): Expr => isProduct(part)
    ? { ...part, factors: part.factors.map((factor, i) => (i > 0 && isGroup(factor) && heads.has(print(part.factors[i - 1])) ? withWholes(factor) : told(factor))) }
    : withParts(part, told);
  return heads.size ? withMembers(equations, ({ members }) => members.map((member) => ({ ...member, expr: told(member.expr), written: member.expr }))) : equations;
}

/** `(\theta; x)` for `(\theta; x_1, \dots, x_n)`. */
function withWholes(group: Group): Group {
  const { contents, given = 0 } = group;
  const dots = contents.findIndex(isDots);
  const last = contents[dots + 1];
  if (dots < 1 || !isScriptedName(last) || last.sup.length) return group;
  const isEntry = (item: Expr): boolean => isScriptedName(item) && !item.sup.length && print(item.base) === print(last.base);
  const first = contents.findIndex(isEntry);
  return first < dots && first >= given && contents.slice(first, dots).every(isEntry) ? { ...group, contents: [...contents.slice(0, first), last.base, ...contents.slice(dots + 2)] } : group;
}

/** The i of `x_i` and `x^{(i)}`. */
function indexOf(arg: Expr): string | undefined {
  const [script, ...more] = isScriptedName(arg) ? [...arg.sub, ...arg.sup.map((sup) => (isGroup(sup, '(') ? sup.contents[0] : undefined))] : [];
  return isName(script) && /^[i-nt]$/.test(script.letter) && more.length === 0 ? script.letter : undefined;
}

/** `s(x)_k` for `s(x_k)`, from where s is defined so up to where it is defined otherwise. */
export function entriesTold(equations: readonly EquationSyntax[]): (expr: Expr) => Expr {
  const all = definedIn(equations);
  const vectorOf = (head: Expr): string | undefined => all.findLast((defined) => defined.head === print(head) && defined.at <= head.span.start)?.vector;
  const told = (part: Expr): Expr => isProduct(part)
    ? { ...part, factors: part.factors.map((factor, i) => (i > 0 && entry(factor, vectorOf(part.factors[i - 1]))) || told(factor)) }
    : withParts(part, told);
  return all.some(({ vector }) => vector) ? told : (expr) => expr;
}

function entry(factor: Expr, vector: string | undefined): Expr | undefined {
  const [call, sup] = isScripted(factor) ? [factor.base, factor.sup] : [factor, []];
  const [item] = isGroup(call, '(') ? call.contents : [];
  return isScriptedName(item) && print(item.base) === vector ? build.scripted(build.group(item.base), item.sub, sup, factor.span) : undefined;
}
