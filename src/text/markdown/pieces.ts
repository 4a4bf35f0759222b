/** From what was found in a paragraph to marks. */

import { BEGIN } from '../displays';
import { baseName } from '../environments';
import type { Mark, MathMark } from '../marks';
import { unclosed } from '../problems';
import type { Span } from '../region';
import { matchAt } from '../scan';
import type { Piece } from './inline';

/** `by` is the place of the paragraph in the text; `quoted`: its further lines begin with the signs of a quotation. */
export function markOf(text: string, piece: Piece, by: number, quoted: boolean): Mark {
  const span = { start: piece.from + by, end: piece.to + by };
  if (piece.type === 'InlineMath' || piece.type === 'DisplayMath') return math(text, piece, span, by, quoted);
  const words = piece.type === 'Comment' ? DIRECTIVE.exec(text.slice(span.start, span.end)) : null;
  return words ? { type: 'directive', span, text: words[1].trim() } : { type: 'opaque', span };
}

const DIRECTIVE = /^<!--\s*gradlens:([\s\S]*?)-->$/;
const OPENING = /\\begin\s*\{[a-zA-Z]+\*?\}|\$\$?|\\./y;

function math(text: string, piece: Piece, span: Span, by: number, quoted: boolean): MathMark {
  const { from, contentFrom, contentTo } = piece;
  const mark: MathMark = { type: 'math', span, content: { start: contentFrom + by, end: contentTo + by }, display: piece.type === 'DisplayMath', quoted };
  const begin = contentFrom > from ? matchAt(BEGIN, text, span.start) : null;
  if (begin) mark.environment = baseName(begin[1]);
  if (!piece.closed) mark.problem = unclosed(matchAt(OPENING, text, span.start)?.[0] ?? '');
  return mark;
}
