/** A picture in the panel: drawn, said in words, and as a table of its numbers. */
import { drawFigure, tableOf } from '../chart';
import type { Figured } from '../report';
import { isTested } from '../words';
import { element, table } from './dom';
import type { PanelEquation } from './state';

/** Update rules, and what has two sides that were compared. */
export const canBeDrawn = ({ links = [] }: PanelEquation): boolean => links.some((link) => link.kind === 'update-rule' || isTested(link));

export function showFigure(figured: Figured): HTMLElement {
  if ('problem' in figured) return element('p', { class: 'figured' }, `No picture: ${figured.problem}.`);
  const { figure } = figured;
  const drawn = new DOMParser().parseFromString(drawFigure(figure, { alone: false }), 'image/svg+xml').documentElement;
  return element('div', { class: 'figured', role: 'group', 'aria-label': figure.title },
    document.importNode(drawn, true), element('p', {}, figure.summary),
    element('details', {}, element('summary', {}, 'Numbers'), ...figure.charts.map((chart) => { const [head, ...rows] = tableOf(chart); return table(chart.title, head, rows); })),
  );
}
