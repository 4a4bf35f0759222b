import assert from 'node:assert/strict';
import { readDocument, type DocumentText, type Language } from '../../src/text/index';
import { checkTree } from './checks';

/** The tree of blocks on one line, with the TeX of each region in its block: `section 1 Title [ x item [ y ] ]`. */
function outline(text: string, language: Language): string {
  const document = readDocument(text, language);
  checkTree(document, text);
  return children(document, 0);
}

function children(document: DocumentText, index: number): string {
  const parts = [
    ...document.regions.filter(({ block }) => block === index).map(({ span, tex }) => ({ at: span.start, shown: tex.trim() })),
    ...document.blocks.flatMap((block, at) => (block.parent === index ? [{ at: block.span.start, shown: showBlock(document, at) }] : [])),
  ];
  return parts.sort((a, b) => a.at - b.at).map(({ shown }) => shown).join(' ');
}

function showBlock(document: DocumentText, index: number): string {
  const { kind, level, title } = document.blocks[index];
  const name = kind === 'section' ? `${'#'.repeat(level)} ${title}` : title;
  return `${kind === 'section' ? '' : kind}${name && kind !== 'section' ? ' ' : ''}${name} [${children(document, index)}]`;
}

function check(language: Language, table: [text: string, expected: string][]): void {
  for (const [text, expected] of table) it(JSON.stringify(text).slice(1, -1), () => assert.equal(outline(text, language), expected));
}

describe('blocks of Markdown', () => {
  check('markdown', [
    ['$a$', 'a'],
    ['# A\n$a$\n## B\n$b$\n# C\n$c$', '# A [a ## B [b]] # C [c]'],
    ['$z$\n### A\n$a$\n# B\n$b$', 'z ### A [a] # B [b]'],
    ['# $\\mathbf{Q2}$\n$a$', '# Q2 [\\mathbf{Q2} a]'],
    ['## **Case 1: When** n = 1 ##\n$a$', '## Case 1: When n = 1 [a]'],
    ['## On $\\frac{a}{b}$ and $n$', '## On $\\frac{a}{b}$ and n [\\frac{a}{b} n]'],
    ['A $a$\n===\n$b$\n\nB\n---\n$c$', '# A a [a b ## B [c]]'],
    ['## ■ (a) Prove\n$a$', '## (a) Prove [a]'],
    ['**Step 1:** $a$\n\n$b$', 'a b'],
    ['- $a$\n- $b$\n\n$c$', 'item [a] item [b] c'],
    ['1. $a$\n   - $b$\n2. $c$', 'item [a item [b]] item [c]'],
    ['- # A\n  $a$\n- $b$', 'item [# A [a]] item [b]'],
    ['> - $a$\n\n$b$', 'item [a] b'],
    ['# A\n•\n\n$$a$$\n\n•\n\n$$b$$\n\n$c$\n## B\n$d$', '# A [item • [a] item • [b c] ## B [d]]'],
    ['• $a$\n• $b$\nstill $c$', 'item • [a] item • [b c]'],
    ['(a) $a$\n\n$b$\n\n(b) $c$', 'item a [a b] item b [c]'],
    ['(a) $a$\n\n• $b$\n\n• $c$\n\n(b) $d$', 'item a [a item • [b] item • [c]] item b [d]'],
    ['(a) $a$\n\n(i) $b$\n\n(ii) $c$\n\n(b) $d$', 'item a [a item i [b] item ii [c]] item b [d]'],
    ['(h) $a$\n\n(i) $b$\n\n(j) $c$', 'item h [a] item i [b] item j [c]'],
    ['a) $a$\n\nb) $b$', 'item a [a] item b [b]'],
    ['(1) $a$\n\n(2) $b$', 'item 1 [a] item 2 [b]'],
    ['as seen in\n(a) of $a$', 'a'],
    ['(see) $a$', 'a'],
    ['- (a) $a$\n- (b) $b$', 'item [item a [a]] item [item b [b]]'],
    ['- $a$\nstill $b$\n\n  and $c$\n\nno more $d$', 'item [a b c] d'],
    ['- $a$\n* $b$', 'item [a] item [b]'],
    ['- $a$\n\n      code $b$\n\n  $c$', 'item [a c]'],
    ['-\n  $a$\n-\n\n  $b$', 'item [a] item [] b'],
    ['-\t$a$\n\n\t$b$', 'item [a b]'],
    ['- - $a$\n  - $b$\n- $c$', 'item [item [a] item [b]] item [c]'],
    ['- $a$\n***\n$b$', 'item [a] b'],
    ['since\n7. $a$ and\n1. $b$', 'a item [b]'],
    ['1. $a$\n7. $b$\n2) $c$', 'item [a] item [b] item [c]'],
    ['> $a$\nstill $b$\n> # A\n> $c$\n\n$d$', 'a b # A [c d]'],
    ['- ```\n  code $a$\n$b$', 'item [] b'],
    ['- $a$\n  ---\n  $b$', 'item [## a [a b]]'],
    ['$$a\n- b\n===\nc$$', 'a\n- b\n===\nc'],
    ['####### $a$\n#b $c$', 'a c'],
  ]);
});

describe('blocks of LaTeX', () => {
  check('latex', [
    ['\\section{A} $a$ \\subsection{B} $b$ \\section*{C} $c$', '## A [a ### B [b]] ## C [c]'],
    ['\\section[short]{On $x$ and \\textbf{y}} $a$', '## On x and y [x a]'],
    ['\\begin{problem} $a$ \\end{problem} $b$', 'environment problem [a] b'],
    ['\\begin{theorem}[Name] $a$ \\begin{proof} $b$ \\end{proof} $c$ \\end{theorem}', 'environment theorem [a environment proof [b] c]'],
    ['\\begin{itemize} \\item $a$ \\item $b$ \\end{itemize} $c$', 'item [a] item [b] c'],
    ['\\begin{enumerate} \\item $a$ \\begin{enumerate} \\item $b$ \\end{enumerate} $c$ \\item $d$ \\end{enumerate}', 'item [a item [b] c] item [d]'],
    ['\\begin{questions} \\question $a$ \\begin{parts} \\part $b$ \\part $c$ \\end{parts} \\question $d$ \\end{questions}', 'item [a item [b] item [c]] item [d]'],
    ['\\part{One} $a$', '# One [a]'],
    ['\\begin{proof} $a$ \\section{B} $b$', 'environment proof [a] ## B [b]'],
    ['\\begin{proof} \\begin{itemize} \\item $a$ \\end{proof} $b$', 'environment proof [item [a]] b'],
    ['$a$ \\end{proof} \\end{itemize} $b$', 'a b'],
    ['\\newcommand{\\problem}[1]{\\section*{Problem #1}} \\problem{2} $a$', '## 2 [a]'],
    ['(a) $a$\n\n(b) $b$', 'a item b [b]'],
    ['text\n\n(a) $a$\n\n(b) $b$', 'item a [a] item b [b]'],
    ['\\section{A', '##  []'],
    ['\\section', '##  []'],
    ['\\center{x} \\begin{center} $a$ \\end{center}', 'a'],
  ]);
});
