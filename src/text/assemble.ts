/** From the marks of a reader to the plain data of the stage: regions and prose with their blocks, macros, directives. */

import type { Mark, MathMark } from './marks';
import { outline } from './outline';
import type { DocumentText, Region, Span } from './region';

/** The marks must come in order of offset. */
export function assemble(text: string, marks: Iterable<Mark>): DocumentText {
  const tree = outline();
  const document: DocumentText = { regions: [], blocks: tree.blocks, prose: [], macros: new Map(), directives: [] };
  let rest: Span = { start: 0, end: 0 };

  /** Prose up to `at` becomes a run; what is left of the paragraph starts at `resume`. */
  const cut = (at: number, resume: number) => {
    const end = Math.min(at, rest.end);
    if (end > rest.start) addProse(document, text, rest.start, end, tree.current());
    rest = { start: Math.max(rest.start, resume), end: rest.end };
  };

  const handle: { [K in Mark['type']]: (mark: Extract<Mark, { type: K }>) => void } = {
    paragraph: ({ span }) => {
      cut(span.start, span.start);
      rest = { ...span };
    },
    math: (mark) => {
      cut(mark.span.start, mark.span.end);
      document.regions.push(region(text, mark, tree.current()));
    },
    opaque: ({ span }) => cut(span.start, span.end),
    directive: ({ span, text: words }) => {
      cut(span.start, span.end);
      document.directives.push({ span, text: words, block: tree.current() });
    },
    heading: ({ at, level, title, everything }) => {
      cut(at, at);
      tree.section(at, level, title, everything ?? false);
    },
    enter: ({ at, kind, title }) => {
      cut(at, at);
      tree.enter(at, kind, title);
    },
    fence: ({ at, title }) => {
      cut(at, at);
      tree.fence(title);
    },
    leave: ({ at, title }) => {
      cut(at, at);
      tree.leave(at, title);
    },
    item: ({ at, style, title }) => {
      cut(at, at);
      tree.item(at, style, title);
    },
    macro: ({ macro }) => {
      if (!(macro.keep && document.macros.has(macro.name))) document.macros.set(macro.name, macro);
    },
  };

  for (const mark of marks) (handle[mark.type] as (mark: Mark) => void)(mark);
  cut(text.length, text.length);
  tree.finish(text.length);
  return document;
}

function region(text: string, mark: MathMark, block: number): Region {
  const { span, content, display, environment, problem, quoted } = mark;
  const written = text.slice(content.start, content.end);
  const tex = quoted ? written.replace(/(?<=[\n\r])[ \t]*(?:>[ \t]?)+/g, (signs) => ' '.repeat(signs.length)) : written;
  const result: Region = { span, content, tex, display, block };
  if (environment !== undefined) result.environment = environment;
  if (problem !== undefined) result.problem = problem;
  return result;
}

function addProse(document: DocumentText, text: string, start: number, end: number, block: number): void {
  const run = text.slice(start, end);
  if (/\S/.test(run)) document.prose.push({ span: { start, end }, text: run, block });
}
