/** Moves what is said of a text to other lines. */
import type { Equation, Link, Position, Range, Repair } from './report';

/** So many lines down. */
export const moved = (range: Range, lines: number): Range => movedRange(range, (line) => line + lines);

function movedRange({ start, end }: Range, lineOf: (line: number) => number): Range {
  const position = ({ line, character }: Position): Position => ({ line: lineOf(line), character });
  return { start: position(start), end: position(end) };
}

export function movedEquation(equation: Equation, lineOf: (line: number) => number): Equation {
  const repair = ({ message, edits }: Repair): Repair => ({ message, edits: edits.map((edit) => ({ ...edit, range: movedRange(edit.range, lineOf) })) });
  const link = (said: Link): Link => ({
    ...said, range: movedRange(said.range, lineOf), reading: said.reading.map((symbol) => (symbol.from ? { ...symbol, from: { line: lineOf(symbol.from.line) } } : symbol)),
    ...(said.repair ? { repair: repair(said.repair) } : {}), ...(said.rewrite ? { rewrite: repair(said.rewrite) } : {}),
  });
  return { ...equation, range: movedRange(equation.range, lineOf), links: equation.links.map(link) };
}
