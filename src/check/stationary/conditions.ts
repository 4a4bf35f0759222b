/** What was set to zero, as terms of the world of a claim, and what these rest on. */
import type { LinkSyntax, Stationarity } from '../../meaning/document';
import { keysIn } from '../../meaning/names';
import { keyOf } from '../../meaning/symbols';
import { type Term, visitTerm } from '../../meaning/term';
import { type World, ifReadable } from '../../meaning/world';
import { print } from '../../notation/print';
import { type AlignedSides, scopeOf } from '../readings';

export interface Condition { said?: string; term: Term; leaves: Set<string>; /** Keys of the variables whose derivative vanishes. */ variables: string[] }

/** A condition in the claim's own world, read before any size is chosen. */
export function readCondition({ expr, variables, said }: Stationarity, link: LinkSyntax, { world }: AlignedSides): Condition | undefined {
  const term = ifReadable(() => world.read(scopeOf(link, expr), expr))?.term;
  return term && { ...(said ? { said } : {}), term, leaves: leavesOf(world, [term]), variables: variables.map((v) => keyOf({ ...v })) };
}

/** A condition replaces an earlier one on the same variables. */
export function latest(equations: readonly Stationarity[]): Stationarity[] {
  const id = ({ expr, variables }: Stationarity): string => variables.length === 0 ? print(expr) : [...new Set(variables.map((variable) => keyOf({ ...variable })))].sort().join(' ');
  return [...new Map(equations.map((equation) => [id(equation), equation])).values()];
}

/** Functions of which nothing is known say nothing about a line that does not mention them. */
export function openIn({ world, left, right }: AlignedSides, conditions: readonly Condition[], claimed: ReadonlySet<string>): string[] {
  const known = functionsIn(world, [left, right]);
  const functions = [...functionsIn(world, conditions.map(({ term }) => term))].filter((name) => !known.has(name));
  const symbols = [...new Set(conditions.flatMap(({ leaves }) => [...leaves]))].filter((key) => (world.symbols.get(key)?.dependsOn.length ?? 0) > 0 && !claimed.has(key));
  return [...functions, ...symbols].map((key) => world.symbols.get(key)?.use.tex ?? key);
}

/** Undefined functions that are applied in terms, and in the definitions that these rest on. */
function functionsIn(world: World, terms: Term[]): Set<string> {
  const all = [...terms, ...[...keysBehind(world, terms)].flatMap((key) => world.definitions.get(key)?.term ?? [])];
  const found = new Set<string>();
  for (const term of all) visitTerm(term, (t) => { if (t.op === 'smooth') found.add(t.name); });
  return found;
}

/** A condition is solved for its variables; one that they have dropped out of, as from `\partial L / \partial b`, for all that is in it. */
export function unknownKeys({ leaves, variables }: Condition): string[] {
  const own = variables.filter((key) => leaves.has(key));
  // Chances add up to 1, whatever is given of what happens.
  return own.length ? own : [...leaves].filter((key) => !key.startsWith('chance'));
}

/** Keys without a definition that terms rest on. */
export const leavesOf = (world: World, terms: Term[]): Set<string> => new Set([...keysBehind(world, terms)].filter((key) => !world.definitions.has(key)));

/** Keys in terms and in the definitions that these rest on. */
export function keysBehind(world: World, terms: Term[]): Set<string> {
  const seen = new Set(terms.flatMap((term) => [...keysIn(term)]));
  for (const key of seen) for (const inner of keysIn(world.definitions.get(key)?.term ?? { op: 'num', value: 0 })) seen.add(inner);
  return seen;
}
