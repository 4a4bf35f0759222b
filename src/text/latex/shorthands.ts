/** Macros of the document's own that stand for structure: `\be` for `\begin{equation}`, `\question` for a section. */

import { SECTION, baseName, isDisplay } from '../environments';
import type { Macro } from '../region';

export type Shorthand =
  | { type: 'begin'; name: string; environment: string; close?: string }
  | { type: 'section'; level: number };

export type Shorthands = Map<string, Shorthand>;

/** Notes what a macro stands for, if it is structure. */
export function shorthand(known: Shorthands, { name, body }: Macro): void {
  const begin = /^\s*\\begin\s*\{([a-zA-Z]+\*?)\}\s*$/.exec(body)?.[1];
  const end = /^\s*\\end\s*\{([a-zA-Z]+\*?)\}\s*$/.exec(body)?.[1];
  const heading = /^\s*(?:\\(?:newpage|clearpage|bigskip|noindent)\s*)*\\((?:sub)*section|chapter|paragraph)\b/.exec(body)?.[1];
  if (begin && isDisplay(begin)) known.set(name, { type: 'begin', name: begin, environment: baseName(begin), close: closeFor(known, begin) });
  else if (end && isDisplay(end) && /^\\[a-zA-Z]+$/.test(name)) addClose(known, name, end);
  else if (heading) known.set(name, { type: 'section', level: SECTION[heading] });
}

/** The closing macros wait under the name of their `\end`, which no macro can have. */
function addClose(known: Shorthands, macro: string, name: string): void {
  known.set(`end ${name}`, { type: 'begin', name, environment: baseName(name), close: macro });
  for (const each of known.values()) if (each.type === 'begin' && each.name === name) each.close = macro;
}

function closeFor(known: Shorthands, name: string): string | undefined {
  const waiting = known.get(`end ${name}`);
  return waiting?.type === 'begin' ? waiting.close : undefined;
}
