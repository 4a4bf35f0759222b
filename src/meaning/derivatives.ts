/** What each name of a document is differentiated by. */
import { type EquationSyntax, type Expr, hasPart, isGroup, isNabla, isProduct, variablesOf, visit } from '../notation/expression';
import { print } from '../notation/print';
import type { DerivedBy, LinkSyntax } from './document';
import type { Traces } from './traces';
import { type SymbolContext, type SymbolUse, symbolUse, usesIn } from './symbols';

export function collectDerivatives(equations: EquationSyntax[], links: LinkSyntax[], traces: Traces): Map<string, DerivedBy[]> {
  const found = new Map<string, DerivedBy[]>();
  const context = { traces, bound: new Set<string>(), shifts: new Map<string, number>() };
  const note = (of: Expr, variables: Expr[], isQuotient: boolean) => {
    const isCall = isProduct(of) && isGroup(of.factors[1]);
    const use = symbolUse(isCall ? of.factors[0] : of, context);
    if (!use) return;
    const list = found.get(use.base) ?? [];
    found.set(use.base, list);
    for (const variable of variables) { const by = symbolUse(variable, context); if (by && by.base !== use.base && !isExponential(use, variable)) list.push({ by, ...(use.time ? { time: use.time } : {}), called: isCall && isQuotient, unit: traces.unitAt(of.span.start), at: of.span.start }); }
  };
  const written = equations.flatMap(({ statements }) => statements.flatMap(({ members }) => members));
  const meant = links.filter(({ pattern }) => pattern).flatMap(({ lhs, rhs }) => [lhs, rhs]);
  for (const member of [...written, ...meant]) visit(member.expr, (e) => {
    if (e.kind === 'derivative' || isNabla(e)) note(e.of, variablesOf(e), e.kind === 'derivative');
  });
  for (const link of links) noteSteps(found, link, equations, context);
  return withoutTurned(found);
}

/** A `\frac{\partial z}{\partial x}` beside more of `\frac{\partial x}{\partial z}` is upside down, and does not say that z depends on x. */
function withoutTurned(found: ReadonlyMap<string, DerivedBy[]>): Map<string, DerivedBy[]> {
  const count = (of: string, by: string, unit: number): number => (found.get(of) ?? []).filter((each) => each.by.base === by && each.unit === unit).length;
  return new Map([...found].map(([of, list]) => [of, list.filter(({ by, unit }) => count(by.base, of, unit) <= count(of, by.base, unit))]));
}

/** `\delta^{l+1}` beside `\delta^l = \partial C / \partial z^l`: C is differentiated by z^{l+1} as well. */
function noteSteps(found: Map<string, DerivedBy[]>, { lhs, rhs }: LinkSyntax, equations: EquationSyntax[], context: SymbolContext): void {
  const { expr } = rhs;
  const head = symbolUse(lhs.expr, context);
  if (expr.kind !== 'derivative' || !head?.time) return;
  const [of, by] = [expr.of, expr.by[0].expr].map((e) => symbolUse(e, context));
  const { letter } = head.time;
  const list = of && !of.time ? found.get(of.base) : undefined;
  if (!list || by?.time?.letter !== letter || by.time.shift !== head.time.shift) return;
  const unit = context.traces.unitAt(lhs.span.start);
  const others = equations.flatMap(({ statements }) => statements.flatMap(({ members }) => members)).filter(({ expr: member }) => context.traces.unitAt(member.span.start) === unit).flatMap(({ expr: member }) => usesIn(context, member));
  const shifts = new Set(others.flatMap(({ base, time }) => (base === head.base && time?.letter === letter ? [time.shift] : [])));
  for (const shift of shifts) if (!list.some((each) => each.by.base === by.base && each.by.time?.shift === shift)) list.push({ by: { ...by, time: { letter, shift } }, called: false, unit, at: lhs.span.start });
}

/** `\frac{d}{dx} a^x` does not say that a depends on x. */
const isExponential = ({ modifiers }: SymbolUse, variable: Expr): boolean => modifiers.some((m) => m.kind === 'power' && hasPart(m.exponent, (e) => print(e) === print(variable)));
