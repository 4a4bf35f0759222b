/** Steps against the document's own gradient: w − η (…), where the bracket is to be the derivative of the E defined above. */
import type { DocumentMeaning, LinkSyntax } from '../../meaning/document';
import { type Expr, find, replace, visit } from '../../notation/expression';
import { print } from '../../notation/print';
import { judge } from '../verify';
import { countingLetter, type Counting, labelledNames, type Slot, slotOf } from './slots';

export interface Step {
  link: LinkSyntax;
  name: string;
  counting: Counting;
  /** What the step goes against: `w - rate · direction`. */
  direction: Expr;
  /** The term of the right side that holds it. */
  term: Expr;
}

/** `new = old ± rate · direction`, or undefined. */
export function stepOf(link: LinkSyntax): Step | undefined {
  if (link.position !== 0 || (link.relation.name !== 'equal' && link.relation.name !== 'assign') || link.rhs.expr.kind !== 'sum') return undefined;
  const letter = countingLetter(link.lhs.expr, link.rhs.expr) ?? 't';
  const labelled = labelledNames([link.lhs.expr], letter);
  const counting: Counting = { letter, isLabel: (name) => labelled.has(name) };
  const slot = slotOf(link.lhs.expr, counting);
  const { terms } = link.rhs.expr;
  if (!slot || slot.power || terms.length !== 2) return undefined;
  const [old, other] = terms;
  if (!isOld(slotOf(old.expr, counting), slot) || old.sign < 0) return undefined;
  const rest = withoutRate(other.expr);
  if (!rest) return undefined;
  return { link, name: slot.name, counting, term: other.expr, direction: other.sign < 0 ? rest : negative(rest) };
}

function isOld(old: Slot | undefined, slot: Slot): boolean {
  if (!old || old.name !== slot.name || old.power) return false;
  if (typeof slot.moment === 'object') return typeof old.moment === 'object' ? old.moment.shift < slot.moment.shift : old.moment === undefined;
  return old.moment !== 'new';
}

const RATE = /^(?:\\(?:eta|alpha|gamma|epsilon|mu|tau|rho)|s|lr)$/;
const negative = (expr: Expr): Expr => ({ kind: 'sum', terms: [{ sign: -1, expr }], span: expr.span });

/** The factors of a product but for the learning rate at its head. */
function withoutRate(expr: Expr): Expr | undefined {
  if (expr.kind !== 'product') return undefined;
  const [rate, ...factors] = expr.factors;
  const head = rate.kind === 'scripted' ? rate.base : rate;
  if (head.kind !== 'name' || !RATE.test(head.letter)) return undefined;
  return factors.length === 1 ? factors[0] : { ...expr, factors, signs: expr.signs.slice(1) };
}

// ── against the derivative ──

export type Outcome = { kind: 'descent'; of: string; by: string } | { kind: 'ascent'; of: string; by: string } | { kind: 'stranger'; of: string; by: string; target: Expr };

/** What the step is, as far as it can be told; undefined where nothing is certain. */
export function againstGradient(document: DocumentMeaning, step: Step): Outcome | undefined {
  const stranger = strangeVariable(document, step);
  if (stranger) return stranger;
  if (find(step.direction, (e) => e.kind === 'derivative' || e.kind === 'nabla')) return undefined;
  const direction = atNoStep(step.direction, step);
  for (const derivative of derivativesBy(document, step)) {
    const of = { of: print(derivative.of), by: step.name };
    if (agrees(document, step.link, derivative, direction)) return { kind: 'descent', ...of };
    if (agrees(document, step.link, derivative, negative(direction))) return { kind: 'ascent', ...of };
  }
  return undefined;
}

const agrees = (document: DocumentMeaning, link: LinkSyntax, lhs: Expr, rhs: Expr): boolean => judge(document, link, { lhs, rhs }).verdict === 'verified';

type Derivative = Extract<Expr, { kind: 'derivative' }>;

/** Derivatives of single names by the stepped quantity, as the exercise writes them; at most three. */
function derivativesBy(document: DocumentMeaning, { link, name, counting }: Step): Derivative[] {
  const found = new Map<string, Derivative>();
  eachExpr(document, link.unit, (e) => {
    if (e.kind !== 'derivative' || e.by.length !== 1 || e.by[0].order !== 1 || (e.of.kind !== 'name' && e.of.kind !== 'scripted')) return;
    const by = slotOf(e.by[0].expr, counting);
    if (by?.name === name && by.moment === undefined && /^[A-Z]|^\\text\{[A-Z]|ell|cal/.test(print(e.of))) found.set(print(e.of), e);
  });
  return [...found.values()].slice(0, 3);
}

function eachExpr(document: DocumentMeaning, unit: number, see: (expr: Expr) => void): void {
  for (const link of document.links) if (link.unit === unit) for (const member of [link.lhs, link.rhs]) visit(member.expr, see);
}

/** The direction with the stepped quantity as it stands in the loss. */
function atNoStep(direction: Expr, { name, counting }: Step): Expr {
  return replace(direction, (expr) => {
    const slot = expr.kind === 'scripted' ? slotOf(expr, counting) : undefined;
    return slot?.name === name && slot.moment !== undefined && expr.kind === 'scripted' ? expr.base : undefined;
  });
}

/** `b - η ∂E/∂h`, where h occurs nowhere else and ∂E/∂b does. */
function strangeVariable(document: DocumentMeaning, { link, name, counting, direction }: Step): Outcome | undefined {
  if (direction.kind !== 'derivative' || direction.by.length !== 1) return undefined;
  const variable = direction.by[0].expr;
  const by = slotOf(variable, counting);
  if (!by || by.name === name || by.moment !== undefined || variable.kind !== 'name') return undefined;
  let times = 0;
  let isKnown = false;
  for (const other of document.links) for (const member of other.position === 0 ? [other.lhs, other.rhs] : [other.rhs]) visit(member.expr, (e) => {
    if (e.kind === 'name' && e.letter === variable.letter && e.accents.length === variable.accents.length) times++;
    if (other.unit === link.unit && e.kind === 'derivative' && e.by.length === 1 && print(e.of) === print(direction.of) && slotOf(e.by[0].expr, counting)?.name === name) isKnown = true;
  });
  return times === 1 && isKnown ? { kind: 'stranger', of: print(direction.of), by: by.name, target: variable } : undefined;
}
