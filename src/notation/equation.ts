/** One region to statements: rows, arrows, commas and words between formulas, then the chain of each. */
import * as build from './build';
import type { Macro, Region, Span } from '../text/region';
import type { EquationSyntax, Expr, Member, Problem, Relation, Statement } from './expression';
import { openers, tokenize, type Token } from './lexer';
import { cursor, parseExpression } from './parser';
import { nesting } from './parser/brackets';
import { parseCondition } from './parser/cases';
import { hasDifferential, isTotal, withDifferentials } from './parser/differentials';
import { withEvaluations } from './parser/evaluations';
import { relationAt } from './parser/lookahead';
import { CONDITION, isBeside, type Segment, segments, topRelations } from './segments';
import { ALIGNED, CASES, DOTS } from './tables';

/** Reads a region whole. `text` is the document, for the members as they were written. */
export function parseEquation(region: Region, text: string, macros: Map<string, Macro>): EquationSyntax {
  const { tokens: all, problems } = tokenize(region.tex, region.content.start, macros);
  const tokens = withoutStacks(withoutBoxes(all));
  const imbalance = unbalanced(tokens);
  if (imbalance) problems.push(imbalance);
  const statements: Statement[] = [];
  const columns = new Map<number, Statement>();
  for (const segment of segments(withoutParentheses(unwrap(systemAsRows(bracedAsCases(tokens)))))) {
    const inner = withoutParentheses(segment.tokens);
    const isReason = inner[0].text === '\\because';
    const last = statements.at(-1);
    const isAside = last && (isReason || inner !== segment.tokens);
    segment.tokens = isReason ? inner.slice(1) : inner;
    const isCase = isConditional(segment);
    if (last && isBeside(segment) && !isCase) continue;
    const statement = readSegment(segment, isCase ? last : (columns.get(segment.column) ?? last), text, problems);
    if (!statement) continue;
    statements.push(statement);
    // What goes on after a reason beside a row goes on with the row, and after one that is a row of its own with either.
    if (!isAside || segment.row) columns.set(segment.column, isAside ? { ...statement, members: [] } : statement);
  }
  return { statements: statements.filter((s) => s.members.length > 0).map(readDifferentials).map(withEvaluations), problems };
}

function readDifferentials(statement: Statement): Statement {
  const { members } = statement;
  return members.some(({ expr }) => hasDifferential(expr)) || isTotal(members.map(({ expr }) => expr)) ? { ...statement, members: members.map((member) => ({ ...member, expr: withDifferentials(member.expr) })) } : statement;
}

function unbalanced(tokens: Token[]): Problem | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open' || token.kind === 'begin') open.push(token);
    if (token.kind !== 'close' && token.kind !== 'end') continue;
    const opener = open.pop();
    const what = token.kind === 'close' ? 'a closing brace' : `\\end{${token.text}}`;
    if (!opener || (opener.kind === 'open') !== (token.kind === 'close')) return { message: `${what} without its opening`, span: token.span };
  }
  const last = open.at(-1);
  return last && { message: last.kind === 'open' ? 'an opening brace without its closing' : `\\begin{${last.text}} without its end`, span: last.span };
}

/** A brace around equations, `\begin{cases} a = b \\ c = d \end{cases}`, with nothing before it: they stand one below the other. */
function systemAsRows(tokens: Token[]): Token[] {
  const end = CASES.has(tokens[0]?.text) ? closers(tokens)[0] : -1;
  if (end < 0) return tokens;
  let depth = 0;
  const rows: Token[][] = [[]];
  for (const token of tokens.slice(1, end)) {
    depth += nesting(token);
    if (depth === 0 && token.kind === 'row') rows.push([]);
    else rows[rows.length - 1].push(token);
  }
  if (!rows.every((row) => row.length === 0 || isEquation(row))) return tokens;
  return tokens.map((token, i) => (i === 0 || i === end ? { ...token, text: 'aligned' } : token));
}

/** `\left\{ \begin{array}{ll} … \end{array} \right.`, a brace that none closes, is the older way to write cases. */
function bracedAsCases(tokens: Token[]): Token[] {
  const ends = closers(tokens);
  const lone = new Set(tokens.flatMap(({ text }, i) => (text === '\\{' && tokens[i + 1]?.kind === 'begin' && tokens[ends[i]]?.text !== '\\}' ? [i] : [])));
  const last = new Set([...lone].map((i) => ends[i + 1]));
  return tokens.flatMap((token, i) => (lone.has(i) ? [] : lone.has(i - 1) ? [{ ...token, text: 'cases', span: { ...token.span, start: tokens[i - 1].span.start } }] : last.has(i) ? [{ ...token, text: 'cases' }] : [token]));
}

/** For each token that opens a bracket the place of the one that closes it, else -1. */
function closers(tokens: Token[]): number[] {
  const ends = tokens.map(() => -1);
  const open: number[] = [];
  tokens.forEach((token, i) => {
    if (nesting(token) > 0) open.push(i);
    else if (nesting(token) < 0) ends[open.pop() ?? i] = i;
  });
  return ends;
}

/** `a = b`, `a &= b`, and no value with its condition, `a & b = c`. */
function isEquation(row: Token[]): boolean {
  const first = topRelations(row)[0];
  const cell = row.findIndex((token) => token.kind === 'amp');
  return first !== undefined && (cell < 0 || first <= cell + 1);
}

/** Takes off alignment environments that hold the derivation's rows. */
function unwrap(tokens: Token[]): Token[] {
  const out: Token[] = [];
  let inner = 0;
  for (const token of tokens) {
    const aligned = (token.kind === 'begin' || token.kind === 'end') && ALIGNED.has(token.text) && inner === 0;
    if (aligned) { out.push({ ...token, kind: 'row', text: '\\\\' }); continue; }
    inner += nesting(token);
    out.push(token);
  }
  return out;
}

const BOXES = new Set(['\\boxed', '\\fbox', '\\ensuremath']);

/** What stands in a box is read as if it stood there plainly. */
function withoutBoxes(tokens: Token[]): Token[] {
  const within = openers(tokens);
  const opensBox = (i: number): boolean => tokens[i]?.kind === 'open' && BOXES.has(tokens[i - 1]?.text);
  return tokens.filter(({ kind }, i) => !opensBox(i + 1) && !((kind === 'open' || kind === 'close') && opensBox(within[i])));
}

const STACKS = new Set(['\\overset', '\\underset', '\\stackrel']);

/** `\overset{!}{=}` is the relation below; what stands over it only says whether that defines. */
function withoutStacks(tokens: Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const over = STACKS.has(tokens[i].text) ? group(tokens, i + 1) : undefined;
    const under = over && group(tokens, over.next);
    const relation = under?.inner.length === 1 ? relationAt(under.inner[0]) : undefined;
    if (!over || !under || !relation) { out.push(tokens[i]); continue; }
    const defines = over.inner.some(({ text }) => /\bdef|^\\(?:triangle|Delta)$/i.test(text)) || over.inner.map(({ text }) => text).join('').startsWith('def');
    out.push({ ...under.inner[0], text: defines ? ':=' : under.inner[0].text, span: { start: tokens[i].span.start, end: tokens[under.next - 1].span.end } });
    i = under.next - 1;
  }
  return out;
}

/** What stands in the braces that open at a place, or the one token there. */
function group(tokens: Token[], at: number): { inner: Token[]; next: number } | undefined {
  if (tokens[at]?.kind !== 'open') return tokens[at] && { inner: [tokens[at]], next: at + 1 };
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    depth += tokens[i].kind === 'open' ? 1 : tokens[i].kind === 'close' ? -1 : 0;
    if (depth === 0) return { inner: tokens.slice(at + 1, i), next: i + 1 };
  }
  return undefined;
}

/** A remark in parentheses, `(y_k = 1 \text{ and } y_i = 0)`, says what stands inside. */
function withoutParentheses(tokens: Token[]): Token[] {
  if (tokens[0]?.text !== '(' || tokens.at(-1)?.text !== ')' || topRelations(tokens).length > 0) return tokens;
  let depth = 0;
  for (let i = 0; i < tokens.length - 1; i++) { depth += nesting(tokens[i]); if (depth === 0) return tokens; }
  const inner = tokens.slice(1, -1);
  return topRelations(inner).length > 0 ? inner : tokens;
}

function readSegment(segment: Segment, previous: Statement | undefined, text: string, problems: Problem[]): Statement | undefined {
  const tokens = withoutLabel(segment.tokens);
  const label = segment.label + segment.tokens.slice(0, segment.tokens.length - tokens.length).flatMap(({ text: t }) => (t === ':' ? [] : t)).join(' ');
  if (tokens.length === 0) return undefined;
  if (previous && isConditional({ tokens })) {
    previous.conditions.push(readCondition(tokens));
    return undefined;
  }
  const cuts = topRelations(tokens);
  if (cuts[0] === 0 && previous && previous.members.length > 0) return extend(previous, tokens, cuts, text, problems);
  const opening = cuts[0] === 0 ? relationAt(tokens.shift()) : undefined;
  return { ...statement(tokens, opening ? topRelations(tokens) : cuts, text, problems, segment.implied), label, ...(opening && !previous ? { opening } : {}) };
}

const isConditional = ({ tokens }: { tokens: Token[] }): boolean => tokens[0]?.kind === 'text' && CONDITION.test(tokens[0].text);

function readCondition(tokens: Token[]): Expr {
  const words = tokens[0].text.trim();
  if (tokens.length === 1) return build.words(words, tokens[0].span);
  return parseCondition(cursor(tokens));
}

/** `f_1(w): w_{new} = …` and `\text{update rule}: …` name the line that follows. */
function withoutLabel(tokens: Token[]): Token[] {
  const relation = topRelations(tokens)[0] ?? tokens.length;
  let depth = 0;
  for (let i = 0; i < relation; i++) {
    depth += nesting(tokens[i]);
    if (depth === 0 && tokens[i].text === ':' && i + 1 < tokens.length) return tokens.slice(i + 1);
  }
  return [...tokens];
}

function statement(tokens: Token[], cuts: number[], text: string, problems: Problem[], implied: boolean): Statement {
  const bounds = [-1, ...cuts, tokens.length];
  const members = bounds.slice(1).map((end, i) => member(tokens.slice(bounds[i] + 1, end), tokens, bounds[i], text, problems));
  const relations = cuts.map((i) => relationAt(tokens[i]) as Relation);
  return { members, relations, conditions: [], label: '', implied };
}

function member(tokens: Token[], all: Token[], before: number, text: string, problems: Problem[]): Member {
  const kept = withoutPunctuation(tokens);
  if (kept.length === 0) {
    const place = (all[Math.max(before, 0)] ?? { span: { start: 0, end: 0 } }).span;
    problems.push({ message: 'one side of the relation is empty', span: place });
    return { expr: build.unread('an empty side', place), tex: '', span: { start: place.end, end: place.end } };
  }
  const span = { start: kept[0].span.start, end: kept[kept.length - 1].span.end };
  return { expr: elision(kept, span, problems) ?? parseExpression(cursor(kept, problems)), tex: text.slice(span.start, span.end), span };
}

/** `x_1, \dots, x_n` is a tuple. */
function elision(tokens: Token[], span: Span, problems: Problem[]): Expr | undefined {
  const contents: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += nesting(token);
    if (depth === 0 && token.kind === 'sign' && token.text === ',') contents.push([]);
    else contents[contents.length - 1].push(token);
  }
  const isElided = contents.length > 2 && contents.every((item) => item.length > 0) && contents.some((item) => item.length === 1 && DOTS.has(item[0].text));
  return isElided ? build.list(contents.map((item) => parseExpression(cursor(item, problems))), span) : undefined;
}

function withoutPunctuation(tokens: Token[]): Token[] {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1].kind === 'sign' && ['.', ',', ';', ':', '?'].includes(tokens[end - 1].text)) end--;
  return tokens.slice(0, end);
}

function extend(previous: Statement, tokens: Token[], cuts: number[], text: string, problems: Problem[]): undefined {
  const rest = statement(tokens.slice(cuts[0] + 1), topRelations(tokens.slice(cuts[0] + 1)), text, problems, false);
  previous.members.push(...rest.members);
  previous.relations.push(relationAt(tokens[cuts[0]]) as Relation, ...rest.relations);
  return undefined;
}
