/** Functions of one name that differ in their arguments, such as the entropy `H(p)` and the cross-entropy `H(p, q)`, and apart from both the entropy `H(X \mid Y)` of random variables; and a divergence that is named without its laws. */
import * as build from '../notation/build';
import { bareName, callsIn, equates, type EquationSyntax, type Expr, hasPart, isGroup, isName, isProduct, isScripted, isSymbol, pairOf, type Product, replace, type Span, type Statement, visit, withMembers, withoutPrimes, withParts } from '../notation/expression';
import { print } from '../notation/print';
import { isDivergence } from './distributions';

/** An expression with the names of such functions told apart. */
export type Overloads = (expr: Expr) => Expr;

interface Definition { name: string; args: string; at: number }

/** A function that is always defined with the same kind of arguments keeps its name, and so does the first of several. */
export function overloadsOf(equations: readonly EquationSyntax[]): Overloads {
  const statements = equations.flatMap((equation) => equation.statements);
  const definitions = statements.flatMap(definitionOf).sort((a, b) => a.at - b.at);
  const overloaded = definitions.filter(({ name, args }) => definitions.some((other) => other.name === name && other.args !== args));
  const [divergence, ...others] = statements.flatMap(({ members }) => members.flatMap(({ expr }) => divergencesIn(expr)));
  const spelled: Overloads = divergence && others.every((other) => print(other) === print(divergence)) ? (expr) => spelledOut(expr, divergence) : (expr) => expr;
  return overloaded.length ? (expr) => toldApart(spelled(expr), overloaded) : spelled;
}

export const withOverloads = (equations: EquationSyntax[], overloads: Overloads): EquationSyntax[] =>
  withMembers(equations, ({ members }) => members.map((member) => ({ ...member, expr: overloads(member.expr) })));

/** `H(p, q) = …`. A marginal, `p(x) = \sum_y p(x, y)`, is named by its arguments and no function of as many. */
function definitionOf({ members, relations }: Statement): Definition[] {
  const [left, right] = members.map(({ expr }) => expr);
  const [head, body] = left && equates(relations[0]) ? pairOf(left) : [];
  const name = head && nameOf(head);
  if (name === undefined || !isGroup(body) || !body.contents.every(isSymbol)) return [];
  const args = argumentsIn(body);
  const isMarginal = hasPart(right, (part) => isProduct(part) && part.factors.some((factor, i) => nameOf(factor) === name && (argumentsIn(part.factors[i + 1]) ?? args) !== args));
  return args === undefined || isMarginal ? [] : [{ name, args, at: left.span.start }];
}

/** How many there are, before and after a bar, and whether they are capitals, as random variables are. */
function argumentsIn(body: Expr | undefined): string | undefined {
  if (!isGroup(body, '(')) return undefined;
  const areCapitals = body.contents.every((item) => /^[A-Z]$/.test(bareName(item)?.letter ?? ''));
  return `${body.contents.length}${body.given === undefined ? '' : `|${body.given}`}${areCapitals ? ' capitals' : ''}`;
}

/** The name of a function, its derivatives included; a power or an index above is no part of one. */
const nameOf = (head: Expr): string | undefined => (bareName(head) && !(isScripted(head) && head.sup.length > 0) ? print(withoutPrimes(head)) : undefined);

/** A name alone is that of the definition before it. */
function toldApart(expr: Expr, definitions: readonly Definition[]): Expr {
  const args = new Map<Expr, string>();
  const named = new Set<Expr>();
  const note = (head: Expr, own: string): void => {
    const letter = bareName(head);
    const first = definitions.find(({ name }) => name === nameOf(head));
    if (!letter || !first) return;
    named.add(head).add(letter);
    if (first.args !== own) args.set(letter, own);
  };
  visit(expr, (part) => {
    if (isProduct(part)) part.factors.forEach((head, i) => {
      const own = argumentsIn(part.factors[i + 1]);
      if (own !== undefined) note(head, own);
    });
    const before = named.has(part) ? undefined : definitions.findLast(({ name, at }) => name === nameOf(part) && at <= part.span.start);
    if (before) note(part, before.args);
  });
  return args.size ? replace(expr, (part) => (isName(part) && args.has(part) ? { ...part, args: args.get(part) } : undefined)) : expr;
}

// ── divergences ──

function divergencesIn(expr: Expr): Product[] {
  const found: Product[] = [];
  visit(expr, (part) => { for (const { head, body } of callsIn(part)) if (isDivergence(head, body)) found.push(build.product([head, body], part.span)); });
  return found;
}

/** `D_{KL}` alone is the one divergence `D_{KL}(q \| p)` that the document writes. */
function spelledOut(expr: Expr, divergence: Product): Expr {
  const name = print(divergence.factors[0]);
  const heads = new Set<Expr>();
  visit(expr, (part) => { for (const { head } of callsIn(part)) heads.add(head); });
  return replace(expr, (part) => (isSymbol(part) && !heads.has(part) && print(part) === name ? movedTo(divergence, part.span) : undefined));
}

/** All of it stands at one place of the text. */
const movedTo = (expr: Expr, span: Span): Expr => ({ ...withParts(expr, (part) => movedTo(part, span)), span });
