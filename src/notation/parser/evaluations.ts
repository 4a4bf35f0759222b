/** What is taken at a point: `\frac{df}{dx} \big|_{x = 3}`, `\left[ \frac{x^3}{3} \right]_0^2`. */
import type { Evaluated, Expr, Statement } from '../expression';
import { find, hasPart, replace, visit } from '../expression';
import { print } from '../print';
import { type Cursor, join, peek, unread } from './cursor';
import { parseScriptPair } from './scripted';

/** A bar that closes nothing, with a script. */
export const isEvaluationBar = (c: Cursor): boolean => {
  const [bar, next] = [peek(c), peek(c, 1)];
  return bar !== undefined && bar.kind !== 'text' && /^(?:\||\\r?vert)$/.test(bar.text) && next?.kind !== 'text' && next?.text === '_';
};

export function parseEvaluation(c: Cursor, of: Expr): Expr {
  const bar = c.tokens[c.at++];
  const { sub, sup } = parseScriptPair(c);
  const span = join(of.span, c.tokens[c.at - 1]?.span ?? bar.span);
  if (sup.length > 1 || (sup.length && sub.length > 1)) return unread(c, `${print(of)} at several points`);
  // `|_{x = 1, y = 2}` is taken at one after the other.
  return sub.reduce((inner, point) => at(inner, point, sup[0], span), of);
}

function at(of: Expr, point: Expr, to: Expr | undefined, span: Evaluated['span']): Expr {
  const [by, value] = isEquality(point) ? point.members : [undefined, point];
  const end = to && isEquality(to) ? to.members[1] : to;
  return { kind: 'evaluated', of, ...(by ? { by } : {}), ...(end ? { from: value } : {}), to: end ?? value, span };
}

const isEquality = (e: Expr): e is Extract<Expr, { kind: 'chain' }> => e.kind === 'chain' && e.members.length === 2 && e.relations[0].name === 'equal';

/** The statement with brackets such as `[F]_0^1` read as well, and with the variable of each: that of an integral beside it, that of a derivative, or the only letter there is. */
export function withEvaluations(statement: Statement): Statement {
  const { members } = statement;
  if (!members.some(({ expr }) => hasPart(expr, (e) => e.kind === 'evaluated' || isBracket(e)))) return statement;
  const variables: Expr[] = [];
  for (const { expr } of members) visit(expr, (e) => { if (e.kind === 'integral') variables.push(e.by); });
  const read = (expr: Expr): Expr => replace(expr, (e) => {
    if (e.kind === 'sum' && e.terms.some(({ expr: term }, i) => i > 0 && reachesBack(term, e.terms.slice(0, i).map((t) => t.expr), variables))) return { kind: 'unread', what: `how far the bar of ${print(e.terms[e.terms.length - 1].expr)} reaches`, span: e.span };
    if (isBracket(e) && (variables.length > 0 || isNoEntry(e.sub[0]) || isNoEntry(e.sup[0]))) return complete({ kind: 'evaluated', of: e.base.items[0], from: e.sub[0], to: e.sup[0], span: e.span });
    return e.kind === 'evaluated' ? complete(e) : undefined;
  });
  const complete = (e: Evaluated): Expr => { const by = e.by ?? variableOf(e.of, variables); return { ...e, of: read(e.of), ...(by ? { by } : {}) }; };
  return { ...statement, members: members.map((member) => ({ ...member, expr: read(member.expr) })) };
}

/** `x^2 + x |_0^1`: the bar may be meant for all of the sum. */
function reachesBack(term: Expr, before: readonly Expr[], variables: readonly Expr[]): boolean {
  if (term.kind !== 'evaluated') return false;
  const by = term.by ?? variableOf(term.of, variables);
  return by === undefined || before.some((other) => mentions(other, by));
}

const mentions = (expr: Expr, by: Expr): boolean => hasPart(expr, (e) => print(e) === print(by));

function variableOf(of: Expr, variables: readonly Expr[]): Expr | undefined {
  const among = variables.find((by) => mentions(of, by));
  if (among) return among;
  const derivative = find(of, (e) => e.kind === 'derivative');
  if (derivative?.kind === 'derivative') return derivative.by.length === 1 ? derivative.by[0].expr : undefined;
  const letters = new Map<string, Expr>();
  visit(of, (e) => { if (e.kind === 'name') letters.set(print(e), e); });
  return letters.size === 1 ? [...letters.values()][0] : undefined;
}

type Bracket = Extract<Expr, { kind: 'scripted' }> & { base: Extract<Expr, { kind: 'group' }> };
const isBracket = (e: Expr): e is Bracket => e.kind === 'scripted' && e.base.kind === 'group' && e.base.open === '[' && e.base.items.length === 1 && e.sub.length === 1 && e.sup.length === 1 && e.primes === 0;

/** `[A]_1^2` may be an entry that is squared: none begins at 0, at a negative number or between two. */
const isNoEntry = (e: Expr): boolean => (e.kind === 'num' ? e.value === 0 || e.digits > 0 : (e.kind === 'sum' && e.terms[0].sign < 0) || (e.kind === 'mark' && e.mark === 'infinity'));
