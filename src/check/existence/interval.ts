/** Where a point of which only existence is said lies: "for some c between a and b", `\xi \in (a, b)`, `a < c < b`. */
import type { DocumentMeaning } from '../../meaning/document';
import { symbolUse, type SymbolUse, contextOf } from '../../meaning/symbols';
import { type Expr, isGroup } from '../../notation/expression';

/** The two ends as the exercise says them, nearest to a place; undefined where it says none. */
export function intervalOf(document: DocumentMeaning, { base }: SymbolUse, at: number): [Expr, Expr] | undefined {
  const unit = document.traces.unitAt(at);
  const said = document.declarations.existential.flatMap((d) => (d.base === base && d.unit === unit && d.value.between ? [{ at: d.at, ends: d.value.between }] : []));
  const written = document.links.filter((link) => link.unit === unit).flatMap(({ lhs, rhs, relation, statement: { members, relations } }): { at: number; ends: [Expr, Expr] }[] => {
    const group = relation.name === 'in' && isOf(document, lhs.expr, base) ? endsOf(rhs.expr) : undefined;
    const chain = members.length === 3 && relations.every(({ name }) => /^less/.test(name)) && isOf(document, members[1].expr, base);
    return group ? [{ at: lhs.span.start, ends: group }] : chain ? [{ at: lhs.span.start, ends: [members[0].expr, members[2].expr] }] : [];
  });
  const far = (place: { at: number }): number => Math.abs(place.at - at) + (isApart(document, place.at, at) ? PARAGRAPH : 0);
  return [...said, ...written].sort((a, b) => far(a) - far(b))[0]?.ends;
}

/** What is said in another paragraph counts as this much further away. */
const PARAGRAPH = 1000;
const isApart = ({ text }: DocumentMeaning, a: number, b: number): boolean => /\n\s*\n/.test(text.slice(Math.min(a, b), Math.max(a, b)));

const isOf = ({ traces }: DocumentMeaning, expr: Expr, base: string): boolean => symbolUse(expr, contextOf({ traces }))?.base === base;

/** Both ends of `(a, b)`. */
const endsOf = (set: Expr): [Expr, Expr] | undefined => (isGroup(set) && set.open !== '{' && set.contents.length === 2 ? [set.contents[0], set.contents[1]] : undefined);
