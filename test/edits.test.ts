/** What a checker keeps from text to text changes nothing: whatever is edited, in whatever order it is asked, a document comes out as it does in a new one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Checker, createChecker } from '../src/checker';
import type { Source } from '../src/report';
import { readAnnotated } from './corpus/annotations';
import fc from './seeded';

type Language = Source['language'];
/** GRADLENS_RUNS=100 looks harder. */
const RUNS = Number(process.env.GRADLENS_RUNS ?? 5);

const FOLDER = path.join(__dirname, '../../../test/corpus');
const LONGEST = 4500;
const documents = readdirSync(FOLDER).filter((name) => /\.(?:md|tex)$/.test(name)).sort()
  .map((name): Source => ({ path: name, language: name.endsWith('.tex') ? 'latex' : 'markdown', text: readAnnotated(readFileSync(path.join(FOLDER, name), 'utf8')).text }))
  .filter(({ text }) => text.length < LONGEST);

/** Exercises that rest on each other: names bound in one and used in another, macros, words that hold everywhere. */
const EXERCISES = [
  'Let $f(x) = x^2 + a x$. Then $f\'(x) = 2 x + a$ and $f\'(x) = 2 x$.',
  'With $g(x) = f(x)^2$ we have $g\'(x) = 2 f(x) f\'(x)$, and $f(1) = 1 + a$.',
  'Here $y = W x + b$ and $L = \\frac{1}{2} \\|y - t\\|^2$, so $\\frac{\\partial L}{\\partial y} = y - t$.',
  'Hence $\\frac{\\partial L}{\\partial W} = (y - t) x^T$ and $\\frac{\\partial L}{\\partial b} = y - t$.',
  'where $\\sigma(z) = \\frac{1}{1 + e^{-z}}$. $\\sigma\'(z) = \\sigma(z) (1 - \\sigma(z))$',
  '$p = \\sigma(w^T x)$, $J = -t \\log p - (1 - t) \\log(1 - p)$ and $\\nabla_w J = (p - t) x$',
  'Let $X \\sim N(\\mu, s^2)$. Then $\\mathbb{E}[X] = \\mu$ and $\\mathbb{E}[X^2] = \\mu^2 + s^2$.',
  '$\\mathbb{E}[X - \\mu] = 0$ and $\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]$, as they are independent.',
  '$m = \\frac{1}{n} \\sum_{i=1}^n x_i$, thus $\\sum_{i=1}^n (x_i - m) = 0$.',
  '$\\sum_{i=1}^n x_i = n m$, and with $n = 2$: $m = \\frac{x_1 + x_2}{2}$.',
  'Let $A$ be symmetric, $q(x) = x^T A x$. $\\nabla q(x) = 2 A x$ and $\\nabla q(x) = A x$.',
  '$\\R$ is the set; $x \\in \\R^n$ and $\\half x = \\frac{x}{2}$.',
  '$m_{t+1} = \\beta m_t + (1 - \\beta) g_t$ and $w_{t+1} = w_t - \\eta m_{t+1}$, which is momentum.',
  '$$e_{k+1} = \\rho e_k$$ so $e_{k+2} = \\rho^2 e_k$, where $\\rho > 0$.',
  '```\n# Exercise 9\n\nx = $f$\n```\nand $a + a = 2 a$.',
  'Unclosed $$ f = \n\nthen $x = x$.',
  '$f(x) = 3 x$ in this part. $f(2) = 6$.',
];
const MACROS = ['\\newcommand{\\R}{\\mathbb{R}}', '\\newcommand{\\half}{\\frac{1}{2}}', '\\providecommand{\\half}{2}', '\\newcommand{\\be}{\\begin{equation}}'];
const HEADINGS: Record<Language, string[]> = {
  markdown: ['## Exercise 1', '# Problem 2: momentum', '### (a)', '## Notation', 'Exercise 3\n---', '## Question 4', '**5.** Next'],
  latex: ['\\section{Exercise 1}', '\\section*{Problem 2: momentum}', '\\subsection{(a)}', '\\section{Notation}', '\\begin{problem}', '\\end{problem}', '\\begin{document}', '\\section{Question 4}'],
};

const written = (language: Language): fc.Arbitrary<Source> => fc.array(fc.tuple(fc.constantFrom(...HEADINGS[language]), fc.array(fc.constantFrom(...EXERCISES), { minLength: 1, maxLength: 2 })), { minLength: 2, maxLength: 6 })
  .map((parts) => ({ path: 'written', language, text: `${MACROS.slice(0, 2).join('\n')}\n\n${parts.map(([heading, all]) => `${heading}\n\n${all.join('\n\n')}`).join('\n\n')}\n` }));

/** A change of a text, at a place between 0 and 1. */
type Change = (text: string, place: number, language: Language) => string;

const pick = <T>(list: readonly T[], place: number): T => list[Math.floor(place * list.length)];
const digits = (place: number): number => (place * 7919) % 1;

const withLines = (change: (lines: string[], at: number, place: number, language: Language) => string[]): Change => (text, place, language) => {
  const lines = text.split('\n');
  return change(lines, Math.floor(place * lines.length), digits(place), language).join('\n');
};
const inserting = (what: (place: number, language: Language) => string): Change => withLines((lines, at, place, language) => [...lines.slice(0, at), '', what(place, language), '', ...lines.slice(at)]);
const replacing = (pattern: RegExp, by: string): Change => (text, place) => {
  const match = pick([...text.matchAll(pattern)], place);
  return match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text;
};

const CHANGES: Change[] = [
  withLines((lines, at) => lines.filter((_, i) => i !== at)),
  withLines((lines, at, place) => [...lines.slice(0, at), ...lines.slice(at + 1 + Math.floor(place * 4))]),
  withLines((lines, at, place) => [...lines.slice(0, at), ...lines.slice(at, at + 3), pick(lines, place), ...lines.slice(at)]),
  inserting((place) => pick(EXERCISES, place)), inserting((place) => pick(EXERCISES, place)),
  inserting((place) => pick(MACROS, place)),
  inserting((place, language) => pick(HEADINGS[language], place)), inserting((place, language) => pick(HEADINGS[language], place)),
  inserting((place) => pick(['Let $x$ be positive.', 'The variables are dependent.', 'X and Y are i.i.d. random variables.', '<!-- gradlens: x in R^n -->', '```', '$$', '$a = 2$', '% a comment'], place)),
  (text, place) => text.replaceAll(pick(['f', 'x', 'L', '\\sigma', 'w'], place), pick(['f', 'x', 'y', 'h', 'a'], digits(place))),
  replacing(/\+/g, '-'), replacing(/=/g, '= 2'), replacing(/\d/g, '3'), replacing(/x/g, 'y'), replacing(/\^T|\^\\top/g, ''), replacing(/\\sum/g, '\\prod'), replacing(/symmetric/g, 'given'),
  replacing(/\$\$?[^$]+\$\$?/g, ''), replacing(/where/g, 'or'), replacing(/\.\s/g, ', '), replacing(/\$/g, ''), replacing(/ /g, '  '), replacing(/\n/g, '\n\n'), replacing(/^/g, 'A line more.\n\n'),
];

const changes = fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.double({ min: 0, max: 0.999, noNaN: true })), { minLength: 1, maxLength: 4 });

/** As an editor asks for it: some equations before others, or only some, or all, and left when so many have come. */
const asking = fc.record({ only: fc.option(fc.uniqueArray(fc.nat(30), { maxLength: 12 }), { nil: undefined }), taken: fc.nat(30) });

const reported = (checker: Checker, source: Source): unknown => [checker.outline(source), [...checker.check(source)]];

/** What stands in one exercise and decides a line of another: the text, and an edit of it elsewhere after which that line comes out otherwise. */
const ELSEWHERE: [what: string, text: string, from: string, to: string][] = [
  ['a macro', '\\newcommand{\\half}{\\frac{1}{2}}\n\n# Exercise 1\n\n$\\half + \\half = 1$', '{2}', '{3}'],
  ['a macro of a macro', '\\newcommand{\\two}{2} \\newcommand{\\half}{\\frac{1}{\\two}}\n\n# Exercise 1\n\n$\\half + \\half = 1$', '{2}', '{3}'],
  ['a macro that comes later', "# Exercise 1\n\n$\\half + \\half = 1$\n\n# Exercise 2\n\n\\newcommand{\\half}{\\frac{1}{2}}", '{2}', '{3}'],
  ['a definition', "# Exercise 1\n\nLet $f(x) = x^2$.\n\n# Exercise 2\n\n$f'(x) = 2 x$", 'x^2', 'x^3'],
  ['a definition that another rests on', "# Exercise 1\n\n$a = 2 c$\n\n# Exercise 2\n\nLet $f(x) = a x$.\n\n# Exercise 3\n\n$f'(x) = 2 c$", '2 c', '3 c'],
  ['a definition that is taken out', "# Exercise 1\n\nLet $f(x) = x^2$.\n\n# Exercise 2\n\n$f'(x) = 2 x$", 'Let $f(x) = x^2$.', ''],
  ['a definition that comes between', "# Exercise 1\n\nLet $f(x) = x^2$.\n\n# Exercise 2\n\nHere.\n\n# Exercise 3\n\n$f'(x) = 2 x$", 'Here.', '$f(x) = x^4$.'],
  ['a law', '# Exercise 1\n\nLet $X \\sim N(\\mu, s^2)$.\n\n# Exercise 2\n\n$\\mathbb{E}[X] = \\mu$', 'N(\\mu', 'N(2 \\mu'],
  ['that words say what a function is', "# Exercise 1\n\nHere $g$ is the sigmoid function.\n\n# Exercise 2\n\n$g'(z) = g(z) (1 - g(z))$", 'sigmoid', 'softplus'],
  ['that all variables are independent', '# Exercise 1\n\nAll variables are independent.\n\n# Exercise 2\n\n$\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]$', 'independent', 'given'],
  ['that indices are summed over', '# Exercise 1\n\nBy the summation convention.\n\n# Exercise 2\n\n$\\frac{d}{dx} x^2 = x$', 'summation', 'usual'],
  ['the heading above', '# Momentum\n\n## Exercise 1\n\n$w_{t+1} = w_t + v_{t+1}$ and $v_{t+1} = \\beta v_t^2 - \\eta g_t$', 'Momentum', 'Moments'],
];

describe('a checker in use', function () {
  this.timeout(480_000);

  for (const [what, text, from, to] of ELSEWHERE) it(`knows what rests on ${what}`, () => {
    const used = createChecker();
    const said = (checker: Checker, written: string) => [...checker.check({ path: 'hw', language: 'markdown', text: written })];
    const verdictsOf = (all: ReturnType<typeof said>) => all.flatMap(({ equation }) => equation.links.map(({ verdict }) => verdict)).slice(-1);
    const before = said(used, text);
    const edited = text.replace(from, to);
    assert.deepEqual(said(used, edited), said(createChecker(), edited));
    assert.notDeepEqual(verdictsOf(said(used, edited)), verdictsOf(before), 'it rests on it');
    assert.deepEqual(said(used, text), before);
    // What stands between two exercises moves one away from the other.
    for (const moved of [`Words.\n\n${text}`, text.replace(/\n\n(?=#[^#]*$)/, '\n\nWords.\n\n# Exercise 8\n\nMore of them.\n\n')]) assert.deepEqual(said(used, moved), said(createChecker(), moved));
  });

  const isSame = (starts: fc.Arbitrary<Source>, runs: number) => fc.assert(fc.property(starts, changes, asking, (start, edits, { only, taken }) => {
    const used = createChecker();
    reported(used, start);
    let source = start;
    for (const [change, place] of edits) {
      source = { ...source, text: change(source.text, place, source.language) };
      let come = 0;
      for (const _ of used.check(source, only ? { only } : {})) if (++come > taken) break;
      assert.deepEqual(reported(used, source), reported(createChecker(), source));
    }
  }), { numRuns: runs });

  for (const language of ['markdown', 'latex'] as const) it(`says of an edited text in ${language} what a new one says`, () => isSame(written(language), RUNS * 3));

  it('says of an edited document of the corpus what a new one says', () => isSame(fc.constantFrom(...documents), RUNS));

  it('says the same in every order', () => fc.assert(fc.property(fc.oneof(written('markdown'), written('latex')), fc.infiniteStream(fc.nat(1000)), (source, keys) => {
    const inOrder = [...createChecker().check(source)];
    const only = inOrder.map(({ index }) => ({ index, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ index }) => index);
    assert.deepEqual([...createChecker().check(source, { only })].sort((a, b) => a.index - b.index), inOrder);
  }), { numRuns: RUNS * 3 }));

  it('says of some equations what it says of all', () => fc.assert(fc.property(fc.oneof(written('markdown'), written('latex')), fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 3 }), (source, only) => {
    const all = [...createChecker().check(source)];
    assert.deepEqual([...createChecker().check(source, { only })], only.flatMap((index) => all[index] ?? []));
  }), { numRuns: RUNS * 2 }));
});
