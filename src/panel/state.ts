/** What the editor tells the panel and the panel asks of the editor. */
import type { Edit, Evidence, Figured, Link, Range } from '../report';

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
  /** The equation that the cursor is in, and the relation; `reveal` when somebody asked to see it. */
  | { type: 'active'; index: number; link?: number; reveal: boolean }
  /** What was asked to be drawn for an equation. */
  | { type: 'figure'; index: number; figured: Figured }
  /** Of the relations of an equation, by their number there: how many altered versions the check catches. */
  | { type: 'strength'; index: number; found: Strengths }
  | { type: 'empty' };

/** What is not there has no altered version, or none that could be run; `problem` is the end of a sentence. */
export type Strengths = { strengths: Evidence['strength'][] } | { problem: string };

export type FromPanel =
  | { type: 'ready' }
  | { type: 'goTo'; range: Range }
  | { type: 'verify'; index: number }
  | { type: 'draw'; index: number }
  | { type: 'strength'; index: number }
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
  /** The equation that stands open. */
  active?: number;
}

export type Filter = 'all' | 'refuted' | 'undecided';

