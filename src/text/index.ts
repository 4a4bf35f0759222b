/** The text stage: from a document to the regions of mathematics in it, the scopes they stand in, and the prose around them. */

import { assemble } from './assemble';
import { readLatex } from './latex/read';
import { readMarkdown } from './markdown/read';
import type { DocumentText } from './region';

export type { Block, Directive, DocumentText, Macro, Prose, Region, Span } from './region';
export { cutText, type Piece } from './pieces';
export { lineIndex, type LineIndex, type Position } from './lines';

export type Language = 'markdown' | 'latex';

/** Never throws; takes time linear in the length of the text. Regions come in order and never overlap. */
export const readDocument = (text: string, language: Language): DocumentText => assemble(text, language === 'latex' ? readLatex(text) : readMarkdown(text));
