/** From what was found in a paragraph to marks. */

import { BEGIN } from '../displays';
import { baseName } from '../environments';
import type { Mark, MathMark } from '../marks';
import { unclosed } from '../problems';
import type { Span } from '../region';
import { matchAt } from '../scan';
import type { Piece } from './inline';

/** `by` is the place of the paragraph in the text; `signs` are the stretches of it that belong to a block quote around it. */
export function markOf(text: string, piece: Piece, by: number, signs: Span[]): Mark {
  const span = { start: piece.from + by, end: piece.to + by };
  if (piece.type === 'InlineMath' || piece.type === 'DisplayMath') return math(text, piece, span, by, signs);
  const words = piece.type === 'Comment' ? DIRECTIVE.exec(text.slice(span.start, span.end)) : null;
  return words ? { type: 'directive', span, text: words[1].trim() } : { type: 'opaque', span };
}

const DIRECTIVE = /^<!--\s*gradlens:([\s\S]*?)-->$/;
const OPENING = /\\begin\s*\{[a-zA-Z]+\*?\}|\$\$?|\\./y;

function math(text: string, piece: Piece, span: Span, by: number, signs: Span[]): MathMark {
  const { from, contentFrom, contentTo } = piece;
  const mark: MathMark = { type: 'math', span, content: { start: contentFrom + by, end: contentTo + by }, display: piece.type === 'DisplayMath' };
  const begin = contentFrom > from ? matchAt(BEGIN, text, span.start) : null;
  if (begin) mark.environment = baseName(begin[1]);
  if (!piece.closed) mark.problem = unclosed(matchAt(OPENING, text, span.start)?.[0] ?? '');
  const skip = signs.filter(({ start, end }) => contentFrom <= start && end <= contentTo);
  if (skip.length) mark.skip = skip.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return mark;
}
