/** All links of a document in order: what each one does, and whether it is true. */
import { classify, type Role } from '../meaning/classify';
import { bind, type DocumentMeaning, type LinkSyntax } from '../meaning/document';
import { contextOf } from '../meaning/classify';
import { type SymbolUse, keyOf, symbolUse } from '../meaning/symbols';
import type { Expr } from '../notation/expression';
import { find, visit } from '../notation/expression';
import type { LinkKind, Verdict } from '../report';
import { judgeInequality } from './inequality';
import { judgeNumbers } from './numbers';
import { type Judgement, judge } from './verify';

/** What is said of one link; `judgement` is there for claims. */
export interface Finding {
  link: LinkSyntax;
  kind: LinkKind;
  verdict: Verdict;
  code: string;
  judgement?: Judgement;
  /** For links that claim nothing. */
  note?: string;
}

/** Checks the links of one region. Regions must come in order, because later ones rest on what earlier ones bind. */
export function checkRegion(document: DocumentMeaning, links: LinkSyntax[]): Finding[] {
  return links.map((link) => checkLink(document, link));
}

function checkLink(document: DocumentMeaning, link: LinkSyntax): Finding {
  const role = classify(document, link);
  switch (role.role) {
    case 'notation': return { link, kind: role.kind, verdict: role.verdict, code: 'given', note: role.message };
    case 'definition': return define(document, link, role);
    case 'restatement': return restate(document, link, role);
    case 'step': return { link, kind: role.kind, verdict: 'definition', code: 'step', note: 'A step: the new value by the old one.' };
    case 'claim': return claim(document, link, role.kind);
  }
}

function define(document: DocumentMeaning, link: LinkSyntax, role: Extract<Role, { role: 'definition' }>): Finding {
  bind(document, role.binding);
  return { link, kind: role.kind, verdict: 'definition', code: 'definition', note: `Defines ${role.binding.tex}.` };
}

/** A name bound again: the same by another way, in any of its branches, or a new definition. */
function restate(document: DocumentMeaning, link: LinkSyntax, role: Extract<Role, { role: 'restatement' }>): Finding {
  const branches = (document.bindings.get(role.binding.base) ?? []).filter((b) => b.unit === link.unit && b.at < link.lhs.span.start).reverse();
  for (const branch of branches) {
    const judgement = judge(document, link, { fixed: { branches: new Map([[keyOf(branch), branch]]) } });
    if (judgement.verdict === 'verified') return { link, kind: role.kind, verdict: 'verified', code: 'verified', judgement };
  }
  bind(document, role.binding);
  return { link, kind: role.kind, verdict: 'definition', code: 'redefinition', note: `Defines ${role.binding.tex} anew: it differs from the definition before.` };
}

function claim(document: DocumentMeaning, link: LinkSyntax, kind: LinkKind): Finding {
  if (kind === 'inequality') return finding(link, kind, judgeInequality(document, link));
  if (link.relation.name === 'approx' || kind === 'numeric') return finding(link, kind, judgeNumbers(document, link));
  const judgement = judge(document, link);
  if (judgement.verdict === 'verified') return finding(link, kind, judgement);
  return stationarity(document, link) ?? finding(link, kind, judgement);
}

function finding(link: LinkSyntax, kind: LinkKind, judgement: Judgement): Finding {
  const code = judgement.verdict === 'undecided' ? judgement.reason.code : judgement.verdict === 'refuted' ? 'differs' : 'verified';
  return { link, kind, verdict: judgement.verdict, code, judgement };
}

/** A derivative said to be zero is a condition on its variable, and holds from here on. */
function stationarity(document: DocumentMeaning, link: LinkSyntax): Finding | undefined {
  if (!isZero(link.rhs.expr)) return undefined;
  const members = link.statement.members.slice(0, link.position + 1).map((m) => m.expr);
  const variables = members.flatMap((m) => differentiatedBy(document, m));
  if (variables.length === 0 && !members.some(isArbitraryCall)) return undefined;
  if (variables.length) document.stationary.push({ expr: link.lhs.expr, variables, at: link.lhs.span.start, unit: link.unit });
  return { link, kind: 'stationarity', verdict: 'assumption', code: 'stationarity', note: 'Sets a derivative to zero: holds at the stationary point.' };
}

const isZero = (expr: Expr): boolean => expr.kind === 'num' && expr.value === 0;
/** `f(x^*) = 0` states a root. */
const isArbitraryCall = (expr: Expr): boolean => expr.kind === 'product' && expr.factors.length === 2 && expr.factors[1].kind === 'group';

function differentiatedBy(document: DocumentMeaning, expr: Expr): SymbolUse[] {
  const variables: SymbolUse[] = [];
  const context = contextOf(document);
  visit(expr, (e) => {
    const by = e.kind === 'derivative' ? e.by.map((v) => v.expr) : e.kind === 'nabla' ? e.by : [];
    for (const variable of by) { const use = symbolUse(variable, context); if (use) variables.push(use); }
  });
  return variables.length || !find(expr, (e) => e.kind === 'nabla') ? variables : namesOf(expr, document);
}

/** For `\nabla f(w^t) + \lambda (w - w^t) = 0` the unknowns are the names that stand outside the gradient. */
function namesOf(expr: Expr, document: DocumentMeaning): SymbolUse[] {
  const found: SymbolUse[] = [];
  visit(expr, (e) => { const use = symbolUse(e, contextOf(document)); if (use && !use.time && !use.modifiers.length && e.kind === 'name' && /^[a-z]$/.test(e.letter)) found.push(use); });
  return found.filter((use) => !document.surroundings.isFunction(use.base, expr.span.start));
}
