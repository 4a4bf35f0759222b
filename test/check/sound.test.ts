/** What is close to right and is not: cases, points, examples, paths that lie beside what the line says. */
import { rows } from './rows';

/** Milliseconds that a busy machine may need. */
const SLOW = 60_000;

describe('close to right', function () {
  this.timeout(SLOW);
  rows('each of many vectors', String.raw`
    $s_i = v^T u_i$. $L = \sum_i s_i^2$. $\nabla_v L = 2 \sum_i s_i u_i$. → · · ✓
      ~ = 2 \sum_i s_i u_i ⇒ = 2 \sum_i v u_i u_i → ?
    $s_i = \mathbf{v}^\top \mathbf{u}_i$. So $s_i = \mathbf{u}_i^\top \mathbf{v}$. → · ✓
      ~ \mathbf{u}_i^\top \mathbf{v} ⇒ \mathbf{u}_i \mathbf{v} → ·
`);

rows('sizes that fit one inverse alone', String.raw`
    Let $X \in \mathbb{R}^{n \times d}$ and $H = X (X^T X)^{-1} X^T$. $\operatorname{tr}(H) = d$. → · · ✓
      ~ \operatorname{tr}(H) = d ⇒ \operatorname{tr}(H) = n - 1 → ?
      ~ \operatorname{tr}(H) = d ⇒ \operatorname{tr}(H) = n → ✗
      ~ \operatorname{tr}(H) = d ⇒ H = I → ·
      ~ \operatorname{tr}(H) = d ⇒ H H = I → ?
`);

rows('inequalities that are given', String.raw`
    Let $X \in \mathbb{R}^{n \times n}$ be a matrix with $\det X > 0$. $\frac{\partial}{\partial X} \log \det X = X^{-T}$. → · · ✓
      ~ = X^{-T} ⇒ = X^{T} → ✗
    Suppose that $x + y > 0$. Then $|x + y| = x + y$. → · ? // it may hold there
      ~ = x + y$ ⇒ = x - y$ → ✗
`);

rows('cases', String.raw`
    $f(x) = \max(0, x)$. $f'(x) = \begin{cases} 0 & x < 0 \\ 1 & x > 0 \end{cases}$ → · ✓
      ~ 1 & x > 0 ⇒ 1 & x < 0 → ?
      ~ 1 & x > 0 ⇒ 1 & x > 1 → ? // nothing is said between 0 and 1
      ~ 1 & x > 0 ⇒ 2 & x > 0 → ✗
    $f(x) = |x|$, $f'(x) = \begin{cases} 1 & x > 0 \\ -1 & x \le 0 \end{cases}$ → · ✓
      ~ -1 & x \le 0 ⇒ -1 & x \le 1 → ? // both hold between 0 and 1
      ~ -1 & x \le 0 ⇒ 0 & x \le 0 → ✗
    Let $0 < a < 1$ and $g(x) = \begin{cases} x & x \ge 0 \\ a(e^x - 1) & x < 0 \end{cases}$. $g'(x) = \begin{cases} 1 & x \ge 0 \\ g(x) + a & x < 0 \end{cases}$ → · · · ✓
      ~ + a & x < 0 ⇒ + a & a < 0 → ?
    $f(x) = \begin{cases} \frac12 x^2 & |x| \le 1 \\ |x| - \frac12 & |x| > 1 \end{cases}$. $f'(x) = \begin{cases} x & |x| \le 1 \\ 1 & x > 1 \\ -1 & x < -1 \end{cases}$ → · ✓
      ~ -1 & x < -1 ⇒ 1 & x < -1 → ✗
    $\max(0, x) = \begin{cases} x & x > 0 \end{cases}$ → ?
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. $\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i(1 - p_i) & i = j \\ -p_i p_j & i \ne j \end{cases}$ → · ✓
      ~ i \ne j ⇒ i = j → ?
  `);

  rows('the point of a gradient', String.raw`
    $w_{k+1} = w_k - \eta \nabla L(w_k)$ → ✓
      ~ L(w_k) ⇒ L(u) → ·
      ~ L(w_k) ⇒ L(w_0) → ·
    $x_{k+1} = x_k - H^{-1}(x_k) \nabla f(x_k)$ → ✓
      ~ H^{-1}(x_k) ⇒ H^{-1}(x_0) → ·
      ~ f(x_k) ⇒ f(x_0) → ·
    $\theta \leftarrow \theta - \eta \nabla J(\theta)$ → ✓
      ~ J(\theta) ⇒ J(\phi) → ·
    Momentum: $v_{t+1} = \beta v_t - \eta g_t$, $w_{t+1} = w_t + v_{t+1}$. → ✓ ✓
      ~ + v_{t+1} ⇒ + v_{t+2} → ·
      ~ g_t ⇒ g_v → ·
    Nesterov: $\tilde w = w + \mu v$, $v \leftarrow \mu v - \eta \nabla L(\tilde w)$, $w \leftarrow w + v$. → ✓ ✓ ✓
      ~ w + \mu v ⇒ w - \mu v → ✗
  `);

  rows('numbers of an example', String.raw`
    Example: $w = 3$. The loss is $w^2 = 9$. The cube is $w^3 = 27$. → · ✓ ✓
      ~ = 27 ⇒ = 28 → ?
    Example: $w = 3$. The loss is $w^2 = 9$. In general $w^3 = 27$. → · ✓ ?
      ~ w^2 = 9 ⇒ w^2 = 8 → ?
    When $y = -1$, $y^2 = 1$.⏎⏎The cube is $y^3 = -1$. → · ✓ ?
      ~ y^2 = 1 ⇒ y^2 = 2 → ?
    Let $w = 3$ and $x = 2$.⏎⏎Forward: $z = w x$.⏎⏎$$z = 6$$ → · · · ✓
      ~ z = 6 ⇒ z = 5 → ·
  `);

  rows('a loss that is zero in one of its cases', String.raw`
    $E = \max(0, m - t w^T z)$. $\nabla_w E = -t z$ → · ? // where the maximum is not 0
      ~ = -t z ⇒ = t z → ✗
      ~ = -t z ⇒ = -2 t z → ✗
    $\nabla_w (\frac{c}{2} \|w\|^2 + \max(1 - t w^T z, 0)) = c w - t z$ → ?
      ~ c w - t ⇒ c w + t → ✗
    $T = \max(0, \|f_a - f_p\|^2 - \|f_a - f_q\|^2 + m)$. $\frac{\partial T}{\partial f_p} = 2(f_p - f_a)$, $\frac{\partial T}{\partial f_q} = 2(f_a - f_q)$ → · ? ?
      ~ = 2(f_p ⇒ = 4(f_p → ✗ // by another one p than q
    $h = \max(0, V z + b)$, $E = \|h - t\|^2$. $\frac{\partial E}{\partial b} = 2 (h - t)$ → · · ✗ // an activation is zero in some units
    $h = \max(0, u)$. $\frac{dh}{du} = 1$ → · ✗
    $E = \frac{1}{n} \sum_i \max(0, 1 - t_i w^T z_i)$. $\nabla_w E = -\frac{1}{n} \sum_i t_i z_i$ → · ✗
    $E = \|f_a - f_p\|^2 - \|f_a - f_q\|^2$. $\frac{\partial E}{\partial f_q} = 2(f_a - f_q)$ → · ✓
      ~ = 2(f_a ⇒ = -2(f_a → ✗
    $g(u) = \begin{cases} u & |u| \le b \\ b \operatorname{sign}(u) & |u| > b \end{cases}$. $g(u) - \max(-b, \min(b, u)) = 0$ → · ? // of a threshold that is positive
      ~ \max(-b ⇒ \max(-2b → ✗
      ~ g(u) - ⇒ g(b) - → ? // at the edge of a case wherever b is positive
  `);

  rows('paths of the chain rule', String.raw`
    The loss depends on $a$ through $u$ and $v$: $\frac{\partial L}{\partial a} = \frac{\partial L}{\partial u} \frac{\partial u}{\partial a} + \frac{\partial L}{\partial v} \frac{\partial v}{\partial a}$. → ✓
      ~ + \frac{\partial L}{\partial v} \frac{\partial v}{\partial a} ⇒ → ?
    $z = z(x, y)$. Then $\frac{dz}{dt} = \frac{\partial z}{\partial x} \frac{dx}{dt} + \frac{\partial z}{\partial y} \frac{dy}{dt}$. → · ✓
      ~ + \frac{\partial z}{\partial y} \frac{dy}{dt} ⇒ → ?
    $L = \ell(\hat y, y)$. $\frac{dL}{dw} = \frac{\partial L}{\partial \hat y} \frac{d\hat y}{dw}$ → · ✓ // labels do not depend on weights
      ~ \frac{d\hat y}{dw} ⇒ \frac{dw}{d\hat y} → ?
  `);

  rows('functions with a parameter', String.raw`
    $\nabla_\theta p_\theta(x) = p_\theta(x) \nabla_\theta \log p_\theta(x)$ → ✓
      ~ = p_\theta(x) \nabla ⇒ = \frac{1}{p_\theta(x)} \nabla → ✗
    $\nabla_\theta \log \pi_\theta(a|s) = \frac{\nabla_\theta \pi_\theta(a|s)}{\pi_\theta(a|s)}$ → ✓
      ~ }{\pi_\theta(a|s)} ⇒ }{1} → ✗
    $\nabla_\theta \log \pi(a) = 0$ → · // set to zero, and no number
    $\frac{d}{dr} \pi r^2 = 2 \pi r$ → ✓
      ~ 2 \pi r ⇒ \pi r → ✗
  `);

  rows('numbers for sizes', String.raw`
    Let $n = 4$. Then $\sum_{i=1}^n i = 10$. → · ✓
      ~ = 10 ⇒ = 11 → ✗
    Let $n = 4$. Then $\sum_{i=1}^n i = 10$. In general, $\sum_{i=1}^n i = \frac{n(n + 1)}{2}$. → · ✓ ✓
      ~ = \frac{n(n + 1)}{2} ⇒ = 5 + 5 → ✗
    $N = 5$ samples: $\frac1N \sum_{i=1}^N i^2 = 11$ → · ✓
      ~ = 11 ⇒ = 12 → ✗
    For $n = 4$ the sum is $\sum_{i=1}^n i = 10$. Next, $\sum_{i=1}^n i = 10$. → · ✓ ?
      ~ is $\sum_{i=1}^n i = 10$ ⇒ is $\sum_{i=1}^n i = 9$ → ✗
  `);

  rows('slashes', String.raw`
    $p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} e^{-(x - \mu)^2/2\sigma^2}$. $\frac{\partial}{\partial \mu} \log p(x) = \frac{x - \mu}{\sigma^2}$ → · ✓
      ~ \frac{x - \mu}{\sigma^2} ⇒ \frac{x - \mu}{2\sigma^2} → ✗
    $x/2y = \frac{x}{2y}$ → ✓
      ~ = \frac{x}{2y} ⇒ = \frac{2x}{y} → ✗
    $f(p) = \log p (1 - p)$. $f'(p) = \frac{1}{p} - \frac{1}{1 - p}$ → · ✓
      ~ - \frac{1}{1 - p} ⇒ + \frac{1}{1 - p} → ✗
    $1/2 x = \frac{x}{2}$ → ✓
      ~ = \frac{x}{2} ⇒ = \frac{2}{x} → ✗
  `);

  rows('bounds that break far out', String.raw`
    $$\sigma(x) \le 1$$ → ✓
      ~ \le 1 ⇒ \le 0.9999 → ?
    For $n \ge 1$: $$\left(1 + \frac1n\right)^n \le 3$$ → · ✓
      ~ \le 3 ⇒ \le 2.7 → ✗
    For $n \ge 1$: $$\sum_{k=1}^n \frac{1}{k^2} \le 2$$ → · ✓
      ~ \le 2 ⇒ \le 1.64 → ✗
    For $x > 0$: $$\log x \le \sqrt{x}$$ → · ✓
      ~ \le \sqrt{x} ⇒ \le 10 → ✗
    $x \in \mathbb{R}^n$. $$\max_i x_i \le \log \sum_{i=1}^n e^{x_i} \le \max_i x_i + \log n$$ → · ✓ ✓
      ~ + \log n ⇒ + 1 → ✗
    $$\log(1 + e^x) \ge \max(0, x)$$ → ✓
      ~ \ge ⇒ \le → ✗
    $$3 e^{-0.000002 m} < 0.05$$ → ? // it holds for large m, and is no inequality that was turned
      ~ < 0.05 ⇒ < -0.05 → ✗
    $$m > \frac{\ln 3 - \ln 0.05}{0.000002}$$ → ?
  `);

  rows('whole numbers', String.raw`
    For $n \ge 1$: $$n! \ge 2^{n-1}$$ → · ✓
      ~ 2^{n-1} ⇒ 2^n → ✗
    $\lceil n/2 \rceil + \lfloor n/2 \rfloor = n$ for integers $n$ → ✓
      ~ = n$ ⇒ = n + 1$ → ✗
    Let $n$ be a positive integer. $\cos(2\pi n) = 1$ → ✓
      ~ = 1 ⇒ = 0 → ✗
  `);

  rows('conditions behind a line', String.raw`
    $\sqrt{x^2} = x$ for $x > 0$. → ✓ ·
      ~ = x$ ⇒ = -x$ → ✗
    $g(x) = |x|$. $g'(x) = 1$ if $x > 0$ and $g'(x) = -1$ if $x < 0$. → · ✓ · ✓ ·
      ~ $g'(x) = 1$ ⇒ $g'(x) = 2$ → ✗
      ~ $g'(x) = -1$ ⇒ $g'(x) = 1$ → · // not by the condition of the line before
    $\sqrt{x^2} = -x$ für $x < 0$ und $\sqrt{x^2} = x$ für $x > 0$. → ✓ · ✓ ·
      ~ = -x$ ⇒ = 2x$ → ✗
    $$\sqrt{x^2} = x \quad \text{falls } x > 0$$ → ✓
      ~ = x \quad ⇒ = -x \quad → ✗
    $$\sqrt{x^2} = x \quad \text{hvis } x > 0$$ → ? ? // in words that are not known
    $$\sum_{i=1}^n (x_i - \mu)^2 = \sum_{i=1}^n x_i^2 - n\mu^2 \quad \text{weil } \mu = \frac1n \sum_{i=1}^n x_i$$ → ?
  `);

  rows('functions piece by piece', String.raw`
    $f(x) = x^2$ for $x > 0$ and $f(x) = -x$ for $x \le 0$. $f'(x) = 2x$ for $x > 0$. → · · · · ✓ ·
      ~ f'(x) = 2x ⇒ f'(x) = x → ✗
    $f(x) = x^2$ if $x > 0$, and $f(x) = -x$ otherwise. $f(-3) = 3$ → · · · ✓
      ~ f(-3) = 3 ⇒ f(-3) = 9 → ✗
    $f(x) = 0$ für $x < 0$, $f(x) = x$ für $0 \le x \le 1$ und $f(x) = 1$ sonst. $f(3) = 1$ → · · · · · · ✓
      ~ f(3) = 1 ⇒ f(3) = 3 → ✗
  `);

  rows('what a normal law says of its parameters', String.raw`
    Let $x \sim \mathcal{N}(\mu, \Sigma)$. $(\Sigma^{-1})^T = \Sigma^{-1}$ → · ✓
      ~ (\Sigma^{-1})^T = ⇒ (\Sigma^{-1})^T = - → ✗
    $p(x) \propto \exp(-\frac12 (x - \mu)^T \Lambda (x - \mu))$. $\Lambda^T = \Lambda$ → · ? // it may be symmetric
    $w \sim \mathcal{N}(0, I/d)$ in $\mathbb{R}^d$. $\mathbb{E}[\|w\|^2] = 1$ → · ✓
      ~ = 1 ⇒ = d → ✗
    $\lg 8 = 3$ → ✓
      ~ = 3 ⇒ = 4 → ? // to no usual base
  `);

  rows('limits that come slowly', String.raw`
    $\lim_{n \to \infty} (1 + \frac{x}{n})^n = e^x$ → ✓
      ~ = e^x ⇒ = e^{2x} → ✗
    $\lim_{n \to \infty} (1 + \frac1n)^n = 2.71828$ → ✓
      ~ 2.71828 ⇒ 2.71928 → ✗
    With $m_0 = 0$, $m_t = \beta m_{t-1} + (1 - \beta) g$ gives $m_t = (1 - \beta^t) g$. → · · ✓
      ~ (1 - \beta^t) g ⇒ (1 + \beta^t) g → ✗
  `);

  rows('what the words around make true', String.raw`
    Ha $U$ ortogonális, $\|UB\|_F = \|BU\|_F$ → ? // though nothing else says that it is square
    Ha $U$ ortogonális, $\|UB\|_F = 2\|BU\|_F$ → ✗
    With $v = \log \sigma^2$: $\sigma = e^{v/2}$. → · ? // deviations are positive
      ~ e^{v/2} ⇒ e^v → ✗
    $-\sum_{i,j} p_i q_j \log(p_i q_j) = -\sum_i p_i \log p_i - \sum_j q_j \log q_j$ where $\sum_i p_i = 1$ and $\sum_j q_j = 1$. → ? · ·
    $f(x) = x^2$. $f'(x) = 2x$ where $y = x$. → · ✓ ·
      ~ = 2x ⇒ = 3x → ✗
    Let $\|v\| = 1$ and $Q = I - 2vv^T$. $Q^T Q = I$ → · · ✓
      ~ Q^T Q = I ⇒ Q^T Q = 2I → ✗
    If $a > b$ then $\max(a, b) = a$. → · ✓
      ~ = a$ ⇒ = b$ → ?
    For $t = 1$ we get $1 - (1 - \eta\lambda)^t = \eta\lambda$. → · ✓
      ~ = \eta\lambda ⇒ = \eta → ?
  `);

  rows('equalities up to a formula that the words name', String.raw`
    By Stirling's formula $\ln M! - \ln(M - k)! = M \ln M - (M - k) \ln(M - k) - k$ → ?
      ~ - k$ ⇒ + k$ → ✗
    Stirling gives $\ln W_j \approx \ln A_j! - \ln B_j! - \ln(A_j - B_j)! = A_j \ln A_j - B_j \ln B_j - (A_j - B_j) \ln(A_j - B_j)$ → ? ?
      ~ - B_j \ln B_j ⇒ + B_j \ln B_j → ? ✗
    $\ln M! - \ln(M - k)! = M \ln M - (M - k) \ln(M - k) - k$ → ✗ // nothing says so
  `);

  rows('equalities for large or small values', String.raw`
    For large $m$ the sum grows like $\sum_{k=1}^m \frac{1}{k} = \ln m$. → ?
    $\sum_{k=1}^m \frac{1}{k} = \ln m$ → ✗ // nothing says so
    $\sqrt{u^2 + 1} = u$ for $u$ large enough. → ?
    When $u$ is sufficiently large, $\sqrt{u^2 + 1} = u$. → ?
    Für große $u$ gilt $\sqrt{u^2 + 1} = u$. → ?
    当 $u$ 很大时，$\sqrt{u^2 + 1} = u$ → ?
    We train large models. $\sum_{k=1}^m k = \frac{m(m+1)}{2}$. → ✓
      ~ m(m+1) ⇒ m(m-1) → ✗
  `);

  rows('names that stand for one of a family, though they have no index', String.raw`
    Let $e = t_i - p_i$ and $E = \sum_i e^2$. Then $\frac{\partial E}{\partial p_i} = -2 e$. → · · ✓
      ~ = -2 e ⇒ = 2 e → ✗
    $\hat u = \frac{u_i - c}{s}$. $q_i = \alpha_i \hat u + \beta_i$. $\frac{\partial E}{\partial c} = -\sum_i \frac{\partial E}{\partial q_i} \frac{\alpha_i}{s}$. → · · ✓
      ~ = -\sum_i ⇒ = \sum_i → ✗
    $z = w^T u_i + b$. $a_i = \sigma(z)$. $\frac{\partial a_i}{\partial z} = a_i (1 - a_i)$. → · · ✓
      ~ (1 - a_i) ⇒ (1 + a_i) → ✗
    $z = w^T u_i + b$. $L = \sum_i \sigma(z)$. $\frac{\partial L}{\partial z} = \sigma(z) (1 - \sigma(z))$. → · · ? // of which i?
    $r = \frac{1}{n} \sum_{i=1}^n u_i$. $S = \sum_{i=1}^n (u_i - r)^2$. $\frac{\partial S}{\partial u_j} = 2 (u_j - r)$. → · · ✓
      ~ = 2 (u_j ⇒ = (u_j → ✗
  `);

  rows('definitions before the last one', String.raw`
    $q_i = a u_i + b$. For a test $q_i = a v_i + b$. Then $\frac{\partial E}{\partial a} = \sum_i \frac{\partial E}{\partial q_i} u_i$. → · · ?
      ~ \frac{\partial E}{\partial q_i} u_i ⇒ \frac{\partial E}{\partial q_i} v_i → ✓
      ~ \frac{\partial E}{\partial q_i} u_i ⇒ 2 \frac{\partial E}{\partial q_i} u_i → ?
    $k = c u^2$. $r = a k$. $\frac{dr}{du} = 2acu$.⏎⏎## Waves⏎⏎$k = \sin(c u)$. $r = a k$. $\frac{dr}{du} = ac\cos(cu)$. → · · ✓ · ✓ ✓ // by the same words r is another
      ~ ac\cos ⇒ ac\sin → ✗
    $s = c u + d$. $k = \tanh s$. $R = k^2 + k$. Now let $s = c (u + d)$. $k = \tanh s$. $\frac{\partial R}{\partial c} = (2k + 1)(1 - k^2)(u + d)$. → · · · · ✓ ? // nothing says that R is another as well
      ~ (2k + 1)(1 - k^2)(u + d) ⇒ (2k + 1)(1 - k^2) u → ✓
  `);

  rows('a letter that is a row in another section', String.raw`
    $\|p-q\|^2 = \|p\|^2 - 2p^\top q + \|q\|^2$.⏎⏎## Layers⏎⏎$u = pX + q$. $w \in \mathbb{R}^d$, $Xw$. → ? · ·
  `);

  rows('sums up to two numbers', String.raw`
    Then $$\frac1k \sum_{j=1}^k x_j^2 \le \sum_{j=1}^k x_j^2.$$ → ✓
      ~ \sum_{j=1}^k x_j^2. ⇒ \sum_{j=1}^r x_j^2. → ?
      ~ \sum_{j=1}^k x_j^2. ⇒ \frac12 \sum_{j=1}^k x_j^2. → ?
    Hence $$\sum_{j=1}^k l_j / \sum_{j=1}^r l_j \ge 0.8.$$ → ?
  `);

  rows('one of several values', String.raw`
    $\cos t = \frac12$ gives $t = \frac{\pi}{3}, \ \frac{5\pi}{3}$. Now $2\cos^2 t - 2\sin t \cos t = 0$. → ? · ?
    $t = \frac{\pi}{3}$ gives $\cos t = \frac12$. → · ✓
      ~ = \frac12$ ⇒ = \frac13$ → ✗
    $t = \frac{\pi}{3}$ solves it.⏎⏎## More⏎⏎$2\cos^2 t - 2\sin t \cos t = 0$ → · ?
    $r = 4$ or $r = -1$. So $r + 2 = 6$. → · · ?
    At time $t = 0$ we have $e^{tc} = 1$. → · ✓
      ~ = 1$ ⇒ = 2$ → ?
    Time $t = 0$ is now.⏎⏎The rate $c$ solves this: $e^{tc} = 1$. → · ? // it would hold of any rate
    Let $t = 2$ be the time.⏎⏎Then we have: $3t = 6$. → · ✓
      ~ = 6$ ⇒ = 7$ → ?
    Three regimes: $\rho < 1$, $\rho = 1$ and $\rho > 1$. → · · ?
  `);

  rows('what the sentence says of random variables', String.raw`
    They may be correlated. If $U$ and $V$ are independent, then $\mathrm{Var}(U + 3V) = \mathrm{Var}(U) + 9\mathrm{Var}(V)$. → ✓
      ~ + 9 ⇒ + 3 → ?
    > They may be correlated.⏎>⏎> If $U$, $V$ independent:⏎> $$\mathrm{Var}(U - V) = \mathrm{Var}(U) + \mathrm{Var}(V)$$ → ✓
      ~ (U) + ⇒ (U) - → ✗
    They may be correlated. Of uncorrelated $U$ and $V$: $\mathrm{Var}(U - V) = \mathrm{Var}(U) + \mathrm{Var}(V)$. → ? // less than independent
    They may be correlated. $\mathrm{Var}(U - V) = \mathrm{Var}(U) + \mathrm{Var}(V)$. → ✗
  `);

  rows('statistics of data', String.raw`
    $\hat u_i = \frac{u_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}}$, where $\mu_B$ and $\sigma_B^2$ are the batch mean and variance. $\frac{\partial \hat u_i}{\partial u_i} = \frac{1}{\sqrt{\sigma_B^2 + \epsilon}} (1 - \frac1m - \frac{\hat u_i^2}{m})$ → · ?
    $\hat u_i = \frac{u_i - \mu}{\sigma}$. $\frac{\partial E}{\partial u_i} = \frac{1}{\sigma} (\frac{\partial E}{\partial \hat u_i} - \frac1m \sum_j \frac{\partial E}{\partial \hat u_j} - \frac{\hat u_i}{m} \sum_j \frac{\partial E}{\partial \hat u_j} \hat u_j)$ → · ?
      ~ - \frac1m \sum_j ⇒ + \frac1m \sum_j → ?
    $\mu = \frac1m \sum_{i=1}^m u_i$, $\hat u_i = u_i - \mu$. $\frac{\partial \hat u_i}{\partial u_i} = 1$ → · · ? // what is held fixed
      ~ = 1 ⇒ = 2 → ?
    Let $u \in \mathbb{R}^n$ and $c_i = u_i - \mu$. $\frac{\partial c_i}{\partial u_i} = 1 - \frac1n$. → · · ? // \mu may be their mean
    $\bar z = \frac{1}{hw} \sum_{ij} z_{ij}$. $\sum_{ij} (z_{ij} - \bar z) = 0$. → · ✓
      ~ z_{ij} - \bar z ⇒ z_{ij} + \bar z → ?
    $\bar z = \frac{1}{d^2} \sum_{i,j} z_{ij}$. $\frac{\partial \bar z}{\partial z_{ij}} = \frac{1}{d^2}$. → · ✓
      ~ z_{ij}} = \frac{1}{d^2} ⇒ z_{ij}} = \frac{1}{d} → ✗
  `);

  rows('a function of numbers beside vectors of the same letter', String.raw`
    Let $g(u) = u \sigma(u)$. Then $g'(u) = \sigma(u) + u \sigma(u) (1 - \sigma(u))$. The layer is $q = g(A u + c)$. → · ✓ ·
      ~ (1 - \sigma(u)) ⇒ (1 + \sigma(u)) → ✗
      ~ = \sigma(u) + u ⇒ = u → ✗
    $\text{act}(u) = u^2 e^u$, $\text{act}'(u) = (2u + u^2) e^u$, $s = A u$, $v = \text{act}(s)$. $\frac{\partial E}{\partial s} = \frac{\partial E}{\partial v} \odot \text{act}'(s)$. → · ✓ · · ✓
      ~ (2u + u^2) ⇒ (u + u^2) → ✗
      ~ \odot \text{act}'(s) ⇒ \odot \text{act}(s) → ✗
    $g(u) = \frac12 u^T u$ and $s = A u$. $\nabla g(u) = u$. → · · ✓
      ~ = u$ ⇒ = 2u$ → ✗
  `);

  rows('variances of what is a matrix elsewhere', String.raw`
    Let $w = (X^T X)^{-1} X^T y$. $\mathrm{Var}(X - Y) = \mathrm{Var}(X) + \mathrm{Var}(Y) - 2 \mathrm{Cov}(X, Y)$ → · ?
    $\mathrm{Var}(X - Y) = \mathrm{Var}(X) + \mathrm{Var}(Y) - 2 \mathrm{Cov}(X, Y)$ → ✓
      ~ - 2 \mathrm{Cov} ⇒ + 2 \mathrm{Cov} → ✗
  `);

  rows('ones and identities', String.raw`
    $g(u) = \log \sum_i e^{u_i}$. $\nabla g = \frac{1}{1^T q} q$ with $q_i = e^{u_i}$. $\nabla^2 g = \frac{1}{1^T q} \operatorname{diag}(q) - \frac{1}{(1^T q)^2} q q^T$ → · ✓ · ✓
      ~ - \frac{1}{(1^T q)^2} ⇒ + \frac{1}{(1^T q)^2} → ✗
      ~ = \frac{1}{1^T q} q ⇒ = \frac{2}{1^T q} q → ✗
    **Problem 1.** The information is $I(s) = \frac{1}{s^2}$.⏎⏎**Problem 2.** Let $P = u u^T$ with $u^T u = 1$. $(I - P)^2 = I - P$ → · · · ✓
      ~ = I - P ⇒ = I + P → ✗
  `);

  rows('powers of vectors beside element-wise products', String.raw`
    $q = \tanh(A u + c)$. Let $s = A u + c$. $\frac{\partial E}{\partial s} = \frac{\partial E}{\partial q} \odot (1 - q^2)$. → · · ✓
      ~ (1 - q^2) ⇒ (1 + q^2) → ✗
      ~ (1 - q^2) ⇒ (1 - q^3) → ✗
  `);

  rows('how many classes there are', String.raw`
    Let $t_k = (1 - a) y_k + \frac{a}{C}$ and $E = -\sum_k t_k \log q_k$ with $q = \text{softmax}(s)$ and $y$ one-hot with $C$ classes. $\frac{\partial E}{\partial s_k} = q_k - t_k$. → · · · ✓
      ~ = q_k - t_k ⇒ = t_k - q_k → ✗
      ~ = q_k - t_k ⇒ = q_k - y_k → ✗
    Let $t = (1 - a) y + \frac{a}{C} \mathbf{1}$, $y$ one-hot, $q = \text{softmax}(s)$, where $C$ is the number of classes. $E = -\sum_j t_j \log q_j$. $\frac{\partial E}{\partial s} = q - t$ → · · · ✓
      ~ = q - t ⇒ = t - q → ✗
      ~ \frac{a}{C} ⇒ \frac{a}{2 C} → · · · ✗
  `);

  rows('what a sentence says anew under a heading of its own', String.raw`
    # 1. Neuron⏎⏎$q = \sigma(s)$, $\frac{\partial q}{\partial s} = q (1 - q)$⏎⏎# 2. Layer⏎⏎$E = -\sum_k y_k \log q_k$ with $q = \text{softmax}(s)$, $y$ one-hot. $\frac{\partial E}{\partial s_k} = q_k - y_k$ → · ✓ · · ✓
      ~ = q_k - y_k ⇒ = y_k - q_k → ✗
  `);

  rows('what a constraint says of a name', String.raw`
    Let $c = p z + q v$ be the budget constraint. The demand is $z^* = \frac{b c}{p}$. $\frac{\partial z^*}{\partial p} = -\frac{b c}{p^2}$ → · · ?
    With the budget constraint $c = p z + q v$ the demand is $z^* = \frac{b c}{p}$. $\frac{\partial z^*}{\partial p} = -\frac{b c}{p^2}$ → · · ? // what is held fixed
      ~ -\frac{b c}{p^2} ⇒ \frac{b c}{p^2} → ✗
      ~ -\frac{b c}{p^2} ⇒ -\frac{b c}{p} → ✗
    $E = g^2 h$ subject to $g = h u$. $\frac{\partial E}{\partial u} = 2 g h^2$ → · · ✓
      ~ 2 g h^2 ⇒ g h^2 → ✗
  `);

  rows('values of one function at several names', String.raw`
    Suppose that $f(s, t) = f(s) f(t)$. → ·
    $f(s, t) = s^2 t^2$. $f(s, t) = f(t, s)$. → · ✓
      ~ = f(t, s) ⇒ = 2 f(t, s) → ✗
    $T(n) = 2 T(n - 1) + 1$. → ·
  `);

  rows('layers that are told apart by the letters of their indices', String.raw`
    With $q_k = \varphi(s_k)$, $s_k = \sum_j w_{kj} h_j$, $h_j = \varphi(s_j)$ and $s_j = \sum_i w_{ji} u_i$. $\frac{\partial s_k}{\partial h_j} = w_{kj}$ → · · · · ?
    $s_k = \sum_j w_{kj} h_j$. $t_j = \sum_i v_{ji} u_i$. $\frac{\partial s_k}{\partial h_j} = w_{jk}$ → · · ✗
  `);

  rows('activations that nothing names', String.raw`
    $h = \sigma(W u)$. $\sigma'(z) = 1 - \sigma(z)^2$ → · ? // of tanh
      ~ 1 - \sigma(z)^2 ⇒ 1 + \sigma(z)^2 → ✗
    Here $\sigma$ is the sigmoid. $\sigma'(z) = 1 - \sigma(z)^2$ → ✗
    The units are ReLU. $\sigma'(z) = \mathbf{1}[z > 0]$ → ?
    $s_j = \sum_i w_{ji} u_i$. $h_j = \varphi(s_j)$. For the logistic one we have $\varphi'(s) = \varphi(s) [1 - \varphi(s)]$. → · · ?
    $\sigma'(\mathbf{z}^{(1)}) = \begin{bmatrix} z_1^{(1)} \\ z_2^{(1)} \end{bmatrix}$. $g = \mathbf{z}^{(1)} + z_1^{(1)}$ → ? · // are these its entries?
  `);

  rows('systems of equations', String.raw`
    $$\begin{cases} c = \frac{m}{s} \\ A(c) = \frac{s c^2}{2} \end{cases}$$ $A'(c) = m$ → · · ✓
      ~ A'(c) = m ⇒ A'(c) = c → ✗
    $\begin{cases} a + 1 = b \\ b - 1 = a \end{cases}$ → · ✓
      ~ b - 1 ⇒ b + 1 → ✗
    $\phi = \frac{1}{1 + e^{-z}}$. $\frac{e^z}{1 + e^z} = \sigma(z) = \phi$ → · ✓ ✓
      ~ \frac{e^z}{1 + e^z} ⇒ \frac{e^z}{2 + e^z} → ✗
  `);

  rows('the softmax of numbers with an index', String.raw`
    $p_i = \text{softmax}(z_i)$. $\frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j)$ → · ✓
      ~ - p_j) ⇒ - p_i) → ✗
    $\sum_{\text{all } k} q_k = q_1 + \sum_{k \ne 1} q_k$ → ✓
      ~ = q_1 + ⇒ = q_1 - → ✗
  `);

  rows('the other case comes after', String.raw`
    Let $r = \text{softmax}(u)$.⏎⏎When $m = n$, since $\log$ undoes $\exp$ and $\frac{d \log x}{dx} = \frac1x$, we get⏎⏎$$\frac{\partial \log r_m}{\partial u_n} = 1 - r_n$$ → · · ✓ ✓ // the case that the sentence begins with
      ~ $m = n$ ⇒ $m \ne n$ → · · ✓ ✗
      ~ 1 - r_n ⇒ 1 + r_n → ✗
    Let $r = \text{softmax}(u)$.⏎⏎若 $m = n$，由 $\frac{d \log x}{dx} = \frac1x$ 得 $$\frac{\partial \log r_m}{\partial u_n} = 1 - r_n$$ → · · ✓ ✓
      ~ 1 - r_n ⇒ r_n - 1 → ✗
    Let $r = \text{softmax}(u)$.⏎⏎When $m = n$, we get $$\frac{\partial \log r_m}{\partial u_n} = 1 - r_n$$ while otherwise we get $$\frac{\partial \log r_m}{\partial u_n} = 1 - r_m$$ → · · ✓ ? // of the other case
      ~ 1 - r_n ⇒ 1 + r_n → ✗
    Let $r = \text{softmax}(u)$.⏎⏎**Case 1: $m = n$**⏎⏎$$\frac{\partial r_m}{\partial u_n} = r_m(1 - r_m)$$⏎⏎Hence⏎⏎$$\frac{\partial \log r_m}{\partial u_n} = 1 - r_m$$ → · · ✓ ? // whether the case goes on
      ~ 1 - r_m$$ ⇒ 2 - r_m$$ → ?
    $S_i = \frac{e^{x_i}}{\sum_k e^{x_k}}$. $\frac{\partial S_i}{\partial x_j} = -S_i S_j$. In particular, when $i = j$: $\frac{\partial S_i}{\partial x_j} = S_i (1 - S_j)$. → · ? · ✓
      ~ = -S_i S_j ⇒ = S_i S_j → ✗
      ~ = S_i (1 ⇒ = -S_i (1 → ✗
  `);

  rows('names that only one side knows', String.raw`
    By the chain rule $\sum_k \frac{\partial F}{\partial u_k} \frac{\partial u_k}{\partial c_m} = \frac{\partial F}{\partial u_m}$. → ? // u may be anything
    Let $u = M v + c$. $\sum_k \frac{\partial F}{\partial u_k} \frac{\partial u_k}{\partial c_m} = \frac{\partial F}{\partial u_m}$. → · ✓
      ~ = \frac{\partial F}{\partial u_m} ⇒ = -\frac{\partial F}{\partial u_m} → ✗
    $\frac{\partial F}{\partial c_m} = \sum_k \frac{\partial F}{\partial u_k} \frac{\partial u_k}{\partial c_m} = \frac{\partial F}{\partial u_m}$ → ✓ ? // another member of the chain is no repair
      ~ = \sum_k ⇒ = 2\sum_k → ✗
    $\hat t = P t = U (U^T U)^{-1} U^T t$, where P projects. $e = t - \hat t$. $e^T e = t^T (I - U (U^T U)^{-1} U^T) t$ → · ? · ?
    $\sum_i (t_i - \beta_0 - \sum_j u_{ij} \beta_j)^2 = (t - U \beta)^T (t - U \beta)$ → ? // is \beta_0 one of them?
    $s_i = \frac{e^{u_i}}{\sum_k e^{u_k}}$. So $\text{softmax}(u_1) = \sigma(u_1 - u_2)$. → · ?
  `);

  rows('values of an example', String.raw`
    $E = \frac12 \sum_{i=1}^3 (q_i - t_i)^2$. $\frac{\partial E}{\partial q} = [0.2, -0.1, 0.4]^T$. → · ?
    $E = u^3$. $\frac{dE}{du} = 3$. → · ?
  `);

  rows('labels that an indicator asks about', String.raw`
    $\sum_{i=1}^n z_i = \sum_{i=1}^n \mathbf{1}\{z_i = 1\}$ → ?
      ~ = \sum_{i=1}^n ⇒ = 2 \sum_{i=1}^n → ?
    $\frac{\sum_i z_i}{q} - \frac{\sum_i (1 - z_i)}{1 - q} = 0 \Rightarrow \frac{\sum_{i=1}^n \mathbf{1}\{z_i = 1\}}{q} = \frac{n - \sum_{i=1}^n \mathbf{1}\{z_i = 1\}}{1 - q}$ → ? ?
  `);

  rows('letters that are usually something else', String.raw`
    $c = f c_0 + i g$. $\frac{\partial c}{\partial i} = g$ → · ✓
      ~ = g$ ⇒ = f$ → ✗
    $o = \sigma(s)$. $\frac{do}{ds} = o(1 - o)$ → · ✓
      ~ (1 - o) ⇒ (1 + o) → ✗
    $J(w) = \|X w - y\|^2$. $\nabla J(w) = 2 X^T (X w - y)$. A solution is $w = (X^T X)^{-1} X^T y$. → · ✓ ·
      ~ = 2 X^T ⇒ = X^T → ✗
  `);

  rows('sums without a lower bound', String.raw`
    $\sum_i \sum_k a_i b_k \delta_{ik} = \sum_i^n a_i b_i$ → ✓
      ~ \sum_i^n ⇒ \sum_i^{n-1} → ✗
  `);

  rows('values that are told apart by what they are of', String.raw`
    $f_1(w): v = 2 - 0.1 (2 - 3)$ and $f_2(w): v = 2 - 0.1 (2 + 3)$. So $f_1(w): v = 2 + 0.1$ → · · ✓
      ~ v = 2 + 0.1 ⇒ v = 2 - 0.5 → · // the value of the other one
  `);

  rows('sums from 0 and series', String.raw`
    $\sum_{k=0}^n \binom{n}{k} = 2^n$ → ✓
      ~ = 2^n ⇒ = 2^{n+1} → ✗
    $\sum_{k=0}^n \gamma^k = \frac{1 - \gamma^{n+1}}{1 - \gamma}$ → ✓
      ~ \gamma^{n+1} ⇒ \gamma^n → ✗
    $\sum_{j=0}^{n-1} \gamma^j = \frac{1 - \gamma^n}{1 - \gamma}$ → ✓
      ~ 1 - \gamma^n ⇒ 1 + \gamma^n → ✗
    $\sum_{j=1}^{n-1} j = \frac{n(n-1)}{2}$ → ✓
      ~ n(n-1) ⇒ n(n+1) → ✗
    For $0 < \gamma < 1$: $\sum_{k=0}^\infty \gamma^k = \frac{1}{1 - \gamma}$ → · · ✓
      ~ \frac{1}{1 ⇒ \frac{\gamma}{1 → ✗
    $\sum_{k=0}^\infty e^{-\lambda} \frac{\lambda^k}{k!} = 1$ → ✓
      ~ e^{-\lambda} ⇒ e^{\lambda} → ?
    $\sum_{k=1}^\infty \frac{1}{k} = 5.9$ → ? // it has no value
  `);

  rows('the normal density', String.raw`
    With $\sigma_1$ known, $\prod_{i=1}^{n} \frac{1}{\sqrt{2\pi}\sigma_1} e^{-x_i^2} = (2\pi\sigma_1^2)^{-n/2} e^{-\sum_{i=1}^n x_i^2}$ → ? // it is positive, though nothing says so
      ~ \sigma_1^2)^{-n/2} ⇒ \sigma_1^2)^{n/2} → ✗
    $\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2\pi\sigma^2) - \frac{(x - \mu)^2}{2\sigma^2}$ → ✓
      ~ {2\sigma^2} ⇒ {\sigma^2} → ✗
    Let $x, \mu \in \mathbb{R}^d$ and $\Sigma \in \mathbb{R}^{d \times d}$ be positive definite. $\nabla_x \log \mathcal{N}(x \mid \mu, \Sigma) = -\Sigma^{-1} (x - \mu)$ → · · ✓
      ~ = -\Sigma ⇒ = \Sigma → ✗
    $\gamma_k = \frac{\pi_k \mathcal{N}(x \mid \mu_k, \sigma_k^2)}{\sum_{j=1}^K \pi_j \mathcal{N}(x \mid \mu_j, \sigma_j^2)}$, so $\sum_{k=1}^K \gamma_k = 1$. → · ✓
      ~ = 1$ ⇒ = 2$ → ✗
    $\frac{d}{dx} \mathcal{N}(x; \mu, \sigma) = 0$ → · // set to zero
  `);

  rows('a part that gets its name after the whole', String.raw`
    $q = \sin(A x + c)$. Call $r = A x + c$. $\frac{\partial E}{\partial c} = \frac{\partial E}{\partial r}$ and $\frac{\partial E}{\partial r} = \frac{\partial E}{\partial q} \odot \cos(r)$ → · · ✓ ✓
      ~ \frac{\partial E}{\partial c} = ⇒ \frac{\partial E}{\partial c} = 3 → · · ? ✓
    $q = \sin(A x + c)$. $r = A x + c$, $q = \sin(r)$. From $\frac{\partial E}{\partial q}$ we get $\frac{\partial E}{\partial A} = \frac{\partial E}{\partial r} x^T$ → · · ✓ ✓
      ~ \frac{\partial E}{\partial r} x^T ⇒ -\frac{\partial E}{\partial r} x^T → · · ✓ ✗
  `);

  rows('one step of a recursion', String.raw`
    $r_t = A x_t + B q_{t-1} + c$, $q_t = \sin(r_t)$. $\frac{\partial E}{\partial c} = \frac{\partial E}{\partial r_t}$ → · · ?
      ~ \frac{\partial E}{\partial c} = ⇒ \frac{\partial E}{\partial c} = 3 → · · ?
  `);

  rows('sums over all others that name the one first', String.raw`
    $m = \frac1n \sum_{i=1}^n u_i$. $\sum_{i \neq j} (u_j - m) = -(u_i - m)$ → · ✓
      ~ = -(u_i ⇒ = (u_i → · ✗
    $\sum_{i \neq j} u_i u_j = \left(\sum_i u_i\right)^2 - \sum_i u_i^2$ → ✓
      ~ - \sum_i ⇒ + \sum_i → ✗
    $n = a b$. $m = \frac1n \sum_{i=1}^n u_i$. $\sum_{j \neq i} (u_j - m) = m - u_i$ → · · ✓
      ~ m - u_i ⇒ u_i - m → · · ?
  `);

  rows('the argument of an identity', String.raw`
    $\frac{\partial E}{\partial A} = \sum_t d_t x_t^T$. Use $\sigma'(x) = \sigma(x) (1 - \sigma(x))$. → ? ✓
      ~ (1 - \sigma(x)) ⇒ (1 + \sigma(x)) → ✗
  `);

  rows('signs of derivatives that look like factors', String.raw`
    $s_t = g_t \odot \sin(q_t)$. $\delta g_t = \delta s_t \odot \sin(q_t)$ → · ?
    $s = g \odot \sin(q)$. $dq = ds \odot g \odot \cos(q)$ → · ?
    $a = \delta x$. $\delta x = \delta x^2$ → · ✗
  `);

  rows('derivatives along their own paths', String.raw`
    $m = \frac1n \sum_i u_i$, $r_i = u_i m$. $\frac{\partial E}{\partial u_i} = \frac{\partial E}{\partial r_i} \frac{\partial r_i}{\partial u_i} + \frac{\partial E}{\partial m} \frac{\partial m}{\partial u_i}$ → · · ?
    $m = \frac1n \sum_i u_i$, $r_i = u_i m$. $\frac{\partial E}{\partial r_i}$ is known. $\frac{\partial E}{\partial u_i} = \frac{\partial E}{\partial r_i} m + \frac{\partial E}{\partial m} \frac1n$ → · · ✓
      ~ + \frac{\partial E}{\partial m} ⇒ - \frac{\partial E}{\partial m} → · · ✗
  `);

  rows('numbered vectors', String.raw`
    With $z_n \in \mathbb{R}^p$. $(q_1^T z_n)^2 = q_1^T z_n z_n^T q_1$ → · ✓
      ~ (q_1^T z_n)^2 = ⇒ (q_1^T z_n)^2 = 2 → · ✗
  `);

  rows('two of many', String.raw`
    $L = -\log \sigma(s_i - s_j)$, $\frac{\partial L}{\partial s_i} = -(1 - \sigma(s_i - s_j))$ → · ✓ // i and j differ
      ~ = -(1 ⇒ = (1 → ✗
    $p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}$. $\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)$ → · ✓
      ~ p_i(\delta_{ij} - p_j) ⇒ -p_i p_j → ?
    若 $a > b$，则 $\max(a, b) = a$。 → · ✓
      ~ = a$ ⇒ = a + b$ → ?
    Seien $X$ und $Y$ unabhängig. $\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)$ → ✓
      ~ + \mathrm{Var}(Y) ⇒ - \mathrm{Var}(Y) → ✗
    Für $n = 2$ ist $\frac1n \sum_{i=1}^n x_i = \frac{x_1 + x_2}{2}$. → · ✓
      ~ {2}$ ⇒ {3}$ → ✗
    The derivative is $x - v + a$, so $x = v - a$. Let $P(x) = \frac12 (x - v)^2 + a x$. $P'(x) = x - v + a$ → · · ✓
      ~ P'(x) = x - v ⇒ P'(x) = x + v → ✗
    $\|u\| = 1$ for $u \in \mathbb{R}^m$. $(I + uv^\top)^{-1} = I - \frac{uv^\top}{1 + v^\top u}$ for $u, v \in \mathbb{R}^n$. → ? · ✓ ·
      ~ = I - ⇒ = I + → ✗
  `);

  rows('laws and cases that go by one name', String.raw`
    $\log p(x, y) = \log p(x) + \log p(y|x)$ → ✓ // of one law
      ~ + \log p(y|x) ⇒ - \log p(y|x) → ✗
    $\nabla_\theta p_\theta(x, y) = \nabla_\theta (p_\theta(x) p_\theta(y|x))$ → ✓
      ~ = \nabla ⇒ = -\nabla → ✗
    $\nabla_\theta \log(p_\theta(x) q(x)) = \nabla_\theta \log p_\theta(x)$ → ✓
      ~ p_\theta(x) q(x)) ⇒ p_\theta(x)^2 q(x)) → ✗
    For $x > 0$: $|x| = x$, for $x < 0$: $|x| = -x$. → · ✓ · ✓
      ~ = -x$ ⇒ = x$ → ? // not by the condition before
    Near 2 from below, $x < 2$. The product is negative there: $|x^2 - x - 2| = -(x^2 - x - 2) = -(x - 2)(x + 1)$. → · ? ✓ // in a case that is not read
      ~ (x + 1)$ ⇒ (x + 2)$ → · ? ✗
    $|y^2 + 4| = y^2 + 4$ → ✓
      ~ = y^2 + 4 ⇒ = -(y^2 + 4) → ✗
    Let $x > 0$. Then $|x| = x$. → · ✓
      ~ = x$ ⇒ = -x$ → ✗
    Let $B = P^{-1} A P$ and $p_B(s) = \det(B - s I)$. $\det(A - s I) = p_A(s)$. And $\det(A - s I) = p_B(s)$. → · · ? ✓ // what p_A is no other of its name says
      ~ A - s I) = p_B(s)$ ⇒ A - s I) = p_B(2s)$ → · · ? ✗
    Let $\|u\| = 1$. $(I - uu^T) u = 0$ → · ✓
      ~ I - uu^T ⇒ I + uu^T → ✗
  `);

  rows('what is only said by other lines', String.raw`
    Let $M^1$ and $M^2$ belong to two metrics. $v^T M v = v^T M^1 v + v^T M^2 v$ → ? // no powers
    $v^T M v = v^T M^3 v + v^T M^2 v$ → ✗
    $|c a - c b| = c |a - b|$ → ? // c may be a rate
    Let $c \in \mathbb{R}$. $|c a - c b| = c |a - b|$ → · ✗
    $\frac{q^T y}{q^T q} = q^T y$, and the constraint is $q^T q = 1$. → ? ?
    $\frac{q^T y}{q^T q} = q^T y$, and the constraint is $q^T q = 2$. → ✗ ?
    $h(x) = s(\beta^T x)$, $s(z) = \frac{1}{1 + e^{-z}}$, $\frac{\partial h(x)}{\partial \beta_k} = \frac{\partial s(\beta^T x)}{\partial \beta_k} = s(\beta^T x) (1 - s(\beta^T x)) \frac{\partial (\beta^T x)}{\partial \beta_k}$ → · · ✓ ✓
      ~ (1 - s ⇒ (1 + s → ✗
  `);

  rows('what was found in another case', String.raw`
    $k = 1$: $3u - 3v = 0$ gives $u = v$. $k = -1$: $5u - v = 0$ → · ✓ · · ?
      ~ 3u - 3v ⇒ 3u + 3v → ✗
    $k = 1$: $3u - 3v = 0$ gives $u = v$. Still $k = 1$: $5u - v = 0$ → · ✓ · · ✗ // no other case
      ~ 3u - 3v ⇒ 3u + 3v → ✗
    Take $k = 1$: $u = 2v$. Then $u + v = 3v$. Take $k = 2$: $u = 4v$. Then $u + v = 5v$. → · · ✓ · · ✓
      ~ = 3v ⇒ = 4v → ✗
      ~ = 5v ⇒ = 6v → ✗
  `);

  rows('equations between entries of what is not known', String.raw`
    $q^T M = q^T$ with $M = \begin{pmatrix} 2/3 & 1/3 \\ 1/2 & 1/2 \end{pmatrix}$. By entries $\frac23 q_1 + \frac12 q_2 = q_1$, and so $q_1 = \frac32 q_2$. → ? · ? ·
    $\frac23 q_1 + \frac12 q_2 = q_1$. For all $j$ we have $\sum_{i=1}^n q_i m_{i,j} = q_j$. → ? ?
    $\frac23 p + \frac12 q = p$. It follows that $q = 1 - p$. → ? ·
    $\sum_{i=1}^n q_i = 1$. $q_1 + q_1 = 2 q_1$ → ? ✓
      ~ 2 q_1 ⇒ 3 q_1 → ✗
  `);

  rows('definitions that come later', String.raw`
    $\|p - c d\|^2 = (p - c d)^T (p - c d)$. At the minimum $$\begin{aligned} 2 d^T d c &= 2 d^T p \\ c &= \frac{d^T p}{d^T d} \end{aligned}$$ → ✓ ✓ ·
      ~ = (p - c d)^T ⇒ = (p + c d)^T → ✗ // c is not yet solved for
    $y^T q q^T y = (q^T y)^T (q^T y)$ 记 $q = B^T y$，则 → ✓ ·
      ~ (q^T y)^T ⇒ (q y)^T → ✗
    $F(c) = a \log c - n c$, $\frac{dF}{dc} = 0$, so $a - n c = 0$. $c_{t+1} = c_t - \frac{f(c_t)}{f'(c_t)}$, where $f(c) = a - n c$. → · · ✓ ✓ ·
      ~ = c_t - ⇒ = c_t + → ·
  `);

  rows('gradients by a transpose', String.raw`
    $\nabla_{M^T} f(M) = (\nabla_M f(M))^T$ → ✓
      ~ (M))^T ⇒ (M)) → ✗
    $\frac{\partial y^T M z}{\partial M^T} = z y^T$ → ✓
      ~ = z y^T ⇒ = 2 z y^T → ✗
  `);

  rows('sums that no sign tells', String.raw`
    $a_i \delta_{ic} \delta_{bd} = a_c \delta_{bd}$ → ?
    $[u_b - v_b] \delta_{bc} = u_c - v_c$ → ?
    $\sum_i u_i v_i = v^T u$. $u_b \delta_{bc} = u_c$ → ✓ ✗ // other sums have their sign
      ~ v^T u ⇒ 2 v^T u → ✗
  `);

  rows('functions that do not say what they are of', String.raw`
    $R = (w x - t)^2$. $\frac{d R(w)}{dw} = 2 (w x - t) x$, $R(3) = (3x - t)^2$, $R'(w) = 2x(wx - t)$ → · ✓ ✓ ✓
      ~ = 2 (w x ⇒ = (w x → ✗
      ~ = (3x ⇒ = (2x → ✗
      ~ = 2x( ⇒ = 2( → ✗
    $R = (w x + b - t)^2$. $\frac{\partial R(w, b)}{\partial b} = 2 (w x + b - t)$. $\nabla R(w) = 2 x (w x + b - t)$ → · ✓ ✓
      ~ = 2 (w x ⇒ = (w x → ✗
      ~ = 2 x ⇒ = x → ✗
    $R = w^2 b$. $R(w) + R(b) = 2 w^2 b$, $R(2) = 4b$ → · ✓ ? // of which is not said
      ~ = 2 w^2 b ⇒ = w^2 b → ✗
    $u = x^2 + 1$. $\frac{d}{dx} f(u(x)) = f'(u(x)) u'(x)$ and $u(u(x)) = (x^2 + 1)^2 + 1$ → · ✓ ✓
      ~ f'(u(x)) u ⇒ f'(x) u → ✗
      ~ + 1)^2 + 1 ⇒ + 1)^2 → ✗
    $s = p + q$. $s(p) = p^2 + pq$ → · ✓ // a product
      ~ p^2 + pq ⇒ p^2 - pq → ·
    $s = p + q$. $s(p - q) = p^2 - q^2$ → · ✓
      ~ p^2 - q^2 ⇒ p^2 + q^2 → ✗
  `);

  rows('how many a mean is of', String.raw`
    $N^{-1} \sum_{j=1}^N (y_j - c) = N^{-1} \sum_{j=1}^N y_j - c$, $N^{-1} \sum_j (y_j - c) = \frac1N \sum_j y_j - c$ → ✓ ✓
      ~ y_j - c$, ⇒ y_j - N c$, → ✗
      ~ = \frac1N \sum_j y_j - c ⇒ = \frac1N \sum_j y_j + c → ✗
    $N N^{-1} = 1$, $\sum_{j=1}^N y_j = \sum_j y_j$ → ✓ ✓
      ~ = 1$ ⇒ = N$ → ✗
    $c = m^{-1} \sum_k y_k$. $\sum_k (y_k - c)^2 = \sum_k y_k^2 - m c^2$, $\sum_k (y_k - d)^2 = \sum_k y_k^2 - 2 d \sum_k y_k + m d^2$ → · ✓ ✓
      ~ - m c^2 ⇒ + m c^2 → ✗
      ~ + m d^2 ⇒ - m d^2 → ✗
      ~ + m d^2 ⇒ + d^2 → ✗
    $c = \frac1m \sum_k y_k$. $\sum_k (y_k - d)^2 = \sum_k y_k^2 - 2 d m c + m d^2$ → · ✓
      ~ + m d^2 ⇒ + d^2 → ✗
    Let $K \in \mathbb{R}^{d \times d}$ and $y_k \in \mathbb{R}^d$. $K^{-1} \sum_k K y_k = \sum_k y_k$ → · · ✓ // a matrix
      ~ K^{-1} \sum ⇒ \sum → ?
  `);

  rows('names that another exercise has for something else', String.raw`
    # Problem 1⏎⏎Let $g(x) = x^2$ and $p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$.⏎⏎# Problem 2⏎⏎$M = \sum_i p_i g_i$. $\frac{\partial M}{\partial p_j} = g_j$ and $g_j(1 + M) = g_j + g_j M$. → · · · ✓ ✓
      ~ = g_j$ ⇒ = 2g_j$ → ✗
      ~ + g_j M ⇒ - g_j M → ✗
    # Problem 1⏎⏎Let $p_i = \frac{1}{1 + e^{-r s_i}}$.⏎⏎# Problem 2⏎⏎The overlap is $D = \frac{2\sum_i p_i g_i}{\sum_i p_i^2 + \sum_i g_i^2}$. Then $\frac{\partial D}{\partial p_j} = 2\frac{g_j(\sum_i p_i^2 + \sum_i g_i^2) - 2p_j\sum_i p_i g_i}{(\sum_i p_i^2 + \sum_i g_i^2)^2}$. → · · ✓
      ~ - 2p_j ⇒ + 2p_j → ✗
  `);

  rows('what stands before a sum and counts nothing', String.raw`
    $\ell(r) = \sum_{i=1}^n (k_i \log r - r - \log k_i!)$. $\ell'(r) = \frac{1}{r}\sum_i k_i - n$ and $\ell''(r) = -\frac{1}{r^2}\sum_i k_i$. → · ✓ ✓
      ~ k_i - n$ ⇒ k_i + n$ → ✗
      ~ = -\frac{1}{r^2} ⇒ = \frac{1}{r^2} → ✗
    $J = \sum_{i=1}^n (|u_i| + b \log b)$. $\frac{\partial J}{\partial b} = n \log b + n$ and $\frac{1}{b}\sum_i |u_i| = \frac{J}{b} - n\log b$. → · ✓ ✓
      ~ - n\log b ⇒ - \log b → ✗
    $\bar u = \frac{1}{r}\sum_i u_i$. $\sum_i (u_i - \bar u) = 0$. → · ✓ // here it counts
      ~ (u_i - ⇒ (u_i + → ✗
  `);

  rows('how far a sum reaches', String.raw`
    $c = \frac1m \sum_k y_k$. $\sum_k (y_k - c)^2 = \sum_k y_k^2 - 2 y_k c + c^2$ → · ✓
      ~ - 2 y_k c ⇒ + 2 y_k c → ?
      ~ + c^2$ ⇒ + m c^2$ → · ✓
      ~ + c^2$ ⇒ - c^2$ → ✗
  `);

  rows('what a sum without bounds runs over', String.raw`
    $e^{-a} \sum_k \frac{(a b)^k}{k!} = e^{a(b - 1)}$, $\sum_j q^j = \frac{1}{1 - q}$, $\sum_j \binom{n}{j} q^j = (1 + q)^n$ → ? ? ?
    $e^{-a} \sum_k \frac{a^k b^k}{k!} = e^{-a} \sum_k \frac{(a b)^k}{k!}$, $\sum_j j y_j - \sum_j y_j = \sum_j (j - 1) y_j$ → ✓ ✓
      ~ (a b)^k ⇒ (a + b)^k → ✗
      ~ (j - 1) ⇒ (j + 1) → ✗
  `);

  rows('rows that are columns', String.raw`
    Let $M \in \mathbb{R}^{p \times q}$ and $v \in \mathbb{R}^q$. $(Mv)_i = M_{i:}^T v$, $(M v)_k = m_{k\cdot}^\top v$, $(M v)_k = m_{k\star}^\top v$, $(Mv)_i = M_{i:} v$ → · · ? ? ? ✓
      ~ = M_{i:} v ⇒ = 2 M_{i:} v → ✗
  `);

  rows('reasons beside a row', String.raw`
    $\begin{aligned} \ln(0.2) &= \ln(1) - \ln(5) \quad (\because \ln(1) = 0) \\ &= -\ln(5) \end{aligned}$ → ✓ ✓ ✓
      ~ &= -\ln(5) ⇒ &= \ln(5) → ✗
      ~ \ln(1) = 0 ⇒ \ln(1) = 1 → ✗
    $\begin{aligned} \ln(0.2) &= \ln(1) - \ln(5) \quad \because \ln(1) = 0 \\ &= -\ln(5) \end{aligned}$ → ✓ ✓ ✓
      ~ &= -\ln(5) ⇒ &= \ln(5) → ✗
    $\begin{aligned} \ln(0.2) &= \ln(1) - \ln(5) \quad (\ln(1) = 0) \\ &= -\ln(5) \end{aligned}$ → ✓ ✓ ✓
      ~ &= -\ln(5) ⇒ &= \ln(5) → ✗
    $\begin{aligned} \ln(0.2) &= \ln(1) - \ln(5) \\ \because \ln(1) &= 0 \\ &= -\ln(5) \end{aligned}$ → ✓ ✓ // or the reason goes on
      ~ &= \ln(1) - ⇒ &= \ln(1) + → ✗
    $\begin{aligned} \because u &= v + w \\ &= w + v \\ \therefore 2u &= 2v + 2w \end{aligned}$ → · ✓ ✓
      ~ 2v + 2w ⇒ 2v + w → ✗
    $\because$ $u = 2v$, $\therefore u^2 = 4v^2$. → · ✓
      ~ 4v^2 ⇒ 2v^2 → ✗
    $\begin{aligned} \because && u &= 2v \\ && u &= v + v \\ \therefore && u^2 &= 4v^2 \end{aligned}$ → · ✓ ✓
      ~ &= 4v^2 ⇒ &= 2v^2 → ✗
  `);
});
