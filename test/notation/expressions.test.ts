/** How formulas are written: each construct of the notation and what is read of it, printed back. */
import assert from 'node:assert/strict';
import { equationOf, macrosOf, rows } from './read';

describe('notation', () => {
  rows('names', String.raw`
    x                    → x
    \theta               → \theta
    \varepsilon          → \epsilon
    \varphi              → \phi
    \ell                 → \ell
    \hat y               → \hat{y}
    \widehat{y}          → \hat{y}
    \bar{x}              → \bar{x}
    \overline x          → \bar{x}
    \tilde{W}            → \tilde{W}
    \dot x               → \dot{x}
    \hat{\bar x}         → \hat{\bar{x}}
    \hat{y_i}            → \hat{y}_{i}
    \hat y_i             → \hat{y}_{i}
    \widehat{ab}         → \hat over more than one letter
    \mathbf{W}           → \mathbf{W}
    \bm w                → \mathbf{w}
    \boldsymbol\theta    → \mathbf{\theta}
    \vec v               → \mathbf{v}
    {\cal L}             → \mathcal{L}
    \hat{\mathbf y}      → \hat{\mathbf{y}}
    \mathbf{\hat y}      → \hat{\mathbf{y}}
    \mathcal L           → \mathcal{L}
    \mathscr{L}          → \mathcal{L}
    \mathbb{R}           → \mathbb{R}
    \mathbf{1}           → \mathbf{1}
    \mathsf{X}           → \mathsf{X}
    \mathrm{RSS}         → \text{RSS}
    RSS                  → \text{RSS}
    \mathit{loss}        → \text{loss}
    \text{loss}          → \text{loss}
    \operatorname{Loss}  → \text{Loss}
    \Delta w             → \Delta w
    \Delta w_{ij}        → \Delta w_{ij}
  `);

  rows('scripts', String.raw`
    J_{skip-gram}         → J_{\text{skip-gram}}
    x_{ij-kl}             → x_{i j - k l}
    \beta\_1              → \beta_{1}
    x_i                  → x_{i}
    x_{ij}               → x_{ij}
    x_{i,j}              → x_{i,j}
    x_{i+1}              → x_{i + 1}
    x^2_i                → x_{i}^{2}
    x_i^2                → x_{i}^{2}
    x_12                 → x_{1} 2
    x^12                 → x^{1} 2
    x^{12}               → x^{12}
    x_i^{(t)}            → x_{i}^{(t)}
    a^{[l-1]}            → a^{[l - 1]}
    w_{new}              → w_{new}
    w_{\text{new}}       → w_{\text{new}}
    w_\text{new}         → w_{\text{new}}
    x^{{2}}              → x^{2}
    x^\frac12            → x^{\frac{1}{2}}
    f'                   → f'
    a^{[1]\top}          → a^{[1] \top}
    0{,}25               → 0.25
    1{,}000              → 1000
    \delta{ik}           → \delta_{ik}
    \vec\nabla f         → \nabla f
    \boldsymbol{\nabla}_x f → \nabla_{x} f
    \Sigma_{i=1}^m x_i   → \sum_{i = 1}^{m} x_{i}
    \Sigma_{i} x         → \Sigma_{i} x
    \overset{\wedge}{\mu} → \hat{\mu}
    \Bigg{[} x \Bigg{]}  → [x]
    x!                   → x!
    (n-k)!               → (n - k)!
    \ln(n-k)!            → \ln {(n - k)!}
    \dim(V)! + 1         → \dim (V)! + 1
    \nabla f(w)^\top d   → {\nabla {f (w)}}^{\top} d
    \frac{\partial^2 f}{\partial a b} → \frac{\partial^{2} f}{\partial a \partial b}
    X_{i\cdot}           → X_{i,:}
    X_{:j}               → X_{:,j}
    X_{i,*}              → X_{i,*}
    \max(0, x)^2         → {\max(0, x)}^{2}
    f''(x)               → f'' (x)
    f^{\prime}(x)        → f' (x)
    f^\prime             → f'
    x_i'                 → x'_{i}
    x^*                  → x^{*}
    x^\star              → x^{*}
    w* = 1               → w^{*} equal 1
    w * v                → w * v
    A^T                  → A^{T}
    A^\top               → A^{\top}
    A^{\mathsf T}        → A^{\top}
    A^{\text{T}}         → A^{\top}
    A^{-1}               → A^{- 1}
    A^{-T}               → A^{- T}
    A^+                  → A^{+}
    A^\dagger            → A^{\dagger}
    (A B)^T              → (A B)^{T}
    (x^TA)_j             → (x^{T} A)_{j}
    [J]_{ij}             → [J]_{ij}
    A_{:,j}              → A_{:,j}
    \beta_1^t            → \beta_{1}^{t}
    e^{x^2}              → e^{x^{2}}
    90^\circ             → 90^{\circ}
    x_{\max}             → x_{\text{max}}
  `);

  rows('numbers', String.raw`
    1.5                  → 1.5
    0.10                 → 0.10
    3.14x                → 3.14 x
    1e-3                 → 1e-3
    2{,}000              → 2000
    (1 \; 2)             → (1, 2)
    .5                   → .5
    1,000                → ,  // wrong: a thousand, or two numbers of a list
  `);

  rows('sums and products', String.raw`
    a+b-c                → a + b - c
    -a                   → - a
    --a                  → a
    a - -b               → a + b
    +a                   → a
    a - (b - c)          → a - (b - c)
    {a + b}c             → {a + b} c
    {x}                  → x
    a b c                → a b c
    ab                   → a b
    a \cdot b            → a \cdot b
    a \times b           → a \times b
    a \odot b            → a \odot b
    a \circ b            → a \circ b
    a \otimes b          → a \otimes b
    a \cdot -b           → a \cdot {- b}
    a/b                  → \frac{a}{b}
    a/b c                → \frac{a}{b} c
    a/(bc)               → \frac{a}{(b c)}
    a/b/c                → \frac{\frac{a}{b}}{c}
    a \div b             → \frac{a}{b}
    2x^2y                → 2 x^{2} y
    -x^2                 → - x^{2}
    x^{-1/2}             → x^{- \frac{1}{2}}
    f(x)g(x)             → f (x) g (x)
    x(y+z)               → x (y + z)
    a \pm b              → a \pm b
    1 + 2 + \dots + n    → 1 + 2 + \dots + n
    n!                   → n!
  `);

  rows('fractions and roots', String.raw`
    \frac{a}{b}          → \frac{a}{b}
    \dfrac{a}{b}         → \frac{a}{b}
    \tfrac ab            → \frac{a}{b}
    \frac12              → \frac{1}{2}
    \frac1{n}            → \frac{1}{n}
    \frac{-a}{b}         → \frac{- a}{b}
    \frac{\frac ab}c     → \frac{\frac{a}{b}}{c}
    \sqrt{x}             → \sqrt{x}
    \sqrt x y            → \sqrt{x} y
    \sqrt[3]{x}          → \sqrt[3]{x}
    \binom{n}{k}         → \binom(n, k)
  `);

  rows('values at a point', String.raw`
    \frac{df}{dx}\Big|_{x=3}                 → {\frac{d f}{d x}} |_{x = 3}
    \left.\frac{df}{dx}\right|_{x=3}         → {\frac{d f}{d x}} |_{x = 3}
    3 x^2 |_{x=0}^{x=1}                     → {3 x^{2}} |_{x = 0}^{1}
    \left[\frac{x^3}{3}\right]_0^2           → {\frac{x^{3}}{3}} |_{x = 0}^{2}
    \left[\frac{r x^3}{3}\right]_0^2         → {\frac{r x^{3}}{3}} |_{0}^{2}
    \int_1^2 r x^2 dx = [\frac{r x^3}{3}]_1^2 → \int_{1}^{2} {r x^{2}} \, d x equal {\frac{r x^{3}}{3}} |_{x = 1}^{2}
    [A]_1^2                                 → [A]_{1}^{2}
    |x|_1                                   → |x|_{1}
    x^2 + x |_0^1                           → how far a bar reaches
  `);

  rows('sums over a range and their like', String.raw`
    \sum_{i=1}^n x_i                    → \sum_{i = 1}^{n} x_{i}
    \sum\limits_{i=1}^n x_i             → \sum_{i = 1}^{n} x_{i}
    \sum^n_{i=1} x_i                    → \sum_{i = 1}^{n} x_{i}
    \sum_i x_i                          → \sum_{i} x_{i}
    \sum x                              → \sum x
    \sum_{i=1}^n x_i + y                → \sum_{i = 1}^{n} x_{i} + y
    \sum_i (a_i + b_i)                  → \sum_{i} (a_{i} + b_{i})
    \sum_i -2 a_i + c                   → \sum_{i} {- 2 a_{i}} + c
    \frac{1}{hw} \sum_{ij} a_{ij}       → \frac{1}{h w} \sum_{i}^{h} \sum_{j}^{w} a_{ij}
    \frac{1}{d^2} \sum_{i,j} a_{ij}     → \frac{1}{d^{2}} \sum_{i}^{d} \sum_{j}^{d} a_{ij}
    \sum_i a_i b_i + c                  → \sum_{i} {a_{i} b_{i}} + c
    2 \sum_i x_i y                      → 2 \sum_{i} {x_{i} y}
    \sum_i \sum_j a_{ij}                → \sum_{i} \sum_{j} a_{ij}
    \sum_{i \ne j} a_{ij}               → \sum_{i \ne j} a_{ij}
    \sum_{i<j} a_{ij}                   → \sum_{i < j} a_{ij}
    \sum_{i \in S} a_i                  → \sum_{i \in S} a_{i}
    \sum_{i,j} a_{ij}                   → \sum_{i,j} a_{ij}
    \sum_{\substack{i=1 \\ i \ne k}}^n a_i → \sum_{i = 1,i \ne k}^{n} a_{i}
    - \sum_i x_i                        → - \sum_{i} x_{i}
    (\sum_i x_i)^2                      → (\sum_{i} x_{i})^{2}
    \prod_{i=1}^n p_i                   → \prod_{i = 1}^{n} p_{i}
    \lim_{h \to 0} \frac{f(h)}{h}       → \lim_{h \to 0} \frac{f (h)}{h}
    \lim_{n\to\infty} a_n               → \lim_{n \to \infty} a_{n}
    \int_0^1 f(x)\,dx                   → \int_{0}^{1} {f (x)} \, d x
    \int_{-\infty}^\infty x + 1 \,\mathrm{d}x → \int_{- \infty}^{\infty} {x + 1} \, d x
    \int dx\, f(x)                      → \int {f (x)} \, d x
    \int_1^e \frac{dx}{x}               → \int_{1}^{e} {\frac{1}{x}} \, d x
    \int_0^1 \frac{x\,dt}{2t} y         → \int_{0}^{1} {\frac{x}{2 t} y} \, d t
    2 \int_0^1\int_0^x xy\,dy\,dx + 1    → 2 \int_{0}^{1} {\int_{0}^{x} {x y} \, d y} \, d x + 1
    \int_0^1 f(x)                       → an integral without its differential
    \max_i x_i                          → \max_{i} x_{i}
    \max(0, x)                          → \max(0, x)
    \min\{a, b\}                        → \min(a, b)
    \arg\max_x f(x)                     → \arg\max_{x} {f (x)}
    \argmin_w L(w)                      → \arg\min_{w} {L (w)}
    \operatorname{argmin}_w L(w)        → \arg\min_{w} {L (w)}
    \operatorname*{arg\,min}_w L(w)     → \arg\min_{w} {L (w)}
    \underset{w}{\arg\min} L(w)         → \arg\min_{w} {L (w)}
  `);

  rows('derivatives', String.raw`
    \frac{\partial f}{\partial x}             → \frac{\partial f}{\partial x}
    \dfrac{\partial f(x)}{\partial x}         → \frac{\partial}{\partial x} {f (x)}
    \frac{\partial^2 f}{\partial x^2}         → \frac{\partial^{2} f}{\partial x^{2}}
    \frac{\partial^2 f}{\partial x \partial y} → \frac{\partial^{2} f}{\partial x \partial y}
    \frac{\partial^2 f}{\partial^2 x}         → \frac{\partial^{2} f}{\partial x^{2}}
    \frac{\partial^3 f}{\partial^2 x \partial y} → \frac{\partial^{3} f}{\partial x^{2} \partial y}
    \frac{\partial^2 f}{\partial m \partial s^2} → \frac{\partial^{2} f}{\partial m \partial s^{2}}
    \frac{\partial^2 L}{\partial w_i \partial w_j} → \frac{\partial^{2} L}{\partial w_{i} \partial w_{j}}
    \frac{\partial L}{\partial z^{[2]}}       → \frac{\partial L}{\partial z^{[2]}}
    \frac{\partial L}{\partial W_{ij}}        → \frac{\partial L}{\partial W_{ij}}
    \frac{\partial}{\partial x} f(x)          → \frac{\partial}{\partial x} {f (x)}
    \frac{\partial}{\partial x}(x^2 + y)      → \frac{\partial}{\partial x} (x^{2} + y)
    \frac{\partial}{\partial x}[x^2] y        → {\frac{\partial}{\partial x} [x^{2}]} y
    \frac{\partial}{\partial x} x^2 + y       → \frac{\partial x^{2}}{\partial x} + y
    \frac{\partial L}{\partial a}\frac{\partial a}{\partial z} → \frac{\partial L}{\partial a} \frac{\partial a}{\partial z}
    \frac{dy}{dx}                             → \frac{d y}{d x}
    \frac{d}{dx} x^2                          → \frac{d x^{2}}{d x}
    \frac{\mathrm{d}y}{\mathrm{d}x}           → \frac{d y}{d x}
    \frac{\mathrm d}{\mathrm d x} \sin x      → \frac{d \sin {x}}{d x}
    \frac{d^2y}{dx^2}                         → \frac{d^{2} y}{d x^{2}}
    \partial f/\partial x                     → \frac{\partial f}{\partial x}
    df/dx                                     → \frac{d f}{d x}
    d f / d x                                 → \frac{d f}{d x}
    \mathrm{d}f/\mathrm{d}x                   → \frac{d f}{d x}
    d^2s/dt^2                                 → \frac{d^{2} s}{d t^{2}}
    \partial^2 f/\partial x\partial y         → \frac{\partial^{2} f}{\partial x \partial y}
    d/dt (t^2) a                              → {\frac{d}{d t} (t^{2})} a
    dL/dz \cdot dz/dw                         → \frac{d L}{d z} \cdot \frac{d z}{d w}
    d/d k                                     → \frac{d}{d} k
    d/d_k                                     → \frac{d}{d_{k}}
    d/dim                                     → \frac{d}{d} i m
    \partial_x f                              → \frac{\partial f}{\partial x}
    \frac{d}{n}                               → \frac{d}{n}
    \frac{\partial}{\partial x}               → \frac{\partial}{\partial x} {a derivative operator with nothing after it}
    \nabla f                                  → \nabla f
    \nabla_w L                                → \nabla_{w} L
    \nabla_\theta J(\theta)                   → \nabla_{\theta} {J (\theta)}
    \nabla^2 f(x)                             → \nabla^{2} {f (x)}
    \nabla_x (x^T A x)                        → \nabla_{x} (x^{T} A x)
    \nabla f(x)^T v                           → {\nabla {f (x)}}^{T} v
    \nabla                                    → \nabla {nothing after \nabla}
  `);

  rows('functions', String.raw`
    \ln x                → \ln {x}
    \ln(x)               → \ln(x)
    \ln x y              → \ln {x y}
    \ln x + y            → \ln {x} + y
    \ln x^2              → \ln {x^{2}}
    \ln \frac{a}{b}      → \ln {\frac{a}{b}}
    \ln |x|              → \ln|x|
    \log_2 x             → \log_{2} {x}
    \log^2 x             → \log^{2} {x}
    \sin^2 x + \cos^2 x  → \sin^{2} {x} + \cos^{2} {x}
    \sin x \cos y        → {\sin {x}} \cos {y}
    \sin 2\pi x          → \sin {2 \pi x}
    sin(x)               → \sin(x)
    \exp(-x)             → \exp(- x)
    \exp\{-x\}           → \exp\{- x\}
    \exp -x              → \exp {- x}
    \exp -\frac12 x (y)   → \exp {- \frac{1}{2} x (y)}
    e^{-x}               → e^{- x}
    \arctan x            → \arctan {x}
    \sigma(z)            → \sigma (z)
    \sigma'(z)           → \sigma' (z)
    \sigma(\sigma(z))    → \sigma (\sigma (z))
    \log \sigma(z)       → \log {\sigma (z)}
    \log \frac1s \exp(z) → \log {\frac{1}{s} \exp(z)}
    \log \frac1s \frac12 \exp(z) → \log {\frac{1}{s} \frac{1}{2} \exp(z)}
    \log \frac{p}{q} \exp(z) → {\log {\frac{p}{q}}} \exp(z)
    \sin \frac1s \exp(z) → {\sin {\frac{1}{s}}} \exp(z)
    softmax(z)           → \operatorname{softmax}(z)
    \text{softmax}(z)    → \operatorname{softmax}(z)
    \mathrm{softmax}(z)_i → {\operatorname{softmax}(z)}_{i}
    \operatorname{tr}(AB) → \operatorname{tr}(A B)
    \mathrm{tr}\, A      → \operatorname{tr} {A}
    \det A               → \det {A}
    ReLU(x)              → \operatorname{relu}(x)
    \text{ReLU}(x)       → \operatorname{relu}(x)
    \mathrm{diag}(v)     → \operatorname{diag}(v)
    \mathrm{Var}(X)      → \operatorname{var}(X)
    \mathbb{E}[x]        → \mathbb{E} [x]
    \mathbb{E}[g^2]_t    → \mathbb{E} [g^{2}]_{t}
    P(A \mid B)          → P (A \mid B)
    D(p \| q)            → D (p, q)
    D(p || q)            → D (p, q)
    D(p \parallel q)     → D (p, q)
    D(|x|)               → D (|x|)
    f(x, y)              → f (x, y)
  `);

  rows('brackets', String.raw`
    ((a))                → ((a))
    [a]                  → [a]
    \{a\}                → \{a\}
    (a,b)                → (a, b)
    |x|                  → |x|
    |x|^2                → |x|^{2}
    |a||b|               → |a| |b|
    \lvert x \rvert      → |x|
    \|x\|                → \|x\|
    ||x||^2              → \|x\|^{2}
    \|x\|_2^2            → \|x\|_{2}^{2}
    \lVert x - y \rVert  → \|x - y\|
    \Vert x \Vert        → \|x\|
    \|\, |x| \,\|        → \lVert |x|\rVert
    \langle x, y \rangle → \langle x, y\rangle
    \big< x, y \big> → \langle x, y\rangle
    \left< x, y \right> → \langle x, y\rangle
    \lfloor x \rfloor    → \lfloor x\rfloor
    \lceil x \rceil      → \lceil x\rceil
  `);

  rows('matrices and cases', String.raw`
    \begin{pmatrix} a & b \\ c & d \end{pmatrix}  → \begin{pmatrix}a & b \\ c & d\end{pmatrix}
    \begin{bmatrix} 1 \\ 2 \end{bmatrix}          → \begin{bmatrix}1 \\ 2\end{bmatrix}
    \begin{bmatrix} a_1 & \cdots & a_n \end{bmatrix} → \begin{bmatrix}a_{1} & \dots & a_{n}\end{bmatrix}
    \begin{bmatrix} a & \\ & b \end{bmatrix}      → \begin{bmatrix}a & {} \\ {} & b\end{bmatrix}
    \begin{pmatrix} x = y \end{pmatrix}           → \begin{pmatrix}x = y\end{pmatrix}
    A \begin{pmatrix} x \end{pmatrix}^T           → A \begin{pmatrix}x\end{pmatrix}^{T}
    \left[\begin{array}{cc} a & b \end{array}\right] → [\begin{array}a & b\end{array}]
    \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases} → \begin{cases}1 & x > 0 \\ 0 & \text{otherwise}\end{cases}
    \begin{cases} 1 & \text{if } x > 0 \\ 0, & x \le 0 \end{cases} → \begin{cases}1 & x > 0 \\ 0 & x \le 0\end{cases}
    \begin{cases} 1 \text{ if } x > 0 \\ 0 \text{ else} \end{cases} → \begin{cases}1 & x > 0 \\ 0 & \text{else}\end{cases}
    \begin{foo} a \end{foo}                       → \begin{foo}
  `);

  rows('marks and wrappers', String.raw`
    \boxed{x}            → x
    \underbrace{a + b}_{c} d → {a + b} d
    \cancel{x}           → x
    \textcolor{red}{x}   → x
    \color{red} x        → x
    \mathop{x}           → x
    \phantom{x} y        → y
    x \label{eq} y       → x y
    \infty               → \infty
    \foo                 → \foo
  `);

  rows('Unicode', String.raw`
    θ + Σ                → \theta + \Sigma
    ∑_i x_i              → \sum_{i} x_{i}
    α·β                  → \alpha \cdot \beta
    x ≤ y                → x lessEqual y
    x ≠ y                → x notEqual y
    x − y                → x - y
    √x                   → \sqrt{x}
    ∇f                   → \nabla f
    ∂f/∂x                → \frac{\partial f}{\partial x}
    a⊙b                  → a \odot b
    x′                   → x'
    x ∈ ℝ                → x in \mathbb{R}
    ∞                    → \infty
    é + ж                → é + ж
  `);

  const MACROS = macrosOf(String.raw`
    \newcommand{\w}{\mathbf{w}} \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \newcommand{\norm}[2][2]{\|#2\|_{#1}}
    \newcommand{\loss}{\pd{L}{\w}} \def\half{\tfrac12} \DeclareMathOperator{\softmax}{softmax} \DeclareMathOperator*{\argmax}{arg\,max}
    \newcommand{\again}{\again + 1} \newcommand{\ping}{\pong} \newcommand{\pong}{\ping} \newcommand{\double}{\twice\twice} \newcommand{\twice}{\double\double}
  `);

  rows("the author's own macros", String.raw`
    \w^T x               → \mathbf{w}^{T} x
    \pd{f}{x}            → \frac{\partial f}{\partial x}
    \pd fx               → \frac{\partial f}{\partial x}
    \norm{x}             → \|x\|_{2}
    \norm[1]{x}          → \|x\|_{1}
    \loss = 0            → \frac{\partial L}{\partial \mathbf{w}} equal 0
    \half x              → \frac{1}{2} x
    \softmax(z)          → \operatorname{softmax}(z)
    \argmax_x f          → \arg\max_{x} f
  `, MACROS);

  it('stops macros that grow without end, and says where', () => {
    for (const macro of ['again', 'ping', 'double']) {
      const { problems } = equationOf(`x + \\${macro}`, MACROS);
      assert.deepEqual(problems.map(({ message, span }) => `${message.replace(/\\[a-z]+/, 'it')}@${span.start}`), ['the macro it calls itself@4'], macro);
    }
  });
});
