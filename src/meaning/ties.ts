/** What ties the pieces of a document: the names that one says something of, and another uses without saying what they are. */
import type { Expr } from '../notation/expression';
import type { Role } from './classify/role';
import { type DocumentMeaning, exprsOf, type LinkSyntax, startOf } from './document';
import { isDeclared } from './restrictions';
import { contextOf, type SymbolUse, visitSymbols } from './symbols';

/** The names that later pieces may take from this one, each with the names that its definition takes in turn from earlier ones. */
export function givenNames(document: DocumentMeaning): Map<string, ReadonlySet<string>> {
  const { bindings, declarations: { distributions, functions } } = document;
  const given = new Map<string, ReadonlySet<string>>();
  for (const { base } of distributions) given.set(lawTie(base), new Set());
  for (const { base } of functions) given.set(functionTie(base), new Set());
  for (const list of bindings.values()) for (const binding of list) {
    if (binding.own) continue;
    const taken = new Set(given.get(tieOf(binding)));
    take(document, binding.expr, binding.at, binding.unit, taken, new Set());
    given.set(tieOf(binding), taken);
  }
  return given;
}

/** Names that its relations mention, and that it neither binds nor declares: an earlier piece may say what they are. */
export function takenNames(document: DocumentMeaning, roles: ReadonlyMap<LinkSyntax, Role>): Set<string> {
  const taken = new Set<string>();
  const seen = new Set<Expr>();
  for (const link of document.links) {
    if (roles.get(link)?.role === 'notation') continue;
    for (const expr of exprsOf(link)) take(document, expr, startOf(link), link.unit, taken, seen);
  }
  return taken;
}

/** Adds what an expression takes from elsewhere, by itself and through the definitions that it rests on. */
function take(document: DocumentMeaning, expr: Expr, at: number, unit: number, taken: Set<string>, seen: Set<Expr>): void {
  if (seen.has(expr)) return;
  seen.add(expr);
  const { lookup, declarations } = document.surroundings;
  visitSymbols(expr, contextOf(document), (use) => {
    const bound = lookup(use.base, use.time, at, false);
    if (bound) return take(document, bound.expr, bound.at, bound.unit, taken, seen);
    if (!isDeclared(document, use.base, unit)) taken.add(tieOf(use));
    if (!declarations.distribution(use.base, at)) taken.add(lawTie(use.base));
    if (!declarations.functionName(use.base, at)) taken.add(functionTie(use.base));
  });
}

/** A name that is counted by steps is another than the name alone. */
const tieOf = ({ base, time }: Pick<SymbolUse, 'base' | 'time'>): string => (time ? `${base}@${time.letter}` : base);
const lawTie = (base: string): string => `law of ${base}`;
const functionTie = (base: string): string => `function ${base}`;
