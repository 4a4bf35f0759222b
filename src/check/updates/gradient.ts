/** Steps against the document's own gradient: w − η (…), held against w − η ∂E/∂w of the E that is defined above. */
import { apartFrom, type DocumentMeaning, isEquation, linksAround, linksBefore, type LinkSyntax } from '../../meaning/document';
import { symbolsIn } from '../../meaning/world';
import * as build from '../../notation/build';
import { type Expr, find, isGroup, isNabla, isName, isProduct, isScripted, isSymbol, isZero, pairOf, variablesOf } from '../../notation/expression';
import { print } from '../../notation/print';
import { judge } from '../verify';
import { compared, gradient, isStep } from './direction';
import { slipOf, strangeVariable } from './missteps';
import { type Outcome, partsAround } from './outcome';
import { type Counting, slotOf } from './slots';
import type { Step } from './step';

/** What the step is, as far as it can be told; undefined where nothing is certain. */
export function againstGradient(document: DocumentMeaning, step: Step): Outcome | undefined {
  const stranger = strangeVariable(document, step);
  if (stranger) return stranger;
  if (find(step.link.rhs.expr, (e) => e.kind === 'derivative' || isNabla(e))) return undefined;
  const objectives = objectivesOf(document, step);
  for (const of of objectives) {
    const found = along(document, step, of);
    if (found === 'nothing') return undefined;
    if (found) return found;
  }
  const stated = asStated(document, step);
  if (stated) return stated;
  return objectives.length === 1 ? slipOf(document, step, objectives[0]) : undefined;
}

function along(document: DocumentMeaning, step: Step, of: Expr): Outcome | 'nothing' | undefined {
  const names = { of: print(of), by: print(step.variable) };
  for (const kind of ['descent', 'ascent'] as const) {
    const sign = kind === 'descent' ? -1 : 1;
    const tried = step.rates.map((rate) => compared(document, step, gradient(of, step.variable), rate, sign));
    // A step the other way that comes to the same place is one of nothing: the label was read as what the model gives for it.
    if (tried.includes('same') && isStep(document, step, gradient(of, step.variable), step.rates[tried.indexOf('same')], sign === -1 ? 1 : -1)) return 'nothing';
    if (tried.includes('same')) return step.strays.length ? { kind: 'iterate', stray: step.strays[0], ...names } : { kind, ...names };
    if (tried.every((result) => result === 'unrelated')) return undefined;
  }
  return undefined;
}

// ── what is differentiated ──

const LOSS = /^(?:calligraphic:)?[CEFJLQRS]$|^\\(?:ell|mathcal\{[A-Z]\})$|^[A-Z]{2,4}$|oss|ost/;
const MOST = 3;

/** What the exercise differentiates by the quantity, or defines as a function of it. */
function objectivesOf(document: DocumentMeaning, { link, name, counting, variable }: Step): Expr[] {
  const letter = lettersOf(variable);
  const found = new Map<string, Expr>();
  const add = (of: Expr): void => { const key = print(of); if (!found.has(key)) found.set(key, of); };
  for (const e of partsAround(document, link)) {
    const by = firstBy(e);
    const of = e.kind === 'derivative' || isNabla(e) ? headOf(e.of) : undefined;
    const slot = by && slotOf(by, counting);
    if (of && by && (slot?.name === name || lettersOf(by) === letter) && slot?.moment === undefined && (LOSS.test(lettersOf(of)) || isFunctionOf(document, of, link, letter))) add(of);
  }
  for (const { lhs: { expr } } of linksBefore(document, link).filter(isEquation)) {
    const head = headOf(expr);
    const isCall = isProduct(expr);
    if (head && (isCall ? isFunctionOf(document, head, link, letter) : LOSS.test(lettersOf(head)))) add(head);
  }
  return [...found.values()].slice(0, MOST);
}

/** What is differentiated by, once and by nothing else. */
function firstBy(e: Expr): Expr | undefined {
  if (e.kind === 'derivative') return e.by.length === 1 && e.by[0].order === 1 ? e.by[0].expr : undefined;
  return isNabla(e) && e.by.length === 1 && e.order === 1 ? e.by[0] : undefined;
}

const lettersOf = (expr: Expr): string => (isScripted(expr) ? lettersOf(expr.base) : isName(expr) ? (expr.font === 'calligraphic' ? `calligraphic:${expr.letter}` : expr.letter) : print(expr));

/** The J of J and of `J(w)`. */
function headOf(expr: Expr): Expr | undefined {
  if (isSymbol(expr)) return expr;
  const [head, body] = pairOf(expr);
  return isGroup(body) ? headOf(head) : undefined;
}

/** A function defined in the exercise with the quantity among its arguments. */
function isFunctionOf(document: DocumentMeaning, head: Expr, link: LinkSyntax, letter: string): boolean {
  return linksAround(document, link).some(({ lhs }) => {
    const [own, body] = pairOf(lhs.expr);
    return isGroup(body) && print(own) === print(head) && body.contents.some((item) => isSymbol(item) && lettersOf(item) === letter);
  });
}

/** `\nabla_x h = Q x + c = Q (x - x^*)`: any member that the document gives its gradient may stand in the step. */
function asStated(document: DocumentMeaning, step: Step): Outcome | undefined {
  const { link, name, counting } = step;
  const before = linksBefore(document, link).filter((other) => other.position === 0 && isGradientBy(other.lhs.expr, name, counting));
  for (const other of before) {
    const { statement } = other;
    // Set to zero is the gradient of another point.
    for (const member of statement.members.slice(1).filter(({ expr }) => !isZero(expr))) {
      const isThis = (ranks?: ReadonlyMap<string, number>): boolean => step.rates.some((rate) => isStep(document, step, build.group(member.expr, member.span), rate, -1, [], ranks));
      const ranks = isThis() ? ranksIn(document, other) : undefined;
      if (!ranks || (ranks.size > 0 && !isThis(ranks))) continue;
      return step.strays.length ? undefined : { kind: 'stated', of: print(statement.members[0].expr), by: print(step.variable), stated: print(member.expr) };
    }
  }
  return undefined;
}

/** How many axes names have where a line holds. */
function ranksIn(document: DocumentMeaning, link: LinkSyntax): ReadonlyMap<string, number> {
  const judged = judge(apartFrom(document), link, { reasons: false });
  return new Map(judged.verdict === 'verified' ? symbolsIn(judged.sides.world).map(({ use, axes }): [string, number] => [use.base, axes.length]) : []);
}

function isGradientBy(expr: Expr, name: string, counting: Counting): boolean {
  const by = variablesOf(expr);
  return by.length === 1 && slotOf(by[0], counting)?.name === name;
}
