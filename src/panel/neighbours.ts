/** What an equation rests on, and what rests on it: each a click away. */
import { plain } from '../plain';
import { button, element } from './dom';
import { math } from './math';
import type { FromPanel, PanelEquation } from './state';

interface Context {
  all: PanelEquation[];
  macros: Record<string, string>;
  send(message: FromPanel): void;
}

export function showNeighbours(equation: PanelEquation, context: Context): HTMLElement | undefined {
  const below = restsOn(equation, context.all);
  const above = context.all.filter((other) => restsOn(other, [equation]).length > 0);
  if (below.length + above.length === 0) return undefined;
  return element('div', { class: 'neighbours' }, listed('Rests on', below, context), listed('What rests on this', above, context));
}

function listed(label: string, equations: PanelEquation[], { macros, send }: Context): HTMLElement | undefined {
  if (equations.length === 0) return undefined;
  const entries = equations.map(({ range, tex }) => element('li', {},
    button(`line ${range.start.line + 1}`, () => send({ type: 'goTo', range }), { class: 'as-link' }), element('span', { class: 'neighbour' }, math(tex, macros))));
  return element('section', { 'aria-label': label }, element('p', { class: 'label' }, label), element('ul', {}, ...entries));
}

/** Those of the others in which a symbol of this one was bound; of several in one line the one that begins with it. */
function restsOn({ links, index }: PanelEquation, others: PanelEquation[]): PanelEquation[] {
  const bound = (links ?? []).flatMap(({ reading }) => reading.flatMap(({ symbol, from }) => (from ? [{ symbol: plain(symbol), line: from.line }] : [])));
  const found = bound.flatMap(({ symbol, line }) => {
    const there = others.filter(({ range }) => range.start.line <= line && line <= range.end.line);
    const named = there.filter((other) => (other.links ?? []).some(({ lhs }) => plain(lhs).startsWith(symbol)));
    return named.length > 0 ? named : there;
  });
  return others.filter((other) => other.index !== index && found.includes(other));
}
