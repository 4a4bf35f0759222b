/** What holds for every claim: identities are never refuted, altered ones never pass, and how a line is written changes nothing. */
import assert from 'node:assert/strict';
import fc from '../seeded';
import { linksOf, readRows, verdicts } from './rows';

/** Milliseconds that a busy machine may need. */
const SLOW = 120_000;

// ── identities in two forms, and a wrong third ──

interface Identity { left: string; right: string; wrong: string }
type Part = fc.Arbitrary<string>;

const number: Part = fc.constantFrom('x', 'y', 'u', '2', '3', 'x^2', 'e^{u}', String.raw`\sin y`);
const vector: Part = fc.constantFrom('a', 'b', 'A b', 'A^T a', '(a + b)', '2a');
const three = (part: Part, make: (p: string, q: string, r: string) => Identity) => fc.tuple(part, part, part).map(([p, q, r]) => make(p, q, r));

/** Sums get brackets where they stand in products. */
const IDENTITIES: fc.Arbitrary<Identity>[] = [
  three(number, (p, q, r) => ({ left: `(${p} + ${q}) \\cdot (${r} + z)`, right: `${p} \\cdot ${r} + ${q} \\cdot ${r} + (${p} + ${q}) z`, wrong: `${p} \\cdot ${r} - ${q} \\cdot ${r} + (${p} + ${q}) z` })),
  three(number, (p, q) => ({ left: `(${p} + z ${q})^2`, right: `(${p})^2 + 2 z \\cdot ${p} \\cdot ${q} + z^2 (${q})^2`, wrong: `(${p})^2 + z \\cdot ${p} \\cdot ${q} + z^2 (${q})^2` })),
  three(number, (p, q, r) => ({ left: `\\frac{${p}}{z} + \\frac{${q}}{${r}}`, right: `\\frac{${p} \\cdot ${r} + z \\cdot ${q}}{z \\cdot ${r}}`, wrong: `\\frac{${p} \\cdot ${r} - z \\cdot ${q}}{z \\cdot ${r}}` })),
  three(number, (p, q) => ({ left: `e^{z + ${p}} e^{${q}}`, right: `e^{z + ${p} + ${q}}`, wrong: `e^{z + ${p} - ${q}}` })),
  three(number, (p) => ({ left: `\\frac{d}{dz} (${p} \\cdot z^3)`, right: `3 z^2 \\cdot ${p}`, wrong: `2 z^2 \\cdot ${p}` })),
  three(number, (p) => ({ left: `\\frac{\\partial}{\\partial z} \\ln(1 + z^2 + (${p})^2)`, right: `\\frac{2 z}{1 + z^2 + (${p})^2}`, wrong: `\\frac{z}{1 + z^2 + (${p})^2}` })),
];
const VECTOR_IDENTITIES: fc.Arbitrary<Identity>[] = [
  three(vector, (p, q, r) => ({ left: `(${p} + ${q})^T c + ${r}^T c`, right: `c^T (${p} + ${q} + ${r})`, wrong: `c^T (${p} - ${q} + ${r})` })),
  three(vector, (p) => ({ left: `\\|${p} - c\\|^2`, right: `\\|${p}\\|^2 - 2 c^T (${p}) + \\|c\\|^2`, wrong: `\\|${p}\\|^2 - c^T (${p}) + \\|c\\|^2` })),
  three(vector, (p) => ({ left: `\\nabla_c \\|c - (${p})\\|^2`, right: `2(c - (${p}))`, wrong: `2(c + (${p}))` })),
  three(vector, (p, q) => ({ left: `(A (${p}))^T (${q})`, right: `(${p})^T A^T (${q})`, wrong: `(${p})^T A^T (${q}) + c^T a` })),
];
const DECLARED = String.raw`Let $A \in \mathbb{R}^{n \times n}$ and $a, b, c \in \mathbb{R}^n$. `;

const last = (document: string): string | undefined => linksOf(document).at(-1)?.verdict;

describe('any identity', function () {
  this.timeout(SLOW);
  for (const [title, given, identities] of [['of numbers', '', IDENTITIES], ['of vectors', DECLARED, VECTOR_IDENTITIES]] as const) {
    it(`${title} is not refuted, and does not pass when altered`, () => {
      fc.assert(fc.property(fc.oneof(...identities), ({ left, right, wrong }) => {
        assert.notEqual(last(`${given}$${left} = ${right}$`), 'refuted', `${left} = ${right}`);
        assert.notEqual(last(`${given}$${left} = ${wrong}$`), 'verified', `${left} = ${wrong}`);
      }), { numRuns: 25 });
    });
  }
});

// ── ways of writing ──

/** Documents with sums, right and wrong, in which `i` and `j` are bound only. */
const SUMS = readRows(String.raw`
  $\sum_{i=1}^n (x_i + y_i) = \sum_{i=1}^n x_i + \sum_{i=1}^n y_i$ → ✓
  $\left( \sum_i x_i \right)^2 = \sum_i \sum_j x_i x_j$ → ✓
  $\sum_i \sum_j a_i b_j = \sum_i a_i + \sum_j b_j$ → ✗
  $E(a, b) = \sum_{i=1}^n (y_i - a x_i - b)^2$. $\frac{\partial E}{\partial b} = -2 \sum_{i=1}^n (y_i - a x_i - b)$. → · ✓
  $f(x) = \sum_i \sum_j A_{ij} x_i x_j$. $\frac{\partial f}{\partial x_k} = \sum_j (A_{kj} + A_{jk}) x_j$. → · ✓
  $f(x) = \sum_i \sum_j A_{ij} x_i x_j$. $\frac{\partial f}{\partial x_k} = 2 \sum_j A_{kj} x_j$. → · ✗
  $\ln \prod_{i=1}^n p_i = \sum_{i=1}^n \ln p_i$ → ✓
  $f(z) = \ln \sum_j e^{z_j}$. $\frac{\partial f}{\partial z_k} = \frac{e^{z_k}}{\sum_j e^{z_j}}$. → · ✓
  $H = -\sum_i p_i \log p_i$. $\frac{\partial H}{\partial p_k} = -\log p_k$. → · ✗
`);

/** Other letters for `i` and `j` in every subscript. */
const renamed = (document: string, names: Record<string, string>): string => document.replace(/_(\{[^}]*\}|[a-z])/g, (script) => script.replace(/[ij]/g, (letter) => names[letter]));

const WAYS: Record<string, (document: string) => string> = {
  'more white space': (text) => text.replace(/([=+])/g, '  $1   ').replace(/\\cdot/g, ' \\cdot '),
  'line breaks': (text) => text.replace(/(\$[^$]*\$)/g, (math) => math.replace(/ = /g, '\n   = ')),
  'thin spaces': (text) => text.replace(/ = /g, String.raw` \; = \, `),
  'brackets that grow': (text) => text.replace(/(?<!\\left *)\((?=[^$]*\$(?:[^$]*\$[^$]*\$)*[^$]*$)/g, String.raw`\big(`),
  'another bound index': (text) => renamed(text, { i: 'p', j: 'q' }),
  'bound indices in turn': (text) => renamed(text, { i: 'j', j: 'i' }),
};

/** Links without their repairs, for which the checker looks as long as a clock allows. */
const findings = (document: string) => linksOf(document).map(({ repair: _, ...link }) => link);

describe('a verdict', function () {
  this.timeout(SLOW);
  for (const { document, expected } of SUMS) {
    it(`${document} → ${expected}, twice`, () => {
      assert.equal(verdicts(document), expected);
      assert.deepEqual(findings(document), findings(document));
    });
    for (const [way, write] of Object.entries(WAYS)) {
      if (write(document) !== document) it(`  with ${way}`, () => assert.equal(verdicts(write(document)), expected, write(document)));
    }
  }
});
