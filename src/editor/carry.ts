/** Verdicts from before an edit, shown at the equations that still read the same until the new ones come. */
import type { Equation, Link, Outline, OutlineItem, Position, Range } from '../report';

/** For every item of the new outline the equation that stood for the same TeX before, moved to its new place. */
export function carryOver(before: (Equation | undefined)[], outline: Outline): (Equation | undefined)[] {
  const left = new Map<string, Equation[]>();
  for (let i = before.length - 1; i >= 0; i--) {
    const equation = before[i];
    const same = equation && left.get(equation.tex);
    if (same) same.push(equation);
    else if (equation) left.set(equation.tex, [equation]);
  }
  return outline.items.map((item) => {
    const found = left.get(item.tex)?.pop();
    return found && moved(found, item);
  });
}

function moved(equation: Equation, { range }: OutlineItem): Equation {
  const shift = shiftBetween(equation.range.start, range.start);
  return { ...equation, range, links: equation.links.map((link) => movedLink(link, shift)) };
}

/** What points to other places of the old text is left out. */
function movedLink(link: Link, shift: (range: Range) => Range): Link {
  return { ...link, range: shift(link.range), repair: undefined, rewrite: undefined, reading: link.reading.map((reading) => ({ ...reading, from: undefined })) };
}

/** Only the first line of an equation can have moved sideways. */
function shiftBetween(from: Position, to: Position): (range: Range) => Range {
  const shifted = ({ line, character }: Position) => ({
    line: line + to.line - from.line,
    character: line === from.line ? character + to.character - from.character : character,
  });
  return ({ start, end }) => ({ start: shifted(start), end: shifted(end) });
}
