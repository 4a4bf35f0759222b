/** Where inline mathematics between single dollars ends. */

const TOKENS = /\\[\s\S]|[${}]/g;
const TEX_TOKENS = /\\[\s\S]|[${}]|%[^\n]*/g;

/** Inner dollars of `\text{… $x$ …}` that are looked through before a closing one is given up: keeps damage linear. */
const INNER_DOLLARS = 8;

/** The dollar that closes, not counting those in groups such as `\text{for $x$}` if one follows behind the group; -1 for none. */
export function closingDollar(text: string, from: number, end: number, comments: boolean): number {
  const tokens = comments ? TEX_TOKENS : TOKENS;
  let depth = 0;
  let inner = 0;
  let first = -1;
  tokens.lastIndex = from;
  for (let token = tokens.exec(text); token && token.index < end; token = tokens.exec(text)) {
    const word = token[0];
    if (word === '{') depth++;
    else if (word === '}') depth--;
    else if (word === '$') {
      if (depth <= 0) return token.index;
      if (first < 0) first = token.index;
      if (++inner > INNER_DOLLARS) return first;
    }
  }
  return first;
}
