/** Small tools for reading a text by offsets. */

/** The match of a sticky expression at an offset. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Offset of the first match of a global expression from an offset on; the length of the text when there is none. */
export function indexFrom(global: RegExp, text: string, from: number): number {
  global.lastIndex = from;
  return global.exec(text)?.index ?? text.length;
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end of the line, or `limit` where that comes first. Looks no further, so that a long line with many signs stays linear. */
export const lineOr = (text: string, from: number, limit: number): number => from + endOfLine(text.slice(from, limit), 0);

/** Offset of a word from an offset on, -1 for none. */
export type Find = (word: string, from: number) => number;

/** `indexOf` that remembers what does not come any more, so that a text full of unclosed delimiters stays linear. */
export function finder(text: string): Find {
  let missing: Map<string, number> | undefined;
  return (word, from) => {
    if (missing && from >= (missing.get(word) ?? Infinity)) return -1;
    const at = text.indexOf(word, from);
    if (at < 0) missing = (missing ?? new Map<string, number>()).set(word, from);
    return at;
  };
}
