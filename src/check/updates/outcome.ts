/** What a step is, beside the gradient of what the exercise gives. */
import { type DocumentMeaning, exprsOf, linksAround, type LinkSyntax } from '../../meaning/document';
import { everyPart, type Expr } from '../../notation/expression';

export type Outcome = { of: string; by: string } & (
  | { kind: 'descent' | 'ascent' }
  /** It goes against the derivative as the document states it. */
  | { kind: 'stated'; stated: string }
  /** The derivative with a factor. */
  | { kind: 'scaled'; factor: string; rate: string }
  /** The derivative by another quantity. */
  | { kind: 'other'; variable: string }
  /** The derivative at another step. */
  | { kind: 'iterate'; stray: Expr }
  | { kind: 'stranger'; target: Expr }
  /** Two indices are exchanged. */
  | { kind: 'indices'; first: string; second: string }
  | { kind: 'different' });

/** All that is written in the exercise. */
export const partsAround = (document: DocumentMeaning, link: LinkSyntax): Expr[] => linksAround(document, link).flatMap(exprsOf).flatMap(everyPart);
