/** Letters of other alphabets by their own characters: browsers draw `mathvariant` for upright letters only. */

interface Alphabet {
  /** Where the capitals and the small letters begin. */
  starts: [capital: number, small: number];
  /** Letters that had a character before the others. */
  older: Record<string, string>;
}

const ALPHABETS: Record<string, Alphabet> = {
  bold: { starts: [0x1d400, 0x1d41a], older: {} },
  'bold-italic': { starts: [0x1d468, 0x1d482], older: {} },
  'double-struck': { starts: [0x1d538, 0x1d552], older: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' } },
  script: { starts: [0x1d49c, 0x1d4b6], older: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' } },
  fraktur: { starts: [0x1d504, 0x1d51e], older: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' } },
};

/** MathML with the letters of known alphabets put in. */
export function withLetters(mathml: string): string {
  return mathml.replace(/<(mi|mtext) mathvariant="([a-z-]+)">([A-Za-z]+)<\/\1>/g, (found, tag: string, name: string, letters: string) => {
    const alphabet = ALPHABETS[name];
    return alphabet ? `<${tag}>${[...letters].map((letter) => letterOf(alphabet, letter)).join('')}</${tag}>` : found;
  });
}

function letterOf({ starts: [capital, small], older }: Alphabet, letter: string): string {
  const start = letter < 'a' ? capital - 65 : small - 97;
  return older[letter] ?? String.fromCodePoint(start + letter.charCodeAt(0));
}
