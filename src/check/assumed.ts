/** A line where sizes, indices and points are as the document says, or where the derivative vanishes that it set to zero. */
import { conditionsAt } from '../meaning/conditions';
import { domainWords } from '../meaning/declarations';
import { rootOf } from '../meaning/dims';
import { type DocumentMeaning, type LinkSyntax, exprsOf } from '../meaning/document';
import { indexConditions, isBound } from '../meaning/provisos';
import { hasTerm } from '../meaning/term';
import { symbolsIn, type World } from '../meaning/world';
import * as build from '../notation/build';
import { children, type Expr, isClosed, isDerivative, isGroup, isName, isNumeral, isScripted, isZero } from '../notation/expression';
import { print } from '../notation/print';
import { type Evaluation, evaluate } from './evaluate';
import { type Assumption, type Judgement, leftOpen, notRead, refutedBy, verifiedBy } from './judgement';
import { onlyAtPoint } from './nothing';
import { type AlignedSides, seedText, where } from './readings';
import { showPoint } from './shrink';
import { atStationary } from './stationary';
import { mentionsName } from './taken';
import { possibleIndices } from '../meaning/free';

/** The claim where sizes are as the text says, or at the stationary point that was set before. */
export function underAssumptions(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides, solved: boolean): Judgement | undefined {
  const seed = seedText(link);
  let elsewhere: string | undefined;
  for (const { condition: { name, value, lasts }, inForce, past } of conditionsAt(document, link)) {
    const evaluation = evaluate(sides, { seed, sizes: new Map([[name, value]]) });
    if (lasts && inForce && evaluation?.outcome === 'differ') return refutedBy(evaluation, sides, [{ kind: 'condition', text: `${name} = ${value}` }], showPoint(sides, evaluation));
    // Where both sides vanish, much else would hold as well.
    const isNothing = evaluation?.vacuous && !comesToNothing(link);
    if (evaluation?.outcome !== 'agree' || (isNothing && !inForce)) continue;
    if (isNothing) return leftOpen({ code: 'no-points' }, sides.world);
    if (inForce) return verifiedBy(evaluation, sides, [{ kind: 'condition', text: `${name} = ${value}` }, ...assumptionsOf(sides, evaluation)]);
    // Where the size itself stands in the line, the line speaks of any, unless it comes to a number.
    if (!mentionsName(link, name) || (!past && exprsOf(link).some(isClosed))) elsewhere ??= `${name} = ${value}`;
  }
  const apart = particulars(sides);
  const said = indexConditions(document, link);
  for (const conditions of [...said.map((condition) => [condition]), ...(apart.length ? [apart, ...said.map((condition) => [condition, ...apart])] : [])]) {
    const masked = conditions.reduce<AlignedSides | undefined>((some, condition) => some && where(link, some, condition), sides);
    const evaluation = masked && evaluate(masked, { seed });
    if (!masked || !evaluation) continue;
    const assumptions: Assumption[] = [...conditions.map((condition): Assumption => ({ kind: 'condition', text: print(condition) })), ...assumptionsOf(masked, evaluation)];
    const isNothing = evaluation.vacuous && (conditions.some(isBound) || !comesToNothing(link));
    if (evaluation.outcome === 'agree' && !isNothing) return verifiedBy(evaluation, masked, assumptions);
    if (evaluation.outcome === 'differ' && conditions.every(isBound)) return refutedBy(evaluation, masked, assumptions);
  }
  const isDerived = mentionsDerivative(sides) || exprsOf(link).some(isDerivative);
  const stationary = !solved ? undefined : isDerived ? whereGiven(document, link, sides) : atStationaryPoints(document, link, sides);
  return stationary?.verdict !== 'verified' && elsewhere ? leftOpen({ code: 'conditional', what: elsewhere }, sides.world) : stationary;
}

/** It or its chain says so. */
const comesToNothing = ({ rhs, statement }: LinkSyntax): boolean => isLiteral(rhs.expr) || statement.members.some(({ expr }) => isZero(expr));

/** Of `L = -\log \sigma(s_i - s_j)`, which has no index itself, i and j are two of many. */
export function particulars({ world }: AlignedSides): Expr[] {
  return symbolsIn(world).flatMap(({ binding, use }) => (!binding || use.slots.length || binding.slots.length ? [] : apartIn(world, binding.expr)));
}

/** `i \ne j`, of free indices over one range. */
export function apartIn({ dims }: World, ...exprs: Expr[]): Expr[] {
  const letters = [...new Set(exprs.flatMap(possibleIndices))];
  return letters.flatMap((a, i) => letters.slice(i + 1).filter((b) => rootOf(dims, a) === rootOf(dims, b)).map((b) => build.unequal(build.name(a, exprs[0].span), build.name(b, exprs[0].span))));
}

/** Where the gradient is zero every multiple of it is: derivatives, and sides that both vanish there, are not tested; save that something is zero. */
function atStationaryPoints(document: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Judgement | undefined {
  const equations = [...document.stationary, ...document.given];
  const found = atStationary(link, sides, equations);
  if (!found) return undefined;
  const { evaluation, open, said } = found === 'unread' ? { evaluation: undefined, open: [], said: [] } : found;
  if (!evaluation || evaluation.outcome === 'undefined') return leftOpen({ code: 'unsolved' }, sides.world);
  if (evaluation.outcome === 'agree' && evaluation.vacuous && !exprsOf(link).some(isZero)) return undefined;
  const isZeroThere = (part: AlignedSides): boolean => { const at = atStationary(link, part, equations); return typeof at === 'object' && at.evaluation?.outcome === 'agree'; };
  if (evaluation.outcome === 'agree' && onlyAtPoint(link, sides, isZeroThere)) return notRead('whether it is about that point', sides.world);
  const assumptions: Assumption[] = [...said.map((text): Assumption => ({ kind: 'stationary', text })), ...assumptionsOf(sides, evaluation)];
  if (evaluation.outcome === 'agree') return verifiedBy(evaluation, sides, assumptions);
  if (open.length > 0) return leftOpen({ code: 'undefined', what: `the function ${open.join(', ')}` }, sides.world);
  // Of several such points the line may mean the one at which it holds.
  if (evaluation.differing < evaluation.points) return notRead('which of the points where the derivative vanishes is meant', sides.world);
  return refutedBy(evaluation, sides, assumptions, showPoint(sides, evaluation));
}

/** A derivative at points that satisfy the equations that are given, such as `\sum_k p_k = 1`. */
function whereGiven({ given }: DocumentMeaning, link: LinkSyntax, sides: AlignedSides): Judgement | undefined {
  const found = given.length > 0 ? atStationary(link, sides, given) : undefined;
  if (!found || found === 'unread' || found.evaluation?.outcome !== 'agree' || found.evaluation.vacuous) return undefined;
  const said = found.said.map((text): Assumption => ({ kind: 'condition', text }));
  return verifiedBy(found.evaluation, sides, [...said, ...assumptionsOf(sides, found.evaluation)]);
}

export const mentionsDerivative = (sides: AlignedSides): boolean => [sides.left, sides.right].some((side) => hasTerm(side, (t) => t.op === 'derivative'));

/** Domains that the points were drawn from, as far as the document declares them. */
export function assumptionsOf({ world }: AlignedSides, evaluation: Evaluation): Assumption[] {
  const narrowed = evaluation.leaves.filter((leaf) => leaf.domain && leaf.domain !== 'real' && leaf.domain !== 'integer' && !world.symbols.get(leaf.name)?.domain);
  // Of a name at several steps it is said once.
  const first = new Map([...narrowed].reverse().map(({ name, domain = 'real' }) => { const use = world.symbols.get(name)?.use; return [use?.base ?? name, `${use?.tex ?? name} is ${domainWords(domain)}`]; }));
  const domains = [...first.values()].reverse().map((text): Assumption => ({ kind: 'domain', text }));
  const said = [...world.premises].map((text): Assumption => ({ kind: 'condition', text }));
  return world.independence ? [...domains, ...said, { kind: 'independence', text: 'the random variables are independent' }] : [...domains, ...said];
}

/** A number, or an array of zeros. */
export const isLiteral = (expr: Expr): boolean => isNumeral(expr) || isZero(expr) || (isScripted(expr) && !isName(expr.base) && isLiteral(expr.base)) || ((isGroup(expr) || expr.kind === 'matrix') && children(expr).every(isZero));
