/** Tells mathematics from prose and prices where delimiters alone do not. */

const COMMON = new Set(
  'a an and are as at be but by can for from has have if in into is it its let not of on or our so such than that the their then there these they this to we where which while will with you your'.split(' '),
);
/** Written plainly by many students, and no prose. */
const FUNCTIONS = new Set('sin cos tan sinh cosh tanh cot sec csc arcsin arccos arctan exp log ln lg max min arg argmax argmin sup inf lim det dim ker tr rank diag sign sgn mod gcd softmax relu var cov'.split(' '));

const TEXT_GROUP = /\\(?:text[a-z]*|mathrm|operatorname\*?|mbox|label|tag\*?|begin|end|ref|eqref|mathbf|mathit|mathsf|boldsymbol|mathcal|mathbb)\s*\{[^{}]*\}/g;
const COMMAND = /\\[a-zA-Z]+/g;

/** The words of a text that are no command, no name of a function and not inside `\text{…}`. */
function plainWords(tex: string): string[] {
  const words = tex.replace(TEXT_GROUP, ' ').replace(COMMAND, ' ').match(/(?<![A-Za-z_^\\{])[A-Za-z]{2,}(?![A-Za-z_^({}[])/g) ?? [];
  return words.map((word) => word.toLowerCase()).filter((word) => !FUNCTIONS.has(word));
}

/** Whether a text reads as a sentence: a common English word, or three words and more. */
export function isProse(tex: string): boolean {
  const words = plainWords(tex);
  return words.length >= 3 || words.some((word) => COMMON.has(word));
}

/** Control characters are what is left of `\f` and `\b` where a careless program has read `\frac` and `\beta`. */
const EVIDENCE = /\\[a-zA-Z{|,\\]|[\b\f\v]|[\^_=<>≤≥≈∈→]|[A-Za-z0-9)]\s*[-+*/]\s*[A-Za-z0-9(]|[A-Za-z]'*\(/;
const SYMBOL = /^\s*(?:[A-Za-z][A-Za-z0-9]{0,2}'*|-?\d+(?:\.\d+)?|[\u0080-\uffff]{1,4})\s*$/;

/** Whether a text shows signs of mathematics and none of prose. */
export const showsMath = (tex: string): boolean => EVIDENCE.test(tex) && !isProse(tex);

/** The same, or a single symbol or number. */
export const looksLikeMath = (tex: string): boolean => showsMath(tex) || (SYMBOL.test(tex) && !isProse(tex));

/** Whether a text has the form of a sentence only. */
export const isOnlyProse = (tex: string): boolean => !EVIDENCE.test(tex) && isProse(tex);

/** A price and what follows it, as in `5 apples, or 3 for`. */
const PRICE = /^\d[\d.,]*\s*(?:[kKmMbB]|[mb]illion|thousand)?(?:\s+[A-Za-z]{2,}|[\s,;:/–-]*$)/;
const BLANK = /[ \t\r\n]/;
const WORD_CHARACTER = /[A-Za-z0-9]/;

/**
 * Whether `$…$` around `tex` is mathematics. Delimiters that touch their content and stand free of words are trusted unless a price
 * stands between them; blanks inside, as scanned homework has them, need a content that looks like mathematics.
 */
export function isInlineMath(tex: string, before: string, after: string): boolean {
  if (tex.trim() === '' || tex.includes('`')) return false;
  if (/\d/.test(after)) return showsMath(tex) && /\\[a-zA-Z]/.test(tex);
  if (WORD_CHARACTER.test(after) && plainWords(tex).length > 0) return false;
  if (isLoose(tex, before, after)) return looksLikeMath(tex);
  if (PRICE.test(tex)) return /^\d+(?:\.\d+)?$/.test(tex) || showsMath(tex);
  return EVIDENCE.test(tex) || plainWords(tex).length < 4 || !isProse(tex);
}

/** Whether blanks stand inside of the delimiters, or words touch them outside. */
function isLoose(tex: string, before: string, after: string): boolean {
  return BLANK.test(tex[0]) || BLANK.test(tex[tex.length - 1]) || WORD_CHARACTER.test(before) || WORD_CHARACTER.test(after);
}

/** Whether an unclosed `$` before `tex` was meant to open mathematics. */
export const startsLikeMath = (tex: string): boolean => /^\s*(?:\\[a-zA-Z]|[A-Za-z]'*\s*(?:[_^=(+<>]|\\[a-zA-Z]))/.test(tex);
