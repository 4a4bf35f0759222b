/** Lines that hold where names lie elsewhere than is known: as is said later, of another case, or in words that are not read. */
import { type Domain, domainWords, type Restriction } from '../../meaning/declarations';
import { type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import { CHANCE } from '../../meaning/expectations';
import { restrictions } from '../../meaning/restrictions';
import type { SymbolUse } from '../../meaning/symbols';
import { freeIndices, hasTerm, map, rewriteTerm, type Term } from '../../meaning/term';
import { wordsAfter } from '../../meaning/wording';
import { type SymbolInfo, symbolsIn } from '../../meaning/world';
import { particulars } from '../assumed';
import { evaluate } from '../evaluate';
import type { Reason } from '../judgement';
import { seedText, type AlignedSides, where } from '../readings';
import { atStationary } from '../stationary';
import { type Differing, baseOf, contains, texOf, undisturbed } from './differing';
import { matters } from './gaps';

export const holdsLater = ({ link, sides, evaluation }: Differing): boolean => evaluate(sides, { seed: seedText(link), choice: evaluation.choice, laterDomains: true, brief: true })?.outcome === 'agree';

/** It holds where names lie as the exercise says for a case only, or said before. */
export function holdsInCase({ document: { declarations, traces }, link, sides, evaluation }: Differing): Reason | undefined {
  const unit = traces.unitAt(sides.at);
  const domains = new Map(evaluation.leaves.flatMap(({ name, domain }): [string, Domain][] => {
    const base = baseOf(sides, name);
    const other = declarations.domains.filter((d) => d.base === base && d.unit === unit && d.value !== (domain ?? 'real')).sort((a, b) => a.at - b.at).filter((d) => d.at < sides.at).pop();
    return other ? [[name, other.value]] : [];
  }));
  if (domains.size === 0 || evaluate(sides, { seed: seedText(link), choice: evaluation.choice, domains, brief: true })?.outcome !== 'agree') return undefined;
  const words = [...domains].map(([name, value]) => `${texOf(sides, name)} is ${domainWords(value)}`);
  return { code: 'conditional', what: words.join(' and ') };
}

/** `\nabla_w L = -y x` of `L = \max(0, 1 - y w^T x)`, without a case: it may be about that in which the maximum is not 0. An activation, `\max(0, z)` or of a vector, is there in each. */
export function holdsWhereActive({ link, sides, evaluation: { choice } }: Differing): boolean {
  const { left, right, world } = sides;
  const active = (term: Term): Term => rewriteTerm(term, (t) => (t.op === 'reduce' ? t : partAboveZero(t)));
  const isDerived = (key: string): boolean => [left, right].some((side) => hasTerm(side, (t) => t.op === 'derivative' && t.of.op === 'symbol' && t.of.key === key));
  const definitions = new Map([...world.definitions].map(([key, definition]) => [key, isDerived(key) ? { ...definition, term: active(definition.term) } : definition]));
  const derived = (side: Term): Term => rewriteTerm(side, (t) => (t.op === 'derivative' ? { ...t, of: active(t.of) } : undefined));
  const above: AlignedSides = { ...sides, left: derived(left), right: derived(right), world: { ...world, definitions } };
  const apart = particulars(above).reduce<AlignedSides | undefined>((some, condition) => some && where(link, some, condition), above);
  return apart !== undefined && evaluate(apart, { seed: seedText(link), choice, brief: true })?.outcome === 'agree';
}

/** The u of `\max(0, u)`, where u is a number that is no name. */
function partAboveZero(term: Term): Term | undefined {
  const [a, b] = term.op === 'map' && term.fn === 'maximum' ? term.args : [];
  const part = [[a, b], [b, a]].find(([zero]) => zero?.op === 'num' && zero.value === 0)?.[1];
  return part && part.op !== 'symbol' && ![...freeIndices(part)].some((index) => index.startsWith('~')) ? part : undefined;
}

/** Names of which something is said that is not read, and functions without a definition of which it is said where their values lie. */
export function restricted({ document, link, sides, evaluation }: Differing): SymbolUse[] {
  const kept = contains(sides, 'average') ? () => true : (value: Restriction) => value !== 'chance';
  const solved = differsWhereGiven(document, link, sides);
  const inside = differsWithin(document, link, sides);
  const isBounded = ({ key, use }: SymbolInfo): boolean => evaluation.arbitrary.some((side) => side.has(key)) && (sides.world.declarations.domain(use.base, sides.at) ?? 'real') !== 'real';
  const isMoment = (key: string): boolean => key.endsWith(CHANCE) && matters(evaluation, key);
  const isSaid = ({ use, key }: SymbolInfo): boolean => restrictions(document, use.base, sides.at).some(({ value }) => kept(value) && !(value === 'chance' && sides.world.declarations.distribution(use.base, sides.at)) && !(value === 'given' && (solved || !evaluation.inputs.has(key))) && !(value === 'limit' && inside)) && matters(evaluation, key);
  const isRestricted = (info: SymbolInfo): boolean => !info.binding && (isSaid(info) || isBounded(info) || isMoment(info.key));
  return [...new Map(symbolsIn(sides.world).filter(isRestricted).map(({ use }) => [use.tex, use])).values()];
}

/** `|A| = -A` of an A of either sign, without a condition of its own: the text is likely in the case in which A is below zero. */
export function ofNegative({ document, link, sides, sides: { left } }: Differing): boolean {
  const isConditioned = link.statement.conditions.length > 0 || /^\s*,?\s*(?:for|if|when|where)\s+⟦⟧/i.test(wordsAfter(document.wording, link.region, 20));
  if (left.op !== 'map' || left.fn !== 'abs' || isConditioned) return false;
  const agree = (some: Term, other: Term): boolean => evaluate({ ...sides, left: some, right: other }, { seed: seedText(link), brief: true })?.outcome === 'agree';
  return agree(map('neg', left.args[0]), sides.right) && !agree(left, left.args[0]);
}

/** Whether the sides differ at points at which the equations hold that are given. */
function differsWhereGiven(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): boolean {
  const found = document.given.length ? undisturbed(sides.world, () => atStationary(link, sides, document.given)) : undefined;
  return found !== undefined && found !== 'unread' && found.evaluation?.outcome === 'differ';
}

/** Whether the sides differ at points at which the inequalities hold that are given. */
function differsWithin(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): boolean {
  return undisturbed(sides.world, () => {
    const within = withinLimits(document, link, sides);
    return within !== undefined && evaluate(within, { seed: seedText(link), brief: true })?.outcome === 'differ';
  });
}

/** The sides where the inequalities hold that are given before the line, and nothing elsewhere. Undefined where none is, or one cannot be read. */
export function withinLimits({ limits }: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): AlignedSides | undefined {
  const before = limits.filter(({ unit, at }) => unit === link.unit && at < startOf(link));
  return before.length === 0 ? undefined : before.reduce<AlignedSides | undefined>((some, { expr }) => some && where(link, some, expr), sides);
}
