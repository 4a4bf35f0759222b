/** What the editor tells the panel and the panel asks of the editor. */
import type { Edit, Figured, Link, Range } from '../report';

export interface PanelEquation {
  /** In the outline of the document. */
  index: number;
  range: Range;
  /** As a renderer takes it, with the environment it needs. */
  tex: string;
  /** Undefined until it was checked. */
  links?: Link[];
  pending: boolean;
}

export interface PanelState {
  uri: string;
  title: string;
  version: number;
  macros: Record<string, string>;
  equations: PanelEquation[];
}

export type ToPanel =
  | { type: 'state'; state: PanelState }
  /** The equation that the cursor is in; `reveal` when somebody asked to see it. */
  | { type: 'active'; index: number; reveal: boolean }
  /** What was asked to be drawn for an equation. */
  | { type: 'figure'; index: number; figured: Figured }
  | { type: 'empty' };

export type FromPanel =
  | { type: 'ready' }
  | { type: 'goTo'; range: Range }
  | { type: 'verify'; index: number }
  | { type: 'draw'; index: number }
  | { type: 'verifyAll' }
  | { type: 'export' }
  | { type: 'applyEdits'; version: number; edits: Edit[] }
  | { type: 'declare'; version: number; link: Link }
  | { type: 'copyScript'; equation: number; link: number; dialect: 'numpy' | 'pytorch' }
  | { type: 'pin'; pinned: boolean };

/** Kept by the webview over a reload of the window. */
export interface KeptState {
  uri?: string;
  pinned: boolean;
  filter: Filter;
  search: string;
}

export type Filter = 'all' | 'refuted' | 'undecided';

