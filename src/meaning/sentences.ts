/** The sentences of a document, with a mark for each formula. */
import { isName, isNumeral } from '../notation/expression';
import type { DocumentMeaning } from './document';

export interface MarkedSentence { text: string; at: number; block: number; formulas: number[]; /** Where each part of it begins, in the sentence and in the document. */ pieces: { from: number; at: number; heading: boolean }[] }

/** Prose and regions of one block strung together; displays end a sentence as full stops do. */
export function sentences(document: DocumentMeaning): MarkedSentence[] {
  const { prose, regions, blocks } = document.parts;
  const pieces = [
    ...blocks.filter((b) => b.kind === 'section').map((b) => ({ at: b.span.start, text: `${b.title} \n`, block: blocks.indexOf(b), formula: -1, heading: true })),
    ...prose.map((p) => ({ at: p.span.start, text: p.text, block: p.block, formula: -1, heading: false })),
    ...regions.map((r, i) => ({ at: r.span.start, text: conditionText(document, i), block: r.block, formula: i, heading: false })),
  ].sort((a, b) => a.at - b.at);
  const out: MarkedSentence[] = [];
  let current: MarkedSentence | undefined;
  for (const piece of pieces) {
    if (!current || current.block !== piece.block || current.text.length > 600) { current = { text: '', at: piece.at, block: piece.block, formulas: [], pieces: [] }; out.push(current); }
    if (/\S$/.test(current.text)) current.text += ' ';
    current.pieces.push({ from: current.text.length, at: piece.at, heading: piece.heading });
    if (piece.formula < 0) { current.text += piece.text; continue; }
    current.text += piece.text || ` ⟦${current.formulas.length}⟧ `;
    current.formulas.push(piece.formula);
  }
  return out;
}

/** Formulas such as `n = 1` stand in the sentence, for the patterns of conditions. */
function conditionText(document: DocumentMeaning, region: number): string {
  const [statement] = document.equations[region].statements;
  const [name, value] = statement?.members.length === 2 ? statement.members.map(({ expr }) => expr) : [];
  const isCondition = isName(name) && isNumeral(value) && /^[A-Za-z]$/.test(name.letter);
  return isCondition ? ` ${name.letter} ${statement.relations[0].tex} ${value.text} ` : '';
}
