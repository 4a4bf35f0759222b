/** What each name of a document is differentiated by. */
import { type EquationSyntax, type Expr, hasPart, isGroup, isNabla, isProduct, variablesOf, visit } from '../notation/expression';
import { print } from '../notation/print';
import type { DerivedBy, LinkSyntax } from './document';
import type { Evidence } from './evidence';
import { type SymbolUse, symbolUse } from './symbols';

export function collectDerivatives(equations: EquationSyntax[], links: LinkSyntax[], evidence: Evidence): Map<string, DerivedBy[]> {
  const found = new Map<string, DerivedBy[]>();
  const context = { evidence, bound: new Set<string>(), shifts: new Map<string, number>() };
  const note = (of: Expr, variables: Expr[], isQuotient: boolean) => {
    const isCall = isProduct(of) && isGroup(of.factors[1]);
    const use = symbolUse(isCall ? of.factors[0] : of, context);
    if (!use) return;
    const list = found.get(use.base) ?? [];
    found.set(use.base, list);
    for (const variable of variables) { const by = symbolUse(variable, context); if (by && by.base !== use.base && !isExponential(use, variable)) list.push({ by, ...(use.time ? { time: use.time } : {}), called: isCall && isQuotient, unit: evidence.unitAt(of.span.start), at: of.span.start }); }
  };
  const written = equations.flatMap(({ statements }) => statements.flatMap(({ members }) => members));
  const meant = links.filter(({ pattern }) => pattern).flatMap(({ lhs, rhs }) => [lhs, rhs]);
  for (const member of [...written, ...meant]) visit(member.expr, (e) => {
    if (e.kind === 'derivative' || isNabla(e)) note(e.of, variablesOf(e), e.kind === 'derivative');
  });
  return found;
}

/** `\frac{d}{dx} a^x` does not say that a depends on x. */
const isExponential = ({ modifiers }: SymbolUse, variable: Expr): boolean => modifiers.some((m) => m.kind === 'power' && hasPart(m.exponent, (e) => print(e) === print(variable)));
