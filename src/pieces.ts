/**
 * A document as pieces that are checked by themselves. Each is read alone first, which tells the names that it gives and those that it
 * takes; then it is checked in the text of the earlier pieces that give what it takes, and its own. That text is all that its verdicts
 * rest on, so what was found is kept by it.
 */
import { classifyAll, type Role } from './meaning/classify';
import { type Around, type DocumentMeaning, type LinkSyntax, readMeaning } from './meaning/document';
import { startsExercise } from './meaning/evidence';
import { type Said, saidByAny, saidIn } from './meaning/said';
import { givenNames, takenNames } from './meaning/ties';
import { wordingOf } from './meaning/wording';
import { createMemory, type Memory } from './memory';
import type { Position, Range, Source } from './report';
import { cutText, type DocumentText, lineIndex, type Macro, type Piece, readDocument, type Region } from './text';

/** A text that is read as one, with what its links do. */
export interface Classified { document: DocumentMeaning; roles: ReadonlyMap<LinkSyntax, Role> }

/** All that the verdicts of a piece rest on. */
export interface Basis {
  key: string;
  text: string;
  /** Number of the piece's first formula in that text. */
  from: number;
  /** The same without the piece, where it rests on others: what checks change there holds here too. */
  sources?: Basis;
  read(): Classified;
}

/** A piece in its document. */
export interface Placed {
  basis: Basis;
  /** Number of its first formula in the document, and how many it has. */
  first: number;
  count: number;
  /** Where its formulas stand in the document, their TeX and the like. */
  formulas: readonly { range: Range; region: Region }[];
  /** Its first line in the document, and in the basis. */
  line: number;
  own: number;
  /** The line of the document that a line of the basis is. */
  lineOf(line: number): number;
  /** Tells one placing from another. */
  shift: string;
}

export interface Pieces { pieces: Placed[]; macros: ReadonlyMap<string, Macro> }

/** Pieces that are kept; a long document has some hundreds. */
const KEPT = 3000;

/** Cuts texts into pieces; what was read of a piece is kept. */
export function createPieces(memory: Memory): (source: Pick<Source, 'text' | 'language'>) => Pieces {
  const texts = createMemory(KEPT);
  const ties = createMemory(KEPT);
  const beginnings = createMemory(KEPT);
  const tied = new WeakMap<Alone, { within: string; piece: Tied }>();

  const tie = (piece: Alone, language: Source['language'], within: Within): Tied => {
    const known = tied.get(piece);
    if (known?.within === within.key) return known.piece;
    const basis = basisOf([piece], language, within, memory);
    const found = ties(basis.key, () => tiesOf(basis));
    const made: Tied = { ...piece, ...found, basis: { ...basis, read: () => take(found) ?? basis.read() } };
    tied.set(piece, { within: within.key, piece: made });
    return made;
  };

  return ({ text, language }) => {
    const alone = cutText(text, language, (title) => startsExercise({ kind: 'section', title })).map((piece) => texts(`${language} ${piece.above}\0${piece.text}`, () => readAlone(piece, language)));
    const within = withinOf(alone);
    const together = (all: readonly Tied[]): Basis | undefined => {
      const basis = basisOf(all, language, within, memory);
      const from = beginnings(basis.key, () => beginningIn(basis.text, language, all[all.length - 1]));
      const sources = all.length > 2 ? together(all.slice(0, -1)) : all[0].basis;
      return from === undefined || !sources ? undefined : { ...basis, from, sources };
    };
    return { pieces: placed(alone.map((piece) => tie(piece, language, within)), together), macros: within.macros };
  };
}

/** What the text of a piece says by itself. */
interface Alone extends Pick<Piece, 'text' | 'above'> {
  /** Formulas of the piece; their spans are in the text with the headings above. */
  regions: { range: Range; region: Region }[];
  /** Formulas in the headings above. */
  before: number;
  macros: DocumentText['macros'];
  said: Said;
  lines: number;
  linesAbove: number;
}

/** `basis` is the piece alone. */
interface Tied extends Alone, Pick<Ties, 'gives' | 'takes'> { basis: Basis }

function readAlone({ text, above }: Piece, language: Source['language']): Alone {
  const whole = above + text;
  const { regions, macros } = readDocument(whole, language);
  const { positionAt } = lineIndex(whole);
  const own = regions.filter(({ span }) => span.start >= above.length);
  return {
    text, above, macros, said: saidIn(wordingOf(whole, regions).text), before: regions.length - own.length, lines: linesIn(text), linesAbove: linesIn(above),
    regions: own.map((region) => ({ region, range: { start: positionAt(region.span.start), end: positionAt(region.span.end) } })),
  };
}

const linesIn = (text: string): number => lineIndex(text).starts.length - 1;

/** The macros of all pieces; one that is defined for the case that it is not yet stays as it is. */
function macrosOf(pieces: readonly Alone[]): Map<string, Macro> {
  const all = new Map<string, Macro>();
  for (const { macros } of pieces) for (const [name, macro] of macros) if (!(macro.keep && all.has(name))) all.set(name, macro);
  return all;
}

/** What holds in all pieces of a document, wherever it stands. */
interface Within { macros: ReadonlyMap<string, Macro>; said: Said; key: string }

function withinOf(pieces: readonly Alone[]): Within {
  const macros = macrosOf(pieces);
  const said = saidByAny(pieces.map((piece) => piece.said));
  return { macros, said, key: JSON.stringify([...macros, said]) };
}

/** Of that, what is of concern in some pieces: the macros that they use. */
function aroundOf(pieces: readonly Alone[], { macros, said }: Within): Around {
  const used = new Map<string, Macro>();
  const texts = macros.size > 0 ? pieces.flatMap(({ text, above }) => [above, text]) : [];
  for (const text of texts) for (const [name, macro] of macros) if (!used.has(name) && text.includes(name)) { used.set(name, macro); texts.push(macro.body); }
  return { macros: used, said };
}

interface Ties { gives: ReadonlyMap<string, ReadonlySet<string>>; takes: ReadonlySet<string>; /** What they were found in, until it is checked: that changes it. */ classified?: Classified }

function tiesOf({ read }: Basis): Ties {
  const classified = read();
  return { gives: givenNames(classified.document), takes: takenNames(classified.document, classified.roles), classified };
}

function take(found: Ties): Classified | undefined {
  const { classified } = found;
  found.classified = undefined;
  return classified;
}

/** The number of a piece's first formula in a text that ends with it; undefined where that text is read in another way than the piece. */
function beginningIn(text: string, language: Source['language'], { regions }: Alone): number | undefined {
  const all = readDocument(text, language).regions;
  const from = all.length - regions.length;
  return regions.every(({ region: { tex } }, i) => all[from + i]?.tex === tex) ? from : undefined;
}

/** Several pieces as one text; the verdicts of the last are wanted. */
function basisOf(pieces: readonly Alone[], language: Source['language'], within: Within, memory: Memory): Basis {
  const around = aroundOf(pieces, within);
  const text = pieces.map((piece) => piece.above + piece.text).join(BETWEEN);
  return {
    text, from: pieces[0].before, key: JSON.stringify([language, text, [...around.macros], around.said]),
    read() {
      const document = readMeaning(text, language, memory, around);
      return { document, roles: classifyAll(document) };
    },
  };
}

/** A blank line parts them. */
const BETWEEN = '\n\n';

/** Pieces as one text, where it can be read so. */
type Together = (pieces: readonly Tied[]) => Basis | undefined;

function placed(pieces: readonly Tied[], together: Together): Placed[] {
  const givers = new Map<string, Giver>();
  const lines: number[] = [];
  const out: Placed[] = [];
  pieces.forEach((piece, i) => {
    const sources = sourcesOf(piece.takes, givers);
    lines.push(i === 0 ? 0 : lines[i - 1] + pieces[i - 1].lines);
    const before = out[i - 1];
    out.push(placeOf(sources.map((source) => ({ piece: pieces[source], line: lines[source] })), { piece, line: lines[i] }, before ? before.first + before.count : 0, together));
    for (const [name, taken] of piece.gives) givers.set(name, { sources: [...sourcesOf(taken, givers), i] });
  });
  return out;
}

/** Pieces that a name's definition stands in and rests on. */
interface Giver { sources: readonly number[] }

const sourcesOf = (names: Iterable<string>, givers: ReadonlyMap<string, Giver>): number[] =>
  [...new Set([...names].flatMap((name) => givers.get(name)?.sources ?? []))].sort((a, b) => a - b);

interface AtLine { piece: Tied; line: number }

function placeOf(sources: AtLine[], last: AtLine, first: number, together: Together): Placed {
  const joined = sources.length > 0 ? together([...sources, last].map(({ piece }) => piece)) : undefined;
  const all = joined ? [...sources, last] : [last];
  const starts: { from: number; at: number }[] = [];
  let from = 0;
  for (const { piece, line } of all) {
    from += piece.linesAbove;
    starts.push({ from, at: line });
    from += piece.lines + 2;
  }
  const { piece, line } = last;
  const { from: own } = starts[starts.length - 1];
  const lineOf = (inBasis: number): number => {
    const start = starts.findLast((each) => each.from <= inBasis) ?? starts[0];
    return start.at + Math.max(0, inBasis - start.from);
  };
  const move = ({ line: inPiece, character }: Position): Position => ({ line: inPiece - piece.linesAbove + line, character });
  return {
    basis: joined ?? piece.basis, first, count: piece.regions.length, line, own, lineOf, shift: starts.map(({ at }) => at).join(' '),
    get formulas() { return piece.regions.map(({ region, range }) => ({ region, range: { start: move(range.start), end: move(range.end) } })); },
  };
}
