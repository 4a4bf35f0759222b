/** The equations of the document as a list: the picture, the verdict in a line, and the details of the one that is open. */
import type { Figured } from '../report';
import { gravest, marks, sayEquation } from '../words';
import { type DetailContext, showLink } from './details';
import { button, element } from './dom';
import { canBeDrawn, showFigure } from './figure';
import { mathWhenSeen } from './math';
import type { Filter, PanelEquation } from './state';

export interface ListContext extends DetailContext {
  active: number | undefined;
  open(index: number): void;
  /** What was drawn for this equation on request. */
  figured: Figured | undefined;
  /** All of the document, so that it can be told what rests on what. */
  all: PanelEquation[];
}

export function matches({ tex, links }: PanelEquation, filter: Filter, search: string): boolean {
  const kept = filter === 'all' || (links ?? []).some(({ verdict }) => verdict === filter);
  const text = [tex, ...(links ?? []).map(({ message }) => message)].join(' ').toLowerCase();
  return kept && text.includes(search.trim().toLowerCase());
}

export function showEquation(equation: PanelEquation, context: ListContext): HTMLElement {
  const { index, links, tex } = equation;
  const isOpen = index === context.active;
  return element('li', { class: `equation ${gravest(links ?? []) ?? 'unchecked'}${isOpen ? ' open' : ''}`, 'data-index': index, 'aria-current': isOpen && 'true' },
    element('div', { class: 'head', onclick: () => context.send({ type: 'goTo', range: equation.range }) },
      mathWhenSeen(tex, context.macros),
    ),
    element('div', { class: 'line' },
      button(headline(equation), () => context.open(index), { class: 'summary', 'aria-expanded': String(isOpen), tabindex: isOpen || context.active === undefined ? 0 : -1 }),
      button(`line ${equation.range.start.line + 1}`, () => context.send({ type: 'goTo', range: equation.range }), { class: 'as-link', tabindex: -1 }),
    ),
    isOpen && showDetails(equation, context),
  );
}

function headline({ links, pending }: PanelEquation): string {
  if (!links) return pending ? 'checking …' : 'not checked yet';
  return sayEquation({ links }) + (pending ? ' …' : '');
}

function showDetails(equation: PanelEquation, context: ListContext): HTMLElement {
  const { links, index } = equation;
  const verify = button('Verify this gradient', () => context.send({ type: 'verify', index }));
  if (!links) return element('div', { class: 'details' }, verify);
  return element('div', { class: 'details' },
    links.length > 1 && element('p', { class: 'chain', role: 'img', 'aria-label': `chain of ${links.length} relations` }, ...links.map(({ verdict }) => element('span', { class: `mark ${verdict}` }, marks[verdict]))),
    ...links.map((link, at) => showLink(link, { equation: index, link: at }, context, links.length === 1)),
    context.figured ? showFigure(context.figured) : canBeDrawn(equation) && element('p', { class: 'actions' }, button('Draw', () => context.send({ type: 'draw', index }))),
    showNeighbours('Rests on', restsOn(equation, context.all), context),
    showNeighbours('Used in', context.all.filter((other) => restsOn(other, [equation]).length > 0), context),
  );
}

function showNeighbours(label: string, equations: PanelEquation[], { send }: ListContext): HTMLElement | undefined {
  if (equations.length === 0) return undefined;
  const byLine = [...new Map(equations.map((equation) => [equation.range.start.line, equation])).values()];
  return element('p', { class: 'neighbours' }, `${label} `, ...byLine.map(({ range }) => button(`line ${range.start.line + 1}`, () => send({ type: 'goTo', range }), { class: 'as-link' })));
}

/** Those of the others in which a symbol of this one was bound. */
function restsOn({ links, index }: PanelEquation, others: PanelEquation[]): PanelEquation[] {
  const lines = (links ?? []).flatMap(({ reading }) => reading.flatMap(({ from }) => (from ? [from.line] : [])));
  return others.filter((other) => other.index !== index && lines.some((line) => other.range.start.line <= line && line <= other.range.end.line));
}
