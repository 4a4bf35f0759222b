/** Where one statement of a formula ends and the next begins: rows, columns, separators, arrows of implication, words. */
import type { Token } from './lexer';
import { nesting } from './parser/brackets';
import { relationAt } from './parser/lookahead';
import { DOTS } from './tables';

/** `column` counts the equations that stand side by side in one row. */
export interface Segment { tokens: Token[]; implied: boolean; row: boolean; label: string; column: number }

/** Cuts at rows, columns, separators, commas, arrows of implication and words that stand outside all brackets. */
export function segments(tokens: Token[]): Segment[] {
  const out: Segment[] = [];
  let current: Segment = { tokens: [], implied: false, row: true, label: '', column: 0 };
  let depth = 0;
  let enclosed = 0;
  let ampersands = 0;
  const cut = (implied: boolean, row: boolean) => {
    const isEmpty = current.tokens.length === 0;
    if (!isEmpty) out.push(current);
    current = { tokens: [], implied: implied || (isEmpty && current.implied), row: row || (isEmpty && current.row), label: isEmpty ? current.label : '', column: row ? 0 : current.column };
  };
  tokens.forEach((token, i) => {
    depth = Math.max(0, depth + nesting(token));
    if (token.kind === 'open' || token.kind === 'begin') enclosed++;
    if (token.kind === 'close' || token.kind === 'end') enclosed = Math.max(0, enclosed - 1);
    // A row ends what is left open in it.
    if (token.kind === 'row' && enclosed === 0) depth = 0;
    if (depth > 0 || nesting(token) < 0) { current.tokens.push(token); return; }
    if (token.kind === 'row') { ampersands = 0; return cut(false, true); }
    if (token.kind === 'amp') {
      ampersands++;
      const place = placeOf(current.tokens, tokens[i + 1], cellsAfter(tokens, i, ampersands % 2 === 0 ? 2 : 1));
      if (place === 'apart') cut(false, false);
      if (place === 'unclear') current.tokens.push(token);
      if (current.tokens.length === 0) current.column = Math.ceil(ampersands / 2) - (place === 'apart' ? 0 : ampersands % 2);
      return;
    }
    if (isArrow(token) && current.tokens.some((t) => relationAt(t))) return cut(true, false);
    if (isArrow(token) && current.tokens.length === 0) { current.implied = true; return; }
    if (isSeparator(token, tokens[i + 1]) && !isList(tokens, i)) return cut(false, false);
    if (token.text === '\\therefore' || token.text === '\\because') { cut(true, false); if (token.text[1] === 't' || tokens[i + 1]?.kind === 'amp') return; }
    if (token.kind === 'text' && isConnective(token, tokens[tokens[i + 1]?.kind === 'amp' ? i + 2 : i + 1])) { cut(false, false); if (CONDITION.test(token.text)) current.tokens.push(token); else current.label = token.text; return; }
    current.tokens.push(token);
  });
  cut(false, true);
  return continued(out);
}

/** The tokens of the cells that come after an ampersand: the second and fourth begin an equation, whose right side is a cell of its own. */
function cellsAfter(tokens: Token[], ampersand: number, cells: number): Token[] {
  let depth = 0;
  let left = cells;
  const cell: Token[] = [];
  for (let i = ampersand + 1; i < tokens.length; i++) {
    depth += nesting(tokens[i]);
    if (depth < 0 || (depth === 0 && (tokens[i].kind === 'row' || (tokens[i].kind === 'amp' && --left === 0)))) return cell;
    if (tokens[i].kind !== 'amp') cell.push(tokens[i]);
  }
  return cell;
}

/** Whether a cell goes on with what stands before its ampersand, or is an equation or a remark beside it; an ampersand multiplies nothing. */
function placeOf(before: Token[], next: Token | undefined, cell: Token[]): 'joined' | 'apart' | 'unclear' {
  if (before.length === 0) return 'joined';
  const last = before.at(-1);
  const relates = topRelations(before).length > 0;
  if (relationAt(last) || isOperator(last)) return 'joined';
  // `& &=` goes on with the equation of the next column.
  if (relates && next?.kind === 'amp') return 'apart';
  if (relationAt(cell[0]) || isOperator(cell[0])) return 'joined';
  if (relates ? topRelations(cell).length > 0 || cell.length === 0 || isRemark(cell) : isRemark(before) || last?.text === ':') return 'apart';
  return cell.length === 0 ? 'joined' : 'unclear';
}

/** Words, or what stands whole in parentheses beside a formula, and `\forall …`. */
function isRemark(tokens: Token[]): boolean {
  if (tokens[0].text === '\\forall' || tokens.every((token) => token.kind === 'text') || tokens.some(isProse) || (tokens[0].kind === 'text' && isConnective(tokens[0], tokens[1]))) return true;
  let depth = 0;
  return tokens[0].text === '(' && tokens.every((token, i) => { depth += nesting(token); return depth > 0 || i === tokens.length - 1; });
}

const isProse = (token: Token): boolean => token.kind === 'text' && /\p{L}/u.test(token.text) && !/^\s*[A-Za-z][A-Za-z0-9-]*'*\s*$/.test(token.text);

/** What says nothing of its own: a cell without a relation, words in parentheses, `\forall …`. */
export const isBeside = ({ tokens, column }: Segment): boolean => topRelations(tokens).length === 0 && (column > 0 || tokens[0]?.text === '\\forall' || (tokens.some(isProse) && tokens[0].text === '('));

const isArrow = (token: Token): boolean => relationAt(token)?.name === 'implies';
const isSeparator = (token: Token, next: Token | undefined): boolean => token.kind === 'separator' || (token.kind === 'sign' && (token.text === ',' || token.text === ';' || (token.text === '.' && endsSentence(next))));
/** A full stop inside a formula, as in the `.*` of a program, ends nothing. */
const endsSentence = (next: Token | undefined): boolean => !next || ['text', 'separator', 'row', 'amp', 'end'].includes(next.kind);
/** `1, 2, \dots, n` and `i, j = 1, 2, 3` are lists and no sentence. */
function isList(tokens: Token[], i: number): boolean {
  if (tokens[i].kind === 'separator') return false;
  const near = [tokens[i - 1], tokens[i + 1]];
  return near.some((t) => t && DOTS.has(t.text)) || (near[0]?.kind === 'number' && near[1]?.kind === 'number');
}
/** Words that make what follows a condition, in the languages that homework comes in. */
export const CONDITION = /^[\s,]*(?:if|for|when|as|provided|whenever|since|because|für|wenn|falls|sofern|weil|da|denn|pour|quand|car|puisque|para|cuando|porque|pues|ya que|при|если|так как|для|若|当|如果|因为|由于|对)(?![a-zß-ё])/i;
/** Words that join what stands around them, and no name: `\text{loss}`, or before a relation `\text{average loss}`. */
function isConnective(token: Token, next: Token | undefined): boolean {
  if (CONDITION.test(token.text)) return true;
  const isNamed = (relationAt(next) ? /^\s*\p{L}[\p{L}\w' -]*$/u : /^\s*[A-Za-z][\w-]*'*\s*$/).test(token.text);
  return isNamed ? CONNECTING.test(token.text) : /\p{L}/u.test(token.text);
}
const CONNECTING = /(?<![\w-])(?:where|with|since|note|using|and|or|so|thus|hence|then|but|therefore|because|let|now|also|giving|gives|get|yields|is|are|by|we|the(?=\s*$))(?![\w-])|^\s*(?:[又故则即且并有得由令设也知为是]|所以|于是|因|从而|那么|其中|可[得知]|解得|同理|代入|поэтому|тогда|значит|откуда|следовательно|то\s*$|и\s*$)/i;

/** Rows that begin with + or × and hold no relation, or follow an open end, go on with the row before. */
function continued(all: Segment[]): Segment[] {
  const out: Segment[] = [];
  for (const segment of all) {
    const before = out.at(-1);
    const end = before?.tokens.at(-1);
    const first = segment.tokens[0];
    const relates = topRelations(segment.tokens).length > 0;
    const open = segment.row && (relationAt(end) || isOperator(end));
    const goesOn = segment.row && isOperator(first) && (!relates || first.text !== '-');
    // A relation that is written at the end of a row and again at the start of the next one is one.
    if (open && !segment.implied && relationAt(first) && first.text === end?.text) before?.tokens.pop();
    if (before && !segment.implied && (open || goesOn)) before.tokens.push(...segment.tokens);
    else out.push(segment);
  }
  return out;
}

const isOperator = (token: Token | undefined): boolean => !!token && token.kind !== 'text' && ['+', '-', '\\cdot', '\\times', '\\odot', '/'].includes(token.text);

export function topRelations(tokens: Token[]): number[] {
  const found: number[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    depth = Math.max(0, depth + nesting(token));
    if (depth === 0 && nesting(token) === 0 && relationAt(token)) found.push(i);
  });
  return found;
}
