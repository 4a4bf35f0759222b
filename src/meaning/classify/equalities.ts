/** What an equality does: the first of these cases that it is. */
import { type Expr, find } from '../../notation/expression';
import type { LinkKind } from '../../report';
import { speaksOfDifferentials } from '../differentials';
import type { DocumentMeaning, LinkSyntax } from '../document';
import { withoutOrders } from '../orderterms';
import { isPiece, joined } from '../pieces';
import { isCase, isDemanded, isExistential, isGoal, probabilityIn } from '../premises';
import { contextOf, incremented, keyOf, partialBy } from '../symbols';
import type { Binding } from '../world';
import { bindingOf, boundBefore, type Head, headOf } from './heads';
import { isValue, kindOf, stepKind } from './kinds';
import { hasSymbol, mentions, mentionsBase } from './mentions';
import { definesFamily, entryClaim, isModel, namesProbability, reversed } from './named';
import { assumes, claims, type Role } from './role';
import { isConcludedLater, leadsBack, solvedFor } from './solved';
import { parityStated, symmetryStated } from './symmetry';
import { countsUp, isFunctionOf, isIndexCondition, isOfNumbers, listedValues, particular, rootOf, takesWhole } from './values';

interface Line { document: DocumentMeaning; link: LinkSyntax; kind: LinkKind }
/** Its left side can bind a name. */
interface NamedLine extends Line { head: Head }
/** `earlier` is what the name is bound to before, `here` the same in this exercise. */
interface BindingLine extends NamedLine { binding: Binding; earlier: Binding | undefined; here: Binding | undefined }

type Case<L extends Line> = (line: L) => Role | undefined | false;

export function equality(document: DocumentMeaning, link: LinkSyntax): Role {
  const line: Line = { document, link, kind: kindOf(link) };
  const told = firstOf(BY_FORM, line);
  if (told) return told;
  const head = headOf(document, link.lhs.expr);
  if (!head) return rootOf(document, link) ?? reversed(document, link) ?? claims(line.kind);
  return firstOf(BY_NAME, { ...line, head }) ?? binds({ ...line, head });
}

function binds(line: NamedLine): Role {
  const { document, link, head } = line;
  const binding = bindingOf(document, link, head);
  const earlier = boundBefore(document, binding);
  const here = earlier?.unit === binding.unit ? earlier : undefined;
  return firstOf(BY_BINDING, { ...line, binding, earlier, here }) ?? { role: 'definition', kind: stepKind(head.use, isValue(link.rhs.expr) ? 'numeric' : 'definition'), binding };
}

function firstOf<L extends Line>(cases: readonly Case<L>[], line: L): Role | undefined {
  for (const asked of cases) {
    const role = asked(line);
    if (role) return role;
  }
  return undefined;
}

/** Told by how the line is written, whatever its left side is. */
const BY_FORM: readonly Case<Line>[] = [
  ({ link: { lhs, rhs }, kind }) => (lhs.expr.kind === 'unread' || rhs.expr.kind === 'unread') && claims(kind),
  ({ document, link }) => isIndexCondition(document, link) && assumes('A condition.'),
  ({ document, link }) => listedValues(document, link),
  ({ document, link }) => parityStated(document, link),
  ({ document, link, kind }) => symmetryStated(document, link, kind),
  ({ document, link }) => definesFamily(document, link),
  ({ document, link: { lhs } }) => partialBy(lhs.expr, (family) => document.surroundings.lookup(family, undefined, lhs.span.start, false)?.params) && claims('derivative'),
];

/** Told by the name on the left and what stands on the right. */
const BY_NAME: readonly Case<NamedLine>[] = [
  // `\frac{e^z}{1 + e^z} = \sigma(z) = p` says what p is.
  ({ document, link, head, kind }) => head.use.base === '\\sigma' && isKnownByNow(document, link, head, link.rhs.expr) && claims(kind),
  ({ document, link, head }) => isCall(document, link, head) && isOfNumbers(link.rhs.expr) && isFunctionOf(document, head) && particular(document, link, head),
  ({ document, link, head }) => isValue(link.rhs.expr) && (head.use.slots.length > 0 || isCall(document, link, head)) && assumes('States a value.'),
  ({ document, link, head, kind }) => head.use.slots.some((slot) => slot.kind === 'entry') && (entryClaim(document, head.use, link) ?? claims(kind)),
  ({ document, link, head }) => !head.params.length && isName(link.rhs.expr) && (isCase(document, link) || isDemanded(document, link)) && assumes('A condition.'),
  ({ document, link, head }) => { const of = head.params.length ? undefined : probabilityIn(link.rhs.expr); return of && namesProbability(document, link, head.use, of); },
  ({ document, link }) => isModel(document, link.rhs.expr) && assumes('States a model with noise.'),
  ({ document, link, head }) => countsUp(document, link.rhs.expr) && takesWhole(document, link, head.use),
  ({ document, link, head }) => isIncrement(document, link, head) && claims('derivative'),
];

/** Told by what the line would bind, and what the name is bound to before. */
const BY_BINDING: readonly Case<BindingLine>[] = [
  // In `\frac{1}{1 + e^{-z}} = \sigma(z) = p` the function is known by then.
  ({ document, link, head, binding, kind }) => isKnownByNow(document, link, head, binding.expr) && claims(kind),
  ({ document, head, binding }) => isMean(document, head, binding.expr) && claims('expectation'),
  ({ document, link, head, kind }) => saysExistence(document, link, head) && claims(stepKind(head.use, kind)),
  ({ document, link, head }) => mentions(link.rhs.expr, keyOf(head.use), document) && { role: 'step', kind: 'update-rule' },
  ({ document, link, head, kind }) => isGoal(document, link) && isConcludedLater(document, link, head.use) && claims(stepKind(head.use, kind)),
  ({ document, head, binding, here, kind }) => here && isDerivative(here.expr) && sameSection(document, here.at, binding.at) && claims(stepKind(head.use, kind)),
  ({ document, link, binding, here }) => { const whole = here && joined(document, link, binding, here); return whole && { role: 'definition', kind: 'definition', binding: whole }; },
  // What leaves something out says no more of a known function than a claim does.
  ({ document, link, head, earlier, kind }) => (earlier || head.use.base === '\\sigma') && head.params.length > 0 && withoutOrders(link.rhs.expr, contextOf(document)).terms.length > 0 && claims(kind),
  ({ head, binding, here, kind }) => here && { role: 'restatement', kind: stepKind(head.use, kind), binding, earlier: here },
  ({ document, link, head, kind }) => solvedFor(document, link, head.use) && claims(kind),
  ({ document, link, head, kind }) => !head.params.length && leadsBack(document, link, head.use) && claims(kind),
];

// ── what the cases ask ──

const isName = ({ kind }: Expr): boolean => kind === 'name' || kind === 'scripted';

const isDerivative = (expr: Expr): boolean => find(expr, ({ kind }) => kind === 'derivative' || kind === 'nabla') !== undefined;

/** A function at its arguments, and no piece of its definition. */
const isCall = (document: DocumentMeaning, link: LinkSyntax, { params }: Head): boolean => params.length > 0 && !isPiece(document, link);

/** A function in the middle of a chain, of whose parameters the right side says nothing. */
const isKnownByNow = (document: DocumentMeaning, link: LinkSyntax, { params }: Head, body: Expr): boolean =>
  link.position > 0 && params.length > 0 && !params.some((param) => mentionsBase(body, param.base, document));

/** `dR = A\,dX` of a known R that is made of X says how R changes, and is no name for it. */
function isIncrement(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, { use }: Head): boolean {
  const stem = incremented(use);
  if (!stem || !speaksOfDifferentials(document.evidence, lhs.span.start)) return false;
  const given = document.bindings.get(stem.base)?.filter((binding) => binding.unit === unit && binding.at < lhs.span.start).pop();
  return given !== undefined && hasSymbol(rhs.expr, document, (inner) => { const part = incremented(inner); return part !== undefined && mentionsBase(given.expr, part.base, document); });
}

/** `E(q) = \int_0^1 p \, dp`: the mean of a name, and no function of it. */
const isMean = (document: DocumentMeaning, { use, params }: Head, body: Expr): boolean =>
  use.base === 'E' && find(body, (e) => e.kind === 'integral') !== undefined && !params.some((param) => mentionsBase(body, param.base, document));

/** `f(x) = f(a) + f'(\xi)(x - a)`, or `e_{n+1}` by some \xi_n where e_n is known: what exists somewhere defines no function and no later step. */
function saysExistence(document: DocumentMeaning, { lhs, rhs, unit }: LinkSyntax, { use }: Head): boolean {
  const isKnown = mentions(rhs.expr, keyOf(use), document) || (use.time !== undefined && document.bindings.get(use.base)?.some((b) => b.unit === unit && b.at < lhs.span.start && b.time?.letter === use.time?.letter));
  return isKnown === true && hasSymbol(rhs.expr, document, (inner) => isExistential(document, inner, lhs.span.start));
}

/** No heading stands between the two places. */
const sameSection = (document: DocumentMeaning, a: number, b: number): boolean =>
  !document.parts.blocks.some(({ kind, span }) => kind === 'section' && span.start > a && span.start <= b);
