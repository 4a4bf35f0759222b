/** Names in update rules: which quantity a scripted letter is, and at which step. Layers, indices and powers are told from steps by the letter that counts them. */
import * as build from '../../notation/build';
import { shifted } from '../../meaning/symbols';
import { isDifferential } from '../../notation/tables';
import { children, type Expr, headOf, isBareLetter, isBracketed, isGroup, isLetter, isMark, isName, isNum, isNumeral, isProduct, isScripted, isScriptedName, isTransposeMark, pairOf, type Product, type Scripted } from '../../notation/expression';
import { print, printName } from '../../notation/print';
import { unrun } from './unrun';

/** A step as written: its shift from the counting letter, or the words "new" and "old". */
export type Moment = number | 'new' | 'old';

export interface Slot {
  /** The quantity without its step and index letters. */
  name: string;
  moment?: Moment;
  /** A superscript that is no label. */
  power?: Expr;
}

/** How steps are counted around a rule. */
export interface Counting {
  letter: string;
  /** Whether a plain superscript counts steps on this name, as in `x^{k+1}`; else it is a power, as in `\beta^t`. */
  isLabel(name: string): boolean;
}

const NEW = /^(?:new|next|neu|nxt)$/i;
const OLD = /^(?:old|prev|previous|alt|cur|curr|current)$/i;
const INDEX = /^[ijd]$/;

const inner = (script: Expr): { expr: Expr; bracketed: boolean } =>
  isBracketed(script) && (script.open === '(' || script.open === '[') ? { expr: script.contents[0], bracketed: true } : { expr: script, bracketed: false };

const wordOf = (script: Expr): string => (script.kind === 'words' ? script.text : isName(script) ? script.letter : isProduct(script) && script.factors.every(isName) ? script.factors.map((f) => (isName(f) ? f.letter : '')).join('') : '');

/** The slot that an expression names; undefined for anything else. */
export function slotOf(expr: Expr, counting: Counting): Slot | undefined {
  if (isName(expr)) return { name: printName({ ...expr, font: undefined }) };
  if (isProduct(expr)) return bracketName(expr, counting) ?? differentialName(expr, counting);
  if (!isScripted(expr)) return undefined;
  if (!isName(expr.base)) return undefined;
  return scripted(expr, printName({ ...expr.base, font: undefined }), counting);
}

/** `E[g^2]_t` and `RMS[g]_t` are one name each. */
function bracketName(expr: Extract<Expr, { kind: 'product' }>, counting: Counting): Slot | undefined {
  if (expr.factors.length !== 2 || expr.signs[0] !== 'implicit') return undefined;
  const [head, body] = expr.factors;
  if (!isLetter(head, /^[A-Z]/)) return undefined;
  const group = headOf(body);
  if (!isGroup(group, '[')) return undefined;
  const name = `${head.letter}[${group.contents.map((item) => withoutMoments(item, counting)).join(',')}]`;
  return isScripted(body) ? scripted(body, name, counting) : { name };
}

/** What stands in the brackets, without steps: `E[g_t^2]` is `E[g^2]`. */
function withoutMoments(expr: Expr, counting: Counting): string {
  const slot = slotOf(expr, counting);
  return slot ? slot.name + (slot.power ? `^${print(slot.power)}` : '') : print(expr);
}

/** `dW` for the gradient by W. */
function differentialName(expr: Extract<Expr, { kind: 'product' }>, counting: Counting): Slot | undefined {
  if (expr.factors.length !== 2 || expr.signs[0] !== 'implicit') return undefined;
  const [d, variable] = expr.factors;
  if (!isBareLetter(d, 'd')) return undefined;
  const slot = slotOf(variable, counting);
  // The number of the step has no differential.
  return slot && slot.name !== counting.letter ? { ...slot, name: `d${slot.name}` } : undefined;
}

function scripted(expr: Scripted, base: string, counting: Counting): Slot | undefined {
  const slot: Slot = { name: base };
  for (const script of expr.sub) if (!subscript(slot, script, counting)) return undefined;
  for (const script of expr.sup) if (!superscript(slot, script, base, counting)) return undefined;
  if (expr.primes === 1 && slot.moment === undefined) slot.moment = 'new';
  else if (expr.primes) return undefined;
  return slot;
}

function subscript(slot: Slot, script: Expr, counting: Counting): boolean {
  if (isName(script) && isDifferential(script.letter)) { slot.name += `_{${script.letter}}`; return true; }
  if (script.kind === 'unread') return false;
  const { expr } = inner(script);
  const at = shifted(expr);
  if (at?.letter === counting.letter) return moment(slot, at.shift);
  if (isProduct(expr) && expr.signs.every((s) => s === 'implicit') && expr.factors.every(isName) && expr.factors.some((f) => isLetter(f, counting.letter)) && expr.factors.every((f) => isLetter(f, counting.letter) || isIndex(f))) return moment(slot, 0);
  const numbered = numberedStep(expr, counting);
  if (numbered) { slot.name += `_{${print(numbered)}}`; return moment(slot, 0); }
  if (isIndex(expr) || (isProduct(expr) && expr.factors.every(isIndex))) return true;
  const word = wordOf(script);
  if (NEW.test(word)) return moment(slot, 'new');
  if (OLD.test(word)) return moment(slot, 'old');
  slot.name += `_{${print(script)}}`;
  return true;
}

/** `\beta_{2t}` is \beta_2 at step t. */
function numberedStep(expr: Expr, { letter }: Counting): Expr | undefined {
  const [which, step] = pairOf(expr, 'implicit');
  if (!which) return undefined;
  return isNumeral(which) && isLetter(step, letter) ? which : undefined;
}

function superscript(slot: Slot, script: Expr, base: string, counting: Counting): boolean {
  if (script.kind === 'unread') return false;
  const { expr, bracketed } = inner(script);
  const at = shifted(expr);
  if (at?.letter === counting.letter && (bracketed || counting.isLabel(base))) return moment(slot, at.shift);
  if (bracketed && isIndex(expr)) return true;
  const word = wordOf(expr);
  if (NEW.test(word) || isMark(script, 'plus')) return moment(slot, 'new');
  if (OLD.test(word)) return moment(slot, 'old');
  if (bracketed || (script.kind === 'mark' && script.mark !== 'transpose') || word.length > 1) { slot.name += `^{${print(script)}}`; return true; }
  // `\eta_{\min}^i` is that of the i-th run: what a word tells apart is counted.
  if (isIndex(expr) && /_\{\\?(?:\w+\{)?[a-z]{2,}\}+$/.test(slot.name) && at?.letter !== counting.letter) return true;
  if (slot.power) return false;
  slot.power = script;
  return true;
}

function moment(slot: Slot, at: Moment): boolean {
  if (slot.moment !== undefined) return false;
  slot.moment = at;
  return true;
}
const isIndex = (expr: Expr): boolean => isLetter(expr, INDEX);

/** Every slot of an expression, outermost first; what is inside a name is not visited. */
export function slotsOf(expr: Expr, counting: Counting, found: { slot: Slot; expr: Expr }[] = []): { slot: Slot; expr: Expr }[] {
  const slot = slotOf(expr, counting);
  if (slot) found.push({ slot, expr });
  if (slot?.power) slotsOf(slot.power, counting, found);
  if (!slot) for (const part of paired(expr, counting)) slotsOf(part, counting, found);
  return found;
}

/** Whether an expression has a quantity, at whatever step. */
export const uses = (expr: Expr, name: string, counting: Counting): boolean => slotsOf(expr, counting).some(({ slot }) => slot.name === name);

/** The parts of an expression, where two factors that are one name together count as one. */
function paired(expr: Expr, counting: Counting): Expr[] {
  if (!isProduct(expr)) return children(expr);
  const parts: Expr[] = [];
  for (let i = 0; i < expr.factors.length; i++) {
    const pair = pairAt(expr, i);
    if (pair && slotOf(pair, counting)) { parts.push(pair); i++; } else parts.push(expr.factors[i]);
  }
  return parts;
}

/** Two factors of a product side by side, for names that are written as two. */
export function pairAt(expr: Product, i: number): Product | undefined {
  if (expr.signs[i] !== 'implicit' || expr.factors.length < 3) return undefined;
  const factors = expr.factors.slice(i, i + 2);
  return build.product(factors, { start: factors[0].span.start, end: factors[1].span.end });
}

/** The exponent, of what has no other script: ‖x‖₂ is ‖x‖. */
export function powerIn({ base, sub, sup, primes }: Scripted): Expr | undefined {
  const isEuclidean = isGroup(base, '‖') && sub.every((script) => isNum(script, 2));
  if ((sub.length && !isEuclidean) || primes || sup.length > 1) unrun();
  return sup[0];
}

/** `1_n`, `\mathbf{1}_m^T`. */
export function onesOf(expr: Expr): { ones: string; isRow: boolean } | undefined {
  if (isName(expr)) return expr.letter === '1' && expr.font ? { ones: '', isRow: false } : undefined;
  if (!isScripted(expr) || expr.sub.length > 1 || expr.sup.length > 1 || expr.primes || !(isName(expr.base) ? expr.base.letter === '1' : isNum(expr.base, 1) && expr.sub.length === 1)) return undefined;
  const [above] = expr.sup;
  const isRow = isTransposeMark(above);
  return above && !isRow ? undefined : { ones: expr.sub.map(print).join(), isRow };
}

// ── the letter that counts ──

/** The letter that counts the steps of a line `name = right`: it occurs shifted, or on both sides with different shifts. */
export function countingLetter(left: Expr, right: Expr): string | undefined {
  const own = scriptsOf(left).map((script) => shifted(inner(script).expr)).filter((c) => c !== undefined);
  const moved = own.find((c) => c.shift !== 0);
  if (moved) return moved.letter;
  const others = scriptsOf(right).map((script) => shifted(inner(script).expr)).filter((c) => c !== undefined && c.shift !== 0);
  return own.find((c) => others.some((o) => o?.letter === c.letter))?.letter;
}

/** A script of the left side that the right side calculates with. */
export function numberLetter(left: Expr, right: Expr): string | undefined {
  if (!isScripted(left)) return undefined;
  const letters = [...left.sub, ...left.sup].flatMap((script) => { const at = shifted(inner(script).expr); return at?.shift === 0 && !INDEX.test(at.letter) ? [at.letter] : []; });
  return letters.find((letter) => uses(right, letter, { letter, isLabel: () => false }));
}

/** All scripts in an expression, comma-separated ones each. */
function scriptsOf(expr: Expr, found: Expr[] = []): Expr[] {
  if (isScripted(expr)) found.push(...expr.sub, ...expr.sup);
  for (const child of children(expr)) scriptsOf(child, found);
  return found;
}

/** Names that carry the counting letter as a plain superscript on a left side. */
export function labelledNames(lefts: Expr[], letter: string): Set<string> {
  const names = new Set<string>();
  for (const left of lefts) {
    if (!isScriptedName(left)) continue;
    if (left.sup.some((script) => shifted(script)?.letter === letter)) names.add(printName({ ...left.base, font: undefined }));
  }
  return names;
}
