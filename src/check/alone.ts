/** Items that stand for themselves: what the items before say of their names does not hold in them. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import type { Verdict } from '../report';

/** The verdict of a line with what other items say, or without. */
export type Judge = (link: LinkSyntax, local: boolean) => Verdict;

/** Whether another line of the same item holds only without what other items say. */
export function standsAlone({ links }: DocumentMeaning, link: LinkSyntax, judge: Judge): boolean {
  return links.filter((other) => other !== link && other.block === link.block && other.relation.name === 'equal').slice(0, LINES).some((other) => holdsAlone(other, judge));
}

/** Lines of an item that are looked at. */
const LINES = 8;

const known = new WeakMap<LinkSyntax, boolean>();

function holdsAlone(link: LinkSyntax, judge: Judge): boolean {
  // Most hold with what the others say, which is found out soon.
  const holds = known.get(link) ?? (judge(link, false) !== 'verified' && judge(link, true) === 'verified');
  known.set(link, holds);
  return holds;
}
