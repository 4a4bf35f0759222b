/** What a link does: binds a name, claims something, or only says what is assumed. */
import type { RelationName } from '../notation/expression';
import { isRange, premiseOf } from './classify/bounds';
import { equality } from './classify/equalities';
import { kindOf } from './classify/kinds';
import { assumes, claims, type Role } from './classify/role';
import { bind, type DocumentMeaning, type LinkSyntax, startOf } from './document';
import { zeroSaid, zeroSet } from './stationarity';
import type { Binding } from './world';
import { DIRECTION } from '../notation/expression';

const NOTATION: Partial<Record<RelationName, string>> = {
  in: 'says where it lies', notIn: 'says where it does not lie', distributed: 'states a distribution', to: 'states what it tends to', mapsto: 'states a map',
  subset: 'states an inclusion', other: 'is taken as given', notEqual: 'is a condition', proportional: 'is a proportionality, which is not tested', definite: 'is a matrix inequality, which is not tested',
};

/** What every link does, in order; names are bound on the way, so that later pages can be referred to. */
export function classifyAll(document: DocumentMeaning): Map<LinkSyntax, Role> {
  const roles = new Map<LinkSyntax, Role>();
  for (const link of document.links) {
    const zero = zeroSet(document, link);
    if (!zero) document.stationary.push(...zeroSaid(document, link));
    const role = classify(document, link);
    roles.set(link, role);
    if (role.role === 'definition') { bind(document, role.binding); bindRoot(document, link, role.binding); }
    if (zero) document.stationary.push(zero);
  }
  return roles;
}

/** Where a square such as \sigma^2 is a name, the letter alone is its root. */
function bindRoot(document: DocumentMeaning, link: LinkSyntax, binding: Binding): void {
  const stem = binding.base.replace(/\^2$/, '');
  if (stem === binding.base || document.bindings.get(stem)?.some((b) => b.unit === link.unit)) return;
  bind(document, { ...binding, base: stem, expr: { kind: 'root', body: link.lhs.expr, span: link.lhs.span }, at: startOf(link) });
}

/** What a link does, by what is bound now. */
export function classify(document: DocumentMeaning, link: LinkSyntax): Role {
  // What broken delimiters hold binds nothing.
  if (document.parts.regions[link.region].problem) return claims('claim');
  const relation = link.relation.name;
  const premise = premiseOf(document, link);
  if (premise) return premise;
  const words = NOTATION[relation];
  if (words) return assumes(`Taken as given: ${words}.`, declaresShape(document, link) ? 'shape' : 'notation');
  if (relation === 'implies') return declaresShape(document, link) ? { role: 'notation', kind: 'shape', verdict: 'definition', message: 'States a shape.' } : assumes('An implication between statements.', 'shape');
  if (relation in DIRECTION) return isRange(document, link) ? assumes('States a range.', 'inequality') : claims('inequality');
  if (relation === 'approx') return claims(kindOf(link) === 'numeric' ? 'numeric' : 'limit');
  return equality(document, link);
}

const declaresShape = (document: DocumentMeaning, link: LinkSyntax): boolean => document.declarations.shapes.some((s) => s.at === link.lhs.expr.span.start);
