/** What is taken at a point: `\frac{df}{dx} \big|_{x = 3}`, `\left[ \frac{x^3}{3} \right]_0^2`. */
import * as build from '../build';
import { type Evaluated, everyPart, type Expr, find, hasPart, isBracketed, isChain, isMark, isName, isNumeral, isScripted, isSum, replace, type Statement } from '../expression';
import { print } from '../print';
import { type Cursor, join, peek } from './cursor';
import { parseScriptPair } from './scripted';

/** A bar that closes nothing, with a script. */
export const isEvaluationBar = (c: Cursor): boolean => peek(c, 1)?.text === '_' && peek(c)?.kind !== 'text' && /^(?:\||\\r?vert)$/.test(peek(c)?.text ?? '');

/** `|_{x = 1, y = 2}` is taken at one after the other. */
export function parseEvaluation(c: Cursor, of: Expr): Expr {
  c.at++;
  const { sub, sup } = parseScriptPair(c);
  const span = join(of.span, c.tokens[c.at - 1].span);
  return sub.reduce<Expr>((inner, point) => {
    const [value, by] = sides(point);
    return { kind: 'evaluated', of: inner, by, ...(sup.length ? { from: value, to: sides(sup[0])[0] } : { to: value }), span };
  }, of);
}

/** The value, and of what it is one if that is said. */
const sides = (point: Expr): [Expr, Expr?] => (isChain(point) && point.relations[0].name === 'equal' ? [point.members[1], point.members[0]] : [point]);

/** The statement with brackets such as `[F]_0^1` read as well, and with the variable of each: that of an integral beside it, that of a derivative, or the only letter there is. */
export function withEvaluations(statement: Statement): Statement {
  const { members } = statement;
  if (!members.some(({ expr }) => hasPart(expr, (e) => e.kind === 'evaluated' || isBracket(e)))) return statement;
  const variables = members.flatMap(({ expr }) => everyPart(expr)).flatMap((e) => (e.kind === 'integral' ? [e.by] : []));
  const read = (expr: Expr): Expr => replace(expr, (e) => {
    if (isSum(e) && e.terms.some(({ expr: term }, i) => i > 0 && reachesBack(term, e.terms.slice(0, i).map((t) => t.expr)))) return build.unread('how far a bar reaches', e.span);
    if (isBracket(e) && (variables.length > 0 || [e.sub[0], e.sup[0]].some(isNoEntry))) return complete({ kind: 'evaluated', of: e.base.contents[0], from: e.sub[0], to: e.sup[0], span: e.span });
    return e.kind === 'evaluated' ? complete(e) : undefined;
  });
  const variable = ({ by, of }: Evaluated): Expr | undefined => by ?? variables.find((v) => mentions(of, v)) ?? ownVariable(of);
  const complete = (e: Evaluated): Expr => ({ ...e, of: read(e.of), by: variable(e) });
  // `x^2 + x |_0^1`: the bar may be meant for all of the sum.
  const reachesBack = (term: Expr, before: Expr[]): boolean => {
    const by = term.kind === 'evaluated' ? variable(term) : undefined;
    return term.kind === 'evaluated' && (!by || before.some((other) => mentions(other, by)));
  };
  return { ...statement, members: members.map((member) => ({ ...member, expr: read(member.expr) })) };
}

const mentions = (expr: Expr, by: Expr): boolean => hasPart(expr, (e) => print(e) === print(by));

function ownVariable(of: Expr): Expr | undefined {
  const derivative = find(of, (e) => e.kind === 'derivative');
  if (derivative?.kind === 'derivative') return derivative.by.length === 1 ? derivative.by[0].expr : undefined;
  const letters = new Map(everyPart(of).filter(isName).map((e) => [print(e), e]));
  return letters.size === 1 ? [...letters.values()][0] : undefined;
}

type Bracket = Extract<Expr, { kind: 'scripted' }> & { base: Extract<Expr, { kind: 'group' }> };
const isBracket = (e: Expr): e is Bracket => isScripted(e) && isBracketed(e.base, '[') && e.sub.length === 1 && e.sup.length === 1;

/** `[A]_1^2` may be an entry that is squared: none begins at 0, at a negative number or between two. */
const isNoEntry = (e: Expr): boolean => (isNumeral(e) ? e.value === 0 || e.digits > 0 : isSum(e) || isMark(e, 'infinity'));
