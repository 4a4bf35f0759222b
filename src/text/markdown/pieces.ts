/** From what was found in a paragraph to marks. */

import { BEGIN } from '../displays';
import { baseName } from '../environments';
import type { Mark, MathMark } from '../marks';
import { unclosed } from '../problems';
import type { Span } from '../region';
import { matchAt } from '../scan';
import type { Piece } from './inline';

/** `by` is the place of the paragraph in the text; `shown` is its own, with blanks in place of the signs of a quotation. */
export function markOf(text: string, piece: Piece, by: number, shown: string): Mark {
  const span = { start: piece.from + by, end: piece.to + by };
  if (piece.type === 'InlineMath' || piece.type === 'DisplayMath') return math(text, piece, span, by, shown);
  const words = piece.type === 'Comment' ? DIRECTIVE.exec(text.slice(span.start, span.end)) : null;
  return words ? { type: 'directive', span, text: words[1].trim() } : { type: 'opaque', span };
}

const DIRECTIVE = /^<!--\s*gradlens:([\s\S]*?)-->$/;
const OPENING = /\\begin\s*\{[a-zA-Z]+\*?\}|\$\$?|\\./y;

function math(text: string, piece: Piece, span: Span, by: number, shown: string): MathMark {
  const { from, contentFrom, contentTo } = piece;
  const mark: MathMark = { type: 'math', span, content: { start: contentFrom + by, end: contentTo + by }, display: piece.type === 'DisplayMath', tex: shown.slice(contentFrom, contentTo) };
  const begin = contentFrom > from ? matchAt(BEGIN, text, span.start) : null;
  if (begin) mark.environment = baseName(begin[1]);
  if (!piece.closed) mark.problem = unclosed(matchAt(OPENING, text, span.start)?.[0] ?? '');
  return mark;
}
