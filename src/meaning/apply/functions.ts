/** Whether a name before parentheses is applied to them; else it is multiplied by them. */
import { everyPart, type Expr, type Group, isChain, isName, isNumeral, isScripted, isScriptedName, isSum, isSymbol } from '../../notation/expression';
import { print } from '../../notation/print';
import { near } from '../traces';
import { useOf } from '../names';
import type { SymbolUse } from '../symbols';
import { type Binding, type Scope, unreadable, type World } from '../world';
import { scalar, type Value } from '../term';
import { isLaw } from './densities';

/** Whether a name before parentheses is applied to them; else it is multiplied by them. */
export function isFunctionName(world: World, scope: Scope, head: Expr, body: Group): boolean {
  if (body.open !== '(' && body.open !== '[' && body.open !== '{') return false;
  if (isIndicator(head, body)) return true;
  if (!isName(head) && !isScriptedName(head)) return false;
  const name = isName(head) ? head : head.base;
  if (!isName(name)) return false;
  if (isScripted(head) && head.primes > 0) return !useOf(world, scope, head)?.modifiers.some(({ kind }) => kind === 'transpose');
  if (body.open !== '(') return false;
  const use = useOf(world, scope, head);
  if (!use || use.modifiers.length > 0) return false;
  if (world.laws.has(use.base)) return true;
  const binding = world.lookup(use.base, use.time, scope.at, false);
  // The g_j of an exercise is no entry of the g(x) of another.
  if (use.slots.length > 0) return binding ? binding.params.length > 0 && (binding.slots.length > 0 || binding.unit === world.traces.unitAt(scope.at)) && !isBesideItself(world, scope, use, body) : isOneOfMany(world, scope, use);
  if (binding) return paramsOf(world, scope, use, binding, body.contents).length > 0;
  if (name.font === 'roman' && name.letter.length > 1) return true;
  if (isParametric(world, scope, use) && isLaw({ ...name, letter: 'p' }, body)) return true;
  return use.base === '\\sigma' || specialName(world, use.base, scope.at) !== undefined || world.declarations.functionName(use.base, scope.at) !== undefined || world.isFunction(use.base, scope.at);
}

/** `\sigma_i (\delta_{ij} - \sigma_j)` is a product: no function is a number in its own argument. */
const isBesideItself = (world: World, scope: Scope, { base }: SymbolUse, { contents }: Group): boolean =>
  contents.some((item) => isSum(item) && item.terms.some(({ expr }) => isSymbol(expr) && useOf(world, scope, expr)?.base === base));

/** The Q_i of `Q(w) = \sum_i Q_i(w)`, which only its index tells from the others. */
export const isOneOfMany = ({ traces }: World, { at }: Scope, { family, slots }: SymbolUse): boolean => near(traces, `many function ${family}`, at) && slots.every(({ kind }) => kind === 'index');

/** Its index, as a number that it is of. */
export const placesOf = (scope: Scope, { slots }: SymbolUse): Value[] =>
  slots.flatMap((slot) => (slot.kind === 'index' ? [scalar({ op: 'index', index: scope.bound.get(slot.letter) ?? slot.letter })] : []));

/** What a function is of. Where `y = ax` does not say it, the x of `y(x)`, and so of `y(2)` beside it. */
export function paramsOf(world: World, scope: Scope, { tex }: SymbolUse, { params, expr }: Binding, contents: readonly Expr[]): SymbolUse[] {
  const variables = params.length ? [] : [...new Map(everyPart(expr).filter(isSymbol).map((name) => [print(name), name])).values()];
  const isOwn = (item: Expr): boolean => isSymbol(item) && variables.some((name) => print(name) === print(item));
  const named = contents.every(isOwn) ? contents : variables.filter((name) => near(world.traces, `call ${tex} ${print(name)}`, scope.at));
  if (named.length === 0 || !world.reading.applied) { if (named.length) world.conventions.add(`${tex} is multiplied by what stands in the parentheses`); return params; }
  if (named.length !== contents.length) unreadable(`what ${tex} is a function of`, expr.span);
  return named.flatMap((name) => useOf(world, scope, name) ?? []);
}

export function isIndicator(head: Expr, body: Group): boolean {
  const letter = isName(head) ? head.letter : isNumeral(head) ? head.text : '';
  return (letter === 'I' || letter === '1' || letter === '\\chi') && body.contents.length === 1 && isChain(body.contents[0]);
}

/** \Gamma that is always applied is the gamma function, and \psi beside it the slope of its logarithm. */
export function specialName({ traces }: World, base: string, at: number): string | undefined {
  const name = SPECIAL[base];
  if (!name || !near(traces, 'applied \\Gamma', at)) return undefined;
  const [applied, written] = ['applied \\Gamma', 'bare \\Gamma'].map((topic) => (traces.seen.get(topic) ?? []).filter(({ unit }) => unit === traces.unitAt(at)).length);
  return applied >= written ? name : undefined;
}
const SPECIAL: Record<string, string> = { '\\Gamma': 'gamma', '\\psi': 'digamma' };

/** `p_\theta`, where something is differentiated by \theta. */
export function isParametric(world: World, scope: Scope, { base }: SymbolUse): boolean {
  const [, label] = LABELLED.exec(base) ?? [];
  return label !== undefined && near(world.traces, `varied ${label}`, scope.at);
}

export const LABELLED = /^[^_]+_(\\?[A-Za-z]+)$/;
