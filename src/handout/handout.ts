/** What a report that leaves the editor says: every claim of a document, its verdict and what supports it. */
import type { Equation, Link, Outline, Range } from '../report';
import { renderable } from '../words';

/** A checked document; equations stand by their index in the outline, undefined where nothing was checked. */
export interface Page {
  title: string;
  text: string;
  outline: Outline;
  equations: (Equation | undefined)[];
}

export interface Handout {
  title: string;
  macros: Record<string, string>;
  equations: HandoutEquation[];
}

/** `shown` is the TeX as a renderer takes it. */
export type HandoutEquation = Equation & { shown: string };

/** What only defines or assumes is no claim. */
const isClaim = ({ verdict }: Link): boolean => verdict !== 'definition' && verdict !== 'assumption';

/** The equations that claim something, as far as they were checked. */
export function handoutOf({ title, text, outline, equations }: Page): Handout {
  const lines = text.split('\n');
  const claims = equations.filter((equation) => equation?.links.some(isClaim)) as Equation[];
  return { title, macros: outline.macros, equations: claims.map((equation) => ({ ...equation, shown: renderable(equation.tex, textAt(lines, equation.range)) })) };
}

function textAt(lines: string[], { start, end }: Range): string {
  const rows = lines.slice(start.line, end.line + 1);
  const last = rows.length - 1;
  return rows.map((row, i) => row.slice(i === 0 ? start.character : 0, i === last ? end.character : undefined)).join('\n');
}

export const lineOf = ({ range }: Pick<Equation, 'range'>): number => range.start.line + 1;
