/** An expression as it stands in the student's text: where it begins and ends, and what may be edited there. */
import { type Expr, children } from '../../notation/expression';
import type { DocumentMeaning } from '../../meaning/document';

/** A stretch of the document. */
export type Span = Expr['span'];

/** A replacement in the document; `span.start === span.end` inserts. */
export interface TextEdit { span: Span; text: string }

export const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

/** The text of a stretch after edits inside it. Edits do not overlap. */
export function applyEdits(text: string, stretch: Span, edits: readonly TextEdit[]): string {
  let out = '';
  let at = stretch.start;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at, stretch.end);
}

const SIZING = /\\(?:left|bigl?|Bigl?|biggl?|Biggl?)\s*$/;

/** The stretch that an expression fills, with its last closing braces and the `\left` before its first bracket. */
export function extentOf(text: string, expr: Expr): Span {
  const { span } = expr;
  const sizing = /^[([{|\\]/.test(text.slice(span.start, span.start + 1)) ? SIZING.exec(text.slice(Math.max(0, span.start - 12), span.start)) : null;
  return { start: span.start - (sizing?.[0].length ?? 0), end: balancedEnd(text, span) };
}

/** Nodes end with their last token, which may stand within braces of their own: `x^{2`. */
function balancedEnd(text: string, { start, end }: Span): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}') depth--;
  }
  let at = end;
  for (; depth > 0; depth--) {
    const closing = /^\s*\}/.exec(text.slice(at, at + 40));
    if (!closing) return at;
    at += closing[0].length;
  }
  return at;
}

/** Parts that a macro wrote all stand where its call stands: nothing can be edited inside. */
export function isMacroCall(text: string, macros: DocumentMeaning['parts']['macros'], expr: Expr): boolean {
  const name = /^\\[a-zA-Z]+/.exec(text.slice(expr.span.start, expr.span.start + 60))?.[0];
  if (!name || !macros.has(name)) return false;
  return children(expr).every((child) => child.span.start === expr.span.start && child.span.end === expr.span.end);
}

/** TeX without what only moves or sizes it, to tell whether two formulas are the same text. */
export function squash(tex: string): string {
  return tex.replace(/\\(?:left|right|[bB]ig{1,2}[lr]?|displaystyle|,|;|:|!|quad|qquad)(?![a-zA-Z])|[\s&~]/g, '').replace(/[{}]/g, '').replace(/\\[dt]frac/g, '\\frac').replace(/[.,;]+$/, '');
}
