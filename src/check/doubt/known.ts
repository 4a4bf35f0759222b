/** Whether a document has said what a name is. */
import { allBindings, type DocumentMeaning, type LinkSyntax, startOf } from '../../meaning/document';
import { optimumOf } from '../../meaning/stationarity';
import type { SymbolUse } from '../../meaning/symbols';
import { isGroup, type RelationName } from '../../notation/expression';

/** Mentioned in another formula of the exercise that is no mere claim, so that the document has said something of it. An increment is tied by its own relation, and what a definition binds that is not in force here is another thing, save what was measured. */
export function isKnown(document: DocumentMeaning, use: SymbolUse, at: number): boolean {
  const unit = document.traces.unitAt(at);
  if (isStated(document, use, unit)) return true;
  // An optimum is known where the derivative was found to vanish, and there alone.
  if (document.stationary.some(({ variables }) => variables.some(({ base }) => base === optimumOf(use.base)))) return false;
  if (use.family.includes('\\Delta ') || document.bindings.get(use.base)?.some((binding) => binding.unit === unit && binding.noise === undefined)) return false;
  // What is said of a function `v(r)` or `v_2(r)` says nothing of `v_1`.
  if (use.base !== use.family && allBindings(document).some(({ base, params }) => params.length > 0 && base.replace(/_.*$/, '') === use.family)) return false;
  const topics = [`bare ${use.family}`, `slots ${use.family}`];
  return topics.some((topic) => (document.traces.seen.get(topic) ?? []).some((o) => o.unit === unit && o.at < at && !sameRegion(document, o.at, at) && !isMereClaim(document, o.at)));
}

/** A comment of the exercise says what the name is. */
export const isStated = ({ declarations }: DocumentMeaning, use: SymbolUse, unit: number): boolean => declarations.stated.some((d) => d.base === use.base && d.unit === unit);

/** A claim that is not known to be true says nothing of its names. */
function isMereClaim(document: DocumentMeaning, at: number): boolean {
  const link = document.links.find(({ lhs, rhs }) => at >= lhs.span.start && at < rhs.span.end);
  if (!link || document.upheld.has(link) || !(CLAIMING.has(link.relation.name) || isInterval(link))) return false;
  const own = allBindings(document).filter((binding) => binding.at >= startOf(link) && binding.at < link.rhs.span.end);
  return !own.some(({ expr }) => at < link.rhs.span.start || (at >= expr.span.start && at < expr.span.end));
}

const CLAIMING: ReadonlySet<RelationName> = new Set(['equal', 'assign', 'identical', 'approx', 'less', 'greater', 'lessEqual', 'greaterEqual']);

/** `p \in (0, 1)` says where a name lies, and not what it is. */
const isInterval = ({ relation, rhs }: LinkSyntax): boolean => relation.name === 'in' && isGroup(rhs.expr) && rhs.expr.open !== '{';

function sameRegion({ parts }: DocumentMeaning, a: number, b: number): boolean {
  const region = parts.regions.find((r) => b >= r.span.start && b < r.span.end);
  return !!region && a >= region.span.start && a < region.span.end;
}
