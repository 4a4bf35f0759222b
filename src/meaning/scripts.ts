/** What scripts turn out to be by all places of an exercise where a name stands: labels, and steps. */
import { children, equates, type EquationSyntax, type Expr, find, isGroup, isLetter, isNabla, isName, isNum, isPair, isProduct, isScripted, isScriptedName, isSymbol, type Statement } from '../notation/expression';
import { print } from '../notation/print';
import { type Traces, near, observe } from './traces';
import { familyOf } from './symbols';

/** What is said of `x^0` alone is said of a start, and no power. Where an exercise gives both `W^H = …` and `W^O = …`, what is raised tells one from the other and is no exponent; where it differentiates by y, `\delta^y` is the error at y. */
export function observeRaisedLabels(traces: Traces, equations: EquationSyntax[]): void {
  const heads = new Map<string, { family: string; label: string; at: number }[]>();
  for (const { members, relations } of equations.flatMap((e) => e.statements)) {
    for (const { expr } of members) observeErrors(traces, expr);
    members.slice(0, -1).forEach(({ expr }, i) => {
      if (isScriptedName(expr) && isNum(expr.sup[0], 0) && !isNum(members[i + 1].expr, 1)) observe(traces, `raised 0 on ${familyOf(expr.base)}`, expr);
      const label = /^(?:equal|assign|identical)$/.test(relations[i]?.name ?? '') ? raisedLabel(expr) : undefined;
      if (!label || !isScriptedName(expr)) return;
      const family = familyOf(expr.base);
      const key = `${traces.unitAt(expr.span.start)} ${family}`;
      heads.set(key, [...(heads.get(key) ?? []), { family, label: print(label), at: expr.span.start }]);
    });
  }
  for (const list of heads.values()) {
    const telling = new Set(list.map(({ label }) => label).filter((label) => !/^(?:[i-nTt]|\\tau)$/.test(label)));
    if (telling.size > 1) for (const { family, label, at } of list) { observe(traces, `raised ${label}`, at); observe(traces, `raised on ${family}`, at); }
  }
}

function observeErrors(traces: Traces, expr: Expr): void {
  const label = raisedLabel(expr);
  if (label && isScripted(expr) && isLetter(expr.base, '\\delta') && near(traces, `slope by ${print(label)}`, expr.span.start)) observe(traces, `raised ${print(label)}`, expr);
  for (const child of children(expr)) observeErrors(traces, child);
}

/** The only superscript of a name, where that is a name too and counts nothing. */
function raisedLabel(expr: Expr): Expr | undefined {
  if (!isScriptedName(expr) || expr.base.letter === 'e' || expr.sup.length !== 1) return undefined;
  const [sup] = expr.sup;
  const name = isScripted(sup) && !sup.sup.length && !sup.primes ? sup.base : sup;
  return isName(name) && !/^(?:[Tt]|\\tau)$/.test(name.letter) ? sup : undefined;
}

/** Beside `f(x) = x^T A x` the `f(x_k)` is at a step of x, where nothing sums over k. */
export function observeIterates(traces: Traces, equations: EquationSyntax[]): void {
  const statements = equations.flatMap((e) => e.statements);
  for (const statement of statements) for (const name of wholeParameters(statement)) observe(traces, `parameter as a whole ${name}`, statement.members[0].expr);
  const look = (expr: Expr): void => {
    for (const { family, letter, at } of callsOfSteps(expr)) {
      if (!near(traces, `parameter as a whole ${family}`, at) || near(traces, `sum ${letter}`, at)) continue;
      observe(traces, `downtime ${family}`, at);
      observe(traces, `downtime ${family} ${letter}`, at);
    }
    for (const child of children(expr)) look(child);
  };
  for (const { members } of statements) for (const { expr } of members) look(expr);
}

/** The x of `f(x) = …` where the right side has x, and no entry of it. */
function wholeParameters({ members, relations }: Statement): string[] {
  const [head, body] = members.map((member) => member.expr);
  if (!isPair(head) || !isGroup(head.factors[1]) || !body || !equates(relations[0])) return [];
  return head.factors[1].contents.flatMap((item) => {
    if (!isName(item)) return [];
    const family = familyOf(item);
    const isOf = (e: Expr): boolean => isName(e) && familyOf(e) === family;
    const hasEntry = find(body, (e) => isScripted(e) && isOf(e.base) && e.sub.length > 0);
    return find(body, isOf) && !hasEntry ? [family] : [];
  });
}

/** The x and k of `f(x_k)`. */
function callsOfSteps(expr: Expr): { family: string; letter: string; at: number }[] {
  if (!isProduct(expr)) return [];
  return expr.factors.flatMap((factor, i) => {
    const head = expr.factors[i - 1];
    if (!isGroup(factor, '(') || !(isSymbol(head) || isNabla(head)) || expr.signs[i - 1] !== 'implicit') return [];
    return factor.contents.flatMap((item) => {
      const [sub] = isScripted(item) ? item.sub : [];
      return isScriptedName(item) && item.sub.length === 1 && isLetter(sub, /^[kt]$/) ? [{ family: familyOf(item.base), letter: sub.letter, at: item.span.start }] : [];
    });
  });
}
