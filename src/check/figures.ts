/** The picture for a line of a document, as plain data: an update rule, or a derivative. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import type { Figure } from '../report';
import { derivativeFigure } from './figures/derivative';
import { ruleFigure } from './figures/rule';
import type { UpdateFinding } from './updates';

/** A line of the text and what is known of it. */
export interface Seen { link: LinkSyntax; verdict: string; update: UpdateFinding | undefined }

/** The first picture that one of the lines has; undefined when none has one. */
export function figureFor(document: DocumentMeaning, seen: readonly Seen[], updates: ReadonlyMap<LinkSyntax, UpdateFinding>): Figure | undefined {
  const all = [...updates.values()].flatMap(({ run }) => (run ? [run] : []));
  for (const { link, verdict, update } of seen) {
    const run = update?.run ?? all.find(({ group }) => [...group.links.values()].includes(link));
    const figure = run ? ruleFigure(document, link, run) : derivativeFigure(document, link, verdict);
    if (figure) return figure;
  }
  return undefined;
}
