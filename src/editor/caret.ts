/** Where in a piece of TeX the cursor can be marked, so that the marked TeX still means the same. */

/** Stands for the cursor until the TeX is drawn. */
const MARK = '\ue000';

export function marked(tex: string, offset: number): string {
  const place = placeFor(tex, offset);
  return tex.slice(0, place) + MARK + tex.slice(place);
}

/** A thin bar in the given colour, without width for what stands beside it. */
export function drawMark(tex: string, color: string): string {
  return tex.replace(MARK, `{\\color{${color}}\\rlap{\\Rule{0.09em}{0.9em}{0.28em}}}`);
}

/** Steps to the left until nothing is torn apart: no command, no script from its base, no argument from its command. */
function placeFor(tex: string, offset: number): number {
  const before = tex.slice(0, offset);
  const after = tex.slice(offset);
  const step = STEPS.map(({ torn, rest }) => (rest.test(after) ? torn.exec(before)?.[0].length : undefined)).find((length) => length);
  return step ? placeFor(tex, offset - step) : offset;
}

/** What stands before the cursor and is stepped over, where what stands after it looks like this. */
const STEPS: { torn: RegExp; rest: RegExp }[] = [
  { torn: /\\(?:begin|end|text\w*|mbox|label|tag|ref|eqref|operatorname|mathbb|mathrm|color)\*?\s*\{[^{}]*$/, rest: /^/ },
  { torn: /\\[A-Za-z]+$/, rest: /^[A-Za-z]/ },
  { torn: /\\[A-Za-z]+\s*$/, rest: /^(?!\s*(?:[=+\-,.;:)&\\|]|\}|$))/ },
  { torn: /\\(?:left|right|middle|[bB]ig+[lrm]?)\s*$/, rest: /^/ },
  { torn: /(?<!\\)(?:\\\\)*\\$/, rest: /^/ },
  { torn: /\\\\(?:\[[^\]]*)?$/, rest: /^\[?[^\]]*\]/ },
  { torn: /[\^_]\s*$/, rest: /^/ },
  { torn: /[}\]]\s*$/, rest: /^\s*\{/ },
  { torn: /(?:\\[A-Za-z]+|[^\s{])\s*$/, rest: /^\s*[\^_']/ },
];
