/**
 * A document as pieces that are checked by themselves. Each is read alone first, which tells the names that it gives and those that it
 * takes; then it is checked in the text of the earlier pieces that give what it takes, and its own. That text is all that its verdicts
 * rest on, so what was found is kept by it.
 */
import { classifyAll } from './meaning/classify';
import type { Role } from './meaning/classify/role';
import type { DocumentMeaning, LinkSyntax } from './meaning/document';
import { type Around, meaningOf } from './meaning/meaning';
import { startsExercise } from './meaning/traces';
import { type Said, saidByAny, saidIn } from './meaning/said';
import { givenNames, takenNames } from './meaning/ties';
import { wordingOf } from './meaning/wording';
import { createMemory, type Memory, type Room } from './memory';
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
  /** Its formulas, with lines counted from the first line of the piece. */
  formulas: readonly { range: Range; region: Region }[];
  /** Its first line in the document, and in the basis. */
  line: number;
  own: number;
  /** The line of the document that a line of the basis is, counted from the first line of the piece. */
  lineOf(line: number): number;
  /** Tells one way of placing from another. */
  shift: string;
  /** The same for the same text. */
  self: object;
  /** What it rests on is known, and costs no time. */
  isTied: boolean;
}

export interface Pieces { pieces: Placed[]; macros: ReadonlyMap<string, Macro> }

/** Texts of a document's pieces that are kept: as they are, and some as they were. */
const KEPT = 3;

/** Cuts texts into pieces; what was read of a piece is kept. There is room for the pieces of the longest document. */
export function createPieces(memory: Memory, room: Room): (source: Pick<Source, 'text' | 'language'>) => Pieces {
  const texts = createMemory(room);
  const ties = createMemory(room);
  const beginnings = createMemory(room);
  const tied = new WeakMap<Alone, { within: string; piece: Tied }>();
  const joined = new WeakMap<Tied, { pieces: readonly Tied[]; basis: Basis | undefined }[]>();

  const tie = (piece: Alone, language: Source['language'], within: Within): Tied => {
    const known = tied.get(piece);
    if (known?.within === within.key) return known.piece;
    const around = aroundOf(piece, within);
    const basis = basisOf([piece], around, language, memory);
    const found = ties(basis.key, () => tiesOf(basis));
    const made: Tied = { ...piece, gives: found.gives, takes: found.takes, around, letGo: () => void take(found), basis: { ...basis, read: () => take(found) ?? basis.read() } };
    tied.set(piece, { within: within.key, piece: made });
    return made;
  };

  const join = (pieces: readonly Tied[], language: Source['language']): Basis | undefined => {
    const basis = basisOf(pieces, { macros: new Map(pieces.flatMap(({ around }) => [...around.macros])), said: pieces[0].around.said }, language, memory);
    const from = beginnings(basis.key, () => beginningIn(basis.text, language, pieces[pieces.length - 1]));
    const sources = pieces.length > 2 ? together(pieces.slice(0, -1), language) : pieces[0].basis;
    return from === undefined || !sources ? undefined : { ...basis, from, sources };
  };

  const together = (pieces: readonly Tied[], language: Source['language']): Basis | undefined => {
    const last = pieces[pieces.length - 1];
    const others = joined.get(last) ?? [];
    const known = others.find((other) => other.pieces.length === pieces.length && other.pieces.every((piece, i) => piece === pieces[i]));
    const found = known ?? { pieces, basis: join(pieces, language) };
    joined.set(last, [found, ...others.filter((other) => other !== found)].slice(0, JOINED));
    return found.basis;
  };

  return ({ text, language }) => {
    const cut = cutText(text, language, startsExercise);
    room.size = Math.max(room.size, KEPT * cut.length);
    const alone = cut.map((piece) => texts(`${language} ${piece.above}\0${piece.text}`, () => readAlone(piece, language)));
    const within = withinOf(alone);
    const isTied = (piece: Alone): boolean => tied.get(piece)?.within === within.key;
    return { pieces: placed(alone, (piece) => tie(piece, language, within), isTied, (pieces) => together(pieces, language)), macros: within.macros };
  };
}

/** Texts that a piece is joined with others to: for its own verdicts, and as a source of others. */
const JOINED = 6;

/** What the text of a piece says by itself. */
interface Alone extends Pick<Piece, 'text' | 'above'> {
  /** Formulas of the piece, with lines of the piece; their spans are in the text with the headings above. */
  regions: { range: Range; region: Region }[];
  /** Formulas in the headings above. */
  before: number;
  said: Said;
  parts: DocumentText;
  lines: number;
  linesAbove: number;
}

/** `basis` is the piece alone, `around` what holds in it. */
interface Tied extends Alone, Pick<Ties, 'gives' | 'takes'> { basis: Basis; around: Around; /** It is not checked alone: what was read for that is let go. */ letGo(): void }

function readAlone({ text, above }: Piece, language: Source['language']): Alone {
  const whole = above + text;
  const parts = readDocument(whole, language);
  const { regions } = parts;
  const { positionAt } = lineIndex(whole);
  const own = regions.filter(({ span }) => span.start >= above.length);
  const linesAbove = linesIn(above);
  const inPiece = (offset: number): Position => { const { line, character } = positionAt(offset); return { line: line - linesAbove, character }; };
  return {
    text, above, parts, said: saidIn(wordingOf(whole, regions).text), before: regions.length - own.length, lines: linesIn(text), linesAbove,
    regions: own.map((region) => ({ region, range: { start: inPiece(region.span.start), end: inPiece(region.span.end) } })),
  };
}

const linesIn = (text: string): number => lineIndex(text).starts.length - 1;

/** The macros of all pieces; one that is defined for the case that it is not yet stays as it is. */
function macrosOf(pieces: readonly Alone[]): Map<string, Macro> {
  const all = new Map<string, Macro>();
  for (const { parts: { macros } } of pieces) for (const [name, macro] of macros) if (!(macro.keep && all.has(name))) all.set(name, macro);
  return all;
}

/** What holds in all pieces of a document, wherever it stands. */
interface Within { macros: ReadonlyMap<string, Macro>; said: Said; key: string }

function withinOf(pieces: readonly Alone[]): Within {
  const macros = macrosOf(pieces);
  const said = saidByAny(pieces.map((piece) => piece.said));
  return { macros, said, key: JSON.stringify([...macros, said]) };
}

/** Of that, what is of concern in a piece: the macros that it uses. */
function aroundOf({ text, above }: Alone, { macros, said }: Within): Around {
  const used = new Map<string, Macro>();
  const texts = [above, text];
  for (const each of texts) for (const [name, macro] of macros) if (!used.has(name) && each.includes(name)) { used.set(name, macro); texts.push(macro.body); }
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
function basisOf(pieces: readonly Alone[], around: Around, language: Source['language'], memory: Memory): Basis {
  const text = pieces.map((piece) => piece.above + piece.text).join(BETWEEN);
  return {
    text, from: pieces[0].before, key: JSON.stringify([language, text, [...around.macros], around.said]),
    read() {
      const document = meaningOf(text, pieces.length === 1 ? pieces[0].parts : readDocument(text, language), memory, around);
      return { document, roles: classifyAll(document) };
    },
  };
}

/** A blank line parts them. */
const BETWEEN = '\n\n';

/** Pieces as one text, where it can be read so. */
type Together = (pieces: readonly Tied[]) => Basis | undefined;

/** The pieces in their places. What one rests on is found when it is asked for, since for that all before it are read. */
function placed(pieces: readonly Alone[], tie: (piece: Alone) => Tied, isTied: (piece: Alone) => boolean, together: Together): Placed[] {
  const sourcesOf = findSources(pieces, tie);
  let line = 0;
  let first = 0;
  let areTied = true;
  const starts = pieces.map((piece) => {
    areTied &&= isTied(piece);
    const start = { line, first, isTied: areTied };
    line += piece.lines;
    first += piece.regions.length;
    return start;
  });
  const atLine = (i: number): AtLine => ({ piece: pieces[i], line: starts[i].line });
  return pieces.map((piece, i): Placed => {
    let rest: Pick<Placed, 'basis' | 'own' | 'lineOf' | 'shift'> | undefined;
    const found = (): Pick<Placed, 'basis' | 'own' | 'lineOf' | 'shift'> => {
      const sources = rest ? [] : sourcesOf(tie(piece).takes, i);
      const joined = sources.length > 0 ? together([...sources, i].map((each) => tie(pieces[each]))) : undefined;
      if (joined) tie(piece).letGo();
      rest ??= { basis: joined ?? tie(piece).basis, ...linesOf([...(joined ? sources : []), i].map(atLine)) };
      return rest;
    };
    return {
      ...starts[i], count: piece.regions.length, formulas: piece.regions, self: piece,
      get basis() { return found().basis; }, get own() { return found().own; }, get shift() { return found().shift; }, lineOf: (inBasis) => found().lineOf(inBasis),
    };
  });
}

/** Finds the pieces before a piece that give some names, and those that the definitions of these names rest on. */
function findSources(pieces: readonly Alone[], tie: (piece: Alone) => Tied): (names: Iterable<string>, before: number) => number[] {
  /** By name the pieces that give it, as far as these were read. */
  const givers = new Map<string, number[]>();
  let read = 0;
  const giverOf = (name: string, before: number): number | undefined => {
    for (; read < before; read++) for (const given of tie(pieces[read]).gives.keys()) givers.set(given, [...(givers.get(given) ?? []), read]);
    return givers.get(name)?.findLast((giver) => giver < before);
  };
  const add = (names: Iterable<string>, before: number, found: Set<number>): void => {
    for (const name of names) {
      const giver = giverOf(name, before);
      if (giver === undefined) continue;
      found.add(giver);
      add(tie(pieces[giver]).gives.get(name) ?? [], giver, found);
    }
  };
  return (names, before) => {
    const found = new Set<number>();
    add(names, before, found);
    return [...found].sort((a, b) => a - b);
  };
}

interface AtLine { piece: Alone; line: number }

/** Where the lines of some pieces that are joined stand in the document; the last is the piece itself. */
function linesOf(joined: readonly AtLine[]): Pick<Placed, 'own' | 'lineOf' | 'shift'> {
  const starts: { from: number; at: number }[] = [];
  let from = 0;
  for (const { piece, line } of joined) {
    from += piece.linesAbove;
    starts.push({ from, at: line });
    from += piece.lines + 2;
  }
  const last = starts[starts.length - 1];
  const lineOf = (inBasis: number): number => {
    const start = starts.findLast((each) => each.from <= inBasis) ?? starts[0];
    return start.at - last.at + Math.max(0, inBasis - start.from);
  };
  return { own: last.from, lineOf, shift: starts.map(({ at }) => at - last.at).join(' ') };
}
