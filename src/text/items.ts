/** Signs that start an item where Markdown knows of no list: bullets, `(a)`, `b)`, `(iv)`, `(2)`. */

export interface ItemSign {
  style: 'bullet' | 'letter' | 'roman' | 'number';
  label: string;
  /** Offset behind the sign. */
  end: number;
}

const BULLET = /[•▪◦‣●∙](?=\s|$)/y;
const LABEL = /(?:\(([a-zA-Z]{1,4}|\d{1,2}|[a-zA-Z][-.]\d{1,2})\)|([a-zA-Z])\))(?=\s|$)/y;

/** The sign at an offset; the one before decides whether `(i)` comes after `(h)` or is the first of the Roman numbers. */
export function itemSign(text: string, at: number, before: ItemSign | null): ItemSign | null {
  BULLET.lastIndex = at;
  if (BULLET.test(text)) return { style: 'bullet', label: text[at], end: at + 1 };
  LABEL.lastIndex = at;
  const match = LABEL.exec(text);
  if (!match) return null;
  const label = match[1] ?? match[2];
  const style = styleOf(label, before);
  return style && { style, label, end: at + match[0].length };
}

function styleOf(label: string, before: ItemSign | null): ItemSign['style'] | null {
  if (/^\d/.test(label)) return 'number';
  if (/^[ivxIVX]+$/.test(label) && !follows(label, before)) return 'roman';
  return /^[a-zA-Z](?:[-.]\d+)?$/.test(label) ? 'letter' : null;
}

const follows = (label: string, before: ItemSign | null): boolean => before?.style === 'letter' && before.label.charCodeAt(0) + 1 === label.charCodeAt(0);
