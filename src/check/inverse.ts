/** Derivatives the other way up: of a name by what is defined by it. */
import { allBindings, type DocumentMeaning, exprsOf, type LinkSyntax } from '../meaning/document';
import { contextOf, symbolUse, usesIn } from '../meaning/symbols';
import type { Binding } from '../meaning/world';
import * as build from '../notation/build';
import { type Derivative, type Expr, replace } from '../notation/expression';
import type { Reason } from './judgement';

type Turned = Extract<Reason, { code: 'independent' }>;

/** `1 / \frac{du}{dt}` for each `\frac{dt}{du}`: the derivative of the inverse function. The same expression where there is none. */
export function inverted(document: DocumentMeaning, expr: Expr, { of, by }: Turned): Expr {
  const texOf = (name: Expr): string | undefined => symbolUse(name, contextOf(document))?.tex;
  const isTurned = (e: Expr): e is Derivative => e.kind === 'derivative' && e.by.length === 1 && e.by[0].order === 1 && texOf(e.of) === of && texOf(e.by[0].expr) === by;
  return replace(expr, (e) => (isTurned(e) ? build.fraction(build.number(1, e.span), { ...e, of: e.by[0].expr, by: [{ expr: e.of, order: 1 }] }, e.span) : undefined));
}

/** Whether by is defined by of, and nothing else is that it does not rest on: then one is the inverse function of the other. */
export function isInverse(document: DocumentMeaning, link: LinkSyntax, reason: Turned): boolean {
  return definitionsBy(document, link, reason).own.length > 0 && !isWayBack(document, link, reason);
}

/** `\frac{\partial r}{\partial x} = \frac{x}{r}` where x and y are defined by r, as polar coordinates are, or a condition says what r is: of the way back, in which other names are held. */
export function isWayBack(document: DocumentMeaning, link: LinkSyntax, reason: Turned): boolean {
  const { whole, part, own, others } = definitionsBy(document, link, reason);
  const isApart = (other: Binding): boolean => !mentions(document, other, part) && !own.some((binding) => mentions(document, binding, other.base));
  return document.declarations.restricted.some(({ base, unit }) => base === whole && unit === link.unit) || (own.length > 0 && others.some(isApart));
}

/** What the exercise defines by a name: the one that it is differentiated by, and others. */
function definitionsBy(document: DocumentMeaning, link: LinkSyntax, { of, by }: Turned): { whole: string; part: string; own: Binding[]; others: Binding[] } {
  const [whole, part] = [of, by].map((tex) => usesIn(document, ...exprsOf(link)).find((use) => use.tex === tex)?.base ?? tex);
  const defined = allBindings(document).filter((binding) => binding.unit === link.unit && !binding.isValue && mentions(document, binding, whole));
  return { whole, part, own: defined.filter(({ base }) => base === part), others: defined.filter(({ base }) => base !== part) };
}

const mentions = (document: DocumentMeaning, { expr }: Binding, base: string): boolean => usesIn(document, expr).some((use) => use.base === base);
