/** What a reader of one language says about a text, in order of offset; `assemble` turns it into the plain data of the stage. */

import type { Macro, Span } from './region';

export type Mark =
  | MathMark
  /** Prose may stand here; the marks that follow cut pieces out of it. */
  | { type: 'paragraph'; span: Span }
  /** Code, comments, definitions: neither mathematics nor prose. */
  | { type: 'opaque'; span: Span }
  | { type: 'directive'; span: Span; text: string }
  | { type: 'heading'; at: number; level: number; title: string; everything?: boolean }
  /** A block with an end of its own. */
  | { type: 'enter'; at: number; kind: 'item' | 'environment'; title: string }
  /** A container that is no scope itself but limits the items in it. */
  | { type: 'fence'; at: number; title: string }
  /** With a title, the end of the innermost container of that title; else of the innermost one. */
  | { type: 'leave'; at: number; title?: string }
  /** An item that lasts until the next one of its style. */
  | { type: 'item'; at: number; style: string; title: string }
  | { type: 'macro'; macro: Macro };

export interface MathMark {
  type: 'math';
  span: Span;
  content: Span;
  display: boolean;
  environment?: string;
  problem?: string;
  /** Further lines begin with the signs of a quotation. */
  quoted?: boolean;
}
