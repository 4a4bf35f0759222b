/** What links do, what a document declares, and how symbols are read. */
import { declarationsOf, readingOf, rolesOf, rows } from './rows';

describe('meaning', () => {
  rows('roles', rolesOf, String.raw`
    $a = b + c$                                     → definition
    $f(x) = x^2$. $f'(x) = 2x$.                     → definition claim
    $f(x) = x^2$. $f(x) = x \cdot x$.               → definition restatement
    $y = x^2$. $y = x^3$.                           → definition restatement
    $x_i = a_i + 1$                                 → definition
    $x^2 = 4$                                       → claim
    $a + b = b + a$                                 → claim
    $w_{t+1} = w_t - \eta g_t$                      → definition
    $w := w - 1$                                    → step
    $w \leftarrow w - \eta g$                       → step
    $x := y$                                        → definition
    $x \in \mathbb{R}$                              → notation
    $X \sim N(0, 1)$                                → notation
    $x \to 0$                                       → notation
    $a \ne b$                                       → notation
    $f \propto g$                                   → notation
    $\epsilon > 0$                                  → notation
    $a + b > 0$                                     → claim
    If $x = 1$ then $y = 2$.                        → definition definition
    $\hat y = X w$                                  → definition
    $\frac{dy}{dx} = 1$                             → claim
    $\nabla f = 0$                                  → claim
    $a = b = c$                                     → definition definition // all are free
    $a = b \Rightarrow c = d$                       → definition definition
    $\mathrm{RSS} = \sum_i e_i^2$                   → definition
    $\lim_{x \to 0} f(x) = 1$                       → claim
    $0.5 \cdot 2 = 1$                               → claim
  `);

  rows('scopes', rolesOf, String.raw`
    # Exercise 1⏎⏎$E = a$⏎⏎# Exercise 2⏎⏎$E = b$    → definition definition
    # Exercise 1⏎⏎$E = a$⏎⏎$E = b$                  → definition restatement
    # Exercise 1⏎⏎$E = a$⏎⏎## Part (a)⏎⏎$E = b$     → definition restatement // of the exercise that it is a part of
    # Exercise 1⏎⏎## Part (a)⏎⏎$E = a$⏎⏎## Part (b)⏎⏎Words.⏎⏎## Part (a)⏎⏎$E = b$     → definition definition // of the next one
  `);

  rows('declared by relations', declarationsOf, String.raw`
    $x \in \mathbb{R}^n$                            → x: n
    $A \in \mathbb{R}^{m \times n}$                 → A: m×n
    $A, B \in \mathbb{R}^{n \times n}$              → B: n×n; A: n×n
    $w \in \mathbb{R}^{d+1}$                        → w: d + 1
    $x \in \mathbb{R}$                              → x: real
    $k \in \mathbb{N}$                              → k: integer
    $y \in \{0, 1\}$                                → y: binary
    $p \in (0, 1)$                                  → p: unit
    $p \in [0, 1]$                                  → p: unit
    $X \sim N(\mu, \sigma^2)$                       → \sigma: positive; X: normal(\mu, \sigma^{2})
    $X \sim \mathcal{N}(0, 1)$                      → X: normal(0, 1)
    $y \sim \mathrm{Bernoulli}(p)$                  → y: binary; p: unit; y: bernoulli(p)
    $W \Rightarrow 3 \times 4$                      → W: 3×4
  `);

  rows('declared by words', declarationsOf, String.raw`
    where $y$ is one-hot                            → y: one-hot
    Let $y$ be a one-hot vector                     → y: one-hot
    $A$ is symmetric                                → A: symmetric
    a symmetric matrix $A$                          → A: symmetric
    $Q$ is an orthogonal matrix                     → Q: orthogonal
    $A$ is positive definite                        → A: positive definite
    $A$ is positive semi-definite                   → A: positive semidefinite
    $D$ is diagonal                                 → D: diagonal
    $p$ is a probability vector                     → p: simplex
    $W$ is of size 3x4                              → W: 3×4
    $W$ is $3 \times 4$                             → // not yet
    $X$ is an m × n matrix                          → // not yet
    For $n = 1$ this is                             → n = 1
    when $n = 2$ and $m = 3$                        → n = 2
    there exists $c$ such that                      → ∃ c
    for some $\xi$ between                          → ∃ \xi
    where $\xi$ lies between $a$ and $b$            → ∃ \xi
    where $\xi$ is a point between $a$ and $b$      → ∃ \xi
    where $\theta$ is the angle between $u$ and $v$ →
    $A$ is a matrix                                 →
  `);

  rows('shapes', readingOf, String.raw`
    $a + b = b + a$                                 → a, b
    $x^T y = y^T x$                                 → x ?, y ?
    $\|x\|^2 = x^T x$                               → x ?
    $(AB)^T = B^T A^T$                              → A ?×?, B ?×?
    $\sum_{i=1}^n x_i = \sum_{j=1}^n x_j$           → x_{i} n
    $\sum_{i=1}^n c = n c$                          → c, n size
    $A \in \mathbb{R}^{m \times n}$. $\nabla_x \|A x\|^2 = 2 A^T A x$. → A m×n, x n
    $x \odot y = y \odot x$                         → x ?, y ?
    $\mathbf{x}^T \mathbf{x} = \|\mathbf{x}\|^2$    → \mathbf{x} ?
  `);
});
