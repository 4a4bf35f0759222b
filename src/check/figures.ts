/** The picture for a line of a document, as plain data: an update rule, a derivative, or the two sides. */
import type { DocumentMeaning, LinkSyntax } from '../meaning/document';
import type { Figure } from '../report';
import { derivativeFigure } from './figures/derivative';
import { ruleFigure } from './figures/rule';
import { sidesFigure } from './figures/sides';
import type { Finding } from './finding';
import type { Judgement } from './judgement';
import type { UpdateFinding } from './updates';

/** The first picture that one of the findings has; undefined when none has one. */
export function figureFor(document: DocumentMeaning, findings: readonly Finding[], updates: ReadonlyMap<LinkSyntax, UpdateFinding>): Figure | undefined {
  const all = [...updates.values()].flatMap(({ run }) => (run ? [run] : []));
  for (const { link, update, judgement } of findings) {
    const run = update?.run ?? all.find(({ group }) => [...group.links.values()].includes(link));
    const figure = run ? ruleFigure(document, link, run) : judgement && checkedFigure(link, judgement);
    if (figure) return figure;
  }
  return undefined;
}

/** Of a derivative the gradient check, and then the two sides as of any other line. */
function checkedFigure(link: LinkSyntax, judgement: Judgement): Figure | undefined {
  const gradient = judgement.verdict !== 'undecided' ? derivativeFigure(link.lhs.tex, judgement) : undefined;
  const sides = sidesFigure(link, judgement);
  return gradient && sides ? { ...gradient, charts: [...gradient.charts, ...sides.charts] } : gradient ?? sides;
}
