/** Cuts a text at some of its headings into pieces that are read by themselves. */

import { type Heading, headingsOf } from './headings';

export interface Piece {
  start: number;
  text: string;
  /** The headings above it, which rule it too, as they are written. */
  above: string;
}

/** The pieces in order; together they are the text. Cut where a heading begins something of its own. */
export function cutText(text: string, language: 'markdown' | 'latex', begins: (heading: Heading) => boolean): Piece[] {
  const cuts: { at: number; above: string }[] = [{ at: 0, above: '' }];
  const open: Heading[] = [];
  for (const heading of headingsOf(text, language)) {
    while (open.length > 0 && open[open.length - 1].level >= heading.level) open.pop();
    if (heading.at > 0 && begins(heading)) cuts.push({ at: heading.at, above: open.map(({ at, end }) => `${text.slice(at, end).trim()}\n\n`).join('') });
    if (heading.kind === 'section') open.push(heading);
  }
  return cuts.map(({ at, above }, i) => ({ start: at, text: text.slice(at, cuts[i + 1]?.at ?? text.length), above }));
}
