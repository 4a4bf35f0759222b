/** The plain data of the façade: what a check of a document says. Positions are zero-based lines and UTF-16 characters. */

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** The only way back into a document: a replacement that the user accepts. */
export interface Edit {
  range: Range;
  text: string;
}

export type Verdict = 'verified' | 'refuted' | 'undecided' | 'definition' | 'assumption';

export type LinkKind =
  | 'definition'
  | 'derivative'
  | 'claim'
  | 'update-rule'
  | 'numeric'
  | 'inequality'
  | 'limit'
  | 'expectation'
  | 'stationarity'
  | 'shape'
  | 'notation';

/** Stable codes of the messages; docs/codes.md says what each means. */
export const CODES = [
  'differs', 'ill-shaped', 'misnamed', 'not-published', 'own-gradient', 'consequence', 'unknown-rule', 'verified', 'published', 'variant', 'part', 'definition', 'redefinition', 'given', 'aside', 'step', 'stationarity', 'premise', 'property',
  'unknown-symbol', 'unrelated', 'ambiguous', 'undefined', 'independent', 'restricted', 'conditional', 'symmetric', 'existential', 'restated', 'misfit', 'shape-clash', 'unread', 'no-points', 'unsolved', 'rounding', 'unconfirmed', 'too-large', 'too-slow', 'failed', 'internal',
] as const;
export type Code = (typeof CODES)[number];

/** How one symbol was read, and where it was bound. */
export interface SymbolReading {
  symbol: string;
  kind: string;
  shape: string[];
  domain: string;
  /** Zero-based line of the definition or declaration; absent when the reading rests on notation alone. */
  from?: { line: number };
}

/** What makes a verdict replayable. */
export interface Evidence {
  seed: number;
  points: number;
  maxError: number;
  /** Concrete sizes that were used, by the document's own size names. */
  sizes?: Record<string, number>;
  /** Of altered versions of the line, those that the same check does not verify. Worked out on demand. */
  strength?: { altered: number; caught: number };
}

/** A number, or nested rows of numbers. */
export type PlainValue = number | PlainValue[];

export interface Counterexample {
  values: Record<string, PlainValue>;
  left: PlainValue;
  right: PlainValue;
  /** The first entry at which the two sides differ, counted from 1, for vectors and matrices. */
  entry?: number[];
  /** What the names and the parts of both sides come to, inner ones first. */
  steps?: Step[];
}

/** A part of a line as written, and its value at the counterexample. */
export interface Step {
  tex: string;
  value: PlainValue;
}

/** An edit of the student's own TeX after which the claim is verified. */
export interface Repair {
  message: string;
  edits: Edit[];
}

/** One relation of a chain with the two members beside it, as written. */
export interface Link {
  range: Range;
  lhs: string;
  relation: string;
  rhs: string;
  kind: LinkKind;
  verdict: Verdict;
  /** One short sentence in the student's words. */
  message: string;
  code: Code;
  assumptions: string[];
  convention?: string;
  reading: SymbolReading[];
  evidence?: Evidence;
  counterexample?: Counterexample;
  repair?: Repair;
  /** An edit after which a verified claim holds without its convention. */
  rewrite?: Repair;
  /** A comment that the student can put above, which settles what could not be inferred: `<!-- gradlens: W in R^{m x n} -->`. */
  declare?: string;
}

export interface Equation {
  /** The whole region with its delimiters. */
  range: Range;
  /** The TeX between the delimiters, as written. */
  tex: string;
  display: boolean;
  links: Link[];
}

export interface DocumentReport {
  path: string;
  equations: Equation[];
}

/** The JSON contract of `gradlens check --format json`. */
export interface Report {
  version: 1;
  documents: DocumentReport[];
}

/** A text to check. `language` is `latex` or `markdown`. */
export interface Source {
  path: string;
  language: 'latex' | 'markdown';
  text: string;
}

/** An equation as the syntax alone shows it: where it is, and whether it relates anything. */
export interface OutlineItem {
  /** Equations of one piece of the document are checked in order, the pieces in any. */
  piece: number;
  range: Range;
  tex: string;
  display: boolean;
  /** True when the equation holds a relation, so that a lens stands above it. */
  claims: boolean;
}

export interface Outline {
  items: OutlineItem[];
  /** The document's own macros, name (with backslash) to body, for rendering. */
  macros: Record<string, string>;
}

/** What a picture shows, before it is drawn. */
export interface Figure {
  title: string;
  /** What can be seen, in sentences. */
  summary: string;
  charts: Chart[];
}

/** `problem` says why there is no picture, as the end of a sentence. */
export type Figured = { figure: Figure } | { problem: string };

export interface Chart {
  title: string;
  x: Axis;
  y: Axis;
  curves: Curve[];
  contours?: Contours;
}

/** `count` has whole numbers only. */
export interface Axis { label: string; scale: 'linear' | 'log' | 'count' }

export interface Curve {
  name: string;
  /** Decides colour and dashes: the student's, the published, or one of several others. */
  role: 'written' | 'published' | 'first' | 'second' | 'third';
  points: [x: number, y: number][];
  /** Each point is marked. */
  dotted?: boolean;
}

/** Values of a function on a grid, row by row from the smallest y: `values[row * columns + column]`. */
export interface Contours { x: [from: number, to: number]; y: [from: number, to: number]; columns: number; rows: number; values: number[] }
