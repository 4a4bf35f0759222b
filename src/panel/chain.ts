/** The relations of one equation as the steps of a derivation: each with its mark, the first break in colour, what rests on it pale. */
import type { Link } from '../report';
import { followsBreak, goesOn, gravestLink, marks, sayLink } from '../words';
import { element } from './dom';
import { math } from './math';

/** The relation whose details are shown: the one that was chosen, else the one that needs to be seen. */
export function shownLink(links: Link[], chosen: number | undefined): number {
  return chosen !== undefined && chosen < links.length ? chosen : links.indexOf(gravestLink(links)!);
}

export function showChain(links: Link[], shown: number, choose: (link: number) => void, macros: Record<string, string>): HTMLElement {
  const follows = followsBreak(links);
  const steps = links.map((link, at) => {
    const isAfter = follows[at];
    const words = isAfter ? `${sayLink(link)} · after the break` : sayLink(link);
    return element('li', { class: `step ${link.verdict}${isAfter ? ' after' : ''}` },
      element('button', { type: 'button', class: 'choose', 'aria-pressed': String(at === shown), onclick: () => choose(at) },
        element('span', { class: 'mark', role: 'img', 'aria-label': link.verdict }, marks[link.verdict]),
        math(goesOn(links, at) ? `{} ${link.relation} ${link.rhs}` : `${link.lhs} ${link.relation} ${link.rhs}`, macros),
        element('span', { class: 'words' }, words)));
  });
  return element('ol', { class: 'chain', 'aria-label': 'Steps' }, ...steps);
}
