/** Offsets to line and character: zero-based, UTF-16. Used only where positions leave the program. */

export interface Position {
  line: number;
  character: number;
}

export interface LineIndex {
  /** Offset of the first character of each line. */
  starts: number[];
  positionAt(offset: number): Position;
}

/** Line ends are `\r\n`, `\n` and `\r`; offsets outside of the text are moved to its nearest end. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    starts,
    positionAt(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = lastAtOrBefore(starts, inside);
      return { line, character: inside - starts[line] };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  while (ends.exec(text)) starts.push(ends.lastIndex);
  return starts;
}

/** Index of the last entry that is not greater than `value`; `sorted[0]` must not be. */
function lastAtOrBefore(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
