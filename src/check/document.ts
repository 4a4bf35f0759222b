/** All links of a document in order: what each one does, and whether it is true. */
import { classify } from '../meaning/classify';
import type { Role } from '../meaning/classify/role';
import { saidIn } from '../meaning/declarations';
import { quantifiedNames } from '../meaning/quantified';
import { askedAbout, eigenvectorIn, isCase, isConditional, isDemanded, isEigenEquation, restrictedBases, sentenceBefore, statesDerivative } from '../meaning/premises';
import { allBindings, apartFrom, bind, type DocumentMeaning, exprsOf, type LinkSyntax, startOf, statementsAround, takeAsGiven, unbind } from '../meaning/document';
import { crossesSection, isOfAnother } from '../meaning/sections';
import { contextOf, hasSymbol, keyOf, type SymbolUse, symbolUse, usesIn } from '../meaning/symbols';
import { sentenceEnd, wordsBetween } from '../meaning/wording';
import type { Binding } from '../meaning/world';
import * as build from '../notation/build';
import { DIRECTION, type Expr, hasPart, isBig, isClosed, isGroup, isLetter, isName, isNum, isNumeral, isProduct, isScripted, isSum, isZero, pairOf, replace, type Scripted } from '../notation/expression';
import { print } from '../notation/print';
import type { LinkKind } from '../report';
import { judgeAs } from './repair/judge';
import { existentials } from './doubt/existentials';
import { matters } from './doubt/gaps';
import { numbersPutIn } from './putin';
import { unitVector } from './lengths';
import { overSteps } from './sequence';
import { settleShapes } from './shapes';
import { definedBySlip } from './contradicted';
import type { Finding } from './finding';
import { leftOpen, type Judgement, notRead, SAID_LATER } from './judgement';
import { boundBy } from './otherwise';
import { reckonedOtherwise, workedOutOtherwise } from './reckoned';
import { judge } from './verify';

/** Checks the links of one region. Regions must come in order, because a name bound anew holds for what follows. */
export function checkRegion(document: DocumentMeaning, roles: ReadonlyMap<LinkSyntax, Role>, links: LinkSyntax[]): Finding[] {
  return links.map((link) => orSaidNext(document, roles, checkLink(document, link, roles.get(link) ?? { role: 'claim', kind: 'claim' })));
}

/** A name that the words right behind a line define anew may be meant in the line already; a number that it is given there may solve the line. */
function orSaidNext(document: DocumentMeaning, roles: ReadonlyMap<LinkSyntax, Role>, found: Finding): Finding {
  const { link, kind, judgement } = found;
  if (judgement?.verdict !== 'refuted') return found;
  const next = [...roles.values()].flatMap((role) => ((role.role === 'restatement' || (role.role === 'definition' && role.binding.isValue)) && isSoonAfter(document, link, role.binding) ? [role.binding] : []));
  const meant = next.find((binding) => holdsBy(judge(document, link, { fixed: { ...boundBy(binding), values: true }, reasons: false })));
  if (meant?.isValue) return finding(link, kind, leftOpen({ code: 'premise' }));
  return meant ? finding(link, kind, notRead(SAID_LATER)) : found;
}

/** A number that is given elsewhere makes it hold. */
const holdsBy = (judgement: Judgement): boolean => judgement.verdict === 'verified' || (judgement.verdict === 'undecided' && judgement.reason.code === 'conditional');

function isSoonAfter({ text, parts: { regions } }: DocumentMeaning, link: LinkSyntax, { at, unit }: Binding): boolean {
  const words = at > link.rhs.span.end && unit === link.unit ? wordsBetween(text, regions, regions[link.region].span.end, at) : undefined;
  return words !== undefined && words.length < NEXT_WORDS && !/\n\s*(?:#|\\(?:sub)*section)/.test(words);
}
const NEXT_WORDS = 100;

function checkLink(document: DocumentMeaning, link: LinkSyntax, role: Role): Finding {
  const { problem } = document.parts.regions[link.region];
  if (problem) return { link, kind: 'claim', verdict: 'undecided', code: 'unread', note: `Not checked: ${problem}` };
  switch (role.role) {
    case 'notation': return { link, kind: role.kind, verdict: role.verdict, code: 'given', note: role.message };
    case 'definition': return define(document, link, role);
    case 'restatement': return restate(document, link, role);
    case 'step': return { link, kind: role.kind, verdict: 'definition', code: 'step', note: 'A step: the new value by the old one.' };
    case 'claim': return claimOrDefinition(document, link, role.kind);
  }
}

/** A definition by a derivative that says nothing, such as one by a letter never seen, is no definition. */
function define(document: DocumentMeaning, link: LinkSyntax, role: Extract<Role, { role: 'definition' }>): Finding {
  const stranger = strangeDerivative(document, link, role.binding);
  if (stranger) { unbind(document, role.binding); return finding(link, role.kind, stranger); }
  const last = atLastStep(document, link, role);
  if (last) return last;
  settleShapes(document, role.binding);
  document.restated.push(...formsThrough(document, link, role.binding));
  const known = atAnotherStep(document, link, role) ?? asSlope(document, link, role);
  if (known) return known;
  return { link, kind: role.kind, verdict: 'definition', code: 'definition', note: `Defines ${role.binding.tex}.` };
}

/** After `h = \tanh(W x + b)` a `z = W x + b` names a part of h, which is then \tanh(z) as well. */
function formsThrough({ bindings }: DocumentMeaning, { lhs, rhs }: LinkSyntax, part: Binding): Binding[] {
  if (part.params.length > 0 || part.expr !== rhs.expr || !(isSum(part.expr) || isProduct(part.expr))) return [];
  const written = print(part.expr);
  const earlier = allBindings({ bindings }).filter((b) => b.unit === part.unit && b.at < part.at && b.base !== part.base && b.params.length === 0);
  return earlier.flatMap((whole): Binding[] => {
    const expr = replace(whole.expr, (e) => (print(e) === written ? lhs.expr : undefined));
    return print(expr) === print(whole.expr) || print(expr) === print(lhs.expr) ? [] : [{ ...whole, expr, at: part.at }];
  });
}

/** A later step of a name that is defined for any step, as by `\hat x^k = V^T (x^k - x^*)`: verified where it follows; else a definition of its own. */
function atAnotherStep(document: DocumentMeaning, link: LinkSyntax, { binding, kind }: Extract<Role, { role: 'definition' }>): Finding | undefined {
  const { time, base, unit, at } = binding;
  const general = time && document.bindings.get(base)?.findLast((b) => b.unit === unit && b.at < at && !b.recursive && b.time?.letter === time.letter && b.time.shift !== time.shift);
  const judgement = general && judge(document, link, { fixed: boundBy(general, binding), reasons: false });
  return judgement?.verdict === 'verified' ? finding(link, kind, judgement) : undefined;
}

/** `\delta_T` of a `\delta_t` that is defined for any step of a sequence: verified where it follows. */
function atLastStep(document: DocumentMeaning, link: LinkSyntax, { binding: { base }, kind }: Extract<Role, { role: 'definition' }>): Finding | undefined {
  const general = allBindings(document).find((b) => b.time !== undefined && b.unit === link.unit && b.at < startOf(link) && base.startsWith(`${b.base}_`));
  const steps = general && overSteps(document, link, [general.expr]);
  const last = steps?.fixed.steps?.last;
  if (!steps || !last || !isScripted(link.lhs.expr) || !link.lhs.expr.sub.some((sub) => isLetter(sub, last))) return undefined;
  // What holds for one number of steps alone does not follow.
  const judged = [steps.fixed, ...(steps.fewer ? [steps.fewer] : [])].map((fixed) => judge(document, link, { fixed, reasons: false }));
  return judged.every(({ verdict }) => verdict === 'verified') ? finding(link, kind, judged[0]) : undefined;
}

/** `y = x^3` and `y' = 3x^2`: verified where it is the derivative by the only name that y rests on; else a name of its own. */
function asSlope(document: DocumentMeaning, link: LinkSyntax, { kind, binding: { unit, at } }: Extract<Role, { role: 'definition' }>): Finding | undefined {
  const { expr } = link.lhs;
  if (!isScripted(expr) || !isName(expr.base) || expr.primes === 0 || expr.sub.length + expr.sup.length > 0) return undefined;
  const of = expr.base;
  const known = document.bindings.get(of.letter)?.findLast((b) => b.unit === unit && b.at < at && !b.params.length && !b.isValue);
  const names = new Map((known ? usesIn(document, known.expr) : []).map(({ base }) => [base, build.name(base, expr.span)]));
  const [variable, ...others] = [...names].filter(([base]) => base !== 'e' && base !== '\\pi');
  const lhs: Expr | undefined = variable && others.length === 0 ? { kind: 'derivative', of, by: [{ expr: variable[1], order: expr.primes }], total: true, span: expr.span } : undefined;
  const judgement = lhs && judge(document, link, { lhs, reasons: false });
  return judgement?.verdict === 'verified' ? finding(link, kind, judgement) : undefined;
}

/** Earlier definitions of a name that a later one is compared with. */
const BRANCHES = 4;

/** A name bound again: the same by another way, in any of its branches, or a new definition. */
function restate(document: DocumentMeaning, link: LinkSyntax, role: Extract<Role, { role: 'restatement' }>): Finding {
  const { base, recursive } = role.binding;
  const before = (): Binding[] => (document.bindings.get(base) ?? []).filter((b) => b.unit === link.unit && b.at < startOf(link)).slice(-BRANCHES).reverse();
  if (recursive) for (const constant of before().filter(isConstant)) unbind(document, constant);
  const earlier = before();
  const named = earlier.filter(({ at }) => document.links.some((other) => startOf(other) === at && other.statement.label === link.statement.label));
  const branches = link.statement.label && named.length ? named : earlier;
  let contradicted: Judgement | undefined;
  for (const branch of branches) {
    const exact = judge(document, link, { fixed: boundBy(branch), reasons: false });
    const judgement = exact.verdict !== 'verified' && earlier.length === 1 && isClosed(link.rhs.expr) ? judgeAs(document, link, 'numeric') : exact;
    if (judgement.verdict !== 'verified') { contradicted ??= saysExistence(document, { judgement }) ? judgement : undefined; continue; }
    // A number said once more is a condition that holds, and nothing that could be shown; after another number of the name it holds from here on.
    if (branch.isValue && role.binding.isValue && (branch !== branches[0] || judgement !== exact)) bind(document, role.binding);
    if (branch.isValue && role.binding.isValue) return { link, kind: role.kind, verdict: 'assumption', code: 'given', note: 'A condition.' };
    document.restated.push(role.binding);
    if (restsOnOthers(document, branch, role.binding)) { bind(document, role.binding); settleShapes(document, role.binding); }
    return finding(link, role.kind, judgement);
  }
  if (branches.some((branch) => isByColumns(document, link, role.binding, branch))) return finding(link, role.kind, notRead('whether indices count rows'));
  // "For some \xi" says what follows of a name, and never what the name is.
  if (contradicted) return finding(link, role.kind, contradicted);
  const given = isDemanded(document, link) && condition(document, link, role.kind);
  if (given) return given;
  const { time, tex } = role.binding;
  // Under another heading or in another item the letter is another one's.
  if (time && !branches.every(({ at }) => crossesSection(document, at, startOf(link)) || isOfAnother(document, at, startOf(link)))) return finding(link, role.kind, leftOpen({ code: 'restated', tex }));
  const [known, ...others] = branches;
  const reminded = known && others.length === 0 && isReminder(document, link, known) ? judge(document, link, { fixed: boundBy(known) }) : undefined;
  if (reminded?.verdict === 'refuted') return finding(link, role.kind, reminded);
  const reckoned = known && others.length === 0 && !known.isValue && !time ? workedOutOtherwise(document, link, known) : undefined;
  if (reckoned) return finding(link, role.kind, reckoned);
  const slip = known && !known.isValue && !time ? definedBySlip(document, link, role.kind, known, role.binding) : undefined;
  if (slip) return finding(link, role.kind, slip);
  bind(document, role.binding);
  settleShapes(document, role.binding);
  return { link, kind: role.kind, verdict: 'definition', code: 'redefinition', note: `Defines ${tex} anew: it differs from the definition before.` };
}

/** `q_k = A_k^T x` beside `q = A^T x`, which it says once more if A_k is a column. */
function isByColumns(document: DocumentMeaning, link: LinkSyntax, { slots: [letter] }: Binding, known: Binding): boolean {
  const isIndexed = (e: Expr): e is Scripted => isScripted(e) && isLetter(e.base, /^[A-Z]$/) && e.sub.length === 1 && isLetter(e.sub[0], letter);
  if (!letter || !hasPart(link.rhs.expr, isIndexed)) return false;
  const rhs = replace(link.rhs.expr, (e) => (isIndexed(e) ? { ...e, sub: [build.mark('colon', e.span), ...e.sub] } : undefined));
  const judgement = judge(document, link, { rhs, fixed: boundBy(known), reasons: false });
  return judgement.verdict === 'undecided' ? judgement.reason.code === 'shape-clash' : judgement.verdict === 'verified';
}

/** `x_{n+1} = 1/a` says what x is at every step: where a recursion of x follows, it is no more. */
const isConstant = ({ time, expr }: Binding): boolean => time !== undefined && !hasPart(expr, (e) => isLetter(e, time.letter));

/** A name of what is said once more was bound anew since: by the same words it is another thing. */
const restsOnOthers = (document: DocumentMeaning, earlier: Binding, again: Binding): boolean =>
  hasSymbol(again.expr, contextOf(document), ({ base }) => document.bindings.get(base)?.some((b) => b.unit === again.unit && b.at > earlier.at && b.at < again.at) ?? false);

/** "Recall that `\sigma(z) = …`": words take a definition up that stands under the same heading, and give no new one. */
function isReminder(document: DocumentMeaning, link: LinkSyntax, { at, isValue }: Binding): boolean {
  const { start } = link.lhs.span;
  const isApart = document.parts.blocks.some(({ kind, span }) => (kind === 'section' && span.start > at && span.start <= start) || (kind === 'item' && start >= span.start && start < span.end && !(at >= span.start && at < span.end)));
  // "Since `m = 0`" supposes.
  const isFormula = !isName(link.rhs.expr) && !isNumeral(link.rhs.expr) && !isZero(link.rhs.expr);
  return !isApart && !isValue && isFormula && link.position === 0 && REMINDS.test(sentenceBefore(document, link));
}
const REMINDS = /\b(?:recall(?: that|ing)?|remember(?: that)?|since|because|as (?:defined|stated|given) (?:above|before|earlier)|by (?:the )?definition(?: above)?,?|da|weil|denn|wie oben|rappelons(?: que)?|puisque|car|recordemos que|recorde que|pois|porque)\s*:?\s*$/i;

/** The definition's own derivatives, when one is by something that what it differentiates does not depend on. */
function strangeDerivative(document: DocumentMeaning, link: LinkSyntax, binding: Binding): Judgement | undefined {
  if (!hasPart(binding.expr, (e) => e.kind === 'derivative')) return undefined;
  // That it equals itself settles nothing.
  const apart = apartFrom(document);
  const judgement = judge(apart, link, { lhs: binding.expr, rhs: binding.expr, fixed: { local: false } });
  return judgement.verdict === 'undecided' && judgement.reason.code === 'independent' ? judgement : undefined;
}

/** A claim about a name whose definition was taken back defines it; a step may be another than the one in its place. */
function claimOrDefinition(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding {
  const now = classify(document, link);
  if (now.role === 'restatement' && now.binding.time) return restate(document, link, now);
  if (now.role !== 'definition') return claim(document, link, kind);
  bind(document, now.binding);
  return define(document, link, now);
}

/** A claim that words make a condition is one only where it is not true anyway, and restricts some name. */
function claim(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding {
  const found = tested(document, link, kind);
  const isSettled = found.verdict === 'verified' || found.code === 'existential' || saysExistence(document, found) || (found.verdict === 'refuted' && statesDerivative(document, link));
  const given = isSettled ? undefined : condition(document, link, kind) ?? (found.code === 'conditional' ? givenSum(document, link, kind) : undefined);
  // What only may be a condition is none that other lines are tested under.
  if (given || found.code !== 'premise') return given ?? found;
  restrict(document, link, restrictedBases(document, link), false);
  const note = numbersPutIn(document, link);
  return note ? { link, kind, verdict: 'assumption', code: 'given', note } : found;
}

/** "There is c such that": refuted where no c makes it true. */
const saysExistence = (document: DocumentMeaning, { judgement }: Pick<Finding, 'judgement'>): boolean => judgement?.verdict === 'refuted' && existentials(document, judgement.sides).length > 0;

/** `x - 2y = 0 \implies \dots \\ x + y = 0 \implies \dots`: what follows of one equation of a system is not held against the next. */
function isOfSystem(document: DocumentMeaning, { region, statement, position, rhs }: LinkSyntax): boolean {
  const { before, after } = statementsAround(document, { region, statement });
  return isZero(rhs.expr) && position === 0 && !statement.implied && after?.implied === true && before[0]?.implied === true;
}

/** What words make a condition on names without a definition. Undefined for all else. */
function condition(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding | undefined {
  const isInSystem = isOfSystem(document, link);
  if (!isConditional(document, link) && !isEigenEquation(link) && !isInSystem) return undefined;
  const any = quantifiedNames(document, link);
  const bases = isInSystem ? usesIn(document, ...exprsOf(link)).map(({ base }) => base) : restrictedBases(document, link).filter((base) => !any.has(base));
  const asked = askedAbout(document, link);
  for (const binding of asked ? document.bindings.get(asked) ?? [] : []) if (binding.unit === link.unit && binding.at < startOf(link)) unbind(document, binding);
  if (asked && !bases.includes(asked)) bases.push(asked);
  // An equation between names that are all defined may be an aside, and is then a claim; an inequality is a case.
  if (bases.length === 0 && (kind !== 'inequality' || any.size > 0) && !isInSystem) return undefined;
  restrict(document, link, bases, !isInSystem);
  return { link, kind, verdict: 'assumption', code: 'given', note: 'Taken as given: a condition.' };
}

/** `\sum_k y_k = 1` of a y without a definition says what y is, whatever words stand before it. */
function givenSum(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding | undefined {
  const base = sumsToOne(document, link)?.base;
  if (base === undefined || document.bindings.has(base)) return undefined;
  restrict(document, link, [base], true);
  return { link, kind, verdict: 'assumption', code: 'given', note: 'Taken as given: a condition.' };
}

function restrict(document: DocumentMeaning, link: LinkSyntax, bases: string[], isGiven: boolean): void {
  const unit = unitVector(document, link);
  if (unit) { document.declarations.domains.push({ base: unit, at: startOf(link), unit: link.unit, value: 'unit vector', ...(isCase(document, link) ? { until: sentenceEnd(document.text, document.parts.regions, link.region) } : {}) }); return; }
  const shares = sharesIn(document, link);
  if (shares && bases.includes(shares)) { document.declarations.domains.push(saidIn(link, shares, 'simplex')); return; }
  const isSolvable = isGiven && link.relation.name === 'equal' && !isCase(document, link);
  const vector = eigenvectorIn(link);
  const eigenvector = vector && symbolUse(vector, contextOf(document));
  if (isSolvable) takeAsGiven(document, link, eigenvector && [eigenvector]);
  const isLimit = isGiven && link.relation.name in DIRECTION && !isCase(document, link);
  if (isLimit) document.limits.push({ expr: { kind: 'chain', members: [link.lhs.expr, link.rhs.expr], relations: [link.relation], span: link.lhs.span }, at: startOf(link), unit: link.unit });
  for (const base of bases) document.declarations.restricted.push(saidIn(link, base, isSolvable ? 'given' : isLimit ? 'limit' : 'unread'));
}

/** The q of `\sum_k q_k = 1`, where it is not negative. */
function sharesIn(document: DocumentMeaning, link: LinkSyntax): string | undefined {
  const base = sumsToOne(document, link)?.base;
  const domain = base && document.surroundings.declarations.domain(base, link.lhs.span.start);
  return domain === 'positive' || domain === 'nonnegative' || domain === 'unit' || domain === 'simplex' ? base : undefined;
}

/** The q of `\sum_k q_k = 1`. */
function sumsToOne(document: DocumentMeaning, { lhs: { expr }, rhs }: LinkSyntax): SymbolUse | undefined {
  if (!isBig(expr) || expr.op !== 'sum' || !isNum(rhs.expr, 1)) return undefined;
  const use = symbolUse(expr.body, { ...contextOf(document), bound: { has: () => true } });
  return use && use.modifiers.length === 0 && use.slots.length === 1 ? use : undefined;
}

function tested(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding {
  const judgement = withUnsaid(document, link, withChoice(document, link, judgeAs(document, link, kind), kind));
  if (judgement.verdict === 'verified' || kind === 'inequality') return finding(link, kind, judgement);
  const updated = judgement.verdict === 'refuted' && updatedName(document, link);
  if (updated) return finding(link, kind, leftOpen({ code: 'restated', tex: updated }));
  const reckoned = judgement.verdict === 'undecided' && /^(?:premise|unknown-symbol)$/.test(judgement.reason.code) ? reckonedOtherwise(document, link) : undefined;
  if (reckoned) return finding(link, kind, reckoned);
  // That a mean is zero says how what it is of is distributed.
  return (kind === 'expectation' ? undefined : stationarity(document, link)) ?? finding(link, kind, judgement);
}

/** The θ of `\theta \approx 0.12` with an update of θ between the line and the number that θ was given before. */
function updatedName(document: DocumentMeaning, link: LinkSyntax): string | undefined {
  const use = link.relation.name === 'approx' ? symbolUse(link.lhs.expr, contextOf(document)) : undefined;
  const given = use && document.bindings.get(use.base)?.findLast((binding) => binding.at < startOf(link) && !hasPart(binding.expr, isName));
  const isUpdate = ({ lhs, relation }: LinkSyntax): boolean => relation.name === 'assign' && given !== undefined && lhs.span.start > given.at && lhs.span.start < startOf(link) && symbolUse(lhs.expr, contextOf(document))?.family === use?.family;
  return document.links.some(isUpdate) ? use?.tex : undefined;
}

/** "Each point goes to the closest centre, so …": what is chosen to be extreme obeys inequalities that others do not. */
function withChoice(document: DocumentMeaning, link: LinkSyntax, judgement: Judgement, kind: LinkKind): Judgement {
  const chosen = judgement.verdict === 'refuted' && kind === 'inequality' && CHOSEN.test(sentenceBefore(document, link));
  return chosen ? notRead('what is chosen to be extreme') : judgement;
}
const CHOSEN = /\b(?:closest|nearest|farthest|furthest|smallest|largest|greatest|least|best|optimal|minimi[sz]er?s?|maximi[sz]er?s?|minimum|maximum|arg ?m(?:in|ax))\b/i;

/** Where a link asks what a name is, no other link of its statement is refuted by that name, nor one of the exercise that only one side of depends on it. */
function withUnsaid(document: DocumentMeaning, { unit, statement }: LinkSyntax, judgement: Judgement): Judgement {
  const unsaid = document.unsaid.get(unit) ?? [];
  if (judgement.verdict === 'undecided' && judgement.reason.code === 'unknown-symbol') document.unsaid.set(unit, [...unsaid, ...judgement.reason.symbols.map((use) => ({ use, statement }))]);
  if (judgement.verdict !== 'refuted') return judgement;
  const { leavesOf: [left, right], arbitrary } = judgement.evaluation;
  // What an optimum is, the point where the derivative vanishes says.
  const isSolved = judgement.assumptions.some(({ kind }) => kind === 'stationary');
  const isAsked = (key: string, here: boolean): boolean => (here ? [left, right, ...arbitrary].some((side) => side.has(key)) : !isSolved && left.has(key) !== right.has(key) && matters(judgement.evaluation, key));
  const symbols = unsaid.filter(({ use, statement: asking }) => isAsked(keyOf(use), asking === statement)).map(({ use }) => use);
  return symbols.length ? { verdict: 'undecided', reason: { code: 'unknown-symbol', symbols, arbitrary: false }, world: judgement.sides.world, doubted: judgement } : judgement;
}

function finding(link: LinkSyntax, kind: LinkKind, judgement: Judgement): Finding {
  const code = judgement.verdict === 'undecided' ? judgement.reason.code : judgement.verdict === 'refuted' ? 'differs' : 'verified';
  return { link, kind, verdict: judgement.verdict, code, judgement };
}

/** A derivative said to be zero is a condition on its variable, and holds from here on. */
function stationarity(document: DocumentMeaning, link: LinkSyntax): Finding | undefined {
  const said = isZero(link.rhs.expr) && /\b(?:set|setting|equat\w+|solv\w+)\b[^.]{0,80}$/i.test(sentenceBefore(document, link));
  if (!said && !document.stationary.some((s) => s.at === startOf(link)) && !(isZero(link.rhs.expr) && isCall(link.lhs.expr))) return undefined;
  return { link, kind: 'stationarity', verdict: 'assumption', code: 'stationarity', note: 'Sets it to zero: what follows holds at that point.' };
}

/** `f(x^*) = 0` states a root. */
const isCall = (expr: Expr): boolean => isGroup(pairOf(expr)[1]);
