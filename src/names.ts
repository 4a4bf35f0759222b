/** Finds the names of a document in its TeX, however they are spaced and braced: `\hat{y}` is `\hat y`. */

/** Half-open range of offsets in the text that was searched. */
export interface Occurrence {
  name: string;
  start: number;
  end: number;
}

interface Token {
  text: string;
  start: number;
  end: number;
}

/** Finds every place where one of the names stands, the longest name first: in `\hat y` there is no `y`. */
export function nameFinder(names: Iterable<string>): (tex: string) => Occurrence[] {
  const wanted = [...names].map((name) => ({ name, tokens: tokensOf(name).map(({ text }) => text) })).filter(({ tokens }) => tokens.length > 0);
  wanted.sort((a, b) => b.tokens.length - a.tokens.length);
  return (tex) => {
    const tokens = tokensOf(tex);
    const found: Occurrence[] = [];
    for (let at = 0; at < tokens.length; ) {
      const name = wanted.find((candidate) => standsAt(tokens, at, candidate.tokens));
      if (name) found.push(occurrence(tex, tokens, at, name.name, name.tokens.length));
      at += name ? name.tokens.length : 1;
    }
    return found;
  };
}

function standsAt(tokens: Token[], at: number, name: string[]): boolean {
  return name.every((text, i) => tokens[at + i]?.text === text);
}

/** With the brace that the last token closes, if it was opened inside: `\hat{y}` and not `\hat{y`. */
function occurrence(tex: string, tokens: Token[], at: number, name: string, length: number): Occurrence {
  const { start } = tokens[at];
  let { end } = tokens[at + length - 1];
  const open = (piece: string) => piece.split('{').length - piece.split('}').length;
  while (open(tex.slice(start, end)) > 0 && /^\s*\}/.test(tex.slice(end))) end += tex.slice(end).indexOf('}') + 1;
  return { name, start, end };
}

/** Letters, commands and the signs of scripts; words in an upright font are one token each. Braces and spaces only hold things together. */
const token = /\\(?:text|operatorname\*?|mathrm|mathit|textit|textbf|label|tag|begin|end)\s*\{[^{}]*\}|\\[a-zA-Z]+|\\.|[a-zA-Z]|[_^']|[^\s{}]/gu;

function tokensOf(tex: string): Token[] {
  return [...tex.matchAll(token)].map(({ 0: text, index }) => ({ text: text.replace(/\s+/g, ''), start: index, end: index + text.length }));
}
