/** What a region says: chains, rows, implications, labels, conditions beside formulas, and damage with its place. */
import assert from 'node:assert/strict';
import { equationOf, rows, show } from './read';

describe('statements', () => {
  rows('relations', String.raw`
    a = b                → a equal b
    a = b = c            → a equal b equal c
    a < b \le c          → a less b lessEqual c
    a \geq b             → a greaterEqual b
    a \neq b             → a notEqual b
    a \not= b            → a notEqual b
    x := y               → x assign y
    x \coloneqq y        → x assign y
    x \leftarrow x - 1   → x assign x - 1
    a \equiv b           → a identical b
    x \approx 0.35       → x approx 0.35
    a \propto b          → a proportional b
    x \in \mathbb{R}     → x in \mathbb{R}
    x \notin S           → x notIn S
    x \sim \mathcal{N}(0, 1) → x distributed \mathcal{N} (0, 1)
    x \mapsto x^2        → x mapsto x^{2}
    A \succeq 0          → A definite 0
    f: \mathbb{R} \to \mathbb{R} → [f] \mathbb{R} to \mathbb{R}
    \boxed{a = b}        → a equal b
  `);

  rows('rows', String.raw`
    a &= b \\ &= c \\ &= d                        → a equal b equal c equal d
    a &= b \\ c &= d                              → a equal b ;; c equal d
    a &= b + c \\ &\quad + d                      → a equal b + c + d
    a &= b + \\ & c                               → a equal b + c
    a &= \\ &b                                    → a equal b
    a = b \\[2pt] c = d                           → a equal b ;; c equal d
    \begin{aligned} a &= b \\ &= c \end{aligned}  → a equal b equal c
    \begin{align*} a &= b \\ &\le c \end{align*}  → a equal b lessEqual c
    \begin{gathered} a = b \\ c = d \end{gathered} → a equal b ;; c equal d
    = b                                           → b
  `);

  rows('columns', String.raw`
    u &= w x & a &= \tanh(u)                        → u equal w x ;; a equal \tanh(u)
    a &= b & c &= d \\ &= e & &= f                  → a equal b equal e ;; c equal d equal f
    a &= b && c = d                                 → a equal b ;; c equal d
    a = b & c = d                                   → a equal b ;; c equal d
    a &=& b \\ &=& c                                → a equal b equal c
    a &= b &= c                                     → a equal b equal c
    a &= b & + c                                    → a equal b + c
    a & + b & = c                                   → a + b equal c
    a &= b & \text{since c} \\ &= d                 → a equal b equal d | \text{since c}
    a &= b && (\text{chain rule}) \\ &= d           → a equal b equal d
    a &= b \quad (\text{chain rule}) \\ &= d        → a equal b equal d
    a &= b & \text{因为} \\ &= d                     → a equal b equal d | \text{因为}
    a &= b & \forall i \\ &= d                      → a equal b equal d
    a &= b & \text{if } x > 0 \\ &= d               → a equal b equal d | x > 0
    a = b & 2c                                      → a equal &
  `);

  rows('implications', String.raw`
    a = b \Rightarrow c = d        → a equal b ;; ⇒ c equal d
    a = b \implies c = d           → a equal b ;; ⇒ c equal d
    \Rightarrow a = b              → ⇒ a equal b
    a = b \\ \Rightarrow c = d     → a equal b ;; ⇒ c equal d
    a = b \iff c = d \iff e = f    → a equal b ;; ⇒ c equal d ;; ⇒ e equal f
    \therefore a = b               → ⇒ a equal b
  `);

  rows('side by side', String.raw`
    a = b, c = d                     → a equal b ;; c equal d
    a = b, \quad c = d               → a equal b ;; c equal d
    a = b; c = d                     → a equal b ;; c equal d
    a = b \qquad c = d               → a equal b ;; c equal d
    a = b \quad\text{and}\quad c = d → a equal b ;; [and] c equal d
    a = b, \text{所以} c = d → a equal b ;; [所以] c equal d
    a = b \quad \text{значит} \quad c = d → a equal b ;; [значит] c equal d
    \text{分子} = d → \text{分子} equal d
    a = b \text{ so } c = d          → a equal b ;; [ so ] c equal d
    f(x, y) = z                      → f (x, y) equal z
    a = (b, c)                       → a equal (b, c)
    a = b.                           → a equal b
    a = b,                           → a equal b
    a = b \tag{1}                    → a equal b
  `);

  rows('conditions', String.raw`
    a = b \text{ for } i \ne k       → a equal b | i \ne k
    a = b \quad \text{if } x > 0     → a equal b | x > 0
    a = b \text{ for all } i         → a equal b | i
    a = b \text{ otherwise}          → a equal b \text{otherwise}  // wrong: a condition
  `);

  rows('labels', String.raw`
    f_1(w): w_{new} = w - 1                    → [f _ 1 ( w )] w_{new} equal w - 1
    \text{update rule}: w = v                  → [update rule] w equal v
    \text{eigen decomposition}: A = V \Lambda V^T → [eigen decomposition] A equal V \Lambda V^{T}
  `);

  rows('damage', String.raw`
    =                    → an empty side !one side of the relation is empty@0
    a &= b \\ &=         → a equal b equal an empty side !one side of the relation is empty@0  // wrong: at 11
    a =                  → a equal an empty side !one side of the relation is empty@2
    a = = b              → a equal an empty side equal b !one side of the relation is empty@2
    {a                   → an unclosed brace !an opening brace without its closing@0
    a}                   → } !a closing brace without its opening@1
    \frac{a}             → \frac without two arguments
    \frac                → \frac without two arguments
    \left( a             → an unclosed (
    ( a                  → an unclosed (
    a ) = b              → ) equal b
    |a                   → an unclosed | a
    x_                   → x_{nothing in a script}
    x^                   → x^{nothing in a script}
    \sum                 → \sum nothing after \sum
    \sqrt                → \sqrt{a missing expression}
    a & b = c            → & equal c
    a = b & c            → a equal &
    \begin{matrix} a     → \begin{matrix} without its end !\begin{matrix} without its end@0
    \end{matrix} = 1     → matrix equal 1 !\end{matrix} without its opening@0
    a = \foo{b}          → a equal \foo b
    a = b } = c          → a equal } equal c !a closing brace without its opening@6
  `);
});

describe('members and relations', () => {
  it('go on in a new row where Markdown has taken a backslash of its break', () => {
    const shown = (tex: string): string => show(equationOf(tex));
    const [a, b] = ['a &= b + c', 'd &= e'];
    for (const lost of ['\\\n', '\\ \n', '\\\r\n  ']) assert.equal(shown(a + lost + b), shown(`${a} \\\\ ${b}`));
    // A space is one within a row, and where the next line goes on.
    for (const [space, next] of [['\\ ', b], ['\\\n', 'f & e']]) assert.notEqual(shown(a + space + next), shown(`${a} \\\\ ${next}`));
  });

  it('are the text as written, with its place', () => {
    const tex = String.raw`a^{2} &= \left( b \right)^2 \\ &\le c,`;
    const [{ members, relations }] = equationOf(tex).statements;
    assert.deepEqual(members.map((member) => member.tex), ['a^{2}', String.raw`( b \right)^2`, 'c']);
    assert.deepEqual(relations.map((relation) => relation.tex), ['=', String.raw`\le`]);
    for (const { tex: written, span } of [...members, ...relations]) assert.equal(tex.slice(span.start, span.end), written);
  });
});
