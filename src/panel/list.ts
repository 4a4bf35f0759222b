/** The equations of the document as a list: the picture, the verdict in a line, and the details of the one that is open. */
import { plain } from '../plain';
import type { Figured } from '../report';
import { gravest, sayEquation } from '../words';
import { showChain, shownLink } from './chain';
import { type DetailContext, showLink } from './details';
import { button, element } from './dom';
import { canBeDrawn, showFigure } from './figure';
import { mathWhenSeen } from './math';
import { showNeighbours } from './neighbours';
import type { Filter, PanelEquation } from './state';

export interface ListContext extends DetailContext {
  active: number | undefined;
  open(index: number): void;
  /** Of a chain, the relation that was chosen. */
  chosen: number | undefined;
  choose(index: number, link: number): void;
  /** What was drawn for this equation on request. */
  figured: Figured | undefined;
  /** All of the document, so that it can be told what rests on what. */
  all: PanelEquation[];
}

export function matches({ tex, links }: PanelEquation, filter: Filter, search: string): boolean {
  const kept = filter === 'all' || (links ?? []).some(({ verdict }) => verdict === filter);
  const text = [tex, plain(tex), ...(links ?? []).map(({ message }) => message)].join(' ').toLowerCase();
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
  const at = shownLink(links, context.chosen);
  return element('div', { class: 'details' },
    links.length > 1 && showChain(links, at, (link) => context.choose(index, link), context.macros),
    links.length > 0 && showLink(links[at], { equation: index, link: at }, context, links.length === 1),
    context.figured ? showFigure(context.figured) : canBeDrawn(equation) && element('p', { class: 'actions' }, button('Draw', () => context.send({ type: 'draw', index }), { title: 'What there is to see of it: steps of an update rule, a gradient check, both sides as curves' })),
    showNeighbours(equation, context),
  );
}
