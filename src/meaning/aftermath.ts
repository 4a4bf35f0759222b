/** What the checks of a text change of its meaning: which names turned out to be bound, and the shapes that verified claims settled. */
import { createDeclarations, type DeclarationTable } from './declarations';
import { allBindings, bind, type DocumentMeaning, type LinkSyntax, type Settled, type Stationarity, unbind } from './document';
import type { Binding } from './world';

export interface Aftermath {
  bound: Binding[];
  unbound: Binding[];
  restated: Binding[];
  /** Set to zero in a wrong form, as they should be. */
  corrected: Stationarity[];
  settled: [string, Settled][];
  /** Where the upheld claims stand. */
  upheld: ReadonlySet<string>;
  declared: DeclarationTable;
}

/** Call it before the checks, and what it gives after them. */
export function watchChecks(document: DocumentMeaning): () => Aftermath {
  const before = allBindings(document);
  const known = new Set(before);
  const zeros = new Set(document.stationary);
  const lengths = mapTable(document.declarations, (list) => list.length);
  return () => {
    const after = allBindings(document);
    const left = new Set(after);
    const declared = createDeclarations();
    for (const name of tableNames(declared)) declared[name].push(...(document.declarations[name].slice(lengths[name]) as never[]));
    return { bound: after.filter((b) => !known.has(b)), unbound: before.filter((b) => !left.has(b)), restated: [...document.restated], corrected: document.stationary.filter((zero) => !zeros.has(zero)), settled: [...document.settled], upheld: new Set([...document.upheld].map(placeOf)), declared };
  };
}

/** Brings what the checks of a text have changed to a longer text that begins with it. */
export function carryOver(document: DocumentMeaning, { bound, unbound, restated, corrected, settled, upheld, declared }: Aftermath): void {
  for (const { base, at } of unbound) for (const binding of document.bindings.get(base) ?? []) if (binding.at === at) unbind(document, binding);
  for (const binding of bound) bind(document, binding);
  document.restated.push(...restated);
  for (const [i, { at }] of document.stationary.entries()) document.stationary[i] = corrected.find((zero) => zero.at === at) ?? document.stationary[i];
  for (const [name, rank] of settled) document.settled.set(name, rank);
  for (const link of document.links) if (upheld.has(placeOf(link))) document.upheld.add(link);
  for (const name of tableNames(declared)) document.declarations[name].push(...(declared[name] as never[]));
}

const placeOf = ({ lhs, rhs }: LinkSyntax): string => `${lhs.span.start} ${rhs.span.end}`;
const tableNames = (table: DeclarationTable): (keyof DeclarationTable)[] => Object.keys(table) as (keyof DeclarationTable)[];
const mapTable = <T>(table: DeclarationTable, of: (list: readonly unknown[]) => T): Record<keyof DeclarationTable, T> =>
  Object.fromEntries(tableNames(table).map((name) => [name, of(table[name])])) as Record<keyof DeclarationTable, T>;
