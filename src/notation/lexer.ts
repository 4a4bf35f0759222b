/** TeX to tokens: spacing and labels dropped, the document's macros expanded, every token with its place in the source. */
import type { Macro, Span } from '../text/region';
import type { Problem } from './expression';
import { DROPPED, GREEK, SPACING, SYNONYMS, TEXT, UNICODE } from './tables';

export interface Token {
  kind: 'command' | 'letter' | 'number' | 'sign' | 'open' | 'close' | 'text' | 'begin' | 'end' | 'row' | 'amp' | 'separator';
  text: string;
  span: Span;
  /** Where it begins in what a macro comes to; all of that stands where the macro is called. */
  within?: number;
}

/** More tokens than any homework line has; beyond it a macro is taken to run away. */
const TOKEN_LIMIT = 20_000;
const EXPANSION_DEPTH = 24;

interface Reader { tex: string; at: number; offset: number; fixed?: Span }
interface Lexing { macros: Map<string, Macro>; tokens: Token[]; problems: Problem[]; stopped: boolean }

/** Tokens of `tex`, which stands at `offset` in the document. Never throws; what is wrong is in `problems`. */
export function tokenize(tex: string, offset: number, macros: Map<string, Macro> = new Map()): { tokens: Token[]; problems: Problem[] } {
  const lexing: Lexing = { macros, tokens: [], problems: [], stopped: false };
  readAll(lexing, { tex, at: 0, offset }, 0);
  return { tokens: withFractions(withoutSpacers(withoutVariants(lexing.tokens))), problems: lexing.problems };
}

/** A variant such as `\varphi` is the letter that it is a form of, unless both stand in the formula. */
function withoutVariants(tokens: Token[]): Token[] {
  const written = new Set(tokens.map(({ text }) => text));
  return tokens.map((token) => {
    const letter = GREEK.get(token.text);
    return letter && !written.has(letter) ? { ...token, text: letter } : token;
  });
}

/** `{}` that only parts what is beside it goes, as in `{}={}` and `\partial{} f`; behind another command it is what that takes, and a script may be its own. */
const withoutSpacers = (tokens: Token[]): Token[] => tokens.filter((_, i) => !isSpacer(tokens, i) && !isSpacer(tokens, i - 1));

function isSpacer(tokens: Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'open' || tokens[at + 1]?.kind !== 'close') return false;
  const [last, before] = [tokens[at - 2], tokens[at - 1]];
  const takesNothing = before?.kind !== 'command' || GREEK.has(before.text) || before.text === '\\partial' || isScriptSign(last);
  return takesNothing && ![before, tokens[at + 2]].some(isScriptSign);
}

const isScriptSign = (token: Token | undefined): boolean => token?.kind === 'sign' && /^[_^']$/.test(token.text);

const INFIXES = new Map([['\\over', '\\frac'], ['\\choose', '\\binom']]);

/** `{a \over b}` is `\frac{a}{b}`. */
function withFractions(tokens: Token[]): Token[] {
  const out = tokens.map((token) => [token]);
  openers(tokens).forEach((brace, i) => {
    const text = INFIXES.get(tokens[i].text);
    if (!text || brace < 0 || out[brace].length > 1) return;
    out[brace].unshift({ ...tokens[brace], kind: 'command', text });
    out[i] = [{ ...tokens[i], kind: 'close', text: '}' }, { ...tokens[i], kind: 'open', text: '{' }];
  });
  return out.flat();
}

/** The place of the brace that each token stands in, or itself opens or closes; -1 outside of braces. */
export function openers(tokens: Token[]): number[] {
  const open = [-1];
  return tokens.map(({ kind }, i) => {
    if (kind === 'open') open.push(i);
    const brace = open.at(-1) ?? -1;
    if (kind === 'close') open.pop();
    return brace;
  });
}

function readAll(lexing: Lexing, reader: Reader, depth: number): void {
  while (reader.at < reader.tex.length) {
    if (lexing.stopped) return;
    if (lexing.tokens.length > TOKEN_LIMIT) return overflow(lexing, reader);
    readToken(lexing, reader, depth);
  }
}

function overflow(lexing: Lexing, reader: Reader): void {
  if (lexing.problems.length === 0) lexing.problems.push({ message: 'the formula is too long to read, or one of its macros calls itself', span: spanFrom(reader, reader.at) });
  reader.at = reader.tex.length;
}

const spanFrom = (reader: Reader, start: number): Span => reader.fixed ?? { start: reader.offset + start, end: reader.offset + reader.at };

const SINGLES: Record<string, Token['kind']> = { '{': 'open', '}': 'close', '&': 'amp' };

function readToken(lexing: Lexing, reader: Reader, depth: number): void {
  const start = reader.at;
  const char = String.fromCodePoint(reader.tex.codePointAt(start) ?? 0);
  const push = (kind: Token['kind'], text: string): void => void lexing.tokens.push({ kind, text, span: spanFrom(reader, start), ...(reader.fixed ? { within: start } : {}) });
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')) { reader.at++; push('letter', char); }
  else if (/\s|~|\p{Cc}/u.test(char)) reader.at++;
  else if (char === '%') skipLine(reader);
  else if (char === '\\') readCommand(lexing, reader, depth);
  else if (/[0-9]/.test(char) || (char === '.' && /^\.\d/.test(reader.tex.slice(start, start + 2)) && !/\d/.test(reader.tex[start - 1] ?? ''))) readNumber(reader, push);
  else if (/^(?::=|=:)/.test(reader.tex.slice(start, start + 2))) { reader.at += 2; push('sign', reader.tex.slice(start, start + 2)); }
  else if (/^(?:=>|<=|>=|\.\*)/.test(reader.tex.slice(start, start + 2))) { reader.at += 2; push('command', TYPED[reader.tex.slice(start, start + 2)]); }
  else if (reader.tex.startsWith('...', start)) { reader.at += 3; push('command', '\\dots'); }
  else {
    reader.at += char.length;
    const command = UNICODE.get(char);
    if (command) push(command.startsWith('\\') ? 'command' : 'sign', command);
    else push(SINGLES[char] ?? (/\p{L}/u.test(char) ? 'letter' : 'sign'), char);
  }
}

/** Signs as they are typed in programs. */
const TYPED: Record<string, string> = { '=>': '\\Rightarrow', '<=': '\\le', '>=': '\\ge', '.*': '\\odot' };

function skipLine(reader: Reader): void {
  const end = reader.tex.indexOf('\n', reader.at);
  reader.at = end < 0 ? reader.tex.length : end + 1;
}

function readNumber(reader: Reader, push: (kind: Token['kind'], text: string) => void): void {
  const match = /^(?:\d+(?:\.\d+)?|\.\d+)(?:\.?e-?\d+(?![a-z]))?/.exec(reader.tex.slice(reader.at, reader.at + 40));
  const [thousands] = /^\d{1,3}(?:(?:\{,\}|\\,)\d{3})+(?!\d)(?:\.\d+)?/.exec(reader.tex.slice(reader.at, reader.at + 40)) ?? [];
  const comma = /^\d+\{,\}\d+/.exec(reader.tex.slice(reader.at, reader.at + 40));
  if (comma && (!thousands || comma[0].startsWith('0'))) { reader.at += comma[0].length; return push('number', comma[0].replace('{,}', '.')); }
  const text = thousands ?? match?.[0] ?? '0';
  reader.at += text.length;
  push('number', text.replace(/[{},\\]/g, '').replace('.e', 'e'));
}

function readCommand(lexing: Lexing, reader: Reader, depth: number): void {
  const start = reader.at;
  const name = /^\\(?:[a-zA-Z]+\*?|[^])/.exec(reader.tex.slice(start, start + 60))?.[0] ?? '\\';
  const starless = name.length > 2 && name.endsWith('*') && !DROPPED.has(name) && name !== '\\operatorname*' ? name.slice(0, -1) : name;
  reader.at += starless.length;
  const macro = lexing.macros.get(starless);
  const push = (kind: Token['kind'], text: string): void => void lexing.tokens.push({ kind, text, span: spanFrom(reader, start) });
  if (macro) return expand(lexing, reader, macro, start, depth);
  if (DEFINING.has(starless)) return skipDefinition(reader, starless);
  if (starless === '\\\\' || starless === '\\cr' || starless === '\\newline') return readRow(reader, push);
  if (starless === '\\quad' || starless === '\\qquad') return push('separator', starless);
  if (starless === '\\begin' || starless === '\\end') return readEnvironment(reader, push, starless);
  if (TEXT.has(starless) || (starless === '\\mathrm' && UPRIGHT_WORD.test(reader.tex.slice(reader.at, reader.at + 20)))) return readText(reader, push);
  if (DROPPED.has(starless)) return void readArgument(reader);
  // Words between rows.
  if (starless === '\\intertext' || starless === '\\shortintertext') { readArgument(reader); return push('row', '\\\\'); }
  if (SIZED.test(starless) && readAngle(reader, push)) return;
  if (starless === '\\left' || starless === '\\right') return skipNullDelimiter(reader);
  if (/^\\[Bb]igg?[lrm]?$/.test(starless)) return readBracedDelimiter(lexing, reader, start, depth);
  if (isLostBreak(lexing, reader, starless)) return push('row', '\\\\');
  if (isGap(reader, starless)) return push('separator', starless);
  if (/^\\(?:bf|cal)$/.test(starless) && ONE_LETTER.test(reader.tex.slice(reader.at, reader.at + 40))) return push('command', starless.replace('\\', '\\math'));
  if (SPACING.has(starless) || starless === '\\\n' || starless === '\\ ') return;
  if (starless === '\\not') return readNegated(reader, push);
  const plain = SYNONYMS.get(starless) ?? starless;
  push(plain.startsWith('\\') ? 'command' : 'sign', plain);
}

/** `\mathrm{if}` is no name. */
const UPRIGHT_WORD = /^\{\W*(?:if|for|when|where|and|otherwise|else)\b/;

/** The rest of `{\bf w}` and `{\cal L}`: of more letters the switch makes no names. */
const ONE_LETTER = /^\s*(?:[a-zA-Z01]|\\[a-zA-Z]+|\{\s*(?:[a-zA-Z01]|\\[a-zA-Z]+)\s*\})\s*\}/;

/** Two word spaces in a row set apart what follows, and so does one before words in parentheses. */
function isGap({ tex, at }: Reader, name: string): boolean {
  const rest = tex.slice(at, at + 80);
  return name === '\\ ' && (/^\s*\\ /.test(rest) || /^\s*\(\s*\\text[a-z]*\s*\{[^{}]*\}\s*\)/.test(rest));
}

/** Markdown takes one backslash of `\\\\`: at the end of a line between two rows that are both aligned at a relation, what is left breaks the row. */
function isLostBreak({ tokens }: Lexing, { tex, at }: Reader, name: string): boolean {
  if (!/^\\\s$/.test(name) || !/\n\s*$/.test(`${name}${/^\s*/.exec(tex.slice(at, at + 200))?.[0]}`)) return false;
  const start = tokens.findLastIndex(({ kind }) => kind === 'row' || kind === 'begin');
  return tokens.slice(start + 1).some(({ kind }) => kind === 'amp') && ALIGNED_ROW.test(tex.slice(at, at + 2000));
}

/** Up to its end a row with one place to align it at, which is a relation. */
const ALIGNED_ROW = /^(?:[^&\\]|\\[a-zA-Z]+|\\[{},;!|])*&\s*(?::?=|[<>]|\\(?:leq?|geq?|approx|equiv|propto)\b)/;

/** `\Bigg{[}` is the delimiter in the braces. */
function readBracedDelimiter(lexing: Lexing, reader: Reader, start: number, depth: number): void {
  const match = /^(\s*\{\s*)(?:\\[a-zA-Z]+|\\?[^\s{}\\a-zA-Z0-9])\s*\}/.exec(reader.tex.slice(reader.at, reader.at + 24));
  if (!match) return;
  const end = reader.at + match[0].length;
  reader.at += match[1].length;
  readToken(lexing, reader, depth);
  reader.at = end;
  const token = lexing.tokens.at(-1);
  if (token) token.span = spanFrom(reader, start);
}

function readNegated(reader: Reader, push: (kind: Token['kind'], text: string) => void): void {
  const match = /^\s*(=|\\in\b|\\equiv\b|<|>)/.exec(reader.tex.slice(reader.at, reader.at + 20));
  if (!match) return push('command', '\\not');
  reader.at += match[0].length;
  push('command', match[1] === '\\in' ? '\\notin' : '\\ne');
}

function readRow(reader: Reader, push: (kind: Token['kind'], text: string) => void): void {
  const gap = /^\*?\s*\[-?[\d.]+\s*(?:pt|em|ex|mm|cm|in|\\baselineskip|\\jot)\]/.exec(reader.tex.slice(reader.at, reader.at + 40));
  if (gap) reader.at += gap[0].length;
  push('row', '\\\\');
}

const DEFINING = new Set(['\\newcommand', '\\renewcommand', '\\providecommand', '\\def', '\\DeclareMathOperator']);

/** A macro definition inside the formula: it was collected by the text stage, nothing of it is mathematics here. */
function skipDefinition(reader: Reader, name: string): void {
  const rest = reader.tex.slice(reader.at);
  const head = name === '\\def' ? /^\s*\\[a-zA-Z]+[#\d]*/ : /^\*?\s*(?:\{\s*\\[a-zA-Z]+\s*\}|\\[a-zA-Z]+)\s*(?:\[\d\])?\s*(?:\[[^\]]*\])?/;
  reader.at += head.exec(rest)?.[0].length ?? 0;
  readArgument(reader);
}

function readEnvironment(reader: Reader, push: (kind: Token['kind'], text: string) => void, name: string): void {
  const environment = readArgument(reader).trim();
  if (name === '\\begin') {
    reader.at += PLACEMENT.exec(reader.tex.slice(reader.at, reader.at + 20))?.[0].length ?? 0;
    if (/^(?:array|alignat\*?|alignedat|subarray)$/.test(environment)) readArgument(reader, true);
  }
  push(name === '\\begin' ? 'begin' : 'end', environment);
}

/** Where it stands beside its line: `\begin{aligned}[t]`, `\begin{array}[1]{cc}`. */
const PLACEMENT = /^\[(?:[tbc]\]|\w*\](?=\{))/;

function readText(reader: Reader, push: (kind: Token['kind'], text: string) => void): void {
  push('text', readArgument(reader));
}

/** What stands before a delimiter of its own size. */
const SIZED = /^\\(?:left|right|middle|[Bb]igg?[lrm]?)$/;

/** In `\big< u, v \big>` the signs are no relations. */
function readAngle(reader: Reader, push: (kind: Token['kind'], text: string) => void): boolean {
  const [all, sign] = /^\s*([<>])/.exec(reader.tex.slice(reader.at, reader.at + 8)) ?? [];
  if (!all) return false;
  reader.at += all.length;
  push('command', sign === '<' ? '\\langle' : '\\rangle');
  return true;
}

function skipNullDelimiter(reader: Reader): void {
  const match = /^\s*\./.exec(reader.tex.slice(reader.at, reader.at + 8));
  if (match) reader.at += match[0].length;
}

/** The text of a braced argument, or of one token; the reader moves past it. */
function readArgument(reader: Reader, optional = false): string {
  const space = /^\s*/.exec(reader.tex.slice(reader.at))?.[0].length ?? 0;
  const start = reader.at + space;
  if (reader.tex[start] !== '{') return optional ? '' : readSingle(reader, start);
  const end = closingBrace(reader.tex, start);
  reader.at = Math.min(end + 1, reader.tex.length);
  return reader.tex.slice(start + 1, end);
}

function readSingle(reader: Reader, start: number): string {
  const match = /^(?:\\(?:[a-zA-Z]+|[^])|[^])/.exec(reader.tex.slice(start, start + 60));
  reader.at = start + (match?.[0].length ?? 0);
  return match?.[0] ?? '';
}

function closingBrace(tex: string, open: number): number {
  let depth = 0;
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return i;
  }
  return tex.length;
}

function expand(lexing: Lexing, reader: Reader, macro: Macro, start: number, depth: number): void {
  const args: string[] = [];
  for (let i = 0; i < macro.arity; i++) args.push(i === 0 && macro.optional !== undefined ? readOptional(reader, macro.optional) : readArgument(reader));
  const span = spanFrom(reader, start);
  if (depth >= EXPANSION_DEPTH) return stop(lexing, `the macro ${macro.name} calls itself`, span);
  // A command before an argument ends there.
  const tex = macro.body.replace(/(\\[a-zA-Z]+)?#([1-9])/g, (_, command: string | undefined, digit: string) => `${command ? `${command} ` : ''}${args[Number(digit) - 1] ?? ''}`);
  if (tex.length > 100_000) return stop(lexing, `the macro ${macro.name} grows without end`, span);
  readAll(lexing, { tex, at: 0, offset: span.start, fixed: span }, depth + 1);
}

/** Nothing more of the formula is read. */
function stop(lexing: Lexing, message: string, span: Span): void {
  lexing.problems.push({ message, span });
  lexing.tokens.push({ kind: 'command', text: '\\runaway', span });
  lexing.stopped = true;
}

function readOptional(reader: Reader, fallback: string): string {
  const match = /^\s*\[([^\]]*)\]/.exec(reader.tex.slice(reader.at));
  if (!match) return fallback;
  reader.at += match[0].length;
  return match[1] ?? fallback;
}
