/** Makes a text fit for the parser of blocks. */

/** YAML at the very start, as R Markdown, Quarto and Pandoc have it. Its length, 0 for none. */
export const frontMatter = (source: string): number => /^---[ \t]*\r?\n(?:[^\n]*\n){0,400}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0;

/** More levels than this on one line are damage and would only cost time; the first look is the cheaper one. */
const MAYBE_DEEP = /(?:[>\-+*.)][ \t]*(?:\d{1,9})?){32}/;
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){32,}/gm;

/** A text of the same length for the parser, which knows `\n` only and slows down in deep nesting. Front matter is blanked. */
export function parseable(source: string): string {
  const front = frontMatter(source);
  const visible = front ? source.slice(0, front).replace(/[^\n]/g, ' ') + source.slice(front) : source;
  const lines = visible.includes('\r') ? visible.replace(/\r(?!\n)/g, '\n') : visible;
  return MAYBE_DEEP.test(lines) ? lines.replace(DEEP, (signs) => '.'.repeat(signs.length)) : lines;
}
