/** Where derivatives vanish: those that a document sets to zero, in formulas or in words, and those that it may have meant to. */
import * as build from '../notation/build';
import { type BigName, equates, everyPart, type Expr, hasPart, isBig, isChain, isDerivative, isGroup, isNabla, isName, isProduct, isScripted, isSymbol, isZero, NOWHERE, pairOf, variablesOf } from '../notation/expression';
import { allBindings, type DocumentMeaning, type LinkSyntax, type Stationarity, startOf } from './document';
import { sentenceBefore } from './premises';
import { contextOf, type SymbolUse, symbolUse } from './symbols';
import { wordsAfter, wordsBefore } from './wording';

/** The w of `w^*`, `\hat w`, `w_{ML}`, `\hat w_{opt}`: names for where something is extreme. */
export function optimumOf(base: string): string | undefined {
  const inner = /^hat\((.+)\)$/.exec(base)?.[1] ?? /^(.+?)[\^_](?:\*|ML|MLE|MAP|LS|OLS|opt|min)$/.exec(base)?.[1];
  return inner && (optimumOf(inner) ?? inner);
}

/** A derivative said to be zero: a condition on what it is taken by, unless it is zero anyway. */
export function zeroSet(document: DocumentMeaning, link: LinkSyntax): Stationarity | undefined {
  if (!equates(link.relation)) return undefined;
  const { members } = link.statement;
  const [vanishing, others] = isZero(link.rhs.expr) ? [link.lhs.expr, members.slice(0, link.position + 1)] : isZero(link.lhs.expr) ? [link.rhs.expr, [link.rhs]] : [undefined, []];
  const variables = others.flatMap((m) => unknownsOf(document, m.expr));
  return vanishing && variables.length ? { expr: vanishing, variables, at: startOf(link), unit: link.unit } : undefined;
}

/** "Setting the gradient to zero gives …": the derivative that was stated last vanishes from here on, or that of what is minimised since; where none was, that of the last function. */
export function zeroSaid(document: DocumentMeaning, link: LinkSyntax): Stationarity[] {
  // Words that a colon ends announce it.
  const before = sentenceBefore(document, link).trim() || wordsBefore(document.wording, link.region, 120).split(/[.!?;]\s|\n/).pop() as string;
  if (link.position > 0 || !ZERO_SAID.some((words) => words.test(before))) return [];
  const { start } = link.lhs.span;
  // What the words say is written out in the formula itself.
  if (document.stationary.some(({ at }) => at >= document.parts.regions[link.region].span.start && at < start)) return [];
  const stated = statedDerivatives(document, link)[0];
  const last = objectives(document).filter((o) => o.unit === link.unit && o.at < start).pop();
  if (last && !(stated && stated.at > last.at)) return vanishing(document, last, start - 1);
  const derivative = lastDerivative(document, link);
  return derivative ? [derivative] : OF_FUNCTION.test(before) ? possibleConditions(document, link)[0] ?? [] : [];
}
const OF_FUNCTION = /\b(?:gradient|derivative|normal equation)/i;

/** What the exercise may have set to zero before a link, in words that were not understood: derivatives that it stated, what it minimises, its functions of plain names. Latest first. */
export function possibleConditions(document: DocumentMeaning, link: LinkSyntax): Stationarity[][] {
  const at = startOf(link) - 1;
  const derivatives = statedDerivatives(document, link).filter(({ lhs }) => isOfFirstOrder(lhs.expr)).flatMap(({ lhs }) => conditionOf(document, lhs.expr, at, link.unit) ?? []);
  const functions = allBindings(document).filter((b) => b.unit === link.unit && b.at < at && b.params.length > 0 && b.expr !== link.lhs.expr).sort((a, b) => b.at - a.at);
  const extrema = objectives(document).filter((o) => o.unit === link.unit && o.at < at).reverse();
  const single = [...extrema.map((o) => vanishing(document, o, at)), ...functions.map((b) => vanishing(document, { of: b.expr, by: b.params.flatMap(nameOf), at: b.at, unit: b.unit }, at))];
  const meant = document.given.filter(({ unit }) => unit === link.unit).map((given) => ({ ...given, expr: given.perhaps ?? given.expr }));
  return [document.given.some(({ perhaps }) => perhaps) ? meant : [], derivatives.slice(0, 1), ...(derivatives.length > 1 ? [derivatives] : []), ...single.slice(0, MOST_TRIED)].filter((each) => each.length > 0);
}
const MOST_TRIED = 4;

/** Links of the exercise before another whose left side is a derivative, latest first. */
const statedDerivatives = (document: DocumentMeaning, link: LinkSyntax): (LinkSyntax & { at: number })[] =>
  document.links.slice(0, document.links.indexOf(link)).reverse().filter((other) => other.unit === link.unit && isDerivative(other.lhs.expr)).map((other) => ({ ...other, at: startOf(other) }));

/** Where something is extreme no curvature vanishes. */
function isOfFirstOrder(expr: Expr): boolean {
  const head = isProduct(expr) ? expr.factors[0] : expr;
  if (head.kind === 'derivative') return head.by.length === 1 && head.by[0].order === 1;
  return isNabla(head) ? head.order === 1 : isScripted(head) && head.primes === 1;
}

const nameOf = ({ base }: SymbolUse): Expr[] => (/^(?:\\?[A-Za-z]+)$/.test(base) ? [build.name(base, NOWHERE)] : []);

/** The derivative that the exercise stated last before a link, as if it were zero from there on. */
function lastDerivative(document: DocumentMeaning, link: LinkSyntax): Stationarity | undefined {
  const [before] = statedDerivatives(document, link);
  return before && conditionOf(document, before.lhs.expr, startOf(link) - 1, link.unit);
}

function conditionOf(document: DocumentMeaning, expr: Expr, at: number, unit: number): Stationarity | undefined {
  const variables = unknownsOf(document, expr);
  return variables.length ? { expr, variables, at, unit } : undefined;
}
/** A derivative is set to zero, in the languages that homework comes in. */
const ZERO_SAID: RegExp[] = [
  /\bnormal equations?\b|\b(?:set(?:ting)?|put(?:ting)?|equat(?:e|ing))\b[^.]{0,80}\b(?:to|with)\s+(?:be\s+)?(?:zero\b|0|⟦⟧)|\b(?:gradient|derivatives?|it)\s+(?:is|are|must be|to be|equals?|vanish\w*)\s*(?:zero|0|⟦⟧)?[^.]{0,20}\bat the (?:optimum|minimum|maximum)|\bat (?:the|an|its) (?:optimum|minimum|maximum)\b[^.]{0,30}\b(?:gradient|derivatives?)\s+(?:vanish\w*|(?:is|are|must be|equals?)\s+(?:zero|0|⟦⟧))|\bfirst[- ]order (?:optimality )?conditions?\b|\bsolving for\b/i,
  /\b(?:Null ?setzen|null ?gesetzt|(?:gleich|zu) (?:Null|0)\b|annul(?:e|ant|er|ons)\b|égal(?:e|er|ant|ons|isant)? à (?:zéro|0)\b|igual(?:a|ar|ando|amos|amo-la|ada) a (?:cero|zero|0)\b|приравн[a-zß-ё]+ (?:к )?(?:нулю|0))/i,
  /(?:令|设|使)[^。；]{0,30}(?:导数|梯度|偏导)?[^。；]{0,20}(?:为|等于|=)\s*(?:0|零)|(?:0|ゼロ|零)と(?:お|置)|0으로 (?:설정|놓|두)|đạo hàm (?:bằng|=) ?0/,
];

function unknownsOf(document: DocumentMeaning, expr: Expr): SymbolUse[] {
  const variables = everyPart(expr).flatMap((e) => (e.kind === 'derivative' ? variablesOf(e) : isNabla(e) ? nablaVariables(document, e) : primedArguments(e))).flatMap((variable) => symbolUse(variable, contextOf(document)) ?? []);
  return variables.length || !hasPart(expr, isNabla) ? variables : plainNames(document, expr);
}

/** `\nabla_w J` by w, `\nabla J(w)` by the function's plain arguments, and `\nabla J` by those that it was defined with. */
function nablaVariables(document: DocumentMeaning, { by, of, span }: Extract<Expr, { kind: 'nabla' }>): Expr[] {
  if (by.length) return by;
  const body = isProduct(of) ? of.factors[1] : undefined;
  if (isGroup(body)) return body.contents.filter(isName);
  const use = symbolUse(of, contextOf(document));
  const defined = use && document.bindings.get(use.base)?.findLast((binding) => binding.unit === document.traces.unitAt(span.start) && binding.at < span.start);
  return defined?.params.flatMap(nameOf) ?? [];
}

/** `L'(w)` is the derivative by w. */
function primedArguments(expr: Expr): Expr[] {
  if (!isProduct(expr) || !isScripted(expr.factors[0]) || expr.factors[0].primes === 0 || !isGroup(expr.factors[1])) return [];
  return expr.factors[1].contents.filter(isName);
}

/** For `\nabla f(w^t) + \lambda (w - w^t) = 0` the unknowns are the plain names that also occur with a time. */
function plainNames(document: DocumentMeaning, expr: Expr): SymbolUse[] {
  const uses = everyPart(expr).flatMap((e) => symbolUse(e, contextOf(document)) ?? []);
  return uses.filter((use) => !use.time && !use.modifiers.length && uses.some((other) => other.base === use.base && other.time));
}


// ── what is minimised ──

/** A function that the document minimises or maximises, and by what. */
interface Objective { of: Expr; by: Expr[]; at: number; unit: number }

/** `\arg\min_v f(v)` in formulas, "we minimise … over …" in words. */
function objectives(document: DocumentMeaning): Objective[] {
  return document.equations.flatMap(({ statements }, region) => {
    const found = statements.flatMap((s) => s.members.flatMap(({ expr }) => extremaIn(document, expr)));
    return [...found, ...(MINIMISED.test(wordsBefore(document.wording, region, 80)) ? minimised(document, region) : [])];
  });
}
const EXTREMA: ReadonlySet<BigName> = new Set(['argmin', 'argmax', 'min', 'max', 'inf', 'sup']);
const MINIMISED = /\b(?:minimi[sz](?:e|es|ed|ing|er of)|maximi[sz](?:e|es|ed|ing|er of))\b[^.;⟦]{0,40}$/i;
const OVER = /^\s*,?\s*(?:over|with respect to|w\.?r\.?t\.?|in|by choosing|by)\s*(?:the\s+[\w\s]{0,20})?⟦⟧/i;

function extremaIn({ traces }: DocumentMeaning, expr: Expr): Objective[] {
  return everyPart(expr).flatMap((e) => {
    const below = isBig(e) && EXTREMA.has(e.op) ? e.below : [];
    const by = below.flatMap((item) => (isChain(item) ? item.members.slice(0, 1) : isGroup(item) ? item.contents : [item])).filter(isSymbol);
    return isBig(e) && by.length ? [{ of: e.body, by, at: e.span.start, unit: traces.unitAt(e.span.start) }] : [];
  });
}

/** The formula after "minimise": by what is said after it, or by its arguments. */
function minimised(document: DocumentMeaning, region: number): Objective[] {
  const [first] = document.equations[region].statements;
  const { expr: of } = first?.members[first.members.length - 1] ?? {};
  if (!of) return [];
  const next = OVER.test(wordsAfter(document.wording, region, 60)) ? document.equations[region + 1]?.statements.flatMap((s) => s.members.slice(0, 1).map((m) => m.expr)) : undefined;
  const head = first.members[0].expr;
  const [, list] = pairOf(head);
  const args = isGroup(list) ? list.contents : [];
  const by = (next ?? args).filter(isName);
  const { start } = document.parts.regions[region].span;
  return by.length ? [{ of, by, at: start, unit: document.traces.unitAt(start) }] : [];
}

/** The gradient of an objective by each of its variables, as if it were zero from a place on. */
function vanishing(document: DocumentMeaning, { of, by, unit }: Objective, at: number): Stationarity[] {
  return by.flatMap((variable) => {
    const use = symbolUse(variable, contextOf(document));
    return use ? [{ expr: { kind: 'nabla', by: [variable], order: 1, of: build.group(of), span: of.span }, variables: [use], at, unit }] : [];
  });
}
