/** A document's words with a mark for each formula: patterns of prose never meet TeX, and white space says no more than where paragraphs and items begin. */
import type { Region } from '../text/region';

export interface Wording {
  text: string;
  /** Where the mark of each region begins. */
  marks: number[];
}

export const MARK = '⟦⟧';

export function wordingOf(text: string, regions: readonly Region[]): Wording {
  const wording: Wording = { text: '', marks: [] };
  let end = 0;
  for (const { span } of regions) {
    wording.text += spaced(text.slice(end, span.start));
    wording.marks.push(wording.text.length);
    wording.text += MARK;
    end = span.end;
  }
  wording.text += spaced(text.slice(end));
  return wording;
}

const spaced = (words: string): string => words.replace(/\s+/g, (space, at: number) => {
  if (/\n\s*\n/.test(space)) return '\n\n';
  return space.includes('\n') && /^(?:[-*•#]|\d+\.|\\item)/.test(words.slice(at + space.length, at + space.length + 5)) ? '\n' : ' ';
});

/** At most this many characters of the words before a formula. */
export const wordsBefore = ({ text, marks }: Wording, region: number, reach: number): string => text.slice(Math.max(0, marks[region] - reach), marks[region]);

export const wordsAfter = ({ text, marks }: Wording, region: number, reach: number): string => text.slice(marks[region] + MARK.length, marks[region] + MARK.length + reach);

/** The words from one offset to another, without the formulas between. */
export function wordsBetween(text: string, regions: readonly Region[], from: number, to: number): string {
  let words = '';
  let end = from;
  for (const { span } of regions) if (span.end > from && span.start < to) { words += text.slice(end, Math.max(end, span.start)); end = span.end; }
  return words + text.slice(Math.min(end, to), to);
}

/** Offset up to which the sentence of a formula reaches, displays within it included. */
export function sentenceEnd(text: string, regions: readonly Region[], region: number): number {
  let last = region;
  while (last + 1 < regions.length && !/[.!?;]\s|\n\s*\n\s*\S/.test(text.slice(regions[last].span.end, regions[last + 1].span.start)) && !/[.]\s*\$*$/.test(regions[last].tex)) last++;
  return regions[last].span.end;
}

/** What an example or a case says holds no longer where words speak of all. */
export const IN_GENERAL = /\b(?:in general|general(?:ly| case)|for (?:all|any|every|each|arbitrary)|im allgemeinen|allgemein|für (?:alle|jede[sn]?|beliebige)|en général|pour tout|en general|para todo)\b|一般|对任意|对所有/i;

/** The number of the formula that stands at a place; −1 where none does. */
export const regionAt = (regions: readonly Region[], at: number): number => regions.findIndex(({ span }) => at >= span.start && at < span.end);
