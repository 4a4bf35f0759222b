/** Increments such as dX: what is of second order in them is often left out without a word. */
import { mentionsBase } from '../../meaning/classify/mentions';
import { allBindings, type DocumentMeaning, type LinkSyntax, exprsOf, startOf } from '../../meaning/document';
import { incremented, type SymbolUse } from '../../meaning/symbols';
import { type Index, num, type Term } from '../../meaning/term';
import { type World, freshLike } from '../../meaning/world';
import { evaluate } from '../evaluate';
import { seedText } from '../readings';
import type { Differing } from './differing';

/** Where the increments vanish both sides are equal, and so are their derivatives by each of them. */
export function holdsToFirstOrder({ link, sides, evaluation }: Differing): boolean {
  const { world, left, right } = sides;
  const keys = evaluation.leaves.flatMap(({ name }) => { const use = world.symbols.get(name)?.use; return use && incremented(use) ? [name] : []; });
  const agree = (along?: Along): boolean => {
    const found = evaluate({ ...sides, left: atZero(world, left, keys, along), right: atZero(world, right, keys, along) }, { seed: seedText(link), choice: evaluation.choice, brief: true });
    return found?.outcome === 'agree';
  };
  return keys.length > 0 && agree() && keys.every((key) => agree({ key, at: likeAxes(world, key) }));
}

/** Increments of what a condition holds of, such as Q^T Q = I, are not free. */
export function boundIncrements({ document, link, sides: { world, at }, evaluation }: Differing): SymbolUse[] {
  return evaluation.leaves.flatMap(({ name }) => {
    const use = world.symbols.get(name)?.use;
    const stem = use && incremented(use);
    if (!stem) return [];
    const domain = world.declarations.domain(stem.base, at);
    return isConditioned(document, link, stem.base) || (domain !== undefined && !FREE.has(domain)) ? [use] : [];
  });
}
/** An equation before the line, which defines nothing and was not found to hold anyway, mentions the name. */
function isConditioned(document: DocumentMeaning, { unit, statement, lhs }: LinkSyntax, base: string): boolean {
  const bound = allBindings(document);
  return document.links.some((other) => other.unit === unit && other.statement !== statement && startOf(other) < lhs.span.start && !document.upheld.has(other) && other.relation.name === 'equal'
    && exprsOf(other).some((expr) => mentionsBase(expr, base, document)) && !bound.some(({ at }) => at >= startOf(other) && at < other.rhs.span.end));
}

const FREE: ReadonlySet<string> = new Set(['real', 'positive', 'symmetric', 'positive definite', 'diagonal']);

interface Along { key: string; at: Index[] }

/** A side without increments, or its derivative along one of them there. */
function atZero(world: World, side: Term, keys: readonly string[], along?: Along): Term {
  const others = keys.filter((key) => key !== along?.key);
  const body = others.reduce<Term>((inner, key) => ({ op: 'let', key, axes: likeAxes(world, key), value: num(0), body: inner }), side);
  return along ? { op: 'let', key: along.key, axes: likeAxes(world, along.key), value: num(0), body, by: [{ at: along.at }] } : body;
}

const likeAxes = (world: World, key: string): Index[] =>
  (world.symbols.get(key)?.axes ?? []).map((axis) => freshLike(world, axis));
