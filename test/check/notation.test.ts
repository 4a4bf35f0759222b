/** Ways of writing that are easily misread, each with the check that it is read right. */
import { rows } from './rows';

describe('check', () => {
  rows('equations side by side', String.raw`
    $$\begin{aligned} u &= wx & a &= \tanh(u) \end{aligned}$$ $\frac{\partial a}{\partial x} = w(1 - a^2)$. → · · ✓
      ~ = w(1 ⇒ = (1 → ✗
    $$\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 & (y-1)^2 &= y^2 - 2y + 1 \\ &= x(x+2) + 1 & &= y(y-2) + 1 \end{aligned}$$ → ✓ ✓ ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
      ~ y(y-2) ⇒ y(y-3) → ✗
    $$\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 && \text{(binomial theorem)} \\ &= x(x+2) + 1 & \text{since } x + x = 2x \end{aligned}$$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ? // what it is since is not read
  `);

  rows('fractions by what stands between', String.raw`
    $f(u) = {1 \over 1 + e^{-u}}$. $f'(u) = {e^{-u} \over (1 + e^{-u})^2}$ → · ✓
      ~ {e^{-u} \over ⇒ {-e^{-u} \over → ✗
    $g = a u^2 + b$. $2 a u = {\partial g \over \partial u}$, $3 u^2 = {d \over du} u^3$ and $\sqrt{u^4 \over 4} = {u^2 \over 2}$ → · ✓ ✓ ✓
      ~ $2 a u = ⇒ $a u = → · ✗ ✓ ✓
      ~ $3 u^2 = ⇒ $2 u^2 = → · ✓ ✗ ✓
      ~ {u^2 \over 2} ⇒ {u^2 \over 4} → · ✓ ✓ ✗
    $(x + {{a \over b} \over c}) = x + \boxed{a \over b c}$ and $2 {n \choose 2} = {2n(n - 1) \over 2}$ → ✓ ✓
      ~ \boxed{a \over b c} ⇒ \boxed{a c \over b} → ✗ ✓
      ~ {2n(n - 1) \over 2} ⇒ {2n(n + 1) \over 2} → ✓ ✗
  `);

  rows('a delta for the sign of a derivative', String.raw`
    $L = (wx - y)^2$. $\frac{\delta L}{\delta w} = 2(wx - y)x$ → · ✓
      ~ 2(wx - y)x ⇒ 2(wx - y) → ✗
    $L = (wx - y)^2$. $\frac{\delta^2 L}{\delta w^2} = 2x^2$ → · ✓
      ~ 2x^2 ⇒ 2x → ✗
    $p = \sigma(z)$ with the sigmoid. $\frac{\delta}{\delta z} p = p(1 - p)$ → · ✓
      ~ (1 - p) ⇒ (1 + p) → ✗
    $\delta = y - t$. $\frac{\delta}{1 + \delta} = \frac{y - t}{1 + y - t}$ → · ✓
      ~ = \frac{y - t} ⇒ = \frac{y + t} → ✗
    $\delta_{o1} = (p - t) p (1 - p)$. $2 \delta_{o1} = 2 p (p - t)(1 - p)$ → · ✓ // the first output, and no Kronecker delta
      ~ = 2 p ⇒ = 2 t → ✗
  `);

  rows('the d of a substitution in brackets', String.raw`
    Let $u = x^3$. We adjust: $x^2 \, dx = \frac{1}{3}(3 x^2 \, dx) = \frac{1}{3} du$. → · ✓ ?
      ~ \frac{1}{3}(3 ⇒ \frac{1}{2}(3 → · ✗ ?
    $2 (d x + d y) = 2 d x + 2 d y$ → ✓
      ~ + 2 d y ⇒ - 2 d y → ✗
  `);

  rows('words that are names', String.raw`
    $net = w x + b$, $out = \frac{1}{1 + e^{-net}}$. $\frac{\partial out}{\partial net} = out (1 - out)$ → · · ✓
      ~ (1 - out) ⇒ (1 + out) → ✗
    $loss = (target - out_{1})^2$. $\frac{\partial loss}{\partial out_1} = -2(target - out_1)$ → · ✓
      ~ = -2( ⇒ = 2( → ✗
  `);

  rows('remarks set apart', String.raw`
    $3 < 5 \ (\text{limit})$ → ✓
      ~ 3 < 5 ⇒ 6 < 5 → ✗
    $(a+b)^2 - a^2 = 2ab + b^2\ \ \ (a-b)^2 - a^2 = b^2 - 2ab$ → ✓ ✓
      ~ = b^2 - 2ab ⇒ = b^2 + 2ab → ✗
    $$f(x) = x^3, \quad f''(x) = 6x > 0 \quad \text{nell'intervallo } (0; 2)$$ → · ✓ ?
      ~ 6x > ⇒ 5x > → ?
  `);

  rows('functions of a whole matrix', String.raw`
    Let $A$ be an $n \times n$ matrix. $\frac{d}{dt} e^{tA} = A e^{tA}$ → ?
    Let $A$ be an $n \times n$ matrix. $\log \det A = \operatorname{tr}(\log A)$ → ?
    Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$. $\sum_{i,j} e^{A_{ij}} = \sum_{i,j} A_{ij}$ → · · ✗
  `);

  rows('equations behind a brace', String.raw`
    $f(x, y) = x^2 + 3xy$. $$\begin{cases} \frac{\partial f}{\partial x} = 2x + 3y \\ \frac{\partial f}{\partial y} = 3x \end{cases}$$ → · ✓ ✓
      ~ = 3x ⇒ = 3y → ✗
    $f(x, y) = x^2 + 3xy$. $$\left\{ \begin{array}{l} \frac{\partial f}{\partial x} = 2x + 3y \\ \frac{\partial f}{\partial y} = 3x \end{array} \right.$$ → · ✓ ✓
      ~ = 2x + 3y ⇒ = 2x - 3y → ✗
  `);

  rows('totals', String.raw`
    $c = c_1 + c_2 + \dots + c_K$. $G = \sum_{k=1}^K c_k \ln q_k - \mu (\sum_{k=1}^K q_k - 1)$. $\frac{\partial G}{\partial q_k} = \frac{c_k}{q_k} - \mu$. → · · ✓
      ~ \frac{c_k}{q_k} - \mu ⇒ \frac{c}{q_k} - \mu → ?
      ~ - \mu$. ⇒ + \mu$. → ✗
  `);

  rows('labels that are words or steps', String.raw`
    $h_{max} = 3$. $1 - h_{max}^2 = -8$. → · ✓
      ~ = -8 ⇒ = -9 → ✗
    $\lambda_{min} > 0$. $(\lambda_{min} + 1)^2 = \lambda_{min}^2 + 2\lambda_{min} + 1$. → · ✓
      ~ 2\lambda_{min} ⇒ 3\lambda_{min} → ✗
    $d_k = y_k - C \hat{m}_{k|k-1}$, $\hat{m}_{k|k} = \hat{m}_{k|k-1} + G d_k$. So $\hat{m}_{k|k} = (I - G C) \hat{m}_{k|k-1} + G y_k$ → · · ✓
      ~ (I - G C) ⇒ (I + G C) → ·
    $U_{t+1 \mid t} = A U_{t \mid t} A^T + N$ with $U_{t\mid t} = U_{t \mid t-1} - B S B^T$. $$A U_{t \mid t} A^T = A U_{t \mid t-1} A^T - A B S B^T A^T$$ → · · ✓
      ~ - A B S ⇒ + A B S → ✗
    $q_{j|i} = e^{x_i x_j}$ and $\sum_j q_{j|i} = 1$ → ? ? // indices, and no label
  `);

  rows('raised labels', String.raw`
    $V^A = \begin{pmatrix} 1 & -1 \\ 1 & 1 \end{pmatrix}$, $V^B = [1, 2]$, $u^A = \begin{pmatrix} 1 \\ 3 \end{pmatrix}$. $V^B u^A = 1 \cdot 1 + 2 \cdot 3 = 7$. → · · · ✓ ✓
      ~ = 7 ⇒ = 8 → ✗
      ~ 2 \cdot 3 ⇒ 2 \cdot 2 → ✗
    $\text{ReLU}\begin{pmatrix} 2 \\ -3 \end{pmatrix} = \begin{pmatrix} 2 \\ 0 \end{pmatrix}$. → ✓
      ~ 2 \\ 0 ⇒ 2 \\ 3 → ✗
    $\epsilon^p = u \odot \epsilon^c$, $\epsilon^c = v$. $2 \epsilon^p = 2 u \odot v$. → · · ✓
      ~ 2 u \odot v ⇒ 3 u \odot v → ✗
  `);

  rows('labels and what later has their name', String.raw`
    $a_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$, $J=-\sum_k y_k\log a_k$, $y$ one-hot. $\frac{\partial J}{\partial z_i} = a_i - y_i$. Then $y = x^2 + cx$, $\frac{\partial y}{\partial x} = 2x + c$. → · · ✓ · ✓
      ~ a_i - y_i ⇒ a_i + y_i → ✗
  `);

  rows('bars in brackets', String.raw`
    $D(p\|q)=\sum_k p_k\log\frac{p_k}{q_k}$. $D(p\|p) = 0$. → · ✓
      ~ D(p\|p) = 0 ⇒ D(p\|p) = 1 → ✗
    Let $p, q$ be distributions on $\{1,\dots,K\}$. $D(p\|q)=\sum_{k=1}^K p_k\log\frac{p_k}{q_k}$. $D(p\|q) \ge 0$. → · ✓
      ~ \|q) \ge 0 ⇒ \|q) \ge 1 → ? // nothing is refuted on p and q that are given
    $p(y|x) = \sigma(x)^y(1-\sigma(x))^{1-y}$. $p(1|x) = \sigma(x)$. → · ✓
      ~ p(1|x) = \sigma(x) ⇒ p(1|x) = 1-\sigma(x) → ?
    $(|x| + 1)(|x| - 1) = x^2 - 1$. → ✓
      ~ x^2 - 1 ⇒ x^2 + 1 → ✗
    $P(A|B)=\frac{P(B|A)P(A)}{P(B)}$. $E[X|Y] = 2$. → ✓ ?
      ~ {P(B)}$ ⇒ {P(A)}$ → ✗
  `);

  rows('rows that end with their relation', String.raw`
    $$\begin{aligned} (u + 1)^2 &= \\ &= u^2 + 2u + 1 \end{aligned}$$ → ✓
      ~ + 2u ⇒ + u → ✗
    $$\begin{aligned} h &= u^2 \intertext{Its slope is} \frac{dh}{du} &= 2u \end{aligned}$$ → · ✓
      ~ = 2u ⇒ = u → ✗
    $f(x) = x^2$. $f’(x) = 2x$. → · ✓
      ~ = 2x ⇒ = x → ✗
  `);

  rows('powers of means, moments and calls', String.raw`
    $\mathbb{E}[X^2] - \mathbb{E}^2[X] = \mathrm{Var}(X)$. $E[X^2] - E^2[X] = \mathrm{Var}(X)$. → ✓ ✓
      ~ \mathbb{E}^2[X] ⇒ \mathbb{E}[X] → ✗ ✓
      ~ E^2[X] = ⇒ E^3[X] = → ✓ ✗
    $\mathbb{E}^2 X = (\mathbb{E} X)^2$. → ✓
      ~ (\mathbb{E} X)^2 ⇒ (\mathbb{E} X)^3 → ✗
    $\mathrm{Var}^2(X) = \mathrm{Var}(X)^2$. $\mathrm{Cov}^2(X, Y) = (\mathrm{Cov}(X, Y))^2$. → ✓ ✓
      ~ \mathrm{Var}(X)^2 ⇒ \mathrm{Var}(X) → ✗ ✓
      ~ (\mathrm{Cov}(X, Y))^2 ⇒ \mathrm{Cov}(X, Y) → ✓ ? // a property that their law may have
    $\log_2^2(x) = (\log_2 x)^2$. → ✓
      ~ (\log_2 x)^2 ⇒ \log_2 x → ?
    $W(t)^2 - W(s)^2 = (W(t) - W(s))(W(t) + W(s))$. → ✓
      ~ (W(t) + W(s)) ⇒ (W(t) - W(s)) → ✗
    $\mathbb{E}[W(t)^2] - \mathbb{E}[W(t)]^2 = \mathrm{Var}(W(t))$. → ✓
      ~ \mathbb{E}[W(t)]^2 ⇒ \mathbb{E}[W(t)] → ?
    $P(A)^2 - P(B)^2 = (P(A) - P(B))(P(A) + P(B))$. → ✓
      ~ (P(A) + P(B)) ⇒ (P(A) - P(B)) → ✗
    $W^2(t) - W^2(s) = (W(t) - W(s))(W(t) + W(s))$. $\Phi^2(x) = \Phi(x) \Phi(x)$. → ✓ ✓
      ~ (W(t) + W(s)) ⇒ (W(t) - W(s)) → ✗ ✓
    $\mathbb{E}^{1/2}[X^2] = \sqrt{\mathbb{E}[X^2]}$. → ✓
      ~ \sqrt{\mathbb{E} ⇒ 2\sqrt{\mathbb{E} → ✗
    $K = \frac12 m(v)^2$. $\frac{dK}{dv} = mv$. → · ✓
      ~ = mv ⇒ = 2mv → ✗
  `);

  rows('three letters of which two are summed over', String.raw`
    $z_c = \frac{1}{HW} \sum_{i=1}^H \sum_{j=1}^W A_{cij}$. $\frac{\partial z_c}{\partial A_{cij}} = \frac{1}{HW}$, $\frac{\partial \ell}{\partial A_{cij}} = \frac{1}{HW} \frac{\partial \ell}{\partial z_c}$ → · ✓ ✓
      ~ } = \frac{1}{HW}$, ⇒ } = \frac{1}{W}$, → ✗
      ~ \frac{1}{HW} \frac ⇒ \frac{1}{W} \frac → ✗
    $L = \sum_i (x_i - x_{min})^2$. $\frac{\partial L}{\partial x_{min}} = -2 \sum_i (x_i - x_{min})$ → · ✓ // a word
      ~ = -2 ⇒ = 2 → ✗
  `);

  rows('numbers beside a function of their letter', String.raw`
    The model is $y(z) = w^T z$. $S(a, b) = \sum_{i=1}^n (y_i - a - b x_i)^2$. $\frac{\partial S}{\partial a} = -2 \sum_{i=1}^n (y_i - a - b x_i)$ → · · ✓
      ~ } = -2 ⇒ } = 2 → ✗
  `);

  rows('names of several words', String.raw`
    $$\begin{aligned} n = 4 \\ \text{Mean loss} = \frac{1 + 1}{4} \end{aligned}$$ → · ?
    $$\begin{aligned} n &= 4 \\ \text{Mean loss} &= \frac{1 + 1}{4} \\ &= \frac12 \end{aligned}$$ → · ? ✓
      ~ \frac12 ⇒ \frac14 → ✗
    $n = 4, \text{mean loss} = 5 - 2$. → · ?
    $$\begin{aligned} (x + 1)^2 &= x^2 + 2x + 1 \\ \text{and so it} &= x(x + 2) + 1 \end{aligned}$$ → ✓ ✓
      ~ x(x ⇒ 2x(x → ✗
  `);

  rows('displays that go on', String.raw`
    $$(x+1)^2$$ $$= x^2 + 2x + 1$$ which, factored, is $$= x(x+2) + 1$$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $L = \frac12(x-a)^2$. $$\frac{dL}{dx} = \frac12 \cdot 2(x-a)$$ ⏎⏎ $$= x - a$$ → · ✓ ✓
      ~ = x - a ⇒ = x + a → ✗
    $$(x+1)^2 = x^2 + 2x + 1 \quad x > 0$$ $$= x(x+2) + 1 = x^2 + 2x + 1$$ → ✓ · ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $(x+1)^2 = x^2 + 2x + 1$⏎$= x(x+2) + 1$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
    $$(x+1)^2 =$$ ⏎⏎ $$= x^2 + 2x + 1 =$$ ⏎⏎ $$= x(x+2) + 1$$ → ✓ ✓
      ~ x(x+2) ⇒ x(x+3) → ✗
      ~ x^2 + 2x + 1 ⇒ x^2 + x + 1 → ✗
    $$(x+1)^2 =$$ ⏎ $$x^2 + 2x + 1$$ → ✓
      ~ 2x ⇒ 3x → ✗
    $$(x+1)^2 =$$ and so on. $$x^2 + 2x + 1$$ → ?
    $$= x + y$$ → ?
    $$a = b^2$$ ⏎⏎# Two⏎⏎ $$= b$$ → · ?
    $$a = b^2$$ As $c = 2$, $$= b$$ → · · ?
    The rank of $A$ is $= 2$, and $x$ is $> 0$. $a = b$. → ·
  `);

  rows('powers and logarithms', String.raw`
    $\frac{d}{dx}\max(0,x)^2 = 2\max(0,x)$. → ✓
      ~ 2\max ⇒ \max → ✗
    $f(x) = \max(0, 1 - x)^2$. $f'(x) = -2\max(0, 1 - x)$. → · ✓
      ~ -2\max ⇒ 2\max → ✗
    $\sum_{i=1}^n \log \sigma(z_i)^{y_i}(1-\sigma(z_i))^{1-y_i} = \sum_{i=1}^n y_i \log \sigma(z_i) + (1-y_i)\log(1-\sigma(z_i))$. → ✓
      ~ + (1-y_i)\log ⇒ - (1-y_i)\log → ✗
    $\log p^y (1-p)^{1-y} = y\log p + (1-y)\log(1-p)$. → ✓
      ~ y\log p + ⇒ \log p + → ✗
  `);

  rows('a switch of the font', String.raw`
    $\|{\bf v}\|^2 = {\bf v}^T {\bf{v}}$ → ✓
      ~ {\bf v}^T {\bf{v}} ⇒ {\bf v} {\bf{v}} → ✗
    $\mathbf{v} = \sum_{k=1}^n c_k \phi({\bf u}_k)$. $\|{\bf v}\|^2 = {\bf v}^T {\bf v}$ → · ✓
      ~ {\bf v}^T {\bf v} ⇒ {\bf v} {\bf v} → ✗
  `);

  rows('commands that packages and editors know', String.raw`
    $f(t) = t^3$. $\frac{\part f}{\part t} = 3t^2$ → · ✓
      ~ 3t^2 ⇒ 2t^2 → ✗
    Let $x \in \real^n$. $\norm{x}_2^2 = x^T x$ → · ✓
      ~ x^T x ⇒ 2 x^T x → ✗
    $\abs{s}^2 = s^2$ → ✓
      ~ = s^2 ⇒ = -s^2 → ✗
    Let $Z \sim N(\mu, \tau^2)$. $\E[Z^2] = \mu^2 + \tau^2$. → · ✓
      ~ + \tau^2 ⇒ - \tau^2 → ✗
  `);

  rows('sums from a number on', String.raw`
    Let $0 < r < 1$. $\sum_{m \ge 0} r^m = \frac{1}{1 - r}$. → · · ✓
      ~ m \ge 0 ⇒ m \ge 1 → ✗
    $\sum_{m \geq 1} \frac{s^m}{m!} = e^s - 1$ → ✓
      ~ e^s - 1 ⇒ e^s + 1 → ?
    $\sum_{m \ge 1} c_m = c_1 + \sum_{m \ge 2} c_m$ → ? // of entries
  `);

  rows('a slash after a logarithm', String.raw`
    $\log .2 / .8 = -1.39$ → ✓
      ~ -1.39 ⇒ -1.93 → ✗
    $\log .2 / .8 = -2.01$ → ✓ // or of the first number alone
      ~ -2.01 ⇒ -2.1 → ✗
    $\log (4 \pi r)^{-3/2} = -\frac{3}{2} \log (4 \pi r)$ → ✓
      ~ = -\frac{3}{2} ⇒ = \frac{3}{2} → ✗
    $\ln \left(\frac{u}{v}\right)^{k} + c = k \ln u - k \ln v + c$ → ✓
      ~ - k \ln v ⇒ + k \ln v → ✗
    $\frac{d}{du} \ln (u)^2 = \frac{2 \ln u}{u}$ → ✓
      ~ 2 \ln u ⇒ 3 \ln u → ✗
    $\log a / b = \log a - \log b$ → ✓
      ~ - \log b ⇒ + \log b → ✗
    $\sum_k w_k \ln w_k / v_k = \sum_k w_k \ln w_k - \sum_k w_k \ln v_k$ → ✓
      ~ - \sum_k ⇒ + \sum_k → ✗
    $\frac{d}{dx} \left(\ln x / x\right) = \frac{1 - \ln x}{x^2}$ → ✓
      ~ 1 - \ln x ⇒ 1 + \ln x → ✗
  `);

  rows('powers of matrices', String.raw`
    For $B \in \mathbb{R}^{m \times m}$: $(B^\top B + I)^{-1} (B^\top B + I)^{-1} = (B^\top B + I)^{-2}$ → · ✓
      ~ I)^{-2} ⇒ I)^{-1} → ✗
    For $B \in \mathbb{R}^{m \times m}$: $B^{-3} B = B^{-2}$ → · ✓
      ~ = B^{-2} ⇒ = B^{-4} → ✗
    The matrix $B$ is positive definite. $B^{\frac12} B^{\frac12} = B$ → ?
    Let $K$ be a matrix. $K^3 = K^2 K$ and $K^4 = K^2 K^2$. → ✓ ✓ // what has a power is square
      ~ = K^2 K$ ⇒ = K^2 K^2$ → ✗ ✓
    Let $K$ and $R$ be matrices. $(K + R)^2 = K^2 + K R + R K + R^2$ → ✓
      ~ K R + R K ⇒ 2 K R → ✗
      ~ + R^2 ⇒ - R^2 → ✗
    Let $K \in \mathbb{R}^{p \times q}$. $K^2 = K K$ → · ✗
  `);

  rows('powers of entries', String.raw`
    Let $K, R, T \in \mathbb{R}^{q \times q}$. $E = \sum_{i,j} (K R - T)_{ij}^2$. $\frac{\partial E}{\partial K} = 2 (K R - T) R^T$. → · · ✓
      ~ R - T)_{ij}^2$ ⇒ R - T)^2_{ij}$ → · · ? // an entry of the square, or the square of an entry
      ~ R^T$. ⇒ R$. → · · ✗
    Let $K, R, T$ be matrices. $E = \sum_{i,j} (K R - T)_{ij}^2$. $\frac{\partial E}{\partial K} = 2 (K R - T) R^T$. → · ✓
      ~ 2 (K R - T) R^T ⇒ (K R - T) R^T → ✗
    Let $M \in \mathbb{R}^{q \times q}$. $M^2_{ij} = \sum_k M_{ik} M_{kj}$ → · ?
      ~ M_{ik} M_{kj} ⇒ M_{ik} M_{jk} → ?
    Let $M \in \mathbb{R}^{q \times q}$. $(M)^2_{ij} = \sum_k M_{ik} M_{kj}$ and $M_{ij}^3 = M_{ij} M_{ij}^2$. → · ✓ ✓
      ~ (M)^2_{ij} ⇒ (M)_{ij}^2 → · ✗ ✓
      ~ = M_{ij} M_{ij}^2 ⇒ = M_{ij}^2 → · ✓ ✗
    Let $M \in \mathbb{R}^{q \times q}$. $E = \sum_{i,j} M^2_{ij}$. $\frac{\partial E}{\partial M} = 2 M$. → · · ✓
      ~ 2 M ⇒ 3 M → ✗
  `);

  rows('writings that programs and hands have', String.raw`
    $z1 = w1 x + b1$, $a1 = \sigma(z1)$. $\frac{da1}{dw1} = a1 (1 - a1) x$. → · · ✓
      ~ a1 (1 ⇒ a1 (2 → ✗
    $q = \sin(r_2)$, $r_2 = m t$. $\frac{{\partial q}}{{\partial t}} = m \cos(r_2)$ → · · ✓
      ~ m \cos ⇒ -m \cos → ✗
    $\log(\exp -\frac12 (t - m)^2) = -\frac{(t - m)^2}{2}$ → ✓
      ~ {2}$ ⇒ {3}$ → ✗
    $Q^{-\top} = (Q^\top)^{-1}$ → ✓
      ~ (Q^\top) ⇒ (Q) → ✗
    $((t^2 + 1)^3)' = 6t (t^2 + 1)^2$, $(e^t)' = e^t$, $(t + \sqrt{1 + t^2})' = 1 + \frac{t}{\sqrt{1 + t^2}}$. → ✓ ✓ ✓
      ~ = 6t ⇒ = 3t → ✗
    $(at)' = a$ → ? // which of the two varies
    > $$⏎> 2 + 3⏎> = 5⏎> $$ → ✓
      ~ = 5 ⇒ = 6 → ✗
    $\delta 3 = \delta 1 + \delta 2$. $\delta 5 = 2 \cdot \delta 3$. $\delta 5 - 2 \cdot \delta 1 = 2 \cdot \delta 2$. → · · ✓
      ~ = 2 \cdot \delta 2 ⇒ = 3 \cdot \delta 2 → ✗
    $u = \theta1 r^2 + \theta0$. $\frac{\partial u}{\partial r} = 2 \theta1 r$. → · ✓
      ~ = 2 \theta1 ⇒ = \theta1 → ✗
    $h(r) = \lambda r^2$. $h'(r) = \lambda 2 r$. → · ✓
      ~ \lambda 2 r$. ⇒ \lambda 3 r$. → ✗
    $\beta 2^k \beta 2^k = \beta^2 4^k$ → ✓
      ~ 4^k ⇒ 2^k → ✗
  `);

  rows('constants that are variables', String.raw`
    $f(\pi)=\pi^2$, so $f'(\pi)=2\pi$. → · ✓
      ~ 2\pi ⇒ \pi → ✗
    $y\in\{0,1\}$, $\ell(\pi)=y\log\pi+(1-y)\log(1-\pi)$, $\ell'(\pi)=\frac{y-\pi}{\pi(1-\pi)}$. → · · ✓
      ~ y-\pi ⇒ y+\pi → ✗
    $c=\pi^3$, $\frac{\partial c}{\partial \pi} = 3\pi^2$. → · ✓
      ~ 3\pi ⇒ 2\pi → ✗
    $\pi\in(0,1)$. $\pi(1-\pi) = \pi - \pi^2$. → · ✓
      ~ \pi - \pi^2 ⇒ \pi + \pi^2 → ✗
    $A = \pi r^2$. $\frac{dA}{dr} = 2\pi r$. $\sin(\pi) = 0$. → · ✓ ✓
      ~ 2\pi ⇒ 2 → ✗
  `);

  rows('derivatives by the value of a function', String.raw`
    $\frac{\partial \log(\sigma(a))}{\partial \sigma(a)} = \frac{1}{\sigma(a)}$. → ✓
      ~ \frac{1}{\sigma(a)} ⇒ \frac{2}{\sigma(a)} → ✗
    $\frac{d \ln(f(x))}{d f(x)} = \frac{1}{f(x)}$. → ✓
      ~ = \frac{1} ⇒ = \frac{2} → ✗
    $\frac{\partial \tanh(s(x))}{\partial s(x)} = 1-\tanh^2(s(x))$. → ✓
      ~ 1-\tanh ⇒ 1+\tanh → ✗
    $\frac{\partial (a \sigma(a))}{\partial \sigma(a)} = a$. → ? // what else depends on a is not told
    $L = \sigma(a)^2$. $\frac{\partial L}{\partial \sigma(a)} = 2\sigma(a)$. → · ?
  `);

  rows('transposes and rows', String.raw`
    $$-\log \frac{e^{a_o^\top b_c}}{\sum_{w=1}^V e^{a_w^\top b_c}} = -a_o^\top b_c + \log \sum_{w=1}^V e^{a_w^\top b_c}$$ → ✓
      ~ = -a_o^\top ⇒ = -a_o → ✗ // no number, though that would fit
    Let $D \in \mathbb{R}^{m\times n}$. $D^T_{ij} = D_{ji}$, $D_{ij}^\top = D_{ji}$. → · ✓ ✓
      ~ D^T_{ij} = D_{ji} ⇒ D^T_{ij} = D_{ij} → ✗
    Let $D \in \mathbb{R}^{n\times n}$. $D^T_{ij} = D_{ji}$. → · ✓
      ~ D_{ji} ⇒ D_{ij} → ✗
    $X\in\mathbb R^{n\times p}$, $y\in\mathbb R^n$, $b\in\mathbb R^p$, $J(b) = (y-Xb)'(y-Xb)+\lambda b'b$. $\frac{\partial J}{\partial b} = -2X'(y-Xb) + 2\lambda b$. → · · · · ✓
      ~ -2X' ⇒ 2X' → ✗
    Let $A$ and $B$ be matrices. $(AB)'=B'A'$. $(A'A)' = A'A$. → ✓ ✓
      ~ (A'A)' = A'A ⇒ (A'A)' = AA → ✗
    Let $X\in\mathbb{R}^{n\times p}$. $X'y = y$. → · ?
    $h'=z\odot h+(1-z)\odot g$. $h'=g+z\odot(h-g)$. → · ✓
      ~ (h-g) ⇒ (h+g) → · // defines h' anew
    Let $X\in\mathbb{R}^{n\times p}$, $b\in\mathbb{R}^p$. $(Xb)_i = X_{i,*}b$, $(Xb)_i = X_{i,:}b$, $(Xb)_i = X_{i\cdot}b$. → · · ✓ ✓ ✓
      ~ X_{i,*}b ⇒ 2X_{i,*}b → ✗
    Let $P \in \mathbb{R}^{n \times n}$ and $Q \in \mathbb{R}^{m \times m}$. $(P\otimes Q)^T=P^T\otimes Q^T$. → · · ✓
      ~ =P^T\otimes Q^T ⇒ =Q^T\otimes P^T → ?
    $v = A^T u + c$, $c \in \mathbb{R}^k$. $\frac{\partial J}{\partial A} = u \frac{\partial J}{\partial v}^T$ → · · ✓
      ~ u \frac{\partial J}{\partial v}^T ⇒ 2 u \frac{\partial J}{\partial v}^T → ✗
      ~ u \frac{\partial J}{\partial v}^T ⇒ u \frac{\partial J}{\partial c} → ?
  `);

  rows('expectations without brackets', String.raw`
    $X \sim N(\mu,1)$. $\mathbb E[X]=\mu$, $\mathbb{E}X^2=\mu^2+1$, $\langle X \rangle = \mu$. → · ✓ ✓ ✓
      ~ \mu^2+1 ⇒ \mu^2 → ✗
      ~ \rangle = \mu ⇒ \rangle = 2\mu → ✗
    $X \sim N(\mu,1)$. $\mathbb E X (1 + X) = \mu + \mu^2 + 1$. → · ?
  `);

  rows('signs and scripts', String.raw`
    $z = W a^{[1]}$, $a^{[1]\top}a^{[1]} = \|a^{[1]}\|^2$. → · ✓
      ~ \|^2 ⇒ \| → ✗
    Let $A$ be a matrix and $\vec x$ a vector. $f(\vec x) = \vec x^T A\vec x$. $\vec\nabla f(\vec x) = (A+A^T)\vec x$. → · ✓
      ~ (A+A^T) ⇒ (A-A^T) → ✗
    $2\Bigg{[} x + 1 \Bigg{]} = 2x+2$. $\big{(}x+1\big{)}y = xy+y$. → ✓ ✓
      ~ 2x+2 ⇒ 2x+1 → ✗
    $f = a^2 b$. $\frac{\partial^2 f}{\partial a b} = 2a$. → · ✓
      ~ = 2a ⇒ = a → ✗
    $\mu = \frac1m \Sigma_{i=1}^m x_i$. $\frac{\partial\mu}{\partial x_k} = \frac1m$. → · ✓
      ~ \frac{\partial\mu}{\partial x_k} = \frac1m ⇒ \frac{\partial\mu}{\partial x_k} = 1 → ✗
    $0{,}25 = 1/4$. $\sum_k \delta{ik} x_k = x_i$. → ✓ ✓
      ~ 1/4 ⇒ 1/2 → ✗
      ~ = x_i ⇒ = 2x_i → ✗
    $J = \frac1n \sum (y_i - w x_i)^2$. $\frac{dJ}{dw} = -\frac2n\sum (y_i - wx_i)x_i$. → · ✓
      ~ -\frac2n ⇒ \frac2n → ✗
    $a_i = \sum y_i^2$. → · // the index stands on both sides
    $F(w) = \frac12 w^Tw$. $\nabla F(w)^\top v = w^Tv$. → · ✓
      ~ w^Tv ⇒ v^Tv → ✗
    $x + 1 = y => y - 1 = x$, $x^2 >= 0$. → · ✓ ✓
      ~ y - 1 ⇒ y + 1 → ✗
  `);

  rows('a matrix and a vector in one pair of braces', String.raw`
    Let $\mathbf{s} = \mathbf{Ax} + \mathbf{b}$ and $J = \frac12\|\mathbf{s} - \mathbf{t}\|^2$. $\frac{\partial J}{\partial\mathbf{A}} = (\mathbf{A x} + \mathbf{b} - \mathbf{t})\mathbf{x}^T$. → · · ✓
      ~ - \mathbf{t})\mathbf{x} ⇒ + \mathbf{t})\mathbf{x} → ✗
  `);

  rows('products as programs write them', String.raw`
    $s = A u$ and $v = c .* \tanh(s)$. $\frac{\partial v_i}{\partial s_i} = c_i (1 - \tanh^2(s_i))$. → · · ✓
      ~ (1 - \tanh ⇒ (1 + \tanh → ✗
  `);

  rows('the larger of those that are listed', String.raw`
    $J(w) = \max\{0, 1 - t w^T u\}$. $\nabla J = \begin{cases} -t u & t w^T u < 1 \\ 0 & t w^T u > 1 \end{cases}$. → · ✓
      ~ {cases} -t u ⇒ {cases} t u → ✗
    $\max\{a, b\} + \min\left\{a, b\right\} = a + b$, $\max[a, b] = \frac{a + b + |a - b|}{2}$ and $\max\{0, z\}^2 = z\max\{0, z\}$. → ✓ ✓ ✓
      ~ = a + b$ ⇒ = a - b$ → ✗
      ~ |a - b| ⇒ |a + b| → ✗
      ~ = z\max ⇒ = \max → ✗
  `);

  rows('names that stand behind what they are', String.raw`
    Let $r_k = \sum_j m_{kj} u_j$ and $J = \frac12\sum_k (r_k - c_k)^2$. Then $\frac{\partial J}{\partial r_k} = r_k - c_k =: \eta_k$ and $\frac{\partial J}{\partial m_{kj}} = \eta_k u_j$. → · · ✓ · ✓
      ~ = \eta_k u_j ⇒ = \eta_k u_j^2 → ✗
      ~ = r_k - c_k ⇒ = r_k + c_k → ✗
    Let $r_k = \sum_j m_{kj} u_j$ and $J = \frac12\sum_k (r_k - c_k)^2$. Then $\sum_k (r_k - c_k) m_{kj} \eqqcolon g_j$ and $\frac{\partial J}{\partial u_j} = g_j$. → · · · ✓
      ~ = g_j ⇒ = 2g_j → ✗
    The loss $J = \frac12\|M - A B^T\|_F^2$ has $\nabla_A J = -(M - A B^T) B$. Of $F = \frac12\|M - A B^T\|_F^2$ we have $\nabla_A F = -(M - A B^T) B$. → · ✓ · ✓
      ~ \nabla_A F = - ⇒ \nabla_A F =  → ✗
  `);

  rows('functions of their own', String.raw`
    $0.3^20.7 = 0.063$. → ✓
      ~ 0.063 ⇒ 0.63 → ✗
    $5! = 120$. $\binom{5}{2} = 10$. $\binom{n}{k} = \frac{n!}{k!(n-k)!}$. → ✓ ✓ ✓
      ~ 120 ⇒ 24 → ✗
      ~ = 10 ⇒ = 20 → ✗
      ~ \frac{n!} ⇒ \frac{k!} → ✗
    $\binom{n}{k} = \binom{n-1}{k-1} + \binom{n-1}{k}$. → ✓
      ~ \binom{n-1}{k}$ ⇒ \binom{n}{k-1}$ → ✗
    $f(x) = x^2{}$. $f'(x) {}={} 2x$, $\frac{\partial{} f}{\partial x} {}= {}2x$. → · ✓ ✓ // braces that only part what is beside them
      ~ {}={} 2x ⇒ {}={} x → ✗
      ~ {}2x ⇒ {}x → ✗
    $\frac{d}{dx}\tanh x = \operatorname{sech}^2 x$. → ✓
      ~ ^2 x ⇒ x → ✗
    $\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc$. → ✓
      ~ - bc ⇒ + bc → ✗
    Let $A, B\in\mathbb{R}^{n\times n}$. $|AB| = |A||B|$. $A I_n = A$. → · ✓ ✓
      ~ |A||B| ⇒ |A|+|B| → ✗
      ~ I_n = A ⇒ I_n = 2A → ✗
    $A=\mathrm{softmax}(QK^\top)$, $O=AV$. $\frac{\partial L}{\partial V}=A^\top\frac{\partial L}{\partial O}$. → · · ✓
      ~ =A^\top ⇒ =2A^\top → ✗
  `);

  rows('operations that are defined here', String.raw`
    We define $u * v = uv + u + v$. Then $(u * v) * 0 = uv + u + v$ and $uv + u = u(v + 1)$. → ? ? ✓
      ~ u(v + 1) ⇒ u(v + 2) → ✗
    Let $R * S := R(R + S)^{-1} S$. Then $R * S = S * R$. → · ?
    $$(p * q)(t) = \int_0^1 p(s) q(t - s)\,ds$$ and $p * q = q * p$. → ? ?
    $a \circ b = a + b + 1$ and $a \circ b = b \circ a$. → ? ?
    $u * v = v * u$ and $u * (v + w) = u * v + u * w$. → ✓ ✓
      ~ + u * w ⇒ - u * w → ✗
  `);

  rows('sums over sets with a name', String.raw`
    Let $E(m) = \sum_{d \in D} (m - y_d)^2$. Then $\frac{dE}{dm} = 2 \sum_{d \in D} (m - y_d)$. → · ✓
      ~ = 2 \sum ⇒ = 3 \sum → ✗
      ~ 2 \sum_{d \in D} (m - y_d) ⇒ 2 (m - y_d) → ? // the sum is lost, or one d is meant
    $\log \prod_{w \in Words} q_w^2 = 2 \sum_{w \in Words} \log q_w$ → ✓
      ~ q_w^2 ⇒ q_w^3 → ✗
    $\sum_{i \in S} x_i = \sum_{i \in T} x_i$ → ? // two sets
    $\sum_{i \in S} x_i = \sum_{i=1}^n x_i$ → ? // S may be a part
    $\sum_{w \in V} x_w = \sum_w x_w$ → ✓ // a letter that does not count runs over one set
      ~ = \sum_w x_w ⇒ = 2 \sum_w x_w → ✗
  `);

  rows('sums over a letter with a prime', String.raw`
    $\log \frac{e^{s_k}}{\sum_{k'} e^{s_{k'}}} = s_k - \log \sum_{k'} e^{s_{k'}}$ → ✓
      ~ s_k - \log ⇒ s_k + \log → ✗
    $\nabla_\theta \log \sum_{b'} e^{g_\theta(s,b')} = \frac{\sum_{b'} e^{g_\theta(s,b')} \nabla_\theta g_\theta(s,b')}{\sum_{c} e^{g_\theta(s,c)}}$ → ✓
      ~ e^{g_\theta(s,b')} \nabla_\theta ⇒ e^{2 g_\theta(s,b')} \nabla_\theta → ✗
  `);

  rows('braces around a sum', String.raw`
    $\frac12 {\sum_j e^{s_j}} \cdot s_j = \frac12 \sum_k s_k e^{s_k}$ → ✓
      ~ = \frac12 \sum_k ⇒ = \frac13 \sum_k → ✗
    $1 {\sum_j e^{s_j}} s_k = s_k \sum_j e^{s_j}$ → ✓
      ~ = s_k ⇒ = 2 s_k → ✗
  `);

  rows('places apart from those that are counted', String.raw`
    $E = -\log \sigma(w_o^\top h) - \sum_{k=1}^N \log \sigma(-w_k^\top h)$. $\frac{\partial E}{\partial w_o} = (\sigma(w_o^\top h) - 1) h$. → · ✓
      ~ (\sigma(w_o^\top h) - 1) ⇒ (1 - \sigma(w_o^\top h)) → ✗
      ~ (\sigma(w_o^\top h) - 1) ⇒ -1 → ✗
    $E = -\log \sigma(w_o^\top h) - \sum_{k=1}^N \log(\sigma(-w_k^\top h))$. $\frac{\partial E}{\partial h} = (\sigma(w_o^\top h) - 1) w_o + \sum_{k=1}^N \sigma(w_k^\top h) w_k$. → · ✓
      ~ w_o + \sum ⇒ w_o - \sum → ✗
    $G = \sum_k \log a_k$. $\frac{\partial G}{\partial a_k} = \sum_k \frac{1}{a_k} \frac{\partial a_k}{\partial a_k}$. → · ? // which k is meant
    $G = -\sum_{k=1}^N \log \sigma(w_k^\top h)$. $\frac{\partial G}{\partial w_k} = -\sum_{k=1}^N \frac{1}{\sigma(w_k^\top h)} \frac{\partial \sigma(w_k^\top h)}{\partial w_k}$. → · ?
  `);

  rows('sizes of matrices', String.raw`
    $(N \times D) \cdot (D \times K) = (N \times K)$ → ?
    $(2 \times 3) \cdot (4 \times 5) = 120$ → ✓
      ~ 120 ⇒ 100 → ✗
  `);

  rows('labels and signs of other kinds', String.raw`
    $L_{cross-entropy} = x^2 + x$. $\frac{d L_{cross-entropy}}{dx} = 2x + 1$. → · ✓
      ~ 2x + 1 ⇒ x + 1 → ✗
    $g(x) = x^3$. $\triangledown_x g(x) = 3x^2$. → · ✓
      ~ 3x^2 ⇒ 2x^2 → ✗
    $\beta\_1 = x^2$. $\frac{d\beta\_1}{dx} = 2x$. → · ✓
      ~ = 2x ⇒ = x → ✗
  `);

  rows('sums from 0', String.raw`
    Let $g(m) = \sum_{n=0}^N (x_n - m)^2$. Then $g'(m) = -2 \sum_{n=0}^N (x_n - m)$. → · ✓
      ~ = -2 \sum ⇒ = 2 \sum → ✗
    Let $g(m) = \sum_{n=0}^{N-1} (x_n - m)^2$. Then $g'(m) = 2 N m - 2 \sum_{n=0}^{N-1} x_n$. → · ✓
      ~ = 2 N m ⇒ = N m → ✗
    Let $g(m) = \sum_{n=0}^N (x_n - m)^2$. Then $g'(m) = 2 N m - 2 \sum_{n=0}^N x_n$. → · ? // one too few
    $\sum_{k=0}^{n-1} a_k = \sum_{k=1}^n a_k$ → ?
    $\sum_{k=0}^n a_k = a_0 + \sum_{k=1}^n a_k$ → ?
    $\sum_{k=0}^n k^2 = \frac{n (n + 1) (2 n + 1)}{6}$ → ✓ // k is a number
      ~ (2 n + 1) ⇒ (2 n - 1) → ✗
  `);

  rows('signs in braces', String.raw`
    $u^T u - \underbrace{u^T v - v^T u}_{\text{equal}} + v^T v = u^T u - 2 u^T v + v^T v$ → ✓ // on paper no bracket stands behind the minus
      ~ - 2 u^T ⇒ + 2 u^T → ?
    $a - {\color{red} b - c} = a - b - c$, $a - {\left( b - c \right)} = a - b + c$ → ✓ ✓
      ~ = a - b + c ⇒ = a - b - c → ✗
    $a - \underbrace{b - c}_{d} = a - b + c$ → ? // some mean it so
    $(u - v)^2 = u^2 \underbrace{- 2 u v}_{\text{mixed}} + v^2$ → ✓
      ~ - 2 u v ⇒ - u v → ✗
    $(p + q)(r - s) = pr \overbrace{+ qr - ps}^{\text{inner}} - qs$ → ✓
      ~ + qr - ps ⇒ + qr + ps → ✗
    $(u - v)^2 = u^2 \textcolor{red}{- 2 u v} + v^2$ → ✓
      ~ - 2 u v ⇒ + 2 u v → ✗
  `);

  rows('numbers side by side', String.raw`
    $r = [3\; 1\; 2]^T$. $r^T r = 14$. → · ✓ // a list
      ~ = 14 ⇒ = 36 → ✗
    $(0\:1)\begin{bmatrix} 0.2 & 0.8 \\ 0.7 & 0.3 \end{bmatrix} = (0.7\:0.3)$ → ✓
      ~ (0.7\:0.3)$ ⇒ (0.2\:0.8)$ → ✗
    $[2 \ -1][2 \ -1]^T = 5$ → ✓
      ~ = 5 ⇒ = 1 → ✗
    $(7 - 3)^2 = 16$ → ✓
      ~ = 16 ⇒ = 58 → ✗
    $12\,000 = 1.2 \cdot 10^4$ → ✓
      ~ = 1.2 ⇒ = 1.3 → ✗
    $4 \, 10^2 = 400$ → ✓
      ~ 4 \, ⇒ 5 \, → ✗
    $6 = 2 \; 3$ → ?
  `);

  rows('where an environment stands beside its line', String.raw`
    $\begin{array}[t]{c} a + a \end{array} = 2a$. Let $x \in \mathbb{R}^2$ and $f(x) = x_1^2 x_2$. $\nabla f(x) = \left( \begin{array}[1]{c} 2 x_1 x_2 \\ x_1^2 \end{array} \right)$ → ✓ · · ✓
      ~ \\ x_1^2 ⇒ \\ x_1 → ✗
      ~ = 2a$ ⇒ = 3a$ → ✗
    $\begin{aligned}[b] b + b &= 2b \end{aligned}$ → ✓
      ~ 2b ⇒ 3b → ✗
  `);

  rows('what stands at a start', String.raw`
    $\eta^0 = 6$, $\eta^1 = \eta^0 / 2$. $\eta^0 + 1 = 7$ → · ? ✓
      ~ = 7 ⇒ = 2 → ?
    $\sum_{n=0}^2 x^n = x^0 + x + x^2$. $x^0 = 1$ → ✓ ✓
      ~ x^0 + x + ⇒ 2 x^0 + x + → ✗
  `);
});

rows('a square of parentheses after a function is a factor', String.raw`
    $\frac{\cos x}{(\tan 2x)^2} = \frac{\cos x (\cos 2x)^2}{(\sin 2x)^2}$ → ✓
      ~ \frac{\cos x (\cos ⇒ \frac{2 \cos x (\cos → ✗
    $\log x (1 - x)^2 = \log x + 2 \log(1 - x)$ → ✓
      ~ + 2 ⇒ + 3 → ?
`);

rows('rounded coefficients tell nothing within their digits', String.raw`
    Let $J = \frac13 (w - 1)^2$. $\frac{\partial J}{\partial w} = 0.667 (w - 1)$ → · ?
      ~ 0.667 ⇒ 0.664 → ✗
      ~ 0.667 ⇒ 0.75 → ✗
    $\rho = \frac{2.96 \cdot 10^3 m}{1.7 s}$, so $\frac{2.96 \cdot 10^3 m}{1.7 s} = 1741 m/s$. → · ?
`);

rows('words in a box', String.raw`
    Let $y = x - 1$. $x = y + 1 \hbox{ whenever } y = x - 1$ → · ✓
      ~ x = y + 1 ⇒ x = y - 1 → ?
`);

rows('the code of a class is no number', String.raw`
    We write $2 \equiv (0, 1, 0)$ and $3 = (0, 0, 1)$. → ? ?
`);

rows('forms of a letter that stand side by side are two', String.raw`
    $\sin(\phi + \varphi) = \sin \phi \cos \varphi + \cos \phi \sin \varphi$ → ✓
      ~ + \cos \phi ⇒ - \cos \phi → ✗
    Let $f = \varepsilon^2$. $\frac{\partial f}{\partial \epsilon} = 2 \epsilon$ → · ✓
      ~ = 2 ⇒ = 3 → ✗
    Let $f = \varepsilon^2$. $\frac{\partial f}{\partial \epsilon} = 2 \varepsilon$ → · ? // as the rows before say
    It is known that $\sin \phi / \sin \varphi = 1$. → ?
`);

rows('a derivative of the order n', String.raw`
    $\frac{d^{n+1}}{dx^{n+1}} x^2 = 0$ and $\frac{d^n}{dx^n} e^{ax} = a^n e^{ax}$. → ? ?
    $\frac{d^2}{dx^2} x^3 = 6x$ → ✓
      ~ 6x ⇒ 3x → ✗
`);

rows('a script over what an accent is over', String.raw`
    $\widehat{v_t} \leftarrow v_t / (1 - \beta^t)$, $\widehat{v_t}^{max} \leftarrow \max(\widehat{v_t}^{max}, \widehat{v_t})$ → · ·
    $\widehat{x_i}^2 = \hat{x}_i \hat{x}_i$ → ✓
      ~ ^2 = ⇒ ^3 = → ✗
`);

rows('a program gives a name anew', String.raw`
    If it is maximised, $g_t \leftarrow -\nabla f(\theta_{t-1})$. Otherwise $$g_t \leftarrow \nabla f(\theta_{t-1})$$ → · ?
`);

rows('cases behind a brace that nothing closes', String.raw`
    $$f(x) = \left\{ \begin{array}{ll} x^2 & \mathrm{if}\ x > 0 \\ 0 & \mathrm{otherwise} \end{array} \right.$$ For $x > 0$ we have $f'(x) = 2x$. → · · ✓
      ~ = 2x ⇒ = 3x → ✗
`);

rows('an estimate by what is known at another step', String.raw`
    The forecast is $\hat y_{t+h|t} = \ell_t + h b_t$. $\frac{\partial \hat y_{t+h|t}}{\partial b_t} = h$ → · ✓
      ~ = h ⇒ = 2h → ✗
`);

rows('a prime that transposes a difference', String.raw`
    Let $x_i, \mu \in \mathbb{R}^d$. $(x_1 - \mu)' (x_1 - \mu) = \|x_1 - \mu\|^2$ → · ✓
      ~ = \|x_1 ⇒ = 2\|x_1 → ✗
`);

rows('forms of a letter in rows of one formula', String.raw`
    $$\begin{aligned} \phi - \phi + \varphi^2 &= \varphi^2 \\ &= \varphi \varphi \\ &= \phi^2 \end{aligned}$$ → ✓ ✓ ?
      ~ &= \varphi \varphi \\ ⇒ &= \phi \varphi \\ → ✓ ? ?
    $d^{n+1}/dx^{n+1} x^2 = 0$ → ?
`);
