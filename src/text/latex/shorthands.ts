/** Macros of the document's own that stand for structure: `\be` for `\begin{equation}`, `\question` for a section. */

import { SECTION, baseName, isDisplay } from '../environments';
import type { Macro } from '../region';

export type Shorthand =
  | { type: 'begin'; name: string; environment: string; close?: string }
  | { type: 'section'; level: number };

export type Shorthands = Map<string, Shorthand>;

/** Notes what a macro stands for, if it is structure. */
export function shorthand(known: Shorthands, { name, body }: Macro): void {
  const [, side, environment = ''] = /^\s*\\(begin|end)\s*\{([a-zA-Z]+\*?)\}\s*$/.exec(body) ?? [];
  const heading = /^\s*(?:\\(?:newpage|clearpage|bigskip|noindent)\s*)*\\((?:sub)*section|chapter|paragraph)\b/.exec(body)?.[1];
  if (side === 'begin' && isDisplay(environment)) known.set(name, { type: 'begin', name: environment, environment: baseName(environment), close: closeFor(known, environment) });
  else if (side === 'end' && isDisplay(environment) && /^\\[a-zA-Z]+$/.test(name)) addClose(known, name, environment);
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
