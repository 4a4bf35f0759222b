/** Where mathematics stands in a document: the plain data of the text stage. Offsets are UTF-16 code units from the start of the text. */

/** Half-open range of offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** One piece of mathematics between delimiters. */
export interface Region {
  /** From the opening delimiter to the closing one, inclusive. */
  span: Span;
  /** What stands between the delimiters. */
  content: Span;
  /** That text, with blanks in place of the `>` of a block quote at the start of its further lines. */
  tex: string;
  display: boolean;
  /** Environment name without star for `\begin{align}` and its like. */
  environment?: string;
  /** Index of the innermost block that the region stands in. */
  block: number;
  /** What is wrong with the delimiters, in a sentence; the content was still taken as far as it goes. */
  problem?: string;
}

/** A scope of the document: a section under a heading, an item of a list, a theorem-like environment. */
export interface Block {
  kind: 'document' | 'section' | 'item' | 'environment';
  /** Index of the enclosing block; -1 for the document. */
  parent: number;
  span: Span;
  /** Heading level for sections, 1 is the highest. */
  level: number;
  /** Plain text of the heading, or the environment's name. */
  title: string;
}

/** A run of prose between regions, markup left in. Code is not prose. */
export interface Prose {
  span: Span;
  text: string;
  block: number;
}

/** `\newcommand`, `\renewcommand`, `\def`, `\let`, `\DeclareMathOperator`. */
export interface Macro {
  /** With the backslash. */
  name: string;
  /** Number of arguments, 0 to 9. */
  arity: number;
  /** Default of the first argument when it is optional. */
  optional?: string;
  body: string;
  /** `\providecommand`: an earlier definition of the name stays. */
  keep?: true;
}

/** `gradlens: …` in a comment of the document. */
export interface Directive {
  span: Span;
  /** The text after `gradlens:`, trimmed. */
  text: string;
  block: number;
}

export interface DocumentText {
  regions: Region[];
  blocks: Block[];
  prose: Prose[];
  macros: Map<string, Macro>;
  directives: Directive[];
}
