/** What holds for every formula: printing is stable, tokens lie in order inside the source, spacing changes nothing, nothing is thrown. */
import assert from 'node:assert/strict';
import fc from '../seeded';
import { find, type Expr } from '../../src/notation/expression';
import { tokenize } from '../../src/notation/lexer';
import { print } from '../../src/notation/print';
import { equationOf, expressionOf, macrosOf, show } from './read';

/** Milliseconds that a busy machine may need. */
const SLOW = 120_000;

// ── formulas as students write them ──

const { tex } = fc.letrec<{ tex: string; atom: string; sum: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('x', 'y', 'a', 'W', String.raw`\theta`, String.raw`\hat y`, String.raw`\mathbf{w}`, '2', '0.5', String.raw`\text{loss}`, String.raw`\Delta w`),
    fc.constantFrom('x_i', 'x_{ij}', 'x^2', 'A^T', String.raw`A^\top`, 'A^{-1}', "f'", 'w_{t+1}', 'y^{(i)}', 'z^{[l]}', 'x^*', 'w_{new}', String.raw`\bar x_{i}^{2}`),
    tie('sum').map((sum) => `(${sum})`),
    tie('sum').map((sum) => String.raw`\left[ ${sum} \right]`),
    tie('sum').map((sum) => `|${sum}|`),
    tie('sum').map((sum) => String.raw`\|${sum}\|^2`),
    fc.tuple(tie('sum'), tie('sum')).map(([over, under]) => String.raw`\frac{${over}}{${under}}`),
    tie('sum').map((sum) => String.raw`\sqrt{${sum}}`),
    tie('sum').map((sum) => `e^{${sum}}`),
    fc.tuple(fc.constantFrom('\\ln', '\\exp', '\\sin', '\\log_2', '\\tanh', '\\sin^2'), tie('atom')).map(([fn, atom]) => `${fn} ${atom}`),
    fc.tuple(fc.constantFrom('f', String.raw`\sigma`, "f'", 'softmax'), tie('sum')).map(([fn, sum]) => `${fn}(${sum})`),
    fc.tuple(fc.constantFrom(String.raw`\sum_{i=1}^n`, String.raw`\sum_i`, String.raw`\prod_{j \ne i}`, String.raw`\max_i`, String.raw`\lim_{h \to 0}`), tie('atom')).map(([big, atom]) => `${big} ${atom}`),
    fc.tuple(tie('atom'), fc.constantFrom('x', 'w_i', String.raw`\hat y`)).map(([of, by]) => String.raw`\frac{\partial}{\partial ${by}} ${of}`),
    fc.constantFrom(String.raw`\frac{\partial L}{\partial w}`, String.raw`\frac{\partial^2 f}{\partial x \partial y}`, String.raw`\frac{dy}{dx}`, String.raw`\nabla_w L`, String.raw`\nabla^2 f`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => String.raw`\begin{pmatrix} ${a} & ${b} \\ 0 & 1 \end{pmatrix}`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => String.raw`\begin{cases} ${a} & x > 0 \\ ${b} & \text{otherwise} \end{cases}`),
  ),
  sum: fc.array(fc.tuple(fc.constantFrom('+', '-'), tie('tex')), { minLength: 1, maxLength: 3 }).map((terms) => terms.map(([sign, term], i) => (i === 0 && sign === '+' ? term : `${sign} ${term}`)).join(' ')),
  tex: fc.tuple(tie('atom'), fc.array(fc.tuple(fc.constantFrom(' ', ' ', String.raw` \cdot `, String.raw` \odot `, ' / '), tie('atom')), { maxLength: 2 })).map(([first, rest]) => first + rest.map(([sign, atom]) => sign + atom).join('')),
}));

/** Commands that move or size things, and white space. */
const SPACES = [' ', '  ', '\n', '\t', String.raw`\, `, String.raw`\; `, String.raw`\! `, '~', String.raw`\displaystyle `];

const isUnread = (expr: Expr): boolean => expr.kind === 'unread';

/** The formula with spaces between its tokens, save between letters, digits and bars, which can be words, numbers and norms. */
function spaced(source: string, choose: (n: number) => number): string {
  const { tokens } = tokenize(source, 0);
  let out = '';
  let at = 0;
  tokens.forEach(({ kind, text, span }, i) => {
    out += source.slice(at, span.start);
    const before = tokens[i - 1];
    const together = kind === 'number' || (kind === 'letter' && before?.kind === 'letter') || (text === '|' && before?.text === '|');
    if (!together) out += SPACES[choose(SPACES.length)];
    at = span.start;
  });
  return out + source.slice(at);
}

const sized = (source: string, left: string, right: string): string => source.replace(/(?<!\\(?:left|right)\s?)([([])/g, `${left}$1`).replace(/(?<!\\(?:left|right)\s?)([)\]])/g, `${right}$1`);

/** A tree to compare: everything but the places. */
const withoutSpans = (expr: Expr | undefined): string => JSON.stringify(expr, (key: string, value: unknown) => (key === 'span' ? undefined : value));

describe('any formula', function () {
  this.timeout(SLOW);

  it('printed and read again prints the same', () => {
    fc.assert(fc.property(tex, (source) => {
      const expr = expressionOf(source) as Expr;
      fc.pre(!find(expr, isUnread));
      const once = print(expr);
      assert.equal(print(expressionOf(once) as Expr), once);
    }), { numRuns: 400 });
  });

  it('is read as the same tree with other spaces between its tokens', () => {
    fc.assert(fc.property(tex, fc.infiniteStream(fc.nat()), (source, numbers) => {
      const other = spaced(source, (n) => (numbers.next().value as number) % n);
      assert.equal(withoutSpans(expressionOf(other)), withoutSpans(expressionOf(source)), other);
    }), { numRuns: 400 });
  });

  it('is read as the same tree with other sizes of its brackets', () => {
    fc.assert(fc.property(tex, fc.constantFrom(['\\left', '\\right'], ['\\big', '\\big'], ['\\Biggl', '\\Biggr'], ['\\left ', '\\right ']), (source, [left, right]) => {
      assert.equal(withoutSpans(expressionOf(sized(source, left, right))), withoutSpans(expressionOf(source)));
    }), { numRuns: 300 });
  });
});

// ── anything at all ──

const PIECES = [
  '\\frac', '\\partial', '\\sum', '\\sqrt', '\\left', '\\right', '\\begin{matrix}', '\\end{matrix}', '\\begin{cases}', '\\end{cases}', '\\begin{aligned}', '\\end{aligned}', '\\text{ if }', '\\text{', '\\hat', '\\mathbf',
  '\\nabla', '\\ln', '\\arg', '\\max', '\\Rightarrow', '\\quad', '\\\\', '\\substack', '\\underset', '\\binom', '\\not', '\\newcommand{\\a}', '\\one', '\\two', '\\three', '\\', '{', '}', '(', ')', '[', ']', '|', '||', '\\|',
  '&', '=', '<', ':=', '+', '-', '/', '_', '^', "'", '*', ',', ';', '.', ':', '!', '%', '~', '\n', ' ', '...', 'a', 'x', 'd', 'T', '1', '12', '1.5', '1e-3', 'θ', '∂', '∑', '🙂', '\ud83d', '\0',
];
const MACROS = macrosOf(String.raw`\newcommand{\one}[1]{\frac{#1}{2}} \newcommand{\two}[2][x]{#1_#2} \newcommand{\three}{\three\three}`);
const damaged = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));

function checkRead(source: string): void {
  const offset = 7;
  let end = offset;
  for (const { span } of tokenize(source, offset, MACROS).tokens) {
    assert.ok(offset <= span.start && span.start < span.end && span.end <= offset + source.length, JSON.stringify(span));
    assert.ok(span.start >= end || span.end === end, `${JSON.stringify(span)} after ${end}`);
    end = span.end;
  }
  const equation = equationOf(source, MACROS);
  show(equation);
  for (const { members, relations } of equation.statements) assert.equal(members.length, relations.length + 1);
  for (const { span } of equation.problems) assert.ok(0 <= span.start && span.end <= source.length);
}

describe('any text', function () {
  this.timeout(SLOW);

  it('of pieces of formulas is read without throwing, tokens in order and inside it', () => fc.assert(fc.property(damaged, checkRead), { numRuns: 2000 }));
  it('of arbitrary characters as well', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), checkRead), { numRuns: 200 }));

  it('nested deeply is read in no time, or said to be too deep', () => {
    for (const [open, close] of [['{', '}'], ['(', ')'], ['\\frac{', '}{1}'], ['\\sqrt{', '}'], ['x^{', '}'], ['\\hat{', '}'], ['\\ln ', ''], ['|', '|'], ['-', ''], ['\\sum_i ', ''], ['\\left(', '\\right)']]) {
      const before = process.cpuUsage();
      show(equationOf(`${open.repeat(10_000)}x${close.repeat(10_000)} = 1`));
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 1_000_000, `${open} takes ${Math.round((user + system) / 1000)} ms`);
    }
  });
});
