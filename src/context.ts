/** Documents that go on from others, as the cells of a notebook do: read as one text, reported as their own. */
import type { CheckedEquation, Checker } from './checker';
import type { Edit, Equation, Link, Position, Range, Repair, Source } from './report';

export interface SourceInContext extends Source {
  /** What stands before: it is read, and nothing in it is reported. */
  before?: string;
}

/** The checker for whom texts may have something before them. */
export function withContext(checker: Checker) {
  /** How many equations of the whole text stand before. */
  const skipped = (source: SourceInContext): number => {
    const lines = linesBefore(source);
    return lines === 0 ? 0 : checker.outline(whole(source)).items.filter(({ range }) => range.start.line < lines).length;
  };
  return {
    outline(source: SourceInContext) {
      const lines = linesBefore(source);
      const { items, macros } = checker.outline(whole(source));
      return { items: items.filter(({ range }) => range.start.line >= lines).map((item) => ({ ...item, range: upwards(item.range, lines) })), macros };
    },
    *check(source: SourceInContext, options: { only?: readonly number[]; strength?: boolean } = {}): Generator<CheckedEquation> {
      const before = skipped(source);
      const only = options.only?.map((index) => index + before);
      for (const { index, equation, held } of checker.check(whole(source), { ...options, ...(only ? { only } : {}) }))
        if (index >= before) yield { index: index - before, equation: ownEquation(equation, linesBefore(source)), held };
    },
    figure: (source: SourceInContext, line: number) => checker.figure(whole(source), line + linesBefore(source)),
    point: ((source: SourceInContext, { equation, link }) => checker.point(whole(source), { equation: equation + skipped(source), link })) satisfies Checker['point'],
  };
}

/** A blank line parts the text from what stands before. */
const whole = ({ before, text, ...rest }: SourceInContext): Source => ({ ...rest, text: before ? `${before}\n\n${text}` : text });

const linesBefore = ({ before }: SourceInContext): number => (before ? before.split('\n').length + 1 : 0);

function ownEquation(equation: Equation, lines: number): Equation {
  return lines === 0 ? equation : { ...equation, range: upwards(equation.range, lines), links: equation.links.map((link) => ownLink(link, lines)) };
}

/** What points into the text before is left out. */
function ownLink({ repair, rewrite, ...link }: Link, lines: number): Link {
  const own = { repair: repair && ownRepair(repair, lines), rewrite: rewrite && ownRepair(rewrite, lines) };
  return {
    ...link, range: upwards(link.range, lines),
    reading: link.reading.map(({ from, ...reading }) => (from && from.line >= lines ? { ...reading, from: { line: from.line - lines } } : reading)),
    ...(own.repair ? { repair: own.repair } : {}), ...(own.rewrite ? { rewrite: own.rewrite } : {}),
  };
}

function ownRepair({ message, edits }: Repair, lines: number): Repair | undefined {
  const isOwn = ({ range }: Edit) => range.start.line >= lines;
  return edits.every(isOwn) ? { message, edits: edits.map(({ range, text }) => ({ range: upwards(range, lines), text })) } : undefined;
}

function upwards({ start, end }: Range, lines: number): Range {
  const up = ({ line, character }: Position) => ({ line: line - lines, character });
  return { start: up(start), end: up(end) };
}
